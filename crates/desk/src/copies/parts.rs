//! What a copy is made of: sections of items of fields, the same for the page and the file.

use serde_json::{Map, Value as Json};
use web::Shell;
use words::{Date, Time};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// What somebody wrote; other people's names are taken out of it.
    Free(String),
    /// A name, a number, a key.
    Exact(String),
    Day(Date),
    Moment(Time),
    /// A word of ours, with the beginning of the message that says it.
    Word(&'static str, String),
    /// Somebody who works here, by role and organisation.
    Staff(&'static str, String),
}

impl Value {
    /// For machines: days and moments as ISO text, words as they are stored.
    fn raw(&self) -> String {
        match self {
            Value::Free(text) | Value::Exact(text) | Value::Word(_, text) => text.clone(),
            Value::Day(day) => day.to_string(),
            Value::Moment(moment) => moment.to_string(),
            Value::Staff(role, organisation) => format!("{role}, {organisation}"),
        }
    }

    /// For people.
    pub(super) fn shown(&self, shell: &Shell) -> String {
        match self {
            Value::Free(text) | Value::Exact(text) => text.clone(),
            Value::Day(day) => shell.day(day),
            Value::Moment(moment) => shell.moment(moment),
            Value::Word(prefix, word) => {
                let key = format!("{prefix}-{word}");
                let said = shell.say(&key);
                if said == key { word.clone() } else { said }
            }
            Value::Staff(role, organisation) => format!("{}, {organisation}", shell.word("office-role", role)),
        }
    }
}

/// A value with its name; the message `{prefix}-{name}` is its label.
pub(super) struct Field {
    prefix: &'static str,
    name: String,
    pub(super) value: Value,
}

impl Field {
    /// Its label in the reader's language, or its name at the source where we have no words for it.
    pub(super) fn label(&self, shell: &Shell) -> String {
        let key = format!("{}-{}", self.prefix, self.name);
        let said = shell.say(&key);
        if said == key { self.name.clone() } else { said }
    }
}

/// One thing that is kept.
#[derive(Default)]
pub(super) struct Item(pub(super) Vec<Field>);

impl Item {
    pub(super) fn with(mut self, name: &str, value: Value) -> Item {
        self.0.push(Field { prefix: "copy", name: name.to_owned(), value });
        self
    }

    pub(super) fn with_some(self, name: &str, value: Option<Value>) -> Item {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub(super) fn exact(self, name: &str, text: &str) -> Item {
        if text.is_empty() { self } else { self.with(name, Value::Exact(text.to_owned())) }
    }

    pub(super) fn free(self, name: &str, text: &str) -> Item {
        if text.is_empty() { self } else { self.with(name, Value::Free(text.to_owned())) }
    }

    pub(super) fn word(self, name: &str, prefix: &'static str, word: &str) -> Item {
        if word.is_empty() { self } else { self.with(name, Value::Word(prefix, word.to_owned())) }
    }

    pub(super) fn moment(self, name: &str, at: Time) -> Item {
        self.with(name, Value::Moment(at))
    }

    /// What a source says under a name of its own.
    pub(super) fn said(mut self, prefix: &'static str, name: &str, value: Value) -> Item {
        self.0.push(Field { prefix, name: name.to_owned(), value });
        self
    }
}

/// What is kept of one kind.
pub(super) struct Section {
    /// `copy-section-{word}` is its title, `copy-why-{word}` says what it is for and who gets it.
    pub(super) word: &'static str,
    pub(super) items: Vec<Item>,
}

impl Section {
    pub(super) fn json(&self) -> Json {
        let item = |item: &Item| {
            let fields: Map<String, Json> = item.0.iter().map(|field| (field.name.clone(), Json::String(field.value.raw()))).collect();
            Json::Object(fields)
        };
        Json::Array(self.items.iter().map(item).collect())
    }
}

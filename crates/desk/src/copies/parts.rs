//! What a copy is made of: sections of items of fields, the same for the page and the file.

use serde_json::{Map, Value as Json};
use casework::assessments::Said;
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
    /// A word of ours, with the message that says it, `{}` where the word stands.
    Word(&'static str, String),
    /// Somebody who works here, by role and organisation.
    Staff(&'static str, String),
    /// Something that is stored one way and said another.
    Said(String, String),
}

impl Value {
    /// For machines: days and moments as ISO text, words as they are stored.
    fn raw(&self) -> String {
        match self {
            Value::Free(text) | Value::Exact(text) | Value::Word(_, text) => text.clone(),
            Value::Day(day) => day.to_string(),
            Value::Moment(moment) => moment.to_string(),
            Value::Staff(role, organisation) => format!("{role}, {organisation}"),
            Value::Said(stored, _) => stored.clone(),
        }
    }

    /// For people.
    pub(super) fn shown(&self, shell: &Shell) -> String {
        match self {
            Value::Free(text) | Value::Exact(text) => text.clone(),
            Value::Day(day) => shell.day(day),
            Value::Moment(moment) => shell.moment(moment),
            Value::Word(message, word) => {
                let key = message.replace("{}", word);
                let said = shell.say(&key);
                if said == key { word.clone() } else { said }
            }
            Value::Staff(role, organisation) => format!("{}, {organisation}", shell.word("office-role", role)),
            Value::Said(_, words) => words.clone(),
        }
    }
}

/// A value with its name.
pub(super) struct Field {
    /// The message that is its label, with `{}` where the name stands.
    label: &'static str,
    /// Its label, where it stands in the pack and not in the messages.
    said: Option<String>,
    name: String,
    pub(super) value: Value,
}

impl Field {
    /// Its label in the reader's language, or its name at the source where we have no words for it.
    pub(super) fn label(&self, shell: &Shell) -> String {
        let key = self.label.replace("{}", &self.name);
        let said = self.said.clone().unwrap_or_else(|| shell.say(&key));
        if said == key { self.name.clone() } else { said }
    }
}

/// One thing that is kept.
#[derive(Default)]
pub(super) struct Item(pub(super) Vec<Field>);

impl Item {
    /// A value under the message that is its label; for machines it is called the same, without `copy-`.
    pub(super) fn with(mut self, label: &'static str, value: Value) -> Item {
        self.0.push(Field { label, said: None, name: label.trim_start_matches("copy-").to_owned(), value });
        self
    }

    pub(super) fn with_some(self, label: &'static str, value: Option<Value>) -> Item {
        match value {
            Some(value) => self.with(label, value),
            None => self,
        }
    }

    pub(super) fn exact(self, label: &'static str, text: &str) -> Item {
        if text.is_empty() { self } else { self.with(label, Value::Exact(text.to_owned())) }
    }

    pub(super) fn free(self, label: &'static str, text: &str) -> Item {
        if text.is_empty() { self } else { self.with(label, Value::Free(text.to_owned())) }
    }

    pub(super) fn ours(self, label: &'static str, message: &'static str, word: &str) -> Item {
        if word.is_empty() { self } else { self.with(label, Value::Word(message, word.to_owned())) }
    }

    pub(super) fn moment(self, label: &'static str, at: Time) -> Item {
        self.with(label, Value::Moment(at))
    }

    /// A detail that was said here, in words of the pack or of its writer.
    pub(super) fn in_words(mut self, said: &Said) -> Item {
        let value = match &said.words {
            Some(words) => Value::Said(said.value.clone(), words.clone()),
            None => Value::Free(said.value.clone()),
        };
        self.0.push(Field { label: "entry-detail-{}", said: Some(said.label.clone()), name: said.name.clone(), value });
        self
    }

    /// What a source says under a name of its own.
    pub(super) fn said(mut self, label: &'static str, name: &str, value: Value) -> Item {
        self.0.push(Field { label, said: None, name: name.to_owned(), value });
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

//! Messages: which keys there are, and where code and templates use them.

use crate::repository::{File, Repository};
use std::collections::{BTreeMap, BTreeSet};

/// Calls that take a whole key.
const SAYING: &[&str] = &["say(", "count(", "with(", "with2("];

/// One message of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its key.
    pub key: String,
    /// Its text, plural forms and all.
    pub text: String,
    /// `file:line`.
    pub place: String,
}

/// Somewhere a key, or the pattern of one, stands.
#[derive(Clone, Debug)]
pub struct Use {
    /// The key; `{}` stands for a part put in at run time.
    pub pattern: String,
    /// Whether it is surely a key, because it is given to something that says a message.
    pub said: bool,
    /// `file:line`.
    pub place: String,
}

/// All messages of a language, by key.
pub fn of_language(repository: &Repository, tag: &str) -> BTreeMap<String, Message> {
    let folder = format!("messages/{tag}/");
    let mut found: BTreeMap<String, Message> = BTreeMap::new();
    for file in repository.ending(".ftl").filter(|file| file.path.starts_with(&folder)) {
        let mut key = None;
        for (line, number) in file.text.lines().zip(1..) {
            if let Some((name, text)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                let message = Message { key: name.to_owned(), text: text.trim().to_owned(), place: format!("{}:{number}", file.path) };
                key = Some(name.to_owned());
                found.insert(name.to_owned(), message);
            } else if let Some(message) = key.as_ref().filter(|_| line.starts_with(' ')).and_then(|key| found.get_mut(key)) {
                message.text.push('\n');
                message.text.push_str(line.trim());
            }
        }
    }
    found
}

/// Every text literal of code and templates that could be a key or a part of one.
pub fn uses(repository: &Repository) -> Vec<Use> {
    let code = repository.rust().filter(|file| !file.is_test() && file.krate() != "xtask").flat_map(in_code);
    code.chain(repository.templates().flat_map(in_template)).collect()
}

fn in_code(file: &File) -> Vec<Use> {
    let ours = file.source.literals.iter().filter(|literal| !file.is_test_at(literal.at));
    ours.flat_map(|literal| one(file, literal.at, &literal.text)).collect()
}

/// In a template only what stands between `{{` and `}}` or `{%` and `%}` is code.
fn in_template(file: &File) -> Vec<Use> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = file.text[at..].find("{{").into_iter().chain(file.text[at..].find("{%")).min() {
        let start = at + open;
        let close = if file.text[start..].starts_with("{{") { "}}" } else { "%}" };
        let end = file.text[start..].find(close).map_or(file.text.len(), |length| start + length);
        let mut quotes = file.text[start..end].match_indices('"').map(|(place, _)| start + place);
        while let (Some(from), Some(to)) = (quotes.next(), quotes.next()) {
            found.extend(one(file, from, &file.text[from + 1..to]));
        }
        at = end;
    }
    found
}

fn one(file: &File, at: usize, text: &str) -> Option<Use> {
    let pattern = holes(text);
    // What is all holes, as where prefix and word are put together, would fit every key.
    let like_a_key = pattern.contains(|c: char| c.is_ascii_alphanumeric()) && pattern.chars().all(|c| c.is_ascii_alphanumeric() || "-_{}".contains(c));
    let before = file.text[..at].trim_end_matches(['&', ' ', '\n']).trim_end_matches("format!(").trim_end_matches('&');
    let said = SAYING.iter().any(|call| before.ends_with(&format!(".{call}")));
    let prefix = before.ends_with(".word(");
    let pattern = if prefix { format!("{pattern}-{{}}") } else { pattern };
    like_a_key.then(|| Use { pattern, said: (said || prefix) && is_shell(before), place: file.place(at) })
}

/// Whether what says is a shell or the texts themselves, and not a map or a row.
fn is_shell(before: &str) -> bool {
    let name = before.trim_end_matches('(').rsplit_once('.').map_or("", |(whose, _)| whose);
    name.ends_with("shell") || name.ends_with("self")
}

/// `find-why-{word}` as `find-why-{}`.
fn holes(text: &str) -> String {
    let mut pattern = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '{' => {
                inside = true;
                pattern.push_str("{}");
            }
            '}' => inside = false,
            c if !inside => pattern.push(c),
            _ => {}
        }
    }
    pattern
}

/// Whether `key` can come of `pattern` when each hole is filled with one of `parts`.
pub fn made_of(key: &str, pattern: &str, parts: &BTreeSet<&str>) -> bool {
    let Some((before, after)) = pattern.split_once("{}") else { return key == pattern };
    let Some(rest) = key.strip_prefix(before) else { return false };
    let ends = (1..=rest.len()).filter(|end| rest.is_char_boundary(*end));
    ends.into_iter().any(|end| parts.contains(&rest[..end]) && made_of(&rest[end..], after, parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_can_be_put_together() {
        let parts = BTreeSet::from(["very-strongly", "for", "web-broken"]);
        assert!(made_of("matches-very-strongly-for", "matches-{}-{}", &parts));
        assert!(made_of("web-broken-text", "{}-text", &parts));
        assert!(!made_of("matches-none-for", "matches-{}-{}", &parts));
    }

    #[test]
    fn keys_are_found_in_templates_and_code() {
        let page = ("crates/a/src/a.html", "<p class=\"x\">{{ shell.say(\"a-one\") }}{{ shell.word(\"a\", \"two\") }}</p>");
        let code = ("crates/a/src/a.rs", "fn f() { shell.say(&format!(\"a-{size}-{}\", 1)); map.with(\"b\"); }");
        let found = uses(&Repository::of(&[page, code]));
        let said: Vec<&str> = found.iter().filter(|u| u.said).map(|u| u.pattern.as_str()).collect();
        assert_eq!(said, ["a-{}-{}", "a-one", "a-{}"]);
    }

    #[test]
    fn a_message_keeps_its_plural_forms() {
        let repository = Repository::of(&[("messages/en/a.ftl", "# About.\na-n = { $n ->\n   *[other] { $n } weeks\n }\nb = B\n")]);
        let messages = of_language(&repository, "en");
        assert!(messages["a-n"].text.contains("weeks"));
        assert_eq!(messages["b"].place, "messages/en/a.ftl:5");
    }
}

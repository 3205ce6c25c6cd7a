//! What readers see: every message a page asks for is there, and nothing is kept that no page shows.

use super::{Complaint, complaint};
use crate::messages::{Use, made_of, of_language, uses};
use crate::repository::{File, Repository};
use crate::sources::is_word;
use std::collections::BTreeSet;

/// Prefixes whose words come from data, so that the code cannot be asked for them: codes of languages, and what feeds
/// say of an entry.
const OPEN: &[&str] = &["web-language-", "entry-detail-", "entry-outcome-", "organisation-masked-", "rule-", "ask-"];

/// Keys that are asked for and missing, and messages that nothing asks for.
pub fn messages(repository: &Repository) -> Vec<Complaint> {
    let messages = of_language(repository, "en");
    let used = uses(repository);
    let variants = variants(repository);
    let parts: BTreeSet<&str> = used.iter().map(|u| u.pattern.as_str()).chain(variants.iter().map(String::as_str)).collect();
    let makes = |u: &Use, key: &str| made_of(key, &u.pattern, &parts);
    let missing = used.iter().filter(|u| u.said && !u.pattern.starts_with("{}") && !messages.keys().any(|key| makes(u, key)));
    let missing = missing.map(|u| complaint(&u.pattern, format!("{}: add {} to the messages of every language", u.place, u.pattern)));
    let idle = messages.values().filter(|m| !OPEN.iter().any(|prefix| m.key.starts_with(prefix)));
    let idle = idle.filter(|m| !used.iter().any(|u| makes(u, &m.key)));
    let idle = idle.map(|m| complaint(&m.key, format!("{}: no page says {}: remove it from every language", m.place, m.key)));
    missing.chain(idle).collect()
}

/// The words that serde makes of the variants of enums: `SameHouse` is written `same_house`.
fn variants(repository: &Repository) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let renamed = |file: &&File| file.krate() != "xtask" && file.source.literals.iter().any(|literal| literal.text == "snake_case");
    for file in repository.rust().filter(renamed) {
        let names = file.source.code.split(|c| !is_word(c)).filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase()));
        words.extend(names.map(snake));
    }
    words
}

fn snake(name: &str) -> String {
    let mut word = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(c.to_ascii_lowercase());
    }
    word
}

/// Templates that no page shows and no template includes.
pub fn templates(repository: &Repository) -> Vec<Complaint> {
    let code: String = repository.rust().filter(|file| file.krate() != "xtask").map(|file| file.text.as_str()).collect();
    let pages: String = repository.templates().map(|file| file.text.as_str()).collect();
    let idle = repository.templates().filter(|file| {
        let from = file.path.splitn(4, '/').nth(3).unwrap_or(&file.path);
        let quoted = format!("\"{from}\"");
        !code.contains(&quoted) && !pages.contains(&quoted)
    });
    idle.map(|file| complaint(&file.path, format!("{}: no page shows it: remove it", file.path))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_and_an_idle_message_are_named() {
        let repository = Repository::of(&[
            ("messages/en/a.ftl", "a-here = A\na-idle = B\nact-see = C\nact-same_home = C\nact-gone = D\n"),
            ("crates/a/src/show.html", "{{ shell.say(\"a-here\") }}{{ shell.say(\"a-missing\") }}{{ shell.word(\"act\", act.word()) }}"),
            ("crates/a/src/pages.rs", "const SEE: &str = \"see\"; const IDLE: &str = \"idle\"; const A: &str = \"a\"; fn w() { say(&format!(\"{a}-{b}\")); } #[serde(rename_all = \"snake_case\")] enum Level { SameHome }"),
        ]);
        let found: Vec<String> = messages(&repository).into_iter().map(|c| c.what).collect();
        assert_eq!(found, ["a-missing", "a-idle", "act-gone"]);
        assert_eq!(templates(&repository)[0].what, "crates/a/src/show.html");
    }
}

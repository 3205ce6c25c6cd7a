//! What readers see: every message a page asks for is there, and nothing is kept that no page shows.

use super::{Complaint, complaint};
use crate::messages::{Use, made_of, of_language, uses};
use crate::repository::Repository;
use std::collections::BTreeSet;

/// Prefixes whose words come from data, so that the code cannot be asked for them: codes of languages.
const OPEN: &[&str] = &["web-language-"];

/// Keys that are asked for and missing, and messages that nothing asks for.
pub fn messages(repository: &Repository) -> Vec<Complaint> {
    let messages = of_language(repository, "en");
    let used = uses(repository);
    let parts: BTreeSet<&str> = used.iter().map(|u| u.pattern.as_str()).collect();
    let makes = |u: &Use, key: &str| made_of(key, &u.pattern, &parts);
    let missing = used.iter().filter(|u| u.said && !u.pattern.starts_with("{}") && !messages.keys().any(|key| makes(u, key)));
    let missing = missing.map(|u| complaint(&u.pattern, format!("{}: add {} to the messages of every language", u.place, u.pattern)));
    let patterns: Vec<&Use> = used.iter().filter(|u| u.pattern != "{}").collect();
    let idle = messages.values().filter(|m| !OPEN.iter().any(|prefix| m.key.starts_with(prefix)));
    let idle = idle.filter(|m| !patterns.iter().any(|u| makes(u, &m.key)));
    let idle = idle.map(|m| complaint(&m.key, format!("{}: no page says {}: remove it from every language", m.place, m.key)));
    missing.chain(idle).collect()
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
            ("messages/en/a.ftl", "a-here = A\na-idle = B\nact-see = C\nact-gone = D\n"),
            ("crates/a/src/show.html", "{{ shell.say(\"a-here\") }}{{ shell.say(\"a-missing\") }}{{ shell.word(\"act\", act.word()) }}"),
            ("crates/a/src/pages.rs", "const SEE: &str = \"see\";"),
        ]);
        let found: Vec<String> = messages(&repository).into_iter().map(|c| c.what).collect();
        assert_eq!(found, ["a-missing", "a-idle", "act-gone"]);
        assert_eq!(templates(&repository)[0].what, "crates/a/src/show.html");
    }
}

//! Documents: what they say about the code is so.

use super::{Complaint, complaint};
use crate::repository::{File, Repository};
use crate::sources::{is_word, words as whole_words};
use crate::{map, routes};
use std::collections::BTreeSet;

/// Folders whose files documents speak of.
const FOLDERS: &[&str] = &["crates/", "docs/", "messages/", "packs/", "tests/", "xtask/", "design/"];
/// Documents that speak of the past, where files may have gone since.
const OF_THE_PAST: &[&str] = &["CHANGELOG.md"];

/// The map that `cargo x map` would write today.
pub fn map(repository: &Repository) -> Vec<Complaint> {
    let current = repository.get(map::PLACE).is_some_and(|file| file.text == map::draw(repository));
    let says = format!("{}: the code has moved on: run `cargo x map`", map::PLACE);
    if current { Vec::new() } else { vec![complaint(map::PLACE, says)] }
}

/// Words of the glossary for which there is no type and no table.
pub fn words(repository: &Repository) -> Vec<Complaint> {
    let text = repository.get("docs/WORDS.md").map_or("", |file| &file.text);
    let mut found = Vec::new();
    for row in text.lines().filter(|line| line.starts_with("| **")) {
        let word = row.trim_start_matches("| **").split("**").next().unwrap_or_default();
        let stands: Vec<(&str, &str)> = ["table", "type"].iter().flat_map(|kind| named(row, kind)).collect();
        if stands.is_empty() {
            found.push(complaint(word, format!("docs/WORDS.md: say where {word} stands in the code: type `X` or table `x`")));
        }
        for (kind, name) in stands.into_iter().filter(|(kind, name)| !stands_in_code(repository, kind, name)) {
            found.push(complaint(word, format!("docs/WORDS.md: {word}: there is no {kind} `{name}`: mend the row or remove it")));
        }
    }
    found
}

/// Every `name` that follows the word `kind`.
fn named<'a>(row: &'a str, kind: &'a str) -> Vec<(&'a str, &'a str)> {
    let mark = format!("{kind} `");
    row.match_indices(&mark).filter_map(|(at, mark)| row[at + mark.len()..].split('`').next().map(|name| (kind, name))).collect()
}

fn stands_in_code(repository: &Repository, kind: &str, name: &str) -> bool {
    if kind == "table" {
        return repository.ending(".sql").any(|file| file.text.contains(&format!("create table {name} (")));
    }
    let declared = |code: &str, at: usize| {
        let before = code[..at].trim_end();
        let keyword = before.rsplit(|c| !is_word(c)).next().unwrap_or_default();
        // The macro of stored words declares an enum without saying so.
        matches!(keyword, "struct" | "enum" | "type" | "trait") || (before.is_empty() || before.ends_with('{')) && code[at + name.len()..].starts_with(" {")
    };
    repository.rust().any(|file| whole_words(&file.source.code, name).any(|at| declared(&file.source.code, at)))
}

/// Files that documents name or link to, and that are not there.
pub fn paths(repository: &Repository) -> Vec<Complaint> {
    let mut found = Vec::new();
    for file in repository.ending(".md").filter(|file| !OF_THE_PAST.contains(&file.path.as_str())) {
        let named = file.text.split('`').skip(1).step_by(2).map(|named| named.split([':', '#']).next().unwrap_or_default().to_owned());
        let named = named.filter(|path| FOLDERS.iter().any(|folder| path.starts_with(folder)) && is_path(path));
        let linked = file.text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        let linked = linked.filter(|link| !link.is_empty() && !link.contains(':') && is_path(link)).map(|link| resolved(&file.path, link));
        for path in named.chain(linked).filter(|path| !repository.has(path)) {
            found.push(complaint(format!("{} {path}", file.path), format!("{}: there is no {path}", file.path)));
        }
    }
    found
}

/// Whether this names one file or folder, and not a pattern or a place to be filled in.
fn is_path(text: &str) -> bool {
    !text.contains(['*', '<', '{', ' ', '…', '(', '\n']) && !["ROOM", "CRATE", "NNNN"].iter().any(|gap| text.contains(gap))
}

/// A link of a document as a path from the root.
fn resolved(document: &str, link: &str) -> String {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Routes that the generated table of rights does not tell.
pub fn rights(repository: &Repository) -> Vec<Complaint> {
    let Some(table) = repository.get("docs/rights.txt") else { return Vec::new() };
    let told = |path: &str| table.text.lines().any(|line| line.split_whitespace().any(|word| word == path));
    let untold = routes::all(repository).into_iter().filter(|route| !told(&route.path));
    untold.map(|route| complaint(&route.path, format!("docs/rights.txt: write it anew, {} ({}) is missing", route.path, route.place))).collect()
}

/// Promises to people that no test names, and tests that name a promise nobody gave. A test names one as `person's right 3`.
pub fn promises(repository: &Repository) -> Vec<Complaint> {
    const PLACE: &str = "docs/RIGHTS-OF-PEOPLE.md";
    const NAMES: &str = "person's right ";
    let text = repository.get(PLACE).map_or("", |file| &file.text);
    let given: BTreeSet<u32> = text.lines().filter_map(|line| line.strip_prefix("**")?.split_once(".**")?.0.parse().ok()).collect();
    let tests = repository.rust().chain(repository.ending(".mjs")).filter(|file| file.krate() != "xtask");
    let of = |file: &File| file.text.match_indices(NAMES).filter_map(|(at, name)| number(&file.text[at + name.len()..])).collect::<Vec<_>>();
    let named: Vec<(u32, &str)> = tests.flat_map(|file| of(file).into_iter().map(|n| (n, file.path.as_str()))).collect();
    let untested = given.iter().filter(|n| !named.iter().any(|(named, _)| named == *n));
    let untested = untested.map(|n| complaint(n.to_string(), format!("{PLACE}: no test keeps promise {n}: write “{NAMES}{n}” where one does")));
    let unknown = named.iter().filter(|(n, _)| !given.contains(n));
    let unknown = unknown.map(|(n, path)| complaint(*path, format!("{path}: {PLACE} gives no promise {n}")));
    untested.chain(unknown).collect()
}

/// The number a text begins with.
fn number(text: &str) -> Option<u32> {
    text.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_without_a_test_is_named() {
        let repository = Repository::of(&[
            ("docs/RIGHTS-OF-PEOPLE.md", "**1.** One.\n\n**2.** Two.\n"),
            ("crates/a/tests/a.rs", "// A person's right 2: kept here.\n// A person's right 7.\n"),
        ]);
        let told: Vec<String> = promises(&repository).into_iter().map(|c| c.what).collect();
        assert_eq!(told, ["1", "crates/a/tests/a.rs"]);
    }

    #[test]
    fn a_document_that_is_no_longer_true_is_named() {
        let glossary = "| **client** | one of us | table `client` |\n| **band** | how sure | type `Band` |\n| **role** | x | type `Role` |\n";
        let repository = Repository::of(&[
            ("docs/WORDS.md", glossary),
            ("docs/ADDING.md", "See `crates/a/src/gone.rs`, `crates/a/`, `crates/ROOM.rs`, [words](../docs/WORDS.md), [map](MAP.md)."),
            ("docs/rights.txt", "GET /find counsellor\n"),
            ("crates/db/0001.sql", "create table client (a);"),
            ("crates/a/src/pages.rs", "enum Other {}\nstored_words! {\n    Role {\n A = \"a\" }\n}\nfn routes() { r.get(\"/find\", Act::Find, a).get(\"/lost\", Act::Find, b) }"),
        ]);
        assert_eq!(words(&repository).iter().map(|c| c.what.as_str()).collect::<Vec<_>>(), ["band"]);
        let lost: Vec<String> = paths(&repository).into_iter().map(|c| c.what).collect();
        assert_eq!(lost, ["docs/ADDING.md crates/a/src/gone.rs", "docs/ADDING.md docs/MAP.md"]);
        assert_eq!(rights(&repository)[0].what, "/lost");
        assert_eq!(map(&repository).len(), 1);
    }
}

//! SQL: where it stands, that it is prepared on both engines, and that every difference between them is explained.

use super::{Complaint, complaint};
use crate::repository::{File, Repository};
use crate::sources::{closing, is_word};
use std::collections::{BTreeMap, BTreeSet};

/// Where the differences between the engines are told.
const EXPLAINED: &str = "docs/engines.md";

/// Statements outside a store.
pub fn places(repository: &Repository) -> Vec<Complaint> {
    let mut found = Vec::new();
    for file in repository.rust().filter(|file| !matches!(file.krate(), "db" | "xtask") && file.name() != "store.rs") {
        for call in ["Sql::both(", "Sql::split("] {
            let here = file.source.code.match_indices(call).map(|(at, _)| at).filter(|at| !file.is_test_at(*at));
            found.extend(here.map(|at| complaint(&file.path, format!("{}: move this statement into the room's store.rs", file.place(at)))));
        }
    }
    found
}

/// Statements of a store that no list names, so that no test prepares them.
pub fn listed(repository: &Repository) -> Vec<Complaint> {
    let mut found = Vec::new();
    for file in repository.rust().filter(|file| file.name() == "store.rs") {
        let code = &file.source.code;
        let list = code.find("fn statements(").and_then(|at| code[at..].find('{').map(|open| at + open));
        let list = list.map_or("", |open| &code[open..closing(code, open)]);
        for (name, at) in constants(file) {
            let named = list.match_indices(&format!("&{name}")).any(|(at, found)| !list[at + found.len()..].starts_with(is_word));
            if !named {
                let says = format!("{}: add (\"…\", &{name}) to statements(), so that it is prepared on both engines", file.place(at));
                found.push(complaint(format!("{} {name}", file.path), says));
            }
        }
    }
    found
}

/// Differences between the engines that docs/engines.md does not tell, and tales of differences that are gone.
pub fn splits(repository: &Repository) -> Vec<Complaint> {
    let mut split: BTreeSet<String> = BTreeSet::new();
    for file in repository.rust().filter(|file| file.krate() != "xtask" && !file.is_test()) {
        for (name, at) in constants(file).into_iter().filter(|(_, at)| !file.is_test_at(*at)) {
            if file.source.code[at..].split(';').next().is_some_and(|text| text.contains("Sql::split(")) {
                split.insert(format!("`{}` `{name}`", file.path));
            }
        }
    }
    let text = repository.get(EXPLAINED).map_or("", |file| &file.text);
    let cells = |line: &str| line.strip_prefix("| `").and_then(|rest| rest.split(" |").next().map(|cell| format!("`{cell}")));
    let told: BTreeSet<String> = text.lines().filter_map(cells).collect();
    let untold = split.difference(&told).map(|what| complaint(what, format!("{EXPLAINED}: add a row for {what}: what differs, and why one text will not do")));
    let gone = told.difference(&split).map(|what| complaint(what, format!("{EXPLAINED}: {what} is no split any more: remove its row")));
    untold.chain(gone).collect()
}

/// Removes what every room has written: lawful erasure has one home.
const ERASES: &str = "crates/desk/src/erasures/removal/store.rs";

/// Tables that more than one store writes.
pub fn writers(repository: &Repository) -> Vec<Complaint> {
    let mut writers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for file in repository.rust().filter(|file| file.name() == "store.rs" && file.path != ERASES) {
        for table in tables(file).0 {
            writers.entry(table).or_default().insert(&file.path);
        }
    }
    let shared = writers.into_iter().filter(|(_, files)| files.len() > 1);
    let says = |(table, files): (String, BTreeSet<&str>)| {
        let files: Vec<&str> = files.into_iter().collect();
        complaint(&table, format!("{table} is written by {}: let one of them do it and the others call it", files.join(" and ")))
    };
    shared.map(says).collect()
}

/// The tables a file's statements write, and those they only read.
pub fn tables(file: &File) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut written, mut read) = (BTreeSet::new(), BTreeSet::new());
    for literal in file.source.literals.iter().filter(|literal| !file.is_test_at(literal.at)) {
        let words: Vec<&str> = literal.text.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()).collect();
        if !matches!(words.first(), Some(&("select" | "insert" | "update" | "delete" | "with"))) {
            continue;
        }
        for (place, pair) in words.windows(2).enumerate() {
            let before = place.checked_sub(1).and_then(|place| words.get(place)).copied().unwrap_or_default();
            match (before, pair) {
                ("insert", ["into", table]) | ("delete", ["from", table]) => written.insert((*table).to_owned()),
                // `for update` locks and `do update set` belongs to an insert: neither names a table.
                (before, ["update", table]) if before != "do" && before != "for" => written.insert((*table).to_owned()),
                (_, ["from" | "join", table]) => read.insert((*table).to_owned()),
                _ => false,
            };
        }
    }
    let read = read.difference(&written).cloned().collect();
    (written, read)
}

/// The names of the constants of type `Sql`, and where they stand.
fn constants(file: &File) -> Vec<(String, usize)> {
    let code = &file.source.code;
    let found = code.match_indices("const ").filter_map(|(at, word)| {
        let name: String = code[at + word.len()..].chars().take_while(|c| is_word(*c)).collect();
        code[at + word.len() + name.len()..].starts_with(": Sql =").then_some((name, at))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORE: &str = r#"
        const ADD: Sql = Sql::both("insert into link (a) values {rows} on conflict do update set a = 1");
        const ADDED: Sql = Sql::both("select a from link l join client c on c.a = l.a for update");
        const HEAD: Sql = Sql::split("select 1", "select 1 for update");
        pub fn statements() -> Vec<Statement> { vec![("add", &ADDED), ("head", &HEAD)] }
    "#;

    #[test]
    fn a_statement_no_test_prepares_is_named() {
        let repository = Repository::of(&[("crates/a/src/b/store.rs", STORE), ("crates/a/src/pages.rs", "const A: Sql = Sql::both(\"\");")]);
        assert_eq!(listed(&repository)[0].what, "crates/a/src/b/store.rs ADD");
        assert_eq!(listed(&repository).len(), 1);
        assert_eq!(places(&repository)[0].what, "crates/a/src/pages.rs");
    }

    #[test]
    fn an_unexplained_difference_is_named() {
        let engines = "| `crates/a/src/b/store.rs` `GONE` | x | y |\n";
        let repository = Repository::of(&[("crates/a/src/b/store.rs", STORE), (EXPLAINED, engines)]);
        let found: Vec<String> = splits(&repository).into_iter().map(|c| c.what).collect();
        assert_eq!(found, ["`crates/a/src/b/store.rs` `HEAD`", "`crates/a/src/b/store.rs` `GONE`"]);
    }

    #[test]
    fn two_writers_of_a_table_are_named() {
        let other = "const A: Sql = Sql::both(\"update link set a = 2\");";
        let repository = Repository::of(&[("crates/a/src/b/store.rs", STORE), ("crates/a/src/c/store.rs", other)]);
        let found: Vec<String> = writers(&repository).into_iter().map(|c| c.what).collect();
        assert_eq!(found, ["link"]);
        let (written, read) = tables(repository.get("crates/a/src/b/store.rs").unwrap());
        assert!(written.contains("link") && read.contains("client") && read.len() == 1, "{written:?} {read:?}");
    }
}

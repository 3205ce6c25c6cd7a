//! Files: how they open, how long they are, what they are called, and that tests in them run.

use super::{Complaint, complaint};
use crate::repository::{File, Repository};
use crate::sources::{is_word, words};

/// Longest file of Rust, in lines.
const FILE: usize = 500;
/// Longest function, in lines.
const FUNCTION: usize = 80;
/// Longest template, in lines.
const TEMPLATE: usize = 200;
/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helper", "helpers", "common", "manager", "managers", "dto", "dtos", "misc", "mod"];
/// Endings of types that say nothing about what the type is.
const EMPTY_ENDINGS: &[&str] = &["Manager", "Helper", "Util", "Utils", "Dto"];

/// The first line of a file tells a newcomer what the file is.
pub fn openings(repository: &Repository) -> Vec<Complaint> {
    let silent = repository.rust().filter(|file| {
        let opening: Vec<&str> = file.text.lines().map_while(|line| line.strip_prefix("//!")).collect();
        let paragraph = opening.iter().take_while(|line| !line.trim().is_empty()).last().map_or("", |line| line.trim());
        !paragraph.ends_with(['.', '?', ':', '!'])
    });
    silent.map(|file| complaint(&file.path, format!("{}: open it with a `//!` sentence that says what it is", file.path))).collect()
}

/// What is too long to be read at once.
pub fn lengths(repository: &Repository) -> Vec<Complaint> {
    let mut found = Vec::new();
    for (files, most) in [(repository.rust().collect::<Vec<_>>(), FILE), (repository.templates().collect(), TEMPLATE)] {
        for file in files.into_iter().filter(|file| file.text.lines().count() > most) {
            let lines = file.text.lines().count();
            found.push(complaint(&file.path, format!("{}: {lines} lines, at most {most}: split it by what it does", file.path)));
        }
    }
    for file in repository.rust() {
        for function in file.source.functions().into_iter().filter(|function| function.lines > FUNCTION) {
            let (name, lines) = (&function.name, function.lines);
            let says = format!("{}:{}: {name} has {lines} lines, at most {FUNCTION}: give its steps names", file.path, function.line);
            found.push(complaint(format!("{} {name}", file.path), says));
        }
    }
    found
}

/// How long files and functions are at present, so that drift is seen: a file of 120 lines in the middle and nine of ten
/// under 300 feel at home, a function of ten.
pub fn sizes(repository: &Repository) -> String {
    let ours: Vec<&File> = repository.rust().collect();
    let files = ours.iter().map(|file| file.text.lines().count()).collect();
    let functions = ours.iter().flat_map(|file| file.source.functions()).map(|function| function.lines).collect();
    format!("files: {}; functions: {}", spread(files), spread(functions))
}

/// The number of sizes, their median, the size nine of ten keep to, and the largest.
fn spread(mut sizes: Vec<usize>) -> String {
    sizes.sort_unstable();
    let at = |share: usize| sizes.get(sizes.len() * share / 100).copied().unwrap_or(0);
    format!("{}, half up to {} lines, nine of ten up to {}, longest {}", sizes.len(), at(50), at(90), sizes.last().unwrap_or(&0))
}

/// Files, modules and types with names that would fit anything.
pub fn names(repository: &Repository) -> Vec<Complaint> {
    let mut found = Vec::new();
    for file in repository.rust() {
        let name = file.name().trim_end_matches(".rs");
        if EMPTY_NAMES.contains(&name) {
            found.push(complaint(&file.path, format!("{}: “{name}” says nothing: name it after what it knows", file.path)));
        }
        for word in ["struct", "enum", "trait", "type"] {
            for at in words(&file.source.code, word) {
                let name: String = file.source.code[at + word.len()..].trim_start().chars().take_while(|c| is_word(*c)).collect();
                // A role or state may well be called Manager; a type of which things are made may not.
                if EMPTY_ENDINGS.iter().any(|ending| name.ends_with(ending)) {
                    found.push(complaint(&name, format!("{}: {name}: call the type what it is, a noun of WORDS.md", file.place(at))));
                }
            }
        }
    }
    found
}

/// Tests that do not run, or that wait for the clock.
pub fn tests_run(repository: &Repository) -> Vec<Complaint> {
    let mut found = Vec::new();
    for file in repository.rust() {
        for (at, _) in file.source.code.match_indices("#[ignore") {
            found.push(complaint(&file.path, format!("{}: an ignored test: mend it or remove it", file.place(at))));
        }
        for at in words(&file.source.code, "sleep").filter(|at| file.is_test_at(*at)) {
            found.push(complaint(&file.path, format!("{}: a test that sleeps: hand in a clock, or wait for what is to happen", file.place(at))));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_by_their_spread() {
        assert_eq!(spread((1..=10).collect()), "10, half up to 6 lines, nine of ten up to 10, longest 10");
        assert_eq!(spread(Vec::new()), "0, half up to 0 lines, nine of ten up to 0, longest 0");
    }

    #[test]
    fn what_is_untidy_is_named() {
        let long = format!("//! A file.\nfn long() {{\n{}}}\n", "    one();\n".repeat(80));
        let repository = Repository::of(&[
            ("crates/a/src/utils.rs", "//! A file.\nstruct RowManager;\n"),
            ("crates/a/src/silent.rs", "fn a() {}\n"),
            ("crates/a/src/long.rs", &long),
            ("crates/a/tests/late.rs", "//! A file.\n#[ignore]\nfn a() { sleep(1); }\n"),
        ]);
        assert_eq!(names(&repository).len(), 2);
        assert_eq!(openings(&repository)[0].what, "crates/a/src/silent.rs");
        assert_eq!(lengths(&repository)[0].what, "crates/a/src/long.rs long");
        assert_eq!(tests_run(&repository).len(), 2);
    }
}

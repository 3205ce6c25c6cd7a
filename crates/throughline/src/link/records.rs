//! The ids and sources of records, and what was wrong with some of them.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// At most so many bad rows are told one by one.
const TOLD: usize = 20;

/// Record ids in order, one after the other in one text.
#[derive(Default)]
pub(super) struct Records {
    ids: String,
    ends: Vec<usize>,
    sources: HashMap<String, u32>,
    names: Vec<(u32, String)>,
    problems: usize,
}

impl Records {
    /// How many records there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The id of a record; empty for one that is not there.
    pub fn id(&self, at: usize) -> &str {
        let from = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|to| self.ids.get(from..*to)).unwrap_or("")
    }

    /// Adds the id of the next record.
    pub fn add(&mut self, id: &str) {
        self.ids.push_str(id);
        self.ends.push(self.ids.len());
    }

    /// The place of the first record with this id.
    pub fn place_of(&self, id: &str) -> Option<u32> {
        (0..self.len()).find(|at| self.id(*at) == id).map(|at| at as u32)
    }

    /// Fixes the number of a source, as a model knows it.
    pub fn know_source(&mut self, code: u32, name: &str) {
        self.sources.insert(name.to_owned(), code);
        self.names.push((code, name.to_owned()));
    }

    /// The number of a source, a new one if it is met for the first time.
    pub fn source(&mut self, name: &str) -> u32 {
        if let Some(code) = self.sources.get(name) {
            return *code;
        }
        let code = self.names.iter().map(|(code, _)| code + 1).max().unwrap_or(0);
        self.know_source(code, name);
        code
    }

    /// The name of a source.
    pub fn source_name(&self, code: u32) -> &str {
        self.names.iter().find(|(known, _)| *known == code).map_or("", |(_, name)| name)
    }

    /// Tells what is wrong with a row, counted from 1 for the first row after the header.
    pub fn complain(&mut self, file: &Path, row: usize, problem: &str) {
        self.problems += 1;
        if self.problems <= TOLD {
            eprintln!("{}, row {row}: {problem}", file.display());
        }
    }

    /// Tells how many more problems there were and which ids stand for several records.
    pub fn report(&self) {
        if self.problems > TOLD {
            eprintln!("... and {} more rows with problems", self.problems - TOLD);
        }
        // Equal ids have equal hashes: only those few are compared letter by letter.
        let hash = |at: u32| (hash_of(self.id(at as usize)), at);
        let mut hashes: Vec<(u64, u32)> = (0..self.len() as u32).map(hash).collect();
        hashes.sort_unstable();
        let repeats = hashes.windows(2).filter_map(|pair| match pair {
            [(one, a), (other, b)] if one == other && self.id(*a as usize) == self.id(*b as usize) => Some(*b),
            _ => None,
        });
        let mut twice: Vec<u32> = repeats.collect();
        twice.sort_unstable();
        if let Some(first) = twice.first() {
            eprintln!("{} records repeat the id of another, the first is `{}`; each is kept as a record of its own", twice.len(), self.id(*first as usize));
        }
    }
}

fn hash_of(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_sources_are_found_again() {
        let mut records = Records::default();
        records.add("a1");
        records.add("");
        records.add("b22");
        assert_eq!((records.id(0), records.id(1), records.id(2), records.id(3)), ("a1", "", "b22", ""));
        assert_eq!(records.place_of("b22"), Some(2));
        records.know_source(7, "health");
        assert_eq!((records.source("tax"), records.source("health")), (8, 7));
        assert_eq!(records.source_name(8), "tax");
    }
}

//! Matching two hardened sets. Needs no key, so that a third party can do it that knows neither names nor key.

use super::{Encoding, TOKENS, Token};
use std::collections::HashMap;

/// A row of each set that say the same of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Place of the row in the first set.
    pub ours: u32,
    /// Place of the row in the second set.
    pub theirs: u32,
    /// In how many columns they agree, from 1 to [`TOKENS`].
    pub agree: u32,
}

/// Every pair of rows that agree in a column, by their place in the second set, then in the first.
pub fn match_encodings(ours: &[Encoding], theirs: &[Encoding]) -> Vec<Match> {
    let mut agree: HashMap<(u32, u32), u32> = HashMap::new();
    for column in 0..TOKENS {
        let token = |row: &Encoding| row.tokens.get(column).copied().unwrap_or_default();
        // In a hardened set no token stands twice in a column.
        let known: HashMap<Token, u32> = ours.iter().enumerate().map(|(at, row)| (token(row), at as u32)).collect();
        for (at, row) in theirs.iter().enumerate() {
            if let Some(found) = known.get(&token(row)) {
                *agree.entry((at as u32, *found)).or_default() += 1;
            }
        }
    }
    let mut matches: Vec<Match> = agree.into_iter().map(|((theirs, ours), agree)| Match { ours, theirs, agree }).collect();
    matches.sort_unstable_by_key(|found| (found.theirs, found.ours));
    matches
}

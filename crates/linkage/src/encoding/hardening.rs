//! Hardening: what makes a set of encodings look like random numbers to whoever has no key.

use super::facts::{Said, TOKENS, rests_on_birth, rests_on_id};
use super::{Encoded, Encoding, Kept, Secret, Token};
use std::collections::HashMap;

/// A combination that more rows than this share tells of no one person and is dropped.
const MOST_ROWS: usize = 8;
/// Rows of one set that agree in so many columns are one person; twins agree in one or two.
const ENOUGH: usize = 3;

/// Hardens tokens: none stands twice, gaps are filled, rows are in random order.
pub(super) fn harden(said: &[Said], people: Option<&[u32]>, filler: &Secret) -> Encoded {
    let shared = shared(said);
    let people = people.map_or_else(|| one_person(said, &shared), <[u32]>::to_vec);
    let person = |row: u32| people.get(row as usize).copied().unwrap_or(row);
    let mut left = said.to_vec();
    let mut drop = |row: u32, column: usize| {
        if let Some(slot) = left.get_mut(row as usize).and_then(|tokens| tokens.get_mut(column)) {
            *slot = None;
        }
    };
    for (column, rows) in &shared {
        let first = rows.first().map(|row| person(*row));
        let telling = rows.len() <= MOST_ROWS && rows.iter().all(|row| Some(person(*row)) == first);
        for row in rows.iter().skip(usize::from(telling)) {
            drop(*row, *column);
        }
    }
    let mut encoded = Encoded { rows: Vec::new(), kept: Vec::new(), bare: Vec::new() };
    for (row, (tokens, before)) in left.iter().zip(said).enumerate() {
        let number = row as u32;
        if before.iter().all(Option::is_none) {
            encoded.bare.push(number);
            continue;
        }
        let fill = |column: usize| filler.token(column, &number.to_be_bytes());
        // The column after the last makes the handle.
        let handle = fill(TOKENS);
        let filled = std::array::from_fn(|column| tokens.get(column).copied().flatten().unwrap_or_else(|| fill(column)));
        encoded.rows.push(Encoding { handle, tokens: filled });
        encoded.kept.push(Kept { row: number, handle, person: person(number) });
    }
    encoded.rows.sort_unstable_by_key(|row| row.handle);
    encoded
}

/// The tokens that stand in several rows: their column and those rows, in order.
fn shared(said: &[Said]) -> Vec<(usize, Vec<u32>)> {
    let mut found = Vec::new();
    for column in 0..TOKENS {
        let token = |(row, tokens): (usize, &Said)| Some((tokens.get(column).copied().flatten()?, row as u32));
        let mut here: Vec<(Token, u32)> = said.iter().enumerate().filter_map(token).collect();
        here.sort_unstable();
        let groups = here.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1);
        found.extend(groups.map(|group| (column, group.iter().map(|(_, row)| *row).collect())));
    }
    found
}

/// A number for each row: rows that agree often enough, and contradict each other nowhere, are one person.
fn one_person(said: &[Said], shared: &[(usize, Vec<u32>)]) -> Vec<u32> {
    let mut agree: HashMap<(u32, u32), Vec<usize>> = HashMap::new();
    for (column, rows) in shared.iter().filter(|(_, rows)| rows.len() <= MOST_ROWS) {
        for (at, one) in rows.iter().enumerate() {
            for other in rows.iter().skip(at + 1) {
                agree.entry((*one, *other)).or_default().push(*column);
            }
        }
    }
    let mut up: Vec<u32> = (0..said.len() as u32).collect();
    for ((one, other), columns) in agree {
        if columns.len() >= ENOUGH && !contradict(said, one, other, &columns) {
            let (one, other) = (root(&mut up, one), root(&mut up, other));
            up[one.max(other) as usize] = one.min(other);
        }
    }
    (0..said.len() as u32).map(|row| root(&mut up, row)).collect()
}

/// Whether both rows state the number for life, or both the birth date, and agree in nothing that rests on it.
fn contradict(said: &[Said], one: u32, other: u32, agree: &[usize]) -> bool {
    let states = |row: u32, column: usize| said.get(row as usize).and_then(|tokens| tokens.get(column)).is_some_and(Option::is_some);
    let family = |kind: fn(usize) -> bool| {
        let both = (0..TOKENS).any(|column| kind(column) && states(one, column)) && (0..TOKENS).any(|column| kind(column) && states(other, column));
        both && !agree.iter().any(|column| kind(*column))
    };
    family(rests_on_id) || family(rests_on_birth)
}

fn root(up: &mut [u32], mut at: u32) -> u32 {
    while up[at as usize] != at {
        up[at as usize] = up[up[at as usize] as usize];
        at = up[at as usize];
    }
    at
}

//! Encodings that are attacked: for each person a list of tokens, column by column; the attacker sees equality, nothing else.

use crate::register::{Person, table};
use linkage::encoding::{Encoded as Set, Secret, TOKENS, encode};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A column and a token in it.
pub type Said = (usize, u64);
/// Everything that is said of each person, in the order of the register.
pub type Encoded = Vec<Vec<Said>>;

fn keyed(key: u8, column: usize, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (key, column, text).hash(&mut hasher);
    hasher.finish()
}

/// Every field hashed by itself under a key: what many call pseudonymised.
pub fn hashed_fields(people: &[Person], key: u8) -> Encoded {
    let fields = |person: &Person| {
        let said = person.fields().map(linkage::fold);
        said.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(|(at, text)| (at, keyed(key, at, text))).collect()
    };
    people.iter().map(fields).collect()
}

/// Records as Bloom filters of 1,000 bits: the letter pairs of name, birth date and number, ten keyed hashes each.
pub fn bloom_filters(people: &[Person], key: u8) -> Encoded {
    let filter = |person: &Person| {
        let mut bits: Vec<Said> = Vec::new();
        for (field, text) in person.fields().iter().take(4).enumerate() {
            let padded = format!("_{}_", linkage::fold(text));
            let letters: Vec<char> = padded.chars().collect();
            for pair in letters.windows(2) {
                let pair: String = pair.iter().collect();
                bits.extend((0..10).map(|n| (0, keyed(key, field * 16 + n, &pair) % 1000)));
            }
        }
        bits.sort_unstable();
        bits.dedup();
        bits
    };
    people.iter().map(filter).collect()
}

/// Our encodings as they leave the house, brought into the order of the register so that guesses can be marked.
pub fn ours(people: &[Person], key: u8) -> Encoded {
    let set = encode(&table(people), None, &Secret::new(&[key; 32], "attacked"), &[key.wrapping_add(100); 32]);
    in_order(people, &set)
}

fn in_order(people: &[Person], set: &Set) -> Encoded {
    let mut encoded = vec![Vec::new(); people.len()];
    for kept in &set.kept {
        let row = set.rows.binary_search_by_key(&kept.handle, |row| row.handle).unwrap();
        encoded[kept.row as usize] = set.rows[row].tokens.iter().copied().enumerate().collect();
    }
    encoded
}

/// The same tokens without hardening: repeated where two people share a combination, missing where a record lacks a fact.
pub fn not_hardened(people: &[Person], key: u8) -> Encoded {
    let secret = Secret::new(&[key; 32], "attacked");
    let one = |person: &Person| {
        let one = std::slice::from_ref(person);
        let (set, again) = (encode(&table(one), None, &secret, &[1; 32]), encode(&table(one), None, &secret, &[2; 32]));
        match (set.rows.first(), again.rows.first()) {
            // What chance filled differs; what the record says does not.
            (Some(set), Some(again)) => (0..TOKENS).filter(|at| set.tokens[*at] == again.tokens[*at]).map(|at| (at, set.tokens[at])).collect(),
            _ => Vec::new(),
        }
    };
    people.iter().map(one).collect()
}

/// The columns in which two houses that hold the same register agree about each person: what is seen by whoever matches for them.
pub fn agreeing(people: &[Person]) -> Encoded {
    let (one, other) = (ours(people, 1), again(people));
    let columns = |(one, other): (&Vec<Said>, &Vec<Said>)| {
        one.iter().zip(other).filter(|(a, b)| a == b).map(|((column, _), _)| (*column, 0)).collect()
    };
    one.iter().zip(&other).map(columns).collect()
}

/// The other house's set: the same key, other fillers.
fn again(people: &[Person]) -> Encoded {
    let set = encode(&table(people), None, &Secret::new(&[1; 32], "attacked"), &[77; 32]);
    in_order(people, &set)
}

/// The columns each person's record has anything to say in.
pub fn stated(people: &[Person]) -> Encoded {
    not_hardened(people, 1).into_iter().map(|said| said.into_iter().map(|(column, _)| (column, 0)).collect()).collect()
}

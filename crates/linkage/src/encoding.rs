//! Linking without names: what a record says becomes tokens under a secret key, and two sets of tokens are matched.
//!
//! A record has one token in each of [`TOKENS`] columns. A token is a keyed hash (HMAC-SHA256) of a combination of facts that is
//! nearly unique to one person: the birth date with the name, the personal number with a given name, the personal number with one
//! digit left out, and so on. There are many combinations, so that a mistake in one fact spares others, and one equal token is enough.
//! Nothing is compared by likeness, so there is nothing like a Bloom filter whose bits would betray the letters behind them.
//!
//! Before a set leaves the house it is hardened ([`encode`]): no token stands in it twice, what a record does not say is filled with
//! random tokens, and the rows stand in random order. Without the key such a set is random numbers: it has no frequencies to
//! count and no graph to compare (Vatsalan et al., *Privacy-preserving record linkage for big data*, 2017, section 5, names both attacks).
//! Whoever has both the key and a set can try names; the key is therefore made for one exchange and destroyed after it.

use crate::tables::Table;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

mod facts;
mod hardening;
mod matching;

pub use facts::TOKENS;
pub use matching::{Match, match_encodings};

/// How encodings are made. Another number makes other tokens: both sides of an exchange need the same.
pub const VERSION: u32 = 1;

/// One keyed hash, cut to 64 bits: in sets of a million records one chance agreement is expected in ten thousand exchanges.
pub type Token = u64;

/// 256 secret bits under which facts are hashed. Has no `Debug`, so that it is never printed by accident.
#[derive(Clone)]
pub struct Secret(Hmac<Sha256>);

impl Secret {
    /// The secret made of these bytes, for the exchange of this name: one key never serves two exchanges.
    pub fn new(bytes: &[u8; 32], exchange: &str) -> Secret {
        let hmac = match Hmac::<Sha256>::new_from_slice(bytes) {
            Ok(hmac) => hmac,
            // HMAC takes keys of any length: this arm is never reached.
            Err(_) => Hmac::<Sha256>::new(&Default::default()),
        };
        let mut secret = Secret(hmac);
        secret.0.update(&(exchange.len() as u64).to_be_bytes());
        secret.0.update(exchange.as_bytes());
        secret
    }

    /// The token of a text in a column.
    fn token(&self, column: usize, text: &[u8]) -> Token {
        let mut hmac = self.0.clone();
        hmac.update(&(column as u64).to_be_bytes());
        hmac.update(text);
        let bytes = hmac.finalize().into_bytes();
        bytes.iter().take(8).fold(0, |token, byte| token << 8 | u64::from(*byte))
    }
}

/// A record as it leaves the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// A random number that stands for the row, for this exchange only.
    pub handle: u64,
    /// One token for each column; random where the record says nothing, or where another row has said it.
    pub tokens: [Token; TOKENS],
}

/// What its maker keeps: which row of the table a handle stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The row of the table.
    pub row: u32,
    /// Its handle.
    pub handle: u64,
    /// Rows of one person have one number here, and the answer for one of them holds for all.
    pub person: u32,
}

/// A hardened set of encodings, and what its maker keeps to read the answer.
#[derive(Clone, Debug)]
pub struct Encoded {
    /// The rows that leave the house, in random order.
    pub rows: Vec<Encoding>,
    /// One for each row that said enough, in the order of the table.
    pub kept: Vec<Kept>,
    /// Rows that say too little to find anybody by; they are not among the encodings.
    pub bare: Vec<u32>,
}

/// Encodes and hardens the records of a table.
///
/// `people` gives each row the number of the person it belongs to, when that is known; a token that two people share is then of no
/// use and is dropped. Without it, rows that share a token are taken for one person, just as the other side would take them.
/// `chance` must be 256 fresh random bits: it makes handles and fillers, and is forgotten.
pub fn encode(table: &Table, people: Option<&[u32]>, secret: &Secret, chance: &[u8; 32]) -> Encoded {
    hardening::harden(&facts::tokens(table, secret), people, &Secret::new(chance, "filler"))
}

#[cfg(test)]
mod tests;

//! Opening what rows hold.

use db::{DbError, Row, Tx};
use seal::{Key, Masters, SealError};
use std::collections::HashMap;
use words::Id;

/// Opens sealed columns of rows that were joined with their subject's `wrapped` key; each key is unwrapped once.
pub struct Opener {
    masters: Masters,
    keys: HashMap<Id, Option<Key>>,
}

impl Opener {
    /// For the rows of this transaction.
    #[must_use]
    pub fn of(tx: &Tx) -> Opener {
        Opener { masters: tx.masters().clone(), keys: HashMap::new() }
    }

    /// The key of a subject, from the row's column `wrapped`; none when it was destroyed.
    ///
    /// # Errors
    /// [`DbError::Sealed`] when it is wrapped under another master key.
    pub fn key(&mut self, subject: Id, row: &Row) -> Result<Option<&Key>, DbError> {
        if !self.keys.contains_key(&subject) {
            let wrapped = row.opt_bytes("wrapped")?.filter(|wrapped| !wrapped.is_empty());
            let key = wrapped.map(|wrapped| unwrap(&self.masters, subject, wrapped)).transpose()?;
            self.keys.insert(subject, key);
        }
        Ok(self.keys.get(&subject).and_then(Option::as_ref))
    }

    /// What the row's column `sealed` says at this place: nothing, when the key that sealed it was destroyed.
    ///
    /// # Errors
    /// [`DbError::Sealed`] when it was changed, or is wrapped under another master key.
    pub fn open(&mut self, subject: Id, row: &Row, place: &[u8]) -> Result<Option<Vec<u8>>, DbError> {
        let Some(key) = self.key(subject, row)? else { return Ok(None) };
        let opened = key.open(place, row.bytes("sealed")?);
        opened.map(Some).map_err(|problem| broken(subject, problem))
    }

    /// The same as text; empty, when the key that sealed it was destroyed.
    ///
    /// # Errors
    /// See [`Opener::open`].
    pub fn text(&mut self, subject: Id, row: &Row, place: &[u8]) -> Result<String, DbError> {
        let plain = self.open(subject, row, place)?.unwrap_or_default();
        String::from_utf8(plain).map_err(|error| DbError::Column { column: "sealed".into(), problem: error.to_string() })
    }
}

/// `plain`, sealed under a subject's key for a place.
///
/// # Errors
/// [`DbError::Sealed`] when it is longer than the cipher allows.
pub fn sealed(key: &Key, subject: Id, place: &[u8], plain: &[u8]) -> Result<Vec<u8>, DbError> {
    key.seal(place, db::chance(), plain).map_err(|problem| broken(subject, problem))
}

pub(super) fn unwrap(masters: &Masters, subject: Id, wrapped: &[u8]) -> Result<Key, DbError> {
    masters.unwrap(subject.bytes(), wrapped).map_err(|problem| broken(subject, problem))
}

pub(super) fn broken(subject: Id, problem: SealError) -> DbError {
    DbError::Sealed { place: format!("what is said of {subject}"), problem }
}

//! Master keys: they wrap other keys, and one can follow another while everything is in use.

use crate::{Key, NONCE, SealError};
use std::sync::{Arc, RwLock};

/// How many bytes of a wrapped key name the master key.
const NAME: usize = 8;

/// The master keys of an installation: the current one wraps, all of them open. Cheap to clone; every clone learns with the others.
#[derive(Clone, Debug, Default)]
pub struct Masters {
    known: Arc<RwLock<Vec<Master>>>,
}

#[derive(Clone, Debug)]
struct Master {
    key: Key,
    name: [u8; NAME],
}

impl Master {
    fn new(bytes: [u8; 32]) -> Master {
        let key = Key::new(bytes);
        let mut name = [0; NAME];
        // What names the key tells nothing of it.
        name.copy_from_slice(&key.derived("name of the master key").bytes()[..NAME]);
        Master { key: key.derived("wrapping"), name }
    }
}

impl Masters {
    /// These master keys, the current one first. Without any nothing can be sealed or opened.
    #[must_use]
    pub fn new(keys: &[[u8; 32]]) -> Masters {
        let masters = Masters::default();
        masters.learn(keys);
        masters
    }

    /// Goes on with these, the current one first.
    pub fn learn(&self, keys: &[[u8; 32]]) {
        let mut known = self.known.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        *known = keys.iter().copied().map(Master::new).collect();
    }

    fn find(&self, fits: impl Fn(&Master) -> bool) -> Result<Master, SealError> {
        let known = self.known.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        known.iter().find(|master| fits(master)).cloned().ok_or(SealError::OtherKey)
    }

    /// Wraps a key under the current master key, for a place; see [`Key::seal`].
    ///
    /// # Errors
    /// [`SealError::OtherKey`] when there is no master key.
    pub fn wrap(&self, place: &[u8], nonce: [u8; NONCE], key: &Key) -> Result<Vec<u8>, SealError> {
        let master = self.find(|_| true)?;
        let mut wrapped = master.name.to_vec();
        wrapped.extend(master.key.seal(place, nonce, key.bytes())?);
        Ok(wrapped)
    }

    /// The key that was wrapped for the same place under any of the master keys.
    ///
    /// # Errors
    /// [`SealError::OtherKey`] or [`SealError::Changed`].
    pub fn unwrap(&self, place: &[u8], wrapped: &[u8]) -> Result<Key, SealError> {
        let (name, sealed) = wrapped.split_first_chunk::<NAME>().ok_or(SealError::Changed)?;
        let master = self.find(|master| master.name == *name)?;
        let bytes = master.key.open(place, sealed)?;
        bytes.try_into().map(Key::new).map_err(|_| SealError::Changed)
    }

    /// Whether a wrapped key is wrapped under the current master key.
    #[must_use]
    pub fn current(&self, wrapped: &[u8]) -> bool {
        self.find(|_| true).is_ok_and(|master| wrapped.starts_with(&master.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapped_key_opens_under_its_master_at_its_place() {
        let (masters, key) = (Masters::new(&[[1; 32]]), Key::new([9; 32]));
        let wrapped = masters.wrap(b"somebody", [3; NONCE], &key).unwrap();
        assert_eq!(masters.unwrap(b"somebody", &wrapped).unwrap().bytes(), key.bytes());
        assert_eq!(masters.unwrap(b"somebody else", &wrapped).unwrap_err(), SealError::Changed);
        assert_eq!(Masters::new(&[[2; 32]]).unwrap(b"somebody", &wrapped).unwrap_err(), SealError::OtherKey);
        assert_eq!(Masters::default().wrap(b"somebody", [3; NONCE], &key).unwrap_err(), SealError::OtherKey);
        assert_eq!(masters.unwrap(b"somebody", b"short").unwrap_err(), SealError::Changed);
    }

    #[test]
    fn one_master_follows_another_and_the_old_one_opens_until_it_is_forgotten() {
        let (masters, key) = (Masters::new(&[[1; 32]]), Key::new([9; 32]));
        let everywhere = masters.clone();
        let old = masters.wrap(b"somebody", [3; NONCE], &key).unwrap();
        everywhere.learn(&[[2; 32], [1; 32]]);
        assert!(!masters.current(&old));
        let new = masters.wrap(b"somebody", [4; NONCE], &masters.unwrap(b"somebody", &old).unwrap()).unwrap();
        assert!(masters.current(&new));
        everywhere.learn(&[[2; 32]]);
        assert_eq!(masters.unwrap(b"somebody", &old).unwrap_err(), SealError::OtherKey);
        assert_eq!(masters.unwrap(b"somebody", &new).unwrap().bytes(), key.bytes());
    }
}

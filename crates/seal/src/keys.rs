//! Keys that seal values.

use crate::{NONCE, SealError, WAY};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use sha2::Sha256;

/// A key: of one person, or of an installation.
#[derive(Clone)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Never the key itself, whoever prints what holds it.
        f.write_str("Key(…)")
    }
}

impl Key {
    /// The key of these bytes of chance.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals `plain` for a place, such as table and row. `nonce` is 12 bytes of chance, never used before.
    ///
    /// # Errors
    /// [`SealError::TooLong`] beyond 64 GiB.
    pub fn seal(&self, place: &[u8], nonce: [u8; NONCE], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let mut sealed = Vec::with_capacity(1 + NONCE + plain.len() + 16);
        sealed.push(WAY);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let text = sealed.get_mut(1 + NONCE..).ok_or(SealError::TooLong)?;
        let nonce = Nonce::assume_unique_for_key(nonce);
        let tag = self.cipher()?.seal_in_place_separate_tag(nonce, Aad::from(place), text).map_err(|_| SealError::TooLong)?;
        sealed.extend_from_slice(tag.as_ref());
        Ok(sealed)
    }

    /// Opens what was sealed for the same place.
    ///
    /// # Errors
    /// [`SealError::Changed`].
    pub fn open(&self, place: &[u8], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (way, rest) = sealed.split_first().ok_or(SealError::Changed)?;
        let (nonce, text) = rest.split_first_chunk::<NONCE>().ok_or(SealError::Changed)?;
        if *way != WAY {
            return Err(SealError::Changed);
        }
        let mut text = text.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let length = self.cipher()?.open_in_place(nonce, Aad::from(place), &mut text).map_err(|_| SealError::Changed)?.len();
        text.truncate(length);
        Ok(text)
    }

    /// A keyed hash of `said`: tells equal from unequal, and tells whoever has not the key nothing more.
    #[must_use]
    pub fn mark(&self, said: &[u8]) -> [u8; 32] {
        let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0) else { return [0; 32] };
        mac.update(said);
        mac.finalize().into_bytes().into()
    }

    /// The key that follows from this one for a purpose.
    #[must_use]
    pub fn derived(&self, purpose: &str) -> Key {
        let mut key = [0; 32];
        // 32 bytes are far below what HKDF can give; should it ever refuse, a keyed hash is as good a key.
        match Hkdf::<Sha256>::new(Some(b"throughline"), &self.0).expand(purpose.as_bytes(), &mut key) {
            Ok(()) => Key(key),
            Err(_) => Key(self.mark(purpose.as_bytes())),
        }
    }

    fn cipher(&self) -> Result<LessSafeKey, SealError> {
        // The key has the length the cipher asks for: this never fails.
        UnboundKey::new(&AES_256_GCM, &self.0).map(LessSafeKey::new).map_err(|_| SealError::Changed)
    }
}

/// The keys of an installation, one for each purpose.
#[derive(Clone, Debug)]
pub struct Keys {
    own: Key,
}

impl Keys {
    /// The keys that follow from the installation's own.
    #[must_use]
    pub fn new(own: Key) -> Keys {
        Keys { own }
    }

    /// Seals `plain` for `purpose` at `place`, such as `totp` and `second_factor.secret:` with the user's id.
    ///
    /// # Errors
    /// See [`Key::seal`].
    pub fn seal(&self, purpose: &str, place: &str, nonce: [u8; NONCE], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        self.own.derived(purpose).seal(place.as_bytes(), nonce, plain)
    }

    /// Opens what was sealed for the same purpose at the same place.
    ///
    /// # Errors
    /// See [`Key::open`].
    pub fn open(&self, purpose: &str, place: &str, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        self.own.derived(purpose).open(place.as_bytes(), sealed)
    }

    /// A keyed hash of `said` for `purpose`.
    #[must_use]
    pub fn mark(&self, purpose: &str, said: &str) -> [u8; 32] {
        self.own.derived(purpose).mark(said.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: &str = "second_factor.secret:1";

    fn keys(byte: u8) -> Keys {
        Keys::new(Key::new([byte; 32]))
    }

    #[test]
    fn what_was_sealed_opens_at_its_place_and_nowhere_else() {
        let keys = keys(7);
        let sealed = keys.seal("totp", PLACE, [1; NONCE], b"a secret").unwrap();
        assert!(!sealed.windows(8).any(|part| part == b"a secret"));
        assert_eq!(keys.open("totp", PLACE, &sealed).unwrap(), b"a secret");
        assert_eq!(keys.open("totp", "second_factor.secret:2", &sealed), Err(SealError::Changed));
        assert_eq!(keys.open("oidc", PLACE, &sealed), Err(SealError::Changed));
        assert_eq!(super::tests::keys(8).open("totp", PLACE, &sealed), Err(SealError::Changed));
    }

    #[test]
    fn a_change_of_any_byte_and_a_cut_anywhere_is_found() {
        let key = Key::new([7; 32]);
        let sealed = key.seal(b"entry 1", [1; NONCE], b"a secret").unwrap();
        assert_eq!(sealed.len(), 1 + NONCE + 8 + 16);
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(key.open(b"entry 1", &changed).is_err(), "byte {place}");
            assert!(key.open(b"entry 1", &sealed[..place]).is_err(), "cut at {place}");
        }
    }

    #[test]
    fn marks_differ_by_key_and_purpose() {
        let keys = keys(7);
        assert_eq!(keys.mark("throttle", "petr"), keys.mark("throttle", "petr"));
        assert_ne!(keys.mark("throttle", "petr"), keys.mark("throttle", "petra"));
        assert_ne!(keys.mark("throttle", "petr"), keys.mark("device", "petr"));
        assert_ne!(keys.mark("throttle", "petr"), super::tests::keys(8).mark("throttle", "petr"));
        assert_eq!(format!("{keys:?}"), "Keys { own: Key(…) }");
    }
}

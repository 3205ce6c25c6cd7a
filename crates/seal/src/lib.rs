//! Secrets at rest: one master key, a key of its own for each purpose, and nothing opened that was sealed for another place.
//!
//! [`Keys`] are made of the 32 bytes of the installation's master key, which never stand in the database. For each purpose
//! a key is derived by HKDF-SHA256; [`Keys::seal`] encrypts by XChaCha20-Poly1305 under it. The *place* (table, column and
//! row) is bound in: a sealed value that is copied to another row does not open there. Pure: the nonce is handed in.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The first byte of what is sealed: the way it was sealed, so that another way can follow.
const WAY: u8 = 1;
/// How many bytes of a sealed value name the master key.
const NAME: usize = 8;
/// The bytes of a nonce: random ones of this length never meet twice.
pub const NONCE: usize = 24;

/// Why a sealed value does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// It was sealed under another master key.
    #[error("this was sealed under another master key: is the key file the one of this installation?")]
    OtherKey,
    /// It was changed, cut, or moved from another place; or it was never sealed.
    #[error("this was changed after it was sealed, or sealed for another place")]
    Changed,
    /// What is to be sealed is too long for the cipher.
    #[error("this is too long to be sealed")]
    TooLong,
}

/// The keys of an installation, made of its master key.
#[derive(Clone)]
pub struct Keys {
    master: [u8; 32],
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Never the key itself, whoever prints what holds it.
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// The keys of this master key.
    #[must_use]
    pub fn new(master: [u8; 32]) -> Keys {
        Keys { master }
    }

    /// Seals `plain` for `purpose` at `place`, such as `totp` and `second_factor.secret:` with the user's id. `nonce` is
    /// 24 bytes of chance, never used before.
    ///
    /// # Errors
    /// [`SealError::TooLong`] beyond 256 GiB.
    pub fn seal(&self, purpose: &str, place: &str, nonce: [u8; NONCE], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let mut sealed = vec![WAY];
        sealed.extend_from_slice(&self.name());
        sealed.extend_from_slice(&nonce);
        let payload = Payload { msg: plain, aad: place.as_bytes() };
        sealed.extend(self.cipher(purpose).encrypt(&XNonce::from(nonce), payload).map_err(|_| SealError::TooLong)?);
        Ok(sealed)
    }

    /// Opens what was sealed for the same purpose at the same place.
    ///
    /// # Errors
    /// [`SealError::OtherKey`] or [`SealError::Changed`].
    pub fn open(&self, purpose: &str, place: &str, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (way, rest) = sealed.split_first().ok_or(SealError::Changed)?;
        let (name, rest) = rest.split_at_checked(NAME).ok_or(SealError::Changed)?;
        let (nonce, text) = rest.split_first_chunk::<NONCE>().ok_or(SealError::Changed)?;
        if *way != WAY {
            return Err(SealError::Changed);
        }
        if name != self.name() {
            return Err(SealError::OtherKey);
        }
        let payload = Payload { msg: text, aad: place.as_bytes() };
        self.cipher(purpose).decrypt(&XNonce::from(*nonce), payload).map_err(|_| SealError::Changed)
    }

    /// A keyed hash of `said` for `purpose`: tells equal from unequal, and tells whoever reads the database nothing more.
    #[must_use]
    pub fn mark(&self, purpose: &str, said: &str) -> [u8; 32] {
        hash(&self.derived(purpose), said.as_bytes())
    }

    /// What names the master key without telling anything of it.
    fn name(&self) -> [u8; NAME] {
        let mut name = [0; NAME];
        name.copy_from_slice(&self.derived("name of the master key")[..NAME]);
        name
    }

    fn cipher(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.derived(purpose).into())
    }

    fn derived(&self, purpose: &str) -> [u8; 32] {
        let mut key = [0; 32];
        // 32 bytes are far below what HKDF can give; should it ever refuse, a keyed hash is as good a key.
        if Hkdf::<Sha256>::new(Some(b"throughline"), &self.master).expand(purpose.as_bytes(), &mut key).is_err() {
            return hash(&self.master, purpose.as_bytes());
        }
        key
    }
}

fn hash(key: &[u8; 32], said: &[u8]) -> [u8; 32] {
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key) else { return [0; 32] };
    mac.update(said);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: &str = "second_factor.secret:1";

    #[test]
    fn what_was_sealed_opens_at_its_place_and_nowhere_else() {
        let keys = Keys::new([7; 32]);
        let sealed = keys.seal("totp", PLACE, [1; NONCE], b"a secret").unwrap();
        assert!(!sealed.windows(8).any(|part| part == b"a secret"));
        assert_eq!(keys.open("totp", PLACE, &sealed).unwrap(), b"a secret");
        assert_eq!(keys.open("totp", "second_factor.secret:2", &sealed), Err(SealError::Changed));
        assert_eq!(keys.open("oidc", PLACE, &sealed), Err(SealError::Changed));
        assert_eq!(Keys::new([8; 32]).open("totp", PLACE, &sealed), Err(SealError::OtherKey));
    }

    #[test]
    fn a_change_of_any_byte_and_a_cut_anywhere_is_found() {
        let keys = Keys::new([7; 32]);
        let sealed = keys.seal("totp", PLACE, [1; NONCE], b"a secret").unwrap();
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(keys.open("totp", PLACE, &changed).is_err(), "byte {place}");
            assert!(keys.open("totp", PLACE, &sealed[..place]).is_err(), "cut at {place}");
        }
    }

    #[test]
    fn marks_differ_by_key_and_purpose() {
        let keys = Keys::new([7; 32]);
        assert_eq!(keys.mark("throttle", "petr"), keys.mark("throttle", "petr"));
        assert_ne!(keys.mark("throttle", "petr"), keys.mark("throttle", "petra"));
        assert_ne!(keys.mark("throttle", "petr"), keys.mark("device", "petr"));
        assert_ne!(keys.mark("throttle", "petr"), Keys::new([8; 32]).mark("throttle", "petr"));
        assert_eq!(format!("{keys:?}"), "Keys(…)");
    }
}

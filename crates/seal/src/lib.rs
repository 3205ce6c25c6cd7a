//! Secrets at rest, in envelopes: master keys wrap keys, keys seal values, and nothing opens that was sealed for another place.
//!
//! [`Masters`] are the 32 bytes that never stand in the database, the current one first. They only *wrap* keys: a [`Key`] of each
//! person, so that destroying it erases what it sealed, and one of the installation, whose [`Keys`] have a key of their own for
//! each purpose (HKDF-SHA256). Everything is sealed by AES-256-GCM with its *place* (table, column and row) bound in: a sealed
//! value that is copied to another row does not open there. Pure: nonces are handed in.

mod keys;
mod masters;

pub use keys::{Key, Keys};
pub use masters::Masters;

/// The first byte of what is sealed: the way it was sealed, so that another way can follow.
const WAY: u8 = 1;
/// The bytes of a nonce. Random ones of this length do not meet twice among the few values one key seals, nor among the keys of a country
/// under one master key.
pub const NONCE: usize = 12;

/// Why a sealed value does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// It was wrapped under a master key that is not here.
    #[error("this was sealed under another master key: is the key file the one of this installation?")]
    OtherKey,
    /// It was changed, cut, or moved from another place; or it was never sealed.
    #[error("this was changed after it was sealed, or sealed for another place")]
    Changed,
    /// What is to be sealed is too long for the cipher.
    #[error("this is too long to be sealed")]
    TooLong,
}

//! The chain: each line's hash covers the line and the hash before it, under a key the database does not hold.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use words::{Id, Time};

/// The key that seals the log. Whoever has the database but not the key cannot forge a line.
#[derive(Clone)]
pub struct ChainKey([u8; 32]);

impl ChainKey {
    /// A key from 32 secret bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> ChainKey {
        ChainKey(bytes)
    }
}

/// One line of the access log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place, from 1, without gaps.
    pub seq: i64,
    /// When.
    pub at: Time,
    /// Who.
    pub user: Id,
    /// Their name at the time.
    pub user_name: String,
    /// For which organisation.
    pub organisation: String,
    /// Whom it concerned, when it was one person.
    pub client: Option<Id>,
    /// What was asked: an act's word.
    pub act: String,
    /// Which parts of the file.
    pub parts: String,
    /// What for.
    pub purpose: String,
    /// On what legal ground.
    pub ground: String,
    /// `granted`, or `refused:` and why.
    pub outcome: String,
}

/// The seal on where the log begins: after line `seq`, whose hash this is. A line's own hash is never one, since it covers more.
pub(super) fn seal(key: &ChainKey, seq: i64, hash: &[u8]) -> [u8; 32] {
    sealed(key, b"the log begins after", &[&seq.to_be_bytes(), hash])
}

/// The seal on the end of an export: at this moment the log had so many lines, and this was the hash of the last.
pub(super) fn end_seal(key: &ChainKey, at: Time, lines: i64, hash: &[u8]) -> [u8; 32] {
    sealed(key, b"an export ends", &[&at.micros().to_be_bytes(), &lines.to_be_bytes(), hash])
}

fn sealed(key: &ChainKey, what: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC takes keys of any length, so this never fails; an all-zero seal would be found broken.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key.0) else { return [0; 32] };
    mac.update(what);
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The hash of `line` after the line whose hash is `before`.
pub(super) fn hash(key: &ChainKey, before: &[u8], line: &Line) -> [u8; 32] {
    let mut mac = match Hmac::<Sha256>::new_from_slice(&key.0) {
        Ok(mac) => mac,
        // HMAC takes keys of any length, so this arm is never reached; an all-zero hash would verify as broken.
        Err(_) => return [0; 32],
    };
    let client = line.client.map(|c| c.to_string()).unwrap_or_default();
    mac.update(before);
    mac.update(&line.seq.to_be_bytes());
    mac.update(&line.at.micros().to_be_bytes());
    mac.update(line.user.bytes());
    for text in [
        &line.user_name, &line.organisation, &client, &line.act, &line.parts, &line.purpose, &line.ground, &line.outcome,
    ] {
        // The length keeps “ab”+“c” and “a”+“bc” apart.
        mac.update(&(text.len() as u64).to_be_bytes());
        mac.update(text.as_bytes());
    }
    mac.finalize().into_bytes().into()
}

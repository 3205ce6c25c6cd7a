//! Checkpoints: how long the log was at a moment, and its last hash, signed. Whoever keeps one elsewhere finds a log that was cut,
//! turned back or written anew, even by those who hold its key.
//!
//! A checkpoint is a signed note (the text format that transparency logs use: C2SP `signed-note` with an Ed25519 signature), so
//! that a second organisation needs nothing of ours to check it.

use std::ops::Range;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use words::Time;

/// What the first line of every checkpoint says.
const ORIGIN: &str = "throughline access log";
/// The byte that stands for Ed25519 in signed notes.
const ALGORITHM: u8 = 1;

/// How long the log was, and what its last line's hash was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// How many lines there were; 0 for an empty log.
    pub lines: i64,
    /// The hash of the last of them; 32 zero bytes for an empty log.
    pub hash: [u8; 32],
    /// When.
    pub at: Time,
}

/// Why a text is not a checkpoint of this log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// The text has another form.
    #[error("this is no checkpoint of an access log")]
    Form,
    /// Nobody signed it, or somebody else.
    #[error("this checkpoint is not signed with the key of this log")]
    Signature,
    /// A key that is no key.
    #[error("this is no key of a log: it begins with “throughline+” and was printed by `audit key`")]
    Key,
}

/// Signs checkpoints. Its secret never stands in the database.
pub struct Signer {
    pair: Ed25519KeyPair,
}

impl Signer {
    /// The signer with this secret, 32 random bytes.
    ///
    /// # Errors
    /// [`CheckpointError::Key`]; never with 32 bytes.
    pub fn new(secret: &[u8; 32]) -> Result<Signer, CheckpointError> {
        let pair = Ed25519KeyPair::from_seed_unchecked(secret).map_err(|_| CheckpointError::Key)?;
        Ok(Signer { pair })
    }

    /// The key that others check with.
    #[must_use]
    pub fn verifier(&self) -> Verifier {
        let mut key = [0; 32];
        key.copy_from_slice(self.pair.public_key().as_ref());
        Verifier { key }
    }

    /// A checkpoint as a signed note.
    #[must_use]
    pub fn sign(&self, checkpoint: &Checkpoint) -> String {
        let Checkpoint { lines, hash, at } = checkpoint;
        let text = format!("{ORIGIN}\n{lines}\n{}\n{}\n", STANDARD.encode(hash), at.micros());
        let signature = self.pair.sign(text.as_bytes());
        let signed = [&self.verifier().number()[..], signature.as_ref()].concat();
        format!("{text}\n\u{2014} throughline {}\n", STANDARD.encode(signed))
    }
}

/// Where each note stands in bytes in which notes follow each other, from its first line to the next one's. What stands before the first
/// is a place of its own, unless it is blank.
#[must_use]
pub fn notes_in(bytes: &[u8]) -> Vec<Range<usize>> {
    let lines = std::iter::once(0).chain(bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1));
    let mut begins: Vec<usize> = lines.filter(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(ORIGIN.as_bytes()))).collect();
    let first = begins.first().copied().unwrap_or(bytes.len());
    if !bytes.get(..first).unwrap_or_default().trim_ascii().is_empty() {
        begins.insert(0, 0);
    }
    let ends = begins.iter().skip(1).copied().chain(std::iter::once(bytes.len()));
    begins.iter().copied().zip(ends).map(|(from, to)| from..to).collect()
}

/// Checks who signed a checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verifier {
    key: [u8; 32],
}

impl Verifier {
    /// The verifier that prints like this.
    ///
    /// # Errors
    /// [`CheckpointError::Key`] for anything else.
    pub fn parse(text: &str) -> Result<Verifier, CheckpointError> {
        let encoded = text.trim().strip_prefix("throughline+").and_then(|rest| rest.split_once('+')).map(|(_, key)| key);
        let bytes = encoded.and_then(|key| STANDARD.decode(key).ok()).ok_or(CheckpointError::Key)?;
        let key = bytes.strip_prefix(&[ALGORITHM]).and_then(|key| key.try_into().ok()).ok_or(CheckpointError::Key)?;
        let verifier = Verifier { key };
        if verifier.to_string() == text.trim() { Ok(verifier) } else { Err(CheckpointError::Key) }
    }

    /// The checkpoint that this note says, if this log's key signed it.
    ///
    /// # Errors
    /// See [`CheckpointError`].
    pub fn open(&self, note: &str) -> Result<Checkpoint, CheckpointError> {
        let (text, signatures) = note.split_once("\n\n").ok_or(CheckpointError::Form)?;
        let text = format!("{text}\n");
        let lines: Vec<&str> = text.lines().collect();
        let [ORIGIN, count, hash, at] = lines.as_slice() else { return Err(CheckpointError::Form) };
        let ours = |line: &str| {
            let signed = line.strip_prefix("\u{2014} throughline ").and_then(|signed| STANDARD.decode(signed.trim()).ok())?;
            let signature = signed.strip_prefix(&self.number())?;
            UnparsedPublicKey::new(&ED25519, self.key).verify(text.as_bytes(), signature).ok()
        };
        signatures.lines().find_map(ours).ok_or(CheckpointError::Signature)?;
        let hash = STANDARD.decode(hash).ok().and_then(|hash| hash.try_into().ok()).ok_or(CheckpointError::Form)?;
        let lines = count.parse().ok().filter(|lines| *lines >= 0).ok_or(CheckpointError::Form)?;
        let at = Time::from_micros(at.parse().map_err(|_| CheckpointError::Form)?);
        Ok(Checkpoint { lines, hash, at })
    }

    /// The checkpoints of a file in which notes follow each other, and of each note that is none its number, from 1, and why.
    /// One bad note takes nothing from the others: a file whose last note was torn still holds what it held.
    #[must_use]
    pub fn open_all(&self, notes: &str) -> (Vec<Checkpoint>, Vec<(usize, CheckpointError)>) {
        let (mut good, mut bad) = (Vec::new(), Vec::new());
        for (number, place) in notes_in(notes.as_bytes()).into_iter().enumerate() {
            match self.open(notes.get(place).unwrap_or_default()) {
                Ok(checkpoint) => good.push(checkpoint),
                Err(problem) => bad.push((number + 1, problem)),
            }
        }
        (good, bad)
    }

    /// The four bytes that name a key in a signed note.
    fn number(&self) -> [u8; 4] {
        let mut digest = Sha256::new();
        digest.update(b"throughline\n");
        digest.update([ALGORITHM]);
        digest.update(self.key);
        let digest = digest.finalize();
        [digest[0], digest[1], digest[2], digest[3]]
    }
}

impl std::fmt::Display for Verifier {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("throughline+")?;
        self.number().iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_char('+')?;
        f.write_str(&STANDARD.encode([&[ALGORITHM][..], &self.key].concat()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkpoint(lines: i64) -> Checkpoint {
        Checkpoint { lines, hash: [7; 32], at: Time::from_micros(1_795_420_800_000_000) }
    }

    #[test]
    fn what_is_signed_opens_with_the_printed_key_and_no_other() {
        let signer = Signer::new(&[5; 32]).unwrap();
        let note = signer.sign(&checkpoint(42));
        let verifier = Verifier::parse(&signer.verifier().to_string()).unwrap();
        assert_eq!(verifier.open(&note), Ok(checkpoint(42)));
        let other = Signer::new(&[6; 32]).unwrap().verifier();
        assert_eq!(other.open(&note), Err(CheckpointError::Signature));
        assert_eq!(verifier.open(&note.replace("\n42\n", "\n41\n")), Err(CheckpointError::Signature));
        assert_eq!(verifier.open("nothing"), Err(CheckpointError::Form));
        assert_eq!(Verifier::parse("throughline+00000000+AAAA"), Err(CheckpointError::Key));
    }

    #[test]
    fn a_key_is_the_one_that_other_programs_make_of_the_same_secret() {
        // The public key of the secret of 32 fives, as OpenSSL 3.0 gives it.
        let signer = Signer::new(&[5; 32]).unwrap();
        assert_eq!(STANDARD.encode(signer.verifier().key), "bnoc3Smwt4/ROvTFWY/v9O8qlxZuPKby5Pv8zYBQW/E=");
    }

    #[test]
    fn notes_that_follow_each_other_are_all_read_and_a_bad_one_is_named() {
        let signer = Signer::new(&[5; 32]).unwrap();
        let file: String = (1..4).map(|lines| signer.sign(&checkpoint(lines))).collect();
        let verifier = signer.verifier();
        let lines = |text: &str| {
            let (good, bad) = verifier.open_all(text);
            (good.iter().map(|one| one.lines).collect::<Vec<_>>(), bad)
        };
        assert_eq!(lines(&file), (vec![1, 2, 3], vec![]));
        assert_eq!(lines(&format!("\n{file}")), (vec![1, 2, 3], vec![]));
        assert_eq!(lines(""), (vec![], vec![]));
        assert_eq!(lines(&file.replace("\n2\n", "\n5\n")), (vec![1, 3], vec![(2, CheckpointError::Signature)]));
        assert_eq!(lines(&format!("a word before\n{file}")), (vec![1, 2, 3], vec![(1, CheckpointError::Form)]));
    }

    #[test]
    fn a_note_that_was_torn_hides_none_that_came_after_it() {
        let signer = Signer::new(&[5; 32]).unwrap();
        let [first, second] = [1, 2].map(|lines| signer.sign(&checkpoint(lines)));
        let verifier = signer.verifier();
        for at in 1..first.len() {
            let (good, bad) = verifier.open_all(&format!("{}\n{second}", String::from_utf8_lossy(&first.as_bytes()[..at])));
            assert_eq!(good.last(), Some(&checkpoint(2)), "torn after {at} bytes");
            assert_eq!(good.len() + bad.len(), 2, "torn after {at} bytes");
        }
    }
}

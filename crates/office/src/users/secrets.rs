//! Tokens and passwords: made here, kept nowhere but as hashes.

use crate::clock::chance;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use sha2::{Digest, Sha256};

/// A secret that opens a session: 256 random bits, shown as hexadecimal.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// A new token.
    #[must_use]
    pub fn new() -> Token {
        Token(format!("{:032x}{:032x}", chance(), chance()))
    }

    /// A token as it came in a cookie or link; whether it is one shows when it is looked up.
    #[must_use]
    pub fn given(text: &str) -> Token {
        Token(text.to_owned())
    }

    /// The secret itself, for the cookie or link.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// What is stored.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl Default for Token {
    fn default() -> Token {
        Token::new()
    }
}

/// The cost of a password's hash: 19 MiB, two passes, one lane (OWASP's minimum for Argon2id).
fn argon() -> Option<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).ok()?;
    Some(Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params))
}

/// The hash of a password in PHC format; none when it cannot be made. Takes about 20 ms of one core.
#[must_use]
pub fn hash_password(password: &str) -> Option<String> {
    let salt = chance().to_be_bytes();
    Some(argon()?.hash_password_with_salt(password.as_bytes(), &salt).ok()?.to_string())
}

/// Whether `password` is the one behind `stored`. Without a stored hash the same work is done and the answer is no, so
/// that the time taken does not tell whether a name exists.
pub(super) fn password_fits(password: &str, stored: Option<&str>) -> bool {
    const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODY)) else { return false };
    let Some(argon) = argon() else { return false };
    argon.verify_password(password.as_bytes(), &hash).is_ok() && stored.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_and_no_other() {
        let stored = hash_password("correct horse").unwrap();
        assert!(password_fits("correct horse", Some(&stored)));
        assert!(!password_fits("battery staple", Some(&stored)));
        assert!(!password_fits("correct horse", None));
        assert_ne!(stored, hash_password("correct horse").unwrap(), "each hash has its own salt");
    }

    #[test]
    fn tokens_are_long_and_never_twice_the_same() {
        let (one, two) = (Token::new(), Token::new());
        assert_eq!(one.secret().len(), 64);
        assert_ne!(one.hash(), two.hash());
    }
}

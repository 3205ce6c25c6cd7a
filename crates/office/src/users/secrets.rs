//! Tokens: made here, kept nowhere but as hashes.

use crate::clock::chance;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_long_and_never_twice_the_same() {
        let (one, two) = (Token::new(), Token::new());
        assert_eq!(one.secret().len(), 64);
        assert_ne!(one.hash(), two.hash());
    }
}

//! Argon2id.

use super::Fit;
use crate::clock::chance;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use unicode_normalization::UnicodeNormalization;

/// How a hash of today begins: 64 MiB, three passes, four lanes.
const TODAY: &str = "$argon2id$v=19$m=65536,t=3,p=4$";
/// A hash that nothing fits, as costly as any.
const NOBODY: &str = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn argon() -> Option<Argon2<'static>> {
    let params = Params::new(64 * 1024, 3, 4, None).ok()?;
    Some(Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params))
}

/// The same letters typed on another keyboard are the same password (NFKC).
fn folded(password: &str) -> String {
    password.nfkc().collect()
}

/// The hash of a password in PHC format; none when it cannot be made. Takes about a tenth of a second of one core.
#[must_use]
pub fn hash_password(password: &str) -> Option<String> {
    let salt = chance().to_be_bytes();
    Some(argon()?.hash_password_with_salt(folded(password).as_bytes(), &salt).ok()?.to_string())
}

pub(super) fn fits(password: &str, stored: Option<&str>) -> Fit {
    let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODY)) else { return Fit::Not };
    let Some(argon) = argon() else { return Fit::Not };
    let fits = argon.verify_password(folded(password).as_bytes(), &hash).is_ok();
    match stored {
        Some(stored) if fits && stored.starts_with(TODAY) => Fit::Fits,
        Some(_) if fits => Fit::FitsOld,
        _ => Fit::Not,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_and_no_other() {
        let stored = hash_password("correct horse").unwrap();
        assert!(stored.starts_with(TODAY), "{stored}");
        assert_eq!(fits("correct horse", Some(&stored)), Fit::Fits);
        assert_eq!(fits("battery staple", Some(&stored)), Fit::Not);
        assert_eq!(fits("correct horse", None), Fit::Not);
        assert_ne!(stored, hash_password("correct horse").unwrap(), "each hash has its own salt");
    }

    #[test]
    fn a_password_typed_with_other_keys_is_the_same() {
        let stored = hash_password("Z\u{fc}rich ist sch\u{f6}n").unwrap();
        assert_eq!(fits("Zu\u{308}rich ist scho\u{308}n", Some(&stored)), Fit::Fits);
    }

    #[test]
    fn a_hash_of_former_days_fits_and_is_known_as_old() {
        let params = Params::new(19 * 1024, 2, 1, None).unwrap();
        let old = Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
        let stored = old.hash_password_with_salt(b"correct horse", &[3; 16]).unwrap().to_string();
        assert_eq!(fits("correct horse", Some(&stored)), Fit::FitsOld);
        assert_eq!(fits("another", Some(&stored)), Fit::Not);
    }
}

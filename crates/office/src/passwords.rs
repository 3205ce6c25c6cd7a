//! Passwords: which are refused, how they are kept, and whether one fits.
//!
//! After NIST SP 800-63B-4, section 3.1.1.2: a least length, no rule about kinds of characters, no change without a reason,
//! and a list of what everybody uses. Kept as Argon2id with the second recommended parameters of RFC 9106 (64 MiB, three
//! passes, four lanes), far above OWASP's floor of 19 MiB.

mod hashing;
mod rules;

pub use hashing::hash_password;
pub use rules::{Weakness, weakness};

use tokio::sync::Semaphore;

/// A hash takes a tenth of a second of a core and 64 MiB: more than two at once would starve everybody else.
static HASHING: Semaphore = Semaphore::const_new(2);

/// What came of holding a password against a stored hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It fits.
    Fits,
    /// It fits, and was kept in an older way: keep it anew.
    FitsOld,
    /// It does not fit, or there is none to fit.
    Not,
}

/// Whether `password` is the one behind `stored`. Without a stored hash the same work is done and the answer is no, so that
/// the time taken does not tell whether a name exists.
pub async fn fits(password: &str, stored: Option<&str>) -> Fit {
    let _turn = HASHING.acquire().await;
    let (password, stored) = (password.to_owned(), stored.map(str::to_owned));
    let found = tokio::task::spawn_blocking(move || hashing::fits(&password, stored.as_deref())).await;
    found.unwrap_or(Fit::Not)
}

/// The hash of a password, made without keeping other requests waiting; none when it cannot be made.
pub async fn hash(password: &str) -> Option<String> {
    let _turn = HASHING.acquire().await;
    let password = password.to_owned();
    tokio::task::spawn_blocking(move || hash_password(&password)).await.ok().flatten()
}

//! The case history: append-only entries, and the log of who opened what.
//!
//! Three rooms. [`entries`] keeps what happened to people, dated twice and never changed. [`access`] keeps who asked to
//! see or change it, as a keyed hash chain; it is the only place where a grant becomes a permit. [`keys`] keeps
//! under which key what is said about somebody is sealed.

pub mod access;
pub mod entries;
pub mod keys;

use db::Statement;

/// The statements of every room of this crate, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    [entries::statements(), access::statements(), keys::statements()].concat()
}

//! The case history: append-only entries, and the log of who opened what.
//!
//! Three rooms. [`entries`] keeps what happened to people, dated twice and never changed. [`access`] keeps who asked to
//! see or change it, as a keyed hash chain; it is the only place where a grant becomes a permit. [`flags`] keeps what in that log
//! somebody ought to look at, and what was done about it.

pub mod access;
pub mod entries;
pub mod flags;

//! The case history: append-only entries, and the log of who opened what.
//!
//! Two rooms. [`entries`] keeps what happened to people, dated twice and never changed. [`access`] keeps who asked to
//! see or change it, as a keyed hash chain; it is the only place where a grant becomes a permit.

pub mod access;
pub mod entries;

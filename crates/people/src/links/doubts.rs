//! Pairs that linkage leaves open: who waits for a person to look, what speaks for them, and how much harm a wrong link would do.
//! Table: `possible_match`.

mod store;

pub(super) use store::set_possible;
pub use store::{Outline, Possible, outlines, possible, possible_between, possible_count, possible_some, set_grades, statements};

//! My day: what a counsellor does next without opening a list. Today's meetings, those of which nobody has said what came of them, which of
//! their own clients need something and why, and what they have typed and not saved.
//!
//! A client needs something when nobody has met them for nearly as long as the floor allows, or longer, and when a job integration agreement
//! comes due and there is none. Whoever covers for somebody sees theirs as well. Page `/my-day`. Owns no tables.

mod pages;
pub(crate) mod rules;

pub use pages::routes;

//! The in-depth assessment: the whole situation of somebody, in their own view and in the counsellor's, with strengths before barriers.
//!
//! It is made with an instrument of the pack ([`office::packs::Instrument`]), dimension by dimension; every stop is a valid stop, since all
//! of it is a draft ([`crate::drafts`]) until it is finished. Then it becomes entries of the history: one with the conclusion and the usual answers, and
//! one for each dimension that is more sensitive than an assessment is, so that who reads what is decided by the rules for entries and by nothing
//! else. What is read back is worked out from entries alone.
//!
//! Pages `/clients/{client}/assessments`. No table of its own.

mod actions;
mod form;
mod pages;
mod rules;
mod writing;

use office::{App, Routes};

pub use rules::{Answer, Assessment, Finding, Goal, Said, Wish, assessments, told};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    pages::routes(app).and(writing::routes(app))
}

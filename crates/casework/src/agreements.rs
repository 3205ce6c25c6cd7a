//! The job integration agreement: what the client and the services promise each other, offered, signed by both, reviewed, changed and ended.
//!
//! A version that is being written is a draft ([`crate::drafts`]). Once it is offered it is an entry of the history that holds all of it; signing,
//! refusing, disagreeing, what became of a step, a review and the end are entries too, and nothing is ever changed. Where an agreement stands
//! is worked out from those entries alone ([`Agreement::state`]), so that it can be told for any day.
//!
//! Pages `/clients/{client}/agreement`. No table of its own.

mod actions;
mod differences;
mod draft_page;
mod form;
mod hints;
mod pages;
mod rules;
mod told;

use office::{App, Routes};

pub use rules::{Agreement, Became, Goal, Progress, State, Step, Version, agreements};
pub use told::told;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    pages::routes(app).and(draft_page::routes(app))
}

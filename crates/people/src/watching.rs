//! Watching: the access log is held against the rules of the pack, and what they find waits for the data-protection officer.
//!
//! The program looks at every new line once a minute or sooner ([`look`]); nodes take turns and go on where the last one stopped, and
//! a line is flagged at most once by a rule. What is raised, asked and answered is `history::flags`. Pages `/oversight`,
//! `/oversight/well-known`, `/asked`. Tables: `watched`, `well_known`.

mod actions;
mod asked_page;
mod desk_page;
mod flag_page;
mod pages;
mod rules;
mod store;
mod well_known_page;

pub use actions::{look, waiting};
pub use pages::{names, permit, routes};
pub use store::{marks_of, statements};

/// An outcome stands on the page of whoever looked for so many seconds: a month.
pub const TOLD_SECONDS: i64 = 30 * 24 * 3600;

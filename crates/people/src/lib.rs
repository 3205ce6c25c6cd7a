//! People: what sources say about them (records), which records are one person (links), and how to find one.

pub mod breaches;
pub mod consents;
pub mod decisions;
pub mod estimates;
pub mod find;
pub mod links;
pub mod matches;
pub mod questions;
pub mod quality;
pub mod records;
pub mod register;
pub mod relations;
pub mod releases;
pub mod requests;
pub mod search;
pub mod single_view;
pub mod teams;
pub mod watching;
pub mod would_see;
pub mod without_names;

use db::Statement;

/// The statements of every room of this crate, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    [
        records::statements(), search::statements(), links::statements(), decisions::statements(), questions::statements(),
        estimates::statements(), quality::statements(), relations::statements(), consents::statements(), watching::statements(), requests::statements(),
        breaches::statements(), releases::statements(), teams::statements(),
    ]
    .concat()
}

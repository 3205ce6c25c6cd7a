//! The counsellor's work with one client: meetings, planned, held and missed.

pub mod meetings;

use db::Statement;

/// The statements of every room of this crate, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    meetings::statements()
}

//! What comes in from other organisations: files, the feeds that say how to read them, their runs, and what waits.

pub mod feeds;
pub mod files;
pub mod imports;
pub mod quarantine;
pub mod systems;

use db::Statement;

/// The statements of every room of this crate, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    [feeds::statements(), imports::statements(), quarantine::statements()].concat()
}

//! Exports of the access log: the whole log leaves the installation as a file when two people want it (domain study ACC-17).
//!
//! The data-protection officer wishes it, with a reason; somebody else, a steward or another officer, agrees. From then on, for the hours
//! that the pack gives, the officer who wished it takes the lines up to that moment, in parts that are checked like any other export
//! (`throughline audit verify --export`). What is exported at the machine, by whoever holds its keys, stands on the same list.
//! Pages `/log-exports`, `/log-exports/{export}`. Tables: `log_export`, `log_export_step`.

mod actions;
mod pages;
mod store;

pub use actions::at_machine;
pub use pages::routes;
pub use store::statements;
pub(crate) use store::waits_for;

use words::stored_words;

stored_words! {
    /// What came of a wish.
    Outcome {
        /// Somebody else agreed.
        Agreed = "agreed",
        /// Somebody else said no.
        Declined = "declined",
        /// Whoever wished it took the wish back.
        Withdrawn = "withdrawn",
        /// It was no wish: it was done at the machine, by whoever holds the keys there.
        Machine = "machine",
    }
}

#[cfg(test)]
mod tests;

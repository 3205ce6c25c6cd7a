//! Erasures: everything that is kept of somebody is removed, for good (GDPR article 17; the end of the time that the register names).
//!
//! The data-protection officer sees what would go and wishes it; somebody else, a steward or another officer, agrees. What goes is removed
//! from every table and its keys are destroyed, in one transaction; what is left is a certificate that names nobody, the lines of the access
//! log, and marks that keep the person from coming back with the next file. A legal hold stops it, and its end lets it go on.
//!
//! Pages `/clients/{client}/erasure`, `/erasures`, `/erasures/{erasure}`. Tables: `erasure`, `erasure_person`, `erasure_step`, `legal_hold`,
//! `legal_hold_end`, and, while somebody is removed, `erasing`.

mod actions;
mod desk_page;
mod one_page;
mod pages;
mod person_page;
mod removal;
mod store;

pub use pages::routes;
pub(crate) use pages::name_of;
pub use actions::sweep;
pub(crate) use actions::wish;
pub(crate) use removal::remove;
pub(crate) use store::{Erasure, Hold, holds, of_client, waits_for};

use db::Statement;
use words::stored_words;

stored_words! {
    /// Why somebody is erased: what article 17(1) names, and the end of the time.
    Why {
        /// It is no longer needed for what it was kept for (a).
        NotNeeded = "not-needed",
        /// The consent it rests on was withdrawn (b).
        ConsentWithdrawn = "consent-withdrawn",
        /// The person has objected, and nothing outweighs it (c).
        Objection = "objection",
        /// It was kept without a ground (d).
        Unlawful = "unlawful",
        /// A law demands it (e).
        Duty = "duty",
        /// It was collected from a child on the net (f).
        Child = "child",
        /// The time that the register names is over.
        TimeOver = "time-over",
    }
}

stored_words! {
    /// What came of it for one person.
    Outcome {
        /// Everything is gone.
        Erased = "erased",
        /// The second person said no.
        Declined = "declined",
        /// A legal hold keeps it.
        Held = "held",
        /// The file is another one than when it was wished: joined with another, or heard of again.
        Changed = "changed",
    }
}

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    [store::statements(), removal::statements()].concat()
}

#[cfg(test)]
mod tests;

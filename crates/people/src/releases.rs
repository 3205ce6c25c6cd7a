//! Releases: parts of a file that somebody reads for a time, because they asked and whoever leads the case said yes.
//!
//! A worker of an organisation that knows a person asks which kinds of entry, what for, why and until when. The person's counsellor
//! approves all of it, part of it (fewer kinds, a shorter time) or refuses with a reason. From then until its last day everybody of that
//! organisation reads these kinds, and nothing else more. A guest is an expert of any organisation whom the counsellor invites to one
//! person: the same, for that user alone. What rests on the person's consent is not for a counsellor to release; notes, health and a
//! protected file open by no release at all. Ending and narrowing one is done in [`db::Db::revoke`]: afterwards no answer is made as if it
//! still held. The person reads every step on their own page.
//!
//! Pages `/clients/{client}/releases/new`, `/clients/{client}/guests/new`, `/released`, `/releases` and below. Tables: `release`, `release_step`.

mod actions;
mod ask_page;
mod desk_page;
mod guest_page;
mod one_page;
mod pages;
mod released_page;
mod rules;
mod store;
mod views;

pub use pages::{StepView, name, routes};
pub use rules::{Holds, State};
pub use views::{ReleaseView, about};
pub(crate) use store::read_kinds;
pub use store::{Release, Step, of_clients, statements, waits_for};

use words::stored_words;

stored_words! {
    /// What is done about a release.
    Done {
        /// What was asked for, or a part of it, is released.
        Approved = "approved",
        /// From now on less of it is, or for a shorter time.
        Narrowed = "narrowed",
        /// Nothing is released.
        Refused = "refused",
        /// It ended before its last day.
        Ended = "ended",
        /// Whoever asked no longer does.
        Withdrawn = "withdrawn",
    }
}

#[cfg(test)]
mod tests;

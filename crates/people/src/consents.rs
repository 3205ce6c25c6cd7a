//! Consents: what clients have said about sharing, with whom, in which words, and what holds of it today.
//!
//! A statement is about one kind of entry and one organisation: given, refused or withdrawn, by the client in the portal or by
//! whoever leads the case, who writes down what was said on paper or aloud. Statements are never changed; the latest counts, and what
//! was given ends by itself. They are said about a record, so linking and taking back change nothing. Which kinds are the client's
//! to say at all stands in the pack (`grounds.toml`). Whoever withdraws does so in [`db::Db::revoke`]: afterwards no answer is made
//! as if they had not.
//!
//! Pages `/clients/{client}/consents` and below, `/notices`. Tables: `consent`, `consent_read`.

mod actions;
mod notices_page;
mod pages;
mod receipts;
mod receipts_page;
mod rules;
mod store;
mod views;

pub use actions::{Saying, record_of, say};
pub use pages::{SaidRow, overview, routes};
pub use rules::{Standing, standing};
pub use store::{Said, in_force, of_clients, statements, waits_for};
pub use views::{Sharing, Switch};
use views::sharings;

use words::stored_words;

/// What is shared for: helping the client, together. The only purpose there is yet.
pub const CASEWORK: &str = "casework";
/// Which text people read, or have read out, before they say yes or no: the message `consent-text` with this word. A new text
/// gets a new word, and the old one stays, so that every receipt shows what was read.
pub const TEXT: &str = "sharing-1";

stored_words! {
    /// What somebody said about sharing.
    Says {
        /// Yes.
        Given = "given",
        /// No, before anything was shared.
        Refused = "refused",
        /// No longer.
        Withdrawn = "withdrawn",
    }
}

stored_words! {
    /// How they said it.
    Channel {
        /// Themselves, in the portal.
        Portal = "portal",
        /// On paper, which somebody wrote down here.
        Paper = "paper",
        /// Aloud, which somebody wrote down here.
        Voice = "voice",
    }
}

#[cfg(test)]
mod tests;

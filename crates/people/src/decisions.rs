//! Decisions: everything people decide about records, each a fact with author, reason and date, and what takes it back.
//!
//! A fact stands while no decision takes its decision back; then what held before holds again. Deciding itself is in
//! [`crate::links`], what others are asked in [`crate::questions`], the pages in [`crate::matches`]. Tables: `decision`,
//! `field_dispute`, `record_withdrawal`, `protection`.

mod store;

pub use store::{Decision, Dispute, Hidden, Withdrawal, about, count_since, disputes, find, held, hidden, hidden_from, hidden_records, knows_of, lately, protected, protections_with, records_of, withdrawals, withdrawn};
pub(crate) use store::{add, dispute, protect, withdraw};

use db::Statement;
use web::Shell;
use serde::{Deserialize, Serialize};
use words::{Id, stored_words};

stored_words! {
    /// What was decided.
    Kind {
        /// Two records are one person.
        Same = "same",
        /// Two records are two people.
        Different = "different",
        /// A record was taken out of its client.
        Unlinked = "unlinked",
        /// Several records were taken out of their client together, with what was written about them.
        Split = "split",
        /// A value is probably somebody else's.
        Disputed = "disputed",
        /// A source has taken a record away.
        Withdrawn = "withdrawn",
        /// Somebody's file is hidden from ordinary search.
        Protected = "protected",
        /// An earlier decision no longer holds.
        TakenBack = "taken-back",
    }
}

/// Something to be decided: kept with a question until a second person has agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "wish", rename_all = "kebab-case")]
pub enum Wish {
    /// Two records are one person.
    Same {
        /// One record.
        a: Id,
        /// The other.
        b: Id,
    },
    /// Two records are two people.
    Different {
        /// One record.
        a: Id,
        /// The other.
        b: Id,
    },
    /// A record leaves its client.
    Unlink {
        /// The record.
        record: Id,
    },
    /// Several records leave a client, with these of the entries written about it.
    Split {
        /// The client.
        client: Id,
        /// The records that leave.
        records: Vec<Id>,
        /// The entries that go with them.
        entries: Vec<Id>,
    },
    /// What a record says in a field is probably somebody else's.
    Dispute {
        /// The record.
        record: Id,
        /// A field of the shared model.
        field: String,
    },
    /// A source has taken its record away.
    Withdraw {
        /// The record.
        record: Id,
    },
    /// A client's records are hidden from ordinary search.
    Protect {
        /// The client.
        client: Id,
        /// The users who work with them and still see them.
        readers: Vec<Id>,
    },
    /// A decision no longer holds.
    TakeBack {
        /// The decision.
        decision: Id,
    },
}

impl Wish {
    /// The kind of decision it becomes.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Wish::Same { .. } => Kind::Same,
            Wish::Different { .. } => Kind::Different,
            Wish::Unlink { .. } => Kind::Unlinked,
            Wish::Split { .. } => Kind::Split,
            Wish::Dispute { .. } => Kind::Disputed,
            Wish::Withdraw { .. } => Kind::Withdrawn,
            Wish::Protect { .. } => Kind::Protected,
            Wish::TakeBack { .. } => Kind::TakenBack,
        }
    }
}

/// Why, when nobody wrote it: whoever registered the record had seen the other and said so.
pub const SEEN_AT_REGISTRATION: &str = "seen-at-registration";
/// Why, when nobody wrote it: a file of the record's own source said that it is gone.
pub const BY_ITS_SOURCE: &str = "by-its-source";
/// Why, when nobody wrote it: the source has sent the record again.
pub const SENT_AGAIN: &str = "sent-again";

/// A reason as a page shows it: those that nobody wrote in the reader's language, all others as they were written.
#[must_use]
pub fn reason_shown(shell: &Shell, reason: &str) -> String {
    match reason {
        SEEN_AT_REGISTRATION | BY_ITS_SOURCE | SENT_AGAIN => shell.word("links-reason", reason),
        written => written.to_owned(),
    }
}

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    store::statements()
}

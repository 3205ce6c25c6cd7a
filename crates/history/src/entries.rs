//! Entries: what happened, dated when it was true and when it was recorded, attributed, classified, never changed.
//!
//! An entry belongs to a *subject*: the record of the source that spoke, or the client for what is written here. The
//! timeline of a client is the entries of all its records, so linking and unlinking move nothing. A correction is an
//! entry that names the one it corrects. When a client turns out to be two people, what was written about the client is
//! moved to a side, and can be moved back. Tables: `entry`, `entry_side`.
//!
//! What an entry says (body, details, the worker named) is sealed under a key of its subject ([`crate::keys`]); when, of what kind and by
//! whom stands in clear, because the database looks for it.

mod sides;
mod store;
mod timeline;

pub use store::{
    Amount, Latest, Parted, add, amounts, has_arrived, latest_of_sources, move_back, move_to, of_subjects, parted, seal_clear, statements, tell,
};
pub use timeline::{Told, as_told, unemployment};

use std::collections::BTreeMap;
use words::{Date, EntryKind, Id, Sensitivity, Time};

/// One dated, attributed line of the case history.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The record or client it is about.
    pub subject: Id,
    /// Its own id.
    pub id: Id,
    /// What kind of thing happened.
    pub kind: EntryKind,
    /// The day it was true, or the first.
    pub from: Date,
    /// The last day it was true, when it is a period that ended.
    pub to: Option<Date>,
    /// When we learnt of it.
    pub recorded_at: Time,
    /// The short name of the organisation that says so.
    pub organisation: String,
    /// The user who wrote it, when it was written here.
    pub author: Option<Id>,
    /// The worker the source names.
    pub worker: Option<String>,
    /// How sensitive it is.
    pub sensitivity: Sensitivity,
    /// The entry it corrects.
    pub corrects: Option<Id>,
    /// Where it came from, when a feed brought it.
    pub source: Option<Source>,
    /// What is said, in the source's own words.
    pub body: String,
    /// What else the source says, by name: status, outcome, result …
    pub details: BTreeMap<String, String>,
}

/// Where an entry came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The feed and the source's own key, `feed/key`.
    pub key: String,
    /// A hash of everything the row says, to know it again. It is stored as a mark under the subject's key, since few words are easily
    /// guessed from their hash; that mark is what a stored entry comes back with.
    pub content: [u8; 32],
    /// The run that brought it.
    pub run: Id,
}

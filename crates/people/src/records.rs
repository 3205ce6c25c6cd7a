//! Records: what one partner's system says about someone. A change makes a new version; no version is ever altered.
//!
//! Tables: `record`, `record_version`.

mod said;
mod store;

pub use said::{FIELDS, Said};
pub(crate) use said::ways_to_split;
pub use store::{Everyone, erased, erased_among, everyone, keys_of, let_in_again, newest_of_clients, of_records, receive, registered, said_at, seal_clear, standing, statements};

use words::{Date, Id, Time};

/// A record as a file brings it.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The source's own key for the person.
    pub key: String,
    /// What it says, in the shared model.
    pub said: Said,
    /// The day the source says it was true.
    pub observed: Date,
}

/// What became of an incoming record or entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reception {
    /// Not known before.
    New,
    /// Known, and now says something else.
    Changed,
    /// Known, and says the same.
    Unchanged,
}

/// A record as it stood at some moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The record.
    pub record: Id,
    /// The organisation whose system speaks.
    pub organisation: String,
    /// Its key there.
    pub source_key: String,
    /// The number of the version, from 1.
    pub version: i64,
    /// What it says.
    pub said: Said,
    /// When it was true at the source.
    pub observed: Date,
    /// When it reached us.
    pub received_at: Time,
}

/// Of all versions, in the order [`of_records`] gives them, the newest of each record.
#[must_use]
pub fn newest(versions: Vec<Version>) -> Vec<Version> {
    let mut newest: Vec<Version> = Vec::new();
    for version in versions {
        match newest.last_mut() {
            Some(last) if last.record == version.record => *last = version,
            _ => newest.push(version),
        }
    }
    newest
}

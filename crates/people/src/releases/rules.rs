//! How a release stands. Pure.

use super::Done;
use std::collections::BTreeSet;
use words::{Date, EntryKind, stored_words};

stored_words! {
    /// How a release stands on a day.
    State {
        /// It waits for an answer.
        Asked = "asked",
        /// All that was asked for is released.
        Approved = "approved",
        /// A part of it is: fewer kinds, or a shorter time.
        Partly = "partly",
        /// Nothing was released.
        Refused = "refused",
        /// Its last day is over, whether or not it was answered.
        Expired = "expired",
        /// Whoever leads the case ended it before that.
        Ended = "ended",
        /// Whoever asked took it back.
        Withdrawn = "withdrawn",
    }
}

/// What is asked for or released: kinds of entry, until a last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holds {
    /// Which kinds of entry.
    pub kinds: BTreeSet<EntryKind>,
    /// The last day on which they are read.
    pub until: Date,
}

impl Holds {
    /// Whether this is no more than `other`, and less in something.
    #[must_use]
    pub fn is_less_than(&self, other: &Holds) -> bool {
        self != other && self.kinds.is_subset(&other.kinds) && self.until <= other.until
    }
}

/// How a release stands on `today`, of which `asked` was asked for, and `last` was done last: what, and what holds since.
#[must_use]
pub(super) fn state(asked: &Holds, last: Option<(Done, Option<&Holds>)>, today: Date) -> State {
    match last {
        None if asked.until < today => State::Expired,
        None => State::Asked,
        Some((Done::Refused, _)) => State::Refused,
        Some((Done::Ended, _)) => State::Ended,
        Some((Done::Withdrawn, _)) => State::Withdrawn,
        Some((Done::Approved | Done::Narrowed, Some(holds))) if holds.until < today => State::Expired,
        Some((Done::Approved | Done::Narrowed, Some(holds))) if holds == asked => State::Approved,
        Some((Done::Approved | Done::Narrowed, Some(_))) => State::Partly,
        // Nothing was said of what holds: then nothing does.
        Some((Done::Approved | Done::Narrowed, None)) => State::Ended,
    }
}

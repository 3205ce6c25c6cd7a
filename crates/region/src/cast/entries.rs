//! Short ways to write down what happened to someone of the cast.

use super::{Event, NaiveDate, Spell};
use crate::lives;

/// Something a named worker noted on a day.
pub(super) fn noted(
    kind: &'static str,
    from: NaiveDate,
    worker: &'static str,
    text: &str,
) -> Event {
    Event {
        kind,
        from,
        worker,
        text: text.to_owned(),
        ..Event::default()
    }
}

/// A meeting the client came to.
pub(super) fn met(from: NaiveDate, worker: &'static str, text: &str) -> Event {
    Event {
        outcome: "attended",
        ..noted("meeting", from, worker, text)
    }
}

/// A time in one status.
pub(super) fn status(status: &'static str, from: NaiveDate, to: Option<NaiveDate>) -> Event {
    lives::status(Spell { status, from, to }, 0)
}

/// Out of work, until now.
pub(super) fn unemployed_since(from: NaiveDate) -> Event {
    status("unemployed", from, None)
}

//! What others have written since the reader last looked.

use super::views::{Seen, heading};
use db::{DbError, Tx};
use history::access;
use history::entries::Entry;
use office::organisations::Titles;
use rights::{Act, Permit, Showing};
use web::Shell;
use words::{EntryKind, Id, Time};

/// Whoever comes back within so many seconds is still on the same visit.
const VISIT: i64 = 3600;
/// So many entries are named; the timeline marks all.
const NAMED: usize = 6;

/// The last look of somebody before this visit.
#[derive(Clone, Copy)]
pub(super) struct Last {
    pub at: Time,
    reader: Id,
}

/// An entry that is new to the reader.
pub(super) struct NewRow {
    pub id: Id,
    pub heading: String,
    pub organisation: String,
    pub hue: usize,
}

/// When the holder of the permit last looked at these clients, who are one, by the access log; none when they never did.
pub(super) async fn last(tx: &mut Tx, permit: &Permit, clients: &[Id], now: Time) -> Result<Option<Last>, DbError> {
    let looked = access::last_look(tx, permit, Act::SeeClient, clients, now.plus_seconds(-VISIT)).await?;
    Ok(looked.map(|at| Last { at, reader: permit.who().user }))
}

impl Last {
    /// Whether somebody else wrote it since. What the program says of links is not counted.
    pub fn is_new(&self, entry: &Entry) -> bool {
        entry.recorded_at > self.at && entry.author != Some(self.reader) && entry.kind != EntryKind::Link
    }

    /// What is new of what the reader may read, the newest first, and how many entries there are.
    pub fn news(&self, shell: &Shell, titles: &Titles, seen: &[Seen]) -> (Vec<NewRow>, usize) {
        let new = || seen.iter().filter(|(told, showing)| *showing == Showing::Whole && self.is_new(&told.entry));
        let row = |(told, _): &Seen| NewRow {
            id: told.entry.id,
            heading: heading(shell, &told.entry),
            organisation: titles.title(&told.entry.organisation).to_owned(),
            hue: titles.hue(&told.entry.organisation),
        };
        (new().take(NAMED).map(row).collect(), new().count())
    }
}

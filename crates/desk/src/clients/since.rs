//! What others have written since the reader last looked.

use super::pages::PAGE;
use super::views::{Seen, heading};
use db::{DbError, Tx};
use history::access;
use history::entries::Entry;
use office::organisations::Titles;
use rights::{Act, Permit, Showing};
use web::Shell;
use words::{EntryKind, Id, Time};

/// Looks of the last so many seconds are this visit: what was new when it began stays marked for as long.
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
    /// How many entries stand before the page of the history that has it.
    pub skip: usize,
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
        let mut new: Vec<(usize, &Seen)> =
            seen.iter().enumerate().filter(|(_, (told, showing))| *showing == Showing::Whole && self.is_new(&told.entry)).collect();
        new.sort_by_key(|(_, (told, _))| std::cmp::Reverse((told.entry.recorded_at, told.entry.id)));
        let row = |(at, (told, _)): &(usize, &Seen)| NewRow {
            id: told.entry.id,
            skip: at / PAGE * PAGE,
            heading: heading(shell, &told.entry),
            organisation: titles.title(&told.entry.organisation).to_owned(),
            hue: titles.hue(&told.entry.organisation),
        };
        (new.iter().take(NAMED).map(row).collect(), new.len())
    }
}

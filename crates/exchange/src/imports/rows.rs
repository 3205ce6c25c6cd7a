//! Rows on their way in: mapped ones become records or entries, in the transaction of their batch.

use crate::feeds::{Mapped, MappedEntry, RowProblem};
use crate::quarantine::Waiting;
use db::{DbError, Tx};
use history::entries::{self, Entry, Latest, Source};
use history::keys;
use office::App;
use people::links;
use people::records::{self, Incoming, Reception};
use rights::Permit;
use std::collections::{HashMap, HashSet};
use words::{Date, Id};

/// A mapped row: its number and columns, in case it has to wait, and what it says.
pub type MappedRow = (u64, Vec<(String, String)>, Mapped);

/// The same of a person.
type PersonRow = (u64, Vec<(String, String)>, Incoming);
/// The same of an entry.
type EntryRow = (u64, Vec<(String, String)>, MappedEntry);

/// Why a row is not taken in that speaks of somebody who was erased.
const ERASED: &str = "this person was erased here, and nothing of this row is kept; tell the source. If they have come back, the data-protection \
                      officer lets them in again, and the next file brings them";

/// Rows that are taken in together.
#[derive(Debug, Default)]
pub struct Batch {
    /// Rows that could be understood.
    pub good: Vec<MappedRow>,
    /// Rows that could not.
    pub bad: Vec<Waiting>,
    /// How many rows of the file have been read by the end of this batch.
    pub read: u64,
}

/// What became of the rows of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not known before.
    pub new: u64,
    /// Known, now different.
    pub changed: u64,
    /// Known, the same.
    pub unchanged: u64,
    /// Waiting in quarantine.
    pub refused: u64,
}

impl Counts {
    fn count(&mut self, reception: Reception) {
        match reception {
            Reception::New => self.new += 1,
            Reception::Changed => self.changed += 1,
            Reception::Unchanged => self.unchanged += 1,
        }
    }
}

/// Takes the good rows in; gives what became of them, and those that turned out to be bad after all: their person is not
/// known, or was erased.
///
/// # Errors
/// What the database says.
pub async fn take_in(
    tx: &mut Tx, app: &App, permit: &Permit, from: (&str, Id), rows: Vec<MappedRow>,
) -> Result<(Counts, Vec<Waiting>), DbError> {
    let (mut people, mut gone, mut happened) = (Vec::new(), Vec::new(), Vec::new());
    for (number, columns, mapped) in rows {
        match mapped {
            Mapped::Person(person) => people.push((number, columns, person)),
            Mapped::Gone(key, observed) => gone.push((key, observed)),
            Mapped::Entry(entry) => happened.push((number, columns, entry)),
        }
    }
    let mut counts = Counts::default();
    let (people, mut bad) = without_erased(tx, permit, from.0, people).await?;
    take_people(tx, app, permit, from, people, &mut counts).await?;
    take_away(tx, app, permit, from.0, gone, &mut counts).await?;
    bad.extend(take_entries(tx, app, permit, from, happened, &mut counts).await?);
    Ok((counts, bad))
}

/// The people about whom something can be kept, and the rows of those who were erased.
async fn without_erased(
    tx: &mut Tx, permit: &Permit, organisation: &str, rows: Vec<PersonRow>,
) -> Result<(Vec<Incoming>, Vec<Waiting>), DbError> {
    let keys: Vec<String> = rows.iter().map(|(_, _, person)| person.key.clone()).collect();
    let erased = erased(tx, permit, organisation, &keys).await?;
    let (mut people, mut bad) = (Vec::with_capacity(rows.len()), Vec::new());
    for (number, _, person) in rows {
        if erased.contains(&person.key) { bad.push(of_erased(number)) } else { people.push(person) }
    }
    Ok((people, bad))
}

/// Those of these keys by which somebody was known who was erased. The record itself is still there between the destruction of its key
/// and its removal, and nothing can be kept of it then either.
async fn erased(tx: &mut Tx, permit: &Permit, organisation: &str, keys: &[String]) -> Result<HashSet<String>, DbError> {
    let records = records::keys_of(tx, permit, organisation, keys).await?;
    let destroyed = keys::destroyed(tx, records.values().copied()).await?;
    let unknown: Vec<&str> = keys.iter().filter(|key| !records.contains_key(*key)).map(String::as_str).collect();
    let mut erased = records::erased_among(tx, permit, organisation, &unknown).await?;
    erased.extend(records.into_iter().filter(|(_, record)| destroyed.contains(record)).map(|(key, _)| key));
    Ok(erased)
}

async fn take_people(
    tx: &mut Tx, app: &App, permit: &Permit, from: (&str, Id), people: Vec<Incoming>, counts: &mut Counts,
) -> Result<(), DbError> {
    let days: Vec<Date> = people.iter().map(|person| person.observed).collect();
    let receptions = records::receive(tx, permit, &app.clock, from, people).await?;
    let sent: Vec<(Id, Date, bool)> =
        receptions.iter().zip(days).map(|((record, reception), on)| (*record, on, *reception != Reception::Unchanged)).collect();
    let mut news: Vec<Id> = sent.iter().filter(|(.., changed)| *changed).map(|(record, ..)| *record).collect();
    news.extend(links::sent_again(tx, app, permit, &sent).await?);
    news.sort_unstable();
    news.dedup();
    receptions.into_iter().for_each(|(_, reception)| counts.count(reception));
    links::arrive(tx, app, permit, &news).await
}

/// Takes away what the source says is gone, unless it has said something of the record on a later day.
async fn take_away(
    tx: &mut Tx, app: &App, permit: &Permit, organisation: &str, gone: Vec<(String, Date)>, counts: &mut Counts,
) -> Result<(), DbError> {
    let rows = u64::try_from(gone.len()).unwrap_or(0);
    let keys: Vec<String> = gone.iter().map(|(key, _)| key.clone()).collect();
    let records = records::keys_of(tx, permit, organisation, &keys).await?;
    let known: Vec<Id> = records.values().copied().collect();
    let newest = records::newest(records::of_records(tx, permit, &known, app.clock.now()).await?);
    let since: HashMap<Id, Date> = newest.into_iter().map(|version| (version.record, version.observed)).collect();
    let holds = |(key, on): &(String, Date)| {
        let record = records.get(key).copied()?;
        since.get(&record).is_none_or(|said| said <= on).then_some(record)
    };
    let away: Vec<Id> = gone.iter().filter_map(holds).collect();
    let taken = u64::try_from(links::gone_at_source(tx, app, permit, &away).await?).unwrap_or(0);
    counts.changed += taken;
    counts.unchanged += rows - taken;
    Ok(())
}

async fn take_entries(
    tx: &mut Tx, app: &App, permit: &Permit, from: (&str, Id), rows: Vec<EntryRow>,
    counts: &mut Counts,
) -> Result<Vec<Waiting>, DbError> {
    let (organisation, run) = from;
    let people: Vec<String> = rows.iter().map(|(_, _, entry)| entry.person.clone()).collect();
    let keys: Vec<String> = rows.iter().map(|(_, _, entry)| entry.key.clone()).collect();
    let records = records::keys_of(tx, permit, organisation, &people).await?;
    let mut latest: HashMap<String, Latest> = entries::latest_of_sources(tx, permit, organisation, &keys).await?;
    let erased = erased(tx, permit, organisation, &people).await?;
    let (mut written, mut bad) = (Vec::new(), Vec::new());
    for (number, columns, mapped) in rows {
        if erased.contains(&mapped.person) {
            bad.push(of_erased(number));
            continue;
        }
        let Some(subject) = records.get(&mapped.person).copied() else {
            let reason = "nobody with this key is known; import the people of this organisation first, then try again";
            bad.push(set_aside(number, columns, &mapped.person, reason));
            continue;
        };
        let corrects = match latest.get(&mapped.key) {
            Some(known) if known.says(&mapped.content) => {
                counts.count(Reception::Unchanged);
                continue;
            }
            Some(known) if known.subject != subject => {
                let reason = "this entry was about somebody else before; find out whom it is about";
                bad.push(set_aside(number, columns, &mapped.person, reason));
                continue;
            }
            // Runs sort by time: a row mended late does not correct what a later file said.
            Some(known) if known.run > run => {
                let reason = "a later file has said something else of this since, and holds; set the row aside";
                bad.push(set_aside(number, columns, &mapped.person, reason));
                continue;
            }
            Some(known) => Some(known.entry),
            None => None,
        };
        counts.count(if corrects.is_some() { Reception::Changed } else { Reception::New });
        let entry = entry(app, organisation, run, subject, corrects, mapped);
        if let Some(source) = &entry.source {
            let said = Latest::new(entry.id, subject, source.content, run);
            latest.insert(source.key.clone(), said);
        }
        written.push(entry);
    }
    entries::add(tx, permit, written).await?;
    Ok(bad)
}

fn entry(app: &App, organisation: &str, run: Id, subject: Id, corrects: Option<Id>, mapped: MappedEntry) -> Entry {
    Entry {
        subject,
        id: app.clock.id(),
        kind: mapped.kind,
        from: mapped.from,
        to: mapped.to,
        recorded_at: app.clock.now(),
        organisation: organisation.to_owned(),
        author: None,
        worker: mapped.worker,
        sensitivity: app.pack.sensitivity(mapped.kind),
        corrects,
        source: Some(Source { key: mapped.key, content: mapped.content, run }),
        body: mapped.body,
        details: mapped.details,
    }
}

/// A row of somebody who was erased: of it nothing is kept but where it stood.
fn of_erased(number: u64) -> Waiting {
    Waiting { number, columns: Vec::new(), problem: RowProblem { field: None, value: None, reason: ERASED.to_owned() } }
}

fn set_aside(number: u64, columns: Vec<(String, String)>, person: &str, reason: &str) -> Waiting {
    let problem = RowProblem { field: None, value: Some(person.to_owned()), reason: reason.to_owned() };
    Waiting { number, columns, problem }
}

//! The SQL of entries.

use super::sides::{Step, standing};
use super::{Entry, Source};
use crate::keys::{self, Opener};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::{Grant, Permit};
use seal::Key;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use words::{EntryKind, Id, Sensitivity, Time};

const ADD: Sql = Sql::both(
    "insert into entry (subject_id, entry_id, kind, from_on, to_on, recorded_at, organisation_id, author,
                        sensitivity, corrects, source_key, content_hash, run_id, body, details, sealed)
     values {rows}",
);
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "select e.subject_id, e.entry_id, e.kind, e.from_on, e.to_on, e.recorded_at, e.organisation_id, e.author, e.worker,
                    e.sensitivity, e.corrects, e.source_key, e.content_hash, e.run_id, e.body, e.details, e.sealed, k.wrapped
               from entry e left join subject_key k on k.subject_id = e.subject_id ", $rest
        )
    };
}
const ARRIVED: Sql = Sql::both("select entry_id from entry where entry_id = $1 and subject_id in ({list})");
const OF_SUBJECTS: Sql = Sql::both(entries!("where e.recorded_at <= $1 and e.subject_id in ({list}) order by e.subject_id, e.entry_id"));
const CLEAR: Sql = Sql::both(entries!("where e.sealed is null order by e.subject_id, e.entry_id limit $1"));
const SEAL: Sql = Sql::both(
    "update entry set sealed = $3, content_hash = $4, body = '', details = '', worker = null where subject_id = $1 and entry_id = $2",
);
const OF_SOURCES: Sql = Sql::both(
    "select e.subject_id, e.entry_id, e.source_key, e.content_hash, e.run_id, e.sealed, k.wrapped
       from entry e left join subject_key k on k.subject_id = e.subject_id
      where e.organisation_id = $1 and e.source_key in ({list}) order by e.entry_id",
);
const SIDES: Sql = Sql::both(
    "select home_id, entry_id, decision_id, to_id, takes_back from entry_side
      where decided_at <= $1 and (home_id in ({list})
         or exists (select 1 from entry_side o where o.home_id = entry_side.home_id and o.entry_id = entry_side.entry_id and o.to_id in ({list})))
      order by entry_id, decided_at, decision_id",
);
const OF_DECISION: Sql = Sql::both("select home_id, entry_id from entry_side where decision_id = $1 order by entry_id");
const SIDES_OF: Sql = Sql::both(
    "select home_id, entry_id, decision_id, to_id, takes_back from entry_side where entry_id in ({list}) order by entry_id, decided_at, decision_id",
);
const MOVE: Sql = Sql::both("insert into entry_side (home_id, entry_id, decision_id, to_id, takes_back, decided_at) values {rows}");
const KINDS: Sql = Sql::both(
    "select subject_id, kind, organisation_id, max(sensitivity) as sensitivity, count(*) as entries from entry
      where subject_id in ({list}) and kind <> 'link' group by subject_id, kind, organisation_id
      order by subject_id, kind, organisation_id",
);

const MOVED: Sql = Sql::both(
    "select home_id as client_id from entry_side where home_id in ({list}) union select to_id from entry_side where to_id in ({list})",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("entry has arrived", &ARRIVED), ("entry add", &ADD), ("entry of subjects", &OF_SUBJECTS), ("entry of sources", &OF_SOURCES), ("entry sides", &SIDES),
        ("entry clear", &CLEAR), ("entry seal", &SEAL), ("entry sides of", &SIDES_OF), ("entry of decision", &OF_DECISION), ("entry move", &MOVE), ("entry kinds", &KINDS), ("entry moved", &MOVED),
    ]
}

/// Writes entries. The permit is for the act they are part of.
///
/// # Errors
/// What the database says; [`DbError::Conflict`] when an entry with this id is there already.
pub async fn add(tx: &mut Tx, _permit: &Permit, entries: Vec<Entry>) -> Result<(), DbError> {
    let keys = keys::for_subjects(tx, entries.iter().map(|entry| entry.subject)).await?;
    let mut rows = Vec::with_capacity(entries.len());
    for entry in entries {
        let key = keys.get(&entry.subject).ok_or(DbError::NotFound)?;
        rows.push(values(entry, key)?);
    }
    tx.insert(&ADD, rows).await?;
    Ok(())
}

/// The same of what the program tells by itself, such as links: nothing is told of somebody whose key was destroyed.
///
/// # Errors
/// See [`add`].
pub async fn tell(tx: &mut Tx, permit: &Permit, mut entries: Vec<Entry>) -> Result<(), DbError> {
    let mut subjects: Vec<Id> = entries.iter().map(|entry| entry.subject).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let gone = keys::destroyed(tx, subjects).await?;
    entries.retain(|entry| !gone.contains(&entry.subject));
    add(tx, permit, entries).await
}

/// Seals the next entries that stand in clear, from before entries were sealed. Gives how many; none at the end.
///
/// # Errors
/// What the database says.
pub async fn seal_clear(tx: &mut Tx, _permit: &Permit, at_most: i64) -> Result<usize, DbError> {
    let rows = tx.all(&CLEAR, vec![at_most.into()]).await?;
    let mut opener = Opener::of(tx);
    let entries: Vec<Entry> = rows.iter().map(|row| entry(&mut opener, row)).collect::<Result<_, _>>()?;
    let keys = keys::for_subjects(tx, entries.iter().map(|entry| entry.subject)).await?;
    for entry in &entries {
        let key = keys.get(&entry.subject).ok_or(DbError::NotFound)?;
        let content = entry.source.as_ref().map(|source| key.mark(&source.content).to_vec());
        tx.run(&SEAL, vec![entry.subject.into(), entry.id.into(), told(entry, key)?.into(), content.into()]).await?;
    }
    Ok(entries.len())
}

/// Whether an entry of this id about one of these subjects, who are one client, is there: whoever sent it twice learns that it has arrived. It says
/// nothing else, so a grant for the client is enough.
///
/// # Errors
/// What the database says.
pub async fn has_arrived(tx: &mut Tx, _grant: &Grant, subjects: &[Id], id: Id) -> Result<bool, DbError> {
    let rows = tx.all_in(&ARRIVED, vec![id.into()], subjects.iter().map(Value::from).collect()).await?;
    Ok(!rows.is_empty())
}

/// Everything recorded about these subjects until `known_at`, in no promised order: what was written about a client and
/// later moved to another side is told on that side. The permit must be for the client the subjects belong to.
///
/// # Errors
/// What the database says, or a stored entry that cannot be read.
pub async fn of_subjects(tx: &mut Tx, _permit: &Permit, subjects: &[Id], known_at: Time) -> Result<Vec<Entry>, DbError> {
    let mut list: Vec<Value> = subjects.iter().map(Value::from).collect();
    list.dedup();
    let rows = tx.all_in(&OF_SUBJECTS, vec![known_at.into()], list.clone()).await?;
    let mut opener = Opener::of(tx);
    let mut entries: Vec<Entry> = rows.iter().map(|row| entry(&mut opener, row)).collect::<Result<_, _>>()?;
    let rows = tx.all_in(&SIDES, vec![known_at.into()], list).await?;
    if rows.is_empty() {
        return Ok(entries);
    }
    let stands = standing(&rows.iter().map(step).collect::<Result<Vec<_>, _>>()?);
    let ours: HashSet<Id> = subjects.iter().copied().collect();
    let side = |entry: &Id| stands.get(entry).and_then(|(_, step)| step.as_ref()?.to);
    entries.retain(|entry| side(&entry.id).is_none_or(|to| ours.contains(&to)));
    let known: HashSet<Id> = entries.iter().map(|entry| entry.id).collect();
    let arriving = stands.iter().filter(|(id, _)| !known.contains(id) && side(id).is_some_and(|to| ours.contains(&to)));
    let (coming, homes): (HashSet<Id>, HashSet<Id>) = arriving.map(|(id, (home, _))| (*id, *home)).unzip();
    let rows = tx.all_in(&OF_SUBJECTS, vec![known_at.into()], homes.iter().map(Value::from).collect()).await?;
    for row in &rows {
        if coming.contains(&row.id("entry_id")?) {
            entries.push(entry(&mut opener, row)?);
        }
    }
    Ok(entries)
}

/// Moves entries, each with the client it was written about, to the side of another client.
///
/// # Errors
/// What the database says.
pub async fn move_to(tx: &mut Tx, _permit: &Permit, entries: &[(Id, Id)], to: Id, decision: Id, at: Time) -> Result<(), DbError> {
    let row = |(home, entry): &(Id, Id)| {
        vec![home.into(), entry.into(), decision.into(), to.into(), Value::from(None::<Id>), at.into()]
    };
    tx.insert(&MOVE, entries.iter().map(row).collect()).await?;
    Ok(())
}

/// Takes back what a decision did to entries: each stands again where it stood before.
///
/// # Errors
/// [`DbError::Conflict`] when one of them has been moved again since.
pub async fn move_back(tx: &mut Tx, _permit: &Permit, decision: Id, by: Id, at: Time) -> Result<(), DbError> {
    let moved = tx.all(&OF_DECISION, vec![decision.into()]).await?;
    let moved: Vec<(Id, Id)> = moved.iter().map(|row| Ok((row.id("home_id")?, row.id("entry_id")?))).collect::<Result<_, DbError>>()?;
    let rows = tx.all_in(&SIDES_OF, vec![], moved.iter().map(|(_, entry)| entry.into()).collect()).await?;
    let stands = standing(&rows.iter().map(step).collect::<Result<Vec<_>, _>>()?);
    let last = |entry: &Id| stands.get(entry).and_then(|(_, step)| step.as_ref()).map(|step| step.decision);
    if moved.iter().any(|(_, entry)| last(entry) != Some(decision)) {
        return Err(DbError::Conflict("an entry has been moved again since".to_owned()));
    }
    let row = |(home, entry): &(Id, Id)| {
        vec![home.into(), entry.into(), by.into(), Value::from(None::<Id>), decision.into(), at.into()]
    };
    tx.insert(&MOVE, moved.iter().map(row).collect()).await?;
    Ok(())
}

/// What stands elsewhere than where it was written, for somebody who is to be erased.
#[derive(Debug, Default)]
pub struct Parted {
    /// Entries that were written about others and stand with these: they go with them.
    pub coming: Vec<Id>,
    /// What was written about these and stands with others today, as it would be written about those: it stays with them.
    pub leaving: Vec<Entry>,
}

/// What of these subjects stands with others, and what of others stands with them.
///
/// # Errors
/// What the database says, or a stored entry that cannot be read.
pub async fn parted(tx: &mut Tx, _permit: &Permit, subjects: &[Id], now: Time) -> Result<Parted, DbError> {
    let list: Vec<Value> = subjects.iter().map(Value::from).collect();
    let rows = tx.all_in(&SIDES, vec![now.into()], list.clone()).await?;
    let ours: HashSet<Id> = subjects.iter().copied().collect();
    let (mut parted, mut gone) = (Parted::default(), HashMap::new());
    for (entry, (home, step)) in standing(&rows.iter().map(step).collect::<Result<Vec<_>, _>>()?) {
        let Some(to) = step.and_then(|step| step.to) else { continue };
        match (ours.contains(&home), ours.contains(&to)) {
            (false, true) => parted.coming.push(entry),
            (true, false) => drop(gone.insert(entry, to)),
            _ => {}
        }
    }
    if gone.is_empty() {
        return Ok(parted);
    }
    let mut opener = Opener::of(tx);
    for row in &tx.all_in(&OF_SUBJECTS, vec![now.into()], list).await? {
        if let Some(to) = gone.get(&row.id("entry_id")?) {
            parted.leaving.push(Entry { subject: *to, ..entry(&mut opener, row)? });
        }
    }
    Ok(parted)
}

/// How much of one kind an organisation has recorded about a subject, for those who may know that it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The record or client.
    pub subject: Id,
    /// What kind of thing.
    pub kind: EntryKind,
    /// Who says so.
    pub organisation: String,
    /// The most sensitive of them.
    pub sensitivity: Sensitivity,
    /// How many, corrected ones included.
    pub entries: i64,
}

/// How much of each kind there is about these subjects, not counting what the system says of links. What was moved to another
/// side counts there, under that client.
///
/// # Errors
/// What the database says.
pub async fn amounts(tx: &mut Tx, permit: &Permit, subjects: &[Id]) -> Result<Vec<Amount>, DbError> {
    let list: Vec<Value> = subjects.iter().map(Value::from).collect();
    let moved: BTreeSet<Id> = tx.all_in(&MOVED, vec![], list).await?.iter().map(|row| row.id("client_id")).collect::<Result<_, _>>()?;
    let whole = subjects.iter().filter(|subject| !moved.contains(subject)).map(Value::from).collect();
    let mut amounts = Vec::new();
    for subject in moved {
        amounts.extend(amounts_of(subject, of_subjects(tx, permit, &[subject], Time::from_micros(i64::MAX)).await?));
    }
    let rows = tx.all_in(&KINDS, vec![], whole).await?;
    let read = |row: &Row| {
        Ok::<_, DbError>(Amount {
            subject: row.id("subject_id")?,
            kind: row.word("kind")?,
            organisation: row.text("organisation_id")?.to_owned(),
            sensitivity: row.sensitivity("sensitivity")?,
            entries: row.int("entries")?,
        })
    };
    for row in &rows {
        amounts.push(read(row)?);
    }
    Ok(amounts)
}

/// The same of the entries that stand with one client.
fn amounts_of(subject: Id, entries: Vec<Entry>) -> Vec<Amount> {
    let mut of: BTreeMap<(EntryKind, String), (Sensitivity, i64)> = BTreeMap::new();
    for entry in entries.into_iter().filter(|entry| entry.kind != EntryKind::Link) {
        let (most, count) = of.entry((entry.kind, entry.organisation)).or_insert((entry.sensitivity, 0));
        *most = (*most).max(entry.sensitivity);
        *count += 1;
    }
    let amount = |((kind, organisation), (sensitivity, entries))| Amount { subject, kind, organisation, sensitivity, entries };
    of.into_iter().map(amount).collect()
}

/// The newest entry a source sent under a key.
#[derive(Clone, Debug)]
pub struct Latest {
    /// The entry.
    pub entry: Id,
    /// Whom it is about.
    pub subject: Id,
    /// The run that brought it; runs sort by time.
    pub run: Id,
    /// A hash of what it says, or a mark of that under the subject's key.
    content: Vec<u8>,
    key: Option<Key>,
}

impl Latest {
    /// An entry whose row had this hash.
    #[must_use]
    pub fn new(entry: Id, subject: Id, content: [u8; 32], run: Id) -> Latest {
        Latest { entry, subject, run, content: content.to_vec(), key: None }
    }

    /// Whether a row with this hash says the same.
    #[must_use]
    pub fn says(&self, content: &[u8; 32]) -> bool {
        self.content == self.key.as_ref().map_or(*content, |key| key.mark(content))
    }
}

/// For each source key of an organisation that is known already: the newest entry with it.
///
/// # Errors
/// What the database says.
pub async fn latest_of_sources(
    tx: &mut Tx, _permit: &Permit, organisation: &str, keys: &[String],
) -> Result<HashMap<String, Latest>, DbError> {
    let list = keys.iter().map(Value::from).collect();
    let mut latest = HashMap::new();
    let rows = tx.all_in(&OF_SOURCES, vec![organisation.into()], list).await?;
    let mut opener = Opener::of(tx);
    // Rows come by entry id, which sorts by time: the last one wins.
    for row in &rows {
        let subject = row.id("subject_id")?;
        let sealed = row.opt_bytes("sealed")?.is_some();
        let found = Latest {
            entry: row.id("entry_id")?,
            subject,
            content: row.bytes("content_hash")?.to_vec(),
            run: row.id("run_id")?,
            key: if sealed { opener.key(subject, row)?.cloned() } else { None },
        };
        latest.insert(row.text("source_key")?.to_owned(), found);
    }
    Ok(latest)
}

/// What of an entry is sealed.
#[derive(Serialize, Deserialize)]
struct Payload {
    body: String,
    details: BTreeMap<String, String>,
    worker: Option<String>,
}

/// Where a payload stands, bound into it.
fn place(subject: Id, entry: Id) -> Vec<u8> {
    [b"entry", &subject.bytes()[..], &entry.bytes()[..]].concat()
}

fn told(entry: &Entry, key: &Key) -> Result<Vec<u8>, DbError> {
    let payload = Payload { body: entry.body.clone(), details: entry.details.clone(), worker: entry.worker.clone() };
    let plain = serde_json::to_vec(&payload).map_err(unreadable)?;
    keys::sealed(key, entry.subject, &place(entry.subject, entry.id), &plain)
}

fn unreadable(error: serde_json::Error) -> DbError {
    DbError::Column { column: "sealed".into(), problem: error.to_string() }
}

fn values(entry: Entry, key: &Key) -> Result<Vec<Value>, DbError> {
    let sealed = told(&entry, key)?;
    let (source, content, run) = match entry.source {
        Some(source) => (Some(source.key), Some(key.mark(&source.content).to_vec()), Some(source.run)),
        None => (None, None, None),
    };
    Ok(vec![
        entry.subject.into(), entry.id.into(), entry.kind.word().into(), entry.from.into(), entry.to.into(),
        entry.recorded_at.into(), entry.organisation.into(), entry.author.into(),
        entry.sensitivity.level().into(), entry.corrects.into(), source.into(), content.into(), run.into(),
        "".into(), "".into(), sealed.into(),
    ])
}

fn step(row: &Row) -> Result<Step, DbError> {
    Ok(Step {
        home: row.id("home_id")?,
        entry: row.id("entry_id")?,
        decision: row.id("decision_id")?,
        to: row.opt_id("to_id")?,
        takes_back: row.opt_id("takes_back")?,
    })
}

fn entry(opener: &mut Opener, row: &Row) -> Result<Entry, DbError> {
    let (subject, id) = (row.id("subject_id")?, row.id("entry_id")?);
    let source = match (row.opt_text("source_key")?, row.opt_id("run_id")?) {
        (Some(key), Some(run)) => {
            let content = row.bytes("content_hash")?.try_into().unwrap_or([0; 32]);
            Some(Source { key: key.to_owned(), content, run })
        }
        _ => None,
    };
    let payload = payload(opener, row, subject, id)?;
    Ok(Entry {
        subject,
        id,
        kind: row.word("kind")?,
        from: row.date("from_on")?,
        to: row.opt_date("to_on")?,
        recorded_at: row.time("recorded_at")?,
        organisation: row.text("organisation_id")?.to_owned(),
        author: row.opt_id("author")?,
        worker: payload.worker,
        sensitivity: row.sensitivity("sensitivity")?,
        corrects: row.opt_id("corrects")?,
        source,
        body: payload.body,
        details: payload.details,
    })
}

/// What an entry says: opened, or as it stands in clear from before entries were sealed. Of whom the key was destroyed, nothing.
fn payload(opener: &mut Opener, row: &Row, subject: Id, id: Id) -> Result<Payload, DbError> {
    if row.opt_bytes("sealed")?.is_none() {
        let details = serde_json::from_str(row.text("details")?).map_err(unreadable)?;
        return Ok(Payload { body: row.text("body")?.to_owned(), details, worker: row.opt_text("worker")?.map(str::to_owned) });
    }
    match opener.open(subject, row, &place(subject, id))? {
        Some(plain) => serde_json::from_slice(&plain).map_err(unreadable),
        None => Ok(Payload { body: String::new(), details: BTreeMap::new(), worker: None }),
    }
}

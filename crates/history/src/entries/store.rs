//! The SQL of entries.

use super::sides::{Step, standing};
use super::{Entry, Source};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use words::{EntryKind, Id, Sensitivity, Time};

const ADD: Sql = Sql::both(
    "insert into entry (subject_id, entry_id, kind, from_on, to_on, recorded_at, organisation_id, author, worker,
                        sensitivity, corrects, source_key, content_hash, run_id, body, details)
     values {rows}",
);
const OF_SUBJECTS: Sql = Sql::both(
    "select subject_id, entry_id, kind, from_on, to_on, recorded_at, organisation_id, author, worker,
            sensitivity, corrects, source_key, content_hash, run_id, body, details
       from entry where recorded_at <= $1 and subject_id in ({list}) order by subject_id, entry_id",
);
const OF_SOURCES: Sql = Sql::both(
    "select subject_id, entry_id, source_key, content_hash, run_id from entry
      where organisation_id = $1 and source_key in ({list}) order by entry_id",
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
        ("entry add", &ADD), ("entry of subjects", &OF_SUBJECTS), ("entry of sources", &OF_SOURCES), ("entry sides", &SIDES),
        ("entry sides of", &SIDES_OF), ("entry of decision", &OF_DECISION), ("entry move", &MOVE), ("entry kinds", &KINDS), ("entry moved", &MOVED),
    ]
}

/// Writes entries. The permit is for the act they are part of.
///
/// # Errors
/// What the database says; [`DbError::Conflict`] when an entry with this id is there already.
pub async fn add(tx: &mut Tx, _permit: &Permit, entries: Vec<Entry>) -> Result<(), DbError> {
    let rows = entries.into_iter().map(values).collect();
    tx.insert(&ADD, rows).await?;
    Ok(())
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
    let mut entries: Vec<Entry> = rows.iter().map(entry).collect::<Result<_, _>>()?;
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
            entries.push(entry(row)?);
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
    /// What it says, as a hash.
    pub content: Vec<u8>,
    /// The run that brought it; runs sort by time.
    pub run: Id,
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
    // Rows come by entry id, which sorts by time: the last one wins.
    for row in tx.all_in(&OF_SOURCES, vec![organisation.into()], list).await? {
        let found = Latest {
            entry: row.id("entry_id")?,
            subject: row.id("subject_id")?,
            content: row.bytes("content_hash")?.to_vec(),
            run: row.id("run_id")?,
        };
        latest.insert(row.text("source_key")?.to_owned(), found);
    }
    Ok(latest)
}

fn values(entry: Entry) -> Vec<Value> {
    let details = serde_json::to_string(&entry.details).unwrap_or_else(|_| "{}".to_owned());
    let (key, content, run) = match entry.source {
        Some(source) => (Some(source.key), Some(source.content.to_vec()), Some(source.run)),
        None => (None, None, None),
    };
    vec![
        entry.subject.into(), entry.id.into(), entry.kind.word().into(), entry.from.into(), entry.to.into(),
        entry.recorded_at.into(), entry.organisation.into(), entry.author.into(), entry.worker.into(),
        entry.sensitivity.level().into(), entry.corrects.into(), key.into(), content.into(), run.into(),
        entry.body.into(), details.into(),
    ]
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

fn entry(row: &Row) -> Result<Entry, DbError> {
    let unreadable = |e: serde_json::Error| DbError::Column { column: "details".into(), problem: e.to_string() };
    let source = match (row.opt_text("source_key")?, row.opt_id("run_id")?) {
        (Some(key), Some(run)) => {
            let content = row.bytes("content_hash")?.try_into().unwrap_or([0; 32]);
            Some(Source { key: key.to_owned(), content, run })
        }
        _ => None,
    };
    Ok(Entry {
        subject: row.id("subject_id")?,
        id: row.id("entry_id")?,
        kind: row.word("kind")?,
        from: row.date("from_on")?,
        to: row.opt_date("to_on")?,
        recorded_at: row.time("recorded_at")?,
        organisation: row.text("organisation_id")?.to_owned(),
        author: row.opt_id("author")?,
        worker: row.opt_text("worker")?.map(str::to_owned),
        sensitivity: row.sensitivity("sensitivity")?,
        corrects: row.opt_id("corrects")?,
        source,
        body: row.text("body")?.to_owned(),
        details: serde_json::from_str(row.text("details")?).map_err(unreadable)?,
    })
}

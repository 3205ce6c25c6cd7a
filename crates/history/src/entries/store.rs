//! The SQL of entries.

use super::{Entry, Source};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use std::collections::HashMap;
use words::{Id, Time};

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

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![("entry add", &ADD), ("entry of subjects", &OF_SUBJECTS), ("entry of sources", &OF_SOURCES)]
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

/// Everything recorded about these subjects until `known_at`, in no promised order. The permit must be for the client
/// the subjects belong to.
///
/// # Errors
/// What the database says, or a stored entry that cannot be read.
pub async fn of_subjects(tx: &mut Tx, _permit: &Permit, subjects: &[Id], known_at: Time) -> Result<Vec<Entry>, DbError> {
    let mut list: Vec<Value> = subjects.iter().map(Value::from).collect();
    list.dedup();
    let rows = tx.all_in(&OF_SUBJECTS, vec![known_at.into()], list).await?;
    rows.iter().map(entry).collect()
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

//! The SQL of quarantine.

use super::Waiting;
use crate::feeds::RowProblem;
use crate::imports::Run;
use db::{DbError, Row, Sql, Statement, Tx};
use history::keys::{self, Opener};
use office::{App, Key, Keys};
use rights::Permit;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use words::{Id, Time};

const KEEP: Sql = Sql::both(
    "insert into quarantine (row_id, run_id, feed_name, file_name, row_number, field, reason, raw, raw_hash, state, sealed)
     values {rows} on conflict do nothing",
);
macro_rules! rows {
    ($rest:literal) => {
        concat!(
            "select q.row_id, q.run_id, q.feed_name, q.file_name, q.row_number, q.field, q.value, q.reason, q.raw, q.state, q.sealed, k.wrapped
               from quarantine q left join subject_key k on k.subject_id = q.run_id ", $rest
        )
    };
}
const WAITING: Sql = Sql::both(rows!(
    "where q.state = 'waiting' and q.feed_name >= $1 and q.feed_name <= $2 and q.row_id > $3 order by q.row_id limit $4"
));
const OF_RUN: Sql = Sql::both(rows!("where q.run_id = $1 order by q.row_number, q.row_id limit 500"));
const OF_FEED: Sql = Sql::both(rows!("where q.feed_name = $1 and q.row_id > $2 order by q.row_id limit 500"));
const GET: Sql = Sql::both(rows!("where q.row_id = $1"));
const CLEAR: Sql = Sql::both(rows!("where q.sealed is null order by q.row_id limit $1"));
// A row that came once more in between is known by its mark already.
const SEAL: Sql = Sql::both(
    "update quarantine set sealed = $2, value = null, reason = '', raw = '',
            raw_hash = case when exists (select 1 from quarantine o where o.feed_name = quarantine.feed_name and o.raw_hash = $3)
                            then raw_hash else $3 end
      where row_id = $1",
);
const COUNT: Sql = Sql::both(
    "select feed_name, count(*) as rows_waiting from quarantine where state = 'waiting' group by feed_name order by feed_name",
);
const COUNT_OF_RUN: Sql = Sql::both("select count(*) as rows_waiting from quarantine where run_id = $1 and state = 'waiting'");
const DECIDE: Sql = Sql::both(
    "update quarantine set state = $2, decided_by = $3, decided_at = $4 where row_id = $1 and state = 'waiting'",
);
const REASON: Sql = Sql::both("update quarantine set field = $2, sealed = $3 where row_id = $1 and state = 'waiting'");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("quarantine keep", &KEEP), ("quarantine waiting", &WAITING), ("quarantine of run", &OF_RUN), ("quarantine of feed", &OF_FEED), ("quarantine get", &GET),
        ("quarantine count", &COUNT), ("quarantine count of run", &COUNT_OF_RUN), ("quarantine decide", &DECIDE), ("quarantine reason", &REASON),
        ("quarantine clear", &CLEAR), ("quarantine seal", &SEAL),
    ]
}

/// A row in quarantine.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its id.
    pub id: Id,
    /// The run that brought it.
    pub run: Id,
    /// Its feed.
    pub feed: String,
    /// The file it stood in.
    pub file: String,
    /// Where a person finds it there.
    pub number: i64,
    /// The column at fault.
    pub field: Option<String>,
    /// What stands there.
    pub value: Option<String>,
    /// What is wrong and what to do.
    pub reason: String,
    /// The row, column by column.
    pub columns: Vec<(String, String)>,
    /// `waiting`, `mended`, `set-aside`.
    pub state: String,
}

/// Keeps rows of a run. A row that waits already, or was decided before, is not kept twice. A row of which nothing may be kept comes
/// without columns: it stands aside from the beginning, so that whoever reads of the run knows why it was refused.
///
/// # Errors
/// What the database says.
pub async fn keep(tx: &mut Tx, app: &App, _permit: &Permit, run: &Run, rows: Vec<Waiting>) -> Result<(), DbError> {
    let (key, own) = (key_of(tx, run.id).await?, keys::own(tx).await?);
    let mut values = Vec::with_capacity(rows.len());
    for row in rows {
        let id = app.clock.id();
        let number = i64::try_from(row.number).unwrap_or(i64::MAX);
        let sealed = told(&key, run.id, id, &row)?;
        let (mark, state) = match row.columns.as_slice() {
            [] => (own.mark("quarantine", &format!("{} {number}", run.id)).to_vec(), "set-aside"),
            columns => (mark(&own, columns)?, "waiting"),
        };
        values.push(vec![
            id.into(), run.id.into(), (&run.feed).into(), (&run.file).into(), number.into(), row.problem.field.into(),
            "".into(), "".into(), mark.into(), state.into(), sealed.into(),
        ]);
    }
    tx.insert(&KEEP, values).await?;
    Ok(())
}

/// At most `count` rows that wait, oldest first, after row `after`; of one feed, or of all.
///
/// # Errors
/// What the database says.
pub async fn waiting(tx: &mut Tx, _permit: &Permit, feed: Option<&str>, after: Option<Id>, count: i64) -> Result<Vec<Kept>, DbError> {
    let (first, last) = feed.map_or(("", "\u{10ffff}"), |feed| (feed, feed));
    let after = after.map_or_else(|| vec![0u8; 16], |id| id.bytes().to_vec());
    tx.all(&WAITING, vec![first.into(), last.into(), after.into(), count.into()]).await.and_then(|rows| all(tx, &rows))
}

/// The rows one run refused, at most 500.
///
/// # Errors
/// What the database says.
pub async fn of_run(tx: &mut Tx, _permit: &Permit, run: Id) -> Result<Vec<Kept>, DbError> {
    tx.all(&OF_RUN, vec![run.into()]).await.and_then(|rows| all(tx, &rows))
}

/// The next rows of a feed after a row, whatever became of them; at most 500.
pub(super) async fn of_feed(tx: &mut Tx, _permit: &Permit, feed: &str, after: Option<Id>) -> Result<Vec<Kept>, DbError> {
    let after = after.map_or_else(|| vec![0u8; 16], |id| id.bytes().to_vec());
    tx.all(&OF_FEED, vec![feed.into(), after.into()]).await.and_then(|rows| all(tx, &rows))
}

/// One row.
///
/// # Errors
/// [`DbError::NotFound`] when there is none of that id.
pub async fn get(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Kept, DbError> {
    let row = tx.one(&GET, vec![id.into()]).await?;
    kept(&mut Opener::of(tx), &row)
}

/// How many rows of each feed wait.
///
/// # Errors
/// What the database says.
pub async fn count_by_feed(tx: &mut Tx, _permit: &Permit) -> Result<HashMap<String, i64>, DbError> {
    let rows = tx.all(&COUNT, vec![]).await?;
    rows.iter().map(|row| Ok((row.text("feed_name")?.to_owned(), row.int("rows_waiting")?))).collect()
}

/// How many rows that one run brought still wait.
///
/// # Errors
/// What the database says.
pub async fn count_of_run(tx: &mut Tx, _permit: &Permit, run: Id) -> Result<u64, DbError> {
    let count = tx.one(&COUNT_OF_RUN, vec![run.into()]).await?.int("rows_waiting")?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// Ends the waiting of a row. False when somebody else did so before.
pub(super) async fn decided(tx: &mut Tx, permit: &Permit, id: Id, state: &str, now: Time) -> Result<bool, DbError> {
    Ok(tx.run(&DECIDE, vec![id.into(), state.into(), permit.who().user.into(), now.into()]).await? == 1)
}

/// Keeps what somebody typed into a row although it is still not right, with the new reason.
pub(super) async fn still_wrong(tx: &mut Tx, _permit: &Permit, kept: &Kept, row: &Waiting) -> Result<(), DbError> {
    let key = key_of(tx, kept.run).await?;
    let sealed = told(&key, kept.run, kept.id, row)?;
    tx.run(&REASON, vec![kept.id.into(), row.problem.field.clone().into(), sealed.into()]).await?;
    Ok(())
}

/// Seals the next rows that stand in clear, from before they were sealed. Gives how many; none at the end.
///
/// # Errors
/// What the database says.
pub async fn seal_clear(tx: &mut Tx, _permit: &Permit, at_most: i64) -> Result<usize, DbError> {
    let rows = tx.all(&CLEAR, vec![at_most.into()]).await?;
    let own = keys::own(tx).await?;
    for kept in all(tx, &rows)? {
        let problem = RowProblem { field: kept.field, value: kept.value, reason: kept.reason };
        let row = Waiting { number: u64::try_from(kept.number).unwrap_or(0), columns: kept.columns, problem };
        let key = key_of(tx, kept.run).await?;
        let sealed = told(&key, kept.run, kept.id, &row)?;
        tx.run(&SEAL, vec![kept.id.into(), sealed.into(), mark(&own, &row.columns)?.into()]).await?;
    }
    Ok(rows.len())
}

/// What of a row is sealed, under a key of the run that brought it: whom it is about nobody knows yet.
#[derive(Serialize, Deserialize)]
struct Payload {
    value: Option<String>,
    reason: String,
    columns: Vec<(String, String)>,
}

async fn key_of(tx: &mut Tx, run: Id) -> Result<Key, DbError> {
    keys::for_subjects(tx, [run]).await?.remove(&run).ok_or(DbError::NotFound)
}

fn place(row: Id) -> Vec<u8> {
    [b"quarantine", &row.bytes()[..]].concat()
}

fn told(key: &Key, run: Id, id: Id, row: &Waiting) -> Result<Vec<u8>, DbError> {
    let payload = Payload { value: row.problem.value.clone(), reason: row.problem.reason.clone(), columns: row.columns.clone() };
    keys::sealed(key, run, &place(id), &serde_json::to_vec(&payload).map_err(unreadable)?)
}

/// What knows a row again that comes a second time.
fn mark(own: &Keys, columns: &[(String, String)]) -> Result<Vec<u8>, DbError> {
    Ok(own.mark("quarantine", &serde_json::to_string(columns).map_err(unreadable)?).to_vec())
}

fn unreadable(error: serde_json::Error) -> DbError {
    DbError::Column { column: "sealed".into(), problem: error.to_string() }
}

fn all(tx: &Tx, rows: &[Row]) -> Result<Vec<Kept>, DbError> {
    let mut opener = Opener::of(tx);
    rows.iter().map(|row| kept(&mut opener, row)).collect()
}

fn kept(opener: &mut Opener, row: &Row) -> Result<Kept, DbError> {
    let (id, run) = (row.id("row_id")?, row.id("run_id")?);
    let payload = if row.opt_bytes("sealed")?.is_none() {
        let columns = serde_json::from_str(row.text("raw")?).map_err(unreadable)?;
        Payload { value: row.opt_text("value")?.map(str::to_owned), reason: row.text("reason")?.to_owned(), columns }
    } else {
        match opener.open(run, row, &place(id))? {
            Some(plain) => serde_json::from_slice(&plain).map_err(unreadable)?,
            None => Payload { value: None, reason: String::new(), columns: Vec::new() },
        }
    };
    Ok(Kept {
        id,
        run,
        feed: row.text("feed_name")?.to_owned(),
        file: row.text("file_name")?.to_owned(),
        number: row.int("row_number")?,
        field: row.opt_text("field")?.map(str::to_owned),
        value: payload.value,
        reason: payload.reason,
        columns: payload.columns,
        state: row.text("state")?.to_owned(),
    })
}

//! The SQL of quarantine.

use super::Waiting;
use crate::imports::Run;
use db::{DbError, Row, Sql, Statement, Tx};
use office::App;
use rights::Permit;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use words::{Id, Time};

const KEEP: Sql = Sql::both(
    "insert into quarantine (row_id, run_id, feed_name, file_name, row_number, field, value, reason, raw, raw_hash, state)
     values {rows} on conflict do nothing",
);
const WAITING: Sql = Sql::both(
    "select row_id, run_id, feed_name, file_name, row_number, field, value, reason, raw, state from quarantine
      where state = 'waiting' and feed_name >= $1 and feed_name <= $2 and row_id > $3 order by row_id limit $4",
);
const OF_RUN: Sql = Sql::both(
    "select row_id, run_id, feed_name, file_name, row_number, field, value, reason, raw, state from quarantine
      where run_id = $1 order by row_number, row_id limit 500",
);
const GET: Sql = Sql::both(
    "select row_id, run_id, feed_name, file_name, row_number, field, value, reason, raw, state from quarantine where row_id = $1",
);
const COUNT: Sql = Sql::both(
    "select feed_name, count(*) as rows_waiting from quarantine where state = 'waiting' group by feed_name order by feed_name",
);
const COUNT_OF_RUN: Sql = Sql::both("select count(*) as rows_waiting from quarantine where run_id = $1 and state = 'waiting'");
const DECIDE: Sql = Sql::both(
    "update quarantine set state = $2, decided_by = $3, decided_at = $4 where row_id = $1 and state = 'waiting'",
);
const REASON: Sql = Sql::both("update quarantine set field = $2, value = $3, reason = $4, raw = $5 where row_id = $1 and state = 'waiting'");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("quarantine keep", &KEEP), ("quarantine waiting", &WAITING), ("quarantine of run", &OF_RUN), ("quarantine get", &GET),
        ("quarantine count", &COUNT), ("quarantine count of run", &COUNT_OF_RUN), ("quarantine decide", &DECIDE), ("quarantine reason", &REASON),
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

/// Keeps rows of a run. A row that waits already, or was decided before, is not kept twice.
///
/// # Errors
/// What the database says.
pub async fn keep(tx: &mut Tx, app: &App, _permit: &Permit, run: &Run, rows: Vec<Waiting>) -> Result<(), DbError> {
    let mut values = Vec::with_capacity(rows.len());
    for row in rows {
        let raw = to_json(&row.columns)?;
        let hash: [u8; 32] = Sha256::digest(raw.as_bytes()).into();
        let number = i64::try_from(row.number).unwrap_or(i64::MAX);
        values.push(vec![
            app.clock.id().into(), run.id.into(), (&run.feed).into(), (&run.file).into(), number.into(),
            row.problem.field.into(), row.problem.value.into(), row.problem.reason.into(), raw.into(), hash.into(),
            "waiting".into(),
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
    tx.all(&WAITING, vec![first.into(), last.into(), after.into(), count.into()]).await?.iter().map(kept).collect()
}

/// The rows one run refused, at most 500.
///
/// # Errors
/// What the database says.
pub async fn of_run(tx: &mut Tx, _permit: &Permit, run: Id) -> Result<Vec<Kept>, DbError> {
    tx.all(&OF_RUN, vec![run.into()]).await?.iter().map(kept).collect()
}

/// One row.
///
/// # Errors
/// [`DbError::NotFound`] when there is none of that id.
pub async fn get(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Kept, DbError> {
    kept(&tx.one(&GET, vec![id.into()]).await?)
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

/// Keeps what somebody typed although it is still not right, with the new reason.
pub(super) async fn still_wrong(tx: &mut Tx, _permit: &Permit, id: Id, row: &Waiting) -> Result<(), DbError> {
    let problem = row.problem.clone();
    let raw = to_json(&row.columns)?;
    tx.run(&REASON, vec![id.into(), problem.field.into(), problem.value.into(), problem.reason.into(), raw.into()]).await?;
    Ok(())
}

fn to_json(columns: &[(String, String)]) -> Result<String, DbError> {
    serde_json::to_string(columns).map_err(|e| DbError::Column { column: "raw".into(), problem: e.to_string() })
}

fn kept(row: &Row) -> Result<Kept, DbError> {
    let unreadable = |e: serde_json::Error| DbError::Column { column: "raw".into(), problem: e.to_string() };
    Ok(Kept {
        id: row.id("row_id")?,
        run: row.id("run_id")?,
        feed: row.text("feed_name")?.to_owned(),
        file: row.text("file_name")?.to_owned(),
        number: row.int("row_number")?,
        field: row.opt_text("field")?.map(str::to_owned),
        value: row.opt_text("value")?.map(str::to_owned),
        reason: row.text("reason")?.to_owned(),
        columns: serde_json::from_str(row.text("raw")?).map_err(unreadable)?,
        state: row.text("state")?.to_owned(),
    })
}

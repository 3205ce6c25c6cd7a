//! The SQL of runs.

use super::rows::Counts;
use db::{DbError, Row, Sql, Statement, Tx};
use rights::Permit;
use words::{Id, Time};

const BEGIN: Sql = Sql::both(
    "insert into feed_run (run_id, feed_name, file_name, file_hash, received_at, started_at, state, reason,
                           rows_done, rows_new, rows_changed, rows_unchanged, rows_refused, seconds)
     values ($1, $2, $3, $4, $5, $5, 'running', '', 0, 0, 0, 0, 0, 0)",
);
const INTERRUPTED: Sql = Sql::both(
    "select run_id, feed_name, file_name, started_at, ended_at, state, reason, rows_done, rows_new, rows_changed,
            rows_unchanged, rows_refused, seconds
       from feed_run where feed_name = $1 and file_hash = $2 and state = 'running' order by run_id limit 1",
);
const DONE_BEFORE: Sql = Sql::both(
    "select run_id, feed_name, file_name, started_at, ended_at, state, reason, rows_done, rows_new, rows_changed,
            rows_unchanged, rows_refused, seconds
       from feed_run where feed_name = $1 and file_hash = $2 and state = 'done' order by run_id limit 1",
);
const ADVANCE: Sql = Sql::both(
    "update feed_run set rows_done = $2, rows_new = rows_new + $3, rows_changed = rows_changed + $4,
            rows_unchanged = rows_unchanged + $5, rows_refused = rows_refused + $6, seconds = seconds + $7
      where run_id = $1",
);
const END: Sql = Sql::both("update feed_run set state = $2, reason = $3, ended_at = $4 where run_id = $1");
// The run's feed is locked until the batch is in; on SQLite the writer is alone anyway.
const TURN: Sql = Sql::split(
    "select feed_name from feed where feed_name = (select r.feed_name from feed_run r where r.run_id = $1)",
    "select feed_name from feed where feed_name = (select r.feed_name from feed_run r where r.run_id = $1) for update",
);
const GET: Sql = Sql::both(
    "select run_id, feed_name, file_name, started_at, ended_at, state, reason, rows_done, rows_new, rows_changed,
            rows_unchanged, rows_refused, seconds
       from feed_run where run_id = $1",
);
const OF_FEED: Sql = Sql::both(
    "select run_id, feed_name, file_name, started_at, ended_at, state, reason, rows_done, rows_new, rows_changed,
            rows_unchanged, rows_refused, seconds
       from feed_run where feed_name = $1 order by run_id desc limit 100",
);
const LATEST: Sql = Sql::both(
    "select run_id, feed_name, file_name, started_at, ended_at, state, reason, rows_done, rows_new, rows_changed,
            rows_unchanged, rows_refused, seconds
       from feed_run r where run_id = (select s.run_id from feed_run s where s.feed_name = r.feed_name order by s.run_id desc limit 1)",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("run begin", &BEGIN), ("run interrupted", &INTERRUPTED), ("run done before", &DONE_BEFORE), ("run advance", &ADVANCE), ("run end", &END),
        ("run turn", &TURN), ("run get", &GET), ("run of feed", &OF_FEED), ("run latest", &LATEST),
    ]
}

/// The report of one run.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its id.
    pub id: Id,
    /// Its feed.
    pub feed: String,
    /// The file's name as it was sent.
    pub file: String,
    /// When it began.
    pub started_at: Time,
    /// When it ended; none while it runs, or when it was interrupted.
    pub ended_at: Option<Time>,
    /// `running`, `done`, `refused`.
    pub state: String,
    /// Why the file was refused.
    pub reason: String,
    /// Rows read.
    pub rows: i64,
    /// Of them new.
    pub new: i64,
    /// Of them changed.
    pub changed: i64,
    /// Of them unchanged.
    pub unchanged: i64,
    /// Of them waiting in quarantine.
    pub refused: i64,
    /// Seconds of work, over all its attempts.
    pub seconds: f64,
}

pub(super) async fn begin(tx: &mut Tx, _permit: &Permit, id: Id, feed: &str, file: (&str, [u8; 32]), now: Time) -> Result<(), DbError> {
    let (name, hash) = file;
    tx.run(&BEGIN, vec![id.into(), feed.into(), name.into(), hash.into(), now.into()]).await?;
    Ok(())
}

/// A run of the same file that never ended.
pub(super) async fn interrupted(tx: &mut Tx, _permit: &Permit, feed: &str, hash: [u8; 32]) -> Result<Option<Run>, DbError> {
    tx.maybe(&INTERRUPTED, vec![feed.into(), hash.into()]).await?.as_ref().map(run).transpose()
}

/// A run that took this very file in before.
pub(super) async fn done_before(tx: &mut Tx, _permit: &Permit, feed: &str, hash: [u8; 32]) -> Result<Option<Run>, DbError> {
    tx.maybe(&DONE_BEFORE, vec![feed.into(), hash.into()]).await?.as_ref().map(run).transpose()
}

pub(super) async fn advance(tx: &mut Tx, _permit: &Permit, id: Id, read: u64, counts: Counts, seconds: f64) -> Result<(), DbError> {
    let int = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let Counts { new, changed, unchanged, refused } = counts;
    let values = vec![
        id.into(), int(read).into(), int(new).into(), int(changed).into(), int(unchanged).into(), int(refused).into(),
        seconds.into(),
    ];
    tx.run(&ADVANCE, values).await?;
    Ok(())
}

pub(super) async fn end(tx: &mut Tx, _permit: &Permit, id: Id, state: &str, reason: &str, now: Time) -> Result<(), DbError> {
    tx.run(&END, vec![id.into(), state.into(), reason.into(), now.into()]).await?;
    Ok(())
}

/// One run, kept for this transaction alone.
pub(super) async fn turn(tx: &mut Tx, permit: &Permit, id: Id) -> Result<Run, DbError> {
    tx.all(&TURN, vec![id.into()]).await?;
    get(tx, permit, id).await
}

/// One run.
///
/// # Errors
/// [`DbError::NotFound`] when there is none of that id.
pub async fn get(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Run, DbError> {
    run(&tx.one(&GET, vec![id.into()]).await?)
}

/// The last hundred runs of a feed, newest first.
///
/// # Errors
/// What the database says.
pub async fn of_feed(tx: &mut Tx, _permit: &Permit, feed: &str) -> Result<Vec<Run>, DbError> {
    tx.all(&OF_FEED, vec![feed.into()]).await?.iter().map(run).collect()
}

/// The last run of each feed.
///
/// # Errors
/// What the database says.
pub async fn latest_of_feeds(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Run>, DbError> {
    tx.all(&LATEST, vec![]).await?.iter().map(run).collect()
}

impl Run {
    /// Whether it is still under way, or was interrupted.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.state == "running"
    }
}

fn run(row: &Row) -> Result<Run, DbError> {
    Ok(Run {
        id: row.id("run_id")?,
        feed: row.text("feed_name")?.to_owned(),
        file: row.text("file_name")?.to_owned(),
        started_at: row.time("started_at")?,
        ended_at: row.opt_time("ended_at")?,
        state: row.text("state")?.to_owned(),
        reason: row.text("reason")?.to_owned(),
        rows: row.int("rows_done")?,
        new: row.int("rows_new")?,
        changed: row.int("rows_changed")?,
        unchanged: row.int("rows_unchanged")?,
        refused: row.int("rows_refused")?,
        seconds: row.opt_real("seconds")?.unwrap_or(0.0),
    })
}

//! The SQL of estimates.

use super::Estimate;
use db::{DbError, Row, Sql, Statement, Tx};
use rights::Permit;
use words::{Id, Time};

const ADD: Sql = Sql::both(
    "insert into link_estimate (estimate_id, made_at, records, joined, parted, moved, possible, examples, model, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
);
const OUTDATE: Sql = Sql::both("update link_estimate set state = $1 where state = 'open'");
const DECIDE: Sql = Sql::both(
    "update link_estimate set state = $2, decided_by = $3, decided_at = $4 where estimate_id = $1 and state = 'open'",
);
const LATEST: Sql = Sql::both(
    "select estimate_id, made_at, records, joined, parted, moved, possible, examples, model, state from link_estimate
      order by estimate_id desc limit $1",
);
const ONE: Sql = Sql::both(
    "select estimate_id, made_at, records, joined, parted, moved, possible, examples, model, state from link_estimate
      where estimate_id = $1",
);
const LAST_AT: Sql = Sql::both("select max(made_at) as made_at from link_estimate");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("estimate add", &ADD), ("estimate outdate", &OUTDATE), ("estimate decide", &DECIDE), ("estimate latest", &LATEST), ("estimate one", &ONE),
        ("estimate last at", &LAST_AT),
    ]
}

/// Adds an estimate; those that waited are out of date.
pub(super) async fn add(tx: &mut Tx, _permit: &Permit, estimate: &Estimate) -> Result<(), DbError> {
    tx.run(&OUTDATE, vec!["outdated".into()]).await?;
    let examples = serde_json::to_string(&estimate.examples).map_err(unreadable)?;
    let e = estimate;
    tx.run(&ADD, vec![
        e.id.into(), e.made_at.into(), e.records.into(), e.joined.into(), e.parted.into(), e.moved.into(), e.possible.into(), examples.into(),
        (&e.model).into(), (&e.state).into(),
    ])
    .await?;
    Ok(())
}

/// Decides an open estimate; false if it is open no longer.
pub(super) async fn decide(tx: &mut Tx, permit: &Permit, id: Id, state: &str, at: Time) -> Result<bool, DbError> {
    Ok(tx.run(&DECIDE, vec![id.into(), state.into(), permit.who().user.into(), at.into()]).await? > 0)
}

pub(super) async fn latest(tx: &mut Tx, _permit: &Permit, count: i64) -> Result<Vec<Estimate>, DbError> {
    tx.all(&LATEST, vec![count.into()]).await?.iter().map(read).collect()
}

pub(super) async fn get(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Estimate, DbError> {
    read(&tx.one(&ONE, vec![id.into()]).await?)
}

/// When the last one was made.
pub(super) async fn last_at(tx: &mut Tx) -> Result<Option<Time>, DbError> {
    tx.one(&LAST_AT, vec![]).await?.opt_time("made_at")
}

fn read(row: &Row) -> Result<Estimate, DbError> {
    Ok(Estimate {
        id: row.id("estimate_id")?,
        made_at: row.time("made_at")?,
        records: row.int("records")?,
        joined: row.int("joined")?,
        parted: row.int("parted")?,
        moved: row.int("moved")?,
        possible: row.int("possible")?,
        examples: serde_json::from_str(row.text("examples")?).map_err(unreadable)?,
        model: row.text("model")?.to_owned(),
        state: row.text("state")?.to_owned(),
    })
}

fn unreadable(problem: serde_json::Error) -> DbError {
    DbError::Column { column: "examples".into(), problem: problem.to_string() }
}

//! The SQL of exports of the log.

use super::Outcome;
use db::{DbError, Row, Sql, Statement, Tx};
use history::keys;
use rights::Permit;
use words::{Id, Time};

/// Where the reason stands: bound into what is sealed.
const REASON: &str = "log export";

const WISH: Sql = Sql::both("insert into log_export (export_id, wished_by, wished_at, reason) values ($1, $2, $3, $4)");
const STEP: Sql = Sql::both("insert into log_export_step (export_id, outcome, author, at, lines) values ($1, $2, $3, $4, $5)");
macro_rules! exports {
    ($rest:literal) => {
        concat!(
            "select e.export_id, e.wished_by, e.wished_at, e.reason, s.outcome, s.author, s.at, s.lines
               from log_export e left join log_export_step s on s.export_id = e.export_id ", $rest
        )
    };
}
const GET: Sql = Sql::both(exports!("where e.export_id = $1"));
const LIST: Sql = Sql::both(exports!(
    "order by case when s.outcome is null then 0 else 1 end, e.wished_at desc, e.export_id limit $1 offset $2"
));
const WAITS: Sql = Sql::both(
    "select 1 as waits from log_export e
      where e.wished_by <> $1 and not exists (select 1 from log_export_step s where s.export_id = e.export_id) limit 1",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("log export wish", &WISH), ("log export step", &STEP), ("log export get", &GET), ("log exports", &LIST), ("log exports wait", &WAITS),
    ]
}

/// An export that is wished, with what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Export {
    pub id: Id,
    pub wished_by: Id,
    pub wished_at: Time,
    /// Why, in the words of whoever wishes it; empty at the machine.
    pub reason: String,
    pub step: Option<Step>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub outcome: Outcome,
    pub author: Id,
    pub at: Time,
    /// How many lines the log had then; an export goes as far.
    pub lines: i64,
}

/// Keeps a wish.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn add(tx: &mut Tx, permit: &Permit, (id, at): (Id, Time), reason: &str) -> Result<(), DbError> {
    let sealed = keys::seal_words(tx, id, REASON, reason).await?;
    tx.run(&WISH, vec![id.into(), permit.who().user.into(), at.into(), sealed.into()]).await?;
    Ok(())
}

/// Keeps what came of it; [`DbError::Conflict`] when somebody has spoken before.
pub(super) async fn add_step(tx: &mut Tx, permit: &Permit, id: Id, (outcome, at, lines): (Outcome, Time, i64)) -> Result<(), DbError> {
    tx.run(&STEP, vec![id.into(), outcome.word().into(), permit.who().user.into(), at.into(), lines.into()]).await?;
    Ok(())
}

/// One export; [`DbError::NotFound`] when there is none.
pub(super) async fn get(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Export, DbError> {
    let row = tx.maybe(&GET, vec![id.into()]).await?.ok_or(DbError::NotFound)?;
    opened(tx, vec![export(&row)?]).await?.pop().ok_or(DbError::NotFound)
}

/// So many exports after the first `skip`: those that wait, then the latest.
pub(super) async fn list(tx: &mut Tx, _permit: &Permit, (skip, at_most): (i64, i64)) -> Result<Vec<Export>, DbError> {
    let rows = tx.all(&LIST, vec![at_most.into(), skip.into()]).await?;
    let all = rows.iter().map(export).collect::<Result<_, _>>()?;
    opened(tx, all).await
}

/// Whether an export that somebody else wished waits.
pub(crate) async fn waits_for(tx: &mut Tx, user: Id) -> Result<bool, DbError> {
    Ok(tx.maybe(&WAITS, vec![user.into()]).await?.is_some())
}

async fn opened(tx: &mut Tx, mut all: Vec<Export>) -> Result<Vec<Export>, DbError> {
    keys::open_words(tx, all.iter_mut().map(|one| (one.id, REASON, &mut one.reason)).collect()).await?;
    Ok(all)
}

fn export(row: &Row) -> Result<Export, DbError> {
    let step = match row.opt_text("outcome")? {
        None => None,
        Some(_) => Some(Step { outcome: row.word("outcome")?, author: row.id("author")?, at: row.time("at")?, lines: row.int("lines")? }),
    };
    Ok(Export {
        id: row.id("export_id")?,
        wished_by: row.id("wished_by")?,
        wished_at: row.time("wished_at")?,
        reason: row.text("reason")?.to_owned(),
        step,
    })
}

//! The SQL of erasures and legal holds.

use super::{Outcome, Why};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::keys::{self, Opener};
use rights::Permit;
use std::collections::BTreeMap;
use words::{Id, Time};

const WISH: Sql = Sql::both("insert into erasure (erasure_id, ground, request_id, wished_by, wished_at) values ($1, $2, $3, $4, $5)");
const WISH_PERSON: Sql = Sql::both("insert into erasure_person (erasure_id, client_id) values {rows}");
const STEP: Sql = Sql::both("insert into erasure_step (erasure_id, client_id, outcome, author, at, counts) values ($1, $2, $3, $4, $5, $6)");
macro_rules! erasures {
    ($rest:literal) => {
        concat!(
            "select e.erasure_id, e.ground, e.request_id, e.wished_by, e.wished_at, p.client_id, s.outcome, s.author, s.at, s.counts
               from erasure e join erasure_person p on p.erasure_id = e.erasure_id
               left join erasure_step s on s.erasure_id = p.erasure_id and s.client_id = p.client_id ", $rest
        )
    };
}
const GET: Sql = Sql::both(erasures!("where e.erasure_id = $1 order by p.client_id"));
const OF_CLIENT: Sql = Sql::both(erasures!("where p.client_id in ({list}) order by e.wished_at, e.erasure_id"));
const LIST: Sql = Sql::both(
    "select e.erasure_id, e.ground, e.request_id, e.wished_by, e.wished_at, count(p.client_id) as people, count(s.client_id) as settled,
            sum(case when s.outcome = 'erased' then 1 else 0 end) as erased
       from erasure e join erasure_person p on p.erasure_id = e.erasure_id
       left join erasure_step s on s.erasure_id = p.erasure_id and s.client_id = p.client_id
      group by e.erasure_id, e.ground, e.request_id, e.wished_by, e.wished_at
      order by case when count(s.client_id) < count(p.client_id) then 0 else 1 end, e.wished_at desc, e.erasure_id limit $1 offset $2",
);
const WAITS: Sql = Sql::both(
    "select 1 as waits from erasure e join erasure_person p on p.erasure_id = e.erasure_id
      where e.wished_by <> $1 and not exists (select 1 from erasure_step s where s.erasure_id = p.erasure_id and s.client_id = p.client_id) limit 1",
);
const HOLD: Sql = Sql::both("insert into legal_hold (record_id, hold_id, set_by, set_at, sealed) values {rows}");
const HOLD_ENDS: Sql = Sql::both(
    "insert into legal_hold_end (record_id, hold_id, ended_by, ended_at)
     select record_id, hold_id, $2, $3 from legal_hold where hold_id = $1 on conflict do nothing",
);
const HOLDS: Sql = Sql::both(
    "select h.record_id, h.hold_id, h.set_by, h.set_at, h.sealed, k.wrapped, e.ended_by, e.ended_at
       from legal_hold h left join subject_key k on k.subject_id = h.record_id
       left join legal_hold_end e on e.record_id = h.record_id and e.hold_id = h.hold_id
      where h.record_id in ({list}) order by h.set_at, h.hold_id, h.record_id",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("erasure wish", &WISH), ("erasure person", &WISH_PERSON), ("erasure step", &STEP), ("erasure get", &GET), ("erasures of", &OF_CLIENT),
        ("erasures", &LIST), ("erasures wait", &WAITS), ("hold", &HOLD), ("hold ends", &HOLD_ENDS), ("holds", &HOLDS),
    ]
}

/// An erasure: what was wished, and what came of it for each person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Erasure {
    pub id: Id,
    pub why: Why,
    /// The request it answers.
    pub request: Option<Id>,
    pub wished_by: Id,
    pub wished_at: Time,
    pub people: Vec<(Id, Option<Step>)>,
}

/// What came of it for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub outcome: Outcome,
    pub author: Id,
    pub at: Time,
    /// How many rows of each table went.
    pub counts: BTreeMap<String, u64>,
}

impl Erasure {
    /// The people about whom the second person has not spoken.
    pub(crate) fn waiting(&self) -> Vec<Id> {
        self.people.iter().filter(|(_, step)| step.is_none()).map(|(client, _)| *client).collect()
    }
}

/// An erasure as the list has it.
pub(super) struct Listed {
    pub id: Id,
    pub why: Why,
    pub request: Option<Id>,
    pub wished_by: Id,
    pub wished_at: Time,
    pub people: i64,
    pub settled: i64,
    pub erased: i64,
}

/// A legal hold on somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hold {
    pub id: Id,
    pub set_by: Id,
    pub set_at: Time,
    /// What it is for; empty when the key of the record was destroyed.
    pub says: String,
    /// By whom it was ended, and when.
    pub ended: Option<(Id, Time)>,
}

/// Keeps a wish.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn add(tx: &mut Tx, permit: &Permit, erasure: &Erasure) -> Result<(), DbError> {
    let values = vec![
        erasure.id.into(), erasure.why.word().into(), erasure.request.into(), permit.who().user.into(), erasure.wished_at.into(),
    ];
    tx.run(&WISH, values).await?;
    tx.insert(&WISH_PERSON, erasure.people.iter().map(|(client, _)| vec![erasure.id.into(), client.into()]).collect()).await?;
    Ok(())
}

/// Keeps what came of it; [`DbError::Conflict`] when somebody else has spoken before.
pub(super) async fn add_step(tx: &mut Tx, _permit: &Permit, (erasure, client): (Id, Id), step: &Step) -> Result<(), DbError> {
    let counts = serde_json::to_string(&step.counts).map_err(|error| unreadable(&error))?;
    let values = vec![erasure.into(), client.into(), step.outcome.word().into(), step.author.into(), step.at.into(), counts.into()];
    tx.run(&STEP, values).await?;
    Ok(())
}

/// One erasure; [`DbError::NotFound`] when there is none.
pub(super) async fn get(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Erasure, DbError> {
    let rows = tx.all(&GET, vec![id.into()]).await?;
    together(&rows)?.pop().ok_or(DbError::NotFound)
}

/// Every erasure that was wished of these clients, the earliest first, each with what came of it for them.
pub(crate) async fn of_client(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<Erasure>, DbError> {
    together(&tx.all_in(&OF_CLIENT, vec![], clients.iter().map(Value::from).collect()).await?)
}

/// At most `at_most` erasures after the first `skip`: those that wait, then the latest.
pub(super) async fn list(tx: &mut Tx, _permit: &Permit, (skip, at_most): (i64, i64)) -> Result<Vec<Listed>, DbError> {
    let read = |row: &Row| {
        Ok(Listed {
            id: row.id("erasure_id")?,
            why: row.word("ground")?,
            request: row.opt_id("request_id")?,
            wished_by: row.id("wished_by")?,
            wished_at: row.time("wished_at")?,
            people: row.int("people")?,
            settled: row.int("settled")?,
            erased: row.int("erased")?,
        })
    };
    tx.all(&LIST, vec![at_most.into(), skip.into()]).await?.iter().map(read).collect()
}

/// Whether an erasure that somebody else wished waits; tells nothing of whose.
pub(crate) async fn waits_for(tx: &mut Tx, user: Id) -> Result<bool, DbError> {
    Ok(tx.maybe(&WAITS, vec![user.into()]).await?.is_some())
}

/// Keeps a hold on all these records, which are one person's.
pub(super) async fn hold(tx: &mut Tx, permit: &Permit, (id, at): (Id, Time), records: &[Id], says: &str) -> Result<(), DbError> {
    let mut rows = Vec::with_capacity(records.len());
    for record in records {
        let sealed = keys::seal_text(tx, *record, &place(*record, id), says).await?;
        rows.push(vec![record.into(), id.into(), permit.who().user.into(), at.into(), sealed.into()]);
    }
    tx.insert(&HOLD, rows).await?;
    Ok(())
}

/// Ends a hold. Gives whether it was in force.
pub(super) async fn end_hold(tx: &mut Tx, permit: &Permit, id: Id, at: Time) -> Result<bool, DbError> {
    Ok(tx.run(&HOLD_ENDS, vec![id.into(), permit.who().user.into(), at.into()]).await? > 0)
}

/// The holds on these records, each once, the earliest first; also those that have ended.
pub(crate) async fn holds(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<Vec<Hold>, DbError> {
    let rows = tx.all_in(&HOLDS, vec![], records.iter().map(Value::from).collect()).await?;
    let (mut opener, mut holds): (Opener, Vec<Hold>) = (Opener::of(tx), Vec::new());
    for row in &rows {
        let (record, id) = (row.id("record_id")?, row.id("hold_id")?);
        if holds.last().is_some_and(|last| last.id == id) {
            continue;
        }
        holds.push(Hold {
            id,
            set_by: row.id("set_by")?,
            set_at: row.time("set_at")?,
            says: opener.text(record, row, &place(record, id))?,
            ended: row.opt_id("ended_by")?.zip(row.opt_time("ended_at")?),
        });
    }
    Ok(holds)
}

fn place(record: Id, hold: Id) -> Vec<u8> {
    [b"legal hold", &record.bytes()[..], &hold.bytes()[..]].concat()
}

/// Rows of one erasure each become one.
fn together(rows: &[Row]) -> Result<Vec<Erasure>, DbError> {
    let mut all: Vec<Erasure> = Vec::new();
    for row in rows {
        let id = row.id("erasure_id")?;
        if all.last().is_none_or(|last| last.id != id) {
            all.push(Erasure {
                id,
                why: row.word("ground")?,
                request: row.opt_id("request_id")?,
                wished_by: row.id("wished_by")?,
                wished_at: row.time("wished_at")?,
                people: Vec::new(),
            });
        }
        if let Some(last) = all.last_mut() {
            last.people.push((row.id("client_id")?, step(row)?));
        }
    }
    Ok(all)
}

fn step(row: &Row) -> Result<Option<Step>, DbError> {
    if row.opt_text("outcome")?.is_none() {
        return Ok(None);
    }
    let counts = serde_json::from_str(row.text("counts")?).map_err(|error| unreadable(&error))?;
    Ok(Some(Step { outcome: row.word("outcome")?, author: row.id("author")?, at: row.time("at")?, counts }))
}

fn unreadable(error: &serde_json::Error) -> DbError {
    DbError::Column { column: "counts".into(), problem: error.to_string() }
}

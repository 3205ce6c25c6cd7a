//! The access log's SQL.

use super::beginning::Beginning;
use super::chain::{ChainKey, Line, hash};
use super::checkpoints::Checkpoint;
use super::walk::{Verdict, Walk};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::{Act, Permit};
use words::{Id, Time};

// The head is locked while a line is added, so that lines stand in one row; on SQLite the writer is alone anyway.
const HEAD: Sql = Sql::split(
    "select seq, hash from access_head where name = 'access'",
    "select seq, hash from access_head where name = 'access' for update",
);
const LAST: Sql = Sql::both("select max(at) as last_at from access_log");
const HEAD_READ: Sql = Sql::both("select seq, hash from access_head where name = 'access'");
const FIRST: Sql = Sql::both("insert into access_head (name, seq, hash) values ('access', 0, $1) on conflict do nothing");
// The head moves with the lines: in the statement itself, or by a trigger.
const APPEND: Sql = Sql::split(
    "insert into access_log (seq, at, user_id, user_name, organisation_id, client_id, act, parts, purpose, ground, outcome, hash)
     values {rows}",
    "with line as (
       insert into access_log (seq, at, user_id, user_name, organisation_id, client_id, act, parts, purpose, ground, outcome, hash)
       values {rows} returning seq, hash)
     update access_head set seq = last.seq, hash = last.hash from (select seq, hash from line order by seq desc limit 1) last where name = 'access'",
);
const OF_CLIENTS: Sql = Sql::both(
    "select seq, at, user_id, user_name, organisation_id, client_id, act, parts, purpose, ground, outcome, hash
       from access_log where client_id in ({list}) order by seq desc",
);
const LOOKED: Sql = Sql::both(
    "select max(at) as looked_at from access_log
      where user_id = $1 and act = $2 and outcome = 'granted' and at < $3 and client_id in ({list})",
);
const BEFORE: Sql = Sql::both(
    "select seq, at, user_id, user_name, organisation_id, client_id, act, parts, purpose, ground, outcome, hash
       from access_log where seq < $1 order by seq desc limit $2",
);
const AFTER: Sql = Sql::both(
    "select seq, at, user_id, user_name, organisation_id, client_id, act, parts, purpose, ground, outcome, hash
       from access_log where seq > $1 order by seq limit 5000",
);
const BEGIN: Sql = Sql::both(
    "insert into access_head (name, seq, hash) values {rows} on conflict (name) do update set seq = excluded.seq, hash = excluded.hash",
);
const GO: Sql = Sql::both("delete from access_log where seq <= $1");
const HASH_AT: Sql = Sql::both("select hash from access_log where seq = $1");
const AT: Sql = Sql::both(
    "select seq, at, user_id, user_name, organisation_id, client_id, act, parts, purpose, ground, outcome, hash
       from access_log where seq in ({list}) order by seq",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    let own: Vec<Statement> = vec![
        ("access head", &HEAD), ("access first", &FIRST), ("access append", &APPEND),
        ("access of clients", &OF_CLIENTS), ("access before", &BEFORE), ("access looked", &LOOKED), ("access head read", &HEAD_READ), ("access last", &LAST), ("access after", &AFTER), ("access at", &AT), ("access hash at", &HASH_AT), ("access begin", &BEGIN), ("access go", &GO),
    ];
    [own, super::beginning::statements(), super::budget::statements()].concat()
}

/// Where the log stands, which nobody else moves until the transaction ends that read it.
#[derive(Clone)]
pub(super) struct Head {
    seq: i64,
    hash: Vec<u8>,
}

/// Waits for the turn to add lines and takes it; the head of the log is made when there is none yet.
pub(super) async fn head(tx: &mut Tx) -> Result<Head, DbError> {
    let head = match tx.maybe(&HEAD, vec![]).await? {
        Some(head) => head,
        None => {
            tx.run(&FIRST, vec![Value::from(vec![0u8; 32])]).await?;
            tx.one(&HEAD, vec![]).await?
        }
    };
    Ok(Head { seq: head.int("seq")?, hash: head.bytes("hash")?.to_vec() })
}

/// Adds lines in order, and moves the head past them; gives the place of the last.
pub(super) async fn append(tx: &mut Tx, head: &mut Head, key: &ChainKey, lines: Vec<Line>) -> Result<i64, DbError> {
    let Head { mut seq, hash: mut before } = head.clone();
    let mut rows = Vec::with_capacity(lines.len());
    for mut line in lines {
        seq += 1;
        line.seq = seq;
        before = hash(key, &before, &line).to_vec();
        rows.push(vec![
            seq.into(), line.at.into(), line.user.into(), line.user_name.into(), line.organisation.into(),
            line.client.into(), line.act.into(), line.parts.into(), line.purpose.into(), line.ground.into(),
            line.outcome.into(), before.clone().into(),
        ]);
    }
    tx.insert(&APPEND, rows).await?;
    // Only now: a line that was not kept is nothing to go on from.
    *head = Head { seq, hash: before };
    Ok(seq)
}

/// The lines about one person, newest first. `clients` are their client and those that became it.
///
/// # Errors
/// What the database says.
pub async fn lines_of(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<Line>, DbError> {
    let list = clients.iter().map(Value::from).collect();
    tx.all_in(&OF_CLIENTS, vec![], list).await?.iter().map(line).collect()
}

/// When the holder of the permit last did this to these clients, before a time; none when they never did.
///
/// # Errors
/// What the database says.
pub async fn last_look(tx: &mut Tx, permit: &Permit, act: Act, clients: &[Id], before: Time) -> Result<Option<Time>, DbError> {
    let given = vec![permit.who().user.into(), act.word().into(), before.into()];
    let rows = tx.all_in(&LOOKED, given, clients.iter().map(Value::from).collect()).await?;
    let looked = rows.iter().map(|row| row.opt_time("looked_at")).collect::<Result<Vec<_>, _>>()?;
    Ok(looked.into_iter().flatten().max())
}

/// At most `count` lines of the whole log before line `before`, newest first.
///
/// # Errors
/// What the database says.
pub async fn lines(tx: &mut Tx, _permit: &Permit, before: i64, count: i64) -> Result<Vec<Line>, DbError> {
    tx.all(&BEFORE, vec![before.into(), count.into()]).await?.iter().map(line).collect()
}

/// Walks the chain from its first line, and holds it against checkpoints of former days. Reads 5,000 lines at a time, so memory
/// does not grow with the log.
///
/// # Errors
/// What the database says.
pub async fn verify(tx: &mut Tx, key: &ChainKey, checkpoints: &[Checkpoint]) -> Result<Verdict, DbError> {
    walk_on(tx, &mut Walk::new(key, checkpoints)).await
}

/// Walks from where a walk stands to the end of the log.
pub(super) async fn walk_on(tx: &mut Tx, walk: &mut Walk<'_>) -> Result<Verdict, DbError> {
    if walk.whole
        && let Some(verdict) = walk.begin(&super::beginning::beginning(tx).await?)
    {
        return Ok(verdict);
    }
    loop {
        let rows = tx.all(&AFTER, vec![walk.seq.into()]).await?;
        for row in &rows {
            let read = line(row).and_then(|line| Ok((line, row.bytes("hash")?)));
            let verdict = match read {
                Ok((line, hash)) => walk.step(&line, hash),
                // What cannot be read as a line was not written as one.
                Err(DbError::Column { .. }) => Some(Verdict::Broken(walk.seq + 1)),
                Err(other) => return Err(other),
            };
            if let Some(verdict) = verdict {
                return Ok(verdict);
            }
        }
        if rows.is_empty() {
            break;
        }
    }
    let head = tx.maybe(&HEAD_READ, vec![]).await?;
    let head = head.as_ref().map(|head| Ok::<_, DbError>((head.int("seq")?, head.bytes("hash")?))).transpose()?;
    Ok(walk.end(head))
}

/// Lets the log begin after a line: it and those before it go. Gives how many went.
pub(super) async fn begin_after(tx: &mut Tx, begins: Beginning) -> Result<u64, DbError> {
    let Beginning { seq, hash, seal } = begins;
    let rows = vec![vec!["beginning".into(), seq.into(), hash.into()], vec!["beginning-seal".into(), seq.into(), seal.into()]];
    tx.insert(&BEGIN, rows).await?;
    tx.run(&GO, vec![seq.into()]).await
}

/// The hash that stands in a line; none when there is no such line.
pub(super) async fn hash_at(tx: &mut Tx, seq: i64) -> Result<Option<Vec<u8>>, DbError> {
    let row = tx.maybe(&HASH_AT, vec![seq.into()]).await?;
    row.map(|row| Ok(row.bytes("hash")?.to_vec())).transpose()
}

/// At most 5,000 lines after line `seq`, each with its hash, in order.
///
/// # Errors
/// What the database says.
pub async fn lines_after(tx: &mut Tx, _permit: &Permit, seq: i64) -> Result<Vec<(Line, Vec<u8>)>, DbError> {
    let rows = tx.all(&AFTER, vec![seq.into()]).await?;
    rows.iter().map(|row| Ok((line(row)?, row.bytes("hash")?.to_vec()))).collect()
}

/// These lines of the log, in order.
///
/// # Errors
/// What the database says.
pub async fn lines_at(tx: &mut Tx, _permit: &Permit, seqs: &[i64]) -> Result<Vec<Line>, DbError> {
    tx.all_in(&AT, vec![], seqs.iter().map(|seq| (*seq).into()).collect()).await?.iter().map(line).collect()
}

/// How long the log is, and its last hash.
///
/// # Errors
/// What the database says.
pub async fn end(tx: &mut Tx) -> Result<(i64, [u8; 32]), DbError> {
    let Some(head) = tx.maybe(&HEAD_READ, vec![]).await? else { return Ok((0, [0; 32])) };
    let hash = head.bytes("hash")?.try_into();
    let hash = hash.map_err(|_| DbError::Column { column: "hash".into(), problem: "is not 32 bytes long".into() })?;
    Ok((head.int("seq")?, hash))
}

fn line(row: &Row) -> Result<Line, DbError> {
    Ok(Line {
        seq: row.int("seq")?,
        at: row.time("at")?,
        user: row.id("user_id")?,
        user_name: row.text("user_name")?.to_owned(),
        organisation: row.text("organisation_id")?.to_owned(),
        client: row.opt_id("client_id")?,
        act: row.text("act")?.to_owned(),
        parts: row.text("parts")?.to_owned(),
        purpose: row.text("purpose")?.to_owned(),
        ground: row.text("ground")?.to_owned(),
        outcome: row.text("outcome")?.to_owned(),
    })
}

/// When the newest line was written; none in an empty log.
///
/// # Errors
/// What the database says.
pub async fn last_at(tx: &mut Tx) -> Result<Option<Time>, DbError> {
    tx.one(&LAST, vec![]).await?.opt_time("last_at")
}

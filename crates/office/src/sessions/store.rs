//! The SQL of sessions.

use super::{Came, Session, Stage, bounds};
use crate::App;
use crate::users::{self, Token};
use db::{DbError, Row, Sql, Statement, Tx};
use words::{Id, Time};

const OPEN: Sql = Sql::both(
    "insert into session (token_hash, session_id, user_id, stage, created_at, ends_at, seen_at, proved_at, locked_at, device, source)
     values ($1, $2, $3, $4, $5, $6, $5, $5, null, $7, $8)",
);
const FIND: Sql = Sql::both(
    "select s.session_id, s.stage, s.created_at as began_at, s.seen_at, s.proved_at, s.locked_at, s.device, s.source,
            u.user_id, u.sign_in, u.name, u.role, u.organisation_id, u.record_id, l.client_id, u.language, o.title as works_at,
            o.kind as works_in, (select turn from revocation) as revocations
       from session s join app_user u on u.user_id = s.user_id
       join organisation o on o.organisation_id = u.organisation_id
       left join current_link l on l.record_id = u.record_id
      where s.token_hash = $1 and s.ends_at > $2 and s.seen_at > $3 and u.ended_at is null",
);
const LIST: Sql = Sql::both(
    "select s.session_id, s.stage, s.created_at as began_at, s.seen_at, s.proved_at, s.locked_at, s.device, s.source,
            u.user_id, u.sign_in, u.name, u.role, u.organisation_id, u.record_id, l.client_id, u.language, o.title as works_at,
            o.kind as works_in
       from session s join app_user u on u.user_id = s.user_id
       join organisation o on o.organisation_id = u.organisation_id
       left join current_link l on l.record_id = u.record_id
      where s.user_id = $1 and s.ends_at > $2 and s.seen_at > $3 order by s.seen_at desc, s.session_id",
);
const SEEN: Sql = Sql::both("update session set seen_at = $2 where session_id = $1 and seen_at < $2");
const TURN: Sql = Sql::both(
    "update session set token_hash = $2, stage = $3, proved_at = $4, seen_at = $4, locked_at = null where token_hash = $1",
);
const TURN_UNPROVED: Sql = Sql::both("update session set token_hash = $2, stage = $3, seen_at = $4 where token_hash = $1 and locked_at is null");
const LOCK: Sql = Sql::both("update session set locked_at = $2 where session_id = $1");
const CLOSE: Sql = Sql::both("delete from session where token_hash = $1");
const END: Sql = Sql::both("delete from session where user_id = $1 and session_id = $2");
const END_OTHERS: Sql = Sql::both("delete from session where user_id = $1 and session_id <> $2");
const END_ALL: Sql = Sql::both("delete from session where user_id = $1");
const FORGET: Sql = Sql::both("delete from session where ends_at <= $1 or seen_at <= $2");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("session open", &OPEN), ("session find", &FIND), ("session list", &LIST), ("session seen", &SEEN), ("session turn", &TURN), ("session turn unproved", &TURN_UNPROVED),
        ("session lock", &LOCK), ("session close", &CLOSE), ("session end", &END), ("session end others", &END_OTHERS),
        ("session end all", &END_ALL), ("session forget", &FORGET),
    ]
}

/// Opens a session at a stage; the token goes into the cookie.
///
/// # Errors
/// What the database says.
pub async fn open(tx: &mut Tx, app: &App, user: Id, stage: Stage, came: &Came) -> Result<Token, DbError> {
    let (token, now) = (Token::new(), app.clock.now());
    let (ends, _) = bounds(app, now);
    let values = vec![
        token.hash().into(), app.clock.id().into(), user.into(), stage.word().into(), now.into(), ends.into(),
        (&came.device).into(), (&came.source).into(),
    ];
    tx.run(&OPEN, values).await?;
    Ok(token)
}

/// The session of this token, if it still runs and its user may still come in; and how many revocations there were at that moment.
///
/// # Errors
/// What the database says.
pub async fn find(app: &App, token: &Token) -> Result<Option<(Session, i64)>, DbError> {
    let now = app.clock.now();
    let rows = app.db.ask(&FIND, vec![token.hash().into(), now.into(), bounds(app, now).1.into()]).await?;
    rows.first().map(|row| Ok((session(row)?, row.int("revocations")?))).transpose()
}

/// The sessions of a user that still run, the last used first.
///
/// # Errors
/// What the database says.
pub async fn list_of(tx: &mut Tx, app: &App, user: Id) -> Result<Vec<Session>, DbError> {
    let now = app.clock.now();
    tx.all(&LIST, vec![user.into(), now.into(), bounds(app, now).1.into()]).await?.iter().map(session).collect()
}

/// Keeps that a session was used.
///
/// # Errors
/// What the database says.
pub async fn seen(tx: &mut Tx, session: Id, at: Time) -> Result<(), DbError> {
    tx.run(&SEEN, vec![session.into(), at.into()]).await?;
    Ok(())
}

/// A session gains something (its user has shown who they are): it goes on unlocked, at this stage, under a new token. A
/// token that leaked before is worth nothing from here on.
///
/// # Errors
/// [`DbError::NotFound`] when the session has ended meanwhile, else what the database says.
pub async fn turn(tx: &mut Tx, token: &Token, stage: Stage, at: Time) -> Result<Token, DbError> {
    let new = Token::new();
    let turned = tx.run(&TURN, vec![token.hash().into(), new.hash().into(), stage.word().into(), at.into()]).await?;
    if turned == 1 { Ok(new) } else { Err(DbError::NotFound) }
}

/// The same for a session whose user has said something, and shown nothing: when they last showed who they are stays as it was.
///
/// # Errors
/// [`DbError::NotFound`] when the session has ended meanwhile or is locked, else what the database says.
pub async fn turn_unproved(tx: &mut Tx, token: &Token, stage: Stage, at: Time) -> Result<Token, DbError> {
    let new = Token::new();
    let turned = tx.run(&TURN_UNPROVED, vec![token.hash().into(), new.hash().into(), stage.word().into(), at.into()]).await?;
    if turned == 1 { Ok(new) } else { Err(DbError::NotFound) }
}

/// Locks the screen: nothing is shown before the user has shown who they are.
///
/// # Errors
/// What the database says.
pub async fn lock(tx: &mut Tx, session: Id, at: Time) -> Result<(), DbError> {
    tx.run(&LOCK, vec![session.into(), at.into()]).await?;
    Ok(())
}

/// Ends the session of a token at once, on every node.
///
/// # Errors
/// What the database says.
pub async fn close(tx: &mut Tx, token: &Token) -> Result<(), DbError> {
    tx.run(&CLOSE, vec![token.hash().into()]).await?;
    Ok(())
}

/// Ends one session of a user at once; says whether there was one.
///
/// # Errors
/// What the database says.
pub async fn end(tx: &mut Tx, user: Id, session: Id) -> Result<bool, DbError> {
    Ok(tx.run(&END, vec![user.into(), session.into()]).await? > 0)
}

/// Ends every session of a user but this one.
///
/// # Errors
/// What the database says.
pub async fn end_others(tx: &mut Tx, user: Id, session: Id) -> Result<u64, DbError> {
    tx.run(&END_OTHERS, vec![user.into(), session.into()]).await
}

/// Ends every session of a user at once.
///
/// # Errors
/// What the database says.
pub async fn end_all(tx: &mut Tx, user: Id) -> Result<u64, DbError> {
    tx.run(&END_ALL, vec![user.into()]).await
}

/// Removes the sessions that have ended.
///
/// # Errors
/// What the database says.
pub async fn forget(tx: &mut Tx, app: &App) -> Result<u64, DbError> {
    let now = app.clock.now();
    tx.run(&FORGET, vec![now.into(), bounds(app, now).1.into()]).await
}

fn session(row: &Row) -> Result<Session, DbError> {
    Ok(Session {
        id: row.id("session_id")?,
        user: users::user(row)?,
        works_at: row.text("works_at")?.to_owned(),
        works_in: row.text("works_in")?.to_owned(),
        stage: row.word("stage")?,
        created_at: row.time("began_at")?,
        seen_at: row.time("seen_at")?,
        proved_at: row.time("proved_at")?,
        locked: row.opt_time("locked_at")?.is_some(),
        device: row.text("device")?.to_owned(),
        source: row.text("source")?.to_owned(),
    })
}

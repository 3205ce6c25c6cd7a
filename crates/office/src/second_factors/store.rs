//! The SQL of second factors and recovery codes.

use db::{DbError, Sql, Statement, Tx};
use words::{Id, Time};

const FIND: Sql = Sql::both("select secret, session_id, confirmed_at from second_factor where user_id = $1");
const ADD: Sql = Sql::both(
    "insert into second_factor (user_id, secret, session_id, confirmed_at, last_step) values ($1, $2, $3, null, 0)
     on conflict (user_id) do update set secret = excluded.secret, session_id = excluded.session_id, last_step = 0
      where second_factor.confirmed_at is null",
);
const USE_STEP: Sql = Sql::both(
    "update second_factor set last_step = $2, confirmed_at = coalesce(confirmed_at, $3) where user_id = $1 and last_step < $2",
);
const REMOVE: Sql = Sql::both("delete from second_factor where user_id = $1");
const ADD_CODES: Sql = Sql::both("insert into recovery_code (user_id, mark) values {rows}");
const USE_CODE: Sql = Sql::both("update recovery_code set used_at = $3 where user_id = $1 and mark = $2 and used_at is null");
const CODES_LEFT: Sql = Sql::both("select count(*) as left_over from recovery_code where user_id = $1 and used_at is null");
const REMOVE_CODES: Sql = Sql::both("delete from recovery_code where user_id = $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("second find", &FIND), ("second add", &ADD), ("second use", &USE_STEP), ("second remove", &REMOVE),
        ("codes add", &ADD_CODES), ("codes use", &USE_CODE), ("codes left", &CODES_LEFT), ("codes remove", &REMOVE_CODES),
    ]
}

/// A second factor as it is stored.
pub(super) struct Found {
    pub(super) sealed: Vec<u8>,
    /// The session that was shown it.
    pub(super) session: Option<Id>,
    /// Whether a code has shown that the other device has it.
    pub(super) confirmed: bool,
}

pub(super) async fn find(tx: &mut Tx, user: Id) -> Result<Option<Found>, DbError> {
    let row = tx.maybe(&FIND, vec![user.into()]).await?;
    let read = |row: db::Row| {
        let (session, confirmed) = (row.opt_id("session_id")?, row.opt_time("confirmed_at")?.is_some());
        Ok(Found { sealed: row.bytes("secret")?.to_vec(), session, confirmed })
    };
    row.map(read).transpose()
}

/// Keeps a secret that this session is shown, in place of one that was never confirmed.
pub(super) async fn add(tx: &mut Tx, user: Id, session: Id, sealed: Vec<u8>) -> Result<(), DbError> {
    tx.run(&ADD, vec![user.into(), sealed.into(), session.into()]).await?;
    Ok(())
}

/// Uses the code of a time step up; says whether it, and every later one, was unused.
pub(super) async fn use_step(tx: &mut Tx, user: Id, step: i64, at: Time) -> Result<bool, DbError> {
    Ok(tx.run(&USE_STEP, vec![user.into(), step.into(), at.into()]).await? > 0)
}

/// Removes a user's second factor with its recovery codes.
///
/// # Errors
/// What the database says.
pub(crate) async fn remove(tx: &mut Tx, user: Id) -> Result<(), DbError> {
    tx.run(&REMOVE_CODES, vec![user.into()]).await?;
    tx.run(&REMOVE, vec![user.into()]).await?;
    Ok(())
}

pub(super) async fn set_codes(tx: &mut Tx, user: Id, marks: Vec<[u8; 32]>) -> Result<(), DbError> {
    tx.run(&REMOVE_CODES, vec![user.into()]).await?;
    let rows = marks.into_iter().map(|mark| vec![user.into(), mark.into()]).collect();
    tx.insert(&ADD_CODES, rows).await?;
    Ok(())
}

pub(super) async fn use_code(tx: &mut Tx, user: Id, mark: [u8; 32], at: Time) -> Result<bool, DbError> {
    Ok(tx.run(&USE_CODE, vec![user.into(), mark.into(), at.into()]).await? > 0)
}

/// How many recovery codes a user has left.
///
/// # Errors
/// What the database says.
pub(crate) async fn codes_left(tx: &mut Tx, user: Id) -> Result<i64, DbError> {
    tx.one(&CODES_LEFT, vec![user.into()]).await?.int("left_over")
}

//! The SQL of second factors and recovery codes.

use db::{DbError, Sql, Statement, Tx};
use words::{Id, Time};

const FIND: Sql = Sql::both("select secret from second_factor where user_id = $1");
const ADD: Sql = Sql::both("insert into second_factor (user_id, secret, confirmed_at, last_step) values ($1, $2, null, 0)");
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
}

pub(super) async fn find(tx: &mut Tx, user: Id) -> Result<Option<Found>, DbError> {
    let row = tx.maybe(&FIND, vec![user.into()]).await?;
    row.map(|row| Ok(Found { sealed: row.bytes("secret")?.to_vec() })).transpose()
}

pub(super) async fn add(tx: &mut Tx, user: Id, sealed: Vec<u8>) -> Result<(), DbError> {
    tx.run(&ADD, vec![user.into(), sealed.into()]).await?;
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

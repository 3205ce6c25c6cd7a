//! The SQL of what was tried.

use db::{DbError, Sql, Statement, Tx};
use words::Time;

const FIRST: Sql = Sql::both("insert into sign_in_try (mark, tries, last_at) values ($1, 0, $2) on conflict do nothing");
// The row is locked by this and tells how it stood: `last_at` is still that of the try before.
const COUNT: Sql = Sql::both("update sign_in_try set tries = tries + 1 where mark = $1 returning tries, last_at");
const SET: Sql = Sql::both("update sign_in_try set tries = $2, last_at = $3 where mark = $1");
const CLEAR: Sql = Sql::both("delete from sign_in_try where mark = $1");
const GIVE_BACK: Sql = Sql::both("update sign_in_try set tries = tries - 1 where mark = $1 and tries > 0");
const FORGET: Sql = Sql::both("delete from sign_in_try where last_at < $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("try first", &FIRST), ("try count", &COUNT), ("try set", &SET), ("try clear", &CLEAR),
        ("try give back", &GIVE_BACK), ("try forget", &FORGET),
    ]
}

/// Locks a count; gives how many have failed before, and when the last did.
pub(super) async fn count(tx: &mut Tx, mark: [u8; 32], now: Time) -> Result<(i64, Time), DbError> {
    tx.run(&FIRST, vec![mark.into(), now.into()]).await?;
    let row = tx.one(&COUNT, vec![mark.into()]).await?;
    Ok((row.int("tries")? - 1, row.time("last_at")?))
}

pub(super) async fn set(tx: &mut Tx, mark: [u8; 32], tries: i64, at: Time) -> Result<(), DbError> {
    tx.run(&SET, vec![mark.into(), tries.into(), at.into()]).await?;
    Ok(())
}

pub(super) async fn clear(tx: &mut Tx, mark: [u8; 32]) -> Result<(), DbError> {
    tx.run(&CLEAR, vec![mark.into()]).await?;
    Ok(())
}

pub(super) async fn give_back(tx: &mut Tx, mark: [u8; 32]) -> Result<(), DbError> {
    tx.run(&GIVE_BACK, vec![mark.into()]).await?;
    Ok(())
}

/// Removes what was last tried before `before`; gives how many counts that were.
///
/// # Errors
/// What the database says.
pub async fn forget(tx: &mut Tx, before: Time) -> Result<u64, DbError> {
    tx.run(&FORGET, vec![before.into()]).await
}

//! The SQL of browsers that are known.

use crate::users::Token;
use db::{DbError, Sql, Statement, Tx};
use words::{Id, Time};

const KNOWN: Sql = Sql::both(
    "select d.user_id from known_device d join app_user u on u.user_id = d.user_id
      where d.token_hash = $1 and d.ends_at > $2 and u.sign_in = $3",
);
const KEEP: Sql = Sql::both(
    "insert into known_device (token_hash, user_id, ends_at) values ($1, $2, $3)",
);
const FORGET_ALL: Sql = Sql::both("delete from known_device where user_id = $1");
const FORGET: Sql = Sql::both("delete from known_device where ends_at <= $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![("device known", &KNOWN), ("device keep", &KEEP), ("device forget all", &FORGET_ALL), ("device forget", &FORGET)]
}

/// Whether somebody of this name has signed in from this browser before.
pub(super) async fn is_known(tx: &mut Tx, device: &Token, sign_in: &str, at: Time) -> Result<bool, DbError> {
    Ok(tx.maybe(&KNOWN, vec![device.hash().into(), at.into(), sign_in.into()]).await?.is_some())
}

/// Knows a browser from now on; the token goes into its cookie.
pub(super) async fn keep(tx: &mut Tx, user: Id, ends: Time) -> Result<Token, DbError> {
    let device = Token::new();
    tx.run(&KEEP, vec![device.hash().into(), user.into(), ends.into()]).await?;
    Ok(device)
}

/// Knows no browser of this user any more.
///
/// # Errors
/// What the database says.
pub(crate) async fn forget_all(tx: &mut Tx, user: Id) -> Result<(), DbError> {
    tx.run(&FORGET_ALL, vec![user.into()]).await?;
    Ok(())
}

/// Forgets the browsers nobody has come in from for long.
///
/// # Errors
/// What the database says.
pub async fn forget_devices(tx: &mut Tx, at: Time) -> Result<u64, DbError> {
    tx.run(&FORGET, vec![at.into()]).await
}

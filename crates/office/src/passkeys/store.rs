//! The SQL of passkeys.

use db::{DbError, Row, Sql, Statement, Tx};
use words::{Id, Time};

const ADD: Sql = Sql::both(
    "insert into passkey (passkey_id, user_id, credential, name, public, made_at, used_at) values ($1, $2, $3, $4, $5, $6, null)",
);
const LIST: Sql = Sql::both(
    "select passkey_id, user_id, name, public, made_at, used_at from passkey where user_id = $1 order by made_at, passkey_id",
);
const FIND: Sql = Sql::both(
    "select p.passkey_id, p.user_id, p.name, p.public, p.made_at, p.used_at from passkey p join app_user u on u.user_id = p.user_id
      where p.credential = $1 and u.ended_at is null",
);
const USED: Sql = Sql::both("update passkey set public = $2, used_at = $3 where passkey_id = $1");
const REMOVE: Sql = Sql::both("delete from passkey where user_id = $1 and passkey_id = $2");
const REMOVE_ALL: Sql = Sql::both("delete from passkey where user_id = $1");
const ASK: Sql = Sql::both("insert into passkey_asked (mark, state, ends_at) values ($1, $2, $3)");
const TAKE: Sql = Sql::both("delete from passkey_asked where mark = $1 and ends_at > $2 returning state");
const FORGET: Sql = Sql::both("delete from passkey_asked where ends_at <= $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("passkey add", &ADD), ("passkey list", &LIST), ("passkey find", &FIND), ("passkey used", &USED), ("passkey remove", &REMOVE),
        ("passkey remove all", &REMOVE_ALL), ("passkey ask", &ASK), ("passkey take", &TAKE), ("passkey forget", &FORGET),
    ]
}

/// A passkey of a user.
pub(crate) struct Passkey {
    pub(crate) id: Id,
    pub(super) user: Id,
    /// What the user calls it.
    pub(crate) name: String,
    pub(super) public: String,
    pub(crate) made_at: Time,
    pub(crate) used_at: Option<Time>,
}

/// A passkey that was just made.
pub(super) struct New {
    pub(super) id: Id,
    pub(super) user: Id,
    pub(super) credential: Vec<u8>,
    pub(super) name: String,
    pub(super) public: String,
}

pub(super) async fn add(tx: &mut Tx, new: New, at: Time) -> Result<(), DbError> {
    let values = vec![new.id.into(), new.user.into(), new.credential.into(), new.name.into(), new.public.into(), at.into()];
    tx.run(&ADD, values).await?;
    Ok(())
}

/// The passkeys of a user, the oldest first.
pub(crate) async fn list_of(tx: &mut Tx, user: Id) -> Result<Vec<Passkey>, DbError> {
    tx.all(&LIST, vec![user.into()]).await?.iter().map(passkey).collect()
}

/// The passkey a device calls so, of somebody who may come in.
pub(super) async fn find(tx: &mut Tx, credential: &[u8]) -> Result<Option<Passkey>, DbError> {
    tx.maybe(&FIND, vec![credential.into()]).await?.as_ref().map(passkey).transpose()
}

pub(super) async fn used(tx: &mut Tx, id: Id, public: String, at: Time) -> Result<(), DbError> {
    tx.run(&USED, vec![id.into(), public.into(), at.into()]).await?;
    Ok(())
}

/// Removes a passkey of a user; says whether there was one.
pub(super) async fn remove(tx: &mut Tx, user: Id, id: Id) -> Result<bool, DbError> {
    Ok(tx.run(&REMOVE, vec![user.into(), id.into()]).await? > 0)
}

/// Removes every passkey of a user.
pub(crate) async fn remove_all(tx: &mut Tx, user: Id) -> Result<(), DbError> {
    tx.run(&REMOVE_ALL, vec![user.into()]).await?;
    Ok(())
}

pub(super) async fn ask(tx: &mut Tx, mark: [u8; 32], state: String, ends: Time) -> Result<(), DbError> {
    tx.run(&ASK, vec![mark.into(), state.into(), ends.into()]).await?;
    Ok(())
}

pub(super) async fn take(tx: &mut Tx, mark: [u8; 32], at: Time) -> Result<Option<String>, DbError> {
    let row = tx.maybe(&TAKE, vec![mark.into(), at.into()]).await?;
    row.map(|row| Ok(row.text("state")?.to_owned())).transpose()
}

/// Forgets what nobody answered in time.
///
/// # Errors
/// What the database says.
pub async fn forget(tx: &mut Tx, at: Time) -> Result<u64, DbError> {
    tx.run(&FORGET, vec![at.into()]).await
}

fn passkey(row: &Row) -> Result<Passkey, DbError> {
    Ok(Passkey {
        id: row.id("passkey_id")?,
        user: row.id("user_id")?,
        name: row.text("name")?.to_owned(),
        public: row.text("public")?.to_owned(),
        made_at: row.time("made_at")?,
        used_at: row.opt_time("used_at")?,
    })
}

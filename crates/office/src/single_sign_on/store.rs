//! The SQL of single sign-on.

use db::{DbError, Sql, Statement, Tx};
use words::{Id, Time};

const FIND: Sql = Sql::both("select user_id from outside_identity where issuer = $1 and subject = $2");
const KEEP: Sql = Sql::both("insert into outside_identity (issuer, subject, user_id, made_at) values ($1, $2, $3, $4)");
const OF_USER: Sql = Sql::both("select subject from outside_identity where issuer = $1 and user_id = $2 limit 1");

const ALL_OF_USER: Sql = Sql::both("select issuer, subject, made_at from outside_identity where user_id = $1 order by made_at, issuer");
const ANYBODY: Sql = Sql::both("select user_id from outside_identity limit 1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("outside identity find", &FIND), ("outside identity keep", &KEEP), ("outside identity of user", &OF_USER),
        ("outside identity of anybody", &ANYBODY), ("outside identities of user", &ALL_OF_USER),
    ]
}

/// How a provider calls somebody who has come in from it.
pub struct Outside {
    /// The provider's address.
    pub issuer: String,
    /// Its own name for them.
    pub subject: String,
    /// Since when they are known by it here.
    pub made_at: Time,
}

/// How providers call a user, the oldest first.
///
/// # Errors
/// What the database says.
pub async fn of_user(tx: &mut Tx, user: Id) -> Result<Vec<Outside>, DbError> {
    let outside = |row: &db::Row| Ok(Outside { issuer: row.text("issuer")?.to_owned(), subject: row.text("subject")?.to_owned(), made_at: row.time("made_at")? });
    tx.all(&ALL_OF_USER, vec![user.into()]).await?.iter().map(outside).collect()
}

/// The user whom a provider calls so. For all functions of this room: errors are what the database says.
pub(super) async fn find(tx: &mut Tx, issuer: &str, subject: &str) -> Result<Option<Id>, DbError> {
    tx.maybe(&FIND, vec![issuer.into(), subject.into()]).await?.map(|row| row.id("user_id")).transpose()
}

/// Keeps whom a provider calls so.
pub(super) async fn keep(tx: &mut Tx, issuer: &str, subject: &str, user: Id, at: Time) -> Result<(), DbError> {
    tx.run(&KEEP, vec![issuer.into(), subject.into(), user.into(), at.into()]).await?;
    Ok(())
}

/// Whether anybody has come in from elsewhere.
///
/// # Errors
/// What the database says.
pub async fn brought_somebody(tx: &mut Tx) -> Result<bool, DbError> {
    Ok(tx.maybe(&ANYBODY, vec![]).await?.is_some())
}

/// Whether a provider has a name of its own for a user already.
pub(super) async fn is_known(tx: &mut Tx, issuer: &str, user: Id) -> Result<bool, DbError> {
    Ok(tx.maybe(&OF_USER, vec![issuer.into(), user.into()]).await?.is_some())
}

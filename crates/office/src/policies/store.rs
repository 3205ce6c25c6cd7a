//! The SQL of acknowledgements and signatures. Versions count for the pack they belong to: two packs may both have a version 1.

use db::{DbError, Row, Sql, Statement, Tx};
use rights::{Permit, Role};
use words::{Id, Time};

const ACKNOWLEDGE: Sql = Sql::both(
    "insert into policy_acknowledgement (user_id, acknowledgement_id, pack, version, language, acknowledged_at) values ($1, $2, $3, $4, $5, $6)",
);
const LAST: Sql = Sql::both("select max(acknowledged_at) as at from policy_acknowledgement where user_id = $1 and pack = $2 and version = $3");
const USERS: Sql = Sql::both(
    "select u.name, u.role, u.organisation_id, a.version, a.acknowledged_at
       from app_user u
       left join policy_acknowledgement a on a.user_id = u.user_id and a.pack = $1 and not exists (
            select 1 from policy_acknowledgement n where n.user_id = a.user_id and n.pack = a.pack
               and (n.acknowledged_at > a.acknowledged_at or n.acknowledged_at = a.acknowledged_at and n.acknowledgement_id > a.acknowledgement_id))
      where u.ended_at is null and u.role <> 'jobseeker' order by u.name, u.user_id",
);
const SIGN: Sql = Sql::both(
    "insert into policy_signature (organisation_id, signature_id, pack, version, signed_by, signed_at) values ($1, $2, $3, $4, $5, $6)",
);
macro_rules! signatures {
    ($rest:literal) => {
        concat!(
            "select s.organisation_id, s.version, s.signed_at, u.name from policy_signature s left join app_user u on u.user_id = s.signed_by
              where s.pack = $1 ", $rest, "order by s.organisation_id, s.version desc, s.signed_at, s.signature_id"
        )
    };
}
const SIGNATURES: Sql = Sql::both(signatures!(""));
const OF_ONE: Sql = Sql::both(signatures!("and s.organisation_id = $2 "));

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("policy acknowledge", &ACKNOWLEDGE), ("policy last", &LAST), ("policy users", &USERS), ("policy sign", &SIGN),
        ("policy signatures", &SIGNATURES), ("policy signatures of one", &OF_ONE),
    ]
}

/// A version somebody says yes to.
pub(super) struct Said<'a> {
    pub id: Id,
    pub pack: &'a str,
    pub version: u32,
    pub user: Id,
    pub at: Time,
}

/// Somebody who works here, and the last version they acknowledged.
pub(super) struct Known {
    pub name: String,
    pub role: Role,
    pub organisation: String,
    pub last: Option<(i64, Time)>,
}

/// That an organisation signed a version.
#[derive(Clone)]
pub(super) struct Signature {
    pub organisation: String,
    pub version: i64,
    pub at: Time,
    pub by: String,
}

/// Keeps that a user acknowledged a version, read in this language. For all functions of this room: errors are what the database says.
pub(super) async fn acknowledge(tx: &mut Tx, said: Said<'_>, language: &str) -> Result<(), DbError> {
    let Said { id, pack, version, user, at } = said;
    tx.run(&ACKNOWLEDGE, vec![user.into(), id.into(), pack.into(), i64::from(version).into(), language.into(), at.into()]).await?;
    Ok(())
}

/// When a user last acknowledged a version.
pub(super) async fn last(tx: &mut Tx, user: Id, pack: &str, version: u32) -> Result<Option<Time>, DbError> {
    tx.one(&LAST, vec![user.into(), pack.into(), i64::from(version).into()]).await?.opt_time("at")
}

/// Everybody who works here and may come in, by name.
pub(super) async fn users(tx: &mut Tx, _permit: &Permit, pack: &str) -> Result<Vec<Known>, DbError> {
    let read = |row: &Row| {
        let last = row.opt_int("version")?.zip(row.opt_time("acknowledged_at")?);
        Ok(Known { name: row.text("name")?.to_owned(), role: row.word("role")?, organisation: row.text("organisation_id")?.to_owned(), last })
    };
    tx.all(&USERS, vec![pack.into()]).await?.iter().map(read).collect()
}

/// Keeps that an organisation signed a version.
pub(super) async fn sign(tx: &mut Tx, _permit: &Permit, said: Said<'_>, organisation: &str) -> Result<(), DbError> {
    let Said { id, pack, version, user, at } = said;
    tx.run(&SIGN, vec![organisation.into(), id.into(), pack.into(), i64::from(version).into(), user.into(), at.into()]).await?;
    Ok(())
}

/// What every organisation signed, the newest version of each first, and of one version who signed first.
pub(super) async fn signatures(tx: &mut Tx, _permit: &Permit, pack: &str) -> Result<Vec<Signature>, DbError> {
    tx.all(&SIGNATURES, vec![pack.into()]).await?.iter().map(signature).collect()
}

/// The same of one organisation.
pub(super) async fn signatures_of(tx: &mut Tx, pack: &str, organisation: &str) -> Result<Vec<Signature>, DbError> {
    tx.all(&OF_ONE, vec![pack.into(), organisation.into()]).await?.iter().map(signature).collect()
}

fn signature(row: &Row) -> Result<Signature, DbError> {
    Ok(Signature {
        organisation: row.text("organisation_id")?.to_owned(),
        version: row.int("version")?,
        at: row.time("signed_at")?,
        by: row.opt_text("name")?.unwrap_or_default().to_owned(),
    })
}

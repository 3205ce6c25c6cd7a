//! The SQL of keys.

use super::opener::{broken, unwrap};
use db::{DbError, Sql, Statement, Tx, Value};
use seal::{Key, Keys};
use std::collections::HashMap;
use words::Id;

const OF: Sql = Sql::both("select subject_id, wrapped from subject_key where subject_id in ({list})");
const ADD: Sql = Sql::both("insert into subject_key (subject_id, wrapped) values {rows} on conflict do nothing");
const NEXT: Sql = Sql::both("select subject_id, wrapped from subject_key where subject_id > $1 order by subject_id limit $2");
const REWRAP: Sql = Sql::both("update subject_key set wrapped = $3 where subject_id = $1 and wrapped = $2");

/// How many keys are wrapped anew in one transaction: short enough that nobody waits for it.
const AT_ONCE: i64 = 500;

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![("key of", &OF), ("key add", &ADD), ("key next", &NEXT), ("key rewrap", &REWRAP)]
}

/// The key of each of these subjects, made where there is none yet.
///
/// # Errors
/// What the database says; [`DbError::Sealed`] without the master key.
pub async fn for_subjects(tx: &mut Tx, subjects: impl IntoIterator<Item = Id>) -> Result<HashMap<Id, Key>, DbError> {
    // In order: two transactions that make keys for the same people wait for each other, and never both.
    let mut asked: Vec<Id> = subjects.into_iter().collect();
    asked.sort_unstable();
    asked.dedup();
    let mut keys = known(tx, &asked).await?;
    let missing: Vec<Id> = asked.into_iter().filter(|subject| !keys.contains_key(subject)).collect();
    if missing.is_empty() {
        return Ok(keys);
    }
    let mut rows = Vec::with_capacity(missing.len());
    for subject in &missing {
        let key = Key::new(db::chance());
        let wrapped = tx.masters().wrap(subject.bytes(), db::chance(), &key).map_err(|problem| broken(*subject, problem))?;
        rows.push(vec![subject.into(), wrapped.into()]);
        keys.insert(*subject, key);
    }
    let (made, all) = (tx.insert(&ADD, rows).await?, missing.len() as u64);
    if made < all {
        // Somebody else made one of them a moment before: theirs holds.
        keys.extend(known(tx, &missing).await?);
    }
    Ok(keys)
}

async fn known(tx: &mut Tx, subjects: &[Id]) -> Result<HashMap<Id, Key>, DbError> {
    let rows = tx.all_in(&OF, vec![], subjects.iter().map(Value::from).collect()).await?;
    let masters = tx.masters();
    let read = |row: &db::Row| {
        let subject = row.id("subject_id")?;
        Ok((subject, unwrap(masters, subject, row.bytes("wrapped")?)?))
    };
    rows.iter().map(read).collect()
}

/// The keys of the installation itself, made when there are none yet.
///
/// # Errors
/// See [`for_subjects`].
pub async fn own(tx: &mut Tx) -> Result<Keys, DbError> {
    let mut keys = for_subjects(tx, [Id::NOBODY]).await?;
    keys.remove(&Id::NOBODY).map(Keys::new).ok_or(DbError::NotFound)
}

/// Wraps the next keys after `after` under the current master key, the installation's own first. Gives how many were not, and the last
/// one looked at, to go on from; none at the end.
///
/// # Errors
/// See [`for_subjects`].
pub async fn rewrap(tx: &mut Tx, after: Option<Id>) -> Result<(u64, Option<Id>), DbError> {
    let from = after.map_or_else(Vec::new, |id| id.bytes().to_vec());
    let rows = tx.all(&NEXT, vec![from.into(), AT_ONCE.into()]).await?;
    let (mut changed, mut last) = (0, None);
    for row in &rows {
        let (subject, wrapped) = (row.id("subject_id")?, row.bytes("wrapped")?);
        last = Some(subject);
        if tx.masters().current(wrapped) {
            continue;
        }
        let key = unwrap(tx.masters(), subject, wrapped)?;
        let anew = tx.masters().wrap(subject.bytes(), db::chance(), &key).map_err(|problem| broken(subject, problem))?;
        // Destroyed in between, it stays destroyed.
        changed += tx.run(&REWRAP, vec![subject.into(), wrapped.to_vec().into(), anew.into()]).await?;
    }
    Ok((changed, last))
}

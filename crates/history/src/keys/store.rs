//! The SQL of keys.

use super::opener::{broken, unwrap};
use db::{DbError, Sql, Statement, Tx, Value};
use seal::{Key, Keys};
use std::collections::{HashMap, HashSet};
use words::Id;

const OF: Sql = Sql::both("select subject_id, wrapped from subject_key where subject_id in ({list})");
const ADD: Sql = Sql::both("insert into subject_key (subject_id, wrapped) values {rows} on conflict do nothing");
const NEXT: Sql = Sql::both("select subject_id, wrapped from subject_key where subject_id > $1 order by subject_id limit $2");
const DESTROYED: Sql = Sql::both(
    "select subject_id from subject_key where length(wrapped) = 0 and subject_id > $1 order by subject_id limit $2",
);
const REWRAP: Sql = Sql::both("update subject_key set wrapped = $3 where subject_id = $1 and wrapped = $2");

const DESTROY: Sql = Sql::both(
    "insert into subject_key (subject_id, wrapped) values ($1, $2) on conflict (subject_id) do update set wrapped = excluded.wrapped",
);
// Whoever makes a key waits, and whoever holds one made under the former master key has ended.
const ALONE: Sql = Sql::split("select 1", "lock table subject_key in share row exclusive mode");

/// How many keys are wrapped anew in one transaction: short enough that nobody waits for it.
const AT_ONCE: i64 = 500;

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![("key of", &OF), ("key add", &ADD), ("key next", &NEXT), ("key rewrap", &REWRAP), ("key destroy", &DESTROY), ("keys destroyed", &DESTROYED), ("key alone", &ALONE)]
}

/// The key of each of these subjects, made where there is none yet. A key that was destroyed does not come back: ask [`destroyed`] first
/// where somebody may be among them who was erased.
///
/// # Errors
/// What the database says; [`DbError::Sealed`] without the master key, [`DbError::Destroyed`] when one of the keys was destroyed.
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
        let (subject, wrapped) = (row.id("subject_id")?, row.bytes("wrapped")?);
        if wrapped.is_empty() {
            return Err(DbError::Destroyed(subject.to_string()));
        }
        Ok((subject, unwrap(masters, subject, wrapped)?))
    };
    rows.iter().map(read).collect()
}

/// Destroys the key of a subject for good: what it sealed opens nowhere any more, and none is made in its place.
///
/// # Errors
/// What the database says; [`DbError::NotFound`] for the key of the installation itself, which is never destroyed.
pub async fn destroy(tx: &mut Tx, subject: Id) -> Result<(), DbError> {
    if subject == Id::NOBODY {
        // The installation's own is nobody's: with it everybody's second factor would go.
        return Err(DbError::NotFound);
    }
    tx.run(&DESTROY, vec![subject.into(), Vec::new().into()]).await?;
    Ok(())
}

/// Which of these subjects had their key destroyed: nothing can be kept about them any more.
///
/// # Errors
/// What the database says.
pub async fn destroyed(tx: &mut Tx, subjects: impl IntoIterator<Item = Id>) -> Result<HashSet<Id>, DbError> {
    let rows = tx.all_in(&OF, vec![], subjects.into_iter().map(Value::from).collect()).await?;
    let mut gone = HashSet::new();
    for row in &rows {
        if row.bytes("wrapped")?.is_empty() {
            gone.insert(row.id("subject_id")?);
        }
    }
    Ok(gone)
}

/// The next subjects after `after` whose key was destroyed, in order; none at the end.
///
/// # Errors
/// What the database says.
pub async fn all_destroyed(tx: &mut Tx, after: Option<Id>) -> Result<Vec<Id>, DbError> {
    let from = after.map_or_else(Vec::new, |id| id.bytes().to_vec());
    let rows = tx.all(&DESTROYED, vec![from.into(), AT_ONCE.into()]).await?;
    rows.iter().map(|row| row.id("subject_id")).collect()
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
        if wrapped.is_empty() || tx.masters().current(wrapped) {
            continue;
        }
        let key = unwrap(tx.masters(), subject, wrapped)?;
        let anew = tx.masters().wrap(subject.bytes(), db::chance(), &key).map_err(|problem| broken(subject, problem))?;
        // Destroyed in between, it stays destroyed.
        changed += tx.run(&REWRAP, vec![subject.into(), wrapped.to_vec().into(), anew.into()]).await?;
    }
    Ok((changed, last))
}

/// Wraps every key that is left in one transaction in which nobody else makes one, waiting first for whoever has made some and not
/// committed. Gives how many were not wrapped under the current master key.
///
/// # Errors
/// See [`for_subjects`].
pub async fn rewrap_alone(tx: &mut Tx) -> Result<u64, DbError> {
    tx.run(&ALONE, vec![]).await?;
    let (mut wrapped, mut after) = (0, None);
    loop {
        let (changed, last) = rewrap(tx, after).await?;
        wrapped += changed;
        if last.is_none() {
            return Ok(wrapped);
        }
        after = last;
    }
}

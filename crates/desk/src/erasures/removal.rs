//! Removing somebody: which of everything that is kept is theirs, and taking it away so that nothing of it is left, in the rows or under
//! a key (house rule 7: lawful erasure is one function). Owns no tables; it removes from all.

mod store;

pub use store::statements;
pub(crate) use store::remove;
#[cfg(test)]
pub(super) use store::tables;

use db::{DbError, Tx};
use exchange::quarantine;
use history::{entries, keys};
use office::App;
use people::{links, search};
use rights::Permit;
use std::collections::BTreeMap;
use words::Id;

/// Whom an erasure is of, as everything names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subjects {
    /// The client, and those that became it.
    pub clients: Vec<Id>,
    /// Their records; also those that their sources have taken away.
    pub records: Vec<Id>,
    /// By which organisation and key a source names each record.
    pub keys: Vec<(String, String)>,
}

/// Finds them.
///
/// # Errors
/// [`DbError::NotFound`] when there is no such client; what the database says.
pub(super) async fn subjects(tx: &mut Tx, permit: &Permit, client: Id) -> Result<Subjects, DbError> {
    let (today, clients) = links::clients_of(tx, client).await?;
    let mut records: Vec<Id> = links::members(tx, permit, &[today]).await?.into_iter().map(|member| member.record).collect();
    records.extend(links::withdrawn_from(tx, permit, &clients).await?.into_iter().map(|withdrawal| withdrawal.record));
    records.sort_unstable();
    records.dedup();
    let keys = store::keys(tx, permit, &records).await?;
    Ok(Subjects { clients, records, keys })
}

/// Removes everything that is kept of them and destroys their keys. What was written about them and stands with somebody else today is
/// written anew about that one. Gives how many rows of each table went.
///
/// # Errors
/// What the database says.
pub(super) async fn erase(tx: &mut Tx, app: &App, permit: &Permit, subjects: &Subjects) -> Result<BTreeMap<String, u64>, DbError> {
    let all: Vec<Id> = subjects.clients.iter().chain(&subjects.records).copied().collect();
    let parted = entries::parted(tx, permit, &all, app.clock.now()).await?;
    entries::add(tx, permit, parted.leaving).await?;
    links::leave(tx, permit, &subjects.records).await?;
    search::forget(tx, permit, &subjects.records).await?;
    let rows = quarantine::naming(tx, permit, &subjects.keys).await?;
    let ids: Vec<Id> = all.iter().copied().chain(parted.coming).chain(rows).collect();
    let mut counts = remove(tx, permit, &ids).await?;
    for subject in &all {
        keys::destroy(tx, *subject).await?;
    }
    counts.insert("subject_key".to_owned(), u64::try_from(all.len()).unwrap_or(0));
    Ok(counts)
}

/// Removes what stands under ids whose keys are destroyed. Gives how many rows.
///
/// # Errors
/// What the database says.
pub(super) async fn sweep(tx: &mut Tx, permit: &Permit, ids: &[Id]) -> Result<u64, DbError> {
    links::leave(tx, permit, ids).await?;
    search::forget(tx, permit, ids).await?;
    Ok(remove(tx, permit, ids).await?.values().sum())
}

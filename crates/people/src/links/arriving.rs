//! Records that come one by one: each is compared with those it shares a key with, and only the clients it touches are
//! linked anew, in the transaction that brings it. The same look-up tells, before anything is written, who somebody may be.
//!
//! Weights and how common values are come from the newest model, so that any order of arrival ends in the clients that linking
//! everybody gives. Tables: `link_key`, `record_key`, `link_value`, `link_turn`; all follow from the records.

mod learnt;
mod store;

pub(super) use store::{keyed, set_common_values, take_turn};
pub use store::statements;

use super::identity::evidence;
use super::writing::{Said as WhatIsSaid, weigh, write};
use super::{Evidence, store as links};
use crate::decisions::{self, Hidden};
use crate::records::{self, Everyone, Said};
use db::{DbError, Tx};
use learnt::Learnt;
use linkage::{Explainer, POSSIBLE_BAND, ROUNDS, Table, worth_comparing};
use office::App;
use rights::Permit;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use words::Id;

/// A transaction in which links may change. It waits until others that change links have ended, and keeps further ones waiting:
/// whoever links acts on what is linked already. The access log's turn comes after this one, never before.
///
/// A record that leaves a client takes rights away, and so does a protection: it is committed when the answers under way have been
/// made ([`db::Db::revoke`]).
///
/// # Errors
/// What the database says.
pub async fn begin(app: &App) -> Result<Tx, DbError> {
    let mut tx = app.db.revoke().await?;
    take_turn(&mut tx).await?;
    Ok(tx)
}

/// Links records that are new or say something new, with all those they may belong to, and then whoever lost companions to them. Nothing
/// happens before everybody has been linked for the first time.
///
/// # Errors
/// What the database says.
pub async fn arrive(tx: &mut Tx, app: &App, permit: &Permit, records: &[Id]) -> Result<(), DbError> {
    if records.is_empty() {
        return Ok(());
    }
    take_turn(tx).await?;
    let Some(learnt) = learnt::newest(tx).await? else { return Ok(()) };
    let mut settling = records.to_vec();
    for _ in 0..ROUNDS {
        if settling.is_empty() {
            break;
        }
        settling = settle(tx, app, permit, &learnt, &settling).await?;
    }
    Ok(())
}

/// Links these records with all those they may belong to. Gives the records of clients that are not one any more.
async fn settle(tx: &mut Tx, app: &App, permit: &Permit, learnt: &Learnt, records: &[Id]) -> Result<Vec<Id>, DbError> {
    let arrived = records::standing(tx, permit, records).await?;
    // Whom they leave behind may now belong to somebody else.
    let left: BTreeSet<Id> = arrived.iter().filter_map(|one| one.client).collect();
    let asked = with_members(tx, permit, arrived, &left, &[]).await?;
    let table = learnt.table(&asked);
    let keyed: Vec<(Id, Vec<u64>)> = asked.iter().zip(0..).map(|(one, row)| (one.record, table.keys(row))).collect();
    let near = neighbours(tx, permit, learnt, &asked, &keyed).await?;
    store::set_keys(tx, permit, &keyed, &near.under).await?;
    let touched: BTreeSet<Id> = near.likely.iter().filter_map(|likely| likely.client).collect();
    let together = with_members(tx, permit, asked, &touched, &near.rows).await?;
    link_together(tx, app, permit, learnt, together, records).await
}

/// Links these records, which are whole clients, among themselves and with those people said belong to them. Gives the records of clients
/// that are not one any more.
async fn link_together(
    tx: &mut Tx, app: &App, permit: &Permit, learnt: &Learnt, together: Vec<Everyone>, arrived: &[Id],
) -> Result<Vec<Id>, DbError> {
    let ids: Vec<Id> = together.iter().map(|one| one.record).collect();
    let decided = links::pair_decisions_of(tx, permit, &ids).await?;
    let known: HashSet<Id> = ids.into_iter().collect();
    let said: Vec<Id> = decided.iter().filter(|pair| pair.verdict == "same").flat_map(|pair| [pair.a, pair.b]).collect();
    let missing: Vec<Id> = said.into_iter().filter(|record| !known.contains(record)).collect();
    let clients: BTreeSet<Id> = links::current_of(tx, &missing).await?.into_iter().map(|(_, client, _)| client).collect();
    let together = with_members(tx, permit, together, &clients, &[]).await?;
    let decided = if clients.is_empty() {
        decided
    } else {
        let ids: Vec<Id> = together.iter().map(|one| one.record).collect();
        links::pair_decisions_of(tx, permit, &ids).await?
    };
    let table = learnt.table(&together);
    let said = WhatIsSaid::of(tx, &together, decided).await?;
    let weighing = weigh(together, &table, &learnt.model, said, &mut |_, _| {});
    write(tx, app, permit, &weighing, arrived).await?;
    Ok(weighing.parted())
}

/// These records, and all others of these clients; those that were read already are not read again.
async fn with_members(
    tx: &mut Tx, permit: &Permit, mut rows: Vec<Everyone>, clients: &BTreeSet<Id>, read: &[Everyone],
) -> Result<Vec<Everyone>, DbError> {
    let known: HashSet<Id> = rows.iter().map(|one| one.record).collect();
    let mut missing: BTreeSet<Id> = links::records_of_all(tx, clients).await?.into_iter().filter(|record| !known.contains(record)).collect();
    rows.extend(read.iter().filter(|one| missing.remove(&one.record)).cloned());
    rows.extend(records::standing(tx, permit, &missing.into_iter().collect::<Vec<_>>()).await?);
    Ok(rows)
}

/// A record that may belong to the same person as one that was asked about.
struct Likely {
    /// Its row among the neighbours.
    row: u32,
    client: Option<Id>,
    bits: f64,
}

/// Who shares a key with some records.
struct Neighbours {
    rows: Vec<Everyone>,
    table: Table,
    likely: Vec<Likely>,
    under: store::Under,
}

/// Finds those who share a key with the asked records and are not plainly somebody else. The asked records are the first rows.
async fn neighbours(
    tx: &mut Tx, permit: &Permit, learnt: &Learnt, asked: &[Everyone], keyed: &[(Id, Vec<u64>)],
) -> Result<Neighbours, DbError> {
    let mut keys: Vec<u64> = keyed.iter().flat_map(|(_, keys)| keys.iter().copied()).collect();
    keys.sort_unstable();
    keys.dedup();
    let under = store::under(tx, permit, &keys).await?;
    let place_of_asked: HashMap<Id, u32> = asked.iter().map(|one| one.record).zip(0..).collect();
    let of_each = keyed.iter().map(|(_, keys)| worth_comparing(keys.iter().map(|key| under.records(*key))));
    let of_each: Vec<Vec<Id>> = of_each.collect();
    let others: BTreeSet<Id> = of_each.iter().flatten().copied().filter(|record| !place_of_asked.contains_key(record)).collect();
    let mut rows = asked.to_vec();
    rows.extend(records::standing(tx, permit, &others.into_iter().collect::<Vec<_>>()).await?);
    let place: HashMap<Id, u32> = rows.iter().map(|one| one.record).zip(0..).collect();
    let table = learnt.table(&rows);
    let weigher = Explainer::new(&table, &learnt.model);
    let mut likely = Vec::new();
    for (found, a) in of_each.iter().zip(0..) {
        for b in found.iter().filter_map(|record| place.get(record).copied()).filter(|b| *b != a) {
            let bits = weigher.bits(a, b);
            if bits >= learnt.model.cut - POSSIBLE_BAND {
                likely.push(Likely { row: b, client: rows.get(b as usize).and_then(|one| one.client), bits });
            }
        }
    }
    Ok(Neighbours { rows, table, likely, under })
}

/// A client whom somebody may be.
#[derive(Clone, Debug, PartialEq)]
pub struct MayBe {
    /// The client.
    pub client: Id,
    /// The record of theirs that is most alike.
    pub record: Id,
    /// What speaks for and against, compared with it.
    pub evidence: Evidence,
    /// Whether linkage would be sure by itself.
    pub sure: bool,
}

/// Whom somebody may be of whom an organisation says this: the likeliest first, at most `most`; and which of them are hidden, with the
/// users who may see them. Nothing is written.
///
/// # Errors
/// What the database says.
pub async fn who_may_be(tx: &mut Tx, permit: &Permit, organisation: &str, said: &Said, most: usize) -> Result<(Vec<MayBe>, Hidden), DbError> {
    let Some(learnt) = learnt::newest(tx).await? else { return Ok(Default::default()) };
    let asked = [Everyone { record: Id::NOBODY, organisation: organisation.to_owned(), said: Arc::new(said.clone()), client: None }];
    let keys = learnt.table(&asked).keys(0);
    let mut near = neighbours(tx, permit, &learnt, &asked, &[(Id::NOBODY, keys)]).await?;
    let clients: Vec<Id> = near.likely.iter().filter_map(|likely| likely.client).collect();
    let hidden = decisions::hidden(tx, &clients).await?;
    near.likely.retain(|likely| likely.client.is_none_or(|client| decisions::knows_of(permit.who(), client, &hidden)));
    near.likely.sort_by(|one, other| other.bits.total_cmp(&one.bits).then(one.row.cmp(&other.row)));
    let explainer = Explainer::new(&near.table, &learnt.model);
    let mut found: Vec<MayBe> = Vec::new();
    for likely in &near.likely {
        let (Some(client), Some(row)) = (likely.client, near.rows.get(likely.row as usize)) else { continue };
        if found.len() < most && found.iter().all(|known| known.client != client) {
            let evidence = evidence(row.record, &explainer.explain(0, likely.row));
            found.push(MayBe { client, record: row.record, evidence, sure: likely.bits >= learnt.model.cut });
        }
    }
    Ok((found, hidden))
}

/// Puts records under their keys that stand under none of the present numbering.
pub(super) async fn add_keys(tx: &mut Tx, permit: &Permit, keys: Vec<(Id, Vec<u64>)>) -> Result<(), DbError> {
    if store::clear_older_keys(tx).await? {
        return store::set_first_keys(tx, &keys).await;
    }
    for some in keys.chunks(2_000) {
        let wanted: BTreeSet<u64> = some.iter().flat_map(|(_, keys)| keys.iter().copied()).collect();
        let under = store::under(tx, permit, &wanted.into_iter().collect::<Vec<_>>()).await?;
        store::set_keys(tx, permit, some, &under).await?;
    }
    Ok(())
}

/// Takes records out of linkage: they stand under no key any more. Their links are the caller's to end.
///
/// # Errors
/// What the database says.
pub async fn leave(tx: &mut Tx, permit: &Permit, records: &[Id]) -> Result<(), DbError> {
    store::forget_keys(tx, permit, records).await
}

#[cfg(test)]
mod tests;

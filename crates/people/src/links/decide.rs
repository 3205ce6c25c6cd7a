//! What people decide: same, two, unlink, take back. Each moves whole records between clients and nothing else.

use super::writing::entry;
use super::store::{self, Link, PairDecision};
use super::{Evidence, store::links_about};
use crate::records;
use db::{DbError, Tx};
use history::entries;
use office::{App, Problem};
use rights::Permit;
use std::collections::HashMap;
use words::{Band, Id, Time};

/// What somebody says about two records, with the words they gave for it.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// One record.
    pub a: Id,
    /// The other.
    pub b: Id,
    /// Why, in the decider's words; may be empty.
    pub reason: String,
}

/// A decision under way: what every part of it shares.
struct Deciding<'a> {
    app: &'a App,
    permit: &'a Permit,
    id: Id,
    reason: String,
    now: Time,
}

impl<'a> Deciding<'a> {
    fn new(app: &'a App, permit: &'a Permit, reason: &str) -> Deciding<'a> {
        Deciding { app, permit, id: app.clock.id(), reason: reason.to_owned(), now: app.clock.now() }
    }

    /// Moves records to a client, each by a decision of its own under the shared id, and tells the history.
    async fn relocate(&self, tx: &mut Tx, records: &[Id], client: Id, what: &str) -> Result<(), DbError> {
        let author = Some(self.permit.who().user);
        let link = |record: &Id| Link {
            record: *record,
            id: self.id,
            client,
            band: Band::Same,
            bits: None,
            evidence: Evidence::default(),
            author,
            reason: self.reason.clone(),
            decided_at: self.now,
        };
        let links: Vec<Link> = records.iter().map(link).collect();
        store::add_links(tx, self.permit, &links).await?;
        let versions = records::of_records(tx, self.permit, records, self.now).await?;
        let organisations: HashMap<Id, String> = versions.into_iter().map(|v| (v.record, v.organisation)).collect();
        let told = links.iter().map(|link| {
            let organisation = organisations.get(&link.record).map_or("", String::as_str);
            entry(self.app, link, organisation, what)
        });
        entries::add(tx, self.permit, told.collect()).await
    }

    fn pair(&self, a: Id, b: Id, verdict: &str) -> PairDecision {
        PairDecision {
            a,
            b,
            id: self.id,
            verdict: verdict.to_owned(),
            author: self.permit.who().user,
            reason: self.reason.clone(),
            decided_at: self.now,
        }
    }
}

/// Two records are one person: their clients become one, under the id of the one with more records. Gives the decision.
///
/// # Errors
/// [`Problem::NotFound`] when a record is not linked to anybody.
pub async fn same_person(tx: &mut Tx, app: &App, permit: &Permit, verdict: &Verdict) -> Result<Id, Problem> {
    let deciding = Deciding::new(app, permit, &verdict.reason);
    let (one, other) = (client_of(tx, verdict.a).await?, client_of(tx, verdict.b).await?);
    store::add_pairs(tx, permit, vec![deciding.pair(verdict.a, verdict.b, "same")]).await?;
    if one != other {
        let (ones, others) = (store::records_of(tx, one).await?, store::records_of(tx, other).await?);
        // Ids sort by time, so of equal ones the older stays.
        let one_stays = (ones.len(), std::cmp::Reverse(one)) >= (others.len(), std::cmp::Reverse(other));
        let (stays, goes, moving) = if one_stays { (one, other, others) } else { (other, one, ones) };
        deciding.relocate(tx, &moving, stays, "linked").await?;
        store::set_became(tx, permit, goes, Some(stays)).await?;
    }
    Ok(deciding.id)
}

/// Two records are two people and stay apart whatever linkage says later. Gives the decision.
///
/// # Errors
/// [`Problem::Bad`] when they are one client at present: that is an unlinking, and says which record goes.
pub async fn two_people(tx: &mut Tx, app: &App, permit: &Permit, verdict: &Verdict) -> Result<Id, Problem> {
    let deciding = Deciding::new(app, permit, &verdict.reason);
    if client_of(tx, verdict.a).await? == client_of(tx, verdict.b).await? {
        return Err(Problem::Bad("These two records are one client now: take one of them out on the client's page.".to_owned()));
    }
    store::add_pairs(tx, permit, vec![deciding.pair(verdict.a, verdict.b, "different")]).await?;
    Ok(deciding.id)
}

/// A new record is none of these people, says whoever makes it: it stays apart from them. Gives the decision.
///
/// # Errors
/// What the database says.
pub async fn keep_apart(tx: &mut Tx, app: &App, permit: &Permit, record: Id, others: &[Id], reason: &str) -> Result<Id, Problem> {
    let deciding = Deciding::new(app, permit, reason);
    let pairs = others.iter().map(|other| deciding.pair(record, *other, "different")).collect();
    store::add_pairs(tx, permit, pairs).await?;
    Ok(deciding.id)
}

/// Takes a record out of its client: it becomes a client of its own, and stays apart from every record left behind.
/// Gives the decision.
///
/// # Errors
/// [`Problem::Bad`] when it is the client's only record.
pub async fn unlink(tx: &mut Tx, app: &App, permit: &Permit, record: Id, reason: &str) -> Result<Id, Problem> {
    let deciding = Deciding::new(app, permit, reason);
    let client = client_of(tx, record).await?;
    let rest: Vec<Id> = store::records_of(tx, client).await?.into_iter().filter(|r| *r != record).collect();
    if rest.is_empty() {
        return Err(Problem::Bad("This is the client's only record; there is nothing to take it out of.".to_owned()));
    }
    let pairs = rest.iter().map(|other| deciding.pair(record, *other, "different")).collect();
    store::add_pairs(tx, permit, pairs).await?;
    let alone = app.clock.id();
    store::add_clients(tx, permit, &[alone], deciding.now).await?;
    deciding.relocate(tx, &[record], alone, "unlinked").await?;
    Ok(deciding.id)
}

/// Takes a decision back: every record it moved returns to the client it had before, and what was said about pairs no
/// longer holds.
///
/// # Errors
/// [`Problem::Already`] when one of the records has been moved again since; [`Problem::NotFound`] when there is no such
/// decision of a person.
pub async fn take_back(tx: &mut Tx, app: &App, permit: &Permit, id: Id) -> Result<(), Problem> {
    let moved: Vec<Id> = store::decision(tx, permit, id).await?.iter().map(|link| link.record).collect();
    let said: Vec<PairDecision> = store::pair_decisions(tx, permit).await?.into_iter().filter(|p| p.id == id).collect();
    if said.is_empty() {
        return Err(Problem::NotFound);
    }
    if store::current_of(tx, &moved).await?.iter().any(|(_, _, link)| *link != id) {
        return Err(Problem::Already);
    }
    let deciding = Deciding::new(app, permit, "taken-back");
    let withdrawn = said.iter().map(|pair| deciding.pair(pair.a, pair.b, "withdrawn")).collect();
    store::add_pairs(tx, permit, withdrawn).await?;
    let mut homes: HashMap<Id, Vec<Id>> = HashMap::new();
    let mut before: HashMap<Id, Id> = HashMap::new();
    for link in links_about(tx, &moved, deciding.now).await?.into_iter().filter(|link| link.id != id) {
        before.insert(link.record, link.client); // oldest first: the last one stands
    }
    for (record, client) in before {
        homes.entry(client).or_default().push(record);
    }
    let left: Vec<Id> = store::current_of(tx, &moved).await?.into_iter().map(|(_, client, _)| client).collect();
    let mut home = None;
    for (client, mut records) in homes {
        records.sort();
        deciding.relocate(tx, &records, client, "taken-back").await?;
        store::set_became(tx, permit, client, None).await?;
        home = Some(client);
    }
    // A client made by the decision is empty now; who looked at it looked at the one it came from.
    for client in left {
        if store::records_of(tx, client).await?.is_empty() {
            store::set_became(tx, permit, client, home).await?;
        }
    }
    Ok(())
}

async fn client_of(tx: &mut Tx, record: Id) -> Result<Id, Problem> {
    let found = store::current_of(tx, &[record]).await?;
    found.first().map(|(_, client, _)| *client).ok_or(Problem::NotFound)
}

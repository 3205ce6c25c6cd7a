//! The two clients behind each open pair: who has records of them, and how much of what.

use super::harm::{Harm, Side, harm};
use crate::{decisions, links, teams};
use db::{DbError, Tx};
use history::entries;
use office::Pack;
use office::organisations::Titles;
use rights::Permit;
use std::collections::{BTreeMap, HashMap};
use words::{Date, Id};

/// What linking each of these pairs would do, in their order.
pub(super) async fn harms(tx: &mut Tx, permit: &Permit, (pack, titles, today): (&Pack, &Titles, Date), pairs: &[(Id, Id)]) -> Result<Vec<Harm>, DbError> {
    let records: Vec<Id> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
    let clients = links::clients_with(tx, permit, &records).await?;
    let members = links::members(tx, permit, &clients).await?;
    let home: HashMap<Id, Id> = members.iter().map(|member| (member.record, member.client)).collect();
    let mut sides: BTreeMap<Id, Side> = BTreeMap::new();
    for member in &members {
        sides.entry(member.client).or_default().organisations.insert(member.organisation.clone());
    }
    for (client, organisation) in teams::organisations_in(tx, permit, &clients, today).await? {
        sides.entry(client).or_default().teams.insert(organisation);
    }
    let subjects: Vec<Id> = members.iter().map(|member| member.record).chain(clients.iter().copied()).collect();
    for amount in entries::amounts(tx, permit, &subjects).await? {
        let client = home.get(&amount.subject).copied().unwrap_or(amount.subject);
        sides.entry(client).or_default().amounts.push(amount);
    }
    for client in decisions::protected(tx, &clients).await?.into_keys() {
        sides.entry(client).or_default().protected = true;
    }
    let nobody = Side::default();
    let side = |record: &Id| home.get(record).and_then(|client| sides.get(client)).unwrap_or(&nobody);
    Ok(pairs.iter().map(|(a, b)| harm(pack, side(a), side(b), titles)).collect())
}

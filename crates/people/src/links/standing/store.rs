//! The SQL of what holds: links without what was taken back, and who belongs to whom today.

use crate::decisions::{self, Withdrawal};
use crate::links::store::{Link, PairDecision, clients_of, clients_with, link, links_about, pair, records_of};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use std::collections::HashMap;
use words::{Id, Time};

// What was taken back, and the taking back itself, leave no trace here: the last row is what holds.
const STANDING: Sql = Sql::both(
    "select record_id, link_id, client_id, band, bits, evidence, author, reason, decided_at from link_decision l
      where not exists (select 1 from decision t where t.takes_back = l.link_id)
        and not exists (select 1 from decision t where t.decision_id = l.link_id and t.takes_back is not null)
        and record_id in ({list}) order by record_id, decided_at, link_id",
);
const PAIRS_ABOUT: Sql = Sql::both(
    "select record_a, record_b, decision_id, verdict, author, decided_at from pair_decision
      where decision_id in ({list}) order by decision_id, record_a, record_b",
);
const MEMBERS: Sql = Sql::both(
    "select l.client_id, l.record_id, r.organisation_id from current_link l join record r on r.record_id = l.record_id
      where l.client_id in ({list}) order by l.client_id, l.record_id",
);

const TOUCHED: Sql = Sql::both("select distinct record_id from link_decision where client_id in ({list})");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("link standing", &STANDING), ("pairs about", &PAIRS_ABOUT), ("link members", &MEMBERS), ("link touched", &TOUCHED),
    ]
}

/// The decisions about these records that hold or would hold again, by record, oldest first: of each record the last one is
/// what holds.
pub(in crate::links) async fn standing(tx: &mut Tx, records: &[Id]) -> Result<Vec<Link>, DbError> {
    let rows = tx.all_in(&STANDING, vec![], records.iter().map(Value::from).collect()).await?;
    rows.iter().map(link).collect()
}

/// What was said about pairs by these decisions, whether it still holds or not.
///
/// # Errors
/// What the database says.
pub async fn pairs_of(tx: &mut Tx, _permit: &Permit, decisions: &[Id]) -> Result<Vec<PairDecision>, DbError> {
    let rows = tx.all_in(&PAIRS_ABOUT, vec![], decisions.iter().map(Value::from).collect()).await?;
    rows.iter().map(pair).collect()
}

/// A record of a client, and who keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The client.
    pub client: Id,
    /// The record.
    pub record: Id,
    /// The organisation.
    pub organisation: String,
}

/// The records of these clients today.
///
/// # Errors
/// What the database says.
pub async fn members(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<Member>, DbError> {
    let rows = tx.all_in(&MEMBERS, vec![], clients.iter().map(Value::from).collect()).await?;
    let read = |row: &Row| {
        Ok(Member { client: row.id("client_id")?, record: row.id("record_id")?, organisation: row.text("organisation_id")?.to_owned() })
    };
    rows.iter().map(read).collect()
}

/// Every decision that moved these records until a moment, by record, oldest first; also what was taken back.
///
/// # Errors
/// What the database says.
pub async fn history_of(tx: &mut Tx, _permit: &Permit, records: &[Id], known_at: Time) -> Result<Vec<Link>, DbError> {
    links_about(tx, records, known_at).await
}

/// The links of a client as they stood at `known_at`: for each record that then belonged to it, or to one of the
/// clients that became it, the decision that put it there.
///
/// # Errors
/// What the database says.
pub async fn links_of(tx: &mut Tx, permit: &Permit, clients: &[Id], known_at: Time) -> Result<Vec<Link>, DbError> {
    let rows = tx.all_in(&TOUCHED, vec![], clients.iter().map(Value::from).collect()).await?;
    let records: Vec<Id> = rows.iter().map(|row| row.id("record_id")).collect::<Result<_, _>>()?;
    let mut latest: Vec<Link> = Vec::new();
    for link in links_about(tx, &records, known_at).await? {
        match latest.last_mut() {
            Some(last) if last.record == link.record => *last = link,
            _ => latest.push(link),
        }
    }
    latest.retain(|link| clients.contains(&link.client));
    let gone = decisions::withdrawn(tx, permit, &records, known_at).await?;
    latest.retain(|link| !gone.contains(&link.record));
    Ok(latest)
}

/// Every record that was ever linked to a client.
pub(in crate::links) async fn touched(tx: &mut Tx, client: Id) -> Result<Vec<Id>, DbError> {
    tx.all_in(&TOUCHED, vec![], vec![client.into()]).await?.iter().map(|row| row.id("record_id")).collect()
}

/// The records that belonged to one of these clients when their sources took them away.
///
/// # Errors
/// What the database says.
pub async fn withdrawn_from(tx: &mut Tx, permit: &Permit, clients: &[Id]) -> Result<Vec<Withdrawal>, DbError> {
    let rows = tx.all_in(&TOUCHED, vec![], clients.iter().map(Value::from).collect()).await?;
    let records: Vec<Id> = rows.iter().map(|row| row.id("record_id")).collect::<Result<_, _>>()?;
    let mut gone = decisions::withdrawals(tx, permit, &records).await?;
    let away: Vec<Id> = gone.iter().map(|one| one.record).collect();
    let last: HashMap<Id, Id> = standing(tx, &away).await?.into_iter().map(|link| (link.record, link.client)).collect();
    gone.retain(|one| last.get(&one.record).is_some_and(|client| clients.contains(client)));
    Ok(gone)
}

/// Whom these records tell of, each once: the client a record belongs to today, or belonged to when its source took it away.
///
/// # Errors
/// What the database says.
pub async fn clients_told_of(tx: &mut Tx, permit: &Permit, records: &[Id]) -> Result<Vec<Id>, DbError> {
    let mut clients = clients_with(tx, permit, records).await?;
    let gone = decisions::withdrawals(tx, permit, records).await?;
    let away: Vec<Id> = gone.iter().map(|one| one.record).collect();
    let last: HashMap<Id, Id> = standing(tx, &away).await?.into_iter().map(|link| (link.record, link.client)).collect();
    for client in last.into_values() {
        clients.push(clients_of(tx, client).await?.0);
    }
    clients.sort_unstable();
    clients.dedup();
    Ok(clients)
}

/// The clients that the records of this one belonged to before, and until when: whoever looked at one of them until then
/// looked at these records too.
///
/// # Errors
/// What the database says.
pub async fn former_clients(tx: &mut Tx, _permit: &Permit, client: Id, now: Time) -> Result<Vec<(Id, Time)>, DbError> {
    let records = records_of(tx, client).await?;
    let links = links_about(tx, &records, now).await?;
    let left = links.windows(2).filter_map(|pair| match pair {
        [before, after] if before.record == after.record && before.client != after.client => Some((before.client, after.decided_at)),
        _ => None,
    });
    let mut former: Vec<(Id, Time)> = left.filter(|(former, _)| *former != client).collect();
    former.sort_unstable();
    former.dedup();
    Ok(former)
}

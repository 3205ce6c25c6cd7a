//! The SQL of clients, links and matches.

use super::Evidence;
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use std::collections::{BTreeMap, BTreeSet};
use words::{Band, Id, Time};

const ADD_CLIENTS: Sql = Sql::both("insert into client (client_id, created_at) values {rows}");
const BECAME: Sql = Sql::both("update client set became = $2 where client_id = $1");
const BECOMES: Sql = Sql::both("select became from client where client_id = $1");
const BECAME_THIS: Sql = Sql::both("select client_id, became from client where became in ({list})");
const ADD_LINKS: Sql = Sql::both(
    "insert into link_decision (record_id, link_id, client_id, band, bits, evidence, author, reason, decided_at) values {rows}",
);
const SET_CURRENT: Sql = Sql::both(
    "insert into current_link (record_id, client_id, link_id) values {rows}
     on conflict (record_id) do update set client_id = excluded.client_id, link_id = excluded.link_id",
);
const DROP_CURRENT: Sql = Sql::both("delete from current_link where record_id = $1");
const CURRENT: Sql = Sql::both("select record_id from current_link where client_id = $1 order by record_id");
const CURRENT_OF_ALL: Sql = Sql::both("select record_id from current_link where client_id in ({list})");
const CURRENT_OF: Sql = Sql::both("select record_id, client_id, link_id from current_link where record_id in ({list})");
const LINKS_OF: Sql = Sql::both(
    "select record_id, link_id, client_id, band, bits, evidence, author, reason, decided_at from link_decision
      where decided_at <= $1 and record_id in ({list}) order by record_id, decided_at, link_id",
);
const OF_DECISION: Sql = Sql::both(
    "select record_id, link_id, client_id, band, bits, evidence, author, reason, decided_at from link_decision
      where author is not null and link_id = $1 order by record_id",
);
const ADD_PAIRS: Sql = Sql::both(
    "insert into pair_decision (record_a, record_b, decision_id, verdict, author, reason, decided_at) values {rows}",
);
const PAIRS: Sql = Sql::both(
    "select record_a, record_b, decision_id, verdict, author, decided_at from pair_decision p
      where not exists (select 1 from decision t where t.takes_back = p.decision_id)
      order by record_a, record_b, decided_at, decision_id",
);
const PAIRS_OF: Sql = Sql::both(
    "select record_a, record_b, decision_id, verdict, author, decided_at from pair_decision p
      where (record_a in ({list}) or record_b in ({list})) and not exists (select 1 from decision t where t.takes_back = p.decision_id)",
);
const STAMP: Sql = Sql::both(
    "select (select count(*) from record_version) as versions, (select count(*) from link_decision) as links,
            (select count(*) from pair_decision) + (select count(*) from decision) as pairs",
);
const SIZE: Sql = Sql::both(
    "select (select count(*) from record) as records,
            (select count(*) from record r where not exists (select 1 from current_link l where l.record_id = r.record_id)
                and not exists (select 1 from record_withdrawal w where w.record_id = r.record_id
                                   and not exists (select 1 from decision t where t.takes_back = w.decision_id))) as unlinked,
            (select count(*) from current_link l where not exists (select 1 from record_key k where k.record_id = l.record_id and k.version = $1)) as unkeyed,
            (select count(distinct client_id) from current_link) as clients,
            (select count(*) from possible_match) as possible,
            (select coalesce(max(records), 0) from link_model) as learnt_from",
);
const ADD_MODEL: Sql = Sql::both("insert into link_model (model_id, learned_at, records, text) values ($1, $2, $3, $4)");
const NEWEST_MODEL: Sql = Sql::both("select text from link_model order by model_id desc limit 1");
const NEWEST_MODEL_ID: Sql = Sql::both("select model_id from link_model order by model_id desc limit 1");

// PostgreSQL plans by what it last counted, and counts by itself only minutes after much was written.
const AFTER_MUCH: Sql = Sql::split("select 1 as done", "analyze record, record_token, token_variant, current_link, link_key, link_value, record_key");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub(super) fn statements() -> Vec<Statement> {
    vec![
        ("client add", &ADD_CLIENTS), ("client became", &BECAME), ("client becomes", &BECOMES),
        ("client became this", &BECAME_THIS), ("link add", &ADD_LINKS), ("link set current", &SET_CURRENT),
        ("link current", &CURRENT), ("link current of", &CURRENT_OF), ("links of", &LINKS_OF),
        ("link of decision", &OF_DECISION), ("link drop current", &DROP_CURRENT), ("pair add", &ADD_PAIRS), ("pairs", &PAIRS),
        ("pairs of", &PAIRS_OF), ("current of all", &CURRENT_OF_ALL), ("model newest id", &NEWEST_MODEL_ID),
        ("link size", &SIZE), ("link after much", &AFTER_MUCH), ("link stamp", &STAMP), ("model add", &ADD_MODEL), ("model newest", &NEWEST_MODEL),
    ]
}

/// One decision about one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The record.
    pub record: Id,
    /// The decision; records that were moved together share it.
    pub id: Id,
    /// The client the record belongs to from then on.
    pub client: Id,
    /// What linkage said.
    pub band: Band,
    /// How sure it was, in bits; none when a person decided without it.
    pub bits: Option<f64>,
    /// What spoke for it.
    pub evidence: Evidence,
    /// The user who decided; none for the system.
    pub author: Option<Id>,
    /// A word of `links-reason-` of the system. What a person said stands with the decision.
    pub reason: String,
    /// When.
    pub decided_at: Time,
}

/// What a person said about two records.
#[derive(Clone, Debug, PartialEq)]
pub struct PairDecision {
    /// One record.
    pub a: Id,
    /// The other.
    pub b: Id,
    /// The decision it is part of.
    pub id: Id,
    /// `same` or `different`.
    pub verdict: String,
    /// Who said so.
    pub author: Id,
    /// When.
    pub decided_at: Time,
}

pub(super) async fn add_clients(tx: &mut Tx, _permit: &Permit, clients: &[Id], at: Time) -> Result<(), DbError> {
    let rows = clients.iter().map(|client| vec![client.into(), at.into()]).collect();
    tx.insert(&ADD_CLIENTS, rows).await?;
    Ok(())
}

/// Points a client at the one that took its place, or makes it stand for itself again.
pub(super) async fn set_became(tx: &mut Tx, _permit: &Permit, client: Id, became: Option<Id>) -> Result<(), DbError> {
    tx.run(&BECAME, vec![client.into(), became.into()]).await?;
    Ok(())
}

/// The client that stands for this one today: itself, or the end of the chain of those that took its place.
///
/// # Errors
/// [`DbError::NotFound`] when there is no such client.
pub(super) async fn stands_for(tx: &mut Tx, client: Id) -> Result<Id, DbError> {
    let mut current = client;
    // Chains are as short as the number of times two clients turned out to be one; the bound only keeps a damaged
    // database from hanging a page.
    for _ in 0..64 {
        match tx.one(&BECOMES, vec![current.into()]).await?.opt_id("became")? {
            Some(next) => current = next,
            None => return Ok(current),
        }
    }
    Ok(current)
}

/// The client that stands for `client`, and every client that became it: under all these ids something may have been
/// written about the one person.
///
/// # Errors
/// [`DbError::NotFound`] when there is no such client.
pub async fn clients_of(tx: &mut Tx, client: Id) -> Result<(Id, Vec<Id>), DbError> {
    let standing = stands_for(tx, client).await?;
    let became = became(tx, &[standing]).await?;
    Ok((standing, [standing].into_iter().chain(became.into_keys()).collect()))
}

/// Every client that became one of these, each with the one it is today. These must stand for themselves.
///
/// # Errors
/// What the database says.
pub async fn became(tx: &mut Tx, clients: &[Id]) -> Result<BTreeMap<Id, Id>, DbError> {
    let mut all: BTreeMap<Id, Id> = BTreeMap::new();
    let mut last: BTreeMap<Id, Id> = clients.iter().map(|client| (*client, *client)).collect();
    while !last.is_empty() && all.len() < 1_000 * clients.len() {
        let mut before = BTreeMap::new();
        for row in &tx.all_in(&BECAME_THIS, vec![], last.keys().map(Value::from).collect()).await? {
            let (client, into) = (row.id("client_id")?, row.id("became")?);
            if let Some(today) = last.get(&into).filter(|today| **today != client && !all.contains_key(&client)) {
                before.insert(client, *today);
            }
        }
        all.extend(&before);
        last = before;
    }
    Ok(all)
}

/// How many there are of everything.
pub(super) struct Size {
    pub records: i64,
    /// Records without a client.
    pub unlinked: i64,
    /// Records that stand under no key of the present numbering.
    pub unkeyed: i64,
    pub clients: i64,
    /// Pairs that wait for the steward.
    pub possible: i64,
    /// Records that the newest model was learnt from.
    pub learnt_from: i64,
}

pub(super) async fn size(tx: &mut Tx) -> Result<Size, DbError> {
    let row = tx.one(&SIZE, vec![i64::from(linkage::KEYS_VERSION).into()]).await?;
    Ok(Size {
        records: row.int("records")?,
        unlinked: row.int("unlinked")?,
        unkeyed: row.int("unkeyed")?,
        clients: row.int("clients")?,
        possible: row.int("possible")?,
        learnt_from: row.int("learnt_from")?,
    })
}

/// A stamp of everything linking rests on. These tables only grow, so equal numbers mean that nothing has changed.
pub(super) async fn stamp(tx: &mut Tx) -> Result<(i64, i64, i64), DbError> {
    let row = tx.one(&STAMP, vec![]).await?;
    Ok((row.int("versions")?, row.int("links")?, row.int("pairs")?))
}

/// Writes decisions and makes them current.
pub(super) async fn add_links(tx: &mut Tx, _permit: &Permit, links: &[Link]) -> Result<(), DbError> {
    let mut rows = Vec::with_capacity(links.len());
    for link in links {
        // What a person said stands with their decision, sealed, and nowhere else.
        let reason = if link.author.is_some() { "" } else { &link.reason };
        rows.push(vec![
            link.record.into(), link.id.into(), link.client.into(), link.band.word().into(), link.bits.into(),
            to_json(&link.evidence)?.into(), link.author.into(), reason.into(), link.decided_at.into(),
        ]);
    }
    tx.insert(&ADD_LINKS, rows).await?;
    let current = links.iter().map(|link| vec![link.record.into(), link.client.into(), link.id.into()]).collect();
    tx.insert(&SET_CURRENT, current).await?;
    Ok(())
}

/// The records of a client today.
pub(super) async fn records_of(tx: &mut Tx, client: Id) -> Result<Vec<Id>, DbError> {
    tx.all(&CURRENT, vec![client.into()]).await?.iter().map(|row| row.id("record_id")).collect()
}

/// The records of these clients today.
pub(super) async fn records_of_all(tx: &mut Tx, clients: &BTreeSet<Id>) -> Result<Vec<Id>, DbError> {
    let rows = tx.all_in(&CURRENT_OF_ALL, vec![], clients.iter().map(Value::from).collect()).await?;
    rows.iter().map(|row| row.id("record_id")).collect()
}

/// The client of each of these records today, and the decision that put it there.
pub(super) async fn current_of(tx: &mut Tx, records: &[Id]) -> Result<Vec<(Id, Id, Id)>, DbError> {
    let rows = tx.all_in(&CURRENT_OF, vec![], records.iter().map(Value::from).collect()).await?;
    rows.iter().map(|row| Ok((row.id("record_id")?, row.id("client_id")?, row.id("link_id")?))).collect()
}

/// The client a record belongs to today; none before it was first linked.
///
/// # Errors
/// What the database says.
pub async fn client_of(tx: &mut Tx, _permit: &Permit, record: Id) -> Result<Option<Id>, DbError> {
    Ok(current_of(tx, &[record]).await?.first().map(|(_, client, _)| *client))
}

/// The client each of these records belongs to today.
pub(crate) async fn clients_of_records(tx: &mut Tx, records: &[Id]) -> Result<Vec<(Id, Id)>, DbError> {
    Ok(current_of(tx, records).await?.into_iter().map(|(record, client, _)| (record, client)).collect())
}

/// The clients these records belong to today, each once.
///
/// # Errors
/// What the database says.
pub async fn clients_with(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<Vec<Id>, DbError> {
    let mut clients: Vec<Id> = current_of(tx, records).await?.into_iter().map(|(_, client, _)| client).collect();
    clients.sort_unstable();
    clients.dedup();
    Ok(clients)
}

/// Every decision about these records until `known_at`, by record, oldest first.
pub(super) async fn links_about(tx: &mut Tx, records: &[Id], known_at: Time) -> Result<Vec<Link>, DbError> {
    let rows = tx.all_in(&LINKS_OF, vec![known_at.into()], records.iter().map(Value::from).collect()).await?;
    rows.iter().map(link).collect()
}

/// Takes a record out of every client, for as long as its source has taken it away.
pub(super) async fn drop_current(tx: &mut Tx, _permit: &Permit, record: Id) -> Result<(), DbError> {
    tx.run(&DROP_CURRENT, vec![record.into()]).await?;
    Ok(())
}

/// Puts a record back where its last standing decision says.
pub(super) async fn set_current(tx: &mut Tx, _permit: &Permit, link: &Link) -> Result<(), DbError> {
    tx.insert(&SET_CURRENT, vec![vec![link.record.into(), link.client.into(), link.id.into()]]).await?;
    Ok(())
}

/// The records a decision moved.
///
/// # Errors
/// What the database says.
pub async fn decision(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Vec<Link>, DbError> {
    tx.all(&OF_DECISION, vec![id.into()]).await?.iter().map(link).collect()
}

pub(super) async fn add_pairs(tx: &mut Tx, _permit: &Permit, pairs: Vec<PairDecision>) -> Result<(), DbError> {
    let rows = pairs.into_iter().map(|pair| {
        let (a, b) = in_order(pair.a, pair.b);
        vec![
            a.into(), b.into(), pair.id.into(), pair.verdict.into(), pair.author.into(), "".into(),
            pair.decided_at.into(),
        ]
    });
    tx.insert(&ADD_PAIRS, rows.collect()).await?;
    Ok(())
}

/// What people said about pairs of records and have not taken back: the last word on each pair.
///
/// # Errors
/// What the database says.
pub async fn pair_decisions(tx: &mut Tx, _permit: &Permit) -> Result<Vec<PairDecision>, DbError> {
    last_words(&tx.all(&PAIRS, vec![]).await?)
}

/// What people said about pairs with one of these records, and have not taken back.
///
/// # Errors
/// What the database says.
pub(super) async fn pair_decisions_of(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<Vec<PairDecision>, DbError> {
    last_words(&tx.all_in(&PAIRS_OF, vec![], records.iter().map(Value::from).collect()).await?)
}

/// The last word on each pair, unless it was taken back.
fn last_words(rows: &[Row]) -> Result<Vec<PairDecision>, DbError> {
    let mut pairs = rows.iter().map(pair).collect::<Result<Vec<_>, _>>()?;
    pairs.sort_by_key(|pair| (pair.a, pair.b, std::cmp::Reverse((pair.decided_at, pair.id))));
    pairs.dedup_by_key(|pair| (pair.a, pair.b));
    pairs.retain(|pair| pair.verdict != "withdrawn");
    Ok(pairs)
}

pub(super) async fn add_model(tx: &mut Tx, _permit: &Permit, id: Id, at: Time, records: i64, text: &str) -> Result<(), DbError> {
    tx.run(&ADD_MODEL, vec![id.into(), at.into(), records.into(), text.into()]).await?;
    Ok(())
}

/// Lets the database count what it holds, after much was written in one transaction.
///
/// # Errors
/// What the database says.
pub(super) async fn after_much(tx: &mut Tx) -> Result<(), DbError> {
    tx.run(&AFTER_MUCH, vec![]).await?;
    Ok(())
}

/// The model the links of today were made with, as text.
///
/// # Errors
/// What the database says.
pub async fn current_model(tx: &mut Tx) -> Result<Option<String>, DbError> {
    tx.maybe(&NEWEST_MODEL, vec![]).await?.map(|row| Ok(row.text("text")?.to_owned())).transpose()
}

/// The id of that model.
pub(super) async fn newest_model(tx: &mut Tx) -> Result<Option<Id>, DbError> {
    tx.maybe(&NEWEST_MODEL_ID, vec![]).await?.map(|row| row.id("model_id")).transpose()
}

/// A pair is stored the same way round whoever names it first.
pub(crate) fn in_order(a: Id, b: Id) -> (Id, Id) {
    if a <= b { (a, b) } else { (b, a) }
}

pub(super) fn link(row: &Row) -> Result<Link, DbError> {
    Ok(Link {
        record: row.id("record_id")?,
        id: row.id("link_id")?,
        client: row.id("client_id")?,
        band: row.word("band")?,
        bits: row.opt_real("bits")?,
        evidence: from_json(row.text("evidence")?)?,
        author: row.opt_id("author")?,
        reason: row.text("reason")?.to_owned(),
        decided_at: row.time("decided_at")?,
    })
}

pub(super) fn pair(row: &Row) -> Result<PairDecision, DbError> {
    Ok(PairDecision {
        a: row.id("record_a")?,
        b: row.id("record_b")?,
        id: row.id("decision_id")?,
        verdict: row.text("verdict")?.to_owned(),
        author: row.id("author")?,
        decided_at: row.time("decided_at")?,
    })
}

pub(super) fn to_json(evidence: &Evidence) -> Result<String, DbError> {
    serde_json::to_string(evidence).map_err(unreadable)
}

pub(super) fn from_json(text: &str) -> Result<Evidence, DbError> {
    serde_json::from_str(text).map_err(unreadable)
}

fn unreadable(problem: serde_json::Error) -> DbError {
    DbError::Column { column: "evidence".into(), problem: problem.to_string() }
}

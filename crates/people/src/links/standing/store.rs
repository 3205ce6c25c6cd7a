//! The SQL of what holds: links without what was taken back, and who belongs to whom today.

use crate::links::store::{Link, PairDecision, link, links_about, pair};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use words::{Id, Time};

// What was taken back, and the taking back itself, leave no trace here: the last row is what holds.
const STANDING: Sql = Sql::both(
    "select record_id, link_id, client_id, band, bits, evidence, author, reason, decided_at from link_decision l
      where not exists (select 1 from decision t where t.takes_back = l.link_id)
        and not exists (select 1 from decision t where t.decision_id = l.link_id and t.takes_back is not null)
        and record_id in ({list}) order by record_id, decided_at, link_id",
);
const PAIRS_ABOUT: Sql = Sql::both(
    "select record_a, record_b, decision_id, verdict, author, reason, decided_at from pair_decision
      where decision_id in ({list}) order by decision_id, record_a, record_b",
);
const MEMBERS: Sql = Sql::both(
    "select l.client_id, l.record_id, r.organisation_id from current_link l join record r on r.record_id = l.record_id
      where l.client_id in ({list}) order by l.client_id, l.record_id",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("link standing", &STANDING), ("pairs about", &PAIRS_ABOUT), ("link members", &MEMBERS),
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

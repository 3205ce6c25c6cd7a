//! The SQL of records.

use super::{Incoming, Reception, Said, Version};
use crate::decisions::{self, Dispute};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use office::Clock;
use rights::Permit;
use std::collections::{BTreeMap, HashMap};
use words::{Date, Id, Time};

const KNOWN: Sql = Sql::both(
    "select r.record_id, r.source_key, v.version, v.said, v.observed_on
       from record r join record_version v on v.record_id = r.record_id
      where r.organisation_id = $1 and r.source_key in ({list})
      order by v.record_id, v.observed_on, v.version",
);
const ADD: Sql = Sql::both("insert into record (record_id, organisation_id, source_key, created_at, seen_on) values {rows}");
const SEEN: Sql = Sql::both("update record set seen_on = $1 where seen_on < $1 and record_id in ({list})");
const ADD_VERSION: Sql = Sql::both(
    "insert into record_version (record_id, version, said, observed_on, received_at, run_id) values {rows}",
);
const KEYS: Sql = Sql::both("select record_id, source_key from record where organisation_id = $1 and source_key in ({list})");
const OF_RECORDS: Sql = Sql::both(
    "select r.record_id, r.organisation_id, r.source_key, v.version, v.said, v.observed_on, v.received_at, r.seen_on
       from record r join record_version v on v.record_id = r.record_id
      where v.received_at <= $1 and r.record_id in ({list})
      order by r.organisation_id, r.source_key, v.observed_on, v.version",
);
const EVERYONE: Sql = Sql::both(
    "select r.record_id, r.organisation_id, v.said, l.client_id
       from record r
       join record_version v on v.record_id = r.record_id
        and v.version = (select w.version from record_version w where w.record_id = r.record_id
                          order by w.observed_on desc, w.version desc limit 1)
       left join current_link l on l.record_id = r.record_id
      where not exists (select 1 from record_withdrawal w where w.record_id = r.record_id
                           and not exists (select 1 from decision t where t.takes_back = w.decision_id))
      order by r.organisation_id, r.source_key",
);

const STANDING: Sql = Sql::both(
    "select r.record_id, r.organisation_id, v.said, l.client_id,
            (select count(*) from field_dispute f where f.record_id = r.record_id) as disputes
       from record r
       join record_version v on v.record_id = r.record_id
        and v.version = (select w.version from record_version w where w.record_id = r.record_id
                          order by w.observed_on desc, w.version desc limit 1)
       left join current_link l on l.record_id = r.record_id
      where r.record_id in ({list})
        and not exists (select 1 from record_withdrawal w where w.record_id = r.record_id
                           and not exists (select 1 from decision t where t.takes_back = w.decision_id))",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("record known", &KNOWN), ("record add", &ADD), ("record seen", &SEEN), ("record version add", &ADD_VERSION), ("record keys", &KEYS),
        ("record of records", &OF_RECORDS), ("record everyone", &EVERYONE), ("record standing", &STANDING),
    ]
}

/// What is known of a record: its id and its versions, in the order they were true.
struct Known {
    record: Id,
    versions: Vec<(Date, i64, String)>,
}

/// Takes in what a source says: new records, new versions of known ones, nothing for what is known already. Gives one
/// record and answer for each, in order. Names and numbers become findable in the same transaction.
///
/// A row is held against what the source said on the row's own day, so that an old file that comes late, or again, does
/// not turn the record back: what holds is what was observed last, not what arrived last.
///
/// # Errors
/// What the database says.
pub async fn receive(
    tx: &mut Tx, permit: &Permit, clock: &Clock, from: (&str, Id), batch: Vec<Incoming>,
) -> Result<Vec<(Id, Reception)>, DbError> {
    let (organisation, run) = from;
    let keys = batch.iter().map(|incoming| Value::from(&incoming.key)).collect();
    let mut known: HashMap<String, Known> = HashMap::new();
    for row in tx.all_in(&KNOWN, vec![organisation.into()], keys).await? {
        let record = row.id("record_id")?;
        let known = known.entry(row.text("source_key")?.to_owned()).or_insert(Known { record, versions: Vec::new() });
        known.versions.push((row.date("observed_on")?, row.int("version")?, row.text("said")?.to_owned()));
    }
    let (mut records, mut versions, mut findable) = (Vec::new(), Vec::new(), Vec::new());
    let mut seen: BTreeMap<Date, Vec<Value>> = BTreeMap::new();
    let mut receptions = Vec::with_capacity(batch.len());
    let now = clock.now();
    for incoming in batch {
        let said = to_json(&incoming.said)?;
        let (record, version, reception) = match known.get_mut(&incoming.key) {
            Some(known) => {
                let at = known.versions.partition_point(|(observed, _, _)| *observed <= incoming.observed);
                if at == known.versions.len() {
                    seen.entry(incoming.observed).or_default().push(known.record.into());
                }
                // What was said then; before the first version, what was said first.
                let then = known.versions.get(at.saturating_sub(1));
                if then.is_some_and(|(_, _, before)| *before == said) {
                    receptions.push((known.record, Reception::Unchanged));
                    continue;
                }
                let version = known.versions.iter().map(|(_, version, _)| *version).max().unwrap_or(0) + 1;
                known.versions.insert(at, (incoming.observed, version, said.clone()));
                (known.record, version, Reception::Changed)
            }
            None => {
                let record = clock.id();
                records.push(vec![record.into(), organisation.into(), (&incoming.key).into(), now.into(), incoming.observed.into()]);
                known.insert(incoming.key.clone(), Known { record, versions: vec![(incoming.observed, 1, said.clone())] });
                (record, 1, Reception::New)
            }
        };
        versions.push(vec![
            record.into(), version.into(), (&said).into(), incoming.observed.into(), now.into(), run.into(),
        ]);
        findable.push((record, incoming.key, incoming.said));
        receptions.push((record, reception));
    }
    tx.insert(&ADD, records).await?;
    for (day, records) in seen {
        tx.all_in(&SEEN, vec![day.into()], records).await?;
    }
    tx.insert(&ADD_VERSION, versions).await?;
    crate::search::make_findable(tx, permit, &findable).await?;
    Ok(receptions)
}

/// The records behind keys of an organisation.
///
/// # Errors
/// What the database says.
pub async fn keys_of(tx: &mut Tx, _permit: &Permit, organisation: &str, keys: &[String]) -> Result<HashMap<String, Id>, DbError> {
    let list = keys.iter().map(Value::from).collect();
    let rows = tx.all_in(&KEYS, vec![organisation.into()], list).await?;
    rows.iter().map(|row| Ok((row.text("source_key")?.to_owned(), row.id("record_id")?))).collect()
}

/// All versions of these records that had reached us by `known_at`, by organisation, key and version.
///
/// # Errors
/// What the database says.
pub async fn of_records(tx: &mut Tx, _permit: &Permit, records: &[Id], known_at: Time) -> Result<Vec<Version>, DbError> {
    let list = records.iter().map(Value::from).collect();
    let rows = tx.all_in(&OF_RECORDS, vec![known_at.into()], list).await?;
    rows.iter().map(|row| version(row, known_at.date())).collect()
}

/// Every record as it stands, for linking: who says it, what, and the client it belongs to so far.
#[derive(Clone, Debug)]
pub struct Everyone {
    /// The record.
    pub record: Id,
    /// The organisation.
    pub organisation: String,
    /// What it says now, without what is in dispute.
    pub said: Said,
    /// The client it is linked to, if it has been linked before.
    pub client: Option<Id>,
}

/// Every record that its source has not taken away, as it stands, by organisation and source key: an order that does not depend on ids, so that linking
/// the same files twice gives the same clients.
///
/// # Errors
/// What the database says.
pub async fn everyone(tx: &mut Tx, permit: &Permit) -> Result<Vec<Everyone>, DbError> {
    let mut everyone: Vec<Everyone> = tx.all(&EVERYONE, vec![]).await?.iter().map(one).collect::<Result<_, _>>()?;
    without_disputed(tx, permit, &mut everyone).await?;
    Ok(everyone)
}

/// Leaves out what is in dispute: a number that is probably somebody else's neither joins nor parts.
async fn without_disputed(tx: &mut Tx, permit: &Permit, records: &mut [Everyone]) -> Result<(), DbError> {
    let mut of: HashMap<Id, Vec<Dispute>> = HashMap::new();
    for dispute in decisions::disputes(tx, permit).await? {
        of.entry(dispute.record).or_default().push(dispute);
    }
    for one in records {
        for dispute in of.get(&one.record).into_iter().flatten() {
            if one.said.get(&dispute.field) == Some(dispute.value.as_str()) {
                one.said.clear(&dispute.field);
            }
        }
    }
    Ok(())
}

/// Those of these records that their sources have not taken away, as they stand for linking, each once, by id.
///
/// # Errors
/// What the database says.
pub async fn standing(tx: &mut Tx, permit: &Permit, records: &[Id]) -> Result<Vec<Everyone>, DbError> {
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let rows = tx.all_in(&STANDING, vec![], records.iter().map(Value::from).collect()).await?;
    let mut standing = rows.iter().map(one).collect::<Result<Vec<_>, _>>()?;
    standing.sort_by_key(|one| one.record);
    standing.dedup_by_key(|one| one.record);
    let disputes = rows.iter().map(|row| row.int("disputes")).sum::<Result<i64, _>>()?;
    if disputes > 0 {
        without_disputed(tx, permit, &mut standing).await?;
    }
    Ok(standing)
}

fn one(row: &Row) -> Result<Everyone, DbError> {
    Ok(Everyone {
        record: row.id("record_id")?,
        organisation: row.text("organisation_id")?.to_owned(),
        said: from_json(row.text("said")?)?,
        client: row.opt_id("client_id")?,
    })
}

/// A source that sends the same again confirms it: what it says is as old as the last time it said so.
fn version(row: &Row, known_on: Date) -> Result<Version, DbError> {
    let (observed, seen) = (row.date("observed_on")?, row.date("seen_on")?);
    Ok(Version {
        record: row.id("record_id")?,
        organisation: row.text("organisation_id")?.to_owned(),
        source_key: row.text("source_key")?.to_owned(),
        version: row.int("version")?,
        said: from_json(row.text("said")?)?,
        observed: if seen <= known_on { observed.max(seen) } else { observed },
        received_at: row.time("received_at")?,
    })
}

fn to_json(said: &Said) -> Result<String, DbError> {
    serde_json::to_string(said).map_err(|e| DbError::Column { column: "said".into(), problem: e.to_string() })
}

fn from_json(text: &str) -> Result<Said, DbError> {
    serde_json::from_str(text).map_err(|e| DbError::Column { column: "said".into(), problem: e.to_string() })
}

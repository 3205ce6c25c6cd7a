//! The SQL of records.

use super::{Incoming, Reception, Said, Version};
use crate::decisions::{self, Dispute};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::keys::{self, Opener};
use office::{Clock, Keys};
use rights::Permit;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use words::{Date, Id, Time};

const KNOWN: Sql = Sql::both(
    "select r.record_id, r.source_key, v.version, v.said, v.sealed, k.wrapped, v.observed_on
       from record r join record_version v on v.record_id = r.record_id left join subject_key k on k.subject_id = r.record_id
      where r.organisation_id = $1 and r.source_key in ({list})
      order by v.record_id, v.observed_on, v.version",
);
const ADD: Sql = Sql::both("insert into record (record_id, organisation_id, source_key, created_at, seen_on) values {rows}");
const SEEN: Sql = Sql::both("update record set seen_on = $1 where seen_on < $1 and record_id in ({list})");
const MADE_BY: Sql = Sql::both("update record set made_by = $2 where record_id = $1");
const ADD_VERSION: Sql = Sql::both(
    "insert into record_version (record_id, version, said, observed_on, received_at, run_id, sealed) values {rows}",
);
const KEYS: Sql = Sql::both("select record_id, source_key from record where organisation_id = $1 and source_key in ({list})");
const OF_RECORDS: Sql = Sql::both(
    "select r.record_id, r.organisation_id, r.source_key, v.version, v.said, v.sealed, k.wrapped, v.observed_on, v.received_at, r.seen_on
       from record r join record_version v on v.record_id = r.record_id left join subject_key k on k.subject_id = r.record_id
      where v.received_at <= $1 and r.record_id in ({list})
      order by r.organisation_id, r.source_key, v.observed_on, v.version",
);
const OF_CLIENTS: Sql = Sql::both(
    "select l.client_id, r.record_id, r.organisation_id, r.source_key, v.version, v.said, v.sealed, k.wrapped, v.observed_on, v.received_at, r.seen_on
       from current_link l join record r on r.record_id = l.record_id
       join record_version v on v.record_id = r.record_id left join subject_key k on k.subject_id = r.record_id
      where v.received_at <= $1 and l.client_id in ({list})
      order by r.organisation_id, r.source_key, v.observed_on, v.version",
);
const EVERYONE: Sql = Sql::both(
    "select r.record_id, r.organisation_id, v.version, v.said, v.sealed, k.wrapped, l.client_id
       from record r
       join record_version v on v.record_id = r.record_id
        and v.version = (select w.version from record_version w where w.record_id = r.record_id
                          order by w.observed_on desc, w.version desc limit 1)
       left join current_link l on l.record_id = r.record_id left join subject_key k on k.subject_id = r.record_id
      where not exists (select 1 from record_withdrawal w where w.record_id = r.record_id
                           and not exists (select 1 from decision t where t.takes_back = w.decision_id))
      order by r.organisation_id, r.source_key",
);

macro_rules! standing {
    ($newest:literal) => {
        concat!(
            "select r.record_id, r.organisation_id, v.version, v.said, v.sealed, k.wrapped, l.client_id,
                    (select count(*) from field_dispute f where f.record_id = r.record_id) as disputes
               from record r ", $newest, "
               left join current_link l on l.record_id = r.record_id left join subject_key k on k.subject_id = r.record_id
              where r.record_id in ({list})
                and not exists (select 1 from record_withdrawal w where w.record_id = r.record_id
                                   and not exists (select 1 from decision t where t.takes_back = w.decision_id))"
        )
    };
}
// PostgreSQL looks the newest version up once where it may read it in the same look.
const STANDING: Sql = Sql::split(
    standing!(
        "join record_version v on v.record_id = r.record_id
          and v.version = (select w.version from record_version w where w.record_id = r.record_id
                            order by w.observed_on desc, w.version desc limit 1)"
    ),
    standing!(
        "cross join lateral (select w.version, w.said, w.sealed from record_version w where w.record_id = r.record_id
                              order by w.observed_on desc, w.version desc limit 1) v"
    ),
);

const SAID_AT: Sql = Sql::both(
    "select r.record_id, r.organisation_id, v.version, v.said, v.sealed, k.wrapped from record r
       join record_version v on v.record_id = r.record_id
        and v.version = (select w.version from record_version w where w.record_id = r.record_id and w.received_at <= $1
                          order by w.observed_on desc, w.version desc limit 1)
       left join subject_key k on k.subject_id = r.record_id
      order by r.organisation_id",
);
const CLEAR: Sql = Sql::both("select record_id, version, said from record_version where sealed is null order by record_id, version limit $1");
const SEAL: Sql = Sql::both("update record_version set sealed = $3, said = '' where record_id = $1 and version = $2");

const ERASED: Sql = Sql::both("insert into erased_key (mark, erasure_id) values {rows} on conflict do nothing");
const ERASED_AMONG: Sql = Sql::both("select mark from erased_key where mark in ({list})");
const LET_IN: Sql = Sql::both("delete from erased_key where erasure_id = $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("record known", &KNOWN), ("record add", &ADD), ("record seen", &SEEN), ("record version add", &ADD_VERSION), ("record keys", &KEYS), ("record made by", &MADE_BY),
        ("record of records", &OF_RECORDS), ("record of clients", &OF_CLIENTS), ("record everyone", &EVERYONE), ("record standing", &STANDING),
        ("record said at", &SAID_AT), ("record clear", &CLEAR), ("record seal", &SEAL),
        ("erased key", &ERASED), ("erased keys among", &ERASED_AMONG), ("erased keys let in", &LET_IN),
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
    let rows = tx.all_in(&KNOWN, vec![organisation.into()], keys).await?;
    let mut opener = Opener::of(tx);
    for row in &rows {
        let record = row.id("record_id")?;
        let known = known.entry(row.text("source_key")?.to_owned()).or_insert(Known { record, versions: Vec::new() });
        known.versions.push((row.date("observed_on")?, row.int("version")?, text(&mut opener, record, row)?));
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
        versions.push((record, version, said, incoming.observed));
        findable.push((record, incoming.key, incoming.said));
        receptions.push((record, reception));
    }
    tx.insert(&ADD, records).await?;
    for (day, records) in seen {
        tx.all_in(&SEEN, vec![day.into()], records).await?;
    }
    add_versions(tx, versions, now, run).await?;
    crate::search::make_findable(tx, permit, &findable).await?;
    Ok(receptions)
}

/// Keeps versions, sealed: the record, the number of the version, what it says and the day it was true.
async fn add_versions(tx: &mut Tx, versions: Vec<(Id, i64, String, Date)>, now: Time, run: Id) -> Result<(), DbError> {
    let keys = keys::for_subjects(tx, versions.iter().map(|(record, ..)| *record)).await?;
    let mut rows = Vec::with_capacity(versions.len());
    for (record, version, said, observed) in versions {
        let key = keys.get(&record).ok_or(DbError::NotFound)?;
        let sealed = keys::sealed(key, record, &place(record, version), said.as_bytes())?;
        rows.push(vec![record.into(), version.into(), "".into(), observed.into(), now.into(), run.into(), sealed.into()]);
    }
    tx.insert(&ADD_VERSION, rows).await?;
    Ok(())
}

/// Seals the next versions that stand in clear, from before they were sealed. Gives how many; none at the end.
///
/// # Errors
/// What the database says.
pub async fn seal_clear(tx: &mut Tx, _permit: &Permit, at_most: i64) -> Result<usize, DbError> {
    let rows = tx.all(&CLEAR, vec![at_most.into()]).await?;
    let clear: Vec<(Id, i64, &str)> =
        rows.iter().map(|row| Ok((row.id("record_id")?, row.int("version")?, row.text("said")?))).collect::<Result<_, DbError>>()?;
    let keys = keys::for_subjects(tx, clear.iter().map(|(record, ..)| *record)).await?;
    for (record, version, said) in clear {
        let key = keys.get(&record).ok_or(DbError::NotFound)?;
        let sealed = keys::sealed(key, record, &place(record, version), said.as_bytes())?;
        tx.run(&SEAL, vec![record.into(), version.into(), sealed.into()]).await?;
    }
    Ok(rows.len())
}

/// Where a version stands, bound into what is sealed.
fn place(record: Id, version: i64) -> Vec<u8> {
    [b"record", &record.bytes()[..], &version.to_be_bytes()[..]].concat()
}

/// What a version says, opened. Of whom the key was destroyed, nothing.
fn text(opener: &mut Opener, record: Id, row: &Row) -> Result<String, DbError> {
    if row.opt_bytes("sealed")?.is_none() {
        return Ok(row.text("said")?.to_owned());
    }
    let opened = opener.open(record, row, &place(record, row.int("version")?))?;
    let Some(plain) = opened else { return Ok("{}".to_owned()) };
    String::from_utf8(plain).map_err(|e| DbError::Column { column: "sealed".into(), problem: e.to_string() })
}

/// Says that a record was registered by the permit's holder, not brought by a file.
///
/// # Errors
/// What the database says.
pub async fn registered(tx: &mut Tx, permit: &Permit, record: Id) -> Result<(), DbError> {
    tx.run(&MADE_BY, vec![record.into(), permit.who().user.into()]).await?;
    Ok(())
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

/// Remembers that whoever an organisation knows by these keys was erased: by marks, from which nobody learns the keys.
///
/// # Errors
/// What the database says.
pub async fn erased(tx: &mut Tx, _permit: &Permit, erasure: Id, keys: &[(String, String)]) -> Result<(), DbError> {
    let own = keys::own(tx).await?;
    let rows = keys.iter().map(|(organisation, key)| vec![mark(&own, organisation, key).into(), erasure.into()]).collect();
    tx.insert(&ERASED, rows).await?;
    Ok(())
}

/// Those of these keys of an organisation by which somebody was known who was erased.
///
/// # Errors
/// What the database says.
pub async fn erased_among(tx: &mut Tx, _permit: &Permit, organisation: &str, keys: &[&str]) -> Result<HashSet<String>, DbError> {
    if keys.is_empty() {
        return Ok(HashSet::new());
    }
    let own = keys::own(tx).await?;
    let marks: HashMap<Vec<u8>, &str> = keys.iter().map(|key| (mark(&own, organisation, key), *key)).collect();
    let rows = tx.all_in(&ERASED_AMONG, vec![], marks.keys().map(|mark| Value::from(mark.clone())).collect()).await?;
    let read = |row: &Row| Ok(marks.get(row.bytes("mark")?).map(|key| (*key).to_owned()));
    rows.iter().filter_map(|row| read(row).transpose()).collect()
}

/// Lets the people of an erasure be named by their services again. Gives how many keys there were.
///
/// # Errors
/// What the database says.
pub async fn let_in_again(tx: &mut Tx, _permit: &Permit, erasure: Id) -> Result<u64, DbError> {
    tx.run(&LET_IN, vec![erasure.into()]).await
}

fn mark(own: &Keys, organisation: &str, key: &str) -> Vec<u8> {
    own.mark("erased key", &format!("{organisation}\0{key}")).to_vec()
}

/// All versions of these records that had reached us by `known_at`, by organisation, key and version.
///
/// # Errors
/// What the database says.
pub async fn of_records(tx: &mut Tx, _permit: &Permit, records: &[Id], known_at: Time) -> Result<Vec<Version>, DbError> {
    let list = records.iter().map(Value::from).collect();
    let rows = tx.all_in(&OF_RECORDS, vec![known_at.into()], list).await?;
    let mut opener = Opener::of(tx);
    rows.iter().map(|row| version(&mut opener, row, known_at.date())).collect()
}

/// What the records of each of these clients say that had reached us by `known_at`: the newest version of each.
///
/// # Errors
/// What the database says.
pub async fn newest_of_clients(tx: &mut Tx, _permit: &Permit, clients: &[Id], known_at: Time) -> Result<HashMap<Id, Vec<Version>>, DbError> {
    let mut rows: Vec<Row> = tx.all_in(&OF_CLIENTS, vec![known_at.into()], clients.iter().map(Value::from).collect()).await?;
    // Of rows about one record, which follow each other, the last is the newest: only that is opened.
    rows.reverse();
    let mut opener = Opener::of(tx);
    let mut of_each: HashMap<Id, Vec<Version>> = HashMap::new();
    let mut last = None;
    for row in &rows {
        let record = row.id("record_id")?;
        if last.replace(record) != Some(record) {
            of_each.entry(row.id("client_id")?).or_default().push(version(&mut opener, row, known_at.date())?);
        }
    }
    of_each.values_mut().for_each(|versions| versions.reverse());
    Ok(of_each)
}

/// Every record as it stands, for linking: who says it, what, and the client it belongs to so far.
#[derive(Clone, Debug)]
pub struct Everyone {
    /// The record.
    pub record: Id,
    /// The organisation.
    pub organisation: String,
    /// What it says now, without what is in dispute; shared, for the same records are held against many others.
    pub said: Arc<Said>,
    /// The client it is linked to, if it has been linked before.
    pub client: Option<Id>,
}

/// Every record that its source has not taken away, as it stands, by organisation and source key: an order that does not depend on ids, so that linking
/// the same files twice gives the same clients.
///
/// # Errors
/// What the database says.
pub async fn everyone(tx: &mut Tx, permit: &Permit) -> Result<Vec<Everyone>, DbError> {
    let rows = tx.all(&EVERYONE, vec![]).await?;
    let mut opener = Opener::of(tx);
    let mut everyone: Vec<Everyone> = rows.iter().map(|row| one(&mut opener, row)).collect::<Result<_, _>>()?;
    without_disputed(tx, permit, &mut everyone).await?;
    Ok(everyone)
}

/// What every organisation's records said at a moment.
///
/// # Errors
/// What the database says.
pub async fn said_at(tx: &mut Tx, _permit: &Permit, at: Time) -> Result<Vec<(String, Said)>, DbError> {
    let rows = tx.all(&SAID_AT, vec![at.into()]).await?;
    let mut opener = Opener::of(tx);
    let mut read = |row: &Row| Ok((row.text("organisation_id")?.to_owned(), from_json(&text(&mut opener, row.id("record_id")?, row)?)?));
    rows.iter().map(&mut read).collect()
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
                Arc::make_mut(&mut one.said).clear(&dispute.field);
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
    let mut opener = Opener::of(tx);
    let mut standing = rows.iter().map(|row| one(&mut opener, row)).collect::<Result<Vec<_>, _>>()?;
    standing.sort_by_key(|one| one.record);
    standing.dedup_by_key(|one| one.record);
    let disputes = rows.iter().map(|row| row.int("disputes")).sum::<Result<i64, _>>()?;
    if disputes > 0 {
        without_disputed(tx, permit, &mut standing).await?;
    }
    Ok(standing)
}

fn one(opener: &mut Opener, row: &Row) -> Result<Everyone, DbError> {
    let record = row.id("record_id")?;
    Ok(Everyone {
        record,
        organisation: row.text("organisation_id")?.to_owned(),
        said: Arc::new(from_json(&text(opener, record, row)?)?),
        client: row.opt_id("client_id")?,
    })
}

/// A source that sends the same again confirms it: what it says is as old as the last time it said so.
fn version(opener: &mut Opener, row: &Row, known_on: Date) -> Result<Version, DbError> {
    let record = row.id("record_id")?;
    let (observed, seen) = (row.date("observed_on")?, row.date("seen_on")?);
    Ok(Version {
        record,
        organisation: row.text("organisation_id")?.to_owned(),
        source_key: row.text("source_key")?.to_owned(),
        version: row.int("version")?,
        said: from_json(&text(opener, record, row)?)?,
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

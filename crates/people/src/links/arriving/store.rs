//! The SQL of keys, of common values and of the turn to link.

use db::{DbError, Sql, Statement, Tx, Value};
use linkage::{KEYS_VERSION, MOST_UNDER_A_KEY};
use rights::Permit;
use std::collections::{HashMap, HashSet};
use words::Id;

const UNDER: Sql = Sql::both("select key, records from link_key where key in ({list})");
const SET_UNDER: Sql = Sql::both(
    "insert into link_key (key, records) values {rows} on conflict (key) do update set records = excluded.records",
);
const DROP_UNDER: Sql = Sql::both("delete from link_key where key in ({list})");
const KEYS_OF: Sql = Sql::both("select record_id, keys from record_key where record_id in ({list})");
const SET_KEYS: Sql = Sql::both(
    "insert into record_key (record_id, version, keys) values {rows}
     on conflict (record_id) do update set version = excluded.version, keys = excluded.keys",
);
const FORGET_KEYS: Sql = Sql::both("delete from record_key where record_id in ({list})");
const KEYED: Sql = Sql::both("select record_id from record_key where version = $1");
const ANY_KEYED: Sql = Sql::both("select record_id from record_key where version = $1 limit 1");
const CLEAR_KEYS: Sql = Sql::both("delete from link_key");
const CLEAR_RECORD_KEYS: Sql = Sql::both("delete from record_key");
const COMMON: Sql = Sql::both("select value, records from link_value");
const CLEAR_COMMON: Sql = Sql::both("delete from link_value");
const ADD_COMMON: Sql = Sql::both("insert into link_value (value, records) values {rows}");
// Whoever links looks at what others have linked and writes what follows from it: one after the other. On SQLite the writer
// is alone anyway.
const TURN: Sql = Sql::split("select name from link_turn", "select name from link_turn for update");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("keys under", &UNDER), ("keys set under", &SET_UNDER), ("keys drop under", &DROP_UNDER), ("keys of", &KEYS_OF), ("keys set", &SET_KEYS),
        ("keys forget", &FORGET_KEYS), ("keyed", &KEYED), ("any keyed", &ANY_KEYED), ("keys clear", &CLEAR_KEYS), ("record keys clear", &CLEAR_RECORD_KEYS),
        ("common values", &COMMON), ("common values clear", &CLEAR_COMMON), ("common values add", &ADD_COMMON), ("link turn", &TURN),
    ]
}

/// Waits for the turn to link; it ends with the transaction.
pub(in crate::links) async fn take_turn(tx: &mut Tx) -> Result<(), DbError> {
    tx.all(&TURN, vec![]).await?;
    Ok(())
}

/// Who stands under some keys, each in one list. A key that too many would stand under says nothing: it is full, and its list
/// stays empty for good.
pub(super) struct Under(HashMap<u64, Vec<Id>>);

impl Under {
    /// The records under a key; none under a full one.
    pub(super) fn records(&self, key: u64) -> &[Id] {
        self.0.get(&key).map_or(&[], Vec::as_slice)
    }
}

/// Looks these keys up.
pub(super) async fn under(tx: &mut Tx, _permit: &Permit, keys: &[u64]) -> Result<Under, DbError> {
    let rows = tx.all_in(&UNDER, vec![], keys.iter().map(stored).collect()).await?;
    let lists = rows.iter().map(|row| Ok((row.int("key")?.cast_unsigned(), ids(row.bytes("records")?))));
    Ok(Under(lists.collect::<Result<_, DbError>>()?))
}

/// Puts each record under its keys, and takes it from under those it stood under before and does no longer. `under` knows
/// who stands under these keys now.
pub(super) async fn set_keys(tx: &mut Tx, permit: &Permit, keyed: &[(Id, Vec<u64>)], under: &Under) -> Result<(), DbError> {
    let records: Vec<Id> = keyed.iter().map(|(record, _)| *record).collect();
    let before = keys_of(tx, permit, &records).await?;
    let known = |record: &Id| before.get(record).map_or(&[][..], Vec::as_slice);
    let mut gone: Vec<(u64, Id)> = Vec::new();
    let mut fresh: Vec<(u64, Id)> = Vec::new();
    for (record, keys) in keyed {
        gone.extend(known(record).iter().filter(|key| !keys.contains(key)).map(|key| (*key, *record)));
        fresh.extend(keys.iter().filter(|key| !known(record).contains(key)).map(|key| (*key, *record)));
    }
    take_from_under(tx, permit, gone).await?;
    put_under(tx, fresh, under).await?;
    remember_keys(tx, keyed.iter().filter(|(record, keys)| known(record) != keys)).await
}

/// The same for records that stand under no key, when no other does either: in the order of the keys, which is many times quicker.
pub(super) async fn set_first_keys(tx: &mut Tx, keyed: &[(Id, Vec<u64>)]) -> Result<(), DbError> {
    for part in 0..PARTS {
        // The parts follow each other as the database orders them.
        let of_part = |key: &u64| (*key ^ (1 << 63)) >> (u64::BITS - PARTS.ilog2()) == u64::from(part);
        let all = keyed.iter().flat_map(|(record, keys)| keys.iter().copied().filter(of_part).map(|key| (key, *record)));
        put_under(tx, all.collect(), &Under(HashMap::new())).await?;
    }
    for some in keyed.chunks(10_000) {
        remember_keys(tx, some.iter()).await?;
    }
    Ok(())
}

/// So many parts of all keys are brought into order one after the other, to spare memory.
const PARTS: u32 = 16;

async fn put_under(tx: &mut Tx, mut fresh: Vec<(u64, Id)>, under: &Under) -> Result<(), DbError> {
    fresh.sort_unstable_by_key(|(key, record)| (key.cast_signed(), *record));
    let mut rows = Vec::new();
    for group in fresh.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((key, _)) = group.first() else { continue };
        let mut records = match under.0.get(key) {
            Some(full) if full.is_empty() => continue,
            there => there.cloned().unwrap_or_default(),
        };
        records.extend(group.iter().map(|(_, record)| *record).filter(|record| !under.records(*key).contains(record)));
        if records.len() > MOST_UNDER_A_KEY {
            records.clear();
        }
        rows.push(vec![stored(key), listed(&records).into()]);
    }
    tx.insert(&SET_UNDER, rows).await?;
    Ok(())
}

async fn take_from_under(tx: &mut Tx, permit: &Permit, mut gone: Vec<(u64, Id)>) -> Result<(), DbError> {
    gone.sort_unstable();
    let mut keys: Vec<u64> = gone.iter().map(|(key, _)| *key).collect();
    keys.dedup();
    let under = under(tx, permit, &keys).await?;
    let (mut rows, mut left) = (Vec::new(), Vec::new());
    for group in gone.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((key, _)) = group.first() else { continue };
        let there = under.records(*key);
        let stay: Vec<Id> = there.iter().copied().filter(|record| group.iter().all(|(_, gone)| gone != record)).collect();
        match (there.is_empty(), stay.is_empty()) {
            (true, _) => {}
            (false, true) => left.push(stored(key)),
            (false, false) => rows.push(vec![stored(key), listed(&stay).into()]),
        }
    }
    tx.all_in(&DROP_UNDER, vec![], left).await?;
    tx.insert(&SET_UNDER, rows).await?;
    Ok(())
}

async fn remember_keys(tx: &mut Tx, keyed: impl Iterator<Item = &(Id, Vec<u64>)>) -> Result<(), DbError> {
    let rows = keyed.map(|(record, keys)| vec![record.into(), i64::from(KEYS_VERSION).into(), packed(keys).into()]);
    tx.insert(&SET_KEYS, rows.collect()).await?;
    Ok(())
}

/// Takes records from under all their keys: nobody finds them alike any more.
pub(super) async fn forget_keys(tx: &mut Tx, permit: &Permit, records: &[Id]) -> Result<(), DbError> {
    let known = keys_of(tx, permit, records).await?;
    take_from_under(tx, permit, known.iter().flat_map(|(record, keys)| keys.iter().map(|key| (*key, *record))).collect()).await?;
    tx.all_in(&FORGET_KEYS, vec![], records.iter().map(Value::from).collect()).await?;
    Ok(())
}

async fn keys_of(tx: &mut Tx, _permit: &Permit, records: &[Id]) -> Result<HashMap<Id, Vec<u64>>, DbError> {
    let rows = tx.all_in(&KEYS_OF, vec![], records.iter().map(Value::from).collect()).await?;
    rows.iter().map(|row| Ok((row.id("record_id")?, unpacked(row.bytes("keys")?)))).collect()
}

/// The records that stand under keys of the present numbering.
pub(in crate::links) async fn keyed(tx: &mut Tx, _permit: &Permit) -> Result<HashSet<Id>, DbError> {
    let rows = tx.all(&KEYED, vec![i64::from(KEYS_VERSION).into()]).await?;
    rows.iter().map(|row| row.id("record_id")).collect()
}

/// Forgets all keys if they are of an older numbering; whether there are none now.
pub(super) async fn clear_older_keys(tx: &mut Tx) -> Result<bool, DbError> {
    let none = tx.maybe(&ANY_KEYED, vec![i64::from(KEYS_VERSION).into()]).await?.is_none();
    if none {
        tx.run(&CLEAR_KEYS, vec![]).await?;
        tx.run(&CLEAR_RECORD_KEYS, vec![]).await?;
    }
    Ok(none)
}

/// How many records have each common value.
pub(super) async fn common_values(tx: &mut Tx) -> Result<HashMap<u64, u32>, DbError> {
    let rows = tx.all(&COMMON, vec![]).await?;
    rows.iter().map(|row| Ok((row.int("value")?.cast_unsigned(), u32::try_from(row.int("records")?).unwrap_or(u32::MAX)))).collect()
}

/// Replaces how many records have each common value.
pub(in crate::links) async fn set_common_values(tx: &mut Tx, _permit: &Permit, values: Vec<(u64, u32)>) -> Result<(), DbError> {
    tx.run(&CLEAR_COMMON, vec![]).await?;
    tx.insert(&ADD_COMMON, values.into_iter().map(|(value, records)| vec![stored(&value), records.into()]).collect()).await?;
    Ok(())
}

fn stored(key: &u64) -> Value {
    key.cast_signed().into()
}

fn listed(records: &[Id]) -> Vec<u8> {
    records.iter().flat_map(|record| *record.bytes()).collect()
}

fn ids(bytes: &[u8]) -> Vec<Id> {
    bytes.as_chunks::<16>().0.iter().filter_map(|chunk| Id::from_bytes(chunk).ok()).collect()
}

fn packed(keys: &[u64]) -> Vec<u8> {
    keys.iter().flat_map(|key| key.to_le_bytes()).collect()
}

fn unpacked(bytes: &[u8]) -> Vec<u64> {
    bytes.as_chunks::<8>().0.iter().map(|chunk| u64::from_le_bytes(*chunk)).collect()
}

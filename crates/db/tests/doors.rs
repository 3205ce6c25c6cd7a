//! The two engines behind the one door do the same.

use db::{Sql, Value};

const MAKE: Sql = Sql::both("insert into client (client_id, created_at) values {rows} on conflict do nothing");
const FIND: Sql = Sql::both("select client_id, created_at, became from client where client_id in ({list}) order by client_id");

db::both_engines!(rows_come_back_as_they_were_stored, |fresh| async {
    let ids: Vec<Vec<u8>> = (0u8..=250).map(|n| vec![n; 16]).collect();
    let mut tx = fresh.db.write().await.unwrap();
    let rows = ids.iter().map(|id| vec![Value::from(id.clone()), 7i64.into()]).collect();
    assert_eq!(tx.insert(&MAKE, rows).await.unwrap(), 251);
    tx.commit().await.unwrap();
    let mut tx = fresh.db.read().await.unwrap();
    let list = ids.iter().take(37).map(|id| Value::from(id.clone())).collect();
    let found = tx.all_in(&FIND, vec![], list).await.unwrap();
    assert_eq!(found.len(), 37);
    assert_eq!(found[5].bytes("client_id").unwrap(), [5; 16]);
    assert_eq!(found[5].int("created_at").unwrap(), 7);
    assert_eq!(found[5].opt_id("became").unwrap(), None);
    assert!(found[5].text("created_at").is_err());
});

db::both_engines!(places_are_found_by_their_number, |fresh| async {
    const BECAME: Sql = Sql::both("update client set became = $2, created_at = $3 where client_id = $1 and $3 > 0");
    let (one, other) = (vec![1u8; 16], vec![2u8; 16]);
    let mut tx = fresh.db.write().await.unwrap();
    tx.insert(&MAKE, vec![vec![one.clone().into(), 7i64.into()], vec![other.clone().into(), 7i64.into()]]).await.unwrap();
    assert_eq!(tx.run(&BECAME, vec![one.clone().into(), other.clone().into(), 9i64.into()]).await.unwrap(), 1);
    let found = tx.all_in(&FIND, vec![], vec![one.into()]).await.unwrap();
    assert_eq!((found[0].bytes("became").unwrap(), found[0].int("created_at").unwrap()), (&other[..], 9));
    assert!(tx.run(&BECAME, vec![other.into()]).await.is_err(), "a value is missing");
});

db::both_engines!(lists_and_rows_of_any_number_with_values_of_every_type, |fresh| async {
    const KEEP: Sql = Sql::both(
        "insert into link_decision (record_id, link_id, client_id, band, bits, evidence, author, reason, decided_at) values {rows}",
    );
    const COUNT: Sql = Sql::both("select record_id, bits, author, reason from link_decision where decided_at = $1 and record_id in ({list})");
    const OTHERS: Sql = Sql::both("select record_id from link_decision where record_id not in ({list})");
    let id = |n: i64| Value::from([&[0; 8], &n.to_be_bytes()[..]].concat());
    let row = |n: i64| {
        let (bits, author) = if n % 2 == 0 { (Some(0.5), None) } else { (None, Some(vec![9u8; 16])) };
        vec![id(n), id(n), id(1), "sure".into(), bits.into(), "{}".into(), author.into(), "läßt \"sich\", {lesen}".into(), 3i64.into()]
    };
    let mut tx = fresh.db.write().await.unwrap();
    tx.insert(&db::Sql::both("insert into client (client_id, created_at) values {rows}"), vec![vec![id(1), 1i64.into()]]).await.unwrap();
    // More than go at once on either engine.
    assert_eq!(tx.insert(&KEEP, (0..12_001).map(row).collect()).await.unwrap(), 12_001);
    let found = tx.all_in(&COUNT, vec![3i64.into()], (0..11_000).map(id).collect()).await.unwrap();
    assert_eq!(found.len(), 11_000);
    let even: Vec<&db::Row> = found.iter().filter(|row| row.opt_real("bits").unwrap() == Some(0.5)).collect();
    assert_eq!(even.len(), 5_500);
    assert!(even.iter().all(|row| row.opt_id("author").unwrap().is_none() && row.text("reason").unwrap() == "läßt \"sich\", {lesen}"));
    assert_eq!(tx.all_in(&OTHERS, vec![], (1..400).map(id).collect()).await.unwrap().len(), 12_001 - 399);
});

/// The journal of SQLite is copied back while the program works, and gone when it has ended.
#[tokio::test]
async fn the_journal_is_copied_back_and_goes() {
    let fresh = db::testing::sqlite().await;
    let file = fresh.address().trim_start_matches("sqlite:").to_owned();
    let size = |name: &str| std::fs::metadata(name).map_or(0, |file| file.len());
    for n in 0..10u8 {
        let mut tx = fresh.db.write().await.unwrap();
        let said = [n; 16];
        const KEEP: Sql = Sql::both("insert into record_key (record_id, version, keys) values ($1, 1, $2)");
        tx.run(&KEEP, vec![Value::from(&said[..]), Value::from(vec![n; 4_000_000])]).await.unwrap();
        tx.commit().await.unwrap();
    }
    let began = std::time::Instant::now();
    while size(&file) <= 30_000_000 && began.elapsed().as_secs() < 20 {
        tokio::task::yield_now().await;
    }
    assert!(size(&file) > 30_000_000, "{} bytes stand in the file, {} in the journal", size(&file), size(&format!("{file}-wal")));
    fresh.db.close().await;
    assert!(!std::path::Path::new(&format!("{file}-wal")).exists());
    assert!(fresh.db.read().await.is_err(), "closed");
}

db::both_engines!(a_dropped_transaction_leaves_no_trace, |fresh| async {
    let mut tx = fresh.db.write().await.unwrap();
    tx.insert(&MAKE, vec![vec![Value::from(vec![1u8; 16]), 7i64.into()]]).await.unwrap();
    drop(tx);
    let mut tx = fresh.db.read().await.unwrap();
    assert!(tx.all_in(&FIND, vec![], vec![Value::from(vec![1u8; 16])]).await.unwrap().is_empty());
});

db::both_engines!(migrating_twice_changes_nothing, |fresh| async {
    let before = db::testing::schema(&fresh.db).await;
    fresh.db.migrate().await.unwrap();
    assert_eq!(db::testing::schema(&fresh.db).await, before);
});

db::both_engines!(entries_cannot_be_changed_or_removed, |fresh| async {
    const ADD: Sql = Sql::both(
        "insert into entry (subject_id, entry_id, kind, from_on, recorded_at, organisation_id, sensitivity, body, details)
         values ($1, $1, 'note', '2026-01-01', 1, 'x', 2, '', '{}')",
    );
    const CHANGE: Sql = Sql::both("update entry set body = 'other'");
    const REMOVE: Sql = Sql::both("delete from entry");
    let mut tx = fresh.db.write().await.unwrap();
    tx.run(&ADD, vec![Value::from(vec![1u8; 16])]).await.unwrap();
    tx.commit().await.unwrap();
    for forbidden in [&CHANGE, &REMOVE] {
        let mut tx = fresh.db.write().await.unwrap();
        let problem = tx.run(forbidden, vec![]).await.unwrap_err().to_string();
        assert!(problem.contains("never") , "{problem}");
    }
});

/// Both engines end with the same tables; the list is kept in `migrations/schema.txt` so that a change is seen.
#[tokio::test]
async fn both_engines_end_with_the_same_schema() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/schema.txt");
    let sqlite = db::testing::schema(&db::testing::sqlite().await.db).await;
    if std::env::var("UPDATE").is_ok() {
        std::fs::write(file, &sqlite).unwrap();
    }
    assert_eq!(sqlite, std::fs::read_to_string(file).unwrap_or_default(), "run again with UPDATE=1 and look at the diff");
    if let Some(fresh) = db::testing::postgres().await {
        assert_eq!(db::testing::schema(&fresh.db).await, sqlite, "PostgreSQL and SQLite differ");
    }
}

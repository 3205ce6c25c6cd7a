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

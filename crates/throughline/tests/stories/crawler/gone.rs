//! Whoever is erased is gone: no canary of theirs is left in any table or in the bytes of the files, and everybody else’s still are.

use super::canaries::{Canaries, NOBODY};
use super::{Planted, plant};
use crate::erasing::erase;
use crate::town::Town;
use db::Sql;
use std::collections::{BTreeMap, BTreeSet};
use words::Id;

const COLUMNS: Sql = Sql::split(
    "select m.name as table_name, p.name as column_name from sqlite_master m, pragma_table_info(m.name) p
      where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, p.cid",
    "select table_name::text, column_name::text from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position",
);

/// A statement of the story’s own; it lives as long as the story.
fn sql(text: String) -> Sql {
    Sql::both(Box::leak(text.into_boxed_str()))
}

/// Everything that stands in each table, as text; bytes in hexadecimal.
async fn tables(town: &Town) -> BTreeMap<String, String> {
    let mut tx = town.app.db.read().await.unwrap();
    let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in tx.all(&COLUMNS, vec![]).await.unwrap() {
        columns.entry(row.text("table_name").unwrap().to_owned()).or_default().push(row.text("column_name").unwrap().to_owned());
    }
    let sqlite = town.app.db.engine_name() == "sqlite";
    let mut all = BTreeMap::new();
    for (table, columns) in columns {
        let text = |column: &String| if sqlite { format!("quote({column})") } else { format!("coalesce(cast({column} as text), '')") };
        let together = columns.iter().map(text).collect::<Vec<_>>().join(" || ' ' || ");
        let rows = tx.all(&sql(format!("select {together} as line from {table}")), vec![]).await.unwrap();
        all.insert(table, rows.iter().map(|row| row.text("line").unwrap().to_lowercase() + "\n").collect());
    }
    all
}

/// Every canary that stands in a table or, on SQLite, anywhere in its files; of each person where.
async fn found(town: &Town, canaries: &Canaries) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut found: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    let mut look = |place: &str, text: &str| {
        for ((person, what), values) in canaries.find(text) {
            found.entry(person).or_default().extend(values.into_iter().map(|value| format!("{place}: {what:?} {value}")));
        }
    };
    for (table, text) in tables(town).await {
        look(&table, &text);
    }
    if let Some(file) = town.database_file() {
        for journal in ["", "-wal"] {
            let bytes = std::fs::read(format!("{}{journal}", file.display())).unwrap_or_default();
            look(&format!("file{journal}"), &String::from_utf8_lossy(&bytes));
        }
    }
    found
}

/// Where an id stands.
async fn named(town: &Town, id: Id) -> BTreeSet<String> {
    let hex = id.to_string();
    tables(town).await.into_iter().filter(|(_, text)| text.contains(&hex)).map(|(table, _)| table).collect()
}

async fn erase_them_one_by_one(town: &Town) {
    let Planted { canaries, records, clients, here } = plant(town).await;
    let (officer, steward) = (&here["officer"], &here["steward"]);
    // One is held by a law, and the erasure of one is wished already: both end first.
    let held = format!("/clients/{}/erasure", clients["anna"]);
    let end = officer.opens(&held).await.body;
    let end = end.split(&held.replace("erasure", "holds/")).nth(1).unwrap().split('"').next().unwrap();
    officer.sends(&held.replace("erasure", &format!("holds/{end}")), "").await.link_is(&format!("{held}?said=hold-ended"));
    let waits = officer.opens("/erasures").await.link("/erasures/");
    steward.sends(&waits, &format!("outcome=decline&records%3A{}=1", clients["celia"])).await;
    let told: Vec<&str> = clients.keys().copied().collect();
    let before = found(town, &canaries).await;
    assert!(told.iter().all(|person| before.contains_key(person)), "everybody is found before: {before:?}");
    // In clear stands what one is searched by, and keys; what anybody wrote is sealed.
    let clear = before.values().flatten().find(|place| ["Text(", "Says(", "Conclusion("].iter().any(|what| place.contains(what)));
    assert_eq!(clear, None);
    let mut gone: Vec<&str> = Vec::new();
    for person in &told {
        erase(officer, steward, clients[person]).await.sees("One person was erased").sees_no("Kept");
        gone.push(person);
        let after = found(town, &canaries).await;
        for person in &told {
            match after.get(person) {
                Some(places) if gone.contains(person) => panic!("after {gone:?}, of {person} there is still {places:#?}"),
                None if !gone.contains(person) => panic!("{person} is gone with {gone:?}"),
                _ => {}
            }
        }
        // What names them still: the emptied keys, the log by references, and for the client the certificate.
        for ((_, organisation), record) in records.iter().filter(|((of, _), _)| of == person) {
            let places = named(town, *record).await;
            assert!(places.iter().all(|table| ["access_log", "subject_key"].contains(&table.as_str())), "{person}’s record at {organisation} is named in {places:?}");
        }
        let stays = ["access_log", "erasure_person", "erasure_step", "flag_line", "link_decision", "subject_key"];
        let places = named(town, clients[person]).await;
        assert!(places.iter().all(|table| stays.contains(&table.as_str())), "{person} is named in {places:?}");
    }
    let after = found(town, &canaries).await;
    let others: Vec<&&str> = after.keys().filter(|person| **person != NOBODY).collect();
    assert!(others.is_empty(), "{others:?}");
    assert!(tables(town).await["erasing"].is_empty());
    // The log still holds, with every line about them.
    let verdict = town.app.log.verify(&town.app.db, &[]).await.unwrap();
    assert_eq!(verdict.first_bad(), None);
    // What names them by reference still opens: whom the breach concerned, what was flagged, decided and asked, and every list.
    let breach = officer.opens("/breaches").await.link("/breaches/0");
    let one = officer.opens("/erasures").await.link("/erasures/");
    let lists = ["/looked", "/oversight", "/oversight/well-known", "/requests?state=closed", "/breaches", "/erasures", "/retention", "/second", "/emergencies"];
    let of_breach = ["", "/people", "/people?format=csv", "/texts"].map(|part| format!("{breach}{part}"));
    for path in lists.map(str::to_owned).into_iter().chain(of_breach).chain([one]).chain(clients.values().map(|client| format!("/clients/{client}/erasure"))) {
        let status = officer.opens(&path).await.status;
        let gone = path.starts_with("/clients/");
        assert_eq!(status.as_u16(), if gone { 404 } else { 200 }, "{path}");
    }
    for (who, paths) in [
        ("steward", &["/matches", "/identity", "/quarantine", "/corrections", "/find?q=anna"][..]),
        ("counsellor who is assigned", &["/find?q=anna", "/questions", "/notices", "/releases", "/asked"]),
        ("manager of the service", &["/team", "/emergencies", "/identity"]),
        ("administrator", &["/users", "/feeds"]),
    ] {
        for path in paths {
            assert_eq!(here[who].opens(path).await.status, axum::http::StatusCode::OK, "{who} {path}");
        }
    }
    // Nobody can be signed in as them, and their services bring them back in no file.
    let keys = super::cast::deliver(town, &mut Canaries::default()).await;
    assert_eq!(keys.len(), records.len());
    let people = tables(town).await.remove("record").unwrap();
    assert_eq!(people, "", "nobody came back");
    assert_eq!(here.get("jobseeker anna").unwrap().opens("/my-data").await.status, axum::http::StatusCode::SEE_OTHER);

}

// A person's right 25; P2.
db::both_engines!(whoever_is_erased_leaves_no_canary_in_any_table_or_file_and_nobody_else_loses_one, |fresh| async {
    erase_them_one_by_one(&Town::empty(fresh).await).await;
});

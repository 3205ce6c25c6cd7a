//! Files come in: repeated, broken, late, scheduled.

use crate::town::Town;
use db::Sql;
use exchange::{feeds, quarantine};
use history::entries;
use office::App;
use people::records;
use rights::{Act, Role};
use std::collections::HashMap;
use words::{Id, Time};

/// Everything the files brought, without ids and times of our own: what must be the same however often and however
/// interrupted the same files came.
pub async fn state(app: &App) -> Vec<String> {
    const RECORDS: Sql = Sql::both("select record_id from record");
    const ROWS: Sql = Sql::both("select row_id from quarantine");
    const LINKS: Sql = Sql::both(
        "select r.organisation_id || ' ' || r.source_key || ' = ' || s.organisation_id || ' ' || s.source_key as line
           from current_link l join record r on r.record_id = l.record_id
           join current_link m on m.client_id = l.client_id join record s on s.record_id = m.record_id",
    );
    let permit = throughline::installation::own_permit(app, Act::RunFeed, "test").await.unwrap();
    let mut tx = app.db.read().await.unwrap();
    let end = Time::from_micros(i64::MAX / 2);
    let ids: Vec<Id> = tx.all(&RECORDS, vec![]).await.unwrap().iter().map(|row| row.id("record_id").unwrap()).collect();
    let versions = records::of_records(&mut tx, &permit, &ids, end).await.unwrap();
    let name: HashMap<Id, String> = versions.iter().map(|v| (v.record, format!("{} {}", v.organisation, v.source_key))).collect();
    let mut lines: Vec<String> =
        versions.iter().map(|v| format!("{} {} {:?} {}", name[&v.record], v.version, v.said, v.observed)).collect();
    let told = entries::of_subjects(&mut tx, &permit, &ids, end).await.unwrap();
    let body: HashMap<Id, &str> = told.iter().map(|entry| (entry.id, entry.body.as_str())).collect();
    let source = |entry: &entries::Entry| entry.source.as_ref().map(|source| source.key.clone());
    lines.extend(told.iter().map(|entry| {
        let corrects = entry.corrects.map(|id| body[&id]);
        format!("{} {:?} {:?} {} {:?} {} {:?} {corrects:?}", name[&entry.subject], source(entry), entry.kind, entry.from, entry.to, entry.body, entry.details)
    }));
    for row in tx.all(&ROWS, vec![]).await.unwrap() {
        let kept = quarantine::get(&mut tx, &permit, row.id("row_id").unwrap()).await.unwrap();
        lines.push(format!("{} {} {:?} {} {}", kept.feed, kept.number, kept.columns, kept.reason, kept.state));
    }
    lines.extend(tx.all(&LINKS, vec![]).await.unwrap().iter().map(|row| row.text("line").unwrap().to_owned()));
    lines.sort();
    lines
}

db::both_engines!(the_same_files_twice_change_nothing, |fresh| async {
    let town = Town::full(fresh).await;
    let before = state(&town.app).await;
    assert!(before.len() > 500, "{} lines", before.len());
    for run in town.delivery("2026-11-20").await {
        assert_eq!((run.new, run.changed), (0, 0), "{} {}", run.feed, run.file);
        assert_eq!(run.rows, run.unchanged + run.refused);
        assert_eq!(run.state, "done");
    }
    let after = state(&town.app).await;
    assert_eq!(before, after);
});

db::both_engines!(good_rows_go_on_and_bad_ones_wait_with_field_value_and_reason, |fresh| async {
    let town = Town::empty(fresh).await;
    let file = town.file("2024-12-31", "employment-service", "people.csv");
    let bytes = std::fs::read(&file).unwrap();
    let text: String = bytes.iter().map(|b| char::from(*b)).filter(char::is_ascii).collect();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines.truncate(4);
    let broken = lines[2].replacen(&cell(&lines, 2, "geb_datum"), "31.02.1970", 1);
    lines[2] = broken;
    std::fs::write(&file, lines.join("\n")).unwrap();
    let run = town.import("2024-12-31", "employment-service", "people").await;
    assert_eq!((run.rows, run.new, run.refused), (3, 2, 1));
    let steward = town.steward().await;
    let list = steward.opens("/quarantine").await;
    list.sees("31.02.1970").sees("geb_datum").sees("this is no date of the form DD.MM.YYYY");
    let row = list.link("/quarantine/0");
    let place = lines[0].split(';').position(|name| name == "geb_datum").unwrap();
    let wrong = steward.sends(&row, &format!("v{place}=30.02.1970")).await;
    assert_eq!(wrong.status.as_u16(), 422);
    wrong.sees("It still cannot be taken in").sees("30.02.1970");
    let right = steward.sends(&row, &format!("v{place}=28.02.1970")).await;
    assert_eq!(right.location.as_deref(), Some("/quarantine?said=row-mended"));
    steward.opens("/quarantine").await.sees("Nothing waits");
    let again = steward.sends(&row, &format!("v{place}=28.02.1970")).await;
    assert_eq!(again.status.as_u16(), 409, "a mended row is not taken in twice");
});

fn cell(lines: &[String], row: usize, column: &str) -> String {
    let place = lines[0].split(';').position(|name| name == column).unwrap();
    lines[row].split(';').nth(place).unwrap().to_owned()
}

db::both_engines!(entries_that_come_before_their_people_wait_and_go_in_when_they_arrive, |fresh| async {
    let town = Town::empty(fresh).await;
    let early = town.import("2024-12-31", "clinic", "events").await;
    assert_eq!((early.new, early.rows), (0, early.refused));
    town.import("2024-12-31", "clinic", "people").await;
    let again = town.import("2024-12-31", "clinic", "events").await;
    assert!(again.unchanged > 0, "they went in when their people came");
    assert_eq!(again.new, 0);
});

db::both_engines!(a_file_with_other_columns_is_refused_with_their_names, |fresh| async {
    let town = Town::empty(fresh).await;
    std::fs::write(town.file("2024-12-31", "employment-service", "people.csv"), "a;b\n1;2\n").unwrap();
    let run = town.import("2024-12-31", "employment-service", "people").await;
    assert_eq!((run.state.as_str(), run.rows), ("refused", 0));
    assert!(run.reason.contains("client_no"), "{}", run.reason);
    let missing = town.file("2024-12-31", "clinic", "people.parquet");
    std::fs::remove_file(missing).unwrap();
    let run = town.import("2024-12-31", "clinic", "people").await;
    assert!(run.state == "refused" && run.reason.contains("the file is not there"), "{}", run.reason);
});

db::both_engines!(a_scheduled_feed_is_taken_in_when_it_is_due_by_one_node_alone, |fresh| async {
    let town = Town::empty(fresh).await;
    let permit = town.permit(Act::RunFeed).await;
    let folder = town.files.path().join("2024-12-31").join("clinic");
    let text = std::fs::read_to_string(town.files.path().join("feeds/clinic-people.toml")).unwrap();
    let mut tx = town.app.db.write().await.unwrap();
    feeds::save(&mut tx, &permit, &text, folder.to_str(), town.app.clock.now()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(throughline::schedule::once(&town.app).await.unwrap(), 0, "not yet");
    town.app.clock.set(town.app.clock.now().plus_seconds(24 * 3600));
    let (one, other) = tokio::join!(throughline::schedule::once(&town.app), throughline::schedule::once(&town.app));
    assert_eq!(one.unwrap() + other.unwrap(), 1, "two nodes look, one takes it in");
    assert_eq!(throughline::schedule::once(&town.app).await.unwrap(), 0);
});

db::both_engines!(a_feed_is_changed_in_the_browser_and_a_wrong_one_says_what_to_write, |fresh| async {
    let town = Town::empty(fresh).await;
    let timo = town.visitor(rights::Role::Administrator, "employment-service", None).await;
    timo.opens("/feeds").await.sees("In order");
    let wrong = timo.sends("/feeds", "text=name+%3D+%22x%22").await;
    assert_eq!(wrong.status.as_u16(), 422);
    wrong.sees("The feed was not saved").sees("missing field");
    let text = std::fs::read_to_string(town.files.path().join("feeds/clinic-people.toml")).unwrap();
    let form = format!("text={}", urlencoded(&text.replace("Clinic", "Polyclinic")));
    assert_eq!(timo.sends("/feeds", &form).await.location.as_deref(), Some("/feeds/clinic-people?said=feed-saved"));
    timo.opens("/feeds/clinic-people").await.sees("Polyclinic").sees_no("/quarantine");
});

fn urlencoded(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// A feed of the clinic that says of its records when they are gone.
const FEED: &str = r#"
    name = "clinic-list"
    title = "List"
    organisation = "clinic"
    says = "people"
    file = "list.csv"
    kind = "csv"
    key = ["id"]
    observed = "seen"
    withdrawn = { column = "deleted", values = ["1"] }
    [fields]
    given_name = "given"
    family_name = "family"
    birth_date = "born"
    city = "city"
"#;

db::both_engines!(a_source_takes_its_record_away_by_its_file_or_through_the_steward_and_sends_it_again, |fresh| async {
    let town = Town::full(fresh).await;
    let config = feeds::Config::read(FEED).unwrap();
    let runs = town.permit(Act::RunFeed).await;
    let mut tx = town.app.db.write().await.unwrap();
    feeds::save(&mut tx, &runs, FEED, None, town.app.clock.now()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let path = town.files.path().join("list.csv");
    let sends = async |day: &str, row: &str| {
        std::fs::write(&path, format!("id,given,family,born,city,seen,deleted\n{row}\n")).unwrap();
        let morning = day.parse::<words::Date>().unwrap().start().plus_seconds(7200);
        if town.app.clock.now() < morning {
            town.app.clock.set(morning);
        }
        let run = throughline::import::take(&town.app, &config, &path).await.unwrap();
        (run.new, run.changed, run.unchanged, run.refused)
    };
    let found = async || town.counsellor().await.opens("/find?q=folasade+oyelaran").await.body.contains("Folasade Oyelaran");
    let there = |day: &str, city: &str| format!("C-77,Folasade,Oyelaran,1979-08-30,{city},{day},");
    assert_eq!(sends("2026-11-24", &there("2026-11-24", "Wetherby")).await, (1, 0, 0, 0));
    assert!(found().await);
    let client = town.client("clinic", "C-77").await;
    // The row of a record that is gone may be empty but for its key; one that nobody knows takes nothing away.
    assert_eq!(sends("2026-11-25", "C-77,,,,,2026-11-25,1\nC-78,,,,,2026-11-25,1").await, (0, 1, 1, 0));
    assert!(!found().await, "it is gone");
    assert_eq!(sends("2026-11-25", "C-77,,,,,2026-11-25,1").await, (0, 0, 1, 0), "once");
    sends("2026-11-26", &there("2026-11-24", "Wetherby")).await;
    assert!(!found().await, "an older file that comes late does not bring it back");
    town.steward().await.opens(&format!("/clients/{client}/links")).await.sees("Taken away by their sources").sees("C-77").sees("a file of its source says so");
    sends("2026-11-27", &there("2026-11-27", "Wetherby")).await;
    assert!(found().await, "a later file has it again");
    assert_eq!(town.client("clinic", "C-77").await, client);
    sends("2026-11-28", "C-77,,,,,2026-11-26,1").await;
    assert!(found().await, "it was there on a later day than this file speaks of");
    // Through the steward: with a reason, and not without.
    let record = town.record("clinic", "C-77").await;
    let withdraw = format!("/records/{record}/withdraw");
    assert_eq!(town.steward().await.sends(&withdraw, "reason=+").await.status, axum::http::StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(town.counsellor().await.sends(&withdraw, "reason=no").await.status, axum::http::StatusCode::NOT_FOUND);
    let back = format!("back=%2Fclients%2F{client}%2Flinks");
    town.steward().await.sends(&withdraw, &format!("reason=a+test+record&{back}")).await.link_is(&format!("/clients/{client}/links?said=withdrawn"));
    assert!(!found().await);
    assert_eq!(town.steward().await.sends(&withdraw, "reason=again").await.status, axum::http::StatusCode::NOT_FOUND, "it is gone already");
    assert_eq!(sends("2026-11-29", &there("2026-11-29", "Wetherby")).await, (0, 0, 1, 0));
    assert!(!found().await, "a file that repeats what was sent by mistake repeats the mistake");
    let page = town.steward().await.opens(&format!("/clients/{client}/links")).await;
    page.sees("a test record").sees("Taken away by their sources");
    town.steward().await.sends(&page.link("/decisions/"), &back).await.link_is(&format!("/clients/{client}/links?said=taken-back"));
    assert!(found().await);
    town.steward().await.sends(&withdraw, "reason=a+test+record").await;
    assert_eq!(sends("2026-11-30", &there("2026-11-30", "Aldermoor")).await, (0, 1, 0, 0));
    assert!(found().await, "what says something else is news");
    assert_eq!(town.client("clinic", "C-77").await, client);
});

db::both_engines!(what_partners_systems_send_is_listed_field_by_field, |fresh| async {
    let town = Town::empty(fresh).await;
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    oskar.opens("/processing").await.link_is_there("/systems");
    let page = oskar.opens("/systems").await;
    page.sees("Municipality: residents").sees("<code dir=\"ltr\">ResidentNo</code>").sees("Names the row").sees("no file yet");
    town.import("2024-12-31", "municipality", "people").await;
    let file = town.back(oskar.user).await.opens("/systems?format=csv").await;
    file.sees("\"municipality\",\"municipality-people\",\"Municipality: residents\",\"people.xlsx\",\"people\",\"BirthName\",\"former_name\",\"2024-12-31");
    assert_eq!(town.counsellor().await.opens("/systems").await.status, axum::http::StatusCode::NOT_FOUND);
});

//! What is said about people stands sealed: nothing of it is found in the database without the key, keys follow each other while
//! everything is in use, and a key that is destroyed takes with it what it sealed.

use crate::town::Town;
use db::Sql;
use history::{entries, keys};
use office::{App, Clock, Masters};
use people::records;
use rights::Act;
use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use throughline::installation::{Place, own_permit};
use words::{Id, Time};

const RECORDS: Sql = Sql::both("select record_id from record");
const LENGTH: usize = 14;

async fn everybody(app: &App) -> Vec<Id> {
    let rows = app.db.read().await.unwrap().all(&RECORDS, vec![]).await.unwrap();
    rows.iter().map(|row| row.id("record_id").unwrap()).collect()
}

/// The beginnings of all that entries say, and of what records say beyond the words one searches by.
async fn said(app: &App) -> HashSet<Vec<u8>> {
    let permit = own_permit(app, Act::RunFeed, "test").await.unwrap();
    let (ids, end) = (everybody(app).await, Time::from_micros(i64::MAX / 2));
    let mut tx = app.db.read().await.unwrap();
    let told = entries::of_subjects(&mut tx, &permit, &ids, end).await.unwrap();
    let versions = records::of_records(&mut tx, &permit, &ids, end).await.unwrap();
    let words = told.iter().flat_map(|entry| entry.details.values().chain([&entry.body]).chain(&entry.worker).cloned().collect::<Vec<_>>());
    let fields = versions.iter().flat_map(|version| ["street", "full_name"].map(|field| version.said.get(field).map(str::to_owned)));
    words.chain(fields.flatten()).filter(|text| text.len() >= LENGTH).map(|text| text.as_bytes()[..LENGTH].to_vec()).collect()
}

fn found<'a>(said: &'a HashSet<Vec<u8>>, bytes: &[u8]) -> Option<&'a Vec<u8>> {
    bytes.windows(LENGTH).find_map(|window| said.get(window))
}

fn demo(folder: &Path) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_throughline"));
    command.args(["demo", "--no-serve", "--people", "60", "--data"]).arg(folder).env("RUST_LOG", "trace");
    command.output().unwrap()
}

// A person's right 12.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_said_stands_in_the_files_of_the_database_or_in_the_logs() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let output = demo(&data);
    assert!(output.status.success());
    let app = Place::folder(data.clone()).open(Clock::machine(), true).await.unwrap();
    let said = said(&app).await;
    assert!(said.len() > 50, "{} texts", said.len());
    // While it is open its journal is there too.
    let (mut files, mut bytes) = (0, 0);
    for file in std::fs::read_dir(&data).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file()) {
        let content = std::fs::read(&file).unwrap();
        files += i32::from(file.to_string_lossy().contains("throughline.db"));
        bytes += content.len();
        let text = found(&said, &content).map(|text| String::from_utf8_lossy(text));
        assert_eq!(text, None, "in {}", file.display());
    }
    assert!(files >= 2 && bytes > 1_000_000, "{files} files, {bytes} bytes");
    for log in [&output.stdout, &output.stderr] {
        assert_eq!(found(&said, log).map(|text| String::from_utf8_lossy(text)), None);
    }
    assert!(output.stderr.len() > 10_000, "the log was on");
    // The search is one that finds: in what the program shows it does.
    let one = said.iter().next().unwrap();
    assert!(found(&said, &[b"before", one.as_slice(), b"after"].concat()).is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_master_key_follows_another_and_the_former_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    assert!(demo(&data).status.success());
    let former = std::fs::read(data.join("master.key")).unwrap();
    let place = Place::folder(data.clone());
    let before = said(&place.open(Clock::machine(), true).await.unwrap()).await;
    let rotate = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_throughline"));
        let output = command.args(["keys", "rotate", "--wait", "0", "--data"]).arg(&data).args(more).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(rotate(&["--one-step"]).contains("next-key"));
    assert_eq!(std::fs::read(data.join("master.key")).unwrap(), former);
    assert!(rotate(&["--one-step"]).contains("old-key"));
    let done = rotate(&[]);
    let wrapped: u64 = done.split(' ').next().unwrap().parse().unwrap();
    assert!(wrapped > 100, "{done}");
    assert!(!data.join("master.old-key").exists() && !data.join("master.next-key").exists());
    assert_eq!(std::fs::read(data.join("master.former-key")).unwrap(), former);
    assert_ne!(std::fs::read(data.join("master.key")).unwrap(), former);
    assert_eq!(said(&place.open(Clock::machine(), true).await.unwrap()).await, before);
    std::fs::write(data.join("master.key"), former).unwrap();
    let refused = place.open(Clock::machine(), true).await.err().unwrap();
    assert!(format!("{refused:#}").contains("sealed under another master key"), "{refused:#}");
}

db::both_engines!(two_nodes_go_on_writing_and_reading_while_one_master_key_follows_another, |fresh| async {
    let town = Town::full(fresh).await;
    let ids = everybody(&town.app).await;
    let permit = town.permit(Act::RunFeed).await;
    let (old, new) = ([1; 32], [9; 32]);
    // Each node learns at another moment; what one seals the other opens at every step.
    let nodes = [Masters::new(&[old]), Masters::new(&[old])].map(|masters| App { db: town.app.db.clone().with_masters(masters), ..town.app.clone() });
    let steps: [[&[[u8; 32]]; 2]; 5] = [[&[old], &[old, new]], [&[old, new], &[old, new]], [&[old, new], &[new, old]], [&[new, old], &[new, old]], [&[new, old], &[new]]];
    let mut written = 0;
    for (step, learnt) in steps.iter().enumerate() {
        for (node, masters) in nodes.iter().zip(learnt) {
            if step == 4 {
                let mut after = None;
                loop {
                    let mut tx = nodes[0].db.write().await.unwrap();
                    let (_, last) = keys::rewrap(&mut tx, after).await.unwrap();
                    tx.commit().await.unwrap();
                    if last.is_none() {
                        break;
                    }
                    after = last;
                }
            }
            node.db.masters().learn(masters);
        }
        for node in &nodes {
            let mut tx = node.db.write().await.unwrap();
            // Somebody new has a key made at this very step.
            let entry = note(&town, town.app.clock.id(), "step");
            let subject = entry.subject;
            entries::add(&mut tx, &permit, vec![entry]).await.unwrap();
            tx.commit().await.unwrap();
            written += 1;
            for reader in &nodes {
                let mut tx = reader.db.read().await.unwrap();
                assert_eq!(entries::of_subjects(&mut tx, &permit, &[subject], town.app.clock.now()).await.unwrap()[0].body, "step");
                let all = entries::of_subjects(&mut tx, &permit, &ids, town.app.clock.now()).await.unwrap();
                assert!(all.iter().all(|entry| !entry.body.is_empty() || !entry.details.is_empty()));
            }
        }
    }
    assert_eq!(written, 10);
    nodes[0].db.masters().learn(&[old]);
    let refused = entries::of_subjects(&mut nodes[0].db.read().await.unwrap(), &permit, &ids, town.app.clock.now()).await;
    assert!(refused.unwrap_err().to_string().contains("another master key"));
});

fn note(town: &Town, subject: Id, body: &str) -> entries::Entry {
    entries::Entry {
        subject, id: town.app.clock.id(), kind: words::EntryKind::Note, from: "2026-11-20".parse().unwrap(), to: None,
        recorded_at: town.app.clock.now(), organisation: "clinic".into(), author: None, worker: Some("Dr. Novak".into()),
        sensitivity: words::Sensitivity::PERSONAL, corrects: None, source: None, body: body.into(), details: [("a".to_owned(), "b".to_owned())].into(),
    }
}

// SQLite has one writer: there the rotation waits for its turn.
db::both_engines!(keys_made_in_a_long_transaction_are_not_lost_to_a_rotation, |fresh| async {
    let town = Town::full(fresh).await;
    let permit = town.permit(Act::RunFeed).await;
    let (old, new) = ([1; 32], [9; 32]);
    let [slow, rotating] = [[old, new], [new, old]].map(|masters| town.app.db.clone().with_masters(Masters::new(&masters)));
    let entry = note(&town, town.app.clock.id(), "written slowly");
    let subject = entry.subject;
    let mut open = slow.write().await.unwrap();
    entries::add(&mut open, &permit, vec![entry]).await.unwrap();
    let mut wrapping = {
        let rotating = rotating.clone();
        tokio::spawn(async move {
            let mut tx = rotating.write().await.unwrap();
            keys::rewrap_alone(&mut tx).await.unwrap();
            tx.commit().await.unwrap();
        })
    };
    let waits = tokio::time::timeout(std::time::Duration::from_millis(300), &mut wrapping).await;
    assert!(waits.is_err(), "it waits for keys that are not committed");
    open.commit().await.unwrap();
    wrapping.await.unwrap();
    // The former key is thrown away: everything opens.
    let after = town.app.db.clone().with_masters(Masters::new(&[new]));
    let mut tx = after.read().await.unwrap();
    let mut ids = everybody(&town.app).await;
    ids.push(subject);
    let told = entries::of_subjects(&mut tx, &permit, &ids, town.app.clock.now()).await.unwrap();
    assert!(told.iter().any(|entry| entry.body == "written slowly"));
});

db::both_engines!(a_destroyed_key_takes_what_it_sealed_with_it_and_nothing_else, |fresh| async {
    let town = Town::full(fresh).await;
    let permit = town.permit(Act::RunFeed).await;
    let (gone, stays) = (note(&town, town.app.clock.id(), "of her"), note(&town, town.app.clock.id(), "of him"));
    let subjects = [gone.subject, stays.subject];
    let mut tx = town.app.db.write().await.unwrap();
    entries::add(&mut tx, &permit, vec![gone, stays]).await.unwrap();
    keys::destroy(&mut tx, subjects[0]).await.unwrap();
    assert!(keys::destroy(&mut tx, Id::NOBODY).await.is_err());
    tx.commit().await.unwrap();
    let mut tx = town.app.db.read().await.unwrap();
    let told = entries::of_subjects(&mut tx, &permit, &subjects, town.app.clock.now()).await.unwrap();
    let bodies: Vec<(&str, Option<&str>, usize)> = told.iter().map(|e| (e.body.as_str(), e.worker.as_deref(), e.details.len())).collect();
    assert_eq!(bodies, [("", None, 0), ("of him", Some("Dr. Novak"), 1)]);
    drop(tx);
    // It does not come back as a new one, nor with the next master key.
    let mut tx = town.app.db.write().await.unwrap();
    keys::rewrap_alone(&mut tx).await.unwrap();
    let refused = entries::add(&mut tx, &permit, vec![note(&town, subjects[0], "again")]).await.unwrap_err();
    assert!(matches!(refused, db::DbError::Destroyed(_)), "{refused}");
    let told = [note(&town, subjects[0], "again"), note(&town, subjects[1], "more")];
    entries::tell(&mut tx, &permit, told.into()).await.unwrap();
    assert_eq!(keys::destroyed(&mut tx, subjects).await.unwrap(), HashSet::from([subjects[0]]));
    let told = entries::of_subjects(&mut tx, &permit, &subjects, town.app.clock.now()).await.unwrap();
    assert_eq!(told.len(), 3);
});

db::both_engines!(an_import_goes_on_past_somebody_whose_key_was_destroyed, |fresh| async {
    const ROWS: Sql = Sql::both("select row_id from quarantine");
    let town = Town::empty(fresh).await;
    town.delivery("2024-12-31").await;
    let of_clinic = "PT-0003301";
    let (record, client) = (town.record("clinic", of_clinic).await, town.client("clinic", of_clinic).await);
    let mut tx = town.app.db.write().await.unwrap();
    for subject in [record, client] {
        keys::destroy(&mut tx, subject).await.unwrap();
    }
    tx.commit().await.unwrap();
    let runs = town.delivery("2026-11-20").await;
    assert!(runs.iter().all(|run| run.state == "done"));
    assert!(runs.iter().map(|run| run.new).sum::<i64>() > 50, "everybody else came in");
    let permit = town.permit(Act::RunFeed).await;
    let mut tx = town.app.db.read().await.unwrap();
    let mut waiting = 0;
    for row in tx.all(&ROWS, vec![]).await.unwrap() {
        let kept = exchange::quarantine::get(&mut tx, &permit, row.id("row_id").unwrap()).await.unwrap();
        waiting += i32::from(kept.feed == "clinic-people" && kept.reason.contains("was erased") && kept.state == "set-aside");
        assert!(!kept.columns.iter().any(|(_, value)| value.contains(of_clinic)), "nothing of the row is kept");
    }
    assert_eq!(waiting, 1);
    assert!(entries::of_subjects(&mut tx, &permit, &[record], town.app.clock.now()).await.unwrap().iter().all(|entry| entry.body.is_empty()));
});

db::both_engines!(a_sealed_entry_that_was_changed_or_moved_is_not_shown_as_if_it_were_true, |fresh| async {
    const MOVED: Sql = Sql::both(
        "insert into entry (subject_id, entry_id, kind, from_on, recorded_at, organisation_id, sensitivity, body, details, sealed)
         select subject_id, $2, kind, from_on, recorded_at, organisation_id, sensitivity, '', '', sealed from entry where entry_id = $1",
    );
    let town = Town::full(fresh).await;
    let permit = town.permit(Act::RunFeed).await;
    let one = note(&town, town.app.clock.id(), "signed the agreement");
    let (subject, id) = (one.subject, one.id);
    let mut tx = town.app.db.write().await.unwrap();
    entries::add(&mut tx, &permit, vec![one]).await.unwrap();
    tx.run(&MOVED, vec![id.into(), town.app.clock.id().into()]).await.unwrap();
    let refused = entries::of_subjects(&mut tx, &permit, &[subject], town.app.clock.now()).await.unwrap_err();
    assert!(refused.to_string().contains("changed after it was sealed"), "{refused}");
});

db::both_engines!(what_stood_in_clear_before_is_sealed_and_says_the_same, |fresh| async {
    const CLEAR_ENTRY: Sql = Sql::both(
        "insert into entry (subject_id, entry_id, kind, from_on, recorded_at, organisation_id, sensitivity, worker, body, details, source_key, content_hash, run_id)
         values ($1, $2, 'note', '2026-11-01', $3, 'clinic', 1, 'Dr. Novak', 'as it was', '{\"result\":\"none\"}', 'old/1', $4, $2)",
    );
    const CLEAR_VERSION: Sql = Sql::both(
        "insert into record_version (record_id, version, said, observed_on, received_at) values ($1, 99, '{\"city\":\"Wetherby\"}', '2026-11-22', $2)",
    );
    const LEFT: Sql = Sql::both(
        "select (select count(*) from entry where sealed is null or body <> '' or details <> '' or worker is not null)
              + (select count(*) from record_version where sealed is null or said <> '') as clear",
    );
    const ALTER: Sql = Sql::both("update entry set sealed = $2, body = '', details = '', worker = null where entry_id = $1");
    let town = Town::full(fresh).await;
    let permit = town.permit(Act::RunFeed).await;
    let (record, id) = (town.record("clinic", "PT-0003301").await, town.app.clock.id());
    let now = town.app.clock.now();
    let content = [5u8; 32];
    let mut tx = town.app.db.write().await.unwrap();
    tx.run(&CLEAR_ENTRY, vec![record.into(), id.into(), now.into(), content.to_vec().into()]).await.unwrap();
    tx.run(&CLEAR_VERSION, vec![record.into(), now.into()]).await.unwrap();
    tx.commit().await.unwrap();
    let told = async || {
        let mut tx = town.app.db.read().await.unwrap();
        let told = entries::of_subjects(&mut tx, &permit, &[record], town.app.clock.now()).await.unwrap();
        let versions = records::of_records(&mut tx, &permit, &[record], town.app.clock.now()).await.unwrap();
        let latest = entries::latest_of_sources(&mut tx, &permit, "clinic", &["old/1".to_owned()]).await.unwrap();
        assert!(latest["old/1"].says(&content) && !latest["old/1"].says(&[6; 32]));
        let entry = told.into_iter().find(|entry| entry.id == id).unwrap();
        ((entry.body, entry.worker, entry.details), versions)
    };
    let before = told().await;
    assert_eq!(throughline::keys::seal_clear(&town.app).await.unwrap(), 2);
    assert_eq!(told().await, before);
    let mut tx = town.app.db.write().await.unwrap();
    assert_eq!(tx.one(&LEFT, vec![]).await.unwrap().int("clear").unwrap(), 0);
    // Sealing is the only change there is, and it happens once.
    assert!(tx.run(&ALTER, vec![id.into(), vec![1u8].into()]).await.unwrap_err().to_string().contains("never changed"));
    drop(tx);
    assert_eq!(throughline::keys::seal_clear(&town.app).await.unwrap(), 0);
    // Nothing of it is left in the free places of the files either.
    if let Some(file) = town.database_file() {
        let folder = std::fs::read_dir(file.parent().unwrap()).unwrap();
        let files: Vec<Vec<u8>> = folder.map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect();
        assert!(files.iter().map(Vec::len).sum::<usize>() > 100_000);
        for said in ["as it was", "Wetherby"] {
            assert!(files.iter().all(|bytes| !bytes.windows(said.len()).any(|part| part == said.as_bytes())), "{said}");
        }
    }
});

#[cfg(target_os = "linux")]
#[test]
fn a_crash_leaves_no_image_of_memory() {
    let folder = tempfile::tempdir().unwrap();
    let mut serving = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(folder.path()).stdout(Stdio::piped()).spawn().unwrap();
    let mut said = String::new();
    BufReader::new(serving.stdout.take().unwrap()).read_line(&mut said).unwrap();
    assert!(said.contains("Serving on"), "{said}");
    let told = std::fs::read_to_string(format!("/proc/{}/limits", serving.id())).unwrap();
    serving.kill().unwrap();
    serving.wait().unwrap();
    let line = told.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(line.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{line}");
}

//! The access log seen from outside: checked, written to a file, held against checkpoints that somebody else has kept.

use db::{Sql, Tx};
use office::Clock;
use rights::Act;
use throughline::audit::{Command, run};
use throughline::installation::{Place, own_permit};

/// An installation over this database, and somewhere to put files.
fn installation(fresh: &db::testing::Fresh) -> (tempfile::TempDir, Place) {
    let folder = tempfile::tempdir().unwrap();
    let place = Place { db: Some(fresh.address().to_owned()), ..Place::folder(folder.path().to_owned()) };
    (folder, place)
}

async fn looks(place: &Place, times: usize) {
    let app = place.open(Clock::machine(), true).await.unwrap();
    for _ in 0..times {
        own_permit(&app, Act::RunFeed, "a look").await.unwrap();
    }
    app.db.close().await;
}

async fn problem(place: &Place, command: impl Fn(Place) -> Command) -> Option<String> {
    run(command(place.clone())).await.err().map(|error| format!("{error:#}"))
}

fn verify(place: Place) -> Command {
    Command::Verify { place, export: None, checkpoints: Vec::new() }
}

/// Whoever owns the database takes away what keeps lines from being removed.
async fn cut_after(tx: &mut Tx, line: i64) {
    const UNLOCK: Sql = Sql::split("drop trigger access_log_remains", "drop trigger access_log_stays on access_log");
    const CUT: Sql = Sql::both("delete from access_log where seq > $1");
    const HEAD_BACK: Sql = Sql::both("update access_head set seq = $1, hash = (select hash from access_log where seq = $1)");
    tx.run(&UNLOCK, vec![]).await.unwrap();
    tx.run(&CUT, vec![line.into()]).await.unwrap();
    tx.run(&HEAD_BACK, vec![line.into()]).await.unwrap();
}

// A person's right 8.
db::both_engines!(a_log_that_was_cut_with_its_head_is_found_by_the_checkpoint_that_was_kept, |fresh| async {
    let (_folder, place) = installation(&fresh);
    looks(&place, 12).await;
    run(Command::Checkpoint { place: place.clone() }).await.unwrap();
    looks(&place, 3).await;
    assert_eq!(problem(&place, verify).await, None);
    let mut tx = fresh.db.write().await.unwrap();
    cut_after(&mut tx, 9).await;
    tx.commit().await.unwrap();
    let said = problem(&place, verify).await.unwrap();
    assert!(said.contains("broken at line 10") && said.contains("knew 12 lines"), "{said}");
    // Without what was kept here, what somebody else has kept tells the same.
    let elsewhere = place.data.join("elsewhere");
    std::fs::rename(place.checkpoints(), &elsewhere).unwrap();
    assert_eq!(problem(&place, verify).await, None, "the chain itself is whole");
    let with_theirs = |place: Place| Command::Verify { place, export: None, checkpoints: vec![elsewhere.clone()] };
    assert!(problem(&place, with_theirs).await.unwrap().contains("broken at line 10"));
    let forged = std::fs::read_to_string(&elsewhere).unwrap().replace("\n12\n", "\n9\n");
    std::fs::write(&elsewhere, forged).unwrap();
    assert!(problem(&place, with_theirs).await.unwrap().contains("is not signed with the key of this log"));
});

db::both_engines!(a_log_in_a_file_is_checked_without_the_database, |fresh| async {
    let (_folder, place) = installation(&fresh);
    looks(&place, 5).await;
    let file = place.data.join("log.jsonl");
    run(Command::Export { place: place.clone(), to: file.clone() }).await.unwrap();
    let nowhere = Place { db: Some("sqlite:/no/such/folder/throughline.db".into()), ..place.clone() };
    let of_file = |place: Place| Command::Verify { place, export: Some(file.clone()), checkpoints: Vec::new() };
    assert_eq!(problem(&nowhere, of_file).await, None);
    let changed = std::fs::read_to_string(&file).unwrap().replacen("a look", "a LOOK", 1);
    assert!(changed.contains("export-access-log"), "the export is a line of the log itself");
    std::fs::write(&file, changed).unwrap();
    assert!(problem(&nowhere, of_file).await.unwrap().contains("broken at line 1:"));
    let again = |place: Place| Command::Export { place, to: file.clone() };
    assert!(problem(&place, again).await.unwrap().contains("cannot be made"), "a file that is there is never written over");
});

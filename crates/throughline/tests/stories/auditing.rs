//! The access log seen from outside: checked, written to a file, held against checkpoints that somebody else has kept.

use db::{Sql, Tx};
use history::access::Checkpoint;
use office::Clock;
use rights::Act;
use throughline::audit::sending::Sender;
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

/// The second organisation, as a program of its own; where it listens.
fn second_organisation(file: &std::path::Path, key: &str) -> (std::process::Child, String) {
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_throughline"))
        .args(["audit", "receive", "--listen", "127.0.0.1:0", "--key", key, "--file"])
        .arg(file)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut said = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(program.stdout.take().unwrap()), &mut said).unwrap();
    let address = said.split_whitespace().find(|word| word.starts_with("http://")).unwrap().to_owned();
    (program, address)
}

// A person's right 8: a second organisation has every checkpoint, whatever happens to the line between them.
db::both_engines!(checkpoints_reach_a_second_organisation_and_none_is_lost_while_it_is_away, |fresh| async {
    let (_folder, place) = installation(&fresh);
    let key = place.signer().unwrap().verifier().to_string();
    let theirs = place.data.join("theirs");
    let kept = || std::fs::read_to_string(&theirs).unwrap_or_default();
    let (mut program, address) = second_organisation(&theirs, &key);
    let more = async |lines: usize| {
        looks(&place, lines).await;
        run(Command::Checkpoint { place: place.clone() }).await.unwrap();
    };
    more(4).await;
    more(1).await;
    let sender = |address: &str| Sender::new(address, place.checkpoints(), place.signer().unwrap().verifier()).unwrap();
    assert!(sender(&address).send().await.unwrap() > 0);
    assert_eq!(kept(), std::fs::read_to_string(place.checkpoints()).unwrap());
    assert_eq!(sender(&address).send().await.unwrap(), 0, "nothing twice");
    // They are away: what was signed meanwhile waits, and is there when they are back.
    program.kill().unwrap();
    program.wait().unwrap();
    more(2).await;
    assert!(sender(&address).send().await.is_err());
    more(2).await;
    let (mut program, address) = second_organisation(&theirs, &key);
    assert!(sender(&address).send().await.unwrap() > 0);
    assert_eq!(kept(), std::fs::read_to_string(place.checkpoints()).unwrap());
    // Where we do not know what they have, all is sent again, and nothing stands there twice.
    std::fs::remove_file(place.data.join("access.checkpoints.sent")).unwrap();
    assert!(sender(&address).send().await.unwrap() > 0);
    assert_eq!(kept(), std::fs::read_to_string(place.checkpoints()).unwrap());
    // What somebody else signed is not theirs to keep.
    let mut other = place.clone();
    other.data = place.data.join("other");
    std::fs::create_dir(&other.data).unwrap();
    let stranger = Checkpoint { lines: 99, hash: [9; 32], at: words::Time::from_micros(1) };
    std::fs::write(other.checkpoints(), other.signer().unwrap().sign(&stranger)).unwrap();
    let refused = Sender::new(&address, other.checkpoints(), other.signer().unwrap().verifier()).unwrap().send().await.unwrap_err();
    assert!(format!("{refused:#}").contains("is not signed with the key of this log"), "{refused:#}");
    // The log is cut, and the installation signs what is left: they refuse it, keep what shows it, and their file finds the cut.
    let mut tx = fresh.db.write().await.unwrap();
    cut_after(&mut tx, 6).await;
    tx.commit().await.unwrap();
    std::fs::remove_file(place.checkpoints()).unwrap();
    std::fs::remove_file(place.data.join("access.checkpoints.sent")).unwrap();
    let later = Checkpoint { lines: 6, hash: [6; 32], at: words::Time::from_micros(i64::MAX / 4) };
    std::fs::write(place.checkpoints(), place.signer().unwrap().sign(&later)).unwrap();
    let before = kept();
    let refused = sender(&address).send().await.unwrap_err();
    assert!(format!("{refused:#}").contains("409") && format!("{refused:#}").contains("the log was cut"), "{refused:#}");
    assert_eq!(kept(), before);
    assert!(std::fs::read_to_string(place.data.join("theirs.refused")).unwrap().contains("\n6\n"));
    std::fs::remove_file(place.checkpoints()).unwrap();
    let with_theirs = |place: Place| Command::Verify { place, export: None, checkpoints: vec![theirs.clone()] };
    assert!(problem(&place, with_theirs).await.unwrap().contains("broken at line 7"));
    program.kill().unwrap();
    program.wait().unwrap();
});

// As it is served: over TLS, to somebody whose certificate this machine trusts, a moment after it is signed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_served_installation_sends_its_checkpoints_over_tls() {
    let folder = tempfile::tempdir().unwrap();
    let trusted = crate::tls::certify(folder.path());
    let certificate = throughline::certificates::Certificate::read(folder.path().join("tls.pem"), folder.path().join("tls.key")).unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel::<String>();
    let service = axum::Router::new().route("/kept", axum::routing::post(move |notes: String| async move { tell.send(notes).unwrap() }));
    let server = axum_server::from_tcp_rustls(listener, certificate.config()).unwrap().serve(service.into_make_service());
    let server = tokio::spawn(server);
    std::fs::write(folder.path().join("trusted.pem"), trusted).unwrap();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_throughline"))
        .args(["serve", "--listen", "127.0.0.1:0", "--checkpoints-to", &format!("https://localhost:{port}/kept"), "--data"])
        .arg(folder.path().join("data"))
        .env("SSL_CERT_FILE", folder.path().join("trusted.pem"))
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let notes = tokio::time::timeout(std::time::Duration::from_secs(60), told.recv()).await;
    program.kill().unwrap();
    program.wait().unwrap();
    server.abort();
    let notes = notes.unwrap().unwrap();
    let (good, bad) = Place::folder(folder.path().join("data")).signer().unwrap().verifier().open_all(&notes);
    assert!(!good.is_empty() && bad.is_empty(), "{notes}");
}

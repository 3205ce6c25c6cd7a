//! The program is killed in the middle of its work and started again: it ends where it would have ended.

use crate::importing::state;
use office::Clock;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use throughline::installation::Place;

fn demo(folder: &Path, address: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_throughline"))
        .args(["demo", "--no-serve", "--people", "150", "--data"])
        .arg(folder)
        .args(["--db", address])
        .env("RUST_LOG", "off")
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap()
}

async fn outcome(folder: &Path, address: &str) -> Vec<String> {
    let place = Place { db: Some(address.to_owned()), ..Place::folder(folder.to_owned()) };
    let app = place.open(Clock::machine(), true).await.unwrap();
    let state = state(&app).await;
    app.db.close().await;
    state
}

/// Kills the import at a different moment each time until one attempt gets through, then compares with a run that
/// nobody disturbed.
async fn ends_in_the_same_state(undisturbed: &str, disturbed: &str) {
    let folder = tempfile::tempdir().unwrap();
    assert!(demo(&folder.path().join("one"), undisturbed).wait().unwrap().success());
    let expected = outcome(&folder.path().join("one"), undisturbed).await;
    assert!(expected.len() > 500, "{} lines", expected.len());
    let mut kills = 0;
    for attempt in 1u64.. {
        let mut child = demo(&folder.path().join("two"), disturbed);
        let patience = Duration::from_millis(60 + 60 * attempt);
        let ended = tokio::task::spawn_blocking(move || {
            let began = std::time::Instant::now();
            while began.elapsed() < patience {
                if let Some(status) = child.try_wait().unwrap() {
                    return status.success();
                }
                std::thread::park_timeout(Duration::from_millis(5));
            }
            child.kill().unwrap();
            child.wait().unwrap();
            false
        });
        if ended.await.unwrap() {
            break;
        }
        kills += 1;
        assert!(kills < 100, "it never ends");
    }
    assert!(kills >= 3, "killed only {kills} times: begin earlier");
    assert_eq!(outcome(&folder.path().join("two"), disturbed).await, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_moment_it_ends_in_the_same_state_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let address = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
    ends_in_the_same_state(&address("one.db"), &address("two.db")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_moment_it_ends_in_the_same_state_on_postgres() {
    let (Some(one), Some(two)) = (db::testing::postgres().await, db::testing::postgres().await) else { return };
    ends_in_the_same_state(one.address(), two.address()).await;
}

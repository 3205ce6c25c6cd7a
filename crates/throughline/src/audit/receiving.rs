//! `throughline audit receive`: a second organisation keeps the checkpoints of somebody's access log. It needs nothing of theirs but the
//! key with which they sign. A checkpoint that contradicts one that is kept is refused, and kept apart as what shows it.

use super::append;
use super::sending::with_more;
use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::routing::post;
use clap::Args;
use history::access::{Checkpoint, Verifier, notes_in};
use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;

/// Clocks of the machines that sign may differ by so many microseconds.
const CLOCKS: i64 = 120_000_000;
/// So many bytes come at once.
const AT_MOST: usize = 1_000_000;

/// What to keep for whom.
#[derive(Args, Debug)]
pub struct Options {
    /// Where to listen, on this machine: a proxy that speaks TLS stands before it
    #[arg(long, default_value = "127.0.0.1:8099")]
    listen: SocketAddr,
    /// The file in which the checkpoints are kept; it must not be writable for those whose log it is
    #[arg(long)]
    file: PathBuf,
    /// The key with which they sign, as their `audit key` prints it
    #[arg(long)]
    key: String,
}

/// What is kept.
struct Kept {
    verifier: Verifier,
    file: PathBuf,
    known: Mutex<Vec<Checkpoint>>,
}

/// Runs the command.
///
/// # Errors
/// When the key is none, the file cannot be read, or the address not be listened on.
pub async fn run(options: Options) -> Result<()> {
    ensure!(options.listen.ip().is_loopback(), "{} can be reached from other machines, and nothing would be encrypted on the way: \
             listen on 127.0.0.1, with a proxy that speaks TLS before it", options.listen);
    let verifier = Verifier::parse(&options.key).context("--key: this is not what `throughline audit key` prints")?;
    let text = match fs::read(&options.file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        other => other.with_context(|| format!("{} cannot be read", options.file.display()))?,
    };
    let (known, bad) = verifier.open_all(&String::from_utf8_lossy(&text));
    for (number, problem) in &bad {
        tracing::warn!("{}, checkpoint {number}: {problem}", options.file.display());
    }
    let listener = TcpListener::bind(options.listen).await.with_context(|| format!("{} is taken", options.listen))?;
    println!("Receiving on http://{}/   {} checkpoints are kept   stop with Ctrl+C", listener.local_addr()?, known.len());
    let kept = Arc::new(Kept { verifier, file: options.file, known: Mutex::new(known) });
    let service = Router::new().route("/", post(receive)).route("/{*any}", post(receive));
    axum::serve(listener, service.layer(DefaultBodyLimit::max(AT_MOST)).with_state(kept)).await?;
    Ok(())
}

/// Keeps what comes, in order, and answers once it is on disk. One that is not theirs, or contradicts, ends it; those before it are kept.
async fn receive(State(kept): State<Arc<Kept>>, notes: String) -> (StatusCode, String) {
    let Ok(mut known) = kept.known.lock() else { return (StatusCode::INTERNAL_SERVER_ERROR, "the receiver has failed before".to_owned()) };
    for (number, place) in notes_in(notes.as_bytes()).into_iter().enumerate() {
        let note = notes.get(place).unwrap_or_default();
        let checkpoint = match kept.verifier.open(note) {
            Ok(checkpoint) => checkpoint,
            Err(problem) => return (StatusCode::BAD_REQUEST, format!("checkpoint {}: {problem}", number + 1)),
        };
        if known.contains(&checkpoint) {
            continue;
        }
        if let Some(other) = known.iter().find(|other| contradict(other, &checkpoint)) {
            let says = format!(
                "the log was cut, put back or written anew: the checkpoint of {} knows {} lines, and that of {} knows {}. Both are signed by it.",
                checkpoint.at, checkpoint.lines, other.at, other.lines
            );
            tracing::error!("{says}");
            if let Err(error) = append(&with_more(&kept.file, ".refused"), note) {
                tracing::error!(error = format!("{error:#}"), "what shows it was not kept");
            }
            return (StatusCode::CONFLICT, says);
        }
        if let Err(error) = append(&kept.file, note) {
            tracing::error!(error = format!("{error:#}"), "a checkpoint was not kept");
            return (StatusCode::INTERNAL_SERVER_ERROR, "it could not be written; send it again".to_owned());
        }
        known.push(checkpoint);
    }
    (StatusCode::OK, format!("{} checkpoints are kept\n", known.len()))
}

/// Whether no log can have given both: so many lines end in two ways, or it was longer before than after.
fn contradict(one: &Checkpoint, other: &Checkpoint) -> bool {
    if one.lines == other.lines {
        return one.hash != other.hash;
    }
    let (shorter, longer) = if one.lines < other.lines { (one, other) } else { (other, one) };
    shorter.at.micros() > longer.at.micros().saturating_add(CLOCKS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Time;

    fn at(lines: i64, hash: u8, seconds: i64) -> Checkpoint {
        Checkpoint { lines, hash: [hash; 32], at: Time::from_micros(seconds * 1_000_000) }
    }

    #[test]
    fn a_log_grows_and_nothing_else() {
        let known = at(100, 1, 1_000);
        // Later and longer, the same again, and one that came late from another machine.
        for fits in [at(101, 2, 1_001), at(100, 1, 1_060), at(99, 3, 990), at(99, 3, 1_100), at(120, 4, 900)] {
            assert!(!contradict(&known, &fits), "{fits:?}");
            assert!(!contradict(&fits, &known), "{fits:?}");
        }
        for wrong in [at(100, 2, 1_001), at(100, 2, 990), at(99, 3, 1_200), at(120, 4, 800)] {
            assert!(contradict(&known, &wrong), "{wrong:?}");
            assert!(contradict(&wrong, &known), "{wrong:?}");
        }
    }
}

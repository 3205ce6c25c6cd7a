//! `throughline match-encoded`: which rows of a partner's encodings are clients. Afterwards only the answer is left.

use crate::encode::exchange::{Exchange, Key};
use crate::encode::sets::{hex, read_encodings, write};
use crate::installation::{Place, itself};
use anyhow::{Context, Result, bail};
use clap::Args;
use linkage::encoding::{Match, match_encodings};
use office::{App, Clock};
use people::without_names;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Options of `match-encoded`.
#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    place: Place,
    /// The partner's encodings; removed when they are answered
    #[arg(value_name = "THEIRS")]
    theirs: PathBuf,
    /// Our encodings, when the clients are in a file and not in an installation; removed too
    #[arg(long, value_name = "FILE", conflicts_with = "key")]
    ours: Option<PathBuf>,
    /// The key of the exchange, to match with the clients of this installation; removed too
    #[arg(long, value_name = "KEYFILE", required_unless_present = "ours")]
    key: Option<PathBuf>,
    /// Where the answer goes: the handles of their rows that are clients, and nothing else
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Runs the command.
///
/// # Errors
/// See [`answer`] and [`answer_from_file`].
pub async fn run(options: Options) -> Result<()> {
    match (&options.ours, &options.key) {
        (Some(ours), _) => answer_from_file(ours, &options.theirs, &options.out),
        (None, Some(key)) => answer(&options.place.open(Clock::machine(), false).await?, key, &options.theirs, &options.out).await,
        (None, None) => bail!("name --key, or --ours"),
    }
}

/// Answers a partner from the clients of an installation. Every client told of is in its access log before the answer is written;
/// then encodings and key are removed.
///
/// # Errors
/// When a file cannot be used, the key has expired or is of another exchange, nobody is linked yet, or the database fails. Then
/// there is no answer, and nothing is removed.
pub async fn answer(app: &App, key: &Path, theirs: &Path, out: &Path) -> Result<()> {
    let (asked, rows) = read_encodings(theirs)?;
    asked.must_be_open(app.clock.now().date())?;
    let secret = Key::read(key)?;
    one_exchange(&secret.exchange, &asked)?;
    let answer = without_names::answer(app, &itself()?, &asked.told(), &secret.secret(), &rows, &db::chance()).await?;
    if answer.known == 0 {
        bail!("this installation has no clients yet: import files first, or name --ours");
    }
    tell(out, &asked, &answer.handles, rows.len())?;
    forget(&[theirs, key])
}

/// Answers a partner from a file of our encodings, and removes both. Needs no key and sees no name, so a third party can do it.
///
/// # Errors
/// When a file cannot be used, or the exchange is over. Then there is no answer, and nothing is removed.
pub fn answer_from_file(ours: &Path, theirs: &Path, out: &Path) -> Result<()> {
    let (asked, rows) = read_encodings(theirs)?;
    asked.must_be_open(Clock::machine().now().date())?;
    let (exchange, our_rows) = read_encodings(ours)?;
    one_exchange(&exchange, &asked)?;
    let handle = |found: Match| rows.get(found.theirs as usize).map(|row| row.handle);
    let handles: BTreeSet<u64> = match_encodings(&our_rows, &rows).into_iter().filter_map(handle).collect();
    tell(out, &asked, &handles, rows.len())?;
    forget(&[theirs, ours])
}

fn one_exchange(one: &Exchange, other: &Exchange) -> Result<()> {
    if one != other {
        bail!("these files are of two exchanges: {} with {}, and {} with {}", one.ours, one.theirs, other.ours, other.theirs);
    }
    Ok(())
}

fn tell(out: &Path, exchange: &Exchange, handles: &BTreeSet<u64>, of: usize) -> Result<()> {
    write(out, exchange, &["handle"], handles.iter().map(|handle| vec![hex(*handle)]))?;
    println!("{} of {of} rows are clients of {}: {}", handles.len(), exchange.ours, out.display());
    Ok(())
}

fn forget(used: &[&Path]) -> Result<()> {
    for path in used {
        fs::remove_file(path).with_context(|| format!("{} cannot be removed; remove it by hand", path.display()))?;
        println!("{} is removed: encodings and keys are not kept", path.display());
    }
    Ok(())
}

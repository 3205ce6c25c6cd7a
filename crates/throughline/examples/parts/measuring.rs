//! What the benchmarks of an installation have in common.

use anyhow::{Context, Result};
use db::Tx;
use office::{App, Clock};
use rights::{Act, Permit};
use std::path::PathBuf;
use std::time::Duration;
use throughline::installation::{Place, own_permit};
use words::Id;

/// The installation that the command line names, `FOLDER PEOPLE [DB]`: it, a permit of the program's own, its folder, and how many people it is
/// to be filled with.
pub async fn opened() -> Result<(App, Permit, PathBuf, u32)> {
    let mut arguments = std::env::args().skip(1).collect::<Vec<_>>().into_iter();
    let folder = PathBuf::from(arguments.next().context("name a folder")?);
    let people: u32 = arguments.next().context("say how many people")?.parse()?;
    let place = Place { db: arguments.next(), ..Place::folder(folder.clone()) };
    std::fs::create_dir_all(&folder)?;
    let app = place.open(Clock::machine(), true).await?;
    let permit = own_permit(&app, Act::RunFeed, "benchmark").await?;
    Ok((app, permit, folder, people))
}

/// Somebody who may be shown more people than one may on a day: beyond that nobody is suggested or shown, which would be no measure.
pub async fn unhindered(app: &App, tx: &mut Tx, permit: &Permit, user: Id) -> Result<()> {
    Ok(history::access::allow_more(tx, permit, user, app.clock.now().date(), 1_000_000).await?)
}

/// CPU seconds this process has used so far, which a busy machine does not change much; 0 where they cannot be read.
pub fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// Prints how long something took, half of the times and nearly always.
pub fn tell(what: &str, took: &mut [Duration]) {
    took.sort_unstable();
    let at = |share: usize| took.get(took.len() * share / 100).or(took.last()).copied().unwrap_or_default();
    println!("{what}: median {:.2?}, 95th percentile {:.2?}, 99th {:.2?}, longest {:.2?}", at(50), at(95), at(99), at(100));
}

//! `throughline feed`: feeds from the command line, with the folder their scheduled files are looked for in.

use crate::installation::{Place, own_permit};
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use exchange::feeds;
use office::{Clock, Organisation, organisations};
use rights::Act;
use std::path::PathBuf;

/// What can be done with feeds.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Add or change a feed
    Add {
        /// The installation
        #[command(flatten)]
        place: Place,
        /// The feed, as TOML
        file: PathBuf,
        /// Where its scheduled files are looked for; without one, files come by hand. Only here can it be said: whoever
        /// uses the pages must not choose what the program reads from its own disk
        #[arg(long)]
        folder: Option<PathBuf>,
        /// The organisation's title, when the organisation is not there yet
        #[arg(long)]
        organisation_title: Option<String>,
    },
}

/// Runs the command.
///
/// # Errors
/// When the feed cannot be understood, its folder is not there, or the database fails.
pub async fn run(command: Command) -> Result<()> {
    let Command::Add { place, file, folder, organisation_title } = command;
    let text = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let folder = match folder {
        Some(folder) if !folder.is_dir() => bail!("{} is no folder", folder.display()),
        Some(folder) => Some(folder.canonicalize()?.to_string_lossy().into_owned()),
        None => None,
    };
    let app = place.open(Clock::machine(), false).await?;
    let permit = own_permit(&app, Act::RunFeed, "feed configuration").await?;
    let config = feeds::Config::read(&text)?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    if let Some(title) = organisation_title {
        let id = config.organisation.clone();
        organisations::add(&mut tx, &Organisation { kind: id.clone(), id, title, sensitive: false }).await?;
    }
    let config = feeds::save(&mut tx, &permit, &text, folder.as_deref(), now).await??;
    tx.commit().await?;
    match (config.next_after(now), folder) {
        (Some(next), Some(folder)) => println!("{}: looks for {} in {folder}, next at {next}", config.name, config.file),
        _ => println!("{}: files come by hand", config.name),
    }
    Ok(())
}

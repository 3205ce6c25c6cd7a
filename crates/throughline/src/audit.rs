//! `throughline audit`: whether the access log is as it was written.

use crate::installation::Place;
use anyhow::{Result, bail};
use clap::Subcommand;
use history::access::Verdict;
use office::Clock;

/// What can be done with the access log.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Check every line against the chain
    Verify {
        /// The installation
        #[command(flatten)]
        place: Place,
    },
}

/// Runs the command.
///
/// # Errors
/// When the log is broken: the message names the first bad line.
pub async fn run(command: Command) -> Result<()> {
    let Command::Verify { place } = command;
    let app = place.open(Clock::machine(), false).await?;
    match app.log.verify(&app.db).await? {
        Verdict::Sound(lines) => {
            println!("The access log is sound: {lines} lines, each follows from the one before.");
            Ok(())
        }
        Verdict::Broken(line) => bail!("the access log is broken at line {line}: it was changed, removed or not written by this installation"),
    }
}

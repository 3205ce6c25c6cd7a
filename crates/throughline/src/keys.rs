//! `throughline keys`: one master key follows another while everything is in use; and what stood in clear before is sealed.
//!
//! The key that is to follow first stands beside the current one, so that every node can open what is sealed under it; then it takes
//! its place; then every key in the database is wrapped under it, and the old one goes. Each step stands in the files, so a rotation
//! that was interrupted goes on where it was.

use crate::installation::{MASTER_NEXT, MASTER_OLD, Place, key, own_permit, own_permit_in, read_key};
use anyhow::{Context, Result, ensure};
use clap::Subcommand;
use history::{entries, keys};
use office::{App, Clock};
use rights::Act;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// How often a running program looks whether the master keys have changed.
const LOOK: Duration = Duration::from_secs(5);
/// How many rows in clear are sealed in one transaction: short enough that nobody waits for it.
const AT_ONCE: i64 = 500;

/// What can be done with the keys.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Put a new master key in the place of the current one, while the installation is in use
    Rotate {
        /// The installation
        #[command(flatten)]
        place: Place,
        /// How many seconds every node is given to learn of each step. With nodes on several machines, whose key files have to be copied, do
        /// one step at a time
        #[arg(long, default_value_t = 15)]
        wait: u64,
        /// Do the next step alone, and say what comes after it
        #[arg(long)]
        one_step: bool,
    },
}

/// What a rotation has still to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// A new key is made and stands beside the current one.
    Announce,
    /// It takes its place.
    Follow,
    /// Everything is wrapped under it, and the old one goes.
    Wrap,
}

/// Runs the command.
///
/// # Errors
/// When key files cannot be written or the database says no.
pub async fn run(command: Command) -> Result<()> {
    let Command::Rotate { place, wait, one_step } = command;
    let app = place.open(Clock::machine(), false).await?;
    if place.key_command.is_some() || std::env::var_os("THROUGHLINE_MASTER_KEY").is_some() {
        // The keys are looked after elsewhere; they were given with the new one first.
        println!("{} keys are wrapped under the first of the master keys that were given.", wrap(&app).await?);
        return Ok(());
    }
    let path = place.key_path();
    let mut left = steps(&path);
    if one_step {
        left.truncate(1);
    }
    for (number, step) in left.iter().enumerate() {
        if number > 0 {
            tokio::time::sleep(Duration::from_secs(wait)).await;
        }
        println!("{}", take(&app, &place, *step).await?);
    }
    Ok(())
}

/// What is still to be done, by the files that are there.
fn steps(path: &Path) -> Vec<Step> {
    if path.with_extension(MASTER_NEXT).exists() {
        vec![Step::Follow, Step::Wrap]
    } else if path.with_extension(MASTER_OLD).exists() {
        vec![Step::Wrap]
    } else {
        vec![Step::Announce, Step::Follow, Step::Wrap]
    }
}

async fn take(app: &App, place: &Place, step: Step) -> Result<String> {
    let path = place.key_path();
    let (next, old) = (path.with_extension(MASTER_NEXT), path.with_extension(MASTER_OLD));
    let said = match step {
        Step::Announce => {
            key(&next)?;
            format!("A new master key stands in {}. Every node must be able to read it before the next step.", next.display())
        }
        Step::Follow => {
            let former = read_key(&old)?;
            ensure!(former.is_none() || former == read_key(&path)?, "{} is of another rotation: put it elsewhere", old.display());
            if former.is_none() {
                fs::hard_link(&path, &old).with_context(|| format!("{} cannot be made", old.display()))?;
            }
            fs::rename(&next, &path).with_context(|| format!("{} cannot be put in place", path.display()))?;
            format!("The new master key is the current one. The former stays in {} until nothing is wrapped under it.", old.display())
        }
        Step::Wrap => {
            let wrapped = wrap(app).await?;
            fs::remove_file(&old).with_context(|| format!("{} cannot be removed", old.display()))?;
            format!("{wrapped} keys are wrapped under the new master key, and the former is gone. Copies of the database from before need it: keep it apart from them, or destroy it.")
        }
    };
    app.db.masters().learn(&place.masters()?);
    Ok(said)
}

/// Wraps every key under the current master key. Gives how many were not.
async fn wrap(app: &App) -> Result<u64> {
    own_permit(app, Act::LookAfterKeys, "every key wrapped under the current master key").await?;
    let mut wrapped = 0;
    // Twice: what a node wrapped under the former key a moment before it learnt of the new one comes in the second round.
    for _ in 0..2 {
        let mut after = None;
        loop {
            let mut tx = app.db.write().await?;
            let (changed, last) = keys::rewrap(&mut tx, after).await?;
            tx.commit().await?;
            wrapped += changed;
            match last {
                Some(last) => after = Some(last),
                None => break,
            }
        }
    }
    Ok(wrapped)
}

/// Learns of new master keys, and seals what stands in clear from before. For as long as the program runs.
pub async fn keep(app: App, place: Place) {
    match seal_clear(&app).await {
        Ok(0) => {}
        Ok(rows) => tracing::info!(rows, "what stood in clear is sealed"),
        Err(error) => tracing::error!(%error, "what stands in clear could not be sealed"),
    }
    // A command is asked once, when the program starts.
    if place.key_command.is_some() {
        return;
    }
    let mut ticks = tokio::time::interval(LOOK);
    loop {
        ticks.tick().await;
        match place.masters() {
            Ok(masters) => app.db.masters().learn(&masters),
            Err(error) => tracing::error!(%error, "the master key cannot be read; going on with the one that is known"),
        }
    }
}

/// Seals every row that stands in clear, in many short transactions. Gives how many there were.
///
/// # Errors
/// What the database says.
pub async fn seal_clear(app: &App) -> Result<usize> {
    let mut rows = 0;
    loop {
        let mut tx = app.db.write().await?;
        let permit = own_permit_in(app, &mut tx, Act::LookAfterKeys, "sealed what stood in clear").await?;
        let mut sealed = entries::seal_clear(&mut tx, &permit, AT_ONCE).await?;
        sealed += people::records::seal_clear(&mut tx, &permit, AT_ONCE).await?;
        sealed += exchange::quarantine::seal_clear(&mut tx, &permit, AT_ONCE).await?;
        if sealed == 0 {
            // Nothing was there: the line of the log goes with the transaction.
            return Ok(rows);
        }
        tx.commit().await?;
        rows += sealed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rotation_goes_on_where_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        fs::write(&path, [1; 32]).unwrap();
        assert_eq!(steps(&path), [Step::Announce, Step::Follow, Step::Wrap]);
        fs::write(path.with_extension(MASTER_NEXT), [2; 32]).unwrap();
        assert_eq!(steps(&path), [Step::Follow, Step::Wrap]);
        fs::write(path.with_extension(MASTER_OLD), [1; 32]).unwrap();
        assert_eq!(steps(&path), [Step::Follow, Step::Wrap], "killed between the two files");
        fs::remove_file(path.with_extension(MASTER_NEXT)).unwrap();
        assert_eq!(steps(&path), [Step::Wrap]);
    }
}

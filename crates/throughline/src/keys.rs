//! `throughline keys`: one master key follows another while everything is in use; and what stood in clear before is sealed.
//!
//! The key that is to follow first stands beside the current one, so that every node can open what is sealed under it; then it takes
//! its place; then every key in the database is wrapped under it, and the old one goes. Each step stands in the files, so a rotation
//! that was interrupted goes on where it was.

use crate::installation::{MASTER_FORMER, MASTER_NEXT, MASTER_OLD, Place, key, own_permit, own_permit_in, read_key};
use anyhow::{Context, Result, ensure};
use clap::Subcommand;
use history::{entries, keys};
use office::{App, Clock};
use rights::Act;
use std::fs;
use std::path::Path;
use std::time::Duration;

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
    #[cfg(unix)]
    its_owner(&path)?;
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

/// A key file made by somebody else than its owner is one the service cannot read.
#[cfg(unix)]
fn its_owner(path: &Path) -> Result<()> {
    use std::os::unix::fs::MetadataExt;
    let owner = fs::metadata(path).with_context(|| format!("the key {} cannot be read", path.display()))?.uid();
    let user = rustix::process::geteuid().as_raw();
    ensure!(owner == user, "{} belongs to user {owner}, and this command runs as user {user}: run it as the user the service runs as, or the \
                            service cannot read the new key", path.display());
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
    let [next, old, former] = [MASTER_NEXT, MASTER_OLD, MASTER_FORMER].map(|word| path.with_extension(word));
    let said = match step {
        Step::Announce => {
            if former.exists() {
                // Whoever learnt late of the last rotation has wrapped under it since.
                wrap(app).await?;
                fs::remove_file(&former).with_context(|| format!("{} cannot be removed", former.display()))?;
            }
            key(&next)?;
            format!("A new master key stands in {}. Every node must be able to read it before the next step.", next.display())
        }
        Step::Follow => {
            let linked = read_key(&old)?;
            ensure!(linked.is_none() || linked == read_key(&path)?, "{} is of another rotation: put it elsewhere", old.display());
            if linked.is_none() {
                fs::hard_link(&path, &old).with_context(|| format!("{} cannot be made", old.display()))?;
            }
            fs::rename(&next, &path).with_context(|| format!("{} cannot be put in place", path.display()))?;
            format!("The new master key is the current one. The former stays in {} until nothing is wrapped under it.", old.display())
        }
        Step::Wrap => {
            let wrapped = wrap(app).await?;
            fs::rename(&old, &former).with_context(|| format!("{} cannot be put away", old.display()))?;
            format!("{wrapped} keys are wrapped under the new master key. The former opens what was wrapped late from {} until the next rotation, which removes it. Copies of the database from before need it: keep it apart from them.", former.display())
        }
    };
    app.db.masters().learn(&place.masters()?);
    Ok(said)
}

/// Wraps every key under the current master key. Gives how many were not.
async fn wrap(app: &App) -> Result<u64> {
    own_permit(app, Act::LookAfterKeys, "every key wrapped under the current master key").await?;
    let mut wrapped = 0;
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
    // What a transaction wrapped under the former key that was open meanwhile, however long: it is waited for.
    let mut tx = app.db.write().await?;
    wrapped += keys::rewrap_alone(&mut tx).await?;
    tx.commit().await?;
    Ok(wrapped)
}

/// How long it waits to try again when something could not be sealed.
const AGAIN: Duration = Duration::from_secs(60);

/// Seals what stands in clear from before, until all of it is.
pub async fn keep(app: App) {
    loop {
        match seal_clear(&app).await {
            Ok(0) => return,
            Ok(rows) => return tracing::info!(rows, "what stood in clear is sealed"),
            Err(error) => tracing::error!(%error, "what stands in clear could not be sealed; trying again in a minute"),
        }
        tokio::time::sleep(AGAIN).await;
    }
}

/// Seals every row that stands in clear, in many short transactions, and leaves nothing of it in the files. Gives how many there were.
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
            drop(tx);
            if rows > 0 {
                app.db.forget_what_was().await?;
            }
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

    #[cfg(unix)]
    #[test]
    fn keys_are_changed_by_their_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("master.key");
        fs::write(&own, [1; 32]).unwrap();
        its_owner(&own).unwrap();
        let other = if rustix::process::geteuid().is_root() {
            std::os::unix::fs::chown(&own, Some(65_534), None).unwrap();
            own
        } else {
            "/etc/passwd".into()
        };
        assert!(its_owner(&other).unwrap_err().to_string().contains("run it as the user the service runs as"));
    }
}

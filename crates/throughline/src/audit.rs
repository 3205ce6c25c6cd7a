//! `throughline audit`: whether the access log is as it was written; the log as a file; signed checkpoints for others to keep.

mod receiving;
pub mod sending;

use crate::installation::{Place, own_permit};
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use history::access::{self, ChainKey, Checkpoint, Signer, Verdict};
use office::{App, Clock};
use rights::Act;
use std::fs::{self, OpenOptions};
use std::io::{BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often a running program signs a checkpoint, if the log has grown.
const EVERY: Duration = Duration::from_secs(60);

/// What can be done with the access log.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Check every line against the chain, and the log against checkpoints
    Verify {
        /// The installation
        #[command(flatten)]
        place: Place,
        /// A file made by `audit export`, instead of the database; the database is not opened
        #[arg(long)]
        export: Option<PathBuf>,
        /// Further checkpoints, such as those that another organisation has kept
        #[arg(long)]
        checkpoints: Vec<PathBuf>,
    },
    /// Write the whole log to a file that can be checked without the database
    Export {
        /// The installation
        #[command(flatten)]
        place: Place,
        /// The file to make
        to: PathBuf,
    },
    /// Sign how long the log is now, for somebody else to keep
    Checkpoint {
        /// The installation
        #[command(flatten)]
        place: Place,
    },
    /// Keep the checkpoints that another organisation sends of its log (`serve --checkpoints-to`), and refuse those that contradict
    Receive(receiving::Options),
    /// Print the key with which others check our checkpoints
    Key {
        /// The installation
        #[command(flatten)]
        place: Place,
    },
}

/// Runs the command.
///
/// # Errors
/// When the log is not sound: the message names the first bad line.
pub async fn run(command: Command) -> Result<()> {
    match command {
        Command::Verify { place, export, checkpoints } => verify(&place, export.as_deref(), &checkpoints).await,
        Command::Export { place, to } => export(&place, &to).await,
        Command::Checkpoint { place } => {
            let app = place.open(Clock::machine(), false).await?;
            let note = place.signer()?.sign(&app.log.checkpoint(&app.db, app.clock.now()).await?);
            append(&place.checkpoints(), &note)?;
            print!("{note}");
            Ok(())
        }
        Command::Receive(options) => receiving::run(options).await,
        Command::Key { place } => {
            println!("{}", place.signer()?.verifier());
            Ok(())
        }
    }
}

async fn verify(place: &Place, export: Option<&Path>, others: &[PathBuf]) -> Result<()> {
    let (checkpoints, bad) = kept(place, others)?;
    let verdict = if let Some(path) = export {
        let file = fs::File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let key = ChainKey::new(place.chain_key()?);
        access::verify_export(&mut BufReader::new(file), &key, &checkpoints).with_context(|| format!("{} cannot be read", path.display()))?
    } else {
        let app = place.open(Clock::machine(), false).await?;
        app.log.verify(&app.db, &checkpoints).await?
    };
    tell(&verdict, checkpoints.len())?;
    if bad.is_empty() {
        return Ok(());
    }
    bail!("not every checkpoint could be read, and whatever those promised was not looked at:\n{}", bad.join("\n"))
}

/// The checkpoints this installation kept itself, and those in other files; and in a sentence each note that is none.
fn kept(place: &Place, others: &[PathBuf]) -> Result<(Vec<Checkpoint>, Vec<String>)> {
    let verifier = place.signer()?.verifier();
    let own = Some(place.checkpoints()).filter(|path| path.exists());
    let (mut checkpoints, mut problems) = (Vec::new(), Vec::new());
    for path in own.iter().chain(others) {
        let text = fs::read(path).with_context(|| format!("the checkpoints {} cannot be read", path.display()))?;
        let (good, bad) = verifier.open_all(&String::from_utf8_lossy(&text));
        checkpoints.extend(good);
        problems.extend(bad.iter().map(|(number, problem)| format!("{}, checkpoint {number}: {problem}", path.display())));
    }
    Ok((checkpoints, problems))
}

fn tell(verdict: &Verdict, checkpoints: usize) -> Result<()> {
    let keep = "Keep a copy of the database as it is, and tell the data-protection officer.";
    match verdict {
        Verdict::Sound(lines) => {
            println!("The access log is sound: {lines} lines, each follows from the one before; {checkpoints} checkpoints hold.");
            Ok(())
        }
        Verdict::Broken(line) => {
            bail!("the access log is broken at line {line}: it was changed, removed or not written by this installation. {keep}")
        }
        Verdict::Short { lines, promised, at } => bail!(
            "the access log is broken at line {}: it ends there, and the checkpoint of {at} knew {promised} lines. It was cut or an older \
             copy was put in its place. {keep}", lines + 1
        ),
        Verdict::Rewritten { line, at } => bail!(
            "the access log is broken at line {line}: it is not the line that the checkpoint of {at} knew. Up to there it was written anew, \
             by somebody with its key. {keep}"
        ),
    }
}

async fn export(place: &Place, to: &Path) -> Result<()> {
    let app = place.open(Clock::machine(), false).await?;
    let permit = own_permit(&app, Act::ExportAccessLog, "the whole access log, as a file").await?;
    let file = OpenOptions::new().write(true).create_new(true).open(to).with_context(|| format!("{} cannot be made", to.display()))?;
    let mut out = BufWriter::new(file);
    // Before the first line is written: what leaves stands on the officer's list, whatever becomes of us meanwhile.
    let (ends, _) = access::end(&mut app.db.read().await?).await?;
    desk::log_exports::at_machine(&app, &permit, ends).await?;
    let (mut tx, at) = (app.db.read().await?, app.clock.now());
    let begins = access::beginning(&mut tx).await?;
    access::write_beginning(&mut out, &begins)?;
    let (mut lines, mut last) = (begins.seq, vec![0; 32]);
    loop {
        let some = access::lines_after(&mut tx, &permit, lines).await?;
        for (line, hash) in &some {
            access::write_line(&mut out, line, hash)?;
            lines = line.seq;
            last.clone_from(hash);
        }
        if some.is_empty() {
            break;
        }
    }
    // What the head says, not what was met: a log cut at its end shows.
    let (seq, hash) = access::end(&mut tx).await?;
    app.log.write_end(&mut out, at, (seq, &hash))?;
    out.flush().and_then(|()| out.get_ref().sync_all()).with_context(|| format!("{} cannot be written", to.display()))?;
    println!("{lines} lines in {}. Check it with: throughline audit verify --export {}", to.display(), to.display());
    Ok(())
}

/// Signs a checkpoint every minute in which the log has grown, and keeps it with the installation and wherever else it was
/// told to. A failure is reported and tried again at the next time.
pub async fn keep_checkpoints(app: App, signer: Signer, files: Vec<PathBuf>) {
    let mut ticks = tokio::time::interval(EVERY);
    let mut kept = -1;
    loop {
        ticks.tick().await;
        match app.log.checkpoint(&app.db, app.clock.now()).await {
            Ok(checkpoint) if checkpoint.lines == kept => {}
            Ok(checkpoint) => {
                let note = signer.sign(&checkpoint);
                let failed = files.iter().filter_map(|path| append(path, &note).err());
                let failures = failed.inspect(|error| tracing::error!(%error, "a checkpoint of the access log was not kept")).count();
                kept = if failures == 0 { checkpoint.lines } else { -1 };
            }
            Err(error) => tracing::error!(%error, "no checkpoint of the access log"),
        }
    }
}

/// Adds a note to a file, on disk before this returns, or leaves the file as it was.
fn append(path: &Path, note: &str) -> Result<()> {
    added(path, note).with_context(|| format!("{} cannot be written", path.display()))
}

fn added(path: &Path, note: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new().create(true).read(true).append(true).open(path)?;
    let length = file.metadata()?.len();
    // After a note that was torn, by a full disk or a power cut, this one begins on a line of its own.
    let mut last = [b'\n'];
    if length > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    let gap = if last == [b'\n'] { "" } else { "\n" };
    let done = file.write_all(format!("{gap}{note}").as_bytes()).and_then(|()| file.sync_all());
    if done.is_err() {
        // What cannot be taken back either is told apart when it is read.
        file.set_len(length).ok();
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_after_a_torn_one_begins_on_a_line_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("checkpoints");
        append(&path, "one\n").unwrap();
        append(&path, "two\nto").unwrap();
        append(&path, "three\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\ntwo\nto\nthree\n");
    }
}

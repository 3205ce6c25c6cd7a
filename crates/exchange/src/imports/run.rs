//! A run: the file is read and mapped on a thread of its own, batches cross a short channel, each is one transaction.

use super::rows::{Batch, Counts, take_in};
use super::store::{self, Run};
use crate::feeds::{self, Config, Mapper, RowProblem, Says};
use crate::files::{self, FileRefusal, Limits, Refusal, RowRefusal};
use crate::quarantine::{self, Waiting};
use db::{DbError, Tx};
use office::App;
use people::links;
use rights::Permit;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::{Path, PathBuf};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use words::Date;

/// Rows of one transaction: few enough that others get their turn, enough that the disk is not asked for every row.
const ROWS_AT_ONCE: usize = 1_000;

/// Why a run could not be carried out. A refused *file* is no error but a run with a reason.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The database failed; what had been committed stays, and the run goes on when the file comes again.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The file could not be read to know it again.
    #[error("{0}")]
    File(FileRefusal),
}

/// What the reading thread sends.
enum Step {
    Batch(Batch),
    /// The file is refused from here on, in words.
    Refused(String),
}

/// Imports one file of a feed, called `name` by its sender. `progress` is told how many rows have been taken in.
///
/// # Errors
/// [`ImportError`]; a file that is refused ends in a run of state `refused` instead.
pub async fn import(
    app: &App, permit: &Permit, config: &Config, file: (&Path, &str), progress: &mut (dyn FnMut(u64) + Send),
) -> Result<Run, ImportError> {
    let (path, name) = file;
    let hash = match hash_of(path.to_owned(), config).await {
        Ok(hash) => hash,
        Err(refusal) => return refused_at_once(app, permit, config, name, &refusal.to_string()).await,
    };
    if let Some(run) = repeated(app, permit, config, name, hash).await? {
        return Ok(run);
    }
    let run = begin(app, permit, config, name, hash).await?;
    let today = app.clock.now().date();
    let (send, receive) = channel(2);
    let on_disk = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let (path, reading) = (path.to_owned(), config.clone());
    let done = u64::try_from(run.rows).unwrap_or(0);
    let reader = tokio::task::spawn_blocking(move || read(&path, &reading, today, done, &send));
    let refusal = take_batches(app, permit, config, &run, receive, progress).await?;
    let refusal = match reader.await {
        Ok(()) => refusal,
        Err(_) => Some("the file could not be read to its end; what was read before is kept".to_owned()),
    };
    let mut tx = links::begin(app).await?;
    let (state, reason) = refusal.map_or(("done", String::new()), |reason| ("refused", as_sent(&reason, &on_disk, name)));
    store::end(&mut tx, permit, run.id, state, &reason, app.clock.now()).await?;
    let run = store::get(&mut tx, permit, run.id).await?;
    if config.says == Says::People && run.new > 0 {
        welcome(&mut tx, app, permit, config).await?;
    }
    tx.commit().await?;
    Ok(run)
}

/// Entries that came before the people they are about have waited for them: now they are tried again. In the same
/// transaction as the end of the run, or a program killed between the two would leave them waiting.
async fn welcome(tx: &mut Tx, app: &App, permit: &Permit, config: &Config) -> Result<(), ImportError> {
    for feed in feeds::list(tx, permit).await? {
        if feed.config.says == Says::Entries && feed.config.organisation == config.organisation {
            quarantine::try_again(tx, app, permit, &feed.config.name).await?;
        }
    }
    Ok(())
}

/// A file sent by hand lies on disk under a name of the moment; the sender knows it by the name they gave it.
fn as_sent(reason: &str, on_disk: &str, name: &str) -> String {
    match reason.strip_prefix(on_disk) {
        Some(rest) => format!("{name}{rest}"),
        None => reason.to_owned(),
    }
}

/// The run of this file that was interrupted, or a new one.
async fn begin(app: &App, permit: &Permit, config: &Config, name: &str, hash: [u8; 32]) -> Result<Run, ImportError> {
    let mut tx = app.db.write().await?;
    if let Some(run) = store::interrupted(&mut tx, permit, &config.name, hash).await? {
        return Ok(run);
    }
    let id = app.clock.id();
    store::begin(&mut tx, permit, id, &config.name, (name, hash), app.clock.now()).await?;
    let run = store::get(&mut tx, permit, id).await?;
    tx.commit().await?;
    Ok(run)
}

/// A file of entries that was taken in before, byte for byte under the same configuration: there is nothing in it that is
/// not known, and taking its rows in again would undo the corrections that later files brought. Files of people say when
/// their rows were true, and are held against that day row by row instead.
async fn repeated(app: &App, permit: &Permit, config: &Config, name: &str, hash: [u8; 32]) -> Result<Option<Run>, ImportError> {
    if config.says == Says::People {
        return Ok(None);
    }
    let mut tx = app.db.write().await?;
    let Some(before) = store::done_before(&mut tx, permit, &config.name, hash).await? else { return Ok(None) };
    let id = app.clock.id();
    let rows = u64::try_from(before.rows).unwrap_or(0);
    // Rows that waited then may have been mended since.
    let refused = quarantine::count_of_run(&mut tx, permit, before.id).await?;
    let counts = Counts { unchanged: rows.saturating_sub(refused), refused, ..Counts::default() };
    store::begin(&mut tx, permit, id, &config.name, (name, hash), app.clock.now()).await?;
    store::advance(&mut tx, permit, id, rows, counts, 0.0).await?;
    store::end(&mut tx, permit, id, "done", "", app.clock.now()).await?;
    let run = store::get(&mut tx, permit, id).await?;
    tx.commit().await?;
    Ok(Some(run))
}

async fn refused_at_once(app: &App, permit: &Permit, config: &Config, name: &str, reason: &str) -> Result<Run, ImportError> {
    let run = begin(app, permit, config, name, [0; 32]).await?;
    let mut tx = app.db.write().await?;
    store::end(&mut tx, permit, run.id, "refused", reason, app.clock.now()).await?;
    let run = store::get(&mut tx, permit, run.id).await?;
    tx.commit().await?;
    Ok(run)
}

/// Takes batches in as they come; gives the refusal that ended the file, if one did.
async fn take_batches(
    app: &App, permit: &Permit, config: &Config, run: &Run, mut receive: Receiver<Step>,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<Option<String>, ImportError> {
    while let Some(read) = receive.recv().await {
        let batch = match read {
            Step::Batch(batch) => batch,
            Step::Refused(reason) => return Ok(Some(reason)),
        };
        let (began, last) = (app.clock.now(), batch.read);
        let mut tx = links::begin(app).await?;
        // The same file sent twice at once is one run: whoever comes second finds the rows taken in.
        let now = store::turn(&mut tx, permit, run.id).await?;
        if !now.is_running() || u64::try_from(now.rows).is_ok_and(|taken| taken >= last) {
            continue;
        }
        let (mut counts, late) = take_in(&mut tx, app, permit, (&config.organisation, run.id), batch.good).await?;
        let waiting: Vec<Waiting> = batch.bad.into_iter().chain(late).collect();
        counts.refused = u64::try_from(waiting.len()).unwrap_or(u64::MAX);
        quarantine::keep(&mut tx, app, permit, run, waiting).await?;
        let seconds = app.clock.now().seconds_since(began);
        store::advance(&mut tx, permit, run.id, last, counts, seconds).await?;
        tx.commit().await?;
        progress(last);
    }
    Ok(None)
}

/// Reads and maps the file, skipping what a former attempt has taken in already. Runs on a thread of its own; stops when
/// nobody listens any more.
fn read(path: &Path, config: &Config, today: Date, done: u64, send: &Sender<Step>) {
    if let Err(reason) = read_batches(path, config, today, done, send) {
        // The listener may have stopped; then nobody needs the reason.
        let _ = send.blocking_send(Step::Refused(reason));
    }
}

fn read_batches(path: &Path, config: &Config, today: Date, done: u64, send: &Sender<Step>) -> Result<(), String> {
    let rows = files::open(path, &config.shape(), &Limits::default()).map_err(|refusal| refusal.to_string())?;
    let columns: Vec<String> = rows.columns().to_vec();
    let mut mapper = Mapper::new(config, &columns, today).map_err(|problem| problem.to_string())?;
    let mut batch = Batch::default();
    for row in rows {
        batch.read += 1;
        let skipped = batch.read <= done;
        match row {
            Ok(row) => {
                let mapped = mapper.map(row.number, &row.values);
                if skipped {
                    continue;
                }
                let named: Vec<(String, String)> = columns.iter().cloned().zip(row.values).collect();
                match mapped {
                    Ok(mapped) => batch.good.push((row.number, named, mapped)),
                    Err(problem) => batch.bad.push(Waiting { number: row.number, columns: named, problem }),
                }
            }
            Err(Refusal::Row(refusal)) if skipped => drop(refusal),
            Err(Refusal::Row(refusal)) => batch.bad.push(unreadable(refusal)),
            Err(Refusal::File(refusal)) => {
                batch.read -= 1;
                pass_on(&mut batch, send);
                return Err(refusal.to_string());
            }
        }
        if batch.good.len() + batch.bad.len() >= ROWS_AT_ONCE && !pass_on(&mut batch, send) {
            return Ok(());
        }
    }
    pass_on(&mut batch, send);
    Ok(())
}

/// Sends the batch and begins the next; false when nobody listens.
fn pass_on(batch: &mut Batch, send: &Sender<Step>) -> bool {
    let read = batch.read;
    let full = std::mem::replace(batch, Batch { read, ..Batch::default() });
    send.blocking_send(Step::Batch(full)).is_ok()
}

/// A row whose columns could not even be told apart waits as its text.
fn unreadable(refusal: RowRefusal) -> Waiting {
    Waiting {
        number: refusal.number,
        columns: vec![(quarantine::WHOLE_ROW.to_owned(), refusal.raw)],
        problem: RowProblem { field: refusal.field, value: refusal.value, reason: refusal.reason.to_string() },
    }
}

/// A hash of the file and of what its feed makes of it: a corrected feed reads the same bytes anew.
async fn hash_of(path: PathBuf, config: &Config) -> Result<[u8; 32], FileRefusal> {
    let reading = format!("{config:?}");
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let refuse = |error: std::io::Error| FileRefusal { file: name.clone(), row: None, reason: error.into() };
    let hashing = tokio::task::spawn_blocking(move || {
        let mut file = std::fs::File::open(&path)?;
        let (mut hash, mut buffer) = (Sha256::new(), vec![0u8; 1 << 16]);
        loop {
            let length = file.read(&mut buffer)?;
            let Some(part) = buffer.get(..length).filter(|part| !part.is_empty()) else { break };
            hash.update(part);
        }
        hash.update(reading.as_bytes());
        Ok::<[u8; 32], std::io::Error>(hash.finalize().into())
    });
    match hashing.await {
        Ok(hash) => hash.map_err(refuse),
        Err(_) => Err(refuse(std::io::ErrorKind::Other.into())),
    }
}

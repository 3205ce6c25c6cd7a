//! SQLite: opening, binding, reading. Its methods stand in the same order as PostgreSQL's.
//!
//! A statement runs in the thread that asks for it: most take some microseconds, less than to wake another thread. A long one keeps that
//! thread busy, so the program has more of them than there are connections ([`CONNECTIONS`]).

use crate::{DbError, Row, Value, sql};
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::hooks::Wal;
use rusqlite::{CachedStatement, Connection, ErrorCode, OpenFlags, ffi};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Connections that read at the same time.
const READERS: u32 = 4;
/// So many threads SQLite may keep busy: the connections that read and the one that writes. A program that answers meanwhile needs
/// more threads than these.
pub const CONNECTIONS: usize = READERS as usize + 1;

/// Values of one list: far under SQLite's 32,766 parameters.
const LIST_AT_ONCE: usize = 500;

/// How long a transaction waits for a connection, and a connection for another program's.
const PATIENCE: Duration = Duration::from_secs(30);
const BUSY: Duration = Duration::from_secs(10);

/// `synchronous=full`: with `normal`, a power cut loses commits that were already acknowledged. `secure_delete`: what is deleted or replaced
/// is written over, keys that are destroyed above all. `cache_size` in KiB.
const SET_UP: &str = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -65536;
    pragma temp_store = memory; pragma secure_delete = on;";
/// What many records change at once stays in memory until it is committed, instead of being written, read and written again. The file is mapped
/// for the one connection that writes; those that read would map it anew after each commit of that one, which cost them a fifth of their time.
const TO_WRITE: &str = "pragma cache_size = -262144; pragma mmap_size = 2147418112;";

/// So many pages in the journal, and they are copied back into the file by a thread of its own, while the next are written. Pages that many
/// records share are copied once then, not after every few records.
const COPIED_FROM: i32 = 8_000;
/// So many (256 MiB), and whoever wrote last copies what is left before going on: only when nothing is left does the journal begin anew.
const COPIED_AT_ONCE_FROM: i32 = 65_536;

/// Connections to one file, each lent to one transaction at a time.
#[derive(Clone)]
pub(super) struct Pool(Arc<Shared>);

struct Shared {
    file: PathBuf,
    most: u32,
    free: Arc<Semaphore>,
    idle: Mutex<Vec<Connection>>,
    /// Of the pool that writes: the thread that copies the journal back, and how to wake it.
    copier: Mutex<Option<(SyncSender<()>, JoinHandle<()>)>>,
}

/// A connection on loan; it goes back when it is dropped.
pub(super) struct Lent {
    /// There until it is dropped.
    connection: Option<Connection>,
    pool: Pool,
    _place: OwnedSemaphorePermit,
}

/// A transaction. Dropped without [`Transaction::commit`], it leaves no trace.
pub(super) struct Transaction {
    lent: Lent,
    open: bool,
}

/// One connection that writes and some that read, over one file.
pub(super) fn open(file: &str) -> Result<(Pool, Pool), DbError> {
    // The first one makes the file.
    let copies = connect(Path::new(file))?;
    let (wake, woken) = sync_channel(1);
    let thread = std::thread::Builder::new().name("journal".to_owned()).spawn(move || copy_back(&copies, &woken)).map_err(DbError::engine)?;
    let pool = |most: u32, copier| {
        let free = Arc::new(Semaphore::new(most as usize));
        Pool(Arc::new(Shared { file: file.into(), most, free, idle: Mutex::default(), copier: Mutex::new(copier) }))
    };
    Ok((pool(1, Some((wake, thread))), pool(READERS, None)))
}

/// Copies the journal back into the file whenever somebody says that it has grown, until nobody is left who could.
fn copy_back(connection: &Connection, woken: &Receiver<()>) {
    while woken.recv().is_ok() {
        if let Err(error) = run(connection, "pragma wal_checkpoint(passive)", &[]) {
            tracing::error!(%error, "the journal could not be copied back");
        }
    }
}

fn connect(file: &Path) -> Result<Connection, DbError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(BUSY)?;
    connection.execute_batch(SET_UP)?;
    // A plan does not depend on values: it is made once, not again for each search.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(500);
    Ok(connection)
}

impl Pool {
    /// Borrows a connection, when one is free.
    pub(super) async fn lend(&self) -> Result<Lent, DbError> {
        let place = tokio::time::timeout(PATIENCE, Arc::clone(&self.0.free).acquire_owned()).await;
        let place = place.map_err(|_| DbError::engine("no connection was free for 30 seconds"))?.map_err(DbError::engine)?;
        let idle = locked(&self.0.idle).pop();
        let connection = idle.map_or_else(|| self.connect(), Ok)?;
        Ok(Lent { connection: Some(connection), pool: self.clone(), _place: place })
    }

    pub(super) async fn begin(&self, how: &str) -> Result<Transaction, DbError> {
        let lent = self.lend().await?;
        run(&lent, how, &[])?;
        Ok(Transaction { lent, open: true })
    }

    fn connect(&self) -> Result<Connection, DbError> {
        let mut connection = connect(&self.0.file)?;
        let wake = locked(&self.0.copier).as_ref().map(|(wake, _)| wake.clone());
        if let Some(wake) = wake {
            script(&connection, TO_WRITE)?;
            connection.wal_hook(Some(move |wal: &mut Wal, pages| {
                // What was written is committed, whatever comes of copying it: it stays in the journal, and the next to write try again.
                // A thread that has been woken already looks again before it sleeps.
                if pages >= COPIED_AT_ONCE_FROM {
                    let _ = wal.checkpoint();
                } else if pages >= COPIED_FROM {
                    let _ = wake.try_send(());
                }
                Ok(())
            }))?;
        }
        Ok(connection)
    }

    fn give_back(&self, connection: Connection) {
        locked(&self.0.idle).push(connection);
    }

    /// Waits until every connection has come back, and closes them.
    pub(super) async fn close(&self) {
        let all = self.0.free.acquire_many(self.0.most).await;
        self.0.free.close();
        drop(all);
        locked(&self.0.idle).clear();
        let copier = locked(&self.0.copier).take();
        if let Some((wake, thread)) = copier {
            drop(wake);
            // It ends as soon as what it copies is copied; that it died has been said by whoever made it panic.
            let _ = thread.join();
        }
    }
}

/// A thread that died while it held the lock left what it holds as it was.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Deref for Lent {
    type Target = Connection;

    #[expect(clippy::expect_used, reason = "it is taken in drop and nowhere else")]
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("a connection until it is dropped")
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        // One that is still in a transaction could not be used by the next.
        if let Some(connection) = self.connection.take().filter(Connection::is_autocommit) {
            self.pool.give_back(connection);
        }
    }
}

impl Transaction {
    pub(super) fn commit(mut self) -> Result<(), DbError> {
        run(&self.lent, "commit", &[])?;
        self.open = false;
        Ok(())
    }
}

impl Deref for Transaction {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.lent
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if self.open && let Err(error) = script(&self.lent, "rollback") {
            tracing::error!(%error, "a transaction could not be rolled back: its connection is closed");
        }
    }
}

pub(super) fn prepare(connection: &Connection, text: &str) -> Result<(), DbError> {
    connection.prepare(text)?;
    Ok(())
}

pub(super) fn fetch(connection: &Connection, text: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
    let mut statement = bound(connection, text, values)?;
    let columns: Arc<[String]> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.raw_query();
    let mut read_rows = Vec::new();
    while let Some(row) = rows.next()? {
        read_rows.push(read(row, &columns)?);
    }
    Ok(read_rows)
}

/// Every row for every value of a list, which follows the other values.
pub(super) fn fetch_in(connection: &Connection, text: &str, values: &[Value], list: &[Value]) -> Result<Vec<Row>, DbError> {
    let mut rows = Vec::new();
    for part in list.chunks(LIST_AT_ONCE) {
        let mut given = values.to_vec();
        given.extend_from_slice(part);
        // The text's length is rounded up, so that lists of any length need few prepared statements.
        let length = part.len().next_power_of_two().min(LIST_AT_ONCE);
        given.extend(std::iter::repeat_n(part.last().cloned(), length - part.len()).flatten());
        let (text, given) = sql::unnumbered(&sql::with_list(text, values.len() + 1, length), &given);
        rows.extend(fetch(connection, &text, &given)?);
    }
    Ok(rows)
}

/// Stores rows one after the other: to SQLite that is cheaper than one statement for many, which it would have to read each time.
pub(super) fn insert(connection: &Connection, text: &str, rows: &[Vec<Value>]) -> Result<u64, DbError> {
    let columns = rows.first().map_or(0, Vec::len);
    if rows.iter().any(|row| row.len() != columns) {
        return Err(DbError::engine(format!("rows of different lengths for {text}")));
    }
    let text = sql::with_unnumbered_row(text, columns);
    rows.iter().map(|row| run(connection, &text, row)).sum()
}

/// Runs a statement to its end, whatever it answers.
pub(super) fn run(connection: &Connection, text: &str, values: &[Value]) -> Result<u64, DbError> {
    let mut statement = bound(connection, text, values)?;
    let mut rows = statement.raw_query();
    while rows.next()?.is_some() {}
    drop(rows);
    Ok(if statement.readonly() { 0 } else { connection.changes() })
}

pub(super) fn script(connection: &Connection, text: &str) -> Result<(), DbError> {
    Ok(connection.execute_batch(text)?)
}

/// A statement with its values. `$3` is the third of them wherever it stands; places without a number take them in turn.
fn bound<'c>(connection: &'c Connection, text: &str, values: &[Value]) -> Result<CachedStatement<'c>, DbError> {
    // Without the values: they are what is said of people.
    tracing::trace!(text, "statement");
    let mut statement = connection.prepare_cached(text)?;
    for place in 1..=statement.parameter_count() {
        let number = statement.parameter_name(place).map_or(Some(place), |name| name.get(1..)?.parse().ok());
        let value = number.and_then(|number| values.get(number.checked_sub(1)?));
        let value = value.ok_or_else(|| DbError::engine(format!("a value is missing for place {place} of {text}")))?;
        statement.raw_bind_parameter(place, ToSqlOutput::Borrowed(bind(value)))?;
    }
    Ok(statement)
}

fn bind(value: &Value) -> ValueRef<'_> {
    match value {
        Value::Int(Some(v)) => ValueRef::Integer(*v),
        Value::Real(Some(v)) => ValueRef::Real(*v),
        Value::Text(Some(v)) => ValueRef::Text(v.as_bytes()),
        Value::Bytes(Some(v)) => ValueRef::Blob(v),
        _ => ValueRef::Null,
    }
}

fn read(row: &rusqlite::Row<'_>, columns: &Arc<[String]>) -> Result<Row, DbError> {
    let values = (0..columns.len()).map(|place| {
        Ok(match row.get_ref(place)? {
            ValueRef::Null => Value::Int(None),
            ValueRef::Integer(v) => Value::Int(Some(v)),
            ValueRef::Real(v) => Value::Real(Some(v)),
            ValueRef::Blob(v) => Value::Bytes(Some(v.to_vec())),
            ValueRef::Text(v) => Value::Text(Some(std::str::from_utf8(v).map_err(DbError::engine)?.to_owned())),
        })
    });
    Ok(Row::new(Arc::clone(columns), values.collect::<Result<_, DbError>>()?))
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> DbError {
        match error.sqlite_error() {
            Some(ffi::Error { code: ErrorCode::ConstraintViolation, extended_code })
                if matches!(*extended_code, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) =>
            {
                DbError::Conflict(error.to_string())
            }
            _ => DbError::engine(error),
        }
    }
}

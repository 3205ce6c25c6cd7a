//! A database and a transaction in it, whichever engine stands behind.

mod postgres;
mod sqlite;

pub use sqlite::CONNECTIONS;

use crate::{DbError, Row, Sql, Value, migrate, sql};
use seal::Masters;
use sqlx::PgPool;
use std::sync::Arc;
use tokio::sync::{OwnedRwLockReadGuard, RwLock};

/// A database. Cheap to clone; every clone is the same database.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    masters: Masters,
}

#[derive(Clone)]
enum Engine {
    Sqlite { write: sqlite::Pool, read: sqlite::Pool, file: Arc<str>, revoking: Arc<RwLock<()>> },
    Postgres(PgPool),
}

// On PostgreSQL the turn between answers and revocations is the lock of a table, so that it holds on every node. For an answer it has
// to be LOCK TABLE, and before the first query: its view of the database would otherwise be from before it had waited.
const DISCLOSE: &str = "begin isolation level repeatable read read only; lock table revocation in row share mode";
const REVOKE: Sql = Sql::both("lock table revocation in exclusive mode");
const REVOKED: Sql = Sql::both("update revocation set turn = turn + 1");
const REVOCATIONS: Sql = Sql::both("select turn from revocation");

/// A transaction. Dropped without [`Tx::commit`], it leaves no trace.
pub struct Tx {
    inner: Inner,
    masters: Masters,
    turn: Turn,
}

/// A transaction's part in the turn between answers and revocations. On SQLite it is a lock in memory, for one program alone answers.
enum Turn {
    None,
    /// Held until the transaction has ended.
    Answering(#[expect(dead_code, reason = "a guard is held, not read")] OwnedRwLockReadGuard<()>),
    /// To be taken when the transaction is committed. On PostgreSQL there is nothing to keep for it.
    Revoking(Option<Arc<RwLock<()>>>),
}

enum Inner {
    Sqlite(sqlite::Transaction),
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

impl Db {
    /// Opens `sqlite:FOLDER/throughline.db` (made when missing) or `postgres://…`.
    ///
    /// # Errors
    /// [`DbError::Address`] when it is neither, else what the engine says.
    pub async fn open(address: &str) -> Result<Db, DbError> {
        let engine = if let Some(file) = address.strip_prefix("sqlite:") {
            let (write, read) = sqlite::open(file)?;
            Engine::Sqlite { write, read, file: file.into(), revoking: Arc::default() }
        } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            Engine::Postgres(postgres::open(address).await?)
        } else {
            let problem = format!("“{address}” is no database: write sqlite:FILE or postgres://HOST/NAME");
            return Err(DbError::Address(problem));
        };
        Ok(Db { engine, masters: Masters::default() })
    }

    /// The same database, whose transactions can open and seal what stands under these master keys.
    #[must_use]
    pub fn with_masters(self, masters: Masters) -> Db {
        Db { masters, ..self }
    }

    /// The master keys of its transactions.
    #[must_use]
    pub fn masters(&self) -> &Masters {
        &self.masters
    }

    /// Brings the schema up to date; does nothing when it is.
    ///
    /// # Errors
    /// [`DbError::Schema`] when a migration that ran has been edited since, or the database is newer than we.
    pub async fn migrate(&self) -> Result<(), DbError> {
        migrate::run(self).await
    }

    /// `sqlite` or `postgres`.
    #[must_use]
    pub fn engine_name(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite { .. } => "sqlite",
            Engine::Postgres(_) => "postgres",
        }
    }

    /// A transaction that only reads, and sees one state of the database from its first statement to its last.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn read(&self) -> Result<Tx, DbError> {
        let inner = match &self.engine {
            Engine::Sqlite { read, .. } => Inner::Sqlite(read.begin("begin").await?),
            Engine::Postgres(pool) => {
                Inner::Postgres(pool.begin_with("begin isolation level repeatable read read only").await?)
            }
        };
        Ok(Tx { inner, turn: Turn::None, masters: self.masters.clone() })
    }

    /// A transaction for the moment in which an answer is made: it sees everything that was revoked before it began, and whoever
    /// revokes ([`Db::revoke`]) waits until it has ended, on every node. Begun when the answer is there and no other transaction is
    /// open, since others may wait for whoever waits for it; held until the answer has been handed on.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn disclose(&self) -> Result<Tx, DbError> {
        let (inner, turn) = match &self.engine {
            Engine::Sqlite { read, revoking, .. } => {
                let turn = Turn::Answering(Arc::clone(revoking).read_owned().await);
                (Inner::Sqlite(read.begin("begin").await?), turn)
            }
            Engine::Postgres(pool) => (Inner::Postgres(pool.begin_with(DISCLOSE).await?), Turn::None),
        };
        Ok(Tx { inner, turn, masters: self.masters.clone() })
    }

    /// A transaction that takes a right away. [`Tx::commit`] waits until every answer under way ([`Db::disclose`]) has been made, and
    /// when it has come back no later answer is made as if the right were still there.
    ///
    /// It waits only then, when all else has been written: whatever it had to wait for before, nobody's answer waited with it.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn revoke(&self) -> Result<Tx, DbError> {
        let lock = match &self.engine {
            Engine::Sqlite { revoking, .. } => Some(Arc::clone(revoking)),
            Engine::Postgres(_) => None,
        };
        Ok(Tx { turn: Turn::Revoking(lock), ..self.write().await? })
    }

    /// A transaction that writes. On SQLite there is one at a time, and it holds the write lock from the start: a
    /// reading transaction that turns into a writing one fails at once instead of waiting.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn write(&self) -> Result<Tx, DbError> {
        let inner = match &self.engine {
            Engine::Sqlite { write, .. } => Inner::Sqlite(write.begin("begin immediate").await?),
            Engine::Postgres(pool) => Inner::Postgres(pool.begin().await?),
        };
        Ok(Tx { inner, turn: Turn::None, masters: self.masters.clone() })
    }

    /// Every row of the answer to one question, which needs no transaction: what it says was so at one moment.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn ask(&self, statement: &Sql, values: Vec<Value>) -> Result<Vec<Row>, DbError> {
        match &self.engine {
            Engine::Sqlite { read, .. } => sqlite::fetch(&*read.lend().await?, statement.sqlite(), &values),
            Engine::Postgres(pool) => postgres::fetch(&mut *pool.acquire().await?, postgres::fixed(statement.postgres()), values).await,
        }
    }

    /// Waits for running transactions and closes the files.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { write, read, .. } => {
                read.close().await;
                write.close().await;
            }
            Engine::Postgres(pool) => pool.close().await,
        }
    }

    /// Leaves nothing in the files of what was deleted or replaced before: SQLite writes its file anew, and empties its journal. PostgreSQL
    /// keeps old rows until `vacuum full`, which locks whole tables; whoever looks after it runs that (`docs/engines.md`).
    ///
    /// # Errors
    /// What the engine says.
    pub async fn forget_what_was(&self) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite { write, .. } => {
                sqlite::script(&*write.lend().await?, "vacuum; pragma wal_checkpoint(truncate);")
            }
            Engine::Postgres(_) => Ok(()),
        }
    }

    /// Leaves nothing of what was removed in SQLite's files, as far as that takes no longer than a page may. What is removed is written over, and the
    /// journal is emptied; but where rows moved from page to page while others came, copies of them may stand in the free places of the pages they
    /// left. A file of up to 256 MiB is therefore written anew, which takes a second or two; a larger one at the next [`Db::write_anew`].
    /// PostgreSQL recycles its own.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn sweep_files(&self) -> Result<(), DbError> {
        const SMALL: u64 = 256 << 20;
        match &self.engine {
            Engine::Sqlite { write, file, .. } => {
                let small = std::fs::metadata(&**file).is_ok_and(|about| about.len() <= SMALL);
                let vacuum = if small { "vacuum; " } else { "" };
                sqlite::script(&*write.lend().await?, &format!("{vacuum}pragma wal_checkpoint(truncate);"))
            }
            Engine::Postgres(_) => Ok(()),
        }
    }

    /// Writes every table anew, so that nothing of what was removed is left in the files. On PostgreSQL each table is locked while it is
    /// written; what the journal of the server still has goes when it is recycled.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn write_anew(&self) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite { .. } => self.forget_what_was().await,
            Engine::Postgres(pool) => postgres::script(&mut *pool.acquire().await?, "vacuum full".to_owned()).await,
        }
    }

    /// Runs one statement outside any transaction, for the few that will not run in one.
    #[cfg(feature = "testing")]
    pub(crate) async fn outside(&self, text: String) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite { write, .. } => sqlite::script(&*write.lend().await?, &text),
            Engine::Postgres(pool) => postgres::script(&mut *pool.acquire().await?, text).await,
        }
    }

    /// Asks the engine whether it understands `statement`, without running it.
    ///
    /// # Errors
    /// What the engine says of the text.
    pub async fn prepare(&self, statement: &Sql) -> Result<(), DbError> {
        match &self.engine {
            Engine::Sqlite { read, .. } => sqlite::prepare(&*read.lend().await?, &example(statement.sqlite(), |text, place| sql::with_list(text, place, 2))),
            Engine::Postgres(pool) => postgres::prepare(pool, &example(statement.postgres(), sql::with_array)).await,
        }
    }
}

/// A text with its list as the engine is given it, and with rows written out once, so that it can be prepared.
fn example(text: &str, with_list: impl Fn(&str, usize) -> String) -> String {
    let parameters = (1..=40).rev().find(|n| text.contains(&format!("${n}"))).unwrap_or(0);
    let columns = text.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map_or(1, |(c, _)| c.split(',').count());
    sql::with_rows(&with_list(text, parameters + 1), 2, columns)
}

impl Tx {
    /// The master keys, for whoever wraps or unwraps the keys of what is stored.
    #[must_use]
    pub fn masters(&self) -> &Masters {
        &self.masters
    }

    /// Makes everything done in this transaction last.
    ///
    /// # Errors
    /// What the engine says; then nothing has been done.
    pub async fn commit(mut self) -> Result<(), DbError> {
        if matches!((&self.inner, &self.turn), (Inner::Postgres(_), Turn::Revoking(_))) {
            self.run(&REVOKE, vec![]).await?;
        }
        if matches!(self.turn, Turn::Revoking(_)) {
            self.run(&REVOKED, vec![]).await?;
        }
        match (self.inner, self.turn) {
            (Inner::Sqlite(tx), Turn::Revoking(Some(lock))) => {
                let _alone = lock.write().await;
                tx.commit()?;
            }
            (Inner::Sqlite(tx), _) => tx.commit()?,
            (Inner::Postgres(tx), _) => tx.commit().await?,
        }
        Ok(())
    }

    /// How many transactions have taken a right away, up to what this one sees. An answer holds only as long as this number does.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn revocations(&mut self) -> Result<i64, DbError> {
        self.one(&REVOCATIONS, vec![]).await?.int("turn")
    }

    /// Every row of the answer.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn all(&mut self, statement: &Sql, values: Vec<Value>) -> Result<Vec<Row>, DbError> {
        match &mut self.inner {
            Inner::Sqlite(tx) => sqlite::fetch(tx, statement.sqlite(), &values),
            Inner::Postgres(tx) => postgres::fetch(tx, postgres::fixed(statement.postgres()), values).await,
        }
    }

    /// The first row of the answer, if any.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn maybe(&mut self, statement: &Sql, values: Vec<Value>) -> Result<Option<Row>, DbError> {
        Ok(self.all(statement, values).await?.into_iter().next())
    }

    /// The first row of the answer, which must be there.
    ///
    /// # Errors
    /// [`DbError::NotFound`] when it is not, else what the engine says.
    pub async fn one(&mut self, statement: &Sql, values: Vec<Value>) -> Result<Row, DbError> {
        self.maybe(statement, values).await?.ok_or(DbError::NotFound)
    }

    /// Runs a statement that answers nothing; gives the number of rows it touched.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn run(&mut self, statement: &Sql, values: Vec<Value>) -> Result<u64, DbError> {
        match &mut self.inner {
            Inner::Sqlite(tx) => sqlite::run(tx, statement.sqlite(), &values),
            Inner::Postgres(tx) => postgres::run(tx, postgres::fixed(statement.postgres()), values).await,
        }
    }

    /// Every row for every value of `list`, which stands in the text as `{list}` after the numbered parameters.
    /// Long lists are asked in parts, whose rows follow each other.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn all_in(&mut self, statement: &Sql, values: Vec<Value>, list: Vec<Value>) -> Result<Vec<Row>, DbError> {
        match &mut self.inner {
            Inner::Sqlite(tx) => sqlite::fetch_in(tx, statement.sqlite(), &values, &list),
            Inner::Postgres(tx) => postgres::fetch_in(tx, statement.postgres(), &values, &list).await,
        }
    }

    /// Stores many rows with few statements; `{rows}` stands in the text for their values. All rows have the same
    /// number of values. Gives the number of rows stored.
    ///
    /// # Errors
    /// What the engine says.
    pub async fn insert(&mut self, statement: &Sql, rows: Vec<Vec<Value>>) -> Result<u64, DbError> {
        match &mut self.inner {
            Inner::Sqlite(tx) => sqlite::insert(tx, statement.sqlite(), &rows),
            Inner::Postgres(tx) => postgres::insert(tx, statement.postgres(), &rows).await,
        }
    }

    /// Runs the several statements of a migration as they stand.
    pub(crate) async fn script(&mut self, text: String) -> Result<(), DbError> {
        match &mut self.inner {
            Inner::Sqlite(tx) => sqlite::script(tx, &text),
            Inner::Postgres(tx) => postgres::script(tx, text).await,
        }
    }
}

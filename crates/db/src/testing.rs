//! A fresh, migrated database for each test, on each engine.
//!
//! `THROUGHLINE_TEST_POSTGRES` names a PostgreSQL server on which databases may be made. Without it tests run on
//! SQLite alone and say so; with `CI` set its absence is a failure.

use crate::{Db, Sql};
use seal::Masters;
use std::sync::atomic::{AtomicU32, Ordering};

/// A database that is gone when the test ends.
pub struct Fresh {
    /// The migrated, empty database.
    pub db: Db,
    address: String,
    _place: Place,
}

/// Where a fresh database stands; dropping it takes the database away, also when the test fails.
enum Place {
    Folder(#[expect(dead_code, reason = "kept for what its drop does")] tempfile::TempDir),
    Server { server: String, name: String },
}

impl Drop for Place {
    /// Some three hundred databases of a run would otherwise fill a small disk.
    #[expect(clippy::print_stderr, reason = "only tests call this")]
    fn drop(&mut self) {
        let Place::Server { server, name } = self else { return };
        let (server, name) = (std::mem::take(server), std::mem::take(name));
        // In a thread of its own, for the runtime the test runs on may not be blocked upon.
        let gone = std::thread::spawn(move || -> Result<(), String> {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
            runtime.block_on(async {
                let admin = Db::open(&format!("{server}/postgres")).await.map_err(|e| e.to_string())?;
                admin.outside(format!("drop database if exists {name} with (force)")).await.map_err(|e| e.to_string())
            })
        });
        match gone.join() {
            Ok(Ok(())) => {}
            other => eprintln!("a test's database was left behind: {other:?}"),
        }
    }
}

impl Fresh {
    /// The address another process can open this database by.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// The master keys of every fresh database.
#[must_use]
pub fn masters() -> Masters {
    Masters::new(&[[1; 32]])
}

/// Chance that is the same every time (xorshift), for random sequences that can be played again.
pub struct Dice(u64);

impl Dice {
    /// The dice of a seed.
    #[must_use]
    pub fn of(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `n`, which is at least 1.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

/// A fresh SQLite database in a folder of its own.
///
/// # Panics
/// When the disk or the schema will not have it, which is what the test should say.
#[expect(clippy::unwrap_used, reason = "only tests call this, and a test fails by panicking")]
pub async fn sqlite() -> Fresh {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("test.db").display());
    let db = Db::open(&address).await.unwrap().with_masters(masters());
    db.migrate().await.unwrap();
    Fresh { db, address, _place: Place::Folder(folder) }
}

/// A fresh PostgreSQL database, or none when no server is named.
///
/// # Panics
/// When the server refuses, or when `CI` is set and no server is named.
#[expect(clippy::unwrap_used, clippy::print_stderr, reason = "only tests call this")]
pub async fn postgres() -> Option<Fresh> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let Ok(server) = std::env::var("THROUGHLINE_TEST_POSTGRES") else {
        assert!(std::env::var("CI").is_err(), "CI must run the tests on PostgreSQL too: use cargo x test");
        eprintln!("no PostgreSQL named: this story ran on SQLite alone");
        return None;
    };
    let name = format!("t{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let admin = Db::open(&format!("{server}/postgres")).await.unwrap();
    admin.outside(format!("create database {name}")).await.unwrap();
    let address = format!("{server}/{name}");
    let db = Db::open(&address).await.unwrap().with_masters(masters());
    db.migrate().await.unwrap();
    Some(Fresh { db, address, _place: Place::Server { server, name } })
}

/// Every table and column of the schema as lines `table.column type nullable`, the same on both engines.
///
/// # Panics
/// When the engine will not say.
#[expect(clippy::unwrap_used, reason = "only tests call this")]
pub async fn schema(db: &Db) -> String {
    const COLUMNS: Sql = Sql::split(
        "select m.name as table_name, p.name as column_name, lower(p.type) as kind, p.\"notnull\" as required
           from sqlite_master m, pragma_table_info(m.name) p
          where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, p.name",
        "select table_name::text, column_name::text,
                case data_type when 'bytea' then 'blob' when 'bigint' then 'integer'
                     when 'double precision' then 'real' else data_type::text end as kind,
                case is_nullable when 'NO' then 1::bigint else 0 end as required
           from information_schema.columns where table_schema = 'public'
          order by table_name collate \"C\", column_name collate \"C\"",
    );
    const INDEXES: Sql = Sql::split(
        "select name from sqlite_master where type = 'index' and sql is not null order by name",
        "select indexname::text as name from pg_indexes where schemaname = 'public' and indexname not like '%_pkey'
            and indexname not like '%_key' order by indexname collate \"C\"",
    );
    let mut tx = db.read().await.unwrap();
    let mut lines = Vec::new();
    for row in tx.all(&COLUMNS, vec![]).await.unwrap() {
        let required = if row.flag("required").unwrap() { "not null" } else { "" };
        let line = format!(
            "{}.{} {} {required}",
            row.text("table_name").unwrap(), row.text("column_name").unwrap(), row.text("kind").unwrap()
        );
        lines.push(line.trim_end().to_owned());
    }
    for row in tx.all(&INDEXES, vec![]).await.unwrap() {
        lines.push(format!("index {}", row.text("name").unwrap()));
    }
    lines.join("\n") + "\n"
}

/// Writes a test twice: once for SQLite, once for PostgreSQL.
///
/// ```ignore
/// db::both_engines!(a_story_is_told, |fresh| async move { … });
/// ```
#[macro_export]
macro_rules! both_engines {
    ($name:ident, |$fresh:ident| $story:expr) => {
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                let $fresh = $crate::testing::sqlite().await;
                $story.await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                if let Some($fresh) = $crate::testing::postgres().await {
                    $story.await;
                }
            }
        }
    };
}

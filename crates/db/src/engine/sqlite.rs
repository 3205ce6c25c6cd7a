//! SQLite: opening, binding, reading. Its methods stand in the same order as PostgreSQL's.

use crate::{DbError, Row, Value};
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteConnection, SqlitePool, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, Column, Executor, Row as _, SqlSafeStr, SqlStr, TypeInfo, ValueRef};
use std::sync::Arc;
use std::time::Duration;

/// One connection that writes and four that read, over one file.
///
/// `synchronous=full`: with `normal`, a power cut loses commits that were already acknowledged.
pub(super) async fn open(file: &str) -> Result<(SqlitePool, SqlitePool), DbError> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .statement_cache_capacity(300)
        .row_buffer_size(1000)
        .pragma("cache_size", "-65536")
        .pragma("mmap_size", "268435456")
        .pragma("temp_store", "memory")
        // What is deleted or replaced is written over, keys that are destroyed above all.
        .pragma("secure_delete", "on")
        // Pages that many records share are copied back into the file once, not after every few records.
        .pragma("wal_autocheckpoint", "8000")
        .busy_timeout(Duration::from_secs(10));
    let write = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
    let read = SqlitePoolOptions::new().max_connections(4).connect_with(options).await?;
    Ok((write, read))
}

pub(super) async fn prepare(pool: &SqlitePool, text: &str) -> Result<(), DbError> {
    let mut connection = pool.acquire().await?;
    connection.prepare(built(text.to_owned())).await?;
    Ok(())
}

pub(super) fn fixed(text: &'static str) -> SqlStr {
    text.into_sql_str()
}

/// A text put together from a constant and numbered places; never from anything that came from outside.
pub(super) fn built(text: String) -> SqlStr {
    AssertSqlSafe(text).into_sql_str()
}

pub(super) async fn fetch(connection: &mut SqliteConnection, text: SqlStr, values: Vec<Value>) -> Result<Vec<Row>, DbError> {
    let rows = sqlx::query_with(text, bind(values)?).fetch_all(connection).await?;
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    let columns: Arc<[String]> = first.columns().iter().map(|c| c.name().to_owned()).collect();
    rows.iter().map(|row| read(row, &columns)).collect()
}

pub(super) async fn run(connection: &mut SqliteConnection, text: SqlStr, values: Vec<Value>) -> Result<u64, DbError> {
    Ok(sqlx::query_with(text, bind(values)?).execute(connection).await?.rows_affected())
}

pub(super) async fn script(connection: &mut SqliteConnection, text: String) -> Result<(), DbError> {
    sqlx::raw_sql(built(text)).execute(connection).await?;
    Ok(())
}

fn bind(values: Vec<Value>) -> Result<SqliteArguments, DbError> {
    use sqlx::Arguments;
    let mut arguments = SqliteArguments::default();
    for value in values {
        match value {
            Value::Int(v) => arguments.add(v),
            Value::Real(v) => arguments.add(v),
            Value::Text(v) => arguments.add(v),
            Value::Bytes(v) => arguments.add(v),
        }
        .map_err(|e| DbError::Engine(sqlx::Error::Encode(e)))?;
    }
    Ok(arguments)
}

fn read(row: &SqliteRow, columns: &Arc<[String]>) -> Result<Row, DbError> {
    let values = (0..columns.len()).map(|place| {
        let raw = row.try_get_raw(place)?;
        let kind = raw.type_info();
        Ok(match kind.name() {
            _ if raw.is_null() => Value::Int(None),
            "INTEGER" | "BOOLEAN" => Value::Int(Some(row.try_get_unchecked(place)?)),
            "REAL" => Value::Real(Some(row.try_get_unchecked(place)?)),
            "BLOB" => Value::Bytes(Some(row.try_get_unchecked(place)?)),
            _ => Value::Text(Some(row.try_get_unchecked(place)?)),
        })
    });
    Ok(Row::new(Arc::clone(columns), values.collect::<Result<_, DbError>>()?))
}

//! PostgreSQL: opening, binding, reading. Its methods stand in the same order as SQLite's.

use crate::{DbError, Row, Value};
use sqlx::postgres::{PgArguments, PgConnectOptions, PgConnection, PgPool, PgPoolOptions, PgRow};
use sqlx::{AssertSqlSafe, Column, Executor, Row as _, SqlSafeStr, SqlStr, TypeInfo, ValueRef};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

/// A pool of connections. A connection is not tested before each use, which saves a round trip a statement.
pub(super) async fn open(address: &str) -> Result<PgPool, DbError> {
    let options = PgConnectOptions::from_str(address)?.application_name("throughline").statement_cache_capacity(300);
    let pool = PgPoolOptions::new()
        .max_connections(8)
        .test_before_acquire(false)
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(options)
        .await?;
    Ok(pool)
}

pub(super) async fn prepare(pool: &PgPool, text: &str) -> Result<(), DbError> {
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

pub(super) async fn fetch(connection: &mut PgConnection, text: SqlStr, values: Vec<Value>) -> Result<Vec<Row>, DbError> {
    let rows = sqlx::query_with(text, bind(values)?).fetch_all(connection).await?;
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    let columns: Arc<[String]> = first.columns().iter().map(|c| c.name().to_owned()).collect();
    rows.iter().map(|row| read(row, &columns)).collect()
}

pub(super) async fn run(connection: &mut PgConnection, text: SqlStr, values: Vec<Value>) -> Result<u64, DbError> {
    Ok(sqlx::query_with(text, bind(values)?).execute(connection).await?.rows_affected())
}

pub(super) async fn script(connection: &mut PgConnection, text: String) -> Result<(), DbError> {
    sqlx::raw_sql(built(text)).execute(connection).await?;
    Ok(())
}

fn bind(values: Vec<Value>) -> Result<PgArguments, DbError> {
    use sqlx::Arguments;
    let mut arguments = PgArguments::default();
    for value in values {
        match value {
            Value::Int(v) => arguments.add(v),
            Value::Real(v) => arguments.add(v),
            // PostgreSQL keeps no zero bytes in text, and nothing a person types has one.
            Value::Text(v) => arguments.add(v.map(|text| text.replace('\0', ""))),
            Value::Bytes(v) => arguments.add(v),
        }
        .map_err(|e| DbError::Engine(sqlx::Error::Encode(e)))?;
    }
    Ok(arguments)
}

fn read(row: &PgRow, columns: &Arc<[String]>) -> Result<Row, DbError> {
    let values = (0..columns.len()).map(|place| {
        let raw = row.try_get_raw(place)?;
        let kind = raw.type_info();
        Ok(match kind.name() {
            _ if raw.is_null() => Value::Int(None),
            "INT8" => Value::Int(Some(row.try_get(place)?)),
            "INT4" => Value::Int(Some(i64::from(row.try_get::<i32, _>(place)?))),
            "BOOL" => Value::Int(Some(i64::from(row.try_get::<bool, _>(place)?))),
            "FLOAT8" => Value::Real(Some(row.try_get(place)?)),
            "BYTEA" => Value::Bytes(Some(row.try_get(place)?)),
            _ => Value::Text(Some(row.try_get_unchecked(place)?)),
        })
    });
    Ok(Row::new(Arc::clone(columns), values.collect::<Result<_, DbError>>()?))
}

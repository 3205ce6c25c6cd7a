//! PostgreSQL: opening, binding, reading. Its methods stand in the same order as SQLite's.

use crate::{DbError, Row, Value, sql};
use sqlx::postgres::{PgArguments, PgConnectOptions, PgConnection, PgPool, PgPoolOptions, PgRow};
use sqlx::{AssertSqlSafe, Column, Executor, Row as _, SqlSafeStr, SqlStr, TypeInfo, ValueRef};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

// One plan is as good for the next value as for the last, and to plan the large statements of a page anew each time took as long as to run
// them. That plan is made while tables may still be small and stays when they have grown: it must go by the keys, and what the keys
// point to is in memory or on flash, where a page in any place costs about what the next one does.
const PLANS: &str = "set plan_cache_mode = force_generic_plan; set random_page_cost = 1.1";

/// Rows of one bulk insert, and values of one list: few enough that no message grows large.
const AT_ONCE: usize = 5_000;

/// A pool of connections. A connection is not tested before each use, which saves a round trip a statement.
pub(super) async fn open(address: &str) -> Result<PgPool, DbError> {
    let options = PgConnectOptions::from_str(address)?.application_name("throughline").statement_cache_capacity(300);
    let pool = PgPoolOptions::new()
        .max_connections(8)
        .test_before_acquire(false)
        .acquire_timeout(Duration::from_secs(10))
        .after_connect(move |connection, _| Box::pin(async move { sqlx::raw_sql(PLANS).execute(connection).await.map(|_| ()) }))
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
    rows(connection, text, bind(values)?).await
}

async fn rows(connection: &mut PgConnection, text: SqlStr, arguments: PgArguments) -> Result<Vec<Row>, DbError> {
    let rows = sqlx::query_with(text, arguments).fetch_all(connection).await?;
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    let columns: Arc<[String]> = first.columns().iter().map(|c| c.name().to_owned()).collect();
    rows.iter().map(|row| read(row, &columns)).collect()
}

pub(super) async fn run(connection: &mut PgConnection, text: SqlStr, values: Vec<Value>) -> Result<u64, DbError> {
    Ok(sqlx::query_with(text, bind(values)?).execute(connection).await?.rows_affected())
}

/// Every row for every value of a list, which goes as an array: one statement for lists of any length.
pub(super) async fn fetch_in(connection: &mut PgConnection, text: &str, values: &[Value], list: &[Value]) -> Result<Vec<Row>, DbError> {
    let text = sql::with_array(text, values.len() + 1);
    let mut found = Vec::new();
    for part in list.chunks(AT_ONCE) {
        let mut arguments = bind(values.to_vec())?;
        add_array(&mut arguments, part.iter().collect())?;
        found.extend(rows(connection, built(text.clone()), arguments).await?);
    }
    Ok(found)
}

/// Stores rows, which go as one array for each column.
pub(super) async fn insert(connection: &mut PgConnection, text: &str, rows: &[Vec<Value>]) -> Result<u64, DbError> {
    let kinds: Vec<&str> = rows.first().into_iter().flatten().map(kind).collect();
    let text = sql::with_columns(text, &kinds);
    let mut stored = 0;
    // One value less would move all that follow it into other rows.
    if rows.iter().any(|row| row.len() != kinds.len()) {
        return Err(DbError::engine(format!("rows of different lengths for {text}")));
    }
    for part in rows.chunks(AT_ONCE) {
        let mut arguments = PgArguments::default();
        for column in 0..kinds.len() {
            add_array(&mut arguments, part.iter().filter_map(|row| row.get(column)).collect())?;
        }
        stored += sqlx::query_with(built(text.clone()), arguments).execute(&mut *connection).await?.rows_affected();
    }
    Ok(stored)
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
            Value::Text(v) => arguments.add(v.as_deref().map(kept)),
            Value::Bytes(v) => arguments.add(v),
        }
        .map_err(DbError::engine)?;
    }
    Ok(arguments)
}

/// PostgreSQL keeps no zero bytes in text, and nothing a person types has one.
fn kept(text: &str) -> String {
    text.replace('\0', "")
}

/// What PostgreSQL calls the type of a value.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Int(_) => "int8",
        Value::Real(_) => "float8",
        Value::Text(_) => "text",
        Value::Bytes(_) => "bytea",
    }
}

/// Values of one type as an array. One of another type among them is a mistake of the statement's.
fn add_array(arguments: &mut PgArguments, values: Vec<&Value>) -> Result<(), DbError> {
    use sqlx::Arguments;
    macro_rules! array {
        ($variant:ident, $as:expr) => {
            arguments.add(values.iter().map(|value| match value {
                Value::$variant(v) => Ok(v.as_ref().map($as)),
                other => Err(DbError::engine(format!("{} among {}", kind(other), stringify!($variant)))),
            }).collect::<Result<Vec<_>, _>>()?)
        };
    }
    match values.first() {
        Some(Value::Int(_)) => array!(Int, |v| *v),
        Some(Value::Real(_)) => array!(Real, |v| *v),
        Some(Value::Text(_)) => array!(Text, |v| kept(v)),
        Some(Value::Bytes(_)) => array!(Bytes, |v| v.as_slice()),
        None => return Ok(()),
    }
    .map_err(DbError::engine)
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

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> DbError {
        match &error {
            sqlx::Error::Database(inner) if inner.is_unique_violation() => DbError::Conflict(inner.to_string()),
            sqlx::Error::RowNotFound => DbError::NotFound,
            _ => DbError::engine(error),
        }
    }
}

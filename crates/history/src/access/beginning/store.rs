//! The SQL of where the log begins.

use super::Beginning;
use crate::access::chain::ChainKey;
use crate::access::store::{begin_after, end, hash_at, head};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use words::{Id, Time};

const READ: Sql = Sql::both("select name, seq, hash from access_head where name in ('beginning', 'beginning-seal')");
const FIRST_SINCE: Sql = Sql::both("select seq as first_seq from access_log where at >= $1 order by seq limit 1");
const FIRST_ABOUT: Sql = Sql::both("select min(seq) as first_seq from access_log where client_id in ({list}) group by client_id");

/// The statements of this room, for the test that prepares them on both engines.
pub(in crate::access) fn statements() -> Vec<Statement> {
    vec![
        ("access beginning", &READ), ("access first since", &FIRST_SINCE), ("access first about", &FIRST_ABOUT),
    ]
}

/// Where the log begins, as the database has it; whether that holds, the walk says.
///
/// # Errors
/// What the database says.
pub async fn beginning(tx: &mut Tx) -> Result<Beginning, DbError> {
    let rows = tx.all(&READ, vec![]).await?;
    let of = |name: &str| rows.iter().find(|row| row.text("name").is_ok_and(|known| known == name));
    let bytes = |row: Option<&Row>| row.map_or(Ok(Vec::new()), |row| row.bytes("hash").map(<[u8]>::to_vec));
    match (of("beginning"), of("beginning-seal")) {
        (None, None) => Ok(Beginning::first()),
        (begins, sealed) => Ok(Beginning { seq: begins.map_or(Ok(0), |row| row.int("seq"))?, hash: bytes(begins)?, seal: bytes(sealed)? }),
    }
}

/// The first line about any of these clients; none when there is none. It is a number and tells of nobody, and takes no permit.
///
/// # Errors
/// What the database says.
pub async fn first_about(tx: &mut Tx, clients: &[Id]) -> Result<Option<i64>, DbError> {
    let rows = tx.all_in(&FIRST_ABOUT, vec![], clients.iter().map(Value::from).collect()).await?;
    let firsts = rows.iter().map(|row| row.int("first_seq")).collect::<Result<Vec<i64>, _>>()?;
    Ok(firsts.into_iter().min())
}

/// How many lines before line `until` are older than `before`.
pub(in crate::access) async fn over(tx: &mut Tx, before: Time, until: i64) -> Result<i64, DbError> {
    Ok((last_over(tx, before, until).await? - beginning(tx).await?.seq).max(0))
}

/// The last line that may go: all up to it are older than `before`, and stand before line `until`.
async fn last_over(tx: &mut Tx, before: Time, until: i64) -> Result<i64, DbError> {
    let first = tx.maybe(&FIRST_SINCE, vec![before.into()]).await?.map(|row| row.int("first_seq")).transpose()?;
    let (last, _) = end(tx).await?;
    Ok(first.unwrap_or(last + 1).min(until) - 1)
}

/// Lets at most `at_most` lines go from the front. Gives how many went.
pub(in crate::access) async fn go(tx: &mut Tx, key: &ChainKey, (before, until): (Time, i64), at_most: i64) -> Result<u64, DbError> {
    head(tx).await?;
    let begins = beginning(tx).await?;
    let last = last_over(tx, before, until).await?.min(begins.seq + at_most);
    // What does not hold is for somebody to look at: nothing goes from it.
    if last <= begins.seq || !begins.holds(key) {
        return Ok(0);
    }
    let hash = hash_at(tx, last).await?.ok_or(DbError::NotFound)?;
    begin_after(tx, Beginning::after(key, last, hash)).await
}

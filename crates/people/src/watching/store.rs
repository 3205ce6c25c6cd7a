//! The SQL of watching.

use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::keys;
use rights::Permit;
use words::{Id, Time};

/// Where the reason of a mark stands: bound into what is sealed.
const MARK_SAYS: &str = "well known";

const REACHED: Sql = Sql::both("select seq from watched where name = 'access'");
const TURN: Sql = Sql::split(
    "select seq from watched where name = 'access'",
    "select seq from watched where name = 'access' for update",
);
const MOVE: Sql = Sql::both("update watched set seq = $1 where name = 'access'");
// Lines of people at work about somebody: what the program does by itself, and what a person does to their own file, is not watched.
const WAITING: Sql = Sql::both(
    "select seq from access_log where seq > $1 and client_id is not null and outcome = 'granted' and purpose <> 'own-file'
        and user_id <> $2 order by seq limit 1",
);
const MARKED: Sql = Sql::both(
    "select client_id, mark_id, reason, marked_at, marked_by from well_known where ended_at is null order by marked_at desc, mark_id",
);
const MARKS_OF: Sql = Sql::both("select mark_id, marked_at, reason from well_known where ended_at is null and client_id in ({list}) order by marked_at, mark_id");
const MARK: Sql = Sql::both("insert into well_known (client_id, mark_id, reason, marked_at, marked_by) values ($1, $2, $3, $4, $5)");
const END: Sql = Sql::both("update well_known set ended_at = $3 where client_id = $1 and mark_id = $2 and ended_at is null");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("watched", &REACHED), ("watched turn", &TURN), ("watched move", &MOVE), ("watched waiting", &WAITING), ("well known", &MARKED), ("well known, of", &MARKS_OF),
        ("well known mark", &MARK), ("well known end", &END),
    ]
}

/// A person the officer has marked as well known.
pub(super) struct Mark {
    pub(super) client: Id,
    pub(super) id: Id,
    pub(super) reason: String,
    pub(super) at: Time,
}

/// How far the log has been watched. For all functions of this room: errors are what the database says.
pub(super) async fn reached(tx: &mut Tx) -> Result<i64, DbError> {
    tx.maybe(&REACHED, vec![]).await?.map_or(Ok(0), |row| row.int("seq"))
}

/// Moves on from one line to another, when nobody else has meanwhile. Until the transaction ends others wait.
pub(super) async fn move_on(tx: &mut Tx, _permit: &Permit, from: i64, to: i64) -> Result<bool, DbError> {
    if tx.one(&TURN, vec![]).await?.int("seq")? != from {
        return Ok(false);
    }
    tx.run(&MOVE, vec![to.into()]).await?;
    Ok(true)
}

/// Whether a line waits that somebody at work left after line `seq`; `itself` is the program. Tells of no person.
pub(super) async fn waits(tx: &mut Tx, seq: i64, itself: Id) -> Result<bool, DbError> {
    Ok(tx.maybe(&WAITING, vec![seq.into(), itself.into()]).await?.is_some())
}

/// Everybody who is marked as well known, the newest mark first.
pub(super) async fn marked(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Mark>, DbError> {
    let read = |row: &Row| {
        Ok(Mark { client: row.id("client_id")?, id: row.id("mark_id")?, reason: row.text("reason")?.to_owned(), at: row.time("marked_at")? })
    };
    let mut marks = tx.all(&MARKED, vec![]).await?.iter().map(read).collect::<Result<Vec<Mark>, DbError>>()?;
    keys::open_words(tx, marks.iter_mut().map(|mark| (mark.id, MARK_SAYS, &mut mark.reason)).collect()).await?;
    Ok(marks)
}

/// Since when and why these clients are marked as well known, for the person themselves.
///
/// # Errors
/// What the database says.
pub async fn marks_of(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<(Time, String)>, DbError> {
    let rows = tx.all_in(&MARKS_OF, vec![], clients.iter().map(Value::from).collect()).await?;
    let read = |row: &Row| Ok((row.id("mark_id")?, row.time("marked_at")?, row.text("reason")?.to_owned()));
    let mut marks = rows.iter().map(read).collect::<Result<Vec<(Id, Time, String)>, DbError>>()?;
    keys::open_words(tx, marks.iter_mut().map(|(id, _, reason)| (*id, MARK_SAYS, reason)).collect()).await?;
    Ok(marks.into_iter().map(|(_, at, reason)| (at, reason)).collect())
}

/// Marks the client the permit is for.
pub(super) async fn mark(tx: &mut Tx, permit: &Permit, id: Id, reason: &str, at: Time) -> Result<(), DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let reason = keys::seal_words(tx, id, MARK_SAYS, reason).await?;
    tx.run(&MARK, vec![client.into(), id.into(), reason.into(), at.into(), permit.who().user.into()]).await?;
    Ok(())
}

/// Ends a mark.
pub(super) async fn end(tx: &mut Tx, _permit: &Permit, mark: &Mark, at: Time) -> Result<(), DbError> {
    tx.run(&END, vec![mark.client.into(), mark.id.into(), at.into()]).await?;
    Ok(())
}

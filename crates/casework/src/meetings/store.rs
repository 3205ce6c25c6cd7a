//! The SQL of meetings and drafts.

use super::rules::{Channel, Outcome};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use words::{Date, Id, Time};

const ADD: Sql = Sql::both(
    "insert into meeting (record_id, meeting_id, user_id, organisation_id, starts_at, minutes, channel, put_at, author)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const END: Sql = Sql::both("insert into meeting_end (record_id, meeting_id, outcome, entry_id, held_on, channel, minutes, ended_at, author) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
macro_rules! meetings {
    ($rest:literal) => {
        concat!(
            "select l.client_id, m.record_id, m.meeting_id, m.user_id, m.organisation_id, m.starts_at, m.minutes, m.channel, m.put_at, m.author, u.name,
                    e.outcome, e.ended_at, e.author as ended_by, e.entry_id, e.held_on, e.channel as held_how, e.minutes as held_minutes
               from meeting m join current_link l on l.record_id = m.record_id
               left join meeting_end e on e.record_id = m.record_id and e.meeting_id = m.meeting_id
               left join app_user u on u.user_id = m.user_id ", $rest
        )
    };
}
const OF_CLIENTS: Sql = Sql::both(meetings!("where l.client_id in ({list}) order by m.starts_at desc, m.meeting_id desc"));
const OF_USER: Sql = Sql::both(meetings!("where m.user_id = $1 and m.starts_at < $2 and e.meeting_id is null order by m.starts_at, m.meeting_id limit $3"));
const IS_OVER: Sql = Sql::both("select meeting_id from meeting_end where meeting_id = $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("meeting add", &ADD), ("meeting end", &END), ("meetings of", &OF_CLIENTS), ("meetings of a user", &OF_USER),
        ("meeting is over", &IS_OVER),
    ]
}

/// A meeting that was planned, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub id: Id,
    /// The record it is about: of whoever leads the case.
    pub record: Id,
    /// Who holds it.
    pub user: Id,
    /// Their name; empty when they are not known any more.
    pub name: String,
    /// For which organisation.
    pub organisation: String,
    /// When it begins.
    pub starts_at: Time,
    /// How long it is planned for, in minutes.
    pub minutes: i64,
    /// How it is held.
    pub channel: Channel,
    /// When it was planned, or recorded at once.
    pub put_at: Time,
    /// By whom.
    pub author: Id,
    /// What came of it; none while it is to come or nobody has said.
    pub ended: Option<Ended>,
}

/// What came of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// What.
    pub outcome: Outcome,
    /// When that was recorded.
    pub at: Time,
    /// By whom.
    pub author: Id,
    /// The entry that tells of it; none when it was called off.
    pub entry: Option<Id>,
    /// The day it was, whatever was planned; none when it was called off.
    pub held_on: Option<Date>,
    /// How it was held; none when it was called off.
    pub channel: Option<Channel>,
    /// How long it took, in minutes; none when nobody said.
    pub minutes: Option<i64>,
}

/// Keeps that a meeting is planned; [`DbError::Conflict`] when one of this id is there already.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn add(tx: &mut Tx, permit: &Permit, meeting: &Meeting) -> Result<(), DbError> {
    let values = vec![
        meeting.record.into(), meeting.id.into(), meeting.user.into(), (&meeting.organisation).into(), meeting.starts_at.into(), meeting.minutes.into(),
        meeting.channel.word().into(), meeting.put_at.into(), permit.who().user.into(),
    ];
    tx.run(&ADD, values).await?;
    Ok(())
}

/// Keeps what came of one, with the entry that tells of it; [`DbError::Conflict`] when somebody else was quicker.
pub(super) async fn end(tx: &mut Tx, permit: &Permit, meeting: &Meeting, ended: &Ended) -> Result<(), DbError> {
    let channel = ended.channel.map(|channel| channel.word().to_owned());
    let values = vec![
        meeting.record.into(), meeting.id.into(), ended.outcome.word().into(), ended.entry.into(), ended.held_on.into(), channel.into(),
        ended.minutes.into(), ended.at.into(), permit.who().user.into(),
    ];
    tx.run(&END, values).await?;
    Ok(())
}

/// Every meeting with these clients, the latest first, each with the client. The permit must be for these clients.
///
/// # Errors
/// What the database says.
pub async fn of_clients(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<(Id, Meeting)>, DbError> {
    let rows = tx.all_in(&OF_CLIENTS, vec![], clients.iter().map(Value::from).collect()).await?;
    rows.iter().map(read).collect()
}

/// Open meetings of the holder of the permit that begin before a time and of which nobody has said what came of them, the earliest first: at most
/// `at_most`, each with the client. Whose each is is shown under a permit of its own.
///
/// # Errors
/// What the database says.
pub async fn of_user(tx: &mut Tx, permit: &Permit, before: Time, at_most: i64) -> Result<Vec<(Id, Meeting)>, DbError> {
    let rows = tx.all(&OF_USER, vec![permit.who().user.into(), before.into(), at_most.into()]).await?;
    rows.iter().map(read).collect()
}

/// Whether somebody has said what came of a meeting of this id.
pub(super) async fn is_over(tx: &mut Tx, id: Id) -> Result<bool, DbError> {
    Ok(!tx.all(&IS_OVER, vec![id.into()]).await?.is_empty())
}

fn read(row: &Row) -> Result<(Id, Meeting), DbError> {
    let ended = match row.opt_text("outcome")? {
        Some(_) => Some(Ended {
            outcome: row.word("outcome")?,
            at: row.time("ended_at")?,
            author: row.id("ended_by")?,
            entry: row.opt_id("entry_id")?,
            held_on: row.opt_date("held_on")?,
            channel: row.opt_text("held_how")?.and_then(|word| word.parse().ok()),
            minutes: row.opt_int("held_minutes")?,
        }),
        None => None,
    };
    let meeting = Meeting {
        id: row.id("meeting_id")?,
        record: row.id("record_id")?,
        user: row.id("user_id")?,
        name: row.opt_text("name")?.unwrap_or_default().to_owned(),
        organisation: row.text("organisation_id")?.to_owned(),
        starts_at: row.time("starts_at")?,
        minutes: row.int("minutes")?,
        channel: row.word("channel")?,
        put_at: row.time("put_at")?,
        author: row.id("author")?,
        ended,
    };
    Ok((row.id("client_id")?, meeting))
}

//! The SQL of meetings and drafts.

use super::rules::{Channel, Outcome};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::keys::{self, Opener};
use rights::{Grant, Permit};
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
const SAVE_DRAFT: Sql = Sql::both(
    "insert into meeting_draft (client_id, user_id, saved_at, sealed)
     select $1, $2, $3, $4 where not exists (select 1 from meeting_end where meeting_id = $5)
       on conflict (client_id, user_id) do update set saved_at = excluded.saved_at, sealed = excluded.sealed",
);
const DROP_DRAFTS: Sql = Sql::both("delete from meeting_draft where user_id = $1 and client_id in ({list})");
const DRAFTS: Sql = Sql::both(
    "select d.client_id, d.saved_at, d.sealed, k.wrapped from meeting_draft d left join subject_key k on k.subject_id = d.client_id
      where d.user_id = $1 and d.client_id in ({list}) order by d.saved_at desc, d.client_id",
);
const DRAFTS_OF: Sql = Sql::both("select client_id, saved_at from meeting_draft where user_id = $1 order by saved_at desc, client_id");

const FORGET: Sql = Sql::both("delete from meeting_draft where saved_at < $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("meeting add", &ADD), ("meeting end", &END), ("meetings of", &OF_CLIENTS), ("meetings of a user", &OF_USER), ("meeting draft save", &SAVE_DRAFT),
        ("meeting drafts drop", &DROP_DRAFTS), ("meeting drafts", &DRAFTS), ("meeting drafts of", &DRAFTS_OF), ("meeting drafts forget", &FORGET),
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

/// Something typed and not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// When it was kept.
    pub saved_at: Time,
    /// What was typed, as its form keeps it; empty when the key of the record was destroyed.
    pub typed: String,
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

fn place(client: Id, user: Id) -> Vec<u8> {
    [b"meeting draft", &client.bytes()[..], &user.bytes()[..]].concat()
}

/// Keeps what somebody has typed about a client, in place of what they had typed before. It takes a grant and no permit: what one types
/// tells one nothing, and a line of the log for every few seconds of writing would hide the others. Of a meeting that is recorded meanwhile
/// nothing is kept, since what was sent first may arrive last: [`DbError::NotFound`]. Whoever saves a draft has taken the turn of the log, as
/// whoever records a meeting has.
pub(super) async fn save_draft(tx: &mut Tx, grant: &Grant, meeting: Option<Id>, draft: &Draft) -> Result<(), DbError> {
    let (client, user) = (grant.client().ok_or(DbError::NotFound)?, grant.who().user);
    let sealed = keys::seal_text(tx, client, &place(client, user), &draft.typed).await?;
    let kept = tx.run(&SAVE_DRAFT, vec![client.into(), user.into(), draft.saved_at.into(), sealed.into(), meeting.into()]).await?;
    if kept == 0 { Err(DbError::NotFound) } else { Ok(()) }
}

/// Forgets what the user has typed about these clients, who are one.
pub(super) async fn drop_drafts(tx: &mut Tx, user: Id, clients: &[Id]) -> Result<(), DbError> {
    tx.all_in(&DROP_DRAFTS, vec![user.into()], clients.iter().map(Value::from).collect()).await?;
    Ok(())
}

/// What the holder of the permit has typed about these clients, who are one, and not saved: the newest.
pub(super) async fn draft(tx: &mut Tx, permit: &Permit, clients: &[Id]) -> Result<Option<Draft>, DbError> {
    let user = permit.who().user;
    let rows = tx.all_in(&DRAFTS, vec![user.into()], clients.iter().map(Value::from).collect()).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let client = row.id("client_id")?;
    let typed = Opener::of(tx).text(client, row, &place(client, user))?;
    Ok(Some(Draft { saved_at: row.time("saved_at")?, typed }))
}

/// About whom the holder of the permit has typed something that is not saved, and since when, the newest first.
///
/// # Errors
/// What the database says.
pub async fn drafts_of(tx: &mut Tx, permit: &Permit) -> Result<Vec<(Id, Time)>, DbError> {
    let rows = tx.all(&DRAFTS_OF, vec![permit.who().user.into()]).await?;
    rows.iter().map(|row| Ok((row.id("client_id")?, row.time("saved_at")?))).collect()
}

/// Forgets what was typed before a time and never saved.
///
/// # Errors
/// What the database says.
pub(super) async fn forget(tx: &mut Tx, before: Time) -> Result<(), DbError> {
    tx.run(&FORGET, vec![before.into()]).await?;
    Ok(())
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

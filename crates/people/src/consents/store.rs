//! The SQL of consents.

use super::{Channel, Says, rules};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use rights::Permit;
use words::{EntryKind, Id, Time};

const ADD: Sql = Sql::both(
    "insert into consent (record_id, consent_id, organisation_id, kind, purpose, says, text_version, language, channel, said_at, ends_at,
                          recorded_at, recorded_by, recorded_for)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
);
macro_rules! statements {
    ($from:literal) => {
        concat!(
            "select l.client_id, c.consent_id, c.record_id, c.organisation_id, c.kind, c.purpose, c.says, c.text_version, c.language,
                    c.channel, c.said_at, c.ends_at, c.recorded_at, c.recorded_by, c.recorded_for ", $from
        )
    };
}
const OF_CLIENTS: Sql = Sql::both(statements!(
    "from current_link l join consent c on c.record_id = l.record_id
      where l.client_id in ({list}) and ($1 = '' or c.organisation_id = $1) order by c.said_at, c.recorded_at, c.consent_id"
));
// What clients of this counsellor, and of those they cover for, changed themselves.
const WAITING: Sql = Sql::both(statements!(
    "from current_link l join consent c on c.record_id = l.record_id
      where c.channel = 'portal' and c.recorded_by <> $1
        and exists (
            select 1 from current_link m join assignment a on a.record_id = m.record_id and a.until_at is null
              join record r on r.record_id = m.record_id join app_user u on u.user_id = $1 and u.organisation_id = r.organisation_id
             where m.client_id = l.client_id
               and (c.recorded_at >= a.from_at or not exists (select 1 from consent_read n where n.consent_id = c.consent_id))
               and (a.user_id = $1 or a.user_id in (
                    select v.absent_id from cover v where v.colleague_id = $1 and v.ended_at is null and v.from_on <= $2 and v.to_on >= $2)))
        and not exists (select 1 from consent_read r where r.user_id = $1 and r.consent_id = c.consent_id)
      order by c.recorded_at, c.consent_id"
));
const READ: Sql = Sql::both("insert into consent_read (user_id, consent_id, read_at) values ($1, $2, $3) on conflict do nothing");
const RECORD_OF_USER: Sql = Sql::both("select record_id from app_user where user_id = $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("consent add", &ADD), ("consents of", &OF_CLIENTS), ("consents unread", &WAITING), ("consent read", &READ),
        ("record of a user", &RECORD_OF_USER),
    ]
}

/// What a client said about sharing one kind of entry with one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its id, which is also that of its receipt.
    pub id: Id,
    /// The record of the person who said it.
    pub record: Id,
    /// With whom.
    pub organisation: String,
    /// What.
    pub kind: EntryKind,
    /// What for.
    pub purpose: String,
    /// Yes or no.
    pub says: Says,
    /// Which text was read: see [`super::TEXT`].
    pub text: String,
    /// In which language.
    pub language: String,
    /// How.
    pub channel: Channel,
    /// When they said it; it holds from then on.
    pub said_at: Time,
    /// When it ends by itself; none for what does not share.
    pub ends_at: Option<Time>,
    /// When it was written down here.
    pub recorded_at: Time,
    /// By whom: the person themselves, or who wrote it down.
    pub recorded_by: Id,
    /// Their organisation.
    pub recorded_for: String,
}

/// Keeps what a client said.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn add(tx: &mut Tx, _permit: &Permit, said: &Said) -> Result<(), DbError> {
    let values = vec![
        said.record.into(), said.id.into(), (&said.organisation).into(), said.kind.word().into(), (&said.purpose).into(),
        said.says.word().into(), (&said.text).into(), (&said.language).into(), said.channel.word().into(), said.said_at.into(),
        said.ends_at.into(), said.recorded_at.into(), said.recorded_by.into(), (&said.recorded_for).into(),
    ];
    tx.run(&ADD, values).await?;
    Ok(())
}

/// Everything these clients said, the earliest first, each with its client.
///
/// # Errors
/// What the database says.
pub async fn of_clients(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<(Id, Said)>, DbError> {
    read(tx, "", clients).await
}

/// The kinds of entry each of these clients shares with an organisation at `now`. Read before anything is decided, so it takes no
/// permit.
///
/// # Errors
/// What the database says.
pub async fn in_force(tx: &mut Tx, organisation: &str, clients: &[Id], now: Time) -> Result<Vec<(Id, EntryKind)>, DbError> {
    Ok(rules::shared(read(tx, organisation, clients).await?, now))
}

async fn read(tx: &mut Tx, organisation: &str, clients: &[Id]) -> Result<Vec<(Id, Said)>, DbError> {
    let rows = tx.all_in(&OF_CLIENTS, vec![organisation.into()], clients.iter().map(Value::from).collect()).await?;
    rows.iter().map(said).collect()
}

/// What clients of this counsellor changed themselves and the counsellor has not read yet, the earliest first. Tells who changed
/// something, so its rows are shown under permits of their own.
///
/// # Errors
/// What the database says.
pub async fn waits_for(tx: &mut Tx, counsellor: Id, now: Time) -> Result<Vec<(Id, Said)>, DbError> {
    tx.all(&WAITING, vec![counsellor.into(), now.date().to_string().into()]).await?.iter().map(said).collect()
}

/// Keeps that a user has read of a change.
pub(super) async fn mark_read(tx: &mut Tx, permit: &Permit, consent: Id, at: Time) -> Result<(), DbError> {
    tx.run(&READ, vec![permit.who().user.into(), consent.into(), at.into()]).await?;
    Ok(())
}

/// The record a user is known by; none for those who work here.
pub(super) async fn record_of(tx: &mut Tx, user: Id) -> Result<Option<Id>, DbError> {
    tx.maybe(&RECORD_OF_USER, vec![user.into()]).await?.map_or(Ok(None), |row| row.opt_id("record_id"))
}

fn said(row: &Row) -> Result<(Id, Said), DbError> {
    let said = Said {
        id: row.id("consent_id")?,
        record: row.id("record_id")?,
        organisation: row.text("organisation_id")?.to_owned(),
        kind: row.word("kind")?,
        purpose: row.text("purpose")?.to_owned(),
        says: row.word("says")?,
        text: row.text("text_version")?.to_owned(),
        language: row.text("language")?.to_owned(),
        channel: row.word("channel")?,
        said_at: row.time("said_at")?,
        ends_at: row.opt_time("ends_at")?,
        recorded_at: row.time("recorded_at")?,
        recorded_by: row.id("recorded_by")?,
        recorded_for: row.text("recorded_for")?.to_owned(),
    };
    Ok((row.id("client_id")?, said))
}

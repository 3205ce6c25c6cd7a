//! The SQL of case teams.

use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::keys::{self, Opener};
use rights::{Permit, Role, Who};
use words::{Date, Id, Time};

const ADD: Sql = Sql::both(
    "insert into case_team (record_id, seat_id, user_id, organisation_id, from_on, until_on, put_at, author, sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const END: Sql = Sql::both("insert into case_team_end (record_id, seat_id, ended_at, author) values ($1, $2, $3, $4)");
macro_rules! seats {
    ($rest:literal) => {
        concat!(
            "select l.client_id, t.record_id, t.seat_id, t.user_id, t.organisation_id, t.from_on, t.until_on, t.put_at, t.author, t.sealed,
                    e.ended_at, e.author as ended_by, k.wrapped, u.name, u.role, u.organisation_id as works_for, u.ended_at as left_at
               from case_team t join current_link l on l.record_id = t.record_id
               left join case_team_end e on e.record_id = t.record_id and e.seat_id = t.seat_id
               left join app_user u on u.user_id = t.user_id
               left join subject_key k on k.subject_id = t.record_id ", $rest
        )
    };
}
const OF_CLIENTS: Sql = Sql::both(seats!("where l.client_id in ({list}) order by t.put_at, t.seat_id"));
const OF_USER: Sql = Sql::both(seats!(
    "where t.user_id = $1 and t.organisation_id = $2 and e.seat_id is null and t.from_on <= $3 and (t.until_on is null or t.until_on >= $3)
      order by t.put_at desc, t.seat_id limit $4 offset $5"
));

// Whose user has left, works elsewhere or as something else: the seat rests, and ends with the day.
const RESTING: Sql = Sql::both(
    "select t.record_id, t.seat_id from case_team t
       left join case_team_end e on e.record_id = t.record_id and e.seat_id = t.seat_id
       left join app_user u on u.user_id = t.user_id
      where e.seat_id is null
        and (u.user_id is null or u.ended_at is not null or u.organisation_id <> t.organisation_id or u.role not in ('counsellor', 'partner'))
      order by t.record_id, t.seat_id limit $1",
);

// Of whom somebody sits there today; of seats that rest nobody reads.
const ORGANISATIONS: Sql = Sql::both(
    "select distinct l.client_id, t.organisation_id from case_team t join current_link l on l.record_id = t.record_id
       join app_user u on u.user_id = t.user_id and u.organisation_id = t.organisation_id
      where l.client_id in ({list}) and u.role in ('counsellor', 'partner') and u.ended_at is null
        and t.from_on <= $1 and (t.until_on is null or t.until_on >= $1)
        and not exists (select 1 from case_team_end e where e.record_id = t.record_id and e.seat_id = t.seat_id)
      order by l.client_id, t.organisation_id",
);

const SITTER: Sql = Sql::both(
    "select u.name, t.organisation_id from case_team t join app_user u on u.user_id = t.user_id where t.seat_id = $1",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("seat add", &ADD), ("seat end", &END), ("seats of", &OF_CLIENTS), ("seats of a user", &OF_USER), ("seats that rest", &RESTING),
        ("organisations in teams", &ORGANISATIONS), ("who sits", &SITTER),
    ]
}

/// Somebody's place in a case team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Its id.
    pub id: Id,
    /// The record it is about: of whoever leads the case.
    pub record: Id,
    /// Who sits there.
    pub user: Id,
    /// Their name.
    pub name: String,
    /// The organisation they sit there for.
    pub organisation: String,
    /// What they do in the team; empty when the key of the record was destroyed.
    pub part: String,
    /// The first day.
    pub from: Date,
    /// The last day; none while nobody has said.
    pub until: Option<Date>,
    /// When they were put in.
    pub put_at: Time,
    /// By whom.
    pub author: Id,
    /// When they were taken out, and by whom.
    pub ended: Option<(Time, Id)>,
    /// Whether they can still come in, for that organisation and in a role that sits in teams.
    pub there: bool,
}

impl Seat {
    /// Whether it is neither ended nor over on this day; it may begin later.
    #[must_use]
    pub fn stands(&self, today: Date) -> bool {
        self.ended.is_none() && self.until.is_none_or(|until| until >= today)
    }
}

/// Those who may sit in a case team: who works with files, for whichever organisation.
#[must_use]
pub(super) fn sits(role: Role) -> bool {
    matches!(role, Role::Counsellor | Role::Partner)
}

fn place(record: Id, seat: Id) -> Vec<u8> {
    [b"case team", &record.bytes()[..], &seat.bytes()[..]].concat()
}

/// Keeps that somebody sits in a team.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn add(tx: &mut Tx, permit: &Permit, seat: &Seat) -> Result<(), DbError> {
    let part = keys::seal_text(tx, seat.record, &place(seat.record, seat.id), &seat.part).await?;
    let values = vec![
        seat.record.into(), seat.id.into(), seat.user.into(), (&seat.organisation).into(), seat.from.into(), seat.until.into(), seat.put_at.into(),
        permit.who().user.into(), part.into(),
    ];
    tx.run(&ADD, values).await?;
    Ok(())
}

/// Keeps that somebody no longer does; [`DbError::Conflict`] when somebody else was quicker.
pub(super) async fn end(tx: &mut Tx, permit: &Permit, seat: &Seat, at: Time) -> Result<(), DbError> {
    tx.run(&END, vec![seat.record.into(), seat.id.into(), at.into(), permit.who().user.into()]).await?;
    Ok(())
}

/// Whether there is one to be ended.
pub(super) async fn rests(tx: &mut Tx) -> Result<bool, DbError> {
    Ok(!tx.all(&RESTING, vec![1.into()]).await?.is_empty())
}

/// Ends the next seats whose user has left, works elsewhere or as something else. Gives how many; none at the end.
pub(super) async fn end_resting(tx: &mut Tx, permit: &Permit, at: Time, at_most: i64) -> Result<usize, DbError> {
    let rows = tx.all(&RESTING, vec![at_most.into()]).await?;
    for row in &rows {
        tx.run(&END, vec![row.id("record_id")?.into(), row.id("seat_id")?.into(), at.into(), permit.who().user.into()]).await?;
    }
    Ok(rows.len())
}

/// Everybody who sits or sat in the teams of these clients, in the order in which they were put in, each with the client. The permit must
/// be for these clients.
///
/// # Errors
/// What the database says.
pub async fn of_clients(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<(Id, Seat)>, DbError> {
    let rows = tx.all_in(&OF_CLIENTS, vec![], clients.iter().map(Value::from).collect()).await?;
    let mut opener = Opener::of(tx);
    rows.iter().map(|row| seat(&mut opener, row)).collect()
}

/// The organisations of whom somebody sits in the team of these clients on a day, each with the client. Names no user.
///
/// # Errors
/// What the database says.
pub async fn organisations_in(tx: &mut Tx, _permit: &Permit, clients: &[Id], today: Date) -> Result<Vec<(Id, String)>, DbError> {
    let rows = tx.all_in(&ORGANISATIONS, vec![today.into()], clients.iter().map(Value::from).collect()).await?;
    rows.iter().map(|row| Ok((row.id("client_id")?, row.text("organisation_id")?.to_owned()))).collect()
}

/// The seats the holder of the permit has on this day, each with the client, the latest first: at most `at_most` after the first `skip`.
/// Whose each is is shown under a permit of its own.
pub(super) async fn of_user(tx: &mut Tx, permit: &Permit, today: Date, (skip, at_most): (i64, i64)) -> Result<Vec<(Id, Seat)>, DbError> {
    let Who { user, organisation, .. } = permit.who();
    let rows = tx.all(&OF_USER, vec![user.into(), organisation.into(), today.into(), at_most.into(), skip.into()]).await?;
    let mut opener = Opener::of(tx);
    rows.iter().map(|row| seat(&mut opener, row)).collect()
}

/// Who has a seat and for which organisation, for the line of the access log that says they were taken out. Tells nothing of the client.
pub(super) async fn sitter(tx: &mut Tx, seat: Id) -> Result<String, DbError> {
    let row = tx.maybe(&SITTER, vec![seat.into()]).await?.ok_or(DbError::NotFound)?;
    Ok(format!("{} of {}", row.text("name")?, row.text("organisation_id")?))
}

fn seat(opener: &mut Opener, row: &Row) -> Result<(Id, Seat), DbError> {
    let organisation = row.text("organisation_id")?.to_owned();
    let role: Option<Role> = row.opt_text("role")?.and_then(|word| word.parse().ok());
    let there = row.opt_time("left_at")?.is_none() && row.opt_text("works_for")? == Some(organisation.as_str()) && role.is_some_and(sits);
    let (record, id) = (row.id("record_id")?, row.id("seat_id")?);
    let seat = Seat {
        id,
        record,
        user: row.id("user_id")?,
        name: row.opt_text("name")?.unwrap_or_default().to_owned(),
        organisation,
        part: opener.text(record, row, &place(record, id))?,
        from: row.date("from_on")?,
        until: row.opt_date("until_on")?,
        put_at: row.time("put_at")?,
        author: row.id("author")?,
        ended: row.opt_time("ended_at")?.zip(row.opt_id("ended_by")?),
        there,
    };
    Ok((row.id("client_id")?, seat))
}

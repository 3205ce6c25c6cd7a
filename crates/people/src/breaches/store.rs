//! The SQL of breaches.

use super::{CLOCK_SECONDS, Done, Spared};
use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::access::Line;
use history::keys::{self, Opener};
use rights::Permit;
use std::collections::HashMap;
use words::{Id, Time};

const ADD: Sql = Sql::both(
    "insert into breach (breach_id, recorded_at, recorded_by, noticed_at, from_at, to_at, user_id, organisation_id, people, readings, sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
);
const STEP: Sql = Sql::both(
    "insert into breach_step (breach_id, place, step, at, author, done_at, reason, language, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
macro_rules! breaches {
    ($rest:literal) => {
        concat!(
            "select b.breach_id, b.recorded_at, b.recorded_by, b.noticed_at, b.from_at, b.to_at, b.user_id, b.organisation_id, b.people,
                    b.readings, b.sealed, k.wrapped
               from breach b left join subject_key k on k.subject_id = b.breach_id ", $rest
        )
    };
}
const ONE: Sql = Sql::both(breaches!("where b.breach_id = $1"));
// What is under way first, what was noticed longest ago on top; then what is closed, the latest first.
const LIST: Sql = Sql::both(breaches!(
    "left join breach_step c on c.breach_id = b.breach_id and c.step = 'closed'
     order by case when c.at is null then 0 else 1 end, case when c.at is null then b.noticed_at else -c.at end, b.breach_id limit $1 offset $2"
));
const TOLD: Sql = Sql::both(breaches!(
    "where exists (select 1 from breach_step t where t.breach_id = b.breach_id and t.step = 'people-told') order by b.noticed_at desc, b.breach_id"
));
const STEPS: Sql = Sql::both(
    "select s.breach_id, s.place, s.step, s.at, s.author, s.done_at, s.reason, s.language, s.sealed, k.wrapped
       from breach_step s left join subject_key k on k.subject_id = s.breach_id where s.breach_id in ({list}) order by s.breach_id, s.place",
);
const URGENT: Sql = Sql::both(
    "select min(noticed_at) as noticed_at from breach b where not exists (
        select 1 from breach_step s where s.breach_id = b.breach_id and s.step in ('authority-told', 'authority-not', 'closed'))",
);

// `shown`: the lines of the log in the window, $1 to $2, of the actor $3. `whose`: whose those files are today. A record counts with the
// client it stood in at any moment until the window's end, unless it had left before the window began; a client of whom no record is left
// stands for itself.
macro_rules! window {
    ($actor:literal, $rest:literal) => {
        concat!(
            "with shown as (
                select client_id, at, act, parts from access_log
                 where at >= $1 and at <= $2 and ", $actor, " = $3 and outcome = 'granted' and purpose <> 'own-file' and client_id is not null),
             known as (select distinct client_id from shown),
             whose as (
                select d.client_id, l.client_id as standing
                  from known s join link_decision d on d.client_id = s.client_id and d.decided_at <= $2
                  join current_link l on l.record_id = d.record_id
                 where not exists (select 1 from link_decision n where n.record_id = d.record_id and n.client_id <> d.client_id
                                      and n.decided_at > d.decided_at and n.decided_at < $1)
                union
                select s.client_id, s.client_id from known s where not exists (
                    select 1 from link_decision d join current_link l on l.record_id = d.record_id where d.client_id = s.client_id)) ", $rest
        )
    };
}
macro_rules! of_both {
    ($by_user:ident, $by_organisation:ident, $rest:literal) => {
        const $by_user: Sql = Sql::both(window!("user_id", $rest));
        const $by_organisation: Sql = Sql::both(window!("organisation_id", $rest));
    };
}
of_both!(COUNT_OF_USER, COUNT_OF_ORGANISATION, "select (select count(distinct standing) from whose) as people, (select count(*) from shown) as readings");
of_both!(
    PEOPLE_OF_USER, PEOPLE_OF_ORGANISATION,
    "select w.standing, count(*) as readings, min(s.at) as first_at, max(s.at) as last_at
       from shown s join whose w on w.client_id = s.client_id group by w.standing order by w.standing limit $4 offset $5"
);
of_both!(
    PARTS_OF_USER, PARTS_OF_ORGANISATION,
    "select w.standing, s.act, s.parts, count(*) as readings, min(s.at) as first_at, max(s.at) as last_at
       from shown s join whose w on w.client_id = s.client_id where w.standing in ({list})
      group by w.standing, s.act, s.parts order by w.standing, s.act, s.parts"
);
of_both!(
    ALL_OF_USER, ALL_OF_ORGANISATION,
    "select w.standing, s.act, '' as parts, count(*) as readings, min(s.at) as first_at, max(s.at) as last_at
       from shown s join whose w on w.client_id = s.client_id
      group by w.standing, s.act order by w.standing, s.act"
);
of_both!(KINDS_OF_USER, KINDS_OF_ORGANISATION, "select act, count(*) as readings from shown group by act order by count(*) desc, act");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("breach add", &ADD), ("breach step", &STEP), ("breach", &ONE), ("breaches", &LIST), ("breaches told", &TOLD), ("breach steps", &STEPS),
        ("breach urgent", &URGENT), ("breach count, user", &COUNT_OF_USER), ("breach count, organisation", &COUNT_OF_ORGANISATION),
        ("breach people, user", &PEOPLE_OF_USER), ("breach people, organisation", &PEOPLE_OF_ORGANISATION),
        ("breach parts, user", &PARTS_OF_USER), ("breach parts, organisation", &PARTS_OF_ORGANISATION),
        ("breach all, user", &ALL_OF_USER), ("breach all, organisation", &ALL_OF_ORGANISATION),
        ("breach kinds, user", &KINDS_OF_USER), ("breach kinds, organisation", &KINDS_OF_ORGANISATION),
    ]
}

/// To whom data went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// To one user.
    User(Id),
    /// To everybody of an organisation.
    Organisation(String),
}

/// A breach, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Its id.
    pub id: Id,
    /// When it was written down here.
    pub recorded_at: Time,
    /// By whom.
    pub recorded_by: Id,
    /// When it was noticed; the clock runs from here.
    pub noticed: Time,
    /// The first moment of the window in which it happened.
    pub from: Time,
    /// The last moment of it.
    pub to: Time,
    /// To whom data went.
    pub actor: Actor,
    /// How many people the log named when it was recorded.
    pub people: i64,
    /// How often they were shown.
    pub readings: i64,
    /// What happened, in the officer's words.
    pub what: String,
    /// What was done, the earliest first.
    pub steps: Vec<Step>,
}

/// What was done about a breach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub done: Done,
    /// When it was written down.
    pub at: Time,
    /// By whom.
    pub author: Id,
    /// When somebody was told.
    pub done_at: Option<Time>,
    /// Why those concerned need not be told.
    pub reason: Option<Spared>,
    /// The language of a notice.
    pub language: Option<String>,
    /// What was written.
    pub text: String,
}

impl Breach {
    /// When the authority is to know.
    #[must_use]
    pub fn due(&self) -> Time {
        self.noticed.plus_seconds(CLOCK_SECONDS)
    }

    /// The last step of a kind.
    #[must_use]
    pub fn last(&self, done: Done) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.done == done)
    }

    /// Whether the authority has been told, or a reason says why it need not be.
    #[must_use]
    pub fn authority_settled(&self) -> bool {
        self.last(Done::AuthorityTold).or(self.last(Done::AuthorityNot)).is_some()
    }

    /// Whether those concerned have been told, or a reason says why they need not be.
    #[must_use]
    pub fn people_settled(&self) -> bool {
        self.last(Done::PeopleTold).or(self.last(Done::PeopleNot)).is_some()
    }

    /// What people were told, in this language or another.
    #[must_use]
    pub fn notice(&self, tag: &str) -> Option<&Step> {
        let notices = || self.steps.iter().filter(|step| step.done == Done::Notice);
        notices().find(|step| step.language.as_deref() == Some(tag)).or(notices().next())
    }

    /// Whether this line of the log is one by which the breach happened.
    #[must_use]
    pub fn holds(&self, line: &Line) -> bool {
        let actor = match &self.actor {
            Actor::User(user) => line.user == *user,
            Actor::Organisation(organisation) => line.organisation == *organisation,
        };
        actor && line.at >= self.from && line.at <= self.to && line.outcome == "granted" && line.purpose != "own-file"
    }
}

/// Somebody whom a breach concerns.
pub(super) struct Concerned {
    pub client: Id,
    pub readings: i64,
    pub first: Time,
    pub last: Time,
}

/// What of somebody was shown.
pub(super) struct Part {
    pub client: Id,
    pub act: String,
    pub parts: String,
    pub readings: i64,
    pub first: Time,
    pub last: Time,
}

fn place(what: &str, breach: Id, number: i64) -> Vec<u8> {
    [what.as_bytes(), &breach.bytes()[..], &number.to_be_bytes()].concat()
}

/// The window of a breach as the statements take it, with the one for its actor.
fn of_actor<'a>(breach: &Breach, by_user: &'a Sql, by_organisation: &'a Sql) -> (&'a Sql, Vec<Value>) {
    let (statement, actor): (_, Value) = match &breach.actor {
        Actor::User(user) => (by_user, user.into()),
        Actor::Organisation(organisation) => (by_organisation, organisation.into()),
    };
    (statement, vec![breach.from.into(), breach.to.into(), actor])
}

/// How many people the log names for this actor and window, and how many lines. For all functions of this room: errors are what the
/// database says.
pub(super) async fn count(tx: &mut Tx, _permit: &Permit, breach: &Breach) -> Result<(i64, i64), DbError> {
    let (statement, values) = of_actor(breach, &COUNT_OF_USER, &COUNT_OF_ORGANISATION);
    let row = tx.one(statement, values).await?;
    Ok((row.int("people")?, row.int("readings")?))
}

/// At most `at_most` of those concerned after the first `skip`.
pub(super) async fn people(tx: &mut Tx, _permit: &Permit, breach: &Breach, (skip, at_most): (i64, i64)) -> Result<Vec<Concerned>, DbError> {
    let (statement, mut values) = of_actor(breach, &PEOPLE_OF_USER, &PEOPLE_OF_ORGANISATION);
    values.extend([Value::from(at_most), Value::from(skip)]);
    let read = |row: &Row| {
        Ok(Concerned { client: row.id("standing")?, readings: row.int("readings")?, first: row.time("first_at")?, last: row.time("last_at")? })
    };
    tx.all(statement, values).await?.iter().map(read).collect()
}

/// What of these people was shown; of all of them when none are named, and then without the parts, in which reasons may stand that
/// somebody typed.
pub(super) async fn parts(tx: &mut Tx, _permit: &Permit, breach: &Breach, clients: Option<&[Id]>) -> Result<Vec<Part>, DbError> {
    let rows = match clients {
        Some(clients) => {
            let (statement, values) = of_actor(breach, &PARTS_OF_USER, &PARTS_OF_ORGANISATION);
            tx.all_in(statement, values, clients.iter().map(Value::from).collect()).await?
        }
        None => {
            let (statement, values) = of_actor(breach, &ALL_OF_USER, &ALL_OF_ORGANISATION);
            tx.all(statement, values).await?
        }
    };
    let read = |row: &Row| {
        Ok(Part {
            client: row.id("standing")?, act: row.text("act")?.to_owned(), parts: row.text("parts")?.to_owned(), readings: row.int("readings")?,
            first: row.time("first_at")?, last: row.time("last_at")?,
        })
    };
    rows.iter().map(read).collect()
}

/// As what data was shown, and how often; what was done most stands first.
pub(super) async fn kinds(tx: &mut Tx, _permit: &Permit, breach: &Breach) -> Result<Vec<(String, i64)>, DbError> {
    let (statement, values) = of_actor(breach, &KINDS_OF_USER, &KINDS_OF_ORGANISATION);
    tx.all(statement, values).await?.iter().map(|row| Ok((row.text("act")?.to_owned(), row.int("readings")?))).collect()
}

/// Keeps a breach; its steps are added by [`add_step`].
pub(super) async fn add(tx: &mut Tx, permit: &Permit, breach: &Breach) -> Result<(), DbError> {
    let what = keys::seal_text(tx, breach.id, &place("breach", breach.id, 0), &breach.what).await?;
    let (user, organisation) = match &breach.actor {
        Actor::User(user) => (Some(*user), None),
        Actor::Organisation(organisation) => (None, Some(organisation.as_str())),
    };
    let values = vec![
        breach.id.into(), breach.recorded_at.into(), permit.who().user.into(), breach.noticed.into(), breach.from.into(), breach.to.into(),
        user.into(), organisation.into(), breach.people.into(), breach.readings.into(), what.into(),
    ];
    tx.run(&ADD, values).await?;
    Ok(())
}

/// Adds a step behind those of the breach as it was read; [`DbError::Conflict`] when somebody added one meanwhile.
pub(super) async fn add_step(tx: &mut Tx, permit: &Permit, breach: &mut Breach, step: Step) -> Result<(), DbError> {
    let number = i64::try_from(breach.steps.len()).unwrap_or(i64::MAX).saturating_add(1);
    let text = keys::seal_text(tx, breach.id, &place("breach step", breach.id, number), &step.text).await?;
    let values = vec![
        breach.id.into(), number.into(), step.done.word().into(), step.at.into(), permit.who().user.into(), step.done_at.into(),
        step.reason.map(Spared::word).into(), step.language.as_deref().into(), text.into(),
    ];
    tx.run(&STEP, values).await?;
    breach.steps.push(step);
    Ok(())
}

/// One breach; [`DbError::NotFound`] when there is none of this id.
pub(super) async fn get(tx: &mut Tx, _permit: &Permit, id: Id) -> Result<Breach, DbError> {
    let rows = tx.maybe(&ONE, vec![id.into()]).await?;
    with_steps(tx, rows.as_slice()).await?.pop().ok_or(DbError::NotFound)
}

/// At most `at_most` breaches after the first `skip`: what is under way, noticed longest ago first; then what is closed.
pub(super) async fn list(tx: &mut Tx, _permit: &Permit, (skip, at_most): (i64, i64)) -> Result<Vec<Breach>, DbError> {
    let rows = tx.all(&LIST, vec![at_most.into(), skip.into()]).await?;
    with_steps(tx, &rows).await
}

/// The breaches of which people were told, and that happened by one of these lines of the log: what somebody reads about themselves.
///
/// # Errors
/// What the database says.
pub async fn told_about(tx: &mut Tx, _permit: &Permit, lines: &[Line]) -> Result<Vec<Breach>, DbError> {
    let rows = tx.all(&TOLD, vec![]).await?;
    let all = if rows.is_empty() { Vec::new() } else { with_steps(tx, &rows).await? };
    Ok(all.into_iter().filter(|breach| lines.iter().any(|line| breach.holds(line))).collect())
}

/// When the next authority's clock ends, of breaches that neither were told nor need be; tells nothing of any person.
///
/// # Errors
/// What the database says.
pub async fn urgent(tx: &mut Tx) -> Result<Option<Time>, DbError> {
    Ok(tx.one(&URGENT, vec![]).await?.opt_time("noticed_at")?.map(|noticed| noticed.plus_seconds(CLOCK_SECONDS)))
}

async fn with_steps(tx: &mut Tx, rows: &[Row]) -> Result<Vec<Breach>, DbError> {
    let mut opener = Opener::of(tx);
    let mut all: Vec<Breach> = rows.iter().map(|row| breach(&mut opener, row)).collect::<Result<_, _>>()?;
    let places: HashMap<Id, usize> = all.iter().enumerate().map(|(place, breach)| (breach.id, place)).collect();
    let list = all.iter().map(|breach| breach.id.into()).collect();
    for row in &tx.all_in(&STEPS, vec![], list).await? {
        let id = row.id("breach_id")?;
        if let Some(breach) = places.get(&id).and_then(|place| all.get_mut(*place)) {
            breach.steps.push(step(&mut opener, id, row)?);
        }
    }
    Ok(all)
}

fn breach(opener: &mut Opener, row: &Row) -> Result<Breach, DbError> {
    let id = row.id("breach_id")?;
    let actor = match row.opt_id("user_id")? {
        Some(user) => Actor::User(user),
        None => Actor::Organisation(row.text("organisation_id")?.to_owned()),
    };
    Ok(Breach {
        id,
        recorded_at: row.time("recorded_at")?,
        recorded_by: row.id("recorded_by")?,
        noticed: row.time("noticed_at")?,
        from: row.time("from_at")?,
        to: row.time("to_at")?,
        actor,
        people: row.int("people")?,
        readings: row.int("readings")?,
        what: opener.text(id, row, &place("breach", id, 0))?,
        steps: Vec::new(),
    })
}

fn step(opener: &mut Opener, id: Id, row: &Row) -> Result<Step, DbError> {
    let known = |column: &str, word: &str| DbError::Column { column: column.into(), problem: format!("“{word}” is not known") };
    let word = row.text("step")?;
    Ok(Step {
        done: word.parse().map_err(|_| known("step", word))?,
        at: row.time("at")?,
        author: row.id("author")?,
        done_at: row.opt_time("done_at")?,
        reason: row.opt_text("reason")?.map(|word| word.parse().map_err(|_| known("reason", word))).transpose()?,
        language: row.opt_text("language")?.map(str::to_owned),
        text: opener.text(id, row, &place("breach step", id, row.int("place")?))?,
    })
}

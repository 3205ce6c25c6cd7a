//! The SQL of requests.

use super::{Done, Kind, Outcome};
use crate::consents::Channel;
use db::{DbError, Row, Sql, Statement, Tx, Value};
use history::keys::{self, Opener};
use rights::Permit;
use std::collections::HashMap;
use words::{Date, Id, Time};

const ADD: Sql = Sql::both(
    "insert into request (record_id, request_id, kind, about_id, channel, language, received_on, due_on, recorded_at, recorded_by,
                          recorded_for, sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
);
const STEP: Sql = Sql::both(
    "insert into request_step (record_id, request_id, step, at, author, outcome, due_on, made_id, sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const OF_CLIENTS: Sql = Sql::both(
    "select l.client_id, r.record_id, r.request_id, r.kind, r.about_id, r.channel, r.language, r.received_on, r.due_on, r.recorded_at,
            r.recorded_by, r.recorded_for, r.sealed, k.wrapped
       from current_link l join request r on r.record_id = l.record_id left join subject_key k on k.subject_id = r.record_id
      where l.client_id in ({list}) order by r.recorded_at, r.request_id",
);
const STEPS: Sql = Sql::both(
    "select s.record_id, s.request_id, s.step, s.at, s.author, s.outcome, s.due_on, s.made_id, s.sealed, k.wrapped
       from current_link l join request_step s on s.record_id = l.record_id left join subject_key k on k.subject_id = s.record_id
      where l.client_id in ({list}) order by s.at, s.step",
);
macro_rules! clocks {
    ($rest:literal) => {
        concat!(
            "select r.request_id, r.kind, r.channel, r.received_on, coalesce(e.due_on, r.due_on) as due_on, l.client_id,
                    e.at as extended_at, c.at as closed_at, c.outcome
               from request r left join current_link l on l.record_id = r.record_id
               left join request_step e on e.record_id = r.record_id and e.request_id = r.request_id and e.step = 'extended'
               left join request_step c on c.record_id = r.record_id and c.request_id = r.request_id and c.step = 'closed' ", $rest
        )
    };
}
const WAITING: Sql = Sql::both(clocks!("where c.at is null order by coalesce(e.due_on, r.due_on), r.request_id limit $1 offset $2"));
const CLOSED: Sql = Sql::both(clocks!("where c.at is not null order by c.at desc, r.request_id limit $1 offset $2"));
const COUNT: Sql = Sql::both(
    "select count(*) as requests from request r where not exists (
        select 1 from request_step s where s.record_id = r.record_id and s.request_id = r.request_id and s.step = 'closed')",
);
const WAITS_FOR_COPY: Sql = Sql::both(
    "select distinct l.client_id from current_link l join request r on r.record_id = l.record_id
      where l.client_id in ({list}) and r.kind = 'copy' and not exists (
            select 1 from request_step s where s.record_id = r.record_id and s.request_id = r.request_id and s.step = 'closed')",
);
// Asked for each client page: of all requests only those whose words stand beside an entry.
const BESIDE: Sql = Sql::both(
    "select r.record_id, r.request_id, r.about_id, r.sealed, k.wrapped
       from current_link l join request r on r.record_id = l.record_id and r.kind = 'correction' and r.about_id is not null
       join request_step c on c.record_id = r.record_id and c.request_id = r.request_id and c.step = 'closed' and c.outcome in ('refused', 'partly')
       left join subject_key k on k.subject_id = r.record_id
      where l.client_id in ({list}) order by r.recorded_at, r.request_id",
);
const CLIENT: Sql = Sql::both("select l.client_id from request r join current_link l on l.record_id = r.record_id where r.request_id = $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("request add", &ADD), ("request step", &STEP), ("requests of", &OF_CLIENTS), ("request steps", &STEPS), ("requests waiting", &WAITING),
        ("requests closed", &CLOSED), ("client of a request", &CLIENT), ("requests of copies", &WAITS_FOR_COPY),
        ("requests count", &COUNT), ("requests beside entries", &BESIDE),
    ]
}

/// What somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: Id,
    /// The record of the person who asks.
    pub record: Id,
    /// What they ask for.
    pub kind: Kind,
    /// The entry it is about, when it is about one.
    pub about: Option<Id>,
    /// How they asked.
    pub channel: Channel,
    /// The language in which they read the answer.
    pub language: String,
    /// The day they asked; the clock runs from here.
    pub received: Date,
    /// The day by which they are to have an answer, not counting that it was put off.
    pub first_due: Date,
    /// When it was written down here.
    pub recorded_at: Time,
    /// By whom: the person themselves, or who wrote it down.
    pub recorded_by: Id,
    /// Their organisation.
    pub recorded_for: String,
    /// In the person's words; empty when they said nothing, or their key was destroyed.
    pub says: String,
    /// What was done about it, the earliest first.
    pub steps: Vec<Step>,
}

/// What was done about a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub done: Done,
    /// When.
    pub at: Time,
    /// By whom.
    pub author: Id,
    /// What came of it, when it is closed.
    pub outcome: Option<Outcome>,
    /// Until when it is put off.
    pub due: Option<Date>,
    /// The entry that came of it.
    pub made: Option<Id>,
    /// What the person is told, in the officer's words.
    pub told: String,
}

impl Request {
    /// The step that closed it.
    #[must_use]
    pub fn closed(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.done == Done::Closed)
    }

    /// The step that put it off.
    #[must_use]
    pub fn put_off(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.done == Done::Extended)
    }

    /// Whether the file is restricted because of it.
    #[must_use]
    pub fn restricts(&self) -> bool {
        let granted = self.closed().is_some_and(|step| step.outcome == Some(Outcome::Granted));
        matches!(self.kind, Kind::Restriction | Kind::Objection) && granted && self.lifted().is_none()
    }

    /// The step that ended the restriction.
    #[must_use]
    pub fn lifted(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.done == Done::Lifted)
    }

    /// The day by which the person is to have an answer.
    #[must_use]
    pub fn due(&self) -> Date {
        self.put_off().and_then(|step| step.due).unwrap_or(self.first_due)
    }
}

/// A request as the officer's list has it: the clock, and nothing of what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub id: Id,
    /// Whose; none while the record it was asked about belongs to nobody.
    pub client: Option<Id>,
    pub kind: Kind,
    pub channel: Channel,
    pub received: Date,
    pub due: Date,
    pub extended: bool,
    pub closed: Option<(Time, Outcome)>,
}

fn place(what: &[u8], record: Id, request: Id) -> Vec<u8> {
    [what, &record.bytes()[..], &request.bytes()[..]].concat()
}

fn place_of(done: Done, request: &Request) -> Vec<u8> {
    place(format!("request step {done}").as_bytes(), request.record, request.id)
}

/// Keeps what somebody asks for.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn add(tx: &mut Tx, permit: &Permit, request: &Request) -> Result<(), DbError> {
    let says = keys::seal_text(tx, request.record, &place(b"request", request.record, request.id), &request.says).await?;
    let values = vec![
        request.record.into(), request.id.into(), request.kind.word().into(), request.about.into(), request.channel.word().into(),
        (&request.language).into(), request.received.into(), request.first_due.into(), request.recorded_at.into(), permit.who().user.into(),
        (&request.recorded_for).into(), says.into(),
    ];
    tx.run(&ADD, values).await?;
    Ok(())
}

/// Keeps what was done about a request; [`DbError::Conflict`] when somebody else did the same before.
pub(super) async fn add_step(tx: &mut Tx, permit: &Permit, request: &Request, step: &Step) -> Result<(), DbError> {
    let told = keys::seal_text(tx, request.record, &place_of(step.done, request), &step.told).await?;
    let values = vec![
        request.record.into(), request.id.into(), step.done.word().into(), step.at.into(), permit.who().user.into(),
        step.outcome.map(Outcome::word).into(), step.due.into(), step.made.into(), told.into(),
    ];
    tx.run(&STEP, values).await?;
    Ok(())
}

/// Everything these clients asked for, the earliest first, each with its client. The permit must be for these clients.
///
/// # Errors
/// What the database says.
pub async fn of_clients(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<(Id, Request)>, DbError> {
    let list: Vec<Value> = clients.iter().map(Value::from).collect();
    let rows = tx.all_in(&OF_CLIENTS, vec![], list.clone()).await?;
    let mut opener = Opener::of(tx);
    let mut all: Vec<(Id, Request)> = rows.iter().map(|row| request(&mut opener, row)).collect::<Result<_, _>>()?;
    let places: HashMap<Id, usize> = all.iter().enumerate().map(|(place, (_, request))| (request.id, place)).collect();
    for row in &tx.all_in(&STEPS, vec![], list).await? {
        if let Some((_, request)) = places.get(&row.id("request_id")?).and_then(|place| all.get_mut(*place)) {
            let step = step(&mut opener, row, request)?;
            request.steps.push(step);
        }
    }
    Ok(all)
}

/// What these clients say beside entries that were not, or only in part, put right as they asked: the entry, and their words. Of their
/// other requests nothing is read.
///
/// # Errors
/// What the database says.
pub async fn statements_beside(tx: &mut Tx, _permit: &Permit, clients: &[Id]) -> Result<Vec<(Id, String)>, DbError> {
    let rows = tx.all_in(&BESIDE, vec![], clients.iter().map(Value::from).collect()).await?;
    let mut opener = Opener::of(tx);
    let mut beside = Vec::with_capacity(rows.len());
    for row in &rows {
        let record = row.id("record_id")?;
        let says = opener.text(record, row, &place(b"request", record, row.id("request_id")?))?;
        if !says.is_empty() {
            beside.push((row.id("about_id")?, says));
        }
    }
    Ok(beside)
}

/// At most `at_most` of the clocks that run, the soonest due first; or of those that have stopped, the latest first; after the first
/// `skip`. They name nobody.
pub(super) async fn clocks(tx: &mut Tx, _permit: &Permit, running: bool, (skip, at_most): (i64, i64)) -> Result<Vec<Clock>, DbError> {
    tx.all(if running { &WAITING } else { &CLOSED }, vec![at_most.into(), skip.into()]).await?.iter().map(clock).collect()
}

/// The day on which the next answer is due; tells nothing of whose.
///
/// # Errors
/// What the database says.
pub async fn soonest(tx: &mut Tx) -> Result<Option<Date>, DbError> {
    tx.maybe(&WAITING, vec![1.into(), 0.into()]).await?.map(|row| row.date("due_on")).transpose()
}

/// How many requests wait for an answer; tells nothing of whose.
///
/// # Errors
/// What the database says.
pub async fn waiting(tx: &mut Tx) -> Result<i64, DbError> {
    tx.one(&COUNT, vec![]).await?.int("requests")
}

/// Those of these clients who have asked for a copy and wait for it. Read before anything is decided, so it takes no permit.
///
/// # Errors
/// What the database says.
pub async fn waits_for_copy(tx: &mut Tx, clients: &[Id]) -> Result<Vec<Id>, DbError> {
    let rows = tx.all_in(&WAITS_FOR_COPY, vec![], clients.iter().map(Value::from).collect()).await?;
    rows.iter().map(|row| row.id("client_id")).collect()
}

/// The client who asked; nobody reads anything of it yet.
pub(super) async fn client_of(tx: &mut Tx, request: Id) -> Result<Id, DbError> {
    tx.maybe(&CLIENT, vec![request.into()]).await?.ok_or(DbError::NotFound)?.id("client_id")
}

fn request(opener: &mut Opener, row: &Row) -> Result<(Id, Request), DbError> {
    let mut request = Request {
        id: row.id("request_id")?,
        record: row.id("record_id")?,
        kind: row.word("kind")?,
        about: row.opt_id("about_id")?,
        channel: row.word("channel")?,
        language: row.text("language")?.to_owned(),
        received: row.date("received_on")?,
        first_due: row.date("due_on")?,
        recorded_at: row.time("recorded_at")?,
        recorded_by: row.id("recorded_by")?,
        recorded_for: row.text("recorded_for")?.to_owned(),
        says: String::new(),
        steps: Vec::new(),
    };
    request.says = opener.text(request.record, row, &place(b"request", request.record, request.id))?;
    Ok((row.id("client_id")?, request))
}

fn step(opener: &mut Opener, row: &Row, request: &Request) -> Result<Step, DbError> {
    let done = row.word("step")?;
    Ok(Step {
        done,
        at: row.time("at")?,
        author: row.id("author")?,
        outcome: row.opt_text("outcome")?.map(|_| row.word("outcome")).transpose()?,
        due: row.opt_date("due_on")?,
        made: row.opt_id("made_id")?,
        told: opener.text(request.record, row, &place_of(done, request))?,
    })
}

fn clock(row: &Row) -> Result<Clock, DbError> {
    let closed_at = row.opt_time("closed_at")?;
    Ok(Clock {
        id: row.id("request_id")?,
        client: row.opt_id("client_id")?,
        kind: row.word("kind")?,
        channel: row.word("channel")?,
        received: row.date("received_on")?,
        due: row.date("due_on")?,
        extended: row.opt_time("extended_at")?.is_some(),
        closed: closed_at.map(|at| Ok::<_, DbError>((at, row.word("outcome")?))).transpose()?,
    })
}

//! Planning a meeting, calling one off, and recording what came of one.

use super::rules::{Basis, Channel, Outcome};
use super::store::{self, Ended, Meeting};
use crate::readable;
use db::{DbError, Tx};
use history::entries::{self, Entry};
use office::{App, Problem};
use people::{consents, links};
use rights::Permit;
use std::collections::BTreeMap;
use words::{Date, EntryKind, Id, Sensitivity, Time};

/// When a meeting is to be, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    pub starts_at: Time,
    pub minutes: i64,
    pub channel: Channel,
}

/// What came of a meeting.
pub(super) struct Recorded {
    pub outcome: Outcome,
    pub on: Date,
    pub channel: Channel,
    pub minutes: Option<i64>,
    pub basis: Basis,
    pub note: String,
    pub level: Sensitivity,
    pub next: Option<Plan>,
}

impl Recorded {
    /// That somebody did not come to a planned meeting.
    pub fn missed(app: &App, planned: &Meeting) -> Recorded {
        Recorded {
            outcome: Outcome::NoShow,
            on: planned.starts_at.date(),
            channel: planned.channel,
            minutes: None,
            basis: Basis::Fact,
            note: String::new(),
            level: app.pack.sensitivity(EntryKind::Meeting),
            next: None,
        }
    }
}

/// A meeting with the permit's client that was planned by anybody and is not over: `None` when there is none of this id.
pub(super) async fn open_one(tx: &mut Tx, permit: &Permit, id: Id) -> Result<Option<Meeting>, DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let all = store::of_clients(tx, permit, &[client]).await?;
    Ok(all.into_iter().map(|(_, meeting)| meeting).find(|meeting| meeting.id == id && meeting.ended.is_none()))
}

/// What came of a meeting already, when it is to be recorded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Nothing: it is still open, or nobody knows of it.
    Nothing,
    /// The same, said by the same person: it was sent twice.
    TheSame,
    /// Something else, or by somebody else.
    Else,
}

/// What is recorded under this id about the permit's client, beside what is to be recorded.
pub(super) async fn recorded_before(tx: &mut Tx, permit: &Permit, id: Id, recorded: &Recorded, now: Time) -> Result<Before, DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let all = store::of_clients(tx, permit, &[client]).await?;
    let Some(ended) = all.iter().find(|(_, meeting)| meeting.id == id).and_then(|(_, meeting)| meeting.ended.clone()) else { return Ok(Before::Nothing) };
    let (_, clients) = links::clients_of(tx, client).await?;
    let entries = entries::of_subjects(tx, permit, &clients, now).await?;
    let says_so = |told: &Entry| Some(told.id) == ended.entry && told.body == recorded.note && told.details.get("outcome").map(String::as_str) == Some(recorded.outcome.word());
    Ok(if ended.author == permit.who().user && entries.iter().any(says_so) { Before::TheSame } else { Before::Else })
}

/// Plans a meeting of the permit's holder with its client.
pub(super) async fn plan(tx: &mut Tx, app: &App, permit: &Permit, id: Id, plan: Plan) -> Result<Meeting, DbError> {
    let (client, who) = (permit.client().ok_or(DbError::NotFound)?, permit.who());
    let meeting = Meeting {
        id,
        record: consents::record_of(tx, permit, client).await?,
        user: who.user,
        name: who.name.clone(),
        organisation: who.organisation.clone(),
        starts_at: plan.starts_at,
        minutes: plan.minutes,
        channel: plan.channel,
        put_at: app.clock.now(),
        author: who.user,
        ended: None,
    };
    store::add(tx, permit, &meeting).await?;
    Ok(meeting)
}

/// Calls a planned meeting off.
pub(super) async fn call_off(tx: &mut Tx, app: &App, permit: &Permit, id: Id) -> Result<(), Problem> {
    let meeting = open_one(tx, permit, id).await?.ok_or(Problem::Already)?;
    let (at, author) = (app.clock.now(), permit.who().user);
    let ended = Ended { outcome: Outcome::CalledOff, at, author, entry: None, held_on: None, channel: None, minutes: None };
    Ok(store::end(tx, permit, &meeting, &ended).await?)
}

/// Records what came of a meeting, planned or not, as an entry of the history, and plans the next one.
pub(super) async fn record(tx: &mut Tx, app: &App, permit: &Permit, id: Id, recorded: Recorded) -> Result<(), Problem> {
    let now = app.clock.now();
    let meeting = match open_one(tx, permit, id).await? {
        Some(planned) => planned,
        None => {
            let minutes = recorded.minutes.unwrap_or(app.pack.contacts.minutes);
            plan(tx, app, permit, id, Plan { starts_at: recorded.on.start(), minutes, channel: recorded.channel }).await?
        }
    };
    let entry = entry(app, permit, &recorded)?;
    let ended = Ended {
        outcome: recorded.outcome,
        at: now,
        author: permit.who().user,
        entry: Some(entry.id),
        held_on: Some(recorded.on),
        channel: Some(recorded.channel),
        minutes: recorded.minutes.filter(|_| recorded.outcome.is_held()),
    };
    store::end(tx, permit, &meeting, &ended).await?;
    entries::add(tx, permit, vec![entry]).await?;
    if let Some(next) = recorded.next {
        plan(tx, app, permit, app.clock.id(), next).await?;
    }
    Ok(())
}

fn entry(app: &App, permit: &Permit, recorded: &Recorded) -> Result<Entry, Problem> {
    let mut details = BTreeMap::from([
        ("outcome".to_owned(), recorded.outcome.word().to_owned()),
        ("channel".to_owned(), recorded.channel.word().to_owned()),
    ]);
    if !recorded.note.is_empty() {
        details.insert("basis".to_owned(), recorded.basis.word().to_owned());
    }
    if let Some(minutes) = recorded.minutes.filter(|_| recorded.outcome.is_held()) {
        details.insert("minutes".to_owned(), minutes.to_string());
    }
    let level = (EntryKind::Meeting, recorded.level);
    Ok(Entry { from: recorded.on, ..readable::entry(app, permit, level, (recorded.note.clone(), details))? })
}

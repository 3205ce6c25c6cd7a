//! Asking, putting off, answering.

use super::{Done, Kind, Outcome, Request, Step, rules, store};
use crate::consents::{self, Channel};
use db::{DbError, Tx};
use office::App;
use rights::Permit;
use history::entries::{self, Entry, Told};
use std::collections::BTreeMap;
use words::{Date, Id};

/// What somebody asks for.
pub(super) struct Asking {
    pub kind: Kind,
    /// The entry it is about, when it is about one.
    pub about: Option<Id>,
    pub channel: Channel,
    /// The day they asked, when it was not today.
    pub on: Option<Date>,
    pub language: String,
    pub says: String,
}

/// Keeps what the client the permit is for asks for; [`DbError::NotFound`] when they have no record.
pub(super) async fn ask(tx: &mut Tx, app: &App, permit: &Permit, asking: Asking) -> Result<Id, DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let now = app.clock.now();
    let received = asking.on.unwrap_or(now.date());
    let request = Request {
        id: app.clock.id(),
        record: consents::record_of(tx, permit, client).await?,
        kind: asking.kind,
        about: asking.about,
        channel: asking.channel,
        language: asking.language,
        received,
        first_due: rules::due(received),
        recorded_at: now,
        recorded_by: permit.who().user,
        recorded_for: permit.who().organisation.clone(),
        says: asking.says,
        steps: Vec::new(),
    };
    store::add(tx, permit, &request).await?;
    Ok(request.id)
}

/// Puts the answer off by two months, with the reason the person reads; [`DbError::Conflict`] when it was put off before, is answered, or
/// the month is over: then it is late, and nothing makes it punctual.
pub(super) async fn put_off(tx: &mut Tx, app: &App, permit: &Permit, request: &Request, reason: String) -> Result<(), DbError> {
    let now = app.clock.now();
    if request.closed().is_some() || request.put_off().is_some() || now.date() > request.first_due {
        return Err(DbError::Conflict("this request can no longer be put off".to_owned()));
    }
    let due = rules::extended(request.received);
    let step = Step { done: Done::Extended, at: now, author: permit.who().user, outcome: None, due: Some(due), made: None, told: reason };
    store::add_step(tx, permit, request, &step).await
}

/// Closes a request with what came of it, and with the entry that did; [`DbError::Conflict`] when it is closed.
pub(super) async fn close(
    tx: &mut Tx, app: &App, permit: &Permit, request: &Request, outcome: Outcome, (told, made): (String, Option<Id>),
) -> Result<(), DbError> {
    if request.closed().is_some() {
        return Err(DbError::Conflict("this request is closed".to_owned()));
    }
    let author = permit.who().user;
    let step = Step { done: Done::Closed, at: app.clock.now(), author, outcome: Some(outcome), due: None, made, told };
    store::add_step(tx, permit, request, &step).await
}

/// What an entry is to say instead.
pub(super) struct Correction {
    pub body: String,
    pub details: BTreeMap<String, String>,
}

/// Adds an entry that says what is right and points to the one that was wrong, which stays behind it. It stands where that one stands:
/// the same day, kind, level and organisation, so that the same people read it; its author is whoever decided. Gives its id.
pub(super) async fn correct(tx: &mut Tx, app: &App, permit: &Permit, wrong: &Told, correction: Correction) -> Result<Id, DbError> {
    let id = app.clock.id();
    let entry = Entry {
        id,
        recorded_at: app.clock.now(),
        author: Some(permit.who().user),
        worker: None,
        corrects: Some(wrong.entry.id),
        source: None,
        body: correction.body,
        details: correction.details,
        ..wrong.entry.clone()
    };
    entries::add(tx, permit, vec![entry]).await?;
    Ok(id)
}

/// Ends a restriction, with the reason the person reads before anything is used again; [`DbError::Conflict`] when there is none.
pub(super) async fn lift(tx: &mut Tx, app: &App, permit: &Permit, request: &Request, told: String) -> Result<(), DbError> {
    if !request.restricts() {
        return Err(DbError::Conflict("this request restricts nothing".to_owned()));
    }
    let author = permit.who().user;
    let step = Step { done: Done::Lifted, at: app.clock.now(), author, outcome: None, due: None, made: None, told };
    store::add_step(tx, permit, request, &step).await
}

//! Recording a breach, and going on with it.

use super::store::{self, Actor, Breach, Step};
use super::{Done, Spared};
use db::{DbError, Tx};
use office::App;
use rights::Permit;
use words::Time;

/// What is known of a breach when it is written down.
pub(super) struct Noticed {
    pub what: String,
    pub noticed: Time,
    pub from: Time,
    pub to: Time,
    pub actor: Actor,
}

/// What is to be added to a breach.
pub(super) struct Going {
    pub done: Done,
    pub text: String,
    /// When somebody was told.
    pub done_at: Option<Time>,
    /// Why those concerned need not be told.
    pub reason: Option<Spared>,
    /// What is added behind it: why the authority was told late, or the notice in each language.
    pub with: Vec<(Done, Option<String>, String)>,
}

/// Why a step cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// It is closed, or was done before.
    Done,
    /// The authority has neither been told nor need not be.
    Authority,
    /// Those concerned have neither been told nor need not be.
    People,
    /// The authority was told after the clock had ended, and nothing says why.
    Delay,
}

/// Keeps a breach with the number of people the log names.
pub(super) async fn record(tx: &mut Tx, app: &App, permit: &Permit, noticed: Noticed) -> Result<Breach, DbError> {
    let mut breach = Breach {
        id: app.clock.id(),
        recorded_at: app.clock.now(),
        recorded_by: permit.who().user,
        noticed: noticed.noticed,
        from: noticed.from,
        to: noticed.to,
        actor: noticed.actor,
        people: 0,
        readings: 0,
        what: noticed.what,
        steps: Vec::new(),
    };
    (breach.people, breach.readings) = store::count(tx, permit, &breach).await?;
    store::add(tx, permit, &breach).await?;
    Ok(breach)
}

/// Whether a step may be taken, by what has been done before. What one is spared may later be done after all; what is done stays done.
pub(super) fn may(breach: &Breach, going: &Going) -> Result<(), Missing> {
    let was = |done| breach.last(done).is_some();
    if was(Done::Closed) {
        return Err(Missing::Done);
    }
    match going.done {
        Done::Risk | Done::Measures => Ok(()),
        Done::AuthorityTold | Done::AuthorityNot if was(Done::AuthorityTold) => Err(Missing::Done),
        Done::AuthorityNot if was(Done::AuthorityNot) => Err(Missing::Done),
        Done::AuthorityTold => {
            let late = going.done_at.is_some_and(|at| at > breach.due());
            let says_why = going.with.iter().any(|(done, _, text)| *done == Done::Delay && !text.is_empty());
            if late && !says_why { Err(Missing::Delay) } else { Ok(()) }
        }
        Done::PeopleTold | Done::PeopleNot if was(Done::PeopleTold) => Err(Missing::Done),
        Done::PeopleNot if was(Done::PeopleNot) => Err(Missing::Done),
        Done::Closed if !breach.authority_settled() => Err(Missing::Authority),
        Done::Closed if !breach.people_settled() => Err(Missing::People),
        Done::AuthorityNot | Done::PeopleTold | Done::PeopleNot | Done::Closed => Ok(()),
        // These stand behind another step and are not taken alone.
        Done::Delay | Done::Notice => Err(Missing::Done),
    }
}

/// Adds a step and what goes with it; ask [`may`] first.
pub(super) async fn go_on(tx: &mut Tx, app: &App, permit: &Permit, breach: &mut Breach, going: Going) -> Result<(), DbError> {
    let (at, author) = (app.clock.now(), permit.who().user);
    let first = Step { done: going.done, at, author, done_at: going.done_at, reason: going.reason, language: None, text: going.text };
    store::add_step(tx, permit, breach, first).await?;
    for (done, language, text) in going.with {
        store::add_step(tx, permit, breach, Step { done, at, author, done_at: None, reason: None, language, text }).await?;
    }
    Ok(())
}

//! Asking, answering, ending.

use super::rules::{Holds, State};
use super::store::{self, Release, Step};
use super::Done;
use crate::consents;
use crate::links;
use db::{DbError, Tx};
use office::{App, organisations};
use rights::{Permit, Purpose, Who};
use std::collections::BTreeSet;
use words::{EntryKind, Id};

/// What somebody asks for.
pub(super) struct Asking {
    pub holds: Holds,
    pub purpose: Purpose,
    pub says: String,
}

/// What of a client somebody of this organisation may be given now: what whoever leads the case releases, and what the client has agreed
/// to. All other kinds need their consent first.
pub(super) async fn may_give(tx: &mut Tx, app: &App, permit: &Permit, organisation: &str) -> Result<BTreeSet<EntryKind>, DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let kind = organisations::kind(tx, organisation).await?.ok_or(DbError::NotFound)?;
    let agreed = consents::in_force(tx, organisation, &[client], app.clock.now()).await?;
    let agreed = |asked: &EntryKind| agreed.iter().any(|(_, kind)| kind == asked);
    Ok(app.pack.grounds.asked_for().filter(|asked| app.pack.grounds.may_release(&kind, *asked) || agreed(asked)).collect())
}

/// Keeps that the organisation of the permit's holder asks for parts of its client's file; [`DbError::NotFound`] when it keeps no record of
/// them, [`DbError::Conflict`] when it has asked before and waits for the answer.
pub(super) async fn ask(tx: &mut Tx, app: &App, permit: &Permit, asking: Asking) -> Result<(), DbError> {
    let (who, client, now) = (permit.who(), permit.client().ok_or(DbError::NotFound)?, app.clock.now());
    let members = links::members(tx, permit, &[client]).await?;
    let own = members.iter().find(|member| member.organisation == who.organisation).ok_or(DbError::NotFound)?;
    let before = store::of_clients(tx, permit, &[client]).await?;
    let waits = |release: &Release| release.organisation == who.organisation && release.guest.is_none() && release.state(now.date()) == State::Asked;
    if before.iter().any(|(_, release)| waits(release)) {
        return Err(DbError::Conflict("this organisation has asked and waits for an answer".to_owned()));
    }
    let release = Release {
        id: app.clock.id(),
        record: own.record,
        organisation: who.organisation.clone(),
        guest: None,
        asked: asking.holds,
        purpose: asking.purpose,
        asked_at: now,
        asked_by: who.user,
        due: app.pack.watching.working_days_after(now.date(), app.pack.grounds.releases().answer_working_days),
        says: asking.says,
        steps: Vec::new(),
    };
    store::add(tx, permit, &release).await
}

/// Invites `guest` to parts of the file of the permit's client: asked for and given at once, to them alone. What may be given is the caller's
/// to hold against [`may_give`].
pub(super) async fn invite(tx: &mut Tx, app: &App, permit: &Permit, guest: &Who, asking: Asking) -> Result<(), DbError> {
    let (client, now) = (permit.client().ok_or(DbError::NotFound)?, app.clock.now());
    let release = Release {
        id: app.clock.id(),
        record: consents::record_of(tx, permit, client).await?,
        organisation: guest.organisation.clone(),
        guest: Some(guest.user),
        asked: asking.holds,
        purpose: asking.purpose,
        asked_at: now,
        asked_by: permit.who().user,
        due: now.date(),
        says: asking.says,
        steps: Vec::new(),
    };
    store::add(tx, permit, &release).await?;
    step(tx, app, permit, &release, (Done::Approved, Some(release.asked.clone()), String::new())).await
}

async fn step(tx: &mut Tx, app: &App, permit: &Permit, release: &Release, (done, holds, told): (Done, Option<Holds>, String)) -> Result<(), DbError> {
    store::add_step(tx, permit, release, &Step { done, at: app.clock.now(), author: permit.who().user, holds, told }).await
}

/// Releases `holds` of what was asked for; [`DbError::Conflict`] when it no longer waits, or when it is more than was asked for or may be given.
pub(super) async fn approve(tx: &mut Tx, app: &App, permit: &Permit, release: &Release, holds: Holds, told: String) -> Result<(), DbError> {
    let today = app.clock.now().date();
    let given = may_give(tx, app, permit, &release.organisation).await?;
    let asked = holds == release.asked || holds.is_less_than(&release.asked);
    if release.state(today) != State::Asked || !asked || holds.kinds.is_empty() || holds.until < today || !holds.kinds.is_subset(&given) {
        return Err(DbError::Conflict("this cannot be released".to_owned()));
    }
    step(tx, app, permit, release, (Done::Approved, Some(holds), told)).await
}

/// Refuses what was asked for, with a reason that whoever asked reads; [`DbError::Conflict`] when it no longer waits.
pub(super) async fn refuse(tx: &mut Tx, app: &App, permit: &Permit, release: &Release, told: String) -> Result<(), DbError> {
    if release.state(app.clock.now().date()) != State::Asked {
        return Err(DbError::Conflict("this no longer waits for an answer".to_owned()));
    }
    step(tx, app, permit, release, (Done::Refused, None, told)).await
}

/// From now on less is released, or for a shorter time, in a transaction of [`db::Db::revoke`]; [`DbError::Conflict`] when it is not less.
pub(super) async fn narrow(tx: &mut Tx, app: &App, permit: &Permit, release: &Release, holds: Holds, told: String) -> Result<(), DbError> {
    let today = app.clock.now().date();
    if !release.gives(today).is_some_and(|now| holds.is_less_than(now)) || holds.kinds.is_empty() || holds.until < today {
        return Err(DbError::Conflict("this is not less than what is released".to_owned()));
    }
    step(tx, app, permit, release, (Done::Narrowed, Some(holds), told)).await
}

/// Ends what is released before its last day, in a transaction of [`db::Db::revoke`]; [`DbError::Conflict`] when nothing is.
pub(super) async fn end(tx: &mut Tx, app: &App, permit: &Permit, release: &Release, told: String) -> Result<(), DbError> {
    if release.gives(app.clock.now().date()).is_none() {
        return Err(DbError::Conflict("nothing is released that could end".to_owned()));
    }
    step(tx, app, permit, release, (Done::Ended, None, told)).await
}

/// Whoever asked no longer does, before or after the answer, in a transaction of [`db::Db::revoke`]; [`DbError::Conflict`] when it is over.
pub(super) async fn withdraw(tx: &mut Tx, app: &App, permit: &Permit, release: &Release) -> Result<(), DbError> {
    if !matches!(release.state(app.clock.now().date()), State::Asked | State::Approved | State::Partly) {
        return Err(DbError::Conflict("this is over".to_owned()));
    }
    step(tx, app, permit, release, (Done::Withdrawn, None, String::new())).await
}

/// The release of this id about the permit's client.
pub(super) async fn get(tx: &mut Tx, permit: &Permit, id: Id) -> Result<Release, DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let all = store::of_clients(tx, permit, &[client]).await?;
    all.into_iter().map(|(_, release)| release).find(|release| release.id == id).ok_or(DbError::NotFound)
}

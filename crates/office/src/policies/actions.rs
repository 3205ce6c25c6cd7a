//! Saying yes to the policy: users acknowledge it for themselves, managers sign it for their organisation.

use super::store::{self, Said};
use crate::{App, Problem};
use db::{DbError, Tx};
use rights::{Act, Role, Who};
use words::{Date, Id, Time};

/// The last day on which what was acknowledged at a moment holds.
pub(super) fn holds_until(app: &App, at: Time) -> Date {
    at.date().plus_months(app.pack.policy.acknowledge_months)
}

/// Whether somebody is to acknowledge the version in force before they come in: everybody who works here, once a version and again when
/// that was longer ago than the pack says.
///
/// # Errors
/// What the database says.
pub(crate) async fn is_asked(tx: &mut Tx, app: &App, who: &Who) -> Result<bool, DbError> {
    let today = app.clock.now().date();
    let Some(version) = app.pack.policy.in_force(today).filter(|_| who.role != Role::Jobseeker) else { return Ok(false) };
    let last = store::last(tx, who.user, &app.pack.name, version.number).await?;
    Ok(last.is_none_or(|at| holds_until(app, at) < today))
}

/// Keeps that a user acknowledges the version in force, read in this language; nothing where none is in force.
///
/// # Errors
/// What the database says.
pub async fn acknowledge(tx: &mut Tx, app: &App, user: Id, language: &str) -> Result<(), DbError> {
    let at = app.clock.now();
    let Some(version) = app.pack.policy.in_force(at.date()) else { return Ok(()) };
    let said = Said { id: app.clock.id(), pack: &app.pack.name, version: version.number, user, at };
    store::acknowledge(tx, said, language).await
}

/// Signs a version for the organisation of whoever signs. It has to be the one in force that they have read, and is signed once.
pub(super) async fn sign(app: &App, who: &Who, version: u32) -> Result<(), Problem> {
    let at = app.clock.now();
    let version = app.pack.policy.in_force(at.date()).filter(|known| known.number == version).ok_or(Problem::Already)?;
    let grant = app.decide(who, Act::SignPolicy, None)?;
    let parts = format!("version {} signed for {}", version.number, who.organisation);
    let mut tx = app.db.write().await?;
    // Behind the log's turn: of two managers who sign at once the second sees that it is signed.
    let permit = app.log.permit(&mut tx, at, grant, &parts).await?;
    let signed = store::signatures_of(&mut tx, &app.pack.name, &who.organisation).await?;
    if signed.iter().any(|signature| signature.version == i64::from(version.number)) {
        return Err(Problem::Already);
    }
    let said = Said { id: app.clock.id(), pack: &app.pack.name, version: version.number, user: who.user, at };
    store::sign(&mut tx, &permit, said, &who.organisation).await?;
    tx.commit().await?;
    Ok(())
}

/// By when the version in force was to be reviewed, once that day has passed.
#[must_use]
pub fn review_was_due(app: &App) -> Option<Date> {
    let today = app.clock.now().date();
    app.pack.policy.in_force(today).map(|version| version.review_by).filter(|due| *due < today)
}

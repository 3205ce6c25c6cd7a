//! What is over, and ending it.

use super::store;
use crate::erasures;
use db::{DbError, Tx};
use history::access;
use office::App;
use people::links;
use rights::Permit;
use std::collections::BTreeMap;
use words::{Date, Id, Time};

/// So many rows go in one transaction: short enough that nobody waits for it.
const AT_ONCE: i64 = 500;
/// The class whose time is a person's.
const HISTORY: &str = "history";
/// The class that goes from the front of the access log.
const LOG: &str = "access";

/// The day before which a class is over, by the register; none when the register has no such class.
pub(super) fn before(app: &App, class: &str) -> Option<Date> {
    let class = app.pack.register.classes.iter().find(|known| known.word == class)?;
    Some(app.clock.now().date().minus_years(class.keep.years))
}

fn before_time(app: &App, class: &str) -> Option<Time> {
    before(app, class).map(Date::start)
}

/// At most `at_most` clients whose time is over, whom longest first.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn due(tx: &mut Tx, app: &App, permit: &Permit, part: (i64, i64)) -> Result<Vec<(Id, Date)>, DbError> {
    let Some(before) = before(app, HISTORY) else { return Ok(Vec::new()) };
    let mut due = Vec::new();
    for (client, last) in store::due(tx, permit, before, part).await? {
        let (_, all) = links::clients_of(tx, client).await?;
        if !store::written(tx, permit, before, &all).await? {
            due.push((client, last));
        }
    }
    Ok(due)
}

/// Whether a client's time is over.
///
/// # Errors
/// What the database says.
pub(crate) async fn is_due(tx: &mut Tx, app: &App, permit: &Permit, client: Id) -> Result<bool, DbError> {
    let Some(before) = before(app, HISTORY) else { return Ok(false) };
    let (_, all) = links::clients_of(tx, client).await?;
    Ok(store::due_one(tx, permit, before, client).await? && !store::written(tx, permit, before, &all).await?)
}

/// How much of each class that goes by itself is over, at most 500 counted of each but the lines of the access log; tells nothing of whose.
///
/// # Errors
/// What the database says.
pub async fn is_over(app: &App) -> Result<BTreeMap<&'static str, usize>, DbError> {
    let (mut over, mut tx) = (BTreeMap::new(), app.db.read().await?);
    for class in store::classes() {
        let Some(before) = before_time(app, class) else { continue };
        let found = store::over(&mut tx, class, before, AT_ONCE).await?.len();
        if found > 0 {
            over.insert(class, found);
        }
    }
    if let Some(before) = before_time(app, LOG) {
        let lines = app.log.over(&app.db, before, kept_from(app).await?).await?;
        if lines > 0 {
            over.insert(LOG, usize::try_from(lines).unwrap_or(usize::MAX));
        }
    }
    Ok(over)
}

/// The first line of the access log about anybody of whom something is held by a law: it stays, and all after it.
async fn kept_from(app: &App) -> Result<i64, DbError> {
    let mut tx = app.db.read().await?;
    let mut held = Vec::new();
    for client in store::held(&mut tx).await? {
        held.extend(links::clients_of(&mut tx, client).await?.1);
    }
    Ok(access::first_about(&mut tx, &held).await?.unwrap_or(i64::MAX))
}

/// Removes what is over in the classes that go by themselves. Gives how many rows went of each.
///
/// # Errors
/// What the database says.
pub async fn purge(app: &App, permit: &Permit) -> Result<BTreeMap<&'static str, u64>, DbError> {
    let mut gone = BTreeMap::new();
    for class in store::classes() {
        let Some(before) = before_time(app, class) else { continue };
        loop {
            let mut tx = app.db.write().await?;
            let ids = store::over(&mut tx, class, before, AT_ONCE).await?;
            if ids.is_empty() {
                break;
            }
            let counts = erasures::remove(&mut tx, permit, &ids).await?;
            tx.commit().await?;
            let rows: u64 = counts.values().sum();
            if rows == 0 {
                break;
            }
            *gone.entry(class).or_default() += rows;
        }
    }
    let Some(before) = before_time(app, LOG) else { return Ok(gone) };
    loop {
        let lines = app.log.end_before(&app.db, permit, before, kept_from(app).await?).await?;
        if lines == 0 {
            return Ok(gone);
        }
        *gone.entry(LOG).or_default() += lines;
    }
}

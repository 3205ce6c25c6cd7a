//! Making an estimate, and what a person says of it.

use super::{Estimate, Move, store};
use crate::links;
use db::DbError;
use linkage::Model;
use office::{App, Problem};
use rights::Permit;
use std::collections::BTreeSet;
use words::Id;

/// So many examples are kept with an estimate.
const EXAMPLES: usize = 40;
/// An estimate is made once in so many seconds: twenty hours, so that every night has its own.
const PAUSE: f64 = 20.0 * 3600.0;
/// The hour of the night (UTC) when it is made.
const HOUR: i64 = 2;

/// Learns a new model from all records and writes down what it would change; changes nothing.
///
/// # Errors
/// What the database says.
pub async fn estimate(app: &App, permit: &Permit) -> Result<Estimate, DbError> {
    let foreseen = links::foresee(app, permit).await?;
    let parted: BTreeSet<Id> = foreseen.moves.iter().filter(|(_, from, to)| from.is_some() && to.is_none()).filter_map(|(_, from, _)| *from).collect();
    let moves: Vec<Move> = foreseen.moves.iter().filter_map(|(record, from, to)| Some(Move { record: *record, from: (*from)?, to: *to })).collect();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let estimate = Estimate {
        id: app.clock.id(),
        made_at: app.clock.now(),
        records: count(foreseen.records),
        joined: count(foreseen.joined),
        parted: count(parted.len()),
        moved: count(moves.len()),
        possible: count(foreseen.possible),
        state: if moves.is_empty() { "nothing" } else { "open" }.to_owned(),
        examples: moves.into_iter().take(EXAMPLES).collect(),
        model: foreseen.model,
    };
    let mut tx = app.db.write().await?;
    store::add(&mut tx, permit, &estimate).await?;
    tx.commit().await?;
    Ok(estimate)
}

/// Whether it is time for this night's estimate and nobody has made it.
///
/// # Errors
/// What the database says.
pub async fn due(app: &App) -> Result<bool, DbError> {
    let now = app.clock.now();
    if now.micros() / 3_600_000_000 % 24 != HOUR {
        return Ok(false);
    }
    let last = store::last_at(&mut app.db.read().await?).await?;
    Ok(last.is_none_or(|last| now.seconds_since(last) > PAUSE))
}

/// Accepts an estimate: everybody is linked anew by its model.
///
/// # Errors
/// [`Problem::Already`] when it is open no longer.
pub(super) async fn accept(app: &App, permit: &Permit, id: Id) -> Result<(), Problem> {
    let estimate = store::get(&mut app.db.read().await?, permit, id).await?;
    if estimate.state != "open" {
        return Err(Problem::Already);
    }
    let model = Model::from_toml(&estimate.model).map_err(|_| Problem::Broken)?;
    // Linked first: stopped in between, the estimate is still open, and accepting it again changes nothing more.
    links::relink(app, permit, Some(&model), |_, _| {}).await?;
    let mut tx = app.db.write().await?;
    store::decide(&mut tx, permit, id, "accepted", app.clock.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Declines an estimate: everything stays as it is.
///
/// # Errors
/// [`Problem::Already`] when it is open no longer.
pub(super) async fn decline(app: &App, permit: &Permit, id: Id) -> Result<(), Problem> {
    let mut tx = app.db.write().await?;
    if !store::decide(&mut tx, permit, id, "declined", app.clock.now()).await? {
        return Err(Problem::Already);
    }
    tx.commit().await?;
    Ok(())
}

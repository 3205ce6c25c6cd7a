//! Adding and ending arrangements, and who has none.

use super::{Arrangement, Standing, store};
use crate::{App, Problem};
use db::{DbError, Tx};
use rights::{Act, Permit, Who};
use words::{Date, Id};

async fn permit(app: &App, tx: &mut Tx, who: &Who, parts: &str) -> Result<Permit, Problem> {
    let grant = app.decide(who, Act::KeepArrangements, None)?;
    Ok(app.log.permit(tx, app.clock.now(), grant, parts).await?)
}

/// Keeps an arrangement.
pub(super) async fn add(app: &App, who: &Who, one: &Arrangement) -> Result<(), Problem> {
    let mut tx = app.db.write().await?;
    let with = one.organisation.as_deref().or(one.other_party.as_deref()).unwrap_or_default();
    let permit = permit(app, &mut tx, who, &format!("{} with {with}: {}", one.kind, one.title)).await?;
    store::add(&mut tx, &permit, one, app.clock.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends an arrangement as of a day, which cannot be before it was signed nor still to come.
pub(super) async fn end(app: &App, who: &Who, id: Id, on: Date) -> Result<(), Problem> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let one = store::list(&mut tx).await?.into_iter().find(|known| known.id == id).ok_or(Problem::NotFound)?;
    if one.ended_on.is_some() {
        return Err(Problem::Already);
    }
    if on < one.signed_on || on > now.date() {
        return Err(Problem::Unfit("arrangement-wrong-end"));
    }
    let permit = permit(app, &mut tx, who, &format!("{} ended on {on}: {}", one.kind, one.title)).await?;
    store::end(&mut tx, &permit, id, on, now).await?;
    tx.commit().await?;
    Ok(())
}

/// The organisations that keep records and have no arrangement in force on a day; `own` is the one that keeps the register.
pub(super) async fn gaps(tx: &mut Tx, all: &[Arrangement], own: &str, day: Date) -> Result<Vec<String>, DbError> {
    let covered = |id: &String| all.iter().any(|one| one.organisation.as_ref() == Some(id) && one.holds(day));
    Ok(store::keepers(tx).await?.into_iter().filter(|id| id != own && !covered(id)).collect())
}

/// How many arrangements have run out or end soon, and how many organisations keep records without one: for whoever keeps the register.
///
/// # Errors
/// What the database says.
pub async fn to_do(tx: &mut Tx, app: &App, who: &Who) -> Result<usize, DbError> {
    let day = app.clock.now().date();
    let all = store::list(tx).await?;
    let gaps = gaps(tx, &all, &who.organisation, day).await?.len();
    Ok(gaps + all.iter().filter(|one| matches!(one.standing(day), Standing::RunOut | Standing::EndsSoon)).count())
}

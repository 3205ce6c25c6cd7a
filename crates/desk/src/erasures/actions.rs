//! Wishing an erasure, agreeing to it, and holding it up.

use super::removal::{self, Subjects};
use super::store::{self, Erasure, Hold, Step};
use super::{Outcome, Why};
use crate::retention;
use db::{DbError, Tx};
use history::keys;
use office::{App, Problem, Visitor};
use people::{links, relations};
use rights::{Act, Permit};
use std::collections::BTreeMap;
use words::Id;

/// What would go, without anything going: the rows of each table, and by which organisations and keys the person is known.
pub(super) struct Preview {
    pub subjects: Subjects,
    pub counts: BTreeMap<String, u64>,
}

/// Removes somebody in a transaction that is not committed: no number on the page is a guess.
pub(super) async fn preview(app: &App, permit: &Permit, client: Id) -> Result<Preview, DbError> {
    let mut tx = app.db.write().await?;
    let subjects = removal::subjects(&mut tx, permit, client).await?;
    let counts = removal::erase(&mut tx, app, permit, &subjects).await?;
    Ok(Preview { subjects, counts })
}

/// Keeps the wish that these people be erased, without those about whom one waits. Gives its id; none when nobody is left.
pub(crate) async fn wish(
    tx: &mut Tx, app: &App, permit: &Permit, (why, request): (Why, Option<Id>), clients: &[Id],
) -> Result<Option<Id>, DbError> {
    let waits: Vec<Id> = store::of_client(tx, permit, clients).await?.iter().flat_map(Erasure::waiting).collect();
    let people: Vec<(Id, Option<Step>)> = clients.iter().filter(|client| !waits.contains(client)).map(|client| (*client, None)).collect();
    if people.is_empty() {
        return Ok(None);
    }
    let erasure = Erasure { id: app.clock.id(), why, request, wished_by: permit.who().user, wished_at: app.clock.now(), people };
    store::add(tx, permit, &erasure).await?;
    Ok(Some(erasure.id))
}

/// The holds on somebody that have not ended.
pub(super) async fn held(tx: &mut Tx, permit: &Permit, subjects: &Subjects) -> Result<Vec<Hold>, DbError> {
    let mut holds = store::holds(tx, permit, &subjects.records).await?;
    holds.retain(|hold| hold.ended.is_none());
    Ok(holds)
}

/// Says of one person of an erasure what came of it; when the visitor agrees, they are erased. `records` is how many records the visitor
/// was shown: a file that has others since is not the one they agreed about.
///
/// # Errors
/// [`Problem::Already`] when somebody else has spoken before; [`Problem::NotFound`] when the rules refuse; what the database says.
pub(super) async fn settle(
    app: &App, visitor: &Visitor, erasure: &Erasure, client: Id, agreed: Option<usize>,
) -> Result<Outcome, Problem> {
    let (now, author) = (app.clock.now(), visitor.who.user);
    // Whoever takes rights away waits for the answers under way, and whoever changes links is alone.
    let mut tx = links::begin(app).await?;
    let standing = match links::clients_of(&mut tx, client).await {
        Ok((today, _)) => today == client,
        Err(DbError::NotFound) => false,
        Err(other) => return Err(other.into()),
    };
    let case = if standing { relations::cases(&mut tx, visitor, &[client], now).await?.pop() } else { None };
    let Some(case) = case else {
        let grant = app.decide(&visitor.who, Act::AgreeErasure, None)?;
        let permit = app.log.permit(&mut tx, now, grant, "erasure of a file that is another one now").await?;
        return end(tx, &permit, erasure, client, Step { outcome: Outcome::Changed, author, at: now, counts: BTreeMap::new() }).await;
    };
    let grant = app.decide_case(&visitor.who, Act::AgreeErasure, &case)?;
    let permit = app.log.permit(&mut tx, now, grant, if agreed.is_some() { "erasure agreed" } else { "erasure declined" }).await?;
    let mut step = Step { outcome: Outcome::Declined, author, at: now, counts: BTreeMap::new() };
    if let Some(records) = agreed {
        let subjects = removal::subjects(&mut tx, &permit, client).await?;
        let due = erasure.why != Why::TimeOver || retention::is_due(&mut tx, app, &permit, client).await?;
        step.outcome = if !held(&mut tx, &permit, &subjects).await?.is_empty() {
            Outcome::Held
        } else if !due || subjects.records.len() != records {
            Outcome::Changed
        } else {
            people::records::erased(&mut tx, &permit, erasure.id, &subjects.keys).await?;
            step.counts = removal::erase(&mut tx, app, &permit, &subjects).await?;
            Outcome::Erased
        };
    }
    end(tx, &permit, erasure, client, step).await
}

async fn end(mut tx: Tx, permit: &Permit, erasure: &Erasure, client: Id, step: Step) -> Result<Outcome, Problem> {
    store::add_step(&mut tx, permit, (erasure.id, client), &step).await?;
    tx.commit().await?;
    Ok(step.outcome)
}

/// Removes what came back of people who were erased: written by somebody who had begun before. Gives how many rows.
///
/// # Errors
/// What the database says.
pub async fn sweep(app: &App, permit: &Permit) -> Result<u64, DbError> {
    let (mut rows, mut after) = (0, None);
    loop {
        let mut tx = app.db.write().await?;
        let ids = keys::all_destroyed(&mut tx, after).await?;
        let Some(last) = ids.last().copied() else { return Ok(rows) };
        rows += removal::sweep(&mut tx, permit, &ids).await?;
        tx.commit().await?;
        after = Some(last);
    }
}

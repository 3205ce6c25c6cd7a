//! What the steward does: fetch, permit, decide; one transaction each.

use crate::links::{self, Verdict};
use office::{App, Problem, Visitor};
use rights::{Act, decide};
use words::Id;

/// Decides one open pair. Gives the decision, so that it can be taken back at once.
pub(super) async fn answer(app: &App, visitor: &Visitor, pair: Id, same: bool, reason: &str) -> Result<Id, Problem> {
    let mut tx = app.db.write().await?;
    let grant = decide(&visitor.who, Act::DecideMatch, None)?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, &format!("pair {pair}")).await?;
    let open = links::possible_between(&mut tx, &permit, pair).await?.ok_or(Problem::Already)?;
    let verdict = Verdict { a: open.a, b: open.b, reason: reason.trim().to_owned() };
    let decision = if same {
        links::same_person(&mut tx, app, &permit, &verdict).await?
    } else {
        links::two_people(&mut tx, app, &permit, &verdict).await?
    };
    tx.commit().await?;
    Ok(decision)
}

/// Takes one record out of its client.
pub(super) async fn take_out(app: &App, visitor: &Visitor, record: Id, reason: &str) -> Result<Id, Problem> {
    let mut tx = app.db.write().await?;
    let grant = decide(&visitor.who, Act::DecideMatch, None)?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, &format!("record {record}")).await?;
    let decision = links::unlink(&mut tx, app, &permit, record, reason.trim()).await?;
    tx.commit().await?;
    Ok(decision)
}

/// Takes a decision back.
pub(super) async fn take_back(app: &App, visitor: &Visitor, decision: Id) -> Result<(), Problem> {
    let mut tx = app.db.write().await?;
    let grant = decide(&visitor.who, Act::DecideMatch, None)?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, &format!("decision {decision}")).await?;
    links::take_back(&mut tx, app, &permit, decision).await?;
    tx.commit().await?;
    Ok(())
}

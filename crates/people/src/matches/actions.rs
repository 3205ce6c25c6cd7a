//! What the steward does: fetch, permit, decide; one transaction each, with a line of the access log for each client.

use crate::links::{self, Verdict};
use db::Tx;
use office::{App, Problem, Visitor};
use rights::{Act, Permit, decide};
use words::Id;

/// A permit to decide, logged once for each client whose records the decision concerns.
async fn permit(tx: &mut Tx, app: &App, visitor: &Visitor, records: &[Id], parts: &str) -> Result<Permit, Problem> {
    let grant = decide(&visitor.who, Act::DecideMatch, None)?;
    let permit = app.log.permit(tx, app.clock.now(), grant, parts).await?;
    for client in links::clients_with(tx, &permit, records).await? {
        let grant = decide(&visitor.who, Act::DecideMatch, Some(client))?;
        app.log.permit(tx, app.clock.now(), grant, parts).await?;
    }
    Ok(permit)
}

/// Decides one open pair. Gives the decision, so that it can be taken back at once.
pub(super) async fn answer(app: &App, visitor: &Visitor, pair: Id, same: bool, reason: &str) -> Result<Id, Problem> {
    let mut tx = app.db.write().await?;
    let looking = permit(&mut tx, app, visitor, &[], &format!("pair {pair}")).await?;
    let open = links::possible_between(&mut tx, &looking, pair).await?.ok_or(Problem::Already)?;
    let permit = permit(&mut tx, app, visitor, &[open.a, open.b], &format!("pair {pair}")).await?;
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
    let permit = permit(&mut tx, app, visitor, &[record], &format!("record {record}")).await?;
    let decision = links::unlink(&mut tx, app, &permit, record, reason.trim()).await?;
    tx.commit().await?;
    Ok(decision)
}

/// Takes a decision back.
pub(super) async fn take_back(app: &App, visitor: &Visitor, decision: Id) -> Result<(), Problem> {
    let mut tx = app.db.write().await?;
    let looking = permit(&mut tx, app, visitor, &[], &format!("decision {decision}")).await?;
    let moved: Vec<Id> = links::decision(&mut tx, &looking, decision).await?.iter().map(|link| link.record).collect();
    let permit = permit(&mut tx, app, visitor, &moved, &format!("decision {decision}")).await?;
    links::take_back(&mut tx, app, &permit, decision).await?;
    tx.commit().await?;
    Ok(())
}

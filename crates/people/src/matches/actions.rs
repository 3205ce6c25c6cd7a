//! What the steward does: fetch, permit, decide; one transaction each, with a line of the access log for each client.

use crate::decisions::{self, Wish};
use crate::links::{self, Decided};
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

/// Decides one open pair, by whatever `wish` makes of its two records.
pub(super) async fn answer(
    app: &App, visitor: &Visitor, pair: Id, wish: impl Fn(Id, Id) -> Wish, reason: &str,
) -> Result<Decided, Problem> {
    let mut tx = app.db.write().await?;
    let parts = format!("pair {pair}");
    let looking = permit(&mut tx, app, visitor, &[], &parts).await?;
    let open = links::possible_between(&mut tx, &looking, pair).await?.ok_or(Problem::Already)?;
    let permit = permit(&mut tx, app, visitor, &[open.a, open.b], &parts).await?;
    let decided = links::decide(&mut tx, app, &permit, &wish(open.a, open.b), reason.trim()).await?;
    tx.commit().await?;
    Ok(decided)
}

/// Decides something about these records.
pub(super) async fn carry_out(
    app: &App, visitor: &Visitor, wish: &Wish, records: &[Id], reason: &str,
) -> Result<Decided, Problem> {
    let mut tx = app.db.write().await?;
    let parts = records.first().map_or_else(String::new, |record| format!("{} {record}", wish.kind()));
    let permit = permit(&mut tx, app, visitor, records, &parts).await?;
    let decided = links::decide(&mut tx, app, &permit, wish, reason.trim()).await?;
    tx.commit().await?;
    Ok(decided)
}

/// Takes a decision back.
pub(super) async fn take_back(app: &App, visitor: &Visitor, decision: Id) -> Result<Decided, Problem> {
    let mut tx = app.db.write().await?;
    let parts = format!("decision {decision}");
    let looking = permit(&mut tx, app, visitor, &[], &parts).await?;
    let records = decisions::records_of(&mut tx, &looking, decision).await?;
    let permit = permit(&mut tx, app, visitor, &records, &parts).await?;
    let decided = links::decide(&mut tx, app, &permit, &Wish::TakeBack { decision }, "").await?;
    tx.commit().await?;
    Ok(decided)
}

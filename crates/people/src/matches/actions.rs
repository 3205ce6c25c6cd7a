//! What the steward does: fetch, permit, decide; one transaction each, with a line of the access log for each client.

use crate::decisions::{self, Wish};
use crate::links::{self, Decided};
use crate::questions::{self, Asking, Question};
use db::Tx;
use office::{App, Problem, Visitor, users};
use rights::{Act, Permit};
use words::Id;

/// A permit to decide, logged once for each client whose records the decision concerns.
async fn permit(tx: &mut Tx, app: &App, visitor: &Visitor, records: &[Id], parts: &str) -> Result<Permit, Problem> {
    let grant = app.decide(&visitor.who, Act::DecideMatch, None)?;
    let permit = app.log.permit(tx, app.clock.now(), grant, parts).await?;
    for client in links::clients_told_of(tx, &permit, records).await? {
        let grant = app.decide(&visitor.who, Act::DecideMatch, Some(client))?;
        app.log.permit(tx, app.clock.now(), grant, parts).await?;
    }
    Ok(permit)
}

/// Decides one open pair, by whatever `wish` makes of its two records.
pub(super) async fn answer(
    app: &App, visitor: &Visitor, pair: Id, wish: impl Fn(Id, Id) -> Wish, reason: &str,
) -> Result<Decided, Problem> {
    let mut tx = links::begin(app).await?;
    let parts = format!("pair {pair}");
    let looking = permit(&mut tx, app, visitor, &[], &parts).await?;
    let open = links::possible_between(&mut tx, &looking, pair).await?.ok_or(Problem::Already)?;
    let permit = permit(&mut tx, app, visitor, &[open.a, open.b], &parts).await?;
    let decided = links::decide(&mut tx, app, &permit, &wish(open.a, open.b), reason.trim()).await?;
    tx.commit().await?;
    Ok(decided)
}

/// Asks a counsellor who knows the person about one open pair.
pub(super) async fn ask(app: &App, visitor: &Visitor, pair: Id, of: Id, reason: &str) -> Result<(), Problem> {
    let mut tx = links::begin(app).await?;
    let parts = format!("pair {pair}");
    let looking = permit(&mut tx, app, visitor, &[], &parts).await?;
    let open = links::possible_between(&mut tx, &looking, pair).await?.ok_or(Problem::Already)?;
    let known = users::present(&mut tx).await?;
    if !known.iter().any(|user| user.who.user == of && app.role_may(user.who.role, Act::AnswerQuestions)) {
        return Err(Problem::Bad(visitor.shell.say("matches-say-whom")));
    }
    let permit = permit(&mut tx, app, visitor, &[open.a, open.b], &parts).await?;
    let question = Question {
        id: app.clock.id(), kind: Asking::Opinion, a: open.a, b: Some(open.b), wish: None, asked_of: Some(of), organisation: None,
        author: visitor.who.user, reason: reason.trim().to_owned(), asked_at: app.clock.now(), answer: None,
    };
    questions::ask(&mut tx, &permit, &question).await?;
    tx.commit().await?;
    Ok(())
}

/// Decides something about these records.
pub(super) async fn carry_out(
    app: &App, visitor: &Visitor, wish: &Wish, records: &[Id], reason: &str,
) -> Result<Decided, Problem> {
    let mut tx = links::begin(app).await?;
    let parts = records.first().map_or_else(String::new, |record| format!("{} {record}", wish.kind()));
    let permit = permit(&mut tx, app, visitor, records, &parts).await?;
    let decided = links::decide(&mut tx, app, &permit, wish, reason.trim()).await?;
    tx.commit().await?;
    Ok(decided)
}

/// Decides something about one client, under the right to protect it.
pub(super) async fn for_client(app: &App, visitor: &Visitor, client: Id, wish: &Wish, reason: &str) -> Result<Decided, Problem> {
    let mut tx = links::begin(app).await?;
    let (standing, _) = links::clients_of(&mut tx, client).await?;
    let grant = app.decide(&visitor.who, Act::ProtectClient, Some(standing))?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, wish.kind().word()).await?;
    let decided = links::decide(&mut tx, app, &permit, wish, reason.trim()).await?;
    tx.commit().await?;
    Ok(decided)
}

/// The client of a record, when something was written about that client: then its entries have to find their side.
pub(super) async fn written_about(app: &App, visitor: &Visitor, record: Id) -> Result<Option<Id>, Problem> {
    let grant = app.decide(&visitor.who, Act::DecideMatch, None)?;
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, &format!("whether entries go with record {record}")).await?;
    let mut tx = app.db.read().await?;
    let client = links::client_of(&mut tx, &permit, record).await?.ok_or(Problem::NotFound)?;
    let (standing, clients) = links::clients_of(&mut tx, client).await?;
    let written = super::split_page::written(&mut tx, app, &permit, &clients).await?;
    Ok((!written.is_empty()).then_some(standing))
}

/// Takes a decision back.
pub(super) async fn take_back(app: &App, visitor: &Visitor, decision: Id) -> Result<Decided, Problem> {
    let mut tx = links::begin(app).await?;
    let parts = format!("decision {decision}");
    let looking = permit(&mut tx, app, visitor, &[], &parts).await?;
    let records = decisions::records_of(&mut tx, &looking, decision).await?;
    let permit = permit(&mut tx, app, visitor, &records, &parts).await?;
    let decided = links::decide(&mut tx, app, &permit, &Wish::TakeBack { decision }, "").await?;
    tx.commit().await?;
    Ok(decided)
}

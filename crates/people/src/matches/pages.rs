//! The routes of match review, and what its forms send.

use super::{actions, numbers_page, pair_page, protection_page, queue_page, split_page};
use crate::decisions::Wish;
use crate::links::{self, Decided};
use crate::relations;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::{App, Problem, Routes, Visitor, see_other};
use rights::{Act, Permit};
use serde::Deserialize;
use words::Id;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/matches", Act::SeeMatches, queue_page::show)
        .get("/matches.csv", Act::SeeMatches, queue_page::save)
        .get("/matches/numbers", Act::SeeMatches, numbers_page::show)
        .get("/matches/{pair}", Act::SeeMatches, pair_page::show)
        .post("/matches/{pair}", Act::DecideMatch, decide_pair)
        .post("/records/{record}/unlink", Act::DecideMatch, unlink)
        .post("/records/{record}/dispute", Act::DecideMatch, dispute)
        .post("/records/{record}/withdraw", Act::DecideMatch, withdraw)
        .post("/decisions/{decision}/take-back", Act::DecideMatch, take_back)
        .get("/clients/{client}/split", Act::DecideMatch, split_page::show)
        .post("/clients/{client}/split", Act::DecideMatch, split_page::split)
        .get("/clients/{client}/protection", Act::ProtectClient, protection_page::show)
        .post("/clients/{client}/protection", Act::ProtectClient, protection_page::protect)
        .post("/clients/{client}/protection/lift", Act::ProtectClient, protection_page::lift)
}

/// Writes one line of the access log for each client whose records are about to be shown; without them nothing is.
pub(crate) async fn log_each(app: &App, visitor: &Visitor, act: Act, records: &[Id], parts: &str) -> Result<(), Problem> {
    let now = app.clock.now();
    let permit = app.log.permit_to_read(&app.db, now, app.decide(&visitor.who, act, None)?, parts).await?;
    let mut tx = app.db.read().await?;
    let clients = links::clients_told_of(&mut tx, &permit, records).await?;
    let cases = relations::cases(&mut tx, visitor, &clients, now).await?;
    drop(tx);
    let grants = cases.iter().map(|case| app.decide_case(&visitor.who, act, case));
    let grants = grants.collect::<Result<Vec<_>, _>>()?;
    if !grants.is_empty() {
        app.log.permits(&app.db, now, grants, parts).await?;
    }
    Ok(())
}

/// A permit for the client that stands for this one today, logged before anything is read.
pub(super) async fn permit_for(app: &App, visitor: &Visitor, client: Id, act: Act, parts: &str) -> Result<Permit, Problem> {
    let (standing, _) = links::clients_of(&mut app.db.read().await?, client).await?;
    let grant = app.decide(&visitor.who, act, Some(standing))?;
    Ok(app.log.permit_to_read(&app.db, app.clock.now(), grant, parts).await?)
}

#[derive(Deserialize)]
struct DecisionForm {
    #[serde(default)]
    decision: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    of: String,
}

async fn decide_pair(
    State(app): State<App>, visitor: Visitor, Path(pair): Path<String>, Form(form): Form<DecisionForm>,
) -> Result<Response, Problem> {
    let id: Id = pair.parse().map_err(|_| Problem::NotFound)?;
    let (decided, said) = match form.decision.as_str() {
        "same" => (actions::answer(&app, &visitor, id, |a, b| Wish::Same { a, b }, &form.note).await?, "match-same"),
        "different" => (actions::answer(&app, &visitor, id, |a, b| Wish::Different { a, b }, &form.note).await?, "match-different"),
        "ask" => {
            let of: Id = form.of.parse().map_err(|_| Problem::Bad(visitor.shell.say("matches-say-whom")))?;
            actions::ask(&app, &visitor, id, of, &form.note).await?;
            return Ok(see_other("/matches", "match-asked"));
        }
        "later" => return Ok(see_other("/matches", "match-later")),
        _ => return Err(Problem::Bad(visitor.shell.say("matches-say-which"))),
    };
    Ok(match decided {
        Decided::Done(decision) => see_other(&format!("/matches?decided={decision}"), said),
        Decided::Waits(_) => see_other("/matches", "match-waits"),
    })
}

/// What a form under a record or a decision sends.
#[derive(Deserialize)]
struct ReasonForm {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    back: String,
}

async fn unlink(
    State(app): State<App>, visitor: Visitor, Path(record): Path<String>, Form(form): Form<ReasonForm>,
) -> Result<Response, Problem> {
    let record: Id = record.parse().map_err(|_| Problem::NotFound)?;
    // What was written about the client has to be parted too: that is a split, to be seen before it is done.
    if let Some(client) = actions::written_about(&app, &visitor, record).await? {
        return Ok(see_other(&format!("/clients/{client}/split?record={record}"), "split-first"));
    }
    let decided = actions::carry_out(&app, &visitor, &Wish::Unlink { record }, &[record], &form.reason).await?;
    Ok(back_to(&form.back, decided, "unlinked"))
}

async fn dispute(
    State(app): State<App>, visitor: Visitor, Path(record): Path<String>, Form(form): Form<ReasonForm>,
) -> Result<Response, Problem> {
    let record: Id = record.parse().map_err(|_| Problem::NotFound)?;
    let wish = Wish::Dispute { record, field: "national_id".to_owned() };
    let decided = actions::carry_out(&app, &visitor, &wish, &[record], &form.reason).await?;
    Ok(back_to(&form.back, decided, "disputed"))
}

/// A source says that a record is no longer theirs, or was sent by mistake.
async fn withdraw(
    State(app): State<App>, visitor: Visitor, Path(record): Path<String>, Form(form): Form<ReasonForm>,
) -> Result<Response, Problem> {
    let record: Id = record.parse().map_err(|_| Problem::NotFound)?;
    if form.reason.trim().is_empty() {
        return Err(Problem::Bad(visitor.shell.say("withdraw-say-why")));
    }
    let decided = actions::carry_out(&app, &visitor, &Wish::Withdraw { record }, &[record], &form.reason).await?;
    Ok(back_to(&form.back, decided, "withdrawn"))
}

async fn take_back(
    State(app): State<App>, visitor: Visitor, Path(decision): Path<String>, Form(form): Form<ReasonForm>,
) -> Result<Response, Problem> {
    let decision: Id = decision.parse().map_err(|_| Problem::NotFound)?;
    let decided = actions::take_back(&app, &visitor, decision).await?;
    Ok(back_to(&form.back, decided, "taken-back"))
}

/// Back to the page the form stood on, or to the queue.
pub(super) fn back_to(back: &str, decided: Decided, said: &str) -> Response {
    let said = if matches!(decided, Decided::Done(_)) { said } else { "match-waits" };
    let parts: Vec<&str> = back.split('/').collect();
    match parts.as_slice() {
        ["", "clients", id, page @ ("links" | "protection")] => match id.parse::<Id>() {
            Ok(client) => see_other(&format!("/clients/{client}/{page}"), said),
            Err(_) => see_other("/matches", said),
        },
        ["", "matches", "numbers"] => see_other("/matches/numbers", said),
        _ => see_other("/matches", said),
    }
}

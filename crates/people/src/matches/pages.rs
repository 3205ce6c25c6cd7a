//! The pages of match review.

use super::actions;
use super::views::{Compared, Waterfall, compared, signed, verdict, waterfall};
use crate::decisions::Wish;
use crate::links::{self, Decided, Possible};
use crate::records::{self, Version};
use crate::single_view::settled;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query as UrlQuery, State};
use axum::response::Response;
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor, see_other};
use rights::{Act, decide};
use serde::Deserialize;
use std::collections::HashMap;
use web::{Page, Shell};
use words::{Date, Id};

/// So many pairs stand on a page of the queue.
const PAGE: usize = 50;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/matches", Act::SeeMatches, queue)
        .get("/matches/{pair}", Act::SeeMatches, show)
        .post("/matches/{pair}", Act::DecideMatch, decide_pair)
        .post("/records/{record}/unlink", Act::DecideMatch, unlink)
        .post("/decisions/{decision}/take-back", Act::DecideMatch, take_back)
}

/// Writes one line of the access log for each client whose records are about to be shown; without them nothing is.
async fn log_each(app: &App, visitor: &Visitor, records: &[Id], parts: &str) -> Result<(), Problem> {
    let looking = decide(&visitor.who, Act::SeeMatches, None)?;
    let now = app.clock.now();
    let permit = app.log.permit_to_read(&app.db, now, looking, parts).await?;
    let clients = links::clients_with(&mut app.db.read().await?, &permit, records).await?;
    let grants = clients.into_iter().map(|client| decide(&visitor.who, Act::SeeMatches, Some(client)));
    let grants = grants.collect::<Result<Vec<_>, _>>()?;
    if !grants.is_empty() {
        app.log.permits(&app.db, now, grants, parts).await?;
    }
    Ok(())
}

/// One row of the queue.
struct Row {
    id: Id,
    names: (String, String),
    chips: Vec<(String, usize)>,
    verdict: &'static str,
    bits: String,
    since: Date,
}

#[derive(Template)]
#[template(path = "matches/queue.html")]
struct QueuePage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
    open: usize,
    decided: Option<String>,
}

#[derive(Deserialize)]
struct Told {
    decided: Option<String>,
}

async fn queue(State(app): State<App>, visitor: Visitor, UrlQuery(told): UrlQuery<Told>) -> Result<Page, Problem> {
    let now = app.clock.now();
    let grant = decide(&visitor.who, Act::SeeMatches, None)?;
    let permit = app.log.permit_to_read(&app.db, now, grant, "names of the open pairs").await?;
    let mut tx = app.db.read().await?;
    let all = links::possible(&mut tx, &permit).await?;
    let open = all.len();
    let shown: Vec<Possible> = all.into_iter().take(PAGE).collect();
    let ids: Vec<Id> = shown.iter().flat_map(|pair| [pair.a, pair.b]).collect();
    let versions = records::newest(records::of_records(&mut tx, &permit, &ids, now).await?);
    let titles = Titles::load(&mut tx).await?;
    drop(tx);
    log_each(&app, &visitor, &ids, "name, in the queue of possible matches").await?;
    let of: HashMap<Id, &Version> = versions.iter().map(|v| (v.record, v)).collect();
    let rows = shown.iter().filter_map(|pair| Some(row(pair, of.get(&pair.a)?, of.get(&pair.b)?, &titles)));
    let decided = told.decided.filter(|id| id.parse::<Id>().is_ok());
    Ok(Page::of(&QueuePage { shell: &visitor.shell, rows: rows.collect(), open, decided }))
}

fn row(pair: &Possible, a: &Version, b: &Version, titles: &Titles) -> Row {
    let chip = |v: &Version| (titles.title(&v.organisation).to_owned(), titles.hue(&v.organisation));
    let mut chips = vec![chip(a), chip(b)];
    chips.dedup();
    Row {
        id: pair.id,
        names: (a.said.display_name().unwrap_or_default(), b.said.display_name().unwrap_or_default()),
        chips,
        verdict: verdict(pair.evidence.bits),
        bits: signed(pair.evidence.bits),
        since: pair.found_at.date(),
    }
}

#[derive(Template)]
#[template(path = "matches/pair.html")]
struct PairPage<'a> {
    shell: &'a Shell,
    id: Id,
    since: Date,
    names: (String, String),
    sides: [Side; 2],
    rows: Vec<Compared>,
    lines: Vec<Waterfall>,
    verdict: &'static str,
    total: Waterfall,
}

/// The head of one column.
struct Side {
    title: String,
    hue: usize,
    key: String,
    observed: Date,
}

async fn show(State(app): State<App>, visitor: Visitor, Path(pair): Path<String>) -> Result<Page, Problem> {
    let id: Id = pair.parse().map_err(|_| Problem::NotFound)?;
    let now = app.clock.now();
    let grant = decide(&visitor.who, Act::SeeMatches, None)?;
    let permit = app.log.permit_to_read(&app.db, now, grant, &format!("identity of both sides of pair {id}")).await?;
    let mut tx = app.db.read().await?;
    let Some(open) = links::possible_between(&mut tx, &permit, id).await? else { return Err(Problem::NotFound) };
    let versions = settled(&records::newest(records::of_records(&mut tx, &permit, &[open.a, open.b], now).await?));
    let titles = Titles::load(&mut tx).await?;
    drop(tx);
    log_each(&app, &visitor, &[open.a, open.b], "identity, as one side of a possible match").await?;
    let find = |record: Id| versions.iter().find(|v| v.record == record).ok_or(Problem::NotFound);
    let (a, b) = (find(open.a)?, find(open.b)?);
    let shell = &visitor.shell;
    let mut lines = waterfall(shell, &open.evidence);
    let total = links::Weighed { comparison: "together".to_owned(), level: String::new(), bits: open.evidence.bits };
    let total = waterfall(shell, &links::Evidence { weighed: vec![total], ..links::Evidence::default() });
    let total = total.into_iter().next().ok_or(Problem::Broken)?;
    lines.retain(|line| line.bits != "+0.0");
    Ok(Page::of(&PairPage {
        shell,
        id,
        since: open.found_at.date(),
        names: (a.said.display_name().unwrap_or_default(), b.said.display_name().unwrap_or_default()),
        sides: [side(a, &titles), side(b, &titles)],
        rows: compared(a, b, &open.evidence),
        lines,
        verdict: verdict(open.evidence.bits),
        total,
    }))
}

fn side(version: &Version, titles: &Titles) -> Side {
    Side {
        title: titles.title(&version.organisation).to_owned(),
        hue: titles.hue(&version.organisation),
        key: version.source_key.clone(),
        observed: version.observed,
    }
}

#[derive(Deserialize)]
struct DecisionForm {
    #[serde(default)]
    decision: String,
    #[serde(default)]
    note: String,
}

async fn decide_pair(
    State(app): State<App>, visitor: Visitor, Path(pair): Path<String>, Form(form): Form<DecisionForm>,
) -> Result<Response, Problem> {
    let id: Id = pair.parse().map_err(|_| Problem::NotFound)?;
    let same = match form.decision.as_str() {
        "same" => true,
        "different" => false,
        "later" => return Ok(see_other("/matches", "match-later")),
        _ => return Err(Problem::Bad(visitor.shell.say("matches-say-which"))),
    };
    let decision = {
        let wish = |a, b| if same { Wish::Same { a, b } } else { Wish::Different { a, b } };
        let Decided::Done(decision) = actions::answer(&app, &visitor, id, wish, &form.note).await? else { return Ok(see_other("/matches", "match-waits")) };
        decision
    };
    Ok(see_other(&format!("/matches?decided={decision}"), if same { "match-same" } else { "match-different" }))
}

#[derive(Deserialize)]
struct UnlinkForm {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    back: String,
}

async fn unlink(
    State(app): State<App>, visitor: Visitor, Path(record): Path<String>, Form(form): Form<UnlinkForm>,
) -> Result<Response, Problem> {
    let record: Id = record.parse().map_err(|_| Problem::NotFound)?;
    actions::carry_out(&app, &visitor, &Wish::Unlink { record }, &[record], &form.reason).await?;
    Ok(back_to(&form.back, "unlinked"))
}

async fn take_back(
    State(app): State<App>, visitor: Visitor, Path(decision): Path<String>, Form(form): Form<UnlinkForm>,
) -> Result<Response, Problem> {
    let decision: Id = decision.parse().map_err(|_| Problem::NotFound)?;
    actions::take_back(&app, &visitor, decision).await?;
    Ok(back_to(&form.back, "taken-back"))
}

/// Back to the client's page the form stood on, or to the queue.
fn back_to(back: &str, said: &str) -> Response {
    let client = back.strip_prefix("/clients/").and_then(|rest| rest.strip_suffix("/links")).map(str::parse::<Id>);
    match client {
        Some(Ok(client)) => see_other(&format!("/clients/{client}/links"), said),
        _ => see_other("/matches", said),
    }
}

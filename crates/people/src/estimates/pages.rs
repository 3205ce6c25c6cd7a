//! The page of the model: what the newest estimate would change, and the word that accepts or declines it.

use super::{Estimate, actions, store};
use crate::records::{self, Version};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor, see_other};
use rights::{Act, Permit};
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;
use web::{Page, Shell};
use words::Id;

/// So many estimates are listed.
const LISTED: i64 = 14;
/// How long an answer waits for linking; it goes on after that.
const PATIENCE: Duration = Duration::from_secs(8);

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/identity/model", Act::ChangeModel, show)
        .post("/identity/model/estimate", Act::ChangeModel, make)
        .post("/identity/model/{estimate}", Act::ChangeModel, answer)
}

/// A record that would move, with the name on it.
struct Row {
    name: String,
    organisation: (String, usize),
    from: Id,
    to: Option<Id>,
}

#[derive(Template)]
#[template(path = "estimates/model.html")]
struct ModelPage<'a> {
    shell: &'a Shell,
    newest: Option<Estimate>,
    rows: Vec<Row>,
    earlier: Vec<Estimate>,
}

async fn permit(app: &App, visitor: &Visitor, parts: &str) -> Result<Permit, Problem> {
    let grant = app.decide(&visitor.who, Act::ChangeModel, None)?;
    Ok(app.log.permit_to_read(&app.db, app.clock.now(), grant, parts).await?)
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor, "what a new model would change").await?;
    let mut tx = app.db.read().await?;
    let mut earlier = store::latest(&mut tx, &permit, LISTED).await?;
    let newest = (!earlier.is_empty()).then(|| earlier.remove(0));
    let moves = newest.as_ref().map_or(&[][..], |newest| newest.examples.as_slice());
    let ids: Vec<Id> = moves.iter().map(|one| one.record).collect();
    let now = app.clock.now();
    let versions = records::newest(records::of_records(&mut tx, &permit, &ids, now).await?);
    let titles = Titles::load(&mut tx).await?;
    drop(tx);
    let clients: BTreeSet<Id> = moves.iter().flat_map(|one| [Some(one.from), one.to]).flatten().collect();
    let grants = clients.into_iter().map(|client| app.decide(&visitor.who, Act::ChangeModel, Some(client)));
    let grants = grants.collect::<Result<Vec<_>, _>>()?;
    if !grants.is_empty() {
        app.log.permits(&app.db, now, grants, "name, as an example of what a new model would change").await?;
    }
    let of: HashMap<Id, &Version> = versions.iter().map(|version| (version.record, version)).collect();
    let rows = moves.iter().filter_map(|one| {
        let version = of.get(&one.record)?;
        Some(Row {
            name: version.said.display_name().unwrap_or_default(),
            organisation: (titles.title(&version.organisation).to_owned(), titles.hue(&version.organisation)),
            from: one.from,
            to: one.to,
        })
    });
    let rows = rows.collect();
    Ok(Page::of(&ModelPage { shell: &visitor.shell, newest, rows, earlier }))
}

async fn make(State(app): State<App>, visitor: Visitor) -> Result<Response, Problem> {
    let permit = permit(&app, &visitor, "an estimate by hand").await?;
    let work = tokio::spawn(async move { actions::estimate(&app, &permit).await });
    finished(work, "model-estimated").await
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    decision: String,
}

async fn answer(
    State(app): State<App>, visitor: Visitor, Path(estimate): Path<String>, Form(form): Form<Answer>,
) -> Result<Response, Problem> {
    let id: Id = estimate.parse().map_err(|_| Problem::NotFound)?;
    let permit = permit(&app, &visitor, &format!("estimate {id}")).await?;
    match form.decision.as_str() {
        "accept" => {
            let work = tokio::spawn(async move { actions::accept(&app, &permit, id).await });
            finished(work, "model-accepted").await
        }
        "decline" => {
            actions::decline(&app, &permit, id).await?;
            Ok(see_other("/identity/model", "model-declined"))
        }
        _ => Err(Problem::Bad(visitor.shell.say("model-say-which"))),
    }
}

/// Answers when the work is done, or says that it goes on.
async fn finished<T, E: Into<Problem>>(work: tokio::task::JoinHandle<Result<T, E>>, said: &str) -> Result<Response, Problem> {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(Ok(Ok(_))) => Ok(see_other("/identity/model", said)),
        Ok(Ok(Err(problem))) => Err(problem.into()),
        Ok(Err(_)) => Err(Problem::Broken),
        Err(_) => Ok(see_other("/identity/model", "model-under-way")),
    }
}

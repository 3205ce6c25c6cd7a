//! The pages of exports of the log.

use super::store::{self, Export};
use super::actions::{self, IN_PART};
use crate::erasures::name_of;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use db::DbError;
use office::users::{self, User};
use office::{App, Problem, Routes, Visitor, see_other};
use people::watching::permit;
use rights::Act;
use serde::Deserialize;
use web::{Listing, Page, Shell, csv_file, csv_line};
use words::{Id, Time};

/// So many stand on a page.
const PAGE: i64 = 50;

/// The routes of this room. Whoever takes the log away shows anew who they are.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/log-exports", Act::AgreeLogExport, list)
        .post("/log-exports", Act::WishLogExport, wish)
        .get("/log-exports/{export}", Act::AgreeLogExport, one)
        .post_fresh("/log-exports/{export}", Act::AgreeLogExport, settle)
        .get_fresh("/log-exports/{export}/parts/{part}", Act::WishLogExport, part)
}

#[derive(Deserialize)]
struct WishForm {
    #[serde(default)]
    reason: String,
}

#[derive(Deserialize)]
struct SettleForm {
    #[serde(default)]
    outcome: String,
}

/// An export as the list shows it.
struct Row {
    export: Export,
    by: String,
    outcome: &'static str,
}

#[derive(Template)]
#[template(path = "log_exports/list.html")]
struct ListPage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
    next: Option<i64>,
    officer: bool,
    /// Whether the form came without a reason.
    mistake: bool,
}

#[derive(Template)]
#[template(path = "log_exports/one.html")]
struct OnePage<'a> {
    shell: &'a Shell,
    export: &'a Export,
    by: String,
    outcome: &'static str,
    settled_by: String,
    /// Whether the visitor wished it.
    own: bool,
    /// For whoever may take the file: how many parts it has, and until when.
    takes: Option<(i64, Time)>,
    hours: i64,
}

async fn list(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>) -> Result<Response, Problem> {
    let permit = permit(&app, &visitor, Act::AgreeLogExport, None, "exports of the access log").await?;
    let mut tx = app.db.read().await?;
    let all = store::list(&mut tx, &permit, listing.part(PAGE)).await?;
    let rows = rows(all, &users::list(&mut tx).await?);
    if listing.is_file() {
        return Ok(as_file(&rows));
    }
    let officer = app.role_may(visitor.who.role, Act::WishLogExport);
    let next = listing.next(PAGE, rows.len());
    Ok(Page::of(&ListPage { shell: &visitor.shell, rows, next, officer, mistake: false }).into_response())
}

async fn wish(State(app): State<App>, visitor: Visitor, Form(form): Form<WishForm>) -> Result<Response, Problem> {
    let reason = form.reason.trim();
    if reason.is_empty() {
        let page = Page::of(&ListPage { shell: &visitor.shell, rows: Vec::new(), next: None, officer: true, mistake: true });
        return Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let reason: String = reason.chars().take(500).collect();
    let id = actions::wish(&app, &visitor, &reason).await?;
    Ok(see_other(&format!("/log-exports/{id}"), "log-export-wished"))
}

async fn one(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor, Act::AgreeLogExport, None, "an export of the access log").await?;
    let mut tx = app.db.read().await?;
    let export = store::get(&mut tx, &permit, id_of(&id)?).await?;
    let users = users::list(&mut tx).await?;
    Ok(Page::of(&OnePage {
        shell: &visitor.shell,
        by: name_of(&users, export.wished_by),
        outcome: outcome(&export),
        settled_by: export.step.as_ref().map(|step| name_of(&users, step.author)).unwrap_or_default(),
        own: export.wished_by == visitor.who.user,
        takes: actions::may_take(&app, visitor.who.user, &export).map(|(lines, until)| (actions::parts(lines, IN_PART), until)),
        hours: app.pack.watching.log_export_hours,
        export: &export,
    }))
}

async fn settle(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<SettleForm>,
) -> Result<Response, Problem> {
    let agrees = match form.outcome.as_str() {
        "agree" => true,
        "decline" => false,
        _ => return Err(Problem::Bad(visitor.shell.say("erasure-say-outcome"))),
    };
    actions::settle(&app, &visitor, id_of(&id)?, agrees).await?;
    Ok(see_other(&format!("/log-exports/{id}"), if agrees { "log-export-agreed" } else { "log-export-declined" }))
}

async fn part(State(app): State<App>, visitor: Visitor, Path((id, part)): Path<(String, String)>) -> Result<Response, Problem> {
    let number: i64 = part.parse().map_err(|_| DbError::NotFound)?;
    let looking = permit(&app, &visitor, Act::WishLogExport, None, "an export of the access log").await?;
    let export = store::get(&mut app.db.read().await?, &looking, id_of(&id)?).await?;
    let (lines, _) = actions::may_take(&app, visitor.who.user, &export).ok_or(DbError::NotFound)?;
    if !(1..=actions::parts(lines, IN_PART)).contains(&number) {
        return Err(DbError::NotFound.into());
    }
    // Only now: the log says of nobody that they took what they did not get.
    let taking = permit(&app, &visitor, Act::WishLogExport, None, &format!("the whole access log as a file, part {number}")).await?;
    let agreed_at = export.step.as_ref().map_or(export.wished_at, |step| step.at);
    let file = actions::part(&app, &taking, (lines, agreed_at), (number, IN_PART)).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/jsonl".to_owned()), (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"access-log-{number}.jsonl\"")),
    ];
    Ok((headers, file).into_response())
}

fn rows(all: Vec<Export>, users: &[User]) -> Vec<Row> {
    all.into_iter().map(|export| Row { by: name_of(users, export.wished_by), outcome: outcome(&export), export }).collect()
}

fn outcome(export: &Export) -> &'static str {
    export.step.as_ref().map_or("waits", |step| step.outcome.word())
}

fn as_file(rows: &[Row]) -> Response {
    let mut file = csv_line(&["export", "wished_by", "wished_at", "reason", "outcome", "at", "lines"]);
    for Row { export, by, outcome } in rows {
        let step = export.step.as_ref();
        file += &csv_line(&[
            &export.id.to_string(), by, &export.wished_at.to_string(), &export.reason, outcome,
            &step.map(|step| step.at.to_string()).unwrap_or_default(), &step.map(|step| step.lines.to_string()).unwrap_or_default(),
        ]);
    }
    csv_file("log-exports.csv", file)
}

fn id_of(text: &str) -> Result<Id, DbError> {
    text.parse().map_err(|_| DbError::NotFound)
}

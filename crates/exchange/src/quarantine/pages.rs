//! The pages of quarantine: what waits, one row to mend, and the list as a file for the partner who sent it.

use super::actions::{self, Mended};
use super::store::{self, Kept};
use super::{WHOLE_ROW, whose};
use crate::feeds::{self, Says};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use office::{App, Problem, Routes, Visitor, see_other};
use people::links::{self, link_as_due};
use db::Tx;
use rights::{Act, Permit};
use serde::Deserialize;
use std::collections::HashMap;
use web::{Page, Shell, csv_file, csv_line};
use words::Id;

/// So many rows stand on a page.
const PAGE: i64 = 50;
/// So many rows go into one file.
const FILE_ROWS: i64 = 100_000;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/quarantine", Act::MendRows, list)
        .get("/quarantine.csv", Act::MendRows, as_file)
        .get("/quarantine/{row}", Act::MendRows, show)
        .post("/quarantine/{row}", Act::MendRows, mend)
        .post("/quarantine/{row}/set-aside", Act::MendRows, set_aside)
        .post("/feeds/{name}/try-again", Act::MendRows, try_again)
}

#[derive(Deserialize)]
struct Asked {
    feed: Option<String>,
    after: Option<String>,
}

#[derive(Template)]
#[template(path = "quarantine/list.html")]
struct ListPage<'a> {
    shell: &'a Shell,
    rows: Vec<Kept>,
    feed: Option<String>,
    counts: Vec<(String, i64)>,
    next: Option<Id>,
}

async fn list(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Page, Problem> {
    let grant = app.decide(&visitor.who, Act::MendRows, None)?;
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "rows in quarantine").await?;
    let after = asked.after.as_deref().and_then(|id| id.parse().ok());
    let feed = asked.feed.filter(|feed| !feed.is_empty());
    let mut tx = app.db.read().await?;
    let rows = store::waiting(&mut tx, &permit, feed.as_deref(), after, PAGE).await?;
    let mut counts: Vec<(String, i64)> = store::count_by_feed(&mut tx, &permit).await?.into_iter().collect();
    drop(tx);
    counts.sort();
    whose::log(&app, &visitor, &permit, &rows, "rows in quarantine").await?;
    let full = i64::try_from(rows.len()).is_ok_and(|length| length == PAGE);
    let next = rows.last().map(|row| row.id).filter(|_| full);
    Ok(Page::of(&ListPage { shell: &visitor.shell, rows, feed, counts, next }))
}

async fn as_file(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let grant = app.decide(&visitor.who, Act::MendRows, None)?;
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "rows in quarantine as a file").await?;
    let mut tx = app.db.read().await?;
    let rows = store::waiting(&mut tx, &permit, asked.feed.as_deref(), None, FILE_ROWS).await?;
    drop(tx);
    whose::log(&app, &visitor, &permit, &rows, "rows in quarantine as a file").await?;
    let mut file = csv_line(&["feed", "file", "row", "field", "value", "reason"]);
    for row in rows {
        let (field, value) = (row.field.unwrap_or_default(), row.value.unwrap_or_default());
        file += &csv_line(&[&row.feed, &row.file, &row.number.to_string(), &field, &value, &row.reason]);
    }
    Ok(csv_file("quarantine.csv", file))
}

#[derive(Template)]
#[template(path = "quarantine/mend.html")]
struct MendPage<'a> {
    shell: &'a Shell,
    row: Kept,
    failed: bool,
    whole: bool,
    /// The column whose words are not for the steward.
    hidden: Option<String>,
}

async fn show(State(app): State<App>, visitor: Visitor, Path(row): Path<String>) -> Result<Page, Problem> {
    let id: Id = row.parse().map_err(|_| Problem::NotFound)?;
    let grant = app.decide(&visitor.who, Act::MendRows, None)?;
    let parts = format!("row {id} in quarantine");
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, &parts).await?;
    let mut tx = app.db.read().await?;
    let row = store::get(&mut tx, &permit, id).await?;
    let hidden = told_column(&mut tx, &permit, &row).await?;
    drop(tx);
    whose::log(&app, &visitor, &permit, std::slice::from_ref(&row), &parts).await?;
    Ok(mend_page(&visitor.shell, row, false, hidden))
}

fn mend_page(shell: &Shell, row: Kept, failed: bool, hidden: Option<String>) -> Page {
    let whole = row.columns.iter().any(|(name, _)| name == WHOLE_ROW);
    Page::of(&MendPage { shell, row, failed, whole, hidden })
}

/// The column in which a source tells what happened to somebody. Mending a key, a date or a code takes no reading of it,
/// and the steward's work is data, not cases; only when it is itself at fault is it shown.
async fn told_column(tx: &mut Tx, permit: &Permit, row: &Kept) -> Result<Option<String>, Problem> {
    let config = feeds::get(tx, permit, &row.feed).await?.config;
    let told = config.fields.get("text").filter(|column| config.says == Says::Entries && row.field.as_ref() != Some(*column));
    Ok(told.cloned())
}

/// Takes the row as typed. The form's fields are numbered, because columns may have any name.
async fn mend(
    State(app): State<App>, visitor: Visitor, Path(row): Path<String>, Form(form): Form<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let id: Id = row.parse().map_err(|_| Problem::NotFound)?;
    let mut tx = links::begin(&app).await?;
    let grant = app.decide(&visitor.who, Act::MendRows, None)?;
    let parts = format!("row {id} in quarantine");
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, &parts).await?;
    let kept = store::get(&mut tx, &permit, id).await?;
    whose::log_in(&mut tx, &app, &visitor, &permit, &kept, &parts).await?;
    let typed = kept.columns.iter().enumerate().map(|(place, (name, before))| {
        (name.clone(), form.get(&format!("v{place}")).unwrap_or(before).clone())
    });
    let mended = actions::mend(&mut tx, &app, &permit, id, typed.collect()).await?;
    let kept = store::get(&mut tx, &permit, id).await?;
    let hidden = told_column(&mut tx, &permit, &kept).await?;
    tx.commit().await?;
    match mended {
        Mended::Taken => {
            link_as_due(&app, &permit, |_, _| {}).await?;
            Ok(see_other("/quarantine", "row-mended"))
        }
        Mended::StillWrong(_) => {
            let page = mend_page(&visitor.shell, kept, true, hidden);
            Ok(page.status(axum::http::StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
    }
}

async fn set_aside(State(app): State<App>, visitor: Visitor, Path(row): Path<String>) -> Result<Response, Problem> {
    let id: Id = row.parse().map_err(|_| Problem::NotFound)?;
    let mut tx = app.db.write().await?;
    let grant = app.decide(&visitor.who, Act::MendRows, None)?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, &format!("row {id} set aside")).await?;
    actions::set_aside(&mut tx, &app, &permit, id).await?;
    tx.commit().await?;
    Ok(see_other("/quarantine", "row-set-aside"))
}

async fn try_again(State(app): State<App>, visitor: Visitor, Path(name): Path<String>) -> Result<Response, Problem> {
    let grant = app.decide(&visitor.who, Act::MendRows, None)?;
    // In a transaction of its own: the log's head must not stay locked while many rows are tried.
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, &format!("rows of {name} tried again")).await?;
    let mut tx = links::begin(&app).await?;
    let (taken, _) = actions::try_again(&mut tx, &app, &permit, &name).await?;
    tx.commit().await?;
    if taken > 0 {
        link_as_due(&app, &permit, |_, _| {}).await?;
    }
    Ok(see_other(&format!("/quarantine?feed={name}"), if taken > 0 { "rows-taken" } else { "rows-still-wrong" }))
}

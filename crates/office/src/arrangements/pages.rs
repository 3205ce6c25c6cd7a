//! The pages of arrangements, for the data-protection officer.

use super::views::{Row, Sent, Wrong};
use super::{Kind, Standing, actions, store};
use crate::organisations::Titles;
use crate::policies::permit;
use crate::routes::in_query;
use crate::{App, Organisation, Problem, Routes, Visitor, see_other};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use rights::Act;
use serde::Deserialize;
use web::{Listing, Page, Shell, csv_file, csv_line};
use words::{Date, Id};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/arrangements", Act::KeepArrangements, show)
        .post("/arrangements", Act::KeepArrangements, add)
        .get("/arrangements/new", Act::KeepArrangements, form)
        .post("/arrangements/{arrangement}/end", Act::KeepArrangements, end)
}

#[derive(Template)]
#[template(path = "arrangements/list.html")]
struct ListPage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
    /// Who keeps records and has no arrangement in force: short name, as an address carries it, and title.
    gaps: Vec<(String, String)>,
}

async fn show(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>) -> Result<Response, Problem> {
    permit(&app, &visitor, Act::KeepArrangements, "arrangements").await?;
    let today = visitor.shell.today;
    let mut tx = app.db.read().await?;
    let titles = Titles::load(&mut tx).await?;
    let all = store::list(&mut tx).await?;
    let gaps = actions::gaps(&mut tx, &all, &visitor.who.organisation, today).await?;
    let mut rows: Vec<Row> = all.into_iter().map(|one| Row::of(one, &titles, today)).collect();
    // What needs somebody stands first, what was put away last.
    rows.sort_by_key(|row| row.standing);
    if listing.is_file() {
        return Ok(as_file(&rows));
    }
    let gaps = gaps.into_iter().map(|id| (in_query(&id), titles.title(&id).to_owned())).collect();
    Ok(Page::of(&ListPage { shell: &visitor.shell, rows, gaps }).into_response())
}

fn as_file(rows: &[Row]) -> Response {
    let mut file = csv_line(&["arrangement", "kind", "with", "title", "signed_on", "ends_on", "ended_on", "state", "covers", "contact"]);
    for row in rows {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let one = &row.one;
        file += &csv_line(&[
            &one.id.to_string(), one.kind.word(), &row.with, &one.title, &one.signed_on.to_string(), &day(one.ends_on), &day(one.ended_on),
            row.standing.word(), &one.covers, &one.contact,
        ]);
    }
    csv_file("arrangements.csv", file)
}

#[derive(Template)]
#[template(path = "arrangements/new.html")]
struct NewPage<'a> {
    shell: &'a Shell,
    organisations: &'a [Organisation],
    sent: &'a Sent,
    wrong: Option<Wrong>,
}

/// Which organisation the form begins with: that of the gap it was opened from.
#[derive(Deserialize)]
struct With {
    #[serde(default)]
    organisation: String,
}

async fn form(State(app): State<App>, visitor: Visitor, Query(with): Query<With>) -> Result<Page, Problem> {
    let titles = Titles::load(&mut app.db.read().await?).await?;
    let sent = Sent { organisation: with.organisation, ..Sent::default() };
    Ok(Page::of(&NewPage { shell: &visitor.shell, organisations: titles.all(), sent: &sent, wrong: None }))
}

async fn add(State(app): State<App>, visitor: Visitor, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    let titles = Titles::load(&mut app.db.read().await?).await?;
    match sent.arrangement(app.clock.id(), &titles, visitor.shell.today) {
        Ok(one) => {
            actions::add(&app, &visitor.who, &one).await?;
            Ok(see_other("/arrangements", "arrangement-added"))
        }
        Err(wrong) => {
            let page = NewPage { shell: &visitor.shell, organisations: titles.all(), sent: &sent, wrong: Some(wrong) };
            Ok(Page::of(&page).status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
    }
}

#[derive(Deserialize)]
struct Ending {
    #[serde(default)]
    on: String,
}

async fn end(State(app): State<App>, visitor: Visitor, Path(id): Path<Id>, Form(ending): Form<Ending>) -> Result<Response, Problem> {
    let on: Date = ending.on.parse().map_err(|_| Problem::Unfit("arrangement-wrong-end"))?;
    actions::end(&app, &visitor.who, id, on).await?;
    Ok(see_other("/arrangements", "arrangement-ended"))
}

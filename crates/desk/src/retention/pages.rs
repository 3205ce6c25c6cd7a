//! The officer's page of retention: how everything ends, what is over, and whom nothing was heard of for so long.

use super::{ENDS, End, actions};
use crate::erasures::{self, Why};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use office::packs::Register;
use office::{App, Problem, Routes, Visitor, see_other};
use people::watching::{names, permit};
use rights::Act;
use serde::Deserialize;
use std::collections::BTreeMap;
use web::{Page, Shell, csv_line};
use words::{Date, Id};

/// So many people stand on a page, and are wished for together: the second person looks at each.
const PAGE: i64 = 50;
/// So many stand in a file.
const IN_FILE: i64 = 100_000;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/retention", Act::EraseClient, show).post("/retention", Act::EraseClient, wish)
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    skip: u32,
    #[serde(default)]
    format: String,
}

#[derive(Template)]
#[template(path = "retention/show.html")]
struct RetentionPage<'a> {
    shell: &'a Shell,
    register: &'a Register,
    over: BTreeMap<&'static str, usize>,
    /// Those whose time is over: by name, and the day a source last named them.
    due: Vec<(Id, String, Date)>,
    /// How many stand before the next page; none on the last.
    next: Option<i64>,
    years: i64,
}

impl RetentionPage<'_> {
    fn end(class: &str) -> &'static str {
        ENDS.iter().find(|(known, _)| *known == class).map_or(End::ByHand, |(_, end)| *end).word()
    }

    fn over(&self, class: &str) -> i64 {
        self.over.get(class).and_then(|rows| i64::try_from(*rows).ok()).unwrap_or(0)
    }
}

async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let looking = permit(&app, &visitor, Act::EraseClient, None, "retention").await?;
    let (file, skip) = (asked.format == "csv", i64::from(asked.skip));
    let part = if file { (0, IN_FILE) } else { (skip, PAGE) };
    let due = actions::due(&mut app.db.read().await?, &app, &looking, part).await?;
    if file {
        return Ok(as_file(&due));
    }
    let clients: Vec<Id> = due.iter().map(|(client, _)| *client).collect();
    let named = names(&app, &visitor, Act::EraseClient, &clients, "name, among those whose time is over").await?;
    let next = i64::try_from(due.len()).is_ok_and(|length| length == PAGE).then_some(skip + PAGE);
    let class = app.pack.register.classes.iter().find(|class| class.word == "history");
    Ok(Page::of(&RetentionPage {
        shell: &visitor.shell,
        register: &app.pack.register,
        over: actions_over(&app).await?,
        due: due.into_iter().map(|(client, last)| (client, named.get(&client).cloned().unwrap_or_default(), last)).collect(),
        next,
        years: class.map_or(0, |class| i64::from(class.keep.years)),
    })
    .into_response())
}

async fn actions_over(app: &App) -> Result<BTreeMap<&'static str, usize>, Problem> {
    Ok(actions::is_over(app).await?)
}

/// Wishes the erasure of those who stand on the first page.
async fn wish(State(app): State<App>, visitor: Visitor) -> Result<Response, Problem> {
    let grant = app.decide(&visitor.who, Act::EraseClient, None)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "erasure wished of those whose time is over").await?;
    let due = actions::due(&mut tx, &app, &permit, (0, PAGE)).await?;
    let clients: Vec<Id> = due.into_iter().map(|(client, _)| client).collect();
    let wished = erasures::wish(&mut tx, &app, &permit, (Why::TimeOver, None), &clients).await?.ok_or(Problem::Already)?;
    tx.commit().await?;
    Ok(see_other(&format!("/erasures/{wished}"), "erasure-wished"))
}

fn as_file(due: &[(Id, Date)]) -> Response {
    // Of people nothing but the reference: whoever needs to know whose it is opens the page, and that is one line in their log.
    let mut file = csv_line(&["client", "last_heard_of"]);
    for (client, last) in due {
        file += &csv_line(&[&client.to_string(), &last.to_string()]);
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"retention.csv\""),
    ];
    (headers, file).into_response()
}

//! The officer's page of retention: how everything ends, what is over, and whom nothing was heard of for so long.

use super::{ENDS, End, actions};
use crate::erasures::{self, Why};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use db::DbError;
use office::packs::Register;
use office::{App, Problem, Routes, Visitor, see_other};
use people::watching::{names, permit};
use rights::Act;
use std::collections::{BTreeMap, HashMap};
use web::{Listing, Page, Shell, csv_file, csv_line};
use words::{Date, Id};

/// So many people stand on a page, and are wished for together: the second person looks at each.
const PAGE: i64 = IN_PAGE as i64;
const IN_PAGE: usize = 50;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/retention", Act::EraseClient, show).post("/retention", Act::EraseClient, wish)
}

#[derive(Template)]
#[template(path = "retention/show.html")]
struct RetentionPage<'a> {
    shell: &'a Shell,
    register: &'a Register,
    over: BTreeMap<&'static str, usize>,
    /// Those whose time is over: by name, and the day a source last named them.
    due: Vec<(Id, String, Date)>,
    /// How many stand before this page.
    skip: i64,
    /// How many stand before the next one; none on the last.
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

async fn show(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>) -> Result<Response, Problem> {
    let looking = permit(&app, &visitor, Act::EraseClient, None, "retention").await?;
    let due = actions::due(&mut app.db.read().await?, &app, &looking, listing.page(PAGE)).await?;
    let next = listing.next(PAGE, due.len());
    let clients: Vec<Id> = due.iter().map(|(client, _)| *client).collect();
    // Each of them is one line of their log, in the file too: it says of somebody when they were last heard of.
    let named = names(&app, &visitor, Act::EraseClient, &clients, "name, among those whose time is over").await?;
    if listing.is_file() {
        return Ok(as_file(&due, &named));
    }
    let class = app.pack.register.classes.iter().find(|class| class.word == "history");
    let page = Page::of(&RetentionPage {
        shell: &visitor.shell,
        register: &app.pack.register,
        over: actions::is_over(&app).await?,
        due: due.into_iter().map(|(client, last)| (client, named.get(&client).cloned().unwrap_or_default(), last)).collect(),
        skip: listing.page(PAGE).0,
        next,
        years: class.map_or(0, |class| i64::from(class.keep.years)),
    });
    Ok(page.into_response())
}

/// Wishes the erasure of those who stood on the page that was shown, as far as their time is still over.
async fn wish(State(app): State<App>, visitor: Visitor, Form(shown): Form<Vec<(String, String)>>) -> Result<Response, Problem> {
    let grant = app.decide(&visitor.who, Act::EraseClient, None)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "erasure wished of those whose time is over").await?;
    let mut clients: Vec<Id> = Vec::new();
    for client in shown.into_iter().filter(|(name, _)| name == "client").filter_map(|(_, id)| id.parse().ok()).take(IN_PAGE) {
        match actions::is_due(&mut tx, &app, &permit, client).await {
            Ok(true) => clients.push(client),
            // Heard of again, or erased, since the page was shown.
            Ok(false) | Err(DbError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let wished = erasures::wish(&mut tx, &app, &permit, (Why::TimeOver, None), &clients).await?.ok_or(Problem::Already)?;
    tx.commit().await?;
    Ok(see_other(&format!("/erasures/{wished}"), "erasure-wished"))
}

fn as_file(due: &[(Id, Date)], named: &HashMap<Id, String>) -> Response {
    let mut file = csv_line(&["client", "name", "last_heard_of"]);
    for (client, last) in due {
        file += &csv_line(&[&client.to_string(), named.get(client).map_or("", String::as_str), &last.to_string()]);
    }
    csv_file("retention.csv", file)
}

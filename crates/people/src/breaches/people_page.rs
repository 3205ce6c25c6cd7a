//! Whom a breach concerns: everybody who was shown to the actor in the window, with what of them.

use super::pages::breach_at;
use super::store::{self, Breach, Concerned, Part};
use crate::watching::{names, permit};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use office::{App, Problem, Visitor};
use rights::Act;
use web::{Listing, Page, Shell, csv_file, csv_line};
use words::Id;

/// So many people stand on a page.
const PAGE: i64 = 50;

/// Somebody as the list shows them.
struct Row {
    concerned: Concerned,
    /// Empty when nothing is known of them any more.
    name: String,
    /// What of them was shown: the act, and its parts.
    parts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "breaches/people.html")]
struct PeoplePage<'a> {
    shell: &'a Shell,
    breach: &'a Breach,
    rows: Vec<Row>,
    /// How many stand before the next page; none on the last.
    next: Option<i64>,
}

pub(super) async fn show(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Query(listing): Query<Listing>,
) -> Result<Response, Problem> {
    let looking = permit(&app, &visitor, Act::HandleBreaches, None, "whom a breach concerns").await?;
    let breach = breach_at(&app, &looking, &id).await?;
    let mut tx = app.db.read().await?;
    if listing.is_file() {
        return Ok(as_file(&store::parts(&mut tx, &looking, &breach, None).await?));
    }
    let people = store::people(&mut tx, &looking, &breach, listing.part(PAGE)).await?;
    let clients: Vec<Id> = people.iter().map(|one| one.client).collect();
    let parts = store::parts(&mut tx, &looking, &breach, Some(&clients)).await?;
    drop(tx);
    let named = names(&app, &visitor, Act::HandleBreaches, &clients, "name, among those whom a breach concerns").await?;
    let shell = &visitor.shell;
    let next = listing.next(PAGE, people.len());
    let row = |concerned: Concerned| Row {
        name: named.get(&concerned.client).cloned().unwrap_or_default(),
        parts: parts.iter().filter(|part| part.client == concerned.client).map(|part| (shell.word("act", &part.act), part.parts.clone())).collect(),
        concerned,
    };
    let rows = people.into_iter().map(row).collect();
    Ok(Page::of(&PeoplePage { shell, breach: &breach, rows, next }).into_response())
}

fn as_file(parts: &[Part]) -> Response {
    // Of people no more than their number here: whoever needs a name reads it on the page, and that is one line in their log.
    let mut text = csv_line(&["person", "act", "readings", "first", "last"]);
    for part in parts {
        text += &csv_line(&[
            &part.client.to_string(), &part.act, &part.readings.to_string(), &part.first.to_string(), &part.last.to_string(),
        ]);
    }
    csv_file("breach-people.csv", text)
}

//! The list of erasures: those that wait for somebody to agree, then the certificates, the latest first.

use super::pages::name_of;
use super::store::{self, Listed};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use office::{App, Problem, Visitor, users};
use people::watching::permit;
use rights::Act;
use web::{Listing, Page, Shell, csv_file, csv_line};

/// So many stand on a page.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "erasures/desk.html")]
struct DeskPage<'a> {
    shell: &'a Shell,
    /// Each with who wished it.
    rows: Vec<(Listed, String)>,
    /// How many stand before the next page; none on the last.
    next: Option<i64>,
    officer: bool,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>) -> Result<Response, Problem> {
    let permit = permit(&app, &visitor, Act::AgreeErasure, None, "erasures").await?;
    let mut tx = app.db.read().await?;
    let all = store::list(&mut tx, &permit, listing.part(PAGE)).await?;
    if listing.is_file() {
        return Ok(as_file(&all));
    }
    let users = users::list(&mut tx).await?;
    let next = listing.next(PAGE, all.len());
    let rows = all.into_iter().map(|one| (name_of(&users, one.wished_by), one)).map(|(name, one)| (one, name)).collect();
    let officer = app.role_may(visitor.who.role, Act::EraseClient);
    Ok(Page::of(&DeskPage { shell: &visitor.shell, rows, next, officer }).into_response())
}

fn as_file(all: &[Listed]) -> Response {
    let mut file = csv_line(&["erasure", "why", "request", "wished_at", "people", "settled", "erased"]);
    for one in all {
        file += &csv_line(&[
            &one.id.to_string(), one.why.word(), &one.request.map(|id| id.to_string()).unwrap_or_default(), &one.wished_at.to_string(),
            &one.people.to_string(), &one.settled.to_string(), &one.erased.to_string(),
        ]);
    }
    csv_file("erasures.csv", file)
}

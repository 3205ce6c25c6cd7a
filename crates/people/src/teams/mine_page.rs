//! People whose case team the reader sits in: how a member finds them, whom search does not show to their organisation.

use super::store::{self, Seat};
use crate::watching::{names, permit};
use askama::Template;
use axum::extract::{Query, State};
use office::{App, Problem, Visitor};
use rights::Act;
use web::{Listing, Page, Shell};
use words::{Date, Id};

/// So many stand on a page.
const PAGE: i64 = 50;

/// A person, and the reader's part in their team.
struct Row {
    client: Id,
    name: String,
    part: String,
    from: Date,
    until: Option<Date>,
}

#[derive(Template)]
#[template(path = "teams/mine.html")]
struct MinePage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
    /// How many stand before the next page; none on the last.
    next: Option<i64>,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>) -> Result<Page, Problem> {
    let looking = permit(&app, &visitor, Act::OwnTeams, None, "whose case teams one sits in").await?;
    let mut tx = app.db.read().await?;
    let all = store::of_user(&mut tx, &looking, app.clock.now().date(), listing.page(PAGE)).await?;
    drop(tx);
    let next = listing.next(PAGE, all.len());
    let mut clients: Vec<Id> = all.iter().map(|(client, _)| *client).collect();
    clients.sort_unstable();
    clients.dedup();
    // Of somebody who was protected meanwhile nothing is listed, unless the reader is named.
    let named = names(&app, &visitor, Act::OwnTeams, &clients, "name, in a list of case teams").await?;
    let row = |(client, seat): (Id, Seat)| {
        Some(Row { client, name: named.get(&client)?.clone(), part: seat.part, from: seat.from, until: seat.until })
    };
    let rows = all.into_iter().filter_map(row).collect();
    Ok(Page::of(&MinePage { shell: &visitor.shell, rows, next }))
}

//! The officer's list of requests: what is due, the soonest first, what is late on top.

use super::{Kind, Outcome, store};
use crate::consents::Channel;
use crate::watching::{names, permit};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use office::{App, Problem, Visitor};
use rights::Act;
use serde::Deserialize;
use web::{Listing, Page, Shell, csv_file, csv_line};
use words::{Date, Id};

/// So many stand on a page.
const PAGE: i64 = 100;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: String,
}

/// A request as the list shows it.
struct Row {
    id: Id,
    kind: Kind,
    channel: Channel,
    /// Empty while the record it was asked about belongs to nobody: then it is not opened either.
    name: String,
    received: Date,
    due: Date,
    /// Days until it is due; negative when it is late.
    left: i64,
    extended: bool,
    closed: Option<(Date, Outcome)>,
}

#[derive(Template)]
#[template(path = "requests/desk.html")]
struct DeskPage<'a> {
    shell: &'a Shell,
    closed: bool,
    late: usize,
    rows: Vec<Row>,
    /// How many stand before the next page; none on the last.
    next: Option<i64>,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>, Query(listing): Query<Listing>) -> Result<Response, Problem> {
    let closed = asked.state == "closed";
    let looking = permit(&app, &visitor, Act::AnswerRequests, None, if closed { "closed requests" } else { "requests that wait" }).await?;
    let clocks = store::clocks(&mut app.db.read().await?, &looking, !closed, listing.part(PAGE)).await?;
    if listing.is_file() {
        return Ok(as_file(&clocks));
    }
    let mut clients: Vec<Id> = clocks.iter().filter_map(|clock| clock.client).collect();
    clients.sort_unstable();
    clients.dedup();
    let named = names(&app, &visitor, Act::AnswerRequests, &clients, "name, in a list of requests").await?;
    let today = app.clock.now().date();
    let next = listing.next(PAGE, clocks.len());
    let row = |clock: store::Clock| Row {
        name: clock.client.and_then(|client| named.get(&client).cloned()).unwrap_or_default(),
        left: clock.due.days_since(today),
        closed: clock.closed.map(|(at, outcome)| (at.date(), outcome)),
        id: clock.id, kind: clock.kind, channel: clock.channel, received: clock.received, due: clock.due, extended: clock.extended,
    };
    let rows: Vec<Row> = clocks.into_iter().map(row).collect();
    let late = rows.iter().filter(|row| row.closed.is_none() && row.left < 0).count();
    Ok(Page::of(&DeskPage { shell: &visitor.shell, closed, late, rows, next }).into_response())
}

fn as_file(clocks: &[store::Clock]) -> Response {
    // Of people nothing: whoever needs to know whose it is opens the request, and that is one line in their log.
    let mut file = csv_line(&["request", "kind", "channel", "received", "due", "extended", "closed", "outcome"]);
    for clock in clocks {
        let (closed, outcome) = clock.closed.map(|(at, outcome)| (at.to_string(), outcome.word())).unwrap_or_default();
        file += &csv_line(&[
            &clock.id.to_string(), clock.kind.word(), clock.channel.word(), &clock.received.to_string(), &clock.due.to_string(),
            if clock.extended { "yes" } else { "no" }, &closed, outcome,
        ]);
    }
    csv_file("requests.csv", file)
}

//! The officer's list of breaches: the clock that ends first on top.

use super::pages::{actor_name, hours_left};
use super::store::{self, Breach};
use super::Done;
use crate::watching::permit;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use office::organisations::Titles;
use office::{App, Problem, Visitor, users};
use rights::Act;
use web::{Listing, Page, Shell, csv_file, csv_line};
use words::Id;

/// So many stand on a page.
const PAGE: i64 = 50;

/// A breach as the list shows it.
struct Row {
    id: Id,
    actor: String,
    breach: Breach,
    /// Whole hours until the authority is to know; negative when it is late; none once that is settled.
    left: Option<i64>,
    closed: bool,
}

#[derive(Template)]
#[template(path = "breaches/desk.html")]
struct DeskPage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
    /// How many stand before the next page; none on the last.
    next: Option<i64>,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>) -> Result<Response, Problem> {
    let looking = permit(&app, &visitor, Act::HandleBreaches, None, "breaches").await?;
    let mut tx = app.db.read().await?;
    let all = store::list(&mut tx, &looking, listing.part(PAGE)).await?;
    let (titles, users) = (Titles::load(&mut tx).await?, users::list(&mut tx).await?);
    let now = app.clock.now();
    let next = listing.next(PAGE, all.len());
    let row = |breach: Breach| Row {
        id: breach.id,
        actor: actor_name(&titles, &users, &breach.actor),
        left: (!breach.authority_settled()).then(|| hours_left(breach.due(), now)),
        closed: breach.last(Done::Closed).is_some(),
        breach,
    };
    let rows: Vec<Row> = all.into_iter().map(row).collect();
    if listing.is_file() {
        return Ok(as_file(&rows));
    }
    Ok(Page::of(&DeskPage { shell: &visitor.shell, rows, next }).into_response())
}

fn as_file(rows: &[Row]) -> Response {
    // What was written stays on its page: the file has the clock and the numbers.
    let columns = ["breach", "noticed", "due", "from", "to", "actor", "people", "readings", "authority", "authority_at", "people_told", "closed"];
    let mut file = csv_line(&columns);
    for row in rows {
        let breach = &row.breach;
        let settled = |done: Done| breach.last(done).map(|step| (done.word(), step.done_at.unwrap_or(step.at).to_string()));
        let authority = settled(Done::AuthorityTold).or(settled(Done::AuthorityNot)).unwrap_or_default();
        let people = settled(Done::PeopleTold).or(settled(Done::PeopleNot)).unwrap_or_default();
        file += &csv_line(&[
            &row.id.to_string(), &breach.noticed.to_string(), &breach.due().to_string(), &breach.from.to_string(), &breach.to.to_string(),
            &row.actor, &breach.people.to_string(), &breach.readings.to_string(), authority.0, &authority.1, people.0,
            &breach.last(Done::Closed).map(|step| step.at.to_string()).unwrap_or_default(),
        ]);
    }
    csv_file("breaches.csv", file)
}

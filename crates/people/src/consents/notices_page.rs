//! What clients have changed about sharing, for whoever leads their case.

use super::{pages, store};
use crate::{relations, single_view};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use office::organisations::Titles;
use office::{App, Problem, Visitor, see_other};
use rights::Act;
use web::{Page, Shell};
use words::{Id, Time};

/// A change a client made.
struct Notice {
    id: Id,
    client: Id,
    name: String,
    at: Time,
    what: String,
}

#[derive(Template)]
#[template(path = "consents/notices.html")]
struct NoticesPage<'a> {
    shell: &'a Shell,
    notices: Vec<Notice>,
}

pub(super) async fn list(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    let waiting = store::waits_for(&mut tx, visitor.who.user, now).await?;
    let titles = Titles::load(&mut tx).await?;
    let mut clients: Vec<Id> = waiting.iter().map(|(client, _)| *client).collect();
    clients.sort_unstable();
    clients.dedup();
    let cases = relations::cases(&mut tx, &visitor, &clients, now).await?;
    drop(tx);
    let grants: Vec<_> = cases.iter().filter_map(|case| app.decide_case(&visitor.who, Act::SeeConsents, case).ok()).collect();
    let permits = if grants.is_empty() { Vec::new() } else { app.log.permits(&app.db, now, grants, "name, in a list of changes to sharing").await? };
    let names = single_view::names(&mut app.db.read().await?, &app.pack, &permits, now).await?;
    let shell = &visitor.shell;
    // Of somebody the rules do not let the reader know about, nothing is listed.
    let notices = waiting.iter().filter_map(|(client, said)| {
        let name = names.get(client)?.clone();
        let what = pages::row(shell, &titles, said).what;
        Some(Notice { id: said.id, client: *client, name, at: said.recorded_at, what })
    });
    Ok(Page::of(&NoticesPage { shell, notices: notices.collect() }))
}

pub(super) async fn read(State(app): State<App>, visitor: Visitor, Path(consent): Path<String>) -> Result<Response, Problem> {
    let id: Id = consent.parse().map_err(|_| Problem::NotFound)?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let waiting = store::waits_for(&mut tx, visitor.who.user, now).await?;
    let (client, _) = waiting.into_iter().find(|(_, said)| said.id == id).ok_or(Problem::NotFound)?;
    let case = relations::cases(&mut tx, &visitor, &[client], now).await?.pop().ok_or(Problem::NotFound)?;
    let permit = app.log.permit(&mut tx, now, app.decide_case(&visitor.who, Act::SeeConsents, &case)?, "a change to sharing, read").await?;
    store::mark_read(&mut tx, &permit, id, now).await?;
    tx.commit().await?;
    Ok(see_other("/notices", "notice-read"))
}

//! People who are well known: the officer says who they are, and every opening of their file is looked at.

use super::pages::{names, permit};
use super::store;
use crate::relations;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::{App, Problem, Visitor, see_other};
use rights::Act;
use serde::Deserialize;
use web::{Page, Shell};
use words::{Date, Id};

/// Somebody who is marked.
struct Row {
    id: Id,
    client: Id,
    name: String,
    reason: String,
    since: Date,
}

#[derive(Template)]
#[template(path = "watching/well_known.html")]
struct WellKnownPage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
pub(super) struct MarkForm {
    #[serde(default)]
    reason: String,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let looking = permit(&app, &visitor, Act::WatchAccess, None, "people who are well known").await?;
    let marks = store::marked(&mut app.db.read().await?, &looking).await?;
    let clients: Vec<Id> = marks.iter().map(|mark| mark.client).collect();
    let named = names(&app, &visitor, Act::WatchAccess, &clients, "name, among people who are well known").await?;
    let row = |mark: store::Mark| Row {
        name: named.get(&mark.client).cloned().unwrap_or_default(),
        id: mark.id, client: mark.client, reason: mark.reason, since: mark.at.date(),
    };
    Ok(Page::of(&WellKnownPage { shell: &visitor.shell, rows: marks.into_iter().map(row).collect() }))
}

pub(super) async fn mark(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<MarkForm>,
) -> Result<Response, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let case = relations::case_of(&app, &visitor, client).await?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, now, app.decide_case(&visitor.who, Act::WatchAccess, &case)?, "marked as well known").await?;
    if !store::marked(&mut tx, &permit).await?.iter().any(|mark| mark.client == case.client) {
        store::mark(&mut tx, &permit, app.clock.id(), form.reason.trim(), now).await?;
    }
    tx.commit().await?;
    Ok(see_other("/oversight/well-known", "well-known-marked"))
}

pub(super) async fn end(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    let looking = permit(&app, &visitor, Act::WatchAccess, None, "people who are well known").await?;
    let marks = store::marked(&mut app.db.read().await?, &looking).await?;
    let mark = marks.into_iter().find(|mark| mark.id == id).ok_or(Problem::NotFound)?;
    let case = relations::case_of(&app, &visitor, mark.client).await?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, now, app.decide_case(&visitor.who, Act::WatchAccess, &case)?, "no longer marked as well known").await?;
    store::end(&mut tx, &permit, &mark, now).await?;
    tx.commit().await?;
    Ok(see_other("/oversight/well-known", "well-known-ended"))
}

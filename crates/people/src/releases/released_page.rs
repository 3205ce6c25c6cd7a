//! What an organisation asked for and what was released to it, or to the reader as a guest: with the answers.

use super::pages::{StepView, kinds_in_words, steps, user_name};
use super::rules::State;
use super::store::{self, Release};
use super::actions;
use crate::relations;
use crate::watching::{names, permit};
use askama::Template;
use axum::extract::{Path, Query, State as Of};
use axum::response::Response;
use office::{App, Problem, Visitor, see_other, users};
use rights::Act;
use serde::Deserialize;
use web::{Page, Shell};
use words::{Date, Id};

/// So many stand on a page.
const PAGE: i64 = 50;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    skip: u32,
}

/// A release as whoever asked, or was given it, sees it.
struct Row {
    id: Id,
    client: Id,
    name: String,
    kinds: String,
    purpose: &'static str,
    state: State,
    until: Date,
    due: Date,
    asked: Date,
    asked_by: String,
    guest: bool,
    /// Whether something is read because of it.
    gives: bool,
    /// Whether the reader may take it back.
    takes_back: bool,
    says: String,
    steps: Vec<StepView>,
}

#[derive(Template)]
#[template(path = "releases/released.html")]
struct ReleasedPage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
    /// How many stand before the next page; none on the last.
    next: Option<i64>,
}

pub(super) async fn show(Of(app): Of<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Page, Problem> {
    let looking = permit(&app, &visitor, Act::SeeReleased, None, "what was asked for and released").await?;
    let skip = i64::from(asked.skip);
    let mut tx = app.db.read().await?;
    let all = store::to(&mut tx, &looking, (skip, PAGE)).await?;
    let users = users::list(&mut tx).await?;
    drop(tx);
    let full = i64::try_from(all.len()).is_ok_and(|length| length == PAGE);
    let mut clients: Vec<Id> = all.iter().map(|(client, _)| *client).collect();
    clients.sort_unstable();
    clients.dedup();
    // Of somebody the reader may no longer know of, nothing is listed: of a guest's people nothing, once their time is over.
    let named = names(&app, &visitor, Act::SeeReleased, &clients, "name, in a list of releases").await?;
    let (shell, today, may_ask) = (&visitor.shell, app.clock.now().date(), app.role_may(visitor.who.role, Act::AskRelease));
    let row = |(client, release): &(Id, Release)| {
        let (state, gives) = (release.state(today), release.gives(today));
        let holds = gives.unwrap_or(&release.asked);
        Some(Row {
            id: release.id,
            client: *client,
            name: named.get(client)?.clone(),
            kinds: kinds_in_words(shell, holds),
            purpose: release.purpose.word(),
            state,
            until: holds.until,
            due: release.due,
            asked: release.asked_at.date(),
            asked_by: user_name(&users, release.asked_by),
            guest: release.guest.is_some(),
            gives: gives.is_some(),
            takes_back: may_ask && release.guest.is_none() && (gives.is_some() || state == State::Asked),
            says: release.says.clone(),
            steps: steps(shell, release, &users),
        })
    };
    let rows = all.iter().filter_map(row).collect();
    Ok(Page::of(&ReleasedPage { shell, rows, next: full.then_some(skip + PAGE) }))
}

pub(super) async fn withdraw(Of(app): Of<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    let client = store::client_of(&mut app.db.read().await?, id).await?;
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = app.decide_case(&visitor.who, Act::AskRelease, &case)?;
    let mut tx = app.db.revoke().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "a release no longer asked for").await?;
    let release = actions::get(&mut tx, &permit, id).await?;
    if release.organisation != visitor.who.organisation || release.guest.is_some() {
        return Err(Problem::NotFound);
    }
    actions::withdraw(&mut tx, &app, &permit, &release).await?;
    tx.commit().await?;
    Ok(see_other("/released", "release-withdrawn"))
}

//! What somebody has asked for about their own data, and asking.

use super::pages::{bad, written};
use super::{Kind, Outcome, Request, about, actions, store};
use crate::consents::Channel;
use crate::relations::{self, Opened};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use history::entries::Told;
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Role};
use serde::Deserialize;
use web::{Page, Shell};
use words::Id;

#[derive(Template)]
#[template(path = "requests/mine.html")]
struct MinePage<'a> {
    shell: &'a Shell,
    client: Id,
    kinds: &'static [Kind],
    /// The newest first, each with the entry it is about.
    requests: Vec<(Request, Option<Told>)>,
    /// The entry that is to be put right, when they came from one.
    about: Option<Told>,
}

#[derive(Deserialize)]
pub(super) struct Came {
    #[serde(default)]
    about: String,
}

#[derive(Deserialize)]
pub(super) struct AskForm {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    says: String,
    #[serde(default)]
    about: String,
}

/// What everybody may ask for; the copy they take themselves is asked for too by whoever wants it sent.
async fn open(app: &App, visitor: &Visitor) -> Result<Opened, Problem> {
    let client = visitor.who.client.filter(|_| visitor.who.role == Role::Jobseeker).ok_or(Problem::NotFound)?;
    relations::open(app, visitor, (client, Act::MakeRequest), |_| "what they asked for about their data".to_owned(), |_| None).await
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(came): Query<Came>) -> Result<Page, Problem> {
    let mut opened = open(&app, &visitor).await?;
    let all = store::of_clients(&mut opened.tx, &opened.permit, &[opened.client]).await?;
    let speaks_of_entries = !came.about.is_empty() || all.iter().any(|(_, request)| request.about.is_some());
    let told = if speaks_of_entries { about::told(&mut opened.tx, &app, &opened.permit, opened.client).await? } else { Vec::new() };
    let entry = |id: Id| about::find(&told, id).cloned();
    let requests = all.into_iter().rev().map(|(_, request)| { let entry = request.about.and_then(entry); (request, entry) }).collect();
    let about = came.about.parse().ok().and_then(entry);
    Ok(Page::of(&MinePage { shell: &visitor.shell, client: opened.client, kinds: Kind::ALL, requests, about }))
}

pub(super) async fn ask(State(app): State<App>, visitor: Visitor, Form(form): Form<AskForm>) -> Result<Response, Problem> {
    let kind: Kind = form.kind.parse().map_err(|_| bad(&visitor, "request-say-kind"))?;
    let says = written(&form.says);
    if says.is_empty() && kind != Kind::Copy {
        return Err(bad(&visitor, "request-say-what"));
    }
    let client = visitor.who.client.filter(|_| visitor.who.role == Role::Jobseeker).ok_or(Problem::NotFound)?;
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = app.decide_case(&visitor.who, Act::MakeRequest, &case)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, &format!("asked for: {kind}")).await?;
    let about = match form.about.as_str() {
        "" => None,
        id => {
            let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
            // Only what stands in their own file, and only to be put right.
            let all = about::told(&mut tx, &app, &permit, case.client).await?;
            Some(about::find(&all, id).filter(|_| kind == Kind::Correction).map(|_| id).ok_or(Problem::NotFound)?)
        }
    };
    let language = visitor.shell.language.tag.to_owned();
    actions::ask(&mut tx, &app, &permit, actions::Asking { kind, about, channel: Channel::Portal, on: None, language, says }).await?;
    tx.commit().await?;
    Ok(see_other("/my-data/requests", "request-made"))
}

pub(super) async fn withdraw(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    let client = visitor.who.client.filter(|_| visitor.who.role == Role::Jobseeker).ok_or(Problem::NotFound)?;
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = app.decide_case(&visitor.who, Act::MakeRequest, &case)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "no longer asked for").await?;
    let all = store::of_clients(&mut tx, &permit, &[case.client]).await?;
    let (_, request) = all.into_iter().find(|(_, request)| request.id == id).ok_or(Problem::NotFound)?;
    actions::close(&mut tx, &app, &permit, &request, Outcome::Withdrawn, (String::new(), None)).await?;
    tx.commit().await?;
    Ok(see_other("/my-data/requests", "request-withdrawn"))
}

//! One request, for the officer: what is asked, putting it off, and the answer.

use super::pages::{bad, written};
use super::{Kind, Outcome, Request, actions, rules, store};
use crate::{links, records, relations, single_view};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Tx;
use office::organisations::Titles;
use office::{App, Problem, Visitor, see_other, users};
use rights::{Act, Permit};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Date, Id};

#[derive(Template)]
#[template(path = "requests/one.html")]
struct OnePage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    request: &'a Request,
    /// Days until it is due; negative when it is late.
    left: i64,
    /// Until when it may be put off; none when it may not.
    later: Option<Date>,
    /// Who wrote it down, when it was not the person.
    written_by: String,
    organisation: String,
}

#[derive(Deserialize)]
pub(super) struct AnswerForm {
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    told: String,
}

#[derive(Deserialize)]
pub(super) struct ExtendForm {
    #[serde(default)]
    reason: String,
}

async fn client_of(app: &App, id: &str) -> Result<(Id, Id), Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    Ok((id, store::client_of(&mut app.db.read().await?, id).await?))
}

async fn request_in(tx: &mut Tx, permit: &Permit, client: Id, id: Id) -> Result<Request, Problem> {
    let all = store::of_clients(tx, permit, &[client]).await?;
    all.into_iter().map(|(_, request)| request).find(|request| request.id == id).ok_or(Problem::NotFound)
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Page, Problem> {
    let (id, client) = client_of(&app, &id).await?;
    let mut opened = relations::open(&app, &visitor, (client, Act::AnswerRequests), |_| "a request, and name".to_owned(), |_| None).await?;
    let (tx, today) = (&mut opened.tx, app.clock.now().date());
    let request = request_in(tx, &opened.permit, opened.client, id).await?;
    let members: Vec<Id> = links::members(tx, &opened.permit, &[opened.client]).await?.into_iter().map(|member| member.record).collect();
    let versions = records::newest(records::of_records(tx, &opened.permit, &members, app.clock.now()).await?);
    let users = users::list(tx).await?;
    let writer = users.iter().find(|user| user.who.user == request.recorded_by && user.who.client != Some(opened.client));
    let may_wait = request.closed().is_none() && request.put_off().is_none() && today <= request.first_due;
    Ok(Page::of(&OnePage {
        shell: &visitor.shell,
        client: opened.client,
        name: single_view::name(&app.pack, &versions, today),
        left: request.due().days_since(today),
        later: may_wait.then(|| rules::extended(request.received)),
        written_by: writer.filter(|_| request.channel != crate::consents::Channel::Portal).map(|user| user.who.name.clone()).unwrap_or_default(),
        organisation: Titles::load(tx).await?.title(&request.recorded_for).to_owned(),
        request: &request,
    }))
}

pub(super) async fn answer(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<AnswerForm>,
) -> Result<Response, Problem> {
    let outcome = form.outcome.parse().ok().filter(|outcome| *outcome != Outcome::Withdrawn);
    let outcome = outcome.ok_or_else(|| bad(&visitor, "request-say-outcome"))?;
    let told = written(&form.told);
    if told.is_empty() && outcome != Outcome::Granted {
        return Err(bad(&visitor, "request-say-told"));
    }
    let (id, client) = client_of(&app, &id).await?;
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = app.decide_case(&visitor.who, Act::AnswerRequests, &case)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, &format!("answered: {outcome}")).await?;
    let request = request_in(&mut tx, &permit, case.client, id).await?;
    actions::close(&mut tx, &app, &permit, &request, outcome, told).await?;
    tx.commit().await?;
    Ok(see_other("/requests", "request-answered"))
}

pub(super) async fn put_off(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<ExtendForm>,
) -> Result<Response, Problem> {
    let reason = written(&form.reason);
    if reason.is_empty() {
        return Err(bad(&visitor, "request-say-reason"));
    }
    let (id, client) = client_of(&app, &id).await?;
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = app.decide_case(&visitor.who, Act::AnswerRequests, &case)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "an answer put off").await?;
    let request = request_in(&mut tx, &permit, case.client, id).await?;
    actions::put_off(&mut tx, &app, &permit, &request, reason).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/requests/{id}"), "request-extended"))
}

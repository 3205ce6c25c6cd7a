//! One request, for the officer: what is asked, putting it off, and the answer.

use super::pages::{bad, written};
use super::{Kind, Outcome, Request, about, actions, rules, store};
use crate::{links, records, relations, single_view};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Tx;
use history::entries::Told;
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
    /// The entry that is to be put right.
    about: Option<&'a Told>,
    /// Who wrote it down, when it was not the person.
    written_by: String,
    organisation: String,
}

/// What the officer answers: `outcome`, `told`; for an entry that is put right `body`, and each detail as `detail:` and its name.
type AnswerForm = Vec<(String, String)>;

fn said<'a>(form: &'a AnswerForm, name: &str) -> &'a str {
    form.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
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
    // What was written about somebody is read only where they ask that it be put right.
    let told = if request.about.is_some() { about::told(tx, &app, &opened.permit, opened.client).await? } else { Vec::new() };
    let may_wait = request.closed().is_none() && request.put_off().is_none() && today <= request.first_due;
    Ok(Page::of(&OnePage {
        shell: &visitor.shell,
        client: opened.client,
        name: single_view::name(&app.pack, &versions, today),
        left: request.due().days_since(today),
        about: request.about.and_then(|entry| about::find(&told, entry)),
        later: may_wait.then(|| rules::extended(request.received)),
        written_by: writer.filter(|_| request.channel != crate::consents::Channel::Portal).map(|user| user.who.name.clone()).unwrap_or_default(),
        organisation: Titles::load(tx).await?.title(&request.recorded_for).to_owned(),
        request: &request,
    }))
}

pub(super) async fn answer(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<AnswerForm>,
) -> Result<Response, Problem> {
    let outcome = said(&form, "outcome").parse().ok().filter(|outcome| *outcome != Outcome::Withdrawn);
    let outcome = outcome.ok_or_else(|| bad(&visitor, "request-say-outcome"))?;
    let told = written(said(&form, "told"));
    if told.is_empty() && outcome != Outcome::Granted {
        return Err(bad(&visitor, "request-say-told"));
    }
    let (id, client) = client_of(&app, &id).await?;
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = app.decide_case(&visitor.who, Act::AnswerRequests, &case)?;
    // What restricts takes the right to read away: answers under way are waited for.
    let mut tx = if outcome == Outcome::Granted { app.db.revoke().await? } else { app.db.write().await? };
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, &format!("answered: {outcome}")).await?;
    let request = request_in(&mut tx, &permit, case.client, id).await?;
    let made = match request.about.filter(|_| outcome != Outcome::Refused) {
        Some(entry) => put_right(&mut tx, (&app, &visitor, &permit), entry, outcome, &form).await?,
        None => None,
    };
    actions::close(&mut tx, &app, &permit, &request, outcome, (told, made)).await?;
    tx.commit().await?;
    Ok(see_other("/requests", "request-answered"))
}

/// Writes what the entry says from now on; what is done in part may leave it as it is.
async fn put_right(
    tx: &mut Tx, (app, visitor, permit): (&App, &Visitor, &Permit), entry: Id, outcome: Outcome, form: &AnswerForm,
) -> Result<Option<Id>, Problem> {
    let all = about::told(tx, app, permit, permit.client().ok_or(Problem::NotFound)?).await?;
    let Some(wrong) = about::find(&all, entry) else { return Ok(None) };
    let mut details = wrong.entry.details.clone();
    for (name, value) in &mut details {
        if let Some((_, said)) = form.iter().find(|(known, _)| known.strip_prefix("detail:") == Some(name)) {
            *value = written(said);
        }
    }
    details.retain(|_, value| !value.is_empty());
    let body = written(said(form, "body"));
    if body == wrong.entry.body && details == wrong.entry.details {
        return if outcome == Outcome::Partly { Ok(None) } else { Err(bad(visitor, "request-say-right")) };
    }
    Ok(Some(actions::correct(tx, app, permit, wrong, actions::Correction { body, details }).await?))
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

pub(super) async fn lift(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<ExtendForm>,
) -> Result<Response, Problem> {
    let reason = written(&form.reason);
    if reason.is_empty() {
        return Err(bad(&visitor, "request-say-lift"));
    }
    let (id, client) = client_of(&app, &id).await?;
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = app.decide_case(&visitor.who, Act::AnswerRequests, &case)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "a restriction ended").await?;
    let request = request_in(&mut tx, &permit, case.client, id).await?;
    actions::lift(&mut tx, &app, &permit, &request, reason).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/requests/{id}"), "request-lifted"))
}

//! The door: a counsellor opens the file of somebody they do not work with, and says why in one tap. Nothing of the person is
//! shown before.

use super::{STATED_SECONDS, case_of, store};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use office::{App, Problem, Visitor};
use rights::{Act, Case, Purpose};
use serde::Deserialize;
use web::{Page, Shell};
use words::Id;

#[derive(Template)]
#[template(path = "relations/door.html")]
struct DoorPage<'a> {
    shell: &'a Shell,
    client: Id,
    back: &'a str,
    purposes: Vec<Purpose>,
    emergency: bool,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    back: String,
}

#[derive(Deserialize)]
pub(super) struct DoorForm {
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    back: String,
}

/// The case, when the rules let the visitor say why they come; else the refusal is logged and there is nothing here.
async fn case_at_the_door(app: &App, visitor: &Visitor, client: &str) -> Result<Case, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let case = case_of(app, visitor, client).await?;
    if let Err(refusal) = app.decide_case(&visitor.who, Act::StatePurpose, &case) {
        app.log.refuse(&app.db, app.clock.now(), &visitor.who, Act::StatePurpose, Some(case.client), &refusal).await?;
        return Err(refusal.into());
    }
    Ok(case)
}

/// The purposes that would open this file.
fn purposes(app: &App, visitor: &Visitor, case: &Case) -> Vec<Purpose> {
    let opens = |purpose: &Purpose| {
        let stated = Case { stated: Some(*purpose), ..case.clone() };
        app.decide_case(&visitor.who, Act::SeeClient, &stated).is_ok()
    };
    Purpose::STATED.iter().copied().filter(opens).collect()
}

pub(super) async fn ask(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Query(asked): Query<Asked>,
) -> Result<Page, Problem> {
    let case = case_at_the_door(&app, &visitor, &client).await?;
    let emergency = app.decide_case(&visitor.who, Act::OpenInEmergency, &case).is_ok();
    let purposes = purposes(&app, &visitor, &case);
    Ok(Page::of(&DoorPage { shell: &visitor.shell, client: case.client, back: &asked.back, purposes, emergency }))
}

pub(super) async fn say(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<DoorForm>,
) -> Result<Response, Problem> {
    let case = case_at_the_door(&app, &visitor, &client).await?;
    let purpose = purposes(&app, &visitor, &case).into_iter().find(|purpose| purpose.word() == form.purpose);
    let purpose = purpose.ok_or_else(|| Problem::Bad(visitor.shell.say("door-say-which")))?;
    let stated = Case { stated: Some(purpose), ..case };
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, now, app.decide_case(&visitor.who, Act::StatePurpose, &stated)?, "").await?;
    store::state(&mut tx, &permit, visitor.session, purpose, now, now.plus_seconds(STATED_SECONDS)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&back_to(stated.client, &form.back)).into_response())
}

/// The page that was asked for, when it is one of this client's; else the client page.
fn back_to(client: Id, back: &str) -> String {
    let file = format!("/clients/{client}");
    let fits = back.strip_prefix(&file).is_some_and(|rest| rest.is_empty() || rest.starts_with('?') || rest.starts_with("/links"));
    if fits { back.to_owned() } else { file }
}

//! Before they come in, those who work here read the rules for use and acknowledge them.

use super::views::{Block, Told};
use crate::packs::{Topic, Version};
use crate::routes::AtDoor;
use crate::sessions::Stage;
use crate::sign_in::{at, go_on_acknowledged};
use crate::{App, Problem};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use web::{Page, Shell};

#[derive(Template)]
#[template(path = "policies/acknowledge.html")]
struct AcknowledgePage<'a> {
    shell: &'a Shell,
    version: &'a Version,
    months: u32,
    /// What is acknowledged.
    rules: Vec<Told>,
    /// What else the policy says.
    rest: Vec<Told>,
}

pub(super) async fn show(State(app): State<App>, door: AtDoor) -> Result<Response, Problem> {
    if let Err(elsewhere) = at(&door, Stage::Policy) {
        return Ok(*elsewhere);
    }
    let (policy, tag) = (&app.pack.policy, door.shell.language.tag);
    let version = policy.in_force(door.shell.today).ok_or(Problem::NotFound)?;
    let (rules, rest) = Told::all(policy, version.number, tag).into_iter().partition(|told| told.topic == Topic::Rules);
    Ok(Page::of(&AcknowledgePage { shell: &door.shell, version, months: policy.acknowledge_months, rules, rest }).into_response())
}

#[derive(Deserialize)]
pub(super) struct Acknowledged {
    #[serde(default)]
    version: u32,
}

pub(super) async fn acknowledge(State(app): State<App>, door: AtDoor, Form(form): Form<Acknowledged>) -> Result<Response, Problem> {
    let session = match at(&door, Stage::Policy) {
        Ok(session) => session,
        Err(elsewhere) => return Ok(*elsewhere),
    };
    let (policy, tag) = (&app.pack.policy, door.shell.language.tag);
    // Whoever read another version than the one in force reads again.
    let version = policy.in_force(door.shell.today).filter(|version| version.number == form.version);
    let Some(rules) = version.and_then(|version| Told::about(policy, version.number, Topic::Rules, tag)) else {
        return Ok(Redirect::to(Stage::Policy.page()).into_response());
    };
    go_on_acknowledged(&app, &door, session, rules.language.tag).await
}

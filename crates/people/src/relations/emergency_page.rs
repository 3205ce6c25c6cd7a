//! An emergency: somebody opens a file without a relation to its person, with a reason, for hours. The person and the manager are
//! told at once, and somebody reviews it.

use super::{case_of, store};
use crate::links;
use crate::search;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Case, Relation};
use serde::Deserialize;
use web::{Page, Shell};
use words::Id;

/// A reason has at least so many letters: one that says nothing helps nobody who reviews it.
const REASON: usize = 10;
/// A number that may stand for a person has at least so many digits.
const DIGITS: usize = 8;

#[derive(Template)]
#[template(path = "relations/emergency.html")]
struct EmergencyPage<'a> {
    shell: &'a Shell,
    /// The client, when the visitor comes from their door.
    client: Option<Id>,
    typed: &'a EmergencyForm,
    /// The field that is wrong, and the message that says how to mend it.
    mistake: Option<(&'static str, &'static str)>,
}

#[derive(Default, Deserialize)]
pub(super) struct EmergencyForm {
    #[serde(default)]
    number: String,
    #[serde(default)]
    reason: String,
}

impl EmergencyForm {
    fn mistake(&self, asks_number: bool) -> Option<(&'static str, &'static str)> {
        if asks_number && self.number.chars().filter(char::is_ascii_digit).count() < DIGITS {
            return Some(("number", "emergency-number-wrong"));
        }
        (self.reason.trim().chars().count() < REASON).then_some(("reason", "emergency-reason-wrong"))
    }
}

fn page(shell: &Shell, client: Option<Id>, typed: &EmergencyForm, mistake: Option<(&'static str, &'static str)>) -> Response {
    let page = Page::of(&EmergencyPage { shell, client, typed, mistake });
    match mistake {
        Some(_) => page.status(axum::http::StatusCode::UNPROCESSABLE_ENTITY).into_response(),
        None => page.into_response(),
    }
}

/// The case as it would be in the emergency, when the rules let the visitor open it; else the refusal is logged.
async fn case_in_emergency(app: &App, visitor: &Visitor, client: Id) -> Result<Case, Problem> {
    let case = case_of(app, visitor, client).await?.with(Relation::Emergency);
    if let Err(refusal) = app.decide_case(&visitor.who, Act::OpenInEmergency, &case) {
        app.log.refuse(&app.db, app.clock.now(), &visitor.who, Act::OpenInEmergency, Some(case.client), &refusal).await?;
        return Err(refusal.into());
    }
    Ok(case)
}

pub(super) async fn ask(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Response, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let case = case_in_emergency(&app, &visitor, client).await?;
    Ok(page(&visitor.shell, Some(case.client), &EmergencyForm::default(), None))
}

pub(super) async fn open(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<EmergencyForm>,
) -> Result<Response, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let case = case_in_emergency(&app, &visitor, client).await?;
    match form.mistake(false) {
        Some(mistake) => Ok(page(&visitor.shell, Some(case.client), &form, Some(mistake))),
        None => opened(&app, &visitor, &case, form.reason.trim()).await,
    }
}

pub(super) async fn ask_by_number(visitor: Visitor) -> Response {
    page(&visitor.shell, None, &EmergencyForm::default(), None)
}

/// Opens the file of the one person with this number. Whoever knows no number, and whoever means somebody who is hidden from
/// them, is told the same: nobody has it.
pub(super) async fn open_by_number(
    State(app): State<App>, visitor: Visitor, Form(form): Form<EmergencyForm>,
) -> Result<Response, Problem> {
    if let Some(mistake) = form.mistake(true) {
        return Ok(page(&visitor.shell, None, &form, Some(mistake)));
    }
    let now = app.clock.now();
    let permit = app.log.permit_to_read(&app.db, now, app.decide(&visitor.who, Act::OpenInEmergency, None)?, "a person by number").await?;
    let found = search::with_number(&mut app.db.read().await?, &permit, &form.number).await?;
    let nobody = || Ok(page(&visitor.shell, None, &form, Some(("number", "emergency-nobody"))));
    let [client] = found.as_slice() else { return nobody() };
    match case_in_emergency(&app, &visitor, *client).await {
        Ok(case) => opened(&app, &visitor, &case, form.reason.trim()).await,
        Err(Problem::NotFound) => nobody(),
        Err(other) => Err(other),
    }
}

async fn opened(app: &App, visitor: &Visitor, case: &Case, reason: &str) -> Result<Response, Problem> {
    let now = app.clock.now();
    let mut tx = links::begin(app).await?;
    // The reason stands with the opening and goes with the person; the log, which stays, has nothing of what was written.
    let permit = app.log.permit(&mut tx, now, app.decide_case(&visitor.who, Act::OpenInEmergency, case)?, "in an emergency").await?;
    store::open_in_emergency(&mut tx, &permit, app.clock.id(), reason, now).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}", case.client), "emergency-open"))
}

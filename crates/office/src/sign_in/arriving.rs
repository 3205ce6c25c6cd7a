//! Between the door and the desk: a link that works once, a new password, the code of a second factor.

use super::actions::{self, After, Shown};
use super::pages::waiting;
use super::choosing::{say, set_password, shortest};
use crate::routes::AtDoor;
use crate::sessions::{Session, Stage};
use crate::users::{self, Token};
use crate::{App, Problem};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use web::{Page, Shell};

#[derive(Template)]
#[template(path = "sign_in/link.html")]
struct LinkPage<'a> {
    shell: &'a Shell,
    link: &'a str,
}

/// Looking at a link does not use it up: mail programs look at every link before anybody has read the letter.
pub(super) async fn show_link(State(app): State<App>, door: AtDoor, Path(link): Path<String>) -> Result<Response, Problem> {
    let found = users::find_link(&mut app.db.read().await?, &Token::given(&link), app.clock.now()).await?;
    match found {
        Some(true) if app.synthetic => enter_by_link(State(app), door, Path(link)).await,
        Some(false) => Ok(Page::of(&LinkPage { shell: &door.shell, link: &link }).into_response()),
        _ => Err(Problem::NotFound),
    }
}

pub(super) async fn enter_by_link(State(app): State<App>, door: AtDoor, Path(link): Path<String>) -> Result<Response, Problem> {
    let mut tx = app.db.write().await?;
    let used = users::use_link(&mut tx, &Token::given(&link), app.clock.now(), app.synthetic).await?;
    let (user, again) = used.ok_or(Problem::NotFound)?;
    let account = users::account(&mut tx, user).await?;
    tx.commit().await?;
    if again {
        return actions::come_in(&app, &door, &account, After::Everything).await;
    }
    actions::come_in(&app, &door, &account, After::Link).await
}

/// The session of this browser, if it waits at this stage; else where it goes on.
pub(crate) fn at(door: &AtDoor, stage: Stage) -> Result<&Session, Box<Response>> {
    match &door.session {
        Some(session) if session.stage == stage && !session.locked => Ok(session),
        Some(session) => Err(Box::new(Redirect::to(session.stage.page()).into_response())),
        None => Err(Box::new(Redirect::to("/sign-in").into_response())),
    }
}

#[derive(Template)]
#[template(path = "sign_in/password.html")]
struct PasswordPage<'a> {
    shell: &'a Shell,
    sign_in: &'a str,
    shortest: usize,
    problem: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct PasswordForm {
    #[serde(default)]
    password: String,
}

pub(super) async fn show_password(State(app): State<App>, door: AtDoor) -> Result<Response, Problem> {
    let session = match at(&door, Stage::Password) {
        Ok(session) => session,
        Err(elsewhere) => return Ok(*elsewhere),
    };
    let account = users::account(&mut app.db.read().await?, session.user.who.user).await?;
    let page = PasswordPage { shell: &door.shell, sign_in: &session.user.sign_in, shortest: shortest(&app, &account), problem: None };
    Ok(Page::of(&page).into_response())
}

pub(super) async fn choose_password(State(app): State<App>, door: AtDoor, Form(form): Form<PasswordForm>) -> Result<Response, Problem> {
    let session = match at(&door, Stage::Password) {
        Ok(session) => session,
        Err(elsewhere) => return Ok(*elsewhere),
    };
    let account = users::account(&mut app.db.read().await?, session.user.who.user).await?;
    match set_password(&app, session, &account, &form.password).await? {
        None => actions::go_on(&app, &door, session, After::Password, "/").await,
        Some(weakness) => {
            let problem = Some(say(&door.shell, weakness));
            let page = PasswordPage { shell: &door.shell, sign_in: &session.user.sign_in, shortest: shortest(&app, &account), problem };
            Ok(Page::of(&page).status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
    }
}

#[derive(Template)]
#[template(path = "sign_in/code.html")]
struct CodePage<'a> {
    shell: &'a Shell,
    failed: bool,
    wait: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct CodeForm {
    #[serde(default)]
    code: String,
}

pub(super) async fn show_code(door: AtDoor) -> Response {
    match at(&door, Stage::Code) {
        Ok(_) => Page::of(&CodePage { shell: &door.shell, failed: false, wait: None }).into_response(),
        Err(elsewhere) => *elsewhere,
    }
}

pub(super) async fn enter_code(State(app): State<App>, door: AtDoor, Form(form): Form<CodeForm>) -> Result<Response, Problem> {
    let session = match at(&door, Stage::Code) {
        Ok(session) => session,
        Err(elsewhere) => return Ok(*elsewhere),
    };
    let wait = match actions::look_at_code(&app, &door, session, &form.code).await? {
        Shown::Fits => return actions::go_on(&app, &door, session, After::Everything, "/").await,
        Shown::Not => None,
        Shown::Wait(seconds) => Some(seconds),
    };
    Ok(waiting(Page::of(&CodePage { shell: &door.shell, failed: true, wait }), wait))
}

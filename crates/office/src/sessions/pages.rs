//! The pages of one's own account: where one is signed in, the password, the locked screen, and being asked again.

use super::{Session, end, end_others, list_of, lock};
use crate::passkeys::{self, Passkey};
use crate::routes::{AtDoor, Visitor, in_query, local};
use crate::sign_in::{After, Shown, carrying, choosing, go_on, show_again, waiting};
use crate::users::{self, Account};
use crate::{App, Problem, Routes, second_factors, see_other};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use rights::Act;
use serde::Deserialize;
use web::{Page, Shell};
use words::Id;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/account", Act::OwnSession, show)
        .post_fresh("/account/password", Act::OwnSession, change_password)
        .post("/account/sessions/{session}/end", Act::OwnSession, end_one)
        .post("/account/sessions/end-others", Act::OwnSession, end_the_others)
        .post("/lock", Act::OwnSession, lock_screen)
        .get("/unlock", Act::Enter, show_unlock)
        .post("/unlock", Act::Enter, unlock)
        .get("/again", Act::OwnSession, show_asking)
        .post("/again", Act::OwnSession, ask_again)
}

#[derive(Template)]
#[template(path = "sessions/account.html")]
struct AccountPage<'a> {
    shell: &'a Shell,
    account: Account,
    sessions: Vec<Session>,
    here: Id,
    shortest: usize,
    codes_left: i64,
    passkeys: Vec<Passkey>,
    offers_passkeys: bool,
    needs_second: bool,
    problem: Option<String>,
}

async fn show(State(app): State<App>, door: AtDoor, headers: HeaderMap) -> Result<Response, Problem> {
    account_page(&app, &door, &headers, None).await
}

async fn account_page(app: &App, door: &AtDoor, headers: &HeaderMap, problem: Option<String>) -> Result<Response, Problem> {
    let session = door.session.as_ref().ok_or(Problem::NotFound)?;
    let user = session.user.who.user;
    let mut tx = app.db.read().await?;
    let account = users::account(&mut tx, user).await?;
    let sessions = list_of(&mut tx, app, user).await?;
    let codes_left = second_factors::codes_left(&mut tx, user).await?;
    let passkeys = passkeys::list_of(&mut tx, user).await?;
    let offers_passkeys = passkeys::offered(app, headers);
    let shortest = choosing::shortest(app, &account);
    let needs_second = app.needs_second_factor(account.user.who.role);
    let status = if problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (shell, here) = (&door.shell, session.id);
    let page = AccountPage { shell, account, sessions, here, shortest, codes_left, passkeys, offers_passkeys, needs_second, problem };
    Ok(Page::of(&page).status(status).into_response())
}

#[derive(Deserialize)]
struct PasswordForm {
    #[serde(default)]
    password: String,
}

async fn change_password(State(app): State<App>, door: AtDoor, headers: HeaderMap, Form(form): Form<PasswordForm>) -> Result<Response, Problem> {
    let session = door.session.as_ref().ok_or(Problem::NotFound)?;
    let account = users::account(&mut app.db.read().await?, session.user.who.user).await?;
    match choosing::set_password(&app, session, &account, &form.password).await? {
        None => {
            let gone_on = go_on(&app, &door, session, After::Everything, "/account").await?;
            Ok(carrying(&gone_on, see_other("/account", "password-changed")))
        }
        Some(weakness) => account_page(&app, &door, &headers, Some(choosing::say(&door.shell, weakness))).await,
    }
}

async fn end_one(State(app): State<App>, visitor: Visitor, Path(session): Path<Id>) -> Result<Response, Problem> {
    let mut tx = app.db.revoke().await?;
    if !end(&mut tx, visitor.who.user, session).await? {
        return Err(Problem::NotFound);
    }
    tx.commit().await?;
    Ok(see_other("/account", "session-ended"))
}

async fn end_the_others(State(app): State<App>, door: AtDoor) -> Result<Response, Problem> {
    let session = door.session.as_ref().ok_or(Problem::NotFound)?;
    let mut tx = app.db.revoke().await?;
    end_others(&mut tx, session.user.who.user, session.id).await?;
    tx.commit().await?;
    Ok(see_other("/account", "sessions-ended"))
}

#[derive(Deserialize)]
struct Back {
    #[serde(default)]
    back: String,
}

async fn lock_screen(State(app): State<App>, door: AtDoor, Form(form): Form<Back>) -> Result<Response, Problem> {
    let session = door.session.as_ref().ok_or(Problem::NotFound)?;
    let mut tx = app.db.revoke().await?;
    lock(&mut tx, session.id, app.clock.now()).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/unlock?back={}", in_query(local(&form.back)))).into_response())
}

/// Somebody shows again who they are: to unlock the screen, or before rights change.
#[derive(Template)]
#[template(path = "sessions/again.html")]
struct AgainPage<'a> {
    shell: &'a Shell,
    name: &'a str,
    sign_in: &'a str,
    locked: bool,
    /// Nobody invented has a password: the demo asks for a press of a button.
    without: bool,
    /// By whom they can show it too who sign in elsewhere.
    provider: Option<String>,
    /// Whether they can show a passkey instead.
    passkey: bool,
    back: &'a str,
    failed: bool,
    wait: Option<i64>,
}

#[derive(Deserialize)]
struct AgainForm {
    #[serde(default)]
    password: String,
    #[serde(default)]
    back: String,
}

/// What was typed last, for the page that asks again.
#[derive(Clone, Copy, Default)]
struct Last {
    failed: bool,
    wait: Option<i64>,
}

/// Whether this user of the demo has nothing to show.
async fn without(app: &App, session: &Session) -> Result<bool, Problem> {
    let account = users::account(&mut app.db.read().await?, session.user.who.user).await?;
    Ok(app.synthetic && account.password_hash.is_none())
}

async fn page(app: &App, door: &AtDoor, headers: &HeaderMap, session: &Session, back: &str, last: Last) -> Result<Response, Problem> {
    let passkey = passkeys::offered(app, headers) && !passkeys::list_of(&mut app.db.read().await?, session.user.who.user).await?.is_empty();
    let page = AgainPage {
        passkey,
        shell: &door.shell,
        name: &session.user.who.name,
        sign_in: &session.user.sign_in,
        locked: session.locked,
        without: without(app, session).await?,
        provider: app.front.single_sign_on.as_ref().map(|provider| provider.title().to_owned()),
        back: local(back),
        failed: last.failed,
        wait: last.wait,
    };
    Ok(waiting(Page::of(&page), last.wait))
}

async fn show_unlock(State(app): State<App>, door: AtDoor, headers: HeaderMap, Query(query): Query<Back>) -> Result<Response, Problem> {
    match &door.session {
        Some(session) if session.locked => page(&app, &door, &headers, session, &query.back, Last::default()).await,
        Some(session) => Ok(Redirect::to(session.stage.page()).into_response()),
        None => Ok(Redirect::to("/sign-in").into_response()),
    }
}

async fn unlock(State(app): State<App>, door: AtDoor, headers: HeaderMap, Form(form): Form<AgainForm>) -> Result<Response, Problem> {
    match &door.session {
        Some(session) if session.locked => shown(&app, &door, &headers, session, &form).await,
        Some(session) => Ok(Redirect::to(session.stage.page()).into_response()),
        None => Ok(Redirect::to("/sign-in").into_response()),
    }
}

async fn show_asking(State(app): State<App>, door: AtDoor, headers: HeaderMap, Query(query): Query<Back>) -> Result<Response, Problem> {
    let session = door.session.as_ref().ok_or(Problem::NotFound)?;
    page(&app, &door, &headers, session, &query.back, Last::default()).await
}

async fn ask_again(State(app): State<App>, door: AtDoor, headers: HeaderMap, Form(form): Form<AgainForm>) -> Result<Response, Problem> {
    let session = door.session.as_ref().ok_or(Problem::NotFound)?;
    shown(&app, &door, &headers, session, &form).await
}

async fn shown(app: &App, door: &AtDoor, headers: &HeaderMap, session: &Session, form: &AgainForm) -> Result<Response, Problem> {
    let shown = match without(app, session).await? {
        true => Shown::Fits,
        false => show_again(app, door, session, &form.password).await?,
    };
    match shown {
        Shown::Fits => go_on(app, door, session, After::Everything, local(&form.back)).await,
        Shown::Not => page(app, door, headers, session, &form.back, Last { failed: true, wait: None }).await,
        Shown::Wait(seconds) => page(app, door, headers, session, &form.back, Last { failed: true, wait: Some(seconds) }).await,
    }
}

//! The pages of a second factor: enrol, see the recovery codes once, and let it go.

use super::{broken, confirm, new_codes, secret, store, totp};
use crate::routes::{AtDoor, Visitor};
use crate::sessions::{Session, Stage};
use crate::sign_in::{After, carrying, go_on};
use crate::throttle::{self, Counted};
use crate::users;
use crate::{App, Problem, Routes, see_other};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rights::Act;
use serde::Deserialize;
use web::{Page, Shell};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get_fresh("/sign-in/second-factor", Act::Enter, show)
        .post_fresh("/sign-in/second-factor", Act::Enter, enrol)
        .post_fresh("/account/second-factor/remove", Act::OwnSession, remove)
        .post_fresh("/account/recovery-codes", Act::OwnSession, again)
}

#[derive(Template)]
#[template(path = "second_factors/enrol.html")]
struct EnrolPage<'a> {
    shell: &'a Shell,
    picture: String,
    typed: String,
    needed: bool,
    failed: bool,
}

#[derive(Template)]
#[template(path = "second_factors/codes.html")]
struct CodesPage<'a> {
    shell: &'a Shell,
    codes: Vec<String>,
}

#[derive(Deserialize)]
struct CodeForm {
    #[serde(default)]
    code: String,
}

/// The session of somebody who may enrol: their role asks for it, or they are in and wish it.
fn enrols(door: &AtDoor) -> Result<&Session, Box<Response>> {
    match &door.session {
        Some(session) if session.works() || session.stage == Stage::Second => Ok(session),
        Some(session) => Err(Box::new(Redirect::to(session.stage.page()).into_response())),
        None => Err(Box::new(Redirect::to("/sign-in").into_response())),
    }
}

async fn page(app: &App, door: &AtDoor, session: &Session, failed: bool) -> Result<Response, Problem> {
    let user = session.user.who.user;
    let mut tx = app.db.write().await?;
    if users::account(&mut tx, user).await?.second_factor {
        return Ok(Redirect::to("/account").into_response());
    }
    let secret = secret(app, &mut tx, user, session.id).await?;
    tx.commit().await?;
    let picture = totp::picture(&secret, &session.user.sign_in).map_err(broken)?;
    let needed = session.stage == Stage::Second;
    let page = Page::of(&EnrolPage { shell: &door.shell, picture, typed: totp::typed(&secret), needed, failed });
    Ok(if failed { page.status(StatusCode::UNPROCESSABLE_ENTITY) } else { page }.into_response())
}

async fn show(State(app): State<App>, door: AtDoor) -> Result<Response, Problem> {
    match enrols(&door) {
        Ok(session) => page(&app, &door, session, false).await,
        Err(elsewhere) => Ok(*elsewhere),
    }
}

async fn enrol(State(app): State<App>, door: AtDoor, Form(form): Form<CodeForm>) -> Result<Response, Problem> {
    let session = match enrols(&door) {
        Ok(session) => session,
        Err(elsewhere) => return Ok(*elsewhere),
    };
    let user = session.user.who.user;
    if users::account(&mut app.db.read().await?, user).await?.second_factor {
        return Ok(Redirect::to("/account").into_response());
    }
    let counted = vec![Counted::own("enrol", &user.to_string())];
    let Ok(tried) = throttle::begin(&app, counted).await? else { return page(&app, &door, session, true).await };
    if !confirm(&app, user, session.id, &form.code).await? {
        return page(&app, &door, session, true).await;
    }
    tried.fitted(&app).await?;
    let mut tx = app.db.write().await?;
    let codes = new_codes(&app, &mut tx, user).await?;
    tx.commit().await?;
    // The session goes on under its new token, and the codes are on this one answer and nowhere else.
    let gone_on = go_on(&app, &door, session, After::Everything, "/").await?;
    Ok(carrying(&gone_on, Page::of(&CodesPage { shell: &door.shell, codes }).into_response()))
}

async fn remove(State(app): State<App>, visitor: Visitor) -> Result<Response, Problem> {
    if app.needs_second_factor(visitor.who.role) {
        return Err(Problem::Bad(visitor.shell.say("second-needed")));
    }
    let mut tx = app.db.write().await?;
    store::remove(&mut tx, visitor.who.user).await?;
    tx.commit().await?;
    Ok(see_other("/account", "second-removed"))
}

async fn again(State(app): State<App>, visitor: Visitor) -> Result<Response, Problem> {
    let mut tx = app.db.write().await?;
    if !users::account(&mut tx, visitor.who.user).await?.second_factor {
        return Err(Problem::NotFound);
    }
    let codes = new_codes(&app, &mut tx, visitor.who.user).await?;
    tx.commit().await?;
    Ok(Page::of(&CodesPage { shell: &visitor.shell, codes }).into_response())
}

//! The pages of signing in: a name with a password, leaving, and choosing a language.

use super::actions::{self, After, Shown};
use super::arriving;
use crate::routes::{AtDoor, local};
use crate::sessions::{self, cookies};
use crate::users::{self, Account};
use crate::{App, Guest, Problem, Routes, passkeys, see_other};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use rights::Act;
use serde::Deserialize;
use web::{Page, Shell};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/sign-in", Act::Enter, show)
        .post("/sign-in", Act::Enter, enter)
        .get("/enter/{link}", Act::Enter, arriving::show_link)
        .post("/enter/{link}", Act::Enter, arriving::enter_by_link)
        .get("/sign-in/password", Act::Enter, arriving::show_password)
        .post("/sign-in/password", Act::Enter, arriving::choose_password)
        .get("/sign-in/code", Act::Enter, arriving::show_code)
        .post("/sign-in/code", Act::Enter, arriving::enter_code)
        .post("/sign-out", Act::Enter, leave)
        .post("/language", Act::Enter, choose_language)
        .get("/about", Act::Enter, about)
        .get("/assets/{version}/{name}", Act::Enter, asset)
}

#[derive(Template)]
#[template(path = "sign_in/sign_in.html")]
struct SignInPage<'a> {
    shell: &'a Shell,
    personas: Vec<Account>,
    sign_in: String,
    failed: bool,
    wait: Option<i64>,
    offers_passkeys: bool,
    /// By whom one may sign in elsewhere.
    provider: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_in/about.html")]
struct AboutPage<'a> {
    shell: &'a Shell,
}

async fn about(guest: Guest) -> Page {
    Page::of(&AboutPage { shell: &guest.shell })
}

async fn asset(Path((_, name)): Path<(String, String)>) -> Response {
    web::assets::serve(&name)
}

async fn show(State(app): State<App>, guest: Guest, headers: HeaderMap) -> Result<Page, Problem> {
    Ok(Page::of(&SignInPage {
        shell: &guest.shell,
        personas: personas(&app).await?,
        sign_in: String::new(),
        failed: false,
        wait: None,
        offers_passkeys: passkeys::offered(&app, &headers),
        provider: app.front.single_sign_on.as_ref().map(|provider| provider.title().to_owned()),
    }))
}

/// Only where everybody is invented are the people who can sign in shown to anybody.
async fn personas(app: &App) -> Result<Vec<Account>, Problem> {
    if !app.synthetic {
        return Ok(Vec::new());
    }
    let mut accounts = users::accounts(&mut app.db.read().await?).await?;
    // Those the demo came with: whoever was added since signs in like anybody.
    accounts.retain(|account| account.ended_at.is_none() && account.password_hash.is_none());
    accounts.sort_by_key(|account| account.created_at);
    Ok(accounts)
}

#[derive(Deserialize)]
struct SignInForm {
    #[serde(default)]
    sign_in: String,
    #[serde(default)]
    password: String,
}

async fn enter(State(app): State<App>, door: AtDoor, headers: HeaderMap, Form(form): Form<SignInForm>) -> Result<Response, Problem> {
    let shown = match actions::look(&app, &door, form.sign_in.trim(), &form.password).await? {
        Ok(account) => return actions::come_in(&app, &door, &account, After::Password).await,
        Err(shown) => shown,
    };
    let wait = if let Shown::Wait(seconds) = shown { Some(seconds) } else { None };
    let page = SignInPage {
        shell: &door.shell,
        personas: personas(&app).await?,
        sign_in: form.sign_in,
        failed: true,
        wait,
        offers_passkeys: passkeys::offered(&app, &headers),
        provider: app.front.single_sign_on.as_ref().map(|provider| provider.title().to_owned()),
    };
    Ok(waiting(Page::of(&page), wait))
}

/// A page that asks to wait says so to programs too.
pub(crate) fn waiting(page: Page, wait: Option<i64>) -> Response {
    let Some(seconds) = wait else { return page.into_response() };
    let mut response = page.status(StatusCode::TOO_MANY_REQUESTS).into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

async fn leave(State(app): State<App>, door: AtDoor) -> Result<Response, Problem> {
    if let Some(token) = &door.token {
        let mut tx = app.db.write().await?;
        sessions::close(&mut tx, token).await?;
        tx.commit().await?;
    }
    let mut response = see_other("/sign-in", "signed-out");
    cookies::remove_session(&app, &mut response);
    Ok(response)
}

#[derive(Deserialize)]
struct LanguageForm {
    language: String,
    #[serde(default)]
    back: String,
}

async fn choose_language(State(app): State<App>, guest: Guest, Form(form): Form<LanguageForm>) -> Result<Response, Problem> {
    let tag = web::language(&form.language).tag;
    if let Some(who) = &guest.who {
        let mut tx = app.db.write().await?;
        users::set_language(&mut tx, who.user, tag).await?;
        tx.commit().await?;
    }
    let mut response = Redirect::to(local(&form.back)).into_response();
    cookies::set_language(&app, &mut response, tag);
    Ok(response)
}

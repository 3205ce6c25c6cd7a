//! The pages of signing in.

use crate::users::{self, Token, User};
use crate::{App, Guest, Problem, Routes, see_other};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
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
        .get("/enter/{link}", Act::Enter, enter_by_link)
        .post("/sign-out", Act::OwnSession, leave)
        .post("/language", Act::Enter, choose_language)
        .get("/about", Act::Enter, about)
        .get("/assets/{version}/{name}", Act::Enter, asset)
}

#[derive(Template)]
#[template(path = "sign_in/sign_in.html")]
struct SignInPage<'a> {
    shell: &'a Shell,
    personas: Vec<User>,
    sign_in: String,
    failed: bool,
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

async fn show(State(app): State<App>, guest: Guest) -> Result<Page, Problem> {
    sign_in_page(&app, &guest.shell, String::new(), false).await
}

async fn sign_in_page(app: &App, shell: &Shell, sign_in: String, failed: bool) -> Result<Page, Problem> {
    // Only where everybody is invented are the people who can sign in shown to anybody.
    let personas = if app.synthetic { users::list(&mut app.db.read().await?).await? } else { Vec::new() };
    Ok(Page::of(&SignInPage { shell, personas, sign_in, failed }))
}

#[derive(Deserialize)]
struct SignInForm {
    #[serde(default)]
    sign_in: String,
    #[serde(default)]
    password: String,
}

async fn enter(State(app): State<App>, guest: Guest, Form(form): Form<SignInForm>) -> Result<Response, Problem> {
    let found = users::by_sign_in(&app.db, form.sign_in.trim(), &form.password).await?;
    match found {
        Some(user) => open_session(&app, user.who.user).await,
        None => Ok(sign_in_page(&app, &guest.shell, form.sign_in, true).await?.into_response()),
    }
}

async fn enter_by_link(State(app): State<App>, Path(link): Path<String>) -> Result<Response, Problem> {
    let mut tx = app.db.write().await?;
    let user = users::use_link(&mut tx, &Token::given(&link), app.clock.now(), app.synthetic).await?.ok_or(Problem::NotFound)?;
    tx.commit().await?;
    open_session(&app, user).await
}

async fn open_session(app: &App, user: words::Id) -> Result<Response, Problem> {
    let mut tx = app.db.write().await?;
    let token = users::open_session(&mut tx, user, app.clock.now()).await?;
    tx.commit().await?;
    let mut response = Redirect::to("/").into_response();
    let cookie = format!("throughline={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}", token.secret(), users::SESSION_SECONDS);
    set_cookie(&mut response, &cookie);
    Ok(response)
}

async fn leave(State(app): State<App>, headers: HeaderMap) -> Result<Response, Problem> {
    if let Some(token) = crate::routes::cookie(&headers, "throughline") {
        let mut tx = app.db.write().await?;
        users::close_session(&mut tx, &Token::given(token)).await?;
        tx.commit().await?;
    }
    let mut response = see_other("/sign-in", "signed-out");
    set_cookie(&mut response, "throughline=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
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
    // Only a path of our own: `//elsewhere` and `https://elsewhere` would lead away.
    let local = form.back.starts_with('/') && !form.back.starts_with("//") && !form.back.contains('\\');
    let mut response = Redirect::to(if local { &form.back } else { "/" }).into_response();
    set_cookie(&mut response, &format!("language={tag}; Path=/; SameSite=Lax; Max-Age=31536000"));
    Ok(response)
}

fn set_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

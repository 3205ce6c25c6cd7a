//! The way in: `/` leads each role to where its work is, `/my-file` a jobseeker to their own file.

use crate::{erasures, log_exports};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use history::flags;
use office::{App, Problem, Routes, Visitor};
use people::{breaches, consents, questions, relations, releases, requests, watching};
use rights::{Act, Role};
use web::{Page, Shell};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/", Act::Home, home).get("/my-file", Act::Home, my_file)
}

#[derive(Template)]
#[template(path = "home.html")]
struct NothingYet<'a> {
    shell: &'a Shell,
}

async fn home(State(app): State<App>, visitor: Visitor) -> Result<Response, Problem> {
    let place = match visitor.who.role {
        // The data-protection officer asks, or says what came of it.
        _ if app.role_may(visitor.who.role, Act::AnswerOfficer) && is_asked(&app, &visitor).await? => "/asked",
        // Somebody waits for an answer: that comes first.
        Role::Counsellor if !questions::open_for(&mut app.db.read().await?, visitor.who.user).await?.is_empty() => "/questions",
        // A client of theirs has changed what is shared.
        Role::Counsellor if notices(&app, &visitor).await? => "/notices",
        // Somebody asks to read a part of a file they lead.
        Role::Counsellor if release_waits(&app, &visitor).await? => "/releases",
        // What somebody of theirs opened in an emergency waits for them; the officer, for what has waited too long.
        Role::Manager if waits(&app, &visitor, 0).await? => "/emergencies",
        Role::Protection if waits(&app, &visitor, relations::REVIEW_SECONDS).await? => "/emergencies",
        // The authority is to know of a breach within hours.
        Role::Protection if breaches::urgent(&mut app.db.read().await?).await?.is_some() => "/breaches",
        // Somebody else has wished that people be erased, and waits for a second person.
        Role::Protection | Role::Steward if erasures::waits_for(&mut app.db.read().await?, visitor.who.user).await? => "/erasures",
        // Or that the whole access log leave as a file.
        Role::Protection | Role::Steward if log_exports::waits_for(&mut app.db.read().await?, visitor.who.user).await? => "/log-exports",
        // Somebody is to have an answer within the week, or should have had it.
        Role::Protection if is_due(&app).await? => "/requests",
        Role::Counsellor => "/my-day",
        Role::Partner | Role::Manager => "/find",
        Role::Steward => "/matches",
        Role::Administrator => "/feeds",
        Role::Protection => "/oversight",
        Role::Jobseeker => "/my-file",
        Role::Analyst => return Ok(Page::of(&NothingYet { shell: &visitor.shell }).into_response()),
    };
    Ok(Redirect::to(place).into_response())
}

/// Whether a question of the officer, or an outcome they have not read, waits for the visitor.
async fn is_asked(app: &App, visitor: &Visitor) -> Result<bool, Problem> {
    let since = app.clock.now().plus_seconds(-watching::TOLD_SECONDS);
    Ok(flags::unread(&mut app.db.read().await?, visitor.who.user, since).await?)
}

/// Whether a client of the visitor's, of whom they may know, has changed what is shared.
async fn notices(app: &App, visitor: &Visitor) -> Result<bool, Problem> {
    let (now, mut tx) = (app.clock.now(), app.db.read().await?);
    let mut clients: Vec<_> = consents::waits_for(&mut tx, visitor.who.user, now).await?.into_iter().map(|(client, _)| client).collect();
    clients.sort_unstable();
    clients.dedup();
    let cases = relations::cases(&mut tx, visitor, &clients, now).await?;
    Ok(cases.iter().any(|case| app.decide_case(&visitor.who, Act::SeeConsents, case).is_ok()))
}

/// Whether somebody asks to read a part of a file the visitor leads, and has no answer yet.
async fn release_waits(app: &App, visitor: &Visitor) -> Result<bool, Problem> {
    let (now, mut tx) = (app.clock.now(), app.db.read().await?);
    let clients = releases::waits_for(&mut tx, visitor.who.user, now.date()).await?;
    let cases = relations::cases(&mut tx, visitor, &clients, now).await?;
    Ok(cases.iter().any(|case| app.decide_case(&visitor.who, Act::GiveRelease, case).is_ok()))
}

/// Whether an emergency of the visitor's people has waited for a review for so many seconds.
async fn waits(app: &App, visitor: &Visitor, seconds: i64) -> Result<bool, Problem> {
    let organisation = if visitor.who.role == Role::Protection { "" } else { visitor.who.organisation.as_str() };
    let (now, mut tx) = (app.clock.now(), app.db.read().await?);
    let clients = relations::waiting_for_review(&mut tx, organisation, now.plus_seconds(-seconds)).await?;
    let cases = relations::cases(&mut tx, visitor, &clients, now).await?;
    // Only what they will find there: of somebody protected since, a manager is not to know that anything waits.
    Ok(cases.iter().any(|case| app.decide_case(&visitor.who, Act::ReviewEmergency, case).is_ok()))
}

/// Whether an answer about somebody's data is due within a week.
async fn is_due(app: &App) -> Result<bool, Problem> {
    const DAYS: i64 = 7;
    let soonest = requests::soonest(&mut app.db.read().await?).await?;
    Ok(soonest.is_some_and(|due| due <= app.clock.now().date().plus_days(DAYS)))
}

async fn my_file(visitor: Visitor) -> Result<Redirect, Problem> {
    let client = visitor.who.client.ok_or(Problem::NotFound)?;
    Ok(Redirect::to(&format!("/clients/{client}")))
}

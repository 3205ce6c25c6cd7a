//! Writing down a breach.

use super::actions::{self, Noticed};
use super::pages::{bad, for_browser, moment, said, written};
use super::store::Actor;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use office::organisations::{Organisation, Titles};
use office::users::{self, User};
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Role};
use web::{Page, Shell};
use words::{Id, Time};

/// Data of one minute may have gone in any part of it.
const MINUTE: i64 = 60_000_000;

#[derive(Template)]
#[template(path = "breaches/new.html")]
struct NewPage<'a> {
    shell: &'a Shell,
    now: String,
    users: Vec<(Id, String)>,
    organisations: Vec<Organisation>,
}

pub(super) async fn form(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let mut tx = app.db.read().await?;
    let titles = Titles::load(&mut tx).await?;
    let named = |user: User| (user.who.user, format!("{} ({})", user.who.name, titles.title(&user.who.organisation)));
    // Whom one serves is shown nothing but their own file.
    let users = users::list(&mut tx).await?.into_iter().filter(|user| user.who.role != Role::Jobseeker).map(named).collect();
    Ok(Page::of(&NewPage { shell: &visitor.shell, now: for_browser(app.clock.now()), users, organisations: titles.all().to_vec() }))
}

/// What is written down, when the form says all of it.
async fn noticed(app: &App, visitor: &Visitor, form: &[(String, String)]) -> Result<Noticed, Problem> {
    let now = app.clock.now();
    let what = written(said(form, "what"));
    if what.is_empty() {
        return Err(bad(visitor, "breach-say-what"));
    }
    let noticed = moment(said(form, "noticed")).filter(|at| *at <= now).ok_or_else(|| bad(visitor, "breach-say-noticed"))?;
    let (from, to) = (moment(said(form, "from")), moment(said(form, "to")));
    let (from, to) = from.zip(to).filter(|(from, to)| from <= to && *to <= now).ok_or_else(|| bad(visitor, "breach-say-window"))?;
    let to = Time::from_micros((to.micros() + MINUTE - 1).min(now.micros()));
    let (user, organisation) = (said(form, "user"), said(form, "organisation"));
    let mut tx = app.db.read().await?;
    let actor = match (user.is_empty(), organisation.is_empty()) {
        (false, true) => {
            let user: Id = user.parse().map_err(|_| bad(visitor, "breach-say-actor"))?;
            let known = users::list(&mut tx).await?.iter().any(|one| one.who.user == user && one.who.role != Role::Jobseeker);
            known.then_some(Actor::User(user))
        }
        (true, false) => Titles::load(&mut tx).await?.get(organisation).map(|one| Actor::Organisation(one.id.clone())),
        _ => None,
    };
    Ok(Noticed { what, noticed, from, to, actor: actor.ok_or_else(|| bad(visitor, "breach-say-actor"))? })
}

pub(super) async fn record(State(app): State<App>, visitor: Visitor, Form(form): Form<Vec<(String, String)>>) -> Result<Response, Problem> {
    let noticed = noticed(&app, &visitor, &form).await?;
    let mut tx = app.db.write().await?;
    let grant = app.decide(&visitor.who, Act::HandleBreaches, None)?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "a breach recorded").await?;
    let breach = actions::record(&mut tx, &app, &permit, noticed).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/breaches/{}", breach.id), "breach-recorded"))
}

//! The team of one person: who sits there, and for whoever leads the case who else is to.

use super::actions::{self, Putting};
use super::{mine_page, store};
use super::views::{self, SeatView};
use crate::{relations, releases};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor, see_other};
use rights::{Act, Case, Role};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Date, Id};

/// The longest a part may be called.
const PART: usize = 80;
/// So many days ahead somebody may be put in at most.
const AHEAD: i64 = 366;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/team", Act::SeeTeam, show)
        .post("/clients/{client}/team", Act::ArrangeTeam, put_in)
        .post("/clients/{client}/team/{seat}/end", Act::ArrangeTeam, take_out)
        .get("/case-teams", Act::OwnTeams, mine_page::show)
}

#[derive(Deserialize)]
pub(super) struct PutForm {
    #[serde(default)]
    member: String,
    #[serde(default)]
    part: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

/// Somebody who can be put in.
struct Candidate {
    id: Id,
    name: String,
    organisation: String,
}

#[derive(Template)]
#[template(path = "teams/show.html")]
struct TeamPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    /// Whether the reader is the person themselves.
    own: bool,
    /// Each with whether the reader may take them out.
    seats: Vec<(SeatView, bool)>,
    /// Whom the reader may put in; none when that is not theirs to do.
    candidates: Option<Vec<Candidate>>,
    protected: bool,
    today: Date,
    latest: Date,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let mut opened = relations::open(&app, &visitor, (client, Act::SeeTeam), |_| "case team".to_owned(), |_| None).await?;
    let (tx, permit, today) = (&mut opened.tx, &opened.permit, app.clock.now().date());
    let titles = Titles::load(tx).await?;
    let arranges = app.decide_case(&visitor.who, Act::ArrangeTeam, &opened.case).is_ok();
    // To whoever leads the case a seat that gives nothing is shown too, so that they can clear it away.
    let seats = if arranges {
        let theirs = actions::ends(tx, &app, permit).await?;
        let ended: Vec<Id> = theirs.iter().map(|seat| seat.id).collect();
        let away = theirs.into_iter().filter(|seat| !seat.there).map(|seat| SeatView::of(seat, &titles, today));
        let all = views::about(tx, &app, permit, &titles).await?.into_iter().chain(away);
        all.map(|seat| { let ends = ended.contains(&seat.id); (seat, ends) }).collect()
    } else {
        views::about(tx, &app, permit, &titles).await?.into_iter().map(|seat| (seat, false)).collect()
    };
    let candidates = if arranges {
        let all = actions::candidates(tx, &app, permit).await?;
        let candidate = |user: office::users::User| Candidate { id: user.who.user, name: user.who.name, organisation: titles.title(&user.who.organisation).to_owned() };
        let mut all: Vec<Candidate> = all.into_iter().map(candidate).collect();
        all.sort_by(|a, b| (&a.organisation, &a.name).cmp(&(&b.organisation, &b.name)));
        Some(all)
    } else {
        None
    };
    Ok(Page::of(&TeamPage {
        shell: &visitor.shell,
        client: opened.client,
        name: releases::name(tx, &app, permit).await?,
        own: visitor.who.role == Role::Jobseeker,
        seats,
        candidates,
        protected: opened.case.protected,
        today,
        latest: today.plus_days(AHEAD),
    }))
}

/// The case of a client whose team the visitor may arrange; else the refusal is logged.
async fn case_to_arrange(app: &App, visitor: &Visitor, client: &str) -> Result<Case, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let case = relations::case_of(app, visitor, client).await?;
    if let Err(refusal) = app.decide_case(&visitor.who, Act::ArrangeTeam, &case) {
        app.log.refuse(&app.db, app.clock.now(), &visitor.who, Act::ArrangeTeam, Some(case.client), &refusal).await?;
        return Err(refusal.into());
    }
    Ok(case)
}

/// What the form says, when it says a part and days that follow each other.
fn putting(shell: &Shell, form: &PutForm, today: Date) -> Result<Putting, Problem> {
    let part = form.part.trim();
    if part.is_empty() || part.chars().count() > PART {
        return Err(Problem::Bad(shell.say("case-team-say-part")));
    }
    let latest = today.plus_days(AHEAD);
    let from = form.from.parse::<Date>().ok().filter(|from| (today..=latest).contains(from));
    let from = from.ok_or_else(|| Problem::Bad(shell.with("case-team-say-from", &shell.day(&latest))))?;
    let until = match form.until.trim() {
        "" => None,
        until => Some(until.parse::<Date>().ok().filter(|until| *until >= from).ok_or_else(|| Problem::Bad(shell.say("case-team-say-until")))?),
    };
    Ok(Putting { part: part.to_owned(), from, until })
}

pub(super) async fn put_in(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<PutForm>,
) -> Result<Response, Problem> {
    let case = case_to_arrange(&app, &visitor, &client).await?;
    let now = app.clock.now();
    let putting = putting(&visitor.shell, &form, now.date())?;
    let mut tx = app.db.write().await?;
    let member = office::users::present(&mut tx).await?.into_iter().find(|user| user.who.user.to_string() == form.member);
    let member = member.ok_or_else(|| Problem::Bad(visitor.shell.say("case-team-say-who")))?.who;
    let until = putting.until.map_or_else(String::new, |until| format!(" until {until}"));
    let parts = format!("{} of {} put into the case team, from {}{until}", member.name, member.organisation, putting.from);
    let permit = app.log.permit(&mut tx, now, app.decide_case(&visitor.who, Act::ArrangeTeam, &case)?, &parts).await?;
    if !actions::candidates(&mut tx, &app, &permit).await?.iter().any(|user| user.who.user == member.user) {
        let key = if case.protected { "case-team-say-named" } else { "case-team-say-who" };
        return Err(Problem::Bad(visitor.shell.say(key)));
    }
    actions::put_in(&mut tx, &app, &permit, &member, putting).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}/team", case.client), "team-put-in"))
}

pub(super) async fn take_out(State(app): State<App>, visitor: Visitor, Path((client, seat)): Path<(String, String)>) -> Result<Response, Problem> {
    let case = case_to_arrange(&app, &visitor, &client).await?;
    let id: Id = seat.parse().map_err(|_| Problem::NotFound)?;
    let grant = app.decide_case(&visitor.who, Act::ArrangeTeam, &case)?;
    let mut tx = app.db.revoke().await?;
    let parts = format!("{} taken out of the case team", store::sitter(&mut tx, id).await?);
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, &parts).await?;
    let seat = actions::ends(&mut tx, &app, &permit).await?.into_iter().find(|seat| seat.id == id).ok_or(Problem::NotFound)?;
    actions::take_out(&mut tx, &app, &permit, &seat).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}/team", case.client), "team-taken-out"))
}

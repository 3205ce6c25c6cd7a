//! The team: who counsels how many, who covers for whom, and whose counsellor somebody is. For managers.

use super::store::{self, Cover};
use super::{actions, case_of};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::users::{self, User};
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Case, Permit, Role};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Date, Id};

/// A counsellor of the team.
struct Member {
    id: Id,
    name: String,
    clients: usize,
    /// They can no longer come in: their clients are to become somebody else's.
    left: bool,
}

/// Somebody who stands in for another.
struct Standing {
    id: Id,
    absent: String,
    colleague: String,
    from: Date,
    to: Date,
}

#[derive(Template)]
#[template(path = "relations/team.html")]
struct TeamPage<'a> {
    shell: &'a Shell,
    /// Those who have left with clients of theirs too.
    members: Vec<Member>,
    covers: Vec<Standing>,
    today: Date,
}

#[derive(Template)]
#[template(path = "relations/counsellor.html")]
struct CounsellorPage<'a> {
    shell: &'a Shell,
    client: Id,
    now: Option<(String, Date)>,
    members: Vec<Member>,
}

#[derive(Deserialize)]
pub(super) struct CoverForm {
    #[serde(default)]
    absent: String,
    #[serde(default)]
    colleague: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

#[derive(Deserialize)]
pub(super) struct CounsellorForm {
    #[serde(default)]
    counsellor: String,
}

/// The counsellors of the visitor's organisation who can still come in.
async fn team(app: &App, visitor: &Visitor) -> Result<Vec<User>, Problem> {
    let mut all = users::present(&mut app.db.read().await?).await?;
    all.retain(|user| counsels(user, visitor));
    Ok(all)
}

fn counsels(user: &User, visitor: &Visitor) -> bool {
    user.who.role == Role::Counsellor && user.who.organisation == visitor.who.organisation
}

/// The counsellors of the visitor's organisation with how many clients they have: those who can still come in, and after them those who
/// have left and still have some.
async fn members(app: &App, visitor: &Visitor, permit: &Permit) -> Result<Vec<Member>, Problem> {
    let (mut members, mut leavers) = (Vec::new(), Vec::new());
    let here = team(app, visitor).await?;
    let mut tx = app.db.read().await?;
    for user in users::list(&mut tx).await?.into_iter().filter(|user| counsels(user, visitor)) {
        let clients = store::assigned_to(&mut tx, permit, user.who.user).await?.len();
        let left = !here.iter().any(|one| one.who.user == user.who.user);
        let member = Member { id: user.who.user, name: user.who.name, clients, left };
        match left {
            false => members.push(member),
            true if clients > 0 => leavers.push(member),
            true => {}
        }
    }
    members.append(&mut leavers);
    Ok(members)
}

async fn permit(app: &App, visitor: &Visitor, parts: &str) -> Result<Permit, Problem> {
    let grant = app.decide(&visitor.who, Act::ArrangeCover, None)?;
    Ok(app.log.permit_to_read(&app.db, app.clock.now(), grant, parts).await?)
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor, "counsellors and covers").await?;
    let members = members(&app, &visitor, &permit).await?;
    let today = app.clock.now().date();
    let covers = store::covers(&mut app.db.read().await?, &permit, &visitor.who.organisation, today).await?;
    let known = users::list(&mut app.db.read().await?).await?;
    let name = |id: Id| known.iter().find(|user| user.who.user == id).map_or_else(String::new, |user| user.who.name.clone());
    let covers = covers.iter().map(|c| Standing { id: c.id, absent: name(c.absent), colleague: name(c.colleague), from: c.from, to: c.to }).collect();
    Ok(Page::of(&TeamPage { shell: &visitor.shell, members, covers, today }))
}

pub(super) async fn cover(State(app): State<App>, visitor: Visitor, Form(form): Form<CoverForm>) -> Result<Response, Problem> {
    let team = team(&app, &visitor).await?;
    let bad = |key: &str| Problem::Bad(visitor.shell.say(key));
    let one = |id: &str| team.iter().map(|user| user.who.user).find(|user| user.to_string() == id);
    let (Some(absent), Some(colleague)) = (one(&form.absent), one(&form.colleague)) else { return Err(bad("team-say-who")) };
    if absent == colleague {
        return Err(bad("team-say-two"));
    }
    let (Ok(from), Ok(to)) = (form.from.parse::<Date>(), form.to.parse::<Date>()) else { return Err(bad("team-say-when")) };
    if to < from || to < app.clock.now().date() {
        return Err(bad("team-say-when"));
    }
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, now, app.decide(&visitor.who, Act::ArrangeCover, None)?, "a cover").await?;
    store::add_cover(&mut tx, &permit, &Cover { id: app.clock.id(), absent, colleague, from, to }, now).await?;
    tx.commit().await?;
    Ok(see_other("/team", "cover-added"))
}

pub(super) async fn end(State(app): State<App>, visitor: Visitor, Path(cover): Path<String>) -> Result<Response, Problem> {
    let id: Id = cover.parse().map_err(|_| Problem::NotFound)?;
    let now = app.clock.now();
    let mut tx = app.db.revoke().await?;
    let permit = app.log.permit(&mut tx, now, app.decide(&visitor.who, Act::ArrangeCover, None)?, "the end of a cover").await?;
    let covers = store::covers(&mut tx, &permit, &visitor.who.organisation, now.date()).await?;
    if !covers.iter().any(|cover| cover.id == id) {
        return Err(Problem::NotFound);
    }
    store::end_cover(&mut tx, &permit, id, now).await?;
    tx.commit().await?;
    Ok(see_other("/team", "cover-ended"))
}

/// The case of a client whose counsellor the visitor may change; else the refusal is logged.
async fn case_to_assign(app: &App, visitor: &Visitor, client: &str) -> Result<Case, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let case = case_of(app, visitor, client).await?;
    if let Err(refusal) = app.decide_case(&visitor.who, Act::AssignCounsellor, &case) {
        app.log.refuse(&app.db, app.clock.now(), &visitor.who, Act::AssignCounsellor, Some(case.client), &refusal).await?;
        return Err(refusal.into());
    }
    Ok(case)
}

pub(super) async fn whose(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let case = case_to_assign(&app, &visitor, &client).await?;
    let grant = app.decide_case(&visitor.who, Act::AssignCounsellor, &case)?;
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "whose client they are").await?;
    let mut members = members(&app, &visitor, &permit).await?;
    members.retain(|member| !member.left);
    let now = store::counsellors_of(&mut app.db.read().await?, &permit, &[case.client]).await?.into_iter().next();
    let now = now.map(|(_, _, name, since)| (name, since.date()));
    Ok(Page::of(&CounsellorPage { shell: &visitor.shell, client: case.client, now, members }))
}

pub(super) async fn assign(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<CounsellorForm>,
) -> Result<Response, Problem> {
    let case = case_to_assign(&app, &visitor, &client).await?;
    let team = team(&app, &visitor).await?;
    let chosen = team.iter().find(|user| user.who.user.to_string() == form.counsellor);
    let chosen = chosen.ok_or_else(|| Problem::Bad(visitor.shell.say("team-say-who")))?;
    let mut tx = app.db.revoke().await?;
    let grant = app.decide_case(&visitor.who, Act::AssignCounsellor, &case)?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, &format!("counsellor: {}", chosen.who.name)).await?;
    actions::assign_client(&mut tx, &app, &permit, chosen.who.user).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}", case.client), "assigned"))
}

//! The routes of the policy, and the page everybody reads.

use super::actions::{self, holds_until};
use super::store;
use super::views::{Block, Change, Told};
use super::{officer_page, stage_page};
use crate::packs::Version;
use crate::{App, Problem, Routes, Visitor, see_other};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use rights::{Act, Permit, Role};
use serde::Deserialize;
use web::{Page, Shell};
use words::Date;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/policy", Act::ReadPolicy, show)
        .post_fresh("/policy/sign", Act::SignPolicy, sign)
        .get("/sign-in/policy", Act::Enter, stage_page::show)
        .post("/sign-in/policy", Act::Enter, stage_page::acknowledge)
        .get("/policies", Act::WatchPolicy, officer_page::show)
        .get("/policies/organisations.csv", Act::WatchPolicy, officer_page::organisations_file)
        .get("/policies/users.csv", Act::WatchPolicy, officer_page::users_file)
}

/// A permit of whoever looks at lists that are about no client.
pub(crate) async fn permit(app: &App, visitor: &Visitor, act: Act, parts: &str) -> Result<Permit, Problem> {
    let grant = app.decide(&visitor.who, act, None)?;
    Ok(app.log.permit_to_read(&app.db, app.clock.now(), grant, parts).await?)
}

/// The signature of whoever reads, or the form for it.
struct Signing<'a> {
    organisation: &'a str,
    /// By whom the version in force was signed, and when.
    signed: Option<String>,
}

#[derive(Template)]
#[template(path = "policies/read.html")]
struct ReadPage<'a> {
    shell: &'a Shell,
    version: &'a Version,
    in_force: u32,
    sections: Vec<Told>,
    changes: Vec<Change>,
    /// When whoever reads acknowledged it, and until when that holds.
    acknowledged: Option<(Date, Date)>,
    signing: Option<Signing<'a>>,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    version: Option<u32>,
}

async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Page, Problem> {
    let (policy, shell) = (&app.pack.policy, &visitor.shell);
    let in_force = policy.in_force(shell.today).ok_or(Problem::Unfit("policy-none"))?;
    let version = asked.version.map_or(Some(in_force), |number| policy.version(number)).ok_or(Problem::NotFound)?;
    let mut tx = app.db.read().await?;
    let current = version.number == in_force.number;
    let last = store::last(&mut tx, visitor.who.user, &app.pack.name, version.number).await?.filter(|_| current && visitor.who.role != Role::Jobseeker);
    let signing = match &shell.user {
        Some(user) if current && app.role_may(visitor.who.role, Act::SignPolicy) => {
            let all = store::signatures_of(&mut tx, &app.pack.name, &visitor.who.organisation).await?;
            let signed = all.into_iter().find(|signature| signature.version == i64::from(version.number));
            let told = |one: store::Signature| shell.with3("policy-signed-by", [&user.organisation, &one.by, &shell.day(&one.at.date())]);
            Some(Signing { organisation: &user.organisation, signed: signed.map(told) })
        }
        _ => None,
    };
    let tag = shell.language.tag;
    Ok(Page::of(&ReadPage {
        shell,
        version,
        in_force: in_force.number,
        sections: Told::all(policy, version.number, tag),
        changes: policy.versions().map(|version| Change::of(version, tag)).collect(),
        acknowledged: last.map(|at| (at.date(), holds_until(&app, at))),
        signing,
    }))
}

#[derive(Deserialize)]
struct SignForm {
    version: u32,
}

async fn sign(State(app): State<App>, visitor: Visitor, Form(form): Form<SignForm>) -> Result<Response, Problem> {
    actions::sign(&app, &visitor.who, form.version).await?;
    Ok(see_other("/policy", "policy-signed"))
}

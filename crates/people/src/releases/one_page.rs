//! One release, for whoever leads the case: what is asked, the answer, and ending it.

use super::actions;
use super::pages::{SentForm, StepView, bad, for_the_log, holds, kinds_in_words, name, steps, user_name, written};
use super::rules::State;
use super::store::{self, Release};
use crate::relations;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State as Of};
use axum::response::Response;
use db::Tx;
use office::organisations::Titles;
use office::{App, Problem, Visitor, see_other, users};
use rights::{Act, Grant, Permit};
use web::{Page, Shell};
use words::{Date, EntryKind, Id};

/// A kind of entry that was asked for.
struct Choice {
    kind: EntryKind,
    /// Whether it may be released; else the person has to say yes first.
    free: bool,
    /// Whether it is released now.
    held: bool,
}

#[derive(Template)]
#[template(path = "releases/one.html")]
struct OnePage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    release: &'a Release,
    organisation: String,
    /// Who asks, or whom who invited, in a sentence.
    who_asks: String,
    kinds: Vec<Choice>,
    /// Whether any of it may be released.
    gives: bool,
    asked_kinds: String,
    state: State,
    /// Days until the answer is due; negative when it is late.
    left: i64,
    today: Date,
    /// Until when it is released now.
    held_until: Option<Date>,
    steps: Vec<StepView>,
}

pub(super) async fn show(Of(app): Of<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Page, Problem> {
    let (id, client) = client_of(&app, &id).await?;
    let mut opened = relations::open(&app, &visitor, (client, Act::GiveRelease), |_| "a release, and name".to_owned(), |_| None).await?;
    let (tx, permit, today, shell) = (&mut opened.tx, &opened.permit, app.clock.now().date(), &visitor.shell);
    let release = actions::get(tx, permit, id).await?;
    let given = actions::may_give(tx, &app, permit, &release.organisation).await?;
    let held = release.gives(today);
    let choice = |kind: &EntryKind| Choice { kind: *kind, free: given.contains(kind), held: held.is_some_and(|held| held.kinds.contains(kind)) };
    let users = users::list(tx).await?;
    let organisation = Titles::load(tx).await?.title(&release.organisation).to_owned();
    let asked_by = user_name(&users, release.asked_by);
    let who_asks = match release.guest {
        Some(guest) => shell.with3("release-who-invited", [&user_name(&users, guest), &organisation, &asked_by]),
        None => shell.with3("release-who-asks", [&asked_by, &organisation, &shell.moment(&release.asked_at)]),
    };
    Ok(Page::of(&OnePage {
        shell,
        client: opened.client,
        name: name(tx, &app, permit).await?,
        organisation,
        who_asks,
        kinds: release.asked.kinds.iter().map(choice).collect(),
        gives: release.asked.kinds.iter().any(|kind| given.contains(kind)),
        asked_kinds: kinds_in_words(shell, &release.asked),
        state: release.state(today),
        left: release.due.days_since(today),
        today,
        held_until: held.map(|held| held.until),
        steps: steps(shell, &release, &users),
        release: &release,
    }))
}

async fn client_of(app: &App, id: &str) -> Result<(Id, Id), Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    Ok((id, store::client_of(&mut app.db.read().await?, id).await?))
}

/// The right to go on about the release of this id.
async fn granted(app: &App, visitor: &Visitor, id: &str) -> Result<(Id, Grant), Problem> {
    let (id, client) = client_of(app, id).await?;
    let case = relations::case_of(app, visitor, client).await?;
    Ok((id, app.decide_case(&visitor.who, Act::GiveRelease, &case)?))
}

/// The permit and the release, in `tx`, with what the log says is done.
async fn begin(tx: &mut Tx, app: &App, (id, grant): (Id, Grant), parts: &str) -> Result<(Permit, Release), Problem> {
    let permit = app.log.permit(tx, app.clock.now(), grant, parts).await?;
    let release = actions::get(tx, &permit, id).await?;
    Ok((permit, release))
}

pub(super) async fn answer(Of(app): Of<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<SentForm>) -> Result<Response, Problem> {
    let about = granted(&app, &visitor, &id).await?;
    let (told, today) = (written(&form, "told"), app.clock.now().date());
    let latest = today.plus_days(app.pack.grounds.releases().days.1.into());
    match written(&form, "decision").as_str() {
        "approve" => {
            let holds = holds(&visitor, &form, today, latest)?;
            let mut tx = app.db.write().await?;
            let (permit, release) = begin(&mut tx, &app, about, &for_the_log("released", &holds)).await?;
            actions::approve(&mut tx, &app, &permit, &release, holds, told).await?;
            tx.commit().await?;
        }
        "refuse" if told.is_empty() => return Err(bad(&visitor, "release-say-refused")),
        "refuse" => {
            let mut tx = app.db.write().await?;
            let (permit, release) = begin(&mut tx, &app, about, "a release refused").await?;
            actions::refuse(&mut tx, &app, &permit, &release, told).await?;
            tx.commit().await?;
        }
        _ => return Err(bad(&visitor, "release-say-answer")),
    }
    Ok(see_other("/releases", "release-answered"))
}

pub(super) async fn narrow(Of(app): Of<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<SentForm>) -> Result<Response, Problem> {
    let about = granted(&app, &visitor, &id).await?;
    let today = app.clock.now().date();
    let holds = holds(&visitor, &form, today, today.plus_days(app.pack.grounds.releases().days.1.into()))?;
    let mut tx = app.db.revoke().await?;
    let (permit, release) = begin(&mut tx, &app, about, &for_the_log("released no more than", &holds)).await?;
    actions::narrow(&mut tx, &app, &permit, &release, holds, written(&form, "told")).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/releases/{id}"), "release-narrowed"))
}

pub(super) async fn end(Of(app): Of<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<SentForm>) -> Result<Response, Problem> {
    let about = granted(&app, &visitor, &id).await?;
    let told = written(&form, "told");
    if told.is_empty() {
        return Err(bad(&visitor, "release-say-end"));
    }
    let mut tx = app.db.revoke().await?;
    let (permit, release) = begin(&mut tx, &app, about, "a release ended").await?;
    actions::end(&mut tx, &app, &permit, &release, told).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/releases/{id}"), "release-ended"))
}

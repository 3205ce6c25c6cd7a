//! Asking that parts of a file be released: for a worker of an organisation that knows the person.

use super::actions::{self, Asking};
use super::pages::{SentForm, bad, for_the_log, holds, name, purpose, written};
use super::rules::State;
use super::store;
use crate::relations;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State as Of};
use axum::response::Response;
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Purpose, Showing};
use web::{Page, Shell};
use words::{Date, EntryKind, Id};

/// A kind of entry that can be asked for.
struct Choice {
    kind: EntryKind,
    /// Whether the person has to say yes first.
    needs_consent: bool,
}

#[derive(Template)]
#[template(path = "releases/ask.html")]
struct AskPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    /// What the reader's organisation does not read yet.
    kinds: Vec<Choice>,
    purposes: &'static [Purpose],
    /// Who answers; nobody while the person has no counsellor.
    counsellors: Vec<String>,
    answer_by: Date,
    today: Date,
    usual: Date,
    latest: Date,
    /// Whether the organisation has asked before and waits for the answer.
    waits: bool,
}

pub(super) async fn form(Of(app): Of<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let mut opened = relations::open(&app, &visitor, (client, Act::AskRelease), |_| "name, to ask for a release".to_owned(), |_| None).await?;
    let (tx, permit, today) = (&mut opened.tx, &opened.permit, app.clock.now().date());
    let reads = |kind: &EntryKind| permit.shows(*kind, app.pack.sensitivity(*kind), "") == Showing::Whole;
    let choice = |kind: EntryKind| Choice { kind, needs_consent: !app.pack.grounds.may_release(&visitor.works_in, kind) };
    let kinds = app.pack.grounds.asked_for().filter(|kind| !reads(kind)).map(choice).collect();
    let releases = app.pack.grounds.releases();
    let before = store::of_clients(tx, permit, &[opened.client]).await?;
    let own = before.iter().map(|(_, release)| release).filter(|one| one.organisation == visitor.who.organisation && one.guest.is_none());
    let mut counsellors: Vec<String> = relations::counsellors_of(tx, permit, &[opened.client]).await?.into_iter().map(|(_, _, name, _)| name).collect();
    counsellors.dedup();
    Ok(Page::of(&AskPage {
        shell: &visitor.shell,
        client: opened.client,
        kinds,
        purposes: Purpose::RELEASED,
        counsellors,
        answer_by: app.pack.watching.working_days_after(today, releases.answer_working_days),
        today,
        usual: today.plus_days(releases.days.0.into()),
        latest: today.plus_days(releases.days.1.into()),
        waits: own.into_iter().any(|release| release.state(today) == State::Asked),
        name: name(tx, &app, permit).await?,
    }))
}

pub(super) async fn ask(Of(app): Of<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<SentForm>) -> Result<Response, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let now = app.clock.now();
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = match app.decide_case(&visitor.who, Act::AskRelease, &case) {
        Ok(grant) => grant,
        Err(refusal) => {
            app.log.refuse(&app.db, now, &visitor.who, Act::AskRelease, Some(case.client), &refusal).await?;
            return Err(refusal.into());
        }
    };
    let today = now.date();
    let holds = holds(&visitor, &form, today, today.plus_days(app.pack.grounds.releases().days.1.into()))?;
    if !holds.kinds.iter().all(|kind| app.pack.grounds.asked_for().any(|known| known == *kind)) {
        return Err(Problem::NotFound);
    }
    let (purpose, says) = (purpose(&visitor, &form)?, written(&form, "says"));
    if says.is_empty() {
        return Err(bad(&visitor, "release-say-why"));
    }
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, now, grant, &for_the_log(&format!("asked for, {purpose}"), &holds)).await?;
    actions::ask(&mut tx, &app, &permit, Asking { holds, purpose, says }).await?;
    tx.commit().await?;
    Ok(see_other("/released", "release-asked"))
}

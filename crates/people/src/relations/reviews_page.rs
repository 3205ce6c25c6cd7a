//! Emergencies that wait for a review: a manager's of their own people, the officer's all of them.

use super::{REVIEW_SECONDS, cases, store};
use crate::single_view;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::organisations::Titles;
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Role};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Id, Time};

/// An opening as the list shows it.
struct Waiting {
    id: Id,
    client: Id,
    /// The person's name; empty when no record says one.
    name: String,
    who: String,
    organisation: String,
    at: Time,
    reason: String,
    /// Whether it has waited too long.
    late: bool,
    /// Whether the reader opened it, and so cannot review it.
    own: bool,
}

#[derive(Template)]
#[template(path = "relations/reviews.html")]
struct ReviewsPage<'a> {
    shell: &'a Shell,
    rows: Vec<Waiting>,
    late: usize,
    /// Whether the reader reads who looked at whom.
    reads_log: bool,
}

#[derive(Deserialize)]
pub(super) struct ReviewForm {
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    note: String,
}

/// Whose emergencies somebody reviews: those of their own organisation, or with no name those of all.
fn reviewed(visitor: &Visitor) -> &str {
    if visitor.who.role == Role::Protection { "" } else { &visitor.who.organisation }
}

pub(super) async fn list(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let now = app.clock.now();
    let grant = app.decide(&visitor.who, Act::ReviewEmergency, None)?;
    let permit = app.log.permit_to_read(&app.db, now, grant, "emergencies to review").await?;
    let mut tx = app.db.read().await?;
    let waiting = store::emergencies_to_review(&mut tx, &permit, reviewed(&visitor)).await?;
    let titles = Titles::load(&mut tx).await?;
    let mut clients: Vec<Id> = waiting.iter().map(|one| one.client).collect();
    clients.sort_unstable();
    clients.dedup();
    let cases = cases(&mut tx, &visitor, &clients, now).await?;
    let grants: Vec<_> = cases.iter().filter_map(|case| app.decide_case(&visitor.who, Act::ReviewEmergency, case).ok()).collect();
    drop(tx);
    let permits = if grants.is_empty() { Vec::new() } else { app.log.permits(&app.db, now, grants, "name, in a list of emergencies").await? };
    let names = single_view::names(&mut app.db.read().await?, &app.pack, &permits, app.clock.now()).await?;
    // Of somebody the reader may not know of, protected since, not even that there is something to review.
    let known = waiting.into_iter().filter_map(|one| names.get(&one.client).map(|name| (name.clone(), one)));
    let rows: Vec<Waiting> = known
        .map(|(name, one)| Waiting {
            late: now.micros() - one.opened_at.micros() > REVIEW_SECONDS * 1_000_000,
            own: one.user == visitor.who.user,
            organisation: titles.title(&one.organisation).to_owned(),
            id: one.id, client: one.client, who: one.name, at: one.opened_at, reason: one.reason, name,
        })
        .collect();
    let reads_log = app.role_may(visitor.who.role, Act::SeeAccessLog);
    let late = rows.iter().filter(|row| row.late).count();
    Ok(Page::of(&ReviewsPage { shell: &visitor.shell, rows, late, reads_log }))
}

pub(super) async fn review(
    State(app): State<App>, visitor: Visitor, Path(emergency): Path<String>, Form(form): Form<ReviewForm>,
) -> Result<Response, Problem> {
    let id: Id = emergency.parse().map_err(|_| Problem::NotFound)?;
    if !matches!(form.outcome.as_str(), "right" | "wrong") {
        return Err(Problem::Bad(visitor.shell.say("emergency-say-which")));
    }
    let now = app.clock.now();
    let grant = app.decide(&visitor.who, Act::ReviewEmergency, None)?;
    let permit = app.log.permit_to_read(&app.db, now, grant, "emergencies to review").await?;
    let mut tx = app.db.write().await?;
    let waiting = store::emergencies_to_review(&mut tx, &permit, reviewed(&visitor)).await?;
    // Nobody reviews what they did themselves.
    let one = waiting.into_iter().find(|one| one.id == id && one.user != visitor.who.user).ok_or(Problem::NotFound)?;
    let case = cases(&mut tx, &visitor, &[one.client], now).await?.pop().ok_or(Problem::NotFound)?;
    let grant = app.decide_case(&visitor.who, Act::ReviewEmergency, &case)?;
    let permit = app.log.permit(&mut tx, now, grant, &format!("review of an emergency: {}", form.outcome)).await?;
    store::review(&mut tx, &permit, id, &form.outcome, form.note.trim(), now).await?;
    tx.commit().await?;
    Ok(see_other("/emergencies", "emergency-reviewed"))
}

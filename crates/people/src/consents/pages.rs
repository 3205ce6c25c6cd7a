//! The pages of sharing: what a client shares, for whoever leads their case; and saying yes or no, for both.

use super::views::Reading;
use super::{Channel, Saying, Sharing, TEXT, actions, notices_page, receipts_page, rules, sharings, store};
use crate::{links, relations, teams};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use db::Tx;
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor, see_other};
use rights::{Act, Case, Permit, Role};
use serde::Deserialize;
use std::collections::BTreeMap;
use web::{Page, Shell};
use words::{Date, EntryKind, Id};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/consents", Act::SeeConsents, show)
        .post("/clients/{client}/consents", Act::RecordConsent, say)
        .get("/clients/{client}/consents/change", Act::RecordConsent, ask)
        .get("/clients/{client}/consents/{consent}", Act::SeeConsents, receipts_page::show)
        .get("/clients/{client}/consents/{consent}/receipt.json", Act::SeeConsents, receipts_page::as_file)
        .get("/notices", Act::SeeConsents, notices_page::list)
        .post("/notices/{consent}", Act::SeeConsents, notices_page::read)
}

/// What a client has said, as a list shows it.
pub struct SaidRow {
    /// Its id, for its receipt.
    pub id: Id,
    /// The day.
    pub on: Date,
    /// In a sentence.
    pub what: String,
}

#[derive(Template)]
#[template(path = "consents/show.html")]
struct ConsentsPage<'a> {
    shell: &'a Shell,
    client: Id,
    sharings: Vec<Sharing>,
    said: Vec<SaidRow>,
}

#[derive(Template)]
#[template(path = "consents/change.html")]
struct ChangePage<'a> {
    shell: &'a Shell,
    client: Id,
    organisation: &'a str,
    title: String,
    kind: &'static str,
    /// What is to be: shared, or not.
    shares: bool,
    /// Where it is given up.
    back: String,
    /// For whoever writes down what was said: the latest day it can have been said on.
    writes_down: Option<Date>,
    until: Date,
    /// What is read before it is shared.
    text: String,
}

/// Which switch: one organisation, one kind of entry, and how it is to stand.
#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    shares: String,
}

#[derive(Deserialize)]
struct SayForm {
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    shares: String,
    #[serde(default)]
    channel: String,
    #[serde(default)]
    on: String,
}

/// Where somebody sees what is shared: a jobseeker on the page of their own data.
fn page_of(visitor: &Visitor, client: Id) -> String {
    if visitor.who.role == Role::Jobseeker { "/my-data".to_owned() } else { format!("/clients/{client}/consents") }
}

/// Opens what a client shares, for a page.
pub(super) async fn open(app: &App, visitor: &Visitor, client: &str, act: Act, parts: &str) -> Result<relations::Opened, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    relations::open(app, visitor, (client, act), |_| parts.to_owned(), |_| None).await
}

/// The organisations a page of sharing speaks of: those that keep a record of the client or of whom somebody sits in their case team, and
/// those the client has said something about; with `all`, whichever there is.
///
/// # Errors
/// What the database says.
async fn organisations(
    tx: &mut Tx, permit: &Permit, (client, today): (Id, Date), titles: &Titles, said: &[String], all: bool,
) -> Result<Vec<Reading>, db::DbError> {
    let mut known: BTreeMap<String, Reading> = BTreeMap::new();
    for member in links::members(tx, permit, &[client]).await? {
        known.entry(member.organisation).or_default().keeps = true;
    }
    for (_, organisation) in teams::organisations_in(tx, permit, &[client], today).await? {
        known.entry(organisation).or_default().team = true;
    }
    for organisation in said.iter().cloned().chain(titles.all().iter().filter(|_| all).map(|o| o.id.clone())) {
        known.entry(organisation).or_default();
    }
    Ok(known.into_iter().map(|(id, reading)| Reading { id, ..reading }).collect())
}

/// What a client shares today and what they have said, for a page.
///
/// # Errors
/// What the database says.
pub async fn overview(tx: &mut Tx, app: &App, shell: &Shell, permit: &Permit, titles: &Titles, all: bool) -> Result<(Vec<Sharing>, Vec<SaidRow>), Problem> {
    let client = permit.client().ok_or(Problem::NotFound)?;
    let statements = store::of_clients(tx, permit, &[client]).await?;
    let mut rows: Vec<SaidRow> = statements.iter().map(|(_, said)| row(shell, titles, said)).collect();
    rows.reverse();
    let standing = rules::standing(statements, app.clock.now());
    let said: Vec<String> = standing.iter().map(|one| one.said.organisation.clone()).collect();
    let organisations = organisations(tx, permit, (client, app.clock.now().date()), titles, &said, all).await?;
    let mut sharings = sharings(shell, &app.pack, titles, &organisations, &standing);
    sharings.retain(|sharing| sharing.keeps || sharing.team || !sharing.switches.is_empty());
    Ok((sharings, rows))
}

/// A statement in a sentence.
pub(super) fn row(shell: &Shell, titles: &Titles, said: &super::Said) -> SaidRow {
    let kind = shell.word("sharing-kind", said.kind.word());
    let what = shell.with2(&format!("sharing-said-{}", said.says), &kind, titles.title(&said.organisation));
    SaidRow { id: said.id, on: said.said_at.date(), what: format!("{what} {}", shell.word("sharing-channel", said.channel.word())) }
}

async fn show(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Response, Problem> {
    if visitor.who.role == Role::Jobseeker && visitor.who.client.is_some_and(|own| own.to_string() == client) {
        return Ok(Redirect::to("/my-data").into_response());
    }
    let mut opened = open(&app, &visitor, &client, Act::SeeConsents, "what is shared").await?;
    let titles = Titles::load(&mut opened.tx).await?;
    let (sharings, said) = overview(&mut opened.tx, &app, &visitor.shell, &opened.permit, &titles, true).await?;
    Ok(Page::of(&ConsentsPage { shell: &visitor.shell, client: opened.client, sharings, said }).into_response())
}

/// The switch that is meant: an organisation whose reading of this kind is the client's to say.
fn switch_of(app: &App, titles: &Titles, organisation: &str, kind: &str) -> Result<(String, EntryKind), Problem> {
    let kind: EntryKind = kind.parse().map_err(|_| Problem::NotFound)?;
    let known = titles.get(organisation).ok_or(Problem::NotFound)?;
    if !app.pack.grounds.rests_on_consent(&known.kind, kind) {
        return Err(Problem::NotFound);
    }
    Ok((known.title.clone(), kind))
}

async fn ask(State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Query(asked): Query<Asked>) -> Result<Page, Problem> {
    let mut opened = open(&app, &visitor, &client, Act::RecordConsent, "what is shared").await?;
    let titles = Titles::load(&mut opened.tx).await?;
    let (title, kind) = switch_of(&app, &titles, &asked.organisation, &asked.kind)?;
    let (today, shell) = (app.clock.now().date(), &visitor.shell);
    let text = shell.with2(&format!("consent-text-{TEXT}"), &shell.word("sharing-kind", kind.word()), &title);
    Ok(Page::of(&ChangePage {
        shell,
        text,
        client: opened.client,
        organisation: &asked.organisation,
        title,
        kind: kind.word(),
        shares: asked.shares == "yes",
        back: page_of(&visitor, opened.client),
        writes_down: (visitor.who.role != Role::Jobseeker).then_some(today),
        until: today.plus_months(app.pack.grounds.consent_months()),
    }))
}

/// How it was said, and on which day when it was another: a jobseeker says it here and now.
fn how(visitor: &Visitor, form: &SayForm, today: Date) -> Result<(Channel, Option<Date>), Problem> {
    if visitor.who.role == Role::Jobseeker {
        return Ok((Channel::Portal, None));
    }
    let bad = |key: &str| Problem::Bad(visitor.shell.say(key));
    let channel = [Channel::Paper, Channel::Voice].into_iter().find(|channel| channel.word() == form.channel);
    let channel = channel.ok_or_else(|| bad("sharing-say-how"))?;
    let on = if form.on.is_empty() { today } else { form.on.parse().map_err(|_| bad("sharing-say-when"))? };
    if on > today {
        return Err(bad("sharing-say-when"));
    }
    Ok((channel, Some(on)))
}

async fn say(State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<SayForm>) -> Result<Response, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let now = app.clock.now();
    let shares = match form.shares.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Problem::NotFound),
    };
    let case = relations::case_of(&app, &visitor, client).await?;
    if let Err(refusal) = app.decide_case(&visitor.who, Act::RecordConsent, &case) {
        app.log.refuse(&app.db, now, &visitor.who, Act::RecordConsent, Some(case.client), &refusal).await?;
        return Err(refusal.into());
    }
    let (channel, on) = how(&visitor, &form, now.date())?;
    let mut tx = if shares { app.db.write().await? } else { app.db.revoke().await? };
    let titles = Titles::load(&mut tx).await?;
    let (_, kind) = switch_of(&app, &titles, &form.organisation, &form.kind)?;
    let permit = permit_to_say(&app, &visitor, &mut tx, &case, &format!("{kind} {} {}", if shares { "shared with" } else { "no longer shared with" }, form.organisation)).await?;
    let saying = Saying { organisation: form.organisation, kind, shares, channel, on, language: visitor.shell.language.tag.to_owned() };
    let shared = actions::say(&mut tx, &app, &permit, &saying).await?;
    tx.commit().await?;
    let told = match (shares, shared) {
        (true, true) => "sharing-on",
        (true, false) => "sharing-late",
        (false, _) => "sharing-off",
    };
    Ok(see_other(&page_of(&visitor, case.client), told))
}

async fn permit_to_say(app: &App, visitor: &Visitor, tx: &mut Tx, case: &Case, parts: &str) -> Result<Permit, Problem> {
    let grant = app.decide_case(&visitor.who, Act::RecordConsent, case)?;
    Ok(app.log.permit(tx, app.clock.now(), grant, parts).await?)
}

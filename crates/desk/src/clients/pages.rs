//! The client page itself.

use super::filter::{Filter, Pair};
use super::views::{Beside, Choice, Countdown, Day, Helper, choices, countdown, days, helpers, visible};
use super::since::{self, Last, NewRow};
use super::{id_in, links_page, open};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use history::entries::{self, Entry, Told, as_told};
use office::organisations::Titles;
use casework::agreements::{State as Stand, agreements};
use casework::meetings;
use office::packs::Side;
use crate::clocks;
use db::Tx;
use office::{App, Problem, Routes, Visitor};
use people::releases::{self, ReleaseView};
use people::teams::{self, SeatView};
use people::{consents, requests};
use people::links::{self, Link};
use people::relations::{self, Emergency, Opened};
use people::single_view::{self, FieldView, SingleView};
use rights::{Act, Case, Permit, Purpose, Role, Showing};
use web::{Page, Shell};
use words::{Date, EntryKind, Floor, Id, Time};

/// So many entries stand on a page.
pub(super) const PAGE: usize = 50;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}", Act::SeeClient, show)
        .get("/clients/{client}/links", Act::SeeLinks, links_page::show)
}

/// A record of the client, for the list beside the timeline.
struct RecordRow {
    name: String,
    organisation: String,
    hue: usize,
    key: String,
    observed: Date,
}

#[derive(Template)]
#[template(path = "clients/show.html")]
struct ClientPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    born: Option<Date>,
    age: Option<u32>,
    view: &'a SingleView,
    countdown: Option<Countdown>,
    days: Vec<Day>,
    entries: usize,
    newer: Option<String>,
    older: Option<String>,
    organisations: Vec<Choice>,
    kinds: Vec<Choice>,
    filter: Filter,
    later: usize,
    helpers: Vec<Helper>,
    facts: Vec<Fact<'a>>,
    records: Vec<RecordRow>,
    sees_who_looked: bool,
    /// Whether the reader sees what the client shares with whom.
    sees_consents: bool,
    /// To whoever leads the case: what others ask to read, and what they read for a time.
    releases: Option<Vec<ReleaseView>>,
    /// Who works on the case together, and whether the reader may change that; none when it is not for the reader to know.
    team: Option<(Vec<SeatView>, bool)>,
    /// When the reader last looked, what others wrote since, and how many entries that is; none when there is nothing.
    news: Option<(Last, Vec<NewRow>, usize)>,
    /// When the client is met; none when that is not for the reader to know.
    met: Option<Met>,
    /// Whether the reader may read assessments.
    assessed: bool,
    /// The agreement in short; none when it is not for the reader to know, or none is living.
    agreement: Option<AgreementCard>,
    /// Whether the reader may read agreements.
    agrees: bool,
    /// What was released to the reader for a time, in words; empty when nothing was.
    released: String,
    /// Whether the reader may ask for more.
    asks_release: bool,
    /// Whether the reader writes down what the client asks about their data.
    writes_requests: bool,
    identity_only: bool,
    /// Why it was opened, where that narrows what is shown.
    opened_for: Option<&'static str>,
    /// Whose client they are, by name.
    counsellors: Vec<String>,
    /// Whether the visitor may change whose client they are.
    assigns: bool,
    /// For the person themselves: when their file was opened in an emergency.
    emergencies: Vec<Emergency>,
    /// What the person has stopped sharing with the reader's organisation.
    not_shared: Vec<String>,
    /// Whether its use is restricted: what was written is kept, and not shown to others.
    restricted: bool,
}

/// An agreement in short.
struct AgreementCard {
    state: Stand,
    /// What is next on each side: the step and its day, and whether that has gone by.
    next: Vec<(Side, String, Date, bool)>,
}

impl ClientPage<'_> {
    /// Whether an agreement holds, so that none is due.
    fn agreed(&self) -> bool {
        self.agreement.as_ref().is_some_and(|card| matches!(card.state, Stand::InForce | Stand::UnderReview))
    }
}

/// The newest agreement, if it is living: where it stands, and what is next on each side.
fn agreement_card(app: &App, told: &[Told], today: Date) -> Option<AgreementCard> {
    let one = agreements(told).into_iter().next().filter(|one| one.ended.is_none())?;
    let steps = one.in_force().or(one.newest()).map(|version| version.steps.as_slice()).unwrap_or_default();
    let next = |side: &Side| {
        let open = steps.iter().filter(|step| step.side == Some(*side) && !one.progress(step).is_over());
        let (by, step) = open.filter_map(|step| Some((step.by?, step))).min_by_key(|(by, _)| *by)?;
        Some((*side, step.text.clone(), by, by < today))
    };
    Some(AgreementCard { state: one.state(&app.pack.agreement, today), next: Side::ALL.iter().filter_map(next).collect() })
}

/// When a client is met.
struct Met {
    /// The next planned meeting.
    next: Option<Time>,
    /// Until when they have to be met; none when they are not out of work.
    floor: Option<Floor>,
    /// Whether the reader may record one.
    records: bool,
}

/// A key fact with its sources in words.
struct Fact<'a> {
    field: &'a FieldView,
    from: String,
    others: Vec<(String, String)>,
}

async fn show(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Query(asked): Query<Vec<Pair>>,
) -> Result<Response, Problem> {
    let asked_for = id_in(&client)?;
    let filter = Filter::read(asked);
    let Opened { client, case, permit, mut tx } = open(&app, &visitor, asked_for, Act::SeeClient, "identity, status, timeline").await?;
    if client != asked_for {
        return Ok(Redirect::to(&format!("/clients/{client}")).into_response());
    }
    let now = app.clock.now();
    let known_at: Time = filter.on.map_or(now, Date::end).min(now);
    let view = single_view::of_client(&mut tx, &permit, &app.pack, client, known_at).await?;
    let then = entries::of_subjects(&mut tx, &permit, &subjects(&view.links, &view.clients), known_at).await?;
    let later = if filter.on.is_some() { learnt_since(&mut tx, &permit, &view.clients, (&then, now)).await? } else { 0 };
    // On a past day nothing is new.
    let last = if filter.on.is_some() { None } else { since::last(&mut tx, &permit, &view.clients, now).await? };
    let told = as_told(then);
    let titles = Titles::load(&mut tx).await?.for_reader(&permit, &visitor.shell);
    let counsellors = counsellors(&mut tx, &permit, client).await?;
    let emergencies = match visitor.who.role {
        Role::Jobseeker => relations::emergencies_about(&mut tx, &permit, &view.clients).await?,
        _ => Vec::new(),
    };
    let not_shared = no_longer_shared(&mut tx, &app, &permit, &visitor.shell, client).await?;
    let beside = Beside { own: visitor.who.role == Role::Jobseeker, statements: requests::statements_beside(&mut tx, &permit, &[client]).await?, last };
    let assigns = app.role_may(visitor.who.role, Act::AssignCounsellor);
    // On a past day everything is as old as it was then.
    let mut shell = visitor.shell.clone();
    shell.today = known_at.date();
    let (shell, seen) = (&shell, visible(told, &permit));
    // Counted from what the reader may read: a countdown tells of the entries behind it.
    let whole: Vec<_> = seen.iter().filter(|(_, showing)| *showing == Showing::Whole).map(|(told, _)| told.clone()).collect();
    let countdown = countdown(&app.pack, &whole, known_at.date());
    let news = last.map(|last| (last, last.news(shell, &titles, &seen))).filter(|(_, (_, count))| *count > 0);
    let (organisations, kinds) = choices(shell, &titles, &seen, &filter);
    let helpers = helpers(&titles, &seen);
    let identity_only = matches!(visitor.who.role, Role::Steward);
    let passing: Vec<_> = seen.into_iter().filter(|(told, showing)| filter.passes(told, *showing == Showing::Whole, titles.masks(&told.entry.organisation))).collect();
    let part: Vec<_> = passing.iter().skip(filter.skip).take(PAGE).cloned().collect();
    let page = ClientPage {
        shell,
        client,
        name: view.name(),
        born: view.birth_date(),
        age: view.birth_date().map(|born| known_at.date().years_since(born)),
        countdown,
        days: days((shell, &app.pack), &titles, &part, &beside),
        entries: passing.len(),
        newer: (filter.skip > 0).then(|| filter.address(filter.skip.saturating_sub(PAGE))),
        older: (passing.len() > filter.skip.saturating_add(PAGE)).then(|| filter.address(filter.skip.saturating_add(PAGE))),
        organisations,
        kinds,
        later,
        helpers,
        facts: facts(shell, &titles, &view),
        records: records(&titles, &view),
        releases: releases_of(&mut tx, (&app, &visitor), &permit, &case, &titles).await?,
        team: team_of(&mut tx, (&app, &visitor), &permit, &case, &titles).await?,
        news: news.map(|(last, (rows, count))| (last, rows, count)),
        met: if filter.on.is_some() { None } else { met(&mut tx, (&app, &visitor), &permit, &case, clocks::spell(&app.pack, &whole, now.date()).and_then(|spell| clocks::floor(&app.pack, &whole, &spell, now.date()))).await? },
        assessed: app.decide_case(&visitor.who, Act::SeeAssessments, &case).is_ok(),
        agreement: agreement_card(&app, &whole, known_at.date()).filter(|_| app.decide_case(&visitor.who, Act::SeeAgreement, &case).is_ok()),
        agrees: app.decide_case(&visitor.who, Act::SeeAgreement, &case).is_ok(),
        released: released_in_words(shell, &case),
        asks_release: app.decide_case(&visitor.who, Act::AskRelease, &case).is_ok(),
        sees_consents: app.decide_case(&visitor.who, Act::SeeConsents, &case).is_ok(),
        writes_requests: visitor.who.role != Role::Jobseeker && app.decide_case(&visitor.who, Act::MakeRequest, &case).is_ok(),
        sees_who_looked: app.role_may(visitor.who.role, Act::SeeWhoLooked),
        identity_only,
        opened_for: narrowing(&permit),
        counsellors,
        assigns,
        emergencies,
        not_shared,
        restricted: case.restricted,
        filter,
        view: &view,
    };
    Ok(Page::of(&page).into_response())
}

/// How many entries the reader may know of today besides these.
async fn learnt_since(tx: &mut Tx, permit: &Permit, clients: &[Id], (then, now): (&[Entry], Time)) -> Result<usize, Problem> {
    let links = links::links_of(tx, permit, clients, now).await?;
    let known = entries::of_subjects(tx, permit, &subjects(&links, clients), now).await?;
    Ok(count_known(permit, &known).saturating_sub(count_known(permit, then)))
}

/// What others ask to read of the file, and read for a time, for whoever answers them; none for others.
async fn releases_of(tx: &mut Tx, (app, visitor): (&App, &Visitor), permit: &Permit, case: &Case, titles: &Titles) -> Result<Option<Vec<ReleaseView>>, Problem> {
    if app.decide_case(&visitor.who, Act::GiveRelease, case).is_err() {
        return Ok(None);
    }
    let mut all = releases::about(tx, app, &visitor.shell, permit, titles).await?;
    all.retain(|release| release.waits() || release.gives);
    Ok(Some(all))
}

/// The case team, for those who may know it, and whether the reader may change it.
async fn team_of(tx: &mut Tx, (app, visitor): (&App, &Visitor), permit: &Permit, case: &Case, titles: &Titles) -> Result<Option<(Vec<SeatView>, bool)>, Problem> {
    if app.decide_case(&visitor.who, Act::SeeTeam, case).is_err() {
        return Ok(None);
    }
    let arranges = app.decide_case(&visitor.who, Act::ArrangeTeam, case).is_ok();
    Ok(Some((teams::about(tx, app, permit, titles).await?, arranges)))
}

/// When the client is met, for those who may know it.
async fn met(tx: &mut Tx, (app, visitor): (&App, &Visitor), permit: &Permit, case: &Case, floor: Option<Floor>) -> Result<Option<Met>, Problem> {
    if app.decide_case(&visitor.who, Act::SeeMeetings, case).is_err() {
        return Ok(None);
    }
    let (now, all) = (app.clock.now(), meetings::of_clients(tx, permit, &[case.client]).await?);
    let next = all.into_iter().filter(|(_, one)| one.ended.is_none() && one.starts_at > now).map(|(_, one)| one.starts_at).min();
    Ok(Some(Met { next, floor, records: app.decide_case(&visitor.who, Act::HoldMeetings, case).is_ok() }))
}

/// What was released to the reader for a time, in words.
fn released_in_words(shell: &Shell, case: &Case) -> String {
    let kinds: Vec<String> = case.released.iter().map(|kind| shell.word("sharing-kind", kind.word())).collect();
    shell.list(&kinds)
}

/// Who counsels a client, by name.
async fn counsellors(tx: &mut Tx, permit: &Permit, client: Id) -> Result<Vec<String>, Problem> {
    let counsellors = relations::counsellors_of(tx, permit, &[client]).await?;
    let mut names: Vec<String> = counsellors.into_iter().map(|(_, _, name, _)| name).collect();
    names.dedup();
    Ok(names)
}

/// What the client has stopped sharing with the reader's organisation, in a sentence. What it never read is not told: which entries
/// are of that kind stays as unknown as before.
async fn no_longer_shared(tx: &mut Tx, app: &App, permit: &Permit, shell: &Shell, client: Id) -> Result<Vec<String>, Problem> {
    if !matches!(permit.who().role, Role::Partner | Role::Counsellor) {
        return Ok(Vec::new());
    }
    let statements = consents::of_clients(tx, permit, &[client]).await?;
    let gave = |standing: &consents::Standing| standing.said.says != consents::Says::Refused && !standing.shares;
    let standing = consents::standing(statements, app.clock.now()).into_iter();
    let ended = standing.filter(|one| one.said.organisation == permit.who().organisation && gave(one));
    let told = ended.map(|one| {
        let since = one.said.ends_at.unwrap_or(one.said.said_at).date();
        shell.with2("client-not-shared", &shell.word("sharing-kind", one.said.kind.word()), &shell.day(&since))
    });
    Ok(told.collect())
}

/// The purpose the page says it was opened for: what whoever works with the client need not say is not said.
fn narrowing(permit: &Permit) -> Option<&'static str> {
    let purpose = permit.purpose();
    (purpose == Purpose::Emergency || Purpose::STATED.contains(&purpose)).then(|| purpose.word())
}

/// Whose entries make up the history: the records linked, and what was written about the client here.
fn subjects(links: &[Link], clients: &[Id]) -> Vec<Id> {
    links.iter().map(|link| link.record).chain(clients.iter().copied()).collect()
}

/// How many entries this reader may know of, not counting what the system says about links.
fn count_known(permit: &Permit, entries: &[Entry]) -> usize {
    let known = |entry: &&Entry| {
        entry.kind != EntryKind::Link && permit.shows(entry.kind, entry.sensitivity, &entry.organisation) != Showing::Hidden
    };
    entries.iter().filter(known).count()
}

fn facts<'a>(shell: &Shell, titles: &Titles, view: &'a SingleView) -> Vec<Fact<'a>> {
    let shown = view.fields.iter().filter(|f| !matches!(f.field, "given_name" | "family_name") || !f.others.is_empty());
    let from = |value: &single_view::Value| {
        let organisations: Vec<&str> = value.organisations.iter().map(|o| titles.title(o)).collect();
        shell.with2("fact-from", &organisations.join(", "), &shell.ago(&value.observed))
    };
    let fact = |field: &'a FieldView| Fact {
        from: from(&field.value),
        others: field.others.iter().map(|v| (v.shown.clone(), format!("{} · {}", from(v), shell.word("fact-why", v.why)))).collect(),
        field,
    };
    shown.map(fact).collect()
}

fn records(titles: &Titles, view: &SingleView) -> Vec<RecordRow> {
    let row = |version: &people::records::Version| RecordRow {
        name: version.said.display_name().unwrap_or_default(),
        organisation: titles.title(&version.organisation).to_owned(),
        hue: titles.hue(&version.organisation),
        key: if titles.masks(&version.organisation) { String::new() } else { version.source_key.clone() },
        observed: version.observed,
    };
    view.records.iter().map(row).collect()
}

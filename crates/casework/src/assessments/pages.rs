//! The assessments of one client that were finished: one by one, and what changed between two.

use super::actions::{self, begun};
use super::rules::{Answer, Assessment, Finding, assessments};
use crate::agreements::agreements;
use crate::readable::readable;
use crate::text;
use askama::Template;
use axum::extract::{Path, State};
use db::Tx;
use office::organisations::Titles;
use office::packs::Instrument;
use office::{App, Problem, Routes, Visitor};
use people::relations::{self, Opened};
use people::releases;
use rights::{Act, Case, Permit, Role};
use web::{Page, Shell};
use words::{Date, Id, Time};

/// The routes of this room.
pub(super) fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/assessments", Act::SeeAssessments, list)
        .get("/clients/{client}/assessments/{assessment}", Act::SeeAssessments, show)
}

/// An assessment with what it was made with, if the pack still has it.
struct Made<'a> {
    one: &'a Assessment,
    organisation: String,
    title: String,
    /// How many barriers were found; none when what it was made with is not known here.
    barriers: Option<usize>,
    strengths: usize,
}

/// What changed in one dimension between two assessments.
struct Changed<'a> {
    title: &'a str,
    before: &'a str,
    after: &'a str,
    /// `lighter` or `heavier`.
    word: &'static str,
}

#[derive(Template)]
#[template(path = "assessments/list.html")]
struct ListPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    own: bool,
    /// Whether the use of the file is restricted: then nothing of it is shown, and nothing is written.
    restricted: bool,
    made: Vec<Made<'a>>,
    /// The two days compared and what changed; none when there are no two of the same instrument.
    changes: Option<(Date, Date, Vec<Changed<'a>>)>,
    /// What a new one can be made with: id and name of the instrument; empty when that is not for the reader to do.
    begins: Vec<(&'a str, &'a str)>,
    /// Since when the reader has one that is not finished.
    draft: Option<Time>,
}

async fn list(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let Opened { client, case, permit, mut tx } = opened(&app, &visitor, &client, Act::SeeAssessments, "assessments").await?;
    list_page(&app, &visitor, (&mut tx, &permit, &case), client).await
}

async fn list_page(app: &App, visitor: &Visitor, (tx, permit, case): (&mut Tx, &Permit, &Case), client: Id) -> Result<Page, Problem> {
    let (shell, pack) = (&visitor.shell, &app.pack);
    let all = assessments(&readable(tx, app, permit).await?);
    let titles = Titles::load(tx).await?.for_reader(permit, shell);
    let grant = app.decide_case(&visitor.who, Act::Assess, case).ok().filter(|_| !case.restricted);
    let draft = match (&grant, pack.instruments_in_use().first()) {
        (Some(grant), Some(instrument)) => begun(tx, app, grant, instrument).await?.0,
        _ => None,
    };
    let in_use = grant.map(|_| pack.instruments_in_use()).unwrap_or_default();
    let made = all.iter().map(|one| made(app, shell, &titles, one)).collect();
    let page = ListPage {
        shell,
        client,
        name: releases::name(tx, app, permit).await?,
        own: visitor.who.role == Role::Jobseeker,
        restricted: case.restricted && visitor.who.role != Role::Jobseeker,
        made,
        changes: changes(app, shell, &all),
        begins: in_use.into_iter().map(|one| (one.id.as_str(), text(shell, &one.title))).collect(),
        draft,
    };
    Ok(Page::of(&page))
}

fn made<'a>(app: &App, shell: &Shell, titles: &Titles, one: &'a Assessment) -> Made<'a> {
    let instrument = app.pack.instrument_of(&one.instrument);
    Made {
        organisation: titles.title(&one.organisation).to_owned(),
        title: instrument.map_or_else(|| one.instrument.clone(), |known| text(shell, &known.title).to_owned()),
        barriers: instrument.map(|known| one.barriers(known).len()),
        strengths: instrument.map_or(0, |known| one.findings(known).iter().filter(|finding| finding.strength).count()),
        one,
    }
}

/// What changed between the newest assessment and the one before it that was made with the same instrument.
fn changes<'a>(app: &'a App, shell: &Shell, all: &'a [Assessment]) -> Option<(Date, Date, Vec<Changed<'a>>)> {
    let newest = all.first()?;
    let instrument = app.pack.instrument_of(&newest.instrument)?;
    let before = all.iter().skip(1).find(|one| one.instrument == newest.instrument)?;
    let earlier = before.findings(instrument);
    let point = |finding: &Finding<'_>| {
        let value = if finding.answer.seen.is_empty() { &finding.answer.own } else { &finding.answer.seen };
        instrument.point(value).map(|point| (text(shell, &point.text), (point.severity, !point.strength)))
    };
    let changed = |now: &Finding<'_>| {
        let then = earlier.iter().find(|then| then.dimension.id == now.dimension.id)?;
        let dimension = instrument.dimension(&now.dimension.id)?;
        let ((before, was), (after, is)) = (point(then)?, point(now)?);
        let word = if is < was { "lighter" } else { "heavier" };
        (is != was).then(|| Changed { title: text(shell, &dimension.title), before, after, word })
    };
    Some((before.on, newest.on, newest.findings(instrument).iter().filter_map(changed).collect()))
}

/// A dimension that was talked about, in words.
pub(super) struct FindingView<'a> {
    pub title: &'a str,
    pub own: &'a str,
    pub seen: &'a str,
    pub severity: u8,
    pub apart: bool,
    pub answer: &'a Answer,
}

pub(super) fn view<'a>(shell: &Shell, instrument: &'a Instrument, finding: &Finding<'a>) -> FindingView<'a> {
    let point = |value: &str| instrument.point(value).map_or("", |point| text(shell, &point.text));
    FindingView {
        title: text(shell, &finding.dimension.title),
        own: point(&finding.answer.own),
        seen: point(&finding.answer.seen),
        severity: finding.severity,
        apart: finding.apart,
        answer: finding.answer,
    }
}

#[derive(Template)]
#[template(path = "assessments/show.html")]
struct ShowPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    made: Made<'a>,
    /// Strengths first, then what stands in the way, the most severe first, then the rest.
    strengths: Vec<FindingView<'a>>,
    barriers: Vec<FindingView<'a>>,
    rest: Vec<FindingView<'a>>,
    /// Whether so many barriers were found that they are marked.
    many: bool,
    holds_until: Date,
    /// Whether the reader may write an agreement that rests on it: it is the newest, and no agreement is living.
    agrees: bool,
}

async fn show(State(app): State<App>, visitor: Visitor, Path((client, assessment)): Path<(String, String)>) -> Result<Page, Problem> {
    let (shell, id) = (&visitor.shell, assessment.parse::<Id>().map_err(|_| Problem::NotFound)?);
    let (_, grant) = relations::granted(&app, &visitor, (&client, Act::SeeAssessments)).await?;
    if !actions::is_finished(&mut app.db.read().await?, &grant, &assessment).await? {
        return Err(Problem::NotFound);
    }
    let Opened { client, case, permit, mut tx } = opened(&app, &visitor, &client, Act::SeeAssessments, "an assessment").await?;
    let told = readable(&mut tx, &app, &permit).await?;
    let all = assessments(&told);
    let newest = all.first().is_some_and(|newest| newest.id == id);
    let living = agreements(&told).first().is_some_and(|one| one.ended.is_none());
    // What another system sent, or what was made with what is not known here any more, is shown in the list alone.
    let Some(one) = all.iter().find(|one| one.id == id && app.pack.instrument_of(&one.instrument).is_some()) else {
        return list_page(&app, &visitor, (&mut tx, &permit, &case), client).await;
    };
    let titles = Titles::load(&mut tx).await?.for_reader(&permit, shell);
    let instrument = app.pack.instrument_of(&one.instrument).ok_or(Problem::NotFound)?;
    let (strengths, others): (Vec<_>, Vec<_>) = one.findings(instrument).into_iter().partition(|finding| finding.strength);
    let barriers = one.barriers(instrument);
    let noted = one.noted(instrument).into_iter().map(|(dimension, answer)| FindingView { title: text(shell, &dimension.title), own: "", seen: "", severity: 0, apart: false, answer });
    let page = ShowPage {
        shell,
        client,
        name: releases::name(&mut tx, &app, &permit).await?,
        strengths: strengths.iter().map(|finding| view(shell, instrument, finding)).collect(),
        many: barriers.len() >= app.pack.tracks.many_barriers,
        barriers: barriers.iter().map(|finding| view(shell, instrument, finding)).collect(),
        rest: others.iter().filter(|finding| finding.severity == 0).map(|finding| view(shell, instrument, finding)).chain(noted).collect(),
        holds_until: one.holds_until(&app.pack),
        agrees: newest && !living && app.decide_case(&visitor.who, Act::WriteAgreement, &case).is_ok(),
        made: made(&app, shell, &titles, one),
    };
    Ok(Page::of(&page))
}

/// Opens a client's file for an act of this room, logged.
pub(super) async fn opened(app: &App, visitor: &Visitor, client: &str, act: Act, what: &'static str) -> Result<Opened, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    relations::open(app, visitor, (client, act), |_| what.to_owned(), |_| None).await
}

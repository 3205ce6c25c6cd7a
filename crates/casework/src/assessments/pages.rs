//! The assessments of one client: those that were finished, and the one that is being written.

use super::actions::{self, begun};
use super::form::{Concluded, Mistake, NOTE, SUMMARY, Typed, wrong};
use super::rules::{Answer, Assessment, Finding, Goal, Wish, assessments, findings};
use crate::audience::{Audience, audiences};
use crate::readable::readable;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use db::Tx;
use history::entries::Told;
use office::organisations::Titles;
use office::packs::{Dimension, Instrument, Track, Translated};
use office::{App, Problem, Routes, Visitor, see_other};
use people::relations::{self, Opened};
use people::{releases, single_view};
use rights::{Act, Case, Permit, Role};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Date, EntryKind, Id, Time};

/// So many entries of the history are shown beside a dimension, the newest.
const BESIDE: usize = 3;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/assessments", Act::SeeAssessments, list)
        .get("/clients/{client}/assessments/new", Act::Assess, begin)
        .post("/clients/{client}/assessments/new", Act::Assess, conclude)
        .post("/clients/{client}/assessments/discard", Act::Assess, discard)
        .get("/clients/{client}/assessments/new/{dimension}", Act::Assess, ask)
        .post("/clients/{client}/assessments/new/{dimension}", Act::Assess, answer)
        .get("/clients/{client}/assessments/{assessment}", Act::SeeAssessments, show)
}

/// A text of the pack in the reader's language.
fn text<'a>(shell: &Shell, text: &'a Translated) -> &'a str {
    text.read_in(shell.language.tag).1
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
    let grant = app.decide_case(&visitor.who, Act::Assess, case).ok();
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
struct FindingView<'a> {
    title: &'a str,
    own: &'a str,
    seen: &'a str,
    severity: u8,
    apart: bool,
    answer: &'a Answer,
}

fn view<'a>(shell: &Shell, instrument: &'a Instrument, finding: &Finding<'a>) -> FindingView<'a> {
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
}

async fn show(State(app): State<App>, visitor: Visitor, Path((client, assessment)): Path<(String, String)>) -> Result<Page, Problem> {
    let (shell, id) = (&visitor.shell, assessment.parse::<Id>().map_err(|_| Problem::NotFound)?);
    let (_, grant) = relations::granted(&app, &visitor, (&client, Act::SeeAssessments)).await?;
    if !actions::is_finished(&app, &grant, &assessment).await? {
        return Err(Problem::NotFound);
    }
    let Opened { client, case, permit, mut tx } = opened(&app, &visitor, &client, Act::SeeAssessments, "an assessment").await?;
    let all = assessments(&readable(&mut tx, &app, &permit).await?);
    // What another system sent, or what was made with what is not known here any more, is shown in the list alone.
    let Some(one) = all.iter().find(|one| one.id == id && app.pack.instrument_of(&one.instrument).is_some()) else {
        return list_page(&app, &visitor, (&mut tx, &permit, &case), client).await;
    };
    let titles = Titles::load(&mut tx).await?.for_reader(&permit, shell);
    let instrument = app.pack.instrument_of(&one.instrument).ok_or(Problem::NotFound)?;
    let (strengths, others): (Vec<_>, Vec<_>) = one.findings(instrument).into_iter().partition(|finding| finding.strength);
    let barriers = one.barriers(instrument);
    let page = ShowPage {
        shell,
        client,
        name: releases::name(&mut tx, &app, &permit).await?,
        strengths: strengths.iter().map(|finding| view(shell, instrument, finding)).collect(),
        many: barriers.len() >= app.pack.tracks.many_barriers,
        barriers: barriers.iter().map(|finding| view(shell, instrument, finding)).collect(),
        rest: others.iter().filter(|finding| finding.severity == 0).map(|finding| view(shell, instrument, finding)).collect(),
        holds_until: one.holds_until(&app.pack),
        made: made(&app, shell, &titles, one),
    };
    Ok(Page::of(&page))
}

/// Opens a client's file for an act of this room, logged.
async fn opened(app: &App, visitor: &Visitor, client: &str, act: Act, what: &'static str) -> Result<Opened, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    relations::open(app, visitor, (client, act), |_| what.to_owned(), |_| None).await
}

/// What an address of a new assessment asks for.
#[derive(Default, Deserialize)]
struct With {
    /// The instrument.
    #[serde(default)]
    with: String,
}

/// What a new assessment is made with: the instrument asked for, or the first.
fn instrument_for<'a>(app: &'a App, with: &str) -> Result<&'a Instrument, Problem> {
    let all = app.pack.instruments_in_use();
    all.iter().find(|one| one.id == with).or(all.first()).copied().ok_or(Problem::NotFound)
}

/// Whether any instrument looks at this, before a file is opened for it.
fn is_known(app: &App, dimension: &str) -> Result<(), Problem> {
    app.pack.instruments.iter().find_map(|one| one.dimension(dimension)).map(|_| ()).ok_or(Problem::NotFound)
}

/// A dimension in the list of those to talk about.
struct Task<'a> {
    dimension: &'a Dimension,
    title: &'a str,
    /// `answered`, `noted`, `required` or `open`.
    state: &'static str,
}

fn tasks<'a>(shell: &Shell, instrument: &'a Instrument, typed: &Typed) -> Vec<Task<'a>> {
    let task = |dimension: &'a Dimension| {
        let state = match typed.answers.get(&dimension.id) {
            Some(answer) if answer.is_given() => "answered",
            _ if dimension.required => "required",
            Some(answer) if *answer != Answer::default() => "noted",
            _ => "open",
        };
        Task { dimension, title: text(shell, &dimension.title), state }
    };
    instrument.dimensions.iter().map(task).collect()
}

#[derive(Template)]
#[template(path = "assessments/begin.html")]
struct BeginPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    about: &'a str,
    title: &'a str,
    minutes: u32,
    /// The instrument's id.
    with: &'a str,
    tasks: Vec<Task<'a>>,
    done: usize,
    /// The one to go on with.
    next: Option<&'a str>,
    strengths: Vec<FindingView<'a>>,
    barriers: Vec<FindingView<'a>>,
    typed: &'a Typed,
    kept: Option<Time>,
    mistake: Option<Mistake>,
    goals: &'static [Goal],
    tracks: &'static [Track],
    rhythms: Vec<office::packs::Rhythm>,
    longest: usize,
    /// Who reads the usual answers, and of which dimensions it is told to fewer.
    audience: Audience,
    shielded: Vec<&'a str>,
    shielded_audience: Audience,
}

impl BeginPage<'_> {
    fn wrong(&self, field: &str) -> bool {
        self.mistake.is_some_and(|(wrong, _)| wrong == field)
    }
}

async fn begin(State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Query(with): Query<With>) -> Result<Page, Problem> {
    let mut opened = opened(&app, &visitor, &client, Act::Assess, "assessment in writing").await?;
    let instrument = instrument_for(&app, &with.with)?;
    let (kept, typed) = begun(&mut opened.tx, &app, &opened.permit.grant(), instrument).await?;
    task_list(&app, &visitor, (&mut opened.tx, &opened.permit), (&typed, kept, None)).await
}

/// The list of what is to be talked about, with what was found so far and the form that finishes it.
async fn task_list(
    app: &App, visitor: &Visitor, (tx, permit): (&mut Tx, &Permit), (typed, kept, mistake): (&Typed, Option<Time>, Option<Mistake>),
) -> Result<Page, Problem> {
    let (shell, usual) = (&visitor.shell, app.pack.sensitivity(EntryKind::Assessment));
    let instrument = app.pack.instrument_of(&typed.instrument).ok_or(Problem::NotFound)?;
    let tasks = tasks(shell, instrument, typed);
    let mut found = findings(instrument, &typed.answers);
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let closest = instrument.dimensions.iter().map(|one| one.level(usual)).max().unwrap_or(usual);
    let [audience, shielded_audience] = audiences(tx, app, visitor, permit, (EntryKind::Assessment, [usual, closest])).await?;
    let page = BeginPage {
        shell,
        client: permit.client().ok_or(Problem::NotFound)?,
        name: releases::name(tx, app, permit).await?,
        about: text(shell, &instrument.about),
        title: text(shell, &instrument.title),
        minutes: instrument.minutes,
        with: &instrument.id,
        done: tasks.iter().filter(|task| task.state == "answered").count(),
        next: tasks.iter().find(|task| matches!(task.state, "required" | "open")).map(|task| task.dimension.id.as_str()),
        tasks,
        strengths: found.iter().filter(|finding| finding.strength).map(|finding| view(shell, instrument, finding)).collect(),
        barriers: found.iter().filter(|finding| finding.severity > 0).map(|finding| view(shell, instrument, finding)).collect(),
        typed,
        kept,
        mistake,
        goals: Goal::ALL,
        tracks: Track::ALL,
        rhythms: Track::ALL.iter().map(|track| app.pack.tracks.rhythm(*track)).collect(),
        longest: SUMMARY,
        audience,
        shielded: instrument.dimensions.iter().filter(|one| one.level(usual) > usual).map(|one| text(shell, &one.title)).collect(),
        shielded_audience,
    };
    Ok(Page::of(&page))
}

/// Something the file says about a dimension.
struct Known {
    what: String,
    said: String,
    from: String,
    on: Date,
}

/// What is known already, to be confirmed and not asked anew: facts of the single view, and the newest entries of the kinds that tell of the dimension.
async fn known(tx: &mut Tx, app: &App, visitor: &Visitor, permit: &Permit, dimension: &Dimension) -> Result<Vec<Known>, Problem> {
    let (shell, client) = (&visitor.shell, permit.client().ok_or(Problem::NotFound)?);
    let titles = Titles::load(tx).await?.for_reader(permit, shell);
    let view = single_view::of_client(tx, permit, &app.pack, client, app.clock.now()).await?;
    let told = readable(tx, app, permit).await?;
    let fact = |field: &single_view::FieldView| Known {
        what: shell.word("field", field.field),
        said: single_view::in_words(shell, field.field, &field.value.shown),
        from: field.value.organisations.iter().map(|one| titles.title(one)).collect::<Vec<_>>().join(", "),
        on: field.value.observed,
    };
    let facts = view.fields.iter().filter(|field| dimension.facts.iter().any(|name| name == field.field)).map(fact);
    let entry = |told: &Told| Known {
        what: shell.word("entry-kind", told.entry.kind.word()),
        said: if told.entry.body.is_empty() { told.entry.details.get("outcome").cloned().unwrap_or_default() } else { told.entry.body.clone() },
        from: titles.title(&told.entry.organisation).to_owned(),
        on: told.entry.from,
    };
    let entries = told.iter().filter(|told| dimension.is_told_by(told.entry.kind)).map(entry).filter(|known| !known.said.is_empty()).take(BESIDE);
    Ok(facts.chain(entries).collect())
}

#[derive(Template)]
#[template(path = "assessments/dimension.html")]
struct DimensionPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    /// The instrument's id.
    with: &'a str,
    dimension: &'a Dimension,
    title: &'a str,
    ask: &'a str,
    look: &'a str,
    /// Which of how many it is.
    number: usize,
    count: usize,
    points: Vec<(&'a str, &'a str)>,
    wishes: &'static [Wish],
    known: Vec<Known>,
    answer: Answer,
    /// Whether its answers are told to fewer than the others.
    shielded: bool,
    mistake: Option<Mistake>,
    longest: usize,
}

impl DimensionPage<'_> {
    fn wrong(&self, field: &str) -> bool {
        self.mistake.is_some_and(|(wrong, _)| wrong == field)
    }
}

async fn ask(
    State(app): State<App>, visitor: Visitor, Path((client, dimension)): Path<(String, String)>, Query(with): Query<With>,
) -> Result<Page, Problem> {
    is_known(&app, &dimension)?;
    let mut opened = opened(&app, &visitor, &client, Act::Assess, "assessment in writing").await?;
    let (_, typed) = begun(&mut opened.tx, &app, &opened.permit.grant(), instrument_for(&app, &with.with)?).await?;
    let answer = typed.answers.get(&dimension).cloned().unwrap_or_default();
    dimension_page(&app, &visitor, (&mut opened.tx, &opened.permit), (&typed, &dimension), (answer, None)).await
}

async fn dimension_page(
    app: &App, visitor: &Visitor, (tx, permit): (&mut Tx, &Permit), (typed, dimension): (&Typed, &str), (answer, mistake): (Answer, Option<Mistake>),
) -> Result<Page, Problem> {
    let (shell, usual) = (&visitor.shell, app.pack.sensitivity(EntryKind::Assessment));
    let instrument = app.pack.instrument_of(&typed.instrument).ok_or(Problem::NotFound)?;
    let number = instrument.dimensions.iter().position(|one| one.id == dimension).ok_or(Problem::NotFound)?;
    let dimension = &instrument.dimensions[number];
    let page = DimensionPage {
        shell,
        client: permit.client().ok_or(Problem::NotFound)?,
        name: releases::name(tx, app, permit).await?,
        with: &instrument.id,
        title: text(shell, &dimension.title),
        ask: text(shell, &dimension.ask),
        look: text(shell, &dimension.look),
        number: number + 1,
        count: instrument.dimensions.len(),
        points: instrument.points.iter().map(|point| (point.value.as_str(), text(shell, &point.text))).collect(),
        wishes: Wish::ALL,
        known: known(tx, app, visitor, permit, dimension).await?,
        answer,
        shielded: dimension.level(usual) > usual,
        dimension,
        mistake,
        longest: NOTE,
    };
    Ok(Page::of(&page))
}

#[derive(Template)]
#[template(path = "drafts/kept.html")]
struct KeptPart<'a> {
    shell: &'a Shell,
    at: Time,
}

fn is_fragment(headers: &HeaderMap) -> bool {
    headers.contains_key("x-fragment")
}

/// Keeps what was said about one dimension and goes on to the next. The script keeps it every few seconds and stays.
async fn answer(
    State(app): State<App>, visitor: Visitor, Path((client, dimension)): Path<(String, String)>, Query(with): Query<With>, headers: HeaderMap,
    Form(answer): Form<Answer>,
) -> Result<Response, Problem> {
    let (case, grant) = relations::granted(&app, &visitor, (&client, Act::Assess)).await?;
    let asked_for = instrument_for(&app, &with.with)?;
    let typed = begun(&mut app.db.read().await?, &app, &grant, asked_for).await?.1;
    let instrument = app.pack.instrument_of(&typed.instrument).ok_or(Problem::NotFound)?;
    let number = instrument.dimensions.iter().position(|one| one.id == dimension).ok_or(Problem::NotFound)?;
    if let Some(mistake) = wrong(instrument, &answer) {
        let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "assessment in writing").await?;
        let page = dimension_page(&app, &visitor, (&mut app.db.read().await?, &permit), (&typed, &dimension), (answer, Some(mistake))).await?;
        return Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    let keep = |typed: &mut Typed| {
        if answer == Answer::default() { typed.answers.remove(&dimension) } else { typed.answers.insert(dimension.clone(), answer) };
    };
    let (at, _) = actions::change(&app, &grant, instrument, keep).await?;
    if is_fragment(&headers) {
        return Ok(Page::of(&KeptPart { shell: &visitor.shell, at }).into_response());
    }
    let new = format!("/clients/{}/assessments/new", case.client);
    Ok(match instrument.dimensions.get(number + 1) {
        Some(next) => see_other(&format!("{new}/{}?with={}", next.id, instrument.id), "assessment-kept"),
        None => see_other(&format!("{new}?with={}", instrument.id), "assessment-kept"),
    })
}

/// Finishes an assessment, unless something is missing; or keeps what was typed, for the script.
async fn conclude(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Query(with): Query<With>, headers: HeaderMap, Form(concluded): Form<Concluded>,
) -> Result<Response, Problem> {
    let (case, grant) = relations::granted(&app, &visitor, (&client, Act::Assess)).await?;
    let asked_for = instrument_for(&app, &with.with)?;
    let (kept, draft) = begun(&mut app.db.read().await?, &app, &grant, asked_for).await?;
    let finished = format!("/clients/{}/assessments/{}", case.client, concluded.id);
    if draft.id != concluded.id && actions::is_finished(&app, &grant, &concluded.id).await? {
        // Sent twice, it is finished once.
        return Ok(see_other(&finished, "assessment-finished"));
    }
    if kept.is_some() && draft.id != concluded.id {
        return Err(Problem::Already);
    }
    let (at, typed) = actions::change(&app, &grant, asked_for, |typed| {
        typed.id = concluded.id;
        typed.goal = concluded.goal;
        typed.track = concluded.track;
        typed.summary = concluded.summary;
    }).await?;
    if is_fragment(&headers) {
        return Ok(Page::of(&KeptPart { shell: &visitor.shell, at }).into_response());
    }
    let instrument = app.pack.instrument_of(&typed.instrument).ok_or(Problem::NotFound)?;
    let conclusion = match typed.concluded(instrument) {
        Ok(conclusion) => conclusion,
        Err(mistake) => {
            let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "assessment in writing").await?;
            let page = task_list(&app, &visitor, (&mut app.db.read().await?, &permit), (&typed, Some(at), Some(mistake))).await?;
            return Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
    };
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "assessment finished").await?;
    actions::finish(&mut tx, &app, &permit, instrument, (&typed, conclusion)).await?;
    actions::forget(&mut tx, visitor.who.user, case.client).await?;
    tx.commit().await?;
    Ok(see_other(&finished, "assessment-finished"))
}

/// Throws the draft away.
async fn discard(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Response, Problem> {
    let (case, _) = relations::granted(&app, &visitor, (&client, Act::Assess)).await?;
    let mut tx = app.db.write().await?;
    actions::forget(&mut tx, visitor.who.user, case.client).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}/assessments", case.client), "assessment-draft-gone"))
}

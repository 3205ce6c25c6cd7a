//! Writing an assessment: the list of what is talked about, one page for each dimension, and the conclusion.

use super::actions::{self, begun};
use super::form::{Concluded, Mistake, NOTE, SUMMARY, Typed, wrong};
use super::pages::{FindingView, opened, view};
use super::rules::{Answer, Goal, Wish, findings};
use crate::audience::{Audience, audiences};
use crate::readable::readable;
use crate::{drafts, text};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use db::Tx;
use history::entries::Told;
use office::organisations::Titles;
use office::packs::{Dimension, Instrument, Rhythm, Track};
use office::{App, Problem, Routes, Visitor, see_other};
use people::{relations, releases, single_view};
use rights::{Act, Permit};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Date, EntryKind, Id, Time};

/// So many entries of the history are shown beside a dimension, the newest.
const BESIDE: usize = 3;

/// The routes of these pages.
pub(super) fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/assessments/new", Act::Assess, begin)
        .post("/clients/{client}/assessments/new", Act::Assess, conclude)
        .post("/clients/{client}/assessments/discard", Act::Assess, discard)
        .get("/clients/{client}/assessments/new/{dimension}", Act::Assess, ask)
        .post("/clients/{client}/assessments/new/{dimension}", Act::Assess, answer)
}

/// What an address of a new assessment asks for.
#[derive(Default, Deserialize)]
#[serde(default)]
struct With {
    /// The instrument.
    with: String,
}

/// What the form of one dimension sends.
#[derive(Deserialize)]
struct Answered {
    /// The id under which the assessment will be finished, so that nothing that was sent before arrives after that.
    #[serde(default)]
    id: String,
    #[serde(flatten)]
    answer: Answer,
}

/// What a new assessment is made with: the instrument asked for, or the first.
fn instrument_for<'a>(app: &'a App, with: &str) -> Result<&'a Instrument, Problem> {
    let all = app.pack.instruments_in_use();
    all.iter().find(|one| one.id == with).or(all.first()).copied().ok_or(Problem::NotFound)
}

/// Whether any instrument looks at this, before a file is opened for it.
fn is_known(app: &App, dimension: &str) -> Result<(), Problem> {
    app.pack.dimension(dimension).map(|_| ()).ok_or(Problem::NotFound)
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
    rhythms: Vec<Rhythm>,
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
        said: if told.entry.body.is_empty() { told.entry.details.get("outcome").map(|word| shell.word_of_source("entry-outcome", word)).unwrap_or_default() } else { told.entry.body.clone() },
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
    /// The id under which it will be finished.
    id: String,
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
        id: typed.id.clone(),
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

/// Keeps what was said about one dimension and goes on to the next. The script keeps it every few seconds and stays.
async fn answer(
    State(app): State<App>, visitor: Visitor, Path((client, dimension)): Path<(String, String)>, Query(with): Query<With>, headers: HeaderMap,
    Form(Answered { id, answer }): Form<Answered>,
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
    let Some((at, _)) = actions::change(&app, &grant, (instrument, &id), keep).await? else { return Err(Problem::Already) };
    if drafts::is_wanted_alone(&headers) {
        return Ok(drafts::kept(&visitor.shell, at).into_response());
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
    let finished = |id: &str| see_other(&format!("/clients/{}/assessments/{id}", case.client), "assessment-finished");
    let changed = actions::change(&app, &grant, (asked_for, &concluded.id), |typed| {
        typed.goal.clone_from(&concluded.goal);
        typed.track.clone_from(&concluded.track);
        typed.summary.clone_from(&concluded.summary);
    });
    // Sent twice, it is finished once.
    let Some((at, typed)) = changed.await? else { return Ok(finished(&concluded.id)) };
    if drafts::is_wanted_alone(&headers) {
        return Ok(drafts::kept(&visitor.shell, at).into_response());
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
    drafts::forget(&mut tx, visitor.who.user, drafts::Form::Assessment, case.client).await?;
    tx.commit().await?;
    Ok(finished(&typed.id))
}

/// Throws the draft away.
async fn discard(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Response, Problem> {
    let (case, _) = relations::granted(&app, &visitor, (&client, Act::Assess)).await?;
    let mut tx = app.db.write().await?;
    drafts::forget(&mut tx, visitor.who.user, drafts::Form::Assessment, case.client).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}/assessments", case.client), "assessment-draft-gone"))
}

//! The agreement of one client as it stands: what each side promised, who has signed, what became of it, and what it said before.

use super::actions::{self, Known};
use super::differences::{Difference, differences};
use super::hints::gaps;
use super::rules::{Agreement, Became, Event, Goal, How, Progress, State, Step, Version};
use super::told;
use crate::text;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State as Of};
use axum::response::Response;
use db::Tx;
use office::organisations::Titles;
use office::packs::{Instrument, Rhythm, Side};
use office::{App, Pack, Problem, Routes, Visitor, see_other};
use people::relations::{self, Opened};
use people::releases;
use rights::{Act, Permit, Role};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Date, Id};

/// The routes of this page.
pub(super) fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/agreement", Act::SeeAgreement, show)
        .post("/clients/{client}/agreement/sign", Act::AnswerAgreement, sign)
        .post("/clients/{client}/agreement/refuse", Act::AnswerAgreement, refuse)
        .post("/clients/{client}/agreement/disagree", Act::AnswerAgreement, disagree)
        .post("/clients/{client}/agreement/steps/{step}", Act::AnswerAgreement, step)
        .post("/clients/{client}/agreement/review", Act::WriteAgreement, review)
}

/// A step with what became of it.
struct StepView<'a> {
    step: &'a Step,
    progress: Progress,
    became: Option<&'a Became>,
    /// Whether its day has gone by and it is not over.
    late: bool,
    /// Whether the reader may say what became of it.
    answers: bool,
}

impl StepView<'_> {
    /// Whose step it is, in words: to the person themselves it is theirs or ours.
    fn whose(&self, shell: &Shell, own: &bool) -> String {
        let side = self.step.side.unwrap_or(Side::Provider).word();
        if *own { shell.word("agreement-side-own", side) } else { shell.word("agreement-side", side) }
    }
}

/// A goal with its steps, those of the client first.
struct GoalView<'a> {
    goal: &'a Goal,
    /// What it answers, in words.
    answers: String,
    steps: Vec<StepView<'a>>,
}

/// A version in full.
struct VersionView<'a> {
    version: &'a Version,
    organisation: String,
    goals: Vec<GoalView<'a>>,
    offer: Vec<&'a str>,
    rhythm: Option<Rhythm>,
    /// Barriers that no goal answers.
    gaps: Vec<&'a str>,
}

/// A version that came before, and what the next one changed.
struct Earlier<'a> {
    version: &'a Version,
    changed: Vec<Difference>,
}

#[derive(Template)]
#[template(path = "agreements/show.html")]
struct AgreementPage<'a> {
    shell: &'a Shell,
    pack: &'a Pack,
    client: Id,
    /// The agreement's id; empty when there is none.
    agreement: String,
    name: String,
    own: bool,
    /// Whether the use of the file is restricted: then nothing of it is shown, and nothing is written.
    restricted: bool,
    /// Whether the reader writes versions and signs for the service.
    writes: bool,
    state: Option<State>,
    review_on: Option<Date>,
    /// The version that holds.
    in_force: Option<VersionView<'a>>,
    /// The one that waits to be signed.
    waiting: Option<VersionView<'a>>,
    /// The one that was refused, when nothing holds and nothing waits.
    refused: Option<VersionView<'a>>,
    ended: Option<(&'static str, Date, &'a str)>,
    /// The newest version and those before it, each with what it changed.
    earlier: Vec<Earlier<'a>>,
    /// Agreements that ended before this one: when each began and how it stands.
    former: Vec<(Date, State)>,
    progresses: Vec<Progress>,
    complaint: &'a str,
    consequences: &'a str,
    /// Whether there is an assessment that holds.
    assessed: bool,
}

async fn show(Of(app): Of<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let Opened { client, case, permit, mut tx } = relations::open(&app, &visitor, (client, Act::SeeAgreement), |_| "agreement".to_owned(), |_| None).await?;
    let (shell, rule, today) = (&visitor.shell, &app.pack.agreement, app.clock.now().date());
    let known = Known::read(&mut tx, &app, &permit).await?;
    let titles = Titles::load(&mut tx).await?.for_reader(&permit, shell);
    let one = known.agreements.first();
    let writes = !case.restricted && app.decide_case(&visitor.who, Act::WriteAgreement, &case).is_ok();
    let own = visitor.who.role == Role::Jobseeker;
    let reader = Reader { app: &app, shell, titles: &titles, known: &known, own, writes, today };
    let in_force = one.and_then(Agreement::in_force);
    let waiting = one.and_then(Agreement::waiting);
    let refused = one.filter(|_| in_force.is_none() && waiting.is_none()).and_then(Agreement::newest);
    let page = AgreementPage {
        shell,
        pack: &app.pack,
        client,
        agreement: one.map(|one| one.id.to_string()).unwrap_or_default(),
        name: releases::name(&mut tx, &app, &permit).await?,
        own,
        restricted: case.restricted && !own,
        writes,
        state: one.map(|one| one.state(rule, today)),
        review_on: one.and_then(Agreement::review_on),
        in_force: in_force.map(|version| reader.version(version)),
        waiting: waiting.map(|version| reader.version(version)),
        refused: refused.map(|version| reader.version(version)),
        ended: one.and_then(|one| one.ended.as_ref()).map(|(event, on, why)| (event.word(), *on, why.as_str())),
        earlier: one.map(earlier).unwrap_or_default(),
        former: known.agreements.iter().skip(1).filter_map(|one| Some((one.versions.first()?.on, one.state(rule, today)))).collect(),
        progresses: Progress::ALL.iter().copied().filter(|progress| !own || *progress != Progress::Dropped).collect(),
        complaint: text(shell, &rule.complaint),
        consequences: text(shell, &rule.consequences),
        assessed: known.is_assessed(&app, today),
    };
    Ok(Page::of(&page))
}

/// The newest version first, each with what it changed in comparison with the one before.
fn earlier(one: &Agreement) -> Vec<Earlier<'_>> {
    let changed = |place: usize, version: &Version| place.checked_sub(1).and_then(|before| one.versions.get(before)).map(|before| differences(before, version)).unwrap_or_default();
    one.versions.iter().enumerate().rev().map(|(place, version)| Earlier { changed: changed(place, version), version }).collect()
}

/// Who looks at an agreement.
struct Reader<'a> {
    app: &'a App,
    shell: &'a Shell,
    titles: &'a Titles,
    known: &'a Known,
    own: bool,
    writes: bool,
    today: Date,
}

impl<'a> Reader<'a> {
    fn version(&self, version: &'a Version) -> VersionView<'a> {
        let rule = &self.app.pack.agreement;
        let agreement = self.known.agreements.first();
        let barriers = self.instrument().map(|(one, instrument)| one.barriers(instrument)).unwrap_or_default();
        let offer = version.offer.iter().filter_map(|id| rule.offer.iter().find(|one| one.id == *id)).map(|one| text(self.shell, &one.text));
        let open = gaps(version.goals.iter().flat_map(|goal| &goal.answers), &barriers, rule.severe_from).iter().map(|finding| finding.dimension.id.clone()).collect::<Vec<_>>();
        let instrument = self.instrument().map(|(_, instrument)| instrument);
        let open = open.iter().filter_map(|id| instrument?.dimension(id)).map(|dimension| text(self.shell, &dimension.title)).collect();
        let goal = |goal: &'a Goal| {
            let mut steps: Vec<StepView<'a>> =
                version.steps.iter().filter(|step| step.goal == goal.key).map(|step| self.step(agreement, step)).collect();
            steps.sort_by_key(|view| (view.step.side != Some(Side::Client), view.step.by));
            GoalView { goal, answers: self.answers(goal), steps }
        };
        VersionView {
            organisation: self.titles.title(&version.organisation).to_owned(),
            goals: version.goals.iter().map(goal).collect(),
            offer: offer.collect(),
            rhythm: version.track.map(|track| self.app.pack.tracks.rhythm(track)),
            gaps: open,
            version,
        }
    }

    fn instrument(&self) -> Option<(&'a crate::assessments::Assessment, &'a Instrument)> {
        let one = self.known.assessment.as_ref()?;
        Some((one, self.app.pack.instrument_of(&one.instrument)?))
    }

    fn answers(&self, goal: &Goal) -> String {
        let title = |id: &String| self.app.pack.dimension(id).map(|one| text(self.shell, &one.title).to_owned());
        self.shell.list(&goal.answers.iter().filter_map(title).collect::<Vec<_>>())
    }

    fn step(&self, agreement: Option<&'a Agreement>, step: &'a Step) -> StepView<'a> {
        let progress = agreement.map_or(Progress::Planned, |one| one.progress(step));
        StepView {
            progress,
            became: agreement.and_then(|one| one.became.get(&step.key)),
            late: !progress.is_over() && step.by.is_some_and(|by| by < self.today),
            answers: self.writes || self.own && step.side == Some(Side::Client),
            step,
        }
    }
}

/// What the forms of this page send.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Sent {
    /// The agreement the form was made for: it may have ended since, and another have begun.
    agreement: String,
    version: u32,
    side: String,
    how: String,
    progress: String,
    what: String,
    next: String,
    says: String,
}

/// Opens what is to be changed: logged with what is done, in one transaction with it.
async fn changing(app: &App, visitor: &Visitor, (client, sent): (&str, &Sent), (act, what): (Act, &str)) -> Result<(Id, Tx, Permit, Known), Problem> {
    let (case, grant) = relations::granted(app, visitor, (client, act)).await?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, what).await?;
    let known = Known::read(&mut tx, app, &permit).await?;
    if known.living().is_some_and(|one| one.id.to_string() != sent.agreement) {
        return Err(Problem::Already);
    }
    Ok((case.client, tx, permit, known))
}

async fn done(tx: Tx, client: Id, said: &str) -> Result<Response, Problem> {
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{client}/agreement"), said))
}

/// Signs: the person for themselves alone; whoever counsels for the service, or writes down that the person signed before them.
async fn sign(Of(app): Of<App>, visitor: Visitor, Path(client): Path<String>, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    let (client, mut tx, permit, known) = changing(&app, &visitor, (&client, &sent), (Act::AnswerAgreement, "agreement signed")).await?;
    let (side, how) = match visitor.who.role {
        Role::Jobseeker => (Side::Client, How::Portal),
        // Nobody says for somebody else that they were signed in.
        _ => {
            let how = sent.how.parse().ok().filter(|how| *how != How::Portal);
            (sent.side.parse().map_err(|_| Problem::NotFound)?, how.ok_or(Problem::NotFound)?)
        }
    };
    actions::sign(&mut tx, &app, &permit, &known, (sent.version, side, how)).await?;
    done(tx, client, "agreement-signed").await
}

async fn refuse(Of(app): Of<App>, visitor: Visitor, Path(client): Path<String>, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    let (client, mut tx, permit, known) = changing(&app, &visitor, (&client, &sent), (Act::AnswerAgreement, "agreement refused")).await?;
    actions::refuse(&mut tx, &app, &permit, &known, (sent.version, &sent.says)).await?;
    done(tx, client, "agreement-refused").await
}

async fn disagree(Of(app): Of<App>, visitor: Visitor, Path(client): Path<String>, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    let (client, mut tx, permit, known) = changing(&app, &visitor, (&client, &sent), (Act::AnswerAgreement, "disagreement with the agreement")).await?;
    actions::disagree(&mut tx, &app, &permit, &known, (sent.version, &sent.says)).await?;
    done(tx, client, "agreement-disagreed").await
}

async fn step(Of(app): Of<App>, visitor: Visitor, Path((client, step)): Path<(String, String)>, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    let progress: Progress = sent.progress.parse().map_err(|_| Problem::NotFound)?;
    let (client, mut tx, permit, known) = changing(&app, &visitor, (&client, &sent), (Act::AnswerAgreement, "step of the agreement")).await?;
    actions::step(&mut tx, &app, &permit, &known, (&step, progress, &sent.says)).await?;
    done(tx, client, "agreement-step").await
}

async fn review(Of(app): Of<App>, visitor: Visitor, Path(client): Path<String>, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    let event: Event = sent.what.parse().ok().filter(|event| matches!(event, Event::Reviewed | Event::Completed | Event::Ended)).ok_or(Problem::NotFound)?;
    let (client, mut tx, permit, known) = changing(&app, &visitor, (&client, &sent), (Act::WriteAgreement, "agreement reviewed")).await?;
    actions::review(&mut tx, &app, &permit, &known, (event, sent.next.trim().parse().ok(), &sent.says)).await?;
    done(tx, client, "agreement-reviewed").await
}

//! Writing and living an agreement: each thing that happens is one entry of the history.

use super::form::{AHEAD, Missing, Typed, TypedGoal, Whole};
use super::rules::{Agreement, Event, Goal, How, Progress, State, Step, Version, agreements};
use crate::assessments::{Assessment, Finding, assessments};
use crate::drafts::{self, Form};
use crate::readable::{entry, readable};
use db::{DbError, Tx};
use history::entries::{self, Told};
use office::packs::Side;
use office::{App, Problem};
use people::{links, relations};
use rights::{Grant, Permit};
use std::collections::BTreeMap;
use web::Shell;
use words::{Date, EntryKind, Id, Time};

/// So many goals are proposed from what stands in the way.
const PROPOSED: usize = 3;

/// What the agreements of somebody rest on, and where they stand.
pub(super) struct Known {
    pub told: Vec<Told>,
    /// The newest assessment.
    pub assessment: Option<Assessment>,
    /// The newest first.
    pub agreements: Vec<Agreement>,
}

impl Known {
    /// Reads it under a permit for the client.
    pub async fn read(tx: &mut Tx, app: &App, permit: &Permit) -> Result<Known, DbError> {
        let told = readable(tx, app, permit).await?;
        Ok(Known { assessment: assessments(&told).into_iter().next(), agreements: agreements(&told), told })
    }

    /// The agreement that goes on: the newest, if it has not ended.
    pub fn living(&self) -> Option<&Agreement> {
        self.agreements.first().filter(|one| one.ended.is_none())
    }

    /// Whether there is an assessment, and it is not to be made anew first (requirement JIA-06).
    pub fn is_assessed(&self, app: &App, today: Date) -> bool {
        self.assessment.as_ref().is_some_and(|one| one.holds_until(&app.pack) >= today)
    }
}

/// The version the permit's holder is writing: their draft, or else a new one from what is known.
pub(super) async fn begun(tx: &mut Tx, app: &App, shell: &Shell, grant: &Grant, known: &Known) -> Result<(Option<Time>, Typed), DbError> {
    let (_, clients) = links::clients_of(tx, grant.client().ok_or(DbError::NotFound)?).await?;
    if let Some((at, mut typed)) = drafts::typed::<Typed>(tx, grant, Form::Agreement, &clients).await? {
        typed.rebase(known.living(), || app.clock.id().to_string());
        return Ok((Some(at), typed));
    }
    let fresh = match known.living().and_then(|one| Some((one, one.newest()?))) {
        Some((agreement, newest)) => Typed::of(agreement, newest),
        None => from_assessment(app, shell, known.assessment.as_ref()),
    };
    Ok((None, fresh))
}

/// Whether what is found of this dimension may stand in an agreement, which others read: what is kept closer than an assessment may not.
pub(super) fn may_name(app: &App, finding: &Finding<'_>) -> bool {
    let usual = app.pack.sensitivity(EntryKind::Assessment);
    finding.dimension.level(usual) <= usual
}

/// A first version: goals for what stands in the way most and what the client wants to work on. What it rests on is written anew, for those who read an
/// agreement are more than those who read an assessment.
fn from_assessment(app: &App, shell: &Shell, assessment: Option<&Assessment>) -> Typed {
    let review = app.clock.now().date().plus_months(app.pack.agreement.review_months).to_string();
    let instrument = assessment.and_then(|one| app.pack.instrument_of(&one.instrument));
    let barriers = assessment.zip(instrument).map(|(one, instrument)| one.barriers(instrument)).unwrap_or_default();
    let wanted = barriers.iter().filter(|finding| may_name(app, finding)).filter(|finding| finding.answer.wish != "no" && finding.answer.wish != "later").take(PROPOSED).enumerate();
    let goal = |(place, finding): (usize, &Finding<'_>)| TypedGoal {
        key: format!("g{}", place + 1),
        text: shell.with("agreement-goal-for", finding.dimension.title.read_in(shell.language.tag).1),
        answers: vec![finding.dimension.id.clone()],
        by: review.clone(),
        author: String::new(),
    };
    Typed {
        id: app.clock.id().to_string(),
        after: 0,
        summary: String::new(),
        goals: wanted.map(goal).collect(),
        review,
        steps: Vec::new(),
    }
}

/// Keeps what was typed as a draft.
pub(super) async fn keep(app: &App, grant: &Grant, typed: &Typed) -> Result<Time, Problem> {
    let mut tx = app.db.write().await?;
    app.log.take_turn(&mut tx).await?;
    let at = drafts::keep(&mut tx, app, grant, Form::Agreement, typed).await?;
    tx.commit().await?;
    Ok(at)
}

/// What is missing besides what stands in the form: an assessment that holds, and somebody who is responsible.
pub(super) async fn missing(tx: &mut Tx, app: &App, permit: &Permit, known: &Known) -> Result<Vec<Missing>, DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let mut missing = Vec::new();
    if !known.is_assessed(app, app.clock.now().date()) {
        missing.push(Missing::new("ground", "agreement-say-assessment", ""));
    }
    if relations::counsellors_of(tx, permit, &[client]).await?.is_empty() {
        missing.push(Missing::new("ground", "agreement-say-counsellor", ""));
    }
    Ok(missing)
}

/// Who is responsible for the permit's client: their counsellor, by name.
pub(super) async fn responsible(tx: &mut Tx, permit: &Permit) -> Result<String, DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let counsellors = relations::counsellors_of(tx, permit, &[client]).await?;
    Ok(counsellors.into_iter().next().map(|(_, _, name, _)| name).unwrap_or_default())
}

/// Offers a version. Sent twice, it is offered once.
///
/// # Errors
/// [`Problem::Already`] when somebody has offered another version meanwhile.
pub(super) async fn offer(
    tx: &mut Tx, app: &App, permit: &Permit, known: &Known, (typed, (goals, steps, review)): (&Typed, Whole),
) -> Result<(), Problem> {
    let id: Id = typed.id.parse().map_err(|_| Problem::NotFound)?;
    let worker = responsible(tx, permit).await?;
    let standing = known.agreements.iter().find(|one| one.id == id);
    let newest = standing.and_then(Agreement::newest);
    let mut details = offered(&goals, &steps);
    let mut put = |name: &str, value: String| details.insert(name.to_owned(), value);
    put("agreement", typed.id.clone());
    put("outcome", Event::Offered.word().to_owned());
    put("version", (typed.after + 1).to_string());
    put("worker", worker);
    put("review", review.to_string());
    put("offer", app.pack.agreement.offer.iter().map(|one| one.id.as_str()).collect::<Vec<_>>().join(" "));
    if let Some(assessment) = &known.assessment {
        put("assessment", assessment.id.to_string());
        assessment.goal.map(|aim| put("aim", aim.word().to_owned()));
        assessment.track.map(|track| put("track", track.word().to_owned()));
    }
    let summary = typed.summary.trim().to_owned();
    let same = |told: &&Told| told.entry.author == Some(permit.who().user) && told.entry.details == details && told.entry.body == summary;
    if known.told.iter().any(|told| same(&told)) {
        return Ok(());
    }
    let other = known.living().is_some_and(|one| one.id != id);
    if other || newest.map_or(0, |newest| newest.number) != typed.after || standing.is_some_and(|one| one.ended.is_some()) {
        return Err(Problem::Already);
    }
    let offered = entry(app, permit, (EntryKind::Agreement, app.pack.sensitivity(EntryKind::Agreement)), (summary, details))?;
    Ok(entries::add(tx, permit, vec![offered]).await?)
}

/// Goals and steps as details of an entry.
fn offered(goals: &[Goal], steps: &[Step]) -> BTreeMap<String, String> {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let word = |side: Option<Side>| side.map(|side| side.word().to_owned()).unwrap_or_default();
    let goal = |goal: &Goal| [("text", goal.text.clone()), ("answers", goal.answers.join(" ")), ("by", day(goal.by)), ("author", word(goal.author))].map(|(part, value)| (format!("{}.{part}", goal.key), value));
    let step = |step: &Step| {
        let parts = [("text", step.text.clone()), ("goal", step.goal.clone()), ("side", word(step.side)), ("owner", step.owner.clone()), ("by", day(step.by))];
        parts.map(|(part, value)| (format!("{}.{part}", step.key), value))
    };
    goals.iter().flat_map(goal).chain(steps.iter().flat_map(step)).filter(|(_, value)| !value.is_empty()).collect()
}

/// Writes that something happened to the version of an agreement.
async fn happens(
    tx: &mut Tx, app: &App, permit: &Permit, (agreement, version): (&Agreement, &Version), (event, said, more): (Event, &str, &[(&str, &str)]),
) -> Result<(), Problem> {
    let id = agreement.id.to_string();
    let number = version.number.to_string();
    let always = [("agreement", id.as_str()), ("outcome", event.word()), ("version", number.as_str())];
    let details = always.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let mut entry = entry(app, permit, (EntryKind::Agreement, app.pack.sensitivity(EntryKind::Agreement)), (said.trim().to_owned(), details))?;
    // What the client says is said to whoever offered it.
    entry.organisation.clone_from(&version.organisation);
    Ok(entries::add(tx, permit, vec![entry]).await?)
}

/// One side signs the version that waits. Signed twice, it is signed once.
///
/// # Errors
/// [`Problem::Unfit`] when it rests on no assessment that holds; [`Problem::Already`] when another version waits, or none.
pub(super) async fn sign(tx: &mut Tx, app: &App, permit: &Permit, known: &Known, (number, side, how): (u32, Side, How)) -> Result<(), Problem> {
    let agreement = known.living().ok_or(Problem::NotFound)?;
    let version = agreement.newest().filter(|newest| newest.number == number).ok_or(Problem::Already)?;
    let signed = match side {
        Side::Client => version.client_signed,
        Side::Provider => version.provider_signed,
    };
    if signed.is_some() {
        return Ok(());
    }
    // Whoever refused may think again: by themselves, and in nobody else's words.
    if version.refused.is_some() && how != How::Portal {
        return Err(Problem::Already);
    }
    if !known.is_assessed(app, app.clock.now().date()) {
        return Err(Problem::Unfit("agreement-say-assessment"));
    }
    happens(tx, app, permit, (agreement, version), (Event::Signed, "", &[("side", side.word()), ("how", how.word())])).await
}

/// The client refuses the version that waits, for a reason.
///
/// # Errors
/// [`Problem::Unfit`] without a reason; [`Problem::Already`] when it does not wait any more.
pub(super) async fn refuse(tx: &mut Tx, app: &App, permit: &Permit, known: &Known, (number, why): (u32, &str)) -> Result<(), Problem> {
    let agreement = known.living().ok_or(Problem::NotFound)?;
    let version = agreement.waiting().filter(|waiting| waiting.number == number).ok_or(Problem::Already)?;
    if why.trim().is_empty() {
        return Err(Problem::Unfit("agreement-say-why"));
    }
    happens(tx, app, permit, (agreement, version), (Event::Refused, why, &[])).await
}

/// The client says on record with what they do not agree.
///
/// # Errors
/// [`Problem::Unfit`] when nothing is said; [`Problem::NotFound`] when there is no such version.
pub(super) async fn disagree(tx: &mut Tx, app: &App, permit: &Permit, known: &Known, (number, says): (u32, &str)) -> Result<(), Problem> {
    let agreement = known.living().ok_or(Problem::NotFound)?;
    let version = agreement.versions.iter().find(|version| version.number == number).ok_or(Problem::NotFound)?;
    if says.trim().is_empty() {
        return Err(Problem::Unfit("agreement-say-what"));
    }
    happens(tx, app, permit, (agreement, version), (Event::Disagreed, says, &[])).await
}

/// Says what became of a step of the version in force. The client speaks of their own steps.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such step, or it is not theirs to speak of; [`Problem::Unfit`] when a step is dropped without a reason.
pub(super) async fn step(tx: &mut Tx, app: &App, permit: &Permit, known: &Known, (key, progress, note): (&str, Progress, &str)) -> Result<(), Problem> {
    let agreement = known.living().ok_or(Problem::NotFound)?;
    let version = agreement.in_force().ok_or(Problem::NotFound)?;
    let step = version.steps.iter().find(|step| step.key == key).ok_or(Problem::NotFound)?;
    if permit.who().role == rights::Role::Jobseeker && (step.side != Some(Side::Client) || progress == Progress::Dropped) {
        return Err(Problem::NotFound);
    }
    if progress == Progress::Dropped && note.trim().is_empty() {
        return Err(Problem::Unfit("agreement-say-why"));
    }
    happens(tx, app, permit, (agreement, version), (Event::Step, note, &[("step", key), ("progress", progress.word())])).await
}

/// It was looked at together and goes on until the next review, or it ends.
///
/// # Errors
/// [`Problem::Unfit`] when the next review is not after today, or it ends without a reason.
pub(super) async fn review(tx: &mut Tx, app: &App, permit: &Permit, known: &Known, (event, next, says): (Event, Option<Date>, &str)) -> Result<(), Problem> {
    let today = app.clock.now().date();
    let agreement = known.living().ok_or(Problem::NotFound)?;
    let version = agreement.in_force().or(agreement.newest()).ok_or(Problem::NotFound)?;
    if event != Event::Reviewed {
        return match says.trim() {
            "" => Err(Problem::Unfit("agreement-say-why")),
            _ => happens(tx, app, permit, (agreement, version), (event, says, &[])).await,
        };
    }
    match agreement.state(&app.pack.agreement, today) {
        State::Offered | State::Refused => return Err(Problem::Already),
        State::Lapsed => return Err(Problem::Unfit("agreement-say-lapsed")),
        _ => {}
    }
    let next = next.filter(|next| *next > today && *next <= today.plus_days(AHEAD)).ok_or(Problem::Unfit("agreement-say-review"))?;
    happens(tx, app, permit, (agreement, version), (event, says, &[("review", &next.to_string())])).await
}

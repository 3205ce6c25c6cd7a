//! The form in which a version of an agreement is written, with what it rests on beside it, and advice.

use super::actions::{self, Known, begun, may_name};
use super::form::{MOST, Missing, SUMMARY, TEXT, Typed, TypedGoal, TypedStep, next_number};
use super::hints::{Aspect, Ground, aspects, gaps};
use super::rules::Agreement;
use crate::audience::{Audience, audiences};
use crate::{drafts, text};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use db::Tx;
use office::packs::Side;
use office::{App, Problem, Routes, Visitor, see_other};
use people::{relations, releases};
use rights::{Act, Permit};
use web::{Page, Shell};
use words::{EntryKind, Id, Time};

/// The routes of this page.
pub(super) fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/agreement/draft", Act::WriteAgreement, ask)
        .post("/clients/{client}/agreement/draft", Act::WriteAgreement, write)
        .post("/clients/{client}/agreement/discard", Act::WriteAgreement, discard)
}

/// A barrier the form offers to be answered, or a strength to build on.
struct Need<'a> {
    id: &'a str,
    title: &'a str,
    severity: u8,
    strength: bool,
}

impl Need<'_> {
    fn answered_by(&self, goal: &TypedGoal) -> bool {
        goal.answers.iter().any(|one| one == self.id)
    }
}

/// The number in the key of a goal or step.
fn number(key: &str) -> &str {
    key.get(1..).unwrap_or_default()
}

/// A step that is proposed.
struct Proposed<'a> {
    place: usize,
    text: &'a str,
    side: Side,
    /// What it answers.
    title: &'a str,
}

#[derive(Template)]
#[template(path = "agreements/draft.html")]
struct DraftPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    /// Of the version that is written.
    number: String,
    typed: Typed,
    kept: Option<Time>,
    missing: Vec<Missing>,
    needs: Vec<Need<'a>>,
    proposed: Vec<Proposed<'a>>,
    gaps: Vec<&'a str>,
    aspects: Vec<(Aspect, bool)>,
    offer: Vec<&'a str>,
    complaint: &'a str,
    sides: &'static [Side],
    audience: Audience,
    longest: usize,
    longest_summary: usize,
    /// Who is written down as responsible where nobody else is.
    worker: String,
}

impl DraftPage<'_> {
    fn wrong(&self, key: &str, part: &str) -> bool {
        let field = if part.is_empty() { key.to_owned() } else { format!("{key}.{part}") };
        self.missing.iter().any(|missing| missing.field == field)
    }
}

async fn ask(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let mut opened = relations::open(&app, &visitor, (client, Act::WriteAgreement), |_| "agreement in writing".to_owned(), |_| None).await?;
    let known = Known::read(&mut opened.tx, &app, &opened.permit).await?;
    let (kept, typed) = begun(&mut opened.tx, &app, &visitor.shell, &opened.permit.grant(), &known).await?;
    form(&app, &visitor, (&mut opened.tx, &opened.permit, &known), (typed, kept, Vec::new())).await
}

async fn form(
    app: &App, visitor: &Visitor, (tx, permit, known): (&mut Tx, &Permit, &Known), (typed, kept, missing): (Typed, Option<Time>, Vec<Missing>),
) -> Result<Page, Problem> {
    let (shell, rule, today) = (&visitor.shell, &app.pack.agreement, app.clock.now().date());
    let instrument = known.assessment.as_ref().and_then(|one| app.pack.instrument_of(&one.instrument));
    let assessed = known.assessment.as_ref().zip(instrument);
    let barriers = assessed.map(|(one, instrument)| one.barriers(instrument)).unwrap_or_default();
    let findings = assessed.map(|(one, instrument)| one.findings(instrument)).unwrap_or_default();
    let need = |finding: &crate::assessments::Finding<'_>| {
        let dimension = instrument?.dimension(&finding.dimension.id)?;
        Some(Need { id: &dimension.id, title: text(shell, &dimension.title), severity: finding.severity, strength: finding.strength })
    };
    let stand = barriers.iter().chain(findings.iter().filter(|finding| finding.strength)).filter(|finding| may_name(app, finding));
    let needs: Vec<Need<'_>> = stand.filter_map(need).collect();
    let title = |id: &str| needs.iter().find(|need| need.id == id && need.severity > 0).map(|need| need.title);
    let proposal = |(place, one): (usize, &'_ office::packs::Proposal)| {
        let said = text(shell, &rule.proposals[place].text);
        let taken = typed.steps.iter().any(|step| step.text == said);
        (!taken).then(|| title(&one.answers)).flatten().map(|title| Proposed { place, text: said, side: one.side(), title })
    };
    let mut proposed: Vec<Proposed<'_>> = rule.proposals.iter().enumerate().filter_map(proposal).collect();
    // For what stands in the way most comes first.
    proposed.sort_by_key(|one| needs.iter().position(|need| need.title == one.title));
    let open = gaps(typed.goals.iter().flat_map(|goal| &goal.answers), &barriers, rule.severe_from);
    let open: Vec<&str> = open.iter().filter_map(|finding| title(&finding.dimension.id)).collect();
    let nameable: Vec<_> = barriers.iter().copied().filter(|finding| may_name(app, finding)).collect();
    let worker = actions::responsible(tx, permit).await?;
    let ground = Ground { assessed: known.assessment.as_ref().map(|one| one.on), barriers: &nameable, agreement: known.living(), today };
    let [audience] = audiences(tx, app, visitor, permit, (EntryKind::Agreement, [app.pack.sensitivity(EntryKind::Agreement)])).await?;
    let page = DraftPage {
        shell,
        client: permit.client().ok_or(Problem::NotFound)?,
        name: releases::name(tx, app, permit).await?,
        number: (typed.after + 1).to_string(),
        aspects: aspects(&typed, &ground),
        gaps: open,
        proposed,
        needs,
        offer: rule.offer.iter().map(|one| text(shell, &one.text)).collect(),
        complaint: text(shell, &rule.complaint),
        sides: Side::ALL,
        audience,
        longest: TEXT,
        longest_summary: SUMMARY,
        worker,
        typed: with_empty_rows(typed, known.living(), &visitor.who.name),
        kept,
        missing,
    };
    Ok(Page::of(&page))
}

/// The number the next goal and the next step get.
fn next_numbers(typed: &Typed, living: Option<&Agreement>) -> (usize, usize) {
    let versions = living.map(|one| one.versions.as_slice()).unwrap_or_default();
    let goals = versions.iter().flat_map(|version| &version.goals).map(|goal| goal.key.as_str());
    let steps = versions.iter().flat_map(|version| &version.steps).map(|step| step.key.as_str());
    let goal = next_number(goals.chain(typed.goals.iter().map(|goal| goal.key.as_str())));
    (goal, next_number(steps.chain(typed.steps.iter().map(|step| step.key.as_str()))))
}

/// A step that is yet to be filled in.
fn empty_step(number: usize, side: Side, worker: &str) -> TypedStep {
    let owner = if side == Side::Provider { worker.to_owned() } else { String::new() };
    TypedStep { key: format!("s{number}"), side: side.word().to_owned(), owner, ..TypedStep::default() }
}

/// One more goal and two more steps to fill in, one of each side.
fn with_empty_rows(mut typed: Typed, living: Option<&Agreement>, worker: &str) -> Typed {
    let (goal, step) = next_numbers(&typed, living);
    if typed.goals.len() < MOST {
        typed.goals.push(TypedGoal { key: format!("g{goal}"), ..TypedGoal::default() });
    }
    let room = MOST.saturating_sub(typed.steps.len());
    typed.steps.extend(Side::ALL.iter().enumerate().map(|(place, side)| empty_step(step + place, *side, worker)).take(room));
    typed
}

/// Puts the steps of the pack that are taken among the others: each serves the goal that answers the same, and is due when that goal is.
fn take(app: &App, shell: &Shell, typed: &mut Typed, living: Option<&Agreement>, (places, worker): (&[usize], &str)) {
    for proposal in places.iter().filter_map(|place| app.pack.agreement.proposals.get(*place)) {
        let said = text(shell, &proposal.text).to_owned();
        if typed.steps.iter().any(|step| step.text == said) {
            continue;
        }
        let (_, number) = next_numbers(typed, living);
        let goal = typed.goals.iter().find(|goal| goal.answers.contains(&proposal.answers));
        let (serves, by) = goal.map_or_else(|| (String::new(), typed.review.clone()), |goal| (goal.key.clone(), goal.by.clone()));
        typed.steps.push(TypedStep { goal: serves, by, text: said, ..empty_step(number, proposal.side(), worker) });
    }
}

/// Keeps what was typed, takes proposals, or offers the version to the client.
async fn write(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, headers: HeaderMap, Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let (case, grant) = relations::granted(&app, &visitor, (&client, Act::WriteAgreement)).await?;
    let (mut typed, pressed) = Typed::read(fields);
    typed.id.parse::<Id>().map_err(|_| Problem::NotFound)?;
    if drafts::is_wanted_alone(&headers) {
        let at = actions::keep(&app, &grant, &typed).await?;
        return Ok(drafts::kept(&visitor.shell, at).into_response());
    }
    if pressed.offers {
        let mut tx = app.db.write().await?;
        let permit = app.log.permit(&mut tx, app.clock.now(), grant.clone(), "agreement offered").await?;
        let known = Known::read(&mut tx, &app, &permit).await?;
        let mut missing = actions::missing(&mut tx, &app, &permit, &known).await?;
        match typed.checked(app.clock.now().date(), known.living().and_then(Agreement::newest)) {
            Ok(whole) if missing.is_empty() => match actions::offer(&mut tx, &app, &permit, &known, (&typed, whole)).await {
                Ok(()) => {
                    drafts::forget(&mut tx, visitor.who.user, drafts::Form::Agreement, case.client).await?;
                    tx.commit().await?;
                    return Ok(see_other(&format!("/clients/{}/agreement", case.client), "agreement-offered"));
                }
                // Somebody was quicker. What was typed stays, as a version after theirs.
                Err(Problem::Already) => missing.push(Missing::new("goals", "agreement-say-meanwhile", "")),
                Err(other) => return Err(other),
            },
            Ok(_) => {}
            Err(more) => missing.extend(more),
        }
        // Nothing was offered, and the line says so by not being there: what is shown is logged as the form is.
        drop(tx);
        typed.rebase(known.living(), || app.clock.id().to_string());
        let at = actions::keep(&app, &grant, &typed).await?;
        let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "agreement in writing").await?;
        let page = form(&app, &visitor, (&mut app.db.read().await?, &permit, &known), (typed, Some(at), missing)).await?;
        return Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    // Which numbers are taken is read from the versions there are.
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant.clone(), "agreement in writing").await?;
    let known = Known::read(&mut app.db.read().await?, &app, &permit).await?;
    take(&app, &visitor.shell, &mut typed, known.living(), (&pressed.takes, &visitor.who.name));
    let at = actions::keep(&app, &grant, &typed).await?;
    let page = form(&app, &visitor, (&mut app.db.read().await?, &permit, &known), (typed, Some(at), Vec::new())).await?;
    Ok(page.into_response())
}

/// Throws the draft away.
async fn discard(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Response, Problem> {
    let (case, _) = relations::granted(&app, &visitor, (&client, Act::WriteAgreement)).await?;
    let mut tx = app.db.write().await?;
    drafts::forget(&mut tx, visitor.who.user, drafts::Form::Agreement, case.client).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}/agreement", case.client), "agreement-draft-gone"))
}

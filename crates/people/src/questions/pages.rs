//! The pages of those who are asked: a counsellor about two records, a second person about somebody protected, an organisation
//! about a value of its own.

use super::{Answer, Asking, Question, store};
use crate::decisions::{self, Wish};
use crate::links;
use crate::matches::{Both, Compared, Side, both, log_each};
use crate::records::{self, Version};
use crate::relations;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use db::{DbError, Tx};
use office::organisations::Titles;
use office::users;
use office::{App, Problem, Routes, Visitor, see_other};
use rights::{Act, Permit, Role};
use serde::Deserialize;
use std::collections::HashMap;
use web::{Page, Shell};
use words::{Date, Id};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/questions", Act::AnswerQuestions, mine)
        .get("/questions/{question}", Act::AnswerQuestions, one)
        .post("/questions/{question}", Act::AnswerQuestions, say)
        .get("/second", Act::SecondDecision, waiting)
        .post("/second/{question}", Act::SecondDecision, agree)
        .get("/corrections", Act::AnswerDoubts, doubtful)
        .post("/corrections/{question}", Act::AnswerDoubts, correct)
}

/// A record as people know it: name, organisation, key.
type About = (String, String, String);

/// A question as a list shows it.
struct Listed {
    id: Id,
    /// The records it is about, each side under its words; those are empty where there is one.
    sides: Vec<(&'static str, Vec<About>)>,
    who: String,
    on: Date,
    reason: String,
    /// What is to be decided, as a word of `links-decision-`; the field in doubt for a correction.
    what: String,
    value: String,
    /// Whether this reader asked it, and so cannot answer.
    own: bool,
}

#[derive(Template)]
#[template(path = "questions/list.html")]
struct ListPage<'a> {
    shell: &'a Shell,
    /// `questions`, `second`, `corrections`.
    kind: &'static str,
    rows: Vec<Listed>,
}

#[derive(Template)]
#[template(path = "questions/one.html")]
struct OnePage<'a> {
    shell: &'a Shell,
    id: Id,
    names: (String, String),
    sides: [Side; 2],
    rows: Vec<Compared>,
    sentences: Vec<String>,
    who: String,
    on: Date,
    reason: String,
}

/// What an answer sends.
#[derive(Deserialize)]
struct AnswerForm {
    #[serde(default)]
    answer: String,
    #[serde(default)]
    note: String,
}

async fn permit(app: &App, visitor: &Visitor, act: Act, parts: &str) -> Result<Permit, Problem> {
    Ok(app.log.permit_to_read(&app.db, app.clock.now(), app.decide(&visitor.who, act, None)?, parts).await?)
}

async fn mine(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor, Act::AnswerQuestions, "questions asked of oneself").await?;
    let mut tx = app.db.read().await?;
    let questions = store::open_for(&mut tx, visitor.who.user).await?;
    list(tx, &app, &visitor, &permit, "questions", questions).await
}

async fn waiting(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor, Act::SecondDecision, "decisions that wait for a second person").await?;
    let mut tx = app.db.read().await?;
    let questions = store::open(&mut tx, &permit, Asking::Second).await?;
    list(tx, &app, &visitor, &permit, "second", questions).await
}

async fn doubtful(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor, Act::AnswerDoubts, "values in doubt").await?;
    let mut tx = app.db.read().await?;
    let all = store::open(&mut tx, &permit, Asking::Correction).await?;
    let questions: Vec<Question> = all.into_iter().filter(|question| concerns(&visitor, question)).collect();
    let questions = shown(&mut tx, &visitor, questions).await?;
    list(tx, &app, &visitor, &permit, "corrections", questions).await
}

/// Those of these questions that are about nobody whom the visitor is not to know of.
async fn shown(tx: &mut Tx, visitor: &Visitor, questions: Vec<Question>) -> Result<Vec<Question>, Problem> {
    let mut shown = Vec::new();
    for question in questions {
        let records: Vec<Id> = [Some(question.a), question.b].into_iter().flatten().collect();
        if decisions::hidden_records(tx, &visitor.who, &records).await?.is_empty() {
            shown.push(question);
        }
    }
    Ok(shown)
}

/// A value in doubt is for its own organisation; the steward sees all.
fn concerns(visitor: &Visitor, question: &Question) -> bool {
    visitor.who.role == Role::Steward || question.organisation.as_deref() == Some(visitor.who.organisation.as_str())
}

async fn list(
    mut tx: Tx, app: &App, visitor: &Visitor, permit: &Permit, kind: &'static str, questions: Vec<Question>,
) -> Result<Page, Problem> {
    let mut sides: HashMap<Id, Vec<(&str, Vec<Id>)>> = HashMap::new();
    for question in &questions {
        sides.insert(question.id, both_sides(&mut tx, permit, question).await?);
    }
    let ids: Vec<Id> = sides.values().flatten().flat_map(|(_, records)| records).copied().collect();
    let versions = records::newest(records::of_records(&mut tx, permit, &ids, app.clock.now()).await?);
    let titles = Titles::load(&mut tx).await?;
    let people: HashMap<Id, String> = users::list(&mut tx).await?.into_iter().map(|user| (user.who.user, user.who.name)).collect();
    let mut rows = Vec::new();
    for question in questions {
        let find = |record: Id| versions.iter().find(|version| version.record == record);
        let told = |version: &Version| {
            let name = version.said.display_name().unwrap_or_default();
            (name, titles.title(&version.organisation).to_owned(), version.source_key.clone())
        };
        let (what, value) = match &question.wish {
            Some(Wish::Dispute { record, field }) if question.kind == Asking::Correction => {
                let value = find(*record).and_then(|version| version.said.shown(field));
                (field.clone(), value.unwrap_or_default())
            }
            Some(Wish::TakeBack { decision }) => match decisions::find(&mut tx, permit, *decision).await? {
                Some(decision) => ("taken-back".to_owned(), decision.kind.word().to_owned()),
                None => ("taken-back".to_owned(), String::new()),
            },
            Some(wish) => (wish.kind().word().to_owned(), String::new()),
            None => (String::new(), String::new()),
        };
        let named = |records: Vec<Id>| records.into_iter().filter_map(|record| find(record).map(told)).collect();
        let sides = sides.remove(&question.id).unwrap_or_default().into_iter().map(|(word, records)| (word, named(records)));
        rows.push(Listed {
            id: question.id,
            sides: sides.collect(),
            who: people.get(&question.author).cloned().unwrap_or_default(),
            on: question.asked_at.date(),
            reason: decisions::reason_shown(&visitor.shell, &question.reason),
            what,
            value,
            own: question.author == visitor.who.user,
        });
    }
    drop(tx);
    log_each(app, visitor, permit.act(), &ids, "name, in a list of questions").await?;
    Ok(Page::of(&ListPage { shell: &visitor.shell, kind, rows }))
}

/// The records a question is about, under the words of their sides. Who agrees to a decision sees every record of both people:
/// those that would leave their client and those that would stay, or those of either client.
async fn both_sides(tx: &mut Tx, permit: &Permit, question: &Question) -> Result<Vec<(&'static str, Vec<Id>)>, DbError> {
    let named: Vec<Id> = [Some(question.a), question.b].into_iter().flatten().collect();
    let Some(wish) = question.wish.as_ref().filter(|_| question.kind == Asking::Second) else { return Ok(vec![("", named)]) };
    let leaves = match wish {
        Wish::Split { records, .. } => records.clone(),
        Wish::Unlink { record } => vec![*record],
        Wish::TakeBack { decision } => return Ok(vec![("", decisions::records_of(tx, permit, *decision).await?)]),
        Wish::Same { a, b } | Wish::Different { a, b } => {
            return Ok(vec![("second-one", together_with(tx, permit, *a).await?), ("second-other", together_with(tx, permit, *b).await?)]);
        }
        Wish::Protect { .. } => return Ok(vec![("", together_with(tx, permit, question.a).await?)]),
        Wish::Dispute { .. } | Wish::Withdraw { .. } => return Ok(vec![("", named)]),
    };
    let mut stays = Vec::new();
    for record in leaves.iter().take(1) {
        stays = together_with(tx, permit, *record).await?;
    }
    stays.retain(|record| !leaves.contains(record));
    Ok(vec![("split-stays", stays), ("split-goes", leaves)])
}

/// All records of the client a record belongs to; the record alone when it is in none.
async fn together_with(tx: &mut Tx, permit: &Permit, record: Id) -> Result<Vec<Id>, DbError> {
    let Some(client) = links::client_of(tx, permit, record).await? else { return Ok(vec![record]) };
    Ok(links::members(tx, permit, &[client]).await?.into_iter().map(|member| member.record).collect())
}

/// A question this user is asked and has not answered; to everybody else there is none.
async fn asked_of_me(tx: &mut Tx, visitor: &Visitor, id: &str) -> Result<Question, Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    let mine = store::open_for(tx, visitor.who.user).await?.into_iter().filter(|question| question.id == id).collect();
    shown(tx, visitor, mine).await?.pop().ok_or(Problem::NotFound)
}

async fn one(State(app): State<App>, visitor: Visitor, Path(question): Path<String>) -> Result<Page, Problem> {
    let question = asked_of_me(&mut app.db.read().await?, &visitor, &question).await?;
    let b = question.b.ok_or(Problem::NotFound)?;
    let permit = permit(&app, &visitor, Act::AnswerQuestions, &format!("identity of both sides of question {}", question.id)).await?;
    log_each(&app, &visitor, Act::AnswerQuestions, &[question.a, b], "identity, as one side of a question").await?;
    let mut tx = app.db.read().await?;
    let pairs = links::possible(&mut tx, &permit).await?;
    let evidence = pairs.into_iter().find(|pair| links::in_order(pair.a, pair.b) == links::in_order(question.a, b)).map(|pair| pair.evidence);
    let Both { names, sides, rows, sentences } =
        both(&mut tx, &app, &permit, &visitor.shell, (question.a, b), &evidence.unwrap_or_default()).await?;
    let people = users::list(&mut tx).await?;
    let who = people.into_iter().find(|user| user.who.user == question.author).map(|user| user.who.name).unwrap_or_default();
    drop(tx);
    let (id, on, reason) = (question.id, question.asked_at.date(), question.reason);
    Ok(Page::of(&OnePage { shell: &visitor.shell, id, names, sides, rows, sentences, who, on, reason }))
}

async fn say(
    State(app): State<App>, visitor: Visitor, Path(question): Path<String>, Form(form): Form<AnswerForm>,
) -> Result<Response, Problem> {
    if !matches!(form.answer.as_str(), "same" | "different" | "unknown") {
        return Err(Problem::Bad(visitor.shell.say("questions-say-which")));
    }
    let question = asked_of_me(&mut app.db.read().await?, &visitor, &question).await?;
    give(&app, &visitor, Act::AnswerQuestions, &question, &form).await?;
    Ok(see_other("/questions", "answered"))
}

async fn correct(
    State(app): State<App>, visitor: Visitor, Path(question): Path<String>, Form(form): Form<AnswerForm>,
) -> Result<Response, Problem> {
    let id: Id = question.parse().map_err(|_| Problem::NotFound)?;
    if !matches!(form.answer.as_str(), "corrected" | "right") {
        return Err(Problem::Bad(visitor.shell.say("corrections-say-which")));
    }
    let permit = permit(&app, &visitor, Act::AnswerDoubts, &format!("question {id}")).await?;
    let question = store::get(&mut app.db.read().await?, &permit, id).await?;
    if question.kind != Asking::Correction || !concerns(&visitor, &question) {
        return Err(Problem::NotFound);
    }
    give(&app, &visitor, Act::AnswerDoubts, &question, &form).await?;
    Ok(see_other("/corrections", "answered"))
}

/// Writes an answer, with a line of the access log for each client it is about.
async fn give(app: &App, visitor: &Visitor, act: Act, question: &Question, form: &AnswerForm) -> Result<(), Problem> {
    let records: Vec<Id> = [Some(question.a), question.b].into_iter().flatten().collect();
    let mut tx = app.db.write().await?;
    let now = app.clock.now();
    let parts = format!("answer to question {}", question.id);
    let permit = app.log.permit(&mut tx, now, app.decide(&visitor.who, act, None)?, &parts).await?;
    let clients = links::clients_with(&mut tx, &permit, &records).await?;
    for case in relations::cases(&mut tx, visitor, &clients, now).await? {
        app.log.permit(&mut tx, now, app.decide_case(&visitor.who, act, &case)?, &parts).await?;
    }
    let answer = Answer { verdict: form.answer.clone(), author: visitor.who.user, reason: form.note.trim().to_owned(), at: now };
    store::give(&mut tx, &permit, question.id, &answer).await?;
    tx.commit().await?;
    Ok(())
}

async fn agree(
    State(app): State<App>, visitor: Visitor, Path(question): Path<String>, Form(form): Form<AnswerForm>,
) -> Result<Response, Problem> {
    let id: Id = question.parse().map_err(|_| Problem::NotFound)?;
    let agreed = match form.answer.as_str() {
        "agreed" => true,
        "refused" => false,
        _ => return Err(Problem::Bad(visitor.shell.say("second-say-which"))),
    };
    let mut tx = links::begin(&app).await?;
    let now = app.clock.now();
    let parts = format!("second look, question {id}");
    let permit = app.log.permit(&mut tx, now, app.decide(&visitor.who, Act::SecondDecision, None)?, &parts).await?;
    let question = store::get(&mut tx, &permit, id).await?;
    let records: Vec<Id> = [Some(question.a), question.b].into_iter().flatten().collect();
    for client in links::clients_with(&mut tx, &permit, &records).await? {
        app.log.permit(&mut tx, now, app.decide(&visitor.who, Act::SecondDecision, Some(client))?, &parts).await?;
    }
    links::second(&mut tx, &app, &permit, id, agreed, form.note.trim()).await?;
    tx.commit().await?;
    Ok(see_other("/second", if agreed { "second-agreed" } else { "second-refused" }))
}

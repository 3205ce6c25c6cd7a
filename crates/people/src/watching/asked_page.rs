//! What the data-protection officer asks of somebody who looked, and what came of it. They answer in their own words.

use super::TOLD_SECONDS;
use super::pages::{names, permit};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use history::flags::{self, Flag, Rule, State as FlagState};
use office::{App, Problem, Visitor, see_other};
use rights::Act;
use serde::Deserialize;
use web::{Page, Shell};
use words::{Id, Time};

/// What is asked, or was closed.
struct Row {
    id: Id,
    /// Why it was looked at; empty where a person said that it looks wrong, which is between them and the officer.
    why: String,
    at: Time,
    /// Whose file, where the visitor may read it.
    person: String,
    question: String,
    answer: String,
    outcome: Option<&'static str>,
    asks: bool,
}

#[derive(Template)]
#[template(path = "watching/asked.html")]
struct AskedPage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
pub(super) struct AnswerForm {
    #[serde(default)]
    answer: String,
}

/// What there is for the visitor: questions, and what was closed within a month.
async fn for_visitor(app: &App, visitor: &Visitor) -> Result<Vec<Flag>, Problem> {
    let permit = permit(app, visitor, Act::AnswerOfficer, None, "what the data-protection officer asks").await?;
    let since = app.clock.now().plus_seconds(-TOLD_SECONDS);
    let mut all = flags::of_user(&mut app.db.read().await?, &permit, since).await?;
    all.retain(|flag| flag.closed.as_ref().is_none_or(|(_, step)| step.at > since));
    let unread: Vec<Id> = all.iter().filter(|flag| flag.closed.is_some() && flag.seen_at.is_none()).map(|flag| flag.id).collect();
    if !unread.is_empty() {
        let mut tx = app.db.write().await?;
        for id in unread {
            flags::seen(&mut tx, &permit, id, app.clock.now()).await?;
        }
        tx.commit().await?;
    }
    Ok(all)
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let all = for_visitor(&app, &visitor).await?;
    // Of what is closed the outcome stands here, and no more words about anybody.
    let asked: Vec<&Flag> = all.iter().filter(|flag| flag.closed.is_none()).collect();
    let ids: Vec<Id> = asked.iter().map(|flag| flag.id).collect();
    // Whose file they were refused they do not learn here either.
    let opened = flags::opened(&mut app.db.read().await?, &ids).await?;
    let open: Vec<Id> = asked.iter().filter(|flag| opened.contains(&flag.id)).filter_map(|flag| flag.client).collect();
    let named = names(&app, &visitor, Act::AnswerOfficer, &open, "name, in a question of the data-protection officer").await?;
    let row = |flag: Flag| Row {
        id: flag.id,
        why: if flag.rule == Rule::LooksWrong { String::new() } else { super::desk_page::what(&visitor.shell, flag.rule, flag.figure) },
        at: flag.raised_at,
        person: flag.client.and_then(|client| named.get(&client).cloned()).unwrap_or_default(),
        asks: flag.state() == FlagState::Asked,
        question: flag.asked.filter(|_| flag.closed.is_none()).map(|step| step.note).unwrap_or_default(),
        answer: flag.answered.filter(|_| flag.closed.is_none()).map(|step| step.note).unwrap_or_default(),
        outcome: flag.closed.map(|(outcome, _)| outcome.word()),
    };
    Ok(Page::of(&AskedPage { shell: &visitor.shell, rows: all.into_iter().map(row).collect() }))
}

pub(super) async fn answer(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<AnswerForm>,
) -> Result<Response, Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    let words = form.answer.trim();
    if words.is_empty() {
        return Err(Problem::Bad(visitor.shell.say("asked-say")));
    }
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, now, app.decide(&visitor.who, Act::AnswerOfficer, None)?, "an answer").await?;
    let flag = flags::get(&mut tx, &permit, id).await?;
    // What is asked of somebody else is as if it were not there.
    if flag.user != visitor.who.user || flag.asked.is_none() {
        return Err(Problem::NotFound);
    }
    if flag.state() != FlagState::Asked {
        return Err(Problem::Already);
    }
    flags::answer(&mut tx, &permit, id, words, now).await?;
    tx.commit().await?;
    Ok(see_other("/asked", "asked-answered"))
}

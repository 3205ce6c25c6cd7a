//! One flag: what was found, the question, the answer, and how it is closed.

use super::desk_page::what;
use super::pages::{names, permit};
use crate::relations;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use history::access::{self, Line};
use history::flags::{self, Flag, Outcome, Rule};
use office::organisations::Titles;
use office::users::{self, User};
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Permit};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Id, Time};

/// So many lines of the log are shown, the newest.
const LINES: i64 = 50;

/// A line of the log a flag is about.
struct Row {
    at: Time,
    act: String,
    purpose: String,
    client: Option<Id>,
}

#[derive(Template)]
#[template(path = "watching/flag.html")]
struct FlagPage<'a> {
    shell: &'a Shell,
    flag: &'a Flag,
    what: String,
    organisation: String,
    hue: usize,
    /// The person's name, when it is about one.
    person: String,
    lines: Vec<Row>,
    /// Whether whoever looked can be asked: they are a user.
    asks: bool,
    /// Whether it is about the reader, who then does nothing about it.
    own: bool,
    quiet_days: i64,
}

#[derive(Deserialize)]
pub(super) struct AskForm {
    #[serde(default)]
    question: String,
}

#[derive(Deserialize)]
pub(super) struct CloseForm {
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    told: String,
    #[serde(default)]
    more: String,
}

/// The flag of an address, and a permit for whose file it is about.
async fn flag(app: &App, visitor: &Visitor, id: &str, parts: &str) -> Result<(Flag, Permit), Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    let looking = permit(app, visitor, Act::WatchAccess, None, parts).await?;
    let flag = flags::get(&mut app.db.read().await?, &looking, id).await?;
    Ok((flag, looking))
}

/// The user who looked; none when the program did, or somebody who was never a user.
async fn looker(app: &App, flag: &Flag) -> Result<Option<User>, Problem> {
    let users = users::list(&mut app.db.read().await?).await?;
    Ok(users.into_iter().find(|user| user.who.user == flag.user))
}

/// Whether whoever looked can still come in and answer.
async fn can_be_asked(app: &App, flag: &Flag) -> Result<bool, Problem> {
    let present = users::present(&mut app.db.read().await?).await?;
    Ok(present.iter().any(|user| user.who.user == flag.user && app.role_may(user.who.role, Act::AnswerOfficer)))
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Page, Problem> {
    let (flag, looking) = flag(&app, &visitor, &id, "one of them").await?;
    let clients: Vec<Id> = flag.client.into_iter().collect();
    let named = names(&app, &visitor, Act::WatchAccess, &clients, "name, beside a look-up that was flagged").await?;
    let asks = can_be_asked(&app, &flag).await?;
    let mut tx = app.db.read().await?;
    let mut seqs: Vec<i64> = flags::lines_of(&mut tx, &looking, flag.id, LINES).await?.into_iter().map(|(seq, _)| seq).collect();
    seqs.sort_unstable();
    let lines = access::lines_at(&mut tx, &looking, &seqs).await?;
    let titles = Titles::load(&mut tx).await?;
    Ok(Page::of(&FlagPage {
        shell: &visitor.shell,
        what: what(&visitor.shell, flag.rule, flag.figure),
        organisation: titles.title(&flag.organisation).to_owned(),
        hue: titles.hue(&flag.organisation),
        person: flag.client.and_then(|client| named.get(&client).cloned()).unwrap_or_default(),
        lines: lines.into_iter().map(|line| row(&app, &visitor.shell, line)).collect(),
        asks,
        own: flag.user == visitor.who.user,
        quiet_days: app.pack.watching.quiet_days,
        flag: &flag,
    }))
}

fn row(app: &App, shell: &Shell, line: Line) -> Row {
    let purpose = match line.outcome.strip_prefix("refused: ") {
        Some(rule) => shell.say(&app.pack.rules.refusal(rule).says),
        None if line.purpose.is_empty() => String::new(),
        None => shell.word("purpose", &line.purpose),
    };
    Row { at: line.at, act: shell.word("act", &line.act), purpose, client: line.client }
}

/// A permit to do something about a flag: for the person it is about, when it is about one; nobody does about themselves.
async fn to_decide(app: &App, visitor: &Visitor, tx: &mut db::Tx, flag: &Flag, parts: &str) -> Result<Permit, Problem> {
    if flag.user == visitor.who.user {
        return Err(Problem::Bad(visitor.shell.say("flag-own")));
    }
    let grant = match flag.client {
        Some(client) => app.decide_case(&visitor.who, Act::WatchAccess, &relations::case_of(app, visitor, client).await?)?,
        None => app.decide(&visitor.who, Act::WatchAccess, None)?,
    };
    Ok(app.log.permit(tx, app.clock.now(), grant, parts).await?)
}

pub(super) async fn ask(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<AskForm>,
) -> Result<Response, Problem> {
    let question = form.question.trim();
    if question.is_empty() {
        return Err(Problem::Bad(visitor.shell.say("flag-say-question")));
    }
    let (flag, _) = flag(&app, &visitor, &id, "one of them").await?;
    if flag.closed.is_some() {
        return Err(Problem::Already);
    }
    if !can_be_asked(&app, &flag).await? {
        return Err(Problem::NotFound);
    }
    let mut tx = app.db.write().await?;
    let permit = to_decide(&app, &visitor, &mut tx, &flag, &format!("asked {}", flag.user_name)).await?;
    flags::ask(&mut tx, &permit, flag.id, question, app.clock.now()).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/oversight/{}", flag.id), "flag-asked"))
}

pub(super) async fn close(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<CloseForm>,
) -> Result<Response, Problem> {
    let outcome: Outcome = form.outcome.parse().map_err(|_| Problem::Bad(visitor.shell.say("flag-say-outcome")))?;
    if outcome == Outcome::Breach && form.note.trim().is_empty() {
        return Err(Problem::Bad(visitor.shell.say("flag-say-note")));
    }
    let (flag, _) = flag(&app, &visitor, &id, "one of them").await?;
    let looker = looker(&app, &flag).await?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let permit = to_decide(&app, &visitor, &mut tx, &flag, &format!("closed: {outcome}")).await?;
    let told = if flag.rule == Rule::LooksWrong { form.told.trim() } else { "" };
    flags::close(&mut tx, &permit, flag.id, outcome, form.note.trim(), told, now).await?;
    if let Some(people) = looker.and_then(|user| app.log.budget(user.who.role)).filter(|_| lets_go_on(&flag, outcome, &form)) {
        access::allow_more(&mut tx, &permit, flag.user, now.date(), people).await?;
    }
    tx.commit().await?;
    Ok(see_other("/oversight", "flag-closed"))
}

/// Whether the officer lets somebody whom their budget stopped be shown as many people again today.
fn lets_go_on(flag: &Flag, outcome: Outcome, form: &CloseForm) -> bool {
    flag.rule == Rule::Budget && outcome != Outcome::Breach && form.more == "yes"
}

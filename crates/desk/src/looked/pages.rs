//! The pages of who looked.

use super::{lines_about, wrong_page};
use crate::clients::{id_in, open};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use history::access::{self, Line, Verdict};
use history::flags::{self, Flag, Outcome};
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor};
use people::relations::Opened;
use rights::{Act, Rules};
use serde::Deserialize;
use web::{Page, Shell, csv_file, csv_line};
use words::{Date, Id, Time};

/// So many lines stand on a page.
const PAGE: i64 = 100;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/looked", Act::SeeAccessLog, whole)
        .get("/clients/{client}/looked", Act::SeeWhoLooked, of_client)
        .get("/clients/{client}/looked/{line}/wrong", Act::SayWrong, wrong_page::ask)
        .post("/clients/{client}/looked/{line}/wrong", Act::SayWrong, wrong_page::say)
}

#[derive(Deserialize)]
struct Asked {
    before: Option<i64>,
    #[serde(default)]
    format: String,
}

/// A line in the reader's words.
struct Row {
    at: Time,
    who: String,
    organisation: String,
    hue: usize,
    what: String,
    parts: String,
    why: String,
    allowed: bool,
    client: Option<Id>,
    seq: i64,
    by: Id,
    /// Whether the reader may say that it looks wrong.
    may_say: bool,
    /// What the person has said of it, and what came of that, in words.
    said: Option<Said>,
}

/// What a person has said of a line.
struct Said {
    on: Date,
    outcome: String,
    breach: bool,
    told: String,
}

#[derive(Template)]
#[template(path = "looked/show.html")]
struct LookedPage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
    /// For one client's page: the client.
    client: Option<Id>,
    /// Whether the reader may go on to the client page.
    opens_file: bool,
    /// Whether the reader may mark the person as well known.
    marks: bool,
    /// For the whole log: whether its chain is unbroken, and how many lines it has.
    verdict: Option<Verdict>,
    /// For the whole log: when every line was last checked.
    whole_at: Option<Time>,
    next: Option<i64>,
}

/// The whole log, page by page. It leaves as a file only when two people want it ([`crate::log_exports`]).
async fn whole(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Page, Problem> {
    let grant = app.decide(&visitor.who, Act::SeeAccessLog, None)?;
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "access log").await?;
    let (verdict, whole_at) = app.log.verify_new(&app.db, app.clock.now()).await?;
    let mut tx = app.db.read().await?;
    let lines = access::lines(&mut tx, &permit, asked.before.unwrap_or(i64::MAX), PAGE).await?;
    let titles = Titles::load(&mut tx).await?;
    let next = lines.last().map(|line| line.seq).filter(|seq| *seq > 1);
    Ok(Page::of(&LookedPage {
        shell: &visitor.shell,
        rows: lines.into_iter().map(|line| row(&app.pack.rules, &visitor.shell, &titles, line)).collect(),
        client: None,
        opens_file: false,
        marks: false,
        verdict: Some(verdict),
        whole_at: Some(whole_at),
        next,
    }))
}

async fn of_client(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let Opened { client: standing, permit, mut tx, .. } = open(&app, &visitor, id_in(&client)?, Act::SeeWhoLooked, "who looked").await?;
    let (lines, all) = lines_about(&mut tx, &app, &permit, standing).await?;
    let said = flags::on_lines(&mut tx, &permit, &all).await?;
    let titles = Titles::load(&mut tx).await?;
    if asked.format == "csv" {
        return Ok(as_file(&visitor.shell, &lines));
    }
    let rows = lines.into_iter().map(|line| row(&app.pack.rules, &visitor.shell, &titles, line));
    let page = Page::of(&LookedPage {
        shell: &visitor.shell,
        rows: rows.map(|row| with_said(&app, &visitor, &said, row)).collect(),
        client: Some(standing),
        opens_file: app.role_may(visitor.who.role, Act::SeeClient),
        marks: app.role_may(visitor.who.role, Act::WatchAccess),
        verdict: None,
        whole_at: None,
        next: None,
    });
    Ok(page.into_response())
}

/// Who looked. The person themselves is named nowhere in the log, so that it keeps nothing of them when they are erased.
pub(crate) fn reader(shell: &Shell, line: &Line) -> String {
    if line.user_name.is_empty() { shell.say("copy-by-oneself") } else { line.user_name.clone() }
}

fn row(rules: &Rules, shell: &Shell, titles: &Titles, line: Line) -> Row {
    Row {
        at: line.at,
        organisation: titles.title(&line.organisation).to_owned(),
        hue: titles.hue(&line.organisation),
        who: reader(shell, &line),
        what: shell.word("act", &line.act),
        parts: line.parts,
        why: match line.outcome.strip_prefix("refused: ") {
            Some(rule) => {
                let refusal = rules.refusal(rule);
                format!("{} {}", shell.say(&refusal.says), shell.word("ask", &refusal.ask))
            }
            None if line.purpose.is_empty() => String::new(),
            None => shell.word("purpose", &line.purpose),
        },
        allowed: line.outcome == "granted",
        client: line.client,
        seq: line.seq,
        by: line.user,
        may_say: false,
        said: None,
    }
}

/// The line with what its person has said of it; a person says it of what others did.
fn with_said(app: &App, visitor: &Visitor, said: &[(i64, Flag)], row: Row) -> Row {
    let said = said.iter().find(|(seq, _)| *seq == row.seq).map(|(_, flag)| Said {
        on: flag.raised_at.date(),
        outcome: visitor.shell.word("wrong-outcome", flag.closed.as_ref().map_or("waits", |(outcome, _)| outcome.word())),
        breach: flag.closed.as_ref().is_some_and(|(outcome, _)| *outcome == Outcome::Breach),
        told: flag.closed.as_ref().map(|(_, step)| step.told.clone()).unwrap_or_default(),
    });
    let may_say = said.is_none() && app.role_may(visitor.who.role, Act::SayWrong) && row.by != visitor.who.user;
    Row { may_say, said, ..row }
}

fn as_file(shell: &Shell, lines: &[Line]) -> Response {
    let mut file = csv_line(&["line", "at", "who", "organisation", "client", "act", "parts", "purpose", "ground", "outcome"]);
    for line in lines {
        let client = line.client.map(|c| c.to_string()).unwrap_or_default();
        file += &csv_line(&[
            &line.seq.to_string(), &line.at.to_string(), &reader(shell, line), &line.organisation, &client, &line.act, &line.parts,
            &line.purpose, &line.ground, &line.outcome,
        ]);
    }
    csv_file("who-looked.csv", file)
}

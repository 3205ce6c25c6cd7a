//! The pages of who looked.

use crate::clients::{id_in, open};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use db::Tx;
use history::access::{self, Line, Verdict};
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor};
use people::links;
use people::relations::Opened;
use rights::{Act, Permit, Rules};
use serde::Deserialize;
use web::{Page, Shell, csv_line};
use words::{Id, Time};

/// So many lines stand on a page.
const PAGE: i64 = 100;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/looked", Act::SeeAccessLog, whole)
        .get("/clients/{client}/looked", Act::SeeWhoLooked, of_client)
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
    /// For the whole log: whether its chain is unbroken, and how many lines it has.
    verdict: Option<Verdict>,
    next: Option<i64>,
}

async fn whole(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let grant = app.decide(&visitor.who, Act::SeeAccessLog, None)?;
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "access log").await?;
    let verdict = app.log.verify(&app.db, &[]).await?;
    let mut tx = app.db.read().await?;
    let lines = access::lines(&mut tx, &permit, asked.before.unwrap_or(i64::MAX), PAGE).await?;
    let titles = Titles::load(&mut tx).await?;
    let next = lines.last().map(|line| line.seq).filter(|seq| *seq > 1);
    answer(&app.pack.rules, &visitor.shell, &titles, lines, &asked.format, |rows| LookedPage {
        shell: &visitor.shell,
        rows,
        client: None,
        opens_file: false,
        verdict: Some(verdict.clone()),
        next,
    })
}

async fn of_client(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let Opened { client: standing, permit, mut tx, .. } = open(&app, &visitor, id_in(&client)?, Act::SeeWhoLooked, "who looked").await?;
    let lines = lines_about(&mut tx, &app, &permit, standing).await?;
    let titles = Titles::load(&mut tx).await?;
    answer(&app.pack.rules, &visitor.shell, &titles, lines, &asked.format, |rows| LookedPage {
        shell: &visitor.shell,
        rows,
        client: Some(standing),
        opens_file: app.role_may(visitor.who.role, Act::SeeClient),
        verdict: None,
        next: None,
    })
}

/// The lines about one client, the newest first, as long as they were who they are.
pub(crate) async fn lines_about(tx: &mut Tx, app: &App, permit: &Permit, standing: Id) -> Result<Vec<Line>, Problem> {
    let (_, all) = links::clients_of(tx, standing).await?;
    let mut lines = access::lines_of(tx, permit, &all).await?;
    for (former, until) in links::former_clients(tx, permit, standing, app.clock.now()).await? {
        let then = access::lines_of(tx, permit, &[former]).await?;
        lines.extend(then.into_iter().filter(|line| line.at < until && !all.contains(&former)));
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.seq));
    lines.dedup_by_key(|line| line.seq);
    Ok(lines)
}

/// The lines as a page, or as a file when that was asked for.
fn answer<'a>(
    rules: &Rules, shell: &'a Shell, titles: &Titles, lines: Vec<Line>, format: &str, page: impl FnOnce(Vec<Row>) -> LookedPage<'a>,
) -> Result<Response, Problem> {
    if format == "csv" {
        return Ok(as_file(&lines));
    }
    let rows = lines.into_iter().map(|line| row(rules, shell, titles, line)).collect();
    Ok(Page::of(&page(rows)).into_response())
}

fn row(rules: &Rules, shell: &Shell, titles: &Titles, line: Line) -> Row {
    Row {
        at: line.at,
        organisation: titles.title(&line.organisation).to_owned(),
        hue: titles.hue(&line.organisation),
        who: line.user_name,
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
    }
}

fn as_file(lines: &[Line]) -> Response {
    let mut file = csv_line(&["line", "at", "who", "organisation", "client", "act", "parts", "purpose", "ground", "outcome"]);
    for line in lines {
        let client = line.client.map(|c| c.to_string()).unwrap_or_default();
        file += &csv_line(&[
            &line.seq.to_string(), &line.at.to_string(), &line.user_name, &line.organisation, &client, &line.act, &line.parts,
            &line.purpose, &line.ground, &line.outcome,
        ]);
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"who-looked.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, file).into_response()
}

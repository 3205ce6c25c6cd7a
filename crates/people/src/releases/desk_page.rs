//! The counsellor's list of releases: what waits for an answer, what is released, what is over.

use super::pages::kinds_in_words;
use super::rules::{self, Holds, State};
use super::store::{self, Line, Which};
use crate::watching::{names, permit};
use askama::Template;
use axum::extract::{Query, State as Of};
use axum::response::{IntoResponse, Response};
use office::organisations::Titles;
use office::{App, Problem, Visitor};
use rights::Act;
use serde::Deserialize;
use web::{Listing, Page, Shell, csv_file, csv_line};
use words::{Date, Id};

/// So many stand on a page.
const PAGE: i64 = 50;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: String,
}

/// A release as the list shows it.
struct Row {
    id: Id,
    name: String,
    organisation: String,
    hue: usize,
    guest: bool,
    kinds: String,
    purpose: &'static str,
    state: State,
    asked: Date,
    until: Date,
    /// Days until the answer is due; negative when it is late.
    left: i64,
}

#[derive(Template)]
#[template(path = "releases/desk.html")]
struct DeskPage<'a> {
    shell: &'a Shell,
    /// The word of the list that is shown, and the others.
    which: &'static str,
    lists: Vec<&'static str>,
    late: usize,
    rows: Vec<Row>,
    /// How many stand before the next page; none on the last.
    next: Option<i64>,
}

const LISTS: [&str; 3] = ["open", "held", "over"];

fn which(word: &str) -> (&'static str, Which) {
    match word {
        "held" => ("held", Which::Held),
        "over" => ("over", Which::Over),
        _ => ("open", Which::Open),
    }
}

fn stands(line: &Line, today: Date) -> (State, &Holds) {
    let last = line.last.as_ref().map(|(done, holds)| (*done, holds.as_ref()));
    (rules::state(&line.asked, last, today), last.and_then(|(_, holds)| holds).unwrap_or(&line.asked))
}

pub(super) async fn show(Of(app): Of<App>, visitor: Visitor, Query(asked): Query<Asked>, Query(listing): Query<Listing>) -> Result<Response, Problem> {
    let (word, which) = which(&asked.state);
    let looking = permit(&app, &visitor, Act::GiveRelease, None, &format!("releases, {word}")).await?;
    let today = app.clock.now().date();
    let mut tx = app.db.read().await?;
    let lines = store::led(&mut tx, &looking, which, today, listing.part(PAGE)).await?;
    let titles = Titles::load(&mut tx).await?;
    drop(tx);
    if listing.is_file() {
        return Ok(as_file(&lines, today));
    }
    let mut clients: Vec<Id> = lines.iter().map(|line| line.client).collect();
    clients.sort_unstable();
    clients.dedup();
    let named = names(&app, &visitor, Act::GiveRelease, &clients, "name, in a list of releases").await?;
    let next = listing.next(PAGE, lines.len());
    let shell = &visitor.shell;
    let row = |line: &Line| {
        let (state, holds) = stands(line, today);
        Some(Row {
            id: line.id,
            name: named.get(&line.client)?.clone(),
            organisation: titles.title(&line.organisation).to_owned(),
            hue: titles.hue(&line.organisation),
            guest: line.guest.is_some(),
            kinds: kinds_in_words(shell, holds),
            purpose: line.purpose.word(),
            state,
            asked: line.asked_at.date(),
            until: holds.until,
            left: line.due.days_since(today),
        })
    };
    let rows: Vec<Row> = lines.iter().filter_map(row).collect();
    let late = rows.iter().filter(|row| row.state == State::Asked && row.left < 0).count();
    Ok(Page::of(&DeskPage { shell, which: word, lists: LISTS.into_iter().filter(|list| *list != word).collect(), late, rows, next }).into_response())
}

fn as_file(lines: &[Line], today: Date) -> Response {
    // Of people nothing: whoever needs to know whose it is opens the release, and that is one line in their log.
    let mut file = csv_line(&["release", "organisation", "guest", "kinds", "purpose", "asked", "due", "state", "until"]);
    for line in lines {
        let (state, holds) = stands(line, today);
        let kinds: Vec<&str> = holds.kinds.iter().map(|kind| kind.word()).collect();
        file += &csv_line(&[
            &line.id.to_string(), &line.organisation, if line.guest.is_some() { "yes" } else { "no" }, &kinds.join(" "), line.purpose.word(),
            &line.asked_at.to_string(), &line.due.to_string(), state.word(), &holds.until.to_string(),
        ]);
    }
    csv_file("releases.csv", file)
}

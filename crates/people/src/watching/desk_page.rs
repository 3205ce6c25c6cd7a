//! The officer's desk: what is to be looked at, the newest first.

use super::pages::permit;
use super::store;
use crate::{breaches, relations, requests};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use history::flags::{self, Flag, Rule, State as FlagState};
use office::organisations::Titles;
use office::{App, Problem, Visitor, arrangements, policies};
use rights::Act;
use serde::Deserialize;
use web::{Page, Shell, csv_file, csv_line};
use words::{Date, Id, Time};

/// So many flags stand on a page.
const PAGE: i64 = 50;
/// So many stand in a file.
const IN_FILE: i64 = 100_000;
/// The choices of the first filter, as addresses have them.
const STATES: [&str; 6] = ["waiting", "open", "asked", "answered", "closed", "all"];

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    rule: String,
    before: Option<String>,
    #[serde(default)]
    format: String,
}

/// A flag as the list shows it.
struct Row {
    id: Id,
    rule: Rule,
    what: String,
    who: String,
    organisation: String,
    hue: usize,
    at: Time,
    lines: i64,
    state: FlagState,
    outcome: Option<&'static str>,
}

/// A choice of a filter.
struct Choice {
    word: &'static str,
    label: String,
    count: Option<i64>,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "watching/desk.html")]
struct DeskPage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
    waiting: i64,
    states: Vec<Choice>,
    rules: Vec<Choice>,
    state: &'static str,
    rule: &'static str,
    /// Emergencies nobody has reviewed.
    emergencies: usize,
    /// Requests of people about their data that wait for an answer.
    requests: i64,
    /// When the authority is to know of a breach, and whether that is over.
    breach: Option<(Time, bool)>,
    /// By when the policy was to be reviewed, once that day has passed.
    review: Option<Date>,
    /// Arrangements that end or have run out, and organisations without one.
    arrangements: usize,
    /// The last line of the log that was held against the rules.
    reached: i64,
    next: Option<Id>,
}

/// What a flag is about, in words.
pub(super) fn what(shell: &Shell, rule: Rule, figure: i64) -> String {
    match rule {
        Rule::Budget | Rule::Burst | Rule::WithoutRelation => {
            format!("{} ({})", shell.word("flag-rule", rule.word()), shell.count("flag-people", figure))
        }
        _ => shell.word("flag-rule", rule.word()),
    }
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let shell = &visitor.shell;
    let state = STATES.into_iter().find(|state| *state == asked.state).unwrap_or(STATES[0]);
    let rule = asked.rule.parse::<Rule>().map_or("", Rule::word);
    let parts = format!("{state} {rule}");
    let permit = permit(&app, &visitor, Act::WatchAccess, None, parts.trim()).await?;
    let file = asked.format == "csv";
    let before = asked.before.and_then(|id| id.parse().ok());
    let mut tx = app.db.read().await?;
    let found = flags::list(&mut tx, &permit, (rule, state), before, if file { IN_FILE } else { PAGE }).await?;
    let titles = Titles::load(&mut tx).await?;
    if file {
        return Ok(as_file(&titles, &found));
    }
    let counts = flags::counts(&mut tx, &permit).await?;
    let emergencies = relations::emergencies_to_review(&mut tx, &permit, "").await?.len();
    let reached = store::reached(&mut tx).await?;
    let waiting = counts.iter().map(|(_, count)| count).sum();
    let count = |word: &str| match word {
        "waiting" => Some(waiting),
        "closed" | "all" => None,
        word => Some(counts.iter().find(|(state, _)| state.word() == word).map_or(0, |(_, count)| *count)),
    };
    let states = STATES.into_iter().map(|word| Choice { word, label: shell.word("flag-filter", word), count: count(word), chosen: word == state });
    let rules = Rule::ALL.iter().map(|one| Choice { word: one.word(), label: shell.word("flag-rule", one.word()), count: None, chosen: one.word() == rule });
    let full = i64::try_from(found.len()).is_ok_and(|length| length == PAGE);
    Ok(Page::of(&DeskPage {
        shell,
        next: found.last().filter(|_| full).map(|flag| flag.id),
        rows: found.into_iter().map(|flag| row(shell, &titles, flag)).collect(),
        waiting,
        states: states.collect(),
        rules: rules.collect(),
        state,
        rule,
        emergencies,
        requests: requests::waiting(&mut tx).await?,
        breach: breaches::urgent(&mut tx).await?.map(|due| (due, due < app.clock.now())),
        review: policies::review_was_due(&app),
        arrangements: arrangements::to_do(&mut tx, &app, &visitor.who).await?,
        reached,
    })
    .into_response())
}

fn row(shell: &Shell, titles: &Titles, flag: Flag) -> Row {
    Row {
        id: flag.id,
        rule: flag.rule,
        what: what(shell, flag.rule, flag.figure),
        state: flag.state(),
        outcome: flag.closed.as_ref().map(|(outcome, _)| outcome.word()),
        organisation: titles.title(&flag.organisation).to_owned(),
        hue: titles.hue(&flag.organisation),
        at: flag.raised_at,
        lines: flag.lines,
        who: flag.user_name,
    }
}

fn as_file(titles: &Titles, flags: &[Flag]) -> Response {
    // Of people nothing: whoever needs to know whose file it was opens the flag, and that is one line in their log.
    let columns = ["flag", "raised_at", "rule", "counted", "who", "organisation", "lines", "state"];
    let steps = ["asked_at", "answered_at", "closed_at", "outcome"];
    let mut file = csv_line(&[&columns[..], &steps].concat());
    for flag in flags {
        let at = |time: Option<Time>| time.map(|time| time.to_string()).unwrap_or_default();
        let step = |step: &Option<flags::Step>| at(step.as_ref().map(|step| step.at));
        let closed = flag.closed.as_ref().map(|(outcome, step)| (at(Some(step.at)), outcome.word())).unwrap_or_default();
        file += &csv_line(&[
            &flag.id.to_string(), &flag.raised_at.to_string(), flag.rule.word(), &flag.figure.to_string(), &flag.user_name,
            titles.title(&flag.organisation), &flag.lines.to_string(), flag.state().word(), &step(&flag.asked), &step(&flag.answered),
            &closed.0, closed.1,
        ]);
    }
    csv_file("look-ups.csv", file)
}

//! The queue: every open pair, the most harmful first, with filters, as pages and as a file.

use super::grading::{AT_ONCE, grade, keep, word};
use super::harm::{Grade, Harm, reason};
use super::pages::log_each;
use super::sides::harms;
use super::views::{bits_shown, verdict};
use crate::decisions::{self, Decision, Kind};
use crate::links::{self, Outline, Possible};
use crate::questions::{self, Asking};
use crate::records::{self, Version};
use askama::Template;
use axum::extract::{Query as UrlQuery, State};
use axum::response::Response;
use db::{DbError, Tx};
use office::organisations::Titles;
use office::users;
use office::{App, Pack, Problem, Visitor};
use rights::{Act, Permit};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use web::{Page, Shell, csv_file, csv_line};
use words::{Date, Id, Time};

/// So many pairs stand on a page of the queue.
const PAGE: usize = 50;
/// So long the queue itself offers to take a decision back; the client's page does for ever.
const UNDO_DAYS: i64 = 30;
/// So many of the decisions of that time are listed.
const LISTED: i64 = 20;

/// One row of the queue.
struct Row {
    id: Id,
    records: [Id; 2],
    names: (String, String),
    chips: Vec<(String, usize)>,
    /// Their titles, for the file.
    organisations: [String; 2],
    verdict: &'static str,
    bits: String,
    grade: Grade,
    /// The word of it that is kept with the pair.
    kept: &'static str,
    reason: String,
    /// Whether a decision about it waits for a second person.
    waits: bool,
    since: Date,
}

/// A choice of the filter.
struct Choice {
    value: String,
    label: String,
    count: usize,
    chosen: bool,
}

/// A decision of the last days that can be taken back.
struct Lately {
    id: Id,
    what: &'static str,
    names: String,
    who: String,
    on: Date,
}

#[derive(Template)]
#[template(path = "matches/queue.html")]
struct QueuePage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
    open: usize,
    /// How many the filter leaves.
    left: usize,
    grades: Vec<Choice>,
    organisations: Vec<Choice>,
    asked: Asked,
    previous: Option<String>,
    next: Option<String>,
    decided: Option<String>,
    waiting: usize,
    joined: i64,
    undone: i64,
    lately: Vec<Lately>,
}

/// What the address asks for.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    org: String,
    #[serde(default)]
    harm: String,
    #[serde(default)]
    skip: usize,
    decided: Option<String>,
}

impl Asked {
    fn keeps(&self, pair: &Outline) -> bool {
        (self.org.is_empty() || pair.organisations.contains(&self.org))
            && (self.harm.is_empty() || grade(pair.grade.as_deref()).0.is_some_and(|grade| grade.word() == self.harm))
    }

    /// The address of the same filter on another page.
    fn address(&self, skip: usize) -> String {
        format!("/matches?org={}&harm={}&skip={skip}", self.org, self.harm)
    }

    /// Values that are none of ours are no filter, and never go into an address.
    fn checked(mut self, titles: &Titles) -> Asked {
        self.org = titles.get(&self.org).map_or(String::new(), |o| o.id.clone());
        self.harm = self.harm.parse().map_or(String::new(), |grade: Grade| grade.word().to_owned());
        self.decided = self.decided.filter(|id| id.parse::<Id>().is_ok());
        self
    }
}

/// The queue as a page.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, UrlQuery(asked): UrlQuery<Asked>) -> Result<Page, Problem> {
    let shell = &visitor.shell;
    let now = app.clock.now();
    let grant = app.decide(&visitor.who, Act::SeeMatches, None)?;
    let permit = app.log.permit_to_read(&app.db, now, grant, "names of the open pairs").await?;
    let ranked = ranked(&app, &permit).await?;
    let mut tx = app.db.read().await?;
    let titles = Titles::load(&mut tx).await?;
    let mut asked = asked.checked(&titles);
    let since = now.plus_seconds(-UNDO_DAYS * 24 * 3600);
    let counts: HashMap<Kind, i64> = decisions::count_since(&mut tx, &permit, since).await?.into_iter().collect();
    let (lately, told) = lately(&mut tx, &permit, since, now).await?;
    let waiting = questions::open(&mut tx, &permit, Asking::Second).await?.len();
    let open = ranked.len();
    let (grades, organisations) = choices(shell, &titles, &ranked, &asked);
    let kept: Vec<Id> = ranked.iter().filter(|pair| asked.keeps(pair)).map(|pair| pair.id).collect();
    let left = kept.len();
    // Whoever asks for a page after the last gets the last.
    asked.skip = asked.skip.min(left.saturating_sub(1) / PAGE * PAGE);
    let part: Vec<Id> = kept.into_iter().skip(asked.skip).take(PAGE).collect();
    let rows = rows(&mut tx, &permit, shell, (&app.pack, &titles), &part, now).await?;
    drop(tx);
    mend(&app, &permit, &ranked, &rows).await?;
    let shown: Vec<Id> = rows.iter().flat_map(|row| row.records).chain(told).collect();
    log_each(&app, &visitor, Act::SeeMatches, &shown, "name, in the queue of possible matches").await?;
    let count = |kind: Kind| counts.get(&kind).copied().unwrap_or(0);
    Ok(Page::of(&QueuePage {
        shell,
        open,
        left,
        grades,
        organisations,
        previous: (asked.skip > 0).then(|| asked.address(asked.skip.saturating_sub(PAGE))),
        next: (left > asked.skip.saturating_add(PAGE)).then(|| asked.address(asked.skip + PAGE)),
        decided: asked.decided.clone(),
        asked,
        rows,
        waiting,
        joined: count(Kind::Same),
        undone: count(Kind::TakenBack),
        lately,
    }))
}

/// The queue as a file, as the filter leaves it.
pub(super) async fn save(State(app): State<App>, visitor: Visitor, UrlQuery(asked): UrlQuery<Asked>) -> Result<Response, Problem> {
    let shell = &visitor.shell;
    let now = app.clock.now();
    let grant = app.decide(&visitor.who, Act::SeeMatches, None)?;
    let permit = app.log.permit_to_read(&app.db, now, grant, "the open pairs as a file").await?;
    let ranked = ranked(&app, &permit).await?;
    let mut tx = app.db.read().await?;
    let titles = Titles::load(&mut tx).await?;
    let asked = asked.checked(&titles);
    let kept: Vec<Id> = ranked.iter().filter(|pair| asked.keeps(pair)).map(|pair| pair.id).collect();
    let mut all = Vec::with_capacity(kept.len());
    for some in kept.chunks(AT_ONCE) {
        all.extend(rows(&mut tx, &permit, shell, (&app.pack, &titles), some, now).await?);
    }
    drop(tx);
    let rows = all;
    let shown: Vec<Id> = rows.iter().flat_map(|row| row.records).collect();
    log_each(&app, &visitor, Act::SeeMatches, &shown, "name, in a file of the possible matches").await?;
    let columns = ["one", "organisation", "other", "organisation", "harm", "why", "says", "bits", "since"];
    let columns = columns.map(|column| shell.word("matches-column", column));
    let mut file = csv_line(&columns.each_ref().map(String::as_str));
    for row in &rows {
        let [one, other] = &row.organisations;
        let (harm, says) = (shell.word("matches-harm", row.grade.word()), shell.word("matches-verdict", row.verdict));
        file += &csv_line(&[&row.names.0, one, &row.names.1, other, &harm, &row.reason, &says, &row.bits, &row.since.to_string()]);
    }
    Ok(csv_file("matches.csv", file))
}

/// Every open pair in outline: the most harmful first, of those the protected, then the nearest to the cut. Pairs that nobody has
/// weighed are weighed now, so many as a reader can wait for; further ones come last and are weighed with the next look.
async fn ranked(app: &App, permit: &Permit) -> Result<Vec<Outline>, DbError> {
    let mut pairs = links::outlines(&mut app.db.read().await?, permit).await?;
    let from_cut = |pair: &Outline| (pair.bits - linkage::DEFAULT_CUT).abs();
    let new: Vec<(Id, (Id, Id))> = pairs.iter().filter(|pair| pair.grade.is_none()).take(AT_ONCE).map(|pair| (pair.id, (pair.a, pair.b))).collect();
    let found: HashMap<Id, &str> = keep(app, permit, &new).await?.into_iter().collect();
    for pair in &mut pairs {
        if let Some(word) = found.get(&pair.id) {
            pair.grade = Some((*word).to_owned());
        }
    }
    let rank = |pair: &Outline| match grade(pair.grade.as_deref()) {
        (Some(grade), protected) => (false, Some(grade), !protected),
        (None, _) => (true, None, true),
    };
    pairs.sort_by(|a, b| rank(a).cmp(&rank(b)).then(from_cut(a).total_cmp(&from_cut(b))));
    Ok(pairs)
}

/// What a page has found to be otherwise than it is kept is kept as it was found.
async fn mend(app: &App, permit: &Permit, kept: &[Outline], rows: &[Row]) -> Result<(), DbError> {
    let known: HashMap<Id, Option<&str>> = kept.iter().map(|pair| (pair.id, pair.grade.as_deref())).collect();
    let changed: Vec<(Id, &'static str)> =
        rows.iter().filter(|row| known.get(&row.id).is_some_and(|word| *word != Some(row.kept))).map(|row| (row.id, row.kept)).collect();
    if changed.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    links::set_grades(&mut tx, permit, &changed).await?;
    tx.commit().await
}

/// These pairs as rows, in their order.
async fn rows(tx: &mut Tx, permit: &Permit, shell: &Shell, (pack, titles): (&Pack, &Titles), pairs: &[Id], now: Time) -> Result<Vec<Row>, DbError> {
    let pairs = links::possible_some(tx, permit, pairs).await?;
    let records: Vec<(Id, Id)> = pairs.iter().map(|pair| (pair.a, pair.b)).collect();
    let harms = harms(tx, permit, (pack, titles, now.date()), &records).await?;
    let ids: Vec<Id> = pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect();
    let versions = records::newest(records::of_records(tx, permit, &ids, now).await?);
    let waiting = questions::open(tx, permit, Asking::Second).await?;
    let waits: HashSet<(Id, Id)> = waiting.iter().filter_map(|q| Some(links::in_order(q.a, q.b?))).collect();
    let of: HashMap<Id, &Version> = versions.iter().map(|version| (version.record, version)).collect();
    let row = |(pair, harm): (&Possible, &Harm)| {
        let (a, b) = (of.get(&pair.a)?, of.get(&pair.b)?);
        let chip = |version: &Version| (titles.title(&version.organisation).to_owned(), titles.hue(&version.organisation));
        let mut chips = vec![chip(a), chip(b)];
        chips.dedup();
        Some(Row {
            id: pair.id,
            records: [pair.a, pair.b],
            names: (a.said.display_name().unwrap_or_default(), b.said.display_name().unwrap_or_default()),
            organisations: [a, b].map(|version| titles.title(&version.organisation).to_owned()),
            chips,
            verdict: verdict(pair.evidence.bits),
            bits: bits_shown(&pair.evidence),
            grade: harm.grade,
            kept: word(harm),
            reason: reason(shell, titles, harm),
            waits: waits.contains(&links::in_order(pair.a, pair.b)),
            since: pair.found_at.date(),
        })
    };
    Ok(pairs.iter().zip(&harms).filter_map(row).collect())
}

/// The filter: grades and organisations that occur, with how many pairs.
fn choices(shell: &Shell, titles: &Titles, pairs: &[Outline], asked: &Asked) -> (Vec<Choice>, Vec<Choice>) {
    let mut organisations: BTreeMap<&str, usize> = BTreeMap::new();
    for pair in pairs {
        let [one, other] = &pair.organisations;
        *organisations.entry(one).or_insert(0) += 1;
        if one != other {
            *organisations.entry(other).or_insert(0) += 1;
        }
    }
    let grades = Grade::ALL.iter().map(|grade| Choice {
        value: grade.word().to_owned(),
        label: shell.word("matches-harm", grade.word()),
        count: pairs.iter().filter(|pair| self::grade(pair.grade.as_deref()).0 == Some(*grade)).count(),
        chosen: asked.harm == grade.word(),
    });
    let organisations = organisations.into_iter().map(|(id, count)| Choice {
        value: id.to_owned(),
        label: titles.title(id).to_owned(),
        count,
        chosen: asked.org == id,
    });
    (grades.filter(|choice| choice.count > 0).collect(), organisations.collect())
}

/// What was decided lately, with the names of whom it concerned, and the records behind the names.
async fn lately(tx: &mut Tx, permit: &Permit, since: Time, now: Time) -> Result<(Vec<Lately>, Vec<Id>), DbError> {
    let names: HashMap<Id, String> = users::list(tx).await?.into_iter().map(|user| (user.who.user, user.who.name)).collect();
    let (mut listed, mut told) = (Vec::new(), Vec::new());
    for Decision { id, kind, author, decided_at, .. } in decisions::lately(tx, permit, since, LISTED).await? {
        let records: Vec<Id> = decisions::records_of(tx, permit, id).await?.into_iter().take(8).collect();
        let versions = records::newest(records::of_records(tx, permit, &records, now).await?);
        let mut called: Vec<String> = versions.iter().filter_map(|version| version.said.display_name()).collect();
        called.dedup();
        let who = names.get(&author).cloned().unwrap_or_default();
        listed.push(Lately { id, what: kind.word(), names: called.join(" · "), who, on: decided_at.date() });
        told.extend(records);
    }
    Ok((listed, told))
}

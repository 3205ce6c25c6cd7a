//! One client was two people: which records leave, and to whom each later entry belongs. First chosen, then seen, then done.

use super::pages::permit_for;
use super::proposals::{Sides, Why, side};
use super::actions;
use crate::decisions::Wish;
use crate::links::{self, Decided};
use crate::records::Version;
use crate::single_view::{self, SingleView};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query as UrlQuery, State};
use axum::response::Response;
use db::{DbError, Tx};
use history::entries::{self, Told, as_told};
use office::organisations::Titles;
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Permit};
use web::{Page, Shell};
use words::{Date, EntryKind, Id};

/// One `name=value` that was sent.
type Sent = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "matches/split.html")]
struct SplitPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    records: Vec<Row>,
    /// Whether some but not all records are chosen, so that there is something to see before it is done.
    chosen: bool,
    entries: Vec<Placed>,
}

/// A record to choose.
struct Row {
    record: Id,
    name: String,
    organisation: String,
    hue: usize,
    key: String,
    goes: bool,
}

/// An entry and the side it is proposed to.
struct Placed {
    id: Id,
    kind: &'static str,
    on: Date,
    organisation: String,
    goes: bool,
    why: Why,
    word: String,
}

/// The page: records to choose, and once some are chosen, what would happen.
pub(super) async fn show(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, UrlQuery(sent): UrlQuery<Sent>,
) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let permit = permit_for(&app, &visitor, client, Act::DecideMatch, "identity, and when what was written, for a split").await?;
    let mut tx = app.db.read().await?;
    let view = single_view::of_client(&mut tx, &permit, &app.pack, client, app.clock.now()).await?;
    let titles = Titles::load(&mut tx).await?;
    let records = named(&sent, "record");
    let row = |version: &Version| Row {
        record: version.record,
        name: version.said.display_name().unwrap_or_default(),
        organisation: titles.title(&version.organisation).to_owned(),
        hue: titles.hue(&version.organisation),
        key: version.source_key.clone(),
        goes: records.contains(&version.record),
    };
    let rows: Vec<Row> = view.records.iter().map(row).collect();
    let chosen = rows.iter().any(|row| row.goes) && rows.iter().any(|row| !row.goes);
    let entries = if chosen { placed(&mut tx, &app, &permit, &titles, &view, &records).await? } else { Vec::new() };
    drop(tx);
    Ok(Page::of(&SplitPage { shell: &visitor.shell, client: view.client, name: view.name(), records: rows, chosen, entries }))
}

/// What was written about the client, each with the side it probably belongs to.
async fn placed(
    tx: &mut Tx, app: &App, permit: &Permit, titles: &Titles, view: &SingleView, records: &[Id],
) -> Result<Vec<Placed>, DbError> {
    let all: Vec<Id> = view.records.iter().map(|version| version.record).collect();
    let links = links::history_of(tx, permit, &all, app.clock.now()).await?;
    let sides = Sides { goes: side(&view.records, records, true), stays: side(&view.records, records, false), links: &links };
    let told = written(tx, app, permit, &view.clients).await?;
    let place = |told: &Told| {
        let (goes, why) = sides.propose(&told.entry);
        let word = if let Why::Mentions(word) = &why { word.clone() } else { String::new() };
        let entry = &told.entry;
        Placed { id: entry.id, kind: entry.kind.word(), on: entry.from, organisation: titles.title(&entry.organisation).to_owned(), goes, why, word }
    };
    Ok(told.iter().map(place).collect())
}

/// What people and systems wrote about these clients, not what the system says of links.
pub(super) async fn written(tx: &mut Tx, app: &App, permit: &Permit, clients: &[Id]) -> Result<Vec<Told>, DbError> {
    let about = entries::of_subjects(tx, permit, clients, app.clock.now()).await?;
    Ok(as_told(about.into_iter().filter(|entry| entry.kind != EntryKind::Link).collect()))
}

/// Does it.
pub(super) async fn split(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let permit = permit_for(&app, &visitor, client, Act::DecideMatch, "a split").await?;
    let mut tx = app.db.read().await?;
    let (standing, clients) = links::clients_of(&mut tx, client).await?;
    let told = written(&mut tx, &app, &permit, &clients).await?;
    drop(tx);
    let goes = |told: &&Told| sent.iter().any(|(name, value)| value == "goes" && *name == format!("entry-{}", told.entry.id));
    // What was said before a correction goes where the correction goes.
    let entries = told.iter().filter(goes).flat_map(|told| std::iter::once(&told.entry).chain(&told.earlier)).map(|entry| entry.id).collect();
    let records = named(&sent, "record");
    let reason = sent.iter().find(|(name, _)| name == "reason").map_or("", |(_, value)| value.as_str());
    let wish = Wish::Split { client: standing, records: records.clone(), entries };
    let said = match actions::carry_out(&app, &visitor, &wish, &records, reason).await? {
        Decided::Done(_) => "split",
        Decided::Waits(_) => "match-waits",
    };
    Ok(see_other(&format!("/clients/{standing}/links"), said))
}

fn named(sent: &[(String, String)], name: &str) -> Vec<Id> {
    sent.iter().filter(|(known, _)| known == name).filter_map(|(_, value)| value.parse().ok()).collect()
}

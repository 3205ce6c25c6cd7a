//! Personal numbers that stand at two people: one of them is probably wrong, and keeps a record from its own client.

use super::pages::log_each;
use crate::decisions;
use crate::records::{self, Version};
use crate::search;
use askama::Template;
use axum::extract::State;
use office::organisations::Titles;
use office::{App, Problem, Visitor};
use rights::Act;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use web::{Page, Shell};
use words::Id;

/// So many records that share some number are looked through.
const LOOKED_THROUGH: i64 = 5_000;
/// So many numbers stand on the page.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "matches/numbers.html")]
struct NumbersPage<'a> {
    shell: &'a Shell,
    numbers: Vec<Number>,
}

/// A number and everybody who has it.
struct Number {
    number: String,
    holders: Vec<Holder>,
}

/// A record that has the number.
struct Holder {
    record: Id,
    client: Id,
    name: String,
    born: String,
    organisation: String,
    hue: usize,
    key: String,
    disputed: bool,
}

/// The page.
pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let now = app.clock.now();
    let grant = app.decide(&visitor.who, Act::SeeMatches, None)?;
    let permit = app.log.permit_to_read(&app.db, now, grant, "personal numbers that stand at two people").await?;
    let mut tx = app.db.read().await?;
    let client_of: HashMap<Id, Id> = search::with_shared_numbers(&mut tx, &permit, LOOKED_THROUGH).await?.into_iter().collect();
    let ids: Vec<Id> = client_of.keys().copied().collect();
    let versions = records::newest(records::of_records(&mut tx, &permit, &ids, now).await?);
    let disputed: BTreeSet<Id> = decisions::disputes(&mut tx, &permit).await?.into_iter().filter(|d| d.field == "national_id").map(|d| d.record).collect();
    let titles = Titles::load(&mut tx).await?;
    drop(tx);
    let mut by_number: BTreeMap<String, Vec<&Version>> = BTreeMap::new();
    for version in &versions {
        let number: String = version.said.get("national_id").unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
        if !number.is_empty() {
            by_number.entry(number).or_default().push(version);
        }
    }
    let in_doubt = |versions: &Vec<&Version>| {
        let clients: BTreeSet<Option<&Id>> = versions.iter().filter(|v| !disputed.contains(&v.record)).map(|v| client_of.get(&v.record)).collect();
        clients.len() > 1
    };
    let holder = |version: &&Version| {
        Some(Holder {
            record: version.record,
            client: *client_of.get(&version.record)?,
            name: version.said.display_name().unwrap_or_default(),
            born: version.said.birth_date().map(|born| visitor.shell.day(&born)).unwrap_or_default(),
            organisation: titles.title(&version.organisation).to_owned(),
            hue: titles.hue(&version.organisation),
            key: version.source_key.clone(),
            disputed: disputed.contains(&version.record),
        })
    };
    let numbers = by_number.into_values().filter(in_doubt).take(SHOWN).map(|versions| Number {
        number: versions.first().and_then(|v| v.said.get("national_id")).unwrap_or_default().to_owned(),
        holders: versions.iter().filter_map(holder).collect(),
    });
    let numbers: Vec<Number> = numbers.collect();
    let shown: Vec<Id> = numbers.iter().flat_map(|number| number.holders.iter().map(|holder| holder.record)).collect();
    log_each(&app, &visitor, Act::SeeMatches, &shown, "name and personal number, one number at two people").await?;
    Ok(Page::of(&NumbersPage { shell: &visitor.shell, numbers }))
}

//! Personal numbers that stand at two people: one of them is probably wrong, and keeps a record from its own client.

use super::pages::log_each;
use crate::decisions;
use crate::records::{self, Version};
use crate::search;
use askama::Template;
use axum::extract::{Query as UrlQuery, State};
use db::{DbError, Tx};
use office::organisations::Titles;
use office::{App, Problem, Visitor};
use rights::{Act, Permit};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use web::{Page, Shell};
use words::Id;

/// So many shared numbers, phones among them, are looked through at a time.
const AT_ONCE: i64 = 500;
/// So many personal numbers stand on a page.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "matches/numbers.html")]
struct NumbersPage<'a> {
    shell: &'a Shell,
    numbers: Vec<Number>,
    /// Whether the page begins with the first number.
    first: bool,
    /// A record that has the last number of this page, when there are more.
    next: Option<Id>,
}

/// Where the page begins: after the personal number of this record. The number itself stands in no address.
#[derive(Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    after: String,
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
pub(super) async fn show(State(app): State<App>, visitor: Visitor, UrlQuery(asked): UrlQuery<Asked>) -> Result<Page, Problem> {
    let grant = app.decide(&visitor.who, Act::SeeMatches, None)?;
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "personal numbers that stand at two people").await?;
    let mut tx = app.db.read().await?;
    let after: Option<Id> = asked.after.parse().ok();
    let mut token = match after {
        Some(record) => token_of(&mut tx, &app, &permit, record).await?,
        None => String::new(),
    };
    let first = token.is_empty();
    let titles = Titles::load(&mut tx).await?;
    let mut numbers: Vec<Number> = Vec::new();
    while numbers.len() <= SHOWN {
        let shared = search::with_shared_numbers(&mut tx, &permit, &token, AT_ONCE).await?;
        let Some(last) = shared.last() else { break };
        token.clone_from(&last.token);
        numbers.extend(in_doubt(&mut tx, &app, &permit, &visitor.shell, &titles, &shared).await?);
    }
    drop(tx);
    let more = numbers.len() > SHOWN;
    numbers.truncate(SHOWN);
    let next = numbers.last().filter(|_| more).and_then(|number| Some(number.holders.first()?.record));
    let shown: Vec<Id> = numbers.iter().flat_map(|number| number.holders.iter().map(|holder| holder.record)).collect();
    log_each(&app, &visitor, Act::SeeMatches, &shown, "name and personal number, one number at two people").await?;
    Ok(Page::of(&NumbersPage { shell: &visitor.shell, numbers, first, next }))
}

/// The number by which the page is ordered, of a record; empty when it has none now.
async fn token_of(tx: &mut Tx, app: &App, permit: &Permit, record: Id) -> Result<String, DbError> {
    let versions = records::newest(records::of_records(tx, permit, &[record], app.clock.now()).await?);
    Ok(versions.first().and_then(|version| search::number_token(version.said.get("national_id")?)).unwrap_or_default())
}

/// Of these shared numbers those that are personal numbers of two clients now, without those in dispute.
async fn in_doubt(
    tx: &mut Tx, app: &App, permit: &Permit, shell: &Shell, titles: &Titles, shared: &[search::Holder],
) -> Result<Vec<Number>, DbError> {
    let ids: BTreeSet<Id> = shared.iter().map(|holder| holder.record).collect();
    let ids: Vec<Id> = ids.into_iter().collect();
    let versions = records::newest(records::of_records(tx, permit, &ids, app.clock.now()).await?);
    let versions: HashMap<Id, Version> = versions.into_iter().map(|version| (version.record, version)).collect();
    let disputes = decisions::disputes(tx, permit).await?;
    // Only the value that was doubted is in dispute: a record that says another number since is asked about anew.
    let disputed: BTreeSet<(Id, &str)> = disputes.iter().filter(|d| d.field == "national_id").map(|d| (d.record, d.value.as_str())).collect();
    let mut numbers = Vec::new();
    for same in shared.chunk_by(|a, b| a.token == b.token) {
        let mut by_number: BTreeMap<String, Vec<(Holder, bool)>> = BTreeMap::new();
        for one in same {
            let Some(version) = versions.get(&one.record) else { continue };
            let Some(said) = version.said.get("national_id").filter(|said| search::number_token(said).as_ref() == Some(&one.token)) else { continue };
            let plain: String = said.chars().filter(char::is_ascii_alphanumeric).collect();
            let disputed = disputed.contains(&(one.record, said));
            by_number.entry(plain).or_default().push((holder(shell, titles, version, one.client, disputed), disputed));
        }
        for (number, holders) in by_number {
            let clients: BTreeSet<Id> = holders.iter().filter(|(_, disputed)| !disputed).map(|(holder, _)| holder.client).collect();
            if clients.len() > 1 {
                numbers.push(Number { number, holders: holders.into_iter().map(|(holder, _)| holder).collect() });
            }
        }
    }
    Ok(numbers)
}

fn holder(shell: &Shell, titles: &Titles, version: &Version, client: Id, disputed: bool) -> Holder {
    Holder {
        record: version.record,
        client,
        name: version.said.display_name().unwrap_or_default(),
        born: version.said.birth_date().map(|born| shell.day(&born)).unwrap_or_default(),
        organisation: titles.title(&version.organisation).to_owned(),
        hue: titles.hue(&version.organisation),
        key: version.source_key.clone(),
        disputed,
    }
}

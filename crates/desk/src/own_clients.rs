//! The clients of a counsellor and of those they cover for, and what their histories tell: for the pages that say what is due.

use db::{DbError, Tx};
use history::entries::{self, Entry, Told, as_told};
use office::{App, Visitor};
use people::{links, relations};
use rights::{Act, Case, Permit};
use std::collections::{BTreeMap, HashMap};
use words::Id;

/// A client of the reader, or of somebody they cover for.
#[derive(Clone, Default)]
pub(crate) struct Own {
    /// For whom the reader covers; none for their own.
    pub covering: Option<String>,
    /// Whether the use of the file is restricted: then nothing is reckoned from it.
    pub restricted: bool,
}

/// The clients of the reader, and of those they cover for today. Who was protected meanwhile, and for others than the reader, is not among
/// them, so that nobody counts them either.
pub(crate) async fn own_clients(tx: &mut Tx, app: &App, visitor: &Visitor, permit: &Permit) -> Result<BTreeMap<Id, Own>, DbError> {
    let who = permit.who();
    let mut own: BTreeMap<Id, Own> = relations::assigned_to(tx, permit, who.user).await?.into_iter().map(|client| (client, Own::default())).collect();
    let today = app.clock.now().date();
    let covers = relations::covers(tx, permit, &who.organisation, today).await?.into_iter();
    let covers = covers.filter(|cover| cover.colleague == who.user && (cover.from..=cover.to).contains(&today));
    let users: HashMap<Id, String> = office::users::list(tx).await?.into_iter().map(|user| (user.who.user, user.who.name)).collect();
    for cover in covers {
        let name = users.get(&cover.absent).cloned().unwrap_or_default();
        for client in relations::assigned_to(tx, permit, cover.absent).await? {
            own.entry(client).or_insert_with(|| Own { covering: Some(name.clone()), restricted: false });
        }
    }
    let there = there(tx, app, visitor, own.keys().copied().collect()).await?;
    own.retain(|client, _| there.contains_key(client));
    own.iter_mut().for_each(|(client, one)| one.restricted = there.get(client).copied().unwrap_or(true));
    Ok(own)
}

/// Those of these clients who may stand on the reader's day, each with whether the use of the file is restricted.
pub(crate) async fn there(tx: &mut Tx, app: &App, visitor: &Visitor, clients: Vec<Id>) -> Result<HashMap<Id, bool>, DbError> {
    let cases = relations::cases(tx, visitor, &clients, app.clock.now()).await?;
    let may = |case: &&Case| app.decide_case(&visitor.who, Act::OwnDay, case).is_ok();
    Ok(cases.iter().filter(may).map(|case| (case.client, case.restricted)).collect())
}

/// The history of each of these clients, for reckoning; of whoever's use is restricted there is none. What is read is shown of nobody without a
/// permit of their own.
pub(crate) async fn histories(tx: &mut Tx, app: &App, permit: &Permit, own: &BTreeMap<Id, Own>) -> Result<HashMap<Id, Vec<Told>>, DbError> {
    let clients: Vec<Id> = own.iter().filter(|(_, one)| !one.restricted).map(|(client, _)| *client).collect();
    let mut whose: HashMap<Id, Id> = links::members(tx, permit, &clients).await?.into_iter().map(|member| (member.record, member.client)).collect();
    whose.extend(clients.iter().map(|client| (*client, *client)).chain(links::became(tx, &clients).await?));
    let mut subjects: Vec<Id> = whose.keys().copied().collect();
    subjects.sort_unstable();
    let mut by_client: HashMap<Id, Vec<Entry>> = HashMap::new();
    for entry in entries::of_subjects(tx, permit, &subjects, app.clock.now()).await? {
        if let Some(client) = whose.get(&entry.subject) {
            by_client.entry(*client).or_default().push(entry);
        }
    }
    Ok(by_client.into_iter().map(|(client, entries)| (client, as_told(entries))).collect())
}

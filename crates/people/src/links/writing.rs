//! What linkage has to say about some records or all, and writing down what follows: links, clients that take another's place,
//! entries that tell of it, and the pairs that stay doubtful.

use super::identity::{evidence, rounded};
use super::reconcile::{Changes, Target, reconcile};
use super::doubts::{self, Possible};
use super::store::{self, Link};
use super::{Evidence, PairDecision};
use crate::decisions;
use crate::records::Everyone;
use db::{DbError, Tx};
use history::entries::{self, Entry};
use linkage::{Constraints, Explainer, Linked, Model, Stage, Table};
use office::App;
use rights::Permit;
use std::collections::{BTreeSet, HashMap, HashSet};
use words::{Band, EntryKind, Id, Time};

/// Everything linkage has to say about some records.
pub(super) struct Weighing {
    pub everyone: Vec<Everyone>,
    pub linked: Linked,
    /// The strongest evidence for each record that joined others, by its row.
    evidence: HashMap<usize, (f64, Evidence)>,
    /// What speaks for and against each possible pair, in linkage's order.
    doubts: Vec<Evidence>,
    /// Clients that people alone add to and take from.
    protected: HashSet<Id>,
    /// Joins with somebody protected, by rows: they are left to people.
    crossing: Vec<(usize, usize, Evidence)>,
}

/// What people have said that linkage has to keep to.
pub(super) struct Said {
    pub decided: Vec<PairDecision>,
    pub protected: HashSet<Id>,
}

impl Said {
    /// What is said of these records and their clients; `decided` is what is said of their pairs.
    pub(super) async fn of(tx: &mut Tx, everyone: &[Everyone], decided: Vec<PairDecision>) -> Result<Said, DbError> {
        let clients: BTreeSet<Id> = everyone.iter().filter_map(|one| one.client).collect();
        let clients: Vec<Id> = clients.into_iter().collect();
        Ok(Said { decided, protected: decisions::protected(tx, &clients).await?.into_keys().collect() })
    }
}

/// Links these records among themselves under what people have decided. Row `n` of the table is the `n`th of them.
pub(super) fn weigh(
    everyone: Vec<Everyone>, table: &Table, model: &Model, said: Said, progress: &mut dyn FnMut(Stage, f32),
) -> Weighing {
    let Said { decided, protected } = said;
    let linked = linkage::link(table, model, &constraints(&everyone, &decided), progress);
    let own = |row: u32| everyone.get(row as usize).and_then(|one| one.client).filter(|client| protected.contains(client));
    let mut crossing = Vec::new();
    let mut strongest: HashMap<usize, (f64, Evidence)> = HashMap::new();
    let explainer = Explainer::new(table, model);
    for join in &linked.joins {
        let explanation = explainer.explain(join.a, join.b);
        if own(join.a) != own(join.b)
            && let Some(with) = everyone.get(join.b as usize)
        {
            crossing.push((join.a as usize, join.b as usize, evidence(with.record, &explanation)));
        }
        for (record, with) in [(join.a, join.b), (join.b, join.a)] {
            let (record, with) = (record as usize, with as usize);
            let Some(with) = everyone.get(with) else { continue };
            let known = strongest.get(&record).is_some_and(|(height, _)| *height >= join.height);
            if !known {
                strongest.insert(record, (join.height, evidence(with.record, &explanation)));
            }
        }
    }
    let doubts = linked.possible.iter().map(|pair| {
        let with = everyone.get(pair.b as usize).map(|e| e.record);
        with.map_or_else(Evidence::default, |with| evidence(with, &explainer.explain(pair.a, pair.b)))
    });
    let doubts = doubts.collect();
    Weighing { everyone, linked, evidence: strongest, doubts, protected, crossing }
}

/// What people decided, by row numbers.
fn constraints(everyone: &[Everyone], decided: &[PairDecision]) -> Constraints {
    let rows: HashMap<Id, u32> =
        everyone.iter().enumerate().filter_map(|(n, e)| Some((e.record, u32::try_from(n).ok()?))).collect();
    let pairs = |verdict: &str| -> Vec<(u32, u32)> {
        let of_verdict = decided.iter().filter(|pair| pair.verdict == verdict);
        of_verdict.filter_map(|pair| Some((*rows.get(&pair.a)?, *rows.get(&pair.b)?))).collect()
    };
    Constraints { must: pairs("same"), must_not: pairs("different") }
}

impl Weighing {
    /// What has to change so that clients are the clusters; but nobody joins or leaves a protected client: about those people
    /// decide.
    pub(super) fn changes(&self) -> Changes {
        let clients: Vec<Option<Id>> = self.everyone.iter().map(|e| e.client).collect();
        let mut numbers: HashMap<(Option<Id>, u32), u32> = HashMap::new();
        let mut number = |(client, cluster): (&Option<Id>, &u32)| {
            let own = client.filter(|client| self.protected.contains(client));
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry((own, if own.is_some() { 0 } else { *cluster })).or_insert(next)
        };
        let clusters: Vec<u32> = clients.iter().zip(&self.linked.clusters).map(&mut number).collect();
        reconcile(&clients, &clusters)
    }

    /// The records of clients whose records belong together no longer.
    pub(super) fn parted(&self) -> Vec<Id> {
        let goes: HashMap<usize, Target> = self.changes().moves.into_iter().collect();
        let mut ways: HashMap<Id, (HashSet<Option<Target>>, Vec<Id>)> = HashMap::new();
        for (at, one) in self.everyone.iter().enumerate() {
            if let Some(client) = one.client {
                let (goes_to, records) = ways.entry(client).or_default();
                goes_to.insert(goes.get(&at).copied());
                records.push(one.record);
            }
        }
        let mut parted: Vec<Id> = ways.into_values().filter(|(goes_to, _)| goes_to.len() > 1).flat_map(|(_, records)| records).collect();
        parted.sort_unstable();
        parted
    }

    /// The pairs that linkage would have joined, had not one of them been protected.
    fn left_to_people(&self, app: &App) -> Vec<Possible> {
        let found_at = app.clock.now();
        let pairs = self.crossing.iter().filter_map(|(a, b, evidence)| {
            let (a, b) = (self.everyone.get(*a)?.record, self.everyone.get(*b)?.record);
            Some(Possible { id: app.clock.id(), a, b, bits: evidence.bits, evidence: evidence.clone(), found_at, sure: true })
        });
        pairs.collect()
    }

    /// The pairs that stay doubtful, as the steward is shown them.
    fn possible(&self, app: &App) -> Vec<Possible> {
        let found_at = app.clock.now();
        let open = self.linked.possible.iter().zip(&self.doubts).filter_map(|(pair, evidence)| {
            let (a, b) = (self.everyone.get(pair.a as usize)?.record, self.everyone.get(pair.b as usize)?.record);
            // What the page shows of the pair is what the queue is ordered by.
            Some(Possible { id: app.clock.id(), a, b, bits: evidence.bits, evidence: evidence.clone(), found_at, sure: false })
        });
        open.collect()
    }
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub moved: usize,
    pub possible: usize,
}

/// Writes what changes: the links, who takes whose place, and the doubtful pairs, in place of those there were between
/// these records before, or between one that arrived and anybody.
pub(super) async fn write(tx: &mut Tx, app: &App, permit: &Permit, weighing: &Weighing, arrived: &[Id]) -> Result<Written, DbError> {
    let now = app.clock.now();
    let changes = weighing.changes();
    let mut made: HashMap<u32, Id> = HashMap::new();
    let mut resolve = |target: &Target| match target {
        Target::Known(client) => *client,
        Target::New(cluster) => *made.entry(*cluster).or_insert_with(|| app.clock.id()),
    };
    let link_id = app.clock.id();
    let links: Vec<Link> = changes
        .moves
        .iter()
        .filter_map(|(record, target)| {
            let client = resolve(target);
            let found = weighing.evidence.get(record).cloned();
            Some(system_link(weighing.everyone.get(*record)?.record, link_id, client, found, now))
        })
        .collect();
    let became: Vec<(Id, Id)> = changes.became.iter().map(|(gone, target)| (*gone, resolve(target))).collect();
    store::add_clients(tx, permit, &made.into_values().collect::<Vec<_>>(), now).await?;
    store::add_links(tx, permit, &links).await?;
    for (gone, stays) in &became {
        store::set_became(tx, permit, *gone, Some(*stays)).await?;
    }
    tell(tx, app, permit, &links, &weighing.everyone).await?;
    // Of a pair that is named twice the first row is kept: that it would have been joined must not be lost.
    let mut possible = weighing.left_to_people(app);
    possible.extend(weighing.possible(app));
    let count = possible.len();
    let records: Vec<Id> = weighing.everyone.iter().map(|e| e.record).collect();
    doubts::set_possible(tx, permit, (&records, arrived), possible).await?;
    Ok(Written { moved: links.len(), possible: count })
}

fn system_link(record: Id, id: Id, client: Id, found: Option<(f64, Evidence)>, now: Time) -> Link {
    let (band, reason) = if found.is_some() { (Band::Same, "same") } else { (Band::New, "new") };
    let (bits, evidence) = found.map_or((None, Evidence::default()), |(height, evidence)| {
        (height.is_finite().then(|| rounded(height)), evidence)
    });
    Link { record, id, client, band, bits, evidence, author: None, reason: reason.to_owned(), decided_at: now }
}

/// A record that joins others is an entry of the case history; the first record of a client is its beginning, no news.
async fn tell(tx: &mut Tx, app: &App, permit: &Permit, links: &[Link], everyone: &[Everyone]) -> Result<(), DbError> {
    let organisations: HashMap<Id, &str> = everyone.iter().map(|e| (e.record, e.organisation.as_str())).collect();
    let news = links.iter().filter(|link| link.band != Band::New);
    let told = news.map(|link| entry(app, link, organisations.get(&link.record).copied().unwrap_or(""), "linked"));
    entries::tell(tx, permit, told.collect()).await
}

/// The entry that tells of a link.
pub(super) fn entry(app: &App, link: &Link, organisation: &str, what: &str) -> Entry {
    let details = [
        ("what", what.to_owned()),
        ("record", link.record.to_string()),
        ("organisation", organisation.to_owned()),
        ("decision", link.id.to_string()),
        ("reason", link.reason.clone()),
    ];
    Entry {
        subject: link.client,
        id: app.clock.id(),
        kind: EntryKind::Link,
        from: link.decided_at.date(),
        to: None,
        recorded_at: link.decided_at,
        organisation: organisation.to_owned(),
        author: link.author,
        worker: None,
        sensitivity: app.pack.sensitivity(EntryKind::Link),
        corrects: None,
        source: None,
        body: String::new(),
        details: details.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
    }
}

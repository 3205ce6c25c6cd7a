//! Linking everybody: learn, link, and write down what changed. Run after an import; running it again changes nothing.

use super::identity::{evidence, rounded, table_of_everyone};
use super::reconcile::{Target, reconcile};
use super::store::{self, Link, Possible};
use super::{Evidence, PairDecision};
use crate::decisions::{self, Dispute};
use crate::records::{self, Everyone};
use db::{DbError, Tx};
use history::entries::{self, Entry};
use linkage::{Constraints, Explainer, Linked, Stage};
use office::App;
use rights::Permit;
use std::collections::HashMap;
use words::{Band, EntryKind, Id, Time};

/// What a run of linking did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relinked {
    /// Records looked at.
    pub records: usize,
    /// Clients they form.
    pub clients: usize,
    /// Records that moved to another client or got their first.
    pub moved: usize,
    /// Pairs that wait for the data steward.
    pub possible: usize,
}

/// Everything linkage has to say about everybody.
struct Weighing {
    everyone: Vec<Everyone>,
    linked: Linked,
    model: String,
    evidence: HashMap<usize, (f64, Evidence)>,
    /// What speaks for and against each possible pair, in linkage's order.
    doubts: Vec<Evidence>,
}

/// How often linking begins again when something changed while it was thinking.
const ATTEMPTS: usize = 8;

/// Links all records anew under what people have decided, and writes what changes in one transaction. Linking takes
/// seconds, and people go on deciding meanwhile: when anything it rests on has changed by the time it writes, nothing is
/// written and it begins again, so that no decision is ever overturned.
///
/// # Errors
/// What the database says, or that others never stopped changing what it rests on; then nothing has changed.
pub async fn relink<F>(app: &App, permit: &Permit, mut progress: F) -> Result<Relinked, DbError>
where
    F: FnMut(Stage, f32) + Send + 'static,
{
    for _ in 0..ATTEMPTS {
        let mut tx = app.db.read().await?;
        // Asked first: whatever changes after this moment makes the stamp another one.
        let stamp = store::stamp(&mut tx).await?;
        let mut everyone = records::everyone(&mut tx, permit).await?;
        without_disputed(&mut everyone, &decisions::disputes(&mut tx, permit).await?);
        let decided = store::pair_decisions(&mut tx, permit).await?;
        drop(tx);
        let linking = tokio::task::spawn_blocking(move || {
            let weighing = link_everyone(everyone, &decided, &mut progress);
            (weighing, progress)
        });
        let (weighing, back) = linking.await.map_err(|e| DbError::Schema(format!("linking stopped: {e}")))?;
        progress = back;
        let mut tx = app.db.write().await?;
        app.log.take_turn(&mut tx).await?;
        if store::stamp(&mut tx).await? == stamp {
            let relinked = write(&mut tx, app, permit, weighing).await?;
            tx.commit().await?;
            return Ok(relinked);
        }
    }
    Err(DbError::Conflict("records and decisions kept changing while they were linked; try again later".to_owned()))
}

/// Leaves out what is in dispute: a number that is probably somebody else's neither joins nor parts.
fn without_disputed(everyone: &mut [Everyone], disputes: &[Dispute]) {
    let mut of: HashMap<Id, Vec<&Dispute>> = HashMap::new();
    for dispute in disputes {
        of.entry(dispute.record).or_default().push(dispute);
    }
    for one in everyone {
        for dispute in of.get(&one.record).into_iter().flatten() {
            if one.said.get(&dispute.field) == Some(dispute.value.as_str()) {
                one.said.clear(&dispute.field);
            }
        }
    }
}

fn link_everyone(everyone: Vec<Everyone>, decided: &[PairDecision], progress: &mut dyn FnMut(Stage, f32)) -> Weighing {
    let table = table_of_everyone(&everyone);
    let model = linkage::learn(&table, progress);
    let linked = linkage::link(&table, &model, &constraints(&everyone, decided), progress);
    let mut strongest: HashMap<usize, (f64, Evidence)> = HashMap::new();
    let explainer = Explainer::new(&table, &model);
    for join in &linked.joins {
        let explanation = explainer.explain(join.a, join.b);
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
    Weighing { everyone, linked, model: model.to_toml(), evidence: strongest, doubts }
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

async fn write(tx: &mut Tx, app: &App, permit: &Permit, result: Weighing) -> Result<Relinked, DbError> {
    let Weighing { everyone, linked, model, evidence, doubts } = result;
    let now = app.clock.now();
    let clients: Vec<Option<Id>> = everyone.iter().map(|e| e.client).collect();
    let changes = reconcile(&clients, &linked.clusters);
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
            let found = evidence.get(record).cloned();
            Some(system_link(everyone.get(*record)?.record, link_id, client, found, now))
        })
        .collect();
    let became: Vec<(Id, Id)> = changes.became.iter().map(|(gone, target)| (*gone, resolve(target))).collect();
    store::add_clients(tx, permit, &made.into_values().collect::<Vec<_>>(), now).await?;
    store::add_links(tx, permit, &links).await?;
    for (gone, stays) in &became {
        store::set_became(tx, permit, *gone, Some(*stays)).await?;
    }
    tell(tx, app, permit, &links, &everyone).await?;
    let possible = possible(app, &everyone, &linked, doubts);
    let count = possible.len();
    store::set_possible(tx, permit, possible).await?;
    if store::current_model(tx).await?.as_deref() != Some(model.as_str()) {
        store::add_model(tx, permit, app.clock.id(), now, i64::try_from(everyone.len()).unwrap_or(0), &model).await?;
    }
    let clusters = linked.clusters.iter().max().map_or(0, |last| *last as usize + 1);
    Ok(Relinked { records: everyone.len(), clients: clusters, moved: links.len(), possible: count })
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
    entries::add(tx, permit, told.collect()).await
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

fn possible(app: &App, everyone: &[Everyone], linked: &Linked, doubts: Vec<Evidence>) -> Vec<Possible> {
    let found_at = app.clock.now();
    let open = linked.possible.iter().zip(doubts).filter_map(|(pair, evidence)| {
        let (a, b) = (everyone.get(pair.a as usize)?.record, everyone.get(pair.b as usize)?.record);
        // What the page shows of the pair is what the queue is ordered by.
        Some(Possible { id: app.clock.id(), a, b, bits: evidence.bits, evidence, found_at })
    });
    open.collect()
}

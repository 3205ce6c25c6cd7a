//! Linking everybody: learn, link, and write down what changed. Run when there is nothing to go by yet, and when somebody
//! accepts a new model; running it again changes nothing.

use super::arriving::{self, begin};
use super::identity::{Common, sources_of, table_of};
use super::reconcile::Target;
use super::store;
use super::writing::{Said, Weighing, weigh, write};
use crate::records::{self, Everyone};
use db::{DbError, Tx};
use linkage::{Model, Stage, Table};
use office::App;
use rights::Permit;
use std::collections::{BTreeMap, HashSet};
use words::Id;

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

/// What linking rests on.
struct Basis {
    everyone: Vec<Everyone>,
    said: Said,
    /// Records that stand under their keys already.
    keyed: HashSet<Id>,
    /// The model to link by, where it is not to be learnt.
    model: Option<Model>,
}

/// Everybody weighed, and what was learnt for it.
struct Everything {
    weighing: Weighing,
    model: Model,
    keys: Vec<(Id, Vec<u64>)>,
    common: Vec<(u64, u32)>,
}

/// How often linking thinks while others go on working, before it makes them wait.
const ATTEMPTS: usize = 3;

/// Links all records anew under what people have decided, and writes what changes in one transaction. Linking takes
/// seconds, and people go on deciding meanwhile: when anything it rests on has changed by the time it writes, nothing is
/// written and it begins again, so that no decision is ever overturned. If others never stop, they have to wait at last.
/// Weights are learnt from the records, unless a model is given.
///
/// # Errors
/// What the database says; then nothing has changed.
pub async fn relink<F>(app: &App, permit: &Permit, model: Option<&Model>, mut progress: F) -> Result<Relinked, DbError>
where
    F: FnMut(Stage, f32) + Send + 'static,
{
    for _ in 0..ATTEMPTS {
        let mut tx = app.db.read().await?;
        // Asked first: whatever changes after this moment makes the stamp another one.
        let stamp = store::stamp(&mut tx).await?;
        let basis = basis(&mut tx, permit, model).await?;
        drop(tx);
        let (everything, back) = think(basis, progress).await?;
        progress = back;
        let mut tx = begin(app).await?;
        if store::stamp(&mut tx).await? == stamp {
            return write_everything(tx, app, permit, everything).await;
        }
    }
    let mut tx = begin(app).await?;
    let basis = basis(&mut tx, permit, model).await?;
    let (everything, _) = think(basis, progress).await?;
    write_everything(tx, app, permit, everything).await
}

/// Links everybody anew if that is due: when nobody was linked yet, when there are twice as many records as the newest model was
/// learnt from, or when the program has learnt to look for people in another way. Otherwise records are linked as they come, and
/// a better model waits to be accepted. Tells how things stand.
///
/// # Errors
/// What the database says.
pub async fn link_as_due<F>(app: &App, permit: &Permit, progress: F) -> Result<Relinked, DbError>
where
    F: FnMut(Stage, f32) + Send + 'static,
{
    let mut tx = app.db.read().await?;
    let size = store::size(&mut tx).await?;
    let due = size.unlinked > 0 || size.records > 2 * size.learnt_from || size.unkeyed > 0;
    drop(tx);
    if due {
        return relink(app, permit, None, progress).await;
    }
    let count = |number: i64| usize::try_from(number).unwrap_or(0);
    Ok(Relinked { records: count(size.records), clients: count(size.clients), moved: 0, possible: count(size.possible) })
}

/// Reads everything that linking rests on.
async fn basis(tx: &mut Tx, permit: &Permit, model: Option<&Model>) -> Result<Basis, DbError> {
    let everyone = records::everyone(tx, permit).await?;
    let decided = store::pair_decisions(tx, permit).await?;
    Ok(Basis {
        said: Said::of(tx, &everyone, decided).await?,
        everyone,
        keyed: arriving::keyed(tx, permit).await?,
        model: model.cloned(),
    })
}

/// Learns and links on a thread of its own; gives the progress back to be told again.
async fn think<F>(basis: Basis, mut progress: F) -> Result<(Everything, F), DbError>
where
    F: FnMut(Stage, f32) + Send + 'static,
{
    let thinking = tokio::task::spawn_blocking(move || (link_everyone(basis, &mut progress), progress));
    thinking.await.map_err(|e| DbError::Schema(format!("linking stopped: {e}")))
}

fn link_everyone(basis: Basis, progress: &mut dyn FnMut(Stage, f32)) -> Everything {
    let Basis { everyone, said, keyed, model } = basis;
    let sources = sources_of(&everyone);
    let words = Common::words_of(&everyone);
    let table = table_of(&everyone, &sources, &words);
    let model = match model {
        Some(model) => by_name(model, &sources),
        None => by_name(linkage::learn(&table, progress), &sources),
    };
    let keys = keys_of(&everyone, &table, &keyed);
    let mut common = table.shared_values();
    common.extend(words.0.into_iter().filter(|(_, count)| *count > 1));
    Everything { weighing: weigh(everyone, &table, &model, said, progress), model, keys, common }
}

/// A model in which every source has the name of its organisation, and the number it has among these.
fn by_name(mut model: Model, sources: &BTreeMap<String, u32>) -> Model {
    for habit in &mut model.sources {
        if habit.name.is_empty()
            && let Some((name, _)) = sources.iter().find(|(_, code)| **code == habit.code)
        {
            habit.name.clone_from(name);
        }
        habit.code = sources.get(&habit.name).copied().unwrap_or(u32::MAX);
    }
    model
}

/// The keys of the records that do not stand under theirs yet.
fn keys_of(everyone: &[Everyone], table: &Table, keyed: &HashSet<Id>) -> Vec<(Id, Vec<u64>)> {
    let rows = everyone.iter().zip(0..).filter(|(one, _)| !keyed.contains(&one.record));
    rows.map(|(one, row)| (one.record, table.keys(row))).collect()
}

async fn write_everything(mut tx: Tx, app: &App, permit: &Permit, everything: Everything) -> Result<Relinked, DbError> {
    let Everything { weighing, model, keys, common } = everything;
    let written = write(&mut tx, app, permit, &weighing, &[]).await?;
    arriving::add_keys(&mut tx, permit, keys).await?;
    let (records, text) = (weighing.everyone.len(), model.to_toml());
    if store::current_model(&mut tx).await?.as_deref() != Some(text.as_str()) {
        store::add_model(&mut tx, permit, app.clock.id(), app.clock.now(), i64::try_from(records).unwrap_or(0), &text).await?;
        arriving::set_common_values(&mut tx, permit, common).await?;
    }
    store::after_much(&mut tx).await?;
    tx.commit().await?;
    let clients = weighing.linked.clusters.iter().max().map_or(0, |last| *last as usize + 1);
    Ok(Relinked { records, clients, moved: written.moved, possible: written.possible })
}

/// What linking everybody anew would come to.
pub struct Foreseen {
    /// Records looked at.
    pub records: usize,
    /// Clients that would become part of another.
    pub joined: usize,
    /// Records that would move: from where, if they have a client; to where, if not to one of their own.
    pub moves: Vec<(Id, Option<Id>, Option<Id>)>,
    /// Pairs that would wait for the steward.
    pub possible: usize,
    /// The model, as text.
    pub model: String,
}

/// Learns and links as [`relink`] does, and writes nothing.
///
/// # Errors
/// What the database says.
pub async fn foresee(app: &App, permit: &Permit) -> Result<Foreseen, DbError> {
    let mut tx = app.db.read().await?;
    let basis = basis(&mut tx, permit, None).await?;
    drop(tx);
    let (Everything { weighing, model, .. }, _) = think(basis, |_, _| {}).await?;
    let changes = weighing.changes();
    let moves = changes.moves.iter().filter_map(|(row, target)| {
        let one = weighing.everyone.get(*row)?;
        let to = match target {
            Target::Known(client) => Some(*client),
            Target::New(_) => None,
        };
        Some((one.record, one.client, to))
    });
    Ok(Foreseen {
        records: weighing.everyone.len(),
        joined: changes.became.len(),
        moves: moves.collect(),
        possible: weighing.linked.possible.len(),
        model: model.to_toml(),
    })
}

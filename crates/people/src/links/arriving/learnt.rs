//! The newest model with all that goes with it, read once and kept in memory: models never change, a new one has a new id.

use super::store;
use crate::links::identity::{Common, table_of};
use crate::links::store as links;
use crate::records::Everyone;
use db::{DbError, Tx};
use linkage::{Model, ModelError, Table};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use words::Id;

/// What linking a few records rests on.
pub(super) struct Learnt {
    pub model: Model,
    sources: BTreeMap<String, u32>,
    common: Common,
}

impl Learnt {
    /// A few records as a table in which every value is as common as among all.
    pub(super) fn table(&self, rows: &[Everyone]) -> Table {
        let mut table = table_of(rows, &self.sources, &self.common);
        table.stand_among(&|key| self.common.count(key));
        table
    }
}

/// Models of the databases this process works with: one, except in tests.
static KNOWN: Mutex<Vec<(Id, Arc<Learnt>)>> = Mutex::new(Vec::new());
const MOST_KNOWN: usize = 4;

/// The newest model; none before anybody was linked.
pub(super) async fn newest(tx: &mut Tx) -> Result<Option<Arc<Learnt>>, DbError> {
    let Some(id) = links::newest_model(tx).await? else { return Ok(None) };
    let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, learnt)) = known().iter().find(|(known, _)| *known == id) {
        return Ok(Some(Arc::clone(learnt)));
    }
    let text = links::current_model(tx).await?.unwrap_or_default();
    let model = match Model::from_toml(&text) {
        Ok(model) => model,
        // Learnt by an older program: everybody is linked anew before it is of use.
        Err(ModelError::Version(_)) => return Ok(None),
        Err(problem) => return Err(DbError::Column { column: "text".into(), problem: problem.to_string() }),
    };
    let sources = model.sources.iter().map(|habit| (habit.name.clone(), habit.code)).collect();
    let learnt = Arc::new(Learnt { model, sources, common: Common(store::common_values(tx).await?) });
    let mut known = known();
    known.push((id, Arc::clone(&learnt)));
    if known.len() > MOST_KNOWN {
        known.remove(0);
    }
    Ok(Some(learnt))
}

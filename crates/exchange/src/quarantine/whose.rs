//! Whose rows wait: one that names a known record by its key tells of that record's person, and the access log says so.

use super::WHOLE_ROW;
use super::store::{self, Kept};
use crate::feeds::{self, Config, Says};
use db::{DbError, Tx};
use office::{App, Problem, Visitor};
use people::{links, records};
use rights::{Act, Grant, Permit};
use std::collections::{BTreeMap, BTreeSet};
use words::Id;

/// Writes one line for each person whose row is about to be shown; of a row whose key nobody knows there is nobody to tell.
///
/// # Errors
/// [`Problem::NotFound`] when one of them is not the visitor's to see; what the database says.
pub(crate) async fn log(app: &App, visitor: &Visitor, permit: &Permit, rows: &[Kept], parts: &str) -> Result<(), Problem> {
    let clients = whose(&mut app.db.read().await?, permit, rows).await?;
    app.log.permits(&app.db, app.clock.now(), grants(app, visitor, clients)?, parts).await?;
    Ok(())
}

/// The same in a transaction in which the row is changed.
///
/// # Errors
/// See [`log`].
pub(super) async fn log_in(tx: &mut Tx, app: &App, visitor: &Visitor, permit: &Permit, row: &Kept, parts: &str) -> Result<(), Problem> {
    let clients = whose(tx, permit, std::slice::from_ref(row)).await?;
    app.log.permits_in(tx, app.clock.now(), grants(app, visitor, clients)?, parts).await?;
    Ok(())
}

fn grants(app: &App, visitor: &Visitor, clients: BTreeSet<Id>) -> Result<Vec<Grant>, Problem> {
    Ok(clients.into_iter().map(|client| app.decide(&visitor.who, Act::MendRows, Some(client))).collect::<Result<_, _>>()?)
}

/// The clients whose records these rows name.
async fn whose(tx: &mut Tx, permit: &Permit, rows: &[Kept]) -> Result<BTreeSet<Id>, DbError> {
    let mut by_feed: BTreeMap<&str, Vec<&Kept>> = BTreeMap::new();
    for row in rows {
        by_feed.entry(&row.feed).or_default().push(row);
    }
    let mut found = Vec::new();
    for (feed, rows) in by_feed {
        let config = feeds::get(tx, permit, feed).await?.config;
        let keys: Vec<String> = rows.into_iter().filter_map(|row| key(&config, row)).collect();
        found.extend(records::keys_of(tx, permit, &config.organisation, &keys).await?.into_values());
    }
    Ok(links::clients_with(tx, permit, &found).await?.into_iter().collect())
}

/// The rows, whatever became of them, that name somebody whom these organisations know by these keys. A row whose columns could not be told
/// apart names them when it has the key in it.
///
/// # Errors
/// What the database says.
pub async fn naming(tx: &mut Tx, permit: &Permit, keys: &[(String, String)]) -> Result<Vec<Id>, DbError> {
    let mut found = Vec::new();
    for feed in feeds::list(tx, permit).await? {
        let known: BTreeSet<&str> = keys.iter().filter(|(of, _)| *of == feed.config.organisation).map(|(_, key)| key.as_str()).collect();
        let mut after = None;
        while !known.is_empty() {
            let rows = store::of_feed(tx, permit, &feed.config.name, after).await?;
            let Some(last) = rows.last() else { break };
            after = Some(last.id);
            found.extend(rows.iter().filter(|row| names(&feed.config, row, &known)).map(|row| row.id));
        }
    }
    Ok(found)
}

fn names(config: &Config, row: &Kept, known: &BTreeSet<&str>) -> bool {
    match row.columns.as_slice() {
        [(name, text)] if name == WHOLE_ROW => known.iter().any(|key| text.contains(key)),
        _ => key(config, row).is_some_and(|key| known.contains(key.as_str())),
    }
}

/// The key by which a row names the record of a person, as far as it can be read.
fn key(config: &Config, row: &Kept) -> Option<String> {
    let columns = if config.says == Says::Entries { &config.person } else { &config.key };
    let value = |column: &String| row.columns.iter().find(|(name, _)| name == column).map(|(_, value)| value.trim().to_owned());
    let parts: Vec<String> = columns.iter().map(value).collect::<Option<_>>()?;
    Some(parts.join("/"))
}

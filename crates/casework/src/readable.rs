//! The history of the client whom one works with: what of it its reader may read whole, and the entry that is written next.

use db::{DbError, Tx};
use history::entries::{Entry, Told, as_told};
use office::{App, Problem};
use people::links;
use rights::{Permit, Showing};
use std::collections::BTreeMap;
use words::{EntryKind, Id, Sensitivity};

/// What this reader may read whole of the history of the permit's client, the newest first.
pub(crate) async fn readable(tx: &mut Tx, app: &App, permit: &Permit) -> Result<Vec<Told>, DbError> {
    let (now, client) = (app.clock.now(), permit.client().ok_or(DbError::NotFound)?);
    let (_, clients) = links::clients_of(tx, client).await?;
    let records = links::links_of(tx, permit, &clients, now).await?.into_iter().map(|link| link.record);
    let subjects: Vec<Id> = records.chain(clients).collect();
    let whole = |told: &Told| permit.shows(told.entry.kind, told.entry.sensitivity, &told.entry.organisation) == Showing::Whole;
    Ok(as_told(history::entries::of_subjects(tx, permit, &subjects, now).await?).into_iter().filter(whole).collect())
}

/// An entry of today about the permit's client, by its holder.
pub(crate) fn entry(
    app: &App, permit: &Permit, (kind, sensitivity): (EntryKind, Sensitivity), (body, details): (String, BTreeMap<String, String>),
) -> Result<Entry, Problem> {
    let (who, now) = (permit.who(), app.clock.now());
    Ok(Entry {
        subject: permit.client().ok_or(Problem::NotFound)?,
        id: app.clock.id(),
        kind,
        from: now.date(),
        to: None,
        recorded_at: now,
        organisation: who.organisation.clone(),
        author: Some(who.user),
        worker: Some(who.name.clone()),
        sensitivity,
        corrects: None,
        source: None,
        body,
        details,
    })
}

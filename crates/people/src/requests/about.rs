//! The entry a request is about: found, and shown beside it.

use crate::links;
use db::{DbError, Tx};
use history::entries::{self, Told, as_told};
use office::App;
use rights::Permit;
use words::{EntryKind, Id};

/// What is told of a client now: of their records and of what was written about them here. The permit must be for this client.
pub(super) async fn told(tx: &mut Tx, app: &App, permit: &Permit, client: Id) -> Result<Vec<Told>, DbError> {
    let (_, clients) = links::clients_of(tx, client).await?;
    let records = links::members(tx, permit, &[client]).await?.into_iter().map(|member| member.record);
    let subjects: Vec<Id> = records.chain(clients).collect();
    Ok(as_told(entries::of_subjects(tx, permit, &subjects, app.clock.now()).await?))
}

/// What stands today where this entry stood. What the program says of records is corrected by decisions, not here.
pub(super) fn find(all: &[Told], entry: Id) -> Option<&Told> {
    let is = |told: &&Told| told.entry.id == entry || told.earlier.iter().any(|earlier| earlier.id == entry);
    all.iter().find(is).filter(|told| told.entry.kind != EntryKind::Link)
}

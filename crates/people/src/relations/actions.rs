//! What is done about relations.

use super::store;
use crate::links;
use db::{DbError, Tx};
use office::App;
use rights::Permit;
use words::Id;

/// Makes a user the counsellor of the client the permit is for: of each record the organisation of its holder keeps of them.
///
/// # Errors
/// [`DbError::NotFound`] when that organisation keeps none; what the database says.
pub async fn assign_client(tx: &mut Tx, app: &App, permit: &Permit, counsellor: Id) -> Result<(), DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let members = links::members(tx, permit, &[client]).await?;
    let own = members.iter().filter(|member| member.organisation == permit.who().organisation);
    let records: Vec<(Id, Id)> = own.map(|member| (member.record, app.clock.id())).collect();
    if records.is_empty() {
        return Err(DbError::NotFound);
    }
    store::assign(tx, permit, &records, counsellor, app.clock.now()).await
}

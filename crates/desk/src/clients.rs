//! The client page: one page that replaces reading the file. Pages `/clients/{client}` and `/clients/{client}/links`.

mod filter;
mod links_page;
mod pages;
mod views;

pub use pages::routes;

use db::{DbError, Tx};
use office::{App, Problem, Visitor};
use people::links;
use rights::{Act, Grant, Permit, Role, decide};
use words::Id;

/// A permit for a client, however old the id in the address: a jobseeker whose client became another is still the same
/// person, and everybody else's permit is for the client that stands today.
async fn permit(app: &App, visitor: &Visitor, client: Id, act: Act, parts: &str) -> Result<(Id, Permit), Problem> {
    let mut tx = app.db.read().await?;
    let (standing, grant) = grant(&mut tx, visitor, client, act).await?;
    drop(tx);
    let now = app.clock.now();
    match grant {
        Ok(grant) => Ok((standing, app.log.permit_to_read(&app.db, now, grant, parts).await?)),
        Err(refusal) => {
            app.log.refuse(&app.db, now, &visitor.who, act, Some(standing), refusal).await?;
            Err(refusal.into())
        }
    }
}

async fn grant(
    tx: &mut Tx, visitor: &Visitor, client: Id, act: Act,
) -> Result<(Id, Result<Grant, rights::Refusal>), DbError> {
    let (standing, all) = links::clients_of(tx, client).await?;
    let own = visitor.who.client.filter(|own| visitor.who.role == Role::Jobseeker && all.contains(own));
    Ok((standing, decide(&visitor.who, act, Some(own.unwrap_or(standing)))))
}

/// The id in an address.
fn id_in(path: &str) -> Result<Id, Problem> {
    path.parse().map_err(|_| Problem::NotFound)
}

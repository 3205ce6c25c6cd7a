//! The client page: one page that replaces reading the file. Pages `/clients/{client}` and `/clients/{client}/links`.

mod filter;
mod links_page;
mod pages;
mod views;

pub use pages::routes;

use office::{App, Problem, Visitor};
use people::{decisions, links};
use rights::{Act, Permit, Refusal, decide};
use words::Id;

/// A permit for a client, however old the id in the address: it is for the client that stands for it today.
pub(crate) async fn permit(app: &App, visitor: &Visitor, client: Id, act: Act, parts: &str) -> Result<(Id, Permit), Problem> {
    let mut tx = app.db.read().await?;
    let (standing, _) = links::clients_of(&mut tx, client).await?;
    let hidden = decisions::hidden_from(&mut tx, &visitor.who, &[standing]).await?.contains(&standing);
    drop(tx);
    let now = app.clock.now();
    let granted = if hidden { Err(Refusal::Protected) } else { decide(&visitor.who, act, Some(standing)) };
    match granted {
        Ok(grant) => Ok((standing, app.log.permit_to_read(&app.db, now, grant, parts).await?)),
        Err(refusal) => {
            app.log.refuse(&app.db, now, &visitor.who, act, Some(standing), refusal).await?;
            Err(refusal.into())
        }
    }
}

/// The id in an address.
pub(crate) fn id_in(path: &str) -> Result<Id, Problem> {
    path.parse().map_err(|_| Problem::NotFound)
}

//! The client page: one page that replaces reading the file. Pages `/clients/{client}` and `/clients/{client}/links`.

mod filter;
mod links_page;
mod pages;
mod views;

pub use pages::routes;

use office::{App, Problem, Visitor};
use people::relations;
use rights::{Act, Permit};
use words::Id;

/// A permit for a client, however old the id in the address: it is for the client that stands for it today.
pub(crate) async fn permit(app: &App, visitor: &Visitor, client: Id, act: Act, parts: &str) -> Result<(Id, Permit), Problem> {
    let case = relations::case_of(app, visitor, client).await?;
    let now = app.clock.now();
    match app.decide_case(&visitor.who, act, &case) {
        Ok(grant) => Ok((case.client, app.log.permit_to_read(&app.db, now, grant, parts).await?)),
        // Who may say why they come is asked, and has not been refused yet.
        Err(_) if app.decide_case(&visitor.who, Act::StatePurpose, &case).is_ok() => {
            let back = filter::encoded(&visitor.shell.path);
            Err(Problem::First(format!("/clients/{}/why?back={back}", case.client)))
        }
        Err(refusal) => {
            app.log.refuse(&app.db, now, &visitor.who, act, Some(case.client), &refusal).await?;
            Err(refusal.into())
        }
    }
}

/// The id in an address.
pub(crate) fn id_in(path: &str) -> Result<Id, Problem> {
    path.parse().map_err(|_| Problem::NotFound)
}

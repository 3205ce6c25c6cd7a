//! The client page: one page that replaces reading the file. Pages `/clients/{client}` and `/clients/{client}/links`.

mod filter;
mod links_page;
mod pages;
mod since;
mod views;

pub use pages::routes;

use office::{App, Problem, Visitor};
use people::relations::{self, Opened};
use rights::Act;
use words::Id;

/// Opens a client's file for one answer, however old the id in the address: it is that of the client that stands for it today.
pub(crate) async fn open(app: &App, visitor: &Visitor, client: Id, act: Act, parts: &str) -> Result<Opened, Problem> {
    // Who may say why they come is asked, and has not been refused yet.
    let door = |case: &rights::Case| {
        let asks = app.decide_case(&visitor.who, Act::StatePurpose, case).is_ok();
        asks.then(|| Problem::First(format!("/clients/{}/why?back={}", case.client, filter::encoded(&visitor.shell.path))))
    };
    relations::open(app, visitor, (client, act), |case| relations::with_consents(parts, case), door).await
}

/// The id in an address.
pub(crate) fn id_in(path: &str) -> Result<Id, Problem> {
    path.parse().map_err(|_| Problem::NotFound)
}

//! Pages made of many rooms: the client page, who looked, my data, copies, erasures and retention, and the door to
//! one's own work. It may read all rooms; it owns what concerns erasing, and alone removes what others wrote.

pub mod caseload;
pub mod clients;
mod clocks;
pub mod copies;
pub mod erasures;
pub mod home;
pub mod log_exports;
pub mod looked;
pub mod my_data;
pub mod my_day;
mod own_clients;
pub mod retention;

use db::Statement;
use office::{App, Routes};

/// The routes of this crate.
#[must_use]
pub fn routes(app: &App) -> Routes {
    home::routes(app).and(clients::routes(app)).and(looked::routes(app)).and(my_data::routes(app)).and(my_day::routes(app)).and(caseload::routes(app)).and(copies::routes(app))
        .and(erasures::routes(app)).and(retention::routes(app)).and(log_exports::routes(app))
}

/// The statements of every room of this crate, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    [erasures::statements(), retention::statements(), log_exports::statements()].concat()
}

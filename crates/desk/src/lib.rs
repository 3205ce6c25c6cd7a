//! Pages made of many rooms: the client page, who looked, my data, copies, and the door to one's own work. Owns no tables.

pub mod clients;
pub mod copies;
pub mod home;
pub mod looked;
pub mod my_data;

use office::{App, Routes};

/// The routes of this crate.
#[must_use]
pub fn routes(app: &App) -> Routes {
    home::routes(app).and(clients::routes(app)).and(looked::routes(app)).and(my_data::routes(app)).and(copies::routes(app))
}

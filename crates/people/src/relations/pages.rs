//! The routes of relations.

use super::door_page;
use office::{App, Routes};
use rights::Act;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/why", Act::StatePurpose, door_page::ask)
        .post("/clients/{client}/why", Act::StatePurpose, door_page::say)
}

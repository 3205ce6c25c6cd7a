//! The routes of relations.

use super::{door_page, emergency_page, reviews_page, team_page};
use office::{App, Routes};
use rights::Act;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/why", Act::StatePurpose, door_page::ask)
        .post("/clients/{client}/why", Act::StatePurpose, door_page::say)
        .get("/clients/{client}/emergency", Act::OpenInEmergency, emergency_page::ask)
        .post("/clients/{client}/emergency", Act::OpenInEmergency, emergency_page::open)
        .get("/emergency", Act::OpenInEmergency, emergency_page::ask_by_number)
        .post("/emergency", Act::OpenInEmergency, emergency_page::open_by_number)
        .get("/emergencies", Act::ReviewEmergency, reviews_page::list)
        .post("/emergencies/{emergency}", Act::ReviewEmergency, reviews_page::review)
        .get("/team", Act::ArrangeCover, team_page::show)
        .post("/team/covers", Act::ArrangeCover, team_page::cover)
        .post("/team/covers/{cover}/end", Act::ArrangeCover, team_page::end)
        .get("/clients/{client}/counsellor", Act::AssignCounsellor, team_page::whose)
        .post("/clients/{client}/counsellor", Act::AssignCounsellor, team_page::assign)
}

//! The routes of erasures, and what their pages share.

use super::{desk_page, one_page, person_page};
use db::DbError;
use office::packs::Register;
use office::users::User;
use office::{App, Routes};
use rights::Act;
use std::collections::BTreeMap;
use words::Id;

/// The routes of this room. What cannot be undone asks again who it is.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/erasure", Act::EraseClient, person_page::show)
        .post("/clients/{client}/erasure", Act::EraseClient, person_page::wish)
        .post("/clients/{client}/holds", Act::EraseClient, person_page::hold)
        .post("/clients/{client}/holds/{hold}/end", Act::EraseClient, person_page::end_hold)
        .get("/erasures", Act::AgreeErasure, desk_page::show)
        .get("/erasures/{erasure}", Act::AgreeErasure, one_page::show)
        .post_fresh("/erasures/{erasure}", Act::AgreeErasure, one_page::settle)
        .post("/erasures/{erasure}/let-in", Act::EraseClient, one_page::let_in)
}

/// How many rows of each class of the register, in its order; the class by its title.
pub(super) fn by_class<'a>(register: &'a Register, counts: &BTreeMap<String, u64>) -> Vec<(&'a str, u64)> {
    let of = |tables: &BTreeMap<String, Vec<String>>| tables.keys().filter_map(|table| counts.get(table)).sum();
    let all = register.classes.iter().map(|class| (class.title.as_str(), of(&class.columns)));
    all.filter(|(_, rows)| *rows > 0).collect()
}

/// The name of a user; empty when there is no such user any more.
pub(crate) fn name_of(users: &[User], user: Id) -> String {
    users.iter().find(|one| one.who.user == user).map(|one| one.who.name.clone()).unwrap_or_default()
}

/// An id of an address.
pub(super) fn id_of(text: &str) -> Result<Id, DbError> {
    text.parse().map_err(|_| DbError::NotFound)
}

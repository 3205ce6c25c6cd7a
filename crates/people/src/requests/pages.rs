//! The routes of requests.

use super::{desk_page, mine_page, one_page, write_page};
use office::{App, Problem, Routes, Visitor};
use rights::Act;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/my-data/requests", Act::MakeRequest, mine_page::show)
        .post("/my-data/requests", Act::MakeRequest, mine_page::ask)
        .post("/my-data/requests/{request}/withdraw", Act::MakeRequest, mine_page::withdraw)
        .get("/requests", Act::AnswerRequests, desk_page::show)
        .get("/requests/{request}", Act::AnswerRequests, one_page::show)
        .post("/requests/{request}", Act::AnswerRequests, one_page::answer)
        .post("/requests/{request}/extend", Act::AnswerRequests, one_page::put_off)
        .post("/requests/{request}/lift", Act::AnswerRequests, one_page::lift)
        .get("/clients/{client}/requests/new", Act::MakeRequest, write_page::form)
        .post("/clients/{client}/requests", Act::MakeRequest, write_page::write)
}

/// What somebody wrote, without what surrounds it, and no longer than anybody reads.
pub(super) fn written(text: &str) -> String {
    text.trim().chars().take(4000).collect()
}

/// That a form cannot be understood, with the message that says how to mend it.
pub(super) fn bad(visitor: &Visitor, key: &str) -> Problem {
    Problem::Bad(visitor.shell.say(key))
}

//! The routes of breaches.

use super::store::{self, Actor, Breach};
use super::{desk_page, drafts, new_page, one_page, people_page};
use office::organisations::Titles;
use office::users::User;
use office::{App, Problem, Routes, Visitor};
use rights::{Act, Permit};
use words::{Date, Id, Time};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/breaches", Act::HandleBreaches, desk_page::show)
        .post("/breaches", Act::HandleBreaches, new_page::record)
        .get("/breaches/new", Act::HandleBreaches, new_page::form)
        .get("/breaches/{breach}", Act::HandleBreaches, one_page::show)
        .post("/breaches/{breach}", Act::HandleBreaches, one_page::go_on)
        .get("/breaches/{breach}/people", Act::HandleBreaches, people_page::show)
        .get("/breaches/{breach}/texts", Act::HandleBreaches, drafts::show)
}

/// What somebody wrote, without what surrounds it, and no longer than anybody reads.
pub(super) fn written(text: &str) -> String {
    text.trim().chars().take(8000).collect()
}

/// That a form cannot be understood, with the message that says how to mend it.
pub(super) fn bad(visitor: &Visitor, key: &str) -> Problem {
    Problem::Bad(visitor.shell.say(key))
}

/// A field of a form; empty when it is not there.
pub(super) fn said<'a>(form: &'a [(String, String)], name: &str) -> &'a str {
    form.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// A moment as a browser writes it, `2026-11-23T07:30`, in the time of the installation; none when it is not one.
pub(super) fn moment(text: &str) -> Option<Time> {
    let (day, clock) = text.split_once('T')?;
    let day: Date = day.parse().ok()?;
    let (hours, rest) = clock.split_once(':')?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, rest.get(..2)?.parse().ok()?);
    ((0..24).contains(&hours) && (0..60).contains(&minutes)).then(|| day.start().plus_seconds(hours * 3600 + minutes * 60))
}

/// A moment as a browser reads it.
pub(super) fn for_browser(time: Time) -> String {
    time.to_string().chars().take(16).collect()
}

/// The breach of an address.
pub(super) async fn breach_at(app: &App, permit: &Permit, id: &str) -> Result<Breach, Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    Ok(store::get(&mut app.db.read().await?, permit, id).await?)
}

/// To whom data went, by name.
pub(super) fn actor_name(titles: &Titles, users: &[User], actor: &Actor) -> String {
    match actor {
        Actor::Organisation(id) => titles.title(id).to_owned(),
        Actor::User(id) => {
            let user = users.iter().find(|user| user.who.user == *id);
            user.map(|user| format!("{} ({})", user.who.name, titles.title(&user.who.organisation))).unwrap_or_else(|| id.to_string())
        }
    }
}

/// Whole hours until the clock ends; negative once it has.
pub(super) fn hours_left(due: Time, now: Time) -> i64 {
    (due.micros() - now.micros()).div_euclid(3_600_000_000)
}

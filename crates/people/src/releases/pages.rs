//! The routes of releases, and what their pages share.

use super::store::{Release, Step};
use super::rules::Holds;
use super::{ask_page, desk_page, guest_page, one_page, released_page};
use crate::single_view;
use db::{DbError, Tx};
use office::users::User;
use office::{App, Problem, Routes, Visitor};
use rights::{Act, Permit, Purpose};
use web::Shell;
use words::{Date, EntryKind, Id};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/releases/new", Act::AskRelease, ask_page::form)
        .post("/clients/{client}/releases", Act::AskRelease, ask_page::ask)
        .get("/clients/{client}/guests/new", Act::GiveRelease, guest_page::form)
        .post("/clients/{client}/guests", Act::GiveRelease, guest_page::invite)
        .get("/released", Act::SeeReleased, released_page::show)
        .post("/released/{release}/withdraw", Act::AskRelease, released_page::withdraw)
        .get("/releases", Act::GiveRelease, desk_page::show)
        .get("/releases/{release}", Act::GiveRelease, one_page::show)
        .post("/releases/{release}", Act::GiveRelease, one_page::answer)
        .post("/releases/{release}/narrow", Act::GiveRelease, one_page::narrow)
        .post("/releases/{release}/end", Act::GiveRelease, one_page::end)
}

/// What a form of this room sends; of kinds there can be several.
pub(super) type SentForm = Vec<(String, String)>;

/// What was written into a field, without what surrounds it, and no longer than anybody reads.
pub(super) fn written(form: &SentForm, name: &str) -> String {
    let text = form.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value);
    text.trim().chars().take(4000).collect()
}

/// That a form cannot be understood, with the message that says how to mend it.
pub(super) fn bad(visitor: &Visitor, key: &str) -> Problem {
    Problem::Bad(visitor.shell.say(key))
}

/// The kinds and the last day a form says, when it says at least one kind, and a day between `today` and `latest`.
pub(super) fn holds(visitor: &Visitor, form: &SentForm, today: Date, latest: Date) -> Result<Holds, Problem> {
    let kinds = form.iter().filter(|(name, _)| name == "kind").map(|(_, word)| word.parse::<EntryKind>());
    let kinds = kinds.collect::<Result<std::collections::BTreeSet<_>, _>>().map_err(|_| Problem::NotFound)?;
    if kinds.is_empty() {
        return Err(bad(visitor, "release-say-kinds"));
    }
    let until = written(form, "until").parse::<Date>().ok().filter(|until| (today..=latest).contains(until));
    let until = until.ok_or_else(|| Problem::Bad(visitor.shell.with("release-say-until", &visitor.shell.day(&latest))))?;
    Ok(Holds { kinds, until })
}

/// The purpose a form says.
pub(super) fn purpose(visitor: &Visitor, form: &SentForm) -> Result<Purpose, Problem> {
    let said = written(form, "purpose");
    Purpose::RELEASED.iter().copied().find(|purpose| purpose.word() == said).ok_or_else(|| bad(visitor, "release-say-purpose"))
}

/// Kinds of entry in words, in one line.
pub(super) fn kinds_in_words(shell: &Shell, holds: &Holds) -> String {
    let kinds: Vec<String> = holds.kinds.iter().map(|kind| shell.word("sharing-kind", kind.word())).collect();
    shell.list(&kinds)
}

/// The same as the access log has it, with the last day: words of the program, which the person reads in who looked.
pub(super) fn for_the_log(what: &str, holds: &Holds) -> String {
    let kinds: Vec<&str> = holds.kinds.iter().map(|kind| kind.word()).collect();
    format!("{what}: {}; until {}", kinds.join(", "), holds.until)
}

/// The name of the permit's client.
///
/// # Errors
/// [`DbError::NotFound`] when the client has no record; what the database says.
pub async fn name(tx: &mut Tx, app: &App, permit: &Permit) -> Result<String, DbError> {
    let names = single_view::names(tx, &app.pack, std::slice::from_ref(permit), app.clock.now()).await?;
    names.into_values().next().ok_or(DbError::NotFound)
}

/// The name of somebody who can sign in, or could.
pub(super) fn user_name(users: &[User], id: Id) -> String {
    users.iter().find(|user| user.who.user == id).map_or_else(String::new, |user| user.who.name.clone())
}

/// A step about a release, as its page and that of whoever asked show it.
pub struct StepView {
    /// What was done, when and by whom, in a sentence.
    pub what: String,
    /// What whoever asked was told.
    pub told: String,
}

/// The steps about a release in sentences.
pub(super) fn steps(shell: &Shell, release: &Release, users: &[User]) -> Vec<StepView> {
    let view = |step: &Step| {
        let by = user_name(users, step.author);
        let said = shell.with2(&format!("release-done-{}", step.done), &shell.moment(&step.at), &by);
        let held = step.holds.as_ref().map(|holds| shell.with2("release-holds", &kinds_in_words(shell, holds), &shell.day(&holds.until)));
        StepView { what: [said].into_iter().chain(held).collect::<Vec<_>>().join(" "), told: step.told.clone() }
    };
    release.steps.iter().map(view).collect()
}

//! Two texts drafted from what is known of a breach, in every language: to the authority, and to those concerned.

use super::pages::{actor_name, breach_at};
use super::store::{self, Breach};
use super::Done;
use crate::watching::permit;
use askama::Template;
use axum::extract::{Path, State};
use office::organisations::Titles;
use office::{App, Problem, Visitor, users};
use rights::Act;
use web::{Language, Page, Shell};

/// A part of a text: its heading, and what it says.
struct Part {
    heading: String,
    text: String,
}

/// Both texts in one language.
struct Draft {
    language: &'static Language,
    authority: Vec<Part>,
    people: Vec<Part>,
    to_authority: String,
    to_people: String,
}

#[derive(Template)]
#[template(path = "breaches/texts.html")]
struct TextsPage<'a> {
    shell: &'a Shell,
    breach: &'a Breach,
    drafts: Vec<Draft>,
}

/// What was written last about something, or that it is not known yet.
fn written(shell: &Shell, breach: &Breach, done: Done) -> String {
    breach.last(done).map_or_else(|| shell.say("breach-not-yet"), |step| step.text.clone())
}

/// Whom to ask: the officer, where they work, and who decides about the processing.
fn contact(shell: &Shell, app: &App, visitor: &Visitor) -> String {
    let organisation = visitor.shell.user.as_ref().map(|user| user.organisation.clone()).unwrap_or_default();
    shell.with3("breach-text-contact", [&visitor.who.name, &organisation, &app.pack.register.controller])
}

/// What article 33(3) asks for.
fn to_authority(shell: &Shell, breach: &Breach, (actor, kinds, contact): (&str, &[String], &str)) -> Vec<Part> {
    let (from, to) = (shell.moment(&breach.from), shell.moment(&breach.to));
    let part = |key: &str, text: String| Part { heading: shell.say(key), text };
    let nature = format!("{} {}", shell.with3("breach-text-nature", [&from, &to, actor]), breach.what);
    let numbers = format!("{} {}", shell.count("breach-text-people", breach.people), shell.count("breach-text-records", breach.readings));
    let kinds = if kinds.is_empty() { String::new() } else { format!(" {}", shell.with("breach-text-kinds", &shell.list(kinds))) };
    let mut parts = vec![
        part("breach-head-nature", nature),
        part("breach-head-numbers", numbers + &kinds),
        part("breach-head-contact", contact.to_owned()),
        part("breach-head-consequences", written(shell, breach, Done::Risk)),
        part("breach-head-measures", written(shell, breach, Done::Measures)),
        part("breach-head-clock", shell.with2("breach-text-clock", &shell.moment(&breach.noticed), &shell.moment(&breach.due()))),
    ];
    if let Some(delay) = breach.last(Done::Delay) {
        parts.push(part("breach-head-delay", delay.text.clone()));
    }
    parts
}

/// What article 34(2) asks for, in plain words.
fn to_people(shell: &Shell, breach: &Breach, contact: &str) -> Vec<Part> {
    let part = |key: &str, text: String| Part { heading: shell.say(key), text };
    let (from, to) = (shell.moment(&breach.from), shell.moment(&breach.to));
    vec![
        part("breach-plain-what", format!("{} {}", shell.with2("breach-plain-shown", &from, &to), breach.what)),
        part("breach-plain-means", written(shell, breach, Done::Risk)),
        part("breach-plain-do", written(shell, breach, Done::Measures)),
        part("breach-plain-ask", format!("{contact} {}", shell.say("request-complain"))),
    ]
}

fn in_language(shell: &Shell, language: &'static Language) -> Shell {
    let mut other = shell.clone();
    other.language = language;
    other
}

/// Whether a notice still says of something that it is not written yet.
pub(super) fn unfinished(shell: &Shell, language: &'static Language, notice: &str) -> bool {
    notice.contains(&in_language(shell, language).say("breach-not-yet"))
}

/// The text to those concerned in each language, as one piece: what the officer begins with.
pub(super) fn notices(shell: &Shell, app: &App, visitor: &Visitor, breach: &Breach) -> Vec<(&'static Language, String)> {
    let draft = |language: &'static Language| {
        let shell = in_language(shell, language);
        let parts = to_people(&shell, breach, &contact(&shell, app, visitor));
        (language, parts.iter().map(|part| format!("{}\n{}", part.heading, part.text)).collect::<Vec<_>>().join("\n\n"))
    };
    shell.languages().iter().map(draft).collect()
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Page, Problem> {
    let looking = permit(&app, &visitor, Act::HandleBreaches, None, "the texts of a breach").await?;
    let breach = breach_at(&app, &looking, &id).await?;
    let mut tx = app.db.read().await?;
    let (titles, users) = (Titles::load(&mut tx).await?, users::list(&mut tx).await?);
    let kinds = store::kinds(&mut tx, &looking, &breach).await?;
    let actor = actor_name(&titles, &users, &breach.actor);
    let draft = |language: &'static Language| {
        let shell = in_language(&visitor.shell, language);
        let contact = contact(&shell, &app, &visitor);
        let kinds: Vec<String> = kinds.iter().map(|(act, _)| shell.word("act", act)).collect();
        Draft {
            language,
            authority: to_authority(&shell, &breach, (&actor, &kinds, &contact)),
            people: to_people(&shell, &breach, &contact),
            to_authority: shell.say("breach-to-authority"),
            to_people: shell.say("breach-to-people"),
        }
    };
    let drafts = visitor.shell.languages().iter().map(draft).collect();
    Ok(Page::of(&TextsPage { shell: &visitor.shell, breach: &breach, drafts }))
}

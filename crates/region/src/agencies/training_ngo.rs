//! The training organisation: "Unicode text" from a spreadsheet, short years, names as people say them.

use super::{Known, Layout, Told, dated, text};
use crate::people::Sex;
use crate::sheets::{Cell, Format, day_text, plain};

pub(super) static LAYOUT: Layout = Layout {
    name: "training-ngo",
    format: Format::UnicodeText,
    people: &[
        plain("No"),
        day_text("Born"),
        plain("Sex"),
        plain("Name"),
        plain("Phone"),
        plain("E-mail"),
        plain("Town"),
        plain("Language"),
        plain("Interpreter"),
        plain("Updated"),
    ],
    events: &[
        plain("Ref"),
        day_text("Start"),
        plain("Participant"),
        plain("End"),
        plain("Trainer"),
        plain("Comment"),
        plain("Course"),
        plain("Result"),
    ],
    people_feed: include_str!("feeds/training-ngo-people.toml"),
    events_feed: include_str!("feeds/training-ngo-events.toml"),
    person,
    event,
    prefix: "TN",
};

fn person(known: &Known<'_>) -> Vec<Cell> {
    let sex = match known.person.sex {
        Sex::Woman => "w",
        Sex::Man => "m",
        Sex::Other => "x",
    };
    // Some volunteers write the family name first; the record's own number decides which.
    let family_first = known.record.key.ends_with(['2', '5', '8']);
    let (given, family) = (&known.record.given, known.family());
    let name = if family_first {
        format!("{family} {given}")
    } else {
        format!("{given} {family}")
    };
    vec![
        text(&known.record.key),
        dated(Some(known.record.birth), "%d/%m/%y"),
        text(sex),
        text(name),
        text(known.phone()),
        text(known.email()),
        text(&known.home().city),
        text(known.person.language),
        text(if known.person.interpreter { "yes" } else { "" }),
        dated(Some(known.day), "%d/%m/%y"),
    ]
}

fn event(told: &Told<'_>) -> Vec<Cell> {
    let event = told.event;
    // What became of a course is known when it has ended.
    let result = if event.to.is_some() && told.to.is_none() {
        ""
    } else {
        event.outcome
    };
    vec![
        text(format!("K-{}", event.key)),
        dated(Some(event.from), "%d/%m/%y"),
        text(&told.record.key),
        dated(told.to, "%d/%m/%y"),
        text(event.worker),
        text(told.text),
        text(event.course),
        text(result),
    ]
}

//! The municipality: a workbook, surname first, with real dates in one column and written ones in the others.

use super::{Known, Layout, Told, dated, text};
use crate::people::Sex;
use crate::sheets::{Cell, Format, day_cell, plain};

pub(super) static LAYOUT: Layout = Layout {
    name: "municipality",
    format: Format::Workbook,
    people: &[
        plain("ResidentNo"),
        day_cell("BirthDate"),
        plain("Sex"),
        plain("FullName"),
        plain("BirthName"),
        plain("PersonalNo"),
        plain("Phone"),
        plain("Street"),
        plain("House"),
        plain("Unit"),
        plain("PostCode"),
        plain("Town"),
        plain("Language"),
        plain("Interpreter"),
        plain("AsOf"),
    ],
    events: &[
        plain("CaseNo"),
        day_cell("DecidedOn"),
        plain("Matter"),
        plain("ResidentNo"),
        plain("Until"),
        plain("Officer"),
        plain("Remark"),
        plain("Decision"),
        plain("Amount"),
    ],
    people_feed: include_str!("feeds/municipality-people.toml"),
    events_feed: include_str!("feeds/municipality-events.toml"),
    person,
    event,
    prefix: "R",
};

fn person(known: &Known<'_>) -> Vec<Cell> {
    let sex = match known.person.sex {
        Sex::Woman => "F",
        Sex::Man => "M",
        Sex::Other => "X",
    };
    let home = known.home();
    vec![
        text(&known.record.key),
        Cell::Day(known.record.birth),
        text(sex),
        text(format!(
            "{} {}",
            known.family().to_uppercase(),
            known.record.given
        )),
        text(known.former()),
        text(known.national_id()),
        text(known.phone()),
        text(&home.street),
        text(&home.house),
        text(&home.unit),
        text(&home.postcode),
        text(&home.city),
        text(known.person.language),
        text(if known.person.interpreter {
            "yes"
        } else {
            "no"
        }),
        dated(Some(known.day), "%Y-%m-%d"),
    ]
}

fn event(told: &Told<'_>) -> Vec<Cell> {
    let event = told.event;
    let matter = if event.kind == "housing" { "H" } else { "B" };
    vec![
        text(format!("C-{}", event.key)),
        Cell::Day(event.from),
        text(matter),
        text(&told.record.key),
        dated(told.to, "%Y-%m-%d"),
        text(event.worker),
        text(told.text),
        text(event.outcome),
        text(
            event
                .amount
                .map(|euros| euros.to_string())
                .unwrap_or_default(),
        ),
    ]
}

//! The clinic: Parquet, and little more than a name and a birth date.

use super::{Known, Layout, Told, text};
use crate::sheets::{Cell, Format, day_cell, plain};

pub(super) static LAYOUT: Layout = Layout {
    name: "clinic",
    format: Format::Parquet,
    people: &[
        plain("patient_no"),
        day_cell("born"),
        plain("name"),
        plain("phone"),
        day_cell("as_of"),
    ],
    events: &[
        plain("visit_no"),
        day_cell("visited"),
        plain("patient_no"),
        plain("doctor"),
        plain("summary"),
    ],
    people_feed: include_str!("feeds/clinic-people.toml"),
    events_feed: include_str!("feeds/clinic-events.toml"),
    person,
    event,
    prefix: "PT",
};

fn person(known: &Known<'_>) -> Vec<Cell> {
    vec![
        text(&known.record.key),
        Cell::Day(known.record.birth),
        text(format!("{} {}", known.record.given, known.family())),
        text(known.phone()),
        Cell::Day(known.day),
    ]
}

fn event(told: &Told<'_>) -> Vec<Cell> {
    vec![
        text(format!("V-{}", told.event.key)),
        Cell::Day(told.event.from),
        text(&told.record.key),
        text(told.event.worker),
        text(told.text),
    ]
}

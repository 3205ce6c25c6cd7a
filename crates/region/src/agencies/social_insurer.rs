//! The social insurer: JSON lines, ISO dates, one object inside another.

use super::{Known, Layout, Told, dated, text};
use crate::people::Sex;
use crate::sheets::{Cell, Format, day_text, plain};

pub(super) static LAYOUT: Layout = Layout {
    name: "social-insurer",
    format: Format::JsonLines,
    people: &[
        plain("insured_no"),
        day_text("born"),
        plain("sex"),
        plain("name.given"),
        plain("name.family"),
        plain("name.former"),
        plain("national_id"),
        plain("phone"),
        plain("email"),
        plain("address.street"),
        plain("address.house"),
        plain("address.unit"),
        plain("address.postcode"),
        plain("address.city"),
        plain("as_of"),
    ],
    events: &[
        plain("id"),
        day_text("period.from"),
        plain("type"),
        plain("insured_no"),
        plain("period.to"),
        plain("clerk"),
        plain("reason"),
        plain("status"),
        plain("amount"),
    ],
    people_feed: include_str!("feeds/social-insurer-people.toml"),
    events_feed: include_str!("feeds/social-insurer-events.toml"),
    person,
    event,
    prefix: "SI",
};

fn person(known: &Known<'_>) -> Vec<Cell> {
    let sex = match known.person.sex {
        Sex::Woman => "female",
        Sex::Man => "male",
        Sex::Other => "other",
    };
    let home = known.home();
    vec![
        text(&known.record.key),
        dated(Some(known.record.birth), "%Y-%m-%d"),
        text(sex),
        text(&known.record.given),
        text(known.family()),
        text(known.former()),
        text(known.national_id()),
        text(known.phone()),
        text(known.email()),
        text(&home.street),
        text(&home.house),
        text(&home.unit),
        text(&home.postcode),
        text(&home.city),
        dated(Some(known.day), "%Y-%m-%d"),
    ]
}

fn event(told: &Told<'_>) -> Vec<Cell> {
    let event = told.event;
    let kind = match (event.kind, event.status) {
        ("status", "sick") => "SICK",
        ("status", _) => "JOB",
        _ => "BENEFIT",
    };
    vec![
        text(format!("SE-{}", event.key)),
        dated(Some(event.from), "%Y-%m-%d"),
        text(kind),
        text(&told.record.key),
        dated(told.to, "%Y-%m-%d"),
        text(event.worker),
        text(told.text),
        text(event.status),
        text(
            event
                .amount
                .map(|euros| euros.to_string())
                .unwrap_or_default(),
        ),
    ]
}

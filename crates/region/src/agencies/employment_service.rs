//! The employment service: semicolons, windows-1250, day.month.year and codes for everything.

use super::{Known, Layout, Told, code, dated, text};
use crate::people::Sex;
use crate::sheets::{Cell, Format, day_text, plain};

const KINDS: [(&str, &str); 4] = [
    ("STA", "status"),
    ("TRM", "meeting"),
    ("BEU", "assessment"),
    ("VER", "agreement"),
];
const STATUS: [(&str, &str); 5] = [
    ("AL", "unemployed"),
    ("BE", "employed"),
    ("SC", "training"),
    ("KR", "sick"),
    ("IN", "inactive"),
];
const OUTCOME: [(&str, &str); 2] = [("1", "attended"), ("2", "no-show")];

pub(super) static LAYOUT: Layout = Layout {
    name: "employment-service",
    format: Format::Windows1250,
    people: &[
        plain("client_no"),
        day_text("geb_datum"),
        plain("geschlecht"),
        plain("zuname"),
        plain("vorname"),
        plain("frueherer_name"),
        plain("pers_nr"),
        plain("telefon"),
        plain("email"),
        plain("strasse"),
        plain("hausnr"),
        plain("top"),
        plain("plz"),
        plain("ort"),
        plain("sprache"),
        plain("dolmetsch"),
        plain("as_of"),
    ],
    events: &[
        plain("event_no"),
        day_text("begin"),
        plain("kind"),
        plain("client_no"),
        plain("end"),
        plain("worker"),
        plain("note"),
        plain("status"),
        plain("outcome"),
    ],
    people_feed: include_str!("feeds/employment-service-people.toml"),
    events_feed: include_str!("feeds/employment-service-events.toml"),
    person,
    event,
    prefix: "ES",
};

fn person(known: &Known<'_>) -> Vec<Cell> {
    let sex = match known.person.sex {
        Sex::Man => "1",
        Sex::Woman => "2",
        Sex::Other => "3",
    };
    let home = known.home();
    vec![
        text(&known.record.key),
        dated(Some(known.record.birth), "%d.%m.%Y"),
        text(sex),
        text(known.family()),
        text(&known.record.given),
        text(known.former()),
        text(known.national_id()),
        text(known.phone()),
        text(known.email()),
        text(&home.street),
        text(&home.house),
        text(&home.unit),
        text(&home.postcode),
        text(&home.city),
        text(known.person.language),
        text(if known.person.interpreter { "1" } else { "0" }),
        dated(Some(known.day), "%d.%m.%Y"),
    ]
}

fn event(told: &Told<'_>) -> Vec<Cell> {
    let event = told.event;
    vec![
        text(format!("EV-{}", event.key)),
        dated(Some(event.from), "%d.%m.%Y"),
        code(&KINDS, event.kind),
        text(&told.record.key),
        dated(told.to, "%d.%m.%Y"),
        text(event.worker),
        text(told.text),
        code(&STATUS, event.status),
        code(&OUTCOME, event.outcome),
    ]
}

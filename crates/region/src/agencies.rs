//! The five agencies: what each of them writes into its files, and how a feed says so.

mod clinic;
mod employment_service;
mod municipality;
mod social_insurer;
mod training_ngo;

use chrono::NaiveDate;

use crate::days::later;
use crate::homes::{Home, written_phone};
use crate::people::{Event, Person, Record};
use crate::sheets::{Cell, Column, Format};

/// An organisation that delivers files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Agency {
    EmploymentService,
    Municipality,
    SocialInsurer,
    Clinic,
    TrainingNgo,
}

/// Every agency, in the order of their numbers.
pub(crate) const AGENCIES: [Agency; 5] = [
    Agency::EmploymentService,
    Agency::Municipality,
    Agency::SocialInsurer,
    Agency::Clinic,
    Agency::TrainingNgo,
];

/// How an agency's two files look.
pub(crate) struct Layout {
    pub name: &'static str,
    pub format: Format,
    pub people: &'static [Column],
    pub events: &'static [Column],
    pub people_feed: &'static str,
    pub events_feed: &'static str,
    pub person: fn(&Known<'_>) -> Vec<Cell>,
    pub event: fn(&Told<'_>) -> Vec<Cell>,
    prefix: &'static str,
}

impl Agency {
    /// How this agency's files look.
    pub(crate) fn layout(self) -> &'static Layout {
        match self {
            Self::EmploymentService => &employment_service::LAYOUT,
            Self::Municipality => &municipality::LAYOUT,
            Self::SocialInsurer => &social_insurer::LAYOUT,
            Self::Clinic => &clinic::LAYOUT,
            Self::TrainingNgo => &training_ngo::LAYOUT,
        }
    }

    /// A record's key in this agency's manner.
    pub(crate) fn key(self, number: u64) -> String {
        format!("{}-{number:07}", self.layout().prefix)
    }
}

/// A person as one agency knows them on the day of a delivery.
pub(crate) struct Known<'a> {
    pub person: &'a Person,
    pub record: &'a Record,
    pub day: NaiveDate,
}

impl Known<'_> {
    /// The last day this agency has heard of.
    fn heard_until(&self) -> NaiveDate {
        later(self.day, -self.record.lag).max(self.record.opened)
    }

    /// The family name: as spelled on first sight, until the name changes.
    pub(crate) fn family(&self) -> String {
        let name = self.person.family.on(self.heard_until());
        let spelled = self
            .record
            .family
            .as_ref()
            .filter(|_| name == self.person.family.on(self.record.opened));
        spelled.unwrap_or(name).clone()
    }

    /// An earlier family name, empty when there is none.
    fn former(&self) -> String {
        let first = self.person.family.first();
        if first == self.person.family.on(self.heard_until()) {
            String::new()
        } else {
            first.clone()
        }
    }

    pub(crate) fn home(&self) -> &Home {
        self.person.home.on(self.heard_until())
    }

    pub(crate) fn phone(&self) -> String {
        let number = self.person.phone.on(self.heard_until());
        self.record
            .phone_style
            .map(|style| written_phone(number, style))
            .unwrap_or_default()
    }

    pub(crate) fn email(&self) -> String {
        self.person
            .email
            .clone()
            .filter(|_| self.record.email)
            .unwrap_or_default()
    }

    pub(crate) fn national_id(&self) -> String {
        self.record.national_id.clone().unwrap_or_default()
    }
}

/// An event as it is told in one delivery.
pub(crate) struct Told<'a> {
    pub event: &'a Event,
    pub record: &'a Record,
    /// The end as far as it is known.
    pub to: Option<NaiveDate>,
    pub text: &'a str,
}

fn text(value: impl Into<String>) -> Cell {
    Cell::Text(value.into())
}

fn dated(day: Option<NaiveDate>, format: &str) -> Cell {
    text(
        day.map(|day| day.format(format).to_string())
            .unwrap_or_default(),
    )
}

/// The code a register uses for one of our words; the word itself when it has none.
fn code(codes: &[(&str, &str)], word: &str) -> Cell {
    text(
        codes
            .iter()
            .find(|(_, meant)| *meant == word)
            .map_or(word, |(code, _)| *code),
    )
}

//! What the page of arrangements sees, and what its form says.

use super::{Arrangement, Kind, Standing};
use crate::organisations::Titles;
use serde::Deserialize;
use words::{Date, Id};

/// An arrangement as the list shows it.
pub(super) struct Row {
    pub one: Arrangement,
    pub with: String,
    /// The number of its organisation's colour, where that is known here.
    pub hue: Option<usize>,
    pub standing: Standing,
    /// Days until it ends; negative once it has.
    pub left: i64,
}

impl Row {
    pub(super) fn of(one: Arrangement, titles: &Titles, today: Date) -> Row {
        let known = one.organisation.as_deref();
        let with = known.map(|id| titles.title(id).to_owned()).or_else(|| one.other_party.clone()).unwrap_or_default();
        let left = one.ends_on.map_or(0, |last| last.days_since(today));
        Row { with, hue: known.map(|id| titles.hue(id)), standing: one.standing(today), left, one }
    }
}

/// The form of a new arrangement, as it was sent.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub organisation: String,
    #[serde(default)]
    pub other_party: String,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub signed_on: String,
    #[serde(default)]
    pub ends_on: String,
    #[serde(default)]
    pub covers: String,
    #[serde(default)]
    pub contact: String,
}

/// What is wrong with a form: the field, and the message that says how to mend it.
pub(super) type Wrong = (&'static str, &'static str);

impl Sent {
    /// The arrangement the form means.
    pub(super) fn arrangement(&self, id: Id, titles: &Titles, today: Date) -> Result<Arrangement, Wrong> {
        let text = |text: &str, most: usize| Some(text.trim().chars().take(most).collect::<String>()).filter(|text| !text.is_empty());
        let kind = self.kind.parse::<Kind>().map_err(|_| ("kind", "arrangement-wrong-kind"))?;
        let organisation = titles.get(&self.organisation).map(|known| known.id.clone());
        let other_party = text(&self.other_party, 200).filter(|_| organisation.is_none());
        if organisation.is_none() && other_party.is_none() {
            return Err(("organisation", "arrangement-wrong-with"));
        }
        let title = text(&self.title, 200).ok_or(("title", "arrangement-wrong-title"))?;
        let signed_on = self.signed_on.parse::<Date>().ok().filter(|day| *day <= today).ok_or(("signed_on", "arrangement-wrong-signed"))?;
        let ends_on = match self.ends_on.trim() {
            "" => None,
            day => Some(day.parse::<Date>().ok().filter(|day| *day >= signed_on).ok_or(("ends_on", "arrangement-wrong-ends"))?),
        };
        let covers = text(&self.covers, 4000).ok_or(("covers", "arrangement-wrong-covers"))?;
        let contact = text(&self.contact, 400).ok_or(("contact", "arrangement-wrong-contact"))?;
        Ok(Arrangement { id, kind, organisation, other_party, title, signed_on, ends_on, covers, contact, ended_on: None })
    }
}

//! What the forms of an assessment send, and what is wrong with it.

use super::rules::{Answer, Goal, Wish};
use office::packs::{Dimension, Instrument, Track};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest note about one dimension, and the longest conclusion, in characters.
pub(super) const NOTE: usize = 2000;
pub(super) const SUMMARY: usize = 4000;

/// Everything as it was typed: what a draft keeps.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    /// The id under which it is recorded: sent twice, it is recorded once.
    pub id: String,
    /// The instrument it is made with.
    pub instrument: String,
    pub answers: BTreeMap<String, Answer>,
    pub goal: String,
    pub track: String,
    pub summary: String,
}

/// What the last form of an assessment sends.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Concluded {
    pub id: String,
    pub goal: String,
    pub track: String,
    pub summary: String,
}

/// A field, and the message that says what is wrong with it.
pub(super) type Mistake = (&'static str, &'static str);

/// What an answer may not say.
pub(super) fn wrong(instrument: &Instrument, answer: &Answer) -> Option<Mistake> {
    let known = |value: &str| value.is_empty() || instrument.point(value).is_some();
    let wishes = answer.wish.is_empty() || answer.wish.parse::<Wish>().is_ok();
    let long = |text: &str| text.chars().count() > NOTE;
    match () {
        () if !known(&answer.own) => Some(("own", "assessment-say-point")),
        () if !known(&answer.seen) => Some(("seen", "assessment-say-point")),
        () if !wishes => Some(("wish", "assessment-say-point")),
        () if long(&answer.note) => Some(("note", "assessment-say-shorter")),
        () if long(&answer.follows) => Some(("follows", "assessment-say-shorter")),
        () => None,
    }
}

/// What an assessment concludes.
pub(super) struct Conclusion {
    pub goal: Goal,
    pub track: Track,
    pub summary: String,
}

impl Typed {
    /// The dimensions nobody has answered that have to be.
    pub fn missing<'a>(&self, instrument: &'a Instrument) -> Vec<&'a Dimension> {
        let missing = |one: &&Dimension| one.required && !self.answers.get(&one.id).is_some_and(Answer::is_given);
        instrument.dimensions.iter().filter(missing).collect()
    }

    /// What it concludes, if it can be finished.
    pub fn concluded(&self, instrument: &Instrument) -> Result<Conclusion, Mistake> {
        if !self.missing(instrument).is_empty() {
            return Err(("dimensions", "assessment-say-required"));
        }
        let goal = self.goal.parse().map_err(|_| ("goal", "assessment-say-goal"))?;
        let track = self.track.parse().map_err(|_| ("track", "assessment-say-track"))?;
        if self.summary.chars().count() > SUMMARY {
            return Err(("summary", "assessment-say-summary"));
        }
        Ok(Conclusion { goal, track, summary: self.summary.trim().to_owned() })
    }
}

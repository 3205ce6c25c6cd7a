//! What the form of a meeting sends, and what is wrong with it.

use super::actions::{Plan, Recorded};
use super::rules::{Basis, Channel, Outcome};
use office::App;
use serde::{Deserialize, Serialize};
use words::{Date, EntryKind, Sensitivity, Time};

/// The longest note, in characters.
pub(super) const NOTE: usize = 4000;
/// A meeting is planned so many days ahead at most.
const AHEAD: i64 = 400;
/// And recorded so many days back.
const BACK: i64 = 31;

/// Everything as it was typed. It is also what a draft keeps.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    /// The id under which a meeting that was not planned is recorded: sent twice, it is recorded once.
    pub id: String,
    pub outcome: String,
    pub on: String,
    pub channel: String,
    pub minutes: String,
    pub basis: String,
    pub note: String,
    /// `usual` or `narrow`: who is to read the note.
    pub readers: String,
    /// Whether the words that look like health, debt or belief were shown.
    pub pointed: String,
    pub next_on: String,
    pub next_at: String,
    pub next_channel: String,
    pub next_minutes: String,
}

/// A field, and the message that says what is wrong with it.
pub(super) type Mistake = (&'static str, &'static str);

impl Typed {
    /// Whether nothing was typed that would be missed.
    pub fn says_nothing(&self) -> bool {
        self.note.trim().is_empty() && self.outcome.is_empty() && self.next_on.is_empty()
    }

    /// Whether the next meeting was asked for.
    fn plans(&self) -> bool {
        !self.next_on.trim().is_empty() || !self.next_at.trim().is_empty()
    }

    /// What is to be recorded.
    pub fn recorded(&self, app: &App) -> Result<Recorded, Mistake> {
        let today = app.clock.now().date();
        let outcome = self.outcome.parse().ok().filter(|outcome| Outcome::HAPPENED.contains(outcome)).ok_or(("outcome", "meeting-say-outcome"))?;
        let on: Date = self.on.trim().parse().map_err(|_| ("on", "meeting-say-on"))?;
        if on > today || on < today.plus_days(-BACK) {
            return Err(("on", "meeting-say-on"));
        }
        let note = self.note.trim();
        if note.chars().count() > NOTE {
            return Err(("note", "meeting-say-shorter"));
        }
        let [usual, narrow] = levels(app);
        let minutes = match self.minutes.trim() {
            "" => None,
            minutes => Some(minutes_in(minutes).ok_or(("minutes", "meeting-say-minutes"))?),
        };
        Ok(Recorded {
            outcome,
            on,
            channel: self.channel.parse::<Channel>().map_err(|_| ("channel", "meeting-say-channel"))?,
            minutes,
            basis: self.basis.parse::<Basis>().unwrap_or(Basis::Fact),
            note: note.to_owned(),
            level: if self.readers == "narrow" { narrow } else { usual },
            next: if self.plans() { Some(self.plan(app)?) } else { None },
        })
    }

    /// The meeting that is planned.
    pub fn plan(&self, app: &App) -> Result<Plan, Mistake> {
        let now = app.clock.now();
        let on: Date = self.next_on.trim().parse().map_err(|_| ("next_on", "meeting-say-next"))?;
        let starts_at = moment(on, self.next_at.trim()).ok_or(("next_at", "meeting-say-time"))?;
        if starts_at <= now || on > now.date().plus_days(AHEAD) {
            return Err(("next_on", "meeting-say-next"));
        }
        let minutes = match self.next_minutes.trim() {
            "" => app.pack.contacts.minutes,
            minutes => minutes_in(minutes).ok_or(("next_minutes", "meeting-say-minutes"))?,
        };
        let channel = self.next_channel.parse::<Channel>().map_err(|_| ("next_channel", "meeting-say-channel"))?;
        Ok(Plan { starts_at, minutes, channel })
    }
}

/// How close a note is kept: as the pack says of meetings, or so that those who work with the client from elsewhere do not read it.
pub(super) fn levels(app: &App) -> [Sensitivity; 2] {
    let usual = app.pack.sensitivity(EntryKind::Meeting);
    [usual, usual.max(Sensitivity::CONFIDENTIAL)]
}

fn minutes_in(text: &str) -> Option<i64> {
    text.parse().ok().filter(|minutes| (1..=480).contains(minutes))
}

/// A day and a time of it, as `9:30` or `09:30`.
fn moment(on: Date, at: &str) -> Option<Time> {
    let (hours, minutes) = at.split_once(':')?;
    let within = |text: &str, most: i64| text.parse::<i64>().ok().filter(|number| (0..most).contains(number));
    let minutes = within(minutes.get(..2).filter(|_| minutes.len() == 2)?, 60)?;
    Some(on.start().plus_seconds(within(hours, 24)? * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_and_without_a_zero_and_nothing_else_is() {
        let on: Date = "2026-11-24".parse().unwrap();
        let at = |text: &str| moment(on, text).map(|time| time.clock());
        assert_eq!((at("9:30").as_deref(), at("09:30").as_deref(), at("23:59").as_deref()), (Some("09:30"), Some("09:30"), Some("23:59")));
        for wrong in ["", "9", "9:3", "24:00", "12:60", "-1:30", "9:30:00", "nine", "9:é"] {
            assert_eq!(at(wrong), None, "{wrong}");
        }
    }
}

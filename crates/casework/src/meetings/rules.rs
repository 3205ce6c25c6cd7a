//! What a meeting can be, and what came of it.

use history::entries::Told;
use words::{Date, EntryKind, stored_words};

stored_words! {
    /// How a meeting is held (domain study MTG-09, MTG-10).
    Channel {
        /// Face to face at the office.
        Office = "office",
        /// By telephone.
        Phone = "phone",
        /// By video.
        Video = "video",
        /// With others.
        Group = "group",
        /// They came without an appointment.
        WalkIn = "walk-in",
        /// Where they live.
        Home = "home",
        /// At a mobile unit or a pop-up office.
        MobileUnit = "mobile-unit",
    }
}

stored_words! {
    /// What came of a meeting.
    Outcome {
        /// It was held.
        Attended = "attended",
        /// They were there for a part of it.
        Partly = "partly",
        /// They did not come.
        NoShow = "no-show",
        /// It was called off beforehand, by either side.
        CalledOff = "called-off",
    }
}

impl Outcome {
    /// What can be said of a meeting whose time has come.
    pub const HAPPENED: &'static [Outcome] = &[Outcome::Attended, Outcome::Partly, Outcome::NoShow];

    /// Whether the two spoke with each other.
    #[must_use]
    pub fn is_held(self) -> bool {
        matches!(self, Outcome::Attended | Outcome::Partly)
    }
}

stored_words! {
    /// What kind of statement a note is (domain study HIS-04).
    Basis {
        /// Something that was seen or read.
        Fact = "fact",
        /// What the client said.
        Client = "client",
        /// What a professional thinks.
        Opinion = "opinion",
        /// What was decided.
        Decision = "decision",
    }
}

/// The days on which somebody was met, by what their history tells: a missed meeting does not count, and one of a group only where the pack
/// says so (domain study 8.2). Sources write how it was held in words of their own; what they do not say was a meeting of two.
#[must_use]
pub fn held_on(told: &[Told], group_counts: bool) -> Vec<Date> {
    let detail = |told: &Told, name: &str| told.entry.details.get(name).and_then(|word| word.parse::<Outcome>().ok());
    let held = |told: &&Told| told.entry.kind == EntryKind::Meeting && detail(told, "outcome").is_some_and(Outcome::is_held);
    let counts = |told: &&Told| group_counts || told.entry.details.get("channel").is_none_or(|word| word != Channel::Group.word());
    told.iter().filter(held).filter(counts).map(|told| told.entry.from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use history::entries::Entry;
    use std::collections::BTreeMap;
    use words::{Id, Sensitivity, Time};

    fn told(kind: EntryKind, on: &str, details: &[(&str, &str)]) -> Told {
        let details: BTreeMap<String, String> = details.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let id = Id::from_bytes(&[0; 16]).unwrap();
        let entry = Entry {
            subject: id, id, kind, from: on.parse().unwrap(), to: None, recorded_at: Time::from_micros(0), organisation: String::new(), author: None,
            worker: None, sensitivity: Sensitivity::PERSONAL, corrects: None, source: None, body: String::new(), details,
        };
        Told { entry, earlier: Vec::new() }
    }

    #[test]
    fn only_a_meeting_that_was_held_with_the_person_counts() {
        let history = [
            told(EntryKind::Meeting, "2025-01-01", &[("outcome", "attended")]),
            told(EntryKind::Meeting, "2025-02-01", &[("outcome", "no-show")]),
            told(EntryKind::Meeting, "2025-03-01", &[("outcome", "partly"), ("channel", "phone")]),
            told(EntryKind::Meeting, "2025-04-01", &[("outcome", "attended"), ("channel", "group")]),
            told(EntryKind::Meeting, "2025-05-01", &[("outcome", "letter sent")]),
            told(EntryKind::Meeting, "2025-06-01", &[]),
            told(EntryKind::Note, "2025-07-01", &[("outcome", "attended")]),
        ];
        let days = |group_counts| {
            let held = held_on(&history, group_counts);
            held.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(days(false), ["2025-01-01", "2025-03-01"]);
        assert_eq!(days(true), ["2025-01-01", "2025-03-01", "2025-04-01"]);
    }
}

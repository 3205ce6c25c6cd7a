//! What an assessment is, read back from the entries that tell of it.

use history::entries::{Entry, Told};
use office::packs::{Dimension, Instrument, Track};
use office::Pack;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use web::Shell;
use words::{Date, EntryKind, Id, Time, stored_words};

stored_words! {
    /// What somebody aims at (domain study 7.8).
    Goal {
        /// A regular job in an occupation they know.
        KnownOccupation = "known-occupation",
        /// A regular job in another occupation.
        OtherOccupation = "other-occupation",
        /// A job in another region.
        OtherRegion = "other-region",
        /// A subsidised job.
        SubsidisedJob = "subsidised-job",
        /// A supported or sheltered job.
        SupportedJob = "supported-job",
        /// Work on their own account.
        SelfEmployment = "self-employment",
        /// A vocational qualification.
        VocationalQualification = "vocational-qualification",
        /// A qualification of a school or university.
        AcademicQualification = "academic-qualification",
        /// To be well enough for work first.
        StabilisationFirst = "stabilisation-first",
        /// To keep or extend a small job they have.
        SmallJob = "small-job",
    }
}

stored_words! {
    /// Whether somebody wants to work on a barrier.
    Wish {
        /// Now.
        Yes = "yes",
        /// Not yet.
        Later = "later",
        /// No.
        No = "no",
    }
}

/// What was said about one dimension. Words of the instrument stand as they were stored; what was left out is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The point of the scale the client chose.
    pub own: String,
    /// The point the counsellor chose.
    pub seen: String,
    /// Whether the client wants to work on it: a [`Wish`].
    pub wish: String,
    /// What was said.
    pub note: String,
    /// `yes` when what the file says was confirmed by the client.
    pub confirmed: String,
    /// What follows for work, of a dimension that is more sensitive than others: those who may not read the rest may read this.
    pub follows: String,
}

/// The parts of an answer, each under the name it is stored by. What follows for work has the name every shielded entry gives its conclusion.
const PARTS: [&str; 5] = ["own", "seen", "wish", "note", "confirmed"];
const CONCLUSION: &str = "conclusion";

impl Answer {
    /// Whether anything was said of how things are.
    #[must_use]
    pub fn is_given(&self) -> bool {
        !self.own.is_empty() || !self.seen.is_empty()
    }

    fn part(&self, name: &str) -> &str {
        match name {
            "own" => &self.own,
            "seen" => &self.seen,
            "wish" => &self.wish,
            "note" => &self.note,
            _ => &self.confirmed,
        }
    }

    fn part_mut(&mut self, name: &str) -> Option<&mut String> {
        match name {
            "own" => Some(&mut self.own),
            "seen" => Some(&mut self.seen),
            "wish" => Some(&mut self.wish),
            "note" => Some(&mut self.note),
            "confirmed" => Some(&mut self.confirmed),
            _ => None,
        }
    }

    /// As details of an entry.
    pub(super) fn stored(&self, dimension: &str) -> Vec<(String, String)> {
        let parts = PARTS.iter().map(|name| (format!("{dimension}.{name}"), self.part(name).to_owned()));
        parts.filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// An assessment that was finished, as far as its reader may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Its id: that of the entry with its conclusion, named by each of the others.
    pub id: Id,
    /// The day it was finished.
    pub on: Date,
    /// The moment that was recorded.
    pub recorded_at: Time,
    /// Who made it, as the entry names them.
    pub by: String,
    /// The organisation.
    pub organisation: String,
    /// The instrument, by [`Instrument::key`].
    pub instrument: String,
    /// What the client aims at.
    pub goal: Option<Goal>,
    /// How closely they are looked after from now on.
    pub track: Option<Track>,
    /// The conclusion in words.
    pub summary: String,
    /// What was said, by dimension.
    pub answers: BTreeMap<String, Answer>,
}

/// A dimension that was talked about.
#[derive(Clone, Copy, Debug)]
pub struct Finding<'a> {
    /// Which.
    pub dimension: &'a Dimension,
    /// What was said.
    pub answer: &'a Answer,
    /// From 0, no barrier, to 3, it blocks everything else: as the counsellor sees it, or else the client.
    pub severity: u8,
    /// Whether it is a strength, in the same view.
    pub strength: bool,
    /// Whether the two see it so differently that it is worth a talk: one a strength and the other a barrier, or two points of severity apart.
    pub apart: bool,
}

/// What was talked about, in the order of the instrument.
pub(super) fn findings<'a>(instrument: &'a Instrument, answers: &'a BTreeMap<String, Answer>) -> Vec<Finding<'a>> {
    let finding = |dimension: &'a Dimension| {
        let answer = answers.get(&dimension.id).filter(|answer| answer.is_given())?;
        let (own, seen) = (instrument.point(&answer.own), instrument.point(&answer.seen));
        let counts = seen.or(own)?;
        let apart = own.zip(seen).is_some_and(|(own, seen)| {
            own.severity.abs_diff(seen.severity) >= 2 || (own.strength && seen.severity > 0) || (seen.strength && own.severity > 0)
        });
        Some(Finding { dimension, answer, severity: counts.severity, strength: counts.strength, apart })
    };
    instrument.dimensions.iter().filter_map(finding).collect()
}

impl Assessment {
    /// What was talked about, in the order of the instrument.
    #[must_use]
    pub fn findings<'a>(&'a self, instrument: &'a Instrument) -> Vec<Finding<'a>> {
        findings(instrument, &self.answers)
    }

    /// What was noted without saying how things are, in the order of the instrument.
    #[must_use]
    pub fn noted<'a>(&'a self, instrument: &'a Instrument) -> Vec<(&'a Dimension, &'a Answer)> {
        let noted = |dimension: &'a Dimension| {
            let answer = self.answers.get(&dimension.id).filter(|answer| !answer.is_given() && **answer != Answer::default())?;
            Some((dimension, answer))
        };
        instrument.dimensions.iter().filter_map(noted).collect()
    }

    /// What stands in the way, the most severe first.
    #[must_use]
    pub fn barriers<'a>(&'a self, instrument: &'a Instrument) -> Vec<Finding<'a>> {
        let mut barriers: Vec<_> = self.findings(instrument).into_iter().filter(|finding| finding.severity > 0).collect();
        barriers.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        barriers
    }

    /// The last day until which it holds: after it, the situation is to be assessed anew (rules N6 and N7). Where nobody said how closely
    /// somebody is looked after, the slower rhythm counts.
    #[must_use]
    pub fn holds_until(&self, pack: &Pack) -> Date {
        self.on.plus_months(pack.tracks.rhythm(self.track.unwrap_or(Track::Basic)).reassess_months)
    }
}

/// The assessments that entries tell of, the newest first. Hand over the entries the reader may read. What another system sent is an entry like
/// any other and none of these, since nobody knows what it was made with.
#[must_use]
pub fn assessments(told: &[Told]) -> Vec<Assessment> {
    let mut all: BTreeMap<Id, Assessment> = BTreeMap::new();
    let mut entries: Vec<&Entry> = told.iter().map(|told| &told.entry).filter(|entry| entry.kind == EntryKind::Assessment).collect();
    entries.sort_by_key(|entry| (entry.recorded_at, entry.id));
    for entry in entries {
        let detail = |name: &str| entry.details.get(name).map(String::as_str).unwrap_or_default();
        let Ok(id) = detail("assessment").parse::<Id>() else { continue };
        let one = all.entry(id).or_insert_with(|| Assessment {
            id,
            on: entry.from,
            recorded_at: entry.recorded_at,
            by: entry.worker.clone().unwrap_or_default(),
            organisation: entry.organisation.clone(),
            instrument: detail("instrument").to_owned(),
            goal: None,
            track: None,
            summary: String::new(),
            answers: BTreeMap::new(),
        });
        one.goal = one.goal.or_else(|| detail("goal").parse().ok());
        one.track = one.track.or_else(|| detail("track").parse().ok());
        if !entry.body.is_empty() {
            one.summary.clone_from(&entry.body);
        }
        for (name, value) in &entry.details {
            let Some((dimension, part)) = name.split_once('.') else { continue };
            if let Some(place) = one.answers.entry(dimension.to_owned()).or_default().part_mut(part) {
                place.clone_from(value);
            }
        }
        if let (Some(follows), Some(dimension)) = (entry.details.get(CONCLUSION), entry.details.get("dimension")) {
            one.answers.entry(dimension.clone()).or_default().follows.clone_from(follows);
        }
    }
    let mut all: Vec<Assessment> = all.into_values().collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.on, one.recorded_at, one.id)));
    all
}

/// A detail of an entry, with the words a reader sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// As it is stored.
    pub name: String,
    /// As it is stored.
    pub value: String,
    /// What it is about, in words.
    pub label: String,
    /// What was said, in words; none where somebody wrote it themselves.
    pub words: Option<String>,
}

/// The details of an entry that tells of an assessment, in words. `None` when it was not made here.
#[must_use]
pub fn told(shell: &Shell, pack: &Pack, entry: &Entry) -> Option<Vec<Said>> {
    let instrument = entry.details.get("instrument").filter(|_| entry.kind == EntryKind::Assessment)?;
    let instrument = pack.instrument_of(instrument);
    let title = |dimension: &str| instrument.and_then(|one| one.dimension(dimension)).map_or(dimension, |one| one.title.read_in(shell.language.tag).1).to_owned();
    let words = |part: &str, value: &str| match part {
        "own" | "seen" => Some(instrument.and_then(|one| one.point(value)).map_or(value, |point| point.text.read_in(shell.language.tag).1).to_owned()),
        "wish" => Some(shell.word("assessment-wish", value)),
        "confirmed" => Some(shell.say("yes")),
        _ => None,
    };
    let said = |(name, value): (&String, &String)| {
        let (label, words) = match (name.as_str(), name.split_once('.')) {
            (_, Some((dimension, part))) => (shell.with2("assessment-part", &title(dimension), &shell.word("assessment-part", part)), words(part, value)),
            ("goal" | "track", _) => (shell.word("assessment", name), Some(shell.word(&format!("assessment-{name}"), value))),
            (CONCLUSION, _) => (shell.say("assessment-follows"), None),
            _ => return None,
        };
        Some(Said { name: name.clone(), value: value.clone(), label, words })
    };
    Some(entry.details.iter().filter_map(said).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use words::Sensitivity;

    fn entry(number: u8, on: &str, details: &[(&str, &str)]) -> Told {
        let details = details.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let id = |number| Id::from_bytes(&[number; 16]).unwrap();
        let entry = Entry {
            subject: id(0), id: id(number), kind: EntryKind::Assessment, from: on.parse().unwrap(), to: None, recorded_at: Time::from_micros(i64::from(number)),
            organisation: "es".to_owned(), author: None, worker: Some("Jana".to_owned()), sensitivity: Sensitivity::CONFIDENTIAL, corrects: None, source: None,
            body: if number.is_multiple_of(2) { format!("conclusion {number}") } else { String::new() }, details,
        };
        Told { entry, earlier: Vec::new() }
    }

    fn history() -> Vec<Told> {
        let (first, second) = (Id::from_bytes(&[100; 16]).unwrap().to_string(), Id::from_bytes(&[101; 16]).unwrap().to_string());
        vec![
            entry(2, "2026-01-10", &[
                ("assessment", &first), ("instrument", "holistic/1"), ("goal", "known-occupation"), ("track", "intensive"), ("skills.own", "strength"), ("skills.seen", "fine"),
                ("debt.own", "fine"), ("debt.seen", "serious"), ("debt.wish", "later"), ("care.own", "small"), ("motivation.note", "nothing chosen"),
            ]),
            entry(3, "2026-01-10", &[("assessment", &first), ("instrument", "holistic/1"), ("dimension", "health"), ("health.seen", "blocks"), ("conclusion", "no heavy lifting")]),
            entry(4, "2026-06-01", &[("assessment", &second), ("instrument", "holistic/1"), ("track", "basic"), ("skills.seen", "strength")]),
            entry(5, "2026-07-01", &[("outcome", "sent by somebody else")]),
        ]
    }

    #[test]
    fn what_was_assessed_is_put_together_from_its_entries() {
        let pack = Pack::eu_default().unwrap();
        let all = assessments(&history());
        let [newest, first] = all.as_slice() else { panic!("two, not {}", all.len()) };
        assert_eq!((newest.on.to_string().as_str(), newest.track, newest.goal), ("2026-06-01", Some(Track::Basic), None));
        assert_eq!((first.goal, first.track, first.by.as_str(), first.summary.as_str()), (Some(Goal::KnownOccupation), Some(Track::Intensive), "Jana", "conclusion 2"));
        let instrument = pack.instrument_of(&first.instrument).unwrap();
        let found: Vec<(&str, u8, bool, bool)> = first.findings(instrument).iter().map(|one| (one.dimension.id.as_str(), one.severity, one.strength, one.apart)).collect();
        assert_eq!(found, [("skills", 0, false, false), ("care", 1, false, false), ("debt", 2, false, true), ("health", 3, false, false)]);
        let barriers: Vec<&str> = first.barriers(instrument).iter().map(|one| one.dimension.id.as_str()).collect();
        assert_eq!(barriers, ["health", "debt", "care"]);
        assert_eq!(first.answers["health"].follows, "no heavy lifting");
        // Rules N6 and N7: half a year on the intensive track, a year on the basic one.
        assert_eq!((first.holds_until(&pack).to_string().as_str(), newest.holds_until(&pack).to_string().as_str()), ("2026-07-10", "2027-06-01"));
    }

    #[test]
    fn who_may_not_read_a_shielded_entry_knows_nothing_of_its_dimension() {
        let told: Vec<Told> = history().into_iter().filter(|told| !told.entry.details.contains_key("health.seen")).collect();
        assert!(!assessments(&told)[1].answers.contains_key("health"));
    }

    #[test]
    fn a_strength_here_and_a_barrier_there_are_apart_and_a_step_is_not() {
        let pack = Pack::eu_default().unwrap();
        let instrument = pack.instruments_in_use()[0];
        for (own, seen, apart) in [("strength", "small", true), ("small", "strength", true), ("fine", "small", false), ("fine", "serious", true), ("strength", "fine", false), ("", "blocks", false)] {
            let answers = BTreeMap::from([("skills".to_owned(), Answer { own: own.to_owned(), seen: seen.to_owned(), ..Answer::default() })]);
            assert_eq!(findings(instrument, &answers)[0].apart, apart, "{own} {seen}");
        }
    }

    proptest! {
        #[test]
        fn no_order_of_entries_changes_what_was_assessed(shuffled in Just(history()).prop_shuffle()) {
            prop_assert_eq!(assessments(&shuffled), assessments(&history()));
        }
    }
}

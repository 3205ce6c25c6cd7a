//! Instruments for the in-depth assessment: dimensions, questions and scales with words on every point, as data in the pack's folder
//! `instruments`. A version that was used stays in the folder, so that old answers can be read.

use super::policy::Translated;
use serde::Deserialize;
use std::collections::BTreeSet;
use words::{EntryKind, Sensitivity, stored_words};

stored_words! {
    /// How an instrument is used (toolkit ch. 2 section 2.1, requirement ASM-03).
    Method {
        /// A structured interview that the counsellor scores.
        Interview = "interview",
        /// Answered by the client, and looked at together.
        Together = "together",
    }
}

/// One instrument in one version.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its short name.
    pub id: String,
    /// Its version: 1, 2, 3 …
    pub version: u32,
    #[serde(rename = "method")]
    method_word: String,
    /// How long it is planned for, in minutes (requirement ASM-10).
    pub minutes: u32,
    /// Under which terms it may be used.
    pub licence: String,
    /// Its name.
    pub title: Translated,
    /// What it is for, to both who go through it.
    pub about: Translated,
    /// The words of its scale, from what helps to what blocks.
    pub points: Vec<Point>,
    /// What is looked at, in the order it is asked.
    pub dimensions: Vec<Dimension>,
}

/// A point of a scale.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// What is stored.
    pub value: String,
    /// Whether it speaks of a strength.
    #[serde(default)]
    pub strength: bool,
    /// How much of a barrier it speaks of, from 0, none, to 3, it blocks everything else.
    pub severity: u8,
    /// In words.
    pub text: Translated,
}

/// Something that is looked at.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// What is stored.
    pub id: String,
    /// Whether an assessment is finished only once it is answered (requirement ASM-01: at least three).
    #[serde(default)]
    pub required: bool,
    /// How sensitive its answers are, where they are more so than an assessment is: 0 to 4.
    #[serde(default)]
    level: i64,
    /// Fields of the single view that are shown to be confirmed.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Kinds of entries that are shown beside it.
    #[serde(default)]
    kinds: Vec<String>,
    /// Its name.
    pub title: Translated,
    /// An open question that begins the talk.
    pub ask: Translated,
    /// What the counsellor listens for.
    pub look: Translated,
}

impl Instrument {
    /// What is stored of an assessment to know by what it was made: name and version.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}/{}", self.id, self.version)
    }

    /// How it is used.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method_word.parse().unwrap_or(Method::Interview)
    }

    /// A dimension by its id.
    #[must_use]
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|one| one.id == id)
    }

    /// A point by its value.
    #[must_use]
    pub fn point(&self, value: &str) -> Option<&Point> {
        self.points.iter().find(|one| one.value == value)
    }

    /// Reads and checks the text of an instrument.
    pub(super) fn read(text: &str) -> Result<Instrument, String> {
        let instrument: Instrument = toml::from_str(text).map_err(|e| e.to_string())?;
        instrument.check()?;
        Ok(instrument)
    }

    fn check(&self) -> Result<(), String> {
        self.method_word.parse::<Method>().map_err(|known| format!("method “{}” is none of {known}", self.method_word))?;
        if self.version == 0 || !(5..=240).contains(&self.minutes) {
            return Err("versions begin at 1, and minutes run from 5 to 240".to_owned());
        }
        for (what, text) in [("title", &self.title), ("about", &self.about)] {
            text.check(what)?;
        }
        words("an instrument", [&self.id])?;
        words("a point", self.points.iter().map(|point| &point.value))?;
        words("a dimension", self.dimensions.iter().map(|one| &one.id))?;
        for point in &self.points {
            point.text.check(&format!("point {}: text", point.value))?;
            if point.severity > 3 || (point.strength && point.severity > 0) {
                return Err(format!("point {}: severity runs from 0 to 3, and what is a strength is no barrier", point.value));
            }
        }
        if self.points.len() < 2 || self.dimensions.iter().all(|one| !one.required) {
            return Err("an instrument has two points at least, and a dimension that is required".to_owned());
        }
        self.dimensions.iter().try_for_each(Dimension::check)
    }
}

impl Dimension {
    /// How sensitive its answers are, where an assessment as such is as sensitive as `usual`.
    #[must_use]
    pub fn level(&self, usual: Sensitivity) -> Sensitivity {
        usual.max(Sensitivity::new(self.level))
    }

    /// Whether entries of this kind are shown beside it.
    #[must_use]
    pub fn is_told_by(&self, kind: EntryKind) -> bool {
        self.kinds.iter().any(|known| known == kind.word())
    }

    fn check(&self) -> Result<(), String> {
        for (what, text) in [("title", &self.title), ("ask", &self.ask), ("look", &self.look)] {
            text.check(&format!("dimension {}: {what}", self.id))?;
        }
        if !(0..=4).contains(&self.level) {
            return Err(format!("dimension {}: level = {}: levels run from 0 to 4", self.id, self.level));
        }
        match self.kinds.iter().find_map(|kind| kind.parse::<EntryKind>().err().map(|known| (kind, known))) {
            Some((kind, known)) => Err(format!("dimension {}: kind “{kind}” is none of {known}", self.id)),
            None => Ok(()),
        }
    }
}

/// Whether these can be stored and put into an address, each once.
fn words<'a>(what: &str, all: impl IntoIterator<Item = &'a String>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for word in all {
        if word.is_empty() || !word.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-') {
            return Err(format!("{what} is called “{word}”: use small letters, digits and -"));
        }
        if !seen.insert(word) {
            return Err(format!("{what} “{word}” is there twice"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOLISTIC: &str = include_str!("../../../../packs/eu-default/instruments/holistic.toml");

    #[test]
    fn the_interview_that_ships_has_fourteen_dimensions_and_words_on_every_point_in_every_language() {
        let interview = Instrument::read(HOLISTIC).unwrap();
        assert_eq!((interview.key().as_str(), interview.method(), interview.dimensions.len()), ("holistic/1", Method::Interview, 14));
        let required: Vec<&str> = interview.dimensions.iter().filter(|one| one.required).map(|one| one.id.as_str()).collect();
        assert_eq!(required, ["skills", "expectations", "job-search"]);
        let severities: Vec<(bool, u8)> = interview.points.iter().map(|point| (point.strength, point.severity)).collect();
        assert_eq!(severities, [(true, 0), (false, 0), (false, 1), (false, 2), (false, 3)]);
        assert_eq!(interview.dimension("health").unwrap().level(Sensitivity::CONFIDENTIAL), Sensitivity::SPECIAL);
        assert_eq!(interview.dimension("debt").unwrap().level(Sensitivity::CONFIDENTIAL), Sensitivity::CONFIDENTIAL);
        for tag in ["en", "de", "ar"] {
            let all = interview.dimensions.iter().flat_map(|one| [&one.title, &one.ask, &one.look]).chain(interview.points.iter().map(|point| &point.text));
            assert!(all.into_iter().all(|text| text.read_in(tag).0.tag == tag), "{tag}");
        }
    }

    #[test]
    fn a_wrong_instrument_is_refused_in_words() {
        for (right, wrong, says) in [
            ("id = \"skills\"", "id = \"Skills\"", "small letters"),
            ("id = \"skills\"", "id = \"experience\"", "twice"),
            ("severity = 3", "severity = 4", "0 to 3"),
            ("method = \"interview\"", "method = \"oracle\"", "interview, together"),
            ("level = 4", "level = 5", "0 to 4"),
            ("version = 1", "version = 0", "begin at 1"),
            ("kinds = [\"training\"]", "kinds = [\"wedding\"]", "wedding"),
            ("required = true", "reqired = true", "reqired"),
        ] {
            assert!(HOLISTIC.contains(right), "{right}");
            let problem = Instrument::read(&HOLISTIC.replacen(right, wrong, 1)).unwrap_err();
            assert!(problem.contains(says), "{problem}");
        }
    }
}

//! The policy of a pack: versions with their days, and what each says in plain words about every topic a policy has to have.
//!
//! A text may be given in several languages and always is in English. A topic whose text changes is written once more with the version it
//! holds from, so that what somebody acknowledged or signed can be read as it was.

use super::PackError;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use web::Language;
use words::{Date, stored_words};

stored_words! {
    /// What a policy says something about, in the order it is read.
    Topic {
        /// The privacy statement: for the people whose case history is kept.
        Privacy = "privacy",
        /// What data is used for, and on which legal grounds.
        Purposes = "purposes",
        /// Who works here as what, and what each may.
        Roles = "roles",
        /// Who gives what to whom.
        Sharing = "sharing",
        /// How long it is kept.
        Retention = "retention",
        /// How it is guarded.
        Security = "security",
        /// The rules for those who work here, and what misuse leads to.
        Rules = "rules",
        /// What is logged about those who work here.
        Staff = "staff",
        /// Whom to complain to.
        Complaints = "complaints",
    }
}

/// A text in the languages in which a pack gives it.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Translated(BTreeMap<String, String>);

impl Translated {
    /// The text in a language, or else in English; with the language it is in.
    #[must_use]
    pub fn read_in(&self, tag: &str) -> (&'static Language, &str) {
        let known = self.0.get_key_value(tag).or_else(|| self.0.get_key_value("en"));
        known.map_or((web::language("en"), ""), |(tag, text)| (web::language(tag), text.trim()))
    }

    pub(super) fn check(&self, what: &str) -> Result<(), String> {
        if self.0.get("en").is_none_or(|text| text.trim().is_empty()) {
            return Err(format!("{what} has no text in English: write {what}.en"));
        }
        match self.0.keys().find(|tag| web::LANGUAGES.iter().all(|known| known.tag != tag.as_str())) {
            Some(tag) => Err(format!("{what}.{tag}: no page is shown in this language")),
            None => Ok(()),
        }
    }
}

/// One version of the policy.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its number: 1, 2, 3 …
    pub number: u32,
    /// The first day it is in force.
    pub from: Date,
    /// By when somebody looks at it again.
    pub review_by: Date,
    /// What changed with it.
    pub changed: Translated,
}

/// What a policy says about one topic, from one version on.
#[derive(Clone, Debug)]
pub struct Section {
    /// About what.
    pub topic: Topic,
    since: u32,
    /// The heading.
    pub title: Translated,
    /// The text: paragraphs with an empty line between, and lists whose lines begin with a dash.
    pub text: Translated,
}

/// The policy of a pack.
#[derive(Clone, Debug)]
pub struct Policy {
    /// An acknowledgement holds for so many months.
    pub acknowledge_months: u32,
    versions: Vec<Version>,
    sections: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    acknowledge_months: Spanned<u32>,
    version: Vec<FileVersion>,
    section: Vec<FileSection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileVersion {
    number: Spanned<u32>,
    in_force_from: Spanned<String>,
    review_by: Spanned<String>,
    changed: Translated,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSection {
    topic: Spanned<String>,
    #[serde(default = "first")]
    since: u32,
    title: Translated,
    text: Translated,
}

fn first() -> u32 {
    1
}

/// What is wrong, and at which byte of the file; at none where something is missing.
type Wrong = (Option<usize>, String);

impl Policy {
    /// Reads and checks a policy.
    ///
    /// # Errors
    /// [`PackError`] with the file, and the line of what is wrong in it.
    pub fn read(file: &str, text: &str) -> Result<Policy, PackError> {
        let read: File = toml::from_str(text).map_err(|error| PackError { file: file.to_owned(), problem: error.to_string() })?;
        Policy::check(read).map_err(|(at, problem)| {
            let line = at.map(|at| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1);
            PackError { file: line.map_or_else(|| file.to_owned(), |line| format!("{file}, line {line}")), problem }
        })
    }

    fn check(file: File) -> Result<Policy, Wrong> {
        let months = file.acknowledge_months;
        if !(1..=24).contains(months.get_ref()) {
            return Err((Some(months.span().start), format!("acknowledge_months = {}: write a number from 1 to 24", months.get_ref())));
        }
        let mut versions: Vec<Version> = Vec::new();
        for version in file.version {
            versions.push(version.check(versions.last())?);
        }
        if versions.is_empty() {
            return Err((None, "there is no [[version]]: a policy has one at least".to_owned()));
        }
        let (mut sections, mut known) = (Vec::new(), BTreeSet::new());
        for section in file.section {
            let at = Some(section.topic.span().start);
            let section = section.check(versions.len()).map_err(|problem| (at, problem))?;
            if !known.insert((section.topic, section.since)) {
                return Err((at, format!("“{}” has two texts from version {} on: leave one", section.topic, section.since)));
            }
            sections.push(section);
        }
        // A topic that comes with a later version would leave the first one without it.
        match Topic::ALL.iter().find(|topic| !known.contains(&(**topic, 1))) {
            Some(topic) => Err((None, format!("there is no [[section]] about “{topic}” in version 1: every policy says something about {}", said()))),
            None => Ok(Policy { acknowledge_months: *months.get_ref(), versions, sections }),
        }
    }

    /// The version in force on a day: the last one that has begun; none before the first.
    #[must_use]
    pub fn in_force(&self, day: Date) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.from <= day)
    }

    /// The version with this number.
    #[must_use]
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// Every version, the newest first.
    pub fn versions(&self) -> impl Iterator<Item = &Version> {
        self.versions.iter().rev()
    }

    /// What a version says about a topic.
    #[must_use]
    pub fn section(&self, version: u32, topic: Topic) -> Option<&Section> {
        self.sections.iter().filter(|section| section.topic == topic && section.since <= version).max_by_key(|section| section.since)
    }
}

fn said() -> String {
    Topic::ALL.iter().map(|topic| topic.word()).collect::<Vec<_>>().join(", ")
}

impl FileVersion {
    fn check(self, before: Option<&Version>) -> Result<Version, Wrong> {
        let day = |text: Spanned<String>| {
            let at = text.span().start;
            text.get_ref().parse::<Date>().map(|day| (at, day)).map_err(|error| (Some(at), error.to_string()))
        };
        let at = Some(self.number.span().start);
        let number = self.number.into_inner();
        let next = before.map_or(1, |version| version.number + 1);
        if number != next {
            return Err((at, format!("number = {number}: versions are counted, the next one is {next}")));
        }
        let (from_at, from) = day(self.in_force_from)?;
        if let Some(before) = before.filter(|before| from <= before.from) {
            return Err((Some(from_at), format!("in_force_from = {from}: version {} is in force from {} already", before.number, before.from)));
        }
        let (review_at, review_by) = day(self.review_by)?;
        if review_by <= from {
            return Err((Some(review_at), format!("review_by = {review_by}: a version is looked at again after it is in force from {from}")));
        }
        self.changed.check("changed").map_err(|problem| (at, problem))?;
        Ok(Version { number, from, review_by, changed: self.changed })
    }
}

impl FileSection {
    fn check(self, versions: usize) -> Result<Section, String> {
        let topic = self.topic.get_ref();
        let topic: Topic = topic.parse().map_err(|known| format!("the topic “{topic}” is none of {known}"))?;
        if self.since == 0 || usize::try_from(self.since).is_ok_and(|since| since > versions) {
            return Err(format!("since = {}: there is no such version", self.since));
        }
        self.title.check("title")?;
        self.text.check("text")?;
        Ok(Section { topic, since: self.since, title: self.title, text: self.text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pack;

    const EU: &str = include_str!("../../../../packs/eu-default/policy.toml");

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// What is said of the shipped policy when this stands in the place of that.
    fn refused(from: &str, to: &str) -> String {
        assert!(EU.contains(from), "{from}");
        Policy::read("policy.toml", &EU.replacen(from, to, 1)).unwrap_err().to_string()
    }

    #[test]
    fn the_policy_that_ships_says_something_about_everything_in_every_version() {
        let policy = Pack::eu_default().unwrap().policy;
        assert_eq!(policy.acknowledge_months, 12);
        for (version, topic) in policy.versions().flat_map(|version| Topic::ALL.iter().map(move |topic| (version, *topic))) {
            let section = policy.section(version.number, topic).unwrap();
            assert!(section.text.read_in("en").1.len() > 60, "{topic}");
        }
        let last = policy.versions().next().unwrap();
        for language in web::LANGUAGES {
            let rules = policy.section(last.number, Topic::Rules).unwrap();
            assert_eq!(rules.text.read_in(language.tag).0.tag, language.tag, "whoever works here reads the rules in their language");
        }
    }

    #[test]
    fn a_version_holds_from_its_day_until_the_next_one() {
        let policy = Pack::eu_default().unwrap().policy;
        let of = |text: &str| policy.in_force(day(text)).map(|version| version.number);
        assert_eq!([of("2023-12-31"), of("2024-01-01"), of("2026-08-31"), of("2026-09-01"), of("2031-01-01")], [None, Some(1), Some(1), Some(2), Some(2)]);
        // What was said before can be read as it was.
        let rules = |version| policy.section(version, Topic::Rules).unwrap().text.read_in("en").1;
        assert_ne!(rules(1), rules(2));
    }

    #[test]
    fn a_text_that_is_not_there_in_a_language_is_read_in_english_and_says_so() {
        let text: Translated = toml::from_str("en = \"Yes\"\nar = \"نعم\"").unwrap();
        let read = |tag| (text.read_in(tag).0.tag, text.read_in(tag).1);
        assert_eq!([read("en"), read("ar"), read("de")], [("en", "Yes"), ("ar", "نعم"), ("en", "Yes")]);
    }

    #[test]
    fn a_policy_that_leaves_something_out_or_says_what_nobody_understands_is_refused_with_its_line() {
        let line = |of: &str| EU.split_once(of).unwrap().0.lines().count() + 1;
        assert!(refused("topic = \"complaints\"", "topic = \"complains\"").contains(&format!("policy.toml, line {}: the topic “complains” is none of", line("topic = \"complaints\""))));
        assert!(refused("topic = \"staff\"", "topic = \"staff\"\nsince = 2").contains("no [[section]] about “staff” in version 1"));
        assert!(refused("topic = \"security\"", "topic = \"retention\"").contains("“retention” has two texts from version 1"));
        assert!(refused("number = 2", "number = 3").contains(&format!("line {}: number = 3: versions are counted, the next one is 2", line("number = 2"))));
        assert!(refused("in_force_from = \"2026-09-01\"", "in_force_from = \"2023-09-01\"").contains("version 1 is in force from 2024-01-01 already"));
        assert!(refused("review_by = \"2027-09-01\"", "review_by = \"2026-09-01\"").contains("looked at again after"));
        assert!(refused("review_by = \"2027-09-01\"", "review_by = \"next year\"").contains(&format!("line {}", line("review_by = \"2027-09-01\""))));
        assert!(refused("acknowledge_months = 12", "acknowledge_months = 0").contains("from 1 to 24"));
        assert!(refused("since = 2", "since = 9").contains("since = 9: there is no such version"));
        assert!(refused("title.en", "title.fr").contains("title has no text in English"));
        assert!(refused("title.de", "title.fr").contains("title.fr: no page is shown in this language"));
        assert!(refused("acknowledge_months", "acknowledge_moons").contains("acknowledge_moons"));
    }
}

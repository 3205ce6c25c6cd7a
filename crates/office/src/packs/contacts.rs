//! What a country decides about meeting people: how often at the very least, and which words are pointed out before a note is shared.

use serde::Deserialize;
use std::collections::BTreeMap;
use words::ContactRule;

/// The section `[contacts]` of a pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    floor_months: u32,
    warn_days: i64,
    /// What is typed about a meeting and not saved is kept for so many days.
    pub draft_days: i64,
    /// How long a meeting is planned for when nobody says otherwise, in minutes.
    pub minutes: i64,
    /// Whether a meeting in a group counts as a contact.
    pub group_counts: bool,
    /// By topic the words that look like it, in lower case; one that ends in `*` stands for all that begin so.
    pub pointed_out: BTreeMap<String, Vec<String>>,
}

/// Topics that have a name in the messages.
pub const TOPICS: [&str; 3] = ["health", "debt", "belief"];

impl Contacts {
    /// The numbers behind the floor.
    #[must_use]
    pub fn rule(&self) -> ContactRule {
        ContactRule { floor_months: self.floor_months, warn_days: self.warn_days }
    }

    pub(super) fn check(&self) -> Result<(), String> {
        if !(1..=3).contains(&self.floor_months) {
            return Err("[contacts] floor_months is 1, 2 or 3: nobody is without a contact for longer than three months".to_owned());
        }
        if !(0..=60).contains(&self.warn_days) || !(5..=240).contains(&self.minutes) {
            return Err("[contacts] warn_days runs from 0 to 60, minutes from 5 to 240".to_owned());
        }
        if !(1..=90).contains(&self.draft_days) {
            return Err("[contacts] draft_days runs from 1 to 90: what is typed and not saved is nothing to be kept".to_owned());
        }
        let known: Vec<&str> = self.pointed_out.keys().map(String::as_str).collect();
        if let Some(topic) = known.iter().find(|topic| !TOPICS.contains(topic)) {
            return Err(format!("[contacts.pointed_out] “{topic}” is none of {}", TOPICS.join(", ")));
        }
        let bare = |word: &&String| word.trim_end_matches('*').trim().is_empty() || **word != word.to_lowercase() || word.contains(char::is_whitespace);
        match self.pointed_out.values().flatten().find(bare) {
            Some(word) => Err(format!("[contacts.pointed_out] “{word}” is not one word in lower case")),
            None => Ok(()),
        }
    }

    /// What in a text looks like one of the topics: topic and word, as it was written, each once and in the order of the text.
    #[must_use]
    pub fn points_out<'a>(&'a self, text: &'a str) -> Vec<(&'a str, &'a str)> {
        let mut found: Vec<(&str, &str)> = Vec::new();
        for written in text.split(|letter: char| !letter.is_alphanumeric()).filter(|written| !written.is_empty()) {
            let word = written.to_lowercase();
            // Arabic writes the article onto the word.
            let bare = word.strip_prefix("ال").unwrap_or(&word);
            let is = |known: &String| known.strip_suffix('*').map_or(bare == known, |start| bare.starts_with(start));
            let topic = self.pointed_out.iter().find(|(_, words)| words.iter().any(is)).map(|(topic, _)| topic.as_str());
            found.extend(topic.map(|topic| (topic, written)).filter(|one| !found.contains(one)));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::Pack;

    #[test]
    fn words_that_look_like_health_debt_or_belief_are_pointed_out_as_they_were_written() {
        let contacts = Pack::eu_default().unwrap().contacts;
        let text = "Her Depression is better, says she. Debts: paid. depression again; she prays. Will bring the letter on Friday.";
        assert_eq!(contacts.points_out(text), [("health", "Depression"), ("debt", "Debts"), ("health", "depression"), ("belief", "prays")]);
        assert!(contacts.points_out("Wants to work in a kitchen, looks for a course in the mornings.").is_empty());
        for (text, topic) in [("Er hat Schulden", "debt"), ("Sie ist krankgeschrieben", "health"), ("geht in die Moschee", "belief"), ("عليه ديون", "debt"), ("مريض منذ شهر", "health"), ("يذهب إلى المسجد", "belief")] {
            assert_eq!(contacts.points_out(text).first().map(|(topic, _)| *topic), Some(topic), "{text}");
        }
    }

    #[test]
    fn the_floor_is_neither_switched_off_nor_stretched() {
        let contacts = Pack::eu_default().unwrap().contacts;
        for (months, fits) in [(0, false), (1, true), (3, true), (4, false)] {
            assert_eq!(super::Contacts { floor_months: months, ..contacts.clone() }.check().is_ok(), fits, "{months}");
        }
    }
}

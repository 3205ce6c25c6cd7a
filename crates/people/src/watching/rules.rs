//! The rules of watching: pure. What a person's file says is handed in, and out come the rules that an opening meets.

use crate::records::{Said, Version};
use history::flags::Rule;
use std::collections::BTreeSet;
use words::{Date, Time};

/// Whoever looked, as far as their name tells.
pub(super) struct Looker {
    /// The words of their name, folded, in their order.
    words: Vec<String>,
    /// Where those live who are called as they are, folded.
    pub homes: BTreeSet<String>,
}

impl Looker {
    pub(super) fn called(name: &str) -> Looker {
        Looker { words: words(name), homes: BTreeSet::new() }
    }

    /// The family name and a given name, to look for namesakes; none for a name of one word.
    pub(super) fn name(&self) -> Option<[&str; 2]> {
        match self.words.as_slice() {
            [given, .., family] => Some([family, given]),
            _ => None,
        }
    }

    /// Whether a record is called as they are: by all words of their name and no other.
    pub(super) fn is_called(&self, said: &Said) -> bool {
        let (given, family) = names(said);
        let all: BTreeSet<&String> = given.iter().chain(&family).collect();
        !family.is_empty() && !given.is_empty() && all == self.words.iter().collect()
    }

    /// Whether a record has a family name of theirs. Their own given name comes first and tells of no family; a name of one word is
    /// a family name; words of one or two letters, such as “de”, stand in the names of many families.
    fn shares_surname(&self, said: &Said) -> bool {
        let own = if self.words.len() > 1 { self.words.get(1..) } else { self.words.get(..) };
        let (_, family) = names(said);
        own.unwrap_or_default().iter().any(|word| word.chars().count() > 2 && family.contains(word))
    }
}

/// A person whose file was opened.
#[derive(Default)]
pub(super) struct Person {
    /// What their records say.
    pub records: Vec<Version>,
    /// Whether the officer has said that they are well known.
    pub well_known: bool,
    /// The last day they were unemployed; none while they are, and when nothing is known of it.
    pub ended: Option<Date>,
}

/// The rules that this opening of a person's file meets. Of the three that go by names the strongest speaks alone.
pub(super) fn of_opening(looker: &Looker, person: &Person, on: Date, closed_after_days: i64) -> Vec<Rule> {
    let says = |fits: &dyn Fn(&Said) -> bool| person.records.iter().any(|record| fits(&record.said));
    let lives = |said: &Said| home(said).is_some_and(|home| looker.homes.contains(&home));
    let near = if says(&|said| looker.is_called(said)) {
        Some(Rule::OwnFile)
    } else if says(&lives) {
        Some(Rule::SameAddress)
    } else {
        says(&|said| looker.shares_surname(said)).then_some(Rule::SameSurname)
    };
    let closed = person.ended.is_some_and(|last| on.days_since(last) > closed_after_days);
    let others = [(person.well_known, Rule::WellKnown), (closed, Rule::AfterClosure)];
    near.into_iter().chain(others.into_iter().filter_map(|(meets, rule)| meets.then_some(rule))).collect()
}

/// How many of these moments lie in the `minutes` before and up to `at`.
pub(super) fn lately(moments: &[Time], at: Time, minutes: i64) -> i64 {
    let since = at.plus_seconds(-minutes * 60);
    let count = moments.iter().filter(|moment| **moment > since && **moment <= at).count();
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// An address, folded so that spelling does not hide a neighbour; none without a street.
pub(super) fn home(said: &Said) -> Option<String> {
    said.get("street")?;
    said.address().map(|address| linkage::fold(&address))
}

fn names(said: &Said) -> (Vec<String>, Vec<String>) {
    let (given, family) = said.names();
    (given.as_deref().map(words).unwrap_or_default(), family.as_deref().map(words).unwrap_or_default())
}

/// The words of a name, folded.
fn words(name: &str) -> Vec<String> {
    linkage::fold(name).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Id;

    fn said(values: &[(&str, &str)]) -> Said {
        values.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
    }

    fn person(values: &[(&str, &str)]) -> Person {
        let at = Time::from_micros(0);
        let record = Id::from_bytes(&[1; 16]).unwrap();
        let version = Version {
            record, version: 1, organisation: "clinic".into(), source_key: "1".into(), said: said(values), observed: at.date(), received_at: at,
        };
        Person { records: vec![version], ..Person::default() }
    }

    fn met(name: &str, values: &[(&str, &str)]) -> Vec<Rule> {
        of_opening(&Looker::called(name), &person(values), Time::from_micros(0).date(), 180)
    }

    #[test]
    fn ones_own_name_and_ones_family_name_are_met_however_they_are_written() {
        assert_eq!(met("Jana Novák", &[("given_name", "JANA"), ("family_name", "NOVAK")]), [Rule::OwnFile]);
        assert_eq!(met("Jana Novák", &[("full_name", "Novak, Jana")]), [Rule::OwnFile]);
        assert_eq!(met("Jana Novák", &[("given_name", "Petr"), ("family_name", "Novak")]), [Rule::SameSurname]);
        assert_eq!(met("Jana Novák", &[("given_name", "Petr"), ("family_name", "Svoboda-Novák")]), [Rule::SameSurname]);
        assert_eq!(met("Jana Novák", &[("given_name", "Novak"), ("family_name", "Jana")]), [Rule::OwnFile]);
        assert_eq!(met("Jana Novák", &[("given_name", "Petr"), ("family_name", "Jana")]), []);
        assert_eq!(met("Piet de Wit", &[("given_name", "Anna"), ("family_name", "de Boer")]), []);
        assert_eq!(met("Piet de Wit", &[("given_name", "Anna"), ("family_name", "de Wit")]), [Rule::SameSurname]);
        assert_eq!(met("Jana Novák", &[("birth_date", "1980-01-01")]), []);
    }

    #[test]
    fn a_neighbour_is_met_by_the_address_of_those_called_alike() {
        let mut looker = Looker::called("Jana Novák");
        let lives = [("street", "Mill Lane"), ("house", "4"), ("postcode", "1010"), ("city", "Winford")];
        looker.homes.extend(home(&said(&lives)));
        let neighbour = |values: &[(&str, &str)]| of_opening(&looker, &person(values), Time::from_micros(0).date(), 180);
        assert_eq!(neighbour(&[&[("given_name", "Petr"), ("family_name", "Svoboda")][..], &lives].concat()), [Rule::SameAddress]);
        assert_eq!(neighbour(&[("given_name", "Petr"), ("family_name", "Svoboda"), ("city", "Winford")]), []);
    }

    #[test]
    fn a_file_is_closed_a_time_after_its_person_ceased_to_be_unemployed() {
        let ended: Date = "2026-01-10".parse().unwrap();
        let person = Person { ended: Some(ended), ..Person::default() };
        let on = |days| of_opening(&Looker::called("Jana Novák"), &person, ended.plus_days(days), 180);
        assert_eq!(on(180), []);
        assert_eq!(on(181), [Rule::AfterClosure]);
        assert_eq!(of_opening(&Looker::called("Jana Novák"), &Person { well_known: true, ..Person::default() }, ended, 180), [Rule::WellKnown]);
    }

    #[test]
    fn a_burst_is_what_lies_in_the_minutes_before() {
        let moments: Vec<Time> = (0..10).map(|minute| Time::from_micros(0).plus_seconds(minute * 60)).collect();
        assert_eq!(lately(&moments, moments[9], 5), 5);
        assert_eq!(lately(&moments, moments[2], 5), 3);
    }
}

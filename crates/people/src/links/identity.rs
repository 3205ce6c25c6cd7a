//! Records as linkage sees them, and linkage's words as ours.

use super::{Evidence, Weighed};
use crate::records::{Everyone, Said, ways_to_split};
use linkage::{Explanation, Field, Table};
use std::collections::{BTreeMap, HashMap};
use words::Id;

/// The fields linkage compares, and where they stand in the shared model.
const COMPARED: [(Field, &str); 13] = [
    (Field::GivenName, "given_name"),
    (Field::FamilyName, "family_name"),
    (Field::FullName, "full_name"),
    (Field::BirthDate, "birth_date"),
    (Field::Sex, "sex"),
    (Field::NationalId, "national_id"),
    (Field::Phone, "phone"),
    (Field::Email, "email"),
    (Field::Street, "street"),
    (Field::HouseNumber, "house"),
    (Field::Unit, "unit"),
    (Field::Postcode, "postcode"),
    (Field::City, "city"),
];

/// What these organisations say of people, as a table for linkage; row `n` is the `n`th of them.
#[must_use]
pub fn table_of<'a>(said: impl Iterator<Item = (&'a str, &'a Said)>) -> Table {
    let said: Vec<(&str, &Said)> = said.collect();
    let book = NameBook::of(said.iter().map(|(_, said)| *said));
    let mut builder = Table::builder(&COMPARED.map(|(field, _)| field));
    let mut sources: BTreeMap<&str, u32> = BTreeMap::new();
    for (organisation, said) in said {
        let next = u32::try_from(sources.len()).unwrap_or(u32::MAX);
        let source = *sources.entry(organisation).or_insert(next);
        let (given, family) = book.names(said);
        let value = |(field, name): (Field, &'static str)| match field {
            Field::GivenName => given.clone().unwrap_or_default(),
            Field::FamilyName => family.clone().unwrap_or_default(),
            // Names come apart by our own rule, so that the page and the comparison speak of the same words.
            Field::FullName => String::new(),
            Field::Sex => said.get(name).map_or("", |sex| match sex { "woman" => "F", "man" => "M", _ => "" }).to_owned(),
            _ => said.get(name).unwrap_or_default().to_owned(),
        };
        let values = COMPARED.map(value);
        builder.push(source, &values.each_ref().map(String::as_str));
    }
    builder.build()
}

/// How often a word stands as a given and as a family name where sources tell them apart: it says which way round a
/// whole name is to be read.
struct NameBook {
    given: HashMap<String, f64>,
    family: HashMap<String, f64>,
}

impl NameBook {
    fn of<'a>(said: impl Iterator<Item = &'a Said>) -> NameBook {
        let mut book = NameBook { given: HashMap::new(), family: HashMap::new() };
        for said in said {
            for (field, counts) in [("given_name", &mut book.given), ("family_name", &mut book.family)] {
                for word in said.get(field).unwrap_or_default().split_whitespace() {
                    *counts.entry(linkage::fold(word)).or_insert(0.0) += 1.0;
                }
            }
        }
        book
    }

    /// Given and family name, the way round that the words' other uses make likelier.
    fn names(&self, said: &Said) -> (Option<String>, Option<String>) {
        let ways = match said.get("full_name") {
            Some(whole) if said.get("given_name").is_none() => ways_to_split(whole),
            _ => Vec::new(),
        };
        let [usual, family_first] = ways.as_slice() else { return said.names() };
        let (given, family) = if self.likelihood(family_first) > self.likelihood(usual) { family_first } else { usual };
        (Some(given.clone()), Some(family.clone()))
    }

    fn likelihood(&self, (given, family): &(String, String)) -> f64 {
        let leaning = |word: &str| {
            let word = linkage::fold(word);
            let seen = |counts: &HashMap<String, f64>| counts.get(&word).copied().unwrap_or(0.0) + 1.0;
            (seen(&self.given) / seen(&self.family)).ln()
        };
        let sum = |name: &str| name.split_whitespace().map(leaning).sum::<f64>();
        sum(given) - sum(family)
    }
}

/// All records as a table.
pub(super) fn table_of_everyone(everyone: &[Everyone]) -> Table {
    table_of(everyone.iter().map(|e| (e.organisation.as_str(), &e.said)))
}

/// An explanation as it is kept.
pub(super) fn evidence(with: Id, explanation: &Explanation) -> Evidence {
    let mut weighed: Vec<Weighed> = explanation
        .lines
        .iter()
        .filter(|line| line.bits.abs() > 0.005)
        .map(|line| Weighed { comparison: level_word(&line.comparison), level: level_word(&line.level), bits: rounded(line.bits) })
        .collect();
    weighed.sort_by(|a, b| b.bits.abs().total_cmp(&a.bits.abs()));
    Evidence { with: Some(with), prior: rounded(explanation.prior), bits: rounded(explanation.bits), weighed }
}

/// Hundredths of a bit are all a reader needs, and all that stays the same across machines.
pub(super) fn rounded(bits: f64) -> f64 {
    (bits * 100.0).round() / 100.0
}

/// The word linkage writes for one of its enums: `same_home`.
#[must_use]
pub fn level_word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}


#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_is_read_the_way_its_words_are_used_elsewhere() {
        let said = |pairs: &[(&str, &str)]| -> Said { pairs.iter().map(|(f, v)| ((*f).to_owned(), (*v).to_owned())).collect() };
        let known = [
            said(&[("given_name", "Ilona Zsófia"), ("family_name", "Nagy")]),
            said(&[("given_name", "Éva"), ("family_name", "Lakatos")]),
        ];
        let book = NameBook::of(known.iter());
        let names = |whole: &str| book.names(&said(&[("full_name", whole)]));
        let is = |given: &str, family: &str| (Some(given.to_owned()), Some(family.to_owned()));
        assert_eq!(names("Lakatos Ilona Zsófia"), is("Ilona Zsófia", "Lakatos"));
        assert_eq!(names("Ilona Zsófia Lakatos"), is("Ilona Zsófia", "Lakatos"));
        assert_eq!(names("Somebody Unknown"), is("Somebody", "Unknown"), "nothing speaks for the other way");
    }
}

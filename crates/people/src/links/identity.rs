//! Records as linkage sees them, and linkage's words as ours.

use super::{Evidence, Weighed};
use crate::records::{Everyone, Said, ways_to_split};
use linkage::{Explanation, Field, Table, value_key};
use std::collections::{BTreeMap, BTreeSet, HashMap};
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

/// Numbers of organisations as sources, the same for the same organisations whoever comes first.
pub(super) fn sources_of(everyone: &[Everyone]) -> BTreeMap<String, u32> {
    let organisations: BTreeSet<&str> = everyone.iter().map(|e| e.organisation.as_str()).collect();
    organisations.into_iter().map(str::to_owned).zip(0..).collect()
}

/// All records as a table; row `n` is the `n`th of them.
pub(super) fn table_of(everyone: &[Everyone], sources: &BTreeMap<String, u32>, common: &Common) -> Table {
    let mut builder = Table::builder(&COMPARED.map(|(field, _)| field));
    for one in everyone {
        let (given, family) = common.names(&one.said);
        let value = |(field, name): (Field, &'static str)| match field {
            Field::GivenName => given.clone().unwrap_or_default(),
            Field::FamilyName => family.clone().unwrap_or_default(),
            // Names come apart by our own rule, so that the page and the comparison speak of the same words.
            Field::FullName => String::new(),
            Field::Sex => one.said.get(name).map_or("", |sex| match sex { "woman" => "F", "man" => "M", _ => "" }).to_owned(),
            _ => one.said.get(name).unwrap_or_default().to_owned(),
        };
        let values = COMPARED.map(value);
        let source = sources.get(&one.organisation).copied().unwrap_or(u32::MAX);
        builder.push(source, &values.each_ref().map(String::as_str));
    }
    builder.build()
}

/// How many records have a value, or a word in their given or family names, by its key. Of words, how often sources that tell
/// names apart use them as either says which way round a whole name is to be read.
#[derive(Clone, Debug, Default)]
pub(super) struct Common(pub HashMap<u64, u32>);

impl Common {
    /// The words of names.
    pub(super) fn words_of(everyone: &[Everyone]) -> Common {
        let mut book = HashMap::new();
        for one in everyone {
            for field in ["given_name", "family_name"] {
                for word in one.said.get(field).unwrap_or_default().split_whitespace() {
                    *book.entry(value_key(field, &linkage::fold(word))).or_insert(0) += 1;
                }
            }
        }
        Common(book)
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

    /// How many records have a value, by its key; 0 for one that none or only one had.
    pub(super) fn count(&self, key: u64) -> u32 {
        self.0.get(&key).copied().unwrap_or(0)
    }

    fn likelihood(&self, (given, family): &(String, String)) -> f64 {
        let leaning = |word: &str| {
            let word = linkage::fold(word);
            let seen = |field: &str| f64::from(self.count(value_key(field, &word))) + 1.0;
            (seen("given_name") / seen("family_name")).ln()
        };
        let sum = |name: &str| name.split_whitespace().map(leaning).sum::<f64>();
        sum(given) - sum(family)
    }
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
        let one = |pairs: &[(&str, &str)]| {
            let record = Id::from_bytes(&[1; 16]).unwrap();
            Everyone { record, organisation: "municipality".to_owned(), said: said(pairs).into(), client: None }
        };
        let common = Common::words_of(&[
            one(&[("given_name", "Ilona Zsófia"), ("family_name", "Nagy")]),
            one(&[("given_name", "Éva"), ("family_name", "Lakatos")]),
        ]);
        let names = |whole: &str| common.names(&said(&[("full_name", whole)]));
        let is = |given: &str, family: &str| (Some(given.to_owned()), Some(family.to_owned()));
        assert_eq!(names("Lakatos Ilona Zsófia"), is("Ilona Zsófia", "Lakatos"));
        assert_eq!(names("Ilona Zsófia Lakatos"), is("Ilona Zsófia", "Lakatos"));
        assert_eq!(names("Somebody Unknown"), is("Somebody", "Unknown"), "nothing speaks for the other way");
    }
}

//! Records as linkage sees them, and linkage's words as ours.

use super::{Evidence, Weighed};
use crate::records::{Everyone, Said};
use linkage::{Explanation, Field, Table};
use std::collections::BTreeMap;
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
    let mut builder = Table::builder(&COMPARED.map(|(field, _)| field));
    let mut sources: BTreeMap<&str, u32> = BTreeMap::new();
    for (organisation, said) in said {
        let next = u32::try_from(sources.len()).unwrap_or(u32::MAX);
        let source = *sources.entry(organisation).or_insert(next);
        let (given, family) = said.names();
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


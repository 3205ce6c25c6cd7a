//! The shared model of a person: the fields a source can fill, and what follows from them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use words::Date;

/// The fields of a person that a source can fill, in the order pages show them.
pub const FIELDS: &[&str] = &[
    "given_name", "family_name", "full_name", "former_name", "birth_date", "sex", "national_id", "phone", "email",
    "street", "house", "unit", "postcode", "city", "language", "interpreter",
];

/// What a source says about a person: a value for some of [`FIELDS`]. Dates are ISO, codes are the shared ones, and
/// everything else stands as the source wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Said(BTreeMap<String, String>);

impl Said {
    /// The value of a field, if the source gave one.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// Sets a value; an empty one is no value.
    pub fn set(&mut self, field: &str, value: &str) {
        if !value.trim().is_empty() {
            self.0.insert(field.to_owned(), value.trim().to_owned());
        }
    }

    /// Leaves a field out.
    pub fn clear(&mut self, field: &str) {
        self.0.remove(field);
    }

    /// Whether the source says nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Given and family name as a person writes them: from their own fields, else from the whole name, and not in
    /// capitals only.
    #[must_use]
    pub fn names(&self) -> (Option<String>, Option<String>) {
        let (given, family) = self.get("full_name").map_or((None, None), split_name);
        let own = |field: &str| self.get(field).map(str::to_owned);
        (own("given_name").or(given).map(|n| calm(&n)), own("family_name").or(family).map(|n| calm(&n)))
    }

    /// The whole name for a heading; a record without any name is called by its absence elsewhere.
    #[must_use]
    pub fn display_name(&self) -> Option<String> {
        let (given, family) = self.names();
        let parts: Vec<String> = [given, family].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// The birth date, if it is a whole date.
    #[must_use]
    pub fn birth_date(&self) -> Option<Date> {
        self.get("birth_date")?.parse().ok()
    }

    /// The value a page shows for a field: names split and calmed, the rest as it stands.
    #[must_use]
    pub fn shown(&self, field: &str) -> Option<String> {
        match field {
            "given_name" => self.names().0,
            "family_name" => self.names().1,
            _ => self.get(field).map(str::to_owned),
        }
    }

    /// The address in one line.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        let street: Vec<&str> = ["street", "house"].iter().filter_map(|f| self.get(f)).collect();
        let mut home = street.join(" ");
        if let Some(unit) = self.get("unit") {
            home = format!("{home}-{unit}");
        }
        let place: Vec<&str> = ["postcode", "city"].iter().filter_map(|f| self.get(f)).collect();
        let parts: Vec<String> = [home, place.join(" ")].into_iter().filter(|p| !p.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

impl FromIterator<(String, String)> for Said {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Said {
        let mut said = Said::default();
        pairs.into_iter().for_each(|(field, value)| said.set(&field, &value));
        said
    }
}

/// Two ways to tell a whole name of several words apart when nothing in it says which is right: the family name last, or
/// first. Names with a comma or capitals say it themselves, and have one way.
pub(crate) fn ways_to_split(whole: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = whole.split_whitespace().collect();
    let first = match split_name(whole) {
        (Some(given), Some(family)) => (given, family),
        _ => return Vec::new(),
    };
    let plain = !whole.contains(',') && !words.iter().any(|word| is_loud(word));
    match words.split_first() {
        Some((family, given)) if plain && !given.is_empty() => vec![first, (given.join(" "), (*family).to_owned())],
        _ => vec![first],
    }
}

/// Splits a whole name: at a comma (family first), else by capitals (`LAKATOSZ Ilonka`), else the last word is the
/// family name.
fn split_name(whole: &str) -> (Option<String>, Option<String>) {
    let some = |text: String| (!text.is_empty()).then_some(text);
    if let Some((family, given)) = whole.split_once(',') {
        return (some(given.trim().to_owned()), some(family.trim().to_owned()));
    }
    let words: Vec<&str> = whole.split_whitespace().collect();
    let (loud, calm): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| is_loud(word));
    if !loud.is_empty() && !calm.is_empty() {
        return (some(calm.join(" ")), some(loud.join(" ")));
    }
    match words.split_last() {
        Some((family, given)) if !given.is_empty() => (some(given.join(" ")), some((*family).to_owned())),
        Some((only, _)) => (None, some((*only).to_owned())),
        None => (None, None),
    }
}

/// More than one letter, all of them capitals.
fn is_loud(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase) && word.chars().any(char::is_uppercase)
}

/// A name in capitals only, as a name: `LAKATOSZ` as `Lakatosz`, `KOVÁCS-NAGY` as `Kovács-Nagy`.
fn calm(name: &str) -> String {
    if !is_loud(name) {
        return name.to_owned();
    }
    let mut calm = String::with_capacity(name.len());
    let mut starts = true;
    for letter in name.chars() {
        if starts { calm.extend(letter.to_uppercase()) } else { calm.extend(letter.to_lowercase()) }
        starts = !letter.is_alphabetic();
    }
    calm
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pairs: &[(&str, &str)]) -> Said {
        pairs.iter().map(|(f, v)| ((*f).to_owned(), (*v).to_owned())).collect()
    }

    #[test]
    fn a_whole_name_is_told_apart() {
        let split = |whole: &str| said(&[("full_name", whole)]).names();
        let names = |given: &str, family: &str| (Some(given.to_owned()), Some(family.to_owned()));
        assert_eq!(split("LAKATOSZ Ilonka"), names("Ilonka", "Lakatosz"));
        assert_eq!(split("Haddad, Amira"), names("Amira", "Haddad"));
        assert_eq!(split("Bruno Kertész"), names("Bruno", "Kertész"));
        assert_eq!(split("KOVÁCS-NAGY Éva Mária"), names("Éva Mária", "Kovács-Nagy"));
        assert_eq!(split("Cher"), (None, Some("Cher".to_owned())));
    }

    #[test]
    fn an_empty_value_is_no_value() {
        let said = said(&[("phone", "  "), ("given_name", " Amira ")]);
        assert_eq!(said.get("phone"), None);
        assert_eq!(said.get("given_name"), Some("Amira"));
    }

    #[test]
    fn an_address_stands_in_one_line() {
        let said = said(&[("street", "Liepų g."), ("house", "14"), ("unit", "3"), ("city", "Šiauliai")]);
        assert_eq!(said.address().as_deref(), Some("Liepų g. 14-3, Šiauliai"));
    }
}

//! What a column holds by what stands in it, where its name says nothing.

use linkage::{Field, is_checked_id, is_given_name, is_sex};
use std::collections::HashSet;

/// The values of a column that are not empty, and which of its rows have one.
pub(super) struct Values<'a>(Vec<&'a str>, Vec<bool>);

impl<'a> Values<'a> {
    pub fn of(sample: &'a [String]) -> Values<'a> {
        let trimmed = sample.iter().map(|value| value.trim());
        Values(trimmed.clone().filter(|value| !value.is_empty()).collect(), trimmed.map(|value| !value.is_empty()).collect())
    }

    /// The share of this column's values that stand in a row where another column has one too.
    fn beside(&self, other: &Values<'_>) -> f64 {
        let both = self.1.iter().zip(&other.1).filter(|(here, there)| **here && **there).count();
        both as f64 / self.0.len().max(1) as f64
    }

    /// How many are not empty.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The share for which something holds; 0 of none.
    pub fn share(&self, holds: impl Fn(&str) -> bool) -> f64 {
        self.0.iter().filter(|value| holds(value)).count() as f64 / self.0.len().max(1) as f64
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn distinct(&self) -> usize {
        self.0.iter().collect::<HashSet<_>>().len()
    }

    /// Distinct values for each value: 1 where none comes twice.
    pub fn variety(&self) -> f64 {
        self.distinct() as f64 / self.0.len().max(1) as f64
    }

    /// The share of the commonest length, in letters and digits.
    fn of_one_length(&self) -> f64 {
        let mut lengths = [0_usize; 40];
        for value in &self.0 {
            lengths[value.chars().filter(|c| c.is_alphanumeric()).count().min(39)] += 1;
        }
        lengths.into_iter().max().unwrap_or(0) as f64 / self.0.len().max(1) as f64
    }
}

pub(super) fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'))
}

/// The year of a date in a common notation: three groups of digits, or eight digits.
fn year_of(text: &str) -> Option<u32> {
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let numbers = || parts.iter().all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let year = match parts.as_slice() {
        [first, _, last] if numbers() => if first.len() == 4 { *first } else { *last },
        [only] if only.len() == 8 && digits(only) == 8 => {
            let start = only.get(..4)?;
            if (1880..2030).contains(&start.parse().unwrap_or(0)) { start } else { only.get(4..)? }
        }
        _ => return None,
    };
    let year: u32 = year.parse().ok()?;
    let year = if year < 100 { year + if year < 30 { 2000 } else { 1900 } } else { year };
    (1880..2100).contains(&year).then_some(year)
}

/// Dates of birth lie many years apart; days on which something was entered do not.
fn is_birth_date(values: &Values<'_>) -> bool {
    let years: HashSet<u32> = values.0.iter().filter_map(|value| year_of(value)).collect();
    let old = values.share(|value| year_of(value).is_some_and(|year| year < 2000));
    values.share(|value| year_of(value).is_some()) > 0.8 && old > 0.3 && (years.len() >= 15 || values.0.len() < 60)
}

fn is_phone(values: &Values<'_>) -> bool {
    let written = |value: &str| (6..=15).contains(&digits(value)) && letters(value) == 0;
    let begins = |value: &str| value.starts_with(['+', '0', '(']) || value.contains(' ');
    values.share(written) > 0.8 && values.share(begins) > 0.5 && values.variety() > 0.3
}

fn is_national_id(values: &Values<'_>) -> bool {
    let written = |value: &str| (6..=16).contains(&value.chars().filter(|c| c.is_alphanumeric()).count()) && digits(value) >= 5;
    values.share(is_checked_id) > 0.6 || (values.share(written) > 0.9 && values.of_one_length() > 0.8 && values.variety() > 0.3)
}

/// `Linden utca`, `12 Forbes Street`: mostly several words, or one with the ending of a street.
fn is_street(values: &Values<'_>) -> bool {
    let kinds = ["str", "rd", "ave", "lane", "gatve", "g.", "ul", "utca", "rue", "via", "calle", "avenue", "road", "drive", "court", "place", "close", "crescent"];
    let of_kind = |value: &str| {
        let lower = value.to_lowercase();
        lower.split([' ', '.']).any(|word| kinds.contains(&word)) || ["stra", "gasse", "weg", "platz", "gatan", "straat", "laan", "gatv", "utca", "street"].iter().any(|kind| lower.contains(kind))
    };
    values.share(|value| letters(value) > 2) > 0.8 && values.share(of_kind) > 0.3 && values.variety() > 0.02
}

fn is_word(value: &str) -> bool {
    letters(value) > 1 && digits(value) == 0 && !value.contains('@')
}

fn is_full_name(values: &Values<'_>) -> bool {
    let named = |value: &str| value.split([' ', ',']).filter(|word| !word.is_empty()).count() > 1 && value.split([' ', ',']).any(is_given_name);
    values.share(is_word) > 0.9 && values.share(named) > 0.3 && values.variety() > 0.3
}

fn is_postcode(values: &Values<'_>) -> bool {
    let written = |value: &str| (3..=8).contains(&value.len()) && digits(value) >= 2;
    values.share(written) > 0.9 && values.of_one_length() > 0.75 && values.share(|value| digits(value) >= 3) > 0.7 && values.distinct() > 20
}

fn is_house(values: &Values<'_>) -> bool {
    let written = |value: &str| (1..=5).contains(&digits(value)) && value.len() <= 6 && value.starts_with(|c: char| c.is_ascii_digit());
    // Ages never have a letter, and hardly three digits.
    let no_age = |value: &str| letters(value) > 0 || digits(value) > 2;
    values.share(written) > 0.9 && values.distinct() > 8 && values.of_one_length() < 0.9 && values.share(no_age) > 0.02
}

/// Whether the values can be the names of a few sources: every record has one of a handful of words.
pub(super) fn is_source(values: &Values<'_>, rows: usize) -> bool {
    let named = |value: &str| letters(value) > 0 && value.len() < 30 && !is_sex(value);
    rows >= 60 && values.0.len() == rows && (2..=30).contains(&values.distinct()) && values.variety() <= 0.05 && values.share(named) > 0.95
}

fn is_flat(values: &Values<'_>) -> bool {
    let written = |value: &str| (1..=4).contains(&digits(value)) && value.len() <= 24;
    values.share(written) > 0.8 && values.distinct() > 8 && values.of_one_length() < 0.9
}

/// What the columns nobody knows hold, where their values leave little doubt: the column, the field and why.
///
/// The plainest kinds come first, and each field is given once; of two columns alike the fuller is the house or the given name, the other the
/// flat or the middle name. Names are told from one another by how many common given names stand in them.
pub(super) fn recognise(unknown: &[(usize, Values<'_>)], free: &dyn Fn(Field) -> bool) -> Vec<(usize, Field, &'static str)> {
    let mut found: Vec<(usize, Field, &'static str)> = Vec::new();
    type Test = fn(&Values<'_>) -> bool;
    let kinds: [(Field, Test, &str); 12] = [
        (Field::Email, |values| values.share(is_email) > 0.8, "its values are electronic addresses"),
        (Field::BirthDate, is_birth_date, "its values are dates of many years"),
        (Field::Sex, |values| values.share(is_sex) > 0.95 && (2..=6).contains(&values.distinct()), "its values are sexes"),
        (Field::Phone, is_phone, "its values look like telephone numbers"),
        (Field::NationalId, is_national_id, "its values look like personal numbers"),
        (Field::Street, is_street, "its values look like streets"),
        (Field::FullName, is_full_name, "its values look like whole names"),
        (Field::Postcode, is_postcode, "its values look like postcodes"),
        (Field::HouseNumber, is_house, "its values look like house numbers"),
        (Field::Unit, is_flat, "its values look like numbers of flats"),
        (Field::Age, |values| values.distinct() > 30 && values.share(|value| value.parse::<f32>().is_ok_and(|age| age < 115.0)) >= 1.0, "its values are ages"),
        (Field::MiddleName, |values| values.distinct() > 10 && values.share(|value| letters(value) == 1 && value.len() < 3) > 0.4, "its values are initials"),
    ];
    for (field, fits, why) in kinds {
        let named = field == Field::FullName && !(free(Field::GivenName) && free(Field::FamilyName));
        let taken = |at: usize, found: &[(usize, Field, &str)]| found.iter().any(|(other, ..)| *other == at);
        if free(field) && !named
            && let Some((at, _)) = unknown.iter().find(|(at, values)| {
                let of_street = matches!(field, Field::HouseNumber | Field::Unit).then(|| found.iter().find(|(_, other, _)| *other == Field::Street)).flatten();
                let street = of_street.and_then(|(street, ..)| unknown.iter().find(|(at, _)| at == street));
                !taken(*at, &found) && !values.is_empty() && fits(values) && street.is_none_or(|(_, street)| values.beside(street) > 0.9)
            })
        {
            found.push((*at, field, why));
        }
    }
    add_names(unknown, free, &mut found);
    found
}

/// The column with the most known given names; then the surname and the town among columns of words, by how many values they have.
fn add_names(unknown: &[(usize, Values<'_>)], free: &dyn Fn(Field) -> bool, found: &mut Vec<(usize, Field, &'static str)>) {
    let whole = found.iter().any(|(_, field, _)| *field == Field::FullName) || !free(Field::FullName);
    let mut words: Vec<&(usize, Values<'_>)> = unknown
        .iter()
        .filter(|(at, values)| !found.iter().any(|(other, ..)| other == at) && values.share(is_word) > 0.9 && values.distinct() > 8)
        .collect();
    let given = |values: &Values<'_>| values.share(|value| value.split(' ').any(is_given_name)) > 0.1;
    for (field, why) in [(Field::GivenName, "many of its values are given names"), (Field::MiddleName, "given names, but fewer than in another column")] {
        if free(field) && !whole && let Some(place) = words.iter().position(|(_, values)| given(values)) {
            found.push((words.remove(place).0, field, why));
        }
    }
    words.sort_by(|(_, one), (_, other)| other.variety().total_cmp(&one.variety()));
    for (at, values) in words {
        let varied = values.variety() > 0.2;
        let taken = |field: Field| !free(field) || found.iter().any(|(_, other, _)| *other == field);
        if varied && !whole && !taken(Field::FamilyName) {
            found.push((*at, Field::FamilyName, "its values are words of great variety"));
        } else if values.variety() < 0.6 && !taken(Field::City) {
            found.push((*at, Field::City, "its values are words that come again"));
        }
    }
}

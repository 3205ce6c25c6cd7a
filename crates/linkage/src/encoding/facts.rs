//! The combinations of facts that are hashed: each nearly unique to a person, each sparing other mistakes.

use super::{Secret, Token};
use crate::dates::parts;
use crate::folding::{family_stem, sound};
use crate::nicknames::lines_of;
use crate::tables::{Record, Table};
use rayon::prelude::*;

/// How many columns of tokens a record has.
pub const TOKENS: usize = COMBINED + LONGEST_ID;
/// Columns that combine facts as they stand.
const COMBINED: usize = 31;
/// The first of them rest on the number for life,
const ON_ID: usize = 8;
/// those up to this one on the birth date.
const ON_BIRTH: usize = 21;
/// So many characters of a personal number may be wrong one at a time: one column each.
const LONGEST_ID: usize = 12;

/// Whether a column rests on the number for life.
pub(super) fn rests_on_id(column: usize) -> bool {
    !(ON_ID..COMBINED).contains(&column)
}

/// Whether a column rests on the birth date and on no number.
pub(super) fn rests_on_birth(column: usize) -> bool {
    (ON_ID..ON_BIRTH).contains(&column)
}

/// Separates the facts of a combination; no folded text contains it.
const BETWEEN: &str = "\u{1f}";

/// The tokens of one record; none where a combination lacks one of its facts.
pub(super) type Said = [Option<Token>; TOKENS];

/// The tokens of all records, in the order of the table.
pub(super) fn tokens(table: &Table, secret: &Secret) -> Vec<Said> {
    table.records.par_iter().map(|record| of_record(&Facts::of(table, record), secret)).collect()
}

fn of_record(facts: &Facts, secret: &Secret) -> Said {
    let mut said = [None; TOKENS];
    let combined = facts.combinations();
    for (column, slot) in said.iter_mut().enumerate() {
        let text = match combined.get(column) {
            Some(combination) => joined(combination),
            None => facts.without_one_of_id(column - COMBINED),
        };
        *slot = text.map(|text| secret.token(column, text.as_bytes()));
    }
    said
}

/// The facts as one text; none if one is missing.
fn joined(facts: &[&str]) -> Option<String> {
    facts.iter().all(|fact| !fact.is_empty()).then(|| facts.join(BETWEEN))
}

/// What a record says, in the coarse spelling that survives transliteration, pet names and endings of sex.
#[derive(Default)]
struct Facts {
    /// Sound of the first given name.
    given: String,
    /// The line of name forms the given name stands in, else its sound: `liz` and `elisabeth` are one.
    form: String,
    /// Initial of the second given name.
    middle: String,
    /// The same, `-` if there is none: for combinations that are telling without it.
    or_none: String,
    /// Sound of the family name's stem.
    family: String,
    /// Given and family name in the order of the alphabet: sources swap them.
    names: String,
    birth: String,
    year: String,
    year_month: String,
    year_day: String,
    month_day: String,
    /// The digits of the birth date in order: a date with two digits swapped is the same.
    birth_digits: String,
    id: String,
    id_digits: String,
    phone: String,
    email: String,
    street: String,
    house: String,
}

impl Facts {
    fn of(table: &Table, record: &Record) -> Facts {
        let whole = table.names.get(record.given);
        let (first, second) = whole.split_once(' ').unwrap_or((whole, ""));
        // A letter alone is no name.
        let first = if first.chars().count() > 1 { first } else { "" };
        let middle = table.names.get(record.middle);
        let middle = start(if middle.is_empty() { second } else { middle }, 1).to_owned();
        let given = sound(first);
        let family = sound(family_stem(table.names.get(record.family)));
        // Both are stemmed, for either may stand in the other's place.
        let mut names = [sound(family_stem(first)), family.clone()];
        names.sort_unstable();
        let mut facts = Facts {
            form: lines_of(first).first().map_or_else(|| given.clone(), |line| format!("~{line}")),
            or_none: if middle.is_empty() { "-".to_owned() } else { middle.clone() },
            names: joined(&[&names[0], &names[1]]).unwrap_or_default(),
            id: digits_for_letters(table.ids.get(record.id)),
            phone: table.phones.get(record.phone).to_owned(),
            email: table.emails.get(record.email).to_owned(),
            street: table.places.get(record.street).to_owned(),
            house: table.places.get(record.house).to_owned(),
            given,
            middle,
            family,
            ..Facts::default()
        };
        facts.id_digits = sorted(&facts.id);
        facts.tell_birth(record.birth);
        facts
    }

    fn tell_birth(&mut self, packed: u32) {
        let (year, month, day) = parts(packed);
        if month == 0 || day == 0 {
            return;
        }
        self.birth = packed.to_string();
        self.year = year.to_string();
        self.year_month = format!("{year}-{month}");
        self.year_day = format!("{year}--{day}");
        self.month_day = format!("--{month}-{day}");
        self.birth_digits = sorted(&self.birth);
    }

    fn combinations(&self) -> [Vec<&str>; COMBINED] {
        let Facts { given, form, middle, or_none, family, names, birth, year, id, email, phone, street, house, .. } = self;
        let (given_start, given_end) = (start(given, 3), end(given, 3));
        let (family_start, family_end) = (start(family, 3), end(family, 3));
        let (given_initial, family_initial) = (start(given, 1), start(family, 1));
        [
            // The number for life, with enough of the name that a borrowed number finds nobody.
            vec![id, start(given, 4)],
            vec![id, given_end, family_initial],
            vec![id, form, family_initial],
            vec![id, given_initial, middle, family_initial],
            vec![id, family, middle],
            vec![id, family, year],
            vec![id, birth],
            vec![&self.id_digits, names, or_none],
            // The birth date with the name.
            vec![birth, names],
            vec![birth, given, middle],
            vec![birth, given, family_initial],
            vec![birth, form, family],
            vec![birth, form, middle, family_initial],
            vec![birth, family, middle],
            vec![birth, family, given_initial, middle],
            vec![birth, given_start, family_start],
            vec![birth, given_end, family_end],
            // A birth date with a mistake in it.
            vec![&self.year_month, names, or_none],
            vec![&self.year_day, names, or_none],
            vec![&self.month_day, names, middle],
            vec![&self.birth_digits, names, or_none],
            // Where neither is known: the home, the telephone, the mailbox.
            vec![street, house, names, or_none],
            vec![street, house, given, middle, family_initial],
            vec![street, house, family, start(given, 4), middle],
            vec![street, house, given_end, family_end, middle],
            vec![house, names, middle],
            vec![street, names, middle],
            vec![phone, given],
            vec![phone, birth],
            vec![email, given],
            vec![email, birth],
        ]
    }

    /// The personal number without its `at`th character, with the names.
    fn without_one_of_id(&self, at: usize) -> Option<String> {
        let (before, after) = (self.id.get(..at)?, self.id.get(at + 1..)?);
        (self.id.len() <= LONGEST_ID && !self.names.is_empty()).then(|| [before, "*", after, BETWEEN, &self.names].concat())
    }
}

/// The first letters of a text.
fn start(text: &str, letters: usize) -> &str {
    text.char_indices().nth(letters).map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}

/// The last letters of a text.
fn end(text: &str, letters: usize) -> &str {
    let from = text.char_indices().rev().nth(letters.saturating_sub(1)).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or(text)
}

fn sorted(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters.into_iter().collect()
}

/// Letters that scanners read where a digit stood, as that digit.
fn digits_for_letters(id: &str) -> String {
    let digit = |letter| match letter {
        'O' | 'Q' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'G' => '6',
        'B' => '8',
        other => other,
    };
    id.chars().map(digit).collect()
}

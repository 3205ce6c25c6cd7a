//! How often each value occurs: sharing a rare one says more than sharing a common one.

use crate::comparisons::Comparison;
use crate::dates::{Packed, parts};
use crate::tables::{Record, Table};
use serde::{Deserialize, Serialize};

/// A kind of value whose rarity counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// First names.
    Given,
    /// Second names.
    Middle,
    /// Surnames.
    Family,
    /// Whole dates of birth.
    Birth,
    /// Street, house and postcode (or town) together.
    Home,
    /// Streets.
    Street,
    /// Postcodes.
    Postcode,
    /// Towns.
    City,
    /// Districts.
    Suburb,
}

impl Counted {
    /// Every kind.
    pub(crate) const ALL: [Counted; 9] = [
        Counted::Given, Counted::Middle, Counted::Family, Counted::Birth, Counted::Home, Counted::Street, Counted::Postcode, Counted::City,
        Counted::Suburb,
    ];
}

/// How the values of one kind are spread over the records of a table.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Which kind.
    pub value: Counted,
    /// Records that have a value.
    pub known: f64,
    /// Pairs of records that share one.
    pub agreeing: f64,
}

/// How many records have each value, by the number of the value.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frequencies {
    pub given: Vec<u32>,
    pub middle: Vec<u32>,
    pub family: Vec<u32>,
    /// By [`Frequencies::birth_number`].
    pub birth: Vec<u32>,
    /// The dates counted, as slots in order, where they are few; empty where every possible date is.
    births: Vec<u32>,
    pub id: Vec<u32>,
    pub phone: Vec<u32>,
    pub email: Vec<u32>,
    pub home: Vec<u32>,
    pub street: Vec<u32>,
    pub house: Vec<u32>,
    pub postcode: Vec<u32>,
    pub city: Vec<u32>,
    pub suburb: Vec<u32>,
    pub sources: Vec<u32>,
}

const FIRST_YEAR: u32 = 1850;
const YEARS: u32 = 250;
const BIRTH_SLOTS: usize = (YEARS * 416) as usize + 1;
/// A table of so many records counts only the dates it has.
const FEW: usize = 2000;

/// A place for every possible date; impossible ones share place 0.
fn birth_slot(date: Packed) -> u32 {
    let (year, month, day) = parts(date);
    if (FIRST_YEAR..FIRST_YEAR + YEARS).contains(&year) && month < 13 && day < 32 {
        (year - FIRST_YEAR) * 416 + month * 32 + day + 1
    } else {
        0
    }
}

impl Frequencies {
    pub fn of(table: &Table) -> Frequencies {
        let count = |size: usize, slot: &dyn Fn(&Record) -> usize| {
            let mut counts = vec![0_u32; size.max(1)];
            for record in &table.records {
                counts[slot(record)] += 1;
            }
            counts
        };
        let (names, places) = (table.names.len(), table.places.len());
        let births = few_births(table);
        let slots = if births.is_empty() { BIRTH_SLOTS } else { births.len() };
        Frequencies {
            given: count(names, &|record| record.given as usize),
            middle: count(names, &|record| record.middle as usize),
            family: count(names, &|record| record.family as usize),
            birth: count(slots, &|record| number_of(&births, record.birth)),
            id: count(table.ids.len(), &|record| record.id as usize),
            phone: count(table.phones.len(), &|record| record.phone as usize),
            email: count(table.emails.len(), &|record| record.email as usize),
            home: count(table.homes as usize, &|record| record.home as usize),
            street: count(places, &|record| record.street as usize),
            house: count(places, &|record| record.house as usize),
            postcode: count(places, &|record| record.postcode as usize),
            city: count(places, &|record| record.city as usize),
            suburb: count(places, &|record| record.suburb as usize),
            sources: count(table.records.iter().map(|record| usize::from(record.source) + 1).max().unwrap_or(1), &|record| usize::from(record.source)),
            births,
        }
    }

    /// Counts every possible date from now on, also where there were few.
    pub fn widen_births(&mut self) {
        if !self.births.is_empty() {
            let mut birth = vec![0; BIRTH_SLOTS];
            for (slot, count) in self.births.iter().zip(&self.birth) {
                birth[*slot as usize] = *count;
            }
            (self.birth, self.births) = (birth, Vec::new());
        }
    }

    /// Where a date of birth is counted.
    pub fn birth_number(&self, date: Packed) -> usize {
        number_of(&self.births, date)
    }

    /// The counts of one kind of value, by its number (births by [`Frequencies::birth_number`]).
    pub fn of_kind(&self, kind: Counted) -> &[u32] {
        match kind {
            Counted::Given => &self.given,
            Counted::Middle => &self.middle,
            Counted::Family => &self.family,
            Counted::Birth => &self.birth,
            Counted::Home => &self.home,
            Counted::Street => &self.street,
            Counted::Postcode => &self.postcode,
            Counted::City => &self.city,
            Counted::Suburb => &self.suburb,
        }
    }

    /// How one kind of value is spread.
    pub fn spread(&self, kind: Counted) -> Spread {
        let counts = self.of_kind(kind);
        let known = counts.iter().skip(1).map(|count| f64::from(*count)).sum();
        Spread { value: kind, known, agreeing: Frequencies::agreeing_pairs(counts).0 }
    }

    /// The counts behind the level `Same` of a comparison, the entry of the missing value included; `None` for those without.
    pub fn counts(&self, comparison: Comparison) -> Option<&[u32]> {
        Some(match comparison {
            Comparison::GivenName => &self.given,
            Comparison::FamilyName => &self.family,
            Comparison::MiddleName => &self.middle,
            Comparison::BirthDate => &self.birth,
            Comparison::NationalId => &self.id,
            Comparison::Phone => &self.phone,
            Comparison::Email => &self.email,
            Comparison::Sex | Comparison::Address | Comparison::Source => return None,
        })
    }

    /// Pairs of records that share a value, and pairs in which both have one.
    pub fn agreeing_pairs(counts: &[u32]) -> (f64, f64) {
        let known: f64 = counts.iter().skip(1).map(|count| f64::from(*count)).sum();
        let agreeing: f64 = counts.iter().skip(1).map(|count| pairs(f64::from(*count))).sum();
        (agreeing, pairs(known))
    }
}

/// The dates of a small table as slots, in order, the missing one first; nothing for a large one.
fn few_births(table: &Table) -> Vec<u32> {
    if table.len() > FEW {
        return Vec::new();
    }
    let mut births: Vec<u32> = table.records.iter().map(|record| birth_slot(record.birth)).chain([0]).collect();
    births.sort_unstable();
    births.dedup();
    births
}

fn number_of(births: &[u32], date: Packed) -> usize {
    let slot = birth_slot(date);
    if births.is_empty() { slot as usize } else { births.binary_search(&slot).unwrap_or(0) }
}

/// How many pairs so many records make.
pub(crate) fn pairs(count: f64) -> f64 {
    (count * (count - 1.0) / 2.0).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_possible_date_has_a_slot_of_its_own() {
        assert_ne!(birth_slot(19_800_102), birth_slot(19_800_201));
        assert_eq!(birth_slot(19_801_352), 0);
        assert!((birth_slot(20_991_231) as usize) < BIRTH_SLOTS);
    }

    #[test]
    fn pairs_that_agree_are_counted_without_the_missing() {
        assert_eq!(Frequencies::agreeing_pairs(&[7, 2, 3]), (4.0, 10.0));
    }
}

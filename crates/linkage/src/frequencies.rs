//! How often each value occurs: sharing a rare one says more than sharing a common one.

use crate::comparisons::Comparison;
use crate::dates::{Packed, parts};
use crate::tables::{Record, Table};

/// How many records have each value, by the number of the value.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frequencies {
    pub given: Vec<u32>,
    pub middle: Vec<u32>,
    pub family: Vec<u32>,
    /// By [`birth_slot`].
    pub birth: Vec<u32>,
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

/// Where the count of a date stands; impossible dates share slot 0.
pub(crate) fn birth_slot(date: Packed) -> usize {
    let (year, month, day) = parts(date);
    if (FIRST_YEAR..FIRST_YEAR + YEARS).contains(&year) && month < 13 && day < 32 {
        ((year - FIRST_YEAR) * 416 + month * 32 + day) as usize + 1
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
        Frequencies {
            given: count(names, &|record| record.given as usize),
            middle: count(names, &|record| record.middle as usize),
            family: count(names, &|record| record.family as usize),
            birth: count(BIRTH_SLOTS, &|record| birth_slot(record.birth)),
            id: count(table.ids.len(), &|record| record.id as usize),
            phone: count(table.phones.len(), &|record| record.phone as usize),
            email: count(table.emails.len(), &|record| record.email as usize),
            home: count(table.homes as usize, &|record| record.home as usize),
            street: count(places, &|record| record.street as usize),
            house: count(places, &|record| record.house as usize),
            postcode: count(places, &|record| record.postcode as usize),
            city: count(places, &|record| record.city as usize),
            suburb: count(places, &|record| record.suburb as usize),
            sources: count(usize::from(u16::MAX) + 1, &|record| usize::from(record.source)),
        }
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
        assert!(birth_slot(20_991_231) < BIRTH_SLOTS);
    }

    #[test]
    fn pairs_that_agree_are_counted_without_the_missing() {
        assert_eq!(Frequencies::agreeing_pairs(&[7, 2, 3]), (4.0, 10.0));
    }
}

//! A table that records are added to one by one, and taken off again.

use super::{Email, Name, Number, Record, Table};
use crate::comparisons::marks;
use crate::distances::Spelling;
use crate::frequencies::Counted;
use crate::interning::{Texts, hash_text, mix};
use rayon::prelude::*;
use std::collections::HashMap;

/// The number of each street, house and area together.
pub(crate) type Homes = HashMap<(u32, u32, u32), u32>;

/// How large a table was.
pub(crate) struct Mark {
    records: usize,
    texts: [usize; 5],
    homes: u32,
}

impl Table {
    /// Makes a table ready for further records; gives the numbers of its homes.
    pub(crate) fn open(&mut self) -> Homes {
        for texts in [&mut self.names, &mut self.ids, &mut self.phones, &mut self.emails, &mut self.places] {
            texts.open();
        }
        self.frequencies.widen_births();
        let homes = self.records.iter().filter(|record| record.home != 0);
        homes.map(|record| (home_of(record), record.home)).collect()
    }

    /// The present size, to return to.
    pub(crate) fn mark(&self) -> Mark {
        let texts = [&self.names, &self.ids, &self.phones, &self.emails, &self.places].map(Texts::len);
        Mark { records: self.records.len(), texts, homes: self.homes }
    }

    /// Takes everything off that was added since.
    pub(crate) fn forget_after(&mut self, mark: &Mark, homes: &mut Homes) {
        for record in self.records.drain(mark.records..) {
            if record.home >= mark.homes {
                homes.remove(&home_of(&record));
            }
        }
        self.fingerprints.truncate(mark.records);
        self.homes = mark.homes;
        for (texts, length) in [&mut self.names, &mut self.ids, &mut self.phones, &mut self.emails, &mut self.places].into_iter().zip(mark.texts) {
            texts.forget_after(length);
        }
        self.name_facts.truncate(self.names.len());
        self.email_facts.truncate(self.emails.len());
        self.phone_marks.truncate(self.phones.len());
        self.id_facts.truncate(self.ids.len());
        self.place_spellings.truncate(self.places.len());
        for kind in Counted::ALL {
            let length = self.numbers_of(kind);
            self.frequencies.of_kind_mut(kind).truncate(length);
        }
    }

    /// Adds the only record of another table. `count` says how common values are that are new here, by their keys.
    pub(crate) fn adopt(&mut self, other: &Table, homes: &mut Homes, count: &dyn Fn(u64) -> u32) -> u32 {
        let said = other.records.first().copied().unwrap_or_default();
        let mut record = said;
        let name = |number: u32, names: &mut Texts| names.number_of(other.names.get(number));
        for (slot, number) in [(&mut record.given, said.given), (&mut record.middle, said.middle), (&mut record.family, said.family)] {
            *slot = name(number, &mut self.names);
        }
        record.id = self.ids.number_of(other.ids.get(said.id));
        record.phone = self.phones.number_of(other.phones.get(said.phone));
        record.email = self.emails.number_of(other.emails.get(said.email));
        for slot in
            [&mut record.street, &mut record.house, &mut record.unit, &mut record.postcode, &mut record.city, &mut record.suburb, &mut record.region]
        {
            *slot = self.places.number_of(other.places.get(*slot));
        }
        if record.home != 0 {
            let next = self.homes;
            record.home = *homes.entry(home_of(&record)).or_insert(next);
            self.homes = self.homes.max(record.home + 1);
        }
        self.records.push(record);
        self.fingerprints.push(other.fingerprints.first().copied().unwrap_or_default());
        self.describe_new_texts();
        self.count_new_values(&record, count);
        self.records.len() as u32 - 1
    }

    /// Finds out what is needed of texts that are new: all of them when a table has just been read.
    pub(super) fn describe_new_texts(&mut self) {
        describe(&self.names, &mut self.name_facts, Name::of);
        describe(&self.ids, &mut self.id_facts, Number::of);
        describe(&self.places, &mut self.place_spellings, Spelling::of);
        describe(&self.phones, &mut self.phone_marks, marks);
        describe(&self.emails, &mut self.email_facts, Email::of);
    }

    fn count_new_values(&mut self, record: &Record, count: &dyn Fn(u64) -> u32) {
        for kind in Counted::ALL {
            if kind == Counted::Birth {
                let at = self.frequencies.birth_number(record.birth);
                if let Some(slot) = self.frequencies.birth.get_mut(at).filter(|slot| **slot == 0) {
                    *slot = count(mix(kind as u64 + 1, u64::from(record.birth)));
                }
                continue;
            }
            for number in self.frequencies.of_kind(kind).len()..self.numbers_of(kind) {
                let key = match kind {
                    Counted::Given | Counted::Middle | Counted::Family => hash_text(self.names.get(number as u32).as_bytes()),
                    Counted::Home => self.home_key(record),
                    _ => hash_text(self.places.get(number as u32).as_bytes()),
                };
                self.frequencies.of_kind_mut(kind).push(count(mix(kind as u64 + 1, key)));
            }
        }
    }

    /// How many numbers values of a kind have.
    fn numbers_of(&self, kind: Counted) -> usize {
        match kind {
            Counted::Given | Counted::Middle | Counted::Family => self.names.len(),
            Counted::Birth => self.frequencies.birth.len(),
            Counted::Home => self.homes as usize,
            Counted::Street | Counted::Postcode | Counted::City | Counted::Suburb => self.places.len(),
        }
    }

    /// Puts records in an order that depends on what they say alone.
    pub(crate) fn sort_by_content(&self, records: &mut [u32]) {
        records.sort_by_key(|record| (self.fingerprints.get(*record as usize).copied(), *record));
    }
}

/// Says something of every text that nothing is said of yet. For a few, it is not worth waking other threads.
fn describe<T: Send>(texts: &Texts, said: &mut Vec<T>, of: impl Fn(&str) -> T + Sync) {
    const MANY: u32 = 2000;
    let new = said.len() as u32..texts.len() as u32;
    if new.len() as u32 > MANY {
        said.par_extend(new.into_par_iter().map(|number| of(texts.get(number))));
    } else {
        said.extend(new.map(|number| of(texts.get(number))));
    }
}

fn home_of(record: &Record) -> (u32, u32, u32) {
    (record.street, record.house, if record.postcode == 0 { record.city } else { record.postcode })
}

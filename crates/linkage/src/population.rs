//! How common values are among all records, known apart from any one table: it lets a few records be weighed as if all
//! the others stood beside them.

use crate::frequencies::{Counted, Frequencies};
use crate::interning::{Texts, hash_text, mix};
use crate::tables::{Record, Table};

/// The number by which a text of one kind is known outside of any table; the same on every machine.
pub fn value_key(kind: &str, text: &str) -> u64 {
    mix(hash_text(kind.as_bytes()), hash_text(text.as_bytes()))
}

impl Table {
    /// Every value that several records share, by its key, and how many do. Sorted; values of one record alone are left out.
    pub fn shared_values(&self) -> Vec<(u64, u32)> {
        let mut shared = Vec::new();
        self.for_each_value(|_, _, key, count| {
            if count > 1 {
                shared.push((key, count));
            }
        });
        shared.sort_unstable();
        shared
    }

    /// The keys of every value of this table.
    pub fn value_keys(&self) -> Vec<u64> {
        let mut keys = Vec::new();
        self.for_each_value(|_, _, key, _| keys.push(key));
        keys
    }

    /// Makes this table stand among all the records that a model was learnt from: `count` says how many of them have a
    /// value, by its key, 0 or 1 for what none or one has.
    pub fn stand_among(&mut self, count: &dyn Fn(u64) -> u32) {
        let mut counts: Vec<(Counted, usize, u32)> = Vec::new();
        self.for_each_value(|kind, number, key, _| counts.push((kind, number, count(key).max(1))));
        for (kind, number, count) in counts {
            if let Some(slot) = self.frequencies.of_kind_mut(kind).get_mut(number) {
                *slot = count;
            }
        }
        self.among_others = true;
    }

    /// Tells of every value its kind, its number, its key and how many records of this table have it.
    fn for_each_value(&self, mut tell: impl FnMut(Counted, usize, u64, u32)) {
        for kind in Counted::ALL {
            let counts = self.frequencies.of_kind(kind);
            let keys = self.keys_of_kind(kind);
            for (number, count) in counts.iter().enumerate().skip(1) {
                if *count > 0
                    && let Some(key) = keys.get(number)
                {
                    tell(kind, number, mix(kind as u64 + 1, *key), *count);
                }
            }
        }
    }

    /// For every number of a kind of value a number that depends on the value alone.
    fn keys_of_kind(&self, kind: Counted) -> Vec<u64> {
        let of_texts = |texts: &Texts| (0..texts.len() as u32).map(|number| hash_text(texts.get(number).as_bytes())).collect();
        match kind {
            Counted::Given | Counted::Middle | Counted::Family => of_texts(&self.names),
            Counted::Street | Counted::Postcode | Counted::City | Counted::Suburb => of_texts(&self.places),
            Counted::Birth => {
                let mut keys = vec![0; self.frequencies.birth.len()];
                for record in &self.records {
                    keys[self.frequencies.birth_number(record.birth)] = u64::from(record.birth);
                }
                keys
            }
            Counted::Home => {
                let mut keys = vec![0; self.frequencies.home.len()];
                for record in &self.records {
                    keys[record.home as usize] = self.home_key(record);
                }
                keys
            }
        }
    }

    pub(crate) fn home_key(&self, record: &Record) -> u64 {
        let area = if record.postcode == 0 { record.city } else { record.postcode };
        let place = |number: u32| hash_text(self.places.get(number).as_bytes());
        mix(mix(place(record.street), place(record.house)), place(area))
    }
}

impl Frequencies {
    pub(crate) fn of_kind_mut(&mut self, kind: Counted) -> &mut Vec<u32> {
        match kind {
            Counted::Given => &mut self.given,
            Counted::Middle => &mut self.middle,
            Counted::Family => &mut self.family,
            Counted::Birth => &mut self.birth,
            Counted::Home => &mut self.home,
            Counted::Street => &mut self.street,
            Counted::Postcode => &mut self.postcode,
            Counted::City => &mut self.city,
            Counted::Suburb => &mut self.suburb,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Field, Table, explain, learn};
    use std::collections::HashMap;

    const FIELDS: [Field; 5] = [Field::GivenName, Field::FamilyName, Field::BirthDate, Field::Street, Field::HouseNumber];

    fn row(n: usize) -> [String; 5] {
        let given = ["Anna", "Jonas", "Ilona", "Maria", "Petras"][n % 5];
        let family = format!("Kazl{}", ["auskas", "aitis", "enas"][n % 7 % 3]);
        let birth = format!("19{}-0{}-1{}", 50 + n % 40, 1 + n % 9, n % 10);
        [given.to_owned(), family, birth, format!("Liepu {}", n % 11), (n % 30).to_string()]
    }

    fn table(rows: impl Iterator<Item = usize>) -> Table {
        let mut builder = Table::builder(&FIELDS);
        for n in rows {
            builder.push((n % 2) as u32, &row(n).each_ref().map(String::as_str));
        }
        builder.build()
    }

    #[test]
    fn two_records_among_all_weigh_what_they_weigh_in_the_table_of_all() {
        let all = table(0..3000);
        let model = learn(&all, &mut |_, _| {});
        let counts: HashMap<u64, u32> = all.shared_values().into_iter().collect();
        for (a, b) in [(0, 5), (1, 1500), (7, 7 + 5 * 11 * 9 * 4), (12, 2999)] {
            let mut few = table([a, b].into_iter());
            few.stand_among(&|key| counts.get(&key).copied().unwrap_or(0));
            let (among, within) = (explain(&few, &model, 0, 1), explain(&all, &model, a as u32, b as u32));
            assert!((among.bits - within.bits).abs() < 1e-9, "{among}\n{within}");
        }
    }
}

//! One at a time: an index in memory over linked records, for asking about one person among millions and for records that
//! arrive one by one. Only the people a record might belong to are linked anew.

use crate::blocking::{MOST_UNDER_A_KEY, PASS_COUNT, record_keys, worth_comparing};
use crate::linking::{Linked, POSSIBLE_BAND, Rules, join_group};
use crate::models::Model;
use crate::scoring::{Scorer, Weights};
use crate::tables::{Homes, Table, TableBuilder};
use crate::{Constraints, Field};
use std::collections::{HashMap, HashSet};

/// More records than this are never linked anew for the sake of one.
const MOST_TOGETHER: usize = 300;

/// Linking a record that comes, and then whoever lost companions to it, who may belong to somebody else now: so many rounds at most, the
/// record's own included.
pub const ROUNDS: usize = 4;

/// Somebody whom a question or a new record may be about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likely {
    /// The record that is alike.
    pub record: u32,
    /// The number of its person.
    pub person: u32,
    /// Evidence in bits that they are one; the cut is [`Model::cut`].
    pub bits: f64,
}

/// Linked records that can be asked and added to.
pub struct Index {
    table: Table,
    fields: Vec<Field>,
    weights: Weights,
    cut: f64,
    /// How common values are that came after the table, by their keys.
    shared: HashMap<u64, u32>,
    homes: Homes,
    /// For each pass the keys of the first records, sorted, with the record in the low bits.
    sorted: Vec<Vec<u64>>,
    bits: u32,
    /// The keys of the records that came later.
    later: HashMap<u64, Vec<u32>>,
    person_of: Vec<u32>,
    people: Vec<Vec<u32>>,
}

impl Index {
    /// Builds the index of a table of these fields, linked by [`crate::link`]. `shared` says how common values are that are not
    /// in the table, as [`Table::shared_values`] gives it for a larger one; empty if the table is all there is.
    pub fn new(mut table: Table, fields: &[Field], model: &Model, linked: &Linked, shared: &[(u64, u32)]) -> Index {
        let mut people: Vec<Vec<u32>> = Vec::new();
        for (record, person) in linked.clusters.iter().enumerate() {
            people.resize_with(people.len().max(*person as usize + 1), Vec::new);
            if let Some(members) = people.get_mut(*person as usize) {
                members.push(record as u32);
            }
        }
        let bits = u64::BITS - (table.len() as u64).leading_zeros();
        let mut sorted: Vec<Vec<u64>> = vec![Vec::new(); PASS_COUNT];
        for at in 0..table.len() as u32 {
            for (keys, key) in sorted.iter_mut().zip(record_keys(&table, at)) {
                keys.extend(key.map(|key| (key << bits) | u64::from(at)));
            }
        }
        sorted.iter_mut().for_each(|keys| keys.sort_unstable());
        let weights = Weights::new(&table, model);
        let homes = table.open();
        Index {
            fields: fields.to_vec(),
            weights,
            cut: model.cut,
            shared: shared.iter().copied().collect(),
            homes,
            sorted,
            bits,
            later: HashMap::new(),
            person_of: linked.clusters.clone(),
            people,
            table,
        }
    }

    /// Everybody a person described like this may be, the likeliest first; values are texts in the order of the fields.
    pub fn find(&mut self, source: u32, values: &[&str]) -> Vec<Likely> {
        let mark = self.table.mark();
        let asked = self.admit(source, values);
        let likely = self.likely(asked);
        self.table.forget_after(&mark, &mut self.homes);
        likely
    }

    /// Adds a record and links it, with all those it may belong to, and then with theirs whoever lost companions to it. Gives its number;
    /// [`Index::people`] tells whose it is.
    pub fn insert(&mut self, source: u32, values: &[&str]) -> u32 {
        let record = self.admit(source, values);
        let likely = self.likely(record);
        for key in record_keys(&self.table, record).into_iter().flatten() {
            self.later.entry(key).or_default().push(record);
        }
        self.person_of.push(self.people.len() as u32);
        self.people.push(vec![record]);
        let mut parted = self.settle(&[record], likely);
        for _ in 1..ROUNDS {
            if parted.is_empty() {
                break;
            }
            let mut likely: Vec<Likely> = parted.iter().flat_map(|record| self.likely(*record)).collect();
            likely.sort_by(|one, other| other.bits.total_cmp(&one.bits).then(one.record.cmp(&other.record)));
            parted = self.settle(&parted, likely);
        }
        record
    }

    /// Links these records anew, and theirs, with everybody they may belong to. Gives the records of whoever is not one person any more.
    fn settle(&mut self, records: &[u32], likely: Vec<Likely>) -> Vec<u32> {
        let own = records.iter().filter_map(|record| self.person_of.get(*record as usize).copied());
        // The likeliest come first, so a crowd is cut where it matters least.
        let mut seen = HashSet::new();
        let touched: Vec<u32> = own.chain(likely.into_iter().map(|one| one.person)).filter(|person| seen.insert(*person)).collect();
        let mut groups: Vec<Vec<u32>> = Vec::new();
        let mut count = 0;
        for person in touched {
            let members = self.people.get(person as usize).map_or(&[][..], Vec::as_slice);
            if count + members.len() <= MOST_TOGETHER {
                count += members.len();
                groups.push(members.to_vec());
            }
        }
        if count > 1 {
            self.link_anew(groups.concat());
        }
        let parted = |group: &Vec<u32>| {
            let mut people = group.iter().map(|record| self.person_of.get(*record as usize));
            let first = people.next();
            people.any(|other| Some(other) != first)
        };
        groups.into_iter().filter(parted).flatten().collect()
    }

    /// The number of every record's person.
    pub fn people(&self) -> &[u32] {
        &self.person_of
    }

    /// The record as the last of the table.
    fn admit(&mut self, source: u32, values: &[&str]) -> u32 {
        let mut one: TableBuilder = Table::builder(&self.fields);
        one.push(source, values);
        let shared = &self.shared;
        self.table.adopt(&one.build(), &mut self.homes, &|key| shared.get(&key).copied().unwrap_or(1))
    }

    /// The records under one key of a pass; at least one more than the most that are looked at, if there are so many.
    fn under(&self, sorted: &[u64], key: u64) -> Vec<u32> {
        let head = (key << self.bits) >> self.bits;
        let from = sorted.partition_point(|known| known >> self.bits < head);
        let same = sorted.iter().skip(from).take(MOST_UNDER_A_KEY + 1).take_while(|known| **known >> self.bits == head);
        let first = same.map(|known| (known & ((1 << self.bits) - 1)) as u32);
        let later = self.later.get(&key).map_or(&[][..], Vec::as_slice);
        first.chain(later.iter().copied().take(MOST_UNDER_A_KEY + 1)).collect()
    }

    /// Who shares a key with a record and is not plainly somebody else.
    fn likely(&self, record: u32) -> Vec<Likely> {
        let keys = self.sorted.iter().zip(record_keys(&self.table, record));
        let under = keys.filter_map(|(sorted, key)| Some(self.under(sorted, key?)));
        let found = worth_comparing(under.filter(|records| records.len() <= MOST_UNDER_A_KEY));
        let scorer = Scorer { table: &self.table, weights: &self.weights };
        let weighed = found.into_iter().map(|other| Likely {
            record: other,
            person: self.person_of.get(other as usize).copied().unwrap_or_default(),
            bits: scorer.bits(record, other),
        });
        let mut likely: Vec<Likely> = weighed.filter(|one| one.bits >= self.cut - POSSIBLE_BAND).collect();
        likely.sort_by(|one, other| other.bits.total_cmp(&one.bits).then(one.record.cmp(&other.record)));
        likely
    }

    /// Links these records, and no others, anew. The larger overlap keeps the person's number.
    fn link_anew(&mut self, mut together: Vec<u32>) {
        self.table.sort_by_content(&mut together);
        let scorer = Scorer { table: &self.table, weights: &self.weights };
        let rules = Rules::new(&self.table, &Constraints::default());
        let mut found = join_group(&together, scorer, &rules, self.cut);
        found.sort_by_key(|members| std::cmp::Reverse(members.len()));
        let mut free: Vec<u32> = together.iter().filter_map(|record| self.person_of.get(*record as usize).copied()).collect();
        free.sort_unstable();
        free.dedup();
        for members in found {
            let held = |person: &u32| members.iter().filter(|record| self.person_of.get(**record as usize) == Some(person)).count();
            // Of equal ones the older number stays.
            let keeps = free.iter().copied().max_by_key(|person| (held(person), std::cmp::Reverse(*person)));
            let person = keeps.unwrap_or(self.people.len() as u32);
            free.retain(|other| *other != person);
            self.people.resize_with(self.people.len().max(person as usize + 1), Vec::new);
            for record in &members {
                if let Some(slot) = self.person_of.get_mut(*record as usize) {
                    *slot = person;
                }
            }
            if let Some(slot) = self.people.get_mut(person as usize) {
                *slot = members;
            }
        }
        for person in free {
            if let Some(slot) = self.people.get_mut(person as usize) {
                slot.clear();
            }
        }
    }
}

#[cfg(test)]
mod tests;

//! From raw texts to a table: distinct texts are kept while rows arrive and standardised once at the end.

use super::{Record, Table};
use crate::dates::{Order, Packed, pack, parse, parts, possible_orders};
use crate::fields::Field;
use crate::folding::fold;
use crate::frequencies::Frequencies;
use crate::interning::{Texts, hash_text, mix};
use crate::standards;
use rayon::prelude::*;
use std::collections::HashMap;

/// Collects rows of raw texts; see [`Table::builder`].
#[derive(Clone, Debug)]
pub struct TableBuilder {
    columns: Vec<Column>,
    sources: Vec<u32>,
}

/// Values of one column: numbers once they are looked up, texts while they wait for it.
#[derive(Clone, Debug)]
struct Column {
    field: Field,
    texts: Texts,
    rows: Vec<u32>,
    waiting: String,
    ends: Vec<u32>,
}

/// So many rows are looked up together.
const TOGETHER: usize = 2048;
/// Of no more than so many, other threads are not woken: that would take longer than the work itself.
const FEW: usize = 256;

impl Column {
    fn of(field: Field) -> Column {
        Column { field, texts: Texts::default(), rows: Vec::new(), waiting: String::new(), ends: Vec::new() }
    }

    fn push(&mut self, text: &str) {
        self.waiting.push_str(text);
        self.ends.push(self.waiting.len() as u32);
    }

    /// Gives the waiting texts their numbers.
    fn look_up(&mut self) {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let texts = starts.zip(&self.ends).map(|(from, to)| self.waiting.get(from as usize..*to as usize).unwrap_or(""));
        self.texts.numbers(texts, &mut self.rows);
        self.waiting.clear();
        self.ends.clear();
    }
}

impl TableBuilder {
    pub(super) fn new(fields: &[Field]) -> TableBuilder {
        let columns = fields.iter().copied().map(Column::of).collect();
        TableBuilder { columns, sources: Vec::new() }
    }

    /// Adds one record: the number of its source and one text per column, empty where missing.
    ///
    /// Missing texts at the end may be left out; surplus ones are ignored. Sources above 65,534 count as one.
    pub fn push(&mut self, source: u32, values: &[&str]) {
        self.sources.push(source);
        for (at, column) in self.columns.iter_mut().enumerate() {
            column.push(values.get(at).copied().unwrap_or(""));
        }
        if self.sources.len().is_multiple_of(TOGETHER) {
            self.look_up();
        }
    }

    fn look_up(&mut self) {
        if self.sources.len() <= FEW {
            self.columns.iter_mut().for_each(Column::look_up);
        } else {
            self.columns.par_iter_mut().for_each(Column::look_up);
        }
    }

    /// Standardises all values and makes the table.
    pub fn build(mut self) -> Table {
        self.look_up();
        let count = self.sources.len();
        let mut making = Making {
            table: Table {
                records: vec![Record::default(); count],
                names: Texts::default(),
                name_facts: Vec::new(),
                ids: Texts::default(),
                id_facts: Vec::new(),
                place_spellings: Vec::new(),
                phones: Texts::default(),
                emails: Texts::default(),
                email_facts: Vec::new(),
                phone_marks: Vec::new(),
                places: Texts::default(),
                homes: 0,
                fingerprints: Vec::new(),
                frequencies: Frequencies::default(),
                among_others: false,
            },
            house_column: self.columns.iter().any(|column| column.field == Field::HouseNumber),
            ages: vec![0; if self.columns.iter().any(|column| column.field == Field::Age) { count } else { 0 }],
        };
        for (record, source) in making.table.records.iter_mut().zip(&self.sources) {
            record.source = (*source).min(u32::from(u16::MAX)) as u16;
        }
        let mut columns = self.columns;
        // A post office box only stands in for a street, a whole name for its parts: they come last.
        columns.sort_by_key(|column| matches!(column.field, Field::PoBox | Field::FullName));
        for column in columns {
            making.add(column);
        }
        making.finish()
    }
}

struct Making {
    table: Table,
    house_column: bool,
    ages: Vec<u8>,
}

/// The numbers of the standardised texts of a column's distinct raw texts.
fn standardise(column: &Column, texts: &mut Texts, rule: impl Fn(&str) -> String + Sync) -> Vec<u32> {
    let count = column.texts.len() as u32;
    let mut numbers = Vec::with_capacity(count as usize);
    let standard = |raw: u32| {
        let text = column.texts.get(raw);
        if standards::says_nothing(text) { String::new() } else { rule(text) }
    };
    for first in (0..count).step_by(TOGETHER) {
        let some = first..count.min(first + TOGETHER as u32);
        let written: Vec<String> =
            if some.len() <= FEW { some.map(standard).collect() } else { some.into_par_iter().with_min_len(FEW).map(standard).collect() };
        texts.numbers(written.iter().map(String::as_str), &mut numbers);
    }
    numbers
}

impl Making {
    fn add(&mut self, column: Column) {
        let table = &mut self.table;
        match column.field {
            Field::GivenName => fill(table, &column, |t| (&mut t.names, fold), |r| &mut r.given),
            Field::MiddleName => fill(table, &column, |t| (&mut t.names, fold), |r| &mut r.middle),
            Field::FamilyName => fill(table, &column, |t| (&mut t.names, fold), |r| &mut r.family),
            Field::NationalId => fill(table, &column, |t| (&mut t.ids, standards::national_id), |r| &mut r.id),
            Field::Phone => fill(table, &column, |t| (&mut t.phones, standards::phone), |r| &mut r.phone),
            Field::Email => fill(table, &column, |t| (&mut t.emails, standards::email), |r| &mut r.email),
            Field::HouseNumber => fill(table, &column, |t| (&mut t.places, standards::house), |r| &mut r.house),
            Field::Unit => fill(table, &column, |t| (&mut t.places, standards::unit), |r| &mut r.unit),
            Field::Postcode => fill(table, &column, |t| (&mut t.places, standards::code), |r| &mut r.postcode),
            Field::City => fill(table, &column, |t| (&mut t.places, fold), |r| &mut r.city),
            Field::Region => fill(table, &column, |t| (&mut t.places, fold), |r| &mut r.region),
            Field::Suburb => fill(table, &column, |t| (&mut t.places, fold), |r| &mut r.suburb),
            Field::PoBox => fill(table, &column, |t| (&mut t.places, |text| format!("po box {}", standards::house(text))), |r| &mut r.street),
            Field::Street if self.house_column => fill(table, &column, |t| (&mut t.places, standards::street), |r| &mut r.street),
            Field::Street => self.add_whole_street(&column),
            Field::FullName => self.add_whole_name(&column),
            Field::Sex => self.add_sex(&column),
            Field::Age => self.add_age(&column),
            Field::BirthDate => self.add_birth(&column),
        }
    }

    fn add_whole_street(&mut self, column: &Column) {
        let street = standardise(column, &mut self.table.places, |text| standards::street_and_number(text).0);
        let house = standardise(column, &mut self.table.places, |text| standards::street_and_number(text).1);
        for (record, &raw) in self.table.records.iter_mut().zip(&column.rows) {
            keep(&mut record.street, street[raw as usize]);
            keep(&mut record.house, house[raw as usize]);
        }
    }

    fn add_whole_name(&mut self, column: &Column) {
        let names = &mut self.table.names;
        let given = standardise(column, names, |text| standards::split_name(text).0);
        let middle = standardise(column, names, |text| standards::split_name(text).1);
        let family = standardise(column, names, |text| standards::split_name(text).2);
        for (record, &raw) in self.table.records.iter_mut().zip(&column.rows) {
            if record.given == 0 && record.family == 0 {
                record.given = given[raw as usize];
                keep(&mut record.middle, middle[raw as usize]);
                record.family = family[raw as usize];
            }
        }
    }

    fn add_sex(&mut self, column: &Column) {
        let sexes: Vec<u8> = (0..column.texts.len() as u32).map(|raw| standards::sex(column.texts.get(raw))).collect();
        for (record, &raw) in self.table.records.iter_mut().zip(&column.rows) {
            if record.sex == 0 {
                record.sex = sexes[raw as usize];
            }
        }
    }

    fn add_age(&mut self, column: &Column) {
        let age = |text: &str| text.trim().parse::<f32>().ok().filter(|age| (0.0..130.0).contains(age)).map_or(0, |age| age as u8 + 1);
        let ages: Vec<u8> = (0..column.texts.len() as u32).map(|raw| age(column.texts.get(raw))).collect();
        for (slot, &raw) in self.ages.iter_mut().zip(&column.rows) {
            if *slot == 0 {
                *slot = ages[raw as usize];
            }
        }
    }

    /// Every source writes its dates one way; its own unambiguous dates tell which.
    fn add_birth(&mut self, column: &Column) {
        let possible: Vec<[bool; 4]> = (0..column.texts.len() as u32).map(|raw| possible_orders(column.texts.get(raw))).collect();
        let mut votes: HashMap<u16, [u64; 4]> = HashMap::new();
        for (record, &raw) in self.table.records.iter().zip(&column.rows) {
            if raw != 0 {
                let of_source = votes.entry(record.source).or_default();
                for (vote, yes) in of_source.iter_mut().zip(possible[raw as usize]) {
                    *vote += u64::from(yes);
                }
            }
        }
        let mut dates: HashMap<usize, Vec<Packed>> = HashMap::new();
        let mut order_of: HashMap<u16, usize> = HashMap::new();
        for (source, of_source) in votes {
            let most = of_source.iter().copied().max().unwrap_or(0);
            let best = of_source.iter().position(|vote| *vote == most).unwrap_or(0);
            order_of.insert(source, best);
            dates.entry(best).or_insert_with(|| {
                let order = Order::ALL[best];
                (0..column.texts.len() as u32).map(|raw| parse(column.texts.get(raw), order)).collect()
            });
        }
        for (record, &raw) in self.table.records.iter_mut().zip(&column.rows) {
            if raw != 0
                && let Some(parsed) = order_of.get(&record.source).and_then(|order| dates.get(order))
            {
                keep(&mut record.birth, parsed[raw as usize]);
            }
        }
    }

    /// Where only the age is known, the year of birth follows from the records that state both.
    fn derive_years(&mut self) {
        let mut counts: HashMap<u32, u64> = HashMap::new();
        for (record, &age) in self.table.records.iter().zip(&self.ages) {
            let (year, month, _) = parts(record.birth);
            if age != 0 && month != 0 {
                *counts.entry(year + u32::from(age) - 1).or_default() += 1;
            }
        }
        let reference = counts.into_iter().max_by_key(|&(year, count)| (count, year)).map(|(year, _)| year);
        for (record, &age) in self.table.records.iter_mut().zip(&self.ages) {
            if age != 0 && record.birth == 0 {
                match reference {
                    Some(year) => record.birth = pack(year + 1 - u32::from(age), 0, 0),
                    None => record.age = age,
                }
            }
        }
    }

    fn finish(mut self) -> Table {
        if !self.ages.is_empty() {
            self.derive_years();
        }
        let mut table = self.table;
        let mut homes: HashMap<(u32, u32, u32), u32> = HashMap::new();
        for record in &mut table.records {
            if record.street != 0 && record.house != 0 {
                let next = homes.len() as u32 + 1;
                let area = if record.postcode == 0 { record.city } else { record.postcode };
                record.home = *homes.entry((record.street, record.house, area)).or_insert(next);
            }
        }
        table.homes = homes.len() as u32 + 1;
        table.fingerprints = fingerprints(&table);
        table.describe_new_texts();
        table.frequencies = Frequencies::of(&table);
        for texts in [&mut table.names, &mut table.ids, &mut table.phones, &mut table.emails, &mut table.places] {
            texts.seal();
        }
        table
    }
}

fn keep(slot: &mut u32, value: u32) {
    if *slot == 0 {
        *slot = value;
    }
}

type Rule = fn(&str) -> String;

fn fill(table: &mut Table, column: &Column, target: impl Fn(&mut Table) -> (&mut Texts, Rule), slot: impl Fn(&mut Record) -> &mut u32) {
    let (texts, rule) = target(table);
    let numbers = standardise(column, texts, rule);
    for (record, &raw) in table.records.iter_mut().zip(&column.rows) {
        keep(slot(record), numbers[raw as usize]);
    }
}

/// A number per record from its values, and from all values of its source: what number a source goes by must not matter.
fn fingerprints(table: &Table) -> Vec<u64> {
    let hashes = |texts: &Texts| -> Vec<u64> { (0..texts.len() as u32).map(|number| hash_text(texts.get(number).as_bytes())).collect() };
    let (names, ids, phones) = (hashes(&table.names), hashes(&table.ids), hashes(&table.phones));
    let (emails, places) = (hashes(&table.emails), hashes(&table.places));
    let fingerprint = |record: &Record| {
        let mut hash = mix(u64::from(record.birth), u64::from(record.sex) << 8 | u64::from(record.age));
        for name in [record.given, record.middle, record.family] {
            hash = mix(hash, names[name as usize]);
        }
        hash = mix(hash, ids[record.id as usize]);
        hash = mix(hash, phones[record.phone as usize]);
        hash = mix(hash, emails[record.email as usize]);
        for place in [record.street, record.house, record.unit, record.postcode, record.city, record.suburb, record.region] {
            hash = mix(hash, places[place as usize]);
        }
        hash
    };
    let mut fingerprints: Vec<u64> = table.records.iter().map(fingerprint).collect();
    let mut sources: HashMap<u16, u64> = HashMap::new();
    for (record, print) in table.records.iter().zip(&fingerprints) {
        let sum = sources.entry(record.source).or_default();
        *sum = sum.wrapping_add(*print);
    }
    for (record, print) in table.records.iter().zip(&mut fingerprints) {
        *print = mix(*print, sources.get(&record.source).copied().unwrap_or(0));
    }
    fingerprints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_source_has_its_own_order_of_day_and_month() {
        let mut builder = Table::builder(&[Field::BirthDate]);
        for (source, date) in [(0, "02/03/1980"), (0, "25/03/1980"), (1, "03/02/1980"), (1, "03/25/1980"), (2, "19800302")] {
            builder.push(source, &[date]);
        }
        let births: Vec<u32> = builder.build().records.iter().map(|record| record.birth).collect();
        assert_eq!(births, [19_800_302, 19_800_325, 19_800_302, 19_800_325, 19_800_302]);
    }

    #[test]
    fn an_age_gives_the_year_of_birth_where_others_state_both() {
        let mut builder = Table::builder(&[Field::BirthDate, Field::Age]);
        builder.push(0, &["1980-01-01", "40"]);
        builder.push(0, &["", "30"]);
        assert_eq!(builder.build().records[1].birth, pack(1990, 0, 0));
    }

    #[test]
    fn short_and_long_rows_are_taken_as_they_are() {
        let mut builder = Table::builder(&[Field::GivenName, Field::FamilyName]);
        builder.push(0, &["Anna"]);
        builder.push(0, &["ANNA", "", "surplus"]);
        let table = builder.build();
        assert_eq!(table.records[0], table.records[1]);
        assert_eq!(table.fingerprints[0], table.fingerprints[1]);
    }
}

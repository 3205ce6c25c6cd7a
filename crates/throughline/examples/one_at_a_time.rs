//! One person among many, in memory: how long a question takes, and whether records that come one by one form the same people.
//!
//! `one_at_a_time FILE.csv SOURCE_COLUMN COLUMN=FIELD,COLUMN=FIELD…`
//!
//! The file's first column is the id of a record. Fields are those of `throughline link --columns`.

use anyhow::{Context, Result, anyhow};
use linkage::{Constraints, Field, Index, Table, learn, link};
use std::collections::HashMap;
use std::time::{Duration, Instant};

const ASKED: usize = 20_000;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut argument = |what: &str| arguments.next().with_context(|| format!("name {what}"));
    let (file, source, columns) = (argument("the file")?, argument("the column of the source")?, argument("the columns")?);
    let mut reader = csv::Reader::from_path(file)?;
    let header = reader.headers()?.clone();
    let place = |name: &str| header.iter().position(|column| column == name).ok_or_else(|| anyhow!("there is no column {name}"));
    let source = place(&source)?;
    let columns = columns.split(',').map(|rule| {
        let (column, field) = rule.split_once('=').with_context(|| format!("{rule} is not COLUMN=FIELD"))?;
        Ok((place(column)?, Field::named(field).with_context(|| format!("{field} is no field"))?))
    });
    let columns = columns.collect::<Result<Vec<(usize, Field)>>>()?;
    let fields: Vec<Field> = columns.iter().map(|(_, field)| *field).collect();
    let mut sources: HashMap<String, u32> = HashMap::new();
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    for row in reader.records() {
        let row = row?;
        let next = u32::try_from(sources.len())?;
        let source = *sources.entry(row.get(source).unwrap_or_default().to_owned()).or_insert(next);
        rows.push((source, columns.iter().map(|(at, _)| row.get(*at).unwrap_or_default().to_owned()).collect()));
    }
    let table = table(&fields, rows.iter());
    let shared = table.shared_values();
    let model = learn(&table, &mut |_, _| {});
    let at_once = link(&table, &model, &Constraints::default(), &mut |_, _| {});
    let began = Instant::now();
    let mut index = Index::new(table, &fields, &model, &at_once, &[]);
    println!("{} records; index built in {:.1?}", rows.len(), began.elapsed());
    ask(&mut index, &rows);
    drop(index);
    // Half of the records, drawn evenly, are there; the other half comes in an order of its own.
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|at| (*at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let (there, to_come) = order.split_at(rows.len() / 2);
    let mut start = self::table(&fields, there.iter().filter_map(|at| rows.get(*at)));
    let counts: HashMap<u64, u32> = shared.iter().copied().collect();
    start.stand_among(&|key| counts.get(&key).copied().unwrap_or(0));
    let linked = link(&start, &model, &Constraints::default(), &mut |_, _| {});
    let mut index = Index::new(start, &fields, &model, &linked, &shared);
    let began = Instant::now();
    for (source, row) in to_come.iter().filter_map(|at| rows.get(*at)) {
        index.insert(*source, &texts(row));
    }
    let took = began.elapsed();
    println!("{} arrivals, {:.0} a second", to_come.len(), to_come.len() as f64 / took.as_secs_f64());
    let arrived: HashMap<usize, u32> = order.iter().copied().zip(index.people().iter().copied()).collect();
    let one_by_one: Vec<u32> = (0..rows.len()).filter_map(|at| arrived.get(&at).copied()).collect();
    let same = alike(&at_once.clusters, &one_by_one);
    println!("{same} of {} records ({:.3} %) have exactly the person that linking all at once gives", rows.len(), 100.0 * same as f64 / rows.len() as f64);
    Ok(())
}

fn texts(row: &[String]) -> Vec<&str> {
    row.iter().map(String::as_str).collect()
}

fn table<'a>(fields: &[Field], rows: impl Iterator<Item = &'a (u32, Vec<String>)>) -> Table {
    let mut builder = Table::builder(fields);
    rows.for_each(|(source, row)| builder.push(*source, &texts(row)));
    builder.build()
}

fn ask(index: &mut Index, rows: &[(u32, Vec<String>)]) {
    let mut took: Vec<Duration> = Vec::new();
    let mut found = 0;
    for (source, row) in rows.iter().step_by((rows.len() / ASKED).max(1)) {
        let row = texts(row);
        let began = Instant::now();
        found += index.find(*source, &row).len();
        took.push(began.elapsed());
    }
    took.sort_unstable();
    let at = |share: usize| took.get(took.len() * share / 100).or(took.last()).copied().unwrap_or_default();
    println!("{} questions: median {:.1?}, 99th percentile {:.1?}, longest {:.1?}; {:.1} likely records each", took.len(), at(50), at(99), at(100), found as f64 / took.len() as f64);
}

/// Records whose person has exactly the same records in both.
fn alike(one: &[u32], other: &[u32]) -> usize {
    let mut sizes: [HashMap<u32, usize>; 2] = Default::default();
    let mut both: HashMap<(u32, u32), usize> = HashMap::new();
    for (a, b) in one.iter().zip(other) {
        *sizes[0].entry(*a).or_default() += 1;
        *sizes[1].entry(*b).or_default() += 1;
        *both.entry((*a, *b)).or_default() += 1;
    }
    both.iter().filter(|((a, b), count)| sizes[0].get(a) == Some(count) && sizes[1].get(b) == Some(count)).map(|(_, count)| count).sum()
}

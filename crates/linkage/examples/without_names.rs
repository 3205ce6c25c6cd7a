//! Measures how well encodings find people, in records with a known truth.
//!
//! `cargo run --release -p linkage --example without_names -- RECORDS.csv TRUTH.csv COLUMN=FIELD…`
//!
//! Each source in turn is the partner. We hold the records of all other sources, but only of half of the people, linked without the
//! truth. A row of the partner is *said* when it comes back as one of our clients, and *right* when the client it was matched with is
//! the same person. Precision is right of said; recall is right of those rows whose person we hold a record of.

use linkage::encoding::{Encoded, Secret, encode, match_encodings};
use linkage::{Constraints, Field, Table, learn, link};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;

struct Row {
    source: String,
    person: String,
    values: Vec<String>,
}

#[derive(Default)]
struct Score {
    said: usize,
    right: usize,
    there: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [records, truth, columns @ ..] = words.as_slice() else { return Err("name the records, the truth and the columns".into()) };
    let columns: Vec<(&str, Field)> = columns.iter().filter_map(|word| word.split_once('=')).filter_map(|(c, f)| Some((c, Field::named(f)?))).collect();
    let rows = read(records, truth, &columns)?;
    let fields: Vec<Field> = columns.iter().map(|(_, field)| *field).collect();
    let sources: Vec<&str> = rows.iter().map(|row| row.source.as_str()).collect::<HashSet<_>>().into_iter().collect();
    let mut total = Score::default();
    println!("partner    rows said  right  true   precision  recall");
    for partner in sources {
        let (theirs, others): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.source == partner);
        let ours: Vec<&Row> = others.into_iter().filter(|row| held(&row.person)).collect();
        let score = score(&ours, &theirs, &fields);
        print(partner, &score);
        total = Score { said: total.said + score.said, right: total.right + score.right, there: total.there + score.there };
    }
    print("all", &total);
    Ok(())
}

/// Half of the people, by a hash of their name in the truth.
fn held(person: &str) -> bool {
    person.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)) >> 40 & 1 == 0
}

fn print(name: &str, score: &Score) {
    let share = |part: usize, whole: usize| (part as f64 * 10_000.0 / whole.max(1) as f64).floor() / 10_000.0;
    let (precision, recall) = (share(score.right, score.said), share(score.right, score.there));
    println!("{name:<10} {:>9}  {:>5}  {:>5}  {precision:.4}     {recall:.4}", score.said, score.right, score.there);
}

fn read(records: &str, truth: &str, columns: &[(&str, Field)]) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut people: HashMap<String, String> = HashMap::new();
    for line in csv::Reader::from_path(truth)?.records() {
        let line = line?;
        people.insert(line[0].to_owned(), line[1].to_owned());
    }
    let mut reader = csv::Reader::from_path(records)?;
    let header = reader.headers()?.clone();
    let place = |name: &str| header.iter().position(|column| column == name).ok_or(format!("there is no column {name}"));
    let source = place("source")?;
    let places = columns.iter().map(|(name, _)| place(name)).collect::<Result<Vec<_>, _>>()?;
    let mut rows = Vec::new();
    for line in reader.records() {
        let line = line?;
        let person = people.get(&line[0]).cloned().unwrap_or_default();
        rows.push(Row { source: line[source].to_owned(), person, values: places.iter().map(|at| line[*at].to_owned()).collect() });
    }
    Ok(rows)
}

fn table(rows: &[&Row], fields: &[Field]) -> Table {
    let mut builder = Table::builder(fields);
    let mut sources: BTreeMap<&str, u32> = BTreeMap::new();
    for row in rows {
        let next = sources.len() as u32;
        let values: Vec<&str> = row.values.iter().map(String::as_str).collect();
        builder.push(*sources.entry(&row.source).or_insert(next), &values);
    }
    builder.build()
}

fn score(ours: &[&Row], theirs: &[&Row], fields: &[Field]) -> Score {
    let secret = Secret::new(&[1; 32], "measuring");
    let our_table = table(ours, fields);
    let clients = link(&our_table, &learn(&our_table, &mut |_, _| {}), &Constraints::default(), &mut |_, _| {}).clusters;
    let our_set = encode(&our_table, Some(&clients), &secret, &[2; 32]);
    let their_set = encode(&table(theirs, fields), None, &secret, &[3; 32]);
    let client_of = answers(&our_set, &their_set);
    let mut rows_of: HashMap<u32, Vec<u32>> = HashMap::new();
    for (row, client) in clients.iter().enumerate() {
        rows_of.entry(*client).or_default().push(row as u32);
    }
    let there: HashSet<&str> = ours.iter().map(|row| row.person.as_str()).collect();
    let mut score = Score { there: theirs.iter().filter(|row| there.contains(row.person.as_str())).count(), ..Score::default() };
    for kept in &their_set.kept {
        let Some(client) = client_of.get(&kept.person) else { continue };
        let person = &theirs[kept.row as usize].person;
        score.said += 1;
        // A client that we had wrongly made of two people is right when most of its records are theirs.
        let records = &rows_of[client];
        let same = records.iter().filter(|row| ours[**row as usize].person == *person).count();
        score.right += usize::from(same * 2 > records.len());
    }
    score
}

/// The client each of the partner's people is matched with: the one that agrees most often.
fn answers(ours: &Encoded, theirs: &Encoded) -> HashMap<u32, u32> {
    let person = |set: &Encoded| -> HashMap<u64, u32> { set.kept.iter().map(|kept| (kept.handle, kept.person)).collect() };
    let (client, person) = (person(ours), person(theirs));
    let mut agree: HashMap<(u32, u32), u32> = HashMap::new();
    for found in match_encodings(&ours.rows, &theirs.rows) {
        let (one, other) = (ours.rows[found.ours as usize].handle, theirs.rows[found.theirs as usize].handle);
        *agree.entry((person[&other], client[&one])).or_default() += found.agree;
    }
    let mut best: HashMap<u32, (u32, u32)> = HashMap::new();
    for ((person, client), agree) in agree {
        let known = best.entry(person).or_default();
        *known = (*known).max((agree, client));
    }
    best.into_iter().map(|(person, (_, client))| (person, client)).collect()
}

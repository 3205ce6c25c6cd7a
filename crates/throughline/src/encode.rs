//! `throughline encode`: a partner's side of linking without names. Needs no installation.

use crate::link;
use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use linkage::encoding::{Kept, encode};
use office::Clock;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

pub(crate) mod exchange;
pub(crate) mod sets;

use exchange::{Exchange, Key};

/// `throughline encode`
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Options {
    #[command(subcommand)]
    other: Option<Command>,
    #[command(flatten)]
    work: Option<Work>,
}

/// Encoding a file.
#[derive(Args)]
struct Work {
    /// The CSV or Parquet file of people
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The key of the exchange, made by `throughline encode key`
    #[arg(long, value_name = "KEYFILE")]
    key: PathBuf,
    /// Where the encodings go: this file is sent
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Where it is kept which row each handle stands for: this file stays here [default: OUT with .rows.csv]
    #[arg(long, value_name = "FILE")]
    rows: Option<PathBuf>,
    /// Column of the record id; the first column if not given
    #[arg(long, value_name = "COLUMN")]
    id_column: Option<String>,
    /// What columns mean, as `COLUMN=FIELD`, separated by commas; `COLUMN=` leaves one out
    #[arg(long, value_name = "MAP", value_delimiter = ',')]
    columns: Vec<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Make a fresh key for one exchange between two partners
    Key {
        /// Who holds the client register
        #[arg(long, value_name = "NAME")]
        ours: String,
        /// Who asks which of their people are clients
        #[arg(long, value_name = "NAME")]
        theirs: String,
        /// The legal ground of the exchange, as it will stand in the access log and in the answer
        #[arg(long, value_name = "TEXT")]
        ground: String,
        /// For how many days the key may be used
        #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(i64).range(1..=90))]
        days: i64,
        /// Where the key goes
        #[arg(long, value_name = "KEYFILE")]
        out: PathBuf,
    },
    /// Read an answer: which of your records are clients
    Open {
        /// The answer
        answer: PathBuf,
        /// The rows file that was kept when encoding
        #[arg(long, value_name = "FILE")]
        rows: PathBuf,
        /// Where the ids of those records go
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

/// Carries out `throughline encode`.
///
/// # Errors
/// If a file cannot be read or written, or the key has expired. Rows that say too little are reported and left out, and are no error.
pub fn run(options: Options) -> Result<()> {
    match options {
        Options { other: Some(Command::Key { ours, theirs, ground, days, out }), .. } => {
            let today = Clock::machine().now().date();
            let key = Key::fresh(&ours, &theirs, &ground, today.plus_days(days))?;
            key.write(&out)?;
            println!("{} is a key for one exchange between {ours} and {theirs}; it expires on {}", out.display(), key.exchange.expires);
            Ok(())
        }
        Options { other: Some(Command::Open { answer, rows, out }), .. } => open(&answer, &rows, &out),
        Options { work: Some(work), .. } => encode_file(&work),
        Options { .. } => bail!("name a file to encode"),
    }
}

fn encode_file(work: &Work) -> Result<()> {
    let key = Key::read(&work.key)?;
    key.exchange.must_be_open(Clock::machine().now().date())?;
    let (table, ids) = link::read_one(&work.file, work.id_column.clone(), work.columns.clone())?;
    let encoded = encode(&table, None, &key.secret(), &db::chance());
    for row in &encoded.bare {
        let id = ids.get(*row as usize).map_or("", String::as_str);
        let file = work.file.display();
        eprintln!("{file}, record {id}: birth_date, national_id, phone, email and street say too little beside the name; left out");
    }
    let rows = work.rows.clone().unwrap_or_else(|| work.out.with_extension("rows.csv"));
    sets::write_encodings(&work.out, &key.exchange, &encoded.rows)?;
    write_rows(&rows, &key.exchange, &encoded.kept, &ids)?;
    println!(
        "{} of {} records are encoded in {}: send it. {} stays here: it says which record each handle stands for.",
        encoded.rows.len(), ids.len(), work.out.display(), rows.display()
    );
    Ok(())
}

fn write_rows(path: &Path, exchange: &Exchange, kept: &[Kept], ids: &[String]) -> Result<()> {
    let line = |kept: &Kept| {
        let id = ids.get(kept.row as usize).cloned().unwrap_or_default();
        vec![sets::hex(kept.handle), kept.person.to_string(), id]
    };
    sets::write(path, exchange, &["handle", "person", "record_id"], kept.iter().map(line))
}

/// The answer for one row of a person holds for all rows of that person.
fn open(answer: &Path, rows: &Path, out: &Path) -> Result<()> {
    let (asked, answered) = sets::read(answer)?;
    let (kept, lines) = sets::read(rows)?;
    if asked.name != kept.name {
        bail!("{} answers another exchange than {} was encoded for", answer.display(), rows.display());
    }
    let clients: HashSet<&str> = answered.iter().filter_map(|(_, line)| line.get(0)).collect();
    let mut people: HashMap<&str, bool> = HashMap::new();
    for (_, line) in &lines {
        let (Some(handle), Some(person)) = (line.get(0), line.get(1)) else { continue };
        *people.entry(person).or_default() |= clients.contains(handle);
    }
    let is_client = |line: &csv::StringRecord| line.get(1).is_some_and(|person| people.get(person).copied().unwrap_or_default());
    let mut writer = csv::Writer::from_path(out).with_context(|| format!("{} cannot be written", out.display()))?;
    writer.write_record(["record_id"])?;
    let mut found = 0;
    for (_, line) in lines.iter().filter(|(_, line)| is_client(line)) {
        writer.write_record([line.get(2).unwrap_or_default()])?;
        found += 1;
    }
    writer.flush()?;
    println!("{found} of {} records are clients of {}; ground: {}", lines.len(), asked.ours, asked.ground);
    Ok(())
}

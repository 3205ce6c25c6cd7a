//! The commands `link` and `link explain`: linking records of files without a database.

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};
use linkage::{ColumnMeaning, Constraints, Linked, Model, Stage, Table, explain, learn};
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

mod columns;
mod files;
mod records;

use records::Records;

/// `throughline link`
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Options {
    #[command(subcommand)]
    explain: Option<Action>,
    #[command(flatten)]
    input: Option<Input>,
    /// Keep the learnt model in this file
    #[arg(long, value_name = "FILE")]
    save_model: Option<PathBuf>,
    /// Join clusters from this much average evidence on, in bits
    #[arg(long, value_name = "BITS", allow_hyphen_values = true)]
    cut: Option<f64>,
    /// Write `record_id,cluster_id` to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write pairs of clusters that may be one person to this file
    #[arg(long, value_name = "FILE")]
    possible: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Action {
    /// Say why two records are, or are not, one person's
    Explain {
        /// Id of one record
        one: String,
        /// Id of the other
        other: String,
        #[command(flatten)]
        input: Input,
    },
}

/// What to read.
#[derive(Args)]
pub struct Input {
    /// CSV or Parquet files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Use this model instead of learning one from the files
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Column of the record id; the first column if not given
    #[arg(long, value_name = "COLUMN")]
    id_column: Option<String>,
    /// Column of the source; one called source or agency, else the file
    #[arg(long, value_name = "COLUMN")]
    source_column: Option<String>,
    /// What columns mean, as `COLUMN=FIELD`, separated by commas; `COLUMN=` leaves one out
    #[arg(long, value_name = "MAP", value_delimiter = ',')]
    columns: Vec<String>,
}

/// Carries out `throughline link`.
///
/// # Errors
/// If a file cannot be read or written, or an option does not fit the files. Bad rows are reported and left out, and are no error.
pub fn run(options: Options) -> Result<()> {
    if let Some(Action::Explain { one, other, input }) = options.explain {
        return tell(&one, &other, &input);
    }
    let Some(input) = &options.input else { bail!("no files are named") };
    let bar = progress_bar();
    let read = read(input, &bar)?;
    let mut model = model_of(&read, &bar)?;
    if let Some(cut) = options.cut {
        model.cut = cut;
    }
    if let Some(path) = &options.save_model {
        fs::write(path, model.to_toml()).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let linked = linkage::link(&read.table, &model, &Constraints::default(), &mut |stage, share| show(&bar, stage, share));
    bar.finish_and_clear();
    write_clusters(&read.records, &linked, options.out.as_deref())?;
    if let Some(path) = &options.possible {
        write_possible(&read.records, &linked, path)?;
    }
    let people = linked.clusters.iter().max().map_or(0, |last| last + 1);
    eprintln!(
        "{} records are {people} people; {} pairs were compared, {} pairs of people deserve a look",
        read.records.len(),
        linked.compared,
        linked.possible.len()
    );
    Ok(())
}

/// The table of one file, and the ids of its records in order.
///
/// # Errors
/// If the file cannot be read. Bad rows are reported and left out.
pub(crate) fn read_one(file: &Path, id_column: Option<String>, columns: Vec<String>) -> Result<(Table, Vec<String>)> {
    let input = Input { files: vec![file.to_owned()], model: None, id_column, source_column: None, columns };
    let bar = progress_bar();
    let read = read(&input, &bar)?;
    bar.finish_and_clear();
    let ids = (0..read.records.len()).map(|at| read.records.id(at).to_owned()).collect();
    Ok((read.table, ids))
}

/// A table and the ids of its records.
struct Read {
    table: Table,
    columns: Vec<ColumnMeaning>,
    model: Option<Model>,
    records: Records,
}

fn read(input: &Input, bar: &ProgressBar) -> Result<Read> {
    bar.set_message("reading");
    let mut records = Records::default();
    let model = input.model.as_deref().map(load_model).transpose()?;
    for source in model.iter().flat_map(|model| &model.sources) {
        records.know_source(source.code, &source.name);
    }
    let known = model.as_ref().map_or(&[][..], |model| &model.columns);
    let (table, columns) = files::read_all(input, known, &mut records)?;
    records.report();
    Ok(Read { table, columns, model, records })
}

fn load_model(path: &Path) -> Result<Model> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Model::from_toml(&text).with_context(|| format!("cannot use {}", path.display()))
}

fn model_of(read: &Read, bar: &ProgressBar) -> Result<Model> {
    if let Some(model) = &read.model {
        return Ok(model.clone());
    }
    let mut model = learn(&read.table, &mut |stage, share| show(bar, stage, share));
    for source in &mut model.sources {
        source.name = read.records.source_name(source.code).to_owned();
    }
    model.columns.clone_from(&read.columns);
    Ok(model)
}

fn tell(one: &str, other: &str, input: &Input) -> Result<()> {
    let bar = progress_bar();
    let read = read(input, &bar)?;
    let place = |id: &str| read.records.place_of(id).with_context(|| format!("no record has the id {id}"));
    let (a, b) = (place(one)?, place(other)?);
    let model = model_of(&read, &bar)?;
    bar.finish_and_clear();
    println!("{}", explain(&read.table, &model, a, b));
    Ok(())
}

fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::new(1000);
    if let Ok(style) = ProgressStyle::with_template("{msg:>12} {wide_bar} {percent:>3} %") {
        bar.set_style(style);
    }
    bar
}

fn show(bar: &ProgressBar, stage: Stage, share: f32) {
    bar.set_message(match stage {
        Stage::Sampling => "sampling",
        Stage::Blocking => "pairing",
        Stage::Learning => "learning",
        Stage::Scoring => "weighing",
        Stage::Clustering => "joining",
    });
    bar.set_position((share * 1000.0) as u64);
}

fn output(path: Option<&Path>) -> Result<Box<dyn Write>> {
    Ok(match path {
        Some(path) => Box::new(fs::File::create(path).with_context(|| format!("cannot write {}", path.display()))?),
        None => Box::new(std::io::stdout().lock()),
    })
}

fn write_clusters(records: &Records, linked: &Linked, path: Option<&Path>) -> Result<()> {
    let mut out = csv::Writer::from_writer(BufWriter::with_capacity(1 << 16, output(path)?));
    out.write_record(["record_id", "cluster_id"])?;
    for (at, cluster) in linked.clusters.iter().enumerate() {
        out.write_record([records.id(at), cluster.to_string().as_str()])?;
    }
    out.flush()?;
    Ok(())
}

fn write_possible(records: &Records, linked: &Linked, path: &Path) -> Result<()> {
    let mut out = csv::Writer::from_writer(BufWriter::new(output(Some(path))?));
    out.write_record(["one_cluster", "other_cluster", "one_record", "other_record", "bits"])?;
    for near in &linked.possible {
        let (one, other) = (near.one.to_string(), near.other.to_string());
        let bits = format!("{:.2}", near.height);
        out.write_record([&one, &other, records.id(near.a as usize), records.id(near.b as usize), &bits])?;
    }
    out.flush()?;
    Ok(())
}

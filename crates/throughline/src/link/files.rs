//! Reading CSV and Parquet files into one table.

use super::Input;
use super::columns::{Meaning, recognise};
use super::records::Records;
use anyhow::{Context, Result, bail};
use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch, types};
use linkage::{Field, Table, TableBuilder};
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use std::borrow::Cow;
use std::fs::File;
use std::path::Path;

/// Rows looked at to find out what the columns mean.
const SAMPLE: usize = 1000;

/// What is done with every row: its number from 1, and its values.
type Rows<'a> = dyn FnMut(usize, &[&str]) + 'a;

/// Reads all files of the input.
pub(super) fn read_all(input: &Input, records: &mut Records) -> Result<Table> {
    let mut meanings = Vec::new();
    for path in &input.files {
        let (header, sample) = peek(path).with_context(|| format!("cannot read {}", path.display()))?;
        let meaning = recognise(&header, &sample, input).with_context(|| path.display().to_string())?;
        tell(path, &header, &meaning);
        meanings.push(meaning);
    }
    // Columns of the same meaning in several files are one column of the table; a file may have two of one kind.
    let mut fields: Vec<Field> = Vec::new();
    for meaning in &meanings {
        for (_, field) in &meaning.fields {
            let here = meaning.fields.iter().filter(|(_, other)| other == field).count();
            while fields.iter().filter(|other| *other == field).count() < here {
                fields.push(*field);
            }
        }
    }
    if fields.is_empty() {
        bail!("no column says anything about a person; name them with --columns COLUMN=FIELD");
    }
    let mut builder = Table::builder(&fields);
    for (path, meaning) in input.files.iter().zip(&meanings) {
        add(path, meaning, &fields, records, &mut builder).with_context(|| format!("cannot read {}", path.display()))?;
    }
    Ok(builder.build())
}

fn tell(path: &Path, header: &[String], meaning: &Meaning) {
    let name = |at: usize| header.get(at).map_or("", String::as_str);
    let known: Vec<String> = meaning.fields.iter().map(|(at, field)| format!("{}={}", name(*at), field.name())).collect();
    let source = meaning.source.map_or("the file", name);
    eprintln!("{}: id={}, source={source}, {}", path.display(), name(meaning.id), known.join(", "));
    let ignored: Vec<&str> = (0..header.len())
        .filter(|at| *at != meaning.id && Some(*at) != meaning.source && !meaning.fields.iter().any(|(known, _)| known == at))
        .map(name)
        .collect();
    if !ignored.is_empty() {
        eprintln!("{}: not compared: {}", path.display(), ignored.join(", "));
    }
}

fn add(path: &Path, meaning: &Meaning, fields: &[Field], records: &mut Records, builder: &mut TableBuilder) -> Result<()> {
    // For every column of the table, where it stands in this file.
    let mut left = meaning.fields.clone();
    let places: Vec<Option<usize>> = fields
        .iter()
        .map(|field| left.iter().position(|(_, other)| other == field).map(|at| left.remove(at).0))
        .collect();
    let file_name = path.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut problems: Vec<(usize, String)> = Vec::new();
    let mut take = |_row: usize, values: &[&str]| {
        let value = |at: usize| values.get(at).copied().unwrap_or("");
        let source = records.source(meaning.source.map_or(file_name.as_str(), value));
        records.add(value(meaning.id));
        let row: Vec<&str> = places.iter().map(|place| place.map_or("", value)).collect();
        builder.push(source, &row);
    };
    scan(path, usize::MAX, &mut take, &mut |row, problem| problems.push((row, problem)))?;
    for (row, problem) in problems {
        records.complain(path, row, &problem);
    }
    Ok(())
}

/// The header and, by column, the values of the first rows.
fn peek(path: &Path) -> Result<(Vec<String>, Vec<Vec<String>>)> {
    let mut columns: Vec<Vec<String>> = Vec::new();
    let header = scan(
        path,
        SAMPLE,
        &mut |_, values| {
            columns.resize(columns.len().max(values.len()), Vec::new());
            for (column, value) in columns.iter_mut().zip(values) {
                column.push((*value).to_owned());
            }
        },
        &mut |_, _| {},
    )?;
    Ok((header, columns))
}

fn scan(path: &Path, most: usize, rows: &mut Rows<'_>, complain: &mut dyn FnMut(usize, String)) -> Result<Vec<String>> {
    let parquet = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("parquet"));
    if parquet { scan_parquet(path, most, rows) } else { scan_csv(path, most, rows, complain) }
}

fn scan_csv(path: &Path, most: usize, rows: &mut Rows<'_>, complain: &mut dyn FnMut(usize, String)) -> Result<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).buffer_capacity(1 << 18).from_path(path)?;
    let header: Vec<String> = reader
        .byte_headers()?
        .iter()
        .map(|name| String::from_utf8_lossy(name).trim_start_matches('\u{feff}').trim().to_owned())
        .collect();
    let mut record = csv::ByteRecord::new();
    let mut row = 0;
    while row < most && reader.read_byte_record(&mut record)? {
        row += 1;
        if record.len() != header.len() {
            complain(row, format!("has {} fields where the header has {}; left out", record.len(), header.len()));
            continue;
        }
        match texts(&record) {
            Some(values) => rows(row, &values),
            None => {
                let values: Vec<Cow<'_, str>> = record.iter().map(String::from_utf8_lossy).collect();
                for (name, _) in header.iter().zip(&values).filter(|(_, value)| matches!(value, Cow::Owned(_))) {
                    complain(row, format!("field {name} is not UTF-8; its unreadable bytes are replaced"));
                }
                rows(row, &values.iter().map(Cow::as_ref).collect::<Vec<_>>());
            }
        }
    }
    Ok(header)
}

/// The fields of a record, `None` if one is not UTF-8.
fn texts(record: &csv::ByteRecord) -> Option<Vec<&str>> {
    let whole = std::str::from_utf8(record.as_slice()).ok()?;
    (0..record.len()).map(|field| record.range(field).and_then(|range| whole.get(range))).collect()
}

fn scan_parquet(path: &Path, most: usize, rows: &mut Rows<'_>) -> Result<Vec<String>> {
    // Without the writer's hints every text arrives as plain text, however it was encoded.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(File::open(path)?, options)?;
    let header: Vec<String> = builder.schema().fields().iter().map(|field| field.name().clone()).collect();
    let reader = builder.with_batch_size(8192.min(most)).with_limit(most).build()?;
    let mut row = 0;
    for batch in reader {
        let batch: RecordBatch = batch?;
        let columns: Vec<Column<'_>> = batch.columns().iter().map(|column| Column::of(column.as_ref())).collect();
        for at in 0..batch.num_rows() {
            row += 1;
            let values: Vec<&str> = columns.iter().map(|column| column.text(at)).collect();
            rows(row, &values);
        }
    }
    Ok(header)
}

/// One column of a batch as texts.
enum Column<'a> {
    Text(&'a arrow_array::StringArray),
    Written(Vec<String>),
}

impl Column<'_> {
    fn of(array: &dyn Array) -> Column<'_> {
        if let Some(texts) = array.as_string_opt::<i32>() {
            return Column::Text(texts);
        }
        let write = |at: usize| if array.is_null(at) { String::new() } else { written(array, at) };
        Column::Written((0..array.len()).map(write).collect())
    }

    fn text(&self, at: usize) -> &str {
        match self {
            Column::Text(texts) if texts.is_null(at) => "",
            Column::Text(texts) => texts.value(at),
            Column::Written(texts) => texts.get(at).map_or("", String::as_str),
        }
    }
}

/// A value of any other kind as text; empty for kinds that say nothing about a person.
fn written(array: &dyn Array, at: usize) -> String {
    macro_rules! number {
        ($($kind:ty),*) => {
            $(if let Some(values) = array.as_primitive_opt::<$kind>() {
                return values.value(at).to_string();
            })*
        };
    }
    number!(
        types::Int8Type, types::Int16Type, types::Int32Type, types::Int64Type, types::UInt8Type, types::UInt16Type, types::UInt32Type,
        types::UInt64Type, types::Float32Type, types::Float64Type
    );
    if let Some(days) = array.as_primitive_opt::<types::Date32Type>() {
        return days.value_as_date(at).map_or_else(String::new, |date| date.to_string());
    }
    String::new()
}

//! Writing tables in the five formats of the agencies, row by row.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use chrono::NaiveDate;
use encoding_rs::WINDOWS_1250;
use parquet::arrow::ArrowWriter;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook, Worksheet};
use serde_json::{Map, Value};

use crate::RegionError;
use crate::days::day;
use crate::slips;

/// Rows of a Parquet file put together before they are written.
const BATCH: usize = 4_096;

/// How an agency writes its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Windows1250,
    Workbook,
    JsonLines,
    Parquet,
    UnicodeText,
}

impl Format {
    /// The ending of a file's name.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Windows1250 => "csv",
            Self::Workbook => "xlsx",
            Self::JsonLines => "jsonl",
            Self::Parquet => "parquet",
            Self::UnicodeText => "txt",
        }
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    Text,
    /// A day written as text.
    DayText,
    /// A day as the format's own kind of date.
    Day,
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub name: &'static str,
    pub holds: Holds,
}

/// A column of text.
pub(crate) const fn plain(name: &'static str) -> Column {
    Column {
        name,
        holds: Holds::Text,
    }
}

/// A column of days written as text.
pub(crate) const fn day_text(name: &'static str) -> Column {
    Column {
        name,
        holds: Holds::DayText,
    }
}

/// A column of real dates.
pub(crate) const fn day_cell(name: &'static str) -> Column {
    Column {
        name,
        holds: Holds::Day,
    }
}

/// A value to be written.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    Text(String),
    Day(NaiveDate),
}

impl Cell {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Day(day) => day.to_string(),
        }
    }
}

/// A table being written.
pub(crate) enum Sheet {
    Delimited(Box<csv::Writer<Encoded>>),
    Workbook(Box<Book>),
    JsonLines(BufWriter<File>, &'static [Column]),
    Parquet(Box<Batches>),
}

impl Sheet {
    /// Begins a table with its header.
    pub(crate) fn create(
        path: &Path,
        format: Format,
        columns: &'static [Column],
    ) -> Result<Self, RegionError> {
        let file = || {
            File::create(path).map_err(|source| RegionError::File {
                path: path.to_owned(),
                source,
            })
        };
        let delimited = |delimiter, wide| -> Result<Self, RegionError> {
            let mut out = BufWriter::new(file()?);
            if wide {
                out.write_all(b"\xff\xfe")?;
            }
            let encoded = Encoded {
                out,
                wide,
                half: Vec::new(),
            };
            let mut writer = csv::WriterBuilder::new()
                .delimiter(delimiter)
                .terminator(csv::Terminator::CRLF)
                .from_writer(encoded);
            writer.write_record(columns.iter().map(|column| column.name))?;
            Ok(Self::Delimited(Box::new(writer)))
        };
        Ok(match format {
            Format::Windows1250 => delimited(b';', false)?,
            Format::UnicodeText => delimited(b'\t', true)?,
            Format::JsonLines => Self::JsonLines(BufWriter::new(file()?), columns),
            Format::Workbook => Self::Workbook(Box::new(Book::create(path, columns)?)),
            Format::Parquet => Self::Parquet(Box::new(Batches::create(file()?, columns)?)),
        })
    }

    /// Writes a row.
    pub(crate) fn write(&mut self, cells: Vec<Cell>) -> Result<(), RegionError> {
        match self {
            Self::Delimited(writer) => writer.write_record(cells.iter().map(Cell::text))?,
            Self::Workbook(book) => book.write(&cells)?,
            Self::JsonLines(out, columns) => {
                serde_json::to_writer(&mut *out, &object(columns, cells))?;
                out.write_all(b"\n")?;
            }
            Self::Parquet(batches) => batches.write(cells)?,
        }
        Ok(())
    }

    /// Ends the table; without it the file is not whole.
    pub(crate) fn finish(self) -> Result<(), RegionError> {
        match self {
            Self::Delimited(mut writer) => writer.flush()?,
            Self::Workbook(book) => book.finish()?,
            Self::JsonLines(mut out, _) => out.flush()?,
            Self::Parquet(batches) => batches.finish()?,
        }
        Ok(())
    }
}

/// A row as an object; a dot in a column's name puts the value into an object inside.
fn object(columns: &[Column], cells: Vec<Cell>) -> Map<String, Value> {
    let mut row = Map::new();
    for (column, cell) in columns.iter().zip(cells) {
        let value = Value::String(cell.text());
        match column.name.split_once('.') {
            None => {
                row.insert(column.name.to_owned(), value);
            }
            Some((outer, inner)) => {
                let place = row
                    .entry(outer)
                    .or_insert_with(|| Value::Object(Map::new()));
                if let Value::Object(members) = place {
                    members.insert(inner.to_owned(), value);
                }
            }
        }
    }
    row
}

/// Takes UTF-8 and writes windows-1250 or UTF-16. Letters windows-1250 lacks lose their marks.
pub(crate) struct Encoded {
    out: BufWriter<File>,
    wide: bool,
    /// The first bytes of a letter whose rest has not come yet.
    half: Vec<u8>,
}

impl Write for Encoded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.half.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.half) {
            Ok(text) => text.len(),
            Err(error) => error.valid_up_to(),
        };
        let rest = self.half.split_off(whole);
        let text =
            String::from_utf8(std::mem::replace(&mut self.half, rest)).map_err(io::Error::other)?;
        if self.wide {
            let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            self.out.write_all(&units)?;
        } else {
            let (encoded, _, lacking) = WINDOWS_1250.encode(&text);
            if lacking {
                let folded: String = text.chars().map(in_windows_1250).collect();
                self.out.write_all(&WINDOWS_1250.encode(&folded).0)?;
            } else {
                self.out.write_all(&encoded)?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn in_windows_1250(letter: char) -> String {
    let alone = letter.to_string();
    if WINDOWS_1250.encode(&alone).2 {
        slips::plain(letter)
    } else {
        alone
    }
}

/// A workbook whose rows go to disk as they come.
pub(crate) struct Book {
    path: PathBuf,
    book: Workbook,
    sheet: Worksheet,
    row: u32,
    date: CellFormat,
}

impl Book {
    fn create(path: &Path, columns: &[Column]) -> Result<Self, RegionError> {
        let mut book = Workbook::new();
        // Without a date of its own a workbook takes the clock's, and no two runs would be the same.
        let created = ExcelDateTime::from_ymd(2026, 11, 20)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let mut sheet = book.new_worksheet_with_constant_memory()?;
        for (at, column) in (0..).zip(columns) {
            sheet.write(0, at, column.name)?;
        }
        Ok(Self {
            path: path.to_owned(),
            book,
            sheet,
            row: 0,
            date: CellFormat::new().set_num_format("dd.mm.yyyy"),
        })
    }

    fn write(&mut self, cells: &[Cell]) -> Result<(), RegionError> {
        self.row += 1;
        for (at, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => drop(self.sheet.write_string(self.row, at, text)?),
                Cell::Day(on) => {
                    let serial = on.signed_duration_since(day(1899, 12, 30)).num_days() as f64;
                    self.sheet
                        .write_number_with_format(self.row, at, serial, &self.date)?;
                }
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(), RegionError> {
        self.book.push_worksheet(self.sheet);
        Ok(self.book.save(&self.path)?)
    }
}

/// Rows collected into batches for a Parquet file.
pub(crate) struct Batches {
    writer: ArrowWriter<File>,
    schema: Arc<Schema>,
    rows: Vec<Vec<Cell>>,
}

impl Batches {
    fn create(file: File, columns: &[Column]) -> Result<Self, RegionError> {
        let field = |column: &Column| {
            let kind = if column.holds == Holds::Day {
                DataType::Date32
            } else {
                DataType::Utf8
            };
            Field::new(column.name, kind, true)
        };
        let schema = Arc::new(Schema::new(columns.iter().map(field).collect::<Vec<_>>()));
        let writer = ArrowWriter::try_new(file, Arc::clone(&schema), None)?;
        Ok(Self {
            writer,
            schema,
            rows: Vec::new(),
        })
    }

    fn write(&mut self, cells: Vec<Cell>) -> Result<(), RegionError> {
        self.rows.push(cells);
        if self.rows.len() >= BATCH {
            self.flush()
        } else {
            Ok(())
        }
    }

    fn flush(&mut self) -> Result<(), RegionError> {
        let mut columns: Vec<ArrayRef> = Vec::new();
        for (at, field) in self.schema.fields().iter().enumerate() {
            let cells = self.rows.iter().map(|row| row.get(at));
            columns.push(match field.data_type() {
                DataType::Date32 => Arc::new(
                    cells
                        .map(|cell| match cell {
                            Some(Cell::Day(on)) => i32::try_from(
                                on.signed_duration_since(NaiveDate::default()).num_days(),
                            )
                            .ok(),
                            _ => None,
                        })
                        .collect::<Date32Array>(),
                ),
                _ => Arc::new(
                    cells
                        .map(|cell| cell.map(Cell::text).filter(|text| !text.is_empty()))
                        .collect::<StringArray>(),
                ),
            });
        }
        self.writer
            .write(&RecordBatch::try_new(Arc::clone(&self.schema), columns)?)?;
        self.rows.clear();
        Ok(())
    }

    fn finish(mut self) -> Result<(), RegionError> {
        self.flush()?;
        self.writer.close()?;
        Ok(())
    }
}

//! Streaming readers for the files agencies send: CSV, JSON lines, XLSX and Parquet.
//!
//! Every reader gives the same thing: the names of the columns, then one row at a time as text. A bad row is
//! refused and the next one read; a bad file is refused once, with words that say what to do. Memory stays
//! bounded whatever the file claims about itself.

mod csv;
mod decoding;
mod json_lines;
mod parquet;
mod refusals;
mod values;
mod xlsx;

use std::collections::HashSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use serde::{Deserialize, Serialize};

pub use refusals::{FileReason, FileRefusal, Refusal, RowReason, RowRefusal};

/// The kinds of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Text with a delimiter between values; also tab-separated text.
    Csv,
    /// One JSON object a line.
    JsonLines,
    /// An Excel workbook; one sheet of it is read.
    Xlsx,
    /// An Apache Parquet file with flat columns.
    Parquet,
}

/// How a file is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// The kind of file.
    pub kind: Kind,
    /// Text files only: a WHATWG encoding label such as `windows-1250`; UTF-8 when none. A byte order mark wins.
    #[serde(default)]
    pub encoding: Option<String>,
    /// CSV only: the character between values; when none, found among comma, semicolon, tab and bar.
    #[serde(default)]
    pub delimiter: Option<char>,
    /// XLSX only: the sheet to read; the first when none.
    #[serde(default)]
    pub sheet: Option<String>,
}

impl Shape {
    /// A shape of this kind with everything else left to the reader.
    pub fn of(kind: Kind) -> Self {
        Self {
            kind,
            encoding: None,
            delimiter: None,
            sheet: None,
        }
    }
}

/// How much of a file is read before it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole file once unpacked.
    pub unpacked_bytes: u64,
    /// How many times larger than the packed file its content may be, once it is larger than 16 MiB.
    pub unpacked_ratio: u64,
    /// Bytes of the texts and formats a workbook shares between cells, unpacked; these are held in memory.
    pub shared_bytes: u64,
    /// Bytes of one row; a longer one is refused and skipped.
    pub bytes_per_row: usize,
    /// Bytes of one value; a row with a longer one is refused.
    pub bytes_per_value: usize,
    /// Columns of a file.
    pub columns: usize,
    /// Rows of a file, refused ones included.
    pub rows: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            unpacked_bytes: 8 << 30,
            unpacked_ratio: 200,
            shared_bytes: 40 << 20,
            bytes_per_row: 1 << 20,
            bytes_per_value: 64 << 10,
            columns: 1_000,
            rows: 50_000_000,
        }
    }
}

/// One row as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where a person finds it in the file, counted from 1: the line in a text file (where the row starts), the
    /// row in a sheet, the record in a Parquet file.
    pub number: u64,
    /// The values in the order of [`Rows::columns`]; an empty text is no value.
    pub values: Vec<String>,
}

/// What each reader provides.
trait Source: Send {
    /// The next row or refusal; `None` at the end.
    fn next_row(&mut self) -> Option<Result<Row, Refusal>>;

    /// Keys met that are no column, for sources whose rows name their values.
    fn unknown_keys(&self) -> &[String] {
        &[]
    }
}

/// The columns of a table and where its rows come from.
struct Table {
    columns: Vec<String>,
    source: Box<dyn Source>,
}

/// The rows of an open file. After a [`Refusal::File`] there are no more.
pub struct Rows {
    file: String,
    table: Table,
    limit: u64,
    count: u64,
    done: bool,
}

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rows")
            .field("file", &self.file)
            .field("columns", &self.table.columns)
            .finish_non_exhaustive()
    }
}

impl Rows {
    /// The names of the columns, in the file's order.
    pub fn columns(&self) -> &[String] {
        &self.table.columns
    }

    /// JSON lines only: keys met so far that are not among the columns (at most 100 are kept). Their values are
    /// not read.
    pub fn unknown_keys(&self) -> &[String] {
        self.table.source.unknown_keys()
    }

    fn end_with(&mut self, row: Option<u64>, reason: FileReason) -> Refusal {
        self.done = true;
        Refusal::File(FileRefusal {
            file: self.file.clone(),
            row,
            reason,
        })
    }
}

impl Iterator for Rows {
    type Item = Result<Row, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        // The decoders of packed formats are not ours; a panic in one is a damaged file, not a crash.
        let source = &mut self.table.source;
        match catch_unwind(AssertUnwindSafe(|| source.next_row())) {
            Err(_) => Some(Err(self.end_with(
                None,
                FileReason::Damaged("its content contradicts itself".into()),
            ))),
            Ok(None) => {
                self.done = true;
                None
            }
            Ok(Some(Err(Refusal::File(refusal)))) => {
                Some(Err(self.end_with(refusal.row, refusal.reason)))
            }
            Ok(Some(row)) => {
                self.count += 1;
                if self.count > self.limit {
                    return Some(Err(
                        self.end_with(None, FileReason::TooManyRows { limit: self.limit })
                    ));
                }
                Some(row)
            }
        }
    }
}

/// Opens a file for reading row by row.
///
/// # Errors
/// A [`FileRefusal`] when the file is missing, is not what `shape` says, is damaged, or is larger than `limits`.
pub fn open(path: &Path, shape: &Shape, limits: &Limits) -> Result<Rows, FileRefusal> {
    let file = path
        .file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned();
    let refuse = |reason| FileRefusal {
        file: file.clone(),
        row: None,
        reason,
    };
    is_a_file_with_content(path).map_err(refuse)?;
    let opened = catch_unwind(|| match shape.kind {
        Kind::Csv => csv::open(path, shape, limits),
        Kind::JsonLines => json_lines::open(path, shape, limits),
        Kind::Xlsx => xlsx::open(path, shape, limits),
        Kind::Parquet => parquet::open(path, limits),
    });
    let table = opened
        .unwrap_or_else(|_| Err(FileReason::Damaged("its content contradicts itself".into())))
        .and_then(|table| usable_columns(&table.columns, limits).map(|()| table))
        .map_err(refuse)?;
    Ok(Rows {
        table,
        limit: limits.rows,
        count: 0,
        done: false,
        file,
    })
}

fn is_a_file_with_content(path: &Path) -> Result<(), FileReason> {
    let about = fs::metadata(path).map_err(FileReason::from)?;
    match about {
        folder if folder.is_dir() => Err(FileReason::Folder),
        // A pipe or a device has no end that could be waited for.
        file if !file.is_file() => Err(FileReason::Unreadable("it is not an ordinary file".into())),
        file if file.len() == 0 => Err(FileReason::Empty),
        _ => Ok(()),
    }
}

fn usable_columns(columns: &[String], limits: &Limits) -> Result<(), FileReason> {
    if columns.is_empty() {
        return Err(FileReason::NoColumns);
    }
    if columns.len() > limits.columns {
        return Err(FileReason::TooManyColumns {
            found: columns.len(),
            limit: limits.columns,
        });
    }
    let mut seen = HashSet::new();
    for (at, name) in columns.iter().enumerate() {
        if name.is_empty() {
            return Err(FileReason::NamelessColumn { position: at + 1 });
        }
        if values::fault(name, limits).is_some() {
            return Err(FileReason::BadColumnName {
                name: values::shorten(name),
            });
        }
        if !seen.insert(name) {
            return Err(FileReason::RepeatedColumn {
                name: values::shorten(name),
            });
        }
    }
    Ok(())
}

//! Why a row or a file is refused, in words the sender can act on.

use std::io;

/// A row or a whole file that is not taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// This row only; the next one is read.
    #[error(transparent)]
    Row(RowRefusal),
    /// The file from here on; nothing more is read.
    #[error(transparent)]
    File(FileRefusal),
}

/// One row that is not taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {number}{}: {reason}", .field.as_ref().map(|name| format!(", {name}")).unwrap_or_default())]
pub struct RowRefusal {
    /// Where a person finds the row in the file, counted from 1.
    pub number: u64,
    /// The column at fault, when it is one.
    pub field: Option<String>,
    /// The value at fault, shortened.
    pub value: Option<String>,
    /// What is wrong.
    pub reason: RowReason,
    /// The row's text as far as it could be read, so that it can be mended.
    pub raw: String,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(
    missing_docs,
    reason = "each variant is documented by the sentence it shows"
)]
pub enum RowReason {
    #[error(
        "the row has {found} values where {expected} were expected; check for a missing or an extra delimiter"
    )]
    Ragged { expected: usize, found: usize },
    #[error(
        "a quotation mark is opened and never closed; close it, or double it if it belongs to the text"
    )]
    OpenQuote,
    #[error(
        "there is text after a closing quotation mark; double quotation marks that belong to the text"
    )]
    TextAfterQuote,
    #[error("the row is longer than {limit} bytes; a line end is probably missing")]
    RowTooLong { limit: usize },
    #[error("the value is longer than {limit} bytes; shorten it")]
    ValueTooLong { limit: usize },
    #[error("the value holds a zero byte, which is no text; remove it")]
    ZeroByte,
    #[error(
        "the value holds a control character, which is no text; remove it or check the encoding"
    )]
    ControlCharacter,
    #[error(
        "some bytes cannot be read in the encoding of this file; check the encoding or retype the value"
    )]
    Undecodable,
    #[error("the value is a formula; send the value itself (formulas are never imported)")]
    Formula,
    #[error("the cell holds the error {0}; send the value itself")]
    CellError(String),
    #[error("the cell's date is outside the calendar; correct it")]
    ImpossibleDate,
    #[error("the line is not a JSON object ({0}); write one complete object a line")]
    NotJson(String),
    #[error("NaN and Infinity are no JSON numbers; leave the value out instead")]
    NotANumber,
    #[error("the value is a list; send one value, or one row for each")]
    List,
    #[error("the value is nested deeper than one level; send it flat")]
    TooDeep,
    #[error("the key stands twice in the row; keep one")]
    RepeatedKey,
    #[error("the number is too long to be read exactly; send it as text")]
    InexactNumber,
    #[error("none of the row's keys is a column of this file; check that the row belongs here")]
    NoKnownKey,
}

/// A file that is not taken in, or not further.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {reason}", .row.map(|row| format!(", row {row}")).unwrap_or_default())]
pub struct FileRefusal {
    /// The file's name, without its folder.
    pub file: String,
    /// Where reading stopped, when rows had been read.
    pub row: Option<u64>,
    /// What is wrong and what to do.
    pub reason: FileReason,
}

/// What is wrong with a file, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(
    missing_docs,
    reason = "each variant is documented by the sentence it shows"
)]
pub enum FileReason {
    #[error("the file is not there. Check its name, and whether it has been sent.")]
    Missing,
    #[error("this is a folder, not a file. Name the file inside it.")]
    Folder,
    #[error("the file cannot be opened ({0}). Check its permissions and the disk.")]
    Unreadable(String),
    #[error(
        "the file is empty. Ask for it to be sent again; if there is nothing to report, send the header alone."
    )]
    Empty,
    #[error("no columns were found. The first row must name the columns.")]
    NoColumns,
    #[error("column {position} has no name. Name it in the header, or remove the extra delimiter.")]
    NamelessColumn { position: usize },
    #[error("the column name \u{201c}{name}\u{201d} stands twice. Rename one of them.")]
    RepeatedColumn { name: String },
    #[error(
        "the column name \u{201c}{name}\u{201d} is not readable text. Check the encoding and the header."
    )]
    BadColumnName { name: String },
    #[error(
        "there are {found} columns, more than the {limit} allowed. Check the delimiter, or send fewer."
    )]
    TooManyColumns { found: usize, limit: usize },
    #[error(
        "the header is longer than {limit} bytes. A line end is probably missing; export the file again."
    )]
    HeaderTooLong { limit: usize },
    #[error("a quotation mark in the header is never closed. Correct the first line.")]
    OpenQuoteInHeader,
    #[error("lines end with a lone carriage return. Save the file again with ordinary line ends.")]
    OldLineEnds,
    #[error(
        "the encoding \u{201c}{0}\u{201d} is not known. Use a label such as utf-8, windows-1250 or utf-16le."
    )]
    UnknownEncoding(String),
    #[error(
        "the file is set to be read as {said}, but its bytes look like {looks}. Correct the encoding of the feed."
    )]
    WrongEncoding { said: String, looks: &'static str },
    #[error(
        "this is not {said} but {looks}. Correct the kind of the feed, or export the file as {said}."
    )]
    OtherKind {
        said: &'static str,
        looks: &'static str,
    },
    #[error("this is not a text table but binary data. Export it again as CSV or JSON lines.")]
    Binary,
    #[error("there are more than {limit} rows. Split the file.")]
    TooManyRows { limit: u64 },
    #[error("the content is larger than {limit} bytes once unpacked. Split the file.")]
    TooLarge { limit: u64 },
    #[error(
        "the file unpacks to more than {limit} times its size, as a packed bomb does. Export it again, or split it."
    )]
    TooTightlyPacked { limit: u64 },
    #[error(
        "{part} would take more than {limit} bytes of memory. Split the file, or send it as CSV."
    )]
    TooMuchMemory { part: String, limit: u64 },
    #[error("the workbook is protected by a password. Send it without one.")]
    Password,
    #[error(
        "there is no sheet \u{201c}{asked}\u{201d}; the workbook has: {has}. Correct the sheet of the feed."
    )]
    NoSuchSheet { asked: String, has: String },
    #[error(
        "the column \u{201c}{name}\u{201d} holds {holds}. Send flat columns of text, numbers, dates or yes/no."
    )]
    UnreadableColumn { name: String, holds: String },
    #[error("the file is damaged or cut short ({0}). Ask for it to be sent again.")]
    Damaged(String),
}

impl From<io::Error> for FileReason {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::UnexpectedEof => Self::Damaged("it ends too early".into()),
            _ => Self::Unreadable(error.to_string()),
        }
    }
}

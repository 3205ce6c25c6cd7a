//! Delimited text, row by row, with memory bounded by the longest row allowed.
//!
//! The splitting is done here because a row must be refused, shown as it stands and stepped over, however long
//! it is and however its quotation marks are broken: an opened quotation mark that never closes would otherwise
//! swallow the good rows after it.

use std::path::Path;

use super::decoding::Text;
use super::values::{checked_row, cut, shorten};
use super::{
    FileReason, FileRefusal, Limits, Refusal, Row, RowReason, RowRefusal, Shape, Source, Table,
};

/// Delimiters looked for when none is given; the earlier wins a draw.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How much of a row that is too long is kept for mending.
const KEPT_OF_LONG_ROW: usize = 4 << 10;

/// Opens a delimited text file and reads its header.
pub(super) fn open(path: &Path, shape: &Shape, limits: &Limits) -> Result<Table, FileReason> {
    let delimiter = match shape.delimiter {
        Some(given) => Some(
            u8::try_from(given)
                .map_err(|_| FileReason::Unreadable(format!("{given:?} cannot be a delimiter")))?,
        ),
        None => None,
    };
    let text = Text::open(path, shape.encoding.as_deref(), "CSV", limits)?;
    let mut lines = Lines {
        text,
        again: Vec::new(),
        again_at: 0,
        delimiter: delimiter.unwrap_or(b','),
        limit: limits.bytes_per_row,
        line: 1,
    };
    let mut raw = Vec::new();
    let columns = loop {
        match lines.next_into(&mut raw)? {
            End::OfFile => return Err(FileReason::NoColumns),
            End::TooLong => {
                return Err(FileReason::HeaderTooLong {
                    limit: limits.bytes_per_row,
                });
            }
            End::OpenQuote => return Err(FileReason::OpenQuoteInHeader),
            End::OfRow if is_blank(&raw) => {}
            End::OfRow => {
                lines.delimiter = delimiter.unwrap_or_else(|| sniff(&raw));
                break header(&raw, lines.delimiter)?;
            }
        }
    };
    Ok(Table {
        columns: columns.clone(),
        source: Box::new(CsvRows {
            lines,
            raw,
            columns,
            limits: *limits,
        }),
    })
}

fn header(raw: &[u8], delimiter: u8) -> Result<Vec<String>, FileReason> {
    let (names, fault) = split(raw, delimiter);
    if fault.is_some() || names.iter().any(|name| name.contains('\r')) {
        return Err(if raw.contains(&b'\r') {
            FileReason::OldLineEnds
        } else {
            FileReason::OpenQuoteInHeader
        });
    }
    Ok(names.iter().map(|name| name.trim().to_owned()).collect())
}

/// The delimiter that occurs most in the header, outside quotation marks.
fn sniff(header: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [0_usize; DELIMITERS.len()];
    for byte in header {
        quoted ^= *byte == b'"';
        if let (false, Some(at)) = (
            quoted,
            DELIMITERS.iter().position(|delimiter| delimiter == byte),
        ) && let Some(count) = counts.get_mut(at)
        {
            *count += 1;
        }
    }
    let best = counts.iter().max().copied().unwrap_or_default();
    DELIMITERS
        .into_iter()
        .zip(counts)
        .find(|(_, count)| *count == best)
        .map_or(b',', |(delimiter, _)| delimiter)
}

fn is_blank(raw: &[u8]) -> bool {
    raw.iter().all(|byte| matches!(byte, b' ' | b'\r'))
}

struct CsvRows {
    lines: Lines,
    raw: Vec<u8>,
    columns: Vec<String>,
    limits: Limits,
}

impl CsvRows {
    fn refused(&self, number: u64, reason: RowReason) -> Refusal {
        let kept = if matches!(reason, RowReason::RowTooLong { .. }) {
            KEPT_OF_LONG_ROW
        } else {
            usize::MAX
        };
        let raw = cut(&String::from_utf8_lossy(&self.raw), kept).to_owned();
        Refusal::Row(RowRefusal {
            number,
            field: None,
            value: None,
            reason,
            raw,
        })
    }

    fn row(&self, number: u64) -> Result<Row, Refusal> {
        let (values, fault) = split(&self.raw, self.lines.delimiter);
        if let Some(at) = fault {
            let refusal = self.refused(number, RowReason::TextAfterQuote);
            return Err(self.naming(refusal, at, &values));
        }
        if values.len() != self.columns.len() {
            let reason = RowReason::Ragged {
                expected: self.columns.len(),
                found: values.len(),
            };
            return Err(self.refused(number, reason));
        }
        checked_row(number, values, &self.columns, &self.limits).map_err(|refusal| match refusal {
            Refusal::Row(mut row) => {
                row.raw = String::from_utf8_lossy(&self.raw).into_owned();
                Refusal::Row(row)
            }
            file => file,
        })
    }

    fn naming(&self, mut refusal: Refusal, at: usize, values: &[String]) -> Refusal {
        if let Refusal::Row(row) = &mut refusal {
            row.field = self.columns.get(at).cloned();
            row.value = values.get(at).map(|value| shorten(value));
        }
        refusal
    }
}

impl Source for CsvRows {
    fn next_row(&mut self) -> Option<Result<Row, Refusal>> {
        loop {
            let number = self.lines.line;
            let end = match self.lines.next_into(&mut self.raw) {
                Ok(end) => end,
                Err(reason) => {
                    return Some(Err(Refusal::File(FileRefusal {
                        file: String::new(),
                        row: Some(number),
                        reason,
                    })));
                }
            };
            return match end {
                End::OfFile => None,
                End::OfRow if is_blank(&self.raw) => continue,
                End::OfRow => Some(self.row(number)),
                End::OpenQuote => Some(Err(self.refused(number, RowReason::OpenQuote))),
                End::TooLong => Some(Err(self.refused(
                    number,
                    RowReason::RowTooLong {
                        limit: self.limits.bytes_per_row,
                    },
                ))),
            };
        }
    }
}

/// How a row ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    OfRow,
    OfFile,
    TooLong,
    OpenQuote,
}

/// Where in a row a byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    ValueStart,
    Plain,
    Quoted,
    /// After a quotation mark inside a quoted value: its end, or the first half of a doubled one.
    QuoteSeen,
}

impl At {
    fn after(self, byte: u8, delimiter: u8) -> Self {
        match (self, byte) {
            (Self::Quoted, b'"') => Self::QuoteSeen,
            (Self::Quoted, _) | (Self::ValueStart | Self::QuoteSeen, b'"') => Self::Quoted,
            (_, byte) if byte == delimiter => Self::ValueStart,
            _ => Self::Plain,
        }
    }
}

/// The rows of the text as they stand, line ends inside quotation marks included.
struct Lines {
    text: Text,
    /// Text to be read once more: what an unclosed quotation mark had swallowed.
    again: Vec<u8>,
    again_at: usize,
    delimiter: u8,
    limit: usize,
    /// The line the next row starts on, counted from 1.
    line: u64,
}

impl Lines {
    /// Reads the next row into `raw`, without its line end.
    fn next_into(&mut self, raw: &mut Vec<u8>) -> Result<End, FileReason> {
        raw.clear();
        let mut at = At::ValueStart;
        loop {
            let (delimiter, limit) = (self.delimiter, self.limit);
            let chunk = self.peek()?;
            if chunk.is_empty() {
                return Ok(match at {
                    At::Quoted => self.reread_from_second_line(raw),
                    _ if raw.is_empty() => End::OfFile,
                    _ => End::OfRow,
                });
            }
            let room = limit.saturating_sub(raw.len());
            let mut used = 0;
            let mut ended = false;
            for byte in chunk.iter().take(room) {
                used += 1;
                if *byte == b'\n' && at != At::Quoted {
                    ended = true;
                    break;
                }
                at = at.after(*byte, delimiter);
            }
            raw.extend_from_slice(chunk.get(..used).unwrap_or_default());
            self.consume(used);
            if ended {
                self.line += raw.iter().filter(|byte| **byte == b'\n').count() as u64;
                raw.pop();
                raw.pop_if(|byte| *byte == b'\r');
                return Ok(End::OfRow);
            }
            if raw.len() >= limit {
                return self.too_long(raw, at);
            }
        }
    }

    fn too_long(&mut self, raw: &mut Vec<u8>, at: At) -> Result<End, FileReason> {
        if at == At::Quoted && raw.contains(&b'\n') {
            return Ok(self.reread_from_second_line(raw));
        }
        self.line += raw.iter().filter(|byte| **byte == b'\n').count() as u64;
        loop {
            let chunk = self.peek()?;
            if chunk.is_empty() {
                return Ok(End::TooLong);
            }
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(chunk.len(), |at| at + 1);
            self.consume(used);
            if end.is_some() {
                self.line += 1;
                return Ok(End::TooLong);
            }
        }
    }

    /// Gives up the first line of a row whose quotation mark never closes, and takes the others as rows again.
    fn reread_from_second_line(&mut self, raw: &mut Vec<u8>) -> End {
        if let Some(end) = raw.iter().position(|byte| *byte == b'\n') {
            let mut again = raw.split_off(end + 1);
            again.extend_from_slice(self.again.get(self.again_at..).unwrap_or_default());
            self.again = again;
            self.again_at = 0;
            self.line += 1;
            raw.pop();
            raw.pop_if(|byte| *byte == b'\r');
        }
        End::OpenQuote
    }

    fn peek(&mut self) -> Result<&[u8], FileReason> {
        if self.again_at < self.again.len() {
            return Ok(self.again.get(self.again_at..).unwrap_or_default());
        }
        self.again = Vec::new();
        self.again_at = 0;
        self.text.peek()
    }

    fn consume(&mut self, count: usize) {
        if self.again_at < self.again.len() {
            self.again_at += count;
        } else {
            self.text.consume(count);
        }
    }
}

/// Splits a row into its values; also the position of the first value with text after its closing quotation mark.
fn split(raw: &[u8], delimiter: u8) -> (Vec<String>, Option<usize>) {
    let mut values = Vec::new();
    let mut value = Vec::new();
    let mut at = At::ValueStart;
    let mut fault = None;
    for byte in raw {
        let next = at.after(*byte, delimiter);
        match (at, next) {
            (At::Quoted, At::QuoteSeen) | (At::ValueStart, At::Quoted) => {}
            (At::Plain | At::QuoteSeen | At::ValueStart, At::ValueStart) => {
                values.push(text(&mut value))
            }
            (At::QuoteSeen, At::Plain) => {
                fault = fault.or(Some(values.len()));
                value.push(*byte);
            }
            _ => value.push(*byte),
        }
        at = next;
    }
    values.push(text(&mut value));
    (values, fault)
}

fn text(value: &mut Vec<u8>) -> String {
    String::from_utf8(std::mem::take(value))
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests;

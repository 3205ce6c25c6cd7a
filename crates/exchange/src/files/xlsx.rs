//! One sheet of an Excel workbook, row by row.
//!
//! The workbook is first unpacked once and thrown away while counting ([`scan`]), so that what is read afterwards
//! is known to fit. The reading itself runs on a thread of its own: the sheet borrows the open workbook.

mod scan;

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxCellFormulaMetadataRecord, XlsxError};

use super::values::{checked_row, cut, shorten};
use super::{
    FileReason, FileRefusal, Limits, Refusal, Row, RowReason, RowRefusal, Shape, Source, Table,
};

/// Rows read ahead of whoever takes them.
const AHEAD: usize = 16;
/// The first serial number past the last day Excel knows, 9999-12-31.
const END_OF_CALENDAR: f64 = 2_958_466.0;

/// Opens a workbook and reads the header of the sheet asked for.
pub(super) fn open(path: &Path, shape: &Shape, limits: &Limits) -> Result<Table, FileReason> {
    scan::fits(path, limits)?;
    let (send, receive) = sync_channel(AHEAD);
    let reading = Reading {
        path: path.to_owned(),
        sheet: shape.sheet.clone(),
        limits: *limits,
        send,
    };
    thread::Builder::new()
        .name("reads a workbook".into())
        .spawn(move || reading.run())?;
    match receive.recv() {
        Ok(Message::Columns(columns)) => Ok(Table {
            columns,
            source: Box::new(XlsxRows { receive }),
        }),
        Ok(Message::Broken(_, reason)) => Err(reason),
        Ok(Message::End) => Err(FileReason::NoColumns),
        Ok(Message::Row(_)) | Err(_) => {
            Err(FileReason::Damaged("its content contradicts itself".into()))
        }
    }
}

enum Message {
    Columns(Vec<String>),
    Row(Result<Row, Refusal>),
    Broken(Option<u64>, FileReason),
    End,
}

struct XlsxRows {
    receive: Receiver<Message>,
}

impl Source for XlsxRows {
    fn next_row(&mut self) -> Option<Result<Row, Refusal>> {
        let broken = |row, reason| {
            Some(Err(Refusal::File(FileRefusal {
                file: String::new(),
                row,
                reason,
            })))
        };
        match self.receive.recv() {
            Ok(Message::Row(row)) => Some(row),
            Ok(Message::End | Message::Columns(_)) => None,
            Ok(Message::Broken(row, reason)) => broken(row, reason),
            // The thread is gone without having said so: the decoder gave up on damaged content.
            Err(_) => broken(
                None,
                FileReason::Damaged("its content contradicts itself".into()),
            ),
        }
    }
}

/// What the reading thread owns.
struct Reading {
    path: PathBuf,
    sheet: Option<String>,
    limits: Limits,
    send: SyncSender<Message>,
}

impl Reading {
    fn run(self) {
        let mut row = None;
        let last = match self.read(&mut row) {
            Ok(()) => Message::End,
            Err(Stop::Broken(reason)) => Message::Broken(row, reason),
            Err(Stop::NobodyListens) => return,
        };
        // Whoever asked may have stopped listening; then nobody needs to know.
        let _ = self.send.send(last);
    }

    fn read(&self, at: &mut Option<u64>) -> Result<(), Stop> {
        let file = BufReader::new(File::open(&self.path).map_err(FileReason::from)?);
        let mut workbook = Xlsx::new(file).map_err(damaged)?;
        let names = workbook.sheet_names();
        let sheet = match &self.sheet {
            Some(asked) if names.contains(asked) => asked.clone(),
            Some(asked) => {
                return Err(FileReason::NoSuchSheet {
                    asked: asked.clone(),
                    has: names.join(", "),
                }
                .into());
            }
            None => names.into_iter().next().ok_or(FileReason::NoColumns)?,
        };
        let mut cells = workbook.worksheet_cells_reader(&sheet).map_err(damaged)?;
        let mut sheet = Sheet {
            columns: None,
            limits: self.limits,
            send: &self.send,
        };
        let mut pending = Pending::default();
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(damaged)? {
            if cell.pos.0 != pending.row && !pending.is_blank() {
                sheet.take(std::mem::take(&mut pending))?;
            }
            pending.row = cell.pos.0;
            *at = Some(u64::from(cell.pos.0) + 1);
            pending.add(cell, &self.limits);
        }
        if !pending.is_blank() {
            sheet.take(pending)?;
        }
        Ok(())
    }
}

/// Why reading ends before the sheet does.
enum Stop {
    Broken(FileReason),
    NobodyListens,
}

impl From<FileReason> for Stop {
    fn from(reason: FileReason) -> Self {
        Self::Broken(reason)
    }
}

fn damaged(error: XlsxError) -> FileReason {
    match error {
        XlsxError::Password => FileReason::Password,
        XlsxError::Io(error) => FileReason::from(error),
        other => FileReason::Damaged(shorten(&other.to_string())),
    }
}

/// The sheet as far as it is known.
struct Sheet<'a> {
    columns: Option<Vec<String>>,
    limits: Limits,
    send: &'a SyncSender<Message>,
}

impl Sheet<'_> {
    fn take(&mut self, pending: Pending) -> Result<(), Stop> {
        let message = match &self.columns {
            Some(columns) => Message::Row(pending.into_row(columns, &self.limits)),
            None => {
                let columns = pending.into_header(&self.limits)?;
                self.columns = Some(columns.clone());
                Message::Columns(columns)
            }
        };
        self.send.send(message).map_err(|_| Stop::NobodyListens)
    }
}

/// A row being put together from its cells.
#[derive(Default)]
struct Pending {
    row: u32,
    values: Vec<String>,
    bytes: usize,
    fault: Option<(usize, RowReason)>,
    widest: usize,
}

impl Pending {
    fn is_blank(&self) -> bool {
        self.widest == 0 && self.fault.is_none()
    }

    fn add(&mut self, cell: XlsxCellFormulaMetadataRecord<'_>, limits: &Limits) {
        let at = cell.pos.1 as usize;
        let text = match cell.formula {
            Some(_) => Err(RowReason::Formula),
            None => text_of(cell.value),
        };
        let text = text.unwrap_or_else(|reason| {
            self.fault.get_or_insert((at, reason));
            String::new()
        });
        self.bytes += text.len();
        if self.bytes > limits.bytes_per_row {
            self.fault.get_or_insert((
                at,
                RowReason::RowTooLong {
                    limit: limits.bytes_per_row,
                },
            ));
        } else if !text.is_empty() {
            self.widest = self.widest.max(at + 1);
            // A cell far to the right is counted but not kept: it is beyond any column.
            if at <= limits.columns {
                self.values
                    .resize(self.values.len().max(at + 1), String::new());
                self.values.push(text);
                self.values.swap_remove(at);
            }
        }
    }

    fn into_header(self, limits: &Limits) -> Result<Vec<String>, FileReason> {
        if self.widest > limits.columns {
            return Err(FileReason::TooManyColumns {
                found: self.widest,
                limit: limits.columns,
            });
        }
        match self.fault {
            Some((at, _)) => Err(FileReason::BadColumnName {
                name: format!("column {}", at + 1),
            }),
            None => Ok(self
                .values
                .iter()
                .map(|name| name.trim().to_owned())
                .collect()),
        }
    }

    fn into_row(mut self, columns: &[String], limits: &Limits) -> Result<Row, Refusal> {
        let number = u64::from(self.row) + 1;
        let ragged = RowReason::Ragged {
            expected: columns.len(),
            found: self.widest,
        };
        let fault = self
            .fault
            .take()
            .or_else(|| (self.widest > columns.len()).then_some((columns.len(), ragged)));
        match fault {
            None => {
                self.values.resize(columns.len(), String::new());
                checked_row(number, self.values, columns, limits)
            }
            Some((at, reason)) => Err(Refusal::Row(RowRefusal {
                number,
                field: columns.get(at).cloned(),
                value: self
                    .values
                    .get(at)
                    .filter(|value| !value.is_empty())
                    .map(|value| shorten(value)),
                reason,
                raw: cut(&self.values.join("\t"), limits.bytes_per_row).to_owned(),
            })),
        }
    }
}

fn text_of(value: DataRef<'_>) -> Result<String, RowReason> {
    Ok(match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text,
        DataRef::SharedString(text) => text.to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if number.is_finite() => number.to_string(),
        DataRef::Float(_) => return Err(RowReason::NotANumber),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(moment) => date_text(moment)?,
        DataRef::Error(error) => return Err(RowReason::CellError(error.to_string())),
    })
}

/// A date as `2026-11-23`, with the time when there is one; a time alone as `14:30:00`.
fn date_text(moment: ExcelDateTime) -> Result<String, RowReason> {
    let serial = moment.as_f64();
    if moment.is_duration() {
        return Ok(serial.to_string());
    }
    if !(0.0..END_OF_CALENDAR).contains(&serial) {
        return Err(RowReason::ImpossibleDate);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    Ok(match (serial < 1.0, serial.fract() == 0.0) {
        (true, _) => time,
        (false, true) => format!("{year:04}-{month:02}-{day:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02}T{time}"),
    })
}

#[cfg(test)]
mod tests;

//! Parquet files with flat columns, a small batch at a time.
//!
//! The page sizes a file states decide how much the decoder takes; [`pages`] adds them up before anything is read.

mod pages;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, TimeUnit};
use chrono::{DateTime, NaiveDateTime};
use parquet::arrow::arrow_reader::{
    ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use parquet::arrow::parquet_to_arrow_schema;
use parquet::file::metadata::ParquetMetaData;

use super::values::{checked_row, cut, shorten};
use super::{
    FileReason, FileRefusal, Limits, Refusal, Row, RowReason, RowRefusal, Source, Table,
    decoding::other_kind,
};

/// The largest footer read; it holds a few hundred bytes a column and row group.
const FOOTER: u64 = 4 << 20;
/// What one batch may take once its values are spelled out.
const BATCH_BYTES: u64 = 32 << 20;
const BATCH_ROWS: u64 = 1024;

/// Opens a Parquet file; its columns are those of its schema.
pub(super) fn open(path: &Path, limits: &Limits) -> Result<Table, FileReason> {
    let mut file = File::open(path)?;
    footer_is_small(&mut file)?;
    // The schema a writer embeds for itself is left aside: the file's own says enough and dictionaries come out plain.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(file.try_clone()?, options)
        .map_err(damaged)?;
    let found = builder.parquet_schema().num_columns();
    if found > limits.columns {
        return Err(FileReason::TooManyColumns {
            found,
            limit: limits.columns,
        });
    }
    for field in builder.schema().fields() {
        if let Some(holds) = unreadable(field.data_type()) {
            return Err(FileReason::UnreadableColumn {
                name: shorten(field.name()),
                holds,
            });
        }
    }
    let claimed = u64::try_from(builder.metadata().file_metadata().num_rows())
        .map_err(|_| damaged("a negative count"))?;
    if claimed > limits.rows {
        return Err(FileReason::TooManyRows { limit: limits.rows });
    }
    let weight = pages::weight(file, builder.metadata(), limits)?;
    let rows = (BATCH_BYTES / weight.max(1)).clamp(1, BATCH_ROWS);
    let dates = dates_as_numbers(builder.metadata());
    let columns: Vec<String> = builder
        .schema()
        .fields()
        .iter()
        .map(|field| field.name().trim().to_owned())
        .collect();
    let reader = builder
        .with_batch_size(usize::try_from(rows).unwrap_or(1))
        .build()
        .map_err(damaged)?;
    let source = ParquetRows {
        reader,
        batch: None,
        at: 0,
        read: 0,
        claimed,
        dates,
        columns: columns.clone(),
        limits: *limits,
    };
    Ok(Table {
        columns,
        source: Box::new(source),
    })
}

fn damaged(error: impl ToString) -> FileReason {
    FileReason::Damaged(shorten(&error.to_string()))
}

/// Looks at both ends of the file before its footer is read into memory.
fn footer_is_small(file: &mut File) -> Result<(), FileReason> {
    let length = file.metadata()?.len();
    let mut start = Vec::new();
    file.by_ref().take(8).read_to_end(&mut start)?;
    if start.starts_with(b"PARE") {
        return Err(FileReason::Password);
    }
    if !start.starts_with(b"PAR1") {
        let looks = other_kind(&start).unwrap_or("plain text or something else");
        return Err(FileReason::OtherKind {
            said: "a Parquet file",
            looks,
        });
    }
    let mut end = [0; 8];
    file.seek(SeekFrom::Start(length.saturating_sub(8)))?;
    file.read_exact(&mut end)?;
    let [a, b, c, d, magic @ ..] = end;
    if length < 12 || &magic != b"PAR1" {
        return Err(FileReason::Damaged("its end is missing".into()));
    }
    let footer = u64::from(u32::from_le_bytes([a, b, c, d]));
    if footer > length - 12 {
        return Err(FileReason::Damaged(
            "its footer claims to be larger than the file".into(),
        ));
    }
    if footer > FOOTER {
        return Err(FileReason::TooMuchMemory {
            part: "its footer".into(),
            limit: FOOTER,
        });
    }
    Ok(())
}

fn unreadable(kind: &DataType) -> Option<String> {
    match kind {
        DataType::Utf8 | DataType::Binary | DataType::Boolean => None,
        DataType::Date32 | DataType::Timestamp(..) | DataType::Decimal128(..) => None,
        DataType::Int8 | DataType::Int16 | DataType::Int32 | DataType::Int64 => None,
        DataType::UInt8 | DataType::UInt16 | DataType::UInt32 | DataType::UInt64 => None,
        DataType::Float32 | DataType::Float64 => None,
        kind if kind.is_nested() => Some("nested data".into()),
        other => Some(format!("values of type {other}")),
    }
}

/// Columns of milliseconds that their writer calls dates; Parquet has no such kind and only the writer's schema tells.
fn dates_as_numbers(metadata: &ParquetMetaData) -> Vec<usize> {
    let about = metadata.file_metadata();
    let Ok(schema) = parquet_to_arrow_schema(about.schema_descr(), about.key_value_metadata())
    else {
        return Vec::new();
    };
    let is_date = |at: &usize| {
        schema
            .fields()
            .get(*at)
            .is_some_and(|field| field.data_type() == &DataType::Date64)
    };
    (0..schema.fields().len()).filter(is_date).collect()
}

struct ParquetRows {
    reader: ParquetRecordBatchReader,
    batch: Option<RecordBatch>,
    at: usize,
    read: u64,
    claimed: u64,
    dates: Vec<usize>,
    columns: Vec<String>,
    limits: Limits,
}

impl ParquetRows {
    fn row(&self, batch: &RecordBatch) -> Result<Row, Refusal> {
        let mut values = Vec::with_capacity(self.columns.len());
        let mut bytes = 0;
        let mut fault = None;
        for (place, column) in batch.columns().iter().enumerate() {
            let value = self.text(place, column).unwrap_or_else(|reason| {
                fault.get_or_insert((place, reason));
                String::new()
            });
            bytes += value.len();
            if bytes > self.limits.bytes_per_row {
                fault = Some((
                    place,
                    RowReason::RowTooLong {
                        limit: self.limits.bytes_per_row,
                    },
                ));
                break;
            }
            values.push(value);
        }
        match fault {
            None => checked_row(self.read, values, &self.columns, &self.limits),
            Some((place, reason)) => Err(Refusal::Row(RowRefusal {
                number: self.read,
                field: self.columns.get(place).cloned(),
                value: None,
                reason,
                raw: cut(&values.join("\t"), self.limits.bytes_per_row).to_owned(),
            })),
        }
    }

    fn text(&self, place: usize, column: &ArrayRef) -> Result<String, RowReason> {
        match column.as_primitive_opt::<Int64Type>() {
            Some(millis) if self.dates.contains(&place) && millis.is_valid(self.at) => {
                day(DateTime::from_timestamp_millis(millis.value(self.at))
                    .map(|moment| moment.naive_utc()))
            }
            _ => text_of(column, self.at, self.limits.bytes_per_row),
        }
    }

    fn broken(&self, reason: FileReason) -> Refusal {
        Refusal::File(FileRefusal {
            file: String::new(),
            row: Some(self.read + 1),
            reason,
        })
    }
}

impl Source for ParquetRows {
    fn next_row(&mut self) -> Option<Result<Row, Refusal>> {
        loop {
            if let Some(batch) = self.batch.take_if(|batch| self.at < batch.num_rows()) {
                self.read += 1;
                let row = self.row(&batch);
                self.at += 1;
                self.batch = Some(batch);
                return Some(row);
            }
            self.batch = None;
            self.at = 0;
            match self.reader.next() {
                Some(Ok(batch)) => self.batch = Some(batch),
                Some(Err(error)) => return Some(Err(self.broken(damaged(error)))),
                None if self.read == self.claimed => return None,
                None => {
                    let words = format!("it claims {} rows and holds {}", self.claimed, self.read);
                    return Some(Err(self.broken(FileReason::Damaged(words))));
                }
            }
        }
    }
}

/// One value as text; dates and times in ISO form, an absent value empty. One longer than a row may be is not copied.
fn text_of(column: &ArrayRef, at: usize, limit: usize) -> Result<String, RowReason> {
    if column.is_null(at) {
        return Ok(String::new());
    }
    macro_rules! number {
        ($kind:ty) => {
            column.as_primitive::<$kind>().value(at).to_string()
        };
    }
    Ok(match column.data_type() {
        DataType::Utf8 => short(column.as_string::<i32>().value(at).as_bytes(), limit)?,
        DataType::Binary => short(column.as_binary::<i32>().value(at), limit)?,
        DataType::Boolean => column.as_boolean().value(at).to_string(),
        DataType::Int8 => number!(Int8Type),
        DataType::Int16 => number!(Int16Type),
        DataType::Int32 => number!(Int32Type),
        DataType::Int64 => number!(Int64Type),
        DataType::UInt8 => number!(UInt8Type),
        DataType::UInt16 => number!(UInt16Type),
        DataType::UInt32 => number!(UInt32Type),
        DataType::UInt64 => number!(UInt64Type),
        DataType::Float32 => {
            finite(column.as_primitive::<Float32Type>().value(at).into())?.to_string()
        }
        DataType::Float64 => finite(column.as_primitive::<Float64Type>().value(at))?.to_string(),
        DataType::Decimal128(..) => column.as_primitive::<Decimal128Type>().value_as_string(at),
        DataType::Date32 => day(column.as_primitive::<Date32Type>().value_as_datetime(at))?,
        DataType::Timestamp(unit, zone) => moment(column, at, *unit, zone.is_some())?,
        _ => String::new(),
    })
}

fn short(bytes: &[u8], limit: usize) -> Result<String, RowReason> {
    if bytes.len() > limit {
        return Err(RowReason::ValueTooLong { limit });
    }
    std::str::from_utf8(bytes)
        .map(str::to_owned)
        .map_err(|_| RowReason::Undecodable)
}

fn finite(number: f64) -> Result<f64, RowReason> {
    if number.is_finite() {
        Ok(number)
    } else {
        Err(RowReason::NotANumber)
    }
}

/// A date within the years a person could write.
fn sensible(moment: Option<NaiveDateTime>) -> Result<NaiveDateTime, RowReason> {
    use chrono::Datelike;
    moment
        .filter(|moment| (1..=9999).contains(&moment.year()))
        .ok_or(RowReason::ImpossibleDate)
}

fn day(moment: Option<NaiveDateTime>) -> Result<String, RowReason> {
    Ok(sensible(moment)?.format("%Y-%m-%d").to_string())
}

fn moment(column: &ArrayRef, at: usize, unit: TimeUnit, zoned: bool) -> Result<String, RowReason> {
    let moment = match unit {
        TimeUnit::Second => column
            .as_primitive::<TimestampSecondType>()
            .value_as_datetime(at),
        TimeUnit::Millisecond => column
            .as_primitive::<TimestampMillisecondType>()
            .value_as_datetime(at),
        TimeUnit::Microsecond => column
            .as_primitive::<TimestampMicrosecondType>()
            .value_as_datetime(at),
        TimeUnit::Nanosecond => column
            .as_primitive::<TimestampNanosecondType>()
            .value_as_datetime(at),
    };
    // With a zone the file stores UTC, and the text must say so.
    let format = if zoned {
        "%Y-%m-%dT%H:%M:%S%.fZ"
    } else {
        "%Y-%m-%dT%H:%M:%S%.f"
    };
    Ok(sensible(moment)?.format(format).to_string())
}

#[cfg(test)]
mod tests;

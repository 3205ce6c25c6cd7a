//! What comes out of a Parquet file, and what is refused.

use std::sync::Arc;

use arrow_array::builder::{Int32Builder, ListBuilder};
use arrow_array::types::Int32Type as Key;
use arrow_array::{
    BooleanArray, Date32Array, Date64Array, DictionaryArray, Float64Array, Int64Array, StringArray,
    TimestampMicrosecondArray,
};
use parquet::arrow::ArrowWriter;

use super::super::{Kind, Refusal, Row, Rows, Shape};
use super::*;

fn read(columns: Vec<(&str, ArrayRef)>) -> Result<Rows, super::super::FileRefusal> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("visits.parquet");
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut writer =
        ArrowWriter::try_new(File::create(&path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    super::super::open(&path, &Shape::of(Kind::Parquet), &Limits::default())
}

#[test]
fn every_flat_kind_comes_out_as_text() {
    let words: DictionaryArray<Key> = ["visit", "visit"].into_iter().collect();
    let rows: Vec<Row> = read(vec![
        ("id", Arc::new(Int64Array::from(vec![7, -8])) as ArrayRef),
        ("kind", Arc::new(words)),
        ("ok", Arc::new(BooleanArray::from(vec![Some(true), None]))),
        ("score", Arc::new(Float64Array::from(vec![1.5, 2.0]))),
        ("day", Arc::new(Date32Array::from(vec![6647, 0]))),
        (
            "other_day",
            Arc::new(Date64Array::from(vec![86_400_000, 0])),
        ),
        (
            "at",
            Arc::new(TimestampMicrosecondArray::from(vec![1_000_000, 500_000])),
        ),
        (
            "utc",
            Arc::new(TimestampMicrosecondArray::from(vec![0, 0]).with_timezone("UTC")),
        ),
    ])
    .unwrap()
    .map(Result::unwrap)
    .collect();
    assert_eq!(
        rows[0].values,
        [
            "7",
            "visit",
            "true",
            "1.5",
            "1988-03-14",
            "1970-01-02",
            "1970-01-01T00:00:01",
            "1970-01-01T00:00:00Z"
        ]
    );
    assert_eq!(rows[1].values[..4], ["-8", "visit", "", "2"]);
    assert_eq!(rows[1].values[6], "1970-01-01T00:00:00.500");
}

#[test]
fn nested_columns_are_refused_by_name() {
    let mut list = ListBuilder::new(Int32Builder::new());
    list.append_value([Some(1)]);
    let refusal = read(vec![("visits", Arc::new(list.finish()) as ArrayRef)]).unwrap_err();
    assert!(
        refusal
            .to_string()
            .contains("\u{201c}visits\u{201d} holds nested data"),
        "{refusal}"
    );
}

#[test]
fn values_that_are_no_numbers_dates_or_words_cost_their_row_only() {
    let rows: Vec<_> = read(vec![
        (
            "score",
            Arc::new(Float64Array::from(vec![f64::NAN, 1.0, 1.0, 1.0])) as ArrayRef,
        ),
        ("day", Arc::new(Date32Array::from(vec![0, i32::MAX, 0, 0]))),
        (
            "text",
            Arc::new(StringArray::from(vec!["a", "b", "=c", "d"])),
        ),
    ])
    .unwrap()
    .collect();
    let words: Vec<String> = rows
        .iter()
        .filter_map(|row| row.as_ref().err().map(Refusal::to_string))
        .collect();
    assert!(words[0].starts_with("row 1, score: NaN"), "{words:?}");
    assert!(
        words[1].starts_with("row 2, day: the cell's date is outside"),
        "{words:?}"
    );
    assert!(
        words[2].starts_with("row 3, text: the value is a formula"),
        "{words:?}"
    );
    assert_eq!(rows[3].as_ref().unwrap().number, 4);
}

//! Hostile Parquet files: cut, nested, and lying about their sizes.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use arrow_array::builder::{Int32Builder, ListBuilder};
use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use exchange::files::{Kind, Shape};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::bytes::Makers;

fn parquet_file(path: &Path, columns: Vec<(&str, ArrayRef)>, properties: WriterProperties) {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut writer = ArrowWriter::try_new(
        File::create(path).unwrap(),
        batch.schema(),
        Some(properties),
    )
    .unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

/// Writes its share of the files.
pub fn parquet_files(makers: &mut Makers<'_>) {
    let plain = WriterProperties::default;
    let ids = || Arc::new(Int64Array::from_iter_values(0..1000)) as ArrayRef;
    parquet_file(&makers.path("whole.parquet"), vec![("id", ids())], plain());
    let whole = fs::read(makers.path("whole.parquet")).unwrap();
    makers.bytes(
        "cut.parquet",
        Kind::Parquet,
        &whole[..whole.len() / 2],
        ("its end is missing", 0),
    );
    let mut footer = whole.clone();
    let length = footer.len();
    footer[length - 8..length - 4].copy_from_slice(&u32::MAX.to_le_bytes());
    makers.bytes(
        "long-footer.parquet",
        Kind::Parquet,
        &footer,
        ("its footer claims to be larger than the file", 0),
    );
    let mut broken = whole.clone();
    broken[length - 60..length - 20].fill(0xff);
    makers.bytes(
        "broken-footer.parquet",
        Kind::Parquet,
        &broken,
        ("damaged or cut short", 0),
    );
    let mut list = ListBuilder::new(Int32Builder::new());
    list.append_value([Some(1)]);
    parquet_file(
        &makers.path("nested.parquet"),
        vec![("visits", Arc::new(list.finish()))],
        plain(),
    );
    makers.expect(
        "nested.parquet",
        Shape::of(Kind::Parquet),
        "\u{201c}visits\u{201d} holds nested data",
        0,
    );
}

/// Writes its share of the files.
pub fn lying_parquet_files(makers: &mut Makers<'_>) {
    // Pages of 80 MB that pack into next to nothing.
    let long = "x".repeat(80 << 20);
    let packed = || {
        WriterProperties::builder()
            .set_compression(Compression::ZSTD(parquet::basic::ZstdLevel::default()))
    };
    let texts = Arc::new(StringArray::from_iter_values([
        long.as_str(),
        long.as_str(),
    ])) as ArrayRef;
    parquet_file(
        &makers.path("huge-page.parquet"),
        vec![("text", texts)],
        packed().set_dictionary_enabled(false).build(),
    );
    makers.expect(
        "huge-page.parquet",
        Shape::of(Kind::Parquet),
        "one page of each column would take more than",
        0,
    );
    // A dictionary of one long text, used 1,500 times: more than a gigabyte of values in a small file.
    let long = "y".repeat(900 << 10);
    let texts = Arc::new(StringArray::from_iter_values(std::iter::repeat_n(
        long.as_str(),
        1500,
    ))) as ArrayRef;
    parquet_file(
        &makers.path("repeated.parquet"),
        vec![("text", texts)],
        packed().set_dictionary_page_size_limit(8 << 20).build(),
    );
    makers.expect(
        "repeated.parquet",
        Shape::of(Kind::Parquet),
        "row 1, text: the value is longer than 65536 bytes",
        0,
    );
    // The count of rows stands in the footer as a zigzag number: 1000 is D0 0F.
    let mut claims = fs::read(makers.path("whole.parquet")).unwrap();
    let footer = claims.len()
        - 8
        - u32::from_le_bytes(
            claims[claims.len() - 8..claims.len() - 4]
                .try_into()
                .unwrap(),
        ) as usize;
    let places: Vec<usize> = (footer..claims.len() - 8)
        .filter(|at| claims[*at..*at + 2] == [0xd0, 0x0f])
        .collect();
    assert!(!places.is_empty());
    for at in places {
        claims[at..at + 2].copy_from_slice(&[0xd2, 0x0f]);
    }
    makers.bytes(
        "one-row-too-many.parquet",
        Kind::Parquet,
        &claims,
        ("damaged or cut short", 1000),
    );
}

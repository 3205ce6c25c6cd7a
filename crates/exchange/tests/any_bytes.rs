//! Whatever bytes arrive, a reader answers and never panics.

#![expect(clippy::unwrap_used, reason = "a test may stop where it fails")]

use std::fs;
use std::path::Path;

use exchange::files::{Kind, Limits, Shape, open};
use proptest::prelude::*;

/// Reads a file to its end in every way; true when every reader came to an end.
fn read_every_way(path: &Path) {
    let limits = Limits {
        bytes_per_row: 256,
        bytes_per_value: 64,
        columns: 8,
        ..Limits::default()
    };
    for kind in [Kind::Csv, Kind::JsonLines, Kind::Xlsx, Kind::Parquet] {
        for encoding in [
            None,
            Some("windows-1250"),
            Some("utf-16le"),
            Some("iso-2022-jp"),
        ] {
            let shape = Shape {
                encoding: encoding.map(str::to_owned),
                ..Shape::of(kind)
            };
            if let Ok(mut rows) = open(path, &shape, &limits) {
                let columns = rows.columns().len();
                let mut last = 0;
                for row in rows.by_ref().flatten() {
                    assert_eq!(row.values.len(), columns);
                    assert!(row.number > last, "rows come in order");
                    last = row.number;
                }
                assert!(rows.next().is_none());
            }
        }
    }
}

fn write(bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn arbitrary_bytes_never_panic_a_reader(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let (_folder, path) = write(&bytes);
        read_every_way(&path);
    }

    #[test]
    fn arbitrary_tables_never_panic_a_reader(text in "[a\",;\t\n\r{}:=+1é -]{0,600}") {
        let (_folder, path) = write(text.as_bytes());
        read_every_way(&path);
    }

    #[test]
    fn damaged_workbooks_and_parquet_files_never_panic_a_reader(at in 0_usize..20_000, byte in any::<u8>(), which in 0_usize..2) {
        let mut bytes = whole(which);
        let length = bytes.len();
        bytes[at % length] = byte;
        let (_folder, path) = write(&bytes);
        read_every_way(&path);
    }

    #[test]
    fn a_row_written_as_csv_is_read_back(values in prop::collection::vec("[a-zé\",;\n0-9 ]{1,20}", 2..5)) {
        prop_assume!(values.iter().any(|value| !value.trim().is_empty()));
        let quoted: Vec<String> = values.iter().map(|value| format!("\"{}\"", value.replace('"', "\"\""))).collect();
        let header: Vec<String> = (0..values.len()).map(|at| format!("column{at}")).collect();
        let (_folder, path) = write(format!("{}\r\n{}\r\n", header.join(","), quoted.join(",")).as_bytes());
        let rows: Vec<_> = open(&path, &Shape::of(Kind::Csv), &Limits::default()).unwrap().collect();
        prop_assert_eq!(rows.len(), 1);
        prop_assert_eq!(&rows[0].as_ref().unwrap().values, &values);
    }
}

fn whole(which: usize) -> Vec<u8> {
    if which == 0 {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["id", "name"]).unwrap();
        sheet.write_row(1, 0, ["1", "Ilona"]).unwrap();
        return book.save_to_buffer().unwrap();
    }
    let names = std::sync::Arc::new(arrow_array::StringArray::from_iter_values(
        (0..50).map(|at| format!("name {}", at % 7)),
    ));
    let batch = arrow_array::RecordBatch::try_from_iter([("name", names as arrow_array::ArrayRef)])
        .unwrap();
    let mut bytes = Vec::new();
    let mut writer =
        parquet::arrow::ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    bytes
}

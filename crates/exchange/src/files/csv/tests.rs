//! What rows come out of delimited text, and which are refused.

use super::super::{Kind, Rows};
use super::*;

fn read(content: &[u8]) -> Rows {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.csv");
    std::fs::write(&path, content).unwrap();
    super::super::open(
        &path,
        &Shape::of(Kind::Csv),
        &Limits {
            bytes_per_row: 4096,
            ..Limits::default()
        },
    )
    .unwrap()
}

#[test]
fn quoted_values_keep_delimiters_line_ends_and_doubled_quotation_marks() {
    let rows: Vec<Row> = read(b"a;b\r\n\"x;\r\ny\";\"say \"\"hi\"\"\"\r\n\r\n1;2")
        .map(Result::unwrap)
        .collect();
    assert_eq!(rows[0].values, ["x;\r\ny", "say \"hi\""]);
    assert_eq!((rows[0].number, rows[1].number), (2, 5));
    assert_eq!(rows[1].values, ["1", "2"]);
}

#[test]
fn an_unclosed_quotation_mark_costs_only_its_own_row() {
    let mut content = b"a,b\n1,\"open\n2,fine\n".to_vec();
    content.extend(b"3,also fine\n".repeat(1000));
    let rows: Vec<_> = read(&content).collect();
    let Err(Refusal::Row(refusal)) = &rows[0] else {
        panic!("{:?}", rows[0])
    };
    assert_eq!(
        (refusal.number, &refusal.reason, refusal.raw.as_str()),
        (2, &RowReason::OpenQuote, "1,\"open")
    );
    assert_eq!(rows.iter().filter(|row| row.is_ok()).count(), 1001);
    assert_eq!(rows.last().unwrap().as_ref().unwrap().number, 1003);
}

#[test]
fn a_row_without_end_is_stepped_over() {
    let mut content = b"a,b\n".to_vec();
    content.extend(b"x".repeat(100_000));
    content.extend(b"\n1,2\n");
    let rows: Vec<_> = read(&content).collect();
    assert!(matches!(
        &rows[0],
        Err(Refusal::Row(RowRefusal {
            reason: RowReason::RowTooLong { .. },
            number: 2,
            ..
        }))
    ));
    assert_eq!(rows[1].as_ref().unwrap().number, 3);
}

#[test]
fn the_delimiter_is_found_in_the_header() {
    for delimiter in DELIMITERS {
        let line = |a: &str, b: &str| [a.as_bytes(), &[delimiter], b.as_bytes(), b"\n"].concat();
        let mut rows = read(
            &[
                line("\"first, or; given\"", "last"),
                line("Ilona", "Lakatos"),
            ]
            .concat(),
        );
        assert_eq!(rows.columns().len(), 2, "{:?}", char::from(delimiter));
        assert_eq!(rows.next().unwrap().unwrap().values, ["Ilona", "Lakatos"]);
    }
}

#[test]
fn a_ragged_row_is_refused_with_its_text() {
    let rows: Vec<_> = read(b"a,b\n1\n1,2,3\n\"x\"y,2\n").collect();
    let words: Vec<String> = rows
        .iter()
        .map(|row| row.as_ref().unwrap_err().to_string())
        .collect();
    assert!(
        words[0].contains("row 2: the row has 1 values where 2 were expected"),
        "{words:?}"
    );
    assert!(
        words[2].contains("row 4, a: there is text after a closing quotation mark"),
        "{words:?}"
    );
}

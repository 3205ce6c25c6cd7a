//! What rows come out of a workbook, and which are refused.

use super::super::{Kind, Rows};
use super::*;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

fn read(fill: impl FnOnce(&mut Worksheet)) -> Rows {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.xlsx");
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save(&path).unwrap();
    super::super::open(&path, &Shape::of(Kind::Xlsx), &Limits::default()).unwrap()
}

#[test]
fn cells_come_out_as_plain_text_and_dates_as_iso() {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let rows: Vec<Row> = read(|sheet| {
        sheet
            .write_row(1, 0, ["name", "born", "count", "ok"])
            .unwrap();
        sheet.write(3, 0, "Lakatosz Ilonka").unwrap();
        sheet.write_with_format(3, 1, 32216.0, &day).unwrap();
        sheet.write(3, 2, 12.5).unwrap();
        sheet.write(3, 3, true).unwrap();
    })
    .map(Result::unwrap)
    .collect();
    assert_eq!(
        rows,
        [Row {
            number: 4,
            values: vec![
                "Lakatosz Ilonka".into(),
                "1988-03-14".into(),
                "12.5".into(),
                "true".into()
            ]
        }]
    );
}

#[test]
fn formulas_impossible_dates_and_cells_beyond_the_header_cost_their_row_only() {
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let rows: Vec<_> = read(|sheet| {
        sheet.write_row(0, 0, ["id", "born"]).unwrap();
        sheet
            .write(1, 0, Formula::new("=1+1").set_result("2"))
            .unwrap();
        sheet.write_with_format(2, 1, 9_999_999.0, &day).unwrap();
        sheet.write(3, 5, "far right").unwrap();
        sheet.write(4, 0, "good").unwrap();
    })
    .collect();
    let words: Vec<String> = rows
        .iter()
        .filter_map(|row| row.as_ref().err().map(ToString::to_string))
        .collect();
    assert!(
        words[0].starts_with("row 2, id: the value is a formula"),
        "{words:?}"
    );
    assert!(
        words[1].starts_with("row 3, born: the cell's date is outside the calendar"),
        "{words:?}"
    );
    assert!(
        words[2].starts_with("row 4: the row has 6 values where 2 were expected"),
        "{words:?}"
    );
    assert_eq!(rows[3].as_ref().unwrap().values, ["good", ""]);
}

//! Hostile workbooks: formulas, cut files, bombs and lies.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use exchange::files::{Kind, Shape};
use rust_xlsxwriter::{Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::bytes::Makers;

/// Writes its share of the files.
pub fn workbooks(makers: &mut Makers<'_>) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["id", "name"]).unwrap();
    sheet.write_row(1, 0, ["1", "a"]).unwrap();
    sheet
        .write(2, 1, Formula::new("=HYPERLINK(\"x\")").set_result("b"))
        .unwrap();
    book.save(makers.path("formula.xlsx")).unwrap();
    makers.expect(
        "formula.xlsx",
        Shape::of(Kind::Xlsx),
        "row 3, name: the value is a formula",
        1,
    );
    let whole = fs::read(makers.path("formula.xlsx")).unwrap();
    makers.bytes(
        "cut.xlsx",
        Kind::Xlsx,
        &whole[..whole.len() / 2],
        ("damaged or cut short", 0),
    );
    fs::write(makers.path("other-sheet.xlsx"), &whole).unwrap();
    let shape = Shape {
        sheet: Some("People".into()),
        ..Shape::of(Kind::Xlsx)
    };
    makers.expect(
        "other-sheet.xlsx",
        shape,
        "there is no sheet \u{201c}People\u{201d}; the workbook has: Sheet1",
        0,
    );
    makers.bytes(
        "protected.xlsx",
        Kind::Xlsx,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on",
        ("password-protected", 0),
    );
    workbook(&makers.path("zip-of-nothing.xlsx"), |_| {});
    makers.expect(
        "zip-of-nothing.xlsx",
        Shape::of(Kind::Xlsx),
        "damaged or cut short",
        0,
    );
}

/// A workbook of one sheet whose rows are written by the caller, packed as tightly as can be.
fn workbook(path: &Path, rows: impl FnOnce(&mut dyn FnMut(&str, &[u8], usize))) {
    let mut zip = ZipWriter::new(File::create(path).unwrap());
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut open = String::new();
    rows(&mut |part, content, times| {
        if open != part {
            zip.start_file(part, options).unwrap();
            open = part.to_owned();
        }
        for _ in 0..times {
            zip.write_all(content).unwrap();
        }
    });
    zip.finish().unwrap();
}

/// What every workbook must have around its sheet.
fn frame(write: &mut dyn FnMut(&str, &[u8], usize)) {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let link = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    write(
        "_rels/.rels",
        link("officeDocument", "xl/workbook.xml").as_bytes(),
        1,
    );
    write(
        "xl/_rels/workbook.xml.rels",
        link("worksheet", "worksheets/sheet1.xml").as_bytes(),
        1,
    );
    let book = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    write("xl/workbook.xml", book.as_bytes(), 1);
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// Writes its share of the files.
pub fn packed_bombs(makers: &mut Makers<'_>) {
    let spaces = vec![b' '; 1 << 20];
    workbook(&makers.path("bomb.xlsx"), |write| {
        frame(write);
        write(SHEET, b"<worksheet><sheetData>", 1);
        for _ in 0..64 {
            write(SHEET, b"<row><c/></row>", 1);
            write(SHEET, &spaces, 1);
        }
    });
    makers.expect(
        "bomb.xlsx",
        Shape::of(Kind::Xlsx),
        "unpacks to more than 200 times its size",
        0,
    );
    workbook(&makers.path("long-cell.xlsx"), |write| {
        frame(write);
        write(SHEET, b"<worksheet><sheetData><row><c t=\"str\"><v>", 1);
        write(SHEET, &spaces, 8);
    });
    makers.expect(
        "long-cell.xlsx",
        Shape::of(Kind::Xlsx),
        "\u{201c}xl/worksheets/sheet1.xml\u{201d} would take more than 1048576 bytes",
        0,
    );
    workbook(&makers.path("many-strings.xlsx"), |write| {
        frame(write);
        write("xl/sharedStrings.xml", b"<sst uniqueCount=\"9\">", 1);
        let noise: String = (0..1_000_000_u64)
            .map(|at| {
                format!(
                    "<si><t>{:x}</t></si>",
                    at.wrapping_mul(0x9E37_79B9_7F4A_7C15)
                )
            })
            .collect();
        write("xl/sharedStrings.xml", noise.as_bytes(), 4);
        write("xl/sharedStrings.xml", b"</sst>", 1);
    });
    makers.expect(
        "many-strings.xlsx",
        Shape::of(Kind::Xlsx),
        "bytes of memory. Split the file",
        0,
    );
    workbook(&makers.path("lying-count.xlsx"), |write| {
        frame(write);
        write(
            "xl/sharedStrings.xml",
            b"<sst uniqueCount=\"99999999999999\"></sst>",
            1,
        );
    });
    makers.expect(
        "lying-count.xlsx",
        Shape::of(Kind::Xlsx),
        "\u{201c}xl/sharedStrings.xml\u{201d} would take more",
        0,
    );
    lying_size(makers);
}

/// The bomb again, with its directory and its local header claiming that the sheet is ten bytes long.
fn lying_size(makers: &mut Makers<'_>) {
    let mut bytes = fs::read(makers.path("bomb.xlsx")).unwrap();
    let size = u32::try_from(22 + 64 * ("<row><c/></row>".len() + (1 << 20)))
        .unwrap()
        .to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..*at + 4] == size)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    makers.bytes(
        "lying-bomb.xlsx",
        Kind::Xlsx,
        &bytes,
        ("lying-bomb.xlsx: the file", 0),
    );
}

//! The hostile files themselves, written into a folder for one test run.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::builder::{Int32Builder, ListBuilder};
use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use exchange::files::{Kind, Shape};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use rust_xlsxwriter::{Formula, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A file, how it is to be read, and what must be said about it.
pub struct Hostile {
    pub name: &'static str,
    pub path: PathBuf,
    pub shape: Shape,
    pub words: &'static str,
    pub good_rows: usize,
}

struct Makers<'a> {
    folder: &'a Path,
    files: Vec<Hostile>,
}

impl Makers<'_> {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn expect(&mut self, name: &'static str, shape: Shape, words: &'static str, good_rows: usize) {
        let path = self.path(name);
        self.files.push(Hostile { name, path, shape, words, good_rows });
    }

    fn bytes(&mut self, name: &'static str, kind: Kind, content: &[u8], expected: (&'static str, usize)) {
        fs::write(self.path(name), content).unwrap();
        self.expect(name, Shape::of(kind), expected.0, expected.1);
    }
}

/// Writes them all.
pub fn hostile_files(folder: &Path) -> Vec<Hostile> {
    let mut makers = Makers { folder, files: Vec::new() };
    plain_mistakes(&mut makers);
    csv(&mut makers);
    wrong_encodings(&mut makers);
    json_lines(&mut makers);
    workbooks(&mut makers);
    packed_bombs(&mut makers);
    parquet_files(&mut makers);
    lying_parquet_files(&mut makers);
    makers.files
}

fn plain_mistakes(makers: &mut Makers<'_>) {
    makers.expect("missing.csv", Shape::of(Kind::Csv), "the file is not there. Check its name", 0);
    fs::create_dir(makers.path("folder.csv")).unwrap();
    makers.expect("folder.csv", Shape::of(Kind::Csv), "this is a folder, not a file", 0);
    for (name, kind) in [("empty.csv", Kind::Csv), ("empty.jsonl", Kind::JsonLines), ("empty.xlsx", Kind::Xlsx), ("empty.parquet", Kind::Parquet)] {
        makers.bytes(name, kind, b"", ("the file is empty", 0));
    }
    let garbage: Vec<u8> = (0_u32..100_000).map(|at| (at.wrapping_mul(2_654_435_761) >> 11) as u8).collect();
    makers.bytes("garbage.csv", Kind::Csv, &garbage, ("binary data", 0));
    makers.bytes("garbage.jsonl", Kind::JsonLines, &garbage, ("binary data", 0));
    makers.bytes("garbage.xlsx", Kind::Xlsx, &garbage, ("this is not an Excel workbook", 0));
    makers.bytes("garbage.parquet", Kind::Parquet, &garbage, ("this is not a Parquet file", 0));
    makers.bytes("zip-called.csv", Kind::Csv, b"PK\x03\x04 and so on", ("not CSV but an Excel workbook or a zip file", 0));
}

fn csv(makers: &mut Makers<'_>) {
    makers.bytes("header-only.csv", Kind::Csv, b"id,name\n", ("good 0", 0));
    makers.bytes("ragged.csv", Kind::Csv, b"id,name\n1,a\n2\n3,c,d\n4,d\n", ("row 3: the row has 1 values where 2 were expected", 2));
    makers.bytes("open-quote-at-end.csv", Kind::Csv, b"id,name\n1,a\n2,\"b\n3,c\n", ("row 3: a quotation mark is opened and never closed", 2));
    makers.bytes("open-quote-in-header.csv", Kind::Csv, b"id,\"name\n1,a\n", ("a quotation mark in the header is never closed", 0));
    makers.bytes("zero-byte.csv", Kind::Csv, b"id,name\n1,a\n2,b\0b\n", ("row 3, name: the value holds a zero byte", 1));
    makers.bytes("same-column-twice.csv", Kind::Csv, b"id,id\n1,2\n", ("\u{201c}id\u{201d} stands twice", 0));
    makers.bytes("nameless-column.csv", Kind::Csv, b"id,,name\n1,2,3\n", ("column 2 has no name", 0));
    makers.bytes("old-line-ends.csv", Kind::Csv, b"id,name\r1,a\r", ("lone carriage return", 0));
    let formulas = b"id,name\n1,=cmd|' /C calc'!A0\n2,\"\t=1\"\n3,@SUM(A1)\n4,+1+A1\n5,+36 30 123 4567\n";
    makers.bytes("formulas.csv", Kind::Csv, formulas, ("row 2, name: the value is a formula", 1));
    makers.bytes("many-columns.csv", Kind::Csv, &b"c,".repeat(100_000), ("100001 columns, more than the 1000", 0));
    let long = [b"id,name\n1,".as_slice(), &b"x".repeat(70_000), b"\n2,b\n"].concat();
    makers.bytes("long-value.csv", Kind::Csv, &long, ("row 2, name: the value is longer than 65536 bytes", 1));
    two_gigabytes(makers.path("no-line-end.csv"), b"id,name\n1,a\n2,");
    makers.expect("no-line-end.csv", Shape::of(Kind::Csv), "row 3: the row is longer than 1048576 bytes", 1);
    two_gigabytes(makers.path("no-header-end.csv"), b"id,name");
    makers.expect("no-header-end.csv", Shape::of(Kind::Csv), "the header is longer than 1048576 bytes", 0);
}

/// A start, then two gigabytes without a line end (a hole in the file after the part that is looked at).
fn two_gigabytes(path: PathBuf, start: &[u8]) {
    let mut file = File::create(path).unwrap();
    file.write_all(start).unwrap();
    file.write_all(&b"x".repeat(3 << 20)).unwrap();
    file.seek(SeekFrom::Start(2 << 30)).unwrap();
    file.write_all(b"x").unwrap();
}

fn wrong_encodings(makers: &mut Makers<'_>) {
    let wide: Vec<u8> = "id;name\n1;Kert\u{e9}sz\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    makers.bytes("utf16-as-utf8.csv", Kind::Csv, &wide, ("its bytes look like UTF-16, low byte first (utf-16le)", 0));
    let marked = [b"\xff\xfe".as_slice(), &wide].concat();
    makers.bytes("utf16-with-mark.csv", Kind::Csv, &marked, ("good 1", 1));
    let wide: Vec<u8> = "\u{feff}id;name\n1;Kert\u{e9}sz\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    makers.bytes("utf16be-with-mark.csv", Kind::Csv, &wide, ("good 1", 1));
    makers.bytes("stray-byte.csv", Kind::Csv, b"id;name\n1;Kert\xe9sz\n2;b\n", ("row 2, name: some bytes cannot be read", 1));
    fs::write(makers.path("utf8-as-1250.csv"), "id;name\n1;Kert\u{e9}sz\n2;\u{e1}\u{e9}\u{151}\n").unwrap();
    let shape = |label: &str| Shape { encoding: Some(label.into()), ..Shape::of(Kind::Csv) };
    makers.expect("utf8-as-1250.csv", shape("windows-1250"), "read as windows-1250, but its bytes look like utf-8", 0);
    fs::write(makers.path("strange-label.csv"), "id\n1\n").unwrap();
    makers.expect("strange-label.csv", shape("klingon-8"), "\u{201c}klingon-8\u{201d} is not known", 0);
}

fn json_lines(makers: &mut Makers<'_>) {
    let deep = format!("{{\"id\":1}}\n{{\"id\":{}1{}}}\n", "{\"a\":".repeat(100_000), "}".repeat(100_000));
    makers.bytes("deep.jsonl", Kind::JsonLines, deep.as_bytes(), ("row 2: the value is nested deeper than one level", 1));
    makers.bytes("list.jsonl", Kind::JsonLines, b"{\"id\":1}\n{\"id\":[1,2]}\n", ("row 2, id: the value is a list", 1));
    makers.bytes("twice.jsonl", Kind::JsonLines, b"{\"id\":1}\n{\"id\":1,\"id\":2}\n", ("row 2, id: the key stands twice", 1));
    makers.bytes("nan.jsonl", Kind::JsonLines, b"{\"id\":1}\n{\"id\":NaN}\n{\"id\":2}\n", ("row 2: NaN and Infinity are no JSON numbers", 2));
    makers.bytes("cut.jsonl", Kind::JsonLines, b"{\"id\":1}\n{\"id\":", ("row 2: the line is not a JSON object (it ends too early)", 1));
    two_gigabytes(makers.path("no-line-end.jsonl"), b"{\"id\":1}\n{\"id\":\"");
    makers.expect("no-line-end.jsonl", Shape::of(Kind::JsonLines), "row 2: the row is longer than 1048576 bytes", 1);
    let many: String = (0..2_000).map(|at| format!("\"k{at}\":1,")).collect();
    makers.bytes("many-keys.jsonl", Kind::JsonLines, format!("{{{many}\"id\":1}}\n").as_bytes(), ("more than the 1000 allowed", 0));
}

fn workbooks(makers: &mut Makers<'_>) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["id", "name"]).unwrap();
    sheet.write_row(1, 0, ["1", "a"]).unwrap();
    sheet.write(2, 1, Formula::new("=HYPERLINK(\"x\")").set_result("b")).unwrap();
    book.save(makers.path("formula.xlsx")).unwrap();
    makers.expect("formula.xlsx", Shape::of(Kind::Xlsx), "row 3, name: the value is a formula", 1);
    let whole = fs::read(makers.path("formula.xlsx")).unwrap();
    makers.bytes("cut.xlsx", Kind::Xlsx, &whole[..whole.len() / 2], ("damaged or cut short", 0));
    fs::write(makers.path("other-sheet.xlsx"), &whole).unwrap();
    let shape = Shape { sheet: Some("People".into()), ..Shape::of(Kind::Xlsx) };
    makers.expect("other-sheet.xlsx", shape, "there is no sheet \u{201c}People\u{201d}; the workbook has: Sheet1", 0);
    makers.bytes("protected.xlsx", Kind::Xlsx, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", ("password-protected", 0));
    workbook(&makers.path("zip-of-nothing.xlsx"), |_| {});
    makers.expect("zip-of-nothing.xlsx", Shape::of(Kind::Xlsx), "damaged or cut short", 0);
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
        format!("<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>")
    };
    write("_rels/.rels", link("officeDocument", "xl/workbook.xml").as_bytes(), 1);
    write("xl/_rels/workbook.xml.rels", link("worksheet", "worksheets/sheet1.xml").as_bytes(), 1);
    let book = format!("<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    write("xl/workbook.xml", book.as_bytes(), 1);
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn packed_bombs(makers: &mut Makers<'_>) {
    let spaces = vec![b' '; 1 << 20];
    workbook(&makers.path("bomb.xlsx"), |write| {
        frame(write);
        write(SHEET, b"<worksheet><sheetData>", 1);
        for _ in 0..64 {
            write(SHEET, b"<row><c/></row>", 1);
            write(SHEET, &spaces, 1);
        }
    });
    makers.expect("bomb.xlsx", Shape::of(Kind::Xlsx), "unpacks to more than 200 times its size", 0);
    workbook(&makers.path("long-cell.xlsx"), |write| {
        frame(write);
        write(SHEET, b"<worksheet><sheetData><row><c t=\"str\"><v>", 1);
        write(SHEET, &spaces, 8);
    });
    makers.expect("long-cell.xlsx", Shape::of(Kind::Xlsx), "\u{201c}xl/worksheets/sheet1.xml\u{201d} would take more than 1048576 bytes", 0);
    workbook(&makers.path("many-strings.xlsx"), |write| {
        frame(write);
        write("xl/sharedStrings.xml", b"<sst uniqueCount=\"9\">", 1);
        let noise: String = (0..1_000_000_u64).map(|at| format!("<si><t>{:x}</t></si>", at.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect();
        write("xl/sharedStrings.xml", noise.as_bytes(), 4);
        write("xl/sharedStrings.xml", b"</sst>", 1);
    });
    makers.expect("many-strings.xlsx", Shape::of(Kind::Xlsx), "bytes of memory. Split the file", 0);
    workbook(&makers.path("lying-count.xlsx"), |write| {
        frame(write);
        write("xl/sharedStrings.xml", b"<sst uniqueCount=\"99999999999999\"></sst>", 1);
    });
    makers.expect("lying-count.xlsx", Shape::of(Kind::Xlsx), "\u{201c}xl/sharedStrings.xml\u{201d} would take more", 0);
    lying_size(makers);
}

/// The bomb again, with its directory and its local header claiming that the sheet is ten bytes long.
fn lying_size(makers: &mut Makers<'_>) {
    let mut bytes = fs::read(makers.path("bomb.xlsx")).unwrap();
    let size = u32::try_from(22 + 64 * ("<row><c/></row>".len() + (1 << 20))).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    makers.bytes("lying-bomb.xlsx", Kind::Xlsx, &bytes, ("lying-bomb.xlsx: the file", 0));
}

fn parquet_file(path: &Path, columns: Vec<(&str, ArrayRef)>, properties: WriterProperties) {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut writer = ArrowWriter::try_new(File::create(path).unwrap(), batch.schema(), Some(properties)).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

fn parquet_files(makers: &mut Makers<'_>) {
    let plain = WriterProperties::default;
    let ids = || Arc::new(Int64Array::from_iter_values(0..1000)) as ArrayRef;
    parquet_file(&makers.path("whole.parquet"), vec![("id", ids())], plain());
    let whole = fs::read(makers.path("whole.parquet")).unwrap();
    makers.bytes("cut.parquet", Kind::Parquet, &whole[..whole.len() / 2], ("its end is missing", 0));
    let mut footer = whole.clone();
    let length = footer.len();
    footer[length - 8..length - 4].copy_from_slice(&u32::MAX.to_le_bytes());
    makers.bytes("long-footer.parquet", Kind::Parquet, &footer, ("its footer claims to be larger than the file", 0));
    let mut broken = whole.clone();
    broken[length - 60..length - 20].fill(0xff);
    makers.bytes("broken-footer.parquet", Kind::Parquet, &broken, ("damaged or cut short", 0));
    let mut list = ListBuilder::new(Int32Builder::new());
    list.append_value([Some(1)]);
    parquet_file(&makers.path("nested.parquet"), vec![("visits", Arc::new(list.finish()))], plain());
    makers.expect("nested.parquet", Shape::of(Kind::Parquet), "\u{201c}visits\u{201d} holds nested data", 0);
}

fn lying_parquet_files(makers: &mut Makers<'_>) {
    // Pages of 80 MB that pack into next to nothing.
    let long = "x".repeat(80 << 20);
    let packed = || WriterProperties::builder().set_compression(Compression::ZSTD(parquet::basic::ZstdLevel::default()));
    let texts = Arc::new(StringArray::from_iter_values([long.as_str(), long.as_str()])) as ArrayRef;
    parquet_file(&makers.path("huge-page.parquet"), vec![("text", texts)], packed().set_dictionary_enabled(false).build());
    makers.expect("huge-page.parquet", Shape::of(Kind::Parquet), "one page of each column would take more than", 0);
    // A dictionary of one long text, used 1,500 times: more than a gigabyte of values in a small file.
    let long = "y".repeat(900 << 10);
    let texts = Arc::new(StringArray::from_iter_values(std::iter::repeat_n(long.as_str(), 1500))) as ArrayRef;
    parquet_file(&makers.path("repeated.parquet"), vec![("text", texts)], packed().set_dictionary_page_size_limit(8 << 20).build());
    makers.expect("repeated.parquet", Shape::of(Kind::Parquet), "row 1, text: the value is longer than 65536 bytes", 0);
    // The count of rows stands in the footer as a zigzag number: 1000 is D0 0F.
    let mut claims = fs::read(makers.path("whole.parquet")).unwrap();
    let footer = claims.len() - 8 - u32::from_le_bytes(claims[claims.len() - 8..claims.len() - 4].try_into().unwrap()) as usize;
    let places: Vec<usize> = (footer..claims.len() - 8).filter(|at| claims[*at..*at + 2] == [0xd0, 0x0f]).collect();
    assert!(!places.is_empty());
    for at in places {
        claims[at..at + 2].copy_from_slice(&[0xd2, 0x0f]);
    }
    makers.bytes("one-row-too-many.parquet", Kind::Parquet, &claims, ("damaged or cut short", 1000));
}

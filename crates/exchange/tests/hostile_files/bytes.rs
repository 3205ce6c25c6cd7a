//! The hostile text files, and what is said about every hostile file.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use exchange::files::{Kind, Shape};

use super::parquet_files::{lying_parquet_files, parquet_files};
use super::workbooks::{packed_bombs, workbooks};

/// A file, how it is to be read, and what must be said about it.
pub struct Hostile {
    pub name: &'static str,
    pub path: PathBuf,
    pub shape: Shape,
    pub words: &'static str,
    pub good_rows: usize,
}

/// Writes files into a folder and remembers what is expected of each.
pub struct Makers<'a> {
    folder: &'a Path,
    files: Vec<Hostile>,
}

impl Makers<'_> {
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn expect(
        &mut self,
        name: &'static str,
        shape: Shape,
        words: &'static str,
        good_rows: usize,
    ) {
        let path = self.path(name);
        self.files.push(Hostile {
            name,
            path,
            shape,
            words,
            good_rows,
        });
    }

    pub fn bytes(
        &mut self,
        name: &'static str,
        kind: Kind,
        content: &[u8],
        expected: (&'static str, usize),
    ) {
        fs::write(self.path(name), content).unwrap();
        self.expect(name, Shape::of(kind), expected.0, expected.1);
    }
}

/// Writes them all.
pub fn hostile_files(folder: &Path) -> Vec<Hostile> {
    let mut makers = Makers {
        folder,
        files: Vec::new(),
    };
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
    makers.expect(
        "missing.csv",
        Shape::of(Kind::Csv),
        "the file is not there. Check its name",
        0,
    );
    fs::create_dir(makers.path("folder.csv")).unwrap();
    makers.expect(
        "folder.csv",
        Shape::of(Kind::Csv),
        "this is a folder, not a file",
        0,
    );
    for (name, kind) in [
        ("empty.csv", Kind::Csv),
        ("empty.jsonl", Kind::JsonLines),
        ("empty.xlsx", Kind::Xlsx),
        ("empty.parquet", Kind::Parquet),
    ] {
        makers.bytes(name, kind, b"", ("the file is empty", 0));
    }
    let garbage: Vec<u8> = (0_u32..100_000)
        .map(|at| (at.wrapping_mul(2_654_435_761) >> 11) as u8)
        .collect();
    makers.bytes("garbage.csv", Kind::Csv, &garbage, ("binary data", 0));
    makers.bytes(
        "garbage.jsonl",
        Kind::JsonLines,
        &garbage,
        ("binary data", 0),
    );
    makers.bytes(
        "garbage.xlsx",
        Kind::Xlsx,
        &garbage,
        ("this is not an Excel workbook", 0),
    );
    makers.bytes(
        "garbage.parquet",
        Kind::Parquet,
        &garbage,
        ("this is not a Parquet file", 0),
    );
    makers.bytes(
        "zip-called.csv",
        Kind::Csv,
        b"PK\x03\x04 and so on",
        ("not CSV but an Excel workbook or a zip file", 0),
    );
}

fn csv(makers: &mut Makers<'_>) {
    makers.bytes("header-only.csv", Kind::Csv, b"id,name\n", ("good 0", 0));
    makers.bytes(
        "ragged.csv",
        Kind::Csv,
        b"id,name\n1,a\n2\n3,c,d\n4,d\n",
        ("row 3: the row has 1 values where 2 were expected", 2),
    );
    makers.bytes(
        "open-quote-at-end.csv",
        Kind::Csv,
        b"id,name\n1,a\n2,\"b\n3,c\n",
        ("row 3: a quotation mark is opened and never closed", 2),
    );
    makers.bytes(
        "open-quote-in-header.csv",
        Kind::Csv,
        b"id,\"name\n1,a\n",
        ("a quotation mark in the header is never closed", 0),
    );
    makers.bytes(
        "zero-byte.csv",
        Kind::Csv,
        b"id,name\n1,a\n2,b\0b\n",
        ("row 3, name: the value holds a zero byte", 1),
    );
    makers.bytes(
        "same-column-twice.csv",
        Kind::Csv,
        b"id,id\n1,2\n",
        ("\u{201c}id\u{201d} stands twice", 0),
    );
    makers.bytes(
        "nameless-column.csv",
        Kind::Csv,
        b"id,,name\n1,2,3\n",
        ("column 2 has no name", 0),
    );
    makers.bytes(
        "old-line-ends.csv",
        Kind::Csv,
        b"id,name\r1,a\r",
        ("lone carriage return", 0),
    );
    let formulas =
        b"id,name\n1,=cmd|' /C calc'!A0\n2,\"\t=1\"\n3,@SUM(A1)\n4,+1+A1\n5,+36 30 123 4567\n";
    makers.bytes(
        "formulas.csv",
        Kind::Csv,
        formulas,
        ("row 2, name: the value is a formula", 1),
    );
    makers.bytes(
        "many-columns.csv",
        Kind::Csv,
        &b"c,".repeat(100_000),
        ("100001 columns, more than the 1000", 0),
    );
    let long = [b"id,name\n1,".as_slice(), &b"x".repeat(70_000), b"\n2,b\n"].concat();
    makers.bytes(
        "long-value.csv",
        Kind::Csv,
        &long,
        ("row 2, name: the value is longer than 65536 bytes", 1),
    );
    two_gigabytes(makers.path("no-line-end.csv"), b"id,name\n1,a\n2,");
    makers.expect(
        "no-line-end.csv",
        Shape::of(Kind::Csv),
        "row 3: the row is longer than 1048576 bytes",
        1,
    );
    two_gigabytes(makers.path("no-header-end.csv"), b"id,name");
    makers.expect(
        "no-header-end.csv",
        Shape::of(Kind::Csv),
        "the header is longer than 1048576 bytes",
        0,
    );
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
    let wide: Vec<u8> = "id;name\n1;Kert\u{e9}sz\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    makers.bytes(
        "utf16-as-utf8.csv",
        Kind::Csv,
        &wide,
        ("its bytes look like UTF-16, low byte first (utf-16le)", 0),
    );
    let marked = [b"\xff\xfe".as_slice(), &wide].concat();
    makers.bytes("utf16-with-mark.csv", Kind::Csv, &marked, ("good 1", 1));
    let wide: Vec<u8> = "\u{feff}id;name\n1;Kert\u{e9}sz\n"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    makers.bytes("utf16be-with-mark.csv", Kind::Csv, &wide, ("good 1", 1));
    makers.bytes(
        "stray-byte.csv",
        Kind::Csv,
        b"id;name\n1;Kert\xe9sz\n2;b\n",
        ("row 2, name: some bytes cannot be read", 1),
    );
    fs::write(
        makers.path("utf8-as-1250.csv"),
        "id;name\n1;Kert\u{e9}sz\n2;\u{e1}\u{e9}\u{151}\n",
    )
    .unwrap();
    let shape = |label: &str| Shape {
        encoding: Some(label.into()),
        ..Shape::of(Kind::Csv)
    };
    makers.expect(
        "utf8-as-1250.csv",
        shape("windows-1250"),
        "read as windows-1250, but its bytes look like utf-8",
        0,
    );
    fs::write(makers.path("strange-label.csv"), "id\n1\n").unwrap();
    makers.expect(
        "strange-label.csv",
        shape("klingon-8"),
        "\u{201c}klingon-8\u{201d} is not known",
        0,
    );
}

fn json_lines(makers: &mut Makers<'_>) {
    let deep = format!(
        "{{\"id\":1}}\n{{\"id\":{}1{}}}\n",
        "{\"a\":".repeat(100_000),
        "}".repeat(100_000)
    );
    makers.bytes(
        "deep.jsonl",
        Kind::JsonLines,
        deep.as_bytes(),
        ("row 2: the value is nested deeper than one level", 1),
    );
    makers.bytes(
        "list.jsonl",
        Kind::JsonLines,
        b"{\"id\":1}\n{\"id\":[1,2]}\n",
        ("row 2, id: the value is a list", 1),
    );
    makers.bytes(
        "twice.jsonl",
        Kind::JsonLines,
        b"{\"id\":1}\n{\"id\":1,\"id\":2}\n",
        ("row 2, id: the key stands twice", 1),
    );
    makers.bytes(
        "nan.jsonl",
        Kind::JsonLines,
        b"{\"id\":1}\n{\"id\":NaN}\n{\"id\":2}\n",
        ("row 2: NaN and Infinity are no JSON numbers", 2),
    );
    makers.bytes(
        "cut.jsonl",
        Kind::JsonLines,
        b"{\"id\":1}\n{\"id\":",
        (
            "row 2: the line is not a JSON object (it ends too early)",
            1,
        ),
    );
    two_gigabytes(makers.path("no-line-end.jsonl"), b"{\"id\":1}\n{\"id\":\"");
    makers.expect(
        "no-line-end.jsonl",
        Shape::of(Kind::JsonLines),
        "row 2: the row is longer than 1048576 bytes",
        1,
    );
    let many: String = (0..2_000).map(|at| format!("\"k{at}\":1,")).collect();
    makers.bytes(
        "many-keys.jsonl",
        Kind::JsonLines,
        format!("{{{many}\"id\":1}}\n").as_bytes(),
        ("more than the 1000 allowed", 0),
    );
}

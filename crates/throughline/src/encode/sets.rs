//! The files of an exchange: lines that begin with `#` say which exchange, the rest is CSV.

use super::exchange::Exchange;
use anyhow::{Context, Result, bail};
use csv::StringRecord;
use linkage::encoding::{Encoding, TOKENS};
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;

/// A row and its number, from 1 for the first after the header.
pub(crate) type Line = (usize, StringRecord);

/// A handle or token as it stands in files.
pub(crate) fn hex(number: u64) -> String {
    format!("{number:016x}")
}

fn number(text: &str) -> Option<u64> {
    (text.len() == 16).then(|| u64::from_str_radix(text, 16).ok()).flatten()
}

/// Writes a file of an exchange to the disk, for good.
pub(crate) fn write(path: &Path, exchange: &Exchange, header: &[&str], lines: impl Iterator<Item = Vec<String>>) -> Result<()> {
    let cannot = || format!("{} cannot be written", path.display());
    let mut file = BufWriter::with_capacity(1 << 18, File::create(path).with_context(cannot)?);
    for line in toml::to_string(exchange)?.lines() {
        writeln!(file, "# {line}").with_context(cannot)?;
    }
    let mut writer = csv::Writer::from_writer(file);
    writer.write_record(header)?;
    for line in lines {
        writer.write_record(line)?;
    }
    let file = writer.into_inner().map_err(|e| anyhow::anyhow!("{}: {}", cannot(), e.error()))?;
    file.into_inner().map_err(|e| anyhow::anyhow!("{}: {}", cannot(), e.error()))?.sync_all().with_context(cannot)
}

/// Writes encodings.
pub(crate) fn write_encodings(path: &Path, exchange: &Exchange, rows: &[Encoding]) -> Result<()> {
    let columns: Vec<String> = std::iter::once("handle".to_owned()).chain((1..=TOKENS).map(|n| format!("t{n}"))).collect();
    let header: Vec<&str> = columns.iter().map(String::as_str).collect();
    let line = |row: &Encoding| std::iter::once(row.handle).chain(row.tokens).map(hex).collect();
    write(path, exchange, &header, rows.iter().map(line))
}

/// Reads a file of an exchange.
pub(crate) fn read(path: &Path) -> Result<(Exchange, Vec<Line>)> {
    let cannot = || format!("{} cannot be read", path.display());
    let mut text = String::new();
    File::open(path).and_then(|mut file| file.read_to_string(&mut text)).with_context(cannot)?;
    let head: String = text.lines().map_while(|line| line.strip_prefix("# ")).map(|line| format!("{line}\n")).collect();
    let exchange: Exchange = toml::from_str(&head).with_context(|| format!("{} is no file of an exchange: it does not begin with its name", path.display()))?;
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).flexible(true).from_reader(text.as_bytes());
    let lines = reader.records().enumerate().map(|(at, line)| Ok((at + 1, line?))).collect::<Result<_, csv::Error>>().with_context(cannot)?;
    Ok((exchange, lines))
}

/// Reads encodings. A row that is not one is reported with its field and left out.
pub(crate) fn read_encodings(path: &Path) -> Result<(Exchange, Vec<Encoding>)> {
    let (exchange, lines) = read(path)?;
    let mut rows = Vec::with_capacity(lines.len());
    for (at, line) in lines {
        match encoding(&line) {
            Ok(row) => rows.push(row),
            Err(problem) => eprintln!("{}, row {at}: {problem}; left out", path.display()),
        }
    }
    if rows.is_empty() {
        bail!("{} holds no encodings", path.display());
    }
    Ok((exchange, rows))
}

fn encoding(line: &StringRecord) -> Result<Encoding, String> {
    if line.len() != TOKENS + 1 {
        return Err(format!("has {} fields where encodings have {}", line.len(), TOKENS + 1));
    }
    let mut numbers = [0; TOKENS + 1];
    for (at, (slot, text)) in numbers.iter_mut().zip(line).enumerate() {
        let field = if at == 0 { "handle".to_owned() } else { format!("t{at}") };
        *slot = number(text).ok_or_else(|| format!("field {field} is not 16 hexadecimal digits"))?;
    }
    let [handle, tokens @ ..] = numbers;
    Ok(Encoding { handle, tokens })
}

//! The log as a file: one JSON object a line, and at the end how many there were. It is checked without any database.

use super::chain::{ChainKey, Line};
use super::checkpoints::Checkpoint;
use super::walk::{Verdict, Walk};
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Write};
use words::Time;

/// No line of an export is longer: whatever is has not come from here.
const LONGEST: u64 = 1 << 20;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exported {
    seq: i64,
    /// Microseconds UTC.
    at: i64,
    user: String,
    user_name: String,
    organisation: String,
    client: Option<String>,
    act: String,
    parts: String,
    purpose: String,
    ground: String,
    outcome: String,
    hash: String,
}

/// The last line: what the log's head said.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    lines: i64,
    hash: String,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    if text.len().is_multiple_of(2) { pairs.collect() } else { None }
}

/// Writes one line of the log with its hash.
///
/// # Errors
/// When the file cannot be written.
pub fn write_line(out: &mut impl Write, line: &Line, hash: &[u8]) -> io::Result<()> {
    let exported = Exported {
        seq: line.seq,
        at: line.at.micros(),
        user: line.user.to_string(),
        user_name: line.user_name.clone(),
        organisation: line.organisation.clone(),
        client: line.client.map(|client| client.to_string()),
        act: line.act.clone(),
        parts: line.parts.clone(),
        purpose: line.purpose.clone(),
        ground: line.ground.clone(),
        outcome: line.outcome.clone(),
        hash: hex(hash),
    };
    serde_json::to_writer(&mut *out, &exported)?;
    out.write_all(b"\n")
}

/// Writes the end: how long the log is and its last hash.
///
/// # Errors
/// When the file cannot be written.
pub fn write_end(out: &mut impl Write, lines: i64, hash: &[u8]) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &End { lines, hash: hex(hash) })?;
    out.write_all(b"\n")
}

/// Checks an exported log. What cannot be read as a line is a line that does not follow.
///
/// # Errors
/// When the file itself cannot be read.
pub fn verify_export(input: &mut impl BufRead, key: &ChainKey, checkpoints: &[Checkpoint]) -> io::Result<Verdict> {
    let mut walk = Walk::new(key, checkpoints);
    let mut text = Vec::new();
    let mut end: Option<(i64, Vec<u8>)> = None;
    loop {
        text.clear();
        io::Read::take(&mut *input, LONGEST).read_until(b'\n', &mut text)?;
        if text.is_empty() {
            break;
        }
        if end.is_some() {
            return Ok(Verdict::Broken(walk.seq + 1));
        }
        if let Some((line, hash)) = line_of(&text) {
            if let Some(verdict) = walk.step(&line, &hash) {
                return Ok(verdict);
            }
        } else if let Some(last) = end_of(&text) {
            end = Some(last);
        } else {
            return Ok(Verdict::Broken(walk.seq + 1));
        }
    }
    // An export always has an end, of an empty log too.
    let Some((lines, hash)) = &end else { return Ok(Verdict::Broken(walk.seq + 1)) };
    Ok(walk.end(Some((*lines, hash))))
}

fn line_of(text: &[u8]) -> Option<(Line, Vec<u8>)> {
    let one: Exported = serde_json::from_slice(text).ok()?;
    let hash = unhex(&one.hash)?;
    let client = match one.client {
        Some(client) => Some(client.parse().ok()?),
        None => None,
    };
    let line = Line {
        seq: one.seq,
        at: Time::from_micros(one.at),
        user: one.user.parse().ok()?,
        user_name: one.user_name,
        organisation: one.organisation,
        client,
        act: one.act,
        parts: one.parts,
        purpose: one.purpose,
        ground: one.ground,
        outcome: one.outcome,
    };
    Some((line, hash))
}

fn end_of(text: &[u8]) -> Option<(i64, Vec<u8>)> {
    let end: End = serde_json::from_slice(text).ok()?;
    Some((end.lines, unhex(&end.hash)?))
}

//! The log as a file: one JSON object a line, and at the end how many there were. It is checked without any database.

use super::beginning::Beginning;
use super::chain::{ChainKey, Line, end_seal};
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

/// The first line, when lines have gone from the front.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Begins {
    begins_after: i64,
    hash: String,
    seal: String,
}

/// The last line: what the log's head said.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    lines: i64,
    hash: String,
    /// When the log was so long, in microseconds UTC.
    at: i64,
    seal: String,
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

/// Writes where the log begins, when lines have gone from its front; first of all, before every line.
///
/// # Errors
/// When the file cannot be written.
pub fn write_beginning(out: &mut impl Write, begins: &Beginning) -> io::Result<()> {
    if begins.seq == 0 {
        return Ok(());
    }
    serde_json::to_writer(&mut *out, &Begins { begins_after: begins.seq, hash: hex(&begins.hash), seal: hex(&begins.seal) })?;
    out.write_all(b"\n")
}

/// Writes the end: how long the log was at a moment and its last hash, under a seal of the log's key.
pub(super) fn write_end(out: &mut impl Write, key: &ChainKey, at: Time, (lines, hash): (i64, &[u8])) -> io::Result<()> {
    let seal = hex(&end_seal(key, at, lines, hash));
    serde_json::to_writer(&mut *out, &End { lines, hash: hex(hash), at: at.micros(), seal })?;
    out.write_all(b"\n")
}

/// Checks an exported log. What cannot be read as a line is a line that does not follow. Checkpoints that are younger than its end know
/// more than it can, and are not asked.
///
/// # Errors
/// When the file itself cannot be read.
pub fn verify_export(input: &mut impl BufRead, key: &ChainKey, checkpoints: &[Checkpoint]) -> io::Result<Verdict> {
    let mut walk = Walk::new(key, checkpoints);
    let mut text = Vec::new();
    let mut end: Option<End> = None;
    loop {
        text.clear();
        io::Read::take(&mut *input, LONGEST).read_until(b'\n', &mut text)?;
        if text.is_empty() {
            break;
        }
        if end.is_some() {
            return Ok(Verdict::Broken(walk.seq + 1));
        }
        if let Some(begins) = beginning_of(&text) {
            if let Some(verdict) = walk.begin(&begins) {
                return Ok(verdict);
            }
        } else if let Some((line, hash)) = line_of(&text) {
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
    let broken = Verdict::Broken(walk.seq + 1);
    let Some(End { lines, hash, at, seal }) = end else { return Ok(broken) };
    let Some((hash, seal)) = unhex(&hash).zip(unhex(&seal)) else { return Ok(broken) };
    let at = Time::from_micros(at);
    if end_seal(key, at, lines, &hash)[..] != seal[..] {
        return Ok(broken);
    }
    walk.forget_after(at);
    Ok(walk.end(Some((lines, &hash))))
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

fn beginning_of(text: &[u8]) -> Option<Beginning> {
    let begins: Begins = serde_json::from_slice(text).ok().filter(|begins: &Begins| begins.begins_after > 0)?;
    Some(Beginning { seq: begins.begins_after, hash: unhex(&begins.hash)?, seal: unhex(&begins.seal)? })
}

fn end_of(text: &[u8]) -> Option<End> {
    serde_json::from_slice(text).ok()
}

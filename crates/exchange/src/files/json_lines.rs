//! One JSON object a line; objects inside it are flattened one level, joined with a dot.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::path::Path;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::decoding::Text;
use super::values::{checked_row, cut, shorten};
use super::{
    FileReason, FileRefusal, Limits, Refusal, Row, RowReason, RowRefusal, Shape, Source, Table,
};

/// Rows looked at to find the columns, and how many bytes of them at most.
const LOOKED_AT: usize = 100;
const LOOKED_AT_BYTES: usize = 4 << 20;
/// Unknown keys that are remembered.
const UNKNOWN_KEPT: usize = 100;
/// Whole numbers from here on have no exact value as a JSON number read by everyone.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Opens a file of JSON lines; the columns are the keys of its first rows.
pub(super) fn open(path: &Path, shape: &Shape, limits: &Limits) -> Result<Table, FileReason> {
    let text = Text::open(path, shape.encoding.as_deref(), "JSON lines", limits)?;
    let mut lines = Lines {
        text,
        line: 0,
        limit: limits.bytes_per_row,
    };
    let mut first = VecDeque::new();
    let mut columns: Vec<String> = Vec::new();
    let mut bytes = 0;
    while first.len() < LOOKED_AT && bytes < LOOKED_AT_BYTES {
        let Some(line) = lines.next_line()? else {
            break;
        };
        bytes += line.raw.len();
        if let Ok(pairs) = pairs(&line) {
            for (key, _) in pairs {
                if columns.len() > limits.columns {
                    return Err(FileReason::TooManyColumns {
                        found: columns.len(),
                        limit: limits.columns,
                    });
                }
                if !columns.contains(&key) {
                    columns.push(key);
                }
            }
        }
        first.push_back(line);
    }
    if columns.is_empty() {
        return Err(if first.is_empty() {
            FileReason::Empty
        } else {
            FileReason::NoColumns
        });
    }
    let places = columns
        .iter()
        .cloned()
        .enumerate()
        .map(|(at, name)| (name, at))
        .collect();
    let source = JsonRows {
        lines,
        first,
        columns: columns.clone(),
        places,
        unknown: Vec::new(),
        limits: *limits,
    };
    Ok(Table {
        columns,
        source: Box::new(source),
    })
}

struct JsonRows {
    lines: Lines,
    first: VecDeque<Line>,
    columns: Vec<String>,
    places: HashMap<String, usize>,
    unknown: Vec<String>,
    limits: Limits,
}

impl JsonRows {
    fn row(&mut self, line: &Line) -> Result<Row, Refusal> {
        let refused = |fault: Fault| {
            Refusal::Row(RowRefusal {
                number: line.number,
                field: fault.key.map(|key| shorten(&key)),
                value: fault.value.map(|value| shorten(&value)),
                reason: fault.reason,
                raw: line.raw.clone(),
            })
        };
        let mut values = vec![String::new(); self.columns.len()];
        let mut known = false;
        for (key, value) in pairs(line).map_err(refused)? {
            match self.places.get(&key).and_then(|at| values.get_mut(*at)) {
                Some(place) => {
                    known = true;
                    *place = value;
                }
                None if self.unknown.len() < UNKNOWN_KEPT && !self.unknown.contains(&key) => {
                    self.unknown.push(key)
                }
                None => {}
            }
        }
        if !known {
            return Err(refused(Fault::of(RowReason::NoKnownKey)));
        }
        checked_row(line.number, values, &self.columns, &self.limits).map_err(|refusal| {
            match refusal {
                Refusal::Row(row) => Refusal::Row(RowRefusal {
                    raw: line.raw.clone(),
                    ..row
                }),
                file => file,
            }
        })
    }
}

impl Source for JsonRows {
    fn next_row(&mut self) -> Option<Result<Row, Refusal>> {
        let line = match self.first.pop_front() {
            Some(line) => line,
            None => match self.lines.next_line() {
                Ok(line) => line?,
                Err(reason) => {
                    return Some(Err(Refusal::File(FileRefusal {
                        file: String::new(),
                        row: Some(self.lines.line),
                        reason,
                    })));
                }
            },
        };
        Some(self.row(&line))
    }

    fn unknown_keys(&self) -> &[String] {
        &self.unknown
    }
}

struct Line {
    number: u64,
    raw: String,
    too_long: Option<usize>,
}

/// Lines of text, none longer than the limit kept.
struct Lines {
    text: Text,
    line: u64,
    limit: usize,
}

impl Lines {
    /// The next line that is not blank.
    fn next_line(&mut self) -> Result<Option<Line>, FileReason> {
        loop {
            let mut raw = Vec::new();
            let mut too_long = None;
            let mut read = false;
            loop {
                let chunk = self.text.peek()?;
                if chunk.is_empty() {
                    break;
                }
                read = true;
                let end = chunk.iter().position(|byte| *byte == b'\n');
                let part = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or_default();
                if raw.len() + part.len() > self.limit {
                    too_long = Some(self.limit);
                    raw.truncate(self.limit.min(4 << 10));
                }
                if too_long.is_none() {
                    raw.extend_from_slice(part);
                }
                let used = part.len() + usize::from(end.is_some());
                self.text.consume(used);
                if end.is_some() {
                    break;
                }
            }
            if !read {
                return Ok(None);
            }
            self.line += 1;
            if too_long.is_some() || !raw.iter().all(u8::is_ascii_whitespace) {
                let raw = String::from_utf8_lossy(&raw).trim_end().to_owned();
                return Ok(Some(Line {
                    number: self.line,
                    raw,
                    too_long,
                }));
            }
        }
    }
}

/// What is wrong with a line and where.
struct Fault {
    reason: RowReason,
    key: Option<String>,
    value: Option<String>,
}

impl Fault {
    fn of(reason: RowReason) -> Self {
        Self {
            reason,
            key: None,
            value: None,
        }
    }

    fn at(reason: RowReason, key: String) -> Self {
        Self {
            reason,
            key: Some(key),
            value: None,
        }
    }
}

/// The keys and values of a line, flattened.
fn pairs(line: &Line) -> Result<Vec<(String, String)>, Fault> {
    if let Some(limit) = line.too_long {
        return Err(Fault::of(RowReason::RowTooLong { limit }));
    }
    let piece: Piece =
        serde_json::from_str(&line.raw).map_err(|error| not_json(&line.raw, &error))?;
    let Piece::Object(members) = piece else {
        return Err(Fault::of(RowReason::NotJson(
            "it is a single value or a list".into(),
        )));
    };
    let mut flat = Vec::with_capacity(members.len());
    for (key, piece) in members {
        match piece {
            Piece::Object(inner) => {
                for (name, piece) in inner {
                    let key = format!("{key}.{name}");
                    flat.push((key.clone(), piece.into_text(key)?));
                }
            }
            piece => flat.push((key.clone(), piece.into_text(key)?)),
        }
    }
    let mut keys: Vec<&str> = flat.iter().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    match keys
        .iter()
        .zip(keys.iter().skip(1))
        .find(|(one, next)| one == next)
    {
        Some((key, _)) => Err(Fault::at(RowReason::RepeatedKey, (*key).to_owned())),
        None => Ok(flat),
    }
}

fn not_json(raw: &str, error: &serde_json::Error) -> Fault {
    let here = cut(raw, error.column().saturating_sub(1));
    let rest = raw.get(here.len()..).unwrap_or_default();
    let around = [
        here.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()),
        rest,
    ];
    let word = raw.get(around[0].len()..).unwrap_or_default();
    if ["NaN", "Infinity"]
        .iter()
        .any(|name| word.trim_start_matches('-').starts_with(name))
    {
        return Fault::of(RowReason::NotANumber);
    }
    if error.to_string().contains("recursion limit") {
        return Fault::of(RowReason::TooDeep);
    }
    let what = if error.is_eof() {
        "it ends too early".to_owned()
    } else {
        format!("at character {}", error.column())
    };
    Fault {
        value: Some(rest.to_owned()).filter(|rest| !rest.is_empty()),
        ..Fault::of(RowReason::NotJson(what))
    }
}

/// A JSON value that keeps repeated keys, which ordinary maps would hide.
enum Piece {
    Text(String),
    Inexact(String),
    List,
    Object(Vec<(String, Piece)>),
}

impl Piece {
    fn into_text(self, key: String) -> Result<String, Fault> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Inexact(number) => Err(Fault {
                value: Some(number),
                ..Fault::at(RowReason::InexactNumber, key)
            }),
            Self::List => Err(Fault::at(RowReason::List, key)),
            Self::Object(_) => Err(Fault::at(RowReason::TooDeep, key)),
        }
    }
}

impl<'de> Deserialize<'de> for Piece {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PieceVisitor)
    }
}

struct PieceVisitor;

impl<'de> Visitor<'de> for PieceVisitor {
    type Value = Piece;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Piece, E> {
        Ok(Piece::Text(String::new()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Piece, E> {
        Ok(Piece::Text(value.to_string()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Piece, E> {
        Ok(Piece::Text(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Piece, E> {
        Ok(Piece::Text(value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Piece, E> {
        let text = value.to_string();
        Ok(if value.abs() < EXACT {
            Piece::Text(text)
        } else {
            Piece::Inexact(text)
        })
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Piece, E> {
        Ok(Piece::Text(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Piece, E> {
        Ok(Piece::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Piece, A::Error> {
        while list.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        Ok(Piece::List)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Piece, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Piece::Object(members))
    }
}

#[cfg(test)]
mod tests;

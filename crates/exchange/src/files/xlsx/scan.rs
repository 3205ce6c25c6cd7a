//! Whether a workbook fits in bounded memory, found by unpacking it once and keeping nothing.
//!
//! The sizes a zip directory states may be lies, so the bytes that come out are counted. The parser is the one the
//! workbook is read with afterwards, so a stretch that would fill its buffer then trips the meter now.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::super::{FileReason, Limits, decoding::other_kind};

/// The longest end-of-directory record a zip can have, comment included.
const TAIL: u64 = 22 + 65_535;
/// Bytes of a directory of parts; a real workbook needs a few thousand.
const DIRECTORY: u64 = 4 << 20;
/// Content below this size is harmless whatever its ratio.
const RATIO_FROM: u64 = 16 << 20;
/// Styles, sheets, names and the like; Excel's own limit for cell formats is about this.
const HELD_ELEMENTS: u64 = 65_535;
/// Strings a workbook may share.
const SHARED_STRINGS: u64 = 3_000_000;

/// Checks that the workbook is one and stays within the limits.
pub(super) fn fits(path: &Path, limits: &Limits) -> Result<(), FileReason> {
    let mut file = File::open(path)?;
    let packed = file.metadata()?.len();
    is_workbook(&mut file)?;
    directory_is_small(&mut file, packed)?;
    let mut archive = ZipArchive::new(BufReader::new(file))
        .map_err(|error| FileReason::Damaged(error.to_string()))?;
    let mut total = 0;
    let mut held = Held::default();
    for at in 0..archive.len() {
        let part = archive
            .by_index(at)
            .map_err(|error| FileReason::Damaged(error.to_string()))?;
        let name = part.name().to_owned();
        let mut meter = Meter {
            inner: part,
            total,
            since: 0,
            packed,
            limits,
            tripped: None,
        };
        let done = if is_xml(&name) {
            scan_part(meter, &mut held, limits)
        } else {
            drain(&mut meter).map(|()| meter.total)
        };
        total = done.map_err(|reason| match reason {
            FileReason::TooMuchMemory { limit, .. } => FileReason::TooMuchMemory {
                part: format!("\u{201c}{name}\u{201d}"),
                limit,
            },
            other => other,
        })?;
    }
    Ok(())
}

fn is_xml(name: &str) -> bool {
    // Pictures and printer settings are never parsed; everything else might be.
    let name = name.to_ascii_lowercase();
    ![
        ".png", ".jpeg", ".jpg", ".gif", ".emf", ".wmf", ".bin", ".svg", ".tiff",
    ]
    .iter()
    .any(|ending| name.ends_with(ending))
}

fn is_workbook(file: &mut File) -> Result<(), FileReason> {
    let mut start = [0; 8];
    let length = file.read(&mut start)?;
    let start = start.get(..length).unwrap_or_default();
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return Ok(());
    }
    let looks = other_kind(start).unwrap_or("plain text or something else");
    Err(FileReason::OtherKind {
        said: "an Excel workbook (.xlsx)",
        looks,
    })
}

/// Reads the size of the directory from the end of the file, before anything is read into memory.
fn directory_is_small(file: &mut File, packed: u64) -> Result<(), FileReason> {
    let damaged = || FileReason::Damaged("its end is missing".into());
    let mut tail = Vec::new();
    file.seek(SeekFrom::Start(packed.saturating_sub(TAIL)))?;
    file.take(TAIL).read_to_end(&mut tail)?;
    let at = tail
        .windows(4)
        .rposition(|bytes| bytes == b"PK\x05\x06")
        .ok_or_else(damaged)?;
    let size = tail
        .get(at + 12..at + 16)
        .and_then(|bytes| bytes.try_into().ok())
        .map(u32::from_le_bytes)
        .ok_or_else(damaged)?;
    let huge = tail.windows(4).any(|bytes| bytes == b"PK\x06\x07");
    if huge || u64::from(size) > DIRECTORY {
        return Err(FileReason::TooMuchMemory {
            part: "its list of parts".into(),
            limit: DIRECTORY,
        });
    }
    file.rewind()?;
    Ok(())
}

fn drain(meter: &mut Meter<'_, impl Read>) -> Result<(), FileReason> {
    let mut buffer = [0; 16 << 10];
    loop {
        meter.since = 0;
        match meter.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(meter.reason(error.to_string())),
        }
    }
}

/// What reading the workbook would keep in memory.
#[derive(Default)]
struct Held {
    bytes: u64,
    elements: u64,
    strings: u64,
}

/// Parses a part as the reader will; gives the bytes unpacked so far.
fn scan_part<R: Read>(
    meter: Meter<'_, R>,
    held: &mut Held,
    limits: &Limits,
) -> Result<u64, FileReason> {
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(meter));
    xml.config_mut().expand_empty_elements = true;
    xml.config_mut().trim_text(false);
    let mut buffer = Vec::new();
    let mut in_cell = false;
    let mut in_rows = false;
    loop {
        buffer.clear();
        let event = match xml.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(error) => return Err(xml.get_ref().get_ref().reason(error.to_string())),
        };
        match &event {
            Event::Start(start) => {
                in_rows |= start.local_name().as_ref() == "sheetData";
                in_cell = element(start, in_cell, held)?;
            }
            Event::End(end) => match end.local_name().as_ref() {
                "c" | "si" => in_cell = false,
                "sheetData" => in_rows = false,
                _ => {}
            },
            Event::Eof => return Ok(xml.get_ref().get_ref().total),
            _ => {}
        }
        let length = match &event {
            Event::Text(text) => text.as_ref().len(),
            Event::Start(start) => start.as_ref().len(),
            _ => 0,
        } as u64;
        let kept_as_string = in_cell && !in_rows;
        if !in_rows || kept_as_string {
            held.bytes += length;
        }
        if held.bytes > limits.shared_bytes {
            return Err(FileReason::TooMuchMemory {
                part: String::new(),
                limit: limits.shared_bytes,
            });
        }
        if !in_cell {
            xml.get_mut().get_mut().since = 0;
        }
    }
}

/// Counts an element that will be held; true when a cell or a shared string is open after it.
fn element(start: &BytesStart<'_>, in_cell: bool, held: &mut Held) -> Result<bool, FileReason> {
    let nested = || FileReason::Damaged("a cell stands inside a cell".into());
    match start.local_name().as_ref() {
        "c" | "si" | "row" | "sst" if in_cell => return Err(nested()),
        "c" => return Ok(true),
        "si" => {
            held.strings += 1;
            if held.strings > SHARED_STRINGS {
                return Err(FileReason::TooMuchMemory {
                    part: String::new(),
                    limit: SHARED_STRINGS,
                });
            }
            return Ok(true);
        }
        "sst" => small_number(start, "uniqueCount", SHARED_STRINGS)?,
        "f" => small_number(start, "si", HELD_ELEMENTS)?,
        "xf" | "font" | "fill" | "border" | "numFmt" | "dxf" | "sheet" | "definedName"
        | "Relationship" => {
            held.elements += 1;
            if held.elements > HELD_ELEMENTS {
                return Err(FileReason::TooMuchMemory {
                    part: String::new(),
                    limit: HELD_ELEMENTS,
                });
            }
        }
        _ => {}
    }
    Ok(in_cell)
}

/// Refuses a stated number that room would be made for.
fn small_number(start: &BytesStart<'_>, name: &str, limit: u64) -> Result<(), FileReason> {
    for attribute in start.attributes().with_checks(false).flatten() {
        if attribute.key.local_name().as_ref() == name {
            let stated = attribute.value.trim().parse::<u64>().unwrap_or(0);
            if stated > limit {
                return Err(FileReason::TooMuchMemory {
                    part: String::new(),
                    limit,
                });
            }
        }
    }
    Ok(())
}

/// Counts what comes out of a part and stops it at the limits.
struct Meter<'a, R> {
    inner: R,
    total: u64,
    /// Bytes since the last place where the reader lets go of what it holds.
    since: u64,
    packed: u64,
    limits: &'a Limits,
    tripped: Option<FileReason>,
}

impl<R> Meter<'_, R> {
    fn reason(&self, error: String) -> FileReason {
        self.tripped.clone().unwrap_or(FileReason::Damaged(error))
    }

    fn trip(&self) -> Option<FileReason> {
        let row = self.limits.bytes_per_row as u64;
        if self.total > self.limits.unpacked_bytes {
            Some(FileReason::TooLarge {
                limit: self.limits.unpacked_bytes,
            })
        } else if self.total > RATIO_FROM
            && self.total > self.packed.saturating_mul(self.limits.unpacked_ratio)
        {
            Some(FileReason::TooTightlyPacked {
                limit: self.limits.unpacked_ratio,
            })
        } else if self.since > row + (64 << 10) {
            Some(FileReason::TooMuchMemory {
                part: String::new(),
                limit: row,
            })
        } else {
            None
        }
    }
}

impl<R: Read> Read for Meter<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.total += count as u64;
        self.since += count as u64;
        self.tripped = self.trip();
        match &self.tripped {
            Some(reason) => Err(io::Error::other(reason.to_string())),
            None => Ok(count),
        }
    }
}

//! Text files as UTF-8, whatever encoding they came in, a buffer at a time.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{FileReason, Limits};

const BUFFER: usize = 64 << 10;

/// A text file being decoded. Bytes that make no sense come out as U+FFFD.
pub(super) struct Text {
    file: File,
    decoder: Decoder,
    input: Vec<u8>,
    input_at: usize,
    output: Vec<u8>,
    output_at: usize,
    output_end: usize,
    finished: bool,
    read: u64,
    limit: u64,
}

impl Text {
    /// Opens a file, after a look at its first bytes for anything that is plainly not text in this encoding.
    pub(super) fn open(
        path: &Path,
        label: Option<&str>,
        said: &'static str,
        limits: &Limits,
    ) -> Result<Self, FileReason> {
        let label = label.unwrap_or("utf-8");
        let encoding = Encoding::for_label(label.as_bytes())
            .ok_or_else(|| FileReason::UnknownEncoding(label.to_owned()))?;
        let mut file = File::open(path)?;
        let mut input = vec![0; BUFFER];
        let length = fill(&mut file, &mut input)?;
        input.truncate(length);
        if let Some(looks) = other_kind(&input) {
            return Err(FileReason::OtherKind { said, looks });
        }
        let (encoding, skip) = match Encoding::for_bom(&input) {
            Some(marked) => marked,
            None => {
                if let Some(looks) = other_encoding(encoding, &input) {
                    return Err(FileReason::WrongEncoding {
                        said: encoding.name().to_lowercase(),
                        looks,
                    });
                }
                (encoding, 0)
            }
        };
        if encoding != UTF_16LE && encoding != UTF_16BE && is_binary(&input) {
            return Err(FileReason::Binary);
        }
        Ok(Self {
            file,
            decoder: encoding.new_decoder_without_bom_handling(),
            read: input.len() as u64,
            input,
            input_at: skip,
            output: vec![0; 4 * BUFFER],
            output_at: 0,
            output_end: 0,
            finished: false,
            limit: limits.unpacked_bytes,
        })
    }

    /// Decoded bytes not yet consumed; none at the end of the file.
    pub(super) fn peek(&mut self) -> Result<&[u8], FileReason> {
        while self.output_at == self.output_end && !self.finished {
            if self.input_at == self.input.len() {
                self.refill()?;
            }
            let last = self.input.is_empty();
            let rest = self.input.get(self.input_at..).unwrap_or_default();
            let (result, read, written, _) =
                self.decoder.decode_to_utf8(rest, &mut self.output, last);
            self.input_at += read;
            self.output_at = 0;
            self.output_end = written;
            self.finished = last && result == CoderResult::InputEmpty;
        }
        Ok(self
            .output
            .get(self.output_at..self.output_end)
            .unwrap_or_default())
    }

    /// Marks bytes as used.
    pub(super) fn consume(&mut self, count: usize) {
        self.output_at = (self.output_at + count).min(self.output_end);
    }

    fn refill(&mut self) -> Result<(), FileReason> {
        self.input.resize(BUFFER, 0);
        let length = fill(&mut self.file, &mut self.input)?;
        self.input.truncate(length);
        self.input_at = 0;
        self.read += length as u64;
        if self.read > self.limit {
            return Err(FileReason::TooLarge { limit: self.limit });
        }
        Ok(())
    }
}

fn fill(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut length = 0;
    while let Some(rest) = buffer.get_mut(length..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(count) => length += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}

/// Formats that announce themselves in their first bytes.
pub(super) fn other_kind(start: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &'static str); 6] = [
        (b"PK\x03\x04", "an Excel workbook or a zip file"),
        (b"PAR1", "a Parquet file"),
        (b"\x1f\x8b", "a gzip file"),
        (b"%PDF", "a PDF"),
        (
            b"\xd0\xcf\x11\xe0",
            "an old Excel (.xls) or a password-protected workbook",
        ),
        (b"\x28\xb5\x2f\xfd", "a zstd file"),
    ];
    known
        .iter()
        .find(|(magic, _)| start.starts_with(magic))
        .map(|(_, name)| *name)
}

/// What the first bytes look like when they cannot be in the encoding that was said.
fn other_encoding(said: &'static Encoding, sample: &[u8]) -> Option<&'static str> {
    let wide = said == UTF_16LE || said == UTF_16BE;
    let zeros_at = |parity: usize| {
        sample
            .iter()
            .skip(parity)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros_at(0), zeros_at(1));
    let half = sample.len() / 2;
    // Delimiters, digits and plain letters have a zero byte in UTF-16, and always on the same side.
    if sample.len() >= 8 && odd * 3 > half && even * 10 < half {
        return (said != UTF_16LE).then_some("UTF-16, low byte first (utf-16le)");
    }
    if sample.len() >= 8 && even * 3 > half && odd * 10 < half {
        return (said != UTF_16BE).then_some("UTF-16, high byte first (utf-16be)");
    }
    let (letters, broken) = utf8_letters(sample);
    if wide && even + odd == 0 {
        return Some("one byte a letter (utf-8 or windows-125x)");
    }
    if said == UTF_8 {
        return (broken >= 20 && letters == 0)
            .then_some("one byte a letter (such as windows-1250)");
    }
    (said.is_single_byte() && broken == 0 && letters >= 3).then_some("utf-8")
}

/// How many letters outside ASCII the sample holds as UTF-8, and how many bytes that cannot be UTF-8.
fn utf8_letters(sample: &[u8]) -> (usize, usize) {
    let mut broken = 0;
    let mut letters = 0;
    for chunk in sample.utf8_chunks() {
        letters += chunk
            .valid()
            .chars()
            .filter(|letter| !letter.is_ascii())
            .count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // The sample may end inside a letter.
    (
        letters,
        if sample.len() == BUFFER {
            broken.saturating_sub(1)
        } else {
            broken
        },
    )
}

fn is_binary(sample: &[u8]) -> bool {
    let odd = sample
        .iter()
        .filter(|byte| **byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r'))
        .count();
    // A few stray bytes are refused with their rows.
    sample.len() >= 32 && odd * 20 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_told_from_the_bytes() {
        let wide: Vec<u8> = "id;name\n1;Kov\u{e1}cs\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(other_encoding(UTF_8, &wide).is_some_and(|looks| looks.contains("utf-16le")));
        assert_eq!(other_encoding(UTF_16LE, &wide), None);
        assert_eq!(
            other_encoding(encoding_rs::WINDOWS_1250, "áéű".as_bytes()),
            Some("utf-8")
        );
        assert_eq!(
            other_encoding(encoding_rs::WINDOWS_1250, b"\xe1\xe9 plain"),
            None
        );
        assert_eq!(other_encoding(UTF_8, b"plain \xe1 one stray byte"), None);
    }
}

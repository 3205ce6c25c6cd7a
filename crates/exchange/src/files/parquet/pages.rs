//! The sizes of the pages of a Parquet file, read from the page headers without unpacking a page.
//!
//! A page header may state any size and the decoder makes room for it, and counts inside a header decide other
//! room. So each header is walked here first, in Thrift's compact encoding, and everything it states is checked
//! against what is there.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaData};

use super::super::{FileReason, Limits};

/// What the pages held at one time may weigh, over all columns.
const HELD_BYTES: u64 = 64 << 20;
/// The longest page header; real ones hold the smallest and largest value and stay far below.
const HEADER: u64 = 1 << 20;
const DEPTH: u8 = 8;

/// The bytes reading needs for pages: the largest dictionary and the largest page of each column, added up.
pub(super) fn weight(
    file: File,
    metadata: &ParquetMetaData,
    limits: &Limits,
) -> Result<u64, FileReason> {
    let length = file.metadata()?.len();
    let mut walk = Walk {
        file: BufReader::new(file),
        left: 0,
        packed: 0,
        unpacked: 0,
    };
    let mut weights = vec![(0, 0); metadata.file_metadata().schema_descr().num_columns()];
    for group in metadata.row_groups() {
        for (chunk, (dictionary, page)) in group.columns().iter().zip(&mut weights) {
            walk.chunk(chunk, length, dictionary, page)?;
            if walk.unpacked > limits.unpacked_bytes {
                return Err(FileReason::TooLarge {
                    limit: limits.unpacked_bytes,
                });
            }
        }
    }
    let weight = weights
        .iter()
        .map(|(dictionary, page)| dictionary + page)
        .fold(0, u64::saturating_add);
    if weight > HELD_BYTES {
        return Err(FileReason::TooMuchMemory {
            part: "one page of each column".into(),
            limit: HELD_BYTES,
        });
    }
    Ok(weight)
}

/// A walk over the page headers of a file.
struct Walk {
    file: BufReader<File>,
    /// Bytes that may still belong to the header being read.
    left: u64,
    /// Bytes of all chunks so far; together they cannot be more than the file.
    packed: u64,
    unpacked: u64,
}

/// What a page header says that matters here.
struct Page {
    is_dictionary: bool,
    unpacked: u64,
    packed: u64,
}

impl Walk {
    fn chunk(
        &mut self,
        chunk: &ColumnChunkMetaData,
        length: u64,
        dictionary: &mut u64,
        page: &mut u64,
    ) -> Result<(), FileReason> {
        let start = chunk
            .dictionary_page_offset()
            .unwrap_or_else(|| chunk.data_page_offset());
        let (start, size) = match (u64::try_from(start), u64::try_from(chunk.compressed_size())) {
            (Ok(start), Ok(size)) if size <= length && start <= length - size => (start, size),
            _ => return Err(contradiction("a column points outside the file")),
        };
        self.packed += size;
        if self.packed > length {
            return Err(contradiction("its columns overlap"));
        }
        self.file.seek(SeekFrom::Start(start))?;
        let mut left = size;
        while left > 0 {
            self.left = left.min(HEADER);
            let before = self.left;
            let header = self.page()?;
            let used = (before - self.left) + header.packed;
            left = left
                .checked_sub(used)
                .ok_or_else(|| contradiction("a page ends outside its column"))?;
            self.file
                .seek_relative(i64::try_from(header.packed).unwrap_or(i64::MAX))?;
            self.unpacked += header.unpacked;
            let largest = if header.is_dictionary {
                &mut *dictionary
            } else {
                &mut *page
            };
            *largest = (*largest).max(header.unpacked.max(header.packed));
        }
        Ok(())
    }

    fn page(&mut self) -> Result<Page, FileReason> {
        let mut numbers = [None; 4];
        let mut id = 0;
        while let Some(kind) = self.field(&mut id)? {
            match (
                usize::try_from(id).ok().and_then(|id| numbers.get_mut(id)),
                kind,
            ) {
                (Some(number), 5) => *number = Some(self.zigzag()?),
                _ => self.skip(kind, DEPTH)?,
            }
        }
        let size = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok());
        match numbers {
            [_, Some(kind), unpacked, packed] => match (size(unpacked), size(packed)) {
                (Some(unpacked), Some(packed)) => Ok(Page {
                    is_dictionary: kind == 2,
                    unpacked,
                    packed,
                }),
                _ => Err(contradiction("a page without a size")),
            },
            _ => Err(contradiction("a page without a kind")),
        }
    }

    fn byte(&mut self) -> Result<u8, FileReason> {
        self.left = self
            .left
            .checked_sub(1)
            .ok_or_else(|| contradiction("a page header without end"))?;
        let mut byte = [0];
        self.file.read_exact(&mut byte)?;
        let [byte] = byte;
        Ok(byte)
    }

    fn varint(&mut self) -> Result<u64, FileReason> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(contradiction("a number without end"))
    }

    fn zigzag(&mut self) -> Result<i64, FileReason> {
        let value = self.varint()?;
        Ok((value >> 1).cast_signed() ^ -((value & 1).cast_signed()))
    }

    /// The kind of the next field, `None` at the end of the struct; `id` becomes the field's.
    fn field(&mut self, id: &mut i64) -> Result<Option<u8>, FileReason> {
        let byte = self.byte()?;
        if byte == 0 {
            return Ok(None);
        }
        *id = match byte >> 4 {
            0 => self.zigzag()?,
            step => id.saturating_add(i64::from(step)),
        };
        Ok(Some(byte & 0x0f))
    }

    fn skip(&mut self, kind: u8, depth: u8) -> Result<(), FileReason> {
        let depth = depth
            .checked_sub(1)
            .ok_or_else(|| contradiction("a page header nested too deep"))?;
        match kind {
            1 | 2 => Ok(()),
            3 => self.byte().map(drop),
            4..=6 => self.varint().map(drop),
            7 => self.skip_bytes(8),
            8 => {
                let length = self.varint()?;
                self.skip_bytes(length)
            }
            9 | 10 => {
                let byte = self.byte()?;
                let count = if byte >> 4 == 15 {
                    self.varint()?
                } else {
                    u64::from(byte >> 4)
                };
                // Booleans take a byte each inside a list, so every element uses up some of what is left.
                let element = if matches!(byte & 0x0f, 1 | 2) {
                    3
                } else {
                    byte & 0x0f
                };
                (0..count).try_for_each(|_| self.skip(element, depth))
            }
            12 => {
                let mut id = 0;
                while let Some(kind) = self.field(&mut id)? {
                    self.skip(kind, depth)?;
                }
                Ok(())
            }
            _ => Err(contradiction("a page header of an unknown kind")),
        }
    }

    fn skip_bytes(&mut self, count: u64) -> Result<(), FileReason> {
        self.left = self
            .left
            .checked_sub(count)
            .ok_or_else(|| contradiction("a page header without end"))?;
        self.file
            .seek_relative(i64::try_from(count).unwrap_or(i64::MAX))?;
        Ok(())
    }
}

fn contradiction(what: &str) -> FileReason {
    FileReason::Damaged(what.to_owned())
}

//! Ids that sort by the time they were made and say nothing else about what they name.

use crate::Time;
use std::fmt;
use std::str::FromStr;

/// The name of one row: 128 bits in the layout of UUID version 7 (RFC 9562).
///
/// The first 48 bits are milliseconds since 1970, so that rows made together lie together on disk.
/// Shown as 32 hexadecimal digits without dashes, which is what stands in URLs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id([u8; 16]);

/// The text was not 32 hexadecimal digits, or the bytes were not sixteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id")]
pub struct IdError;

impl Id {
    /// An id that is nobody's: for a question about somebody who is not there yet.
    pub const NOBODY: Id = Id([0; 16]);

    /// An id made at `at` from 64 random bits of `chance`. Ids sort as their moments do, to the microsecond: its thousandths of a
    /// millisecond stand where version 7 leaves room for them (RFC 9562, section 6.2, method 3).
    #[must_use]
    pub fn new(at: Time, chance: u128) -> Id {
        let millis = u128::from(at.millis().unsigned_abs()) & 0xffff_ffff_ffff;
        let thousandths = u128::from(at.micros().rem_euclid(1000).unsigned_abs());
        let fine = (thousandths << 2) | ((chance >> 62) & 0x3);
        let random = chance & 0x3fff_ffff_ffff_ffff;
        let bits = (millis << 80) | (0x7 << 76) | (fine << 64) | (0b10 << 62) | random;
        Id(bits.to_be_bytes())
    }

    /// The id that these sixteen bytes were stored from.
    ///
    /// # Errors
    /// [`IdError`] when there are not sixteen.
    pub fn from_bytes(bytes: &[u8]) -> Result<Id, IdError> {
        Ok(Id(bytes.try_into().map_err(|_| IdError)?))
    }

    /// The sixteen bytes that are stored.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Id, IdError> {
        if text.len() != 32 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(IdError);
        }
        u128::from_str_radix(text, 16).map(|bits| Id(bits.to_be_bytes())).map_err(|_| IdError)
    }
}

impl serde::Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Id, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(input)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_the_time_they_were_made() {
        let early = Id::new(Time::from_micros(1_000_000), u128::MAX);
        let late = Id::new(Time::from_micros(1_000_001), 0);
        assert!(early < late);
        assert!(early.to_string() < late.to_string());
    }

    #[test]
    fn an_id_is_read_back_as_it_was_written() {
        let id = Id::new(Time::from_micros(1_795_420_800_000_000), 0x1234_5678_9abc_def0_1122);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(Id::from_bytes(id.bytes()), Ok(id));
        assert_eq!(id.to_string().chars().nth(12), Some('7'), "version 7 of RFC 9562");
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "12", "+0000000000000000000000000000000", "zz000000000000000000000000000000"] {
            assert_eq!(text.parse::<Id>(), Err(IdError), "{text}");
        }
        assert_eq!(Id::from_bytes(&[0; 15]), Err(IdError));
    }
}

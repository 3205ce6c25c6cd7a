//! The facts, whole or in part, in which two records must agree to be compared.

use crate::dates::parts;
use crate::interning::mix;
use crate::tables::{Record, Table};

/// One fact or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Id,
    IdHead,
    IdTail,
    Phone,
    Email,
    Mailbox,
    Given,
    GivenSound,
    /// The first two letters.
    GivenStart,
    Initial,
    MiddleInitial,
    Family,
    FamilySound,
    /// The first three letters.
    FamilyStart,
    /// Given and family name in either order.
    Names,
    Birth,
    Year,
    YearMonth,
    MonthDay,
    /// Street and house, whatever the town.
    Home,
    House,
    Street,
    Postcode,
    Suburb,
    City,
    Sex,
}

/// Further facts that part a group too large to compare, in this order.
pub(super) const REFINERS: &[Part] = &[Part::Year, Part::Initial, Part::FamilyStart, Part::Postcode, Part::MonthDay, Part::Street, Part::City, Part::Sex];

fn half(text: &str, tail: bool) -> u64 {
    let bytes = text.as_bytes();
    let middle = bytes.len() / 2;
    let part = if tail { bytes.get(middle..) } else { bytes.get(..middle) };
    part.filter(|part| part.len() >= 3).map_or(0, |part| crate::interning::hash_text(part) | 1)
}

impl Part {
    /// The value of this part as a number, 0 if it is missing.
    pub fn of(self, table: &Table, record: &Record) -> u64 {
        let name = |number: u32| table.name(number);
        let (year, month, day) = parts(record.birth);
        u64::from(match self {
            Part::Id => record.id,
            Part::IdHead => return half(table.ids.get(record.id), false),
            Part::IdTail => return half(table.ids.get(record.id), true),
            Part::Phone => record.phone,
            Part::Email => record.email,
            Part::Mailbox => table.mailboxes[record.email as usize],
            Part::Given => record.given,
            Part::GivenSound if record.given == 0 => 0,
            Part::GivenSound => name(record.given).sound.max(1),
            Part::GivenStart => name(record.given).start >> 16,
            Part::Initial => name(record.given).start >> 24,
            Part::MiddleInitial => name(record.middle).start >> 24,
            Part::Family => record.family,
            Part::FamilySound if record.family == 0 => 0,
            Part::FamilySound => name(record.family).stem.max(1),
            Part::FamilyStart => name(record.family).start >> 8,
            Part::Names if record.given == 0 || record.family == 0 => 0,
            Part::Names => return mix(u64::from(record.given.min(record.family)), u64::from(record.given.max(record.family))) | 1,
            Part::Birth if month == 0 => 0,
            Part::Birth => record.birth,
            Part::Year => year,
            Part::YearMonth if month == 0 => 0,
            Part::YearMonth => year * 100 + month,
            Part::MonthDay => month * 100 + day,
            Part::Home if record.street == 0 || record.house == 0 => 0,
            Part::Home => return mix(u64::from(record.street), u64::from(record.house)) | 1,
            Part::House => record.house,
            Part::Street => record.street,
            Part::Postcode => record.postcode,
            Part::Suburb => record.suburb,
            Part::City => record.city,
            Part::Sex => u32::from(record.sex),
        })
    }
}

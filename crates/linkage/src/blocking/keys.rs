//! The facts, whole or in part, in which two records must agree to be compared.

use crate::dates::parts;
use crate::interning::{Texts, hash_text, mix};
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
    part.filter(|part| part.len() >= 3).map_or(0, |part| hash_text(part) | 1)
}

/// What a value is called by: its number in this table, or a number that depends on its text alone.
pub(super) trait Naming {
    fn of(texts: &Texts, number: u32) -> u64;
}

/// Values by their number: quick, and true within one table.
pub(super) struct ByNumber;
/// Values by their text: the same in every table and on every machine.
pub(super) struct ByText;

impl Naming for ByNumber {
    fn of(_: &Texts, number: u32) -> u64 {
        u64::from(number)
    }
}

impl Naming for ByText {
    fn of(texts: &Texts, number: u32) -> u64 {
        if number == 0 { 0 } else { hash_text(texts.get(number).as_bytes()) | 1 }
    }
}

impl Part {
    /// The value of this part as a number, 0 if it is missing.
    pub fn of<N: Naming>(self, table: &Table, record: &Record) -> u64 {
        let name = |number: u32| table.name(number);
        let (year, month, day) = parts(record.birth);
        u64::from(match self {
            Part::Id => return N::of(&table.ids, record.id),
            Part::IdHead => return half(table.ids.get(record.id), false),
            Part::IdTail => return half(table.ids.get(record.id), true),
            Part::Phone => return N::of(&table.phones, record.phone),
            Part::Email => return N::of(&table.emails, record.email),
            Part::Mailbox => table.mailboxes[record.email as usize],
            Part::Given => return N::of(&table.names, record.given),
            Part::GivenSound if record.given == 0 => 0,
            Part::GivenSound => name(record.given).sound.max(1),
            Part::GivenStart => name(record.given).start >> 16,
            Part::Initial => name(record.given).start >> 24,
            Part::MiddleInitial => name(record.middle).start >> 24,
            Part::Family => return N::of(&table.names, record.family),
            Part::FamilySound if record.family == 0 => 0,
            Part::FamilySound => name(record.family).stem.max(1),
            Part::FamilyStart => name(record.family).start >> 8,
            Part::Names if record.given == 0 || record.family == 0 => 0,
            Part::Names => {
                let (one, other) = (N::of(&table.names, record.given), N::of(&table.names, record.family));
                return mix(one.min(other), one.max(other)) | 1;
            },
            Part::Birth if month == 0 => 0,
            Part::Birth => record.birth,
            Part::Year => year,
            Part::YearMonth if month == 0 => 0,
            Part::YearMonth => year * 100 + month,
            Part::MonthDay => month * 100 + day,
            Part::Home if record.street == 0 || record.house == 0 => 0,
            Part::Home => return mix(N::of(&table.places, record.street), N::of(&table.places, record.house)) | 1,
            Part::House => return N::of(&table.places, record.house),
            Part::Street => return N::of(&table.places, record.street),
            Part::Postcode => return N::of(&table.places, record.postcode),
            Part::Suburb => return N::of(&table.places, record.suburb),
            Part::City => return N::of(&table.places, record.city),
            Part::Sex => u32::from(record.sex),
        })
    }
}

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

fn half(text: &str, tail: bool) -> u32 {
    let bytes = text.as_bytes();
    let middle = bytes.len() / 2;
    let part = if tail { bytes.get(middle..) } else { bytes.get(..middle) };
    part.filter(|part| part.len() >= 3).map_or(0, |part| hash_text(part) as u32 | 1)
}

/// Parts that cost a look elsewhere, looked up once for all passes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    id_head: u32,
    id_tail: u32,
    mailbox: u32,
    given_sound: u32,
    family_sound: u32,
    given_start: u32,
    family_start: u32,
    middle_initial: u8,
}

impl Facts {
    pub fn of(table: &Table, record: &Record) -> Facts {
        let (given, family) = (table.name(record.given), table.name(record.family));
        let id = table.ids.get(record.id);
        Facts {
            id_head: half(id, false),
            id_tail: half(id, true),
            mailbox: table.email_facts[record.email as usize].mailbox,
            given_sound: if record.given == 0 { 0 } else { given.sound.max(1) },
            family_sound: if record.family == 0 { 0 } else { family.stem.max(1) },
            given_start: given.start,
            family_start: family.start,
            middle_initial: (table.name(record.middle).start >> 24) as u8,
        }
    }
}

/// A record whose numbers depend on what it says alone, not on its table.
pub(super) fn by_text(table: &Table, record: &Record) -> Record {
    let text = |texts: &Texts, number: u32| if number == 0 { 0 } else { hash_text(texts.get(number).as_bytes()) as u32 | 1 };
    let (name, place) = (|number| text(&table.names, number), |number| text(&table.places, number));
    Record {
        given: name(record.given),
        middle: name(record.middle),
        family: name(record.family),
        id: text(&table.ids, record.id),
        phone: text(&table.phones, record.phone),
        email: text(&table.emails, record.email),
        street: place(record.street),
        house: place(record.house),
        unit: place(record.unit),
        postcode: place(record.postcode),
        city: place(record.city),
        suburb: place(record.suburb),
        region: place(record.region),
        ..*record
    }
}

impl Part {
    /// The value of this part as a number, 0 if it is missing.
    pub fn of(self, record: &Record, facts: &Facts) -> u64 {
        // Of a date the month is asked for only where it matters: this is asked for millions of records.
        let no_month = || parts(record.birth).1 == 0;
        u64::from(match self {
            Part::Id => record.id,
            Part::IdHead => facts.id_head,
            Part::IdTail => facts.id_tail,
            Part::Phone => record.phone,
            Part::Email => record.email,
            Part::Mailbox => facts.mailbox,
            Part::Given => record.given,
            Part::GivenSound => facts.given_sound,
            Part::GivenStart => facts.given_start >> 16,
            Part::Initial => facts.given_start >> 24,
            Part::MiddleInitial => u32::from(facts.middle_initial),
            Part::Family => record.family,
            Part::FamilySound => facts.family_sound,
            Part::FamilyStart => facts.family_start >> 8,
            Part::Names if record.given == 0 || record.family == 0 => 0,
            Part::Names => return mix(u64::from(record.given.min(record.family)), u64::from(record.given.max(record.family))) | 1,
            Part::Birth | Part::YearMonth if no_month() => 0,
            Part::Birth => record.birth,
            Part::Year => parts(record.birth).0,
            Part::YearMonth => record.birth / 100,
            Part::MonthDay => record.birth % 10_000,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_date_are_what_its_digits_say() {
        let of = |part: Part, birth: u32| part.of(&Record { birth, ..Record::default() }, &Facts::default());
        let all = |birth: u32| [Part::Birth, Part::Year, Part::YearMonth, Part::MonthDay].map(|part| of(part, birth));
        assert_eq!(all(19_800_217), [19_800_217, 1980, 198_002, 217]);
        assert_eq!(all(19_800_200), [19_800_200, 1980, 198_002, 200]);
        // Files have days without a month, too.
        assert_eq!(all(19_800_017), [0, 1980, 0, 17]);
        assert_eq!(all(19_800_000), [0, 1980, 0, 0]);
        assert_eq!(all(0), [0; 4]);
    }
}

//! What two records have in common: one comparison for each group of facts that err together.

use crate::interning::Texts;
use crate::tables::{Record, Table};
use serde::{Deserialize, Serialize};

mod addresses;
mod names;
mod numbers;
pub(crate) use numbers::marks;

/// A group of facts that is compared as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// First names.
    GivenName,
    /// Surnames.
    FamilyName,
    /// Second names or initials.
    MiddleName,
    /// Dates of birth, or years derived from ages.
    BirthDate,
    /// Stated sexes.
    Sex,
    /// Personal numbers.
    NationalId,
    /// Telephone numbers.
    Phone,
    /// Electronic addresses.
    Email,
    /// Street, house, flat, postcode and place together.
    Address,
    /// Whether both records come from one source, which may or may not write people twice.
    Source,
}

impl Comparison {
    /// Every comparison, in the order in which evidence is told.
    pub const ALL: [Comparison; 10] = [
        Comparison::GivenName,
        Comparison::FamilyName,
        Comparison::MiddleName,
        Comparison::BirthDate,
        Comparison::Sex,
        Comparison::NationalId,
        Comparison::Phone,
        Comparison::Email,
        Comparison::Address,
        Comparison::Source,
    ];

    /// The levels of agreement this comparison tells apart, in the order in which they are tried.
    pub fn levels(self) -> &'static [Level] {
        use Level as L;
        match self {
            Comparison::GivenName => &[
                L::Same, L::Form, L::Near, L::Swapped, L::OtherName, L::Contained, L::Similar, L::Initial, L::Loose, L::Different,
            ],
            Comparison::FamilyName => &[L::Same, L::Near, L::Form, L::Swapped, L::Contained, L::Similar, L::WomansOther, L::Different],
            Comparison::MiddleName => &[L::Same, L::Near, L::Initial, L::Different],
            Comparison::BirthDate => &[
                L::Same, L::DayMonthSwapped, L::OneSlip, L::TwoParts, L::SameYear, L::Different, L::AgeAgrees, L::AgeDiffers,
            ],
            Comparison::Sex => &[L::Same, L::Different],
            Comparison::NationalId => &[
                L::Same, L::OneSlip, L::TwoSlips, L::Different, L::OneSlipSameBirth, L::TwoSlipsSameBirth, L::OtherValid, L::OtherValidOtherBirth,
            ],
            Comparison::Phone => &[L::Same, L::OneSlip, L::Different],
            Comparison::Email => &[L::Same, L::Near, L::Different],
            Comparison::Address => &[
                L::SameHome, L::CrowdedHome, L::NearHome, L::OtherFlat, L::SameHouse, L::SameStreet, L::SamePostcode, L::SamePlace, L::Different,
                L::PerhapsHome,
            ],
            Comparison::Source => &[L::OneSource, L::TwoSources],
        }
    }
}

/// How far two records agree in one comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// At least one record says nothing.
    Missing,
    /// Equal once standardised.
    Same,
    /// Two forms or spellings of one name: pet form, other language, ending of sex.
    Form,
    /// One slip of the pen apart, or nearly so.
    Near,
    /// Given and family name have changed places.
    Swapped,
    /// The given name of one is the middle or the family name of the other.
    OtherName,
    /// One name is part of the other.
    Contained,
    /// Names are alike.
    Similar,
    /// One is the initial of the other.
    Initial,
    /// Names have something in common.
    Loose,
    /// Another family name, where at least one record is a woman's.
    WomansOther,
    /// Nothing in common.
    Different,
    /// Day and month have changed places.
    DayMonthSwapped,
    /// One digit mistaken, or two neighbours exchanged.
    OneSlip,
    /// Two slips.
    TwoSlips,
    /// One slip between numbers of people born the same day, whose numbers may be alike for that reason.
    OneSlipSameBirth,
    /// Two slips between numbers of people born the same day.
    TwoSlipsSameBirth,
    /// Two numbers, each with the right check digit.
    OtherValid,
    /// The same, and the dates of birth differ as well.
    OtherValidOtherBirth,
    /// Two of year, month and day.
    TwoParts,
    /// The year of birth only.
    SameYear,
    /// Years of birth no more than one apart, where one of them follows from an age.
    AgeAgrees,
    /// Years of birth more than one apart, where one of them follows from an age.
    AgeDiffers,
    /// Same street, house and flat, as far as known.
    SameHome,
    /// The same, at an address of many people.
    CrowdedHome,
    /// The same house, the street spelled otherwise.
    NearHome,
    /// Same house, another flat or another town.
    OtherFlat,
    /// Same street; at least one house number is not known.
    PerhapsHome,
    /// House number and postcode, another street.
    SameHouse,
    /// Same street, another house.
    SameStreet,
    /// Same postcode only.
    SamePostcode,
    /// Same town or district only.
    SamePlace,
    /// Both records come from one source.
    OneSource,
    /// The records come from two sources.
    TwoSources,
}

/// The levels of all comparisons of one pair: four bits each, 0 for missing, else the place in [`Comparison::levels`] plus one.
///
/// For [`Comparison::Source`] the four bits are the shared source plus one, or 15 for two sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Pattern(pub u64);

/// Sources beyond this number share their habits.
pub(crate) const MOST_SOURCES: u16 = 13;
/// The code of two different sources in a pattern.
pub(crate) const TWO_SOURCES: usize = 15;
/// More records than this at one address make it crowded.
pub(crate) const CROWD: u32 = 24;

impl Pattern {
    /// The code of one comparison, 0 to 15.
    pub fn code(self, comparison: Comparison) -> usize {
        (self.0 >> (comparison as u32 * 4)) as usize & 15
    }

    fn set(&mut self, comparison: Comparison, level: Level) {
        let code = match level {
            Level::Missing => 0,
            _ => code_of(comparison, level),
        };
        self.0 |= (code as u64) << (comparison as u32 * 4);
    }

    /// Makes one comparison, in the order of [`MADE`].
    pub fn add(&mut self, table: &Table, comparison: Comparison, a: &Record, b: &Record) {
        let level = match comparison {
            Comparison::GivenName => names::given(table, a, b),
            Comparison::FamilyName => names::family(table, a, b, self.level(Comparison::GivenName)),
            Comparison::MiddleName => names::middle(table, a, b),
            Comparison::BirthDate => numbers::birth(a, b),
            Comparison::Sex => numbers::sex(a, b),
            Comparison::NationalId => numbers::national_id(table, a, b),
            Comparison::Phone => numbers::phone(table, a, b),
            Comparison::Email => numbers::email(table, a, b),
            Comparison::Address => addresses::address(table, a, b),
            Comparison::Source => {
                let source = if a.source == b.source { a.source.min(MOST_SOURCES) as usize + 1 } else { TWO_SOURCES };
                self.0 |= (source as u64) << (Comparison::Source as u32 * 4);
                return;
            }
        };
        self.set(comparison, level);
    }

    /// The level of one comparison.
    pub fn level(self, comparison: Comparison) -> Level {
        match (comparison, self.code(comparison)) {
            (_, 0) => Level::Missing,
            (Comparison::Source, TWO_SOURCES) => Level::TwoSources,
            (Comparison::Source, _) => Level::OneSource,
            (_, code) => comparison.levels().get(code - 1).copied().unwrap_or(Level::Different),
        }
    }

    /// Whether both people may live together, so that a shared surname or telephone says little.
    pub fn one_home(self) -> bool {
        const SAME: usize = 1;
        const NEAR: usize = 3;
        const PERHAPS: usize = 10;
        matches!(self.code(Comparison::Address), SAME | NEAR | PERHAPS)
    }
}

/// The code of a level in a pattern: its place in [`Comparison::levels`] plus one.
pub(crate) fn code_of(comparison: Comparison, level: Level) -> usize {
    comparison.levels().iter().position(|other| *other == level).map_or(0, |at| at + 1)
}

/// The order in which comparisons are made: what costs little and tells much comes first. The surname needs the given name.
pub(crate) const MADE: [Comparison; 10] = [
    Comparison::BirthDate,
    Comparison::Sex,
    Comparison::Source,
    Comparison::NationalId,
    Comparison::GivenName,
    Comparison::FamilyName,
    Comparison::Address,
    Comparison::Phone,
    Comparison::Email,
    Comparison::MiddleName,
];

/// Compares two records of a table.
pub(crate) fn compare(table: &Table, a: &Record, b: &Record) -> Pattern {
    let mut pattern = Pattern(0);
    for comparison in MADE {
        pattern.add(table, comparison, a, b);
    }
    pattern
}

/// Two numbers of one dictionary with their texts.
fn texts_of(texts: &Texts, one: u32, other: u32) -> (&str, &str) {
    (texts.get(one), texts.get(other))
}

#[cfg(test)]
mod tests;

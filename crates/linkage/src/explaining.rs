//! Why two records are, or are not, one person's: every piece of evidence with its bits.

use crate::comparisons::{Comparison, Level};
use crate::dates;
use crate::models::Model;
use crate::scoring::{Scorer, Weights};
use crate::tables::{Record, Table};
use std::fmt;

/// The evidence of one comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What was compared.
    pub comparison: Comparison,
    /// What the first record says, standardised; empty if nothing.
    pub one: String,
    /// What the second record says.
    pub other: String,
    /// How far they agree.
    pub level: Level,
    /// How often one person's records agree so; 1 where a value is missing.
    pub m: f64,
    /// How often two people's do, before the rarity of the value; 1 where a value is missing.
    pub u: f64,
    /// Bits for the rarity of the shared value; negative for a common one.
    pub rarity: f64,
    /// All bits of this line, rarity included.
    pub bits: f64,
}

/// Why two records are, or are not, one person's. Prior and lines add up to the bits.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Bits before anything is compared.
    pub prior: f64,
    /// One line per comparison, in a fixed order, those without values included.
    pub lines: Vec<Line>,
    /// All bits: above 0 one person is likelier than two.
    pub bits: f64,
    /// The same as a probability.
    pub probability: f64,
}

/// Explains how two records of a table compare. A record outside of the table counts as one that says nothing. For many
/// pairs of one table, make one [`Explainer`].
pub fn explain(table: &Table, model: &Model, a: u32, b: u32) -> Explanation {
    Explainer::new(table, model).explain(a, b)
}

/// Explains pairs of one table; what follows from the whole table is worked out once.
pub struct Explainer<'a> {
    table: &'a Table,
    model: &'a Model,
    weights: Weights,
}

impl<'a> Explainer<'a> {
    /// Prepares for explaining pairs of `table` under `model`.
    pub fn new(table: &'a Table, model: &'a Model) -> Explainer<'a> {
        Explainer { table, model, weights: Weights::new(table, model) }
    }

    /// The bits that speak for two records being one person's; negative against.
    pub fn bits(&self, a: u32, b: u32) -> f64 {
        let inside = (a.max(b) as usize) < self.table.len();
        if inside { Scorer { table: self.table, weights: &self.weights }.bits(a, b) } else { self.explain(a, b).bits }
    }

    /// Explains one pair. See [`explain`].
    pub fn explain(&self, a: u32, b: u32) -> Explanation {
        let (table, model) = (self.table, self.model);
        let scorer = Scorer { table, weights: &self.weights };
        let nothing = Record::default();
        let (one, other) = (table.records.get(a as usize).unwrap_or(&nothing), table.records.get(b as usize).unwrap_or(&nothing));
        let pattern = crate::comparisons::compare(table, one, other);
        let mut bits = scorer.prior();
        let mut lines = Vec::with_capacity(Comparison::ALL.len());
        for comparison in Comparison::ALL {
            let level = pattern.level(comparison);
            let (weight, rarity) = scorer.parts(pattern, comparison, one, other);
            bits += weight + rarity;
            let (m, u) = match (comparison, model.find(comparison, level)) {
                (Comparison::Source, _) => model.source_chance(pattern.code(comparison)),
                (Comparison::Address, Some(chance)) => (chance.m, chance.u),
                (_, Some(chance)) if pattern.one_home() => (chance.m, chance.u_at_home),
                (_, Some(chance)) => (chance.m, chance.u),
                (_, None) => (1.0, 1.0),
            };
            let show = |record| value(table, record, comparison);
            lines.push(Line { comparison, one: show(one), other: show(other), level, m, u, rarity, bits: weight + rarity });
        }
        Explanation { prior: scorer.prior(), lines, bits, probability: 1.0 / (1.0 + (-bits).exp2()) }
    }
}

fn value(table: &Table, record: &Record, comparison: Comparison) -> String {
    match comparison {
        Comparison::GivenName => table.names.get(record.given).to_owned(),
        Comparison::FamilyName => table.names.get(record.family).to_owned(),
        Comparison::MiddleName => table.names.get(record.middle).to_owned(),
        Comparison::BirthDate if record.birth == 0 && record.age > 0 => format!("age {}", record.age - 1),
        Comparison::BirthDate if record.birth == 0 => String::new(),
        Comparison::BirthDate => dates::show(record.birth),
        Comparison::Sex => ["", "female", "male", "other"].get(record.sex as usize).copied().unwrap_or("").to_owned(),
        Comparison::NationalId => table.ids.get(record.id).to_owned(),
        Comparison::Phone => table.phones.get(record.phone).to_owned(),
        Comparison::Email => table.emails.get(record.email).to_owned(),
        Comparison::Address => {
            let parts = [record.street, record.house, record.unit, record.suburb, record.postcode, record.city, record.region];
            let said: Vec<&str> = parts.iter().map(|part| table.places.get(*part)).filter(|part| !part.is_empty()).collect();
            said.join(" ")
        }
        Comparison::Source => format!("source {}", record.source),
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Comparison::GivenName => "given name",
            Comparison::FamilyName => "family name",
            Comparison::MiddleName => "middle name",
            Comparison::BirthDate => "birth date",
            Comparison::Sex => "sex",
            Comparison::NationalId => "national id",
            Comparison::Phone => "phone",
            Comparison::Email => "email",
            Comparison::Address => "address",
            Comparison::Source => "source",
        })
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Level::Missing => "not known for both",
            Level::Same => "the same",
            Level::Form => "two forms of one name",
            Level::Near => "almost the same",
            Level::Swapped => "given and family name have changed places",
            Level::OtherName => "the given name of one is another name of the other",
            Level::Contained => "one is part of the other",
            Level::Similar => "alike",
            Level::Initial => "the initial agrees",
            Level::Loose => "a little alike",
            Level::WomansOther => "different, perhaps changed by a woman",
            Level::Different => "different",
            Level::DayMonthSwapped => "day and month have changed places",
            Level::OneSlip => "one slip apart",
            Level::TwoSlips => "two slips apart",
            Level::OneSlipSameBirth => "one slip apart, as those born the same day may be",
            Level::TwoSlipsSameBirth => "two slips apart, as those born the same day may be",
            Level::OtherValid => "two valid numbers",
            Level::OtherValidOtherBirth => "two valid numbers, and two dates of birth",
            Level::TwoParts => "two of year, month and day agree",
            Level::SameYear => "the year agrees",
            Level::AgeAgrees => "the age agrees",
            Level::AgeDiffers => "the age differs",
            Level::SameHome => "the same home",
            Level::CrowdedHome => "the same address, shared by many",
            Level::NearHome => "the same home, the street spelled otherwise",
            Level::OtherFlat => "the same house number and street, another flat or town",
            Level::PerhapsHome => "the same street, a house number is missing",
            Level::SameHouse => "the same house number and postcode",
            Level::SameStreet => "the same street",
            Level::SamePostcode => "the same postcode",
            Level::SamePlace => "the same town",
            Level::OneSource => "both from one source",
            Level::TwoSources => "from two sources",
        })
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<12} {:+7.2} bits  {}", self.comparison, self.bits, self.level)?;
        if self.level != Level::Missing && self.comparison != Comparison::Source {
            write!(f, ": `{}`", self.one)?;
            if self.one != self.other {
                write!(f, " and `{}`", self.other)?;
            }
        }
        if self.level != Level::Missing {
            write!(f, " (one person {}, two people {}", share(self.m), share(self.u))?;
            if self.rarity.abs() >= 0.005 {
                write!(f, ", rarity {:+.2}", self.rarity)?;
            }
            write!(f, ")")?;
        }
        Ok(())
    }
}

/// A share in per cent, or as one in so many.
fn share(value: f64) -> String {
    if value >= 0.001 { format!("{:.1} %", value * 100.0) } else { format!("1 in {:.0}", 1.0 / value) }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<12} {:+7.2} bits  before anything is compared", "start", self.prior)?;
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        write!(f, "{:<12} {:+7.2} bits  probability of one person {:.4}", "together", self.bits, self.probability)
    }
}

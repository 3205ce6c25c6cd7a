//! From agreement to evidence: bits for and against two records being one person's.

use crate::comparisons::{Comparison, Level, Pattern, compare};
use crate::frequencies::{Counted, pairs};
use crate::models::Model;
use crate::tables::{Record, Table};

/// What a model says about the values of one table, worked out once.
pub(crate) struct Weights {
    prior: f64,
    levels: [[[f64; 16]; 10]; 2],
    given: Rarity,
    family: Rarity,
    middle: Rarity,
    birth: Rarity,
    home: Rarity,
    street: Rarity,
    postcode: Rarity,
    city: Rarity,
    suburb: Rarity,
    /// Bits by which an average postcode says more than an average town or district.
    postcode_over_place: f32,
}

/// As strong as so many records is the belief that a value is as common as its kind on average.
const BELIEF: f64 = 1000.0;
/// No value is thought rarer than this part of one record.
const RAREST: f64 = 0.3;

/// The bits by which sharing a value that so many records have says more than sharing an average one.
struct Rarity {
    /// By count, as far as it was worked out beforehand.
    bits: Vec<f32>,
    u: f64,
    copies: f64,
    strangers: f64,
    known: f64,
}

impl Rarity {
    fn new(table: &Table, model: &Model, kind: Counted, comparison: Comparison, level: Level) -> Rarity {
        let u = model.find(comparison, level).map_or(1.0, |chance| chance.u);
        // A table that stands in for many records is weighed by how values are spread over all of them.
        let learnt = model.values.iter().find(|spread| table.among_others && spread.value == kind);
        let spread = learnt.copied().unwrap_or_else(|| table.frequencies.spread(kind));
        // Of the pairs that share a value, so many are two people's; the rest are one person's own records.
        let strangers = (u * pairs(spread.known) / spread.agreeing.max(1.0)).min(1.0);
        let mut rarity = Rarity { bits: Vec::new(), u, copies: model.copies, strangers, known: spread.known };
        rarity.bits = (0..table.len().clamp(10, 1000) as u32).map(|count| rarity.work_out(count)).collect();
        rarity
    }

    fn of(&self, count: u32) -> f32 {
        self.bits.get(count as usize).copied().unwrap_or_else(|| self.work_out(count))
    }

    fn work_out(&self, count: u32) -> f32 {
        let others = (f64::from(count) - self.copies).max(0.0) * self.strangers;
        let share = (others + BELIEF * self.u) / (self.known + BELIEF);
        let least = (RAREST / self.known.max(1.0)).min(self.u);
        (self.u / share.max(least)).log2() as f32
    }
}

/// The bits of an address level before any rarity.
fn level_bits(model: &Model, level: Level) -> f32 {
    model.find(Comparison::Address, level).map_or(0.0, |chance| (chance.m / chance.u).log2() as f32)
}

impl Weights {
    pub fn new(table: &Table, model: &Model) -> Weights {
        let rare = |kind, comparison, level| Rarity::new(table, model, kind, comparison, level);
        Weights {
            prior: model.prior_bits(),
            levels: model.weights(),
            given: rare(Counted::Given, Comparison::GivenName, Level::Same),
            family: rare(Counted::Family, Comparison::FamilyName, Level::Same),
            middle: rare(Counted::Middle, Comparison::MiddleName, Level::Same),
            birth: rare(Counted::Birth, Comparison::BirthDate, Level::Same),
            home: rare(Counted::Home, Comparison::Address, Level::SameHome),
            street: rare(Counted::Street, Comparison::Address, Level::PerhapsHome),
            postcode: rare(Counted::Postcode, Comparison::Address, Level::SamePostcode),
            city: rare(Counted::City, Comparison::Address, Level::SamePlace),
            suburb: rare(Counted::Suburb, Comparison::Address, Level::SamePlace),
            postcode_over_place: level_bits(model, Level::SamePostcode) - level_bits(model, Level::SamePlace),
        }
    }
}

/// Weighs pairs of records of one table.
#[derive(Clone, Copy)]
pub(crate) struct Scorer<'a> {
    pub table: &'a Table,
    pub weights: &'a Weights,
}

impl Scorer<'_> {
    /// The rarity of a value of a record; nothing for a missing one.
    fn rare(&self, kind: Counted, value: u32) -> f32 {
        let (counts, weights) = (&self.table.frequencies, self.weights);
        let (number, rarity) = match kind {
            Counted::Birth => (counts.birth_number(value), &weights.birth),
            Counted::Given => (value as usize, &weights.given),
            Counted::Middle => (value as usize, &weights.middle),
            Counted::Family => (value as usize, &weights.family),
            Counted::Home => (value as usize, &weights.home),
            Counted::Street => (value as usize, &weights.street),
            Counted::Postcode => (value as usize, &weights.postcode),
            Counted::City => (value as usize, &weights.city),
            Counted::Suburb => (value as usize, &weights.suburb),
        };
        if number == 0 { 0.0 } else { rarity.of(counts.of_kind(kind).get(number).copied().unwrap_or(1)) }
    }

    /// Bits before anything is compared.
    pub fn prior(&self) -> f64 {
        self.weights.prior
    }

    /// The bits of one comparison: those of its level, and those of the rarity of the shared value.
    pub fn parts(&self, pattern: Pattern, comparison: Comparison, a: &Record, b: &Record) -> (f64, f64) {
        let together = usize::from(pattern.one_home());
        let code = pattern.code(comparison);
        let level = self.weights.levels[together][comparison as usize][code];
        if code == 0 {
            return (0.0, 0.0);
        }
        let rarity = match comparison {
            Comparison::Address => self.address_rarity(pattern, a, b),
            // Which name is which is not known after a change of places: the commoner reading counts.
            Comparison::GivenName if pattern.level(comparison) == Level::Swapped => self.rare(Counted::Given, a.given).min(self.rare(Counted::Given, b.given)),
            Comparison::FamilyName if pattern.level(comparison) == Level::Swapped => self.rare(Counted::Family, a.family).min(self.rare(Counted::Family, b.family)),
            _ if code != 1 || together == 1 => 0.0,
            Comparison::GivenName => self.rare(Counted::Given, a.given),
            Comparison::FamilyName => self.rare(Counted::Family, a.family),
            Comparison::MiddleName => self.rare(Counted::Middle, a.middle),
            Comparison::BirthDate => self.rare(Counted::Birth, a.birth),
            _ => 0.0,
        };
        (level, f64::from(rarity))
    }

    fn address_rarity(&self, pattern: Pattern, a: &Record, b: &Record) -> f32 {
        match pattern.level(Comparison::Address) {
            // One of the two may be misspelt and look rare: the commoner one counts.
            Level::SameHome => self.rare(Counted::Home, a.home).min(self.rare(Counted::Home, b.home)),
            Level::SameStreet | Level::PerhapsHome => self.rare(Counted::Street, a.street).min(self.rare(Counted::Street, b.street)),
            // A district that agrees too, and is rarer than the postcode, says the more of the two.
            Level::SamePostcode if a.suburb == b.suburb && a.suburb != 0 => {
                self.rare(Counted::Postcode, a.postcode).max(self.rare(Counted::Suburb, a.suburb) - self.weights.postcode_over_place)
            }
            Level::SamePostcode => self.rare(Counted::Postcode, a.postcode),
            Level::SamePlace if a.city == b.city && a.city != 0 => self.rare(Counted::City, a.city),
            Level::SamePlace => self.rare(Counted::Suburb, a.suburb),
            _ => 0.0,
        }
    }

    /// How two records agree, and the bits that speak for one person.
    pub fn weigh(&self, a: u32, b: u32) -> (Pattern, f64) {
        let (a, b) = (&self.table.records[a as usize], &self.table.records[b as usize]);
        let pattern = compare(self.table, a, b);
        let mut bits = self.weights.prior;
        for comparison in Comparison::ALL {
            let (level, rarity) = self.parts(pattern, comparison, a, b);
            bits += level + rarity;
        }
        (pattern, bits)
    }

    /// Whether two records could be one person's, judged by the numbers of their values alone, without looking at a text.
    ///
    /// Names that differ are taken for spellings of one name; what is neither equal nor a name must be found in something else.
    pub fn may_match(&self, a: u32, b: u32) -> bool {
        let (a, b) = (&self.table.records[a as usize], &self.table.records[b as usize]);
        let same = |one: u32, other: u32| one != 0 && one == other;
        let strong = same(a.id, b.id) || same(a.email, b.email) || same(a.phone, b.phone) || same(a.birth, b.birth);
        if strong || same(a.given, b.family) || same(a.family, b.given) {
            return true;
        }
        let alike = |one: u32, other: u32| {
            let (one, other) = (self.table.name(one), self.table.name(other));
            one.initial == other.initial || one.sound == other.sound || one.is_form_of(other) || one.many_words || other.many_words
        };
        let given = a.given == 0 || b.given == 0 || alike(a.given, b.given);
        let family = a.family == 0 || b.family == 0 || alike(a.family, b.family);
        // Without a strong fact both names must bear some likeness, or one of them and the home.
        (given && family) || (same(a.street, b.street) || same(a.house, b.house)) && (given || family)
    }

    /// The bits that speak for two records being one person's; negative against.
    pub fn bits(&self, a: u32, b: u32) -> f64 {
        self.weigh(a, b).1
    }

    /// Bits of a pattern without any rarity.
    pub fn pattern_bits(&self, pattern: Pattern) -> f64 {
        let together = usize::from(pattern.one_home());
        Comparison::ALL.iter().fold(self.weights.prior, |bits, comparison| bits + self.weights.levels[together][*comparison as usize][pattern.code(*comparison)])
    }
}

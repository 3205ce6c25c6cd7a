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

/// For every value of a kind, the bits by which sharing it says more than sharing an average one.
struct Rarity {
    bits: Vec<f32>,
    /// A value that came after the counting.
    new: f32,
}

impl Rarity {
    fn of(&self, number: usize) -> f32 {
        self.bits.get(number).copied().unwrap_or(self.new)
    }

    fn new(table: &Table, model: &Model, kind: Counted, comparison: Comparison, level: Level) -> Rarity {
        let counts = table.frequencies.of_kind(kind);
        let Some(chance) = model.find(comparison, level) else { return Rarity { bits: Vec::new(), new: 0.0 } };
        // A table that stands in for many records is weighed by how values are spread over all of them.
        let learnt = model.values.iter().find(|spread| table.among_others && spread.value == kind);
        let spread = learnt.copied().unwrap_or_else(|| table.frequencies.spread(kind));
        let both = pairs(spread.known);
        // Of the pairs that share a value, so many are two people's; the rest are one person's own records.
        let strangers = (chance.u * both / spread.agreeing.max(1.0)).min(1.0);
        let least = (RAREST / spread.known.max(1.0)).min(chance.u);
        let bits = |count: u32| {
            let others = (f64::from(count) - model.copies).max(0.0) * strangers;
            let share = (others + BELIEF * chance.u) / (spread.known + BELIEF);
            (chance.u / share.max(least)).log2() as f32
        };
        let table: Vec<f32> = (0..counts.len().min(1000) as u32).map(bits).collect();
        let mut all: Vec<f32> = counts.iter().map(|count| table.get(*count as usize).copied().unwrap_or_else(|| bits(*count))).collect();
        if let Some(missing) = all.first_mut() {
            *missing = 0.0;
        }
        Rarity { bits: all, new: bits(1) }
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
            Comparison::GivenName if pattern.level(comparison) == Level::Swapped => self.weights.given.of(a.given as usize).min(self.weights.given.of(b.given as usize)),
            Comparison::FamilyName if pattern.level(comparison) == Level::Swapped => self.weights.family.of(a.family as usize).min(self.weights.family.of(b.family as usize)),
            _ if code != 1 || together == 1 => 0.0,
            Comparison::GivenName => self.weights.given.of(a.given as usize),
            Comparison::FamilyName => self.weights.family.of(a.family as usize),
            Comparison::MiddleName => self.weights.middle.of(a.middle as usize),
            Comparison::BirthDate => self.weights.birth.of(self.table.frequencies.birth_number(a.birth)),
            _ => 0.0,
        };
        (level, f64::from(rarity))
    }

    fn address_rarity(&self, pattern: Pattern, a: &Record, b: &Record) -> f32 {
        match pattern.level(Comparison::Address) {
            // One of the two may be misspelt and look rare: the commoner one counts.
            Level::SameHome => self.weights.home.of(a.home as usize).min(self.weights.home.of(b.home as usize)),
            Level::SameStreet | Level::PerhapsHome => self.weights.street.of(a.street as usize).min(self.weights.street.of(b.street as usize)),
            // A district that agrees too, and is rarer than the postcode, says the more of the two.
            Level::SamePostcode if a.suburb == b.suburb && a.suburb != 0 => {
                self.weights.postcode.of(a.postcode as usize).max(self.weights.suburb.of(a.suburb as usize) - self.weights.postcode_over_place)
            }
            Level::SamePostcode => self.weights.postcode.of(a.postcode as usize),
            Level::SamePlace if a.city == b.city && a.city != 0 => self.weights.city.of(a.city as usize),
            Level::SamePlace => self.weights.suburb.of(a.suburb as usize),
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

//! From agreement to evidence: bits for and against two records being one person's.

use crate::blocking::split;
use crate::comparisons::{Comparison, Level, MADE, Pattern, code_of, compare};
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
    limits: [Limit; 10],
    /// The most bits an address may bring where neither street nor house agree: in one postcode, and in one town.
    far_apart: (f64, f64),
}

/// The most bits a comparison may bring.
#[derive(Clone, Copy, Default)]
struct Limit {
    /// Where the values are equal: at one address, and elsewhere before the rarity of the value.
    equal: (f64, f64),
    /// Where the values differ.
    unequal: f64,
    /// Whatever the values.
    any: f64,
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

    /// The most that any value may bring.
    fn most(&self) -> f64 {
        f64::from(self.of(1).max(0.0))
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

/// Whether two records can share no more than a postcode or a town.
fn far_apart(a: &Record, b: &Record) -> bool {
    let house_unknown = a.house == 0 || b.house == 0;
    let same_house = a.house == b.house && a.house != 0;
    let street_unknown = a.street == 0 || b.street == 0;
    street_unknown && house_unknown || !same_house && a.street != b.street && !house_unknown
}

/// Whether both records name a town, or a district.
fn share_a_place(a: &Record, b: &Record) -> bool {
    (a.city != 0 && b.city != 0) || (a.suburb != 0 && b.suburb != 0)
}

impl Weights {
    pub fn new(table: &Table, model: &Model) -> Weights {
        let rare = |kind, comparison, level| Rarity::new(table, model, kind, comparison, level);
        let mut weights = Weights {
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
            limits: [Limit::default(); 10],
            far_apart: (0.0, 0.0),
        };
        weights.set_limits();
        weights
    }



    fn set_limits(&mut self) {
        let best = |bits: &mut dyn Iterator<Item = f64>| bits.fold(0.0, f64::max);
        let (apart, home) = (&self.levels[0], &self.levels[1]);
        let swapped = self.given.most().max(self.family.most());
        let place = [&self.postcode, &self.city, &self.suburb].iter().fold(0.0, |most: f64, values| most.max(values.most())) + f64::from(self.postcode_over_place.abs());
        let address = place.max(self.home.most()).max(self.street.most());
        for comparison in Comparison::ALL {
            let row = comparison as usize;
            let more = match comparison {
                Comparison::GivenName | Comparison::FamilyName => swapped,
                Comparison::Address => address,
                Comparison::BirthDate => self.birth.most(),
                _ => 0.0,
            };
            let both = |from: usize| best(&mut apart[row][from..].iter().chain(&home[row][from..]).copied());
            self.limits[row] = Limit { equal: (home[row][1], apart[row][1]), unequal: both(2) + more, any: both(1) + more };
        }
        let code = |level| apart[Comparison::Address as usize][code_of(Comparison::Address, level)];
        let town = (code(Level::SamePlace) + place).max(0.0);
        self.far_apart = (town.max(code(Level::SamePostcode) + place), town);
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
        (pattern, self.sum(pattern, a, b))
    }

    fn sum(&self, pattern: Pattern, a: &Record, b: &Record) -> f64 {
        Comparison::ALL.iter().fold(self.weights.prior, |bits, comparison| {
            let (level, rarity) = self.parts(pattern, *comparison, a, b);
            bits + (level + rarity)
        })
    }

    /// The most bits a comparison may bring, judged by the numbers of the values alone.
    fn at_most(&self, comparison: Comparison, a: &Record, b: &Record) -> f64 {
        let limit = &self.weights.limits[comparison as usize];
        let judge = |one: u32, other: u32, rarity: &dyn Fn() -> f32| match (one, other) {
            (0, _) | (_, 0) => 0.0,
            _ if one == other => limit.equal.0.max(limit.equal.1 + f64::from(rarity())),
            _ => limit.unequal,
        };
        match comparison {
            Comparison::GivenName => judge(a.given, b.given, &|| self.rare(Counted::Given, a.given)),
            Comparison::FamilyName => judge(a.family, b.family, &|| self.rare(Counted::Family, a.family)),
            Comparison::MiddleName => judge(a.middle, b.middle, &|| self.rare(Counted::Middle, a.middle)),
            Comparison::NationalId => judge(a.id, b.id, &|| 0.0),
            Comparison::Phone => judge(a.phone, b.phone, &|| 0.0),
            Comparison::Email => judge(a.email, b.email, &|| 0.0),
            Comparison::Address if far_apart(a, b) => match (a.postcode == b.postcode && a.postcode != 0, share_a_place(a, b)) {
                (true, _) => self.weights.far_apart.0,
                (_, true) => self.weights.far_apart.1,
                _ => 0.0,
            },
            _ => limit.any,
        }
    }

    /// What a comparison brings at most once it is made, while it is not known whether the two may live together.
    fn brings(&self, pattern: Pattern, comparison: Comparison, a: &Record, b: &Record) -> f64 {
        let (level, rarity) = self.parts(pattern, comparison, a, b);
        (level + rarity).max(self.weights.levels[1][comparison as usize][pattern.code(comparison)])
    }

    /// Looks at what weighing these pairs will need first, so that one need not wait for the memory of the other.
    pub fn fetch(&self, pairs: &[u64]) {
        let records = &self.table.records;
        let ids = pairs.iter().map(|pair| {
            let (a, b) = split(*pair);
            (records[a as usize].id, records[b as usize].id)
        });
        let ids: Vec<(u32, u32)> = ids.collect();
        let marks = ids.iter().map(|(a, b)| self.table.id_facts[*a as usize].marks ^ self.table.id_facts[*b as usize].marks);
        std::hint::black_box(marks.fold(0, |all, one| all ^ one));
    }

    /// The bits of two records if they may reach so many; comparing ends as soon as that is out of reach.
    pub fn bits_from(&self, least: f64, a: u32, b: u32) -> Option<f64> {
        let (a, b) = (&self.table.records[a as usize], &self.table.records[b as usize]);
        let hopes = MADE.map(|comparison| self.at_most(comparison, a, b));
        let mut hope = hopes.iter().fold(self.weights.prior, |sum, hope| sum + hope);
        let mut pattern = Pattern(0);
        for (comparison, hoped) in MADE.into_iter().zip(hopes) {
            if hope < least {
                return None;
            }
            pattern.add(self.table, comparison, a, b);
            hope += self.brings(pattern, comparison, a, b) - hoped;
        }
        let bits = self.sum(pattern, a, b);
        (bits >= least).then_some(bits)
    }

    /// The bits that speak for two records being one person's; negative against.
    pub fn bits(&self, a: u32, b: u32) -> f64 {
        self.weigh(a, b).1
    }

    /// The bits for the rarity of all that two records of a known pattern share.
    pub fn rarity(&self, pattern: Pattern, a: u32, b: u32) -> f64 {
        let (a, b) = (&self.table.records[a as usize], &self.table.records[b as usize]);
        Comparison::ALL.iter().map(|comparison| self.parts(pattern, *comparison, a, b).1).sum()
    }
}

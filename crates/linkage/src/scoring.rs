//! From agreement to evidence: bits for and against two records being one person's.

use crate::blocking::split;
use crate::comparisons::{Comparison, Level, MADE, Pattern, code_of, compare};
use crate::frequencies::{Frequencies, birth_slot};
use crate::models::Model;
use crate::tables::{Record, Table};

/// Weighs pairs of records of one table by one model.
pub(crate) struct Scorer<'a> {
    table: &'a Table,
    prior: f64,
    weights: [[[f64; 16]; 10]; 2],
    given: Vec<f32>,
    family: Vec<f32>,
    middle: Vec<f32>,
    birth: Vec<f32>,
    home: Vec<f32>,
    street: Vec<f32>,
    postcode: Vec<f32>,
    city: Vec<f32>,
    suburb: Vec<f32>,
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

/// For every value, the bits by which sharing it says more than sharing an average one.
fn rarity(counts: &[u32], model: &Model, comparison: Comparison, level: Level) -> Vec<f32> {
    let Some(chance) = model.find(comparison, level) else { return vec![0.0; counts.len()] };
    let known: f64 = counts.iter().skip(1).map(|count| f64::from(*count)).sum();
    let (agreeing, both) = Frequencies::agreeing_pairs(counts);
    // Of the pairs that share a value, so many are two people's; the rest are one person's own records.
    let strangers = (chance.u * both / agreeing.max(1.0)).min(1.0);
    let least = (RAREST / known.max(1.0)).min(chance.u);
    let bits = |count: u32| {
        let others = (f64::from(count) - model.copies).max(0.0) * strangers;
        let share = (others + BELIEF * chance.u) / (known + BELIEF);
        (chance.u / share.max(least)).log2() as f32
    };
    let table: Vec<f32> = (0..1000).map(bits).collect();
    let mut all: Vec<f32> = counts.iter().map(|count| table.get(*count as usize).copied().unwrap_or_else(|| bits(*count))).collect();
    if let Some(missing) = all.first_mut() {
        *missing = 0.0;
    }
    all
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

impl<'a> Scorer<'a> {
    pub fn new(table: &'a Table, model: &Model) -> Scorer<'a> {
        let counts = &table.frequencies;
        let rare = |counts: &[u32], comparison, level| rarity(counts, model, comparison, level);
        let mut scorer = Scorer {
            table,
            prior: model.prior_bits(),
            weights: model.weights(),
            given: rare(&counts.given, Comparison::GivenName, Level::Same),
            family: rare(&counts.family, Comparison::FamilyName, Level::Same),
            middle: rare(&counts.middle, Comparison::MiddleName, Level::Same),
            birth: rare(&counts.birth, Comparison::BirthDate, Level::Same),
            home: rare(&counts.home, Comparison::Address, Level::SameHome),
            street: rare(&counts.street, Comparison::Address, Level::PerhapsHome),
            postcode: rare(&counts.postcode, Comparison::Address, Level::SamePostcode),
            city: rare(&counts.city, Comparison::Address, Level::SamePlace),
            suburb: rare(&counts.suburb, Comparison::Address, Level::SamePlace),
            postcode_over_place: level_bits(model, Level::SamePostcode) - level_bits(model, Level::SamePlace),
            limits: [Limit::default(); 10],
            far_apart: (0.0, 0.0),
        };
        scorer.set_limits();
        scorer
    }

    fn set_limits(&mut self) {
        let best = |bits: &mut dyn Iterator<Item = f64>| bits.fold(0.0, f64::max);
        let rarest = |values: &[f32]| f64::from(values.iter().copied().fold(0.0_f32, f32::max));
        let (apart, home) = (&self.weights[0], &self.weights[1]);
        let swapped = rarest(&self.given).max(rarest(&self.family));
        let place = [&self.postcode, &self.city, &self.suburb].iter().fold(0.0, |most: f64, values| most.max(rarest(values))) + f64::from(self.postcode_over_place.abs());
        let address = place.max(rarest(&self.home)).max(rarest(&self.street));
        for comparison in Comparison::ALL {
            let row = comparison as usize;
            let more = match comparison {
                Comparison::GivenName | Comparison::FamilyName => swapped,
                Comparison::Address => address,
                Comparison::BirthDate => rarest(&self.birth),
                _ => 0.0,
            };
            let both = |from: usize| best(&mut apart[row][from..].iter().chain(&home[row][from..]).copied());
            self.limits[row] = Limit { equal: (home[row][1], apart[row][1]), unequal: both(2) + more, any: both(1) + more };
        }
        let code = |level| apart[Comparison::Address as usize][code_of(Comparison::Address, level)];
        let town = (code(Level::SamePlace) + place).max(0.0);
        self.far_apart = (town.max(code(Level::SamePostcode) + place), town);
    }

    /// Bits before anything is compared.
    pub fn prior(&self) -> f64 {
        self.prior
    }

    /// The bits of one comparison: those of its level, and those of the rarity of the shared value.
    pub fn parts(&self, pattern: Pattern, comparison: Comparison, a: &Record, b: &Record) -> (f64, f64) {
        let together = usize::from(pattern.one_home());
        let code = pattern.code(comparison);
        let level = self.weights[together][comparison as usize][code];
        if code == 0 {
            return (0.0, 0.0);
        }
        let rarity = match comparison {
            Comparison::Address => self.address_rarity(pattern, a, b),
            // Which name is which is not known after a change of places: the commoner reading counts.
            Comparison::GivenName if pattern.level(comparison) == Level::Swapped => self.given[a.given as usize].min(self.given[b.given as usize]),
            Comparison::FamilyName if pattern.level(comparison) == Level::Swapped => self.family[a.family as usize].min(self.family[b.family as usize]),
            _ if code != 1 || together == 1 => 0.0,
            Comparison::GivenName => self.given[a.given as usize],
            Comparison::FamilyName => self.family[a.family as usize],
            Comparison::MiddleName => self.middle[a.middle as usize],
            Comparison::BirthDate => self.birth[birth_slot(a.birth)],
            _ => 0.0,
        };
        (level, f64::from(rarity))
    }

    fn address_rarity(&self, pattern: Pattern, a: &Record, b: &Record) -> f32 {
        match pattern.level(Comparison::Address) {
            // One of the two may be misspelt and look rare: the commoner one counts.
            Level::SameHome => self.home[a.home as usize].min(self.home[b.home as usize]),
            Level::SameStreet | Level::PerhapsHome => self.street[a.street as usize].min(self.street[b.street as usize]),
            // A district that agrees too, and is rarer than the postcode, says the more of the two.
            Level::SamePostcode if a.suburb == b.suburb && a.suburb != 0 => {
                self.postcode[a.postcode as usize].max(self.suburb[a.suburb as usize] - self.postcode_over_place)
            }
            Level::SamePostcode => self.postcode[a.postcode as usize],
            Level::SamePlace if a.city == b.city && a.city != 0 => self.city[a.city as usize],
            Level::SamePlace => self.suburb[a.suburb as usize],
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
        Comparison::ALL.iter().fold(self.prior, |bits, comparison| {
            let (level, rarity) = self.parts(pattern, *comparison, a, b);
            bits + (level + rarity)
        })
    }

    /// The most bits a comparison may bring, judged by the numbers of the values alone.
    fn at_most(&self, comparison: Comparison, a: &Record, b: &Record) -> f64 {
        let limit = &self.limits[comparison as usize];
        let judge = |one: u32, other: u32, rarity: &dyn Fn() -> f32| match (one, other) {
            (0, _) | (_, 0) => 0.0,
            _ if one == other => limit.equal.0.max(limit.equal.1 + f64::from(rarity())),
            _ => limit.unequal,
        };
        match comparison {
            Comparison::GivenName => judge(a.given, b.given, &|| self.given[a.given as usize]),
            Comparison::FamilyName => judge(a.family, b.family, &|| self.family[a.family as usize]),
            Comparison::MiddleName => judge(a.middle, b.middle, &|| self.middle[a.middle as usize]),
            Comparison::NationalId => judge(a.id, b.id, &|| 0.0),
            Comparison::Phone => judge(a.phone, b.phone, &|| 0.0),
            Comparison::Email => judge(a.email, b.email, &|| 0.0),
            Comparison::Address if far_apart(a, b) => match (a.postcode == b.postcode && a.postcode != 0, share_a_place(a, b)) {
                (true, _) => self.far_apart.0,
                (_, true) => self.far_apart.1,
                _ => 0.0,
            },
            _ => limit.any,
        }
    }

    /// What a comparison brings at most once it is made, while it is not known whether the two may live together.
    fn brings(&self, pattern: Pattern, comparison: Comparison, a: &Record, b: &Record) -> f64 {
        let (level, rarity) = self.parts(pattern, comparison, a, b);
        (level + rarity).max(self.weights[1][comparison as usize][pattern.code(comparison)])
    }

    /// Looks at what weighing these pairs will need first, so that one need not wait for the memory of the other.
    pub fn fetch(&self, pairs: &[u64]) {
        let records = &self.table.records;
        let ids = pairs.iter().map(|pair| {
            let (a, b) = split(*pair);
            (records[a as usize].id, records[b as usize].id)
        });
        let ids: Vec<(u32, u32)> = ids.collect();
        let marks = ids.iter().map(|(a, b)| self.table.id_marks[*a as usize] ^ self.table.id_marks[*b as usize]);
        std::hint::black_box(marks.fold(0, |all, one| all ^ one));
    }

    /// The bits of two records if they may reach so many; comparing ends as soon as that is out of reach.
    pub fn bits_from(&self, least: f64, a: u32, b: u32) -> Option<f64> {
        let (a, b) = (&self.table.records[a as usize], &self.table.records[b as usize]);
        let mut hope = MADE.iter().fold(self.prior, |sum, comparison| sum + self.at_most(*comparison, a, b));
        let mut pattern = Pattern(0);
        for comparison in MADE {
            if hope < least {
                return None;
            }
            pattern.add(self.table, comparison, a, b);
            hope += self.brings(pattern, comparison, a, b) - self.at_most(comparison, a, b);
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

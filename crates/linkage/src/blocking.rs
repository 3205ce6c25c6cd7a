//! Which pairs are worth comparing: those that agree in something that not many share.

use crate::interning::mix;
use crate::tables::Table;
use rayon::prelude::*;

mod keys;
use keys::{Facts, Part, REFINERS, by_text};

/// Tables up to this size are compared pair by pair.
const COMPARE_ALL: usize = 1000;
/// The same for records that were looked up among others by their keys, and are as alike as that makes them.
const COMPARE_ALL_ALIKE: usize = 100;

/// Parts that must agree, and whether a common value is refined by a further part or left to the other passes.
struct Pass {
    parts: &'static [Part],
    refine: bool,
}

const fn joint(parts: &'static [Part]) -> Pass {
    Pass { parts, refine: true }
}

const fn single(parts: &'static [Part]) -> Pass {
    Pass { parts, refine: false }
}

/// Every fact alone where it is rare, and in pairs and triples that bear an error in any one of the others.
const PASSES: &[Pass] = &[
    joint(&[Part::Id]),
    joint(&[Part::Email]),
    joint(&[Part::Phone]),
    joint(&[Part::Names]),
    joint(&[Part::Birth, Part::Given]),
    joint(&[Part::Birth, Part::Family]),
    joint(&[Part::Birth, Part::Postcode]),
    joint(&[Part::Birth, Part::Home]),
    joint(&[Part::Home, Part::GivenStart]),
    joint(&[Part::GivenSound, Part::FamilyStart]),
    joint(&[Part::GivenStart, Part::Family, Part::Postcode]),
    joint(&[Part::House, Part::Postcode, Part::GivenStart]),
    joint(&[Part::YearMonth, Part::GivenStart, Part::FamilyStart]),
    joint(&[Part::MonthDay, Part::GivenStart, Part::FamilyStart]),
    joint(&[Part::Year, Part::GivenSound, Part::Postcode]),
    joint(&[Part::Year, Part::FamilySound, Part::Initial]),
    joint(&[Part::FamilySound, Part::Initial, Part::MiddleInitial]),
    joint(&[Part::GivenSound, Part::MiddleInitial, Part::Home]),
    joint(&[Part::IdHead, Part::Initial]),
    joint(&[Part::IdTail, Part::Initial]),
    joint(&[Part::Mailbox, Part::Initial]),
    single(&[Part::Birth]),
    single(&[Part::Family]),
    joint(&[Part::Home]),
    single(&[Part::Given]),
    single(&[Part::Street]),
    single(&[Part::Suburb]),
    single(&[Part::Postcode]),
];

/// Pairs of records, lower number in the upper half; and how many keys were too common even when refined.
pub(crate) struct Candidates {
    pub pairs: Vec<u64>,
    /// Groups of records alike in everything, of which only neighbours were paired.
    pub thinned: usize,
}

/// What the candidates are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// All pairs.
    Linking,
    /// One pair in so many, drawn by their first common key.
    Learning(u64),
}

/// The pair as one number.
pub(crate) fn pair(a: u32, b: u32) -> u64 {
    (u64::from(a.min(b)) << 32) | u64::from(a.max(b))
}

/// The two records of a pair.
pub(crate) fn split(pair: u64) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}

/// Finds the pairs worth comparing, each once, in order.
pub(crate) fn candidates(table: &Table, purpose: Purpose) -> Candidates {
    if table.len() <= if table.among_others { COMPARE_ALL_ALIKE } else { COMPARE_ALL } {
        let count = table.len() as u32;
        let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| pair(a, b))).collect();
        return Candidates { pairs, thinned: 0 };
    }
    let facts = table.records.par_iter().map(|record| Facts::of(table, record)).collect();
    let blocks = Blocks { table, facts, purpose };
    let groups = (0..PASSES.len()).step_by(TOGETHER).collect::<Vec<_>>().into_par_iter();
    let found: Vec<Output> = groups.map_init(Scratch::default, |scratch, first| blocks.run(first, scratch)).collect();
    let thinned = found.iter().map(|output| output.thinned).sum();
    let mut pairs = Vec::new();
    let found: Vec<&[u64]> = found.iter().map(|output| output.pairs.as_slice()).collect();
    sort_into(&mut pairs, &found, u64::BITS - (table.len() as u64).leading_zeros() + 32);
    pairs.dedup();
    Candidates { pairs, thinned }
}

/// The key of a record in a pass, `None` if a part is missing.
fn key(pass: usize, value: impl Fn(Part) -> u64) -> Option<u64> {
    PASSES[pass].parts.iter().try_fold(pass as u64, |hash, part| match value(*part) {
        0 => None,
        value => Some(mix(hash, value)),
    })
}

/// How many passes there are.
pub(crate) const PASS_COUNT: usize = PASSES.len();

/// The keys of a record by pass, true within its table.
pub(crate) fn record_keys(table: &Table, at: u32) -> [Option<u64>; PASS_COUNT] {
    let record = &table.records[at as usize];
    let facts = Facts::of(table, record);
    std::array::from_fn(|pass| key(pass, |part| part.of(record, &facts)))
}

/// Changes whenever [`Table::keys`] gives other numbers than before: what was kept under the old ones is then found no longer.
pub const KEYS_VERSION: u32 = 1;

/// More records than this under one key, and sharing it says too little to look at them.
pub const MOST_UNDER_A_KEY: usize = 50;

/// Sharing one key with no more than this is reason enough to look; among more, it takes two.
const FEW_UNDER_A_KEY: usize = 8;

/// Whom to look at, of those who stand under the keys of one record: each with a key that few share, or with two others.
pub fn worth_comparing<T: Ord + Copy>(under: impl Iterator<Item = impl AsRef<[T]>>) -> Vec<T> {
    let (mut found, mut once): (Vec<T>, Vec<T>) = (Vec::new(), Vec::new());
    for records in under {
        let records = records.as_ref();
        if records.len() <= FEW_UNDER_A_KEY { found.extend(records) } else { once.extend(records) }
    }
    once.sort_unstable();
    found.extend(once.chunk_by(|one, other| one == other).filter(|group| group.len() > 1).filter_map(|group| group.first()));
    found.sort_unstable();
    found.dedup();
    found
}

impl Table {
    /// The keys under which a record is looked up: whoever may be the same person shares one of them, more often several. They
    /// depend on what the record says alone, and are the same in every table and on every machine.
    pub fn keys(&self, at: u32) -> Vec<u64> {
        let Some(record) = self.records.get(at as usize) else { return Vec::new() };
        let (facts, plain) = (Facts::of(self, record), by_text(self, record));
        let mut keys: Vec<u64> = (0..PASS_COUNT).filter_map(|pass| key(pass, |part| part.of(&plain, &facts))).collect();
        keys.sort_unstable();
        keys
    }
}

/// So many passes take their keys from the records in one go.
const TOGETHER: usize = 4;
/// So many records with their facts stay in a fast cache.
const NEAR_AT_HAND: usize = 2048;

/// Memory that some passes leave to the next: asking for it anew costs more than filling it.
#[derive(Default)]
struct Scratch {
    keyed: [Vec<u64>; TOGETHER],
    sorted: Vec<u64>,
}

struct Blocks<'a> {
    table: &'a Table,
    facts: Vec<Facts>,
    purpose: Purpose,
}

impl Blocks<'_> {
    fn share(&self) -> u64 {
        match self.purpose {
            Purpose::Linking => 1,
            Purpose::Learning(share) => share.max(1),
        }
    }

    fn value(&self, part: Part, at: u32) -> u64 {
        part.of(&self.table.records[at as usize], &self.facts[at as usize])
    }

    /// The key of a record in a pass, `None` if a part is missing.
    fn key(&self, pass: usize, at: u32) -> Option<u64> {
        key(pass, |part| self.value(part, at))
    }

    /// All records with a key in some passes from the first on, the record in the low bits. For learning, only some keys.
    fn keyed(&self, first: usize, bits: u32, keyed: &mut [Vec<u64>; TOGETHER]) {
        let share = self.share();
        // The upper half chooses, the lower half sorts.
        let chosen = |key: &u64| share == 1 || (key >> 32).is_multiple_of(share);
        for keys in keyed.iter_mut() {
            keys.clear();
            keys.reserve(self.table.len() / share as usize);
        }
        for some in (0..self.table.len() as u32).step_by(NEAR_AT_HAND) {
            let records = some..(some + NEAR_AT_HAND as u32).min(self.table.len() as u32);
            for (pass, keys) in (first..PASS_COUNT).zip(keyed.iter_mut()) {
                keys.extend(records.clone().filter_map(|at| self.key(pass, at).filter(chosen).map(|key| (key << bits) | u64::from(at))));
            }
        }
    }

    /// What some passes find from the first on.
    fn run(&self, first: usize, scratch: &mut Scratch) -> Output {
        let bits = u64::BITS - (self.table.len() as u64).leading_zeros();
        self.keyed(first, bits, &mut scratch.keyed);
        let mut output = Output { pass: first, pairs: Vec::new(), thinned: 0 };
        for (pass, keyed) in (first..PASS_COUNT).zip(&scratch.keyed) {
            output.pass = pass;
            sort_into(&mut scratch.sorted, &[keyed.as_slice()], u64::BITS);
            self.pair_groups(&scratch.sorted, bits, &mut output);
        }
        // Vectors grown by doubling would waste as much as they hold.
        output.pairs.shrink_to_fit();
        output
    }

    /// Pairs the records of one pass that share a key.
    fn pair_groups(&self, keyed: &[u64], bits: u32, output: &mut Output) {
        let refine = PASSES[output.pass].refine;
        let groups = || keyed.chunk_by(|one, other| one >> bits == other >> bits).filter(|group| group.len() > 1);
        let budget = if refine { 300_000 + self.table.len() / 2 } else { 150_000 };
        let most = largest_group(groups().map(<[u64]>::len), budget / self.share() as usize, refine);
        let mask = (1_u64 << bits) - 1;
        let mut members: Vec<u32> = Vec::new();
        for group in groups() {
            members.clear();
            members.extend(group.iter().map(|key| (key & mask) as u32));
            if members.len() <= most {
                self.pair_all(&members, output);
            } else if refine {
                self.refine(&mut members, REFINERS, most, output);
            }
        }
    }

    /// Pairs a group that is too large only where a further part agrees too.
    fn refine(&self, members: &mut [u32], refiners: &[Part], most: usize, output: &mut Output) {
        if members.len() <= most {
            return self.pair_all(members, output);
        }
        let Some((part, rest)) = refiners.split_first() else {
            return self.pair_neighbours(members, most, output);
        };
        let value = |member: &u32| self.value(*part, *member);
        members.sort_by_cached_key(|member| (value(member), *member));
        for group in members.chunk_by_mut(|one, other| value(one) == value(other)) {
            self.refine(group, rest, most, output);
        }
    }

    /// The last resort for records alike in everything: each with those that follow it.
    fn pair_neighbours(&self, members: &mut [u32], most: usize, output: &mut Output) {
        output.thinned += 1;
        members.sort_by_key(|member| (self.table.fingerprints[*member as usize], *member));
        for (at, a) in members.iter().enumerate() {
            for b in members.iter().skip(at + 1).take(most / 2) {
                self.push(pair(*a, *b), output);
            }
        }
    }

    fn pair_all(&self, members: &[u32], output: &mut Output) {
        for (at, a) in members.iter().enumerate() {
            for b in &members[at + 1..] {
                self.push(pair(*a, *b), output);
            }
        }
    }

    fn push(&self, pair: u64, output: &mut Output) {
        if self.share() == 1 || self.is_first(pair, output.pass) {
            output.pairs.push(pair);
        }
    }

    /// Whether no earlier pass finds the pair too. A pair that many passes find is then drawn no more often than another.
    fn is_first(&self, pair: u64, pass: usize) -> bool {
        let (a, b) = split(pair);
        !(0..pass).any(|earlier| self.key(earlier, a).is_some_and(|key| self.key(earlier, b) == Some(key)))
    }
}

/// What passes find.
struct Output {
    /// The pass at work.
    pass: usize,
    pairs: Vec<u64>,
    thinned: usize,
}

/// Sorts numbers of so many bits: first by their uppermost ones into parts that fit into a fast cache, then each part.
fn sort_into(sorted: &mut Vec<u64>, numbers: &[&[u64]], bits: u32) {
    const UPPER: u32 = 11;
    let count = numbers.iter().map(|some| some.len()).sum();
    if count < 1 << 15 || bits < UPPER {
        sorted.clear();
        numbers.iter().for_each(|some| sorted.extend_from_slice(some));
        return sorted.sort_unstable();
    }
    let upper = |number: &u64| (number >> (bits - UPPER)) as usize & ((1 << UPPER) - 1);
    let mut ends = [0_usize; 1 << UPPER];
    numbers.iter().copied().flatten().for_each(|number| ends[upper(number)] += 1);
    let mut from = 0;
    for end in &mut ends {
        (from, *end) = (from + *end, from);
    }
    sorted.resize(count, 0);
    for number in numbers.iter().copied().flatten() {
        let end = &mut ends[upper(number)];
        sorted[*end] = *number;
        *end += 1;
    }
    sorted.chunk_by_mut(|one, other| upper(one) == upper(other)).for_each(<[u64]>::sort_unstable);
}

/// Groups of this size are paired whatever the budget.
const SMALL: usize = 8;

/// The largest size of group that keeps a pass within its budget of pairs.
fn largest_group(sizes: impl Iterator<Item = usize>, budget: usize, refine: bool) -> usize {
    const MOST: usize = 400;
    let mut groups = [0_usize; MOST + 1];
    for size in sizes {
        groups[size.min(MOST)] += 1;
    }
    let mut pairs = 0;
    for (size, count) in groups.iter().enumerate() {
        pairs += count * size * size.saturating_sub(1) / 2;
        if pairs > budget {
            return if refine { size.max(SMALL) } else { size.saturating_sub(1) };
        }
    }
    MOST
}

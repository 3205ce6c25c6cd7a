//! Learning, without labels, how often each level of agreement occurs for one person and for two.
//!
//! The chance agreement of two people is seen in random pairs and in how often each value occurs. What one person's
//! records share is found by expectation and maximisation over the distinct patterns of candidate pairs. Pairs that are no candidates
//! are taken for pairs of two people, so the shares hold for all pairs, not only for those that a blocking rule happened to pick.

use crate::blocking::{Purpose, candidates, pair, split};
use crate::comparisons::{CROWD, Comparison, Level, MOST_SOURCES, Pattern, compare};
use crate::frequencies::{Counted, Frequencies, pairs};
use crate::interning::mix;
use crate::models::{Model, Origin, SourceHabit};
use crate::scoring::{Scorer, Weights};
use crate::tables::{Record, Table};
use crate::{Progress, Stage};
use rayon::prelude::*;

mod maximise;
use maximise::maximise;

/// Random pairs compared to see what two people share by chance: in a small table, where rare levels have little else to go by, and in a large one.
const RANDOM_PAIRS: (u64, u64) = (1_000_000, 300_000);
/// Records of a large table.
const LARGE: usize = 200_000;
/// Random pairs are drawn from so many records.
const DRAWN_RECORDS: u64 = 60_000;
/// Candidate pairs learnt from.
const LEARNT_PAIRS: u64 = 400_000;
/// So many records weigh as much as the first guess of how many are doubles.
const FEW: f64 = 50.0;
/// Rounds of expectation and maximisation at most.
const ROUNDS: usize = 40;

/// How often each code of each comparison occurs.
pub(crate) type Counts = [[f64; 16]; 10];

/// Everything seen once, before the rounds begin.
pub(crate) struct Seen {
    /// Pairs that share a value, counted from how often each value occurs, by comparison and code; 0 where nothing is counted.
    pub counted: Counts,
    /// Random pairs: their distinct patterns, the bits of their rarity, and how many there are.
    pub random: Vec<(Pattern, f64, f64)>,
    /// Share of one and of two slips between the personal numbers of two people born the same day.
    pub same_birth: (f64, f64),
    /// Share of pairs with the same house number in the same postcode, were the two independent.
    pub same_house: f64,
    /// Pairs in which both records say something.
    pub known: [f64; 10],
    /// Pairs of the whole table.
    pub total: f64,
    /// Distinct patterns, the bits of their rarity, how many pairs each stands for.
    pub patterns: Vec<(Pattern, f64, f64)>,
    /// Pairs that look like one person's by plain rules.
    pub plain: f64,
}

/// Learns a model from a table. Small tables keep the weights of general experience where they have nothing to say.
pub fn learn(table: &Table, progress: &mut Progress<'_>) -> Model {
    let values = Counted::ALL.map(|kind| table.frequencies.spread(kind)).to_vec();
    let mut model = Model { records: table.len() as u64, values, ..Model::default() };
    if table.len() < 2 {
        return model;
    }
    progress(Stage::Sampling, 0.0);
    let mut seen = look(table);
    model.prior = first_prior(table, seen.total, 0.0);
    maximise(&seen, &model).settle(&seen, &mut model, false);
    add_sources(table, &mut model);
    progress(Stage::Blocking, 0.2);
    let share = if table.len() <= 20_000 { 1 } else { (table.len() as u64 * 6 / LEARNT_PAIRS).max(1) };
    let sample = Sample::of(table, &candidates(table, Purpose::Learning(share)).pairs, share as f64);
    progress(Stage::Learning, 0.5);
    look_at(table, &model, &sample, &mut seen);
    let first = first_prior(table, seen.total, seen.plain);
    model.prior = first;
    model.copies = copies(table, seen.plain);
    // The second sight knows how many records a person has, and with it how rare a value is among people.
    // In a large table that makes no difference.
    let sights = if table.len() > LARGE { 1 } else { 2 };
    for _ in 0..sights {
        look_at(table, &model, &sample, &mut seen);
        for round in 0..ROUNDS {
            progress(Stage::Learning, 0.5 + 0.5 * round as f32 / ROUNDS as f32);
            let before = model.prior;
            let sums = maximise(&seen, &model);
            sums.settle(&seen, &mut model, true);
            let records = table.len() as f64;
            // A handful of records says little about how many of them are doubles.
            let matches = (sums.matches * records + first * seen.total * FEW) / (records + FEW);
            model.prior = (matches.max(records * 0.001) / seen.total).min(0.3);
            if (model.prior / before).ln().abs() < 0.000_5 && round > 4 {
                break;
            }
        }
        model.copies = copies(table, model.prior * seen.total);
    }
    progress(Stage::Learning, 1.0);
    model
}

/// A person's records, seen from a record that has at least one other.
fn copies(table: &Table, matches: f64) -> f64 {
    (1.0 + 2.0 * matches / table.len() as f64).clamp(2.0, 20.0)
}

fn first_prior(table: &Table, total: f64, plain: f64) -> f64 {
    let few = table.len() as f64 * 0.05;
    (plain.max(few) / 0.8 / total).clamp(1e-12, 0.3)
}

/// Compares random pairs, or all of a small table.
fn look(table: &Table) -> Seen {
    let total = pairs(table.len() as f64);
    // Records are drawn by their contents, so that their order in the files does not matter.
    let last = (u128::from(u64::MAX) * u128::from(DRAWN_RECORDS) / (table.len() as u128).max(1)).min(u128::from(u64::MAX)) as u64;
    let mut order: Vec<u32> = (0..table.len() as u32).filter(|at| table.fingerprints[*at as usize] <= last).collect();
    order.sort_by_key(|at| (table.fingerprints[*at as usize], *at));
    let count = order.len() as u64;
    let most = if table.len() > LARGE { RANDOM_PAIRS.1 } else { RANDOM_PAIRS.0.min((total / 2.0) as u64).max(RANDOM_PAIRS.1) };
    let drawn: Vec<(u32, u32)> = if total <= most as f64 {
        (0..order.len()).flat_map(|a| (a + 1..order.len()).map(move |b| (a, b))).map(|(a, b)| (order[a], order[b])).collect()
    } else {
        let draw = |n: u64, salt: u64| ((u128::from(mix(n, salt)) * u128::from(count)) >> 64) as usize;
        (0..most).map(|n| (draw(n, 1), draw(n, 2))).filter(|(a, b)| a != b).map(|(a, b)| (order[a], order[b])).collect()
    };
    let drawn: Vec<u64> = drawn.into_iter().map(|(a, b)| pair(a, b)).collect();
    let random = Sample::of(table, &drawn, 1.0).patterns(table, &Model::default());
    let mut seen = Seen { counted: [[0.0; 16]; 10], random, same_birth: born_the_same_day(table), same_house: 0.0, known: [0.0; 10], total, patterns: Vec::new(), plain: 0.0 };
    let scale = total / drawn.len().max(1) as f64;
    for comparison in Comparison::ALL {
        let known: f64 = seen.random.iter().filter(|(pattern, ..)| pattern.code(comparison) != 0).map(|(.., count)| count).sum();
        seen.known[comparison as usize] = known * scale;
        count_values(table, comparison, &mut seen);
    }
    seen
}

/// How alike personal numbers of people born the same day are: one slip, two slips.
fn born_the_same_day(table: &Table) -> (f64, f64) {
    const PAIRS: usize = 40_000;
    // Of a large table some days are enough.
    let days = (table.len() / (4 * PAIRS)).max(1) as u64;
    let chosen = |record: &Record| record.birth != 0 && record.id != 0 && mix(u64::from(record.birth), days).is_multiple_of(days);
    let mut born: Vec<u32> = (0..table.len() as u32).filter(|at| chosen(&table.records[*at as usize])).collect();
    born.sort_unstable_by_key(|at| (table.records[*at as usize].birth, table.fingerprints[*at as usize], *at));
    let step = born.len() / PAIRS + 1;
    let (mut known, mut one, mut two) = (2000.0, 0.1, 2.0);
    // Neighbours in an order by contents are as good as random ones of the same day.
    for pair in born.windows(2).step_by(step) {
        let [a, b] = pair else { continue };
        let (a, b) = (&table.records[*a as usize], &table.records[*b as usize]);
        if a.birth == b.birth && a.id != b.id && a.given != b.given && a.family != b.family {
            known += 1.0;
            match compare(table, a, b).level(Comparison::NationalId) {
                Level::OneSlipSameBirth => one += 1.0,
                Level::TwoSlipsSameBirth => two += 1.0,
                _ => {}
            }
        }
    }
    (one / known, two / known)
}

/// Counts exactly, from how often each value occurs, how many pairs share one.
fn count_values(table: &Table, comparison: Comparison, seen: &mut Seen) {
    let row = comparison as usize;
    if let Some(values) = table.frequencies.counts(comparison) {
        let (agreeing, both) = Frequencies::agreeing_pairs(values);
        seen.known[row] = both;
        seen.counted[row][1] = agreeing;
    }
    if comparison == Comparison::Address {
        let homes = |crowded: bool| -> f64 {
            let chosen = table.frequencies.home.iter().skip(1).filter(|count| (**count > CROWD) == crowded);
            chosen.map(|count| pairs(f64::from(*count))).sum()
        };
        let share = |counts: &[u32]| {
            let (agreeing, both) = Frequencies::agreeing_pairs(counts);
            agreeing / both.max(1.0)
        };
        seen.same_house = share(&table.frequencies.house) * share(&table.frequencies.postcode);
        seen.counted[row][1] = homes(false);
        seen.counted[row][2] = homes(true);
    }
}

/// Pairs with their patterns; each stands for so many.
struct Sample {
    pairs: Vec<(u32, u32, Pattern)>,
    share: f64,
}

impl Sample {
    fn of(table: &Table, pairs: &[u64], share: f64) -> Sample {
        let compared = |pair: &u64| {
            let (a, b) = split(*pair);
            (a, b, compare(table, &table.records[a as usize], &table.records[b as usize]))
        };
        Sample { pairs: pairs.par_iter().map(compared).collect(), share }
    }

    /// The distinct patterns with the rarity of what the pairs share in whole bits, and how many pairs each stands for.
    fn patterns(&self, table: &Table, model: &Model) -> Vec<(Pattern, f64, f64)> {
        let weights = Weights::new(table, model);
        let scorer = Scorer { table, weights: &weights };
        let key = |&(a, b, pattern): &(u32, u32, Pattern)| {
            let rarity = scorer.rarity(pattern, a, b).round().clamp(-100.0, 100.0) as i64 + 128;
            pattern.0 | (rarity as u64) << 40
        };
        let mut keys: Vec<u64> = self.pairs.par_iter().map(key).collect();
        keys.par_sort_unstable();
        let groups = keys.chunk_by(|one, other| one == other);
        let told = groups.filter_map(|group| group.first().map(|key| (*key, group.len() as f64 * self.share)));
        told.map(|(key, count)| (Pattern(key & ((1 << 40) - 1)), (key >> 40) as f64 - 128.0, count)).collect()
    }
}

/// Looks at the candidate pairs as the model sees them now.
fn look_at(table: &Table, model: &Model, sample: &Sample, seen: &mut Seen) {
    seen.patterns = sample.patterns(table, model);
    seen.plain = 0.0;
    for (pattern, _, count) in &seen.patterns {
        let same = |comparison| pattern.code(comparison) == 1;
        let names = same(Comparison::GivenName) && same(Comparison::FamilyName);
        let number = same(Comparison::NationalId) || same(Comparison::Email);
        if names && (same(Comparison::BirthDate) || number) || number && same(Comparison::BirthDate) {
            seen.plain += count;
        }
    }
}

/// Notes the sources of the table and the share of pairs each gives by chance.
fn add_sources(table: &Table, model: &mut Model) {
    let total = pairs(table.len() as f64);
    for (code, count) in table.frequencies.sources.iter().enumerate() {
        if *count > 0 {
            let u = (pairs(f64::from(*count)) / total).max(1e-12);
            model.sources.push(SourceHabit { code: code as u32, name: String::new(), m: u.min(1.0), u: u.min(1.0) });
        }
    }
    let apart = (1.0 - model.sources.iter().map(|source| source.u).sum::<f64>()).max(1e-12);
    if model.sources.len() > 1
        && let Some(chance) = model.find_mut(Comparison::Source, Level::TwoSources)
    {
        (chance.m, chance.u, chance.u_at_home) = (apart, apart, apart);
    }
}

/// Learns from the shares of matching pairs whether each source writes people twice.
pub(crate) fn settle_sources(shares: &[f64; 16], matches: f64, model: &mut Model) {
    const EXPERIENCE: f64 = 20.0;
    if model.sources.len() < 2 {
        return;
    }
    let weight = matches + EXPERIENCE;
    let mut apart = 1.0;
    for habit in &mut model.sources {
        let code = habit.code.min(u32::from(MOST_SOURCES)) as usize + 1;
        if code <= usize::from(MOST_SOURCES) {
            habit.m = ((shares[code] + EXPERIENCE * habit.u) / weight).clamp(1e-12, 1.0);
        } else {
            habit.m = habit.u;
        }
        apart -= habit.m;
    }
    if let Some(chance) = model.find_mut(Comparison::Source, Level::TwoSources) {
        chance.m = apart.clamp(1e-6, 1.0);
        chance.origin = Origin::Learnt;
    }
}

//! Which pairs a blind sample is drawn from: what is linked and what is not, by how near to the cut the evidence lies.

use crate::links::table_of_everyone;
use crate::records::Everyone;
use linkage::{Model, bits_of, pairs_from};
use std::collections::BTreeMap;
use words::Id;

/// A kind of pair, and how many of it are asked about.
pub(super) struct Stratum {
    /// Its word in the database and in messages.
    pub word: &'static str,
    /// Whether its pairs are linked.
    pub linked: bool,
    /// From so many bits above the cut on, up to the stratum before.
    from: f64,
    /// So many are asked about, or all there are.
    pub asked: usize,
}

/// A pair near the cut is far likelier to be asked about than one far from it; the sums weigh each stratum by its size, so this costs no
/// bias. Of sure pairs there are so many that a few answers would leave the interval wide.
pub(super) const STRATA: [Stratum; 7] = [
    Stratum { word: "linked-sure", linked: true, from: 9.0, asked: 60 },
    Stratum { word: "linked-clear", linked: true, from: 3.0, asked: 30 },
    Stratum { word: "linked-near", linked: true, from: 0.0, asked: 25 },
    Stratum { word: "linked-below", linked: true, from: f64::NEG_INFINITY, asked: 15 },
    Stratum { word: "apart-above", linked: false, from: 0.0, asked: 15 },
    Stratum { word: "apart-near", linked: false, from: -3.0, asked: 25 },
    Stratum { word: "apart-under", linked: false, from: LEAST, asked: 30 },
];
/// Pairs that are not linked and lie further below the cut, in bits, are not asked about.
const LEAST: f64 = -8.0;

/// Pairs of records by their stratum.
pub(super) type Pairs = BTreeMap<&'static str, Vec<(Id, Id)>>;

/// Every pair of linked records, and every pair of others that linking compares and that comes near the cut.
pub(super) fn stratify(everyone: &[Everyone], model: &Model) -> Pairs {
    let table = table_of_everyone(everyone);
    let mut clients: BTreeMap<Id, Vec<u32>> = BTreeMap::new();
    for (at, one) in (0u32..).zip(everyone) {
        if let Some(client) = one.client {
            clients.entry(client).or_default().push(at);
        }
    }
    let inside: Vec<(u32, u32)> = clients.values().flat_map(|records| pairs_among(records)).collect();
    let one_client = |a: u32, b: u32| {
        let client = |at: u32| everyone.get(at as usize).and_then(|one| one.client);
        client(a).is_some() && client(a) == client(b)
    };
    let linked = bits_of(&table, model, &inside).into_iter().map(|pair| (true, pair));
    let apart = pairs_from(&table, model, model.cut + LEAST).into_iter().filter(|(a, b, _)| !one_client(*a, *b)).map(|pair| (false, pair));
    let mut pairs = Pairs::new();
    for (linked, (a, b, bits)) in linked.chain(apart) {
        let stratum = STRATA.iter().find(|stratum| stratum.linked == linked && bits - model.cut >= stratum.from);
        if let (Some(stratum), Some(a), Some(b)) = (stratum, everyone.get(a as usize), everyone.get(b as usize)) {
            pairs.entry(stratum.word).or_default().push((a.record, b.record));
        }
    }
    pairs
}

fn pairs_among(records: &[u32]) -> Vec<(u32, u32)> {
    let after = |at: usize| records.iter().skip(at + 1);
    records.iter().enumerate().flat_map(|(at, one)| after(at).map(move |other| (*one, *other))).collect()
}

/// `count` of these, each as likely as any other, in random order: the beginning of a shuffle. `chance` gives 128 random bits.
pub(super) fn draw<T>(mut all: Vec<T>, count: usize, chance: &mut dyn FnMut() -> u128) -> Vec<T> {
    let count = count.min(all.len());
    for at in 0..count {
        let left = (all.len() - at) as u128;
        // The remainder of 128 bits favours no pair by more than one part in 2^100.
        all.swap(at, at + (chance() % left) as usize);
    }
    all.truncate(count);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_is_drawn_about_as_often() {
        let mut state = 1_u128;
        let mut chance = || {
            state = state.wrapping_mul(0x2360_ed05_1fc6_5da4_4385_df64_9fcc_f645).wrapping_add(0x5851_f42d_4c95_7f2d_1405_7b7e_f767_814f);
            state >> 64
        };
        let mut times = [0; 10];
        for _ in 0..3_000 {
            for one in draw((0..10).collect(), 3, &mut chance) {
                times[one] += 1_usize;
            }
        }
        assert!(times.iter().all(|n| (800..1_000).contains(n)), "{times:?}");
        assert_eq!(draw(vec![1, 2], 5, &mut chance).len(), 2);
    }

    #[test]
    fn two_hundred_pairs_are_asked_about_at_most() {
        assert_eq!(STRATA.iter().map(|stratum| stratum.asked).sum::<usize>(), 200);
    }
}

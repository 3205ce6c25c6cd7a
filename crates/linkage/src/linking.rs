//! From pairs to people: clusters by average linkage over all pairs of a component.

use crate::blocking::{Purpose, candidates, split};
use crate::models::Model;
use crate::scoring::{Scorer, Weights};
use crate::tables::Table;
use crate::{Progress, Stage};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

mod agglomerate;
mod components;
pub(crate) use agglomerate::Rules;
use agglomerate::{Found, agglomerate};
use components::components;

/// How far below the cut, in bits, two clusters are still worth a look by a human being.
pub const POSSIBLE_BAND: f64 = 5.0;

/// So many pairs are weighed together.
const TOGETHER: usize = 64;
/// Of no more than so many, other threads are not woken: that would take longer than the work itself.
const FEW_PAIRS: usize = 20_000;

/// What people have decided: honoured whatever the evidence says.
///
/// What must not be one wins: a pair that stands in both lists is kept apart, and of a chain of pairs that would join two records that must not be
/// one, a pair is passed over, the last by the contents of its records. [`Linked::unmet`] names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constraints {
    /// Pairs of records that are one person's.
    pub must: Vec<(u32, u32)>,
    /// Pairs of records that are two people's.
    pub must_not: Vec<(u32, u32)>,
}

/// Two groups of records that were joined into one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Join {
    /// A record of one group and
    pub a: u32,
    /// one of the other: the pair with the most evidence.
    pub b: u32,
    /// Average evidence between the groups, in bits; infinite where people decided.
    pub height: f64,
}

/// Two clusters that may be one person; somebody should look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Possible {
    /// Number of one cluster.
    pub one: u32,
    /// Number of the other.
    pub other: u32,
    /// A record of one cluster and
    pub a: u32,
    /// one of the other: the pair with the most evidence.
    pub b: u32,
    /// Average evidence between the clusters, in bits.
    pub height: f64,
}

/// Who is who.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linked {
    /// For every record the number of its person, from 0, in order of their first records.
    pub clusters: Vec<u32>,
    /// How the clusters came to be.
    pub joins: Vec<Join>,
    /// What lies just below the cut, the closest first.
    pub possible: Vec<Possible>,
    /// Pairs that must be one person's and are not, since others must not.
    pub unmet: Vec<(u32, u32)>,
    /// Pairs compared.
    pub compared: usize,
    /// Groups of records alike in every fact that a group is formed by, of which only neighbours were compared.
    pub thinned: usize,
}

/// Finds the people behind the records of a table.
///
/// Pairs of constraints that name records outside of the table are ignored.
pub fn link(table: &Table, model: &Model, constraints: &Constraints, progress: &mut Progress<'_>) -> Linked {
    progress(Stage::Blocking, 0.0);
    let found = candidates(table, Purpose::Linking);
    progress(Stage::Scoring, 0.3);
    let weights = Weights::new(table, model);
    let scorer = Scorer { table, weights: &weights };
    let rules = Rules::new(table, constraints);
    let few = found.pairs.len() <= FEW_PAIRS;
    let edges: Vec<(u32, u32, f64)> = if few {
        scored(scorer, &found.pairs).collect()
    } else {
        found.pairs.par_chunks(TOGETHER).flat_map_iter(|some| scored(scorer, some)).collect()
    };
    let (compared, thinned) = (found.pairs.len(), found.thinned);
    drop(found);
    progress(Stage::Clustering, 0.7);
    let known = Known::of(&edges, table.len());
    let groups = components(table, edges.iter().copied().chain(rules.must.iter().map(|&(a, b)| (a, b, f64::INFINITY))).collect());
    let weigh = |a, b| known.bits(&edges, a, b).unwrap_or_else(|| scorer.bits(a, b));
    let joined = |group: &Vec<u32>| agglomerate(group, &weigh, &rules, model.cut);
    let parts: Vec<Found> = if few { groups.iter().map(joined).collect() } else { groups.par_iter().map(joined).collect() };
    progress(Stage::Clustering, 1.0);
    let mut linked = number(table.len(), parts);
    let apart = |(a, b): &&(u32, u32)| linked.clusters.get(*a as usize) != linked.clusters.get(*b as usize);
    linked.unmet = constraints.must.iter().filter(apart).filter(|(a, b)| (*a.max(b) as usize) < table.len()).copied().collect();
    linked.compared = compared;
    linked.thinned = thinned;
    linked
}

/// Those of some pairs that speak for one person, with their bits.
fn scored<'a>(scorer: Scorer<'a>, some: &'a [u64]) -> impl Iterator<Item = (u32, u32, f64)> + 'a {
    scorer.fetch(some);
    some.iter().filter_map(move |pair| {
        let (a, b) = split(*pair);
        scorer.bits_from(0.0, a, b).map(|bits| (a, b, bits))
    })
}

/// Joins a few records into people, looking at no others; each person's records together.
pub(crate) fn join_group(records: &[u32], scorer: Scorer<'_>, rules: &Rules, cut: f64) -> Vec<Vec<u32>> {
    agglomerate(records, &|a, b| scorer.bits(a, b), rules, cut).clusters
}

/// Where the edges of each record begin, among edges sorted by their lower record.
struct Known(Vec<u32>);

impl Known {
    fn of(edges: &[(u32, u32, f64)], records: usize) -> Known {
        let mut starts = vec![0; records + 1];
        for (a, ..) in edges {
            starts[*a as usize + 1] += 1;
        }
        for at in 0..records {
            starts[at + 1] += starts[at];
        }
        Known(starts)
    }

    /// The bits of a pair that was weighed already.
    fn bits(&self, edges: &[(u32, u32, f64)], a: u32, b: u32) -> Option<f64> {
        let (a, b) = (a.min(b), a.max(b));
        let from = self.0[a as usize] as usize..self.0[a as usize + 1] as usize;
        edges[from].iter().find(|(_, other, _)| *other == b).map(|(.., bits)| *bits)
    }
}

/// Numbers the clusters in order of their first records and collects what was found about them.
fn number(records: usize, parts: Vec<Found>) -> Linked {
    let mut first: Vec<u32> = (0..records as u32).collect();
    for members in parts.iter().flat_map(|part| &part.clusters) {
        let least = members.iter().copied().min().unwrap_or(0);
        for member in members {
            first[*member as usize] = least;
        }
    }
    let mut clusters: Vec<u32> = Vec::with_capacity(records);
    let mut next = 0;
    for (record, least) in first.iter().enumerate() {
        if *least as usize == record {
            clusters.push(next);
            next += 1;
        } else {
            clusters.push(clusters[*least as usize]);
        }
    }
    let mut linked = Linked { clusters, ..Linked::default() };
    for part in parts {
        linked.joins.extend(part.joins);
        for near in part.near {
            let (one, other) = (linked.clusters[near.a as usize], linked.clusters[near.b as usize]);
            linked.possible.push(Possible { one, other, a: near.a, b: near.b, height: near.height });
        }
    }
    linked.joins.sort_by_key(|join| (join.a, join.b));
    linked.possible.sort_by(|x, y| y.height.total_cmp(&x.height).then((x.a, x.b).cmp(&(y.a, y.b))));
    linked
}

impl Rules {
    pub(crate) fn new(table: &Table, constraints: &Constraints) -> Rules {
        let inside = |pair: &&(u32, u32)| (pair.0.max(pair.1) as usize) < table.len() && pair.0 != pair.1;
        let ordered = |pair: &(u32, u32)| (pair.0.min(pair.1), pair.0.max(pair.1));
        let must_not: HashSet<(u32, u32)> = constraints.must_not.iter().filter(inside).map(ordered).collect();
        let mut must: Vec<(u32, u32)> =
            constraints.must.iter().filter(inside).map(ordered).filter(|pair| !must_not.contains(pair)).collect();
        must.sort_unstable();
        must.dedup();
        let mut musts: HashMap<u32, Vec<u32>> = HashMap::new();
        for &(a, b) in &must {
            musts.entry(a).or_default().push(b);
        }
        Rules { must, musts, must_not }
    }
}

#[cfg(test)]
pub(crate) mod tests;

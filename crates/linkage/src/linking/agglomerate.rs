//! Average linkage: the two groups with the most evidence on average are joined first, until no two reach the cut.

use super::{Join, POSSIBLE_BAND};
use std::collections::{HashMap, HashSet};

/// Constraints by record.
pub(crate) struct Rules {
    /// Sorted, lower record first.
    pub(super) must: Vec<(u32, u32)>,
    /// By the lower record.
    pub(super) musts: HashMap<u32, Vec<u32>>,
    /// Lower record first.
    pub(super) must_not: HashSet<(u32, u32)>,
}

/// What became of one component.
#[derive(Default)]
pub(super) struct Found {
    pub clusters: Vec<Vec<u32>>,
    pub joins: Vec<Join>,
    /// Pairs of clusters just below the cut.
    pub near: Vec<Join>,
}

/// Evidence between two records that must not be joined: less than any average can outweigh.
const NEVER: f64 = -1e15;

struct Groups<'a> {
    records: &'a [u32],
    /// Bits between records.
    bits: Vec<f64>,
    /// Sum of bits between groups.
    sums: Vec<f64>,
    /// Members of each group by place; empty once it is joined to another.
    members: Vec<Vec<usize>>,
    joins: Vec<Join>,
}

/// Joins the records of one component into clusters.
pub(super) fn agglomerate(records: &[u32], weigh: &dyn Fn(u32, u32) -> f64, rules: &Rules, cut: f64) -> Found {
    let mut groups = Groups::new(records, weigh, rules);
    if !rules.must.is_empty() {
        groups.join_musts(rules);
    }
    while let Some((one, other, height)) = groups.closest() {
        if height < cut {
            break;
        }
        groups.join(one, other, height);
    }
    groups.finish(cut)
}

impl Groups<'_> {
    fn new<'a>(records: &'a [u32], weigh: &dyn Fn(u32, u32) -> f64, rules: &Rules) -> Groups<'a> {
        let size = records.len();
        let mut bits = vec![0.0; size * size];
        for one in 0..size {
            for other in one + 1..size {
                let (a, b) = (records[one], records[other]);
                let apart = !rules.must_not.is_empty() && rules.must_not.contains(&(a.min(b), a.max(b)));
                let weight = if apart { NEVER } else { weigh(a, b) };
                bits[one * size + other] = weight;
                bits[other * size + one] = weight;
            }
        }
        Groups { records, sums: bits.clone(), bits, members: (0..size).map(|at| vec![at]).collect(), joins: Vec::new() }
    }

    fn height(&self, one: usize, other: usize) -> f64 {
        self.sums[one * self.records.len() + other] / (self.members[one].len() * self.members[other].len()) as f64
    }

    /// The two groups with the most evidence between them; among equals those whose records come first by content.
    fn closest(&self) -> Option<(usize, usize, f64)> {
        let alive: Vec<usize> = (0..self.members.len()).filter(|at| !self.members[*at].is_empty()).collect();
        let mut best: Option<(usize, usize, f64)> = None;
        for (at, &one) in alive.iter().enumerate() {
            for &other in &alive[at + 1..] {
                let height = self.height(one, other);
                if best.is_none_or(|(_, _, most)| height > most) {
                    best = Some((one, other, height));
                }
            }
        }
        best
    }

    fn join(&mut self, one: usize, other: usize, height: f64) {
        let (a, b) = self.telling(one, other);
        self.joins.push(Join { a, b, height });
        let size = self.records.len();
        for third in 0..size {
            if third != one && third != other && !self.members[third].is_empty() {
                let sum = self.sums[one * size + third] + self.sums[other * size + third];
                self.sums[one * size + third] = sum;
                self.sums[third * size + one] = sum;
            }
        }
        let moved = std::mem::take(&mut self.members[other]);
        self.members[one].extend(moved);
    }

    /// Joins what people said is one, unless that would join what they said is two.
    fn join_musts(&mut self, rules: &Rules) {
        for one in 0..self.records.len() {
            let Some(others) = rules.musts.get(&self.records[one]) else { continue };
            for record in others {
                let Some(other) = self.records.iter().position(|known| known == record) else { continue };
                let group_of = |at: usize| self.members.iter().position(|members| members.contains(&at));
                if let (Some(x), Some(y)) = (group_of(one), group_of(other))
                    && x != y
                    && self.sums[x * self.records.len() + y] > NEVER / 2.0
                {
                    self.join(x.min(y), x.max(y), f64::INFINITY);
                }
            }
        }
    }

    /// The pair of records with the most evidence between two groups.
    fn telling(&self, one: usize, other: usize) -> (u32, u32) {
        let size = self.records.len();
        let mut best = (f64::NEG_INFINITY, (0, 0));
        for &x in &self.members[one] {
            for &y in &self.members[other] {
                let bits = self.bits[x * size + y];
                if bits > best.0 {
                    best = (bits, (self.records[x], self.records[y]));
                }
            }
        }
        best.1
    }

    fn finish(self, cut: f64) -> Found {
        let alive: Vec<usize> = (0..self.members.len()).filter(|at| !self.members[*at].is_empty()).collect();
        let mut found = Found::default();
        for (at, &one) in alive.iter().enumerate() {
            found.clusters.push(self.members[one].iter().map(|member| self.records[*member]).collect());
            for &other in &alive[at + 1..] {
                let height = self.height(one, other);
                if height >= cut - POSSIBLE_BAND && height < cut {
                    let (a, b) = self.telling(one, other);
                    found.near.push(Join { a, b, height });
                }
            }
        }
        found.joins = self.joins;
        found
    }
}

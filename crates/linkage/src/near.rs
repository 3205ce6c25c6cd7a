//! Pairs and their evidence by themselves, before anybody is joined: for those who check what linking made of them.

use crate::blocking::{Purpose, candidates, split};
use crate::models::Model;
use crate::scoring::{Scorer, Weights};
use crate::tables::Table;
use rayon::prelude::*;

/// Every pair of records that linking would compare and that has at least `least` bits, with its bits; in order.
pub fn pairs_from(table: &Table, model: &Model, least: f64) -> Vec<(u32, u32, f64)> {
    let weights = Weights::new(table, model);
    let scorer = Scorer { table, weights: &weights };
    let weighed = candidates(table, Purpose::Linking).pairs.into_par_iter().filter_map(|pair| {
        let (a, b) = split(pair);
        let bits = scorer.bits(a, b);
        (bits >= least).then_some((a, b, bits))
    });
    weighed.collect()
}

/// The evidence of these pairs, in bits; pairs that name records outside of the table are left out.
pub fn bits_of(table: &Table, model: &Model, pairs: &[(u32, u32)]) -> Vec<(u32, u32, f64)> {
    let weights = Weights::new(table, model);
    let scorer = Scorer { table, weights: &weights };
    let inside = |pair: &&(u32, u32)| (pair.0.max(pair.1) as usize) < table.len();
    pairs.par_iter().filter(inside).map(|&(a, b)| (a, b, scorer.bits(a, b))).collect()
}

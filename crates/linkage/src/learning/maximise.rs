//! One round of expectation and maximisation, and what it makes of the model.

use super::{Counts, Seen, settle_sources};
use crate::comparisons::{Comparison, Level, code_of};
use crate::models::{Model, Origin};

/// Expected pairs of one person and of two, by comparison and code.
#[derive(Default)]
pub(super) struct Sums {
    /// Expected pairs of one person.
    pub matches: f64,
    one: Counts,
    /// Pairs of two people at one address.
    neighbours: Counts,
}

/// Expects: how likely is each pattern one person's, given the model?
pub(super) fn maximise(seen: &Seen, model: &Model) -> Sums {
    let weights = model.weights();
    let prior = model.prior_bits();
    let mut sums = Sums::default();
    for &(pattern, rarity, count) in &seen.patterns {
        let at_home = pattern.one_home();
        let row = &weights[usize::from(at_home)];
        let mut bits = prior + rarity;
        for comparison in Comparison::ALL {
            bits += row[comparison as usize][pattern.code(comparison)];
        }
        let likely = 1.0 / (1.0 + (-bits).exp2());
        sums.matches += count * likely;
        for comparison in Comparison::ALL {
            let code = pattern.code(comparison);
            sums.one[comparison as usize][code] += count * likely;
            if at_home {
                sums.neighbours[comparison as usize][code] += count * (1.0 - likely);
            }
        }
    }
    sums
}

/// So many expected pairs of one person weigh as much as general experience.
const EXPERIENCE_M: f64 = 30.0;
/// So many pairs of neighbours weigh as much as general experience.
const EXPERIENCE_HOME: f64 = 60.0;

impl Sums {
    /// Maximises: sets the chances to what was expected. Without `learnt`, only the agreement by chance is set.
    pub fn settle(&self, seen: &Seen, model: &mut Model, learnt: bool) {
        let general = Model::default();
        for comparison in Comparison::ALL.into_iter().filter(|comparison| *comparison != Comparison::Source) {
            let row = comparison as usize;
            let known: f64 = self.one[row].iter().skip(1).sum();
            let neighbours: f64 = self.neighbours[row].iter().skip(1).sum();
            let others = (seen.known[row] - known).max(1.0);
            for level in comparison.levels() {
                let code = code_of(comparison, *level);
                let (Some(before), Some(chance)) = (general.find(comparison, *level), model.find_mut(comparison, *level)) else { continue };
                // Among the pairs that agree by count are those of one person; what is left agrees by chance.
                let counted = seen.chance[row][code] * seen.known[row];
                let rest = (counted - self.one[row][code]).max(0.5_f64.min(counted)).max(counted * 0.000_1);
                chance.u = (rest / others).clamp(1e-9, 1.0);
                if learnt {
                    chance.m = (self.one[row][code] + EXPERIENCE_M * before.m) / (known + EXPERIENCE_M);
                    chance.u_at_home = (self.neighbours[row][code] + EXPERIENCE_HOME * before.u_at_home) / (neighbours + EXPERIENCE_HOME);
                    chance.u_at_home = chance.u_at_home.max(chance.u.min(before.u_at_home)).min(1.0);
                    chance.m = chance.m.clamp(1e-6, 1.0);
                    chance.origin = if known >= EXPERIENCE_M { Origin::Learnt } else { Origin::Default };
                }
            }
            if learnt {
                keep_order(comparison, model);
            }
        }
        if learnt {
            settle_sources(&self.one[Comparison::Source as usize], self.matches, model);
        }
    }
}

/// Levels of which the former must never weigh less than the latter.
const ORDERED: &[(Comparison, Level, Level)] = &[
    (Comparison::GivenName, Level::Near, Level::Similar),
    (Comparison::GivenName, Level::Similar, Level::Loose),
    (Comparison::GivenName, Level::Loose, Level::Different),
    (Comparison::FamilyName, Level::Similar, Level::Different),
    (Comparison::MiddleName, Level::Same, Level::Initial),
    (Comparison::BirthDate, Level::TwoParts, Level::SameYear),
    (Comparison::BirthDate, Level::SameYear, Level::Different),
    (Comparison::NationalId, Level::OneSlip, Level::TwoSlips),
    (Comparison::NationalId, Level::TwoSlips, Level::Different),
    (Comparison::Phone, Level::OneSlip, Level::Different),
    (Comparison::Email, Level::Near, Level::Different),
    (Comparison::Address, Level::SameHouse, Level::SamePostcode),
    (Comparison::Address, Level::SamePlace, Level::Different),
];

fn weight(model: &Model, comparison: Comparison, level: Level) -> f64 {
    model.find(comparison, level).map_or(0.0, |chance| chance.m / chance.u)
}

/// Agreement never counts less than disagreement, and disagreement never counts for a match.
fn keep_order(comparison: Comparison, model: &mut Model) {
    for &(_, more, less) in ORDERED.iter().filter(|(of, _, _)| *of == comparison) {
        let (high, low) = (weight(model, comparison, more), weight(model, comparison, less));
        if high < low
            && let Some(chance) = model.find_mut(comparison, less)
        {
            chance.m *= high / low;
        }
    }
    for level in [Level::Different, Level::WomansOther, Level::AgeDiffers] {
        if let Some(chance) = model.find_mut(comparison, level) {
            chance.m = chance.m.min(chance.u);
        }
    }
    let floor = weight(model, comparison, Level::Different);
    for level in comparison.levels() {
        if let Some(chance) = model.find_mut(comparison, *level)
            && chance.m / chance.u < floor
        {
            chance.m = floor * chance.u;
        }
        if let Some(chance) = model.find_mut(comparison, *level)
            && *level == Level::Same
        {
            chance.m = chance.m.max(chance.u);
        }
    }
}

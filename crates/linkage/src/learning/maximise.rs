//! One round of expectation and maximisation, and what it makes of the model.

use super::{Counts, Seen, settle_sources};
use crate::comparisons::{Comparison, Level, Pattern, code_of};
use crate::models::{Model, Origin};

/// Expected pairs of one person and of two, by comparison and code.
#[derive(Default)]
pub(super) struct Sums {
    /// Expected pairs of one person.
    pub matches: f64,
    one: Counts,
    /// Random pairs of two people.
    two: Counts,
    /// Pairs of two people at one address.
    neighbours: Counts,
    /// Neighbours that differ in given name and date of birth: nobody doubts that they are two.
    evident: f64,
}

/// How likely patterns are one person's, as the model has it.
struct Judge {
    prior: f64,
    weights: [[[f64; 16]; 10]; 2],
}

impl Judge {
    fn likely(&self, pattern: Pattern, rarity: f64) -> f64 {
        let row = &self.weights[usize::from(pattern.one_home())];
        let bits = Comparison::ALL.iter().fold(self.prior + rarity, |bits, comparison| bits + row[*comparison as usize][pattern.code(*comparison)]);
        1.0 / (1.0 + (-bits).exp2())
    }
}

/// Expects: how likely is each pattern one person's, given the model?
pub(super) fn maximise(seen: &Seen, model: &Model) -> Sums {
    let judge = Judge { prior: model.prior_bits(), weights: model.weights() };
    let mut sums = Sums::default();
    for &(pattern, rarity, count) in &seen.patterns {
        let likely = judge.likely(pattern, rarity);
        let at_home = pattern.one_home();
        sums.matches += count * likely;
        for comparison in Comparison::ALL {
            let code = pattern.code(comparison);
            sums.one[comparison as usize][code] += count * likely;
            if at_home {
                sums.neighbours[comparison as usize][code] += count * (1.0 - likely);
            }
        }
        if at_home && are_evidently_two(pattern) {
            sums.evident += count * (1.0 - likely);
        }
    }
    for &(pattern, rarity, count) in &seen.random {
        let unlikely = count * (1.0 - judge.likely(pattern, rarity));
        for comparison in Comparison::ALL {
            sums.two[comparison as usize][pattern.code(comparison)] += unlikely;
        }
    }
    sums
}

fn are_evidently_two(pattern: Pattern) -> bool {
    let birth = pattern.level(Comparison::BirthDate);
    matches!(pattern.level(Comparison::GivenName), Level::Different | Level::Loose)
        && matches!(birth, Level::Missing | Level::Different | Level::SameYear | Level::AgeDiffers)
}

/// So many expected pairs of one person weigh as much as general experience.
const EXPERIENCE_M: f64 = 30.0;
/// So many random pairs weigh as much as general experience.
const EXPERIENCE_U: f64 = 2000.0;
/// So many pairs of neighbours weigh as much as general experience.
const EXPERIENCE_HOME: f64 = 60.0;
/// The share of neighbours that are evidently two people.
const EVIDENT: f64 = 0.8;

impl Sums {
    /// Maximises: sets the chances to what was expected. Without `learnt`, only the agreement by chance is set.
    pub fn settle(&self, seen: &Seen, model: &mut Model, learnt: bool) {
        let general = Model::default();
        for comparison in Comparison::ALL.into_iter().filter(|comparison| *comparison != Comparison::Source) {
            for level in comparison.levels() {
                let Some(before) = general.find(comparison, *level) else { continue };
                let u = self.chance_of_two(seen, comparison, *level, before.u);
                let Some(chance) = model.find_mut(comparison, *level) else { continue };
                chance.u = u;
                if learnt {
                    let row = comparison as usize;
                    let code = code_of(comparison, *level);
                    let known: f64 = self.one[row].iter().skip(1).sum();
                    let share = (self.one[row][code] + EXPERIENCE_M * before.m) / (known + EXPERIENCE_M);
                    chance.m = share.clamp(1e-6, most_of_one_person(comparison, *level));
                    chance.u_at_home = self.chance_of_neighbours(row, code, before.u_at_home).max(chance.u.min(before.u_at_home));
                    if (comparison, *level) == (Comparison::FamilyName, Level::Swapped) {
                        // That names change places at all has been weighed with the given name.
                        chance.m = 1.0;
                    }
                    if matches!(level, Level::Swapped | Level::OneSlipSameBirth | Level::TwoSlipsSameBirth) {
                        chance.u_at_home = chance.u;
                    }
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

    /// How often two people agree on a level.
    fn chance_of_two(&self, seen: &Seen, comparison: Comparison, level: Level, general: f64) -> f64 {
        match (comparison, level) {
            (_, Level::Swapped) => return self.chance_of_two(seen, comparison, Level::Same, general),
            (Comparison::NationalId, Level::OneSlipSameBirth) => return seen.same_birth.0,
            (Comparison::NationalId, Level::TwoSlipsSameBirth) => return seen.same_birth.1,
            _ => {}
        }
        let (row, code) = (comparison as usize, code_of(comparison, level));
        let counted = seen.counted[row][code];
        let known: f64 = self.two[row].iter().skip(1).sum();
        let sampled = (self.two[row][code] + EXPERIENCE_U * general) / (known + EXPERIENCE_U);
        if level == Level::SameHouse {
            return sampled.max(seen.same_house).clamp(1e-9, 1.0);
        }
        if counted == 0.0 {
            return sampled.clamp(1e-9, 1.0);
        }
        // Among the pairs that agree by count are those of one person; what is left agrees by chance.
        let others = (seen.known[row] - self.one[row].iter().skip(1).sum::<f64>()).max(1.0);
        // A small table is a village: a person in three shares a home with another.
        let (general, experience) =
            if level == Level::SameHome { (general.max(0.3 / (2.0 * seen.total).sqrt()), 100.0) } else { (general, EXPERIENCE_U) };
        let mut rest = (counted - self.one[row][code]).max(counted * 0.000_1);
        if level == Level::SameHome {
            // Doubtful pairs of one person would pass for neighbours, and make every shared address say less.
            rest = rest.min(self.evident / EVIDENT);
        }
        ((rest + experience * general) / (others + experience)).clamp(1e-9, 1.0)
    }

    /// How often two people at one address agree on a level.
    fn chance_of_neighbours(&self, row: usize, code: usize, general: f64) -> f64 {
        let known: f64 = self.neighbours[row].iter().skip(1).sum();
        let share = (self.neighbours[row][code] + EXPERIENCE_HOME * general) / (known + EXPERIENCE_HOME);
        // What is learnt may only lower general experience: doubtful pairs of one person raise it without being neighbours.
        if general < 0.5 { share.min(general) } else { share }
    }
}

/// A person's own records differ in lasting facts at most so often: where more seem to, relatives are taken for one person.
fn most_of_one_person(comparison: Comparison, level: Level) -> f64 {
    match (comparison, level) {
        (Comparison::BirthDate | Comparison::NationalId, Level::Different | Level::OtherValid) => 0.12,
        (Comparison::NationalId, Level::OtherValidOtherBirth) => 0.001,
        (Comparison::Sex, Level::Different) => 0.05,
        (Comparison::GivenName, Level::Different) => 0.2,
        _ => 1.0,
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
    (Comparison::NationalId, Level::Same, Level::OneSlip),
    (Comparison::NationalId, Level::Same, Level::OneSlipSameBirth),
    (Comparison::NationalId, Level::OneSlipSameBirth, Level::TwoSlipsSameBirth),
    (Comparison::NationalId, Level::OneSlip, Level::TwoSlips),
    (Comparison::NationalId, Level::TwoSlips, Level::Different),
    (Comparison::Phone, Level::Same, Level::OneSlip),
    (Comparison::Phone, Level::OneSlip, Level::Different),
    (Comparison::Email, Level::Same, Level::Near),
    (Comparison::Email, Level::Near, Level::Different),
    (Comparison::Address, Level::SameHome, Level::NearHome),
    (Comparison::Address, Level::NearHome, Level::OtherFlat),
    (Comparison::Address, Level::NearHome, Level::SameHouse),
    (Comparison::Address, Level::SameHouse, Level::SamePostcode),
    (Comparison::Address, Level::SameHome, Level::PerhapsHome),
    (Comparison::Address, Level::PerhapsHome, Level::SameStreet),
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
            // The chance of two people is the less certain of the two numbers.
            chance.u = (chance.m / high).min(1.0);
            chance.m = high * chance.u;
        }
    }
    for level in [Level::Different, Level::WomansOther, Level::AgeDiffers, Level::OtherValid, Level::OtherValidOtherBirth] {
        if let Some(chance) = model.find_mut(comparison, level) {
            chance.m = chance.m.min(chance.u);
        }
    }
    let floor = weight(model, comparison, Level::Different);
    for level in comparison.levels() {
        if let Some(chance) = model.find_mut(comparison, *level)
            && chance.m / chance.u < floor
            && !matches!(level, Level::OtherValid | Level::OtherValidOtherBirth)
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

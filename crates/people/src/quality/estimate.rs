//! Precision and recall from a stratified sample, with intervals of 95 %.
//!
//! A stratum's share has the exact interval of Clopper and Pearson (Biometrika 26, 1934); a weighted sum of shares has the interval
//! that recovers its variances from those (MOVER: Zou, Huang, Zhang, *A note on confidence interval estimation for a linear function of
//! binomial proportions*, Computational Statistics & Data Analysis 53, 2009), and a ratio of two sums that of Donner and Zou
//! (*Closed-form confidence intervals for functions of the normal mean and standard deviation*, Statistical Methods in Medical
//! Research 21, 2012). Unlike intervals from a standard error they hold where every answer was yes; with Wilson's score interval in the
//! place of the exact one they held the truth in 93 of 100 simulated samples, not in 95. A stratum that was asked whole is known.

/// What an interval of 95 % leaves out on either side.
const TAIL: f64 = 0.025;

/// One stratum: how many pairs there are, and what was said of those asked. Those that nobody could tell are not counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub population: u32,
    pub same: u32,
    pub different: u32,
}

/// A share, 0 to 1, and the limits of its interval of 95 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Estimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// The share of linked pairs that are one person; none while a stratum has no answer, or there are no pairs.
pub(super) fn precision(linked: &[Asked]) -> Option<Estimate> {
    let all: f64 = linked.iter().map(|stratum| f64::from(stratum.population)).sum();
    let same = same(linked)?;
    (all > 0.0).then(|| Estimate { value: same.value / all, low: same.low / all, high: same.high / all })
}

/// The share of the pairs that are one person which were linked, of all pairs that linking compares and that come near the cut.
pub(super) fn recall(linked: &[Asked], apart: &[Asked]) -> Option<Estimate> {
    let (found, missed) = (same(linked)?, same(apart)?);
    if found.value <= 0.0 {
        return None;
    }
    // Recall is 1 / (1 + missed / found), which falls as the ratio grows.
    let (low, high) = ratio(&missed, &found)?;
    Some(Estimate { value: found.value / (found.value + missed.value), low: 1.0 / (1.0 + high), high: 1.0 / (1.0 + low) })
}

/// How many pairs of these strata are one person.
fn same(strata: &[Asked]) -> Option<Estimate> {
    let (mut value, mut below, mut above) = (0.0, 0.0, 0.0);
    for stratum in strata.iter().filter(|stratum| stratum.population > 0) {
        let (asked, pairs) = (stratum.same + stratum.different, f64::from(stratum.population));
        if asked == 0 {
            return None;
        }
        let share = f64::from(stratum.same) / f64::from(asked);
        let (low, high) = if asked >= stratum.population { (share, share) } else { exact(stratum.same, asked) };
        value += pairs * share;
        below += (pairs * (share - low)).powi(2);
        above += (pairs * (high - share)).powi(2);
    }
    let all: f64 = strata.iter().map(|stratum| f64::from(stratum.population)).sum();
    Some(Estimate { value, low: (value - below.sqrt()).max(0.0), high: (value + above.sqrt()).min(all) })
}

/// The exact interval of `yes` out of `asked`: the shares under which so many, or more, and so few, or fewer, are not yet rare.
fn exact(yes: u32, asked: u32) -> (f64, f64) {
    let low = if yes == 0 { 0.0 } else { share_where(|share| 1.0 - at_most(yes - 1, asked, share) < TAIL) };
    let high = if yes == asked { 1.0 } else { share_where(|share| at_most(yes, asked, share) > TAIL) };
    (low, high)
}

/// The chance of at most `yes` of `asked`, each with the chance `share`.
fn at_most(yes: u32, asked: u32, share: f64) -> f64 {
    let mut chance = (f64::from(asked) * (-share).ln_1p()).exp();
    let mut sum = chance;
    for done in 0..yes {
        chance *= f64::from(asked - done) / f64::from(done + 1) * share / (1.0 - share);
        sum += chance;
    }
    sum
}

/// The share up to which something holds that holds for 0 and not for 1.
fn share_where(holds: impl Fn(f64) -> bool) -> f64 {
    let (mut from, mut to) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = (from + to) / 2.0;
        if holds(middle) { from = middle } else { to = middle }
    }
    from
}

/// The interval of `one / other`; none when it has no upper limit.
fn ratio(one: &Estimate, other: &Estimate) -> Option<(f64, f64)> {
    let (a, b) = (one.value, other.value);
    let limit = |of_one: f64, of_other: f64, side: f64| {
        let under = of_other * (2.0 * b - of_other);
        let root = ((a * b).powi(2) - of_one * under * (2.0 * a - of_one)).max(0.0).sqrt();
        (under > 0.0).then(|| ((a * b + side * root) / under).max(0.0))
    };
    Some((limit(one.low, other.high, -1.0)?, limit(one.high, other.low, 1.0)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 0.000_5, "{found} is not {expected}");
    }

    #[test]
    fn one_share_has_the_exact_interval() {
        // By the tables: 9 of 10 gives (0.5550, 0.9975). 20 of 20 gives 0.025 to the power of 1/20, 0.8316, and 1.
        let (low, high) = exact(9, 10);
        near(low, 0.5550);
        near(high, 0.9975);
        let (low, high) = exact(20, 20);
        near(low, 0.8316);
        near(high, 1.0);
        near(exact(0, 20).1, 1.0 - 0.8316);
    }

    #[test]
    fn precision_is_as_worked_out_by_hand() {
        // 100 pairs of 9 in 10, 300 pairs of 20 in 20: .25 × .9 + .75 × 1 = .975;
        // low .975 − √((.25 × .3450)² + (.75 × .1684)²) = .8220, high .975 + .25 × .0975 = .9994.
        let strata = [Asked { population: 100, same: 9, different: 1 }, Asked { population: 300, same: 20, different: 0 }];
        let found = precision(&strata).unwrap();
        near(found.value, 0.975);
        near(found.low, 0.8220);
        near(found.high, 0.9994);
    }

    #[test]
    fn recall_is_as_worked_out_by_hand() {
        // Found: 390 of 400, from 328.8 to 399.7 (above). Missed: 1 of 10 in 50 pairs is 5, from .13 to 22.25 (exact: .0025, .4450).
        // The ratio 5 / 390 lies between .000324 and .0580, so recall 390 / 395 between .9452 and .9997.
        let linked = [Asked { population: 100, same: 9, different: 1 }, Asked { population: 300, same: 20, different: 0 }];
        let apart = [Asked { population: 50, same: 1, different: 9 }];
        let found = recall(&linked, &apart).unwrap();
        near(found.value, 390.0 / 395.0);
        near(found.low, 0.9452);
        near(found.high, 0.9997);
    }

    #[test]
    fn what_was_asked_whole_is_known_and_what_was_not_asked_is_not() {
        let whole = [Asked { population: 10, same: 9, different: 1 }];
        assert_eq!(precision(&whole), Some(Estimate { value: 0.9, low: 0.9, high: 0.9 }));
        assert_eq!(precision(&[Asked { population: 10, ..Asked::default() }]), None);
        assert_eq!(precision(&[]), None);
        assert_eq!(recall(&whole, &[Asked { population: 5, ..Asked::default() }]), None);
    }

    /// So many yes of `asked` when each is one with this chance.
    fn answers(asked: u32, chance: f64, state: &mut u64) -> u32 {
        let mut one = || {
            *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            f64::from((*state >> 40) as u32) / f64::from(1_u32 << 24) < chance
        };
        (0..asked).filter(|_| one()).count() as u32
    }

    #[test]
    fn intervals_hold_the_truth_as_often_as_they_say() {
        // Pairs, share that is one person, pairs asked about: linked, then apart.
        let linked = [(500_000, 0.9995, 60), (50_000, 0.99, 30), (5_000, 0.9, 25), (500, 0.6, 15)];
        let apart = [(800, 0.4, 15), (3_000, 0.1, 25), (20_000, 0.02, 30)];
        let same = |strata: &[(u32, f64, u32)]| strata.iter().map(|(pairs, share, _)| f64::from(*pairs) * share).sum::<f64>();
        let (truth, all) = (same(&linked), linked.iter().map(|(pairs, ..)| f64::from(*pairs)).sum::<f64>());
        let (precise, recalled) = (truth / all, truth / (truth + same(&apart)));
        let mut state = 7;
        let mut ask = |strata: &[(u32, f64, u32)]| -> Vec<Asked> {
            let mut one = |(population, share, asked): &(u32, f64, u32)| {
                let same = answers(*asked, *share, &mut state);
                Asked { population: *population, same, different: asked - same }
            };
            strata.iter().map(&mut one).collect()
        };
        let (mut held_precision, mut held_recall) = (0, 0);
        for _ in 0..2_000 {
            let (linked, apart) = (ask(&linked), ask(&apart));
            let (p, r) = (precision(&linked).unwrap(), recall(&linked, &apart).unwrap());
            held_precision += usize::from(p.low <= precise && precise <= p.high);
            held_recall += usize::from(r.low <= recalled && recalled <= r.high);
        }
        assert!(held_precision >= 1_900, "precision: {held_precision} of 2000");
        assert!(held_recall >= 1_880, "recall: {held_recall} of 2000");
    }

    #[test]
    fn an_interval_holds_its_estimate_and_narrows_with_answers() {
        let of = |same, different| precision(&[Asked { population: 100_000, same, different }]).unwrap();
        let (few, many) = (of(19, 1), of(190, 10));
        assert!(few.low < few.value && few.value < few.high);
        assert!(many.high - many.low < few.high - few.low);
    }
}

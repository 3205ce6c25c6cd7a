//! Precision and recall from a stratified sample, with intervals of 95 %.
//!
//! A stratum's share has Wilson's score interval (Wilson 1927); a weighted sum of shares has the interval that recovers its variances
//! from those (MOVER: Zou, Huang, Zhang, *A note on confidence interval estimation for a linear function of binomial proportions*,
//! Computational Statistics & Data Analysis 53, 2009), and a ratio of two sums that of Donner and Zou (*Closed-form confidence
//! intervals for functions of the normal mean and standard deviation*, Statistical Methods in Medical Research 21, 2012). Unlike
//! intervals from a standard error they hold where every answer was yes. A stratum that was asked whole is known and has no interval.

/// The 97.5th percentile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

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
        let (yes, asked, pairs) = (f64::from(stratum.same), f64::from(stratum.same + stratum.different), f64::from(stratum.population));
        if asked == 0.0 {
            return None;
        }
        let share = yes / asked;
        let (low, high) = if asked >= pairs { (share, share) } else { wilson(yes, asked) };
        value += pairs * share;
        below += (pairs * (share - low)).powi(2);
        above += (pairs * (high - share)).powi(2);
    }
    let all: f64 = strata.iter().map(|stratum| f64::from(stratum.population)).sum();
    Some(Estimate { value, low: (value - below.sqrt()).max(0.0), high: (value + above.sqrt()).min(all) })
}

/// Wilson's score interval of `yes` out of `asked`.
fn wilson(yes: f64, asked: f64) -> (f64, f64) {
    let share = yes / asked;
    let spread = Z * Z / asked;
    let half = Z * (share * (1.0 - share) / asked + spread / (4.0 * asked)).sqrt();
    let limit = |side: f64| ((share + spread / 2.0 + side * half) / (1.0 + spread)).clamp(0.0, 1.0);
    (limit(-1.0), limit(1.0))
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
    fn one_share_has_wilsons_interval() {
        // By hand: 9 of 10 gives (0.5958, 0.9821); 20 of 20 gives 20 / (20 + 1.96²) = 0.8389 and 1.
        let (low, high) = wilson(9.0, 10.0);
        near(low, 0.5958);
        near(high, 0.9821);
        let (low, high) = wilson(20.0, 20.0);
        near(low, 0.8389);
        near(high, 1.0);
    }

    #[test]
    fn precision_is_as_worked_out_by_hand() {
        // 100 pairs of 9 in 10, 300 pairs of 20 in 20: .25 × .9 + .75 × 1 = .975;
        // low .975 − √((.25 × .3042)² + (.75 × .1611)²) = .8322, high .975 + .25 × .0821 = .9955.
        let strata = [Asked { population: 100, same: 9, different: 1 }, Asked { population: 300, same: 20, different: 0 }];
        let found = precision(&strata).unwrap();
        near(found.value, 0.975);
        near(found.low, 0.8322);
        near(found.high, 0.9955);
    }

    #[test]
    fn recall_is_as_worked_out_by_hand() {
        // Found: 390 of 400, from 332.9 to 398.2 (above). Missed: 1 of 10 in 50 pairs is 5, from .89 to 20.21 (Wilson .0179, .4042).
        // The ratio 5 / 390 lies between .00229 and .0523, so recall 390 / 395 between .9503 and .9977.
        let linked = [Asked { population: 100, same: 9, different: 1 }, Asked { population: 300, same: 20, different: 0 }];
        let apart = [Asked { population: 50, same: 1, different: 9 }];
        let found = recall(&linked, &apart).unwrap();
        near(found.value, 390.0 / 395.0);
        near(found.low, 0.9503);
        near(found.high, 0.9977);
    }

    #[test]
    fn what_was_asked_whole_is_known_and_what_was_not_asked_is_not() {
        let whole = [Asked { population: 10, same: 9, different: 1 }];
        assert_eq!(precision(&whole), Some(Estimate { value: 0.9, low: 0.9, high: 0.9 }));
        assert_eq!(precision(&[Asked { population: 10, ..Asked::default() }]), None);
        assert_eq!(precision(&[]), None);
        assert_eq!(recall(&whole, &[Asked { population: 5, ..Asked::default() }]), None);
    }

    #[test]
    fn an_interval_holds_its_estimate_and_narrows_with_answers() {
        let of = |same, different| precision(&[Asked { population: 100_000, same, different }]).unwrap();
        let (few, many) = (of(19, 1), of(190, 10));
        assert!(few.low < few.value && few.value < few.high);
        assert!(many.high - many.low < few.high - few.low);
    }
}

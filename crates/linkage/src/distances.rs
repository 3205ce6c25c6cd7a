//! How far apart two texts are.

use rapidfuzz::distance::{jaro_winkler, osa};

/// What can be said of a text without looking at it: most pairs of texts that differ are told apart by this alone.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spelling {
    /// Which letters it has, and whether more than once: two bits each.
    letters: u64,
    /// Its bytes, at most 255.
    pub length: u8,
}

impl Spelling {
    pub fn of(text: &str) -> Spelling {
        let letters = text.bytes().fold(0, |letters, byte| {
            let one = 1 << (u32::from(byte & 31) * 2);
            letters | if letters & one == 0 { one } else { one << 1 }
        });
        Spelling { letters, length: text.len().min(255) as u8 }
    }

    /// Whether a Jaro similarity of so many hundredths is possible.
    pub fn may_reach(self, hundredths: u32, other: Spelling) -> bool {
        let (here, there) = (u32::from(self.length), u32::from(other.length));
        let (all, apart) = (here + there, (self.letters ^ other.letters).count_ones());
        // With c letters in common, Jaro is at most (c / here + c / there + 1) / 3; and 2 c is at most all but those that one of them lacks.
        here.max(there) == 255 || 50 * all.saturating_sub(apart) * all >= (3 * hundredths - 100) * here * there
    }

    /// Whether all letters may stand in the other.
    pub fn may_be_within(self, other: Spelling) -> bool {
        self.letters & !other.letters == 0
    }

    /// Whether they may be so many slips apart: a slip changes how often two letters stand there, at most.
    pub fn may_be_slips_apart(self, slips: u32, other: Spelling) -> bool {
        (self.letters ^ other.letters).count_ones() <= 2 * slips
    }
}

/// Jaro-Winkler similarity of two texts, 0 to 1, or 0 if it is below the cut.
pub(crate) fn jaro_winkler_from(cut: f64, one: &str, other: &str) -> f64 {
    let args = jaro_winkler::Args::default().score_cutoff(cut);
    jaro_winkler::similarity_with_args(one.bytes(), other.bytes(), &args).unwrap_or(0.0)
}

/// Slips (letters added, left out, mistaken or exchanged with their neighbour) between two texts, or `None` if more than `most`.
pub(crate) fn slips_up_to(most: usize, one: &str, other: &str) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let (one, other) = apart(one.as_bytes(), other.as_bytes());
    match (one, other) {
        ([], rest) | (rest, []) => Some(rest.len()),
        ([_], [_]) => Some(1),
        ([a, b], [c, d]) if a == d && b == c => Some(1),
        _ if most < 2 => None,
        _ => osa::distance_with_args(one.iter().copied(), other.iter().copied(), &osa::Args::default().score_cutoff(most)),
    }
}

/// What is left of two texts without their common beginning and end.
fn apart<'a>(one: &'a [u8], other: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let start = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    (&one[..one.len() - end], &other[..other.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_exchange_is_one_slip() {
        assert_eq!(slips_up_to(1, "38011143892", "38011143982"), Some(1));
        assert_eq!(slips_up_to(1, "12345678", "12345687"), Some(1));
        assert_eq!(slips_up_to(1, "12345678", "12345600"), None);
    }

    proptest! {
        #[test]
        fn spelling_never_hides_what_is_alike(one in "[a-h ]{1,9}", other in "[a-h ]{1,9}", rare in "[a-zßœ0-9]{1,12}", long in "[a-e]{250,258}", cut in 34_u32..100) {
            for (one, other) in [(&one, &other), (&one, &rare), (&long, &long), (&one, &format!("{other} {one}"))] {
                let (here, there) = (Spelling::of(one), Spelling::of(other));
                if strsim::jaro(one, other) >= f64::from(cut) / 100.0 {
                    prop_assert!(here.may_reach(cut, there), "{} {}", one, other);
                }
                if let Some(slips) = slips_up_to(2, one, other) {
                    prop_assert!(here.may_be_slips_apart(slips as u32, there), "{} {}", one, other);
                }
                prop_assert!(!other.contains(one.as_str()) || here.may_be_within(there), "{} {}", one, other);
            }
        }

        #[test]
        fn jaro_winkler_agrees_with_another_implementation(one in "[a-e]{1,9}", other in "[a-e]{1,9}") {
            let theirs = strsim::jaro_winkler(&one, &other);
            let ours = jaro_winkler_from(0.0, &one, &other);
            // The two differ on purpose where the Jaro similarity is exactly .7, the bound of the prefix bonus.
            prop_assume!((strsim::jaro(&one, &other) - 0.7).abs() > 1e-9);
            prop_assert!((theirs - ours).abs() < 1e-9, "{} {}", theirs, ours);
        }

        #[test]
        fn slips_agree_with_another_implementation(one in "[a-e]{0,9}", other in "[a-e]{0,9}") {
            let theirs = strsim::osa_distance(&one, &other);
            prop_assert_eq!(slips_up_to(2, &one, &other), Some(theirs).filter(|slips| *slips <= 2));
        }
    }
}

//! How far apart two texts are.

use rapidfuzz::distance::{jaro_winkler, osa};

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
    osa::distance_with_args(one.bytes(), other.bytes(), &osa::Args::default().score_cutoff(most))
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

//! Which passwords are refused: too short, what everybody uses, what anybody would guess of this person.
//!
//! The list is the one that ships with Django (BSD-3-Clause, Copyright (c) Django Software Foundation): the 20,000 commonest
//! passwords of public leaks, put together by Royce Williams; here without those under four characters.

use std::collections::HashSet;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

const COMMON: &str = include_str!("common.txt");
/// The longest password, in characters: nobody types more, and hashing takes no request hostage.
const LONGEST: usize = 256;
/// So many characters that are not one's own name must be left.
const LEFT_OF_NAMES: usize = 8;
/// Fewer different characters than these are a pattern, not a password.
const DIFFERENT: usize = 5;

/// Why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Shorter than so many characters.
    Short(usize),
    /// Longer than anybody types.
    Long,
    /// It stands in the list of what everybody uses, or is that with digits about it, or that again and again.
    Common,
    /// Hardly more than the person's own name, their organisation's, or ours.
    Own,
    /// The same few characters, or keys in a row.
    Pattern,
}

/// What is wrong with a password of somebody about whom anybody knows these words; nothing when it may be used. `shortest`
/// comes from the pack, in characters.
#[must_use]
pub fn weakness(password: &str, words: &[&str], shortest: usize) -> Option<Weakness> {
    let folded: String = password.nfkc().collect();
    let length = folded.chars().count();
    if length < shortest {
        return Some(Weakness::Short(shortest));
    }
    if length > LONGEST {
        return Some(Weakness::Long);
    }
    let lower = folded.to_lowercase();
    let signless = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if [lower.as_str(), bare(&lower), once(bare(&lower)), once(&lower), once(signless)].into_iter().any(is_common) {
        return Some(Weakness::Common);
    }
    if few(&lower) || in_a_row(&lower) {
        return Some(Weakness::Pattern);
    }
    without(&lower, words).then_some(Weakness::Own)
}

fn is_common(word: &str) -> bool {
    static LIST: LazyLock<HashSet<&str>> = LazyLock::new(|| COMMON.lines().collect());
    LIST.contains(word)
}

/// A password without the digits and signs about it: `password` of `1password2026!`.
fn bare(lower: &str) -> &str {
    lower.trim_matches(|c: char| !c.is_alphabetic())
}

/// What is said again and again: `abc` of `abcabcabc`; the whole when nothing is.
fn once(lower: &str) -> &str {
    let ends = lower.char_indices().skip(1).map(|(at, _)| at);
    let mut parts = ends.map(|at| &lower[..at]).filter(|part| lower.len().is_multiple_of(part.len()));
    parts.find(|part| part.repeat(lower.len() / part.len()) == lower).unwrap_or(lower)
}

fn few(lower: &str) -> bool {
    lower.chars().collect::<HashSet<char>>().len() < DIFFERENT
}

/// Whether three of four steps from one character to the next are one up or one down: `123456789012345`, `abcdefgh`.
fn in_a_row(lower: &str) -> bool {
    let codes: Vec<i64> = lower.chars().map(|c| i64::from(u32::from(c))).collect();
    let steps = codes.windows(2).filter(|pair| (pair[1] - pair[0]).abs() == 1).count();
    codes.len() > 1 && steps * 4 >= (codes.len() - 1) * 3
}

/// Whether too little is left without what anybody knows of the person.
fn without(lower: &str, words: &[&str]) -> bool {
    let lowered = words.iter().flat_map(|word| {
        let word = word.to_lowercase();
        let mut parts: Vec<String> = word.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        parts.push(word);
        parts
    });
    let mut known: Vec<String> = lowered.chain(["throughline".to_owned()]).filter(|word| word.chars().count() >= 3).collect();
    // Longer ones first, so that no part of a name stays behind.
    known.sort_unstable_by_key(|word| std::cmp::Reverse(word.len()));
    let left = known.iter().fold(lower.to_owned(), |left, word| left.replace(word.as_str(), ""));
    left.len() < lower.len() && left.chars().filter(|c| c.is_alphanumeric()).count() < LEFT_OF_NAMES
}

#[cfg(test)]
mod tests {
    use super::*;

    const JANA: &[&str] = &["jana", "Jana Novak", "employment-service", "Employment service"];

    #[test]
    fn length_is_all_that_is_asked_of_an_uncommon_password() {
        assert_eq!(weakness("correct horse battery staple", JANA, 15), None);
        assert_eq!(weakness("meine drei gr\u{fc}nen g\u{e4}nse", JANA, 15), None);
        assert_eq!(weakness("сорок тысяч братьев", JANA, 15), None);
        assert_eq!(weakness("q7m-tz4w", JANA, 8), None);
        assert_eq!(weakness("q7m-tz4w", JANA, 15), Some(Weakness::Short(15)));
        assert_eq!(weakness(&"x7 ab".repeat(52), JANA, 15), Some(Weakness::Long));
    }

    #[test]
    fn what_everybody_uses_is_refused_however_it_is_dressed() {
        for common in ["password1", "Password2026!!!!", "passwordpassword", "iloveyouiloveyou", "!!trustno1trustno1"] {
            let found = weakness(common, JANA, 8);
            assert_eq!(found, Some(Weakness::Common), "{common}");
        }
        for pattern in ["aaaaaaaaaaaaaaaa", "abababababababab", "abcdefghijklmnopq", "zyxwvutsrqponmlk"] {
            assert!(matches!(weakness(pattern, JANA, 15), Some(Weakness::Pattern | Weakness::Common)), "{pattern}");
        }
    }

    #[test]
    fn ones_own_name_and_ours_are_no_password() {
        for own in ["jana.novak.2026", "Employment-Service-1", "novakthroughline7", "throughline2026!"] {
            assert_eq!(weakness(own, JANA, 8), Some(Weakness::Own), "{own}");
        }
        assert_eq!(weakness("jana has three green geese", JANA, 15), None);
    }

    #[test]
    fn every_line_of_the_list_is_refused() {
        let lines: Vec<&str> = COMMON.lines().collect();
        assert!(lines.len() > 19_000 && lines.is_sorted(), "{}", lines.len());
        let let_by: Vec<&str> = lines.into_iter().filter(|line| line.to_lowercase() == **line && weakness(line, &[], 4).is_none()).collect();
        assert!(let_by.is_empty(), "{let_by:?}");
    }
}

//! The tokens a record is found by, and the spellings that lead to a token.

use crate::records::Said;
use std::collections::BTreeSet;

/// The mark before a birth date's token: `=1988-03-14`.
pub(super) const DATE: &str = "=";
/// The mark before the digits of a number, back to front: `#98700006073+`.
pub(super) const NUMBER: &str = "#";
/// The mark before an e-mail address.
pub(super) const EMAIL: &str = "@";

/// No word of a name is longer; what a broken file sends is cut, because the spellings of a word grow with the square of
/// its length.
const LONGEST: usize = 30;
/// No name has more words.
const WORDS: usize = 20;

/// Every token of a record with this key.
pub(super) fn of_record(key: &str, said: &Said) -> BTreeSet<String> {
    let mut tokens = BTreeSet::new();
    for field in ["given_name", "family_name", "full_name", "former_name"] {
        tokens.extend(said.get(field).map(words).unwrap_or_default());
    }
    tokens.extend(said.birth_date().map(|date| format!("{DATE}{date}")));
    tokens.extend(["phone", "national_id"].iter().filter_map(|f| said.get(f)).chain([key]).filter_map(number));
    tokens.extend(said.get("email").map(|email| format!("{EMAIL}{}", email.trim().to_lowercase())));
    tokens
}

/// The words of a name, folded: no capitals, no marks, Latin letters.
pub(super) fn words(name: &str) -> Vec<String> {
    let folded = linkage::fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 2);
    words.map(|word| word.chars().take(LONGEST).collect()).take(WORDS).collect()
}

/// The token of a number's digits; none when there are fewer than four.
pub(super) fn number(text: &str) -> Option<String> {
    let digits: String = text.chars().rev().filter(char::is_ascii_digit).collect();
    (digits.len() >= 4).then(|| format!("{NUMBER}{digits}"))
}

/// The spellings under which a token is kept and looked for: the word itself without one letter, or without two when it
/// is long. Two words that share one are at most that many slips apart.
pub(super) fn variants(token: &str) -> BTreeSet<String> {
    let letters: Vec<char> = token.chars().collect();
    let depth = match letters.len() {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    let mut all = BTreeSet::from([token.to_owned()]);
    let mut last = all.clone();
    for _ in 0..depth {
        last = last.iter().flat_map(|word| without_one(word)).collect();
        all.extend(last.iter().cloned());
    }
    all
}

fn without_one(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let skip = |skipped: usize| letters.iter().enumerate().filter(|(i, _)| *i != skipped).map(|(_, c)| *c).collect();
    (0..letters.len()).map(skip).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meet(a: &str, b: &str) -> bool {
        !variants(a).is_disjoint(&variants(b))
    }

    #[test]
    fn spellings_a_slip_or_two_apart_meet() {
        assert!(meet("lakatos", "lakatosz"));
        assert!(meet("ilona", "ilonna"));
        assert!(meet("kertesz", "kertes"));
        assert!(meet("haddad", "hadad"));
        assert!(meet("lakatos", "lokatosh"));
        assert!(!meet("lakatos", "kovacs"));
        assert!(!meet("ana", "una"), "words this short are all alike");
    }

    #[test]
    fn a_word_without_end_has_few_spellings() {
        let endless = words(&"a".repeat(60_000));
        assert!(variants(&endless[0]).len() < 1_000);
        assert_eq!(words(&"ab ".repeat(60_000)).len(), 20);
    }

    #[test]
    fn a_record_is_found_by_names_numbers_and_dates() {
        let pairs = [("full_name", "LAKATOSZ Ilonka"), ("birth_date", "1988-03-14"), ("phone", "+370 600 00789")];
        let said = pairs.iter().map(|(f, v)| ((*f).to_owned(), (*v).to_owned())).collect();
        let tokens: Vec<String> = of_record("M-71405", &said).into_iter().collect();
        assert_eq!(tokens, ["#50417", "#98700006073", "=1988-03-14", "ilonka", "lakatosz"]);
    }
}

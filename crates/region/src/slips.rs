//! The small mistakes people make when they write someone down.

use chrono::{Datelike, NaiveDate};

use crate::chance::Chance;

/// Letters for their plain form, for keyboards and encodings that lack them.
const PLAIN: [(&str, &str); 19] = [
    ("áàâäąãā", "a"),
    ("éèêëęėē", "e"),
    ("íìîïįıī", "i"),
    ("óòôöőø", "o"),
    ("úùûüűūų", "u"),
    ("ćčç", "c"),
    ("śšş", "s"),
    ("źžż", "z"),
    ("ńň", "n"),
    ("łľ", "l"),
    ("ř", "r"),
    ("ť", "t"),
    ("ďđ", "d"),
    ("ğ", "g"),
    ("ÁÀÄĄ", "A"),
    ("ÉĖĘ", "E"),
    ("ÓÖŐ", "O"),
    ("ŠŞŚ", "S"),
    ("ŽŹŻ", "Z"),
];

/// Spellings that are heard the same.
const HEARD: [(&str, &str); 10] = [
    ("sz", "s"),
    ("kh", "h"),
    ("ou", "u"),
    ("cz", "c"),
    ("y", "i"),
    ("ck", "k"),
    ("ph", "f"),
    ("w", "v"),
    ("dd", "d"),
    ("tt", "t"),
];

/// A letter in its plain form, itself when it has none.
pub(crate) fn plain(letter: char) -> String {
    let more = [("İÍ", "I"), ("ÚÜŰŪ", "U"), ("ÇČĆ", "C"), ("Ğ", "G")];
    let found = PLAIN
        .iter()
        .chain(&more)
        .find(|(letters, _)| letters.contains(letter));
    found.map_or_else(|| letter.to_string(), |(_, plain)| (*plain).to_owned())
}

/// A name without its marks.
pub(crate) fn without_marks(name: &str) -> String {
    name.chars().map(plain).collect()
}

/// A name as someone else might spell what they hear.
pub(crate) fn heard(name: &str, chance: &mut Chance) -> String {
    let start = chance.place(HEARD.len());
    let rules = HEARD.iter().cycle().skip(start).take(HEARD.len());
    for (long, short) in rules {
        if let Some(spelled) = Some(name.replacen(long, short, 1)).filter(|spelled| spelled != name)
        {
            return spelled;
        }
    }
    without_marks(name)
}

/// A name with a slip of the fingers.
pub(crate) fn mistyped(name: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() < 4 {
        return name.to_owned();
    }
    let at = 1 + chance.place(letters.len() - 2);
    match chance.between(1, 3) {
        1 if at + 1 < letters.len() => letters.swap(at, at + 1),
        2 => drop(letters.remove(at)),
        _ => {
            let letter = letters.get(at).copied().unwrap_or('e');
            letters.insert(at, letter);
        }
    }
    letters.into_iter().collect()
}

/// A date with day and month swapped, or one digit off.
pub(crate) fn misdated(date: NaiveDate, chance: &mut Chance) -> NaiveDate {
    let swapped = NaiveDate::from_ymd_opt(date.year(), date.day(), date.month());
    match swapped {
        Some(swapped) if swapped != date && chance.is(0.5) => swapped,
        _ if chance.is(0.5) => crate::days::later(date, if chance.is(0.5) { 1 } else { 10 }),
        _ => date
            .with_year(date.year() + if chance.is(0.5) { 1 } else { -10 })
            .unwrap_or(date),
    }
}

/// A number with two neighbouring digits swapped.
pub(crate) fn misnumbered(number: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = number.chars().collect();
    let digits: Vec<usize> = (1..letters.len().saturating_sub(1))
        .filter(|at| {
            letters.get(*at..*at + 2).is_some_and(|pair| {
                pair.iter().all(char::is_ascii_digit) && pair.first() != pair.last()
            })
        })
        .collect();
    if let Some(at) = digits.get(chance.place(digits.len())) {
        letters.swap(*at, at + 1);
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_change_little() {
        let mut chance = Chance::new(1, 1);
        for _ in 0..100 {
            let typed = mistyped("Lakatos", &mut chance);
            assert!(typed.chars().count().abs_diff(7) <= 1, "{typed}");
            assert_ne!(
                misdated(crate::days::day(1988, 3, 14), &mut chance),
                crate::days::day(1988, 3, 14)
            );
        }
        assert_eq!(without_marks("Žygėnas Kőrös"), "Zygenas Koros");
        assert_eq!(heard("Lakatosz", &mut chance), "Lakatos");
    }
}

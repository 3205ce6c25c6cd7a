//! Personal numbers that carry a check digit, by country. A number that fits none is not wrong: most schemes are not in this table.
//!
//! Only schemes whose numbers a random one seldom fits are here: those with a date of birth, a letter or two digits to check by.

/// How one country's numbers are written and checked.
struct Scheme {
    /// `9` for a digit, `A` for a letter; separators are gone by now.
    shape: &'static str,
    /// Where month and day of birth stand, if they do.
    born: Option<(usize, usize)>,
    check: fn(&[u64]) -> bool,
}

const fn dated(shape: &'static str, month: usize, day: usize, check: fn(&[u64]) -> bool) -> Scheme {
    Scheme { shape, born: Some((month, day)), check }
}

const fn undated(shape: &'static str, check: fn(&[u64]) -> bool) -> Scheme {
    Scheme { shape, born: None, check }
}

const DIGITS_10: &str = "9999999999";
const DIGITS_11: &str = "99999999999";
const DIGITS_13: &str = "9999999999999";

/// Every scheme known here. Letters count as 10 to 35.
const SCHEMES: [Scheme; 19] = [
    // Poland, PESEL
    dated(DIGITS_11, 2, 4, |n| sum(n, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).is_multiple_of(10)),
    // Estonia, isikukood; Lithuania, asmens kodas
    dated(DIGITS_11, 3, 5, baltic),
    // Latvia, personas kods
    dated(DIGITS_11, 2, 0, |n| (1101 - sum(n, &[1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11 % 10 == n[10]),
    // Norway, fødselsnummer
    dated(DIGITS_11, 2, 0, |n| {
        sum(n, &[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]).is_multiple_of(11) && sum(n, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)
    }),
    // Belgium, rijksregisternummer; from 2000 on a 2 is put before it
    dated(DIGITS_11, 2, 4, |n| [0, 2_000_000_000].iter().any(|century| 97 - (value(&n[..9]) + century) % 97 == value(&n[9..]))),
    // Greece, AMKA
    dated(DIGITS_11, 2, 0, luhn),
    // Finland, henkilötunnus, with the letter of the century, with its dash gone, or all digits
    dated("999999A999A", 2, 0, |n| finnish(value(&n[..6]) * 1000 + value(&n[7..10]), n[10])),
    dated("999999999A", 2, 0, |n| finnish(value(&n[..9]), n[9])),
    // Sweden, personnummer
    dated(DIGITS_10, 2, 4, luhn),
    dated("999999999999", 4, 6, |n| luhn(&n[2..])),
    // Bulgaria, EGN
    dated(DIGITS_10, 2, 4, |n| sum(n, &[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == n[9]),
    // Czechia and Slovakia, rodné číslo
    dated(DIGITS_10, 2, 4, |n| value(&n[..9]) % 11 % 10 == n[9]),
    // Romania, CNP
    dated(DIGITS_13, 3, 5, |n| {
        let rest = sum(n, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
        n[12] == if rest == 10 { 1 } else { rest }
    }),
    // Slovenia and its neighbours, EMŠO or JMBG
    dated(DIGITS_13, 2, 0, |n| sum(n, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11)),
    // Italy, codice fiscale
    undated("AAAAAA99A99A999A", italian),
    // Spain, DNI and NIE
    undated("99999999A", |n| spanish(value(&n[..8]), n[8])),
    undated("A9999999A", |n| (33..=35).contains(&n[0]) && spanish((n[0] - 33) * 10_000_000 + value(&n[1..8]), n[8])),
    // France, NIR
    undated("999999999999999", |n| (1..=2).contains(&n[0]) && 97 - value(&n[..13]) % 97 == value(&n[13..])),
    // Ireland, PPSN
    undated("9999999A", |n| n[7] == 9 + (sum(n, &[8, 7, 6, 5, 4, 3, 2]) + 22) % 23 + 1),
];

/// The schemes a standardised number fits, one bit each.
pub(crate) fn schemes(number: &str) -> u32 {
    let values: Option<Vec<u64>> = number.chars().map(|letter| letter.to_digit(36).map(u64::from)).collect();
    let Some(values) = values else { return 0 };
    let fits = |scheme: &Scheme| {
        let shape = scheme.shape.bytes();
        scheme.shape.len() == values.len()
            && shape.zip(&values).all(|(kind, value)| (kind == b'9') == (*value < 10))
            && scheme.born.is_none_or(|(month, day)| is_day(value(&values[month..month + 2]), value(&values[day..day + 2])))
            && (scheme.check)(&values)
    };
    SCHEMES.iter().enumerate().fold(0, |bits, (at, scheme)| bits | u32::from(fits(scheme)) << at)
}

/// Month and day, to which countries add 20, 40, 50, 60, 70 or 80 for sex, century or a foreigner.
fn is_day(month: u64, day: u64) -> bool {
    let month = [0, 20, 40, 50, 60, 70, 80].into_iter().any(|more| (more + 1..=more + 12).contains(&month));
    month && [0, 40, 60].into_iter().any(|more| (more + 1..=more + 31).contains(&day))
}

/// The weighted sum; values without a weight are left out.
fn sum(values: &[u64], weights: &[u64]) -> u64 {
    values.iter().zip(weights).map(|(value, weight)| value * weight).sum()
}

/// The digits as one number.
fn value(digits: &[u64]) -> u64 {
    digits.iter().fold(0, |number, digit| number * 10 + digit)
}

fn luhn(digits: &[u64]) -> bool {
    let doubled = |digit: u64| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u64 = digits.iter().rev().enumerate().map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit }).sum();
    sum.is_multiple_of(10)
}

fn baltic(n: &[u64]) -> bool {
    let first = sum(n, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
    let check = if first < 10 { first } else { sum(n, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10 };
    (1..=8).contains(&n[0]) && check == n[10]
}

fn is_letter_of(letters: &[u8], place: u64, letter: u64) -> bool {
    letters.get(place as usize).and_then(|letter| char::from(*letter).to_digit(36)).map(u64::from) == Some(letter)
}

fn finnish(number: u64, check: u64) -> bool {
    is_letter_of(b"0123456789ABCDEFHJKLMNPRSTUVWXY", number % 31, check)
}

fn spanish(number: u64, check: u64) -> bool {
    is_letter_of(b"TRWAGMYFPDXBNJZSQVHLCKE", number % 23, check)
}

fn italian(n: &[u64]) -> bool {
    const ODD: [u64; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let place = |value: u64| if value < 10 { value } else { value - 10 };
    let counts = |(at, value): (usize, &u64)| if at % 2 == 0 { ODD.get(place(*value) as usize).copied().unwrap_or(0) } else { place(*value) };
    n[..15].iter().enumerate().map(counts).sum::<u64>() % 26 == place(n[15])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_that_countries_give_as_examples_fit() {
        for number in [
            "44051401359", "37605030299", "16117519997", "15108695088", "85073003328", "131052308T", "8112189876", "7523169263", "7103192745",
            "1800101221144", "0101006500006", "RSSMRA85T10A562S", "12345678Z", "X1234567L", "295109912611193", "6433435F",
        ] {
            assert_ne!(schemes(number), 0, "{number}");
        }
    }

    #[test]
    fn one_wrong_digit_or_another_shape_does_not_fit() {
        for number in ["44051401358", "7523169264", "RSSMRA85T10A562T", "12345678A", "", "5304218", "é2345678Z"] {
            assert_eq!(schemes(number), 0, "{number}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_checked_without_panic(text in "\\PC{0,18}|[0-9A-Z]{8,16}|[0-9]{7,16}") {
            let _ = schemes(&text);
        }
    }
}

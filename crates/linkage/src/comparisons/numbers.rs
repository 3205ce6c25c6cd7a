//! Comparing dates, sexes, numbers and electronic addresses.

use super::{Level, texts_of};
use crate::dates::parts;
use crate::distances::{jaro_winkler_from, slips_up_to};
use crate::tables::{Record, Table};

/// Compares dates of birth, or years where one follows from an age.
pub(super) fn birth(a: &Record, b: &Record) -> Level {
    if a.birth == 0 || b.birth == 0 {
        return age(a, b);
    }
    let ((y1, m1, d1), (y2, m2, d2)) = (parts(a.birth), parts(b.birth));
    if m1 == 0 || m2 == 0 {
        return if y1.abs_diff(y2) <= 1 { Level::AgeAgrees } else { Level::AgeDiffers };
    }
    if a.birth == b.birth {
        return Level::Same;
    }
    if y1 == y2 && m1 == d2 && d1 == m2 {
        return Level::DayMonthSwapped;
    }
    if one_digit_apart(a.birth, b.birth) {
        return Level::OneSlip;
    }
    let equal = u8::from(y1 == y2) + u8::from(m1 == m2) + u8::from(d1 == d2);
    match (equal, y1 == y2) {
        (2, _) => Level::TwoParts,
        (_, true) => Level::SameYear,
        _ => Level::Different,
    }
}

fn age(a: &Record, b: &Record) -> Level {
    match (a.age, b.age) {
        (0, _) | (_, 0) => Level::Missing,
        (one, other) if one.abs_diff(other) <= 1 => Level::AgeAgrees,
        _ => Level::AgeDiffers,
    }
}

/// Whether two numbers of eight digits differ in one digit or in the order of two neighbours.
fn one_digit_apart(one: u32, other: u32) -> bool {
    let (mut one, mut other) = (one, other);
    // Not until one of them is nothing: zeros before a short year count as digits, whoever comes first.
    while one != other && one % 10 == other % 10 {
        one /= 10;
        other /= 10;
    }
    if one / 10 == other / 10 {
        return true;
    }
    one / 100 == other / 100 && one % 10 == other / 10 % 10 && other % 10 == one / 10 % 10
}

/// Compares the stated sexes.
pub(super) fn sex(a: &Record, b: &Record) -> Level {
    match (a.sex, b.sex) {
        (0, _) | (_, 0) => Level::Missing,
        (one, other) if one == other => Level::Same,
        _ => Level::Different,
    }
}

/// Compares personal numbers.
pub(super) fn national_id(table: &Table, a: &Record, b: &Record) -> Level {
    if a.id == 0 || b.id == 0 {
        return Level::Missing;
    }
    if a.id == b.id {
        return Level::Same;
    }
    let (first, second) = (&table.id_facts[a.id as usize], &table.id_facts[b.id as usize]);
    // Two numbers whose check digits are right are hardly one number with a slip in it.
    if first.schemes & second.schemes != 0 {
        let apart = a.birth != 0 && b.birth != 0 && a.birth != b.birth;
        return if apart { Level::OtherValidOtherBirth } else { Level::OtherValid };
    }
    if are_far_apart(2, first.marks, second.marks) {
        return Level::Different;
    }
    let (one, other) = texts_of(&table.ids, a.id, b.id);
    // Many countries write the date of birth into the number: then numbers of people born the same day are alike anyway.
    let same_birth = a.birth == b.birth && a.birth != 0;
    match (slips_up_to(2, one, other), same_birth) {
        (Some(0 | 1), false) => Level::OneSlip,
        (Some(0 | 1), true) => Level::OneSlipSameBirth,
        (Some(_), false) => Level::TwoSlips,
        (Some(_), true) => Level::TwoSlipsSameBirth,
        (None, _) => Level::Different,
    }
}

/// Which characters a number has, and how often: four bits each, as many of them set as there are, up to four.
pub(crate) fn marks(number: &str) -> u64 {
    number.bytes().fold(0, |marks, byte| {
        let place = u32::from(byte & 15) * 4;
        let next = (marks >> place & 15) << 1 | 1;
        marks | (next & 15) << place
    })
}

/// Whether numbers with these marks are more than so many slips apart: a slip changes the count of two characters at most.
fn are_far_apart(slips: u32, one: u64, other: u64) -> bool {
    (one ^ other).count_ones() > 2 * slips
}

/// Compares telephone numbers.
pub(super) fn phone(table: &Table, a: &Record, b: &Record) -> Level {
    if a.phone == 0 || b.phone == 0 {
        return Level::Missing;
    }
    if a.phone == b.phone {
        return Level::Same;
    }
    if are_far_apart(1, table.phone_marks[a.phone as usize], table.phone_marks[b.phone as usize]) {
        return Level::Different;
    }
    let (one, other) = texts_of(&table.phones, a.phone, b.phone);
    if slips_up_to(1, one, other).is_some() { Level::OneSlip } else { Level::Different }
}

/// Compares electronic addresses: the same mailbox at another provider is near.
pub(super) fn email(table: &Table, a: &Record, b: &Record) -> Level {
    if a.email == 0 || b.email == 0 {
        return Level::Missing;
    }
    if a.email == b.email {
        return Level::Same;
    }
    let (first, second) = (table.email_facts[a.email as usize], table.email_facts[b.email as usize]);
    if first.mailbox == second.mailbox {
        return Level::Near;
    }
    // Jaro-Winkler adds four tenths of what is missing at most.
    if !first.spelling.may_reach(91, second.spelling) {
        return Level::Different;
    }
    let (one, other) = texts_of(&table.emails, a.email, b.email);
    if jaro_winkler_from(0.95, one, other) > 0.0 { Level::Near } else { Level::Different }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_short_year_is_as_far_from_a_whole_one_as_the_other_way_round() {
        assert!(one_digit_apart(30_506, 20_030_506) && one_digit_apart(20_030_506, 30_506));
        assert!(!one_digit_apart(30_506, 19_030_506) && !one_digit_apart(19_030_506, 30_506));
    }

    proptest! {
        #[test]
        fn marks_never_hide_numbers_that_are_slips_apart(one in "[0-3A-C]{4,9}", other in "[0-3A-C]{4,9}") {
            if let Some(slips) = slips_up_to(2, &one, &other) {
                prop_assert!(!are_far_apart(slips as u32, marks(&one), marks(&other)));
            }
        }
    }
}

//! Comparing names.

use super::{Level, texts_of};
use crate::distances::{jaro_winkler_from, slips_up_to};
use crate::standards::{FEMALE, MALE};
use crate::tables::{Name, Record, Table};

/// Compares first names; a change of places with the surname is found here.
pub(super) fn given(table: &Table, a: &Record, b: &Record) -> Level {
    if a.given == 0 || b.given == 0 {
        return Level::Missing;
    }
    if a.given == b.given {
        return Level::Same;
    }
    if changed_places(table, a, b) {
        return Level::Swapped;
    }
    let (one, other) = (table.name(a.given), table.name(b.given));
    if one.spelling.length == 1 || other.spelling.length == 1 {
        return if one.initial == other.initial { Level::Initial } else { Level::Different };
    }
    if one.sound == other.sound || one.is_form_of(other) {
        return Level::Form;
    }
    let alike = alikeness(table, (a.given, one), (b.given, other));
    if alike == Level::Near {
        return Level::Near;
    }
    let elsewhere = |one: &Record, other: &Record| one.given == other.middle || one.given == other.family;
    if elsewhere(a, b) || elsewhere(b, a) {
        return Level::OtherName;
    }
    if (one.many_words || other.many_words) && is_part(table, a.given, b.given) {
        return Level::Contained;
    }
    alike
}

/// Compares surnames, knowing how the given names compared.
pub(super) fn family(table: &Table, a: &Record, b: &Record, given: Level) -> Level {
    if a.family == 0 || b.family == 0 {
        return Level::Missing;
    }
    if a.family == b.family {
        return Level::Same;
    }
    if given == Level::Swapped {
        return Level::Swapped;
    }
    let (one, other) = (table.name(a.family), table.name(b.family));
    if one.sound == other.sound || one.stem == other.stem {
        return Level::Form;
    }
    let alike = alikeness(table, (a.family, one), (b.family, other));
    if alike == Level::Near {
        return Level::Near;
    }
    if (one.many_words || other.many_words) && is_part(table, a.family, b.family) {
        return Level::Contained;
    }
    if alike == Level::Similar {
        return Level::Similar;
    }
    let woman = (a.sex == FEMALE && b.sex != MALE) || (b.sex == FEMALE && a.sex != MALE);
    if woman { Level::WomansOther } else { Level::Different }
}

/// Compares second names.
pub(super) fn middle(table: &Table, a: &Record, b: &Record) -> Level {
    if a.middle == 0 || b.middle == 0 {
        return Level::Missing;
    }
    if a.middle == b.middle {
        return Level::Same;
    }
    let (one, other) = (table.name(a.middle), table.name(b.middle));
    if one.spelling.length == 1 || other.spelling.length == 1 {
        return if one.initial == other.initial { Level::Initial } else { Level::Different };
    }
    if one.sound == other.sound || one.is_form_of(other) || is_part(table, a.middle, b.middle) {
        return Level::Near;
    }
    match alikeness(table, (a.middle, one), (b.middle, other)) {
        Level::Near | Level::Similar => Level::Near,
        _ => Level::Different,
    }
}

fn changed_places(table: &Table, a: &Record, b: &Record) -> bool {
    if a.family == 0 || b.family == 0 {
        return false;
    }
    let same = |one: u32, other: u32| one == other || table.name(one).sound == table.name(other).sound;
    let alike = |one: u32, other: u32| {
        let (one, other) = texts_of(&table.names, one, other);
        jaro_winkler_from(0.85, one, other) > 0.0
    };
    let (there, back) = (same(a.given, b.family), same(a.family, b.given));
    (there && (back || alike(a.family, b.given))) || (back && alike(a.given, b.family))
}

/// [`Level::Near`], [`Level::Similar`], [`Level::Loose`] or [`Level::Different`] by letters alone.
fn alikeness(table: &Table, (one, first): (u32, &Name), (other, second): (u32, &Name)) -> Level {
    if !first.spelling.may_reach(70, second.spelling) {
        return Level::Different;
    }
    let (one, other) = texts_of(&table.names, one, other);
    let score = jaro_winkler_from(0.7, one, other);
    if score >= 0.92 {
        return Level::Near;
    }
    // A slip in the first letters costs Jaro-Winkler its bonus; in a long name it is a slip all the same.
    if score > 0.0 && one.len().min(other.len()) >= 5 && slips_up_to(1, one, other).is_some() {
        return Level::Near;
    }
    match score {
        score if score >= 0.85 => Level::Similar,
        score if score >= 0.7 => Level::Loose,
        _ => Level::Different,
    }
}

/// Whether all words of one name, or the first of several, stand in the other.
fn is_part(table: &Table, one: u32, other: u32) -> bool {
    let (one, other) = texts_of(&table.names, one, other);
    let within = |small: &str, large: &str| small.len() > 1 && small.split(' ').all(|word| large.split(' ').any(|part| part == word));
    within(one, other) || within(other, one)
}

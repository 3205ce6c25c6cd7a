//! Comparing where people live, as one fact.

use super::{CROWD, Level, texts_of};
use crate::distances::{Spelling, jaro_winkler_from, slips_up_to};
use crate::tables::{Record, Table};

/// Whether two numbers are equal, or unknown if one is missing.
fn agree(one: u32, other: u32) -> Option<bool> {
    (one != 0 && other != 0).then_some(one == other)
}

/// Compares the addresses of two records.
pub(super) fn address(table: &Table, a: &Record, b: &Record) -> Level {
    let street = agree(a.street, b.street);
    let house = agree(a.house, b.house);
    let postcode = agree(a.postcode, b.postcode).filter(|same| *same || !one_slip(table, a.postcode, b.postcode));
    let place = either(place(table, a.city, b.city), place(table, a.suburb, b.suburb));
    let area = either(postcode, place);
    if street.is_none() && area.is_none() {
        return Level::Missing;
    }
    let same_flat = agree(a.unit, b.unit) != Some(false);
    if street == Some(true) {
        return match house {
            Some(true) if area == Some(false) || !same_flat => Level::OtherFlat,
            Some(true) if crowded(table, a.home) || crowded(table, b.home) => Level::CrowdedHome,
            Some(true) => Level::SameHome,
            Some(false) if area == Some(false) => Level::Different,
            Some(false) => Level::SameStreet,
            None => Level::PerhapsHome,
        };
    }
    if house == Some(true) && area != Some(false) {
        if street == Some(false) && similar_street(table, a, b) {
            return if same_flat { Level::NearHome } else { Level::OtherFlat };
        }
        if postcode == Some(true) {
            return Level::SameHouse;
        }
    }
    if house.is_none() && area == Some(true) && street == Some(false) && similar_street(table, a, b) {
        return Level::PerhapsHome;
    }
    if postcode == Some(true) {
        return Level::SamePostcode;
    }
    if place == Some(true) {
        return Level::SamePlace;
    }
    Level::Different
}

/// Whether many records share a home.
fn crowded(table: &Table, home: u32) -> bool {
    table.frequencies.home.get(home as usize).is_some_and(|count| *count > CROWD)
}

/// Whether two places are one, spelled almost alike; unknown if one is missing.
fn place(table: &Table, one: u32, other: u32) -> Option<bool> {
    if agree(one, other)? {
        return Some(true);
    }
    // Jaro-Winkler adds four tenths of what is missing at most.
    if !spelling(table, one).may_reach(83, spelling(table, other)) {
        return Some(false);
    }
    let (one, other) = texts_of(&table.places, one, other);
    Some(jaro_winkler_from(0.9, one, other) > 0.0)
}

/// Whether two postcodes are so close that one may be a slip of the pen.
fn one_slip(table: &Table, one: u32, other: u32) -> bool {
    if !spelling(table, one).may_be_slips_apart(1, spelling(table, other)) {
        return false;
    }
    let (one, other) = texts_of(&table.places, one, other);
    slips_up_to(1, one, other).is_some()
}

fn spelling(table: &Table, place: u32) -> Spelling {
    table.place_spellings[place as usize]
}

fn either(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    }
}

/// Whether all words of one street stand in another: a misspelt word for the kind of street was not recognised as such.
fn is_part(one: &str, other: &str) -> bool {
    one.len() >= 4 && one.split(' ').all(|word| other.split(' ').any(|known| known == word))
}

fn similar_street(table: &Table, a: &Record, b: &Record) -> bool {
    let (here, there) = (spelling(table, a.street), spelling(table, b.street));
    if !here.may_reach(80, there) && !here.may_be_within(there) && !there.may_be_within(here) {
        return false;
    }
    let (one, other) = texts_of(&table.places, a.street, b.street);
    jaro_winkler_from(0.88, one, other) > 0.0 || is_part(one, other) || is_part(other, one)
}

//! Stories of pairs.

use super::*;
use crate::fields::Field;
use proptest::prelude::*;

const FIELDS: [Field; 12] = [
    Field::GivenName,
    Field::MiddleName,
    Field::FamilyName,
    Field::BirthDate,
    Field::Sex,
    Field::NationalId,
    Field::Phone,
    Field::Email,
    Field::Street,
    Field::HouseNumber,
    Field::Unit,
    Field::Postcode,
];

/// Compares two people given as `given family`, birth date and sex.
fn pattern(one: [&str; 4], other: [&str; 4]) -> Pattern {
    let mut rows = Table::builder(&[Field::GivenName, Field::FamilyName, Field::BirthDate, Field::Sex]);
    rows.push(0, &one);
    rows.push(1, &other);
    let table = rows.build();
    compare(&table, &table.records[0], &table.records[1])
}

fn names(one: [&str; 2], other: [&str; 2]) -> (Level, Level) {
    let pattern = pattern([one[0], one[1], "", "F"], [other[0], other[1], "", "F"]);
    (pattern.level(Comparison::GivenName), pattern.level(Comparison::FamilyName))
}

fn births(one: &str, other: &str) -> Level {
    pattern(["", "", one, ""], ["", "", other, ""]).level(Comparison::BirthDate)
}

fn addresses(one: [&str; 5], other: [&str; 5]) -> Level {
    let mut rows = Table::builder(&[Field::Street, Field::HouseNumber, Field::Unit, Field::Postcode, Field::City]);
    rows.push(0, &one);
    rows.push(1, &other);
    let table = rows.build();
    compare(&table, &table.records[0], &table.records[1]).level(Comparison::Address)
}

#[test]
fn swapped_names_are_still_the_same_person() {
    assert_eq!(names(["Ilona", "Lakatos"], ["Lakatos", "Ilona"]), (Level::Swapped, Level::Swapped));
    assert_eq!(names(["Ilona", "Lakatos"], ["Lakatosz", "Ilona"]), (Level::Swapped, Level::Swapped));
}

#[test]
fn each_kind_of_kinship_between_names_has_its_level() {
    assert_eq!(names(["Lisa", "Kowalski"], ["Elisabeth", "Kowalska"]), (Level::Form, Level::Form));
    assert_eq!(names(["Aureliya", "Rimkutė"], ["Aurelija", "Rimkus"]), (Level::Form, Level::Form));
    assert_eq!(names(["Raimonda", "Zukauskaite"], ["Raimnoda", "Zukausklite"]), (Level::Near, Level::Near));
    assert_eq!(names(["J", "Llorente"], ["Juan", "Llorente Alicia"]), (Level::Initial, Level::Contained));
    assert_eq!(names(["Anna Maria", "Bla"], ["Maria", "Bodin"]), (Level::Contained, Level::WomansOther));
    assert_eq!(names(["Juliana", "Roman"], ["Masoen", "Juliana"]).0, Level::OtherName);
    assert_eq!(names(["", "Roman"], ["Masoen", ""]), (Level::Missing, Level::Missing));
}

#[test]
fn a_man_who_changes_his_name_is_another_matter() {
    let level = |sex| pattern(["Jan", "Bla", "", sex], ["Jan", "Bodin", "", ""]).level(Comparison::FamilyName);
    assert_eq!((level("F"), level("M"), level("")), (Level::WomansOther, Level::Different, Level::Different));
}

#[test]
fn each_slip_in_a_date_has_its_level() {
    assert_eq!(births("1980-02-17", "1980-02-17"), Level::Same);
    assert_eq!(births("1980-02-11", "1980-11-02"), Level::DayMonthSwapped);
    assert_eq!(births("1980-02-17", "1981-02-17"), Level::OneSlip);
    assert_eq!(births("1980-02-17", "1980-02-71"), Level::OneSlip);
    assert_eq!(births("1980-02-17", "1955-02-17"), Level::TwoParts);
    assert_eq!(births("1980-02-17", "1980-11-23"), Level::SameYear);
    assert_eq!(births("1980-02-17", "1955-11-23"), Level::Different);
    assert_eq!(births("1980-02-17", "1981"), Level::AgeAgrees);
    assert_eq!(births("1980-02-17", "1985"), Level::AgeDiffers);
}

#[test]
fn an_address_is_one_fact_with_many_levels() {
    let home = ["Vilniaus g.", "5", "12", "10115", "Kaunas"];
    assert_eq!(addresses(home, ["Vilniaus gatvė", "5", "", "10115", "KAUNAS"]), Level::SameHome);
    assert_eq!(addresses(home, ["Vilnaus gatvė", "5", "12", "10115", "Kaunas"]), Level::NearHome);
    assert_eq!(addresses(home, ["Vilniaus gatvė", "5", "13", "10115", "Kaunas"]), Level::OtherFlat);
    assert_eq!(addresses(home, ["Vilniaus gatvė", "7", "", "10115", "Kaunas"]), Level::SameStreet);
    assert_eq!(addresses(home, ["Ąžuolų gatvė", "5", "", "10115", "Kaunas"]), Level::SameHouse);
    assert_eq!(addresses(home, ["Ąžuolų gatvė", "7", "", "10115", "Kaunas"]), Level::SamePostcode);
    assert_eq!(addresses(home, ["Ąžuolų gatvė", "7", "", "55555", "Kaunas"]), Level::SamePlace);
    assert_eq!(addresses(home, ["Ąžuolų gatvė", "7", "", "55555", "Tartu"]), Level::Different);
    assert_eq!(addresses(home, ["", "", "", "", ""]), Level::Missing);
}

#[test]
fn numbers_of_people_born_the_same_day_are_judged_apart() {
    let mut rows = Table::builder(&[Field::NationalId, Field::BirthDate]);
    for (id, birth) in [("38011143892", "1980-11-14"), ("38011143829", "1980-11-14"), ("38011143829", "1981-10-03")] {
        rows.push(0, &[id, birth]);
    }
    let table = rows.build();
    let level = |a: usize, b: usize| compare(&table, &table.records[a], &table.records[b]).level(Comparison::NationalId);
    assert_eq!((level(0, 1), level(0, 2), level(1, 2)), (Level::OneSlipSameBirth, Level::OneSlip, Level::Same));
}

#[test]
fn every_level_of_every_comparison_fits_into_four_bits() {
    for comparison in Comparison::ALL {
        assert!(comparison.levels().len() < 15, "{comparison:?}");
        for level in comparison.levels() {
            let code = code_of(comparison, *level);
            assert!((1..15).contains(&code));
        }
    }
}

/// A short text, often empty, often alike others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[ab]{1,3}", "[12]{1,9}", "[ab]{1,3} [ab]{1,3}", Just("1980-02-11".to_owned()), Just("F".to_owned()), "\\PC{0,6}"]
}

proptest! {
    #[test]
    fn a_comparison_does_not_depend_on_who_comes_first(one in prop::collection::vec(text(), 12), other in prop::collection::vec(text(), 12)) {
        let mut rows = Table::builder(&FIELDS);
        for row in [&one, &other] {
            let row: Vec<&str> = row.iter().map(String::as_str).collect();
            rows.push(0, &row);
        }
        let table = rows.build();
        let (a, b) = (&table.records[0], &table.records[1]);
        prop_assert_eq!(compare(&table, a, b), compare(&table, b, a));
    }
}

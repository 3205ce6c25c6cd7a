//! Weights of general experience: where learning starts, and what stays where there is little to learn from.

use super::{Chance, DEFAULT_CUT, MODEL_VERSION, Model, Origin, Weighing};
use crate::comparisons::{Comparison, Level};

/// Level, m, u, u at one address.
type Row = (Level, f64, f64, f64);

const GIVEN: &[Row] = &[
    (Level::Same, 0.85, 0.004, 0.02),
    (Level::Form, 0.03, 0.001, 0.01),
    (Level::Near, 0.05, 0.002, 0.01),
    (Level::Swapped, 0.01, 0.004, 0.004),
    (Level::OtherName, 0.005, 0.001, 0.01),
    (Level::Contained, 0.01, 0.000_5, 0.005),
    (Level::Similar, 0.01, 0.005, 0.01),
    (Level::Initial, 0.01, 0.08, 0.1),
    (Level::Loose, 0.005, 0.03, 0.04),
    (Level::Different, 0.02, 0.87, 0.8),
];
const FAMILY: &[Row] = &[
    (Level::Same, 0.85, 0.001, 0.6),
    (Level::Near, 0.05, 0.000_5, 0.02),
    (Level::Form, 0.02, 0.000_5, 0.05),
    (Level::Swapped, 1.0, 0.001, 0.001),
    (Level::Contained, 0.02, 0.000_3, 0.03),
    (Level::Similar, 0.005, 0.003, 0.01),
    (Level::WomansOther, 0.03, 0.3, 0.1),
    (Level::Different, 0.015, 0.695, 0.19),
];
const MIDDLE: &[Row] = &[
    (Level::Same, 0.8, 0.01, 0.02),
    (Level::Near, 0.05, 0.005, 0.01),
    (Level::Initial, 0.1, 0.06, 0.07),
    (Level::Different, 0.05, 0.925, 0.9),
];
const BIRTH: &[Row] = &[
    (Level::Same, 0.93, 0.000_06, 0.015),
    (Level::DayMonthSwapped, 0.01, 0.000_02, 0.000_1),
    (Level::OneSlip, 0.025, 0.001, 0.001),
    (Level::TwoParts, 0.015, 0.003, 0.005),
    (Level::SameYear, 0.005, 0.012, 0.02),
    (Level::Different, 0.005, 0.92, 0.9),
    (Level::AgeAgrees, 0.009, 0.03, 0.03),
    (Level::AgeDiffers, 0.001, 0.97, 0.97),
];
const SEX: &[Row] = &[(Level::Same, 0.985, 0.5, 0.4), (Level::Different, 0.015, 0.5, 0.6)];
const ID: &[Row] = &[
    (Level::Same, 0.95, 0.000_001, 0.002),
    (Level::OneSlip, 0.02, 0.000_01, 0.000_1),
    (Level::TwoSlips, 0.01, 0.000_2, 0.000_5),
    (Level::Different, 0.02, 0.999_789, 0.997),
    (Level::OneSlipSameBirth, 0.02, 0.000_1, 0.000_1),
    (Level::TwoSlipsSameBirth, 0.01, 0.002, 0.002),
    (Level::OtherValid, 0.01, 0.5, 0.5),
    (Level::OtherValidOtherBirth, 0.000_5, 0.5, 0.5),
];
const PHONE: &[Row] = &[
    (Level::Same, 0.6, 0.000_005, 0.2),
    (Level::OneSlip, 0.03, 0.000_01, 0.001),
    (Level::Different, 0.37, 0.999_985, 0.799),
];
const EMAIL: &[Row] = &[
    (Level::Same, 0.7, 0.000_002, 0.05),
    (Level::Near, 0.1, 0.000_02, 0.01),
    (Level::Different, 0.2, 0.999_978, 0.94),
];
const ADDRESS: &[Row] = &[
    (Level::SameHome, 0.55, 0.000_01, 0.000_01),
    (Level::CrowdedHome, 0.01, 0.000_1, 0.000_1),
    (Level::NearHome, 0.04, 0.000_02, 0.000_02),
    (Level::OtherFlat, 0.03, 0.000_02, 0.000_02),
    (Level::SameHouse, 0.02, 0.000_03, 0.000_03),
    (Level::SameStreet, 0.03, 0.000_5, 0.000_5),
    (Level::PerhapsHome, 0.03, 0.000_2, 0.000_2),
    (Level::SamePostcode, 0.05, 0.001, 0.001),
    (Level::SamePlace, 0.12, 0.05, 0.05),
    (Level::Different, 0.15, 0.948, 0.948),
];
const SOURCE: &[Row] = &[(Level::OneSource, 1.0, 1.0, 1.0), (Level::TwoSources, 1.0, 1.0, 1.0)];

fn rows(comparison: Comparison) -> &'static [Row] {
    match comparison {
        Comparison::GivenName => GIVEN,
        Comparison::FamilyName => FAMILY,
        Comparison::MiddleName => MIDDLE,
        Comparison::BirthDate => BIRTH,
        Comparison::Sex => SEX,
        Comparison::NationalId => ID,
        Comparison::Phone => PHONE,
        Comparison::Email => EMAIL,
        Comparison::Address => ADDRESS,
        Comparison::Source => SOURCE,
    }
}

pub(super) fn model() -> Model {
    let chance = |&(level, m, u, u_at_home): &Row| Chance { level, m, u, u_at_home, origin: Origin::Default };
    let comparisons =
        Comparison::ALL.into_iter().map(|name| Weighing { name, levels: rows(name).iter().map(chance).collect() }).collect();
    Model { version: MODEL_VERSION, records: 0, prior: 0.000_1, copies: 2.0, cut: DEFAULT_CUT, comparisons, sources: Vec::new(), values: Vec::new() }
}

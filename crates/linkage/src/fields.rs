//! The columns a table of people may have.

use serde::{Deserialize, Serialize};

/// What a column says about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// First name, or several.
    GivenName,
    /// Second name or its initial.
    MiddleName,
    /// Surname, also of several parts.
    FamilyName,
    /// Whole name in one column; `Family, Given` or `Given Family`.
    FullName,
    /// Date of birth in any order of day, month and year.
    BirthDate,
    /// Age in years, used where the date of birth is missing.
    Age,
    /// `F`, `female`, `2`, `M`, `male`, `1` and the like.
    Sex,
    /// A number given to one person for life.
    NationalId,
    /// Telephone number in any notation.
    Phone,
    /// Electronic mail address.
    Email,
    /// Street, with or without the house number.
    Street,
    /// House number.
    HouseNumber,
    /// Flat, apartment, floor.
    Unit,
    /// Post office box, stands in for a missing street.
    PoBox,
    /// Postal code.
    Postcode,
    /// Town or city.
    City,
    /// State, county or region.
    Region,
    /// District of a town, or a second address line.
    Suburb,
}

impl Field {
    /// Every field, in the order of declaration.
    pub const ALL: [Field; 18] = [
        Field::GivenName,
        Field::MiddleName,
        Field::FamilyName,
        Field::FullName,
        Field::BirthDate,
        Field::Age,
        Field::Sex,
        Field::NationalId,
        Field::Phone,
        Field::Email,
        Field::Street,
        Field::HouseNumber,
        Field::Unit,
        Field::PoBox,
        Field::Postcode,
        Field::City,
        Field::Region,
        Field::Suburb,
    ];

    /// The name used in files: `given_name`, `birth_date` and so on.
    pub fn name(self) -> &'static str {
        match self {
            Field::GivenName => "given_name",
            Field::MiddleName => "middle_name",
            Field::FamilyName => "family_name",
            Field::FullName => "full_name",
            Field::BirthDate => "birth_date",
            Field::Age => "age",
            Field::Sex => "sex",
            Field::NationalId => "national_id",
            Field::Phone => "phone",
            Field::Email => "email",
            Field::Street => "street",
            Field::HouseNumber => "house_number",
            Field::Unit => "unit",
            Field::PoBox => "po_box",
            Field::Postcode => "postcode",
            Field::City => "city",
            Field::Region => "region",
            Field::Suburb => "suburb",
        }
    }

    /// The field with this name, if there is one.
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_name() {
        for field in Field::ALL {
            assert_eq!(Field::named(field.name()), Some(field));
        }
        assert_eq!(Field::named("shoe_size"), None);
    }
}

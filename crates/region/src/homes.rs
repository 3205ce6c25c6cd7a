//! Invented towns, streets and homes.

use crate::chance::Chance;

/// Towns of Aldermark with the first digits of their post codes, the largest first.
const TOWNS: [(&str, u32); 16] = [
    ("Aldermark", 10),
    ("Kesteny", 12),
    ("Vaskova", 14),
    ("Liepsna", 21),
    ("Brodnik", 23),
    ("Harsfalva", 25),
    ("Ostermoor", 31),
    ("Talvik", 33),
    ("Sarvend", 35),
    ("Mirograd", 41),
    ("Dunaszeg-Nova", 43),
    ("Pilvenai", 45),
    ("Grunau-Tor", 52),
    ("Zelenac", 54),
    ("Kalnuose", 61),
    ("Fehérrév", 63),
];
const STREET_STARTS: [&str; 24] = [
    "Linden", "Alder", "Mill", "Copper", "Harbour", "Orchard", "Chapel", "Bridge", "Weaver",
    "Lantern", "Saffron", "Juniper", "Heron", "Quarry", "Barley", "Sexton", "Falcon", "Poplar",
    "Kiln", "Ferry", "Rosehip", "Tanner", "Winter", "Garden",
];
const STREET_ENDS: [&str; 6] = ["gasse", " utca", " Street", " gatvė", "weg", " ulica"];

/// Where someone lives.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    pub street: String,
    pub house: String,
    pub unit: String,
    pub postcode: String,
    pub city: String,
}

impl Home {
    /// A home that is written down as it is.
    pub(crate) fn at(
        street: &str,
        house: &str,
        unit: &str,
        (postcode, city): (&str, &str),
    ) -> Self {
        let [street, house, unit, postcode, city] =
            [street, house, unit, postcode, city].map(str::to_owned);
        Self {
            street,
            house,
            unit,
            postcode,
            city,
        }
    }

    /// Any home, more likely in a large town.
    pub(crate) fn somewhere(chance: &mut Chance) -> Self {
        let unit = chance.unit();
        let (city, start) = TOWNS
            .get((unit * unit * TOWNS.len() as f64) as usize)
            .copied()
            .unwrap_or(("Aldermark", 10));
        let street = format!(
            "{}{}",
            chance.one(&STREET_STARTS),
            chance.common(&STREET_ENDS)
        );
        let flat = chance.is(0.6);
        Self {
            street,
            house: chance.between(1, 120).to_string() + if chance.is(0.1) { "a" } else { "" },
            unit: if flat {
                format!("{}/{}", chance.between(1, 9), chance.between(1, 24))
            } else {
                String::new()
            },
            postcode: format!("{start}{:02}", chance.between(0, 29)),
            city: city.to_owned(),
        }
    }
}

/// A telephone number, digits only, country code first; 999 is nobody's country.
pub(crate) fn phone(chance: &mut Chance) -> String {
    format!(
        "9996{}{:07}",
        chance.one(&["0", "2", "3", "7"]),
        chance.between(0, 9_999_999)
    )
}

/// A telephone number the way this person at the counter writes it.
pub(crate) fn written_phone(digits: &str, style: usize) -> String {
    let part = |range| digits.get(range).unwrap_or_default();
    let (area, middle, end, rest) = (
        part(3..5),
        part(5..8),
        part(8..12),
        digits.get(12..).unwrap_or_default(),
    );
    match style % 6 {
        0 => format!("+{}{rest}", part(0..12)),
        1 => format!("0{area} {middle} {end}{rest}"),
        2 => format!("+999 {area} {middle} {end}{rest}"),
        3 => format!("0{area}/{middle}-{end}{rest}"),
        4 => format!("00{}{rest}", part(0..12)),
        _ => format!("({area}) {middle}.{end}{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_phone_keeps_its_digits() {
        for style in 0..6 {
            let digits: String = written_phone("999601234567", style)
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            assert!(digits.ends_with("601234567"), "{digits}");
        }
    }
}

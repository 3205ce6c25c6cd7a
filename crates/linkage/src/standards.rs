//! One way of writing each kind of value.

use crate::folding::fold;

/// The sexes a record may state; 0 is missing.
pub(crate) const FEMALE: u8 = 1;
/// See [`FEMALE`].
pub(crate) const MALE: u8 = 2;
/// Neither of the two, stated as such.
pub(crate) const OTHER: u8 = 3;

/// Words that say what kind of street it is, folded, in several languages; sources leave them out or shorten them at will.
const STREET_WORDS: &[&str] = &[
    "street", "str", "st", "road", "rd", "avenue", "ave", "av", "lane", "ln", "drive", "dr", "court", "ct", "place", "pl", "crescent", "cres",
    "circuit", "cct", "close", "terrace", "tce", "way", "boulevard", "blvd", "parkway", "pkwy", "square", "sq", "trail", "trl", "circle", "cir",
    "gatve", "g", "prospektas", "pr", "aleja", "al", "takas", "tak", "plentas", "pl", "skersgatvis", "aikste", "kelias", "alley", "aleya",
    "gatvė", "ulica", "ul", "ulitsa", "prospekt", "rue", "avda", "avenida", "calle", "c", "paseo", "via", "viale", "piazza", "rua", "strasse",
    "weg", "platz", "allee", "gasse", "straat", "laan", "plein", "tee", "tn", "tanav", "puiestee", "mnt", "katu", "tie", "kuja", "iela", "utca",
    "ut", "vej", "gade", "gata", "gatan", "vagen", "chemin", "impasse", "aleje", "osiedle", "os", "plac", "de", "du", "des", "la", "le", "del",
];

/// A street without the words that only say what kind of street it is; the whole folded text if nothing else is left.
pub(crate) fn street(text: &str) -> String {
    let folded = fold(text);
    let kept: Vec<&str> = folded.split(' ').filter(|word| !STREET_WORDS.contains(word)).collect();
    if kept.is_empty() { folded } else { kept.join(" ") }
}

/// A street and the house number at its start or end, for tables without a column of house numbers.
pub(crate) fn street_and_number(text: &str) -> (String, String) {
    let whole = street(text);
    let numbered = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    if let Some((rest, last)) = whole.rsplit_once(' ')
        && numbered(last)
    {
        return match rest.rsplit_once(' ') {
            // `Main street 12-5` folds to three words: house, then flat.
            Some((name, house)) if numbered(house) => (name.to_owned(), house.to_owned()),
            _ => (rest.to_owned(), last.to_owned()),
        };
    }
    match whole.split_once(' ') {
        Some((first, rest)) if numbered(first) => (rest.to_owned(), first.to_owned()),
        _ => (whole, String::new()),
    }
}

/// Letters and digits only, upper case, without the zeros in front: house numbers, flats, postcodes.
pub(crate) fn code(text: &str) -> String {
    let kept: String = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    kept
}

/// A flat without the words around its number: `apartment # 103`, `apt 103` and `103` are one.
pub(crate) fn unit(text: &str) -> String {
    let folded = fold(text);
    let kept: Vec<&str> = folded.split(' ').filter(|word| word.bytes().any(|byte| byte.is_ascii_digit()) || word.len() == 1).collect();
    if kept.is_empty() { folded } else { kept.join(" ") }
}

/// A house number without leading zeros.
pub(crate) fn house(text: &str) -> String {
    let kept = code(text);
    let trimmed = kept.trim_start_matches('0');
    if trimmed.is_empty() { kept } else { trimmed.to_owned() }
}

/// A personal number without its separators; missing if it is one letter or digit over and over.
pub(crate) fn national_id(text: &str) -> String {
    let kept = code(text);
    if kept.len() < 4 || is_one_letter(&kept) { String::new() } else { kept }
}

/// The last eight digits of a telephone number: country codes and trunk zeros differ between sources.
pub(crate) fn phone(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < 6 || is_one_letter(&digits) {
        return String::new();
    }
    digits.get(digits.len().saturating_sub(8)..).unwrap_or(&digits).to_owned()
}

fn is_one_letter(text: &str) -> bool {
    let mut bytes = text.bytes();
    let first = bytes.next();
    bytes.all(|byte| Some(byte) == first)
}

/// An electronic address in lower case, without a `+tag`; missing without an `@` between two parts.
pub(crate) fn email(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    match lower.split_once('@') {
        Some((name, domain)) if !name.is_empty() && domain.len() > 2 => {
            let name = name.split_once('+').map_or(name, |(before, _)| before);
            format!("{name}@{domain}")
        }
        _ => String::new(),
    }
}

/// The sex a text states in words or codes of several languages; 0 if it states none.
pub(crate) fn sex(text: &str) -> u8 {
    match fold(text).as_str() {
        "f" | "female" | "w" | "woman" | "weiblich" | "frau" | "femme" | "feminin" | "2" | "moteris" | "mot" | "k" | "kobieta" | "zh" | "zhenskiy"
        | "mujer" | "femenino" | "femmina" | "femminile" | "vrouw" | "nainen" | "naine" | "sieviete" | "zena" | "girl" => FEMALE,
        "m" | "male" | "man" | "mann" | "mannlich" | "herr" | "homme" | "masculin" | "1" | "vyras" | "vyr" | "mezczyzna" | "muzhskoy" | "hombre"
        | "masculino" | "maschio" | "maschile" | "mies" | "mees" | "virietis" | "muz" | "boy" | "h" => MALE,
        "x" | "d" | "divers" | "other" | "nonbinary" | "non binary" => OTHER,
        _ => 0,
    }
}

/// Words that stand where a value should be.
pub(crate) fn says_nothing(text: &str) -> bool {
    matches!(
        text.trim().to_ascii_lowercase().as_str(),
        "" | "-" | "--" | "." | "?" | "na" | "n/a" | "nan" | "null" | "none" | "unknown" | "missing" | "unk" | "#n/a" | "nil"
    )
}

/// Given, middle and family name out of one text: `Family, Given Middle` or `Given Middle Family`.
pub(crate) fn split_name(text: &str) -> (String, String, String) {
    if let Some((family, given)) = text.split_once(',') {
        let given = fold(given);
        let (first, rest) = given.split_once(' ').unwrap_or((&given, ""));
        return (first.to_owned(), rest.to_owned(), fold(family));
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    match words.as_slice() {
        [] => (String::new(), String::new(), String::new()),
        [only] => (String::new(), String::new(), (*only).to_owned()),
        [first, middle @ .., last] => ((*first).to_owned(), middle.join(" "), (*last).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_street_is_the_same_with_and_without_its_kind() {
        assert_eq!(street("Varėna prospektas"), street("Varena pr."));
        assert_eq!(street("ulica Kaśka"), street("ul. Kaska"));
        assert_eq!(street("The Avenue"), "the");
        assert_eq!(street("Street"), "street");
    }

    #[test]
    fn a_house_number_is_found_at_either_end() {
        assert_eq!(street_and_number("12 Forbes Street"), ("forbes".into(), "12".into()));
        assert_eq!(street_and_number("Gedimino pr. 9-4"), ("gedimino".into(), "9".into()));
        assert_eq!(street_and_number("Forbes Street"), ("forbes".into(), String::new()));
    }

    #[test]
    fn phones_of_two_notations_are_one() {
        assert_eq!(phone("+370 605 35188"), phone("860535188"));
        assert_eq!(phone("00000000"), "");
        assert_eq!(phone("12"), "");
    }

    #[test]
    fn ids_emails_flats_and_sexes_lose_their_dress() {
        assert_eq!(national_id("152-03-1243"), "152031243");
        assert_eq!(national_id("999 999 999"), "");
        assert_eq!(email(" Anna+work@Mail.EE "), "anna@mail.ee");
        assert_eq!(email("none"), "");
        assert_eq!(unit("apartment # 103"), unit("apt 103"));
        assert_eq!(sex("Weiblich"), FEMALE);
        assert_eq!(sex("Male"), MALE);
        assert_eq!(sex("unknown"), 0);
    }

    #[test]
    fn a_whole_name_is_parted() {
        assert_eq!(split_name("Lakatos, Ilona"), ("ilona".into(), String::new(), "lakatos".into()));
        assert_eq!(split_name("Ilona Maria Lakatos"), ("ilona".into(), "maria".into(), "lakatos".into()));
        assert_eq!(split_name(""), (String::new(), String::new(), String::new()));
    }
}

//! Every table of the register has a place in a copy, and other people's names do not.

use super::places::{PLACES, Place, reasons};
use super::redact::redact;
use office::Pack;
use std::collections::BTreeSet;

// A person's right 22.
#[test]
fn every_table_about_people_has_a_place_in_a_copy() {
    let register = Pack::eu_default().unwrap().register;
    let about: BTreeSet<&str> =
        register.classes.iter().filter(|class| class.people != "nobody").flat_map(|class| class.columns.keys().map(String::as_str)).collect();
    let placed: BTreeSet<&str> = PLACES.iter().map(|(table, _)| *table).collect();
    assert_eq!(placed.len(), PLACES.len(), "a table stands twice");
    let missing: Vec<&&str> = about.difference(&placed).collect();
    assert!(missing.is_empty(), "{missing:?} have no place in a copy: give each one in copies/places.rs, and read it in copies/gather.rs");
    assert_eq!(placed.difference(&about).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn every_section_and_every_reason_is_told_in_every_language() {
    let sections = PLACES.iter().filter_map(|(_, place)| match place {
        Place::In(word) => Some(word),
        Place::Out(_) => None,
    });
    let keys: BTreeSet<String> = sections
        .flat_map(|word| [format!("copy-section-{word}"), format!("copy-why-{word}")])
        .chain(reasons().iter().map(|word| format!("copy-left-{word}")))
        .collect();
    let register = Pack::eu_default().unwrap().register;
    let known: BTreeSet<&str> = register.classes.iter().map(|class| class.word.as_str()).collect();
    for (_, place) in PLACES {
        if let Place::In(word) = place {
            assert!(known.contains(super::places::class_of(word)), "how long {word} is kept stands in no class");
        }
    }
    for language in web::LANGUAGES {
        let known = web::Texts::keys(language.tag);
        assert_eq!(keys.iter().filter(|key| !known.contains(*key)).collect::<Vec<_>>(), Vec::<&String>::new(), "{}", language.tag);
    }
}

#[test]
fn a_name_is_taken_out_where_it_stands_as_a_word_of_its_own() {
    let names = [("Anna Novak".to_owned(), "[another person]".to_owned()), ("Jan Bo".to_owned(), "[a counsellor]".to_owned())];
    assert_eq!(redact("Anna Novak came; Anna Novakova did not. “Anna Novak”", &names), "[another person] came; Anna Novakova did not. “[another person]”");
    assert_eq!(redact("Jan Bo, Jan Bohr, xJan Bo, Jan BoJan Bo", &names), "[a counsellor], Jan Bohr, xJan Bo, Jan BoJan Bo");
    assert_eq!(redact("Nobody", &names), "Nobody");
}

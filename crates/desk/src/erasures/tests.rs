//! Nothing that is kept of somebody is forgotten by an erasure.

mod sequences;

use super::removal::tables;
use office::Pack;
use std::collections::BTreeSet;

/// What an erasure of somebody leaves where it is, and why. Models, estimates and samples are of everybody: they go with their own time.
const STAYS: &[(&str, &str)] = &[
    ("access_log", "says who looked, with a reference that leads to nobody; its own time ends it"),
    ("access_head", "counts lines"),
    ("subject_key", "the key is destroyed; the empty row keeps another from being made"),
    ("record_token", "the room of search forgets it"),
    ("token_variant", "the room of search forgets it"),
    ("link_key", "the room of links forgets it"),
    ("link_value", "counts how many records have a value that is hashed"),
    ("cover", "is of staff alone"),
    ("policy_signature", "is of staff alone"),
    ("arrangement", "is of organisations and their staff"),
    ("arrangement_end", "is of organisations and their staff"),
    ("watched", "counts lines"),
    ("feed", "names no person"),
    ("feed_run", "names no person"),
    ("sign_in_try", "stands under a keyed hash for a day"),
    ("passkey_asked", "stands for minutes"),
    ("erasing", "empty when it is done"),
];

// A person's right 25.
#[test]
fn every_table_about_people_goes_with_an_erasure_or_says_why_it_stays() {
    let register = Pack::eu_default().unwrap().register;
    let about: BTreeSet<&str> =
        register.classes.iter().filter(|class| class.people != "nobody").flat_map(|class| class.columns.keys().map(String::as_str)).collect();
    let stays: BTreeSet<&str> = STAYS.iter().map(|(table, _)| *table).collect();
    let goes: BTreeSet<&str> = tables().collect();
    assert_eq!(goes.intersection(&stays).collect::<Vec<_>>(), Vec::<&&str>::new());
    let known: BTreeSet<&str> = goes.union(&stays).copied().collect();
    assert_eq!(about, known, "each table about people is removed in erasures/removal/store.rs, or stays with a reason");
}

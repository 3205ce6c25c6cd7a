//! What encodings find, and what they keep to themselves.

use super::*;
use crate::Field;
use std::collections::HashSet;

const FIELDS: [Field; 6] = [Field::GivenName, Field::MiddleName, Field::FamilyName, Field::BirthDate, Field::NationalId, Field::Street];

fn table(rows: &[[&str; 6]]) -> Table {
    let mut builder = Table::builder(&FIELDS);
    for row in rows {
        builder.push(0, row);
    }
    builder.build()
}

fn secret() -> Secret {
    Secret::new(&[7; 32], "clinic and employment service")
}

fn sets(ours: &[[&str; 6]], theirs: &[[&str; 6]]) -> (Encoded, Encoded) {
    (encode(&table(ours), None, &secret(), &[1; 32]), encode(&table(theirs), None, &secret(), &[2; 32]))
}

/// The rows of the second table that are found in the first.
fn found(ours: &[[&str; 6]], theirs: &[[&str; 6]]) -> Vec<u32> {
    let (ours, theirs) = sets(ours, theirs);
    let handles: HashSet<u64> = match_encodings(&ours.rows, &theirs.rows).iter().map(|m| theirs.rows[m.theirs as usize].handle).collect();
    let people: HashSet<u32> = theirs.kept.iter().filter(|kept| handles.contains(&kept.handle)).map(|kept| kept.person).collect();
    theirs.kept.iter().filter(|kept| people.contains(&kept.person)).map(|kept| kept.row).collect()
}

const ILONA: [&str; 6] = ["Ilona", "Zsófia", "Lakatos", "1981-04-03", "48104031234", "Tilto gatve 3"];

#[test]
fn a_mistake_in_one_fact_does_not_lose_the_person() {
    for other in [
        ["Ilona", "", "Lakatos", "03.04.1981", "", ""],
        ["LAKATOS", "Z", "ILONA", "1981-04-03", "", ""],
        ["Ilonka", "Z.", "Lakatos", "1981-04-03", "", ""],
        ["Ilona", "Zsófia", "Nagy", "1981-04-03", "", ""],
        ["Ilona", "Zsófia", "Lakatos", "1981-03-04", "", ""],
        ["Ilona", "", "Lakatos", "", "48104O31234", ""],
        ["Ilona", "", "Lakatos", "", "48104037234", ""],
        ["", "", "Lakatoš", "1981-09-09", "48104031234", ""],
        ["Ilona", "Zsófia", "Lakatos", "", "", "Tilto 3"],
    ] {
        assert_eq!(found(&[ILONA], &[other]), [0], "{other:?}");
    }
}

#[test]
fn another_person_is_not_found() {
    for other in [
        ["Ilona", "Zsófia", "Lakatos", "", "", ""],
        ["Peter", "P", "Lakatos", "", "48104031234", ""],
        ["Peter", "", "Lakatos", "", "", "Tilto gatve 3"],
        ["Marta", "", "Nagy", "1981-04-03", "", ""],
    ] {
        assert_eq!(found(&[ILONA], &[other]), [] as [u32; 0], "{other:?}");
    }
}

#[test]
fn another_key_or_another_exchange_finds_nobody() {
    let ours = encode(&table(&[ILONA]), None, &secret(), &[1; 32]);
    for other in [Secret::new(&[8; 32], "clinic and employment service"), Secret::new(&[7; 32], "another exchange")] {
        let theirs = encode(&table(&[ILONA]), None, &other, &[2; 32]);
        assert_eq!(match_encodings(&ours.rows, &theirs.rows), []);
    }
}

#[test]
fn no_token_stands_twice_in_a_set() {
    let (set, _) = sets(&[ILONA, ILONA, ["Ilona", "Zsófia", "Lakatos", "1981-04-03", "", ""], ["", "", "Lakatos", "", "48104031234", ""]], &[]);
    let tokens: Vec<Token> = set.rows.iter().flat_map(|row| row.tokens).collect();
    assert_eq!(tokens.iter().collect::<HashSet<_>>().len(), tokens.len());
}

#[test]
fn the_answer_for_one_row_holds_for_all_rows_of_the_person() {
    let moved = ["Ilona", "Zsófia", "Lakatos", "1981-04-03", "", "Pylimo 9"];
    assert_eq!(found(&[ILONA], &[ILONA, moved, ["Peter", "", "Nagy", "1970-01-01", "", ""], ILONA]), [0, 1, 3]);
}

#[test]
fn a_token_that_two_known_people_share_finds_neither() {
    let twin = ["Ilma", "Zita", "Lakatos", "1981-04-03", "", ""];
    let unsure = ["", "Z", "Lakatos", "1981-04-03", "", ""];
    let theirs = encode(&table(&[unsure]), None, &secret(), &[2; 32]);
    let ours = |rows: &[[&str; 6]], people: &[u32]| encode(&table(rows), Some(people), &secret(), &[1; 32]);
    assert_eq!(match_encodings(&ours(&[ILONA], &[0]).rows, &theirs.rows).len(), 1);
    assert_eq!(match_encodings(&ours(&[ILONA, twin], &[0, 1]).rows, &theirs.rows), []);
}

#[test]
fn a_row_that_says_too_little_stays_at_home() {
    let (set, _) = sets(&[["Ilona", "", "Lakatos", "", "", ""], ILONA], &[]);
    assert_eq!((set.bare, set.rows.len()), (vec![0], 1));
}

#[test]
fn what_a_row_does_not_say_cannot_be_seen() {
    let (set, _) = sets(&[["Ilona", "", "Lakatos", "1981-04-03", "", ""], ILONA], &[]);
    let bits: u32 = set.rows.iter().flat_map(|row| row.tokens).map(u64::count_ones).sum();
    let share = f64::from(bits) / (set.rows.len() * TOKENS * 64) as f64;
    assert!((0.45..0.55).contains(&share), "{share} of the bits are set");
}

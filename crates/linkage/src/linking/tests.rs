//! Stories of clusters.

use super::*;
use crate::comparisons::Comparison;
use crate::fields::Field;
use crate::interning::mix;
use crate::{explain, learn};
use proptest::prelude::*;

pub(crate) const FIELDS: [Field; 8] = [
    Field::GivenName,
    Field::FamilyName,
    Field::BirthDate,
    Field::Sex,
    Field::NationalId,
    Field::Phone,
    Field::Street,
    Field::HouseNumber,
];

const GIVEN: [&str; 24] = [
    "Anna", "Jonas", "Ilona", "Petras", "Maria", "Lukas", "Ruta", "Karl", "Olga", "Igor", "Sofia", "Pavel", "Agne", "Tomas", "Vera", "Andrius", "Nina",
    "Viktor", "Eva", "Marius", "Laura", "Simon", "Greta", "Oskar",
];
const SYLLABLES: [&str; 16] = ["ka", "lo", "mi", "ra", "tu", "ve", "sta", "bri", "no", "gel", "pau", "dar", "zim", "ko", "jan", "fer"];

/// A small world of people with households, twins, slips and gaps, the same for the same seed.
pub(crate) struct World {
    pub rows: Vec<(u32, Vec<String>)>,
    people: Vec<u32>,
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = mix(self.0, 0x5bd1_e995);
        self.0 % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len() as u64) as usize]
    }
}

fn slip(text: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = dice.below(letters.len() as u64) as usize;
    match dice.below(3) {
        0 if letters.len() > 3 => drop(letters.remove(at)),
        1 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters[at] = if letters[at].is_ascii_digit() { char::from(b'0' + dice.below(10) as u8) } else { char::from(b'a' + dice.below(26) as u8) },
    }
    letters.into_iter().collect()
}

pub(crate) fn world(seed: u64, households: u32) -> World {
    let mut dice = Dice(seed);
    let mut world = World { rows: Vec::new(), people: Vec::new() };
    let mut person = 0;
    for _ in 0..households {
        let family: String = (0..3).map(|_| dice.pick(&SYLLABLES)).collect();
        let street: String = (0..3).map(|_| dice.pick(&SYLLABLES)).collect();
        let house = (1 + dice.below(120)).to_string();
        let twins = dice.below(30) == 0;
        let birthday = |dice: &mut Dice| format!("{:04}-{:02}-{:02}", 1940 + dice.below(65), 1 + dice.below(12), 1 + dice.below(28));
        let shared = birthday(&mut dice);
        for _ in 0..1 + dice.below(3) {
            let given = dice.pick(&GIVEN);
            let birth = if twins { shared.clone() } else { birthday(&mut dice) };
            let sex = if dice.below(2) == 0 { "F" } else { "M" };
            let id = (10_000_000_000 + dice.below(80_000_000_000)).to_string();
            let phone = (60_000_000 + dice.below(9_999_999)).to_string();
            for _ in 0..1 + dice.below(4) {
                let mut row: Vec<String> = [given, &family, &birth, sex, &id, &phone, &street, &house].map(str::to_owned).to_vec();
                for (at, gap) in [0, 0, 8, 15, 30, 45, 15, 15].into_iter().enumerate() {
                    if dice.below(100) < gap {
                        row[at] = String::new();
                    } else if at != 3 && dice.below(100) < 4 {
                        row[at] = slip(&row[at], &mut dice);
                    }
                }
                if dice.below(60) == 0 {
                    row.swap(0, 1);
                }
                world.rows.push((dice.below(4) as u32, row));
                world.people.push(person);
            }
            person += 1;
        }
    }
    world
}

pub(crate) fn table_of<'a>(rows: impl Iterator<Item = &'a (u32, Vec<String>)>) -> Table {
    let mut builder = Table::builder(&FIELDS);
    for (source, row) in rows {
        let row: Vec<&str> = row.iter().map(String::as_str).collect();
        builder.push(*source, &row);
    }
    builder.build()
}

fn linked(table: &Table) -> Linked {
    link(table, &learn(table, &mut |_, _| {}), &Constraints::default(), &mut |_, _| {})
}

/// Pairs within groups, and the share of agreement between two groupings as F1.
fn f1(found: &[u32], truth: &[u32]) -> f64 {
    let pairs = |keys: Vec<(u32, u32)>| {
        let mut counts: HashMap<(u32, u32), f64> = HashMap::new();
        keys.into_iter().for_each(|key| *counts.entry(key).or_default() += 1.0);
        counts.values().map(|count| count * (count - 1.0) / 2.0).sum::<f64>()
    };
    let both = pairs(found.iter().copied().zip(truth.iter().copied()).collect());
    let (found, truth) = (pairs(found.iter().map(|key| (*key, 0)).collect()), pairs(truth.iter().map(|key| (*key, 0)).collect()));
    2.0 * both / (found + truth)
}

#[test]
fn people_of_a_small_world_are_found_without_a_label() {
    let world = world(7, 1500);
    let table = table_of(world.rows.iter());
    let linked = linked(&table);
    let score = f1(&linked.clusters, &world.people);
    assert!(score >= 0.97, "F1 {score}");
    assert!(linked.compared < table.len() * 100);
}

#[test]
fn the_order_of_records_does_not_matter() {
    let world = world(3, 900);
    let straight = linked(&table_of(world.rows.iter())).clusters;
    let mut order: Vec<usize> = (0..world.rows.len()).collect();
    order.sort_by_key(|at| mix(*at as u64, 99));
    let mixed = linked(&table_of(order.iter().map(|at| &world.rows[*at]))).clusters;
    let mut renamed: HashMap<u32, u32> = HashMap::new();
    for (place, at) in order.iter().enumerate() {
        assert_eq!(*renamed.entry(mixed[place]).or_insert(straight[*at]), straight[*at]);
    }
}

#[test]
fn the_number_of_threads_does_not_matter() -> Result<(), rayon::ThreadPoolBuildError> {
    let world = world(11, 500);
    let table = table_of(world.rows.iter());
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build()?.install(|| linked(&table));
    let many = rayon::ThreadPoolBuilder::new().num_threads(4).build()?.install(|| linked(&table));
    assert_eq!(alone, many);
    Ok(())
}

#[test]
fn three_spellings_of_one_woman_are_one_person() {
    let mut rows = Table::builder(&[Field::GivenName, Field::FamilyName, Field::BirthDate, Field::Phone]);
    rows.push(0, &["Ilona", "Lakatos", "1981-04-03", "+36 20 555 1234"]);
    rows.push(1, &["Ilonka", "Lakatosz", "03.04.1981", "06205551234"]);
    rows.push(2, &["Lakatos", "Ilona", "19810403", "205551234"]);
    assert_eq!(linked(&rows.build()).clusters, [0, 0, 0]);
}

#[test]
fn strangers_twins_and_nobody_stay_apart() {
    let mut rows = Table::builder(&[Field::GivenName, Field::FamilyName, Field::BirthDate, Field::Street, Field::HouseNumber]);
    rows.push(0, &["Ona", "Rimkute", "1990-01-01", "Liepu", "5"]);
    rows.push(1, &["Marius", "Rimkus", "1990-01-01", "Liepu", "5"]);
    rows.push(2, &["Peter", "Vogel", "1966-10-12", "Hauptstrasse", "9"]);
    rows.push(3, &["", "", "", "", ""]);
    rows.push(4, &["", "", "", "", ""]);
    let table = rows.build();
    let told = explain(&table, &learn(&table, &mut |_, _| {}), 0, 1);
    assert_eq!(linked(&table).clusters, [0, 1, 2, 3, 4], "{told}");
    let empty = Table::builder(&FIELDS).build();
    assert!(empty.is_empty() && linked(&empty).clusters.is_empty());
}

#[test]
fn clusters_just_below_the_cut_are_offered_for_a_look() {
    let world = world(5, 700);
    let table = table_of(world.rows.iter());
    let model = learn(&table, &mut |_, _| {});
    let linked = link(&table, &model, &Constraints::default(), &mut |_, _| {});
    assert!(!linked.possible.is_empty());
    for near in &linked.possible {
        assert!(near.height < model.cut && near.height >= model.cut - POSSIBLE_BAND);
        assert_eq!((linked.clusters[near.a as usize], linked.clusters[near.b as usize]), (near.one, near.other));
    }
    for join in &linked.joins {
        assert!(join.height >= model.cut);
        assert_eq!(linked.clusters[join.a as usize], linked.clusters[join.b as usize]);
    }
}

#[test]
fn a_component_too_large_is_parted_before_it_is_weighed() {
    let table = table_of(std::iter::repeat_n(&(0, vec![String::new(); 8]), 1000));
    let chain: Vec<(u32, u32, f64)> = (0..999).map(|at| (at, at + 1, if at % 100 == 99 { 1.0 } else { 9.0 })).collect();
    let parts = components(&table, chain);
    assert_eq!(parts.len(), 10);
    assert!(parts.iter().all(|part| part.len() == 100));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_people_decided_is_always_honoured(seed in 0_u64..1000, picks in prop::collection::vec((0_u32..60, 0_u32..60, any::<bool>()), 0..12)) {
        let table = table_of(world(seed, 25).rows[..].iter());
        let mut constraints = Constraints::default();
        for (a, b, one) in picks {
            if one { constraints.must.push((a, b)) } else { constraints.must_not.push((a, b)) }
        }
        let linked = link(&table, &Model::default(), &constraints, &mut |_, _| {});
        let person = |record: u32| linked.clusters.get(record as usize);
        for &(a, b) in constraints.must_not.iter().filter(|(a, b)| a != b && person(*a).is_some() && person(*b).is_some()) {
            prop_assert_ne!(person(a), person(b));
        }
        if constraints.must_not.is_empty() {
            for &(a, b) in constraints.must.iter().filter(|(a, b)| person(*a).is_some() && person(*b).is_some()) {
                prop_assert_eq!(person(a), person(b));
            }
        }
    }

    #[test]
    fn an_explanation_adds_up_to_the_score(seed in 0_u64..1000, a in 0_u32..40, b in 0_u32..40) {
        let table = table_of(world(seed, 25).rows.iter());
        let model = Model::default();
        prop_assume!((a.max(b) as usize) < table.len());
        let told = explain(&table, &model, a, b);
        prop_assert_eq!(told.lines.len(), Comparison::ALL.len());
        let sum = told.lines.iter().fold(told.prior, |sum, line| sum + line.bits);
        prop_assert_eq!(sum, told.bits);
        prop_assert_eq!(Scorer { table: &table, weights: &Weights::new(&table, &model) }.bits(a, b), told.bits);
        prop_assert_eq!(explain(&table, &model, b, a).bits, told.bits);
        for line in told.lines.iter().filter(|line| line.comparison != Comparison::Source) {
            prop_assert!(((line.m / line.u).log2() + line.rarity - line.bits).abs() < 1e-9, "{}", line);
        }
    }
}

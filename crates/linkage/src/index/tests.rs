//! Stories of records that come one by one.

use super::*;
use crate::interning::mix;
use crate::linking::tests::{FIELDS, World, table_of, world};
use crate::{learn, link};
use proptest::prelude::*;

/// The people of a world, first linked all at once, then arriving one by one in another order.
struct Twice {
    at_once: Vec<u32>,
    one_by_one: Vec<u32>,
}

fn texts(row: &[String]) -> Vec<&str> {
    row.iter().map(String::as_str).collect()
}

/// Links a world at once; then starts from its first `known` records in the order of `seed` and adds the others.
fn twice(world: &World, seed: u64, known: usize) -> Twice {
    let table = table_of(world.rows.iter());
    let shared = table.shared_values();
    let model = learn(&table, &mut |_, _| {});
    let at_once = link(&table, &model, &Constraints::default(), &mut |_, _| {}).clusters;
    let mut order: Vec<usize> = (0..world.rows.len()).collect();
    order.sort_by_key(|at| mix(*at as u64, seed));
    let (first, later) = order.split_at(known);
    let mut start = table_of(first.iter().map(|at| &world.rows[*at]));
    let counts: HashMap<u64, u32> = shared.iter().copied().collect();
    start.stand_among(&|key| counts.get(&key).copied().unwrap_or(0));
    let linked = link(&start, &model, &Constraints::default(), &mut |_, _| {});
    let mut index = Index::new(start, &FIELDS, &model, &linked, &shared);
    for at in later {
        let (source, row) = &world.rows[*at];
        index.insert(*source, &texts(row));
    }
    let mut one_by_one = vec![0; order.len()];
    for (place, at) in order.iter().enumerate() {
        one_by_one[*at] = index.people()[place];
    }
    Twice { at_once, one_by_one }
}

/// Records whose person has exactly the same records in both.
fn alike(twice: &Twice) -> usize {
    let sizes = |of: &[u32]| of.iter().fold(HashMap::new(), |mut sizes: HashMap<u32, usize>, person| {
        *sizes.entry(*person).or_default() += 1;
        sizes
    });
    let mut both: HashMap<(u32, u32), usize> = HashMap::new();
    for pair in twice.at_once.iter().copied().zip(twice.one_by_one.iter().copied()) {
        *both.entry(pair).or_default() += 1;
    }
    let (once, one) = (sizes(&twice.at_once), sizes(&twice.one_by_one));
    both.iter().filter(|((a, b), count)| once[a] == **count && one[b] == **count).map(|(_, count)| count).sum()
}

#[test]
fn records_that_come_one_by_one_in_any_order_form_the_same_people() {
    let (mut same, mut all) = (0, 0);
    for seed in 0..4 {
        let world = world(seed, 1200);
        for known in [0, world.rows.len() / 2] {
            let twice = twice(&world, seed + 40, known);
            same += alike(&twice);
            all += twice.at_once.len();
        }
    }
    assert!(same as f64 >= all as f64 * 0.999, "{same} of {all} records");
}

/// In these worlds a record that comes takes others from a person, and those it leaves belong to somebody it was never compared with:
/// were they not looked into again, up to seven records would stay apart.
#[test]
fn whoever_loses_companions_is_looked_into_again() {
    for seed in [30, 67] {
        let world = world(seed, 400);
        let twice = twice(&world, seed + 40, world.rows.len() / 2);
        assert_eq!(alike(&twice), world.rows.len(), "world {seed}");
    }
}

#[test]
fn asking_leaves_no_trace() {
    let world = world(9, 300);
    let table = table_of(world.rows.iter());
    let model = learn(&table, &mut |_, _| {});
    let linked = link(&table, &model, &Constraints::default(), &mut |_, _| {});
    let mut index = Index::new(table, &FIELDS, &model, &linked, &[]);
    let asked = ["Zebulon", "Newcomer", "1999-09-09", "M", "", "", "Unheard", "7"];
    let (source, row) = &world.rows[17];
    let before = index.find(*source, &texts(row));
    for _ in 0..3 {
        assert!(index.find(0, &asked).is_empty());
    }
    assert_eq!(index.find(*source, &texts(row)), before);
    assert!(before.iter().any(|likely| likely.record == 17));
    assert_eq!(index.people().len(), world.rows.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn numbers_of_people_are_stable_and_nobody_is_lost(seed in 0_u64..1000) {
        let world = world(seed, 60);
        let mut index = Index::new(Table::builder(&FIELDS).build(), &FIELDS, &Model::default(), &Linked::default(), &[]);
        for (n, (source, row)) in world.rows.iter().enumerate() {
            let before = index.people().to_vec();
            let record = index.insert(*source, &texts(row));
            prop_assert_eq!(record as usize, n);
            // A new record disturbs its own neighbours only.
            let moved: Vec<usize> = (0..n).filter(|at| before[*at] != index.people()[*at]).collect();
            let mine: Vec<usize> = (0..n).filter(|at| index.people()[*at] == index.people()[n]).collect();
            prop_assert!(moved.len() <= MOST_TOGETHER && (moved.is_empty() || !mine.is_empty()));
            for (person, members) in index.people.iter().enumerate() {
                prop_assert!(members.iter().all(|record| index.people()[*record as usize] as usize == person));
            }
        }
    }
}

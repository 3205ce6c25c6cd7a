//! What a decision costs: the goal is under 50 microseconds. `cargo bench -p rights`.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench stops by panicking and prints what it found")]

use criterion::{Criterion, criterion_group, criterion_main};
use rights::{Act, Case, Facts, Purpose, Relation, Relations, Role, Rules, Source, Who};
use std::hint::black_box;
use std::time::{Duration, Instant};
use words::{EntryKind, Id, Sensitivity};

fn rules() -> Rules {
    let schema = Source { name: "schema.cedarschema", text: include_str!("../../../packs/eu-default/rights/schema.cedarschema") };
    let files = [
        Source { name: "acts.cedar", text: include_str!("../../../packs/eu-default/rights/acts.cedar") },
        Source { name: "files.cedar", text: include_str!("../../../packs/eu-default/rights/files.cedar") },
        Source { name: "entries.cedar", text: include_str!("../../../packs/eu-default/rights/entries.cedar") },
    ];
    Rules::read(schema, &files).unwrap()
}

/// As much as can be known of a case: every kind of entry has a ground, was agreed to and was released, and there are three ties.
fn everything() -> Facts {
    let kinds = || EntryKind::ALL.iter().copied().collect();
    let relations = Relations::NONE.with(Relation::Counsellor).with(Relation::Keeper).with(Relation::Team);
    Facts { relations, service: true, purpose: Some(Purpose::Casework), grounds: kinds(), consents: kinds(), released: kinds(), ..Facts::default() }
}

/// Every kind of entry under every set of ties, with all else known.
fn questions(everything: &Facts) -> Vec<(Facts, EntryKind)> {
    let ties = |set: usize| Relation::ALL.iter().copied().enumerate().filter(move |(n, _)| set & (1 << n) != 0).map(|(_, tie)| tie).collect();
    let sets = 0..1 << Relation::ALL.len();
    sets.flat_map(|set| EntryKind::ALL.iter().map(move |kind| (Facts { relations: ties(set), ..everything.clone() }, *kind))).collect()
}

/// The role and act whose decision takes longest, by the fastest of five rounds of two hundred.
fn dearest(rules: &Rules, facts: &Facts) -> (Role, Act) {
    let round = |role, act| {
        let start = Instant::now();
        (0..200).for_each(|_| drop(black_box(rules.file((role, true), act, false, facts))));
        start.elapsed()
    };
    let pairs = Role::ALL.iter().flat_map(|role| Act::ALL.iter().map(move |act| (*role, *act)));
    let timed = pairs.map(|(role, act)| ((0..5).map(|_| round(role, act)).min().unwrap_or(Duration::ZERO), role, act));
    let (_, role, act) = timed.max_by_key(|(took, ..)| *took).unwrap();
    (role, act)
}

fn decide(criterion: &mut Criterion) {
    let rules = rules();
    let id = |n: u8| Id::from_bytes(&[n; 16]).unwrap();
    let jana = Who { user: id(1), name: "Jana".into(), role: Role::Counsellor, organisation: "employment-service".into(), client: None };
    let stranger = Case { service: true, ..Case::of(id(8)) };
    let counsels = stranger.clone().with(Relation::Counsellor).with(Relation::Keeper);
    let facts = Facts { relations: Relations::NONE.with(Relation::Keeper), purpose: Some(Purpose::Casework), ..Facts::default() };
    let everything = everything();
    criterion.bench_function("read and check the rules", |b| b.iter(self::rules));
    criterion.bench_function("a role and an act", |b| b.iter(|| rules.role_may(black_box(Some(Role::Counsellor)), Act::SeeClient)));
    criterion.bench_function("a file, granted", |b| b.iter(|| rules.decide_case(black_box(&jana), Act::SeeClient, &counsels)));
    criterion.bench_function("a file, refused", |b| b.iter(|| rules.decide_case(black_box(&jana), Act::SeeClient, &stranger)));
    let (role, act) = dearest(&rules, &everything);
    println!("the dearest of all roles and acts, with everything known: {act} for {role}");
    criterion.bench_function("the dearest act", |b| b.iter(|| rules.file(black_box((role, true)), act, false, &everything)));
    // Not remembered: names are decided each time.
    criterion.bench_function("a name", |b| b.iter(|| rules.names(black_box(Role::Partner), &everything, true, false)));
    // More questions than are remembered, in turns: each is decided anew, in up to three decisions.
    let mut questions = questions(&everything).into_iter().cycle();
    criterion.bench_function("an entry, each decision", |b| {
        b.iter_custom(|wanted| {
            let (before, start) = (rules.decisions(), Instant::now());
            while rules.decisions() - before < wanted {
                let Some((facts, kind)) = questions.next() else { break };
                black_box(rules.shows(Role::Partner, &facts, kind, Sensitivity::SPECIAL, false));
            }
            let made = u32::try_from(rules.decisions() - before).unwrap();
            start.elapsed() * u32::try_from(wanted).unwrap() / made
        });
    });
    criterion.bench_function("an entry, remembered", |b| {
        b.iter(|| rules.shows(black_box(Role::Partner), &facts, EntryKind::Health, Sensitivity::SPECIAL, false));
    });
}

criterion_group!(benches, decide);
criterion_main!(benches);

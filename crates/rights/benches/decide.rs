//! What a decision costs: the goal is under 50 microseconds. `cargo bench -p rights`.

#![expect(clippy::unwrap_used, reason = "a bench stops by panicking")]

use criterion::{Criterion, criterion_group, criterion_main};
use rights::{Act, Case, Facts, Purpose, Relation, Relations, Role, Rules, Source, Who};
use std::hint::black_box;
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

fn decide(criterion: &mut Criterion) {
    let rules = rules();
    let id = |n: u8| Id::from_bytes(&[n; 16]).unwrap();
    let jana = Who { user: id(1), name: "Jana".into(), role: Role::Counsellor, organisation: "employment-service".into(), client: None };
    let stranger = Case { service: true, ..Case::of(id(8)) };
    let counsels = stranger.clone().with(Relation::Counsellor).with(Relation::Keeper);
    let facts = Facts { relations: Relations::NONE.with(Relation::Keeper), purpose: Some(Purpose::Casework), ..Facts::default() };
    criterion.bench_function("read and check the rules", |b| b.iter(self::rules));
    criterion.bench_function("a role and an act", |b| b.iter(|| rules.role_may(black_box(Some(Role::Counsellor)), Act::SeeClient)));
    criterion.bench_function("a file, granted", |b| b.iter(|| rules.decide_case(black_box(&jana), Act::SeeClient, &counsels)));
    criterion.bench_function("a file, refused", |b| b.iter(|| rules.decide_case(black_box(&jana), Act::SeeClient, &stranger)));
    // Not remembered: names are decided each time.
    criterion.bench_function("a name", |b| b.iter(|| rules.names(black_box(Role::Partner), &facts, true, false)));
    criterion.bench_function("an entry, remembered", |b| {
        b.iter(|| rules.shows(black_box(Role::Partner), &facts, EntryKind::Health, Sensitivity::SPECIAL, false));
    });
}

criterion_group!(benches, decide);
criterion_main!(benches);

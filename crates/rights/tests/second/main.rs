//! Two procedures that know nothing of each other decide the same: Cedar by the pack's rules, and plain Rust by the matrix.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod procedure;

use rights::{Act, Facts, Ground, Purpose, Relation, Relations, Role, Rules, Source};
use words::{EntryKind, Sensitivity};

fn rules() -> Rules {
    let schema = Source { name: "schema.cedarschema", text: include_str!("../../../../packs/eu-default/rights/schema.cedarschema") };
    let files = [
        Source { name: "acts.cedar", text: include_str!("../../../../packs/eu-default/rights/acts.cedar") },
        Source { name: "files.cedar", text: include_str!("../../../../packs/eu-default/rights/files.cedar") },
        Source { name: "entries.cedar", text: include_str!("../../../../packs/eu-default/rights/entries.cedar") },
    ];
    Rules::read(schema, &files).unwrap_or_else(|e| panic!("{e}"))
}

/// Chance that repeats itself: splitmix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).unwrap()).unwrap()
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    fn facts(&mut self) -> Facts {
        // Few at a time, so that each relation is met alone often enough.
        let ties = self.below(4);
        let relations: Relations = (0..ties).map(|_| self.one(Relation::ALL)).collect();
        let purpose = (self.below(4) > 0).then(|| self.one(Purpose::ALL));
        // Most organisations have a ground for most of what is asked.
        let grounds = EntryKind::ALL.iter().copied().filter(|_| self.below(4) > 0).collect();
        let agreed = self.below(3);
        let consents = (0..agreed).map(|_| self.one(EntryKind::ALL)).collect();
        let given = self.below(3);
        let released = (0..given).map(|_| self.one(EntryKind::ALL)).collect();
        Facts { relations, service: self.coin(), purpose, ground: self.one(Ground::ALL), grounds, consents, released, restricted: self.below(4) == 0 }
    }
}

#[test]
fn both_say_the_same_of_every_role_and_act() {
    let rules = rules();
    for act in Act::ALL {
        for role in Role::ALL.iter().copied().map(Some).chain([None]) {
            assert_eq!(rules.role_may(role, *act), procedure::role_may(role, *act), "{role:?} {}", act.word());
        }
    }
}

/// THROUGHLINE_CASES says how many; a million is asked for before a release.
#[test]
fn both_say_the_same_of_random_cases() {
    let cases: u64 = std::env::var("THROUGHLINE_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(40_000);
    let rules = rules();
    let mut chance = Chance(20_261_123);
    let (mut allowed, mut decided) = (0u64, 0u64);
    for case in 0..cases {
        let (role, facts) = (chance.one(Role::ALL), chance.facts());
        let told = || format!("case {case}: {role:?} {facts:?}");
        match chance.below(8) {
            0..4 => {
                // Acts that open files are met as often as all others together.
                let act = if chance.coin() { chance.one(&[Act::SeeClient, Act::SeeLinks, Act::SeeWhoLooked]) } else { chance.one(Act::ALL) };
                let (service, protected) = (chance.coin(), chance.below(4) == 0);
                let first = rules.file((role, service), act, protected, &facts);
                let second = procedure::file(role, service, act, protected, &facts);
                assert_eq!(first.is_ok(), second, "{} {act:?} service {service} protected {protected}: {first:?}", told());
                allowed += u64::from(second);
            }
            4..7 => {
                let (kind, level, own) = (chance.one(EntryKind::ALL), i64::try_from(chance.below(5)).unwrap(), chance.below(4) == 0);
                // Of few cases is what is asked for what was released: every fourth is made so.
                let mut facts = facts;
                if chance.below(4) == 0 {
                    facts.released.insert(kind);
                    facts.relations = facts.relations.with(Relation::Release);
                }
                let told = || format!("case {case}: {role:?} {facts:?}");
                let first = rules.shows(role, &facts, kind, Sensitivity::new(level), own);
                assert_eq!(first, procedure::shows(role, &facts, kind, level, own), "{} {kind:?} {level} own {own}", told());
                allowed += u64::from(first == rights::Showing::Whole);
            }
            _ => {
                let (sensitive, own) = (chance.coin(), chance.below(4) == 0);
                let first = rules.names(role, &facts, sensitive, own);
                assert_eq!(first, procedure::names(role, &facts, sensitive, own), "{} sensitive {sensitive} own {own}", told());
                allowed += u64::from(first);
            }
        }
        decided += 1;
    }
    assert_eq!(decided, cases);
    // Neither a world in which nothing is allowed nor one in which everything is would show anything.
    let share = allowed * 100 / cases;
    assert!((10..90).contains(&share), "{share} of a hundred allowed");
    println!("{cases} cases, {share} of a hundred allowed, {} decisions of the engine", rules.decisions());
}

//! Who is erased in the middle takes nothing of others with them: random sequences of linking, parting, correcting and erasing, taken back
//! from the last decision to the first. So many of them as THROUGHLINE_SEQUENCES says, else 60, and those in which longer runs found something.

use crate::erasures::removal::{erase, subjects};
use db::testing::Dice;
use db::{Sql, Tx, Value};
use office::testing::{app, steward};
use office::{App, Problem};
use people::decisions::Wish;
use people::links::{self, Decided};
use people::records::{self, Incoming, Said};
use rights::{Act, Permit};
use std::collections::{BTreeMap, BTreeSet};
use words::Id;

const CLIENTS: Sql = Sql::both("select record_id, client_id from current_link where record_id in ({list})");
const SAID: Sql = Sql::both(
    "select record_a, record_b, verdict from pair_decision p where record_a in ({list})
        and not exists (select 1 from decision t where t.takes_back = p.decision_id)",
);
const DISPUTED: Sql = Sql::both(
    "select record_id from field_dispute f where record_id in ({list})
        and not exists (select 1 from decision t where t.takes_back = f.decision_id)",
);

// Without a model linkage moves nobody by itself: what changes is what people decide.
const NO_MODEL: Sql = Sql::both("delete from link_model");

const OF_EACH: usize = 6;

/// Sequences in which longer runs once found something.
const FOUND: [u64; 2] = [412, 7_645];

/// A name nobody else has.
fn name(dice: &mut Dice) -> String {
    (0..9).map(|_| char::from(b'a' + u8::try_from(dice.below(26)).unwrap())).collect()
}

/// Which client each record is in, and what people said of them that holds.
#[derive(Clone, Debug, PartialEq)]
struct State {
    clients: BTreeMap<Id, Id>,
    said: BTreeSet<(Id, Id, String)>,
    disputed: BTreeSet<Id>,
}

impl State {
    async fn read(tx: &mut Tx, records: &[Id]) -> State {
        let list = || records.iter().map(Value::from).collect::<Vec<Value>>();
        let clients = tx.all_in(&CLIENTS, vec![], list()).await.unwrap();
        let said = tx.all_in(&SAID, vec![], list()).await.unwrap();
        let disputed = tx.all_in(&DISPUTED, vec![], list()).await.unwrap();
        State {
            clients: clients.iter().map(|row| (row.id("record_id").unwrap(), row.id("client_id").unwrap())).collect(),
            said: said.iter().map(|row| (row.id("record_a").unwrap(), row.id("record_b").unwrap(), row.text("verdict").unwrap().to_owned())).collect(),
            disputed: disputed.iter().map(|row| row.id("record_id").unwrap()).collect(),
        }
    }

    /// Of these records alone.
    fn of(&self, records: &BTreeSet<Id>) -> State {
        State {
            clients: self.clients.iter().filter(|(record, _)| records.contains(record)).map(|(record, client)| (*record, *client)).collect(),
            said: self.said.iter().filter(|(a, b, _)| records.contains(a) && records.contains(b)).cloned().collect(),
            disputed: self.disputed.intersection(records).copied().collect(),
        }
    }
}

/// One decision of a sequence, and what was before it.
struct Step {
    decision: Id,
    wish: Wish,
    before: State,
}

/// What came of the sequences.
#[derive(Debug, Default)]
struct Tally {
    erased: usize,
    restored: usize,
    gone: usize,
    without_home: usize,
    refused: usize,
    /// Records held against where they were before, over all decisions taken back.
    compared: usize,
}

/// One sequence under way.
struct Play<'a> {
    app: &'a App,
    permit: &'a Permit,
    dice: Dice,
    records: Vec<(Id, String)>,
    /// Those who are still there.
    there: BTreeSet<Id>,
    /// The clients that were erased.
    erased: BTreeSet<Id>,
    /// Who came from somebody who was erased: where they are now is for linkage and people to say anew.
    loose: BTreeSet<Id>,
}

impl Play<'_> {
    fn any(&mut self) -> Id {
        let there: Vec<Id> = self.there.iter().copied().collect();
        there[self.dice.below(there.len())]
    }

    async fn client(&self, tx: &mut Tx, record: Id) -> Option<Id> {
        links::client_of(tx, self.permit, record).await.unwrap()
    }

    /// The source says something else.
    async fn correct(&mut self, tx: &mut Tx, step: usize) {
        let record = self.any();
        let (_, key) = self.records.iter().find(|(one, _)| *one == record).unwrap().clone();
        let said = said(&mut self.dice, step);
        let incoming = Incoming { key, said, observed: "2026-11-20".parse().unwrap() };
        records::receive(tx, self.permit, &self.app.clock, ("clinic", self.app.clock.id()), vec![incoming]).await.unwrap();
        links::arrive(tx, self.app, self.permit, &[record]).await.unwrap();
    }

    async fn erase(&mut self, tx: &mut Tx, tally: &mut Tally) {
        let record = self.any();
        let Some(client) = self.client(tx, record).await else { return };
        let whom = subjects(tx, self.permit, client).await.unwrap();
        if self.there.iter().all(|record| whom.records.contains(record)) {
            return;
        }
        erase(tx, self.app, self.permit, &whom).await.unwrap();
        self.there.retain(|record| !whom.records.contains(record));
        self.erased.extend(&whom.clients);
        tally.erased += 1;
    }

    /// Something somebody might decide next; it may turn out to be impossible.
    async fn wish(&mut self, tx: &mut Tx) -> Option<Wish> {
        let (a, b) = (self.any(), self.any());
        Some(match self.dice.below(10) {
            0..=3 => Wish::Same { a, b },
            4 => Wish::Different { a, b },
            5 | 6 => Wish::Unlink { record: a },
            7 => {
                let client = self.client(tx, a).await?;
                let members = links::members(tx, self.permit, &[client]).await.unwrap();
                let records = members.iter().map(|member| member.record).filter(|_| self.dice.below(2) == 0).collect();
                Wish::Split { client, records, entries: Vec::new() }
            }
            8 => Wish::Dispute { record: a, field: "family_name".into() },
            _ => Wish::Withdraw { record: a },
        })
    }

    /// Takes one decision back: everybody who is still there is where they were before it, but for those who were with somebody erased.
    async fn take_back(&mut self, tx: &mut Tx, step: &Step, tally: &mut Tally, story: &str) {
        let decided = links::decide(tx, self.app, self.permit, &Wish::TakeBack { decision: step.decision }, "").await;
        let all: Vec<Id> = self.records.iter().map(|(record, _)| *record).collect();
        let after = State::read(tx, &all).await;
        assert!(after.clients.values().all(|client| !self.erased.contains(client)), "somebody is in a client that was erased: {:?} of {story}", step.wish);
        assert!(after.clients.keys().all(|record| self.there.contains(record)), "somebody erased is back: {:?} of {story}", step.wish);
        let homeless = |(record, client): (&Id, &Id)| self.erased.contains(client).then_some(*record);
        let now: BTreeSet<Id> = step.before.clients.iter().filter_map(homeless).filter(|record| self.there.contains(record)).collect();
        match decided {
            Ok(Decided::Done(_)) => tally.restored += 1,
            Err(Problem::NotFound) => tally.gone += 1,
            Err(Problem::Already) => tally.refused += 1,
            other => panic!("taking {:?} back: {other:?} of {story}", step.wish),
        }
        tally.without_home += now.difference(&self.loose).count();
        self.loose.extend(now);
        if self.erased.is_empty() {
            assert!(matches!(decided, Ok(Decided::Done(_))), "nobody was erased, and {:?} is not taken back: {decided:?} of {story}", step.wish);
        }
        let same: BTreeSet<Id> = self.there.difference(&self.loose).copied().collect();
        if matches!(decided, Err(Problem::Already)) {
            // Refused for the sake of somebody loose or erased: whoever else it moved stays where they are.
            let moved = after.of(&same).clients.into_iter().filter(|(record, client)| step.before.clients.get(record) != Some(client)).map(|(record, _)| record);
            self.loose.extend(moved.collect::<Vec<_>>());
            return;
        }
        let (after, before) = (after.of(&same), step.before.of(&same));
        tally.compared += before.clients.len();
        assert_eq!(after, before, "taking {:?} back did not restore what was: {story}", step.wish);
    }
}

fn said(dice: &mut Dice, step: usize) -> Said {
    let birth = format!("19{}-0{}-1{}", 50 + dice.below(49), 1 + dice.below(9), dice.below(10));
    let pairs = [("given_name", name(dice)), ("family_name", name(dice)), ("birth_date", birth), ("phone", format!("+3706{:06}{step}", dice.below(1_000_000)))];
    pairs.into_iter().map(|(field, value)| (field.to_owned(), value)).collect()
}

async fn play(app: &App, permit: &Permit, seed: u64, records: Vec<(Id, String)>, tally: &mut Tally) {
    let mut tx = links::begin(app).await.unwrap();
    let there = records.iter().map(|(record, _)| *record).collect();
    let mut play = Play { app, permit, dice: Dice::of(seed), records, there, erased: BTreeSet::new(), loose: BTreeSet::new() };
    let mut done: Vec<Step> = Vec::new();
    for step in 0..9 + play.dice.below(8) {
        match play.dice.below(7) {
            0 => play.erase(&mut tx, tally).await,
            1 => play.correct(&mut tx, step).await,
            _ => {
                let all: Vec<Id> = play.records.iter().map(|(record, _)| *record).collect();
                let before = State::read(&mut tx, &all).await;
                let Some(wish) = play.wish(&mut tx).await else { continue };
                if let Ok(Decided::Done(decision)) = links::decide(&mut tx, app, permit, &wish, "").await {
                    done.push(Step { decision, wish, before });
                }
            }
        }
    }
    let story = format!("sequence {seed}, erased {:?}: {:#?}", play.erased, done.iter().map(|step| &step.wish).collect::<Vec<_>>());
    for step in done.iter().rev() {
        play.take_back(&mut tx, step, tally, &story).await;
    }
    tx.commit().await.unwrap();
}

// A person's right 9, and 25.
db::both_engines!(who_is_erased_takes_nothing_of_others_with_them, |fresh| async {
    let app = app(&fresh.db);
    let feed = steward(&app, Act::RunFeed).await;
    let decide = steward(&app, Act::DecideMatch).await;
    let sequences: u64 = std::env::var("THROUGHLINE_SEQUENCES").ok().and_then(|n| n.parse().ok()).unwrap_or(60);
    let seeds: Vec<u64> = (1..=sequences).chain(FOUND).collect();
    let mut dice = Dice::of(99);
    let mut all = Vec::new();
    for some in (0..seeds.len() * OF_EACH).collect::<Vec<_>>().chunks(1_000) {
        let keys: Vec<String> = some.iter().map(|n| format!("K-{n}")).collect();
        let batch = keys.iter().map(|key| Incoming { key: key.clone(), said: said(&mut dice, 0), observed: "2026-11-20".parse().unwrap() }).collect();
        let mut tx = app.db.write().await.unwrap();
        let received = records::receive(&mut tx, &feed, &app.clock, ("clinic", app.clock.id()), batch).await.unwrap();
        tx.commit().await.unwrap();
        all.extend(received.into_iter().map(|(record, _)| record).zip(keys));
    }
    links::relink(&app, &feed, None, |_, _| {}).await.unwrap();
    let mut tx = app.db.write().await.unwrap();
    tx.run(&NO_MODEL, vec![]).await.unwrap();
    tx.commit().await.unwrap();
    let mut tally = Tally::default();
    for (seed, records) in seeds.iter().zip(all.chunks(OF_EACH)) {
        play(&app, &decide, *seed, records.to_vec(), &mut tally).await;
    }
    println!("{}: {} sequences, {tally:?}", app.db.engine_name(), seeds.len());
    let many = seeds.len();
    assert!(tally.erased > many / 2 && tally.restored > many * 2 && tally.gone > 0, "the sequences say something: {tally:?}");
    // Who has no home any more is left out, and so is whom a refusal left where they are: that stays the rare case.
    assert!(tally.refused * 20 < tally.restored && tally.without_home * 20 < tally.restored, "too much is left out: {tally:?}");
    assert!(tally.compared > tally.restored * 2, "hardly anybody is compared: {tally:?}");
});

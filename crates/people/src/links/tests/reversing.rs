//! Taking back in reverse order restores exactly what was, whatever was decided: random sequences on both engines. So many of
//! them as THROUGHLINE_SEQUENCES says, else 300.

use super::*;
use crate::decisions::Wish;
use db::testing::Dice;
use db::{Sql, Value};
use history::entries::{self, Entry};
use std::collections::BTreeMap;
use words::{Band, EntryKind};

const CLIENTS: Sql = Sql::both("select record_id as a, client_id as b, '' as c from current_link where record_id in ({list})");
const POINTERS: Sql = Sql::both("select client_id as a, became as b, '' as c from client where client_id in ({list})");
const SAID: Sql = Sql::both(
    "select record_a as a, record_b as b, verdict as c from pair_decision p where record_a in ({list})
        and not exists (select 1 from decision t where t.takes_back = p.decision_id)",
);
const DISPUTED: Sql = Sql::both(
    "select record_id as a, decision_id as b, field as c from field_dispute f where record_id in ({list})
        and not exists (select 1 from decision t where t.takes_back = f.decision_id)",
);
const OPEN: Sql = Sql::both(
    "select q.record_a as a, q.question_id as b, q.kind as c from question q where q.record_a in ({list})
        and not exists (select 1 from answer a where a.question_id = q.question_id)",
);

/// Everything that has to be restored.
type State = BTreeMap<&'static str, Vec<(Id, Option<Id>, String)>>;

/// One decision of a sequence, and what was before it.
struct Step {
    decision: Id,
    wish: Wish,
    clients: Vec<Id>,
    entries: Vec<Id>,
    before: State,
}

/// One sequence under way.
struct Play<'a> {
    app: &'a App,
    permit: &'a Permit,
    dice: Dice,
    name: String,
    records: Vec<Id>,
    clients: Vec<Id>,
    entries: Vec<Id>,
}

impl Play<'_> {
    /// Five records of two organisations, in two or three clients, one of them with entries about it.
    async fn begin<'a>(tx: &mut Tx, app: &'a App, permit: &'a Permit, seed: u64) -> Play<'a> {
        let name = format!("S{seed}");
        let dice = Dice::of(seed);
        let mut play = Play { app, permit, dice, name, records: vec![], clients: vec![], entries: vec![] };
        for n in 0..5 {
            play.says(tx, n, 0).await;
            let key = format!("{}-{n}", play.name);
            play.records.push(record(tx, permit, organisation(n), &key).await);
        }
        let count = 2 + play.dice.below(2);
        play.clients = (0..count).map(|_| app.clock.id()).collect();
        store::add_clients(tx, permit, &play.clients, app.clock.now()).await.unwrap();
        let links: Vec<Link> = play.records.clone().into_iter().enumerate().map(|(n, record)| Link {
            record, id: app.clock.id(), client: if n < count { play.clients[n] } else { play.clients[play.dice.below(count)] },
            band: Band::New, bits: None, evidence: Evidence::default(), author: None, reason: "new".into(), decided_at: app.clock.now(),
        }).collect();
        store::add_links(tx, permit, &links).await.unwrap();
        play
    }

    /// A source says something of record `n`: a new version from the second time on.
    async fn says(&mut self, tx: &mut Tx, n: usize, again: usize) {
        let said = said(&[("full_name", &format!("{} Somebody{again}", self.name)), ("national_id", "48803141234")]);
        let incoming = Incoming { key: format!("{}-{n}", self.name), said, observed: "2026-11-20".parse().unwrap() };
        records::receive(tx, self.permit, &self.app.clock, (organisation(n), self.app.clock.id()), vec![incoming]).await.unwrap();
    }

    /// Somebody writes about a client.
    async fn writes(&mut self, tx: &mut Tx) {
        let clients = self.standing(tx).await;
        let entry = Entry {
            subject: clients[self.dice.below(clients.len())], id: self.app.clock.id(), kind: EntryKind::Note,
            from: "2026-11-20".parse().unwrap(), to: None, recorded_at: self.app.clock.now(), organisation: "clinic".into(), author: None,
            worker: None, sensitivity: words::Sensitivity::PERSONAL, corrects: None, source: None, body: "note".into(), details: [].into(),
        };
        self.entries.push(entry.id);
        entries::add(tx, self.permit, vec![entry]).await.unwrap();
    }

    /// The clients that have records, each once.
    async fn standing(&self, tx: &mut Tx) -> Vec<Id> {
        let mut clients: Vec<Id> = store::current_of(tx, &self.records).await.unwrap().into_iter().map(|(_, client, _)| client).collect();
        clients.sort_unstable();
        clients.dedup();
        if clients.is_empty() { self.clients.clone() } else { clients }
    }

    /// Something somebody might decide next; it may turn out to be impossible.
    async fn wish(&mut self, tx: &mut Tx) -> Wish {
        let (a, b) = (self.records[self.dice.below(5)], self.records[self.dice.below(5)]);
        match self.dice.below(12) {
            0..=3 => Wish::Same { a, b },
            4 => Wish::Different { a, b },
            5 | 6 => Wish::Unlink { record: a },
            7 | 8 => {
                let clients = self.standing(tx).await;
                let client = clients[self.dice.below(clients.len())];
                let mut records = store::records_of(tx, client).await.unwrap();
                records.retain(|_| self.dice.below(2) == 0);
                let (_, all) = store::clients_of(tx, client).await.unwrap();
                let about = entries::of_subjects(tx, self.permit, &all, self.app.clock.now()).await.unwrap();
                let notes = about.iter().filter(|entry| entry.kind == EntryKind::Note).map(|entry| entry.id);
                let entries = notes.filter(|_| self.dice.below(2) == 0).collect();
                Wish::Split { client, records, entries }
            }
            9 => Wish::Dispute { record: a, field: "national_id".into() },
            _ => Wish::Withdraw { record: a },
        }
    }

    /// The state of everything, as far as these clients and entries go.
    async fn state(&self, tx: &mut Tx, clients: &[Id], known: &[Id]) -> State {
        let mut state = State::new();
        let of_records = [("clients", &CLIENTS), ("said", &SAID), ("disputed", &DISPUTED), ("open", &OPEN)];
        for (what, sql) in of_records {
            state.insert(what, rows(tx, sql, &self.records).await);
        }
        state.insert("pointers", rows(tx, &POINTERS, clients).await);
        let mut gone: Vec<_> = crate::decisions::withdrawn(tx, self.permit, &self.records, self.app.clock.now()).await.unwrap().into_iter().collect();
        gone.sort_unstable();
        state.insert("withdrawn", gone.into_iter().map(|record| (record, None, String::new())).collect());
        let mut told = Vec::new();
        for client in clients {
            let about = entries::of_subjects(tx, self.permit, &[*client], self.app.clock.now()).await.unwrap();
            told.extend(about.iter().filter(|entry| known.contains(&entry.id)).map(|entry| (entry.id, Some(*client), String::new())));
        }
        told.sort_unstable();
        state.insert("entries", told);
        state
    }
}

fn organisation(n: usize) -> &'static str {
    ["clinic", "municipality"][n % 2]
}

async fn rows(tx: &mut Tx, sql: &Sql, list: &[Id]) -> Vec<(Id, Option<Id>, String)> {
    let found = tx.all_in(sql, vec![], list.iter().map(Value::from).collect()).await.unwrap();
    let mut rows: Vec<_> =
        found.iter().map(|row| (row.id("a").unwrap(), row.opt_id("b").unwrap(), row.text("c").unwrap().to_owned())).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// Plays one sequence and takes it back step by step. Gives how many decisions it made.
async fn play(app: &App, permit: &Permit, seed: u64) -> usize {
    let mut tx = app.db.write().await.unwrap();
    let mut play = Play::begin(&mut tx, app, permit, seed).await;
    let mut done: Vec<Step> = Vec::new();
    for step in 0..8 + play.dice.below(8) {
        match play.dice.below(5) {
            0 => play.writes(&mut tx).await,
            1 => { let n = play.dice.below(5); play.says(&mut tx, n, step + 1).await }
            _ => {
                let mut clients = play.clients.clone();
                clients.extend(play.standing(&mut tx).await);
                let entries = play.entries.clone();
                let before = play.state(&mut tx, &clients, &entries).await;
                let wish = play.wish(&mut tx).await;
                if let Ok(Decided::Done(id)) = decide(&mut tx, app, permit, &wish, "").await {
                    done.push(Step { decision: id, wish, clients, entries, before });
                }
            }
        }
    }
    let count = done.len();
    let story: Vec<Wish> = done.iter().map(|step| step.wish.clone()).collect();
    for Step { decision, wish, clients, entries, before } in done.into_iter().rev() {
        decide(&mut tx, app, permit, &Wish::TakeBack { decision }, "").await.unwrap_or_else(|e| panic!("sequence {seed}: {wish:?} of {story:#?}: {e:?}"));
        let after = play.state(&mut tx, &clients, &entries).await;
        assert_eq!(after, before, "sequence {seed}: taking {wish:?} back did not restore what was; the whole story: {story:#?}");
    }
    tx.commit().await.unwrap();
    count
}

// A person's right 9.
db::both_engines!(taking_back_in_reverse_order_restores_exactly_what_was, |fresh| async {
    let app = app(&fresh.db);
    let permit = permit(&app, Act::DecideMatch).await;
    let sequences = std::env::var("THROUGHLINE_SEQUENCES").ok().and_then(|n| n.parse().ok()).unwrap_or(300u64);
    let mut decisions = 0;
    for seed in 1..=sequences {
        decisions += play(&app, &permit, seed).await;
    }
    println!("{}: {sequences} sequences, {decisions} decisions made and taken back", app.db.engine_name());
    assert!(decisions as u64 > sequences * 2, "the sequences decide something: {decisions} in {sequences}");
});

/// Six records of two people of one sequence: of each three organisations speak, and two of them write the name otherwise.
async fn two_people(app: &App, permit: &Permit, seed: u64) -> Vec<Id> {
    let mut tx = app.db.write().await.unwrap();
    let mut records = Vec::new();
    for (person, (given, family, born)) in [("Ilona", "Lakatos", "1988-03-14"), ("Bruno", "Kertesz", "1968-05-02")].into_iter().enumerate() {
        for (n, organisation) in ["clinic", "municipality", "training-ngo"].into_iter().enumerate() {
            let family = if n == 1 { format!("{family}z") } else { family.to_owned() };
            let phone = format!("86{person}{n}{:05}", seed % 99_991);
            let said = said(&[("given_name", given), ("family_name", &family), ("birth_date", born), ("phone", &phone), ("city", "Aldermoor")]);
            let key = format!("R{seed}-{person}{n}");
            let incoming = Incoming { key: key.clone(), said, observed: "2026-11-20".parse().unwrap() };
            let received = records::receive(&mut tx, permit, &app.clock, (organisation, app.clock.id()), vec![incoming]).await.unwrap();
            records.push(received[0].0);
        }
    }
    tx.commit().await.unwrap();
    records
}

/// Which records share a client, and in which client each is.
async fn together(app: &App, records: &[Id]) -> (Vec<Vec<Id>>, BTreeMap<Id, Id>) {
    let mut tx = app.db.read().await.unwrap();
    let of: BTreeMap<Id, Id> = store::current_of(&mut tx, records).await.unwrap().into_iter().map(|(record, client, _)| (record, client)).collect();
    let mut groups: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    of.iter().for_each(|(record, client)| groups.entry(*client).or_default().push(*record));
    let mut groups: Vec<Vec<Id>> = groups.into_values().collect();
    groups.sort();
    (groups, of)
}

/// What came of the sequences.
#[derive(Debug, Default)]
struct Tally {
    decisions: usize,
    relinked: usize,
    moved: usize,
    /// Takings back that had to wait for another one.
    waited: usize,
    same_ids: usize,
}

async fn try_to(app: &App, permit: &Permit, wish: &Wish) -> Option<Id> {
    let mut tx = begin(app).await.unwrap();
    match decide(&mut tx, app, permit, wish, "").await {
        Ok(Decided::Done(id)) => {
            tx.commit().await.unwrap();
            Some(id)
        }
        _ => None,
    }
}

/// Decisions, everybody linked anew between them, and all of it taken back in whatever order is allowed, everybody linked anew
/// between that too: in the end the same records share a client as before.
async fn play_between_machines(app: &App, permit: &Permit, model: &linkage::Model, seed: u64, tally: &mut Tally) {
    let mut dice = Dice::of(seed);
    let records = two_people(app, permit, seed).await;
    relink(app, permit, Some(model), |_, _| {}).await.unwrap();
    let before = together(app, &records).await;
    let mut open: Vec<(Id, Wish)> = Vec::new();
    for _ in 0..3 + dice.below(5) {
        let (a, b) = (records[dice.below(6)], records[dice.below(6)]);
        let wish = match dice.below(8) {
            0 | 1 => Wish::Same { a, b },
            2 => Wish::Different { a, b },
            3 | 4 => Wish::Unlink { record: a },
            5 => Wish::Split { client: before.1[&a], records: vec![a, b], entries: vec![] },
            6 => Wish::Dispute { record: a, field: "birth_date".into() },
            _ => Wish::Withdraw { record: a },
        };
        if a != b && let Some(id) = try_to(app, permit, &wish).await {
            open.push((id, wish));
        }
        if dice.below(2) == 0 {
            tally.moved += relink(app, permit, Some(model), |_, _| {}).await.unwrap().moved;
            assert_eq!(relink(app, permit, Some(model), |_, _| {}).await.unwrap().moved, 0, "sequence {seed}: a second time nothing is left to do");
            tally.relinked += 2;
        }
    }
    tally.decisions += open.len();
    let story = format!("sequence {seed}: {open:#?}");
    while !open.is_empty() {
        let first = dice.below(open.len());
        let mut taken = None;
        for turn in 0..open.len() {
            let place = (first + turn) % open.len();
            if try_to(app, permit, &Wish::TakeBack { decision: open[place].0 }).await.is_some() {
                taken = Some(place);
                break;
            }
            tally.waited += 1;
        }
        let Some(place) = taken else { panic!("none of these can be taken back any more: {open:#?} of {story}") };
        open.remove(place);
        if dice.below(2) == 0 {
            tally.moved += relink(app, permit, Some(model), |_, _| {}).await.unwrap().moved;
            tally.relinked += 1;
        }
    }
    relink(app, permit, Some(model), |_, _| {}).await.unwrap();
    let after = together(app, &records).await;
    assert_eq!(after.0, before.0, "{story}");
    tally.same_ids += usize::from(after.1 == before.1);
    // Whoever is done leaves, so that linking everybody stays quick.
    for record in records {
        try_to(app, permit, &Wish::Withdraw { record }).await.unwrap();
    }
}

db::both_engines!(taking_everything_back_in_any_order_between_linkings_leaves_nothing_behind, |fresh| async {
    let app = app(&fresh.db);
    let permit = permit(&app, Act::DecideMatch).await;
    let sequences = std::env::var("THROUGHLINE_SEQUENCES").ok().and_then(|n| n.parse().ok()).unwrap_or(40u64);
    let mut tally = Tally::default();
    for seed in 1..=sequences {
        play_between_machines(&app, &permit, &linkage::Model::default(), seed, &mut tally).await;
    }
    println!("{}: {sequences} sequences between linkings, {tally:?}", app.db.engine_name());
    assert!(tally.decisions as u64 > sequences && tally.moved > 0 && tally.waited > 0, "the sequences say something: {tally:?}");
});

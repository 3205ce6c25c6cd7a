//! Stories of linking, on both engines.

mod deciding;
mod reversing;

use super::*;
use crate::decisions::Wish;
use crate::records::{self, Incoming, Said};
use crate::search::{self, Query};
use db::Tx;
use office::{App, Pack};
pub(super) use office::testing::{app, steward as permit};
use rights::{Act, Permit, Role, Who};
use words::Time;

pub(super) fn said(pairs: &[(&str, &str)]) -> Said {
    pairs.iter().map(|(f, v)| ((*f).to_owned(), (*v).to_owned())).collect()
}

/// Three agencies about Ilona, two about Bruno and his son of the same name.
pub(super) async fn town(app: &App) {
    let ilona_es = said(&[
        ("given_name", "Ilona"), ("family_name", "Lakatos"), ("birth_date", "1988-03-14"), ("sex", "woman"),
        ("national_id", "48803141234"), ("phone", "+370 600 00789"), ("city", "Aldermoor"),
    ]);
    let ilona_mu = said(&[
        ("full_name", "LAKATOSZ Ilonka"), ("birth_date", "1988-03-14"), ("national_id", "48803141234"), ("city", "Aldermoor"),
    ]);
    let ilona_ngo = said(&[("full_name", "Ilona Lakatos"), ("birth_date", "1988-03-14"), ("phone", "860000789")]);
    let bruno = said(&[("given_name", "Bruno"), ("family_name", "Kertész"), ("birth_date", "1968-05-02"), ("sex", "man")]);
    let files = [
        ("employment-service", vec![("ES-1", ilona_es), ("ES-2", bruno)]),
        ("municipality", vec![("M-1", ilona_mu)]),
        ("training-ngo", vec![("T-1", ilona_ngo)]),
    ];
    for (organisation, people) in files {
        deliver(app, organisation, people).await;
    }
}

async fn deliver(app: &App, organisation: &str, people: Vec<(&str, Said)>) -> Vec<records::Reception> {
    let permit = permit(app, Act::RunFeed).await;
    let observed = "2026-11-20".parse().unwrap();
    let batch = people.into_iter().map(|(key, said)| Incoming { key: key.into(), said, observed }).collect();
    let mut tx = app.db.write().await.unwrap();
    let run = app.clock.id();
    let receptions = records::receive(&mut tx, &permit, &app.clock, (organisation, run), batch).await.unwrap();
    tx.commit().await.unwrap();
    receptions.into_iter().map(|(_, reception)| reception).collect()
}

pub(super) async fn relinked(app: &App) -> Relinked {
    let permit = permit(app, Act::RunFeed).await;
    relink(app, &permit, None, |_, _| {}).await.unwrap()
}

async fn find(app: &App, typed: &str) -> Vec<search::Found> {
    let permit = permit(app, Act::FindClients).await;
    let mut tx = app.db.read().await.unwrap();
    let query = Query::read(typed, app.clock.now().date());
    search::find(&mut tx, &permit, &query, 20, app.clock.now()).await.unwrap()
}

/// Decides something that nobody else is asked about.
async fn done(tx: &mut Tx, app: &App, permit: &Permit, wish: Wish) -> Id {
    match decide(tx, app, permit, &wish, "").await.unwrap() {
        Decided::Done(decision) => decision,
        Decided::Waits(_) => panic!("{wish:?} waits"),
    }
}

/// Which records share a client: the thing every story is about.
pub(super) async fn clients(app: &App) -> std::collections::BTreeMap<String, Id> {
    let permit = permit(app, Act::RunFeed).await;
    let mut tx = app.db.read().await.unwrap();
    let everyone = records::everyone(&mut tx, &permit).await.unwrap();
    let ids: Vec<Id> = everyone.iter().map(|e| e.record).collect();
    let versions = records::newest(records::of_records(&mut tx, &permit, &ids, Time::from_micros(i64::MAX)).await.unwrap());
    versions.into_iter().map(|v| {
        let client = everyone.iter().find(|e| e.record == v.record).unwrap().client.unwrap();
        (v.source_key, client)
    }).collect()
}

async fn record(tx: &mut Tx, permit: &Permit, organisation: &str, key: &str) -> Id {
    records::keys_of(tx, permit, organisation, &[key.to_owned()]).await.unwrap()[key]
}

db::both_engines!(three_records_of_three_agencies_become_one_client, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    let first = relinked(&app).await;
    assert_eq!((first.records, first.clients, first.moved), (4, 2, 4));
    let clients = clients(&app).await;
    assert_eq!(clients["ES-1"], clients["M-1"]);
    assert_eq!(clients["ES-1"], clients["T-1"]);
    assert_ne!(clients["ES-1"], clients["ES-2"]);
});

db::both_engines!(linking_again_changes_nothing, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let before = clients(&app).await;
    assert_eq!(relinked(&app).await.moved, 0);
    assert_eq!(clients(&app).await, before);
});

db::both_engines!(a_misspelt_name_finds_her_and_says_why, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    for typed in ["lakatos ilonka 88", "Lakatosh Ilonna", "ilona lakatos", "00789", "lakat", "14.03.1988 lakatos"] {
        let found = find(&app, typed).await;
        assert_eq!(found.len(), 1, "{typed}");
        assert_eq!(found[0].records.len(), 3, "{typed}");
        assert_eq!(found[0].why.len(), Query::read(typed, app.clock.now().date()).terms.len(), "{typed}");
    }
    assert!(find(&app, "Ilona Kertész").await.is_empty());
    assert!(find(&app, "nobody").await.is_empty());
});

// A person's right 10.
db::both_engines!(a_person_unlinks_and_the_machine_respects_it_until_it_is_taken_back, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let before = clients(&app).await;
    let permit = permit(&app, Act::DecideMatch).await;
    let mut tx = app.db.write().await.unwrap();
    let mine = record(&mut tx, &permit, "municipality", "M-1").await;
    let decision = done(&mut tx, &app, &permit, Wish::Unlink { record: mine }).await;
    tx.commit().await.unwrap();
    assert_ne!(clients(&app).await["M-1"], before["M-1"]);
    relinked(&app).await;
    let apart = clients(&app).await;
    assert_ne!(apart["M-1"], apart["ES-1"], "a later run does not overturn a person");
    let mut tx = app.db.write().await.unwrap();
    done(&mut tx, &app, &permit, Wish::TakeBack { decision }).await;
    tx.commit().await.unwrap();
    assert_eq!(clients(&app).await, before, "taking it back restores what was");
    relinked(&app).await;
    assert_eq!(clients(&app).await, before);
});

db::both_engines!(a_person_says_same_and_it_stays_so, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let before = clients(&app).await;
    let permit = permit(&app, Act::DecideMatch).await;
    let mut tx = app.db.write().await.unwrap();
    let (a, b) = (record(&mut tx, &permit, "employment-service", "ES-1").await, record(&mut tx, &permit, "employment-service", "ES-2").await);
    let decision = done(&mut tx, &app, &permit, Wish::Same { a, b }).await;
    tx.commit().await.unwrap();
    relinked(&app).await;
    let after = clients(&app).await;
    assert_eq!(after["ES-2"], before["ES-1"], "the client with more records keeps its id");
    let mut tx = app.db.write().await.unwrap();
    let (stands, all) = clients_of(&mut tx, before["ES-2"]).await.unwrap();
    assert_eq!(stands, before["ES-1"], "the old id leads to the new client");
    assert!(all.contains(&before["ES-2"]));
    done(&mut tx, &app, &permit, Wish::TakeBack { decision }).await;
    tx.commit().await.unwrap();
    assert_eq!(clients(&app).await, before);
});

db::both_engines!(an_open_pair_is_closed_by_a_decision_and_opened_again_when_it_is_taken_back, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let permit = permit(&app, Act::DecideMatch).await;
    let mut tx = app.db.write().await.unwrap();
    let (a, b) = (record(&mut tx, &permit, "employment-service", "ES-1").await, record(&mut tx, &permit, "employment-service", "ES-2").await);
    let pair = doubts::Possible { id: app.clock.id(), a, b, bits: 0.0, evidence: Evidence::default(), found_at: app.clock.now(), sure: false };
    doubts::set_possible(&mut tx, &permit, (&[pair.a, pair.b], &[]), vec![pair]).await.unwrap();
    for same in [true, false] {
        let open = doubts::possible(&mut tx, &permit).await.unwrap();
        assert_eq!(open.len(), 1, "the pair waits");
        let wish = if same { Wish::Same { a, b } } else { Wish::Different { a, b } };
        let decision = done(&mut tx, &app, &permit, wish).await;
        assert_eq!(doubts::possible_count(&mut tx, &permit).await.unwrap(), 0, "a decided pair waits no longer");
        assert!(doubts::possible_between(&mut tx, &permit, open[0].id).await.unwrap().is_none());
        done(&mut tx, &app, &permit, Wish::TakeBack { decision }).await;
        assert_eq!(doubts::possible_count(&mut tx, &permit).await.unwrap(), 1, "what was taken back waits again");
    }
});

db::both_engines!(links_are_known_as_they_were, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let together = app.clock.now();
    let client = clients(&app).await["ES-1"];
    let permit = permit(&app, Act::DecideMatch).await;
    let mut tx = app.db.write().await.unwrap();
    let mine = record(&mut tx, &permit, "municipality", "M-1").await;
    done(&mut tx, &app, &permit, Wish::Unlink { record: mine }).await;
    tx.commit().await.unwrap();
    let mut tx = app.db.read().await.unwrap();
    let (_, all) = clients_of(&mut tx, client).await.unwrap();
    assert_eq!(links_of(&mut tx, &permit, &all, together).await.unwrap().len(), 3);
    assert_eq!(links_of(&mut tx, &permit, &all, app.clock.now()).await.unwrap().len(), 2);
});

db::both_engines!(a_changed_record_keeps_its_former_version, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let before = app.clock.now();
    let moved = said(&[("full_name", "NAGY Ilonka"), ("birth_date", "1988-03-14"), ("national_id", "48803141234")]);
    assert_eq!(deliver(&app, "municipality", vec![("M-1", moved.clone())]).await, [records::Reception::Changed]);
    assert_eq!(deliver(&app, "municipality", vec![("M-1", moved)]).await, [records::Reception::Unchanged]);
    assert_eq!(find(&app, "lakatosz").await.len(), 1, "people are found by their former names");
    let permit = permit(&app, Act::SeeClient).await;
    let client = clients(&app).await["M-1"];
    let mut tx = app.db.read().await.unwrap();
    let pack = Pack::eu_default().unwrap();
    let then = crate::single_view::of_client(&mut tx, &permit, &pack, client, before).await.unwrap();
    let names: Vec<String> = then.records.iter().filter_map(|r| r.said.display_name()).collect();
    assert!(names.contains(&"Ilonka Lakatosz".to_owned()), "{names:?}");
});

db::both_engines!(every_statement_is_understood, |fresh| async {
    for (name, statement) in crate::statements() {
        fresh.db.prepare(statement).await.unwrap_or_else(|e| panic!("{name}: {e}"));
    }
});

db::both_engines!(an_old_file_that_comes_late_does_not_turn_a_record_back, |fresh| async {
    let app = app(&fresh.db);
    let permit = permit(&app, Act::RunFeed).await;
    let day = |text: &str| text.parse::<words::Date>().unwrap();
    let (old, new) = (said(&[("full_name", "Ilona Lakatos")]), said(&[("full_name", "Ilona Nagy")]));
    let files = [(&old, "2024-12-31"), (&new, "2025-12-31"), (&old, "2024-12-31"), (&old, "2024-11-30"), (&new, "2025-12-31"), (&new, "2026-01-31")];
    let mut receptions = Vec::new();
    for (said, observed) in files {
        let incoming = Incoming { key: "T-9".into(), said: said.clone(), observed: day(observed) };
        let mut tx = app.db.write().await.unwrap();
        receptions.extend(records::receive(&mut tx, &permit, &app.clock, ("training-ngo", app.clock.id()), vec![incoming]).await.unwrap());
        tx.commit().await.unwrap();
    }
    use records::Reception::{Changed, New, Unchanged};
    let receptions: Vec<records::Reception> = receptions.into_iter().map(|(_, reception)| reception).collect();
    assert_eq!(receptions, [New, Changed, Unchanged, Unchanged, Unchanged, Unchanged]);
    relinked(&app).await;
    let mut tx = app.db.read().await.unwrap();
    let everyone = records::everyone(&mut tx, &permit).await.unwrap();
    assert_eq!(*everyone[0].said, new);
    let newest = records::newest(records::of_records(&mut tx, &permit, &[everyone[0].record], app.clock.now()).await.unwrap());
    assert_eq!((newest[0].said.clone(), newest[0].observed), (new.clone(), day("2026-01-31")), "the last confirmation is its age");
});

db::both_engines!(a_decision_made_while_the_machine_thinks_is_not_overturned, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    // A second record of Bruno arrives; linking will want to add it to his client.
    let bruno = said(&[("full_name", "KERTÉSZ Bruno"), ("birth_date", "1968-05-02"), ("sex", "man")]);
    deliver(&app, "municipality", vec![("M-2", bruno)]).await;
    let permit = permit(&app, Act::DecideMatch).await;
    let (deciding, decider) = (app.clone(), permit.clone());
    let handle = tokio::runtime::Handle::current();
    let mut decided = false;
    // The first word of progress comes after everything was read and before anything is written: just then somebody
    // decides that his client and another are one, and his client is no more.
    let meanwhile = move |_: linkage::Stage, _: f32| {
        if !std::mem::replace(&mut decided, true) {
            handle.block_on(async {
                let mut tx = deciding.db.write().await.unwrap();
                let a = record(&mut tx, &decider, "employment-service", "ES-1").await;
                let b = record(&mut tx, &decider, "employment-service", "ES-2").await;
                done(&mut tx, &deciding, &decider, Wish::Same { a, b }).await;
                tx.commit().await.unwrap();
            });
        }
    };
    relink(&app, &permit, None, meanwhile).await.unwrap();
    let clients = clients(&app).await;
    assert_eq!(clients["ES-2"], clients["ES-1"], "the decision stands");
    let mut tx = app.db.read().await.unwrap();
    let (standing, _) = clients_of(&mut tx, clients["M-2"]).await.unwrap();
    assert_eq!(standing, clients["M-2"], "no record was given to a client that is no more");
});

db::both_engines!(a_record_that_comes_while_somebody_decides_waits_for_the_decision, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let permit = permit(&app, Act::DecideMatch).await;
    let mut tx = begin(&app).await.unwrap();
    let a = record(&mut tx, &permit, "employment-service", "ES-1").await;
    let b = record(&mut tx, &permit, "employment-service", "ES-2").await;
    let (coming, carrier) = (app.clone(), permit.clone());
    // Another record of Bruno begins to arrive before it is decided that his client and Ilona's are one.
    let arriving = tokio::spawn(async move {
        let bruno = said(&[("full_name", "KERTÉSZ Bruno"), ("birth_date", "1968-05-02"), ("sex", "man")]);
        let incoming = Incoming { key: "M-2".into(), said: bruno, observed: "2026-11-20".parse().unwrap() };
        let mut tx = begin(&coming).await.unwrap();
        let run = coming.clock.id();
        let received = records::receive(&mut tx, &carrier, &coming.clock, ("municipality", run), vec![incoming]).await.unwrap();
        super::arrive(&mut tx, &coming, &carrier, &[received[0].0]).await.unwrap();
        tx.commit().await.unwrap();
    });
    for _ in 0..50 {
        tokio::task::yield_now().await;
        store::stamp(&mut tx).await.unwrap();
    }
    assert!(!arriving.is_finished(), "it waits");
    done(&mut tx, &app, &permit, Wish::Same { a, b }).await;
    tx.commit().await.unwrap();
    arriving.await.unwrap();
    let clients = clients(&app).await;
    let mut tx = app.db.read().await.unwrap();
    let (standing, _) = clients_of(&mut tx, clients["M-2"]).await.unwrap();
    assert_eq!(standing, clients["M-2"], "it was not given to a client that is no more");
});

//! Stories of decisions: what each does, what taking it back uncovers, and when it takes two people.

use super::*;
use crate::decisions::{self, Wish};
use crate::questions::{self, Asking};
use office::Problem;

async fn at(app: &App, organisation: &str, key: &str) -> Id {
    let permit = permit(app, Act::RunFeed).await;
    let mut tx = app.db.read().await.unwrap();
    record(&mut tx, &permit, organisation, key).await
}

async fn decided(app: &App, permit: &Permit, wish: Wish) -> Result<Decided, Problem> {
    let mut tx = app.db.write().await.unwrap();
    let decided = decide(&mut tx, app, permit, &wish, "because").await?;
    tx.commit().await.unwrap();
    Ok(decided)
}

async fn done_at_once(app: &App, permit: &Permit, wish: Wish) -> Id {
    match decided(app, permit, wish).await.unwrap() {
        Decided::Done(id) => id,
        Decided::Waits(_) => panic!("it waits"),
    }
}

db::both_engines!(taking_a_decision_back_uncovers_the_one_before, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let permit = permit(&app, Act::DecideMatch).await;
    let (a, b) = (at(&app, "employment-service", "ES-1").await, at(&app, "employment-service", "ES-2").await);
    let apart = done_at_once(&app, &permit, Wish::Different { a, b }).await;
    let together = done_at_once(&app, &permit, Wish::Same { a, b }).await;
    let said = |app: &App| { let app = app.clone(); let permit = permit.clone(); async move {
        let mut tx = app.db.read().await.unwrap();
        pair_decisions(&mut tx, &permit).await.unwrap().into_iter().map(|pair| pair.verdict).collect::<Vec<_>>()
    }};
    assert_eq!(said(&app).await, ["same"]);
    done_at_once(&app, &permit, Wish::TakeBack { decision: together }).await;
    assert_eq!(said(&app).await, ["different"], "what was said before holds again");
    assert_eq!(decided(&app, &permit, Wish::TakeBack { decision: together }).await, Err(Problem::Already));
    relinked(&app).await;
    done_at_once(&app, &permit, Wish::TakeBack { decision: apart }).await;
    assert!(said(&app).await.is_empty());
});

db::both_engines!(that_two_records_are_one_person_stands_against_what_was_said_of_their_people_before, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let permit = permit(&app, Act::DecideMatch).await;
    let before = clients(&app).await;
    assert_eq!((before["ES-1"], before["M-1"]), (before["T-1"], before["T-1"]));
    let records = vec![at(&app, "municipality", "M-1").await, at(&app, "training-ngo", "T-1").await];
    let split = done_at_once(&app, &permit, Wish::Split { client: before["ES-1"], records, entries: Vec::new() }).await;
    relinked(&app).await;
    let parted = clients(&app).await;
    assert!(parted["ES-1"] != parted["M-1"] && parted["M-1"] == parted["T-1"]);
    // Of two of the three somebody says that they are one person after all. Of the third nobody says anything anew.
    let together = Wish::Same { a: at(&app, "employment-service", "ES-1").await, b: at(&app, "municipality", "M-1").await };
    let together = done_at_once(&app, &permit, together).await;
    let joined = clients(&app).await;
    assert_eq!((joined["ES-1"], joined["M-1"]), (joined["T-1"], joined["T-1"]));
    relinked(&app).await;
    assert_eq!(clients(&app).await, joined, "no later run parts them");
    done_at_once(&app, &permit, Wish::TakeBack { decision: together }).await;
    assert_eq!(clients(&app).await, parted);
    relinked(&app).await;
    assert_eq!(clients(&app).await, parted, "what was said before holds again");
    done_at_once(&app, &permit, Wish::TakeBack { decision: split }).await;
    assert_eq!(clients(&app).await, before);
});

db::both_engines!(a_record_its_source_took_away_is_in_no_client_and_no_search_until_it_is_back, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let before = clients(&app).await;
    let together = app.clock.now();
    let permit = permit(&app, Act::DecideMatch).await;
    let record = at(&app, "employment-service", "ES-2").await;
    let gone = done_at_once(&app, &permit, Wish::Withdraw { record }).await;
    assert!(find(&app, "kertész bruno").await.is_empty());
    relinked(&app).await;
    assert!(find(&app, "kertész bruno").await.is_empty(), "a later run does not bring it back");
    let mut tx = app.db.read().await.unwrap();
    let bruno = before["ES-2"];
    assert!(links_of(&mut tx, &permit, &[bruno], app.clock.now()).await.unwrap().is_empty());
    assert_eq!(links_of(&mut tx, &permit, &[bruno], together).await.unwrap().len(), 1, "what was known then stays known");
    drop(tx);
    done_at_once(&app, &permit, Wish::TakeBack { decision: gone }).await;
    assert_eq!(clients(&app).await, before);
    assert_eq!(find(&app, "kertész bruno").await.len(), 1);
});

db::both_engines!(a_wrong_number_is_disputed_and_linking_no_longer_looks_at_it, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    // A stranger whom the insurer has given Ilona's number.
    let stranger = said(&[("given_name", "Ilona"), ("family_name", "Lakatos"), ("national_id", "48803141234"), ("birth_date", "1988-03-14")]);
    deliver(&app, "social-insurer", vec![("I-1", stranger)]).await;
    relinked(&app).await;
    let permit = permit(&app, Act::DecideMatch).await;
    let record = at(&app, "social-insurer", "I-1").await;
    let bits = |app: &App| { let app = app.clone(); let permit = permit.clone(); async move {
        let mut tx = app.db.read().await.unwrap();
        let client = client_of(&mut tx, &permit, record).await.unwrap().unwrap();
        let (_, all) = clients_of(&mut tx, client).await.unwrap();
        let links = links_of(&mut tx, &permit, &all, app.clock.now()).await.unwrap();
        links.iter().any(|link| link.evidence.weighed.iter().any(|w| w.comparison == "national_id" && w.level == "same" && link.record == record))
    }};
    assert!(bits(&app).await, "the number speaks for her");
    let dispute = done_at_once(&app, &permit, Wish::Dispute { record, field: "national_id".into() }).await;
    let mut tx = app.db.read().await.unwrap();
    let asked = questions::open(&mut tx, &permit, Asking::Correction).await.unwrap();
    assert_eq!(asked[0].organisation.as_deref(), Some("social-insurer"), "its organisation is asked");
    let kept = records::newest(records::of_records(&mut tx, &permit, &[record], app.clock.now()).await.unwrap());
    assert_eq!(kept[0].said.get("national_id"), Some("48803141234"), "the record stays as it was sent");
    drop(tx);
    // A record that moves is explained anew.
    let out = done_at_once(&app, &permit, Wish::Unlink { record }).await;
    done_at_once(&app, &permit, Wish::TakeBack { decision: out }).await;
    let everyone = { let mut tx = app.db.read().await.unwrap(); decisions::disputes(&mut tx, &permit).await.unwrap() };
    assert_eq!((everyone[0].record, everyone[0].value.as_str()), (record, "48803141234"));
    relinked(&app).await;
    done_at_once(&app, &permit, Wish::TakeBack { decision: dispute }).await;
    let mut tx = app.db.read().await.unwrap();
    assert!(decisions::disputes(&mut tx, &permit).await.unwrap().is_empty());
    assert!(questions::open(&mut tx, &permit, Asking::Correction).await.unwrap().is_empty(), "nobody needs to answer any more");
});

// A person's right 5.
db::both_engines!(about_somebody_protected_two_people_decide_and_nobody_alone, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let before = clients(&app).await;
    let sofia = permit(&app, Act::DecideMatch).await;
    let other = Who { user: Id::from_bytes(&[8; 16]).unwrap(), name: "Oskar".into(), role: Role::Protection, organisation: "employment-service".into(), client: None };
    let oskar = app.decide(&other, Act::SecondDecision, None).unwrap();
    let oskar = app.log.permit_to_read(&app.db, app.clock.now(), oskar, "test").await.unwrap();
    let record = at(&app, "municipality", "M-1").await;
    let mark = done_at_once(&app, &sofia, Wish::Protect { client: before["ES-1"], readers: vec![] }).await;
    let Decided::Waits(question) = decided(&app, &sofia, Wish::Unlink { record }).await.unwrap() else { panic!("it was done at once") };
    assert_eq!(clients(&app).await, before, "nothing changes before");
    let mut tx = app.db.write().await.unwrap();
    assert_eq!(second(&mut tx, &app, &sofia, question, true, "").await, Err(Problem::NotFound), "nobody agrees with themselves");
    drop(tx);
    let mut tx = app.db.write().await.unwrap();
    let unlinked = second(&mut tx, &app, &oskar, question, true, "").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_ne!(clients(&app).await["M-1"], before["M-1"]);
    let mut tx = app.db.write().await.unwrap();
    assert_eq!(second(&mut tx, &app, &oskar, question, true, "").await, Err(Problem::Already), "a question is answered once");
    drop(tx);
    let decision = { let mut tx = app.db.read().await.unwrap(); decisions::find(&mut tx, &sofia, unlinked).await.unwrap().unwrap() };
    assert_eq!((decision.author, decision.second), (sofia.who().user, Some(other.user)));
    // The record that was taken out is still protected: taking back waits too, and so does lifting the mark.
    for wish in [Wish::TakeBack { decision: unlinked }, Wish::TakeBack { decision: mark }] {
        let Decided::Waits(question) = decided(&app, &sofia, wish).await.unwrap() else { panic!("it was done at once") };
        let mut tx = app.db.write().await.unwrap();
        assert_eq!(second(&mut tx, &app, &oskar, question, false, "not so").await.unwrap(), None);
        tx.commit().await.unwrap();
    }
    assert_ne!(clients(&app).await["M-1"], before["M-1"], "what was refused is not done");
});

db::both_engines!(the_machine_adds_nobody_to_somebody_protected_but_asks, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let before = clients(&app).await;
    let permit = permit(&app, Act::DecideMatch).await;
    done_at_once(&app, &permit, Wish::Protect { client: before["ES-1"], readers: vec![] }).await;
    let ilona = said(&[("full_name", "LAKATOS Ilona"), ("birth_date", "1988-03-14"), ("national_id", "48803141234"), ("phone", "860000789")]);
    deliver(&app, "social-insurer", vec![("I-1", ilona)]).await;
    relinked(&app).await;
    let after = clients(&app).await;
    assert_ne!(after["I-1"], before["ES-1"], "nobody is added to her by a machine");
    assert_eq!((after["M-1"], after["T-1"]), (before["ES-1"], before["ES-1"]));
    let new = at(&app, "social-insurer", "I-1").await;
    let mut tx = app.db.read().await.unwrap();
    let open = doubts::possible(&mut tx, &permit).await.unwrap();
    let pair = open.iter().find(|pair| pair.a == new || pair.b == new).expect("the pair waits for people");
    let (a, b) = (pair.a, pair.b);
    drop(tx);
    let arrived = relinked(&app).await;
    assert_eq!(arrived.moved, 0, "and stays so");
    assert!(matches!(decided(&app, &permit, Wish::Same { a, b }).await, Ok(Decided::Waits(_))));
});

/// What somebody of this role finds.
async fn found_by(app: &App, who: &Who, typed: &str) -> usize {
    let grant = app.decide(who, Act::FindClients, None).unwrap();
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "test").await.unwrap();
    let mut tx = app.db.read().await.unwrap();
    search::find(&mut tx, &permit, &Query::read(typed, app.clock.now().date()), 20, app.clock.now()).await.unwrap().len()
}

db::both_engines!(whoever_may_be_somebody_protected_is_hidden_until_two_people_have_decided, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let before = clients(&app).await;
    let sofia = permit(&app, Act::DecideMatch).await;
    let who = |n: u8, role| Who { user: Id::from_bytes(&[n; 16]).unwrap(), name: "X".into(), role, organisation: "employment-service".into(), client: None };
    // Its counsellors find everybody; those of others would find whom they know.
    let service = office::organisations::Organisation {
        id: "employment-service".into(), title: "Employment service".into(), kind: "employment-service".into(), sensitive: false,
    };
    let mut tx = app.db.write().await.unwrap();
    office::organisations::add(&mut tx, &service).await.unwrap();
    tx.commit().await.unwrap();
    let (jana, petr, oskar) = (who(21, Role::Counsellor), who(22, Role::Counsellor), who(23, Role::Protection));
    done_at_once(&app, &sofia, Wish::Protect { client: before["ES-1"], readers: vec![jana.user] }).await;
    assert_eq!((found_by(&app, &jana, "ilona lakatos").await, found_by(&app, &petr, "ilona lakatos").await), (1, 0));
    let ilona = said(&[("full_name", "LAKATOS Ilona"), ("birth_date", "1988-03-14"), ("national_id", "48803141234"), ("phone", "860000789")]);
    let bruno = said(&[("full_name", "Bruno Kertesz"), ("birth_date", "1968-05-02"), ("sex", "man")]);
    deliver(&app, "social-insurer", vec![("I-1", ilona), ("I-2", bruno)]).await;
    let runs = permit(&app, Act::RunFeed).await;
    let (new, his) = (at(&app, "social-insurer", "I-1").await, at(&app, "social-insurer", "I-2").await);
    let mut tx = begin(&app).await.unwrap();
    arrive(&mut tx, &app, &runs, &[new, his]).await.unwrap();
    tx.commit().await.unwrap();
    for round in ["as it came", "after linking everybody"] {
        assert_ne!(clients(&app).await["I-1"], before["ES-1"], "{round}: nobody is added to her by a machine");
        assert_eq!(found_by(&app, &petr, "ilona lakatos").await, 0, "{round}: the new record is not found");
        assert_eq!(found_by(&app, &jana, "ilona lakatos").await, 2, "{round}: but by those named for her");
        assert_eq!(found_by(&app, &petr, "bruno kertesz").await, 1, "{round}: nobody else is hidden");
        relinked(&app).await;
    }
    // Alone the steward can neither join it with somebody else nor say that it is another woman.
    let other = at(&app, "employment-service", "ES-2").await;
    assert!(matches!(decided(&app, &sofia, Wish::Same { a: new, b: other }).await, Ok(Decided::Waits(_))));
    let mut tx = app.db.read().await.unwrap();
    let open = doubts::possible(&mut tx, &sofia).await.unwrap();
    let pairs: Vec<(Id, Id)> = open.iter().filter(|pair| pair.a == new || pair.b == new).map(|pair| (pair.a, pair.b)).collect();
    drop(tx);
    assert!(!pairs.is_empty());
    let grant = app.decide(&oskar, Act::SecondDecision, None).unwrap();
    let agrees = app.log.permit_to_read(&app.db, app.clock.now(), grant, "test").await.unwrap();
    let (a, b) = pairs[0];
    let Decided::Waits(question) = decided(&app, &sofia, Wish::Different { a, b }).await.unwrap() else { panic!("one decided alone") };
    assert_eq!(found_by(&app, &petr, "ilona lakatos").await, 0);
    let mut tx = app.db.write().await.unwrap();
    let apart = second(&mut tx, &app, &agrees, question, true, "").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(found_by(&app, &petr, "ilona lakatos").await, 1, "two people say she is another woman");
    relinked(&app).await;
    assert_eq!(found_by(&app, &petr, "ilona lakatos").await, 1);
    let Decided::Waits(question) = decided(&app, &sofia, Wish::TakeBack { decision: apart }).await.unwrap() else { panic!("one decided alone") };
    let mut tx = app.db.write().await.unwrap();
    second(&mut tx, &app, &agrees, question, true, "").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(found_by(&app, &petr, "ilona lakatos").await, 0, "taking that back hides her again");
});

db::both_engines!(a_new_record_is_kept_apart_from_somebody_protected_only_by_two_people, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let before = clients(&app).await;
    let sofia = permit(&app, Act::DecideMatch).await;
    done_at_once(&app, &sofia, Wish::Protect { client: before["ES-1"], readers: vec![] }).await;
    let (ilona, bruno) = (at(&app, "employment-service", "ES-1").await, at(&app, "employment-service", "ES-2").await);
    deliver(&app, "social-insurer", vec![("I-1", said(&[("full_name", "LAKATOS Ilona"), ("birth_date", "1988-03-14"), ("phone", "860000789")]))]).await;
    let new = at(&app, "social-insurer", "I-1").await;
    let mut tx = app.db.write().await.unwrap();
    keep_apart(&mut tx, &app, &sofia, new, &[ilona, bruno], "seen-at-registration").await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = app.db.read().await.unwrap();
    let said: Vec<(Id, Id)> = pair_decisions(&mut tx, &sofia).await.unwrap().into_iter().map(|pair| (pair.a, pair.b)).collect();
    assert_eq!(said, [store::in_order(new, bruno)], "about him one person decides");
    let waiting = questions::open(&mut tx, &sofia, Asking::Second).await.unwrap();
    assert_eq!(waiting.iter().map(|q| q.wish.clone()).collect::<Vec<_>>(), [Some(Wish::Different { a: new, b: ilona })], "about her two");
});

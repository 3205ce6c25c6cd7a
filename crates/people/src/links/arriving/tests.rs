//! Stories of records that come one by one, on both engines.

use crate::links::tests::{app, clients, permit, relinked, said, town};
use crate::decisions::Wish;
use crate::links::{self, who_may_be};
use crate::records::{self, Incoming, Said};
use office::App;
use rights::Act;
use words::Id;

/// A record comes, and is linked in the transaction that brings it.
async fn comes(app: &App, organisation: &str, key: &str, said: Said) -> Id {
    let permit = permit(app, Act::RunFeed).await;
    let incoming = Incoming { key: key.into(), said, observed: app.clock.now().date() };
    let mut tx = app.db.write().await.unwrap();
    let received = records::receive(&mut tx, &permit, &app.clock, (organisation, app.clock.id()), vec![incoming]).await.unwrap();
    links::arrive(&mut tx, app, &permit, &[received[0].0]).await.unwrap();
    tx.commit().await.unwrap();
    received[0].0
}

fn ilona_once_more() -> Said {
    said(&[("given_name", "Ilonka"), ("family_name", "Lakatosz"), ("birth_date", "1988-03-14"), ("phone", "370 600 00789")])
}

db::both_engines!(before_anybody_was_linked_nothing_is_known, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    comes(&app, "clinic", "C-1", ilona_once_more()).await;
    let permit = permit(&app, Act::RunFeed).await;
    let mut tx = app.db.read().await.unwrap();
    assert!(who_may_be(&mut tx, &permit, "clinic", &ilona_once_more(), 5).await.unwrap().0.is_empty());
    let everyone = records::everyone(&mut tx, &permit).await.unwrap();
    assert!(everyone.iter().all(|one| one.client.is_none()));
});

db::both_engines!(a_record_that_comes_is_linked_at_once, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let before = clients(&app).await;
    comes(&app, "clinic", "C-1", ilona_once_more()).await;
    comes(&app, "clinic", "C-2", said(&[("given_name", "Zofia"), ("family_name", "Brandt"), ("birth_date", "1999-12-01")])).await;
    let after = clients(&app).await;
    assert_eq!(after["C-1"], before["ES-1"], "the client keeps the id");
    assert!(!before.values().any(|client| *client == after["C-2"]), "nobody is like her");
    assert!(before.iter().all(|(key, client)| after[key] == *client), "nobody else moved");
});

db::both_engines!(who_somebody_may_be_is_told_before_anything_is_written, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let client = clients(&app).await["ES-1"];
    let permit = permit(&app, Act::RunFeed).await;
    let mut tx = app.db.read().await.unwrap();
    let (found, _) = who_may_be(&mut tx, &permit, "employment-service", &ilona_once_more(), 5).await.unwrap();
    assert_eq!(found.first().map(|one| (one.client, one.sure)), Some((client, true)));
    let evidence = &found[0].evidence;
    let sum: f64 = evidence.prior + evidence.weighed.iter().map(|line| line.bits).sum::<f64>();
    assert!((sum - evidence.bits).abs() < 0.06, "{sum} {evidence:?}");
    let stranger = said(&[("given_name", "Zofia"), ("family_name", "Brandt"), ("birth_date", "1999-12-01")]);
    assert!(who_may_be(&mut tx, &permit, "employment-service", &stranger, 5).await.unwrap().0.is_empty());
    assert!(who_may_be(&mut tx, &permit, "employment-service", &Said::default(), 5).await.unwrap().0.is_empty());
});

db::both_engines!(a_record_that_turns_out_to_be_somebody_elses_leaves, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    comes(&app, "clinic", "C-1", ilona_once_more()).await;
    let before = clients(&app).await;
    assert_eq!(before["C-1"], before["ES-1"]);
    // The clinic mends its file: the record was a stranger's.
    app.clock.set(app.clock.now().plus_seconds(24 * 3600));
    comes(&app, "clinic", "C-1", said(&[("given_name", "Zofia"), ("family_name", "Brandt"), ("birth_date", "1999-12-01")])).await;
    let after = clients(&app).await;
    assert_ne!(after["C-1"], after["ES-1"]);
    assert_eq!(after["ES-1"], before["ES-1"], "those who stay keep the id");
    // And back again: the keys it stands under are those of what it says now.
    app.clock.set(app.clock.now().plus_seconds(24 * 3600));
    comes(&app, "clinic", "C-1", ilona_once_more()).await;
    assert_eq!(clients(&app).await["C-1"], before["ES-1"]);
});

db::both_engines!(what_people_decided_holds_for_records_that_come, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let c1 = comes(&app, "clinic", "C-1", ilona_once_more()).await;
    let deciding = permit(&app, Act::DecideMatch).await;
    let mut tx = app.db.write().await.unwrap();
    links::decide(&mut tx, &app, &deciding, &Wish::Unlink { record: c1 }, "another woman of the same name").await.unwrap();
    tx.commit().await.unwrap();
    let apart = clients(&app).await;
    assert_ne!(apart["C-1"], apart["ES-1"]);
    // A new version says nearly the same: the decision stands.
    app.clock.set(app.clock.now().plus_seconds(24 * 3600));
    let mut said = ilona_once_more();
    said.set("city", "Aldermoor");
    comes(&app, "clinic", "C-1", said).await;
    assert_eq!(clients(&app).await, apart);
    // Bruno and a stranger are one, says a person; then the stranger's record changes.
    let stranger = |city: &str| self::said(&[("given_name", "Quentin"), ("family_name", "Oduya"), ("birth_date", "1971-01-09"), ("city", city)]);
    let b = comes(&app, "clinic", "C-3", stranger("Aldermoor")).await;
    let mut tx = app.db.write().await.unwrap();
    let a = records::keys_of(&mut tx, &deciding, "employment-service", &["ES-2".to_owned()]).await.unwrap()["ES-2"];
    links::decide(&mut tx, &app, &deciding, &Wish::Same { a, b }, "he showed both cards").await.unwrap();
    tx.commit().await.unwrap();
    app.clock.set(app.clock.now().plus_seconds(24 * 3600));
    comes(&app, "clinic", "C-3", stranger("Wetherby")).await;
    let after = clients(&app).await;
    assert_eq!(after["C-3"], after["ES-2"]);
});

db::both_engines!(linking_everybody_finds_nothing_to_change_after_arrivals, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    let permit = permit(&app, Act::RunFeed).await;
    relinked(&app).await;
    let mut tx = app.db.read().await.unwrap();
    let model = linkage::Model::from_toml(&links::current_model(&mut tx).await.unwrap().unwrap()).unwrap();
    drop(tx);
    for (key, organisation, said) in [
        ("C-1", "clinic", ilona_once_more()),
        ("C-2", "clinic", said(&[("full_name", "Kertész Bruno"), ("birth_date", "1968-05-02"), ("sex", "man")])),
        ("M-7", "municipality", said(&[("full_name", "BRUNO KERTESZ"), ("birth_date", "02.05.1968"), ("city", "Aldermoor")])),
        ("T-7", "training-ngo", said(&[("full_name", "Lakatos Ilona"), ("phone", "+37060000789")])),
    ] {
        comes(&app, organisation, key, said).await;
    }
    let one_by_one = clients(&app).await;
    let relinked = links::relink(&app, &permit, Some(&model), |_, _| {}).await.unwrap();
    assert_eq!(relinked.moved, 0);
    assert_eq!(clients(&app).await, one_by_one);
});

db::both_engines!(whoever_leaves_is_found_alike_no_more, |fresh| async {
    let app = app(&fresh.db);
    town(&app).await;
    relinked(&app).await;
    let permit = permit(&app, Act::RunFeed).await;
    let mut tx = app.db.write().await.unwrap();
    let everyone = records::everyone(&mut tx, &permit).await.unwrap();
    let ids: Vec<Id> = everyone.iter().map(|one| one.record).collect();
    links::leave(&mut tx, &permit, &ids).await.unwrap();
    assert!(who_may_be(&mut tx, &permit, "clinic", &ilona_once_more(), 5).await.unwrap().0.is_empty());
});

//! The whole access log leaves as a file: two people, a few hours, and what somebody does at the machine stands beside it.

use crate::town::Town;
use axum::http::StatusCode;
use history::access::{self, ChainKey, Verdict};
use rights::{Act, Role, Who};
use throughline::audit::{Command, run};
use throughline::installation::Place;

db::both_engines!(the_whole_log_leaves_as_a_file_when_two_people_want_it_and_for_a_day, |fresh| async {
    let town = Town::full(fresh).await;
    let (oskar, olga) = (town.visitor(Role::Protection, "employment-service", None).await, town.visitor(Role::Protection, "employment-service", None).await);
    let (sofia, jana, tim) =
        (town.steward().await, town.counsellor().await, town.visitor(Role::Administrator, "employment-service", None).await);
    oskar.opens("/log-exports").await.sees("The log has not been exported");
    oskar.sends("/log-exports", "reason=+").await.sees("Say what the export is for");
    assert_eq!(oskar.opens("/log-exports").await.status, StatusCode::OK);
    // Whoever agrees wishes nothing, and nobody else comes here.
    assert_eq!(sofia.sends("/log-exports", "reason=curious").await.status, StatusCode::NOT_FOUND);
    for nobody in [&jana, &tim] {
        assert_eq!(nobody.opens("/log-exports").await.status, StatusCode::NOT_FOUND);
    }
    let answer = oskar.sends("/log-exports", "reason=For+the+authority%27s+check").await;
    let one = answer.location.unwrap().strip_suffix("?said=log-export-wished").unwrap().to_owned();
    let part = format!("{one}/parts/1");
    assert_eq!(oskar.opens(&part).await.status, StatusCode::NOT_FOUND, "nobody has agreed");
    oskar.opens(&one).await.sees("somebody else has to agree").sees_no("I agree");
    oskar.sends(&one, "outcome=agree").await.sees("somebody else has to agree");
    assert_eq!(oskar.opens(&part).await.status, StatusCode::NOT_FOUND, "nobody agrees to their own wish");
    // A wish waits where the second person comes in.
    sofia.opens("/").await.link_is("/log-exports");
    sofia.opens(&one).await.sees("For the authority&#39;s check").sees("for 24 hours");
    sofia.sends(&one, "outcome=agree").await.link_is(&format!("{one}?said=log-export-agreed"));
    assert_eq!(olga.sends(&one, "outcome=decline").await.status, StatusCode::CONFLICT);
    let page = oskar.opens(&one).await;
    page.sees("Take the file").link_is_there(&part);
    // For whoever wished it alone.
    for other in [&olga, &sofia] {
        other.opens(&one).await.sees_no("Take the file");
        assert_eq!(other.opens(&part).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(oskar.opens(&format!("{one}/parts/2")).await.status, StatusCode::NOT_FOUND);
    let file = oskar.opens(&part).await;
    let lines = file.body.lines().count() - 1;
    let verdict = access::verify_export(&mut file.body.as_bytes(), &ChainKey::new([1; 32]), &[]).unwrap();
    assert_eq!(verdict, Verdict::Sound(i64::try_from(lines).unwrap()));
    assert!(lines > 20 && file.body.contains("an export of the whole access log agreed"));
    assert_eq!(file.body, oskar.opens(&part).await.body, "it goes as far as when somebody agreed, however often it is taken");
    // The log went on since: a checkpoint of later knows more, and does not call the file cut. A file that was cut is found by its end.
    let later = town.app.log.checkpoint(&town.app.db, town.app.clock.now().plus_seconds(120)).await.unwrap();
    assert!(later.lines > i64::try_from(lines).unwrap());
    let check = |text: &str| access::verify_export(&mut text.as_bytes(), &ChainKey::new([1; 32]), std::slice::from_ref(&later)).unwrap();
    assert_eq!(check(&file.body), verdict);
    let (kept, end) = file.body.trim_end().rsplit_once('\n').unwrap();
    let (shorter, last) = kept.rsplit_once('\n').unwrap();
    assert_eq!(check(&format!("{shorter}\n{end}\n")).first_bad(), Some(i64::try_from(lines).unwrap()));
    let hash = last.split("\"hash\":\"").nth(1).unwrap().split('"').next().unwrap();
    let forged = end.replace(&format!("\"lines\":{lines}"), &format!("\"lines\":{}", lines - 1)).replacen(hash, &"0".repeat(64), 1);
    assert!(check(&format!("{shorter}\n{forged}\n")).first_bad().is_some(), "nobody without the key says where an export ends");
    // What somebody did not get, the log does not say they took.
    let taken = oskar.opens("/looked").await.body.matches("the whole access log as a file").count();
    olga.opens(&part).await;
    oskar.opens(&format!("{one}/parts/999")).await;
    assert_eq!(oskar.opens("/looked").await.body.matches("the whole access log as a file").count(), taken);
    oskar.opens("/looked").await.sees("the whole access log as a file, part 1");
    oskar.opens("/looked?format=csv").await.sees("<main");
    town.app.clock.set(town.app.clock.now().plus_seconds(24 * 3600));
    let oskar = town.back(oskar.user).await;
    assert_eq!(oskar.opens(&part).await.status, StatusCode::NOT_FOUND, "a day is over");
    oskar.opens(&one).await.sees_no("Take the file").sees("Agreed");
    // Whoever wished one takes it back; another is declined.
    for (who, said) in [(&oskar, "Taken back"), (&town.back(sofia.user).await, "Declined")] {
        let one = oskar.sends("/log-exports", "reason=another").await.location.unwrap().split('?').next().unwrap().to_owned();
        who.sends(&one, "outcome=decline").await.link_is(&format!("{one}?said=log-export-declined"));
        oskar.opens(&one).await.sees(said);
        assert_eq!(oskar.opens(&format!("{one}/parts/1")).await.status, StatusCode::NOT_FOUND);
    }
    let file = oskar.opens("/log-exports?format=csv").await;
    file.sees("\"agreed\"").sees("\"withdrawn\"").sees("\"declined\"").sees("For the authority's check");
});

db::both_engines!(an_export_at_the_machine_stands_on_the_officers_list, |fresh| async {
    let folder = tempfile::tempdir().unwrap();
    let place = Place { db: Some(fresh.address().to_owned()), ..Place::folder(folder.path().to_owned()) };
    place.open(office::Clock::machine(), true).await.unwrap().db.close().await;
    let town = Town::empty(fresh).await;
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    oskar.opens("/log-exports").await.sees("The log has not been exported");
    run(Command::Export { place, to: folder.path().join("log.jsonl") }).await.unwrap();
    let list = oskar.opens("/log-exports").await;
    list.sees("Made at the machine, by one person");
    oskar.opens(&list.link("/log-exports/")).await.sees("by somebody who holds the keys of the machine").sees_no("I agree");
});

db::both_engines!(a_long_log_leaves_in_parts_that_are_one_file_when_they_are_joined, |fresh| async {
    let town = Town::empty(fresh).await;
    let (oskar, sofia) = (town.visitor(Role::Protection, "employment-service", None).await, town.steward().await);
    let itself = Who { user: town.app.clock.id(), name: "throughline".into(), role: Role::Administrator, organisation: "employment-service".into(), client: None };
    for _ in 0..10 {
        let grants = (0..10_000).map(|_| town.app.decide(&itself, Act::RunFeed, None).unwrap()).collect();
        town.app.log.permits(&town.app.db, town.app.clock.now(), grants, "a feed").await.unwrap();
    }
    let one = oskar.sends("/log-exports", "reason=check").await.location.unwrap().split('?').next().unwrap().to_owned();
    sofia.sends(&one, "outcome=agree").await;
    oskar.opens(&one).await.link_is_there(&format!("{one}/parts/2"));
    let (first, second) = (oskar.opens(&format!("{one}/parts/1")).await.body, oskar.opens(&format!("{one}/parts/2")).await.body);
    assert_eq!(first.lines().count(), 100_000);
    assert_eq!(oskar.opens(&format!("{one}/parts/3")).await.status, StatusCode::NOT_FOUND);
    let check = |text: &str| access::verify_export(&mut text.as_bytes(), &ChainKey::new([1; 32]), &[]).unwrap();
    let lines = i64::try_from(first.lines().count() + second.lines().count() - 1).unwrap();
    assert_eq!(check(&format!("{first}{second}")), Verdict::Sound(lines));
    assert_eq!(check(&first).first_bad(), Some(100_001), "a part alone is no export");
    assert_eq!(check(&format!("{second}{first}")).first_bad(), Some(1));
});

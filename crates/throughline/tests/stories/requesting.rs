//! What people ask about their data: asked, due within a month, answered in plain words, read by the person.

use crate::town::Town;
use axum::http::StatusCode;
use db::Sql;
use rights::Role;

// A person's right 21.
db::both_engines!(somebody_asks_is_answered_within_a_month_and_reads_the_answer, |fresh| async {
    let town = Town::full(fresh).await;
    let herself = town.jobseeker("ES-0004711").await;
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    herself.opens("/my-data").await.sees("What you can ask for");
    herself.opens("/my-data/requests").await.sees("A copy of everything").sees("answers within one month");
    for wrong in ["", "kind=everything&says=x", "kind=erasure&says=+"] {
        assert_eq!(herself.sends("/my-data/requests", wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    herself.sends("/my-data/requests", "kind=correction&says=I+was+never+at+the+clinic+in+May").await.link_is("/my-data/requests?said=request-made");
    herself.opens("/my-data/requests").await.sees("I was never at the clinic in May").sees("You have an answer by 23 December 2026.");
    herself.opens("/my-data").await.sees("see the one that waits");
    // It stands on the officer's desk, by name, with its day.
    let desk = oskar.opens("/requests").await;
    desk.sees("Amira Haddad").sees("Put something right").sees("30 days left").sees("due by 23 December 2026");
    let one = desk.link("/requests/");
    oskar.opens(&one).await.sees("I was never at the clinic in May").sees("They read the answer in: English.").sees("may wait until 23 February 2027");
    // Put off once, with the reason; and answered.
    assert_eq!(oskar.sends(&format!("{one}/extend"), "reason=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    oskar.sends(&format!("{one}/extend"), "reason=We+wait+for+the+clinic").await.link_is(&format!("{one}?said=request-extended"));
    assert_eq!(oskar.sends(&format!("{one}/extend"), "reason=Again").await.status, StatusCode::CONFLICT);
    herself.opens("/my-data/requests").await.sees("We wait for the clinic").sees("You have an answer by 23 February 2027.");
    for wrong in ["outcome=refused&told=", "outcome=withdrawn&told=x", "told=x"] {
        assert_eq!(oskar.sends(&one, wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    oskar.sends(&one, "outcome=refused&told=The+clinic+has+shown+its+list+of+May").await.link_is("/requests?said=request-answered");
    assert_eq!(oskar.sends(&one, "outcome=granted&told=").await.status, StatusCode::CONFLICT);
    let mine = herself.opens("/my-data/requests").await;
    mine.sees("Answered on 23 November 2026").sees("The clinic has shown its list of May").sees("complain about this to the data-protection authority").sees_no("I no longer ask");
    oskar.opens("/requests").await.sees_no("Amira Haddad").sees("Nothing here");
    oskar.opens("/requests?state=closed").await.sees("Amira Haddad").sees("Not done");
    // All of it stands in who looked, each once.
    let amira = town.client("employment-service", "ES-0004711").await;
    herself.opens(&format!("/clients/{amira}/looked")).await.sees("A request answered").sees("answered: refused").sees("an answer put off");
});

db::both_engines!(the_answer_comes_in_the_person_s_language_and_what_is_late_stands_on_top, |fresh| async {
    const SPEAKS: Sql = Sql::both("update app_user set language = 'ar' where user_id = $1");
    let town = Town::full(fresh).await;
    let (herself, bruno) = (town.jobseeker("ES-0004711").await, town.jobseeker("ES-0005802").await);
    let mut tx = town.app.db.write().await.unwrap();
    tx.run(&SPEAKS, vec![herself.user.into()]).await.unwrap();
    tx.commit().await.unwrap();
    bruno.sends("/my-data/requests", "kind=copy&says=").await;
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    // Written down today, asked on the last day of October: due on the last of November, a week from now.
    let amira = town.client("employment-service", "ES-0004711").await;
    let write = format!("/clients/{amira}/requests");
    oskar.opens(&format!("{write}/new")).await.sees("The month runs from the day they asked").sees("العربية");
    let paper = |kind: &str, channel: &str, on: &str| format!("kind={kind}&says=Why%3F&channel={channel}&on={on}&language=ar");
    for wrong in [paper("objection", "", "2026-10-31"), paper("objection", "paper", "2026-11-24"), paper("", "paper", "2026-10-31")] {
        assert_eq!(oskar.sends(&write, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    oskar.sends(&write, &paper("objection", "paper", "2026-10-31")).await.link_is("/requests?said=request-written");
    let desk = oskar.opens("/requests").await;
    desk.sees("7 days left").sees("due by 30 November 2026").sees("Said on paper.");
    assert!(desk.body.find("Amira").unwrap() < desk.body.find("Bruno").unwrap());
    let one = desk.link("/requests/");
    oskar.opens(&one).await.sees("They read the answer in: Arabic.");
    // The way in leads to what is due within the week.
    oskar.opens("/").await.link_is("/requests");
    town.app.clock.set("2026-12-02".parse::<words::Date>().unwrap().start().plus_seconds(8 * 3600));
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    oskar.opens("/requests").await.sees("2 days late").sees("One is late.");
    // Late, it can no longer be put off, only answered.
    oskar.opens(&one).await.sees("2 days late").sees_no("More time");
    assert_eq!(oskar.sends(&format!("{one}/extend"), "reason=Much+to+do").await.status, StatusCode::CONFLICT);
    oskar.sends(&one, "outcome=granted&told=").await.link_is("/requests?said=request-answered");
    town.back(herself.user).await.opens("/my-data/requests").await.sees("تمّ").sees("اعتراض");
    let file = oskar.opens("/requests?state=closed&format=csv").await;
    file.sees("\"objection\",\"paper\",\"2026-10-31\",\"2026-11-30\",\"no\"").sees("\"granted\"").sees_no("Amira").sees_no("Haddad").sees_no(&amira.to_string());
});

db::both_engines!(only_the_person_asks_only_the_officer_answers_and_who_leads_writes_down, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (herself, bruno, jana) = (town.jobseeker("ES-0004711").await, town.jobseeker("ES-0005802").await, town.counsellor().await);
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let (file, write) = (format!("/clients/{amira}"), format!("/clients/{amira}/requests"));
    jana.opens(&file).await.sees("Write down a request");
    let spoken = "kind=copy&says=&channel=voice&on=&language=en";
    jana.sends(&write, spoken).await.link_is(&format!("{file}?said=request-written"));
    let one = oskar.opens("/requests").await.link("/requests/");
    oskar.opens(&one).await.sees("Written down by A counsellor, employment-service.");
    herself.opens("/my-data/requests").await.sees("Said aloud.");
    // Somebody who does not lead the case, somebody else, the person by the way of staff.
    let stranger = town.visitor(Role::Counsellor, "employment-service", None).await;
    let partner = town.visitor(Role::Partner, "municipality", None).await;
    for other in [&stranger, &partner, &bruno, &town.steward().await] {
        assert_eq!(other.opens(&format!("{write}/new")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.sends(&write, spoken).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(herself.sends(&write, spoken).await.status, StatusCode::NOT_FOUND);
    for other in [&jana, &partner, &bruno, &herself] {
        assert_eq!(other.opens("/requests").await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.opens(&one).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.sends(&one, "outcome=granted").await.status, StatusCode::NOT_FOUND);
    }
    for other in [&jana, &partner, &oskar] {
        assert_eq!(other.opens("/my-data/requests").await.status, StatusCode::NOT_FOUND);
    }
    // Whoever asked takes it back, and nobody else does; then there is nothing to answer.
    let withdraw = format!("/my-data{one}/withdraw");
    assert_eq!(bruno.sends(&withdraw, "").await.status, StatusCode::NOT_FOUND);
    herself.sends(&withdraw, "").await.link_is("/my-data/requests?said=request-withdrawn");
    assert_eq!(herself.sends(&withdraw, "").await.status, StatusCode::CONFLICT);
    assert_eq!(oskar.sends(&one, "outcome=granted&told=").await.status, StatusCode::CONFLICT);
    oskar.opens(&one).await.sees("Taken back").sees_no("What came of it?");
});

db::both_engines!(what_was_asked_stays_with_its_record_is_sealed_and_is_never_changed, |fresh| async {
    const HELD: Sql = Sql::both("select sealed from request");
    const CHANGES: [Sql; 4] = [
        Sql::both("update request set due_on = '2030-01-01'"), Sql::both("delete from request"),
        Sql::both("update request_step set outcome = 'granted'"), Sql::both("delete from request_step"),
    ];
    let town = Town::full(fresh).await;
    let herself = town.jobseeker("ES-0004711").await;
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    herself.sends("/my-data/requests", "kind=restriction&says=Whimbrel").await;
    let one = oskar.opens("/requests").await.link("/requests/");
    oskar.sends(&one, "outcome=refused&told=Dotterel").await;
    let rows = town.app.db.read().await.unwrap().all(&HELD, vec![]).await.unwrap();
    assert!(rows.iter().all(|row| !row.bytes("sealed").unwrap().windows(8).any(|part| part == b"Whimbrel")) && rows.len() == 1);
    for change in &CHANGES {
        let mut tx = town.app.db.write().await.unwrap();
        assert!(tx.run(change, vec![]).await.is_err());
    }
    // The record becomes a client of its own, and what was asked goes with it.
    let (amira, sofia) = (town.client("employment-service", "ES-0004711").await, town.steward().await);
    let record = town.record("employment-service", "ES-0004711").await;
    sofia.sends(&format!("/records/{record}/unlink"), &format!("back=%2Fclients%2F{amira}%2Flinks")).await;
    assert_ne!(town.client("employment-service", "ES-0004711").await, town.client("municipality", "R-0000880").await);
    town.back(herself.user).await.opens("/my-data/requests").await.sees("Whimbrel").sees("Dotterel");
});

/// The address under which the entry that says this is asked to be put right.
fn to_put_right(page: &crate::town::Answer, says: &str) -> String {
    let (_, after) = page.body.split_once(says).unwrap_or_else(|| panic!("nothing says {says}"));
    let (_, address) = after.split_once("href=\"/my-data/requests?about=").unwrap();
    address.split('"').next().unwrap().to_owned()
}

// A person's right 23.
db::both_engines!(what_is_put_right_stands_before_what_was_wrong_and_what_is_not_has_the_person_s_words_beside_it, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, herself, jana) = (format!("/clients/{amira}"), town.jobseeker("ES-0004711").await, town.counsellor().await);
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let mine = herself.opens(&file).await;
    jana.opens(&file).await.sees("Did not come; the letter was not in Arabic.").sees_no("my-data/requests");
    let (missed, course) = (to_put_right(&mine, "Did not come; the letter was not in Arabic."), to_put_right(&mine, "Course completed. Recognition"));
    herself.opens(&format!("/my-data/requests?about={missed}")).await.sees("Did not come; the letter was not in Arabic.").sees("stands beside it");
    let ask = |entry: &str, says: &str| format!("kind=correction&about={entry}&says={says}");
    herself.sends("/my-data/requests", &ask(&missed, "I+was+there+on+time")).await.link_is("/my-data/requests?said=request-made");
    // What is somebody else's, or nobody's, cannot be put right from here; nor can an entry be erased by this form.
    let bruno = town.jobseeker("ES-0005802").await;
    for wrong in [ask("00000000000000000000000000000000", "x"), ask("nonsense", "x"), format!("kind=erasure&about={missed}&says=x")] {
        assert_eq!(herself.sends("/my-data/requests", &wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    assert_eq!(bruno.sends("/my-data/requests", &ask(&missed, "x")).await.status, StatusCode::NOT_FOUND);
    let one = oskar.opens("/requests").await.link("/requests/");
    oskar.opens(&one).await.sees("I was there on time").sees("Did not come; the letter").sees("detail:outcome");
    // Done, and nothing said of what is right.
    let same = "outcome=granted&told=&body=Did+not+come%3B+the+letter+was+not+in+Arabic.&detail%3Aoutcome=no-show";
    assert_eq!(oskar.sends(&one, same).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = "outcome=granted&told=The+list+of+the+day+has+you&body=Came+on+time%3B+sent+away+by+mistake.&detail%3Aoutcome=attended";
    oskar.sends(&one, right).await.link_is("/requests?said=request-answered");
    // Everybody who could read it reads what is right, and behind it what was said before; on a past day it is as it was known then.
    jana.opens(&file).await.sees("Came on time; sent away by mistake.").sees("corrected").sees("Did not come; the letter was not in Arabic.");
    let before = jana.opens(&format!("{file}?on=2026-11-22")).await;
    before.sees("Did not come; the letter").sees_no("sent away by mistake");
    herself.opens("/my-data/requests").await.sees("it is done").sees("Came on time; sent away by mistake.");
    // Not done: her words stand beside it, for those who read the entry.
    herself.sends("/my-data/requests", &ask(&course, "Nobody+applied+for+it")).await;
    jana.opens(&file).await.sees_no("Nobody applied for it");
    let one = oskar.opens("/requests").await.link("/requests/");
    oskar.sends(&one, "outcome=refused&told=The+letter+is+in+the+file").await.link_is("/requests?said=request-answered");
    jana.opens(&file).await.sees("The person says: “<bdi>Nobody applied for it</bdi>”");
    herself.opens(&file).await.sees("Nobody applied for it");
});

// A person's right 24.
db::both_engines!(what_is_restricted_is_kept_and_shown_to_nobody_but_the_person_by_consent_and_in_an_emergency, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, herself, jana) = (format!("/clients/{amira}"), town.jobseeker("ES-0004711").await, town.counsellor().await);
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let (piet, ines) = (town.visitor(Role::Partner, "municipality", None).await, town.visitor(Role::Partner, "training-ngo", None).await);
    let outside = town.visitor(Role::Partner, "social-insurer", None).await;
    for kind in ["restriction", "objection"] {
        herself.sends("/my-data/requests", &format!("kind={kind}&says=My+husband+works+there")).await;
        let one = oskar.opens("/requests").await.link("/requests/");
        // Asked, it is not yet so.
        jana.opens(&file).await.sees("With an interpreter").sees_no("restricted at the person");
        assert_eq!(oskar.sends(&format!("{one}/lift"), "reason=x").await.status, StatusCode::CONFLICT);
        oskar.sends(&one, "outcome=granted&told=").await.link_is("/requests?said=request-answered");
        for reader in [&jana, &piet, &ines] {
            let page = reader.opens(&file).await;
            page.sees("restricted at the person’s request").sees("Restricted entry").sees("the person has asked that it is not used").sees_no("Ask Employment").sees("Amira Haddad");
            page.sees_no("With an interpreter").sees_no("Housing allowance").sees_no("Language for work");
        }
        herself.opens(&file).await.sees("With an interpreter").sees("Housing allowance");
        herself.opens("/my-data/requests").await.sees("The file is restricted.");
        // With her consent, and in an emergency.
        herself.sends(&format!("{file}/consents"), "organisation=training-ngo&kind=benefit&shares=yes").await;
        ines.opens(&file).await.sees("Housing allowance").sees_no("With an interpreter");
        herself.sends(&format!("{file}/consents"), "organisation=training-ngo&kind=benefit&shares=no").await;
        outside.sends(&format!("{file}/emergency"), "reason=Unconscious+in+our+hall").await;
        outside.opens(&file).await.sees("With an interpreter");
        // It ends when she has been told why.
        assert_eq!(oskar.sends(&format!("{one}/lift"), "reason=+").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(jana.sends(&format!("{one}/lift"), "reason=x").await.status, StatusCode::NOT_FOUND);
        oskar.sends(&format!("{one}/lift"), &format!("reason=He+has+left,+{kind}")).await.link_is(&format!("{one}?said=request-lifted"));
        assert_eq!(oskar.sends(&format!("{one}/lift"), "reason=Again").await.status, StatusCode::CONFLICT);
        herself.opens("/my-data/requests").await.sees(&format!("He has left, {kind}"));
        jana.opens(&file).await.sees("With an interpreter").sees_no("restricted at the person");
    }
});

db::both_engines!(a_desk_of_more_than_a_hundred_requests_has_a_second_page, |fresh| async {
    let town = Town::full(fresh).await;
    let herself = town.jobseeker("ES-0004711").await;
    for _ in 0..101 {
        herself.sends("/my-data/requests", "kind=copy").await.link_is("/my-data/requests?said=request-made");
    }
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let of = |page: &str| page.matches("<li class=\"tl-result\">").count();
    let first = oskar.opens("/requests").await;
    assert_eq!(of(&first.body), 100);
    let next = first.link("/requests?skip=");
    let second = oskar.opens(&next).await;
    assert_eq!((next.as_str(), of(&second.body)), ("/requests?skip=100", 1));
    second.sees_no("More requests");
});

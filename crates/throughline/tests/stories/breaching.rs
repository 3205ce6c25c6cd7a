//! Breaches with a clock: from whom data went to and when, to whom it concerns and what the authority and people are told.

use crate::town::{Town, Visitor};
use axum::http::StatusCode;
use db::Sql;
use rights::Role;
use std::fmt::Write;

/// The form of what happened.
fn happened(what: &str, noticed: &str, (from, to): (&str, &str), actor: &str) -> String {
    format!("what={what}&noticed={noticed}&from={from}&to={to}&{actor}")
}

/// What people are told, in every language.
fn told(on: &str) -> String {
    let mut form = format!("step=people-told&text=By+letter&on={on}");
    for language in web::LANGUAGES {
        write!(form, "&notice-{}=Notice+in+{}%0A%0A%3Cb%3Eplain%3C%2Fb%3E", language.tag, language.tag).unwrap();
    }
    form
}

async fn officer(town: &Town) -> Visitor<'_> {
    town.visitor(Role::Protection, "employment-service", None).await
}

// P11: from actor and window to the list of people, the kinds of data and both texts.
db::both_engines!(from_an_actor_and_a_window_follow_the_people_what_was_shown_and_both_texts, |fresh| async {
    let town = Town::full(fresh).await;
    let (amira, bruno) = (town.client("employment-service", "ES-0004711").await, town.client("employment-service", "ES-0005802").await);
    let (jana, sofia) = (town.counsellor().await, town.steward().await);
    // Before the window, in it, and after it; what somebody else opens in it is not theirs.
    town.at("2026-11-23", 8, 0);
    jana.opens(&format!("/clients/{bruno}/links")).await;
    town.at("2026-11-23", 9, 10);
    let (jana, sofia) = (town.back(jana.user).await, town.back(sofia.user).await);
    jana.opens(&format!("/clients/{amira}")).await.sees("Amira Haddad");
    jana.opens(&format!("/clients/{amira}/links")).await;
    sofia.opens(&format!("/clients/{bruno}/links")).await;
    town.at("2026-11-23", 11, 0);
    let jana = town.back(jana.user).await;
    jana.opens(&format!("/clients/{bruno}")).await.sees("Bruno");
    town.at("2026-11-23", 12, 0);
    let oskar = officer(&town).await;
    oskar.opens("/breaches").await.sees("No breach is recorded");
    oskar.opens("/breaches/new").await.sees("A counsellor (employment-service)").sees_no("A jobseeker");
    let actor = format!("user={}&organisation=", jana.user);
    let window = ("2026-11-23T09:00", "2026-11-23T10:00");
    for wrong in [
        happened("", "2026-11-23T11:30", window, &actor), happened("x", "2026-11-23T12:30", window, &actor), happened("x", "", window, &actor),
        happened("x", "2026-11-23T11:30", ("2026-11-23T10:00", "2026-11-23T09:00"), &actor),
        happened("x", "2026-11-23T11:30", ("2026-11-23T09:00", "2026-11-24T09:00"), &actor),
        happened("x", "2026-11-23T11:30", window, "user=&organisation="), happened("x", "2026-11-23T11:30", window, "user=&organisation=nowhere"),
        happened("x", "2026-11-23T11:30", window, &format!("{actor}clinic")),
    ] {
        assert_eq!(oskar.sends("/breaches", &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let form = happened("Her+password+was+stolen", "2026-11-23T11:30", window, &actor);
    let one = oskar.sends("/breaches", &form).await.location.unwrap().replace("?said=breach-recorded", "");
    let page = oskar.opens(&one).await;
    page.sees("Her password was stolen").sees("71 hours left").sees("to know by 26 November 2026, 11:30").sees("One person").sees("shown 2 times");
    oskar.opens("/breaches").await.sees("71 hours left").sees("One person");
    oskar.opens("/oversight").await.sees("the authority is to know by 26 November 2026, 11:30");
    oskar.opens("/").await.link_is("/breaches");
    // The list is what the story showed: Amira, by two pages, and nobody else; each look at it is one line about her.
    oskar.opens(&format!("{one}/people")).await.sees("Amira Haddad").sees("shown 2 times").sees_no("Bruno");
    let file = oskar.opens(&format!("{one}/people?format=csv")).await;
    file.sees(&format!("\"{amira}\",\"see-client\"")).sees(&format!("\"{amira}\",\"see-links\"")).sees_no(&bruno.to_string()).sees_no("Amira");
    let herself = town.jobseeker("ES-0004711").await;
    let looked = herself.opens(&format!("/clients/{amira}/looked")).await;
    assert_eq!(looked.body.matches("among those whom a breach concerns").count(), 1);
    // Of an organisation: what the steward opened too.
    let form = happened("All+of+them", "2026-11-23T11:30", window, "user=&organisation=employment-service");
    let other = oskar.sends("/breaches", &form).await.location.unwrap().replace("?said=breach-recorded", "");
    oskar.opens(&other).await.sees("2 people").sees("shown 3 times");
    oskar.opens(&format!("{other}/people")).await.sees("Amira Haddad").sees("Bruno");
    // Both texts say it, in every language.
    let texts = oskar.opens(&format!("{one}/texts")).await;
    texts.sees("GDPR article 33").sees("GDPR article 34").sees("DSGVO Artikel 33").sees("المادة 33").sees("[Not written yet]");
    texts.sees("From 23 November 2026, 09:00 to 23 November 2026, 10:00 personal data were shown to A counsellor (employment-service).");
    texts.sees("About one person who uses the services").sees("The access log has 2 lines of it.").sees("A protection, data-protection officer, employment-service");
    oskar.sends(&one, "step=risk&text=Somebody+may+know+where+she+lives").await.link_is(&format!("{one}?said=breach-step"));
    oskar.sends(&one, "step=measures&text=The+account+is+closed").await;
    let texts = oskar.opens(&format!("{one}/texts")).await;
    texts.sees("Somebody may know where she lives").sees("The account is closed").sees_no("[Not written yet]");
});

db::both_engines!(it_is_not_closed_before_the_authority_and_people_are_settled_and_what_is_late_says_why, |fresh| async {
    let town = Town::full(fresh).await;
    let (amira, bruno) = (town.client("employment-service", "ES-0004711").await, town.client("employment-service", "ES-0005802").await);
    let jana = town.counsellor().await;
    town.at("2026-11-23", 9, 0);
    let jana = town.back(jana.user).await;
    jana.opens(&format!("/clients/{amira}")).await.sees("Amira Haddad");
    town.at("2026-11-23", 10, 0);
    let jana = town.back(jana.user).await;
    jana.opens(&format!("/clients/{bruno}")).await.sees("Bruno");
    let oskar = officer(&town).await;
    let actor = format!("user={}&organisation=", jana.user);
    let form = happened("Whimbrel", "2026-11-23T10:00", ("2026-11-23T08:50", "2026-11-23T09:10"), &actor);
    let one = oskar.sends("/breaches", &form).await.location.unwrap().replace("?said=breach-recorded", "");
    assert_eq!(oskar.sends(&one, "step=closed&text=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Three days and an hour later it is overdue, and a late notice says why.
    town.at("2026-11-26", 11, 30);
    let oskar = town.back(oskar.user).await;
    oskar.opens(&one).await.sees("2 hours late").sees("Overdue since 26 November 2026, 10:00");
    oskar.opens("/oversight").await.sees("should have known by 26 November 2026, 10:00");
    let late = "step=authority-told&text=DPA-17%2C+by+form&on=2026-11-26T11:20";
    for wrong in [late, "step=authority-told&text=&on=2026-11-26T11:20", "step=authority-told&text=x&on=2026-11-23T09:00", "step=authority-told&text=x&on=2026-11-27T09:00", "step=nonsense&text=x"] {
        assert_eq!(oskar.sends(&one, wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    oskar.sends(&one, &format!("{late}&delay=We+were+shut")).await.link_is(&format!("{one}?said=breach-step"));
    assert_eq!(oskar.sends(&one, &format!("{late}&delay=Again")).await.status, StatusCode::CONFLICT);
    assert_eq!(oskar.sends(&one, "step=authority-not&text=x").await.status, StatusCode::CONFLICT);
    assert_eq!(oskar.sends(&one, "step=delay&text=x").await.status, StatusCode::CONFLICT);
    oskar.opens(&one).await.sees("DPA-17, by form").sees("We were shut").sees("The authority is settled").sees_no("hours late");
    oskar.opens(&format!("{one}/texts")).await.sees("We were shut");
    assert_eq!(oskar.sends(&one, "step=closed&text=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Before she is told, nobody reads of it; then she does, in her language, and whom it does not concern does not.
    let (herself, other) = (town.jobseeker("ES-0004711").await, town.jobseeker("ES-0005802").await);
    herself.opens("/my-data").await.sees_no("part of a breach");
    assert_eq!(oskar.sends(&one, "step=people-told&text=By+letter&on=2026-11-26T11:00&notice-en=x").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let open = told("2026-11-26T11:00").replace("Notice+in+de", "%5BNoch+nicht+geschrieben%5D");
    assert_eq!(oskar.sends(&one, &open).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    oskar.sends(&one, &told("2026-11-26T11:00")).await.link_is(&format!("{one}?said=breach-step"));
    herself.opens("/my-data").await.sees("Your data were part of a breach").sees("Notice in en").sees("&#60;b&#62;plain").sees_no("Notice in de");
    other.opens("/my-data").await.sees_no("part of a breach");
    herself.opens(&format!("/clients/{amira}/copy")).await.sees("Breaches that concerned you").sees("Notice in en");
    other.opens(&format!("/clients/{bruno}/copy")).await.sees("Breaches that concerned you").sees_no("Notice in en");
    oskar.sends(&one, "step=closed&text=Done").await.link_is(&format!("{one}?said=breach-step"));
    assert_eq!(oskar.sends(&one, "step=risk&text=More").await.status, StatusCode::CONFLICT);
    oskar.opens("/").await.link_is("/oversight");
    let file = oskar.opens("/breaches?format=csv").await;
    file.sees("\"2026-11-23T10:00:00Z\",\"2026-11-26T10:00:00Z\"").sees("\"authority-told\",\"2026-11-26T11:20:00Z\",\"people-told\",\"2026-11-26T11:30:00Z\"").sees_no("Whimbrel");
});

db::both_engines!(who_need_not_be_told_has_a_reason_and_all_of_it_is_sealed_and_stays, |fresh| async {
    const HELD: [Sql; 2] = [Sql::both("select sealed from breach"), Sql::both("select sealed from breach_step")];
    const CHANGES: [Sql; 4] = [
        Sql::both("update breach set noticed_at = 0"), Sql::both("delete from breach"), Sql::both("update breach_step set at = 0"),
        Sql::both("delete from breach_step"),
    ];
    let town = Town::full(fresh).await;
    town.at("2026-11-23", 12, 0);
    let oskar = officer(&town).await;
    let form = happened("Whimbrel", "2026-11-23T10:00", ("2026-11-23T09:00", "2026-11-23T10:00"), "user=&organisation=clinic");
    let one = oskar.sends("/breaches", &form).await.location.unwrap().replace("?said=breach-recorded", "");
    oskar.opens(&one).await.sees("0 people");
    oskar.opens(&format!("{one}/people")).await.sees("Nobody was shown");
    assert_eq!(oskar.sends(&one, "step=authority-not&text=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    oskar.sends(&one, "step=authority-not&text=Whimbrel+was+encrypted").await;
    assert_eq!(oskar.sends(&one, "step=closed&text=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(oskar.sends(&one, "step=people-not&text=Whimbrel&reason=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    oskar.sends(&one, "step=people-not&text=Whimbrel&reason=unreadable").await;
    oskar.sends(&one, "step=closed&text=Whimbrel").await.link_is(&format!("{one}?said=breach-step"));
    oskar.opens(&one).await.sees("Nobody could read what was lost").sees("Whimbrel was encrypted").sees("Closed");
    for held in &HELD {
        let rows = town.app.db.read().await.unwrap().all(held, vec![]).await.unwrap();
        assert!(!rows.is_empty() && rows.iter().all(|row| !row.bytes("sealed").unwrap().windows(8).any(|part| part == b"Whimbrel")));
    }
    for change in &CHANGES {
        let mut tx = town.app.db.write().await.unwrap();
        assert!(tx.run(change, vec![]).await.is_err());
    }
    // Nobody else comes near, and what is not there is not there.
    let herself = town.jobseeker("ES-0004711").await;
    for other in [&herself, &town.counsellor().await, &town.steward().await, &town.visitor(Role::Administrator, "employment-service", None).await] {
        for path in ["/breaches", "/breaches/new", one.as_str(), &format!("{one}/people"), &format!("{one}/texts")] {
            assert_eq!(other.opens(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(other.sends(&one, "step=risk&text=x").await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.sends("/breaches", &form).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(oskar.opens("/breaches/00000000000000000000000000000000").await.status, StatusCode::NOT_FOUND);
});

//! A copy of everything: taken by the person at once, made by the officer for somebody who waits for it, without other people in it.

use crate::town::{Town, Visitor};
use axum::http::StatusCode;
use db::Sql;
use rights::Role;
use serde_json::Value;
use words::Id;

const LINES: Sql = Sql::both("select parts from access_log where client_id = $1 and act = 'take-copy' and outcome = 'granted'");

async fn lines(town: &Town, client: Id) -> usize {
    town.app.db.read().await.unwrap().all(&LINES, vec![client.into()]).await.unwrap().len()
}

async fn file(visitor: &Visitor<'_>, client: Id) -> Value {
    let answer = visitor.opens(&format!("/clients/{client}/copy.json")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.headers["content-type"], "application/json");
    assert_eq!(answer.headers["cache-control"], "no-store");
    serde_json::from_str(&answer.body).unwrap()
}

// A person's right 22.
db::both_engines!(the_person_takes_a_copy_of_everything_and_nobody_else_s_name_is_in_it, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (herself, jana) = (town.jobseeker("ES-0004711").await, town.counsellor().await);
    let marta = town.visitor_called("Quentin Zander", Role::Manager, "employment-service", None).await;
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let outside = town.visitor(Role::Partner, "social-insurer", None).await;
    // Something of every kind, and somebody else in what is written.
    let reason = "reason=Bruno+Kertesz+called,+Quentin+Zander+says+Amira+Haddad+is+ill";
    assert!(outside.sends(&format!("/clients/{amira}/emergency"), reason).await.status.is_redirection());
    outside.opens(&format!("/clients/{amira}")).await;
    jana.opens(&format!("/clients/{amira}")).await.sees("Amira Haddad");
    marta.sends(&format!("/clients/{amira}/counsellor"), &format!("counsellor={}", jana.user)).await;
    herself.sends(&format!("/clients/{amira}/consents"), "organisation=training-ngo&kind=benefit&shares=yes").await;
    herself.sends("/my-data/requests", "kind=objection&says=Wheatear").await;
    oskar.sends(&format!("/clients/{amira}/well-known"), "reason=In+the+paper").await;
    let wrong = herself.opens(&format!("/clients/{amira}/looked")).await.link(&format!("/clients/{amira}/looked/"));
    herself.sends(&wrong, "says=Redshank").await;
    let (sofia, record) = (town.steward().await, town.record("municipality", "R-0000880").await);
    sofia.sends(&format!("/records/{record}/dispute"), "reason=Somebody+else").await;
    assert_eq!(lines(&town, amira).await, 0);
    let file = file(&herself, amira).await;
    assert_eq!(lines(&town, amira).await, 1);
    let sections = file["sections"].as_object().unwrap();
    for word in ["identity", "history", "links", "relations", "consents", "requests", "emergencies", "looked", "wrong", "marks", "account"] {
        assert!(sections[word].as_array().is_some_and(|items| !items.is_empty()), "nothing of {word}");
    }
    let text = |word: &str| sections[word].to_string();
    assert!(text("identity").contains("R-0000880") && text("identity").contains("Haddad") && text("identity").contains("municipality"));
    assert!(text("history").contains("\"kind\":\"housing\"") && text("history").contains("Housing allowance"), "{}", text("history"));
    assert!(text("requests").contains("Wheatear") && text("wrong").contains("Redshank") && text("marks").contains("In the paper"));
    assert!(text("looked").contains("A counsellor") && text("looked").contains("\"outcome\":\"granted\""));
    let emergency = sections["emergencies"][0]["reason"].as_str().unwrap();
    assert_eq!(emergency, "[another person] called, [Team manager, employment-service] says Amira Haddad is ill");
    let whole = file.to_string();
    // The log of her look-ups says who; nothing else does.
    assert!(!whole.contains("Bruno") && !whole.contains("Kertesz"));
    let left_out: Vec<&str> = file["left_out"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap()).collect();
    assert!(left_out.starts_with(&["names", "people"]) && left_out.contains(&"search"), "{left_out:?}");
    assert!(file["register"].as_array().unwrap().len() > 10 && file["controller"].as_str().unwrap().contains("employment service"));
    // The page says the same.
    let page = herself.opens(&format!("/clients/{amira}/copy")).await;
    page.sees("Wheatear").sees("Redshank").sees("[another person] called").sees("R-0000880").sees("Housing allowance").sees("What is left out, and why");
    page.sees_no("Kertesz").sees("Kept 5 years after it ends.").sees("Kept 6 years after it ends.");
    herself.opens("/my-data").await.sees("Take a copy of everything now");
    // All of it at once asks again who it is, after a while.
    town.app.clock.set(town.app.clock.now().plus_seconds(25 * 60));
    for path in ["copy", "copy.json"] {
        let answer = herself.opens(&format!("/clients/{amira}/{path}")).await;
        answer.link_is(&format!("/again?back=/clients/{amira}/{path}"));
    }
});

db::both_engines!(the_officer_makes_a_copy_for_somebody_who_waits_for_it_and_for_nobody_else, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let bruno = town.client("employment-service", "ES-0005802").await;
    let (himself, jana) = (town.jobseeker("ES-0005802").await, town.counsellor().await);
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let copy = |client: Id| format!("/clients/{client}/copy");
    assert_eq!(oskar.opens(&copy(bruno)).await.status, StatusCode::NOT_FOUND);
    // Another request opens no file.
    himself.sends("/my-data/requests", "kind=correction&says=My+name").await;
    assert_eq!(oskar.opens(&copy(bruno)).await.status, StatusCode::NOT_FOUND);
    jana.sends(&format!("/clients/{bruno}/requests"), "kind=copy&says=&channel=voice&on=&language=en").await;
    let page = oskar.opens("/requests").await;
    let waits: Vec<&str> = page.body.split("href=\"/requests/").skip(1).filter_map(|part| part.split('"').next()).collect();
    let mut one = String::new();
    for id in waits {
        let address = format!("/requests/{id}");
        if oskar.opens(&address).await.body.contains("A copy of everything") {
            one = address;
        }
    }
    oskar.opens(&one).await.sees("Make the copy").sees("Bruno");
    let before = lines(&town, bruno).await;
    oskar.opens(&copy(bruno)).await.sees("Kertesz").sees("It is handed over").sees("My name");
    assert_eq!(lines(&town, bruno).await, before + 1);
    assert_eq!(oskar.opens(&copy(amira)).await.status, StatusCode::NOT_FOUND);
    for other in [&jana, &town.steward().await, &town.visitor(Role::Manager, "employment-service", None).await, &town.jobseeker("ES-0004711").await] {
        assert_eq!(other.opens(&copy(bruno)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.opens(&format!("{}.json", copy(bruno))).await.status, StatusCode::NOT_FOUND);
    }
    oskar.sends(&one, "outcome=granted").await.link_is("/requests?said=request-answered");
    assert_eq!(oskar.opens(&copy(bruno)).await.status, StatusCode::NOT_FOUND);
    let mine = himself.opens("/my-data/requests").await;
    mine.sees("it is done").sees("Take a copy of everything now").sees(&copy(bruno));
    himself.opens(&copy(bruno)).await.sees_no("It is handed over");
});

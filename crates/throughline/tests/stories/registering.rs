//! Registering somebody, and not making a second record of anybody.

use crate::town::Town;
use axum::http::StatusCode;
use db::Sql;
use rights::Role;

const RECORDS: Sql = Sql::both("select count(*) as records from record");
const LINES: Sql = Sql::both("select act, client_id, outcome from access_log where act = 'register-client' order by seq");

const ILONA: &str = "family_name=Lakatosz&given_name=Ilona&birth_date=1988-03-14&phone=&city=Harsfalva&language=hu";
const STRANGER: &str = "family_name=Oyelaran&given_name=Folasade&birth_date=1979-08-30&phone=&city=Wetherby&language=en";

async fn records(town: &Town) -> i64 {
    let mut tx = town.app.db.read().await.unwrap();
    tx.one(&RECORDS, vec![]).await.unwrap().int("records").unwrap()
}

async fn lines(town: &Town) -> usize {
    let mut tx = town.app.db.read().await.unwrap();
    tx.all(&LINES, vec![]).await.unwrap().iter().filter(|row| row.opt_id("client_id").unwrap().is_some()).count()
}

db::both_engines!(whoever_registers_a_known_person_is_shown_her_and_makes_no_second_record, |fresh| async {
    let town = Town::full(fresh).await;
    let (jana, before) = (town.counsellor().await, records(&town).await);
    jana.opens("/find?q=lakatosz").await.sees("Register a person");
    jana.opens("/clients/new").await.sees("Register a person");
    let while_typing = jana.sends("/clients/new/likely", ILONA).await;
    while_typing.sees("Ilona Lakatos").sees("Birth date: the same").sees("Very probably the same person");
    let ilona = town.client("employment-service", "ES-0006120").await;
    while_typing.sees(&format!("/clients/{ilona}"));
    let stopped = jana.sends("/clients/new", ILONA).await;
    stopped.sees("Is it one of these people?").sees("Ilona Lakatos").sees("None of them: register");
    assert_eq!(stopped.status, StatusCode::OK);
    assert_eq!(records(&town).await, before, "nothing was made");
    assert_eq!(lines(&town).await, 2, "one line for each time she was shown");
});

db::both_engines!(a_stranger_is_registered_at_once_and_found_at_once, |fresh| async {
    let town = Town::full(fresh).await;
    let jana = town.counsellor().await;
    let made = jana.sends("/clients/new", STRANGER).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    let page = made.location.unwrap();
    assert!(page.starts_with("/clients/") && page.ends_with("?said=registered"), "{page}");
    jana.opens(&page).await.sees("Folasade Oyelaran").sees("The person is registered");
    jana.opens("/find?q=folasade").await.sees("Folasade Oyelaran").sees("born 1979");
    let again = jana.sends("/clients/new", STRANGER).await;
    again.sees("Folasade Oyelaran").sees("Very probably the same person");
});

db::both_engines!(two_people_whom_the_counsellor_has_seen_stay_apart, |fresh| async {
    let town = Town::full(fresh).await;
    let jana = town.counsellor().await;
    let before = town.client("employment-service", "ES-0006120").await;
    let stopped = jana.sends("/clients/new", ILONA).await;
    let (_, seen) = stopped.body.split_once("name=\"seen\" value=\"").unwrap();
    let seen = seen.split_once('"').unwrap().0;
    let made = jana.sends("/clients/new", &format!("{ILONA}&seen={seen}&decision=different")).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    let page = made.location.unwrap();
    assert!(!page.contains(&before.to_string()), "she is another woman");
    jana.opens(&page).await.sees("Ilona Lakatosz");
    // Nothing of Ilona's moves to her namesake, however alike.
    assert_eq!(town.client("municipality", "R-0001204").await, before);
    town.steward().await.opens(&page.replace('?', "/links?")).await.sees_no("R-0001204");
    let unsure = jana.sends("/clients/new", &format!("{ILONA}&seen={seen}&decision=unsure")).await;
    unsure.sees("Is it one of these people?");
});

db::both_engines!(a_form_opens_no_history_that_was_there_before, |fresh| async {
    let town = Town::full(fresh).await;
    let jana = town.visitor(Role::Counsellor, "employment-service", None).await;
    let ilona = town.client("employment-service", "ES-0006120").await;
    let stopped = jana.sends("/clients/new", ILONA).await;
    let (_, seen) = stopped.body.split_once("name=\"seen\" value=\"").unwrap();
    let made = jana.sends("/clients/new", &format!("{ILONA}&seen={}&decision=unsure", seen.split_once('"').unwrap().0)).await;
    made.link_is(&format!("/clients/{ilona}?said=registered"));
    // The machine is sure that it is her. Her history is not the registering counsellor's for that: she has to say why.
    assert_eq!(jana.opens(&format!("/clients/{ilona}")).await.location, Some(format!("/clients/{ilona}/why?back=%2Fclients%2F{ilona}")));
});

db::both_engines!(a_registration_that_cannot_be_told_from_others_says_what_is_missing, |fresh| async {
    let town = Town::full(fresh).await;
    let jana = town.counsellor().await;
    for (form, says) in [
        ("family_name=&given_name=&birth_date=1988-03-14", "Enter a family name or a first name"),
        ("family_name=Lakatos&given_name=Ilona", "Enter a birth date or a phone number"),
        ("family_name=Lakatos&birth_date=14.03.1988", "Enter a birth date that is not in the future"),
    ] {
        let answer = jana.sends("/clients/new", form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.sees(says);
    }
    assert_eq!(town.steward().await.opens("/clients/new").await.status, StatusCode::NOT_FOUND);
});

db::both_engines!(whoever_registers_somebody_protected_is_not_told_so_and_nobody_else_finds_the_new_file, |fresh| async {
    let town = Town::full(fresh).await;
    let (sofia, jana, petr) = (town.steward().await, town.counsellor().await, town.counsellor().await);
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let ilona = town.client("employment-service", "ES-0006120").await;
    sofia.sends(&format!("/clients/{ilona}/protection"), "reason=threatened").await;
    let (somebody, nobody) = (jana.sends("/clients/new/likely", ILONA).await, jana.sends("/clients/new/likely", STRANGER).await);
    assert_eq!(somebody.body, nobody.body, "while typing, as if there were nobody");
    let made = jana.sends("/clients/new", ILONA).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    let page = made.location.unwrap();
    assert!(!page.contains(&ilona.to_string()));
    let file = page.split('?').next().unwrap().to_owned();
    jana.opens(&page).await.sees("Ilona Lakatosz").sees("The person is registered");
    jana.opens("/find?q=ilona+lakatosz").await.sees("Ilona Lakatosz").sees_no("Ilona Lakatos<");
    petr.opens("/find?q=ilona+lakatosz").await.sees_no("Ilona Lakatosz");
    petr.sends("/clients/new/likely", ILONA).await.sees_no("Ilona");
    assert_eq!(petr.opens(&file).await.status, StatusCode::NOT_FOUND);
    // The steward says they are two women; before a second person agrees, nothing changes.
    let pair = sofia.opens("/matches?harm=grave").await.link("/matches/0");
    sofia.sends(&pair, "decision=different").await.link_is("/matches?said=match-waits");
    assert_eq!(petr.opens(&file).await.status, StatusCode::NOT_FOUND);
    let question = oskar.opens("/second").await.link("/second/");
    oskar.sends(&question, "answer=agreed").await.link_is("/second?said=second-agreed");
    petr.opens(&file).await.sees("Ilona Lakatosz");
    petr.opens("/find?q=ilona+lakatosz").await.sees("Ilona Lakatosz").sees_no(&ilona.to_string());
});

db::both_engines!(a_new_file_of_somebody_protected_stays_apart_only_when_a_second_person_agrees, |fresh| async {
    let town = Town::full(fresh).await;
    let (sofia, jana, petr) = (town.steward().await, town.counsellor().await, town.counsellor().await);
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let protection = format!("/clients/{}/protection", town.client("employment-service", "ES-0006120").await);
    sofia.sends(&protection, "reason=threatened").await;
    // Whoever is named for her sees her while registering.
    let mut readers = sofia.opens(&protection).await.body;
    let named: Vec<String> = readers.split_off(readers.find("name=\"reader\"").unwrap()).split("name=\"reader\" value=\"").skip(1)
        .map(|part| part.split('"').next().unwrap().to_owned()).collect();
    sofia.sends(&protection, &named.iter().map(|id| format!("reader={id}")).collect::<Vec<_>>().join("&")).await;
    let naming = oskar.opens("/second").await.link("/second/");
    oskar.sends(&naming, "answer=agreed").await;
    let stopped = jana.sends("/clients/new", ILONA).await;
    stopped.sees("Is it one of these people?");
    let (_, seen) = stopped.body.split_once("name=\"seen\" value=\"").unwrap();
    let seen = seen.split_once('"').unwrap().0;
    let made = jana.sends("/clients/new", &format!("{ILONA}&seen={seen}&decision=different")).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    oskar.opens("/second").await.sees("Ilona Lakatosz");
    let late = town.counsellor().await;
    late.opens("/find?q=ilona+lakatosz").await.sees_no("Ilona Lakatosz");
    let question = oskar.opens("/second").await.link("/second/");
    oskar.sends(&question, "answer=agreed").await.link_is("/second?said=second-agreed");
    late.opens("/find?q=ilona+lakatosz").await.sees("Ilona Lakatosz");
    petr.opens("/find?q=ilona+lakatosz").await.sees("Ilona Lakatosz");
});

//! The officer tries out what somebody would see: the rules themselves answer, and the page tells nothing of the file.

use crate::town::Town;
use axum::http::StatusCode;
use rights::Role;

/// The row of a table that begins with these words.
fn row<'a>(page: &'a str, starts: &str) -> &'a str {
    let (_, after) = page.split_once(&format!("<th scope=\"row\">{starts}</th>")).unwrap_or_else(|| panic!("no row “{starts}”"));
    after.split("</tr>").next().unwrap()
}

// A person's right 1.
db::both_engines!(what_a_municipality_worker_would_see_today_is_what_they_see, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let ask = |asked: &str| format!("/clients/{amira}/would-see?{asked}");
    oskar.opens(&format!("/clients/{amira}/looked")).await.sees("What would they see?");
    // A municipality's worker: their organisation knows her.
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    piet.opens(&format!("/clients/{amira}")).await.sees("Amira Haddad").sees("Restricted entry");
    let tried = oskar.opens(&ask("role=partner&organisation=municipality")).await;
    tried.sees("The file opens").sees("For helping the client").sees("Their organisation keeps a record of the person");
    tried.sees_no("Amira").sees_no("Housing allowance");
    assert!(row(&tried.body, "Housing").contains("all of it"), "what the municipality wrote itself");
    assert!(row(&tried.body, "Health").ends_with("<td>that there is one, and whom to ask</td>"));
    assert!(row(&tried.body, "Notes of the counsellor").ends_with("<td>that there is one, and whom to ask</td>"), "{}", row(&tried.body, "Notes of the counsellor"));
    assert!(row(&tried.body, "Decision on a match").contains("No rule lets this role do this. Ask the manager."));
    // A trainer reads of benefits when she agrees, and not before; the page says the same on the very next request.
    let benefits = async || row(&oskar.opens(&ask("role=partner&organisation=training-ngo")).await.body, "Benefits").to_owned();
    assert!(!benefits().await.ends_with("<td>all of it</td>"));
    let herself = town.jobseeker("ES-0004711").await;
    herself.sends(&format!("/clients/{amira}/consents"), "organisation=training-ngo&kind=benefit&shares=yes").await;
    assert!(benefits().await.ends_with("<td>all of it</td>"), "{}", benefits().await);
    oskar.opens(&ask("role=partner&organisation=training-ngo")).await.sees("The person has agreed to share: Benefits");
    // A counsellor whom nothing ties to her is asked why; said why, the file opens, and shows what that needs.
    oskar.opens(&ask("role=counsellor&organisation=employment-service")).await.sees("The file stays shut").sees("or who say why");
    oskar.opens(&ask("role=counsellor&organisation=employment-service&purpose=reception")).await.sees("at the door or on the telephone");
    oskar.opens(&ask("role=counsellor&organisation=employment-service&tie=counsellor")).await.sees("They counsel the person").sees("The file opens");
    // Nobody but the officer tries; she reads that it was tried.
    for (role, organisation) in [(Role::Counsellor, "employment-service"), (Role::Administrator, "employment-service"), (Role::Partner, "municipality")] {
        assert_eq!(town.visitor(role, organisation, None).await.opens(&ask("")).await.status, StatusCode::NOT_FOUND);
    }
    herself.opens(&format!("/clients/{amira}/looked")).await.sees("what a partner of municipality would see");
});

db::both_engines!(the_officer_reads_what_could_go_wrong_and_what_holds_it_off, |fresh| async {
    let town = Town::empty(fresh).await;
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    oskar.opens("/processing").await.link_is_there("/impact");
    oskar.opens("/impact").await.sees("Two people are held to be one").sees("possible, grave harm").sees_no("is over. Look at it");
    town.app.clock.set("2027-11-24".parse::<words::Date>().unwrap().start());
    let oskar = town.back(oskar.user).await;
    oskar.opens("/impact").await.sees("is over. Look at it");
    oskar.opens("/impact?format=csv").await.sees("\"linkage\",").sees("\"9 10\"");
    assert_eq!(town.steward().await.opens("/impact").await.status, StatusCode::NOT_FOUND);
});

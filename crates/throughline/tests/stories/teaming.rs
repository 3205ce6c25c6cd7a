//! Case teams: whoever leads the case puts people of any organisation into it; the file opens to each of them while they sit there.

use crate::town::{Answer, Town};
use axum::http::StatusCode;
use db::Sql;
use rights::Role;
use words::Id;

fn puts(member: Id, part: &str, until: &str) -> String {
    format!("member={member}&part={part}&from=2026-11-23&until={until}")
}

/// What everybody who may open her file reads, and what is for those who lead.
const PERSONAL: &str = "Language for work";
const CONFIDENTIAL: &str = "Worked in a nursery for four years";

fn gone(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.body);
}

// A person's right 1.
db::both_engines!(whoever_leads_puts_the_team_together_and_the_file_opens_to_each_member_and_to_nobody_else, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, herself, jana) = (format!("/clients/{amira}"), town.jobseeker("ES-0004711").await, town.counsellor().await);
    let team = format!("{file}/team");
    let ida = town.visitor_called("Ida Holm", Role::Partner, "social-insurer", None).await;
    let petr = town.visitor_called("Petr Novotny", Role::Counsellor, "employment-service", None).await;
    let colleague = town.visitor(Role::Partner, "social-insurer", None).await;
    let (marta, piet) = (town.visitor(Role::Manager, "employment-service", None).await, town.visitor(Role::Partner, "municipality", None).await);
    let (timo, oskar) = (town.visitor(Role::Administrator, "employment-service", None).await, town.visitor(Role::Protection, "employment-service", None).await);
    let left = town.visitor(Role::Partner, "social-insurer", None).await;
    timo.sends(&format!("/users/{}/end", left.user), "").await;
    gone(&ida.opens(&file).await);
    petr.opens(&file).await.link_is(&format!("{file}/why?back=%2Fclients%2F{amira}"));
    // It is for whoever leads the case alone: nobody else puts anybody in, nor sees who sits there.
    for other in [&ida, &petr, &herself, &marta, &piet, &town.steward().await] {
        gone(&other.sends(&team, &puts(ida.user, "Debt+advice", "")).await);
    }
    for other in [&ida, &petr, &marta, &piet] {
        gone(&other.opens(&team).await);
    }
    jana.opens(&file).await.sees("Nobody sits in the team").link_is_there(&team);
    jana.opens(&team).await.sees("social-insurer: Ida Holm").sees("Amira Haddad").sees_no(&left.user.to_string()).sees_no(&timo.user.to_string());
    for wrong in [
        puts(ida.user, "+", ""), puts(ida.user, &"x".repeat(81), ""), puts(ida.user, "Debt+advice", "2026-11-22"), puts(ida.user, "Debt+advice", "soon"),
        puts(ida.user, "Debt+advice", "").replace("2026-11-23", "2026-11-22"), puts(ida.user, "Debt+advice", "").replace("2026-11-23", "2027-11-25"),
        puts(left.user, "Debt+advice", ""), puts(timo.user, "Debt+advice", ""), puts(jana.user, "Debt+advice", ""), puts(herself.user, "Debt+advice", ""), puts(amira, "Debt+advice", ""),
    ] {
        assert_eq!(jana.sends(&team, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let put_in = format!("{team}?said=team-put-in");
    jana.sends(&team, &puts(ida.user, "Debt+advice", "2026-12-01")).await.link_is(&put_in);
    jana.sends(&team, &puts(petr.user, "Job+coach", "")).await.link_is(&put_in);
    assert_eq!(jana.sends(&team, &puts(ida.user, "Debt+advice", "")).await.status, StatusCode::UNPROCESSABLE_ENTITY, "she sits there");
    jana.opens(&file).await.sees("Ida Holm").sees("Debt advice").sees("since 23 November 2026").sees("until 1 December 2026").sees("Petr Novotny");
    // Each finds her on their own page, and search finds her for the insurer as little as before. Nobody else of it opens anything.
    ida.opens("/case-teams").await.sees("Amira Haddad").sees("Debt advice").link_is_there(&file);
    ida.opens("/find?q=Amira+Haddad").await.sees_no(&file);
    ida.opens(&file).await.sees(PERSONAL).sees_no(CONFIDENTIAL).sees("Restricted entry").sees("Petr Novotny").sees("Job coach");
    petr.opens(&file).await.sees(PERSONAL).sees(CONFIDENTIAL);
    gone(&colleague.opens(&file).await);
    colleague.opens("/case-teams").await.sees("You sit in no case team");
    let opened = "see-client | identity, status, timeline | casework | public-task | granted";
    assert_eq!(ida.lines_about(amira).await.iter().filter(|line| *line == opened).count(), 1);
    assert_eq!(ida.lines_about(amira).await.iter().filter(|line| line.starts_with("own-teams | name, in a list of case teams")).count(), 1);
    assert_eq!(petr.lines_about(amira).await.iter().filter(|line| *line == opened).count(), 1, "whoever sits in the team need not say why");
    // A member reads who else is there, and puts nobody in.
    ida.opens(&team).await.sees("Petr Novotny").sees_no("Put somebody in");
    for member in [&ida, &petr] {
        gone(&member.sends(&team, &puts(colleague.user, "Anything", "")).await);
        let seat = jana.opens(&team).await.link(&format!("{team}/"));
        gone(&member.sends(&seat, "").await);
    }
    // The person reads who, with which part, since when; in who looked, and in their copy.
    let mine = herself.opens("/my-data").await;
    mine.sees("Your case team").sees("Ida Holm").sees("Debt advice").sees("since 23 November 2026");
    // Of the insurer those in the team alone read; the service of the other member keeps a record and reads anyway.
    assert_eq!(mine.body.matches("Those of its people who sit in the case team read this").count(), 1);
    herself.opens(&team).await.sees("Ida Holm").sees("Job coach").sees_no("Take out");
    herself.opens(&format!("{file}/looked")).await.sees("Ida Holm of social-insurer put into the case team, from 2026-11-23 until 2026-12-01").sees_no("Debt advice");
    herself.opens(&format!("{file}/copy")).await.sees("In your case team").sees("Debt advice");
    let tried = format!("{file}/would-see?role=partner&organisation=social-insurer");
    oskar.opens(&tried).await.sees("The file stays shut");
    oskar.opens(&format!("{tried}&tie=team")).await.sees_no("The file stays shut");
    // On the last day it still holds; the day after it does not.
    town.on("2026-12-01");
    town.back(ida.user).await.opens(&file).await.sees(PERSONAL);
    town.on("2026-12-02");
    let ida = town.back(ida.user).await;
    gone(&ida.opens(&file).await);
    ida.opens("/case-teams").await.sees_no("Amira");
    town.back(herself.user).await.opens("/my-data").await.sees_no("Ida Holm of").sees("Petr Novotny").sees_no("Debt advice");
});

// A person's right 14.
db::both_engines!(a_seat_ends_when_its_user_is_taken_out_leaves_or_goes_elsewhere_and_begins_on_its_day, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), town.counsellor().await);
    let (team, timo) = (format!("/clients/{amira}/team"), town.visitor(Role::Administrator, "employment-service", None).await);
    let ida = town.visitor_called("Ida Holm", Role::Partner, "social-insurer", None).await;
    let put = async |form: &str| jana.sends(&team, form).await.link_is(&format!("{team}?said=team-put-in"));
    // Put in for a later day, she sits there from that day.
    put(&puts(ida.user, "Debt+advice", "").replace("2026-11-23", "2026-11-24")).await;
    jana.opens(&team).await.sees("from 24 November 2026");
    gone(&ida.opens(&file).await);
    ida.opens("/case-teams").await.sees_no("Amira");
    town.on("2026-11-24");
    let (jana, ida, timo) = (town.back(jana.user).await, town.back(ida.user).await, town.back(timo.user).await);
    ida.opens(&file).await.sees(PERSONAL);
    let seat = jana.opens(&team).await.link(&format!("{team}/"));
    jana.sends(&seat, "").await.link_is(&format!("{team}?said=team-taken-out"));
    gone(&jana.sends(&seat, "").await);
    gone(&ida.opens(&file).await);
    let herself = town.jobseeker("ES-0004711").await;
    herself.opens(&format!("{file}/looked")).await.sees("Ida Holm of social-insurer taken out of the case team");
    herself.opens(&format!("{file}/copy")).await.sees("In your case team").sees("Ended by");
    let put = async || jana.sends(&team, &puts(ida.user, "Debt+advice", "").replace("2026-11-23", "2026-11-24")).await.link_is(&format!("{team}?said=team-put-in"));
    put().await;
    ida.opens(&file).await.sees(PERSONAL);
    // At another organisation, and as a manager, she sits there no longer; back, she does.
    for (change, opens) in [("partner&organisation=training-ngo", false), ("partner&organisation=social-insurer", true), ("manager&organisation=social-insurer", false), ("partner&organisation=social-insurer", true)] {
        timo.sends(&format!("/users/{}", ida.user), &format!("name=Ida+Holm&role={change}")).await;
        let ida = town.back(ida.user).await;
        // The training organisation keeps a record of hers; what opens there is theirs, and no seat.
        let page = ida.opens("/case-teams").await;
        assert_eq!(page.status == StatusCode::OK && page.body.contains("Amira Haddad"), opens, "{change}");
        jana.opens(&team).await.sees("Ida Holm");
        assert_eq!(jana.opens(&team).await.body.contains("no longer works there"), !opens, "{change}");
        assert_eq!(jana.opens(&file).await.body.contains("Ida Holm"), opens, "{change}");
    }
    timo.sends(&format!("/users/{}/end", ida.user), "").await;
    jana.opens(&team).await.sees("no longer works there");
    // With the day the seat ends: whoever comes back is put in anew, or not.
    throughline::purge::once(&town.app).await.unwrap();
    jana.opens(&team).await.sees("Nobody sits in the team");
    timo.sends(&format!("/users/{}/take-back", ida.user), "").await;
    gone(&town.back(ida.user).await.opens(&file).await);
});

// A person's right 1.
db::both_engines!(whoever_was_put_into_a_team_lets_nobody_further_in, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), town.counsellor().await);
    let petr = town.visitor_called("Petr Svoboda", Role::Counsellor, "employment-service", None).await;
    let ngo = town.visitor_called("Nell Ames", Role::Counsellor, "training-ngo", None).await;
    let guest = town.visitor_called("Gus Noll", Role::Partner, "social-insurer", None).await;
    for member in [&petr, &ngo] {
        jana.sends(&format!("{file}/team"), &puts(member.user, "Job+coach", "")).await.link_is(&format!("{file}/team?said=team-put-in"));
        member.opens(&file).await.sees("Amira Haddad");
        for page in ["/guests/new", "/consents", "/consents/change?organisation=training-ngo&kind=housing&shares=yes", "/releases"] {
            gone(&member.opens(&format!("{file}{page}")).await);
        }
        gone(&member.sends(&format!("{file}/guests"), &format!("guest={}&kind=housing&purpose=placement&says=Help&until=2026-12-23", guest.user)).await);
        gone(&member.sends(&format!("{file}/consents"), "organisation=training-ngo&kind=housing&shares=yes&channel=voice").await);
        gone(&member.sends(&format!("{file}/team"), &puts(guest.user, "Debt+advice", "")).await);
    }
    gone(&guest.opens(&file).await);
});

// A person's right 5.
db::both_engines!(no_team_opens_a_protected_file_to_whoever_is_not_named_and_what_stands_in_it_is_sealed, |fresh| async {
    const HELD: Sql = Sql::both("select sealed from case_team");
    const CHANGES: [Sql; 4] = [
        Sql::both("update case_team set until_on = '2030-01-01'"), Sql::both("delete from case_team"),
        Sql::both("update case_team_end set ended_at = 0"), Sql::both("delete from case_team_end"),
    ];
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana, sofia) = (format!("/clients/{amira}"), town.counsellor().await, town.steward().await);
    let team = format!("{file}/team");
    let (ida, noor) = (town.visitor_called("Ida Holm", Role::Partner, "social-insurer", None).await, town.visitor_called("Noor Said", Role::Partner, "social-insurer", None).await);
    jana.sends(&team, &puts(ida.user, "Debt+advice", "")).await.link_is(&format!("{team}?said=team-put-in"));
    jana.sends(&team, &puts(noor.user, "Housing", "")).await.link_is(&format!("{team}?said=team-put-in"));
    let seat = jana.opens(&team).await.link(&format!("{team}/"));
    jana.sends(&seat, "").await.link_is(&format!("{team}?said=team-taken-out"));
    let rows = town.app.db.read().await.unwrap().all(&HELD, vec![]).await.unwrap();
    assert!(rows.len() == 2 && rows.iter().all(|row| !row.bytes("sealed").unwrap().windows(6).any(|part| part == b"advice" || part == b"ousing")));
    for change in &CHANGES {
        let mut tx = town.app.db.write().await.unwrap();
        assert!(tx.run(change, vec![]).await.is_err());
    }
    noor.opens(&file).await.sees(PERSONAL);
    // Protected, the file is there for those who are named: their seat counts, and nobody else is put in.
    sofia.sends(&format!("{file}/protection"), &format!("reader={}&reason=Threatened+at+home", jana.user)).await;
    gone(&noor.opens(&file).await);
    noor.opens("/case-teams").await.sees_no("Amira");
    jana.opens(&team).await.sees_no(&ida.user.to_string()).sees("This file is protected");
    let refused = jana.sends(&team, &puts(ida.user, "Debt+advice", "")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.sees("to name them first");
    // Whoever is not named and covers for the counsellor sees no team, and puts nobody in.
    let covers = town.counsellor().await;
    gone(&covers.opens(&team).await);
    gone(&covers.sends(&team, &puts(ida.user, "Debt+advice", "")).await);
});

db::both_engines!(a_seat_stays_with_the_record_of_whoever_leads_the_case, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana, sofia) = (format!("/clients/{amira}"), town.counsellor().await, town.steward().await);
    let ida = town.visitor_called("Ida Holm", Role::Partner, "social-insurer", None).await;
    jana.sends(&format!("{file}/team"), &puts(ida.user, "Debt+advice", "")).await;
    // What the town knew becomes somebody of their own: of whom there is no team.
    let record = town.record("municipality", "R-0000880").await;
    sofia.sends(&format!("/records/{record}/unlink"), &format!("back=%2Fclients%2F{amira}%2Flinks")).await;
    let apart = town.client("municipality", "R-0000880").await;
    gone(&ida.opens(&format!("/clients/{apart}")).await);
    ida.opens(&file).await.sees("Amira Haddad");
    // And the other way round: the seat goes with the record.
    let record = town.record("employment-service", "ES-0004711").await;
    sofia.sends(&format!("/records/{record}/unlink"), &format!("back=%2Fclients%2F{amira}%2Flinks")).await;
    let apart = town.client("employment-service", "ES-0004711").await;
    assert_ne!(apart, amira);
    ida.opens(&format!("/clients/{apart}")).await.sees("Amira Haddad");
    gone(&ida.opens(&file).await);
    ida.opens("/case-teams").await.link_is_there(&format!("/clients/{apart}"));
});

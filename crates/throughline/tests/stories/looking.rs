//! Who looked, and who may see how much.

use crate::town::Town;
use axum::http::StatusCode;
use db::Sql;
use history::access::Verdict;
use rights::Role;

// A person's right 3.
db::both_engines!(a_health_entry_is_whole_to_the_clinic_and_amira_and_restricted_to_others, |fresh| async {
    let town = Town::full(fresh).await;
    let bruno = town.client("employment-service", "ES-0005802").await;
    let page = format!("/clients/{bruno}");
    let at_the_clinic = town.visitor(Role::Partner, "clinic", None).await.opens(&page).await;
    at_the_clinic.sees("back pain").sees("Ask social-insurer");
    let counsellor = town.counsellor().await.opens(&page).await;
    counsellor.sees("Restricted entry").sees("Ask clinic").sees_no("back pain");
    town.counsellor().await.opens(&format!("{page}?text=back+pain")).await.sees("No entry fits");
    let himself = town.jobseeker("ES-0005802").await.opens(&page).await;
    himself.sees("back pain").sees("Who looked at this file");
    let steward = town.steward().await.opens(&page).await;
    steward.sees("Your role looks after identities").sees_no("back pain").sees_no("Meeting:");
});

// A person's right 7.
// A person's right 8.
db::both_engines!(a_jobseeker_reads_who_looked_and_reaches_nobody_else, |fresh| async {
    let town = Town::full(fresh).await;
    let (amira, bruno) = (town.client("employment-service", "ES-0004711").await, town.client("employment-service", "ES-0005802").await);
    town.counsellor().await.opens(&format!("/clients/{amira}")).await;
    let herself = town.jobseeker("ES-0004711").await;
    herself.opens(&format!("/clients/{amira}/looked")).await.sees("A counsellor").sees("helping the client").sees("Allowed");
    let file = herself.opens(&format!("/clients/{amira}/looked?format=csv")).await;
    file.sees("\"line\",\"at\",\"who\"").sees("\"A counsellor\"");
    let refused = herself.opens(&format!("/clients/{bruno}")).await;
    let unknown = herself.opens("/clients/00000000000000000000000000000000").await;
    assert_eq!((refused.status, unknown.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    let same = |body: &str| body.replace(&bruno.to_string(), "X").replace("00000000000000000000000000000000", "X");
    assert_eq!(same(&refused.body), same(&unknown.body), "forbidden and unknown answer alike");
    let himself = town.jobseeker("ES-0005802").await;
    himself.opens(&format!("/clients/{bruno}/looked")).await.sees("Refused");
});

db::both_engines!(the_officer_sees_a_sound_log_of_everything, |fresh| async {
    let town = Town::full(fresh).await;
    town.counsellor().await.opens("/find?q=haddad").await;
    let log = town.visitor(Role::Protection, "employment-service", None).await.opens("/looked").await;
    log.sees("A counsellor").sees("Search").sees("is unbroken");
    assert!(matches!(town.app.log.verify(&town.app.db, &[]).await.unwrap(), Verdict::Sound(lines) if lines > 10));
});

db::both_engines!(a_jobseeker_stays_with_their_own_record_when_a_link_was_wrong, |fresh| async {
    let town = Town::full(fresh).await;
    let together = town.client("employment-service", "ES-0004711").await;
    let herself = town.jobseeker("ES-0004711").await;
    herself.opens("/my-file").await.link_is(&format!("/clients/{together}"));
    town.counsellor().await.opens(&format!("/clients/{together}")).await;
    let record = town.record("employment-service", "ES-0004711").await;
    town.steward().await.sends(&format!("/records/{record}/unlink"), "reason=not+hers").await;
    let alone = town.client("employment-service", "ES-0004711").await;
    assert_ne!(alone, together);
    herself.opens("/my-file").await.link_is(&format!("/clients/{alone}"));
    assert_eq!(herself.opens(&format!("/clients/{together}")).await.status, StatusCode::NOT_FOUND, "the other file is a stranger's");
    herself.opens(&format!("/clients/{alone}/looked")).await.sees("A counsellor").sees("A steward");
});

db::both_engines!(a_steward_who_sees_two_sides_of_a_pair_is_in_both_logs, |fresh| async {
    const LINES: Sql = Sql::both("select client_id from access_log where act = 'see-matches' and client_id is not null and parts like 'identity%'");
    let town = Town::doubtful(fresh).await;
    let sofia = town.steward().await;
    let pair = sofia.opens("/matches").await.link("/matches/");
    sofia.opens(&pair).await.sees("Are these one person?");
    let lines = town.app.db.read().await.unwrap().all(&LINES, vec![]).await.unwrap();
    assert_eq!(lines.len(), 2, "one line for each of the two");
});

db::both_engines!(what_others_wrote_since_somebody_last_looked_is_marked_for_them_and_not_cleared_by_a_colleague, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), town.counsellor().await);
    let petr = town.visitor_called("Petr Novotny", Role::Counsellor, "employment-service", None).await;
    jana.sends(&format!("{file}/team"), &format!("member={}&part=Job+coach&from=2026-11-23&until=", petr.user)).await;
    // Whoever never looked has nothing to compare with.
    jana.opens(&file).await.sees_no("since you last looked");
    town.at("2026-11-24", 9, 0);
    let petr = town.back(petr.user).await;
    let form = petr.opens(&format!("{file}/meetings/record")).await;
    let id = form.body.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let meeting = format!("id={id}&outcome=attended&on=2026-11-24&channel=phone&basis=fact&note=Has+an+offer&readers=usual");
    petr.sends(&format!("{file}/meetings/record"), &meeting).await.link_is(&format!("{file}?said=meeting-recorded"));
    // Who wrote it reads nothing new; neither does a look of theirs clear the mark of a colleague.
    petr.opens(&file).await.sees_no("since you last looked");
    town.at("2026-11-25", 9, 0);
    let jana = town.back(jana.user).await;
    for _ in 0..2 {
        let page = jana.opens(&file).await;
        page.sees("One new entry since you last looked").sees("You last looked on 23 November 2026").sees("Has an offer");
        assert_eq!(page.body.matches("tl-entry--new").count(), 1);
    }
    // On a past day nothing is new, and on the next visit it no longer is.
    jana.opens(&format!("{file}?on=2026-11-24")).await.sees_no("since you last looked").sees_no("tl-entry--new");
    town.at("2026-11-25", 11, 0);
    town.back(jana.user).await.opens(&file).await.sees_no("since you last looked").sees_no("tl-entry--new");
});

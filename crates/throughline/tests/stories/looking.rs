//! Who looked, and who may see how much.

use crate::town::Town;
use axum::http::StatusCode;
use history::access::Verdict;
use rights::Role;

db::both_engines!(a_health_entry_is_whole_to_the_clinic_and_amira_and_restricted_to_others, |fresh| async {
    let town = Town::full(fresh).await;
    let bruno = town.client("employment-service", "ES-0005802").await;
    let page = format!("/clients/{bruno}");
    let at_the_clinic = town.visitor(Role::Partner, "clinic", None).await.opens(&page).await;
    at_the_clinic.sees("back pain").sees("Ask social-insurer");
    let counsellor = town.counsellor().await.opens(&page).await;
    counsellor.sees("Restricted entry").sees("Ask clinic").sees_no("back pain");
    town.counsellor().await.opens(&format!("{page}?text=back+pain")).await.sees("No entry fits");
    let himself = town.visitor(Role::Jobseeker, "employment-service", Some(bruno)).await.opens(&page).await;
    himself.sees("back pain").sees("Who looked at this file");
    let steward = town.steward().await.opens(&page).await;
    steward.sees("Your role looks after identities").sees_no("back pain").sees_no("Meeting:");
});

db::both_engines!(a_jobseeker_reads_who_looked_and_reaches_nobody_else, |fresh| async {
    let town = Town::full(fresh).await;
    let (amira, bruno) = (town.client("employment-service", "ES-0004711").await, town.client("employment-service", "ES-0005802").await);
    town.counsellor().await.opens(&format!("/clients/{amira}")).await;
    let herself = town.visitor(Role::Jobseeker, "employment-service", Some(amira)).await;
    herself.opens(&format!("/clients/{amira}/looked")).await.sees("A counsellor").sees("helping the client").sees("Allowed");
    let file = herself.opens(&format!("/clients/{amira}/looked?format=csv")).await;
    file.sees("line,at,who").sees("\"A counsellor\"");
    let refused = herself.opens(&format!("/clients/{bruno}")).await;
    let unknown = herself.opens("/clients/00000000000000000000000000000000").await;
    assert_eq!((refused.status, unknown.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    let same = |body: &str| body.replace(&bruno.to_string(), "X").replace("00000000000000000000000000000000", "X");
    assert_eq!(same(&refused.body), same(&unknown.body), "forbidden and unknown answer alike");
    let himself = town.visitor(Role::Jobseeker, "employment-service", Some(bruno)).await;
    himself.opens(&format!("/clients/{bruno}/looked")).await.sees("Refused");
});

db::both_engines!(the_officer_sees_a_sound_log_of_everything, |fresh| async {
    let town = Town::full(fresh).await;
    town.counsellor().await.opens("/find?q=haddad").await;
    let log = town.visitor(Role::Protection, "employment-service", None).await.opens("/looked").await;
    log.sees("A counsellor").sees("Search").sees("is unbroken");
    assert!(matches!(town.app.log.verify(&town.app.db).await.unwrap(), Verdict::Sound(lines) if lines > 10));
});

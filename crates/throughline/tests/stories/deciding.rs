//! The data steward decides, and takes back.

use crate::town::Town;
use axum::http::StatusCode;

// A person's right 9.
db::both_engines!(a_steward_unlinks_with_one_click_and_takes_it_back, |fresh| async {
    let town = Town::full(fresh).await;
    let before = town.client("municipality", "R-0000880").await;
    assert_eq!(before, town.client("employment-service", "ES-0004711").await);
    let sofia = town.steward().await;
    let page = sofia.opens(&format!("/clients/{before}/links")).await;
    page.sees("take this record out").sees("Compared with");
    let record = page.body.split("/records/").find(|part| part.contains("R-0000880") && part.contains("unlink")).unwrap();
    let record = record.split('/').next().unwrap();
    let back = format!("back=%2Fclients%2F{before}%2Flinks");
    let unlinked = sofia.sends(&format!("/records/{record}/unlink"), &back).await;
    assert_eq!(unlinked.location, Some(format!("/clients/{before}/links?said=unlinked")));
    assert_ne!(town.client("municipality", "R-0000880").await, before);
    throughline::import::link(&town.app).await.unwrap();
    assert_ne!(town.client("municipality", "R-0000880").await, before, "a later run does not overturn her");
    let after = sofia.opens(&format!("/clients/{before}/links?said=unlinked")).await;
    after.sees("The record is a client of its own now.").sees("Record taken out");
    sofia.sends(&after.link("/decisions/"), &back).await;
    assert_eq!(town.client("municipality", "R-0000880").await, before);
});

db::both_engines!(a_steward_decides_a_pair_once, |fresh| async {
    let town = Town::doubtful(fresh).await;
    let sofia = town.steward().await;
    let queue = sofia.opens("/matches").await;
    if queue.body.contains("No open pairs") {
        panic!("the town has doubtful pairs, or this story tells nothing");
    }
    let pair = queue.link("/matches/");
    sofia.opens(&pair).await.sees("Are these one person?").sees("What speaks for and against").sees("Together");
    let nothing = sofia.sends(&pair, "note=hm").await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let decided = sofia.sends(&pair, "decision=different&note=father+and+son").await;
    let place = decided.location.unwrap();
    assert!(place.starts_with("/matches?decided="), "{place}");
    assert_eq!(sofia.opens(&pair).await.status, StatusCode::NOT_FOUND, "it has left the queue");
    assert_eq!(sofia.sends(&pair, "decision=same").await.status, StatusCode::CONFLICT, "somebody was faster");
    let undo = sofia.opens(&place).await;
    undo.sees("Take this back");
    assert_eq!(sofia.sends(&undo.link("/decisions/"), "").await.status, StatusCode::SEE_OTHER);
    throughline::import::link(&town.app).await.unwrap();
    assert!(sofia.opens("/matches").await.body.contains("/matches/0"), "the pair is open again");
});

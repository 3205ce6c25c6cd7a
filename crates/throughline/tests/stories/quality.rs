//! The data steward answers a blind sample, and those who see no person see what it says.

use crate::town::Town;
use rights::{Act, Role};

db::both_engines!(the_steward_answers_blindly_and_each_pair_is_in_the_log_of_both_clients, |fresh| async {
    let town = Town::full(fresh).await;
    let sofia = town.steward().await;
    sofia.opens("/identity").await.sees("Draw a new sample").sees("Not enough answers: ");
    sofia.sends("/identity/sample", "").await.link_is("/identity/sample/1?said=sample-drawn");
    let pair = sofia.opens("/identity/sample/1").await;
    pair.sees("One person or two?").sees_no(" bits").sees_no("tl-agree").sees_no("/clients/");
    sofia.sends("/identity/sample/1", "answer=unsure").await.link_is("/identity/sample/2?said=sample-answered");
    sofia.sends("/identity/sample/1", "answer=same").await.link_is("/identity/sample/2?said=sample-answered");
    sofia.opens("/identity/sample/1").await.sees("You said:");
    assert_eq!(sofia.sends("/identity/sample/1", "answer=maybe").await.status, 422);
    assert_eq!(sofia.opens("/identity/sample/1000").await.status, 404);
    let log = town.visitor(Role::Protection, "employment-service", None).await.opens("/looked").await;
    log.sees("Blind sample").sees("identity, as one side of a pair of the blind sample");
});

db::both_engines!(a_false_link_that_was_undone_is_counted, |fresh| async {
    let town = Town::full(fresh).await;
    let sofia = town.steward().await;
    sofia.opens("/identity/figures/undone").await.sees("\"False links undone\",\"0\",\"0\"");
    let record = town.record("employment-service", "ES-0004711").await;
    sofia.sends(&format!("/records/{record}/unlink"), "reason=somebody+else").await;
    sofia.opens("/identity/figures/undone").await.sees("\"False links undone\",\"1\",\"1\"").sees("\"Pairs joined by people\",\"0\",\"0\"");
});

db::both_engines!(the_analyst_sees_figures_and_no_person, |fresh| async {
    let town = Town::full(fresh).await;
    let permit = town.permit_of(Role::Steward, Act::AnswerSample).await;
    people::quality::draw(&town.app, &permit).await.unwrap();
    let lena = town.visitor(Role::Analyst, "employment-service", None).await;
    for page in ["/identity", "/identity/fields"] {
        lena.opens(page).await.sees_no("Haddad").sees_no("Kertész").sees_no("Draw a new sample");
    }
    lena.opens("/identity").await.sees("Repeats within a source").sees("Records that found nobody").sees("Weights of this model");
    lena.opens("/identity/fields").await.sees("Records without key fields").sees("Ten most frequent now");
    let file = lena.opens("/identity/figures/missing").await;
    file.sees("\"As of\",\"Cases\",\"Source\",\"Records\"").sees("\"2026-11-23\"");
    assert_eq!(lena.opens("/identity/figures/nothing").await.status, 404);
    assert_eq!(lena.opens("/identity/sample/1").await.status, 404);
    assert_eq!(lena.sends("/identity/sample", "").await.status, 404);
});

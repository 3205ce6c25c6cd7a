//! The policy: whoever works here acknowledges the rules before they come in, organisations sign, arrangements are registered.

use crate::signing_in::people::{SECRET, acknowledges, come_in, newcomer, user};
use crate::town::{Town, Visitor};
use axum::http::StatusCode;
use db::Sql;
use office::users::{self, Token};
use office::{Pack, policies};
use rights::Role;

/// The same town where a password is all that is asked.
fn without_second_factor(town: Town) -> Town {
    let mut pack = Pack::eu_default().unwrap();
    pack.signing_in = pack.signing_in.with_second_factor_for(&[]);
    town.under(pack)
}

async fn officer(town: &Town) -> Visitor<'_> {
    town.visitor(Role::Protection, "employment-service", None).await
}

db::both_engines!(whoever_works_here_reads_the_rules_and_acknowledges_them_before_they_come_in, |fresh| async {
    const KEPT: Sql = Sql::both("select version, language from policy_acknowledgement");
    let town = without_second_factor(Town::empty(fresh).await);
    newcomer(&town, "petr", Role::Counsellor).await;
    let half = come_in(&town, "petr").await;
    half.link_is("/sign-in/policy");
    let half = half.kept();
    for path in ["/", "/find", "/account", "/policy", "/again", "/sign-in/code"] {
        town.ask("GET", path, Some(&half), None).await.link_is("/sign-in/policy");
    }
    let page = town.ask("GET", "/sign-in/policy", Some(&half), None).await;
    page.sees("Open a file only for your work with its person").sees("these rules, and again once a year").sees("<html lang=\"en\"");
    // A version that is not the one in force is none that was read.
    town.ask("POST", "/sign-in/policy", Some(&half), Some("version=2")).await.link_is("/sign-in/policy");
    town.ask("POST", "/sign-in/policy", Some(&half), Some("")).await.link_is("/sign-in/policy");
    assert!(town.app.db.read().await.unwrap().all(&KEPT, vec![]).await.unwrap().is_empty());
    let inside = acknowledges(&town, &half).await;
    inside.link_is("/");
    town.ask("GET", "/find", Some(&inside.kept()), None).await.sees("Find a person");
    town.ask("GET", "/find", Some(&half), None).await.link_is("/sign-in");
    town.ask("GET", "/policy", Some(&inside.kept()), None).await.sees("You acknowledged this version on 1 December 2024. That holds until 1 December 2025");
    let kept = town.app.db.read().await.unwrap().all(&KEPT, vec![]).await.unwrap();
    assert_eq!((kept.len(), kept[0].int("version").unwrap(), kept[0].text("language").unwrap()), (1, 1, "en"));
    come_in(&town, "petr").await.link_is("/");
});

db::both_engines!(the_rules_are_read_in_ones_own_language, |fresh| async {
    const LANGUAGE: Sql = Sql::both("select language from policy_acknowledgement order by acknowledged_at");
    let town = without_second_factor(Town::empty(fresh).await);
    town.at("2026-11-23", 8, 0);
    newcomer(&town, "petr", Role::Steward).await;
    let mut tx = town.app.db.write().await.unwrap();
    let petr = users::by_sign_in(&mut tx, "petr").await.unwrap().unwrap().user.who.user;
    users::set_language(&mut tx, petr, "de").await.unwrap();
    tx.commit().await.unwrap();
    let half = come_in(&town, "petr").await.kept();
    // It is that of whoever comes, in a browser that asks for another too; what they choose there counts more.
    let asking = [("cookie", half.as_str()), ("accept-language", "en")];
    town.ask_with(("GET", "/sign-in/policy"), &asking, None).await.sees("<html lang=\"de\"");
    let arabic = format!("{half}; language=ar");
    let page = town.ask("GET", "/sign-in/policy", Some(&arabic), None).await;
    page.sees("احفظ ما تقرأه لنفسك").sees("lang=\"ar\" dir=\"rtl\"");
    // What the pack has in English alone says so.
    page.sees("lang=\"en\" dir=\"ltr\"><p>A case history is kept for five years");
    acknowledges(&town, &arabic).await.link_is("/");
    let kept = town.app.db.read().await.unwrap().all(&LANGUAGE, vec![]).await.unwrap();
    assert_eq!(kept[0].text("language").unwrap(), "ar");
});

db::both_engines!(somebody_who_looks_for_work_reads_the_policy_and_is_asked_for_nothing, |fresh| async {
    let town = Town::empty(fresh).await;
    newcomer(&town, "amira", Role::Jobseeker).await;
    let came = come_in(&town, "amira").await;
    came.link_is("/");
    let page = town.ask("GET", "/policy", Some(&came.kept()), None).await;
    page.sees("For the people whose case history is kept").sees("Version 1").sees("Whom to complain to").sees_no("I sign version").sees_no("You acknowledged");
    town.ask("GET", "/account", Some(&came.kept()), None).await.link_is_there("/policy");
    town.ask("GET", "/sign-in/policy", Some(&came.kept()), None).await.link_is("/");
});

db::both_engines!(the_rules_are_acknowledged_again_after_twelve_months_and_when_they_change, |fresh| async {
    let town = without_second_factor(Town::empty(fresh).await);
    user(&town, "petr", Role::Counsellor).await;
    town.at("2025-12-01", 9, 0);
    come_in(&town, "petr").await.link_is("/");
    town.at("2025-12-02", 9, 0);
    let again = come_in(&town, "petr").await;
    again.link_is("/sign-in/policy");
    acknowledges(&town, &again.kept()).await.link_is("/");
    town.at("2026-08-31", 9, 0);
    come_in(&town, "petr").await.link_is("/");
    town.at("2026-09-01", 9, 0);
    let changed = come_in(&town, "petr").await;
    changed.link_is("/sign-in/policy");
    town.ask("GET", "/sign-in/policy", Some(&changed.kept()), None).await.sees("Version 2").sees("Misuse has consequences");
    acknowledges(&town, &changed.kept()).await.link_is("/");
    come_in(&town, "petr").await.link_is("/");
});

db::both_engines!(who_is_in_when_it_runs_out_goes_on_until_the_session_ends, |fresh| async {
    let town = without_second_factor(Town::empty(fresh).await);
    user(&town, "petr", Role::Counsellor).await;
    town.at("2025-12-01", 23, 50);
    let inside = come_in(&town, "petr").await.kept();
    town.at("2025-12-02", 0, 10);
    town.ask("GET", "/find", Some(&inside), None).await.sees("Find a person");
    let shown = town.ask("POST", "/again", Some(&inside), Some(&format!("back=/account&password={SECRET}"))).await;
    shown.link_is("/account");
    town.ask("POST", "/lock", Some(&shown.kept()), Some("back=/find")).await;
    let unlocked = town.ask("POST", "/unlock", Some(&shown.kept()), Some(&format!("back=/find&password={SECRET}"))).await;
    unlocked.link_is("/find");
    come_in(&town, "petr").await.link_is("/sign-in/policy");
});

db::both_engines!(a_press_of_the_button_shows_nothing_of_who_presses_it, |fresh| async {
    let town = without_second_factor(Town::empty(fresh).await);
    newcomer(&town, "sofia", Role::Steward).await;
    let half = come_in(&town, "sofia").await.kept();
    town.at("2024-12-01", 0, 6);
    let inside = acknowledges(&town, &half).await;
    inside.link_is("/");
    town.ask("GET", "/matches.csv", Some(&inside.kept()), None).await.link_is("/again?back=/matches.csv");
});

db::both_engines!(the_links_of_the_demo_pass_the_rules_too, |fresh| async {
    let mut town = Town::empty(fresh).await;
    town.app.synthetic = true;
    town.service = throughline::routes::service(&town.app);
    let ids = [newcomer(&town, "jana", Role::Counsellor).await, user(&town, "piet", Role::Partner).await];
    let mut tx = town.app.db.write().await.unwrap();
    for (name, id) in ["jana", "piet"].into_iter().zip(ids) {
        users::make_link(&mut tx, &Token::given(name), id, town.app.clock.now().plus_seconds(3600), true).await.unwrap();
    }
    tx.commit().await.unwrap();
    town.ask("GET", "/enter/jana", None, None).await.link_is("/sign-in/policy");
    town.ask("GET", "/enter/piet", None, None).await.link_is("/");
});

db::both_engines!(a_manager_signs_for_their_own_organisation_and_for_no_other, |fresh| async {
    let town = Town::empty(fresh).await;
    let oskar = officer(&town).await;
    oskar.opens("/policies").await.sees("0 of 5 organisations have signed");
    let marta = town.visitor(Role::Manager, "municipality", None).await;
    marta.opens("/policy").await.sees("For municipality I sign version 1");
    marta.sends("/policy/sign", "version=1&organisation=clinic").await.link_is("/policy?said=policy-signed");
    marta.opens("/policy?said=policy-signed").await.sees("Your organisation has signed this version").sees("Signed for municipality by A manager on 1 December 2024").sees_no("I sign version");
    assert_eq!(marta.sends("/policy/sign", "version=1").await.status, StatusCode::CONFLICT, "once");
    for role in Role::ALL.iter().filter(|role| **role != Role::Manager) {
        let other = town.visitor(*role, "municipality", None).await;
        other.opens("/policy").await.sees("Rules for use").sees_no("I sign version");
        assert_eq!(other.sends("/policy/sign", "version=1").await.status, StatusCode::NOT_FOUND, "{role}");
    }
    town.visitor(Role::Manager, "clinic", None).await.opens("/policy").await.sees("For clinic I sign version 1");
    oskar.opens("/policies").await.sees("1 of 5 organisations have signed").sees("A manager");
    let file = oskar.opens("/policies/organisations.csv").await;
    file.sees("\"municipality\",\"municipality\",\"holds\",\"1\",\"2024-12-01").sees("\"clinic\",\"clinic\",\"never\",\"\",\"\",\"\"");
    oskar.opens("/looked").await.sees("version 1 signed for municipality");
    // With the next version each signs anew; what was signed can be read as it was.
    town.at("2026-11-23", 8, 0);
    let (oskar, marta) = (town.back(oskar.user).await, town.back(marta.user).await);
    oskar.opens("/policies/organisations.csv").await.sees("\"municipality\",\"municipality\",\"earlier\",\"1\"");
    assert_eq!(marta.sends("/policy/sign", "version=1").await.status, StatusCode::CONFLICT, "no longer in force");
    marta.opens("/policy?version=1").await.sees("You are reading an earlier version").sees_no("I sign version").sees("Open a file only for your work with its person");
    assert_eq!(marta.opens("/policy?version=3").await.status, StatusCode::NOT_FOUND);
    town.at("2026-11-23", 8, 6);
    marta.sends("/policy/sign", "version=2").await.link_is("/again?back=/policy");
    let marta = town.back(marta.user).await;
    marta.sends("/policy/sign", "version=2").await.link_is("/policy?said=policy-signed");
    let oskar = town.back(oskar.user).await;
    oskar.opens("/policies/organisations.csv").await.sees("\"municipality\",\"municipality\",\"holds\",\"2\"");
});

db::both_engines!(the_officer_sees_who_has_acknowledged_and_who_has_not, |fresh| async {
    let town = Town::empty(fresh).await;
    let oskar = officer(&town).await;
    user(&town, "earlier", Role::Counsellor).await;
    newcomer(&town, "never", Role::Partner).await;
    newcomer(&town, "amira", Role::Jobseeker).await;
    town.at("2026-09-01", 8, 0);
    let out = newcomer(&town, "out", Role::Steward).await;
    let mut tx = town.app.db.write().await.unwrap();
    policies::acknowledge(&mut tx, &town.app, out, "de").await.unwrap();
    tx.commit().await.unwrap();
    town.at("2027-09-01", 8, 0);
    user(&town, "holds", Role::Manager).await;
    let oskar = town.back(oskar.user).await;
    let states = async |of: &str| oskar.opens("/policies/users.csv").await.body.lines().find(|line| line.contains(&format!("called {of}"))).map(str::to_owned);
    assert_eq!(states("out").await.unwrap(), "\"Somebody called out\",\"steward\",\"employment-service\",\"holds\",\"2\",\"2026-09-01T08:00:00Z\"");
    town.at("2027-09-02", 8, 0);
    let oskar = town.back(oskar.user).await;
    let states = async |of: &str| oskar.opens("/policies/users.csv").await.body.lines().find(|line| line.contains(&format!("called {of}"))).map(str::to_owned);
    for (of, state) in [("out", "\"run-out\",\"2\""), ("never", "\"never\",\"\",\"\""), ("earlier", "\"earlier\",\"1\""), ("holds", "\"holds\",\"2\"")] {
        let line = states(of).await.unwrap();
        assert!(line.contains(state), "{of}: {line}");
    }
    assert!(states("amira").await.is_none(), "who looks for work acknowledges nothing");
    oskar.opens("/policies").await.sees("4 of 5 users have the rules still to acknowledge").sees("Too long ago").sees("Not acknowledged");
    // The day of review has passed: that is something to do.
    oskar.opens("/policies").await.sees("The review of this version was due on 1 September 2027");
    oskar.opens("/oversight").await.sees("The review of the policy was due on 1 September 2027");
});

/// A form of an arrangement with the municipality, with something in it changed.
fn form(changed: &[(&str, &str)]) -> String {
    let fields = [
        ("kind", "joint-controller"), ("organisation", "municipality"), ("other_party", ""), ("title", "Who+answers+for+what"), ("signed_on", "2026-01-15"),
        ("ends_on", "2027-01-14"), ("covers", "Housing+and+training"), ("contact", "Legal+office"),
    ];
    let value = |name: &str, usual: &str| changed.iter().find(|(known, _)| *known == name).map_or(usual, |(_, value)| value).to_owned();
    fields.map(|(name, usual)| format!("{name}={}", value(name, usual))).join("&")
}

db::both_engines!(arrangements_are_registered_stand_out_before_they_end_and_gaps_are_named, |fresh| async {
    let town = Town::full(fresh).await;
    let oskar = officer(&town).await;
    oskar.opens("/arrangements").await.sees("4 organisations keep records and have no arrangement in force").sees("Nothing is registered yet");
    oskar.opens("/oversight").await.sees("4 arrangements with organisations are missing");
    oskar.opens("/arrangements/new?organisation=municipality").await.sees("value=\"municipality\" selected");
    for (wrong, says) in [
        (&[("kind", "other")][..], "Choose what it is"), (&[("organisation", "nowhere")], "Choose an organisation, or write a name"), (&[("title", "+")], "Write what it is called"),
        (&[("signed_on", "2026-12-24")], "it cannot be in the future"), (&[("ends_on", "2026-01-01")], "cannot be before the day it was signed"),
        (&[("covers", "")], "Write what it covers"), (&[("contact", "")], "Write whom to ask there"),
    ] {
        let answer = oskar.sends("/arrangements", &form(wrong)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        answer.sees(says).sees(if wrong[0].0 == "title" { "Housing and training" } else { "value=\"Who answers for what\"" });
    }
    oskar.sends("/arrangements", &form(&[])).await.link_is("/arrangements?said=arrangement-added");
    let page = oskar.opens("/arrangements").await;
    page.sees("Who answers for what").sees("Ends in 52 days").sees("3 organisations keep records").sees("Legal office").sees("Housing and training");
    oskar.sends("/arrangements", &form(&[("organisation", ""), ("other_party", "Hosting+Ltd"), ("kind", "processor"), ("ends_on", ""), ("title", "Hosting")])).await;
    oskar.opens("/arrangements").await.sees("Hosting Ltd").sees("without an end").sees("3 organisations keep records");
    let file = oskar.opens("/arrangements?format=csv").await;
    file.sees("\"joint-controller\",\"municipality\",\"Who answers for what\",\"2026-01-15\",\"2027-01-14\",\"\",\"ends-soon\",\"Housing and training\",\"Legal office\"");
    file.sees("\"processor\",\"Hosting Ltd\",\"Hosting\",\"2026-01-15\",\"\",\"\",\"in-force\"");
    // It runs out: that is said, and the municipality is a gap again.
    town.at("2027-01-15", 8, 0);
    let oskar = town.back(oskar.user).await;
    oskar.opens("/arrangements").await.sees("Has run out").sees("4 organisations keep records");
    oskar.opens("/oversight").await.sees("5 arrangements with organisations are missing, have run out or end soon");
    // Put away, it no longer stands out; what is registered stays.
    let end = oskar.opens("/arrangements").await.link("/arrangements/0");
    assert_eq!(oskar.sends(&end, "on=2026-01-01").await.status, StatusCode::UNPROCESSABLE_ENTITY, "before it was signed");
    assert_eq!(oskar.sends(&end, "on=2027-02-01").await.status, StatusCode::UNPROCESSABLE_ENTITY, "still to come");
    oskar.sends(&end, "on=2027-01-15").await.link_is("/arrangements?said=arrangement-ended");
    assert_eq!(oskar.sends(&end, "on=2027-01-15").await.status, StatusCode::CONFLICT);
    oskar.opens("/arrangements").await.sees("ended on 15 January 2027").sees_no("Has run out");
    oskar.opens("/oversight").await.sees("4 arrangements with organisations are missing");
    oskar.opens("/looked").await.sees("joint-controller with municipality: Who answers for what").sees("joint-controller ended on 2027-01-15");
    for role in Role::ALL.iter().filter(|role| **role != Role::Protection) {
        let other = town.visitor(*role, "employment-service", None).await;
        assert_eq!(other.opens("/arrangements").await.status, StatusCode::NOT_FOUND, "{role}");
        assert_eq!(other.sends("/arrangements", &form(&[])).await.status, StatusCode::NOT_FOUND, "{role}");
    }
});

db::both_engines!(what_was_acknowledged_signed_and_registered_is_never_changed_or_removed, |fresh| async {
    const CHANGES: [(&str, Sql); 8] = [
        ("acknowledgement", Sql::both("update policy_acknowledgement set version = 9")),
        ("acknowledgement gone", Sql::both("delete from policy_acknowledgement")),
        ("signature", Sql::both("update policy_signature set version = 9")),
        ("signature gone", Sql::both("delete from policy_signature")),
        ("arrangement", Sql::both("update arrangement set title = 'x'")),
        ("arrangement gone", Sql::both("delete from arrangement")),
        ("end", Sql::both("update arrangement_end set ended_on = '2020-01-01'")),
        ("end gone", Sql::both("delete from arrangement_end")),
    ];
    let town = Town::empty(fresh).await;
    town.at("2026-11-23", 8, 0);
    let (oskar, marta) = (officer(&town).await, town.visitor(Role::Manager, "clinic", None).await);
    marta.sends("/policy/sign", "version=2").await.link_is("/policy?said=policy-signed");
    oskar.sends("/arrangements", &form(&[])).await;
    let end = oskar.opens("/arrangements").await.link("/arrangements/0");
    oskar.sends(&end, "on=2026-11-23").await.link_is("/arrangements?said=arrangement-ended");
    for (what, change) in &CHANGES {
        let mut tx = town.app.db.write().await.unwrap();
        assert!(tx.run(change, vec![]).await.is_err(), "{what}");
    }
});

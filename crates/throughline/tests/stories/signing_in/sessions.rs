//! How long somebody stays in, the locked screen, and being asked again.

use super::people::{ANOTHER, Phone, SECRET, come_in, user};
use crate::town::Town;
use axum::http::StatusCode;
use office::Front;
use rights::Role;
use std::sync::Arc;

fn later(town: &Town, seconds: i64) {
    town.app.clock.set(town.app.clock.now().plus_seconds(seconds));
}

db::both_engines!(a_session_ends_by_idleness_and_by_its_total_time, |fresh| async {
    let town = Town::empty(fresh).await;
    let jana = town.counsellor().await;
    later(&town, 29 * 60);
    jana.opens("/find").await.sees("Find a person");
    later(&town, 29 * 60);
    jana.opens("/find").await.sees("Find a person");
    later(&town, 31 * 60);
    jana.opens("/find").await.link_is("/sign-in");
    let busy = town.counsellor().await;
    for _ in 0..30 {
        busy.opens("/find").await.sees("Find a person");
        later(&town, 24 * 60);
    }
    busy.opens("/find").await.link_is("/sign-in");
    office::clear_away(&town.app).await.unwrap();
});

db::both_engines!(a_locked_screen_opens_nothing_and_comes_back_to_its_page, |fresh| async {
    let town = Town::empty(fresh).await;
    user(&town, "petr", Role::Counsellor).await;
    let half = come_in(&town, "petr").await;
    let page = town.ask("GET", "/sign-in/second-factor", Some(&half.kept()), None).await;
    let phone = Phone::reads(&page.body);
    let cookie = town.ask("POST", "/sign-in/second-factor", Some(&half.kept()), Some(&format!("code={}", phone.shows(&town)))).await.kept();
    let locked = town.ask("POST", "/lock", Some(&cookie), Some("back=%2Ffind%3Fq%3Dhaddad")).await;
    locked.link_is("/unlock?back=/find%3Fq%3Dhaddad");
    for path in ["/find?q=haddad", "/account", "/again"] {
        let answer = town.ask("GET", path, Some(&cookie), None).await;
        assert!(answer.location.unwrap().starts_with("/unlock?back="), "{path}");
    }
    town.ask("POST", "/clients/new", Some(&cookie), Some("")).await.link_is("/unlock?back=/clients/new");
    town.ask("GET", "/sign-in/second-factor", Some(&cookie), None).await.link_is("/");
    let wrong = town.ask("POST", "/unlock", Some(&cookie), Some(&format!("back=/find&password={ANOTHER}"))).await;
    wrong.sees("This is not your password");
    let open = town.ask("POST", "/unlock", Some(&cookie), Some(&format!("back=%2Ffind%3Fq%3Dhaddad&password={SECRET}"))).await;
    open.link_is("/find?q=haddad");
    town.ask("GET", "/find", Some(&open.kept()), None).await.sees("Find a person");
    town.ask("GET", "/find", Some(&cookie), None).await.link_is("/sign-in");
    let away = town.ask("POST", "/lock", Some(&open.kept()), Some("back=https%3A%2F%2Felsewhere.example")).await;
    away.link_is("/unlock?back=/");
});

db::both_engines!(a_list_leaves_as_a_file_only_after_showing_lately_who_one_is, |fresh| async {
    let town = Town::empty(fresh).await;
    let sofia = town.steward().await;
    assert_eq!(sofia.opens("/matches.csv").await.status, StatusCode::OK);
    later(&town, 6 * 60);
    sofia.opens("/matches.csv?harm=little").await.link_is("/again?back=/matches.csv%3Fharm%3Dlittle");
    sofia.opens("/matches").await.sees("Match review");
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    later(&town, 6 * 60);
    oskar.opens("/looked?format=csv").await.link_is("/again?back=/looked%3Fformat%3Dcsv");
    for hidden in ["format=%63sv", "%66ormat=csv", "a=b&format=c%73v"] {
        assert_eq!(oskar.opens(&format!("/looked?{hidden}")).await.status, StatusCode::SEE_OTHER, "{hidden}");
    }
    sofia.opens("/again?back=/matches.csv").await.sees("Is it still you?");
    let wrong = sofia.sends("/again", &format!("back=/matches.csv&password={ANOTHER}")).await;
    wrong.sees("This is not your password");
    sofia.opens("/matches.csv").await.link_is("/again?back=/matches.csv");
});

db::both_engines!(she_sees_where_she_is_signed_in_and_ends_what_is_not_hers, |fresh| async {
    let town = Town::empty(fresh).await;
    user(&town, "amira", Role::Jobseeker).await;
    let here = come_in(&town, "amira").await.kept();
    let there = come_in(&town, "amira").await.kept();
    let page = town.ask("GET", "/account", Some(&here), None).await;
    page.sees("This is here").sees("192.0.2.1");
    let end = page.link("/account/sessions/0");
    let stranger = town.counsellor().await;
    assert_eq!(stranger.sends(&end, "").await.status, StatusCode::NOT_FOUND, "nobody ends a stranger's session");
    town.ask("POST", &end, Some(&here), Some("")).await.link_is("/account?said=session-ended");
    town.ask("GET", "/my-file", Some(&there), None).await.link_is("/sign-in");
    let other = come_in(&town, "amira").await.kept();
    let weak = town.ask("POST", "/account/password", Some(&here), Some("password=password1234567")).await;
    weak.sees("Many people use this password");
    let changed = town.ask("POST", "/account/password", Some(&here), Some(&format!("password={ANOTHER}"))).await;
    changed.link_is("/account?said=password-changed");
    town.ask("GET", "/my-file", Some(&other), None).await.link_is("/sign-in");
    assert!(come_in(&town, "amira").await.cookies.is_empty(), "the old password is worth nothing");
    later(&town, 6 * 60);
    town.ask("POST", "/account/password", Some(&changed.kept()), Some(&format!("password={SECRET}"))).await.link_is("/again?back=/account");
});

db::both_engines!(behind_a_proxy_cookies_are_bound_to_tls_and_nobody_comes_past_it, |fresh| async {
    let mut town = Town::empty(fresh).await;
    user(&town, "amira", Role::Jobseeker).await;
    town.app.front = Arc::new(Front { proxies: vec!["192.0.2.1".parse().unwrap()], ..Front::default() });
    town.service = throughline::routes::service(&town.app);
    let form = format!("sign_in=amira&password={SECRET}");
    let from = |who: &'static str| [("x-forwarded-for", who), ("x-forwarded-proto", "https")];
    let came = town.ask_with(("POST", "/sign-in"), &from("198.51.100.7"), Some(&form)).await;
    for cookie in &came.cookies {
        assert!(cookie.starts_with("__Host-") && cookie.contains("; Secure") && cookie.contains("Path=/") && !cookie.contains("Domain"), "{cookie}");
    }
    assert_eq!(came.cookies.len(), 2);
    assert_eq!(came.headers["strict-transport-security"], "max-age=31536000");
    town.ask("GET", "/account", Some(&came.kept()), None).await.sees("198.51.100.7");
    let planted = came.kept().replace("__Host-", "");
    town.ask("GET", "/account", Some(&planted), None).await.link_is("/sign-in");
    let plain = town.ask_with(("GET", "/sign-in"), &[("x-forwarded-proto", "http")], None).await;
    assert_eq!((plain.status, plain.location.as_deref()), (StatusCode::PERMANENT_REDIRECT, Some("https://localhost/sign-in")));
    town.app.front = Arc::new(Front { proxies: vec!["192.0.2.99".parse().unwrap()], ..Front::default() });
    town.service = throughline::routes::service(&town.app);
    assert_eq!(town.ask("GET", "/sign-in", None, None).await.status, StatusCode::FORBIDDEN, "past the proxy");
});

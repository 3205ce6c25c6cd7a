//! Coming in, staying in and being put out, told through the front door.

mod looking_after;
pub mod people;
mod sessions;

use crate::town::Town;
use axum::http::StatusCode;
use people::{ANOTHER, Phone, SECRET, come_in, user};
use db::Sql;
use rights::Role;

db::both_engines!(a_password_opens_a_session_and_a_wrong_one_does_not, |fresh| async {
    let town = Town::empty(fresh).await;
    user(&town, "petr", Role::Jobseeker).await;
    let wrong = town.ask("POST", "/sign-in", None, Some(&format!("sign_in=petr&password={ANOTHER}"))).await;
    wrong.sees("You could not be signed in").sees("value=\"petr\"").sees_no(ANOTHER);
    assert!(wrong.cookies.is_empty());
    let right = come_in(&town, "petr").await;
    assert!(right.cookies[0].contains("HttpOnly") && right.cookies[0].contains("SameSite=Lax"), "{:?}", right.cookies);
    town.ask("GET", "/my-file", Some(&right.kept()), None).await.sees("Your account");
    town.ask("POST", "/sign-out", Some(&right.kept()), Some("")).await;
    town.ask("GET", "/my-file", Some(&right.kept()), None).await.link_is("/sign-in");
});

db::both_engines!(a_name_nobody_has_and_one_somebody_has_are_answered_alike, |fresh| async {
    let town = Town::empty(fresh).await;
    user(&town, "petr", Role::Jobseeker).await;
    let wrong = format!("&password={ANOTHER}");
    // However long a hash takes here, to the throttle all of it happens in one moment.
    let now = town.app.clock.now();
    let ask = async |name: &str| {
        town.app.clock.set(now);
        town.ask("POST", "/sign-in", None, Some(&format!("sign_in={name}{wrong}"))).await
    };
    for round in 0..8 {
        let (known, unknown) = (ask("petr").await, ask("nobody").await);
        assert_eq!(known.status, unknown.status, "try {round}");
        assert_eq!(known.body.replace("petr", "X"), unknown.body.replace("nobody", "X"), "try {round}");
        assert_eq!(known.headers.get("retry-after"), unknown.headers.get("retry-after"));
        assert_eq!(known.status == StatusCode::TOO_MANY_REQUESTS, round >= 5, "try {round}");
    }
    ask("petr").await.sees("Try again in 1 second.");
    town.app.clock.set(now);
    let right = town.ask("POST", "/sign-in", None, Some(&format!("sign_in=petr&password={SECRET}"))).await;
    assert_eq!(right.status, StatusCode::TOO_MANY_REQUESTS, "the right password waits too: else waiting would tell which one is right");
    town.app.clock.set(now.plus_seconds(2));
    assert_eq!(come_in(&town, "petr").await.status, StatusCode::SEE_OTHER);
});

db::both_engines!(somebody_else_who_guesses_does_not_keep_her_out, |fresh| async {
    let town = Town::empty(fresh).await;
    user(&town, "petra", Role::Jobseeker).await;
    let known = come_in(&town, "petra").await.kept();
    let (guess, right) = (format!("sign_in=petra&password={ANOTHER}"), format!("sign_in=petra&password={SECRET}"));
    let now = town.app.clock.now();
    for second in 0..45 {
        town.app.clock.set(now.plus_seconds(second));
        town.ask("POST", "/sign-in", None, Some(&guess)).await;
    }
    // The tries at the latest seconds that count, 35 to 41, make the next wait one of 32.
    town.app.clock.set(now.plus_seconds(45));
    let unknown = town.ask("POST", "/sign-in", None, Some(&right)).await;
    assert_eq!(unknown.status, StatusCode::TOO_MANY_REQUESTS, "a browser nobody knows waits");
    town.app.clock.set(now.plus_seconds(45));
    let hers = town.ask("POST", "/sign-in", Some(&known), Some(&right)).await;
    assert_eq!(hers.status, StatusCode::SEE_OTHER, "hers does not");
});

// A person's right 13.
db::both_engines!(a_role_that_opens_files_of_others_comes_in_with_a_second_factor_only, |fresh| async {
    let town = Town::empty(fresh).await;
    user(&town, "petr", Role::Counsellor).await;
    let half = come_in(&town, "petr").await;
    half.link_is("/sign-in/second-factor");
    for path in ["/find", "/account", "/", "/again"] {
        town.ask("GET", path, Some(&half.kept()), None).await.link_is("/sign-in/second-factor");
    }
    let page = town.ask("GET", "/sign-in/second-factor", Some(&half.kept()), None).await;
    let phone = Phone::reads(&page.body);
    let wrong = town.ask("POST", "/sign-in/second-factor", Some(&half.kept()), Some("code=000000")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let set_up = town.ask("POST", "/sign-in/second-factor", Some(&half.kept()), Some(&format!("code={}", phone.shows(&town)))).await;
    set_up.sees("Your recovery codes");
    town.ask("GET", "/find", Some(&set_up.kept()), None).await.sees("Find a person");
    town.ask("GET", "/find", Some(&half.kept()), None).await.link_is("/sign-in");
    assert!(!phone.stands_in_the_database(&town).await, "the secret is stored sealed");
});

db::both_engines!(no_code_works_twice, |fresh| async {
    let town = Town::empty(fresh).await;
    user(&town, "petr", Role::Counsellor).await;
    let (phone, codes) = Phone::set_up(&town, &come_in(&town, "petr").await).await;
    let half = come_in(&town, "petr").await;
    half.link_is("/sign-in/code");
    let enter = async |cookie: &str, code: &str| town.ask("POST", "/sign-in/code", Some(cookie), Some(&format!("code={code}"))).await;
    enter(&half.kept(), &phone.shows(&town)).await.sees("This code does not fit");
    town.app.clock.set(town.app.clock.now().plus_seconds(31));
    let code = phone.shows(&town);
    let right = enter(&half.kept(), &code).await;
    right.link_is("/");
    town.ask("GET", "/find", Some(&right.kept()), None).await.sees("Find a person");
    let other = come_in(&town, "petr").await;
    enter(&other.kept(), &code).await.sees("This code does not fit");
    town.ask("GET", "/find", Some(&other.kept()), None).await.link_is("/sign-in/code");
    enter(&other.kept(), &codes[3]).await.link_is("/");
    let third = come_in(&town, "petr").await;
    enter(&third.kept(), &codes[3]).await.sees("This code does not fit");
    enter(&third.kept(), &codes[4].to_uppercase().replace('-', " ")).await.link_is("/");
});

db::both_engines!(codes_cannot_be_guessed_fast, |fresh| async {
    let town = Town::empty(fresh).await;
    user(&town, "petr", Role::Counsellor).await;
    Phone::set_up(&town, &come_in(&town, "petr").await).await;
    let half = come_in(&town, "petr").await.kept();
    let mut looked_at = 0;
    let now = town.app.clock.now();
    for guess in 0..30 {
        town.app.clock.set(now);
        let answer = town.ask("POST", "/sign-in/code", Some(&half), Some(&format!("code={guess:06}"))).await;
        looked_at += i32::from(answer.status != StatusCode::TOO_MANY_REQUESTS);
    }
    assert!(looked_at <= 5, "{looked_at} of 30 guesses in a row");
});

db::both_engines!(a_right_password_forgives_no_guessed_codes, |fresh| async {
    let town = Town::empty(fresh).await;
    user(&town, "petr", Role::Counsellor).await;
    // Somebody with the password, in a browser that is known.
    let half = come_in(&town, "petr").await;
    let (phone, _) = Phone::set_up(&town, &half).await;
    let mut looked_at = 0;
    let now = town.app.clock.now().plus_seconds(60);
    for round in 0..10 {
        town.app.clock.set(now);
        let form = format!("sign_in=petr&password={SECRET}");
        let again = town.ask("POST", "/sign-in", Some(&half.kept()), Some(&form)).await;
        for guess in 0..4 {
            // On a slow machine a second goes by while a password is looked at, and a second is what the sixth guess waits.
            town.app.clock.set(now);
            let code = format!("code={:06}", round * 4 + guess);
            let answer = town.ask("POST", "/sign-in/code", Some(&again.kept()), Some(&code)).await;
            looked_at += i32::from(answer.status != StatusCode::TOO_MANY_REQUESTS);
        }
    }
    assert!((1..=5).contains(&looked_at), "{looked_at} of 40 guesses with the password shown between them");
    town.app.clock.set(now.plus_seconds(24 * 3_600));
    let late = come_in(&town, "petr").await;
    let right = town.ask("POST", "/sign-in/code", Some(&late.kept()), Some(&format!("code={}", phone.shows(&town)))).await;
    right.link_is("/");
});

db::both_engines!(whoever_has_a_second_factor_that_does_not_open_reads_what_helps, |fresh| async {
    const SPOIL: Sql = Sql::both("update second_factor set secret = $1");
    let town = Town::empty(fresh).await;
    user(&town, "petr", Role::Counsellor).await;
    let (phone, _) = Phone::set_up(&town, &come_in(&town, "petr").await).await;
    let mut tx = town.app.db.write().await.unwrap();
    tx.run(&SPOIL, vec![vec![1u8; 60].into()]).await.unwrap();
    tx.commit().await.unwrap();
    let half = come_in(&town, "petr").await;
    half.link_is("/sign-in/code");
    let told = town.ask("POST", "/sign-in/code", Some(&half.kept()), Some(&format!("code={}", phone.shows(&town)))).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    told.sees("Ask your administrator for a new link");
});

db::both_engines!(each_session_is_shown_a_second_factor_of_its_own_until_one_is_confirmed, |fresh| async {
    let town = Town::empty(fresh).await;
    user(&town, "petr", Role::Counsellor).await;
    let (thief, petr) = (come_in(&town, "petr").await.kept(), come_in(&town, "petr").await.kept());
    let shown = async |cookie: &str| Phone::reads(&town.ask("GET", "/sign-in/second-factor", Some(cookie), None).await.body);
    let enrol = async |cookie: &str, code: &str| town.ask("POST", "/sign-in/second-factor", Some(cookie), Some(&format!("code={code}"))).await;
    let stolen = shown(&thief).await;
    let his = shown(&petr).await;
    assert_ne!(stolen.shows(&town), his.shows(&town));
    // The secret that was shown before is worth nothing now, in neither session.
    assert_eq!(enrol(&thief, &stolen.shows(&town)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(enrol(&thief, &his.shows(&town)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The refused page showed the thief a new one; his own page shows him another when he comes back to it.
    assert_eq!(enrol(&petr, &his.shows(&town)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let his = shown(&petr).await;
    enrol(&petr, &his.shows(&town)).await.sees("Your recovery codes");
    let inside = come_in(&town, "petr").await;
    inside.link_is("/sign-in/code");
    let guess = town.ask("POST", "/sign-in/code", Some(&inside.kept()), Some(&format!("code={}", stolen.shows(&town)))).await;
    guess.sees("This code does not fit");
    town.ask("GET", "/find", Some(&inside.kept()), None).await.link_is("/sign-in/code");
});

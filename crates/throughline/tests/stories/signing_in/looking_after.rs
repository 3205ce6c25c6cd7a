//! The first administrator, new users, changes and leavers.

use super::people::{ANOTHER, Phone, SECRET, acknowledges, come_in, user};
use crate::town::{Answer, Town};
use axum::http::StatusCode;
use office::users;
use rights::Role;

/// Somebody comes by a link, chooses a password and sets their second factor up.
async fn arrives(town: &Town, link: &str) -> Answer {
    let came = town.ask("POST", link, None, Some("")).await;
    came.link_is("/sign-in/password");
    let weak = town.ask("POST", "/sign-in/password", Some(&came.kept()), Some("password=throughline1")).await;
    weak.sees("Choose another password");
    let chosen = town.ask("POST", "/sign-in/password", Some(&came.kept()), Some(&format!("password={SECRET}"))).await;
    chosen.link_is("/sign-in/second-factor");
    let page = town.ask("GET", "/sign-in/second-factor", Some(&chosen.kept()), None).await;
    let phone = Phone::reads(&page.body);
    town.ask("POST", "/sign-in/second-factor", Some(&chosen.kept()), Some(&format!("code={}", phone.shows(town)))).await
}

/// The same for somebody new, who reads the rules for use and acknowledges them before anything opens.
async fn arrives_new(town: &Town, link: &str) -> Answer {
    let set_up = arrives(town, link).await.kept();
    town.ask("GET", "/", Some(&set_up), None).await.link_is("/sign-in/policy");
    acknowledges(town, &set_up).await
}

db::both_engines!(the_first_administrator_comes_in_by_a_link_that_works_once, |fresh| async {
    let town = Town::empty(fresh).await;
    let (_, lost) = users::first_link(&town.app).await.unwrap().unwrap();
    let (name, link) = users::first_link(&town.app).await.unwrap().unwrap();
    assert_eq!(name, "administrator");
    let (lost, link) = (format!("/enter/{}", lost.secret()), format!("/enter/{}", link.secret()));
    assert_eq!(town.ask("GET", &lost, None, None).await.status, StatusCode::NOT_FOUND, "a second start makes a new link");
    for _ in 0..2 {
        town.ask("GET", &link, None, None).await.sees("You have been invited");
    }
    let inside = arrives_new(&town, &link).await.kept();
    town.ask("GET", "/users", Some(&inside), None).await.sees("administrator");
    assert_eq!(town.ask("GET", "/find", Some(&inside), None).await.status, StatusCode::NOT_FOUND, "no case content");
    assert_eq!(town.ask("POST", &link, None, Some("")).await.status, StatusCode::NOT_FOUND);
    assert!(users::first_link(&town.app).await.unwrap().is_none(), "there is somebody who can come in");
});

db::both_engines!(a_new_user_comes_in_by_the_link_and_an_organisation_is_added_with_them, |fresh| async {
    let town = Town::empty(fresh).await;
    let timo = town.visitor(Role::Administrator, "employment-service", None).await;
    let form = "sign_in=ines&name=Ines+Duarte&role=partner&organisation=clinic&new_organisation=Debt+advice+North";
    let added = timo.sends("/users/new", form).await;
    added.sees("Give this link to Ines Duarte");
    let link: String = added.body.split("http://localhost").nth(1).unwrap().chars().take_while(|c| *c != '<').collect();
    let inside = arrives_new(&town, &link).await.kept();
    town.ask("GET", "/account", Some(&inside), None).await.sees("Ines Duarte").sees("Debt advice North");
    timo.opens("/users").await.sees("Ines Duarte").sees("Debt advice North").sees("Can come in");
    timo.sends("/users/new", form).await.sees("Somebody has this sign-in name");
    let refused = timo.sends("/users/new", "sign_in=max&name=Max&role=jobseeker&organisation=clinic").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "whose file a jobseeker opens is not the administrator's to say");
    timo.sends("/users/new", "sign_in=m+x&name=Max&role=partner&organisation=clinic").await.sees("Write a sign-in name");
    timo.opens("/users.csv").await.sees("\"Ines Duarte\",\"ines\",\"partner\",\"Debt advice North\",\"in\",\"yes\"");
    let log = town.visitor(Role::Protection, "employment-service", None).await.opens("/looked").await;
    log.sees("user ines added: Ines Duarte, partner, debt-advice-north").sees("list of users as a file");
});

// A person's right 14.
db::both_engines!(rights_change_and_end_at_once, |fresh| async {
    let town = Town::empty(fresh).await;
    let timo = town.visitor(Role::Administrator, "employment-service", None).await;
    let id = user(&town, "petr", Role::Counsellor).await;
    let half = come_in(&town, "petr").await;
    let page = town.ask("GET", "/sign-in/second-factor", Some(&half.kept()), None).await;
    let phone = Phone::reads(&page.body);
    let inside = town.ask("POST", "/sign-in/second-factor", Some(&half.kept()), Some(&format!("code={}", phone.shows(&town)))).await.kept();
    town.ask("GET", "/find", Some(&inside), None).await.sees("Find a person");
    let form = "name=Petr&role=analyst&organisation=employment-service";
    timo.sends(&format!("/users/{id}"), form).await.link_is(&format!("/users/{id}?said=user-changed"));
    town.ask("GET", "/find", Some(&inside), None).await.link_is("/sign-in");
    timo.sends(&format!("/users/{id}/end"), "").await.link_is(&format!("/users/{id}?said=user-ended"));
    assert!(come_in(&town, "petr").await.cookies.is_empty(), "a leaver's password opens nothing");
    timo.opens("/users").await.sees("Has left");
    assert_eq!(timo.sends(&format!("/users/{id}/link"), "").await.status, StatusCode::NOT_FOUND);
    timo.sends(&format!("/users/{id}/take-back"), "").await.link_is(&format!("/users/{id}?said=user-back"));
    town.app.clock.set(town.app.clock.now().plus_seconds(31));
    come_in(&town, "petr").await.link_is("/sign-in/code");
    let log = town.visitor(Role::Protection, "employment-service", None).await.opens("/looked").await;
    log.sees("user petr: name from Somebody called petr to Petr, role from counsellor to analyst").sees("user petr ended").sees("user petr is back");
});

db::both_engines!(who_lost_password_and_device_comes_in_by_a_new_link, |fresh| async {
    let town = Town::empty(fresh).await;
    let timo = town.visitor(Role::Administrator, "employment-service", None).await;
    let id = user(&town, "petr", Role::Counsellor).await;
    Phone::set_up(&town, &come_in(&town, "petr").await).await;
    // Whoever found the device has the password too, and is half in.
    let finder = come_in(&town, "petr").await;
    finder.link_is("/sign-in/code");
    timo.opens(&format!("/users/{id}")).await.sees("remove the second factor too").sees("Signed in at 2 places");
    let renewed = timo.sends(&format!("/users/{id}/link"), "second=yes").await;
    town.ask("GET", "/sign-in/code", Some(&finder.kept()), None).await.link_is("/sign-in");
    town.ask("GET", "/sign-in/second-factor", Some(&finder.kept()), None).await.link_is("/sign-in");
    assert!(come_in(&town, "petr").await.cookies.is_empty(), "the password is gone with the device");
    let link: String = renewed.body.split("http://localhost").nth(1).unwrap().chars().take_while(|c| *c != '<').collect();
    let inside = arrives(&town, &link).await.kept();
    town.ask("GET", "/find", Some(&inside), None).await.sees("Find a person");
    timo.sends(&format!("/users/{id}/end-sessions"), "").await;
    town.ask("GET", "/find", Some(&inside), None).await.link_is("/sign-in");
    assert!(town.ask("POST", "/sign-in", None, Some(&format!("sign_in=petr&password={ANOTHER}"))).await.cookies.is_empty());
});

db::both_engines!(nobody_changes_their_own_rights_and_changes_ask_again_who_it_is, |fresh| async {
    let town = Town::empty(fresh).await;
    let id = user(&town, "timo", Role::Administrator).await;
    let half = come_in(&town, "timo").await;
    let page = town.ask("GET", "/sign-in/second-factor", Some(&half.kept()), None).await;
    let phone = Phone::reads(&page.body);
    let inside = town.ask("POST", "/sign-in/second-factor", Some(&half.kept()), Some(&format!("code={}", phone.shows(&town)))).await.kept();
    let own = town.ask("POST", &format!("/users/{id}"), Some(&inside), Some("name=Timo&role=counsellor&organisation=clinic")).await;
    own.sees("Nobody changes their own rights");
    let removed = town.ask("POST", "/account/second-factor/remove", Some(&inside), Some("")).await;
    removed.sees("Your role comes in only with a second factor");
    town.app.clock.set(town.app.clock.now().plus_seconds(6 * 60));
    town.ask("GET", "/users", Some(&inside), None).await.sees("Users");
    for path in ["/users/new", &format!("/users/{id}"), "/users.csv"] {
        assert_eq!(town.ask("GET", path, Some(&inside), None).await.location, Some(format!("/again?back={path}")));
    }
    let late = town.ask("POST", &format!("/users/{id}/end"), Some(&inside), Some("")).await;
    late.link_is(&format!("/again?back=/users/{id}"));
    let again = town.ask("POST", "/again", Some(&inside), Some(&format!("back=/users/new&password={SECRET}"))).await;
    again.link_is("/users/new");
    town.ask("GET", "/users/new", Some(&again.kept()), None).await.sees("Add a user");
});

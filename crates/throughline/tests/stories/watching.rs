//! Watching the access log: how many people somebody is shown, what is flagged, and what comes of it.

use crate::town::{Answer, Town, Visitor};
use axum::http::StatusCode;
use db::Sql;
use history::access;
use people::records;
use rights::{Act, Case, Role};
use std::collections::BTreeSet;

/// Every client that a page shows.
fn shown_on(page: &str) -> BTreeSet<String> {
    page.split("href=\"/clients/").skip(1).filter_map(|part| part.get(..32)?.parse::<words::Id>().ok()).map(|client| client.to_string()).collect()
}

/// The first look-up on the officer's desk.
fn first(desk: &Answer) -> String {
    let (_, after) = desk.body.split_once("tl-result__name\"><a href=\"").unwrap_or_else(|| panic!("nothing on the desk"));
    after.split('"').next().unwrap().to_owned()
}

/// Holds the new lines of the log against the rules, as the program does by itself.
async fn watched(town: &Town) -> usize {
    throughline::watch::once(&town.app).await.unwrap()
}

async fn officer(town: &Town) -> Visitor<'_> {
    town.visitor(Role::Protection, "employment-service", None).await
}

/// How many look-ups are on the desk for this rule.
async fn flagged(oskar: &Visitor<'_>, rule: &str) -> usize {
    oskar.opens(&format!("/oversight?state=all&rule={rule}")).await.body.matches("tl-result__name").count()
}

/// The names of everybody in town, as somebody has them who took a list with them.
async fn names(town: &Town) -> BTreeSet<String> {
    let permit = town.permit(Act::RunFeed).await;
    let everyone = records::everyone(&mut town.app.db.read().await.unwrap(), &permit).await.unwrap();
    let plain = |name: &String| name.chars().all(|letter| letter.is_ascii_alphabetic());
    everyone.into_iter().filter_map(|one| one.said.names().1).filter(plain).collect()
}

// A person's right 16.
db::both_engines!(a_scripted_pull_as_one_adviser_stops_and_the_officer_knows_at_once, |fresh| async {
    let town = Town::doubtful(fresh).await;
    let (jana, oskar) = (town.counsellor().await, officer(&town).await);
    let limit = 200;
    let mut seen = BTreeSet::new();
    let mut stopped = None;
    for name in names(&town).await {
        let page = jana.opens(&format!("/find?q={name}")).await;
        if page.status == StatusCode::TOO_MANY_REQUESTS {
            assert_eq!(shown_on(&page.body).len(), 0, "nothing more is shown");
            stopped.get_or_insert(page);
        } else {
            seen.extend(shown_on(&page.body));
        }
        assert!(seen.len() <= limit, "{} people", seen.len());
    }
    stopped.expect("nobody stopped a pull of everybody").sees("That is enough people for one day").sees("ask the data-protection officer");
    assert!(seen.len() > limit - 20, "{} people were shown before it stopped", seen.len());
    // Who was opened today still opens; nobody else does, and their file says that somebody tried.
    let opens = async |client: &String| jana.opens(&format!("/clients/{client}")).await.status;
    let mut opened = 0;
    for client in seen.iter().take(30) {
        opened += usize::from(opens(client).await == StatusCode::OK);
    }
    let mut refused = Vec::new();
    for client in all_clients(&town).await.into_iter().filter(|client| !seen.contains(client)).take(30) {
        match opens(&client).await {
            StatusCode::TOO_MANY_REQUESTS => refused.push(client),
            status => assert_ne!(status, StatusCode::OK, "one person more"),
        }
    }
    assert!(opened >= 3 && refused.len() >= 3, "{opened} {}", refused.len());
    let desk = oskar.opens("/oversight?rule=budget").await;
    desk.sees("Stopped: more people than one may be shown on a day (").sees("A counsellor").sees_no("Nothing fits");
    assert_eq!(desk.body.matches("tl-result__name").count(), 1, "one alert for one user and day");
    watched(&town).await;
    oskar.opens("/oversight?rule=burst").await.sees("Many people in a short time (");
    // The officer lets her go on; the next day begins anew.
    let flag = first(&desk);
    oskar.sends(&flag, "outcome=explained&more=yes").await.link_is("/oversight?said=flag-closed");
    assert_eq!(opens(&refused[0]).await, StatusCode::OK);
    assert_eq!(town.visitor(Role::Counsellor, "employment-service", None).await.opens("/find?q=anna").await.status, StatusCode::OK, "one user's budget is nobody else's");
});

db::both_engines!(with_nothing_left_of_the_day_a_search_does_not_tell_whether_there_is_anybody, |fresh| async {
    let town = Town::full(fresh).await;
    let jana = town.counsellor().await;
    let who = rights::Who { user: jana.user, name: "A counsellor".into(), role: Role::Counsellor, organisation: "employment-service".into(), client: None };
    let known = |n: u8| Case { service: true, ..Case::of(words::Id::from_bytes(&[n; 16]).unwrap()) };
    jana.opens("/find?q=amira").await.sees("Amira Haddad");
    let grants: Vec<_> = (0..199).map(|n| town.app.decide_case(&who, Act::FindClients, &known(n)).unwrap()).collect();
    town.app.log.permits(&town.app.db, town.app.clock.now(), grants, "people of another day's list").await.unwrap();
    let (known, unknown) = (jana.opens("/find?q=ilona").await, jana.opens("/find?q=nobody+of+that+name").await);
    assert_eq!((known.status, unknown.status), (StatusCode::TOO_MANY_REQUESTS, StatusCode::TOO_MANY_REQUESTS));
    let same = |answer: &Answer, asked: &str| answer.body.replace(asked, "");
    assert_eq!(same(&known, "ilona"), same(&unknown, "nobody+of+that+name"));
});

async fn all_clients(town: &Town) -> BTreeSet<String> {
    const ALL: Sql = Sql::both("select distinct client_id from current_link");
    let rows = town.app.db.read().await.unwrap().all(&ALL, vec![]).await.unwrap();
    rows.iter().map(|row| row.id("client_id").unwrap().to_string()).collect()
}

db::both_engines!(suggestions_end_before_the_day_does, |fresh| async {
    let town = Town::doubtful(fresh).await;
    let jana = town.counsellor().await;
    let names = names(&town).await;
    let shown = async || access::shown_on(&mut town.app.db.read().await.unwrap(), jana.user, town.app.clock.now().date()).await.unwrap();
    let mut last = 0;
    for name in &names {
        last = shown_on(&jana.opens(&format!("/find/suggest?q={name}")).await.body).len();
    }
    assert_eq!(last, 0);
    assert!((100..108).contains(&shown().await), "{} of 200", shown().await);
    assert_eq!(jana.opens(&format!("/find?q={}", names.first().unwrap())).await.status, StatusCode::OK);
    // Whoever may be shown more today is helped again while they type.
    let permit = town.permit_of(Role::Protection, Act::WatchAccess).await;
    let mut tx = town.app.db.write().await.unwrap();
    access::allow_more(&mut tx, &permit, jana.user, town.app.clock.now().date(), 200).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!shown_on(&jana.opens(&format!("/find/suggest?q={}", names.last().unwrap())).await.body).is_empty());
});

// A person's right 17.
db::both_engines!(a_look_up_under_ones_own_surname_is_asked_about_answered_and_closed, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (samir, oskar) = (town.visitor_called("Samir Haddad", Role::Partner, "municipality", None).await, officer(&town).await);
    samir.opens("/find?q=haddad").await.sees("Amira Haddad");
    watched(&town).await;
    oskar.opens("/oversight").await.sees("Nothing waits for you").sees("watched up to line");
    samir.opens(&format!("/clients/{amira}")).await.sees("Amira Haddad");
    samir.opens(&format!("/clients/{amira}/links")).await;
    assert_eq!(watched(&town).await, 2);
    assert_eq!(watched(&town).await, 0, "each line once");
    samir.opens("/").await.link_is("/find");
    // Found, asked.
    oskar.opens("/").await.link_is("/oversight");
    let desk = oskar.opens("/oversight").await;
    desk.sees("Same family name").sees("Samir Haddad").sees("One waits for an outcome").sees("2 lines of the access log").sees_no("Amira");
    let flag = first(&desk);
    let page = oskar.opens(&flag).await;
    page.sees("Amira").sees("a family name that the user has too").sees("not listed again for this user for 30 days").sees("Please say in a few words");
    assert_eq!(oskar.sends(&format!("{flag}/ask"), "question=+").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    oskar.sends(&format!("{flag}/ask"), "question=What+was+this+for%3F").await.link_is(&format!("{flag}?said=flag-asked"));
    assert_eq!(oskar.sends(&format!("{flag}/ask"), "question=Again").await.status, StatusCode::CONFLICT);
    oskar.opens("/oversight?state=asked").await.sees("Same family name");
    oskar.opens("/oversight?state=answered").await.sees("Nothing fits");
    // Whoever looked reads it first of all, and answers; nobody else can.
    samir.opens("/").await.link_is("/asked");
    let asked = samir.opens("/asked").await;
    asked.sees("Amira Haddad").sees("What was this for?").sees("Why it is looked at: Same family name");
    let answer = asked.link("/asked/");
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    assert_eq!(piet.sends(&answer, "answer=mine").await.status, StatusCode::NOT_FOUND);
    piet.opens("/asked").await.sees("asks nothing of you");
    assert_eq!(samir.sends(&answer, "answer=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    samir.sends(&answer, "answer=She+is+my+sister-in-law%2C+I+took+the+wrong+file").await.link_is("/asked?said=asked-answered");
    assert_eq!(samir.sends(&answer, "answer=again").await.status, StatusCode::CONFLICT);
    samir.opens("/").await.link_is("/find");
    // Closed; whoever looked is told once on the way in, and finds it for a month.
    oskar.opens(&flag).await.sees("She is my sister-in-law");
    assert_eq!(oskar.sends(&flag, "outcome=breach").await.status, StatusCode::UNPROCESSABLE_ENTITY, "a breach needs a note");
    assert_eq!(oskar.sends(&flag, "outcome=well").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    oskar.sends(&flag, "outcome=explained&note=talked+to+him").await.link_is("/oversight?said=flag-closed");
    assert_eq!(oskar.sends(&flag, "outcome=explained").await.status, StatusCode::CONFLICT);
    samir.opens("/").await.link_is("/asked");
    samir.opens("/asked").await.sees("there was a good reason").sees_no("talked to him");
    samir.opens("/").await.link_is("/find");
    oskar.opens("/oversight?state=closed").await.sees("Explained");
    // The same is quiet now, for a month, for this user and this person.
    samir.opens(&format!("/clients/{amira}")).await;
    assert_eq!(watched(&town).await, 0);
    let file = oskar.opens("/oversight?state=all&format=csv").await;
    // What was said of people stays on the page where each look is a line in their log.
    file.sees("\"same-surname\"").sees_no("sister-in-law").sees_no(&amira.to_string()).sees("\"explained\"");
    town.app.clock.set(town.app.clock.now().plus_seconds(31 * 24 * 3600 + 3600));
    let samir = town.visitor_called("Samir Haddad", Role::Partner, "municipality", None).await;
    samir.opens(&format!("/clients/{amira}")).await;
    assert_eq!(watched(&town).await, 1, "another user of the same name is not quiet");
});

db::both_engines!(ones_own_name_and_a_well_known_person_are_flagged, |fresh| async {
    let town = Town::full(fresh).await;
    let (amira, oskar) = (town.client("employment-service", "ES-0004711").await, officer(&town).await);
    let herself = town.visitor_called("AMIRA HADDAD", Role::Partner, "municipality", None).await;
    herself.opens(&format!("/clients/{amira}")).await.sees("Amira Haddad");
    watched(&town).await;
    assert_eq!((flagged(&oskar, "own-file").await, flagged(&oskar, "same-surname").await), (1, 0));
    assert_eq!(flagged(&oskar, "well-known").await, 0);
    oskar.opens(&format!("/clients/{amira}/looked")).await.sees("Is this person well known?");
    oskar.sends(&format!("/clients/{amira}/well-known"), "reason=on+television").await.link_is("/oversight/well-known?said=well-known-marked");
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    assert_eq!(piet.sends(&format!("/clients/{amira}/well-known"), "").await.status, StatusCode::NOT_FOUND);
    piet.opens(&format!("/clients/{amira}")).await;
    watched(&town).await;
    assert_eq!(flagged(&oskar, "well-known").await, 1);
    let marked = oskar.opens("/oversight/well-known").await;
    marked.sees("Amira Haddad").sees("on television");
    let end = marked.link("/oversight/well-known/");
    oskar.sends(&end, "").await.link_is("/oversight/well-known?said=well-known-ended");
    town.visitor(Role::Partner, "municipality", None).await.opens(&format!("/clients/{amira}")).await;
    watched(&town).await;
    assert_eq!(flagged(&oskar, "well-known").await, 1);
    // Nobody looks at one's own file by rule, and the program is not watched.
    town.jobseeker("ES-0004711").await.opens(&format!("/clients/{amira}")).await;
    assert_eq!(watched(&town).await, 0);
});

db::both_engines!(who_lives_with_a_namesake_of_the_user_is_flagged, |fresh| async {
    let town = Town::empty(fresh).await;
    let file = town.file("2024-12-31", "social-insurer", "people.jsonl");
    let lives = |number: &str, given: &str, family: &str, house: &str| format!(
        "{{\"insured_no\":\"SI-{number}\",\"born\":\"1975-05-0{house}\",\"sex\":\"female\",\"name\":{{\"given\":\"{given}\",\"family\":\"{family}\"}},\
         \"address\":{{\"street\":\"Mill Lane\",\"house\":\"{house}\",\"postcode\":\"1010\",\"city\":\"Winford\"}},\"as_of\":\"2024-12-31\"}}\n"
    );
    let rows = [lives("991", "Henrike", "Zabolotna", "4"), lives("992", "Oskar", "Pettersen", "4"), lives("993", "Mona", "Quist", "5")].concat();
    let before = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, before + &rows).unwrap();
    let town = town.after_every_delivery().await;
    let oskar = officer(&town).await;
    let insured = async |key: &str| town.client("social-insurer", key).await;
    let henrike = town.visitor_called("Henrike Zabolotna", Role::Partner, "social-insurer", None).await;
    for (key, found) in [("SI-993", (0, 0)), ("SI-992", (1, 0)), ("SI-991", (1, 1))] {
        henrike.opens(&format!("/clients/{}", insured(key).await)).await.sees("Case history");
        watched(&town).await;
        assert_eq!((flagged(&oskar, "same-address").await, flagged(&oskar, "own-file").await), found, "{key}");
    }
    assert_eq!(flagged(&oskar, "same-surname").await, 0);
});

db::both_engines!(off_hours_and_doors_without_end_are_flagged_once_a_day, |fresh| async {
    let town = Town::full(fresh).await;
    let oskar = officer(&town).await;
    let jana = town.visitor(Role::Counsellor, "employment-service", None).await;
    let clients: Vec<String> = all_clients(&town).await.into_iter().take(7).collect();
    for (opened, client) in clients.iter().enumerate() {
        jana.sends(&format!("/clients/{client}/why"), "purpose=reception").await.link_is(&format!("/clients/{client}"));
        jana.opens(&format!("/clients/{client}")).await;
        watched(&town).await;
        assert_eq!(flagged(&oskar, "without-relation").await, usize::from(opened >= 4), "{opened}");
    }
    oskar.opens("/oversight").await.sees("Files of people they do not work with (5 people)").sees("3 lines of the access log");
    assert_eq!(flagged(&oskar, "off-hours").await, 0);
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    town.app.clock.set("2026-11-24".parse::<words::Date>().unwrap().start().plus_seconds(3 * 3600));
    let (piet, _) = (town.visitor(Role::Partner, "municipality", None).await, piet);
    piet.opens("/find?q=haddad").await.sees("Amira");
    watched(&town).await;
    piet.opens("/find?q=amira+haddad").await;
    watched(&town).await;
    let oskar = officer(&town).await;
    assert_eq!(flagged(&oskar, "off-hours").await, 1, "one for a user and a day");
});

db::both_engines!(files_of_people_who_have_long_found_work_are_flagged, |fresh| async {
    let town = Town::full(fresh).await;
    let (jana, oskar) = (town.counsellor().await, officer(&town).await);
    for client in all_clients(&town).await {
        jana.opens(&format!("/clients/{client}")).await;
    }
    watched(&town).await;
    let found = flagged(&oskar, "after-closure").await;
    assert!((1..30).contains(&found), "{found}");
    let desk = oskar.opens("/oversight?rule=after-closure").await;
    let page = oskar.opens(&first(&desk)).await;
    let client: String = page.link("/clients/").chars().skip(9).take(32).collect();
    jana.opens(&format!("/clients/{client}")).await.sees("ended");
});

db::both_engines!(nodes_that_watch_together_flag_every_line_once, |fresh| async {
    let address = fresh.address().to_owned();
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let samir = town.visitor_called("Samir Haddad", Role::Partner, "municipality", None).await;
    let other = office::App { db: db::Db::open(&address).await.unwrap().with_masters(db::testing::masters()), ..town.app.clone() };
    let mut flagged = 0;
    for _ in 0..4 {
        for _ in 0..5 {
            samir.opens(&format!("/clients/{amira}")).await;
        }
        let (here, there) = tokio::join!(throughline::watch::once(&town.app), throughline::watch::once(&other));
        flagged += here.unwrap() + there.unwrap();
    }
    assert_eq!(flagged, 20);
    officer(&town).await.opens("/oversight").await.sees("20 lines of the access log");
    other.db.close().await;
});

// A person's right 18.
db::both_engines!(whoever_says_that_a_look_up_looks_wrong_reads_what_came_of_it, |fresh| async {
    let town = Town::full(fresh).await;
    let (amira, bruno) = (town.client("employment-service", "ES-0004711").await, town.client("employment-service", "ES-0005802").await);
    let (piet, oskar) = (town.visitor_called("Piet de Wit", Role::Partner, "municipality", None).await, officer(&town).await);
    piet.opens(&format!("/clients/{amira}")).await;
    let (herself, himself) = (town.jobseeker("ES-0004711").await, town.jobseeker("ES-0005802").await);
    let looked = format!("/clients/{amira}/looked");
    let list = herself.opens(&looked).await;
    list.sees("This looks wrong").sees("Piet de Wit");
    let wrong = list.link(&format!("{looked}/"));
    herself.opens(&wrong).await.sees("What looks wrong?").sees("Piet de Wit");
    assert_eq!(himself.opens(&wrong).await.status, StatusCode::NOT_FOUND, "it is not about him");
    assert_eq!(himself.sends(&wrong, "says=x").await.status, StatusCode::NOT_FOUND);
    let elsewhere = wrong.replace(&amira.to_string(), &bruno.to_string());
    assert_eq!(himself.opens(&elsewhere).await.status, StatusCode::NOT_FOUND, "a line of another's file is not in his");
    herself.sends(&wrong, "says=I+do+not+know+this+man").await.link_is(&format!("{looked}?said=looks-wrong"));
    assert_eq!(herself.sends(&wrong, "says=again").await.status, StatusCode::CONFLICT);
    herself.opens(&looked).await.sees("you said that this looks wrong").sees("has received it and is looking at it");
    // The officer reads it at once; whoever looked only when asked, and not who said it.
    let desk = oskar.opens("/oversight").await;
    desk.sees("The person says: this looks wrong").sees("Piet de Wit");
    let flag = first(&desk);
    oskar.opens(&flag).await.sees("I do not know this man").sees("Amira Haddad");
    piet.opens("/").await.link_is("/find");
    oskar.sends(&format!("{flag}/ask"), "question=Why+did+you+open+it%3F").await;
    piet.opens("/asked").await.sees("Why did you open it?").sees_no("looks wrong").sees_no("I do not know");
    oskar.sends(&flag, "outcome=breach&note=told+his+manager&told=It+will+not+happen+again.").await.link_is("/oversight?said=flag-closed");
    herself.opens(&looked).await.sees("it was not right. Ask them what follows").sees("It will not happen again.").sees_no("told his manager");
    piet.opens("/asked").await.sees("it was not right").sees_no("It will not happen");
    // What one has done oneself is nobody's to look at.
    const OWN: Sql = Sql::both("select min(seq) as seq from access_log where user_id = $1 and client_id is not null");
    let own = town.app.db.read().await.unwrap().one(&OWN, vec![herself.user.into()]).await.unwrap().int("seq").unwrap();
    assert_eq!(herself.opens(&format!("{looked}/{own}/wrong")).await.status, StatusCode::NOT_FOUND);
    herself.opens(&looked).await.sees_no(&format!("{looked}/{own}/wrong"));
    assert_eq!(oskar.opens(&wrong).await.status, StatusCode::NOT_FOUND);
});

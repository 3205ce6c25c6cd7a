//! Erasing: two people, a preview that is true, holds, what stays with others, and what is over by the field register.

use crate::town::{Answer, Town, Visitor};
use axum::http::StatusCode;
use db::Sql;
use history::access::Verdict;
use history::entries::{self, Entry};
use people::{links, records};
use rights::{Act, Role};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use throughline::purge;
use words::{Date, EntryKind, Id, Sensitivity, Time};

const AMIRA: &str = "ES-0004711";
const BRUNO: &str = "ES-0005802";

/// The address of the erasure a wish has led to.
fn wished(answer: &Answer) -> String {
    answer.location.as_ref().unwrap().strip_suffix("?said=erasure-wished").unwrap().to_owned()
}

/// What the form says that this page shows.
fn agreeing(page: &Answer) -> String {
    let mut form = String::from("outcome=agree");
    for part in page.body.split("name=\"records:").skip(1) {
        let (of, rest) = part.split_once("\" value=\"").unwrap();
        write!(form, "&records%3A{of}={}", rest.split('"').next().unwrap()).unwrap();
    }
    form
}

/// The officer wishes it, the steward agrees to what the page shows.
pub async fn erase(officer: &Visitor<'_>, steward: &Visitor<'_>, client: Id) -> Answer {
    let one = wished(&officer.sends(&format!("/clients/{client}/erasure"), "why=not-needed").await);
    agree(steward, &one).await
}

async fn agree(steward: &Visitor<'_>, one: &str) -> Answer {
    let form = agreeing(&steward.opens(one).await);
    steward.sends(one, &form).await.link_is(&format!("{one}?said=erasure-settled"));
    steward.opens(one).await
}

/// The number before these words.
fn number(page: &Answer, words: &str) -> u64 {
    let (before, _) = page.body.split_once(words).unwrap();
    before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap()
}

// A person's right 25.
db::both_engines!(it_takes_two_to_erase_somebody_and_the_preview_says_what_goes, |fresh| async {
    let town = Town::full(fresh).await;
    let (amira, jana) = (town.client("employment-service", AMIRA).await, town.counsellor().await);
    let (oskar, sofia) = (town.visitor(Role::Protection, "employment-service", None).await, town.steward().await);
    let herself = town.jobseeker(AMIRA).await;
    herself.sends("/my-data/requests", "kind=erasure&says=I+have+work+and+want+no+file").await;
    jana.opens(&format!("/clients/{amira}")).await.sees("Amira Haddad");
    sofia.opens("/erasures").await.sees("Nobody has been erased");
    // From her request to what would go.
    let request = oskar.opens("/requests").await.link("/requests/");
    let page = oskar.opens(&oskar.opens(&request).await.link(&format!("/clients/{amira}/erasure"))).await;
    page.sees("Amira Haddad").sees("asks for this and waits for an answer").sees("employment-service, ").sees("lines of the access log").sees("No law holds anything");
    let rows = number(&page, " rows would go");
    assert!(rows > 20, "{rows}");
    let file = format!("/clients/{amira}/erasure");
    for wrong in ["", "why=", "why=because", "why=time"] {
        assert_eq!(oskar.sends(&file, wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    // Nothing went by looking.
    jana.opens(&format!("/clients/{amira}")).await.sees("Amira Haddad");
    let form = "why=objection";
    let one = wished(&oskar.sends(&file, form).await);
    assert_eq!(oskar.sends(&file, form).await.status, StatusCode::CONFLICT);
    oskar.opens(&file).await.sees("is wished and waits").link_is_there(&one);
    oskar.opens(&one).await.sees("You wished this erasure yourself");
    assert_eq!(oskar.sends(&one, &format!("outcome=agree&records%3A{amira}=5")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    sofia.opens("/").await.link_is("/erasures");
    let page = sofia.opens(&one).await;
    page.sees("Amira Haddad").sees("3 records").sees("The person has objected");
    for wrong in ["", "outcome=perhaps"] {
        assert_eq!(sofia.sends(&one, wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    assert_eq!(sofia.sends(&one, "outcome=agree").await.status, StatusCode::CONFLICT);
    // Taken back by whoever wished it, declined by the other, nothing goes; wished again, it does.
    let mine = agreeing(&oskar.opens(&one).await).replace("agree", "decline");
    oskar.sends(&one, &mine).await.link_is(&format!("{one}?said=erasure-declined"));
    assert_eq!(sofia.sends(&one, &agreeing(&page)).await.status, StatusCode::CONFLICT);
    let one = wished(&oskar.sends(&file, form).await);
    let page = sofia.opens(&one).await;
    sofia.sends(&one, &agreeing(&page).replace("agree", "decline")).await.link_is(&format!("{one}?said=erasure-declined"));
    oskar.opens(&one).await.sees("Declined").sees("Nobody was erased");
    let one = wished(&oskar.sends(&file, form).await);
    let rows = number(&oskar.opens(&file).await, " rows would go");
    let certificate = agree(&sofia, &one).await;
    certificate.sees("Certificate of erasure").sees("One person was erased").sees(&amira.to_string()).sees_no("Amira");
    // The preview was true to the row.
    let went: u64 = certificate.body.split("</th><td>").skip(1).map(|cell| cell.split('<').next().unwrap().parse::<u64>().unwrap()).sum();
    assert_eq!(went, rows);
    oskar.opens("/erasures?format=csv").await.sees("\"objection\"").sees(request.rsplit('/').next().unwrap());
    // For everybody she is as if she had never been.
    let unknown = jana.opens("/clients/0123456789abcdef0123456789abcdef").await;
    let gone = jana.opens(&format!("/clients/{amira}")).await;
    assert_eq!((gone.status, gone.body.replace(&amira.to_string(), "…")), (unknown.status, unknown.body.replace("0123456789abcdef0123456789abcdef", "…")));
    jana.opens("/find?q=haddad").await.sees_no("Amira");
    assert_eq!(herself.opens("/my-data").await.status, StatusCode::SEE_OTHER);
    oskar.opens("/requests").await.sees_no("Erase what is kept").sees("Nothing here");
    assert_eq!(oskar.sends(&file, form).await.status, StatusCode::NOT_FOUND);
    assert_eq!(sofia.sends(&one, "outcome=agree").await.status, StatusCode::CONFLICT);
});

db::both_engines!(whoever_was_erased_comes_back_only_when_they_are_let_in_again, |fresh| async {
    const ROWS: Sql = Sql::both("select row_id from quarantine where state = 'waiting'");
    let town = Town::empty(fresh).await;
    town.delivery("2024-12-31").await;
    let (oskar, sofia) = (town.visitor(Role::Protection, "employment-service", None).await, town.steward().await);
    let client = town.client("clinic", "PT-0003301").await;
    let certificate = erase(&oskar, &sofia, client).await;
    let one = oskar.opens("/erasures").await.link("/erasures/");
    certificate.sees("One person was erased").sees_no("Let them in again");
    let known = || async {
        let permit = town.permit(Act::RunFeed).await;
        let mut tx = town.app.db.read().await.unwrap();
        !records::keys_of(&mut tx, &permit, "clinic", &["PT-0003301".to_owned()]).await.unwrap().is_empty()
    };
    let runs = town.delivery("2025-12-31").await;
    let refused: i64 = runs.iter().filter(|run| run.feed.starts_with("clinic")).map(|run| run.refused).sum();
    assert!(!known().await && refused >= 1, "{refused} refused");
    // Nothing of her waits, and the run says why a row was not taken in.
    let permit = town.permit(Act::RunFeed).await;
    let mut tx = town.app.db.read().await.unwrap();
    for row in tx.all(&ROWS, vec![]).await.unwrap() {
        let kept = exchange::quarantine::get(&mut tx, &permit, row.id("row_id").unwrap()).await.unwrap();
        assert!(!kept.columns.iter().any(|(_, value)| value.contains("PT-0003301")), "{kept:?}");
    }
    drop(tx);
    let run = runs.iter().find(|run| run.feed == "clinic-people").unwrap();
    let rows = exchange::quarantine::of_run(&mut town.app.db.read().await.unwrap(), &permit, run.id).await.unwrap();
    assert!(rows.iter().any(|row| row.reason.contains("was erased here") && row.columns.is_empty()), "{rows:?}");
    let oskar = town.back(oskar.user).await;
    oskar.opens(&one).await.sees("If they come back");
    oskar.sends(&format!("{one}/let-in"), "").await.link_is(&format!("{one}?said=erasure-let-in"));
    assert_eq!(oskar.sends(&format!("{one}/let-in"), "").await.status, StatusCode::CONFLICT);
    town.delivery("2026-11-20").await;
    assert!(known().await);
    let again = town.client("clinic", "PT-0003301").await;
    assert_ne!(again, client);
});

// A person's right 25: a hold stops it, and its end lets it go on.
db::both_engines!(a_legal_hold_stops_an_erasure_and_its_end_lets_it_go_on, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", AMIRA).await;
    let (oskar, sofia) = (town.visitor(Role::Protection, "employment-service", None).await, town.steward().await);
    let (file, herself) = (format!("/clients/{amira}/erasure"), town.jobseeker(AMIRA).await);
    assert_eq!(oskar.sends(&format!("/clients/{amira}/holds"), "says=+").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Wished before, held after: it is kept when the second person agrees.
    let one = wished(&oskar.sends(&file, "why=unlawful").await);
    oskar.sends(&format!("/clients/{amira}/holds"), "says=Labour+court%2C+file+7+C+12%2F26").await.link_is(&format!("{file}?said=hold-set"));
    agree(&sofia, &one).await.sees("Kept: a legal hold").sees("Nobody was erased");
    let page = oskar.opens(&file).await;
    page.sees("A legal hold is in force").sees("Labour court, file 7 C 12/26").sees("Not while the legal hold is in force");
    let refused = oskar.sends(&file, "why=unlawful").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.sees("Labour court, file 7 C 12/26").sees("23 November 2026");
    // She reads of both in her copy.
    herself.opens(&format!("/clients/{amira}/copy")).await.sees("Labour court, file 7 C 12/26").sees("Kept: a legal hold");
    let end = page.body.split(&format!("/clients/{amira}/holds/")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    oskar.sends(&format!("/clients/{amira}/holds/{end}"), "").await.link_is(&format!("{file}?said=hold-ended"));
    assert_eq!(oskar.sends(&format!("/clients/{amira}/holds/{end}"), "").await.status, StatusCode::CONFLICT);
    oskar.opens(&file).await.sees("Ended on 23 November 2026");
    erase(&oskar, &sofia, amira).await.sees("One person was erased");
});

db::both_engines!(a_file_that_others_joined_since_it_was_shown_is_not_erased, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", AMIRA).await;
    let (oskar, sofia) = (town.visitor(Role::Protection, "employment-service", None).await, town.steward().await);
    let one = wished(&oskar.sends(&format!("/clients/{amira}/erasure"), "why=child").await);
    let form = agreeing(&sofia.opens(&one).await);
    let members = || async {
        let permit = town.permit(Act::RunFeed).await;
        links::members(&mut town.app.db.read().await.unwrap(), &permit, &[amira]).await.unwrap()
    };
    let all = members().await;
    let (before, another) = (all.len(), all.iter().find(|member| member.organisation != "employment-service").unwrap().record);
    // The steward takes a record out meanwhile, in another window.
    sofia.sends(&format!("/clients/{amira}/split"), &format!("record={another}&reason=Another+person")).await;
    assert_ne!(members().await.len(), before, "the split has moved a record");
    sofia.sends(&one, &form).await.link_is(&format!("{one}?said=erasure-settled"));
    sofia.opens(&one).await.sees("Kept: the file has changed").sees("Nobody was erased");
});

// Somebody who had begun before may write after: the next purge finds it, by the emptied keys.
db::both_engines!(what_was_written_about_somebody_while_they_were_erased_is_swept_away, |fresh| async {
    const STRAY: Sql = Sql::both("insert into record_token (token, record_id) values ($1, $2)");
    const RECORD: Sql = Sql::both("insert into record (record_id, organisation_id, source_key, created_at, seen_on) values ($1, 'clinic', 'STRAY', 1, '2026-11-20')");
    const LEFT: Sql = Sql::both("select (select count(*) from record_token where record_id = $1) + (select count(*) from record where record_id = $1) as found");
    let town = Town::full(fresh).await;
    let (amira, record) = (town.client("employment-service", AMIRA).await, town.record("employment-service", AMIRA).await);
    let (oskar, sofia) = (town.visitor(Role::Protection, "employment-service", None).await, town.steward().await);
    erase(&oskar, &sofia, amira).await.sees("One person was erased");
    let mut tx = town.app.db.write().await.unwrap();
    tx.run(&STRAY, vec!["straytoken".into(), record.into()]).await.unwrap();
    tx.run(&RECORD, vec![record.into()]).await.unwrap();
    tx.commit().await.unwrap();
    let before = heard_of(&town).await.len();
    let permit = town.permit(Act::Purge).await;
    // A word one searches by is forgotten by its own room; of rows that are counted there is one.
    assert_eq!(desk::erasures::sweep(&town.app, &permit).await.unwrap(), 1);
    assert_eq!(desk::erasures::sweep(&town.app, &permit).await.unwrap(), 0);
    let mut tx = town.app.db.read().await.unwrap();
    assert_eq!(tx.one(&LEFT, vec![record.into()]).await.unwrap().int("found").unwrap(), 0);
    drop(tx);
    town.app.db.write_anew().await.unwrap();
    assert_eq!(heard_of(&town).await.len(), before, "everybody else is there");
});

fn note(town: &Town, subject: Id, body: &str) -> Entry {
    Entry {
        subject, id: town.app.clock.id(), kind: EntryKind::Note, from: "2026-11-20".parse().unwrap(), to: None,
        recorded_at: town.app.clock.now(), organisation: "clinic".into(), author: None, worker: Some("Dr. Novak".into()),
        sensitivity: Sensitivity::PERSONAL, corrects: None, source: None, body: body.into(), details: BTreeMap::new(),
    }
}

db::both_engines!(what_stands_with_somebody_else_stays_with_them_and_what_came_from_them_goes, |fresh| async {
    let town = Town::full(fresh).await;
    let (amira, bruno) = (town.client("employment-service", AMIRA).await, town.client("employment-service", BRUNO).await);
    let permit = town.permit(Act::RunFeed).await;
    let (his, hers) = (note(&town, amira, "of Bruno, written with Amira"), note(&town, bruno, "of Amira, written with Bruno"));
    let mut tx = town.app.db.write().await.unwrap();
    let (of_his, of_hers, now) = ((amira, his.id), (bruno, hers.id), town.app.clock.now());
    entries::add(&mut tx, &permit, vec![his, hers]).await.unwrap();
    entries::move_to(&mut tx, &permit, &[of_his], bruno, town.app.clock.id(), now).await.unwrap();
    entries::move_to(&mut tx, &permit, &[of_hers], amira, town.app.clock.id(), now).await.unwrap();
    tx.commit().await.unwrap();
    let (oskar, sofia) = (town.visitor(Role::Protection, "employment-service", None).await, town.steward().await);
    erase(&oskar, &sofia, amira).await.sees("One person was erased");
    let mut tx = town.app.db.read().await.unwrap();
    let told = entries::of_subjects(&mut tx, &permit, &[bruno], town.app.clock.now()).await.unwrap();
    let bodies: Vec<(&str, Option<&str>)> = told.iter().filter(|e| e.kind == EntryKind::Note).map(|e| (e.body.as_str(), e.worker.as_deref())).collect();
    assert_eq!(bodies, [("of Bruno, written with Amira", Some("Dr. Novak"))]);
});

/// Each client, the last day anything was said of them, and whether a period is open: read one by one, the slow way.
async fn heard_of(town: &Town) -> BTreeMap<Id, (Date, bool)> {
    const CLIENTS: Sql = Sql::both("select distinct client_id from current_link");
    const SEEN: Sql = Sql::both("select seen_on from record where record_id = $1");
    let permit = town.permit(Act::RunFeed).await;
    let mut tx = town.app.db.read().await.unwrap();
    let end = Time::from_micros(i64::MAX / 2);
    let mut all = BTreeMap::new();
    for row in tx.all(&CLIENTS, vec![]).await.unwrap() {
        let client = row.id("client_id").unwrap();
        let (_, clients) = links::clients_of(&mut tx, client).await.unwrap();
        let records: Vec<Id> = links::members(&mut tx, &permit, &[client]).await.unwrap().into_iter().map(|one| one.record).collect();
        let mut last: Option<Date> = None;
        for record in &records {
            last = last.max(Some(tx.one(&SEEN, vec![record.into()]).await.unwrap().date("seen_on").unwrap()));
        }
        let subjects: Vec<Id> = records.into_iter().chain(clients).collect();
        let told = entries::of_subjects(&mut tx, &permit, &subjects, end).await.unwrap();
        let corrected: BTreeSet<Id> = told.iter().filter_map(|entry| entry.corrects).collect();
        for entry in told.iter().filter(|entry| entry.kind != EntryKind::Link) {
            last = last.max(Some(entry.to.unwrap_or(entry.from)));
        }
        let open = told.iter().any(|entry| entry.kind == EntryKind::Status && entry.to.is_none() && !corrected.contains(&entry.id));
        all.insert(client, (last.unwrap(), open));
    }
    all
}

// P6: over ten years what is due is listed the day it is, and nothing before.
db::both_engines!(people_are_over_five_years_after_anything_was_heard_of_them_and_not_a_day_before, |fresh| async {
    let town = Town::full(fresh).await;
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let heard = heard_of(&town).await;
    let years = |day: Date| day.plus_months(12 * 5);
    let mut days: BTreeSet<Date> = heard.values().flat_map(|(last, _)| [years(*last), years(*last).plus_days(1), years(*last).plus_days(2)]).collect();
    days.extend(["2026-11-23", "2029-02-28", "2032-02-29", "2036-11-23"].map(|day| day.parse::<Date>().unwrap()));
    let (mut listed, mut looked) = (BTreeSet::new(), 0);
        for day in days.into_iter().filter(|day| *day >= "2026-11-23".parse().unwrap()) {
        town.app.clock.set(day.start().plus_seconds(1));
        let due: BTreeSet<Id> = heard.iter().filter(|(_, (last, open))| years(*last) < day && !open).map(|(client, _)| *client).collect();
        let officer = town.back(oskar.user).await;
        let file = officer.opens("/retention?format=csv").await;
        let told: BTreeSet<Id> =
            file.body.lines().skip(1).map(|line| line.split(',').next().unwrap().trim_matches('"').parse().unwrap()).collect();
        assert!(due.len() < 50, "all stand on one page");
        assert_eq!(told, due, "on {day}");
        listed.extend(told);
        looked += 1;
    }
    assert!(looked > 5 && listed.len() > 5, "{looked} days, {} people", listed.len());
    // They go together when somebody else agrees, and the list is empty; those with an open period are still there.
    let (oskar, sofia) = (town.back(oskar.user).await, town.steward().await);
    let page = oskar.opens("/retention").await;
    page.sees("Wish the erasure of these");
    // Of those who were shown, and of nobody else.
    let shown: Vec<&str> = page.body.split("name=\"client\" value=\"").skip(1).map(|part| part.split('"').next().unwrap()).collect();
    assert_eq!(shown.len(), listed.len());
    let of = |shown: &[&str]| shown.iter().map(|client| format!("client={client}")).collect::<Vec<_>>().join("&");
    let busy = heard.iter().find(|(_, (_, open))| *open).map(|(client, _)| client.to_string()).unwrap();
    assert_eq!(oskar.sends("/retention", &of(&[busy.as_str()])).await.status, StatusCode::CONFLICT, "whose time is not over");
    let form = of(&shown);
    let one = wished(&oskar.sends("/retention", &form).await);
    oskar.opens("/retention").await.sees("time is over. Not listed");
    let certificate = agree(&sofia, &one).await;
    certificate.sees(&format!("{} people were erased", listed.len())).sees("The time in the register is over");
    let left = heard_of(&town).await;
    assert_eq!(left.len(), heard.len() - listed.len());
    assert!(left.values().all(|(_, open)| *open));
    assert_eq!(oskar.sends("/retention", &form).await.status, StatusCode::CONFLICT);
});

db::both_engines!(rows_whose_time_is_over_go_by_themselves_and_the_log_says_how_many, |fresh| async {
    const COUNTS: Sql = Sql::both(
        "select (select count(*) from request) as requests, (select count(*) from request_step) as steps, (select count(*) from well_known) as marks,
                (select count(*) from flag) as flags, (select count(*) from breach) as breaches, (select count(*) from erasure) as erasures",
    );
    const LINES: Sql = Sql::both("select parts from access_log where act = 'purge' order by seq");
    let town = Town::full(fresh).await;
    let (amira, oskar) = (town.client("employment-service", AMIRA).await, town.visitor(Role::Protection, "employment-service", None).await);
    let (herself, bruno, sofia) = (town.jobseeker(AMIRA).await, town.jobseeker(BRUNO).await, town.steward().await);
    for who in [&herself, &bruno] {
        who.sends("/my-data/requests", "kind=copy&says=").await;
    }
    herself.sends("/my-data/requests", "kind=restriction&says=It+is+wrong").await;
    let desk = oskar.opens("/requests").await;
    let ones: BTreeSet<String> = desk.body.split("href=\"").filter_map(|part| part.split('"').next()).filter(|link| link.starts_with("/requests/")).map(str::to_owned).collect();
    assert_eq!(ones.len(), 3);
    for one in &ones {
        oskar.sends(one, "outcome=granted&told=Done").await;
    }
    // What somebody wished and nobody agreed to goes with its time too.
    let one = wished(&oskar.sends(&format!("/clients/{amira}/erasure"), "why=child").await);
    let form = agreeing(&sofia.opens(&one).await);
    sofia.sends(&one, &form.replace("agree", "decline")).await;
    // Bruno’s is under a legal hold.
    let his = town.client("employment-service", BRUNO).await;
    oskar.sends(&format!("/clients/{his}/holds"), "says=Court").await;
    let counts = || async {
        let row = town.app.db.read().await.unwrap().one(&COUNTS, vec![]).await.unwrap();
        ["requests", "steps", "marks", "flags", "breaches", "erasures"].map(|name| row.int(name).unwrap())
    };
    let before = counts().await;
    assert_eq!((before[0], before[1], before[5]), (3, 3, 1));
    for (day, requests, erasures) in [("2029-11-23", 3, 1), ("2029-11-24", 2, 1), ("2032-11-23", 2, 1), ("2032-11-24", 2, 0)] {
        town.on(day);
        purge::once(&town.app).await.unwrap();
        let now = counts().await;
        // Of the three a granted restriction that still holds stays, and what is held.
        assert_eq!((now[0], now[5]), (requests, erasures), "on {day}");
    }
    let lines = town.app.db.read().await.unwrap().all(&LINES, vec![]).await.unwrap();
    let parts: Vec<&str> = lines.iter().map(|row| row.text("parts").unwrap()).collect();
    // Rows that waited and were decided are over after a year.
    assert_eq!(parts.len(), 4, "{parts:?}");
    assert!(parts[0].contains("arriving") && parts[1].ends_with("requests 1") && parts[3].ends_with("erasures 1"), "{parts:?}");
    // Six years after somebody looked the lines go too, up to the first about whom a law holds; what stays still follows from what went.
    assert!(parts[2].contains("access ") && parts[3].contains("access "), "{parts:?}");
    assert!(purge::once(&town.app).await.unwrap().is_empty());
    const OLDEST: Sql = Sql::both("select at, client_id from access_log order by seq limit 1");
    let oldest = || async { town.app.db.read().await.unwrap().one(&OLDEST, vec![]).await.unwrap() };
    assert_eq!(oldest().await.opt_id("client_id").unwrap(), Some(his), "the first line about whoever is held stands first now");
    assert!(matches!(town.app.log.verify(&town.app.db, &[]).await.unwrap(), Verdict::Sound(lines) if lines > 60));
    let oskar = town.back(oskar.user).await;
    let file = format!("/clients/{his}/holds");
    let hold = oskar.opens(&format!("/clients/{his}/erasure")).await.link(&format!("{file}/"));
    oskar.sends(&hold, "").await.link_is(&format!("/clients/{his}/erasure?said=hold-ended"));
    assert!(purge::once(&town.app).await.unwrap()["access"] > 0);
    assert!(oldest().await.time("at").unwrap() >= "2026-11-24".parse::<Date>().unwrap().start());
    assert!(matches!(town.app.log.verify(&town.app.db, &[]).await.unwrap(), Verdict::Sound(_)));
});

db::both_engines!(users_who_left_and_models_that_others_followed_go_with_their_time_and_the_newest_stays, |fresh| async {
    const MODEL: Sql = Sql::both("insert into link_model (model_id, learned_at, records, text) values ($1, $2, 1, 'old')");
    const NEXT: Sql = Sql::both("select min(learned_at) as at from link_model where text <> 'old'");
    const SAMPLE: Sql = Sql::both("insert into sample (sample_id, drawn_at, drawn_by) values ($1, $2, $1)");
    const COUNTS: Sql = Sql::both(
        "select (select count(*) from link_model) as models, (select count(*) from link_model where text = 'old') as old, (select count(*) from sample) as samples,
                (select count(*) from app_user where user_id = $1) as users",
    );
    let town = Town::full(fresh).await;
    let (tim, ida) = (town.visitor(Role::Administrator, "employment-service", None).await, town.visitor_called("Ida Holm", Role::Partner, "municipality", None).await);
    let (bruno, oskar) = (town.client("employment-service", BRUNO).await, town.visitor(Role::Protection, "employment-service", None).await);
    assert_eq!(ida.sends(&format!("/clients/{bruno}/emergency"), "reason=His+landlord+is+putting+him+out+tonight").await.status, StatusCode::SEE_OTHER);
    let left = town.app.clock.now().date();
    let mut tx = town.app.db.write().await.unwrap();
    let early = town.app.clock.now().plus_seconds(-900 * 86_400);
    tx.run(&MODEL, vec![Id::new(early, 7).into(), early.into()]).await.unwrap();
    tx.run(&SAMPLE, vec![Id::new(early, 8).into(), early.into()]).await.unwrap();
    tx.commit().await.unwrap();
    tim.sends(&format!("/users/{}/end", ida.user), "").await;
    let followed = town.app.db.read().await.unwrap().one(&NEXT, vec![]).await.unwrap().time("at").unwrap().date();
    let counts = || async {
        let row = town.app.db.read().await.unwrap().one(&COUNTS, vec![ida.user.into()]).await.unwrap();
        ["models", "old", "samples", "users"].map(|name| row.int(name).unwrap())
    };
    let before = counts().await;
    assert_eq!((before[1], before[2], before[3]), (1, 1, 1));
    // Five years after the next model, six after somebody left; not a day before.
    let years = |from: Date, years: u32| from.plus_months(years * 12);
    let (models, users) = (years(followed, 5), years(left, 6));
    for (day, old, users) in [(models, 1, 1), (models.plus_days(1), 0, 1), (users, 0, 1), (users.plus_days(1), 0, 0)] {
        town.on(&day.to_string());
        purge::once(&town.app).await.unwrap();
        let now = counts().await;
        assert_eq!((now[1], now[2], now[3]), (old, old, users), "on {day}");
        assert!(now[0] >= 1, "the newest model stays on {day}");
    }
    // What they did stands there without their name, and no page fails for that.
    let oskar = town.back(oskar.user).await;
    oskar.opens("/emergencies").await.sees("putting him out tonight").sees_no("Ida Holm");
    assert_eq!(oskar.opens("/looked").await.status, StatusCode::OK);
});

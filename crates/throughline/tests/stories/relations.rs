//! What ties people at work to people they help: who opens whose file, why, and who is told.

use crate::town::{Town, Visitor};
use axum::http::StatusCode;
use db::Sql;
use office::organisations;
use people::{records, relations};
use rights::{Act, Case, Relation, Role};
use std::collections::BTreeSet;

const SENSITIVE: Sql = Sql::both("update organisation set sensitive = 1 where organisation_id = 'clinic'");
const LINES: Sql = Sql::both("select act, purpose, ground, outcome from access_log where user_id = $1 order by seq");

/// What the access log says of somebody: act, purpose, ground, outcome.
async fn lines(town: &Town, visitor: &Visitor<'_>) -> Vec<String> {
    let rows = town.app.db.read().await.unwrap().all(&LINES, vec![visitor.user.into()]).await.unwrap();
    let told = |row: &db::Row| ["act", "purpose", "ground", "outcome"].map(|column| row.text(column).unwrap().to_owned()).join(" ");
    rows.iter().map(told).collect()
}

async fn stranger(town: &Town) -> Visitor<'_> {
    town.visitor(Role::Counsellor, "employment-service", None).await
}

async fn betrays(town: &Town) {
    let mut tx = town.app.db.write().await.unwrap();
    tx.run(&SENSITIVE, vec![]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Lets so many seconds pass for somebody who goes on working: whoever does nothing is signed out.
async fn works_on(town: &Town, visitor: &Visitor<'_>, seconds: i64) {
    const STEP: i64 = 600;
    for _ in 0..seconds / STEP {
        town.app.clock.set(town.app.clock.now().plus_seconds(STEP));
        visitor.opens("/about").await;
    }
}

// A person's right 2.
db::both_engines!(a_counsellor_who_does_not_work_with_somebody_says_why_and_sees_what_that_needs, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), stranger(&town).await);
    let asked = jana.opens(&format!("{file}?kind=meeting")).await;
    asked.link_is(&format!("{file}/why?back=%2Fclients%2F{amira}%3Fkind%3Dmeeting"));
    let door = jana.opens(asked.location.as_deref().unwrap()).await;
    door.sees("Why do you open this file?").sees("They are at the door").sees_no("Haddad");
    assert_eq!(jana.sends(&format!("{file}/why"), "purpose=casework").await.status, StatusCode::UNPROCESSABLE_ENTITY, "that is not hers to say");
    assert_eq!(lines(&town, &jana).await, Vec::<String>::new(), "nothing was shown");
    jana.sends(&format!("{file}/why"), &format!("purpose=reception&back=%2Fclients%2F{amira}%2Flinks")).await.link_is(&format!("{file}/links"));
    jana.sends(&format!("{file}/why"), "purpose=reception&back=//evil.example").await.link_is(&file);
    let page = jana.opens(&file).await;
    page.sees("Amira Haddad").sees("Opened for: at the door").sees("Meeting: attended").sees_no("Language for work").sees_no("Restricted entry");
    let said = lines(&town, &jana).await;
    assert_eq!(said.last().unwrap(), "see-client reception public-task granted");
    assert_eq!(said[0], "state-purpose reception public-task granted");
    jana.sends(&format!("{file}/why"), "purpose=handover").await.link_is(&file);
    jana.opens(&file).await.sees("Language for work").sees("Restricted entry").sees("Opened for: taking over");
    // Somebody else is asked, and so is she after hours.
    assert_eq!(stranger(&town).await.opens(&file).await.status, StatusCode::SEE_OTHER);
    works_on(&town, &jana, relations::STATED_SECONDS - 600).await;
    jana.opens(&file).await.sees("Opened for: taking over");
    works_on(&town, &jana, 600).await;
    jana.opens(&file).await.link_is(&format!("{file}/why?back=%2Fclients%2F{amira}"));
    town.jobseeker("ES-0004711").await.opens(&format!("{file}/looked")).await.sees("at the door or on the telephone").sees("Reason stated");
});

// A person's right 1.
db::both_engines!(those_who_work_with_somebody_are_not_asked, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let file = format!("/clients/{amira}");
    let (jana, petr) = (stranger(&town).await, stranger(&town).await);
    assert_eq!(jana.opens(&file).await.status, StatusCode::SEE_OTHER);
    let marta = town.visitor(Role::Manager, "employment-service", None).await;
    marta.opens(&format!("{file}/counsellor")).await.sees("Nobody counsels this person yet");
    assert_eq!(marta.sends(&format!("{file}/counsellor"), "counsellor=nobody").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    marta.sends(&format!("{file}/counsellor"), &format!("counsellor={}", jana.user)).await.link_is(&format!("{file}?said=assigned"));
    jana.opens(&file).await.sees("Amira Haddad").sees_no("Opened for");
    assert_eq!(petr.opens(&file).await.status, StatusCode::SEE_OTHER);
    let form = |from: &str, to: &str| format!("absent={}&colleague={}&from={from}&to={to}", jana.user, petr.user);
    for wrong in [form("2026-11-30", "2026-11-24"), form("2026-11-01", "2026-11-20"), form("", ""), form("2026-11-23", "2026-11-24").replace(&petr.user.to_string(), &jana.user.to_string())] {
        assert_eq!(marta.sends("/team/covers", &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    marta.sends("/team/covers", &form("2026-11-24", "2026-11-30")).await.link_is("/team?said=cover-added");
    assert_eq!(petr.opens(&file).await.status, StatusCode::SEE_OTHER, "from tomorrow");
    let tomorrow = marta.opens("/team").await.link("/team/covers/");
    marta.sends(&tomorrow, "").await.link_is("/team?said=cover-ended");
    marta.sends("/team/covers", &form("2026-11-20", "2026-11-23")).await.link_is("/team?said=cover-added");
    petr.opens(&file).await.sees("Amira Haddad").sees_no("Opened for");
    let team = marta.opens("/team").await;
    team.sees("A counsellor stands in for A counsellor");
    marta.sends(&team.link("/team/covers/"), "").await.link_is("/team?said=cover-ended");
    assert_eq!(petr.opens(&file).await.status, StatusCode::SEE_OTHER, "the cover has ended");
    // The client becomes his.
    marta.opens(&format!("{file}/counsellor")).await.sees("A counsellor, since");
    marta.sends(&format!("{file}/counsellor"), &format!("counsellor={}", petr.user)).await.link_is(&format!("{file}?said=assigned"));
    petr.opens(&file).await.sees("Amira Haddad");
    assert_eq!(jana.opens(&file).await.status, StatusCode::SEE_OTHER, "she is no longer hers");
    let other = town.visitor(Role::Manager, "clinic", None).await;
    assert_eq!(other.opens(&format!("{file}/counsellor")).await.status, StatusCode::NOT_FOUND, "the clinic does not know her");
});

db::both_engines!(whoever_registers_somebody_is_their_counsellor, |fresh| async {
    let town = Town::full(fresh).await;
    let jana = stranger(&town).await;
    let made = jana.sends("/clients/new", "family_name=Oyelaran&given_name=Folasade&birth_date=1979-08-30&language=en").await;
    jana.opens(&made.location.unwrap()).await.sees("Folasade Oyelaran").sees("Counsellor").sees_no("Opened for");
});

// A person's right 1.
db::both_engines!(a_partner_finds_and_opens_those_its_organisation_knows_and_nobody_else, |fresh| async {
    let town = Town::full(fresh).await;
    let (amira, bruno) = (town.client("employment-service", "ES-0004711").await, town.client("employment-service", "ES-0005802").await);
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    piet.opens("/find?q=haddad").await.sees("Amira Haddad");
    piet.opens(&format!("/clients/{amira}")).await.sees("Amira Haddad").sees("Restricted entry");
    let nobody = piet.opens("/find?q=zzzzqqq").await;
    let found = piet.opens("/find?q=bruno+kertesz").await;
    found.sees_no("Bruno");
    assert_eq!(nobody.body.matches("tl-result__name").count(), 0);
    let (refused, unknown) = (piet.opens(&format!("/clients/{bruno}")).await, piet.opens(&format!("/clients/{}", "0".repeat(32))).await);
    assert_eq!((refused.status, unknown.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(refused.body.replace(&bruno.to_string(), "X"), unknown.body.replace(&"0".repeat(32), "X"), "to the byte");
    refused.sees("ask their counsellor at the employment service");
    assert!(lines(&town, &piet).await.contains(&"see-client   refused: no-relation".to_owned()));
    let himself = town.jobseeker("ES-0005802").await.opens(&format!("/clients/{bruno}/looked")).await;
    himself.sees("A file opens to those whose organisation works with its person. Ask the person").sees("Refused");
});

db::both_engines!(what_a_search_loads_is_what_the_rules_permit_row_by_row, |fresh| async {
    let town = Town::full(fresh).await;
    const KNOWN: Sql = Sql::both("select distinct l.client_id, r.organisation_id from current_link l join record r on r.record_id = l.record_id");
    let rows = town.app.db.read().await.unwrap().all(&KNOWN, vec![]).await.unwrap();
    for (role, organisation) in [(Role::Partner, "municipality"), (Role::Partner, "clinic"), (Role::Manager, "training-ngo"), (Role::Counsellor, "municipality"), (Role::Counsellor, "employment-service"), (Role::Steward, "clinic")] {
        let visitor = town.visitor(role, organisation, None).await;
        let service = organisations::is_service(&mut town.app.db.read().await.unwrap(), organisation).await.unwrap();
        let kept: BTreeSet<_> = rows.iter().filter(|row| row.text("organisation_id").unwrap() == organisation).map(|row| row.id("client_id").unwrap()).collect();
        let who = rights::Who { user: visitor.user, name: String::new(), role, organisation: organisation.into(), client: None };
        let may = |client: &words::Id| {
            let case = Case { service, ..Case::of(*client) };
            let case = if kept.contains(client) { case.with(Relation::Keeper) } else { case };
            town.app.decide_case(&who, Act::FindClients, &case).is_ok()
        };
        for asked in ["amira+haddad", "bruno+kertesz", "ilona+lakatos", "anna", "maria", "1988-03-14", "kertesz+haddad"] {
            let found = visitor.opens(&format!("/find?q={asked}")).await;
            let shown: BTreeSet<words::Id> = found.body.split("href=\"/clients/").skip(1).filter_map(|part| part.get(..32)?.parse().ok()).collect();
            assert!(shown.iter().all(may), "{role} of {organisation} was shown somebody by {asked}");
        }
        let all: BTreeSet<_> = rows.iter().map(|row| row.id("client_id").unwrap()).collect();
        let permit = town.app.decide(&who, Act::FindClients, None).unwrap();
        let permit = town.app.log.permit_to_read(&town.app.db, town.app.clock.now(), permit, "test").await.unwrap();
        let mut tx = town.app.db.read().await.unwrap();
        for client in all {
            // By the number of their own record everybody is found who may be, and nobody else.
            let query = people::search::Query::read(&number_of(&town, client).await, town.app.clock.now().date());
            let found = people::search::find(&mut tx, &permit, &query, 600, town.app.clock.now()).await.unwrap();
            assert_eq!(found.iter().any(|one| one.client == client), may(&client), "{role} of {organisation}");
        }
    }
});

/// The key of one of a client's records.
async fn number_of(town: &Town, client: words::Id) -> String {
    const KEY: Sql = Sql::both("select min(r.source_key) as source_key from current_link l join record r on r.record_id = l.record_id where l.client_id = $1");
    let row = town.app.db.read().await.unwrap().one(&KEY, vec![client.into()]).await.unwrap();
    row.text("source_key").unwrap().to_owned()
}

// A person's right 4.
db::both_engines!(a_name_that_betrays_is_masked_for_those_who_have_no_need_of_it, |fresh| async {
    let town = Town::full(fresh).await;
    betrays(&town).await;
    let bruno = town.client("employment-service", "ES-0005802").await;
    let file = format!("/clients/{bruno}");
    let jana = stranger(&town).await;
    jana.sends(&format!("{file}/why"), "purpose=handover").await;
    for path in [file.clone(), format!("{file}/links"), format!("{file}?org=clinic"), "/find?q=bruno+kertesz".to_owned()] {
        let page = jana.opens(&path).await;
        let main = page.body.split_once("<main").unwrap().1.replace("word from the clinic", "");
        assert!(!main.contains("clinic") && !main.contains("PT-0003301") && !main.contains("Winford"), "{path}: {main}");
    }
    jana.opens(&file).await.sees("A health service").sees("not what it says or whose it is. Ask the person");
    jana.opens(&format!("{file}?org=clinic")).await.sees("No entry fits");
    jana.opens("/find?q=bruno+kertesz").await.sees("A health service");
    let insurer = town.visitor(Role::Partner, "social-insurer", None).await;
    insurer.opens(&file).await.sees("A health service").sees_no("PT-0003301");
    // Who leads the case knows who helps; so do the clinic, the person, and the steward.
    town.counsellor().await.opens(&file).await.sees("Ask clinic").sees("PT-0003301");
    town.visitor(Role::Partner, "clinic", None).await.opens(&file).await.sees("PT-0003301").sees("back pain");
    town.jobseeker("ES-0005802").await.opens(&file).await.sees("PT-0003301");
    town.steward().await.opens(&format!("{file}/links")).await.sees("PT-0003301");
    // Taken away by its source, a record's number still looks like the clinic's.
    let record = town.record("clinic", "PT-0003301").await;
    town.steward().await.sends(&format!("/records/{record}/withdraw"), "reason=sent+by+mistake").await;
    insurer.opens(&format!("{file}/links")).await.sees("Taken away by their sources").sees("A health service").sees_no("PT-0003301");
    town.counsellor().await.opens(&format!("{file}/links")).await.sees("PT-0003301");
});

db::both_engines!(a_client_page_needs_at_most_twenty_decisions, |fresh| async {
    // Rules of its own: those of the other stories are asked by all of them, and remember what any of them has asked.
    let pack = office::Pack::open(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/eu-default/pack.toml").as_ref()).unwrap();
    let town = Town::full(fresh).await.under(pack);
    betrays(&town).await;
    let jana = town.counsellor().await;
    let mut needed = Vec::new();
    for key in ["ES-0005802", "ES-0004711", "ES-0005802", "ES-0006120"] {
        let client = town.client("employment-service", key).await;
        let before = town.app.pack.rules.decisions();
        jana.opens(&format!("/clients/{client}")).await.sees("Case history");
        needed.push(town.app.pack.rules.decisions() - before);
    }
    eprintln!("decisions for the first page that a program makes, and for the next: {needed:?}");
    assert!(needed.iter().all(|needed| *needed <= 20), "{needed:?}");
});

// A person's right 6.
db::both_engines!(in_an_emergency_a_file_opens_for_hours_the_person_and_the_manager_know_and_somebody_reviews_it, |fresh| async {
    let town = Town::full(fresh).await;
    let bruno = town.client("employment-service", "ES-0005802").await;
    let file = format!("/clients/{bruno}");
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    assert_eq!(piet.opens(&file).await.status, StatusCode::NOT_FOUND);
    let short = piet.sends(&format!("{file}/emergency"), "reason=quick").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    short.sees("Say what has happened");
    let reason = "reason=His+landlord+is+putting+him+out+tonight";
    piet.sends(&format!("{file}/emergency"), reason).await.link_is(&format!("{file}?said=emergency-open"));
    piet.opens(&file).await.sees("Opened for: an emergency").sees("Bruno");
    assert!(lines(&town, &piet).await.contains(&"see-client emergency vital-interest granted".to_owned()));
    // He is told at once, and so is the manager at the municipality, but no other.
    let himself = town.jobseeker("ES-0005802").await;
    himself.opens(&file).await.sees("A partner opened your file in an emergency").sees("putting him out").sees("It is being reviewed");
    let (theirs, other) = (town.visitor(Role::Manager, "municipality", None).await, town.visitor(Role::Manager, "clinic", None).await);
    theirs.opens("/").await.link_is("/emergencies");
    other.opens("/").await.link_is("/find");
    let waiting = theirs.opens("/emergencies").await;
    waiting.sees("A partner").sees("Bruno Kertész").sees("putting him out").sees_no("overdue");
    let review = waiting.link("/emergencies/");
    other.opens("/emergencies").await.sees_no("putting him out");
    assert_eq!(other.sends(&review, "outcome=right").await.status, StatusCode::NOT_FOUND);
    assert_eq!(theirs.sends(&review, "outcome=perhaps").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // One person, four hours.
    let amira = town.client("employment-service", "ES-0006120").await;
    assert!(piet.opens(&format!("/clients/{amira}")).await.body.contains("Ilona"), "the municipality knows her");
    works_on(&town, &piet, relations::EMERGENCY_SECONDS - 600).await;
    piet.opens(&file).await.sees("Opened for: an emergency");
    works_on(&town, &piet, 600).await;
    assert_eq!(piet.opens(&file).await.status, StatusCode::NOT_FOUND, "it is over");
    // Unreviewed for three days, it stands before the officer.
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    oskar.opens("/").await.link_is("/oversight");
    town.app.clock.set(town.app.clock.now().plus_seconds(relations::REVIEW_SECONDS));
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    oskar.opens("/").await.link_is("/emergencies");
    oskar.opens("/emergencies").await.sees("1 has waited for more than three days").sees("overdue");
    oskar.sends(&review, "outcome=wrong&note=he+was+not+asked").await.link_is("/emergencies?said=emergency-reviewed");
    assert_eq!(oskar.sends(&review, "outcome=right").await.status, StatusCode::NOT_FOUND, "once");
    oskar.opens("/").await.link_is("/oversight");
    town.jobseeker("ES-0005802").await.opens(&file).await.sees("it was not right");
});

db::both_engines!(of_an_emergency_at_a_file_that_is_protected_since_only_the_officer_hears, |fresh| async {
    let town = Town::full(fresh).await;
    let bruno = town.client("employment-service", "ES-0005802").await;
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    piet.sends(&format!("/clients/{bruno}/emergency"), "reason=His+landlord+is+putting+him+out+tonight").await;
    let marta = town.visitor(Role::Manager, "municipality", None).await;
    let review = marta.opens("/emergencies").await.link("/emergencies/");
    town.steward().await.sends(&format!("/clients/{bruno}/protection"), "reason=threatened").await;
    marta.opens("/emergencies").await.sees("Nothing waits").sees_no("landlord").sees_no(&bruno.to_string());
    assert_eq!(marta.sends(&review, "outcome=right").await.status, StatusCode::NOT_FOUND);
    marta.opens("/").await.link_is("/find");
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    oskar.opens("/emergencies").await.sees("landlord");
});

// A person's right 14.
db::both_engines!(a_counsellor_who_moves_to_another_organisation_leaves_their_clients, |fresh| async {
    let town = Town::full(fresh).await;
    let file = format!("/clients/{}", town.client("employment-service", "ES-0005802").await);
    let (jana, petr) = (town.visitor(Role::Counsellor, "employment-service", None).await, stranger(&town).await);
    let marta = town.visitor(Role::Manager, "employment-service", None).await;
    let timo = town.visitor(Role::Administrator, "employment-service", None).await;
    marta.sends(&format!("{file}/counsellor"), &format!("counsellor={}", jana.user)).await;
    marta.sends("/team/covers", &format!("absent={}&colleague={}&from=2026-11-20&to=2026-12-23", jana.user, petr.user)).await.link_is("/team?said=cover-added");
    jana.opens(&file).await.sees("Bruno");
    petr.opens(&file).await.sees("Bruno");
    timo.sends(&format!("/users/{}", jana.user), "name=Jana&role=counsellor&organisation=clinic").await;
    jana.opens(&file).await.link_is("/sign-in");
    assert_eq!(town.back(jana.user).await.opens(&file).await.status, StatusCode::NOT_FOUND, "she works elsewhere now");
    assert_eq!(petr.opens(&file).await.status, StatusCode::SEE_OTHER, "nobody is to be covered for");
    marta.opens(&format!("{file}/counsellor")).await.sees("Nobody counsels this person yet");
});

db::both_engines!(nobody_reviews_what_they_opened_themselves, |fresh| async {
    let town = Town::full(fresh).await;
    let bruno = town.client("employment-service", "ES-0005802").await;
    let marta = town.visitor(Role::Manager, "municipality", None).await;
    marta.sends(&format!("/clients/{bruno}/emergency"), "reason=He+stands+at+the+counter+and+is+ill").await;
    let own = marta.opens("/emergencies").await;
    own.sees("You opened this. Somebody else has to review it.").sees_no("It was right");
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let review = oskar.opens("/emergencies").await.link("/emergencies/");
    assert_eq!(marta.sends(&review, "outcome=right").await.status, StatusCode::NOT_FOUND);
    oskar.sends(&review, "outcome=right").await.link_is("/emergencies?said=emergency-reviewed");
});

/// The personal number the employment service knows somebody by, as a form sends it.
async fn personal_number(town: &Town, key: &str) -> String {
    let record = town.record("employment-service", key).await;
    let permit = town.permit(Act::RunFeed).await;
    let mut tx = town.app.db.read().await.unwrap();
    let versions = records::of_records(&mut tx, &permit, &[record], town.app.clock.now()).await.unwrap();
    versions.last().unwrap().said.get("national_id").unwrap().replace(['+', ' '], "%20")
}

db::both_engines!(by_number_one_person_opens_and_who_is_hidden_is_as_if_nobody_had_it, |fresh| async {
    let town = Town::full(fresh).await;
    let number = personal_number(&town, "ES-0005802").await;
    let bruno = town.client("employment-service", "ES-0005802").await;
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    piet.opens("/emergency").await.sees("Personal number or telephone");
    assert_eq!(piet.sends("/emergency", "number=12&reason=He+is+ill+at+the+counter").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let unknown = piet.sends("/emergency", "number=99999999999&reason=He+is+ill+at+the+counter").await;
    unknown.sees("Nobody can be opened under this number");
    let sofia = town.steward().await;
    sofia.sends(&format!("/clients/{bruno}/protection"), "reason=threatened").await;
    let hidden = piet.sends("/emergency", &format!("number={number}&reason=He+is+ill+at+the+counter")).await;
    assert_eq!(hidden.status, unknown.status);
    hidden.sees("Nobody can be opened under this number");
    assert_eq!(piet.opens(&format!("/clients/{bruno}/emergency")).await.status, StatusCode::NOT_FOUND, "an emergency opens no protected file");
    // Ilona's number opens Ilona.
    let ilona = town.client("employment-service", "ES-0006120").await;
    let number = personal_number(&town, "ES-0006120").await;
    let clinic = town.visitor(Role::Partner, "clinic", None).await;
    assert_eq!(clinic.opens(&format!("/clients/{ilona}")).await.status, StatusCode::NOT_FOUND);
    clinic.sends("/emergency", &format!("number={number}&reason=She+is+ill+at+the+counter")).await.link_is(&format!("/clients/{ilona}?said=emergency-open"));
    clinic.opens(&format!("/clients/{ilona}")).await.sees("Ilona");
});

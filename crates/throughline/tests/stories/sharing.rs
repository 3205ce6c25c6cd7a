//! What is shared with whom: the person says so, sees it, and can stop it; whoever is refused and whoever leads the case are told.

use crate::town::{Town, Visitor};
use axum::http::StatusCode;
use db::Sql;
use rights::Role;
use serde_json::Value;

const LINES: Sql = Sql::both("select act, parts, purpose, ground, outcome from access_log where user_id = $1 order by seq");

async fn lines(town: &Town, visitor: &Visitor<'_>) -> Vec<String> {
    let rows = town.app.db.read().await.unwrap().all(&LINES, vec![visitor.user.into()]).await.unwrap();
    let told = |row: &db::Row| ["act", "parts", "purpose", "ground", "outcome"].map(|column| row.text(column).unwrap().to_owned()).join(" | ");
    rows.iter().map(told).collect()
}

fn switch(organisation: &str, kind: &str, shares: &str) -> String {
    format!("organisation={organisation}&kind={kind}&shares={shares}")
}

// A person's right 19.
db::both_engines!(the_person_sees_who_can_read_what_and_why_and_stops_one_sharing, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, herself, jana) = (format!("/clients/{amira}"), town.jobseeker("ES-0004711").await, town.counsellor().await);
    let ines = town.visitor(Role::Partner, "training-ngo", None).await;
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    piet.opens(&file).await.sees("Amira Haddad");
    // What a law says has no switch; what is hers to say has one, and nobody has agreed to it yet.
    let mine = herself.opens("/my-data").await;
    mine.sees("What may training-ngo read?").sees("A law says so. There is nothing to switch off.").sees("not agreed to yet");
    mine.sees("A partner").sees("your page: who you are").sees("for helping the client").sees("municipality");
    mine.sees_no("kind=status").sees_no("organisation=municipality");
    ines.opens(&file).await.sees("Restricted entry").sees_no("Housing allowance").sees_no("no longer shares");
    // She agrees: the very next request shows it, and the log says on which ground.
    herself.opens(&format!("{file}/consents/change?{}", switch("training-ngo", "benefit", "yes"))).await.sees("This is a free choice").sees("23 November 2027");
    herself.sends(&format!("{file}/consents"), &switch("training-ngo", "benefit", "yes")).await.link_is("/my-data?said=sharing-on");
    ines.opens(&file).await.sees("Housing allowance");
    assert_eq!(lines(&town, &ines).await.last().unwrap(), "see-client | identity, status, timeline; by consent: benefit | casework | public-task | granted");
    herself.opens("/my-data").await.sees("since 23 November 2026, until 23 November 2027").sees("A partner");
    // She stops: told first what follows, and then it is gone.
    herself.opens(&format!("{file}/consents/change?{}", switch("training-ngo", "benefit", "no"))).await.sees("does not see what others write about “Benefits”");
    herself.sends(&format!("{file}/consents"), &switch("training-ngo", "benefit", "no")).await.link_is("/my-data?said=sharing-off");
    ines.opens(&file).await.sees_no("Housing allowance").sees("The person no longer shares “Benefits” with your organisation, since 23 November 2026. Ask them");
    assert_eq!(lines(&town, &ines).await.last().unwrap(), "see-client | identity, status, timeline | casework | public-task | granted");
    assert!(lines(&town, &herself).await.iter().any(|line| line.starts_with("record-consent | benefit no longer shared with training-ngo | own-file | own-right")));
    herself.opens(&format!("{file}/looked")).await.sees("Sharing changed").sees("benefit no longer shared with training-ngo");
    // The counsellor finds it on her way in, once.
    jana.opens("/").await.link_is("/notices");
    let notices = jana.opens("/notices").await;
    notices.sees("Amira Haddad").sees("“Benefits” is no longer shared with training-ngo.").sees("Said in the portal.");
    for _ in 0..2 {
        let notices = jana.opens("/notices").await;
        jana.sends(&notices.link("/notices/"), "").await.link_is("/notices?said=notice-read");
    }
    jana.opens("/notices").await.sees("Nothing new.");
    jana.opens("/").await.link_is("/my-day");
    // Whoever takes her over finds what nobody has read yet, and only that.
    herself.sends(&format!("{file}/consents"), &switch("training-ngo", "benefit", "yes")).await.link_is("/my-data?said=sharing-on");
    let petr = town.visitor(Role::Counsellor, "employment-service", None).await;
    let marta = town.visitor(Role::Manager, "employment-service", None).await;
    marta.sends(&format!("{file}/counsellor"), &format!("counsellor={}", petr.user)).await.link_is(&format!("{file}?said=assigned"));
    let notices = petr.opens("/notices").await;
    notices.sees("“Benefits” is shared with training-ngo").sees_no("no longer shared");
});

db::both_engines!(only_what_is_the_person_s_to_say_can_be_said_and_only_by_those_who_may, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (consents, herself) = (format!("/clients/{amira}/consents"), town.jobseeker("ES-0004711").await);
    for (organisation, kind) in [("municipality", "housing"), ("training-ngo", "status"), ("training-ngo", "health"), ("nobody", "benefit"), ("training-ngo", "colour")] {
        let said = herself.sends(&consents, &switch(organisation, kind, "yes")).await;
        assert_eq!(said.status, StatusCode::NOT_FOUND, "{organisation} {kind}");
    }
    assert_eq!(herself.sends(&consents, &switch("training-ngo", "benefit", "perhaps")).await.status, StatusCode::NOT_FOUND);
    let bruno = town.jobseeker("ES-0005802").await;
    let stranger = town.visitor(Role::Counsellor, "employment-service", None).await;
    stranger.sends(&format!("/clients/{amira}/why"), "purpose=handover").await;
    for other in [bruno, stranger, town.visitor(Role::Partner, "training-ngo", None).await, town.steward().await] {
        assert_eq!(other.opens(&consents).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.sends(&consents, &switch("training-ngo", "benefit", "yes")).await.status, StatusCode::NOT_FOUND);
    }
    let said = lines(&town, &herself).await;
    assert!(!said.iter().any(|line| line.starts_with("record-consent")), "{said:?}");
});

db::both_engines!(what_is_said_on_paper_or_aloud_is_written_down_with_how_and_when, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), town.counsellor().await);
    let (consents, ines) = (format!("{file}/consents"), town.visitor(Role::Partner, "training-ngo", None).await);
    jana.opens(&file).await.sees("What is shared");
    jana.opens(&format!("{consents}/change?{}", switch("training-ngo", "benefit", "yes"))).await.sees("On paper, signed").sees("On which day");
    let form = |shares: &str, channel: &str, on: &str| format!("{}&channel={channel}&on={on}", switch("training-ngo", "benefit", shares));
    for wrong in [form("yes", "", "2026-11-20"), form("yes", "portal", ""), form("yes", "paper", "2026-11-24"), form("yes", "paper", "soon")] {
        assert_eq!(jana.sends(&consents, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    jana.sends(&consents, &form("yes", "paper", "2026-11-20")).await.link_is(&format!("{consents}?said=sharing-on"));
    jana.opens(&consents).await.sees("since 20 November 2026, until 20 November 2027").sees("Said on paper.");
    ines.opens(&file).await.sees("Housing allowance");
    jana.sends(&consents, &form("no", "voice", "")).await.link_is(&format!("{consents}?said=sharing-off"));
    ines.opens(&file).await.sees_no("Housing allowance");
    // A paper from before, found late, does not bring back what was taken back since.
    let late = jana.sends(&consents, &form("yes", "paper", "2026-11-22")).await;
    late.link_is(&format!("{consents}?said=sharing-late"));
    jana.opens(&format!("{consents}?said=sharing-late")).await.sees("the later word counts");
    ines.opens(&file).await.sees_no("Housing allowance");
    // What she wrote down herself is no news to her.
    jana.opens("/notices").await.sees("Nothing new.");
    // A consent ends by itself.
    jana.sends(&consents, &form("yes", "voice", "")).await;
    ines.opens(&file).await.sees("Housing allowance");
    town.app.clock.set("2027-11-24".parse::<words::Date>().unwrap().start());
    let later = town.visitor(Role::Partner, "training-ngo", None).await;
    later.opens(&file).await.sees_no("Housing allowance").sees("no longer shares “Benefits” with your organisation, since 23 November 2027");
    town.jobseeker("ES-0004711").await.opens("/my-data").await.sees("ended by itself on 23 November 2027");
});

db::both_engines!(an_organisation_that_keeps_no_record_opens_what_is_shared_with_it_and_nothing_else, |fresh| async {
    let town = Town::full(fresh).await;
    let bruno = town.client("employment-service", "ES-0005802").await;
    let (file, himself) = (format!("/clients/{bruno}"), town.jobseeker("ES-0005802").await);
    let ines = town.visitor(Role::Partner, "training-ngo", None).await;
    let nowhere = format!("/clients/{}", "0".repeat(32));
    let same = |a: &crate::town::Answer, b: &crate::town::Answer| assert_eq!(a.body.replace(&bruno.to_string(), "X"), b.body.replace(&"0".repeat(32), "X"));
    same(&ines.opens(&file).await, &ines.opens(&nowhere).await);
    himself.sends(&format!("{file}/consents"), &switch("training-ngo", "assessment", "yes")).await.link_is("/my-data?said=sharing-on");
    let page = ines.opens(&file).await;
    page.sees("Bruno").sees_no("Restricted entry").sees_no("Meeting");
    assert_eq!(lines(&town, &ines).await.last().unwrap(), "see-client | identity, status, timeline; by consent: assessment | casework | consent | granted");
    himself.sends(&format!("{file}/consents"), &switch("training-ngo", "assessment", "no")).await;
    let refused = ines.opens(&file).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    refused.sees("ask their counsellor at the employment service");
    same(&refused, &ines.opens(&nowhere).await);
});

db::both_engines!(a_consent_stays_with_the_record_it_was_said_about, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (sofia, herself) = (town.steward().await, town.jobseeker("ES-0004711").await);
    herself.sends(&format!("/clients/{amira}/consents"), &switch("training-ngo", "benefit", "yes")).await.link_is("/my-data?said=sharing-on");
    let ines = town.visitor(Role::Partner, "training-ngo", None).await;
    ines.opens(&format!("/clients/{amira}")).await.sees("Housing allowance");
    // The town's record becomes a client of its own: nothing was said about that one, and what was said about hers stays.
    let record = town.record("municipality", "R-0000880").await;
    let back = format!("back=%2Fclients%2F{amira}%2Flinks");
    sofia.sends(&format!("/records/{record}/unlink"), &back).await.link_is(&format!("/clients/{amira}/links?said=unlinked"));
    let apart = town.client("municipality", "R-0000880").await;
    assert_ne!(apart, amira);
    ines.opens(&format!("/clients/{amira}")).await.sees("Amira").sees_no("Housing allowance");
    assert_eq!(ines.opens(&format!("/clients/{apart}")).await.status, StatusCode::NOT_FOUND);
    herself.opens("/my-data").await.sees("since 23 November 2026");
    // Taken back, it is as it was.
    let links = sofia.opens(&format!("/clients/{amira}/links")).await;
    sofia.sends(&links.link("/decisions/"), &back).await;
    ines.opens(&format!("/clients/{amira}")).await.sees("Housing allowance");
});

/// Every field the receipt's schema asks for is there, nothing is that it does not know, and each is of its type.
fn fits(value: &Value, schema: &Value, root: &Value, at: &str) {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap();
        return fits(value, &root["$defs"][name], root, at);
    }
    if let Some(words) = schema["enum"].as_array() {
        assert!(words.contains(value), "{at} is {value}");
    }
    if let Some(constant) = schema.get("const") {
        assert_eq!(value, constant, "{at}");
    }
    match schema["type"].as_str().unwrap() {
        "object" => {
            let fields = value.as_object().unwrap_or_else(|| panic!("{at} is no object"));
            for required in schema["required"].as_array().unwrap() {
                assert!(fields.contains_key(required.as_str().unwrap()), "{at} lacks {required}");
            }
            for (name, field) in fields {
                let known = schema["properties"].get(name).unwrap_or_else(|| panic!("{at} has {name}, which the schema does not know"));
                fits(field, known, root, &format!("{at}.{name}"));
            }
        }
        "array" => {
            let all = value.as_array().unwrap_or_else(|| panic!("{at} is no list"));
            assert!(all.len() as u64 >= schema["minItems"].as_u64().unwrap_or(0), "{at} is too short");
            all.iter().enumerate().for_each(|(n, one)| fits(one, &schema["items"], root, &format!("{at}[{n}]")));
        }
        "string" => assert!(value.as_str().is_some_and(|text| !text.is_empty()), "{at} is empty"),
        "boolean" => assert!(value.is_boolean(), "{at}"),
        other => panic!("the schema speaks of {other}"),
    }
}

// A person's right 20.
db::both_engines!(a_receipt_has_the_fields_of_iso_27560_and_can_be_read, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (consents, herself) = (format!("/clients/{amira}/consents"), town.jobseeker("ES-0004711").await);
    for shares in ["yes", "no"] {
        herself.sends(&consents, &switch("training-ngo", "benefit", shares)).await;
    }
    let mine = herself.opens("/my-data").await;
    let address = mine.body.split(&format!("href=\"{consents}/")).find_map(|part| Some(part.split_once('"')?.0).filter(|id| id.len() == 32)).unwrap().to_owned();
    let page = herself.opens(&format!("{consents}/{address}")).await;
    page.sees("training-ngo may read what other organisations write about “Benefits”").sees("“Benefits” is no longer shared with training-ngo.").sees("employment-service");
    let file = herself.opens(&format!("{consents}/{address}/receipt.json")).await;
    assert_eq!(file.headers["content-type"], "application/json");
    let receipt: Value = serde_json::from_str(&file.body).unwrap();
    let schema: Value = serde_json::from_str(include_str!("../../../../docs/consent-receipt.schema.json")).unwrap();
    fits(&receipt, &schema, &schema, "receipt");
    assert_eq!(receipt["pii_principal_id"], amira.to_string());
    let events: Vec<&str> = receipt["events"].as_array().unwrap().iter().map(|event| event["event_state"].as_str().unwrap()).collect();
    assert_eq!(events, ["given", "withdrawn"]);
    let purpose = &receipt["pii_processing"]["purposes"][0];
    assert_eq!((purpose["lawful_basis"].as_str(), purpose["pii_information"][0]["pii_type"].as_str()), (Some("consent"), Some("benefit")));
    // Nobody else's, and nothing that is not there.
    let nothing = format!("{consents}/{}/receipt.json", "0".repeat(32));
    assert_eq!(herself.opens(&nothing).await.status, StatusCode::NOT_FOUND);
    assert_eq!(town.jobseeker("ES-0005802").await.opens(&format!("{consents}/{address}")).await.status, StatusCode::NOT_FOUND);
});

// A person's right 19.
db::both_engines!(an_organisation_of_a_kind_without_a_ground_reads_nothing_of_others_without_the_person, |fresh| async {
    const KIND: Sql = Sql::both("update organisation set kind = $1 where organisation_id = 'municipality'");
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, herself, jana) = (format!("/clients/{amira}"), town.jobseeker("ES-0004711").await, town.counsellor().await);
    let (piet, oskar) = (town.visitor(Role::Partner, "municipality", None).await, town.visitor(Role::Protection, "employment-service", None).await);
    let becomes = async |kind: &str| {
        let mut tx = town.app.db.write().await.unwrap();
        tx.run(&KIND, vec![kind.into()]).await.unwrap();
        tx.commit().await.unwrap();
    };
    piet.opens(&file).await.sees("Language for work").sees("With an interpreter").sees("Deposit lent");
    // The same organisation, of a kind that no ground names: it knows her, and reads what it wrote.
    becomes("neighbourhood-house").await;
    let page = piet.opens(&file).await;
    page.sees("Amira Haddad").sees("Deposit lent").sees("Restricted entry").sees_no("Language for work").sees_no("With an interpreter");
    // A seat in her case team opens no more; what she agrees to does, and so does what is released for a time.
    jana.sends(&format!("{file}/team"), &format!("member={}&part=Neighbours&from=2026-11-23&until=", piet.user)).await.link_is(&format!("{file}/team?said=team-put-in"));
    piet.opens(&file).await.sees_no("Language for work").sees_no("With an interpreter");
    oskar.opens(&format!("{file}/would-see?role=partner&organisation=municipality&tie=team")).await.sees("They sit in the person’s case team");
    herself.sends(&format!("{file}/consents"), &switch("municipality", "training", "yes")).await.link_is("/my-data?said=sharing-on");
    piet.opens(&file).await.sees("Language for work").sees_no("With an interpreter");
    piet.sends(&format!("{file}/releases"), "kind=meeting&purpose=casework&says=To+plan&until=2026-12-01").await.link_is("/released?said=release-asked");
    let one = jana.opens("/releases").await.link("/releases/");
    jana.sends(&one, "kind=meeting&until=2026-12-01&told=&decision=approve").await.link_is("/releases?said=release-answered");
    piet.opens(&file).await.sees("With an interpreter");
    herself.sends(&format!("{file}/consents"), &switch("municipality", "training", "no")).await.link_is("/my-data?said=sharing-off");
    piet.opens(&file).await.sees_no("Language for work");
    becomes("municipality").await;
    piet.opens(&file).await.sees("Language for work").sees("With an interpreter");
});

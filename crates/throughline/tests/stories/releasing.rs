//! Parts of a file that are released for a time: asked for, answered by whoever leads the case, read until the last day, and no longer.

use crate::town::{Answer, Town};
use axum::http::StatusCode;
use db::Sql;
use rights::Role;
use words::Id;

/// The form of whoever asks, and of whoever answers.
fn asks(kinds: &[&str], until: &str) -> String {
    let kinds: String = kinds.iter().map(|kind| format!("kind={kind}&")).collect();
    format!("{kinds}purpose=training&says=To+plan+lighter+work&until={until}")
}

fn gives(kinds: &[&str], until: &str) -> String {
    let kinds: String = kinds.iter().map(|kind| format!("kind={kind}&")).collect();
    format!("{kinds}until={until}&told=As+agreed&decision=approve")
}

const ASSESSED: &str = "Worked in a nursery for four years";

// A person's right 26. Scheme SCH-03 (VDAB): who has no access asks for what they need and what for; the lead approves a part; they read that part, until it is
// over; the client sees both in who looked.
db::both_engines!(sch_03_vdab_release_of_data, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, herself, jana) = (format!("/clients/{amira}"), town.jobseeker("ES-0004711").await, town.counsellor().await);
    let piet = town.visitor_called("Piet de Wit", Role::Partner, "municipality", None).await;
    let asking = format!("{file}/releases");
    // Who does not know her finds nothing, and cannot ask: the same as for somebody who is not there.
    let stranger = town.visitor(Role::Partner, "social-insurer", None).await;
    let nobody = format!("/clients/{}/releases", "0".repeat(32));
    stranger.opens("/find?q=Amira+Haddad").await.sees_no(&file);
    for way in ["/new", ""] {
        let (known, unknown) = match way {
            "" => (stranger.sends(&asking, &asks(&["assessment"], "2026-12-23")).await, stranger.sends(&nobody, &asks(&["assessment"], "2026-12-23")).await),
            _ => (stranger.opens(&format!("{asking}/new")).await, stranger.opens(&format!("{nobody}/new")).await),
        };
        assert_eq!((known.status, unknown.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
        assert_eq!(known.body.replace(&amira.to_string(), "X"), unknown.body.replace(&"0".repeat(32), "X"));
    }
    // He reads that there is something, and asks for what he does not read: neither what he does, nor what is never released.
    piet.opens(&file).await.sees("Restricted entry").sees_no(ASSESSED).sees("Ask for a release");
    let form = piet.opens(&format!("{asking}/new")).await;
    form.sees("value=\"assessment\"").sees("value=\"2026-12-23\"").sees("max=\"2027-05-22\"").sees("30 November 2026");
    form.sees_no("value=\"health\"").sees_no("value=\"note\"").sees_no("value=\"meeting\"");
    for wrong in [asks(&[], "2026-12-23"), asks(&["assessment"], "2027-05-23"), asks(&["assessment"], "2026-11-22"), asks(&["assessment"], "2026-12-23").replace("training", "oversight")] {
        assert_eq!(piet.sends(&asking, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    for never in ["health", "note", "link", "colour"] {
        assert_eq!(piet.sends(&asking, &asks(&[never], "2026-12-23")).await.status, StatusCode::NOT_FOUND, "{never}");
    }
    piet.sends(&asking, &asks(&["assessment", "housing"], "2026-12-23")).await.link_is("/released?said=release-asked");
    piet.opens("/released").await.sees("Amira Haddad").sees("Waits for an answer").sees("To plan lighter work").sees("30 November 2026");
    assert_eq!(piet.sends(&asking, &asks(&["assessment"], "2026-12-23")).await.status, StatusCode::CONFLICT, "one question at a time");
    piet.opens(&file).await.sees_no(ASSESSED);
    // The counsellor finds it on her way in, on her desk and on the page, with the days that are left; nobody else does.
    jana.opens("/").await.link_is("/releases");
    jana.opens(&file).await.sees("waits for your answer");
    let desk = jana.opens("/releases").await;
    desk.sees("Amira Haddad").sees("7 days left").sees("Assessment of needs, Housing");
    let one = desk.link("/releases/");
    jana.opens(&one).await.sees("Piet de Wit, municipality, asks").sees("To plan lighter work").sees("until 23 December 2026");
    for other in [&piet, &stranger, &herself, &town.visitor(Role::Counsellor, "employment-service", None).await, &town.steward().await] {
        assert_eq!(other.opens(&one).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.sends(&one, &gives(&["assessment"], "2026-12-23")).await.status, StatusCode::NOT_FOUND);
    }
    // More than was asked for, longer, nothing, or a refusal without a reason, is no answer.
    assert_eq!(jana.sends(&one, &gives(&["assessment", "benefit"], "2026-12-23")).await.status, StatusCode::CONFLICT);
    assert_eq!(jana.sends(&one, &gives(&["assessment"], "2026-12-24")).await.status, StatusCode::CONFLICT);
    for wrong in [gives(&[], "2026-12-23"), gives(&["assessment"], "2026-11-22"), gives(&["assessment"], "soon"), "decision=refuse&told=+".to_owned(), "told=x".to_owned()] {
        assert_eq!(jana.sends(&one, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    // A part: one kind, and a shorter time.
    jana.sends(&one, &gives(&["assessment"], "2026-12-01")).await.link_is("/releases?said=release-answered");
    assert_eq!(jana.sends(&one, &gives(&["assessment"], "2026-12-01")).await.status, StatusCode::CONFLICT, "it is answered");
    jana.opens("/").await.link_is("/my-day");
    jana.opens("/releases?state=held").await.sees("Released in part").sees("until 1 December 2026");
    piet.opens("/released").await.sees("Released in part").sees("As agreed").sees("Assessment of needs");
    piet.opens(&file).await.sees(ASSESSED).sees("Released to you for a time: Assessment of needs.");
    assert_eq!(piet.lines_about(amira).await.last().unwrap(), "see-client | identity, status, timeline; by release: assessment | casework | public-task | granted");
    // She reads who asked, why, and what was released by whom until when; both stand in who looked, once.
    herself.opens("/my-data").await.sees("Piet de Wit").sees("To plan lighter work").sees("Released in part").sees("until 1 December 2026").sees("As agreed");
    let looked = herself.opens(&format!("{file}/looked")).await;
    for said in ["asked for, training: assessment, housing; until 2026-12-23", "released: assessment; until 2026-12-01"] {
        assert_eq!(looked.body.matches(said).count(), 1, "{said}");
    }
    herself.opens(&format!("{file}/copy")).await.sees("To plan lighter work").sees("As agreed");
    let csv = jana.opens("/releases?state=held&format=csv").await;
    csv.sees("\"municipality\",\"no\",\"assessment\",\"training\"").sees("\"partly\",\"2026-12-01\"").sees_no("Amira").sees_no(&amira.to_string());
    // On the last day it still holds; the day after it does not, on every page of it.
    town.on("2026-12-01");
    let piet = town.back(piet.user).await;
    piet.opens(&file).await.sees(ASSESSED);
    town.on("2026-12-02");
    let (piet, jana) = (town.back(piet.user).await, town.back(jana.user).await);
    piet.opens(&file).await.sees_no(ASSESSED).sees("Restricted entry").sees_no("Released to you for a time");
    piet.opens("/released").await.sees("Over");
    jana.opens("/releases?state=over").await.sees("Over").sees("Amira Haddad");
    jana.opens("/releases?state=held").await.sees_no("Amira Haddad").sees("Nothing here");
});

// A person's right 26.
db::both_engines!(what_rests_on_consent_is_not_for_a_counsellor_to_release, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, herself, jana) = (format!("/clients/{amira}"), town.jobseeker("ES-0004711").await, town.counsellor().await);
    let ines = town.visitor(Role::Partner, "training-ngo", None).await;
    ines.opens(&format!("{file}/releases/new")).await.sees("The person has to agree first");
    ines.sends(&format!("{file}/releases"), &asks(&["benefit", "housing"], "2026-12-23")).await.link_is("/released?said=release-asked");
    let one = jana.opens("/releases").await.link("/releases/");
    jana.opens(&one).await.sees("it needs the person’s own yes").sees_no("Release what is ticked").sees("kind=benefit&amp;shares=yes");
    assert_eq!(jana.sends(&one, &gives(&["benefit"], "2026-12-23")).await.status, StatusCode::CONFLICT);
    ines.opens(&file).await.sees_no("Housing allowance");
    // She says yes to one of them: then that can be answered, and what is shown stands on her consent, which she takes back when she likes.
    let say = |shares: &str| format!("organisation=training-ngo&kind=benefit&shares={shares}");
    herself.sends(&format!("{file}/consents"), &say("yes")).await.link_is("/my-data?said=sharing-on");
    jana.opens(&one).await.sees("Release what is ticked").sees("it needs the person’s own yes");
    assert_eq!(jana.sends(&one, &gives(&["benefit", "housing"], "2026-12-23")).await.status, StatusCode::CONFLICT);
    jana.sends(&one, &gives(&["benefit"], "2026-12-23")).await.link_is("/releases?said=release-answered");
    ines.opens(&file).await.sees("Housing allowance").sees_no("Deposit lent");
    assert!(ines.lines_about(amira).await.last().unwrap().contains("by consent: benefit"));
    herself.sends(&format!("{file}/consents"), &say("no")).await;
    ines.opens(&file).await.sees_no("Housing allowance").sees("no longer shares");
});

db::both_engines!(a_release_is_made_less_is_ended_or_is_taken_back_and_holds_no_longer_from_that_moment, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana, piet) = (format!("/clients/{amira}"), town.counsellor().await, town.visitor(Role::Partner, "municipality", None).await);
    let ask = async |kinds: &[&str]| -> String {
        piet.sends(&format!("{file}/releases"), &asks(kinds, "2026-12-23")).await.link_is("/released?said=release-asked");
        let one = jana.opens("/releases").await.link("/releases/");
        jana.sends(&one, &gives(kinds, "2026-12-23")).await.link_is("/releases?said=release-answered");
        one
    };
    let one = ask(&["assessment", "benefit"]).await;
    jana.opens(&one).await.sees("Released<").sees("Keep no more than this");
    // More, or the same, is not less.
    for more in ["kind=assessment&kind=benefit&until=2026-12-23", "kind=assessment&kind=housing&until=2026-12-01", "kind=assessment&until=2026-12-24"] {
        assert_eq!(jana.sends(&format!("{one}/narrow"), more).await.status, StatusCode::CONFLICT, "{more}");
    }
    assert_eq!(piet.sends(&format!("{one}/narrow"), "kind=benefit&until=2026-12-01").await.status, StatusCode::NOT_FOUND);
    piet.opens(&file).await.sees(ASSESSED);
    jana.sends(&format!("{one}/narrow"), "kind=benefit&until=2026-12-01&told=Only+the+money").await.link_is(&format!("{one}?said=release-narrowed"));
    piet.opens(&file).await.sees_no(ASSESSED).sees("Released to you for a time: Benefits.");
    piet.opens("/released").await.sees("Only the money").sees("Released in part");
    assert_eq!(jana.sends(&format!("{one}/end"), "told=+").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    jana.sends(&format!("{one}/end"), "told=No+longer+needed").await.link_is(&format!("{one}?said=release-ended"));
    assert_eq!(jana.sends(&format!("{one}/end"), "told=Again").await.status, StatusCode::CONFLICT);
    piet.opens(&file).await.sees_no("Released to you for a time");
    piet.opens("/released").await.sees("Ended early").sees("No longer needed");
    // Whoever asked takes it back, and nobody of another organisation does.
    let two = ask(&["assessment"]).await;
    let withdraw = format!("/released/{}/withdraw", two.rsplit('/').next().unwrap());
    let ines = town.visitor(Role::Partner, "training-ngo", None).await;
    assert_eq!(ines.sends(&withdraw, "").await.status, StatusCode::NOT_FOUND);
    piet.opens(&file).await.sees(ASSESSED);
    piet.sends(&withdraw, "").await.link_is("/released?said=release-withdrawn");
    piet.opens(&file).await.sees_no(ASSESSED);
    assert_eq!(piet.sends(&withdraw, "").await.status, StatusCode::CONFLICT);
    // Refused, with the reason.
    piet.sends(&format!("{file}/releases"), &asks(&["assessment"], "2026-12-23")).await;
    let three = jana.opens("/releases").await.link("/releases/");
    jana.sends(&three, "decision=refuse&told=You+have+what+you+need").await.link_is("/releases?said=release-answered");
    piet.opens("/released").await.sees("Refused").sees("You have what you need");
    piet.opens(&file).await.sees_no(ASSESSED);
    // Late is marked, and what nobody answered is over with its last day.
    piet.sends(&format!("{file}/releases"), &asks(&["assessment"], "2026-12-10")).await.link_is("/released?said=release-asked");
    town.on("2026-12-02");
    let jana = town.back(jana.user).await;
    jana.opens("/releases").await.sees("2 days late").sees("One answer is late.");
    town.on("2026-12-11");
    let jana = town.back(jana.user).await;
    jana.opens("/releases").await.sees("Nothing here");
});

// A person's right 26.
db::both_engines!(no_release_opens_a_protected_or_restricted_file_and_one_stays_with_its_record_sealed, |fresh| async {
    const HELD: Sql = Sql::both("select sealed from release union all select sealed from release_step");
    const CHANGES: [Sql; 4] = [
        Sql::both("update release set until_on = '2030-01-01'"), Sql::both("delete from release"),
        Sql::both("update release_step set until_on = '2030-01-01'"), Sql::both("delete from release_step"),
    ];
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, herself, jana) = (format!("/clients/{amira}"), town.jobseeker("ES-0004711").await, town.counsellor().await);
    let (piet, sofia, oskar) = (town.visitor(Role::Partner, "municipality", None).await, town.steward().await, town.visitor(Role::Protection, "employment-service", None).await);
    piet.sends(&format!("{file}/releases"), &asks(&["assessment"], "2026-12-23")).await;
    let one = jana.opens("/releases").await.link("/releases/");
    jana.sends(&one, &gives(&["assessment"], "2026-12-23")).await.link_is("/releases?said=release-answered");
    piet.opens(&file).await.sees(ASSESSED);
    let rows = town.app.db.read().await.unwrap().all(&HELD, vec![]).await.unwrap();
    assert!(rows.len() == 2 && rows.iter().all(|row| !row.bytes("sealed").unwrap().windows(7).any(|part| part == b"lighter" || part == b" agreed")));
    for change in &CHANGES {
        let mut tx = town.app.db.write().await.unwrap();
        assert!(tx.run(change, vec![]).await.is_err());
    }
    // Restricted at her request, it is kept and not shown, released or not.
    herself.sends("/my-data/requests", "kind=restriction&says=It+is+in+doubt").await;
    let request = oskar.opens("/requests").await.link("/requests/");
    oskar.sends(&request, "outcome=granted&told=").await;
    piet.opens(&file).await.sees_no(ASSESSED).sees("Restricted entry");
    oskar.sends(&format!("{request}/lift"), "reason=Settled").await;
    piet.opens(&file).await.sees(ASSESSED);
    // His town's record becomes a client of its own: what was released was about that record, and nothing of hers.
    let record = town.record("municipality", "R-0000880").await;
    let back = format!("back=%2Fclients%2F{amira}%2Flinks");
    sofia.sends(&format!("/records/{record}/unlink"), &back).await;
    let apart = town.client("municipality", "R-0000880").await;
    piet.opens(&format!("/clients/{apart}")).await.sees("Amira").sees_no(ASSESSED);
    assert_eq!(piet.opens(&file).await.status, StatusCode::NOT_FOUND);
    let links = sofia.opens(&format!("{file}/links")).await;
    sofia.sends(&links.link("/decisions/"), &back).await;
    piet.opens(&file).await.sees(ASSESSED);
    // Protected, it is there for nobody who is not named.
    sofia.sends(&format!("{file}/protection"), "reason=Threatened+at+home").await;
    let hidden = |answer: &Answer| assert_eq!(answer.status, StatusCode::NOT_FOUND);
    hidden(&piet.opens(&file).await);
    hidden(&piet.opens(&format!("{file}/releases/new")).await);
    hidden(&jana.opens(&one).await);
    piet.opens("/released").await.sees_no("Amira");
    jana.opens("/releases?state=held").await.sees_no("Amira");
});

// A person's right 26. Scheme SCH-06 (Denmark): an outside expert opens parts of one file for thirty days, and nothing of it afterwards.
db::both_engines!(sch_06_danish_guest, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, herself, jana) = (format!("/clients/{amira}"), town.jobseeker("ES-0004711").await, town.counsellor().await);
    let ida = town.visitor_called("Ida Holm", Role::Partner, "social-insurer", None).await;
    let colleague = town.visitor(Role::Partner, "social-insurer", None).await;
    let nowhere = format!("/clients/{}", "0".repeat(32));
    let same = |a: &Answer, b: &Answer| {
        assert_eq!((a.status, b.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
        assert_eq!(a.body.replace(&amira.to_string(), "X"), b.body.replace(&"0".repeat(32), "X"));
    };
    same(&ida.opens(&file).await, &ida.opens(&nowhere).await);
    // Only whoever leads the case invites; and only somebody there is, for a time, with a reason.
    jana.opens(&file).await.sees("Invite a guest");
    jana.opens(&format!("{file}/guests/new")).await.sees("Amira Haddad").sees("social-insurer: Ida Holm").sees("value=\"2026-12-23\"").sees("max=\"2027-02-21\"");
    let form = |guest: Id, kinds: &[&str], until: &str| format!("guest={guest}&{}", asks(kinds, until).replace("training", "placement"));
    let invites = format!("{file}/guests");
    let two = ["assessment", "benefit"];
    for other in [&ida, &herself, &town.visitor(Role::Partner, "municipality", None).await, &town.visitor(Role::Counsellor, "employment-service", None).await] {
        assert_eq!(other.opens(&format!("{invites}/new")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.sends(&invites, &form(ida.user, &two, "2026-12-23")).await.status, StatusCode::NOT_FOUND);
    }
    let left = town.visitor(Role::Partner, "social-insurer", None).await;
    let timo = town.visitor(Role::Administrator, "employment-service", None).await;
    timo.sends(&format!("/users/{}/end", left.user), "").await;
    for wrong in [
        form(ida.user, &two, "2027-02-22"), form(ida.user, &[], "2026-12-23"), form(jana.user, &two, "2026-12-23"), form(timo.user, &two, "2026-12-23"),
        form(left.user, &two, "2026-12-23"), form(ida.user, &two, "2026-12-23").replace("says=To+plan+lighter+work", "says=+"), form(ida.user, &["health"], "2026-12-23"),
    ] {
        assert_eq!(jana.sends(&invites, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    // What a training organisation reads by consent alone, its expert is not shown without it.
    let ngo = town.visitor(Role::Partner, "training-ngo", None).await;
    let needs = jana.sends(&invites, &form(ngo.user, &["status", "benefit"], "2026-12-23")).await;
    assert_eq!(needs.status, StatusCode::UNPROCESSABLE_ENTITY);
    needs.sees("For this the person has to say yes first, for training-ngo: Benefits.");
    jana.sends(&invites, &form(ida.user, &two, "2026-12-23")).await.link_is("/releases?state=held&said=guest-invited");
    jana.opens("/releases?state=held").await.sees("Amira Haddad").sees("as a guest");
    // She finds the person on her page, and opens two parts of the file, for what she was invited for. A colleague opens nothing.
    let released = ida.opens("/released").await;
    released.sees("Amira Haddad").sees("Invited on 23 November 2026 by A counsellor").sees("finding work or a place to practise");
    let way = released.link("/clients/");
    let (page, opened) = tokio::join!(ida.opens(&way), jana.opens(&file));
    page.sees(ASSESSED).sees("Housing allowance").sees_no("With an interpreter").sees_no("Deposit lent").sees_no("Restricted entry").sees_no("Language for work");
    opened.sees(ASSESSED).sees("With an interpreter");
    let logged = ida.lines_about(amira).await;
    let read = "see-client | identity, status, timeline; by release: assessment, benefit | placement | public-task | granted";
    assert_eq!(logged.iter().filter(|line| *line == read).count(), 1, "{logged:?}");
    same(&colleague.opens(&file).await, &colleague.opens(&nowhere).await);
    colleague.opens("/released").await.sees_no("Amira");
    // The client reads who was invited, by whom, to what, for what and until when.
    herself.opens("/my-data").await.sees("Ida Holm").sees("Invited on 23 November 2026 by A counsellor").sees("until 23 December 2026");
    herself.opens(&format!("{file}/looked")).await.sees("Ida Holm of social-insurer invited as a guest, placement: assessment, benefit; until 2026-12-23");
    // On the thirtieth day it opens, and after it is as if there were nobody.
    town.on("2026-12-23");
    town.back(ida.user).await.opens(&file).await.sees(ASSESSED);
    town.on("2026-12-24");
    let ida = town.back(ida.user).await;
    same(&ida.opens(&file).await, &ida.opens(&nowhere).await);
    ida.opens("/released").await.sees_no("Amira");
    // Invited again, she loses it at once: when the counsellor ends it, and when she goes to another organisation.
    let (jana, timo) = (town.back(jana.user).await, town.back(timo.user).await);
    jana.sends(&invites, &form(ida.user, &two, "2027-01-23")).await.link_is("/releases?state=held&said=guest-invited");
    ida.opens(&file).await.sees(ASSESSED);
    let one = jana.opens("/releases?state=held").await.link("/releases/");
    jana.sends(&format!("{one}/end"), "told=Not+needed").await.link_is(&format!("{one}?said=release-ended"));
    same(&ida.opens(&file).await, &ida.opens(&nowhere).await);
    jana.sends(&invites, &form(ida.user, &two, "2027-01-23")).await;
    ida.opens(&file).await.sees(ASSESSED);
    timo.sends(&format!("/users/{}", ida.user), "name=Ida+Holm&role=partner&organisation=clinic").await;
    let ida = town.back(ida.user).await;
    same(&ida.opens(&file).await, &ida.opens(&nowhere).await);
});

//! The job integration agreement: written from what an assessment found, offered whole or not at all, signed by both sides, changed by versions, lived and
//! ended.

use crate::meeting::whole_day;
use crate::town::{Answer, Town, Visitor};
use axum::http::StatusCode;
use rights::Role;

fn unfit(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.body);
}

fn gone(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.body);
}

fn value(answer: &Answer, name: &str) -> String {
    let (_, rest) = answer.body.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name} in {}", answer.body));
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// What somebody's counsellor reads of them on their day.
async fn needs(counsellor: &Visitor<'_>, file: &str) -> String {
    let day = whole_day(counsellor).await;
    let rows = day.split("id=\"needs\"").skip(1).flat_map(|part| part.split("<li>"));
    rows.filter(|row| row.contains(&format!("href=\"{file}\""))).map(str::to_owned).collect()
}

/// An assessment is made: debt stands in the way much, housing a little, and skills are a strength.
async fn assess(counsellor: &Visitor<'_>, file: &str) {
    let new = format!("{file}/assessments/new");
    for (dimension, says) in [
        ("skills", "seen=strength"), ("expectations", "seen=fine"), ("job-search", "seen=fine"), ("debt", "own=serious&seen=blocks&wish=yes"), ("housing", "seen=small&wish=later"),
    ] {
        counsellor.sends(&format!("{new}/{dimension}"), says).await;
    }
    let id = value(&counsellor.opens(&new).await, "id");
    counsellor.sends(&new, &format!("id={id}&goal=known-occupation&track=intensive&summary=Debts+come+first.")).await.link_is(&format!("{file}/assessments/{id}?said=assessment-finished"));
}

/// The same with something about health and the law besides.
async fn assess_closely(counsellor: &Visitor<'_>, file: &str) {
    for dimension in ["health", "legal"] {
        counsellor.sends(&format!("{file}/assessments/new/{dimension}"), "own=blocks&seen=blocks&wish=yes&note=Told+in+confidence.").await;
    }
    assess(counsellor, file).await;
}

/// A whole version: one goal, two steps of each side.
fn whole(id: &str, after: u32) -> String {
    format!(
        "id={id}&after={after}&summary=Debts+come+first.&review=2027-02-23&g1.text=A+plan+with+all+creditors&g1.answers=debt&g1.by=2027-02-01&g1.author=client\
         &s1.text=Bring+all+letters+of+creditors&s1.side=client&s1.by=2026-12-04&s2.text=Keep+a+book+of+what+is+spent&s2.side=client&s2.by=2027-01-15\
         &s3.text=Arrange+a+first+talk+with+debt+advice&s3.side=provider&s3.owner=Jana+Berger&s3.by=2026-12-01&s4.text=Find+two+courses+that+fit&s4.side=provider&s4.owner=Training+ngo&s4.by=2027-01-15"
    )
}

db::both_engines!(an_agreement_is_offered_whole_signed_by_both_and_the_day_says_what_is_late, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana, herself) = (format!("/clients/{amira}"), town.counsellor().await, town.jobseeker("ES-0004711").await);
    let (agreement, draft) = (format!("{file}/agreement"), format!("{file}/agreement/draft"));
    jana.opens(&file).await.link_is_there(&agreement);
    jana.opens(&agreement).await.sees("An agreement rests on an assessment that still holds.").sees_no("Write an agreement</a>");
    herself.opens(&agreement).await.sees("You make it together with your counsellor.").sees("complaints office");
    // Without an assessment nothing is offered, however whole it is.
    let id = value(&jana.opens(&draft).await, "id");
    let answer = jana.sends(&draft, &format!("{}&do=offer", whole(&id, 0))).await;
    unfit(&answer);
    answer.sees("An agreement rests on an assessment that still holds.").sees("A plan with all creditors");
    jana.sends(&format!("{agreement}/discard"), "").await;
    assess_closely(&jana, &file).await;
    // It begins with what stands in the way and is wanted; steps are proposed, taken, and nobody has to.
    let page = jana.opens(&draft).await;
    page.sees("Money and debt: this no longer stands in the way").sees("Arrange a first talk with debt advice").sees_no("language course").sees_no("Debts come first.");
    page.sees_no("Health and work").sees_no("Permits and legal matters").sees_no("legal advice");
    page.sees("What we promise in any case").sees("complaints office").sees("look again");
    let id = value(&page, "id");
    let place = page.body.split("name=\"take\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let taken = jana.sends(&draft, &format!("id={id}&after=0&review=2027-02-23&g1.text=A+plan&g1.answers=debt&g1.by=2027-02-01&take={place}")).await;
    taken.sees("name=\"s1.text\" value=\"Arrange a first talk with debt advice\"");
    // What is missing is said, each thing with whose it is; nothing typed is lost.
    for (right, wrong, says) in [
        ("summary=Debts+come+first.", "summary=", "Say in a sentence or two what it rests on"),
        ("s3.owner=Jana+Berger", "s3.owner=", "Say who does it: a name or an organisation."),
        ("s1.by=2026-12-04", "s1.by=", "Give the day by which it is to be done"),
        ("review=2027-02-23", "review=2026-11-23", "Give a day for the review that is still to come."),
        ("g1.text=A+plan+with+all+creditors", "g1.text=", "Write at least one goal."),
    ] {
        let answer = jana.sends(&draft, &format!("{}&do=offer", whole(&id, 0).replace(right, wrong))).await;
        unfit(&answer);
        answer.sees(says).sees("Keep a book of what is spent");
    }
    let none_of_ours = whole(&id, 0).replace("side=provider", "side=client");
    jana.sends(&draft, &format!("{none_of_ours}&do=offer")).await.sees("duties run both ways");
    for _ in 0..2 {
        jana.sends(&draft, &format!("{}&do=offer", whole(&id, 0))).await.link_is(&format!("{agreement}?said=agreement-offered"));
    }
    let page = jana.opens(&agreement).await;
    page.sees("Version 1, offered on 23 November 2026, waits to be signed").sees("One counsellor who is responsible for you").sees("a meeting every month").sees("offered");
    assert_eq!(page.body.matches("Version 1").count(), 2, "sent twice, it is offered once: {}", page.body);
    assert!(needs(&jana, &file).await.contains("What was offered is to be signed by both sides by 7 December 2026."));
    // She reads it in her own words of the page and signs; the counsellor signs for the service; each signs once.
    herself.opens(&agreement).await.sees("I agree and sign").sees_no("Sign for the service").sees_no("Change the agreement");
    for _ in 0..2 {
        herself.sends(&format!("{agreement}/sign"), &format!("agreement={id}&version=1")).await.link_is(&format!("{agreement}?said=agreement-signed"));
    }
    // Nobody says for her that she was signed in, and a form made for another agreement signs nothing. Whatever she sends, she signs for herself.
    gone(&jana.sends(&format!("{agreement}/sign"), &format!("agreement={id}&version=1&side=client&how=portal")).await);
    assert_eq!(herself.sends(&format!("{agreement}/sign"), "agreement=0&version=1").await.status, StatusCode::CONFLICT);
    herself.sends(&format!("{agreement}/sign"), &format!("agreement={id}&version=1&side=provider&how=paper")).await;
    jana.opens(&agreement).await.sees("The client has signed: 23 November 2026, signed in as themselves.").sees("The service has not signed.");
    jana.sends(&format!("{agreement}/sign"), &format!("agreement={id}&version=1&side=provider&how=screen")).await;
    jana.opens(&agreement).await.sees("in force").sees("Next review: 23 February 2027").sees_no("waits to be signed");
    jana.opens(&file).await.sees("in force").sees("An agreement holds.").sees_no("left to agree a plan").sees("Next for the client: Bring all letters of creditors, by 4 December 2026").sees("Goal 1, what").sees("Agreement: signed");
    assert!(!needs(&jana, &file).await.contains("is to be signed by both sides"));
    herself.opens(&format!("{file}/copy")).await.sees("Step 3, whose step").sees("Arrange a first talk with debt advice").sees("Goal 1, for").sees("Money and debt");
    // Both sides’ steps are late alike, and each says what became of theirs.
    town.on("2026-12-10");
    let (jana, herself) = (town.back(jana.user).await, town.back(herself.user).await);
    let day = needs(&jana, &file).await;
    assert!(day.contains("A step of ours was due by 1 December 2026.") && day.contains("A step of the client was due by 4 December 2026."), "{day}");
    herself.opens(&agreement).await.sees("late");
    herself.sends(&format!("{agreement}/steps/s1"), &format!("agreement={id}&progress=reached&says=In+a+shoebox.")).await.link_is(&format!("{agreement}?said=agreement-step"));
    gone(&herself.sends(&format!("{agreement}/steps/s3"), &format!("agreement={id}&progress=reached&says=")).await);
    gone(&herself.sends(&format!("{agreement}/steps/s2"), &format!("agreement={id}&progress=dropped&says=No")).await);
    gone(&herself.sends(&format!("{agreement}/steps/s9"), &format!("agreement={id}&progress=reached&says=")).await);
    unfit(&jana.sends(&format!("{agreement}/steps/s3"), &format!("agreement={id}&progress=dropped&says=")).await);
    jana.sends(&format!("{agreement}/steps/s3"), &format!("agreement={id}&progress=reached&says=")).await;
    jana.opens(&agreement).await.sees("In a shoebox.").sees("done");
    let day = needs(&jana, &file).await;
    assert!(!day.contains("was due by 1 December") && !day.contains("was due by 4 December"), "{day}");
});

db::both_engines!(an_agreement_is_changed_by_versions_refused_reviewed_lapses_and_ends, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana, herself) = (format!("/clients/{amira}"), town.counsellor().await, town.jobseeker("ES-0004711").await);
    let (agreement, draft) = (format!("{file}/agreement"), format!("{file}/agreement/draft"));
    assess(&jana, &file).await;
    let id = value(&jana.opens(&draft).await, "id");
    jana.sends(&draft, &format!("{}&do=offer", whole(&id, 0))).await;
    // Refused with a reason, it stands so; another version can be offered, and whoever thinks again can sign.
    unfit(&herself.sends(&format!("{agreement}/refuse"), &format!("agreement={id}&version=1&says=+")).await);
    herself.sends(&format!("{agreement}/refuse"), &format!("agreement={id}&version=1&says=Too+much+at+once.")).await.link_is(&format!("{agreement}?said=agreement-refused"));
    jana.opens(&agreement).await.sees("refused").sees("Too much at once.");
    // A page from before does not make a yes of it.
    let stale = jana.sends(&format!("{agreement}/sign"), &format!("agreement={id}&version=1&side=client&how=paper")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.body);
    assert!(!needs(&jana, &file).await.contains("There is no agreement"), "what was refused was offered");
    jana.opens(&draft).await.sees("Version 2 of the agreement").sees("A plan with all creditors").sees("name=\"g2.text\"").sees("name=\"s5.text\"");
    let less = whole(&id, 1).replace("&s2.text=Keep+a+book+of+what+is+spent&s2.side=client&s2.by=2027-01-15", "").replace("2026-12-04", "2026-12-11");
    jana.sends(&draft, &format!("{less}&do=offer")).await.link_is(&format!("{agreement}?said=agreement-offered"));
    // Whoever wrote on the version before comes too late, and keeps what was typed.
    let late = jana.sends(&draft, &format!("{}&s7.text=More+of+it&s7.side=client&s7.by=2027-01-01&do=offer", whole(&id, 1))).await;
    unfit(&late);
    late.sees("Somebody has offered another version meanwhile.").sees("Version 3 of the agreement").sees("More of it");
    jana.opens(&draft).await.sees("Version 3 of the agreement").sees("More of it");
    jana.sends(&format!("{agreement}/discard"), "").await;
    jana.opens(&agreement).await.sees("removed").sees("Keep a book of what is spent").sees("11 December 2026").sees("Version 2, offered");
    assert_eq!(herself.sends(&format!("{agreement}/sign"), &format!("agreement={id}&version=1")).await.status, StatusCode::CONFLICT);
    jana.sends(&format!("{agreement}/sign"), &format!("agreement={id}&version=2&side=provider&how=screen")).await;
    herself.sends(&format!("{agreement}/disagree"), &format!("agreement={id}&version=2&says=The+course+is+too+far.")).await;
    jana.sends(&format!("{agreement}/sign"), &format!("agreement={id}&version=2&side=client&how=paper")).await;
    jana.opens(&agreement).await.sees("in force").sees("The course is too far.").sees("on paper");
    // A third version is offered while the second holds; refused, the second holds still.
    jana.sends(&draft, &format!("{}&do=offer", less.replace("after=1", "after=2").replace("Find+two+courses", "Find+three+courses"))).await;
    jana.opens(&agreement).await.sees("in force").sees("Version 3, offered").sees("Find three courses that fit");
    herself.sends(&format!("{agreement}/refuse"), &format!("agreement={id}&version=3&says=Two+are+enough.")).await;
    jana.opens(&agreement).await.sees("in force").sees_no("Version 3, offered");
    // It is reviewed and goes on; not reviewed for too long it holds no longer, and the day says that there is none.
    town.on("2027-02-23");
    let jana = town.back(jana.user).await;
    jana.opens(&agreement).await.sees("to be reviewed");
    unfit(&jana.sends(&format!("{agreement}/review"), &format!("agreement={id}&what=reviewed&next=2027-02-23&says=")).await);
    unfit(&jana.sends(&format!("{agreement}/review"), &format!("agreement={id}&what=reviewed&next=2062-02-23&says=")).await);
    gone(&jana.sends(&format!("{agreement}/review"), &format!("agreement={id}&what=signed&next=2027-05-01&says=")).await);
    jana.sends(&format!("{agreement}/review"), &format!("agreement={id}&what=reviewed&next=2027-05-10&says=On+the+way.")).await;
    jana.opens(&agreement).await.sees("in force").sees("Next review: 10 May 2027");
    town.on("2027-05-01");
    let jana = town.back(jana.user).await;
    assert!(needs(&jana, &file).await.contains("The agreement is to be reviewed on 10 May 2027."));
    town.on("2027-08-11");
    let jana = town.back(jana.user).await;
    jana.opens(&agreement).await.sees("lapsed: not reviewed");
    unfit(&jana.sends(&format!("{agreement}/review"), &format!("agreement={id}&what=reviewed&next=2027-11-01&says=")).await);
    let day = needs(&jana, &file).await;
    assert!(day.contains("There is no agreement; it was due by"), "{day}");
    // It ends with a reason, once; then another one can begin.
    unfit(&jana.sends(&format!("{agreement}/review"), &format!("agreement={id}&what=completed&says=")).await);
    jana.sends(&format!("{agreement}/review"), &format!("agreement={id}&what=completed&says=She+cooks+at+the+station.")).await.link_is(&format!("{agreement}?said=agreement-reviewed"));
    jana.opens(&agreement).await.sees("What was agreed is reached: 11 August 2027").sees("She cooks at the station.").sees_no("We have looked at it together");
    gone(&jana.sends(&format!("{agreement}/review"), &format!("agreement={id}&what=ended&says=Again.")).await);
});

db::both_engines!(an_agreement_is_for_the_client_and_for_those_who_work_with_them, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), town.counsellor().await);
    let (agreement, draft) = (format!("{file}/agreement"), format!("{file}/agreement/draft"));
    assess(&jana, &file).await;
    let id = value(&jana.opens(&draft).await, "id");
    jana.sends(&draft, &format!("{}&do=offer", whole(&id, 0))).await;
    for (role, organisation) in [(Role::Counsellor, "employment-service"), (Role::Partner, "municipality"), (Role::Manager, "employment-service"), (Role::Steward, "employment-service")] {
        let other = town.visitor(role, organisation, None).await;
        gone(&other.opens(&agreement).await);
        gone(&other.opens(&draft).await);
        gone(&other.sends(&format!("{agreement}/sign"), &format!("agreement={id}&version=1&side=client&how=screen")).await);
    }
    // Another person's own agreement is theirs.
    let other = town.jobseeker("ES-0005802").await;
    gone(&other.opens(&agreement).await);
    gone(&other.sends(&format!("{agreement}/sign"), &format!("agreement={id}&version=1")).await);
    // Who may read agreements of the service reads it on the file, as every entry.
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    piet.opens(&file).await.sees("Arrange a first talk with debt advice");
    jana.opens(&agreement).await.sees("The client has not signed.");
});

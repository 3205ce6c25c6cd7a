//! The in-depth assessment: both views of every dimension, kept at every stop, finished once, read by whom it was said beforehand.

use crate::meeting::whole_day;
use crate::town::{Answer, Town};
use axum::http::StatusCode;
use rights::Role;

fn unfit(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.body);
}

fn gone(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.body);
}

db::both_engines!(an_assessment_is_kept_at_every_stop_and_finished_once, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana, herself) = (format!("/clients/{amira}"), town.counsellor().await, town.jobseeker("ES-0004711").await);
    let (all, new) = (format!("{file}/assessments"), format!("{file}/assessments/new"));
    jana.opens(&file).await.link_is_there(&all);
    jana.opens(&all).await.sees("There is no assessment yet.").link_is_there(&format!("{new}?with=holistic"));
    herself.opens(&all).await.sees("There is no assessment yet. Your counsellor makes it together with you.").sees_no("Begin");
    // Strengths show first, what is known is shown to be confirmed, and nothing wrong is kept.
    let page = jana.opens(&new).await;
    page.sees("Talk about your whole situation").sees("0 of 14 talked about").sees("needed").sees("Who will read Permits and legal matters, Health and work:");
    let first = page.body.find("assessments/new/skills").unwrap();
    assert!(first < page.body.find("assessments/new/debt").unwrap());
    jana.opens(&format!("{new}/language")).await.sees("What is known already").sees("Arabic").sees("Confirmed together today");
    for wrong in ["own=wonderful", "seen=4", "wish=perhaps", &format!("note={}", "x".repeat(2001))] {
        unfit(&jana.sends(&format!("{new}/skills"), wrong).await);
    }
    gone(&jana.sends(&format!("{new}/astrology"), "own=fine").await);
    jana.sends(&format!("{new}/skills"), "own=strength&seen=small&wish=later&note=Cooks+for+forty+people.").await.link_is(&format!("{new}/experience?with=holistic&said=assessment-kept"));
    jana.sends(&format!("{new}/language"), "own=small&seen=small&wish=yes&confirmed=yes").await;
    jana.sends(&format!("{new}/health"), "own=serious&seen=serious&note=Her+back+hurts.&follows=No+heavy+lifting.").await;
    // What was typed is there on another day, on the page and on her own day, and for nobody else.
    town.on("2026-11-25");
    let jana = town.back(jana.user).await;
    jana.opens("/my-day").await.sees("an assessment").link_is_there(&new);
    jana.opens(&format!("{new}/skills")).await.sees("Cooks for forty people.");
    jana.opens(&new).await.sees("3 of 14 talked about").sees("seen differently");
    let herself = town.back(herself.user).await;
    herself.opens(&file).await.sees_no("Cooks for forty people.");
    gone(&herself.opens(&new).await);
    // It is finished once the three that are always asked are answered, with a goal and a track; the draft is gone, and sent twice it is there once.
    let page = jana.opens(&new).await;
    let id = page.body.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let whole = format!("id={id}&goal=known-occupation&track=intensive&summary=Wants+to+cook.");
    let answer = jana.sends(&new, &whole).await;
    unfit(&answer);
    answer.sees("Talk about what is marked as needed first.").sees("Wants to cook.");
    for dimension in ["expectations", "job-search"] {
        jana.sends(&format!("{new}/{dimension}"), "own=fine&seen=fine").await;
    }
    for (wrong, says) in [("goal=known-occupation", "Say what the client aims at."), ("track=intensive", "Say how closely to look after the client.")] {
        let answer = jana.sends(&new, &whole.replace(wrong, "x=")).await;
        unfit(&answer);
        answer.sees(says);
    }
    let one = format!("{all}/{id}");
    for _ in 0..2 {
        jana.sends(&new, &whole).await.link_is(&format!("{one}?said=assessment-finished"));
    }
    jana.opens("/my-day").await.sees_no("an assessment");
    jana.opens(&new).await.sees("0 of 14 talked about");
    let list = jana.opens(&all).await;
    assert_eq!(list.body.matches(&format!("href=\"{all}/")).count(), 2, "one to begin, one that was made: {}", list.body);
    list.sees("25 November 2026").sees("3 barriers").sees("0 strengths");
    jana.opens(&one).await.sees("a regular job in a known occupation").sees("Several things stand in the way at once").sees("25 May 2027").sees("Her back hurts.");
    // She reads all of it, on its page, in her file and in her copy, in words.
    let herself = town.back(herself.user).await;
    herself.opens(&one).await.sees("Wants to cook.").sees("Her back hurts.").sees("This is a strength");
    herself.opens(&file).await.sees("Wants to cook.").sees("Skills and qualifications, the client&#39;s view");
    herself.opens(&format!("{file}/copy")).await.sees("Skills and qualifications, the client&#39;s view").sees("Cooks for forty people.").sees("No heavy lifting.");
    herself.opens(&format!("{file}/looked")).await.sees("assessment finished");
});

db::both_engines!(what_an_assessment_says_of_health_is_read_by_those_who_work_with_the_client, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), town.counsellor().await);
    let new = format!("{file}/assessments/new");
    for (dimension, says) in [("skills", "seen=strength&note=Cooks."), ("expectations", "seen=fine"), ("job-search", "seen=small"), ("health", "seen=serious&note=Her+back+hurts.&follows=No+heavy+lifting.")] {
        jana.sends(&format!("{new}/{dimension}"), says).await;
    }
    let page = jana.opens(&new).await;
    page.sees("Who will read it:").sees("Not by: municipality");
    let id = page.body.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    jana.sends(&new, &format!("id={id}&goal=known-occupation&track=basic&summary=Wants+to+cook.")).await;
    let one = format!("{file}/assessments/{id}");
    // A colleague of the service who says why reads what is not close; the pages of assessments are for those who work with her.
    let colleague = town.visitor(Role::Counsellor, "employment-service", None).await;
    gone(&colleague.opens(&one).await);
    colleague.sends(&format!("{file}/why"), "purpose=handover").await;
    colleague.opens(&file).await.sees("Wants to cook.").sees_no("Her back hurts.").sees_no("No heavy lifting.");
    gone(&colleague.opens(&one).await);
    gone(&colleague.opens(&new).await);
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    piet.opens(&file).await.sees_no("Wants to cook.").sees_no("Her back hurts.").sees_no("No heavy lifting.");
    gone(&piet.opens(&one).await);
    jana.opens(&one).await.sees("Her back hurts.");
});

db::both_engines!(two_assessments_show_what_changed, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, mut jana) = (format!("/clients/{amira}"), town.counsellor().await);
    let new = format!("{file}/assessments/new");
    for (day, debt, network) in [("2026-11-24", "blocks", "fine"), ("2027-05-24", "small", "serious")] {
        town.on(day);
        jana = town.back(jana.user).await;
        for (dimension, says) in [("skills", "seen=fine".to_owned()), ("expectations", "seen=fine".to_owned()), ("job-search", "seen=fine".to_owned()), ("debt", format!("seen={debt}")), ("network", format!("seen={network}"))] {
            jana.sends(&format!("{new}/{dimension}"), &says).await;
        }
        let page = jana.opens(&new).await;
        let id = page.body.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
        jana.sends(&new, &format!("id={id}&goal=known-occupation&track=intensive&summary=")).await;
    }
    let page = jana.opens(&format!("{file}/assessments")).await;
    page.sees("What changed from 24 November 2026 to 24 May 2027").sees("easier now").sees("harder now").sees("This has to be solved before work is possible");
    // Half a year later it is due again, and said so in time.
    town.on("2027-11-11");
    let jana = town.back(jana.user).await;
    assert!(whole_day(&jana).await.contains("The assessment is to be made anew by 24 November 2027."));
    town.on("2027-11-25");
    let jana = town.back(jana.user).await;
    assert!(whole_day(&jana).await.contains("The assessment was to be made anew by 24 November 2027."));
    // A draft is thrown away when its writer says so.
    jana.sends(&format!("{new}/debt"), "seen=fine&note=Paid+off.").await;
    jana.opens(&format!("{new}/debt")).await.sees("Paid off.");
    jana.sends(&format!("{file}/assessments/discard"), "").await;
    jana.opens(&format!("{new}/debt")).await.sees_no("Paid off.");
});

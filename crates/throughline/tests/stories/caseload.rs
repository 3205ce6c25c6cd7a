//! The caseload: everybody a counsellor counsels or covers for, by view and order, with what is due, on the page and as a file.

use crate::town::Town;
use axum::http::StatusCode;
use rights::Role;

/// The names of the rows, in their order.
fn names(body: &str) -> Vec<String> {
    let rows = body.split("<th scope=\"row\">").skip(1);
    rows.map(|row| row.split("<bdi>").nth(1).unwrap().split('<').next().unwrap().to_owned()).collect()
}

db::both_engines!(a_caseload_shows_everybody_by_view_and_order_and_leaves_as_a_file, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), town.counsellor().await);
    let page = jana.opens("/caseload").await;
    page.sees("Amira Haddad").sees("intensive: ").sees("of at most 70").sees("not assessed").sees("Weeks out of work");
    let all = names(&page.body);
    assert!(all.len() > 2, "{all:?}");
    // One is assessed and looked after closely: her row says so, and so does the view.
    for (dimension, says) in [("skills", "seen=strength"), ("expectations", "seen=small"), ("job-search", "seen=fine")] {
        jana.sends(&format!("{file}/assessments/new/{dimension}"), says).await;
    }
    let new = jana.opens(&format!("{file}/assessments/new")).await;
    let id = new.body.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    jana.sends(&format!("{file}/assessments/new"), &format!("id={id}&goal=known-occupation&track=intensive&summary=")).await;
    jana.sends(&format!("{file}/meetings"), "next_on=2026-12-01&next_at=9:30&next_channel=office&next_minutes=30").await;
    let page = jana.opens("/caseload?show=intensive").await;
    assert_eq!(names(&page.body), ["Amira Haddad"]);
    page.sees("intensive 1").sees("1 December 2026").sees("intensive: <span class=\"tl-num\">1</span> of at most 70");
    assert_eq!(names(&jana.opens("/caseload?show=nonsense&sort=nonsense&skip=0").await.body).len(), all.len());
    jana.opens("/caseload?skip=500").await.sees("Nobody is in this view.").sees_no("Amira Haddad");
    // By name, and by how long nobody has met them; each order has everybody once.
    let by_name = names(&jana.opens("/caseload?sort=name").await.body);
    let mut sorted = by_name.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(by_name, sorted);
    for order in ["urgent", "weeks", "met"] {
        let mut names = names(&jana.opens(&format!("/caseload?sort={order}")).await.body);
        names.sort_by_key(|name| name.to_lowercase());
        assert_eq!(names, sorted, "{order}");
    }
    let file = jana.opens("/caseload?show=intensive&format=csv").await;
    assert_eq!(file.status, StatusCode::OK, "{}", file.body);
    assert!(file.body.starts_with("\"client\",\"name\"") && file.body.lines().count() == 2 && file.body.contains("\"intensive\""), "{}", file.body);
    // Each who is shown is a line of the log; whom a colleague counsels is not shown.
    assert!(jana.lines_about(amira).await.iter().any(|line| line.contains("in one’s own caseload") || line.contains("in one's own caseload")));
    let colleague = town.visitor(Role::Counsellor, "employment-service", None).await;
    colleague.opens("/caseload").await.sees("You are nobody&#39;s counsellor yet.").sees_no("Amira Haddad");
    for role in [Role::Partner, Role::Manager, Role::Steward, Role::Jobseeker] {
        let record = if role == Role::Jobseeker { Some(town.record("employment-service", "ES-0005802").await) } else { None };
        let other = town.visitor(role, "employment-service", record).await;
        assert_eq!(other.opens("/caseload").await.status, StatusCode::NOT_FOUND, "{role}");
    }
});

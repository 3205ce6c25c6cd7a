//! Finding a person, and what their page says.

use crate::town::Town;
use axum::http::StatusCode;
use db::Sql;

// A person's right 9.
db::both_engines!(a_misspelt_name_finds_ilona_and_the_page_says_why_her_records_are_one, |fresh| async {
    let town = Town::full(fresh).await;
    let jana = town.counsellor().await;
    let found = jana.opens("/find?q=lakatosh+ilonna").await;
    found.sees("Ilona Lakatos").sees("born 1988").sees("Spelt a little differently");
    let page = jana.opens(&found.link("/clients/")).await;
    page.sees("One client from 3 records").sees("employment-service").sees("municipality").sees("training-ngo");
    let why = jana.opens(&format!("{}/links", found.link("/clients/"))).await;
    page.sees("/links\"");
    why.sees("Why these are one person").sees("Lakatosz").sees("Birth date: the same").sees("very strongly for");
    why.sees_no("take this record out");
});

db::both_engines!(amira_is_54_weeks_out_of_work_and_past_the_first_mark, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let page = town.counsellor().await.opens(&format!("/clients/{amira}")).await;
    page.sees("54 weeks").sees("since 10 November 2025").sees("24 weeks left to agree a plan").sees("10 May 2027");
    page.sees("passed on 10 November 2026").sees("interpreter needed");
    let bruno = town.client("employment-service", "ES-0005802").await;
    town.counsellor().await.opens(&format!("/clients/{bruno}")).await.sees("70 weeks");
});

// A person's right 11.
db::both_engines!(the_page_shows_what_was_known_on_a_past_day, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let jana = town.counsellor().await;
    let then = jana.opens(&format!("/clients/{amira}?on=2026-01-31")).await;
    then.sees("As known on").sees("that came later are not shown").sees_no("Course completed");
    let now = jana.opens(&format!("/clients/{amira}")).await;
    now.sees("Course completed").sees_no("As known on Saturday");
    let before = jana.opens(&format!("/clients/{amira}?on=2020-01-01")).await;
    assert_eq!(before.status, StatusCode::NOT_FOUND, "nothing was known of her then");
});

db::both_engines!(the_timeline_is_narrowed_and_searched, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let jana = town.counsellor().await;
    let trainings = jana.opens(&format!("/clients/{amira}?kind=training")).await;
    trainings.sees("Language for work").sees_no("Meeting: attended");
    let letters = jana.opens(&format!("/clients/{amira}?text=LETTER")).await;
    letters.sees("the letter was not in Arabic").sees_no("Language for work");
    let period = jana.opens(&format!("/clients/{amira}?since=2026-09-01&until=2026-09-30")).await;
    period.sees("did not come").sees_no("trial week");
    jana.opens(&format!("/clients/{amira}?text=zeppelin")).await.sees("No entry fits this filter");
    jana.opens(&format!("/clients/{amira}?kind=link")).await.sees("linked to this client");
});

// A person's right 8.
db::both_engines!(each_person_shown_is_one_line_of_the_access_log, |fresh| async {
    const LINES: Sql = Sql::both("select act, client_id, outcome from access_log where user_name = 'A counsellor' order by seq");
    let town = Town::full(fresh).await;
    let jana = town.counsellor().await;
    let found = jana.opens("/find?q=haddad").await;
    let shown = found.body.matches("class=\"tl-result__name\"").count();
    assert!(shown > 0);
    jana.opens(&found.link("/clients/")).await;
    let mut tx = town.app.db.read().await.unwrap();
    let lines = tx.all(&LINES, vec![]).await.unwrap();
    let count = |act: &str, of_client: bool| {
        let fits = |row: &&db::Row| row.text("act").unwrap() == act && row.opt_id("client_id").unwrap().is_some() == of_client;
        lines.iter().filter(fits).count()
    };
    assert_eq!(count("find-clients", false), 1, "one line for the search");
    assert_eq!(count("find-clients", true), shown, "one for each person it showed");
    assert_eq!(count("see-client", true), 1, "one for the page");
    assert_eq!(lines.len(), 2 + shown);
});

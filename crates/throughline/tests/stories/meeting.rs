//! Meetings: planned and recorded by those at the service who work with somebody, read by whom it was said beforehand, forgotten by nobody.

use crate::town::{Answer, Town, Visitor};
use axum::http::StatusCode;
use db::Sql;
use rights::Role;
use words::Id;

fn gone(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.body);
}

fn unfit(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.body);
}

/// What stands in a field of the form.
fn value(answer: &Answer, name: &str) -> String {
    let start = answer.body.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no {name} in {}", answer.body));
    let (_, rest) = answer.body[start..].split_once("value=\"").unwrap();
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// Where the first form is sent to whose address ends like this.
fn sent_to(answer: &Answer, end: &str) -> String {
    let mut addresses = answer.body.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    addresses.find(|address| address.ends_with(end)).unwrap_or_else(|| panic!("no form to {end} in {}", answer.body)).to_owned()
}

fn planned(on: &str, at: &str) -> String {
    format!("next_on={on}&next_at={at}&next_channel=office&next_minutes=30")
}

/// The form of a meeting of today, with a note.
fn recorded(id: &str, note: &str, more: &str) -> String {
    format!("id={id}&outcome=attended&on=2026-11-24&channel=office&minutes=25&basis=client&note={note}&{more}")
}

async fn entries(town: &Town, client: Id) -> usize {
    const MEETINGS: Sql = Sql::both("select entry_id from entry where subject_id = $1 and kind = 'meeting'");
    town.app.db.read().await.unwrap().all(&MEETINGS, vec![client.into()]).await.unwrap().len()
}

/// Everybody who needs somebody, page by page.
pub(crate) async fn whole_day(visitor: &Visitor<'_>) -> String {
    let (mut whole, mut next) = (String::new(), "/my-day".to_owned());
    loop {
        let page = visitor.opens(&next).await;
        whole += &page.body;
        match page.body.split("href=\"/my-day?skip=").nth(1) {
            Some(rest) => next = format!("/my-day?skip={}", rest.split('"').next().unwrap()),
            None => return whole,
        }
    }
}

async fn form(visitor: &Visitor<'_>, file: &str) -> Answer {
    visitor.opens(&format!("{file}/meetings/record")).await
}

db::both_engines!(a_meeting_is_planned_and_recorded_with_the_next_one_and_sent_twice_it_is_recorded_once, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana, herself) = (format!("/clients/{amira}"), town.counsellor().await, town.jobseeker("ES-0004711").await);
    let meetings = format!("{file}/meetings");
    jana.opens("/").await.link_is("/my-day");
    jana.opens("/my-day").await.sees("No meeting is planned.");
    jana.opens(&file).await.sees("none planned").link_is_there(&meetings);
    for wrong in [
        planned("2026-11-22", "9:30"), planned("2026-11-23", "07:59"), planned("2026-11-24", "25:00"), planned("2026-11-24", ""), planned("soon", "9:30"),
        planned("2028-11-24", "9:30"), planned("2026-11-24", "9:30").replace("office", "moon"), planned("2026-11-24", "9:30").replace("=30", "=0"),
    ] {
        unfit(&jana.sends(&meetings, &wrong).await);
    }
    jana.sends(&meetings, &planned("2026-11-24", "9:30")).await.link_is(&format!("{meetings}?said=meeting-planned"));
    jana.opens("/my-day").await.sees("Amira Haddad").sees("09:30").sees("The next one:");
    jana.opens(&file).await.sees("24 November 2026").sees("09:30");
    herself.opens(&meetings).await.sees("09:30").sees("A counsellor").sees_no("Plan it");
    // The hour has come: what came of it is asked for, and the next one is planned in the same go.
    town.at("2026-11-24", 10, 5);
    let jana = town.back(jana.user).await;
    let link = jana.opens("/my-day").await.sees("One meeting waits").sees("Did not come").link(&format!("{meetings}/record?meeting="));
    let page = jana.opens(&link).await;
    page.sees("Amira Haddad").sees("Not by:").sees("and no other organisation.");
    let id = value(&page, "id");
    assert_eq!((value(&page, "on").as_str(), value(&page, "minutes").as_str()), ("2026-11-24", "30"));
    let record = format!("{meetings}/record");
    let whole = recorded(&id, "Wants+a+course+in+the+mornings.", &format!("readers=usual&{}", planned("2026-12-01", "9:30")));
    for wrong in [
        whole.replace("outcome=attended", "outcome="), whole.replace("outcome=attended", "outcome=called-off"), whole.replace("on=2026-11-24&", "on=2026-11-25&"),
        whole.replace("on=2026-11-24&", "on=2026-10-23&"), whole.replace("minutes=25", "minutes=many"), whole.replace("2026-12-01", "2026-11-01"), whole.replace("9:30", "late"),
    ] {
        let answer = jana.sends(&record, &wrong).await;
        unfit(&answer);
        // Nothing of what was typed is lost.
        answer.sees("Wants a course in the mornings.");
    }
    for _ in 0..2 {
        jana.sends(&record, &whole).await.link_is(&format!("{file}?said=meeting-recorded-and-planned"));
    }
    assert_eq!(entries(&town, amira).await, 1, "sent twice, recorded once");
    jana.opens(&file).await.sees("Wants a course in the mornings.").sees("the words of the client").sees("1 December 2026");
    // The list and her copy say what was, not what was planned: five minutes less.
    jana.opens(&meetings).await.sees("They came").sees("25 minutes").sees("1 December 2026");
    jana.opens("/my-day").await.sees_no("waits for a word").sees("1 December 2026");
    let herself = town.back(herself.user).await;
    herself.opens(&file).await.sees("Wants a course in the mornings.");
    herself.opens(&format!("{file}/copy")).await.sees("When you are met, and what came of it").sees("They came").sees("25");
    herself.opens(&format!("{file}/looked")).await.sees("meeting recorded");
    // They did not come to the next one: one press records it, and a week later is proposed.
    town.at("2026-12-01", 10, 0);
    let jana = town.back(jana.user).await;
    let missed = sent_to(&jana.opens("/my-day").await, "/missed");
    let answer = jana.sends(&missed, "").await;
    let after = answer.location.clone().unwrap();
    assert!(after.starts_with(&format!("{meetings}?after=")) && after.ends_with("said=meeting-missed"), "{after}");
    let page = jana.opens(&after).await;
    assert_eq!((value(&page, "next_on").as_str(), value(&page, "next_at").as_str()), ("2026-12-08", "09:30"));
    jana.opens(&file).await.sees("did not come");
    jana.sends(&meetings, &planned("2026-12-08", "9:30")).await.link_is(&format!("{meetings}?said=meeting-planned"));
    assert_eq!(jana.sends(&missed, "").await.status, StatusCode::CONFLICT, "it is recorded already");
    let off = sent_to(&jana.opens(&meetings).await, "/call-off");
    unfit(&jana.sends(&off.replace("call-off", "missed"), "").await);
    assert!(jana.sends(&off, "").await.location.unwrap().ends_with("said=meeting-called-off"));
    assert_eq!(jana.sends(&off, "").await.status, StatusCode::CONFLICT);
    jana.opens(&meetings).await.sees("It was called off").sees("No meeting is planned.");
    assert_eq!(entries(&town, amira).await, 2, "what was called off is no entry");
});

db::both_engines!(words_that_look_like_health_are_pointed_out_once_and_who_reads_the_note_is_as_it_was_said, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), town.counsellor().await);
    town.at("2026-11-24", 9, 0);
    let (jana, piet) = (town.back(jana.user).await, town.visitor(Role::Partner, "municipality", None).await);
    let record = format!("{file}/meetings/record");
    let page = form(&jana, &file).await;
    let readers: Vec<&str> = page.body.split("name=\"readers\"").skip(1).collect();
    let (usual, narrow) = (readers[0], readers[1]);
    assert!(usual.contains("it is read by: ") && usual.contains("municipality") && !usual.contains("and no other organisation"), "{usual}");
    assert!(narrow.contains("and no other organisation.") && narrow.split("Not by: ").nth(1).unwrap().contains("municipality"), "{narrow}");
    let (id, note) = (value(&page, "id"), "Depression+is+better+says+she");
    let answer = jana.sends(&record, &recorded(&id, note, "readers=usual")).await;
    unfit(&answer);
    answer.sees("Look at these words").sees("Depression").sees("looks like health");
    assert_eq!((value(&answer, "pointed").as_str(), entries(&town, amira).await), ("yes", 0));
    // Saved close, the municipality learns that there was something and not what.
    jana.sends(&record, &recorded(&id, note, "pointed=yes&readers=narrow")).await.link_is(&format!("{file}?said=meeting-recorded"));
    jana.opens(&file).await.sees("Depression is better");
    piet.opens(&file).await.sees_no("Depression");
    // Whoever says so saves it as usual, and is not asked again.
    let id = value(&form(&jana, &file).await, "id");
    jana.sends(&record, &recorded(&id, "Diabetes+under+control", "pointed=yes&readers=usual")).await.link_is(&format!("{file}?said=meeting-recorded"));
    piet.opens(&file).await.sees("Diabetes under control").sees_no("Depression");
    // What looks like nothing of the kind is saved at once.
    let id = value(&form(&jana, &file).await, "id");
    jana.sends(&record, &recorded(&id, "Will+bring+the+letter", "readers=usual")).await.link_is(&format!("{file}?said=meeting-recorded"));
});

db::both_engines!(what_is_typed_is_kept_for_its_writer_alone_until_the_meeting_is_saved, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana, herself) = (format!("/clients/{amira}"), town.counsellor().await, town.jobseeker("ES-0004711").await);
    let petr = town.visitor_called("Petr Novotny", Role::Counsellor, "employment-service", None).await;
    jana.sends(&format!("{file}/team"), &format!("member={}&part=Job+coach&from=2026-11-23&until=", petr.user)).await;
    town.at("2026-11-24", 9, 0);
    let (jana, petr, herself) = (town.back(jana.user).await, town.back(petr.user).await, town.back(herself.user).await);
    let (marta, piet, stranger) = (
        town.visitor(Role::Manager, "employment-service", None).await,
        town.visitor(Role::Partner, "municipality", None).await,
        town.visitor(Role::Counsellor, "employment-service", None).await,
    );
    let (draft, record) = (format!("{file}/meetings/draft"), format!("{file}/meetings/record"));
    let id = value(&form(&jana, &file).await, "id");
    let typed = recorded(&id, "Half+a+sentence+about", "readers=usual");
    jana.sends(&draft, &typed).await.link_is(&format!("{record}?said=meeting-draft-kept"));
    let kept = town.ask_with(("POST", &draft), &[("cookie", jana.cookie()), ("x-fragment", "1")], Some(&typed.replace("about", "about+it"))).await;
    kept.sees("Kept as a draft at 09:00");
    let page = form(&jana, &file).await;
    page.sees("Half a sentence about it").sees("did not save");
    assert_eq!(value(&page, "id"), id);
    jana.opens("/my-day").await.sees("One draft");
    // Nobody else reads it: no colleague in the same team, not the person, and nobody in the database.
    form(&petr, &file).await.sees_no("Half a sentence");
    petr.opens("/my-day").await.sees_no("draft");
    for path in [file.clone(), format!("{file}/meetings"), format!("{file}/copy"), format!("{file}/looked")] {
        herself.opens(&path).await.sees_no("Half a sentence");
    }
    if let Some(database) = town.database_file() {
        let bytes = std::fs::read(&database).unwrap();
        assert!(!bytes.windows(15).any(|window| window == b"Half a sentence"));
    }
    // Whoever does not work with her, or not for the service, neither reads nor writes anything of it.
    for other in [&marta, &piet, &stranger, &herself] {
        gone(&form(other, &file).await);
        for (path, body) in [(&draft, typed.as_str()), (&record, typed.as_str()), (&format!("{file}/meetings"), &planned("2026-12-01", "9:30")), (&format!("{file}/meetings/discard"), "")] {
            gone(&other.sends(path, body).await);
        }
    }
    gone(&piet.opens(&format!("{file}/meetings")).await);
    // However long it is, nothing breaks; what is too long is not kept.
    unfit(&jana.sends(&draft, &recorded(&id, &"x".repeat(270_000), "readers=usual")).await);
    unfit(&jana.sends(&record, &recorded(&id, &"x".repeat(4_001), "readers=usual")).await);
    jana.sends(&draft, &typed).await;
    // Saved, it is gone; and what was sent before and arrives after is not kept.
    jana.sends(&record, &typed).await.link_is(&format!("{file}?said=meeting-recorded"));
    assert_eq!(jana.sends(&draft, &typed).await.status, StatusCode::CONFLICT, "and that is said");
    form(&jana, &file).await.sees_no("Half a sentence");
    jana.opens("/my-day").await.sees_no("One draft");
    // What somebody takes out of the form again is gone as well.
    let id = value(&form(&jana, &file).await, "id");
    jana.sends(&draft, &recorded(&id, "Not+to+be+kept", "readers=usual")).await;
    jana.sends(&draft, &format!("id={id}&note=&outcome=")).await;
    form(&jana, &file).await.sees_no("Not to be kept");
    // Thrown away, it is gone too.
    let id = value(&form(&jana, &file).await, "id");
    jana.sends(&draft, &recorded(&id, "Something+else", "readers=usual")).await;
    jana.sends(&format!("{file}/meetings/discard"), "").await.link_is(&format!("{record}?said=meeting-draft-gone"));
    form(&jana, &file).await.sees_no("Something else");
    // After the days that the pack gives it is gone by itself, and not before.
    let id = value(&form(&jana, &file).await, "id");
    jana.sends(&draft, &recorded(&id, "Left+behind", "readers=usual")).await;
    for (day, there) in [("2026-12-08", true), ("2026-12-09", false)] {
        town.at(day, 8, 59);
        casework::drafts::clear_away(&town.app).await.unwrap();
        assert_eq!(form(&town.back(jana.user).await, &file).await.body.contains("Left behind"), there, "{day}");
    }
    let lines = jana.lines_about(amira).await;
    assert!(!lines.iter().any(|line| line.contains("draft")), "keeping what one types is no line: {lines:?}");
    assert_eq!(lines.iter().filter(|line| line.contains("hold-meetings | meeting recorded")).count(), 1, "{lines:?}");
});

db::both_engines!(who_was_not_met_within_the_floor_stands_on_the_day_of_their_counsellor_and_of_who_covers, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), town.counsellor().await);
    let petr = town.visitor_called("Petr Novotny", Role::Counsellor, "employment-service", None).await;
    let marta = town.visitor(Role::Manager, "employment-service", None).await;
    town.at("2026-11-24", 9, 0);
    let jana = town.back(jana.user).await;
    let id = value(&form(&jana, &file).await, "id");
    jana.sends(&format!("{file}/meetings/record"), &recorded(&id, "All+well", "readers=usual")).await;
    // Met on 24 November, the floor is 24 February: told of from fourteen days before.
    let needs = async |day: &str, visitor: &Visitor<'_>| {
        town.at(day, 9, 0);
        let whole = whole_day(&town.back(visitor.user).await).await;
        let of_her = whole.split("Amira Haddad").nth(1).and_then(|rest| rest.split("</li>").next()).unwrap_or_default();
        of_her.contains("Meet them by") || of_her.contains("should have been met")
    };
    assert!(!needs("2027-02-09", &jana).await);
    assert!(needs("2027-02-10", &jana).await);
    let told = async |visitor: &Visitor<'_>| whole_day(&town.back(visitor.user).await).await.split("Amira Haddad").nth(1).unwrap().split("</li>").next().unwrap().to_owned();
    let of_her = told(&jana).await;
    assert!(of_her.contains("Meet them by 24 February 2027.") && of_her.contains("Last met on 24 November 2026."), "{of_her}");
    assert!(needs("2027-02-25", &jana).await);
    let of_her = told(&jana).await;
    assert!(of_her.contains("They should have been met by 24 February 2027.") && of_her.contains("late"), "{of_her}");
    assert!(!needs("2027-02-25", &petr).await);
    town.back(petr.user).await.opens("/my-day").await.sees("Nobody needs you").sees("nobody&#39;s counsellor yet").sees("No meeting is planned.");
    let marta = town.back(marta.user).await;
    let cover = format!("absent={}&colleague={}&from=2027-02-25&to=2027-03-10", jana.user, petr.user);
    assert!(marta.sends("/team/covers", &cover).await.status.is_redirection());
    assert!(needs("2027-02-26", &petr).await);
    assert!(told(&petr).await.contains("covering for A counsellor"));
});

db::both_engines!(whoever_is_protected_meanwhile_is_neither_shown_nor_counted_on_the_day_of_a_counsellor_who_is_not_named, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana, petr) = (format!("/clients/{amira}"), town.counsellor().await, town.visitor(Role::Counsellor, "employment-service", None).await);
    jana.sends(&format!("{file}/meetings"), &planned("2026-11-23", "9:30")).await;
    jana.opens("/my-day").await.sees("Amira Haddad").sees("One meeting today");
    let (sofia, form) = (town.steward().await, format!("reader={}&reason=threatened", petr.user));
    assert!(sofia.sends(&format!("{file}/protection"), &form).await.status.is_redirection());
    let day = jana.opens("/my-day").await;
    day.sees_no("Amira").sees("No more meetings today").sees_no("09:30");
    gone(&jana.opens(&format!("{file}/meetings")).await);
});

db::both_engines!(what_a_colleague_has_recorded_meanwhile_is_not_recorded_twice_and_nothing_typed_is_lost, |fresh| async {
    let town = Town::full(fresh).await;
    let amira = town.client("employment-service", "ES-0004711").await;
    let (file, jana) = (format!("/clients/{amira}"), town.counsellor().await);
    let petr = town.visitor_called("Petr Novotny", Role::Counsellor, "employment-service", None).await;
    let ida = town.visitor_called("Ida Holm", Role::Partner, "social-insurer", None).await;
    for member in [&petr, &ida] {
        jana.sends(&format!("{file}/team"), &format!("member={}&part=Job+coach&from=2026-11-23&until=", member.user)).await;
    }
    let (meetings, record) = (format!("{file}/meetings"), format!("{file}/meetings/record"));
    // Pressed twice, it is planned once.
    let id = value(&jana.opens(&meetings).await, "id");
    for _ in 0..2 {
        jana.sends(&meetings, &format!("id={id}&{}", planned("2026-11-24", "9:30"))).await.link_is(&format!("{meetings}?said=meeting-planned"));
    }
    jana.sends(&meetings, &planned("2026-11-24", "11:00")).await;
    town.at("2026-11-24", 10, 5);
    let (jana, petr) = (town.back(jana.user).await, town.back(petr.user).await);
    let day = jana.opens("/my-day").await;
    assert_eq!((day.body.matches("09:30").count(), day.body.matches("11:00").count()), (1, 1));
    let (first, link) = (id, format!("{record}?meeting="));
    let page = jana.opens(&format!("{link}{first}")).await;
    // A member of the team who is of another organisation reads the note as usual, and not when it is kept close.
    let readers: Vec<&str> = page.body.split("name=\"readers\"").skip(1).collect();
    assert!(readers[0].split("Not by").next().unwrap().contains("social-insurer"), "{}", readers[0]);
    assert!(readers[1].split("Not by").nth(1).unwrap().contains("social-insurer"), "{}", readers[1]);
    // What is typed about one meeting is not told of another, and saying that somebody missed one throws nothing away.
    let typed = recorded(&first, "Came+late", "readers=usual");
    jana.sends(&format!("{meetings}/draft"), &typed).await;
    let second = jana.opens("/my-day").await.body.split(&link).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).find(|id| *id != first).unwrap();
    jana.opens(&format!("{link}{second}")).await.sees_no("Came late");
    jana.opens(&format!("{link}{first}")).await.sees("Came late");
    // Petr was quicker.
    petr.sends(&format!("{meetings}/{first}/missed"), "").await;
    form(&jana, &file).await.sees("Came late");
    let answer = jana.sends(&record, &typed).await;
    unfit(&answer);
    answer.sees("Somebody has recorded this meeting already").sees("Came late");
    assert_eq!((entries(&town, amira).await, value(&answer, "id") == first), (1, false));
    assert_eq!(jana.opens(&format!("{link}{first}")).await.status, StatusCode::CONFLICT);
    let again = recorded(&value(&answer, "id"), "Came+late", "readers=usual");
    jana.sends(&record, &again).await.link_is(&format!("{file}?said=meeting-recorded"));
    assert_eq!(entries(&town, amira).await, 2);
    town.back(ida.user).await.opens(&file).await.sees("Came late");
});

//! Match review as those who take part in it see it: the steward, a counsellor, a partner, a second person.

use crate::town::{Answer, Town};
use axum::http::StatusCode;
use db::Sql;
use history::entries::{self, Entry};
use rights::{Act, Role};
use words::{EntryKind, Id, Sensitivity};

/// The bits on a page of a pair, in tenths: the lines, and what they come to.
fn balance(page: &Answer) -> (Vec<i64>, i64) {
    let start = page.body.find("tl-waterfall").unwrap();
    let part = &page.body[start..page.body[start..].find("</ul>").unwrap() + start];
    let shown = part.split("dir=\"ltr\">").skip(1).map(|rest| rest.split('<').next().unwrap());
    let tenths = |text: &str| -> i64 { text.replace('−', "-").replace(['+', '.'], "").parse().unwrap() };
    let mut lines: Vec<i64> = shown.map(tenths).collect();
    let total = lines.pop().unwrap();
    (lines, total)
}

db::both_engines!(every_open_pair_adds_up_to_the_last_digit_and_says_so_in_sentences, |fresh| async {
    let town = Town::doubtful(fresh).await;
    let sofia = town.steward().await;
    let queue = sofia.opens("/matches").await;
    queue.sees("harm if wrong").sees("Last 30 days: 0 joined, 0 undone.");
    let pairs: Vec<&str> = queue.body.split("tl-result__name\"><a href=\"").skip(1).map(|part| part.split('"').next().unwrap()).collect();
    assert!(pairs.len() > 1, "the town has doubtful pairs");
    for pair in &pairs {
        let page = sofia.opens(pair).await;
        let (lines, total) = balance(&page);
        assert_eq!(lines.iter().sum::<i64>(), total, "{pair}: {lines:?}");
        page.sees("In short").sees("Who would see more").sees("What was said before");
    }
    let file = sofia.opens("/matches.csv").await;
    assert_eq!(file.body.lines().count(), pairs.len() + 1, "{}", file.body);
    let narrowed = sofia.opens("/matches?harm=little&org=clinic").await;
    assert!(narrowed.body.matches("tl-result__name").count() < pairs.len());
    sofia.opens("/matches?harm=%22%3E%3Cscript%3E&org=nobody&skip=99999").await.sees_no("\"><script").sees("tl-result__name");
});

db::both_engines!(a_counsellor_is_asked_answers_that_pair_only_and_the_steward_decides, |fresh| async {
    let town = Town::doubtful(fresh).await;
    let (sofia, jana) = (town.steward().await, town.counsellor().await);
    let petr = town.counsellor().await;
    let pair = sofia.opens("/matches").await.link("/matches/");
    let page = sofia.opens(&pair).await;
    let option = page.body.split("<option value=\"").nth(1).unwrap();
    let asked = option.split('"').next().unwrap();
    assert_eq!(sofia.sends(&pair, "decision=ask&of=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    sofia.sends(&pair, &format!("decision=ask&of={asked}&note=do+you+know+them")).await.link_is("/matches?said=match-asked");
    jana.opens("/").await.link_is("/questions");
    petr.opens("/").await.link_is("/my-day");
    let question = jana.opens("/questions").await.link("/questions/");
    jana.opens(&question).await.sees("do you know them").sees("In short");
    assert_eq!(petr.opens(&question).await.status, StatusCode::NOT_FOUND, "only who was asked");
    assert_eq!(petr.sends(&question, "answer=same").await.status, StatusCode::NOT_FOUND);
    assert_eq!(jana.sends(&question, "answer=perhaps").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    jana.sends(&question, "answer=different&note=cousins").await.link_is("/questions?said=answered");
    assert_eq!(jana.sends(&question, "answer=same").await.status, StatusCode::NOT_FOUND, "once");
    jana.opens("/").await.link_is("/my-day");
    sofia.opens(&pair).await.sees("answered: two people").sees("cousins");
    let decided = sofia.sends(&pair, "decision=different&note=as+she+says").await.location.unwrap();
    let queue = sofia.opens(&decided).await;
    queue.sees("Decided in the last 30 days").sees("Said to be two people");
    sofia.sends(&queue.link("/decisions/"), "").await;
    sofia.opens(&pair).await.sees("Said to be two people").sees("taken back on");
});

// A person's right 5.
db::both_engines!(a_protected_file_is_in_no_search_and_two_people_decide_about_it, |fresh| async {
    let town = Town::full(fresh).await;
    let ilona = town.client("employment-service", "ES-0006120").await;
    let (sofia, jana) = (town.steward().await, town.counsellor().await);
    let oskar = town.visitor(Role::Protection, "employment-service", None).await;
    let protection = format!("/clients/{ilona}/protection");
    let readers = sofia.opens(&protection).await;
    readers.sees("This file is not protected");
    sofia.sends(&protection, "reason=threatened").await.link_is(&format!("{protection}?said=protected"));
    let (nobody, hidden) = (jana.opens("/find?q=zzzzqqq").await, jana.opens("/find?q=ilona+lakatos").await);
    assert_eq!(nobody.body.replace("zzzzqqq", "X"), hidden.body.replace("ilona lakatos", "X").replace("ilona+lakatos", "X"), "as if there were nobody");
    let (unknown, refused) = (format!("/clients/{}", "0".repeat(32)), format!("/clients/{ilona}"));
    let (a, b) = (jana.opens(&unknown).await, jana.opens(&refused).await);
    assert_eq!((a.status, a.body.replace(&unknown, "")), (b.status, b.body.replace(&refused, "")), "unknown and protected answer alike");
    town.jobseeker("ES-0006120").await.opens(&refused).await.sees("Ilona Lakatos");
    let record = town.record("training-ngo", "TN-0000202").await;
    sofia.sends(&format!("/records/{record}/unlink"), "reason=not+hers").await.link_is("/matches?said=match-waits");
    assert_eq!(town.client("training-ngo", "TN-0000202").await, ilona, "nothing changes before");
    sofia.opens("/matches").await.sees("1 decision about somebody protected waits");
    let own = sofia.opens("/second").await;
    own.sees("You proposed this. Somebody else has to agree.").sees_no("Agree: do it");
    let asked = oskar.opens("/second").await;
    asked.sees("Leaves").sees("TN-0000202").sees("Stays").sees("ES-0006120").sees("R-0001204");
    let question = asked.sees("not hers").link("/second/");
    assert_eq!(sofia.sends(&question, "answer=agreed").await.status, StatusCode::NOT_FOUND, "nobody agrees with themselves");
    oskar.sends(&question, "answer=agreed").await.link_is("/second?said=second-agreed");
    assert_ne!(town.client("training-ngo", "TN-0000202").await, ilona);
    assert_eq!(oskar.sends(&question, "answer=agreed").await.status, StatusCode::CONFLICT);
    // Named by the officer, Jana finds her again.
    let named = readers.body.split("name=\"reader\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    oskar.sends(&protection, &format!("reader={named}")).await.link_is(&format!("{protection}?said=match-waits"));
    jana.opens("/find?q=ilona+lakatos").await.sees_no("Ilona Lakatos");
    let naming = sofia.opens("/second").await.link("/second/");
    sofia.sends(&naming, "answer=agreed").await.link_is("/second?said=second-agreed");
    jana.opens("/find?q=ilona+lakatos").await.sees("Ilona Lakatos");
    sofia.sends(&format!("{protection}/lift"), "").await.link_is(&format!("{protection}?said=match-waits"));
    let lifting = oskar.opens("/second").await.link("/second/");
    oskar.sends(&lifting, "answer=agreed").await;
    town.counsellor().await.opens("/find?q=ilona+lakatos").await.sees("Ilona Lakatos");
});

db::both_engines!(a_client_is_split_and_each_later_entry_finds_its_side_and_comes_back, |fresh| async {
    let town = Town::full(fresh).await;
    let ilona = town.client("employment-service", "ES-0006120").await;
    let notes = [("training-ngo", "Handed her certificate over."), ("municipality", "Her flat at Mill utca is kept."), ("clinic", "Called; no answer.")];
    let permit = town.permit(Act::RunFeed).await;
    let mut tx = town.app.db.write().await.unwrap();
    for (organisation, body) in notes {
        let entry = Entry {
            subject: ilona, id: town.app.clock.id(), kind: EntryKind::Note, from: "2026-11-20".parse().unwrap(), to: None,
            recorded_at: town.app.clock.now(), organisation: organisation.into(), author: None, worker: None,
            sensitivity: Sensitivity::PERSONAL, corrects: None, source: None, body: body.into(), details: [].into(),
        };
        entries::add(&mut tx, &permit, vec![entry]).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (sofia, jana) = (town.steward().await, town.counsellor().await);
    let record = town.record("training-ngo", "TN-0000202").await;
    let unlinked = sofia.sends(&format!("/records/{record}/unlink"), "").await;
    let split = format!("/clients/{ilona}/split");
    unlinked.link_is(&format!("{split}?record={record}&said=split-first"));
    let preview = sofia.opens(&format!("{split}?record={record}")).await;
    preview.sees("Its organisation has a record on this side only.").sees("Nothing speaks for either side").sees_no("certificate");
    let ticked: Vec<String> = preview.body.split("type=\"radio\" name=\"").skip(1).filter(|part| part.split('>').next().unwrap().contains(" checked"))
        .map(|part| { let mut cut = part.split('"'); format!("{}={}", cut.next().unwrap(), cut.nth(1).unwrap()) }).collect();
    assert_eq!(ticked.len(), 3);
    assert_eq!(ticked.iter().filter(|entry| entry.ends_with("=goes")).count(), 1, "{ticked:?}");
    let sent = format!("record={record}&reason=two+women&{}", ticked.join("&"));
    sofia.sends(&split, &sent).await.link_is(&format!("/clients/{ilona}/links?said=split"));
    let other = town.client("training-ngo", "TN-0000202").await;
    assert_ne!(other, ilona);
    let page = |id: Id| format!("/clients/{id}");
    let mut tx = town.app.db.read().await.unwrap();
    let amounts = entries::amounts(&mut tx, &permit, &[ilona, other]).await.unwrap();
    let written = |client: Id| amounts.iter().filter(|a| a.subject == client).map(|a| a.organisation.as_str()).collect::<Vec<_>>();
    assert_eq!((written(ilona), written(other)), (vec!["clinic", "municipality"], vec!["training-ngo"]), "harm is counted where entries stand");
    drop(tx);
    // The employment service has no record on that side: whoever takes the other woman over says so.
    jana.sends(&format!("{}/why", page(other)), "purpose=handover").await.link_is(&page(other));
    jana.opens(&page(other)).await.sees("certificate").sees_no("Mill utca is kept");
    jana.opens(&page(ilona)).await.sees_no("certificate").sees("Mill utca is kept").sees("no answer");
    let links = sofia.opens(&format!("/clients/{ilona}/links")).await;
    links.sees("Split into two people").sees("two women");
    sofia.sends(&links.link("/decisions/"), "").await;
    assert_eq!(town.client("training-ngo", "TN-0000202").await, ilona);
    jana.opens(&page(ilona)).await.sees("certificate").sees("Mill utca is kept").sees("no answer");
});

db::both_engines!(a_wrong_number_is_put_to_the_organisation_that_sent_it, |fresh| async {
    let town = Town::full(fresh).await;
    let sofia = town.steward().await;
    let record = town.record("municipality", "R-0001204").await;
    sofia.opens("/matches/numbers").await.sees_no("R-0001204");
    // Taken out, the record is somebody else's with Ilona's number: what keeps it from its own client is said, and by whom.
    sofia.sends(&format!("/records/{record}/unlink"), "").await;
    sofia.opens("/matches/numbers").await.sees("R-0001204").sees("ES-0006120").sees("The number is wrong at: municipality R-0001204");
    sofia.sends(&format!("/records/{record}/dispute"), "reason=her+sister%27s").await.link_is("/matches?said=disputed");
    assert_eq!(sofia.sends(&format!("/records/{record}/dispute"), "").await.status, StatusCode::CONFLICT, "it is in dispute already");
    sofia.opens("/matches/numbers").await.sees_no("R-0001204");
    let piet = town.visitor(Role::Partner, "municipality", None).await;
    let asked = piet.opens("/corrections").await;
    asked.sees("Personal number").sees("R-0001204").sees("sister");
    let question = asked.link("/corrections/");
    let clinic = town.visitor(Role::Partner, "clinic", None).await;
    clinic.opens("/corrections").await.sees("Nothing waits for you");
    assert_eq!(clinic.sends(&question, "answer=right").await.status, StatusCode::NOT_FOUND, "it is not theirs");
    piet.sends(&question, "answer=corrected").await.link_is("/corrections?said=answered");
    piet.opens("/corrections").await.sees("Nothing waits for you");
});

db::both_engines!(a_queue_keeps_how_harmful_its_pairs_are_and_shows_what_holds_now, |fresh| async {
    const KEPT: Sql = Sql::both("select match_id, record_a, record_b, grade from possible_match order by match_id");
    let town = Town::doubtful(fresh).await;
    let kept = async || -> Vec<(Id, Id, Id, Option<String>)> {
        let mut tx = town.app.db.read().await.unwrap();
        let rows = tx.all(&KEPT, vec![]).await.unwrap();
        rows.iter().map(|r| (r.id("match_id").unwrap(), r.id("record_a").unwrap(), r.id("record_b").unwrap(), r.opt_text("grade").unwrap().map(str::to_owned))).collect()
    };
    assert!(kept().await.iter().all(|(.., grade)| grade.is_some()), "linking weighs what it leaves open");
    let sofia = town.steward().await;
    let (pair, a, b, _) = kept().await.into_iter().find(|(.., grade)| grade.as_deref() == Some("some")).expect("a pair of middling harm");
    // Health notes are written about both: weighed again, the pair comes to stand among the worst.
    let permit = town.permit(Act::RunFeed).await;
    let mut tx = town.app.db.write().await.unwrap();
    for subject in [a, b] {
        let entry = Entry {
            subject, id: town.app.clock.id(), kind: EntryKind::Health, from: "2026-11-20".parse().unwrap(), to: None,
            recorded_at: town.app.clock.now(), organisation: "clinic".into(), author: None, worker: None,
            sensitivity: Sensitivity::SPECIAL, corrects: None, source: None, body: "note".into(), details: [].into(),
        };
        entries::add(&mut tx, &permit, vec![entry]).await.unwrap();
    }
    tx.commit().await.unwrap();
    sofia.opens("/matches?harm=grave").await.sees_no(&pair.to_string());
    people::matches::weigh_harm(&town.app, &permit, true).await.unwrap();
    sofia.opens("/matches?harm=grave").await.sees(&pair.to_string());
    let page = sofia.opens("/matches").await;
    // What nobody has weighed is weighed when it is looked at.
    const FORGET: Sql = Sql::both("update possible_match set grade = null");
    let mut tx = town.app.db.write().await.unwrap();
    tx.run(&FORGET, vec![]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(sofia.opens("/matches").await.body, page.body, "the same page");
    assert!(kept().await.iter().all(|(.., grade)| grade.is_some()));
});

db::both_engines!(what_the_program_says_by_itself_is_in_the_readers_language_and_a_bad_address_is_no_page, |fresh| async {
    let town = Town::doubtful(fresh).await;
    let sofia = town.steward().await;
    for bad in ["/matches?skip=many", "/identity/sample/abc", "/identity/sample/-1"] {
        let page = sofia.opens(bad).await;
        assert_eq!((bad, page.status), (bad, StatusCode::NOT_FOUND));
        page.sees("This page is not here");
    }
    let client = town.client("employment-service", "ES-0006120").await;
    sofia.sends("/language", "language=ar&back=%2F").await;
    let records: Vec<String> = sofia.opens(&format!("/clients/{client}/split")).await.body.split("name=\"record\" value=\"").skip(1)
        .map(|part| format!("record={}", part.split('"').next().unwrap())).collect();
    let all = sofia.sends(&format!("/clients/{client}/split"), &records.join("&")).await;
    assert_eq!(all.status, StatusCode::UNPROCESSABLE_ENTITY);
    all.sees("يجب أن يبقى واحد").sees_no("at least one");
    let file = sofia.opens("/matches.csv").await;
    assert!(file.body.starts_with("\"الأول\",\"الجهة\","), "{}", file.body.lines().next().unwrap());
    assert_eq!(sofia.opens("/identity/sample/abc").await.sees("هذه الصفحة").status, StatusCode::NOT_FOUND);
});

/// Two people share each of these numbers.
const SHARED: &str = r#"
    name = "clinic-numbers"
    title = "Numbers"
    organisation = "clinic"
    says = "people"
    file = "numbers.csv"
    kind = "csv"
    key = ["id"]
    [fields]
    given_name = "given"
    family_name = "family"
    birth_date = "born"
    national_id = "number"
"#;

db::both_engines!(every_number_at_two_people_is_reached_page_by_page, |fresh| async {
    let town = Town::full(fresh).await;
    let runs = town.permit(Act::RunFeed).await;
    let mut tx = town.app.db.write().await.unwrap();
    exchange::feeds::save(&mut tx, &runs, SHARED, None, town.app.clock.now()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let config = exchange::feeds::Config::read(SHARED).unwrap();
    let names = ["Aaltonen", "Brzezinska", "Castellano", "Dragomirescu", "Eszterhazy", "Fitzgerald", "Gudmundsson"];
    let row = |n: usize| {
        let (one, other) = (names[n % 7], names[(n + 3) % 7]);
        let number = format!("9{:03}77{:05}", n, n * 7919 % 99_991);
        format!("A{n},Q{n}wenda,{one}{n},19{:02}-01-0{},{number}\nB{n},Z{n}oltan,{other},19{:02}-11-2{},{number}\n", 40 + n % 20, 1 + n % 9, 70 + n % 25, n % 9)
    };
    let path = town.files.path().join("numbers.csv");
    let rows: String = (0..120).map(row).collect();
    std::fs::write(&path, format!("id,given,family,born,number\n{rows}")).unwrap();
    throughline::import::take(&town.app, &config, &path).await.unwrap();
    let sofia = town.steward().await;
    let mut page = sofia.opens("/matches/numbers").await;
    page.sees_no("From the beginning");
    let (mut seen, mut pages) = (std::collections::BTreeSet::new(), 1);
    loop {
        let shown: Vec<String> = page.body.split("<bdi class=\"tl-mono\">").skip(1).map(|part| part.split('<').next().unwrap().to_owned()).collect();
        assert!(!shown.is_empty() && shown.len() <= 50);
        for number in shown {
            assert!(seen.insert(number.clone()), "{number} on page {pages} again");
        }
        if !page.body.contains("Further numbers") {
            break;
        }
        let (_, next) = page.body.rsplit_once("href=\"/matches/numbers?after=").unwrap();
        let next = format!("/matches/numbers?after={}", next.split('"').next().unwrap());
        assert!(seen.iter().all(|number| !next.contains(number)), "no number stands in an address");
        page = sofia.opens(&next).await;
        page.sees("From the beginning");
        pages += 1;
    }
    assert!(seen.len() > 100 && pages > 2, "{} numbers on {pages} pages", seen.len());
});

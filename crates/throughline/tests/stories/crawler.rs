//! The crawler: canaries in every kind of data, everybody who may sign in, every route, link and form. No value outside the matrix
//! appears in any answer, in whatever encoding, and every disclosure is exactly one line of the access log, both ways.
//!
//! Another identity is a line of [`matrix::IDENTITIES`]; another kind of data is a line of [`canaries::What`], where it is planted in
//! [`cast`], and its cell in [`matrix`]. What counts as a disclosure stands in a table at [`crawl::Crawl`].

mod canaries;
mod cast;
mod crawl;
mod forms;
mod gone;
mod matrix;
mod ways;

use crate::town::{Town, Visitor};
use canaries::Canaries;
use cast::Deeds;
use crawl::Crawl;
use db::Sql;
use matrix::{IDENTITIES, Identity};
use rights::Role;
use std::collections::BTreeMap;
use ways::{Ids, Walk};
use words::{Date, Id};

/// Who is there, by the name of the identity.
type Arrived<'t> = BTreeMap<&'static str, Visitor<'t>>;

/// Everybody signs in; whoever is in the files is known by their record.
async fn arrive<'t>(town: &'t Town, records: &BTreeMap<(&'static str, &'static str), Id>) -> Arrived<'t> {
    let mut here = BTreeMap::new();
    for one in IDENTITIES {
        let (role, organisation) = match (one.name, one.role) {
            (_, Some(role)) => (role, one.organisation),
            ("nobody", None) => continue,
            // Was a counsellor, until an administrator says that they have left.
            (_, None) => (Role::Counsellor, matrix::ES),
        };
        let record = one.ties.first().filter(|_| role == Role::Jobseeker).map(|(_, person)| records[&(*person, matrix::ES)]);
        here.insert(one.name, town.visitor(role, organisation, record).await);
    }
    here
}

/// What gives the identities their ties, through the forms that give them.
async fn tie(deeds: &Deeds<'_>, here: &Arrived<'_>, canaries: &mut Canaries) {
    let (steward, manager) = (&here["steward"], &here["manager of the service"]);
    deeds.assign(manager, &here["counsellor who is assigned"], &["anna", "boris"]).await;
    deeds.assign(manager, &here["counsellor who is named"], &["dora"]).await;
    deeds.cover(manager, &here["counsellor who is assigned"], &here["counsellor who covers"]).await;
    for (person, purpose) in [("lars", "reception"), ("jola", "handover"), ("kira", "referral")] {
        deeds.purpose(&here["counsellor who said why"], person, purpose).await;
    }
    deeds.emergency(&here["partner in an emergency"], "egon", canaries).await;
    deeds.withdraw(steward, "fina", matrix::MUN, canaries).await;
    deeds.withdraw(steward, "gita", matrix::MUN, canaries).await;
    deeds.dispute(steward, "fina", matrix::ES, canaries).await;
    deeds.ask(steward, &here["counsellor who is asked"], canaries).await;
    deeds.protect(steward, [&here["counsellor who is named"], &here["counsellor who covers"]], canaries).await;
    for (herself, person) in [("jobseeker anna", "anna"), ("jobseeker dora, protected", "dora")] {
        deeds.request(&here[herself], person, canaries).await;
    }
    deeds.release(&here["partner who keeps records"], "anna", Some(&here["counsellor who is assigned"]), canaries).await;
    deeds.release(&here["partner of the training place"], "boris", None, canaries).await;
    deeds.guest(&here["counsellor who is assigned"], &here["guest of the insurer"], "boris", canaries).await;
    deeds.team(&here["counsellor who is assigned"], &here["partner in a case team"], "anna", canaries).await;
    deeds.team(&here["counsellor who is assigned"], &here["counsellor in a case team"], "boris", canaries).await;
    for person in ["anna", "boris"] {
        deeds.meetings(&here["counsellor who is assigned"], person, canaries).await;
        deeds.assessment(&here["counsellor who is assigned"], person, canaries).await;
        deeds.agreement(&here["counsellor who is assigned"], person, canaries).await;
    }
    deeds.wrong((&here["jobseeker anna"], "anna"), [&here["counsellor who is assigned"], &here["officer"]], canaries).await;
    deeds.mark(&here["officer"], "boris", canaries).await;
    deeds.breach(&here["officer"]).await;
    deeds.policies(&here["officer"], manager).await;
    deeds.erasure(&here["officer"], ("anna", "celia"), canaries).await;
    deeds.log_export(&here["officer"], steward).await;
    deeds.users(&here["administrator"], &here["who has left"], canaries).await;
}

/// What each person is asked for by: name, number, telephone, key.
fn searches(canaries: &Canaries) -> Vec<String> {
    use canaries::What;
    let asked = canaries.planted().filter(|((person, what), _)| *person != canaries::NOBODY && matches!(what, What::Name | What::Number | What::Key(_)));
    let asked = asked.flat_map(|(_, value)| [format!("/find?q={value}"), format!("/find/suggest?q={value}")]);
    asked.enumerate().filter(|(place, _)| place % 3 != 1).map(|(_, path)| path).collect()
}

/// Whose client every record belongs or belonged to.
async fn people_of(town: &Town, records: &BTreeMap<(&'static str, &'static str), Id>) -> BTreeMap<Id, &'static str> {
    const LINKS: Sql = Sql::both("select record_id, client_id from link_decision");
    let names: BTreeMap<Id, &'static str> = records.iter().map(|((person, _), record)| (*record, *person)).collect();
    let rows = town.app.db.read().await.unwrap().all(&LINKS, vec![]).await.unwrap();
    rows.iter().map(|row| (row.id("client_id").unwrap(), names[&row.id("record_id").unwrap()])).collect()
}

fn report(crawl: &Crawl<'_>, canaries: &Canaries) {
    let counts = &crawl.counts;
    println!(
        "{} requests, {} identities, {} canaries, {} disclosures, {} lines about people, {} refusals, {} answers alike, {} forms",
        counts.requests, IDENTITIES.len(), canaries.count(), counts.disclosures, counts.lines, counts.refused, counts.alike, counts.forms
    );
    for (fault, (example, times)) in &crawl.faults {
        println!("{times} × {fault}\n    {example}");
    }
}

/// Somebody who must have seen something and has not: then the crawl went past it, and shows nothing.
fn unseen(crawl: &Crawl<'_>, canaries: &Canaries) -> Vec<String> {
    let mut missing = Vec::new();
    for who in IDENTITIES {
        for (found @ (person, what), value) in canaries.planted() {
            if matrix::must(who, person, what) && !crawl.seen.contains(&(who.name, found, value.to_owned())) {
                missing.push(format!("{} has not seen {what:?} of {person}: {value}", who.name));
            }
        }
    }
    missing
}

/// Everything is planted, and everybody is there.
struct Planted<'t> {
    canaries: Canaries,
    records: BTreeMap<(&'static str, &'static str), Id>,
    clients: BTreeMap<&'static str, Id>,
    here: Arrived<'t>,
}

async fn plant(town: &Town) -> Planted<'_> {
    town.app.clock.set("2026-11-23".parse::<Date>().unwrap().start().plus_seconds(8 * 3600));
    let mut canaries = Canaries::default();
    cast::name_the_clinic(town, &mut canaries).await;
    let keys = cast::deliver(town, &mut canaries).await;
    let (mut records, mut clients) = (BTreeMap::new(), BTreeMap::new());
    for ((person, organisation), key) in &keys {
        records.insert((*person, *organisation), town.record(organisation, key).await);
        let client = town.client(organisation, key).await;
        assert_eq!(*clients.entry(*person).or_insert(client), client, "{person} is one person");
    }
    let distinct: std::collections::BTreeSet<&Id> = clients.values().collect();
    assert_eq!(distinct.len(), clients.len(), "everybody is somebody else: {clients:?}");
    let here = arrive(town, &records).await;
    tie(&Deeds { clients: &clients, records: &records }, &here, &mut canaries).await;
    canaries.ready();
    Planted { canaries, records, clients, here }
}

async fn crawl_all(town: &Town) {
    let Planted { canaries, records, here, .. } = plant(town).await;
    let people = people_of(town, &records).await;
    let (ids, routes) = (Ids::read(&town.app.db).await, throughline::routes::all(&town.app).table());
    let mut crawl = Crawl::new(town, &canaries, people).await;
    let searches = searches(&canaries);
    let mut forms = BTreeMap::new();
    let cookie = |who: &Identity| here.get(who.name).map(Visitor::cookie);
    for (turn, who) in IDENTITIES.iter().enumerate() {
        let mut walk = Walk { crawl: &mut crawl, who, cookie: cookie(who), routes: &routes, ids: &ids };
        walk.tries_methods(turn).await;
        forms.insert(who.name, walk.opens_everything(&searches).await);
    }
    // Those whose nonsense changes something come last.
    let changes = |who: &&Identity| matches!(who.role, Some(Role::Steward | Role::Protection | Role::Administrator));
    for who in IDENTITIES.iter().filter(|who| !changes(who)) {
        Walk { crawl: &mut crawl, who, cookie: cookie(who), routes: &routes, ids: &ids }.sends_nonsense(true).await;
    }
    for who in IDENTITIES.iter().filter(|who| !changes(who)).chain(IDENTITIES.iter().filter(changes)) {
        let mut walk = Walk { crawl: &mut crawl, who, cookie: cookie(who), routes: &routes, ids: &ids };
        walk.sends_forms(&forms[who.name]).await;
        if changes(&who) {
            walk.sends_nonsense(false).await;
        }
    }
    report(&crawl, &canaries);
    let missing = unseen(&crawl, &canaries);
    let counts = &crawl.counts;
    assert!([counts.requests, counts.disclosures, counts.lines, counts.refused, counts.alike, counts.forms].iter().all(|count| *count > 0));
    assert!(missing.is_empty(), "{} not seen by those who must: {:#?}", missing.len(), &missing[..missing.len().min(20)]);
    assert!(crawl.faults.is_empty(), "{} kinds of fault: {:#?}", crawl.faults.len(), crawl.faults);
}

db::both_engines!(nothing_is_shown_outside_the_matrix_and_every_disclosure_is_one_line_of_the_log, |fresh| async {
    crawl_all(&Town::empty(fresh).await).await;
});

//! What the program does by itself: holds new lines of the log against the rules.

use super::rules::{self, Looker, Person};
use super::store;
use crate::{links, records, relations, search};
use db::{DbError, Tx};
use history::access::{self, Line};
use history::entries::{self, as_told, unemployment};
use history::flags::{self, Found, Rule};
use office::App;
use rights::{Act, Permit, Purpose};
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use words::{Date, Id, Time, spells};

/// Whether lines wait that nobody has watched. `itself` is who the program is in the log. Tells of no person, and takes no permit.
///
/// # Errors
/// What the database says.
pub async fn waiting(app: &App, itself: Id) -> Result<bool, DbError> {
    let mut tx = app.db.read().await?;
    let reached = store::reached(&mut tx).await?;
    store::waits(&mut tx, reached, itself).await
}

/// Holds the next lines of the log, at most 5,000, against the rules, and raises what they find; gives how many lines were flagged.
/// Reads first and writes then: when another node was faster, nothing is written. The permit is of the program itself.
///
/// # Errors
/// What the database says.
pub async fn look(app: &App, permit: &Permit) -> Result<usize, DbError> {
    let mut tx = app.db.read().await?;
    let reached = store::reached(&mut tx).await?;
    let lines = access::lines_after(&mut tx, permit, reached).await?;
    let Some(last) = lines.last().map(|(line, _)| line.seq) else { return Ok(0) };
    let at_work = |line: &Line| {
        let own = Purpose::OwnFile.word();
        line.client.is_some() && line.outcome == "granted" && line.purpose != own && line.user != permit.who().user
    };
    let lines: Vec<Line> = lines.into_iter().map(|(line, _)| line).filter(at_work).collect();
    let found = find(&mut tx, app, permit, &lines).await?;
    drop(tx);
    let mut tx = app.db.write().await?;
    if !store::move_on(&mut tx, permit, reached, last).await? {
        return Ok(0);
    }
    let quiet = app.pack.watching.quiet_days * 24 * 3600;
    let mut flagged = 0;
    for found in &found {
        let since = found.line.at.plus_seconds(-quiet);
        flagged += usize::from(flags::raise(&mut tx, permit, found, app.clock.id(), since).await?);
    }
    access::forget_shown(&mut tx, app.clock.now().date()).await?;
    tx.commit().await?;
    Ok(flagged)
}

/// What every rule finds in these lines, in the order of the log.
async fn find(tx: &mut Tx, app: &App, permit: &Permit, lines: &[Line]) -> Result<Vec<Found>, DbError> {
    let mut found = openings(tx, app, permit, lines).await?;
    found.extend(without_relation(tx, app, permit, lines).await?);
    found.extend(bursts(tx, app, permit, lines).await?);
    let off_hours = lines.iter().filter(|line| !app.pack.watching.works_at(line.at));
    found.extend(off_hours.map(|line| Found { rule: Rule::OffHours, line: line.clone(), figure: 0 }));
    found.sort_by_key(|found| (found.line.seq, found.rule));
    Ok(found)
}

/// Whether a line says that a file was opened.
fn opens(line: &Line) -> bool {
    [Act::SeeClient, Act::SeeLinks].iter().any(|act| act.word() == line.act)
}

/// Whether a line says that a file was opened for a reason stated at the door.
fn without_working(line: &Line) -> bool {
    opens(line) && Purpose::STATED.iter().any(|purpose| purpose.word() == line.purpose)
}

/// The rules about the person whose file was opened.
async fn openings(tx: &mut Tx, app: &App, permit: &Permit, lines: &[Line]) -> Result<Vec<Found>, DbError> {
    let opened: Vec<&Line> = lines.iter().filter(|line| opens(line)).collect();
    let clients: BTreeSet<Id> = opened.iter().filter_map(|line| line.client).collect();
    let people = people(tx, app, permit, &clients).await?;
    let mut lookers: HashMap<&str, Looker> = HashMap::new();
    for line in &opened {
        if !lookers.contains_key(line.user_name.as_str()) {
            lookers.insert(&line.user_name, looker(tx, app, permit, &line.user_name).await?);
        }
    }
    let mut found = Vec::new();
    for line in opened {
        let Some((looker, person)) = lookers.get(line.user_name.as_str()).zip(line.client.and_then(|client| people.get(&client))) else { continue };
        let met = rules::of_opening(looker, person, line.at.date(), app.pack.watching.closed_after_days);
        found.extend(met.into_iter().map(|rule| Found { rule, line: line.clone(), figure: 0 }));
    }
    Ok(found)
}

/// What the rules ask of these people. A client that has become another is looked at as the one it is today.
async fn people(tx: &mut Tx, app: &App, permit: &Permit, clients: &BTreeSet<Id>) -> Result<HashMap<Id, Person>, DbError> {
    let now = app.clock.now();
    let mut standing: BTreeMap<Id, Id> = BTreeMap::new();
    for client in clients {
        match links::clients_of(tx, *client).await {
            Ok((today, _)) => drop(standing.insert(*client, today)),
            Err(DbError::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    let mut marked = HashSet::new();
    for mark in store::marked(tx, permit).await? {
        marked.insert(links::clients_of(tx, mark.client).await?.0);
    }
    let all: Vec<Id> = standing.values().copied().collect::<BTreeSet<Id>>().into_iter().collect();
    let members = links::members(tx, permit, &all).await?;
    let client_of: HashMap<Id, Id> = members.iter().map(|member| (member.record, member.client)).collect();
    let of_all: Vec<Id> = members.iter().map(|member| member.record).collect();
    let versions = records::newest_of_clients(tx, permit, &all, now).await?;
    let mut today: HashMap<Id, Person> = versions.into_iter().map(|(client, records)| (client, Person { records, ..Person::default() })).collect();
    let mut histories: HashMap<Id, Vec<entries::Entry>> = HashMap::new();
    let subjects: Vec<Id> = of_all.iter().chain(&all).copied().collect();
    for entry in entries::of_subjects(tx, permit, &subjects, now).await? {
        let client = client_of.get(&entry.subject).copied().unwrap_or(entry.subject);
        histories.entry(client).or_default().push(entry);
    }
    for (client, person) in &mut today {
        person.well_known = marked.contains(client);
        let told = as_told(histories.remove(client).unwrap_or_default());
        person.ended = spells(&unemployment(&told), app.pack.spells, now.date()).last().and_then(|spell| spell.to);
    }
    let mut people = HashMap::new();
    for (client, today_s) in standing {
        if let Some(person) = today.get(&today_s) {
            let person = Person { records: person.records.clone(), well_known: person.well_known, ended: person.ended };
            people.insert(client, person);
        }
    }
    Ok(people)
}

/// Whoever looked, with the homes of those who are called as they are: of a rare name it may well be their own.
async fn looker(tx: &mut Tx, app: &App, permit: &Permit, name: &str) -> Result<Looker, DbError> {
    let mut looker = Looker::called(name);
    let Some(words) = looker.name() else { return Ok(looker) };
    let called = search::called(tx, permit, words).await?;
    if called.is_empty() || called.len() > app.pack.watching.namesakes_at_most {
        return Ok(looker);
    }
    let versions = records::newest_of_clients(tx, permit, &called, app.clock.now()).await?;
    let homes: Vec<String> = versions.values().flatten().filter(|one| looker.is_called(&one.said)).filter_map(|one| rules::home(&one.said)).collect();
    looker.homes.extend(homes);
    Ok(looker)
}

/// Files opened for a reason stated at the door, from as many on one day on as the pack says.
async fn without_relation(tx: &mut Tx, app: &App, permit: &Permit, lines: &[Line]) -> Result<Vec<Found>, DbError> {
    let mut stated: HashMap<(Id, Date), Vec<(Id, Time)>> = HashMap::new();
    let mut found = Vec::new();
    for line in lines.iter().filter(|line| without_working(line)) {
        let day = line.at.date();
        let of_day = match stated.entry((line.user, day)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(relations::stated_by(tx, permit, line.user, (day.start(), day.plus_days(1).start())).await?),
        };
        let until = of_day.iter().filter(|(_, at)| *at <= line.at);
        let files = until.map(|(client, _)| *client).collect::<BTreeSet<Id>>().len();
        let figure = i64::try_from(files).unwrap_or(i64::MAX);
        if figure >= app.pack.watching.without_relation_files {
            found.push(Found { rule: Rule::WithoutRelation, line: line.clone(), figure });
        }
    }
    Ok(found)
}

/// Many people for the first time on a day, in a short time.
async fn bursts(tx: &mut Tx, app: &App, permit: &Permit, lines: &[Line]) -> Result<Vec<Found>, DbError> {
    let watching = &app.pack.watching;
    let mut limits: HashMap<Id, i64> = HashMap::new();
    let mut moments: HashMap<(Id, Date), Vec<Time>> = HashMap::new();
    let mut told: HashSet<(Id, Time)> = HashSet::new();
    let mut found = Vec::new();
    let users = office::users::list(tx).await?;
    for line in lines {
        // A page of many people is one moment, and one line tells of it.
        if !told.insert((line.user, line.at)) {
            continue;
        }
        let role = users.iter().find(|user| user.who.user == line.user).map(|user| user.who.role);
        let Some(people) = role.and_then(|role| app.log.budget(role)) else { continue };
        let limit = *limits.entry(line.user).or_insert((people * watching.burst_percent / 100).max(1));
        let of_days = match moments.entry((line.user, line.at.date())) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(access::first_shown(tx, permit, line.user, line.at.date()).await?),
        };
        let figure = rules::lately(of_days, line.at, watching.burst_minutes);
        if figure >= limit {
            found.push(Found { rule: Rule::Burst, line: line.clone(), figure });
        }
    }
    Ok(found)
}

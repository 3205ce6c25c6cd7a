//! The crawl: one request after the other, each answer searched for canaries and held against the lines it left in the access log.

use super::canaries::{Canaries, Found, NOBODY, Text, What};
use super::matrix::{self, Identity, Place};
use crate::town::{Answer, Town};
use db::Sql;
use rights::Role;
use std::collections::{BTreeMap, BTreeSet};
use words::{EntryKind, Id};

/// How much was seen.
#[derive(Default)]
pub struct Counts {
    pub requests: usize,
    pub disclosures: usize,
    pub lines: usize,
    pub refused: usize,
    pub alike: usize,
    pub forms: usize,
}

pub struct Crawl<'a> {
    pub town: &'a Town,
    pub canaries: &'a Canaries,
    /// Whose every client is, whoever else it became.
    pub people: BTreeMap<Id, &'static str>,
    pub counts: Counts,
    /// Which canary somebody saw.
    pub seen: BTreeSet<(&'static str, Found, String)>,
    /// What was wrong, with the first example and how often.
    pub faults: BTreeMap<String, (String, usize)>,
    last: i64,
}

/// One request.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub who: &'a Identity,
    pub method: &'a str,
    pub path: &'a str,
    pub form: Option<&'a str>,
    /// Before anybody has changed anything: the matrix says exactly who may see what. After that only what no role ever sees is held.
    pub exact: bool,
}

const LINES: Sql = Sql::both("select seq, client_id, act, outcome from access_log where seq > $1 order by seq");

/// What an answer said, found again, of whom.
type Shown<'a> = BTreeMap<Found, BTreeSet<&'a str>>;

impl<'a> Crawl<'a> {
    pub async fn new(town: &'a Town, canaries: &'a Canaries, people: BTreeMap<Id, &'static str>) -> Crawl<'a> {
        let (counts, seen, faults) = (Counts::default(), BTreeSet::new(), BTreeMap::new());
        let mut crawl = Crawl { town, canaries, people, counts, seen, faults, last: 0 };
        crawl.new_lines().await;
        crawl
    }

    pub fn fault(&mut self, what: String, example: String) {
        self.faults.entry(what).or_insert((example, 0)).1 += 1;
    }

    /// Asks, and holds the answer against the matrix and the log.
    pub async fn ask(&mut self, asked: Asked<'_>, cookie: Option<&str>) -> Answer {
        let answer = self.town.ask(asked.method, asked.path, cookie, asked.form).await;
        self.counts.requests += 1;
        let told = format!("{} {} {} → {}", asked.who.name, asked.method, asked.path, answer.status.as_u16());
        if answer.status.is_server_error() {
            self.fault(format!("{} answers with an error of its own", template(asked.path)), told.clone());
        }
        let headers = answer.headers.iter().map(|(name, value)| format!("{name}: {}\n", String::from_utf8_lossy(value.as_bytes()))).collect::<String>();
        let canaries = self.canaries;
        let typed = canaries.find(&format!("{} {}", asked.path, asked.form.unwrap_or_default()));
        let mut shown = canaries.find(&format!("{headers}{}", answer.body));
        // What somebody typed themselves tells them nothing.
        for (found, values) in &typed {
            if let Some(said) = shown.get_mut(found) {
                said.retain(|value| !values.contains(value));
            }
        }
        shown.retain(|_, values| !values.is_empty());
        self.hold_against_the_matrix(asked, &shown, &told);
        let lines = self.new_lines().await;
        self.hold_against_the_log(asked, &answer, &shown, &lines, &told);
        answer
    }

    fn hold_against_the_matrix(&mut self, asked: Asked<'_>, shown: &Shown<'_>, told: &str) {
        let place = Place::of(asked.path);
        let mut people: Vec<&str> = shown.keys().map(|(person, _)| *person).filter(|person| *person != NOBODY).collect();
        people.extend(self.whose(asked.path));
        for (found @ (person, what), values) in shown {
            for value in values {
                self.seen.insert((asked.who.name, *found, (*value).to_owned()));
            }
            let fits = if asked.exact { allowed(asked.who, person, *what, place) } else { at_most(asked.who, person, *what) };
            if !fits {
                self.fault(format!("{} sees {what:?} of “{person}” at {place:?} outside the matrix", asked.who.name), told.to_owned());
            }
        }
        if asked.exact && shown.contains_key(&(NOBODY, What::Title)) && !people.is_empty() && !matrix::may_name(asked.who, &people, place) {
            self.fault(format!("{} reads a name that betrays beside {people:?} at {place:?}", asked.who.name), told.to_owned());
        }
    }

    /// # What is a disclosure, and the exceptions
    ///
    /// | in the answer | in the log | |
    /// |---|---|---|
    /// | a canary of a person that the asker did not type | exactly one line granted, with that person's client | held for every answer |
    /// | none | no line granted with a client | held for every answer but these: |
    /// | a form that was taken: it answers with a way on, and no page | at most one line a person for each thing done, besides what was shown | it changes something |
    /// | who looked, of somebody; whether a file is protected; whose counsellor somebody is; which records would leave; what is shared; what is asked about data; what is wrong in rows in quarantine | one line | these pages tell of a person in words that are not planted |
    /// | `HEAD` | one line | what was read was not sent |
    /// | the whole log, to the officer: texts of emergencies among its parts | one line, with no client | each page would else add as many lines as it shows |
    /// | the page of somebody of whom nothing is known, on that day or any more: not there | one line | the line is written before it is read |
    fn hold_against_the_log(&mut self, asked: Asked<'_>, answer: &Answer, shown: &Shown<'_>, lines: &[(Option<Id>, String, bool)], told: &str) {
        let place = Place::of(asked.path);
        let disclosed: BTreeSet<&str> = shown.keys().filter(|found| tells_of_one(**found)).map(|(person, _)| *person).collect();
        let mut logged: BTreeMap<&str, usize> = BTreeMap::new();
        for (client, _, granted) in lines {
            self.counts.refused += usize::from(!granted);
            if let Some(person) = client.filter(|_| *granted).and_then(|client| self.people.get(&client)) {
                *logged.entry(person).or_default() += 1;
            }
        }
        self.counts.lines += logged.values().sum::<usize>();
        self.counts.disclosures += disclosed.len();
        if lines.iter().filter(|(_, _, granted)| !granted).count() > 1 {
            self.fault(format!("{} is refused twice in one answer", template(asked.path)), told.to_owned());
        }
        let whole_log = place == Place::WholeLog;
        for person in &disclosed {
            let count = logged.get(person).copied().unwrap_or(0);
            if count != 1 && !whole_log {
                self.fault(format!("{} {} tells of a person and leaves {count} lines", asked.method, template(asked.path)), format!("{told}, {person}, {shown:?}"));
            }
        }
        let told_at_all = shown.keys().any(|(_, what)| *what != What::Title);
        if whole_log && told_at_all && !lines.iter().any(|(_, _, granted)| *granted) {
            self.fault(format!("{} tells and leaves no line", template(asked.path)), told.to_owned());
        }
        let path = asked.path.split('?').next().unwrap_or_default();
        let words = matches!(place, Place::Looked | Place::Quarantine | Place::Requests | Place::Trying) || ["/protection", "/counsellor", "/split", "/my-data"].iter().any(|end| path.ends_with(end)) || path.contains("/consents");
        for (person, count) in &logged {
            let changed = asked.method == "POST" && answer.status.is_redirection();
            let before = place == Place::File && answer.status.as_u16() == 404;
            let most = usize::from(words || before || asked.method == "HEAD" || disclosed.contains(person));
            if !changed && *count > most {
                self.fault(format!("{} {} leaves {count} lines and tells of {most}", asked.method, template(asked.path)), format!("{told}, {person}"));
            }
        }
    }

    /// The person whose client an address names.
    pub fn whose(&self, path: &str) -> Option<&'static str> {
        let id = path.strip_prefix("/clients/")?.get(..32)?.parse::<Id>().ok()?;
        self.people.get(&id).copied()
    }

    /// The lines the log gained: whose client, which act, whether it was granted.
    async fn new_lines(&mut self) -> Vec<(Option<Id>, String, bool)> {
        let rows = self.town.app.db.read().await.unwrap().all(&LINES, vec![self.last.into()]).await.unwrap();
        self.last = rows.last().map_or(self.last, |row| row.int("seq").unwrap());
        let line = |row: &db::Row| (row.opt_id("client_id").unwrap(), row.text("act").unwrap().to_owned(), row.text("outcome").unwrap() == "granted");
        rows.iter().map(line).collect()
    }
}

/// Two people share a home, a number and a date: what they share tells of neither alone.
const SHARE: [&str; 2] = ["hugo", "hela"];

fn tells_of_one((person, what): Found) -> bool {
    let shared = SHARE.contains(&person) && matches!(what, What::Birth | What::City | What::Contact | What::Number);
    person != NOBODY && !shared
}

fn allowed(who: &Identity, person: &'static str, what: What, place: Place) -> bool {
    matrix::may(who, person, what, place) || !tells_of_one((person, what)) && SHARE.iter().any(|one| matrix::may(who, one, what, place))
}

/// What no change of relations gives to anybody of this role.
fn at_most(who: &Identity, person: &str, what: What) -> bool {
    let own = |of: &str| of == who.organisation;
    match who.role {
        _ if what == What::Title => who.role.is_some(),
        None | Some(Role::Analyst) => false,
        Some(Role::Administrator) => what == What::SignIn,
        Some(Role::Jobseeker) => who.ties.contains(&(matrix::Tie::Own, person)),
        Some(Role::Protection) => matches!(what, What::Name | What::Key(_) | What::Text(_)),
        Some(Role::Steward) => match what {
            What::Says(kind, _) | What::By(kind, _) | What::Conclusion(kind, _) => kind == EntryKind::Status,
            What::RowText | What::SignIn | What::Text(Text::Emergency) => false,
            _ => true,
        },
        Some(Role::Counsellor | Role::Partner | Role::Manager) => match what {
            What::Row | What::RowText | What::SignIn => false,
            _ if person == "dora" => who.ties.contains(&(matrix::Tie::Named, person)),
            What::Says(EntryKind::Health, of) | What::By(EntryKind::Health, of) => own(of),
            _ => true,
        },
    }
}

/// An address without its ids and its question, so that faults of one kind are one.
pub fn template(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    path.split('/').map(|part| if part.parse::<Id>().is_ok() { "{}" } else { part }).collect::<Vec<_>>().join("/")
}

//! Where the crawl goes: every route of the program with every id there is, every link, and every form.

use super::crawl::{Asked, Crawl};
use super::forms::{self, Sent};
use super::matrix::{self, Identity, Place};
use crate::town::Answer;
use axum::http::StatusCode;
use db::Sql;
use office::RouteRule;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// An id that nothing has.
pub const UNKNOWN: &str = "00000000000000000000000000000000";
/// So many addresses at most for one identity; more would mean that the crawl runs in circles.
const MOST: usize = 900;
/// What is written wherever a form asks for words.
const TEXT: &str = "Written by somebody who tries everything";

/// Every id there is, by the name of the parameter it fits.
pub struct Ids(BTreeMap<&'static str, Vec<String>>);

impl Ids {
    pub async fn read(db: &db::Db) -> Ids {
        const TABLES: [(&str, Sql); 24] = [
            ("client", Sql::both("select client_id as id from client order by id")),
            ("record", Sql::both("select record_id as id from record order by id")),
            ("pair", Sql::both("select match_id as id from possible_match order by id")),
            ("question", Sql::both("select question_id as id from question order by id")),
            ("decision", Sql::both("select decision_id as id from decision order by id")),
            ("emergency", Sql::both("select emergency_id as id from emergency order by id")),
            ("request", Sql::both("select request_id as id from request order by id")),
            ("release", Sql::both("select release_id as id from release order by id")),
            ("seat", Sql::both("select seat_id as id from case_team order by id")),
            ("meeting", Sql::both("select meeting_id as id from meeting order by id")),
            ("assessment", Sql::both("select entry_id as id from entry where kind = 'assessment' order by id")),
            ("breach", Sql::both("select breach_id as id from breach order by id")),
            ("arrangement", Sql::both("select arrangement_id as id from arrangement order by id")),
            ("flag", Sql::both("select flag_id as id from flag order by id")),
            ("mark", Sql::both("select mark_id as id from well_known order by id")),
            ("erasure", Sql::both("select erasure_id as id from erasure order by id")),
            ("export", Sql::both("select export_id as id from log_export order by id")),
            ("hold", Sql::both("select hold_id as id from legal_hold order by id")),
            ("user", Sql::both("select user_id as id from app_user order by id")),
            ("cover", Sql::both("select cover_id as id from cover order by id")),
            ("row", Sql::both("select row_id as id from quarantine order by id")),
            ("run", Sql::both("select run_id as id from feed_run order by id")),
            ("estimate", Sql::both("select estimate_id as id from link_estimate order by id")),
            ("session", Sql::both("select session_id as id from session order by id")),
        ];
        let mut ids = BTreeMap::new();
        for (name, sql) in &TABLES {
            let rows = db.read().await.unwrap().all(sql, vec![]).await.unwrap();
            ids.insert(*name, rows.iter().map(|row| row.id("id").unwrap().to_string()).collect());
        }
        ids.insert("number", ["1", "2", "3"].map(str::to_owned).to_vec());
        ids.insert("dimension", ["skills", "job-search", "health"].map(str::to_owned).to_vec());
        ids.insert("step", vec!["s1".to_owned(), "s2".to_owned()]);
        ids.insert("name", vec!["crawl-municipality-entries".to_owned()]);
        Ids(ids)
    }

    /// The addresses of a route: the one with an unknown id first, then one for each id. Of ids that are no client's `few` are enough
    /// where the role has no business at all.
    fn addresses(&self, path: &str, few: bool) -> Vec<String> {
        let Some((before, rest)) = path.split_once('{') else { return vec![path.to_owned()] };
        let (name, after) = rest.split_once('}').unwrap();
        let mut after = after.replace("{name}", "style.css").replace("{part}", "1");
        // Further ids are those known best.
        for (name, ids) in self.0.iter().filter_map(|(name, ids)| Some((name, ids.first()?))) {
            after = after.replace(&format!("{{{name}}}"), ids);
        }
        let known = self.0.get(name).map_or(&[][..], Vec::as_slice);
        let most = if few && name != "client" { 1 } else { 40 };
        [UNKNOWN.to_owned()].iter().chain(known.iter().take(most)).map(|id| format!("{before}{id}{after}")).collect()
    }
}

/// Somebody on their way.
pub struct Walk<'c, 'a> {
    pub crawl: &'c mut Crawl<'a>,
    pub who: &'c Identity,
    pub cookie: Option<&'c str>,
    pub routes: &'c [RouteRule],
    pub ids: &'c Ids,
}

/// Ends the session itself, or takes long over a password: tried last, or by few.
fn ends_or_enters(path: &str) -> bool {
    ["/sign-", "/lock", "/unlock", "/again", "/account", "/enter/", "/language"].iter().any(|start| path.starts_with(start))
}

impl Walk<'_, '_> {
    async fn ask(&mut self, method: &str, path: &str, form: Option<&str>, exact: bool) -> Answer {
        self.crawl.ask(Asked { who: self.who, method, path, form, exact }, self.cookie).await
    }

    /// Opens every route that only shows, with every id, and every link on the way; gives the forms that were met.
    pub async fn opens_everything(&mut self, searches: &[String]) -> BTreeSet<Sent> {
        let mut ways: VecDeque<String> = VecDeque::new();
        let mut opened: Vec<String> = Vec::new();
        for rule in self.routes.iter().filter(|rule| rule.method == "GET") {
            let addresses = self.ids.addresses(rule.path, false);
            let unknown = self.ask("GET", &addresses[0], None, true).await;
            for (tried, address) in addresses.iter().enumerate().skip(1) {
                let answer = self.ask("GET", address, None, true).await;
                self.hold_alike(address, &addresses[0], &unknown, &answer);
                self.hold_open(address, &answer);
                ways.extend(onward(&answer, address));
                if answer.status == StatusCode::OK && rule.path == "/clients/{client}" {
                    opened.push(address.clone());
                }
                // To whom nothing is there, the third of its kind is not either; every client is tried all the same.
                if tried > 2 && answer.status == StatusCode::NOT_FOUND && !rule.path.contains("{client}") {
                    break;
                }
            }
            ways.extend(onward(&unknown, rule.path));
        }
        if self.ask("GET", "/find?q=somebody", None, true).await.status == StatusCode::OK {
            ways.extend(searches.iter().cloned());
        }
        ways.extend(searches.iter().take(4).cloned());
        opened.extend(self.ids.addresses("/clients/{client}", false).into_iter().take(3));
        for client in opened {
            let more = ["?kind=note", "?org=clinic", "?on=2026-03-01&text=a", "?on=2026-11-23&text=a", "?format=csv", "/links?format=csv", "/looked?format=csv"];
            ways.extend(more.map(|more| format!("{client}{more}")));
        }
        ways.extend(["/looked?format=csv".to_owned(), "/matches.csv?harm=grave".to_owned()]);
        self.follows(ways).await
    }

    /// Asks every route by methods it does not name; each by every fifth of those who come.
    pub async fn tries_methods(&mut self, turn: usize) {
        for (place, rule) in self.routes.iter().enumerate() {
            for (number, method) in ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"].into_iter().enumerate() {
                if (place + number + turn).is_multiple_of(5) {
                    let known = self.ids.addresses(rule.path, true).pop().unwrap();
                    self.ask(method, &known, Some("a=b").filter(|_| method != "HEAD"), true).await;
                }
            }
        }
    }

    async fn follows(&mut self, mut ways: VecDeque<String>) -> BTreeSet<Sent> {
        let (mut been, mut met) = (BTreeSet::new(), BTreeSet::new());
        while let Some(path) = ways.pop_front() {
            let path = path.split("&said=").next().unwrap_or_default().split("?said=").next().unwrap_or_default().to_owned();
            if !been.insert(path.clone()) {
                continue;
            }
            if been.len() > MOST {
                self.crawl.fault(format!("{} has no end of ways", self.who.name), path);
                break;
            }
            let answer = self.ask("GET", &path, None, true).await;
            ways.extend(onward(&answer, &path).into_iter().filter(|way| !been.contains(way)));
            met.extend(forms::forms(&answer.body, &path, TEXT));
        }
        met
    }

    /// Sends something senseless to every route that changes something, with every id.
    pub async fn sends_nonsense(&mut self, exact: bool) {
        for rule in self.routes.iter().filter(|rule| rule.method == "POST" && !ends_or_enters(rule.path)) {
            let addresses = self.ids.addresses(rule.path, true);
            let unknown = self.ask("POST", &addresses[0], Some("a=b"), exact).await;
            for address in &addresses[1..] {
                let answer = self.ask("POST", address, Some("a=b"), exact).await;
                self.hold_alike(address, &addresses[0], &unknown, &answer);
            }
        }
    }

    /// Sends every form that was met.
    pub async fn sends_forms(&mut self, met: &BTreeSet<Sent>) {
        // One of each kind of page with each choice: those of other people differ in their ids alone.
        let mut kinds: BTreeMap<(String, String), usize> = BTreeMap::new();
        for form in met.iter().filter(|form| !ends_or_enters(&form.to)) {
            let without_ids = form.body.split('&').map(|pair| if pair.len() > 33 { pair.split('=').next().unwrap_or_default() } else { pair }).collect::<Vec<_>>().join("&");
            let times = kinds.entry((super::crawl::template(&form.to), without_ids)).or_default();
            *times += 1;
            if *times <= 4 {
                self.crawl.counts.forms += 1;
                self.ask("POST", &form.to, Some(&form.body), false).await;
            }
        }
    }

    /// What is not there and what is not theirs: the same status, the same bytes.
    fn hold_alike(&mut self, address: &str, nowhere: &str, unknown: &Answer, answer: &Answer) {
        let hidden = |answer: &Answer| matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN);
        if !hidden(answer) || !hidden(unknown) {
            return;
        }
        self.crawl.counts.alike += 1;
        if answer.status != unknown.status || answer.body.replace(address, "") != unknown.body.replace(nowhere, "") {
            self.crawl.fault(format!("{} answers otherwise than what is not there", super::crawl::template(address)), format!("{} {address}", self.who.name));
        }
    }

    /// A file opens to those whom the matrix lets in, and to nobody else.
    fn hold_open(&mut self, address: &str, answer: &Answer) {
        let (Place::File, Some(person)) = (Place::of(address), self.crawl.whose(address)) else { return };
        let (opens, there) = (answer.status == StatusCode::OK, person != "gita");
        if there && opens != matrix::opens(self.who, person) {
            let what = if opens { "opens and should not" } else { "does not open and should" };
            self.crawl.fault(format!("the file of {person} {what} for {}", self.who.name), format!("{address} {}", answer.status));
        }
    }
}

/// Where an answer leads.
fn onward(answer: &Answer, at: &str) -> Vec<String> {
    let mut ways: Vec<String> = forms::links(&answer.body).into_iter().collect();
    ways.extend(answer.location.clone());
    // A form that posts is no way to go; asked for, its page is not there. And back is where one came from.
    let fits = |way: &String| way.starts_with('/') && way != at && !way.contains("back=") && !way.starts_with("/sign-out");
    ways.into_iter().filter(fits).collect()
}

//! The town every story is told in: five agencies, their files taken in through the ordinary door, eight people at work.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use db::{Db, Sql};
use db::testing::Fresh;
use exchange::feeds;
use office::sessions::{self, Stage};
use office::users::{self, User};
use office::{App, Clock, Organisation, Pack, organisations, policies};
use people::relations::{self, Cover};
use people::{links, records};
use rights::{Act, Permit, Role, Who};
use std::path::PathBuf;
use std::sync::Arc;
use tower::ServiceExt;
use words::{Date, Id};

/// An answer as a reader sees it.
pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub cookies: Vec<String>,
    pub headers: axum::http::HeaderMap,
    pub body: String,
}

impl Answer {
    /// Fails with the page when it does not say `text`.
    pub fn sees(&self, text: &str) -> &Answer {
        assert!(self.body.contains(text), "“{text}” is not on the page:\n{}", self.main());
        self
    }

    /// Fails with the page when it says `text`.
    pub fn sees_no(&self, text: &str) -> &Answer {
        assert!(!self.body.contains(text), "“{text}” is on the page:\n{}", self.main());
        self
    }

    /// Fails when the answer does not lead to this address.
    pub fn link_is(&self, address: &str) {
        assert_eq!(self.location.as_deref(), Some(address));
    }

    /// The first address on the page that begins like this.
    /// The page has a link to this address.
    pub fn link_is_there(&self, address: &str) {
        assert!(self.body.contains(&format!("href=\"{address}\"")), "no link to {address} in {}", self.body);
    }

    pub fn link(&self, beginning: &str) -> String {
        let start = self.body.find(&format!("\"{beginning}")).unwrap_or_else(|| panic!("no {beginning} on:\n{}", self.main()));
        self.body[start + 1..].chars().take_while(|c| *c != '"').collect()
    }

    /// The cookies the browser was given, as it sends them back.
    pub fn kept(&self) -> String {
        self.cookies.iter().filter_map(|cookie| cookie.split(';').next()).collect::<Vec<_>>().join("; ")
    }

    fn main(&self) -> &str {
        self.body.split_once("<main").map_or(self.body.as_str(), |(_, main)| main)
    }
}

/// The town.
pub struct Town {
    pub app: App,
    pub service: Router,
    pub files: tempfile::TempDir,
    _fresh: Fresh,
}

/// Somebody who has signed in.
pub struct Visitor<'a> {
    town: &'a Town,
    pub user: Id,
    pub cookie: String,
}

pub const AGENCIES: [&str; 5] = ["employment-service", "municipality", "social-insurer", "clinic", "training-ngo"];

impl Town {
    /// A town in which nothing has arrived yet: files are written, feeds and users are there.
    pub async fn empty(fresh: Fresh) -> Town {
        Town::of(fresh, 40).await
    }

    async fn of(fresh: Fresh, people: u32) -> Town {
        let files = tempfile::tempdir().unwrap();
        region::simulate(people, 1, files.path(), &mut |_, _| {}).unwrap();
        let app = app(&fresh.db);
        let mut tx = app.db.write().await.unwrap();
        for agency in AGENCIES {
            let organisation = Organisation { id: agency.into(), title: agency.into(), kind: agency.into(), sensitive: false };
            organisations::add(&mut tx, &organisation).await.unwrap();
        }
        tx.commit().await.unwrap();
        let service = throughline::routes::service(&app);
        let town = Town { app, service, files, _fresh: fresh };
        let permit = town.permit(Act::RunFeed).await;
        let mut tx = town.app.db.write().await.unwrap();
        for agency in AGENCIES {
            for says in ["people", "events"] {
                let path = town.files.path().join("feeds").join(format!("{agency}-{says}.toml"));
                let text = std::fs::read_to_string(path).unwrap();
                feeds::save(&mut tx, &permit, &text, None, town.app.clock.now()).await.unwrap().unwrap();
            }
        }
        tx.commit().await.unwrap();
        town
    }

    /// The town of the demo: every delivery has arrived and is linked.
    pub async fn full(fresh: Fresh) -> Town {
        Town::empty(fresh).await.after_every_delivery().await
    }

    /// A town with so many people that some of their records are doubtful.
    pub async fn doubtful(fresh: Fresh) -> Town {
        Town::of(fresh, 700).await.after_every_delivery().await
    }

    /// The same when every delivery has arrived and is linked.
    pub async fn after_every_delivery(self) -> Town {
        let town = self;
        for day in ["2024-12-31", "2025-12-31", "2026-11-20"] {
            town.delivery(day).await;
        }
        town.app.clock.set("2026-11-23".parse::<Date>().unwrap().start().plus_seconds(8 * 3600));
        town
    }

    /// Takes one delivery in, on its day; gives the reports.
    pub async fn delivery(&self, day: &str) -> Vec<exchange::imports::Run> {
        self.app.clock.set(day.parse::<Date>().unwrap().start().plus_seconds(7200));
        let mut runs = Vec::new();
        for agency in AGENCIES {
            for says in ["people", "events"] {
                runs.push(self.import(day, agency, says).await);
            }
        }
        throughline::import::link(&self.app).await.unwrap();
        runs
    }

    /// Takes one file in.
    pub async fn import(&self, day: &str, agency: &str, says: &str) -> exchange::imports::Run {
        let morning = day.parse::<Date>().unwrap().start().plus_seconds(7200);
        if self.app.clock.now() < morning {
            self.app.clock.set(morning);
        }
        let permit = self.permit(Act::RunFeed).await;
        let mut tx = self.app.db.read().await.unwrap();
        let config = feeds::get(&mut tx, &permit, &format!("{agency}-{says}")).await.unwrap().config;
        drop(tx);
        throughline::import::take(&self.app, &config, &self.file(day, agency, &config.file)).await.unwrap()
    }

    pub fn file(&self, day: &str, agency: &str, name: &str) -> PathBuf {
        self.files.path().join(day).join(agency).join(name)
    }

    pub async fn permit(&self, act: Act) -> Permit {
        throughline::installation::own_permit(&self.app, act, "test").await.unwrap()
    }

    /// A permit of somebody of this role.
    pub async fn permit_of(&self, role: Role, act: Act) -> Permit {
        let who = Who { user: self.app.clock.id(), name: "test".into(), role, organisation: "employment-service".into(), client: None };
        let grant = self.app.decide(&who, act, None).unwrap();
        self.app.log.permit_to_read(&self.app.db, self.app.clock.now(), grant, "test").await.unwrap()
    }

    /// The client behind a record.
    pub async fn client(&self, organisation: &str, key: &str) -> Id {
        let record = self.record(organisation, key).await;
        let permit = self.permit(Act::RunFeed).await;
        let mut tx = self.app.db.read().await.unwrap();
        links::client_of(&mut tx, &permit, record).await.unwrap().unwrap()
    }

    /// The record behind a key.
    pub async fn record(&self, organisation: &str, key: &str) -> Id {
        let permit = self.permit(Act::RunFeed).await;
        let mut tx = self.app.db.read().await.unwrap();
        records::keys_of(&mut tx, &permit, organisation, &[key.to_owned()]).await.unwrap()[key]
    }

    /// Somebody signs in who is in the files under this key of the employment service.
    pub async fn jobseeker(&self, key: &str) -> Visitor<'_> {
        self.visitor(Role::Jobseeker, "employment-service", Some(self.record("employment-service", key).await)).await
    }

    /// Somebody of this role at this organisation signs in; a jobseeker is known by a record.
    pub async fn visitor(&self, role: Role, organisation: &str, record: Option<Id>) -> Visitor<'_> {
        self.visitor_called(&format!("A {}", role.word()), role, organisation, record).await
    }

    /// The same for somebody with a name of their own.
    pub async fn visitor_called(&self, name: &str, role: Role, organisation: &str, record: Option<Id>) -> Visitor<'_> {
        let app = &self.app;
        let who = Who { user: app.clock.id(), name: name.into(), role, organisation: organisation.into(), client: None };
        let user = User { sign_in: who.user.to_string(), who, record, language: "en".into() };
        let mut tx = app.db.write().await.unwrap();
        users::add(&mut tx, &user, None, app.clock.now()).await.unwrap();
        if role != Role::Jobseeker {
            policies::acknowledge(&mut tx, app, user.who.user, "en").await.unwrap();
        }
        tx.commit().await.unwrap();
        self.back(user.who.user).await
    }

    /// A user signs in once more.
    pub async fn back(&self, user: Id) -> Visitor<'_> {
        let came = sessions::Came { device: "a story".into(), source: "192.0.2.1".into() };
        let mut tx = self.app.db.write().await.unwrap();
        let token = sessions::open(&mut tx, &self.app, user, Stage::Open, &came).await.unwrap();
        tx.commit().await.unwrap();
        Visitor { town: self, user, cookie: format!("throughline={}", token.secret()) }
    }

    /// Another node of the same installation: on SQLite, where there is one program, the same one.
    pub async fn another_node(&self) -> Router {
        let db = if self.app.db.engine_name() == "postgres" { Db::open(self._fresh.address()).await.unwrap() } else { self.app.db.clone() };
        throughline::routes::service(&App { db, ..self.app.clone() })
    }

    /// It is this time of this day.
    pub fn at(&self, day: &str, hour: i64, minute: i64) {
        self.app.clock.set(day.parse::<Date>().unwrap().start().plus_seconds(hour * 3600 + minute * 60));
    }

    /// It is eight in the morning of this day.
    pub fn on(&self, day: &str) {
        self.at(day, 8, 0);
    }

    /// The same town under a pack of its own.
    pub fn under(mut self, pack: Pack) -> Town {
        self.app.pack = Arc::new(pack);
        self.service = throughline::routes::service(&self.app);
        self
    }

    /// The file of the database, where it is one.
    pub fn database_file(&self) -> Option<PathBuf> {
        self._fresh.address().strip_prefix("sqlite:").map(Into::into)
    }

    /// A counsellor who works with everybody in town: those with no counsellor yet become theirs, and they cover for the others.
    pub async fn counsellor(&self) -> Visitor<'_> {
        const RECORDS: Sql = Sql::both("select record_id from record r where not exists (select 1 from assignment a where a.record_id = r.record_id)");
        const OTHERS: Sql = Sql::both("select distinct user_id from assignment where user_id <> $1");
        let counsellor = self.visitor(Role::Counsellor, "employment-service", None).await;
        let permit = self.permit_of(Role::Manager, Act::ArrangeCover).await;
        let now = self.app.clock.now();
        let mut tx = self.app.db.write().await.unwrap();
        let records = tx.all(&RECORDS, vec![]).await.unwrap();
        let records: Vec<(Id, Id)> = records.iter().map(|row| (row.id("record_id").unwrap(), self.app.clock.id())).collect();
        relations::assign(&mut tx, &permit, &records, counsellor.user, now).await.unwrap();
        for row in tx.all(&OTHERS, vec![counsellor.user.into()]).await.unwrap() {
            let (absent, colleague) = (row.id("user_id").unwrap(), counsellor.user);
            let cover = Cover { id: self.app.clock.id(), absent, colleague, from: now.date(), to: now.date().plus_days(30) };
            relations::add_cover(&mut tx, &permit, &cover, now).await.unwrap();
        }
        tx.commit().await.unwrap();
        counsellor
    }

    pub async fn steward(&self) -> Visitor<'_> {
        self.visitor(Role::Steward, "employment-service", None).await
    }

    /// One request; a body makes it a form.
    pub async fn ask(&self, method: &str, path: &str, cookie: Option<&str>, form: Option<&str>) -> Answer {
        let headers: Vec<(&str, &str)> = cookie.map(|cookie| ("cookie", cookie)).into_iter().collect();
        self.ask_with((method, path), &headers, form).await
    }

    /// The same with headers of one's own.
    pub async fn ask_with(&self, (method, path): (&str, &str), headers: &[(&str, &str)], form: Option<&str>) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if form.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let mut request = request.body(Body::from(form.unwrap_or_default().to_owned())).unwrap();
        let peer: std::net::SocketAddr = "192.0.2.1:4321".parse().unwrap();
        request.extensions_mut().insert(axum::extract::ConnectInfo(peer));
        let response = self.service.clone().oneshot(request).await.unwrap();
        let headers = response.headers().clone();
        let text = |value: &axum::http::HeaderValue| value.to_str().ok().map(str::to_owned);
        let cookies = headers.get_all(header::SET_COOKIE).iter().filter_map(text).collect();
        let (status, location) = (response.status(), headers.get(header::LOCATION).and_then(text));
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, location, cookies, headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }
}

impl Visitor<'_> {
    /// What the access log says they did about somebody: act, parts, purpose, ground and outcome of each line.
    pub async fn lines_about(&self, client: Id) -> Vec<String> {
        const LINES: Sql = Sql::both("select act, parts, purpose, ground, outcome from access_log where user_id = $1 and client_id = $2 order by seq");
        let rows = self.town.app.db.read().await.unwrap().all(&LINES, vec![self.user.into(), client.into()]).await.unwrap();
        let told = |row: &db::Row| ["act", "parts", "purpose", "ground", "outcome"].map(|column| row.text(column).unwrap().to_owned()).join(" | ");
        rows.iter().map(told).collect()
    }

    /// What their browser keeps of them.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    pub async fn opens(&self, path: &str) -> Answer {
        self.town.ask("GET", path, Some(&self.cookie), None).await
    }

    pub async fn sends(&self, path: &str, form: &str) -> Answer {
        self.town.ask("POST", path, Some(&self.cookie), Some(form)).await
    }
}

/// An installation of real people, two years before the demo.
fn app(db: &Db) -> App {
    App { clock: Clock::starting_at("2024-12-01".parse::<Date>().unwrap().start()), synthetic: false, ..office::testing::app(db) }
}

//! Two hundred counsellors at work: an installation of many clients, each counsellor with an even share of them, and pages of a working day, again
//! and again: `counsellors FOLDER PEOPLE [DB]`.
//!
//! The first run fills FOLDER through the ordinary import, with all five agencies know about the people and what happened to them. Then each
//! counsellor opens a page, reads it for some seconds and goes to the next: the day, the caseload, somebody's file, the form for a meeting,
//! the meeting saved, a search by name. They come one after the other; what is measured is what they open while all of them are there. Each page
//! goes through the router, the gate, the access log and the template, without a network. What pages send by themselves while somebody types (drafts,
//! suggestions) is not among them.

#[path = "parts/measuring.rs"]
mod measuring;

use anyhow::{Context, Result, ensure};
use axum::http::StatusCode;
use exchange::imports;
use measuring::{cpu_seconds, opened, tell, unhindered};
use office::users::{self, User};
use office::{App, Clock, policies};
use people::{links, records, relations};
use rights::{Act, Case, Permit, Relation, Role, Who};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use throughline::visits::Visit;
use throughline::{demo, routes};
use words::Id;

const COUNSELLORS: usize = 200;
/// How long a page is read.
const READS: Duration = Duration::from_secs(10);
/// So many pages make a round, and how often each goes through them.
const PAGES: u32 = 6;
const ROUNDS: usize = 2;
const ORGANISATION: &str = "employment-service";

#[tokio::main]
async fn main() -> Result<()> {
    tokio::spawn(run()).await?
}

async fn run() -> Result<()> {
    let (app, permit, folder, people) = opened().await?;
    if !folder.join("filled").exists() {
        fill(&app, &permit, &folder, people).await?;
        std::fs::write(folder.join("filled"), "")?;
    }
    let seats = desks(&app, &permit).await?;
    let took = Took { from: Instant::now() + READS * PAGES, pages: Arc::default() };
    let mut at_work = Vec::new();
    for (place, (visit, clients, named)) in seats.into_iter().enumerate() {
        let desk = Desk { visit, took: took.clone() };
        let begins = (READS * PAGES).mul_f64(place as f64 / COUNSELLORS as f64);
        at_work.push(tokio::spawn(async move {
            tokio::time::sleep(begins).await;
            desk.works(&clients, &named).await
        }));
    }
    tokio::time::sleep(READS * PAGES).await;
    let cpu = cpu_seconds();
    tokio::time::sleep(READS * PAGES).await;
    let (seconds, cpu) = ((READS * PAGES).as_secs_f64(), cpu_seconds() - cpu);
    let (searches, mut hits) = (at_work.len() * ROUNDS, 0);
    for one in at_work {
        hits += one.await??;
    }
    println!("{hits} of {searches} searches found somebody");
    ensure!(hits > searches / 2, "most of those who are looked for are known");
    let pages = took.count();
    println!("{pages} pages in {seconds:.0} s, {:.1} a second; {:.1} ms of CPU of this process each", pages as f64 / seconds, cpu * 1e3 / pages as f64);
    took.tell();
    Ok(())
}

/// Takes in all that every agency knows, links it, and gives everybody of the employment service a counsellor.
async fn fill(app: &App, permit: &Permit, folder: &Path, people: u32) -> Result<()> {
    let files = folder.join("region");
    region::simulate(people, 1, &files, &mut |_, _| {})?;
    let began = Instant::now();
    let mut rows = 0;
    for config in demo::configure(app, &files).await? {
        let path = files.join("2026-11-20").join(&config.organisation).join(&config.file);
        rows += imports::import(app, permit, &config, (&path, &config.file), &mut |_| {}).await?.rows;
    }
    links::link_as_due(app, permit, |_, _| {}).await?;
    println!("{rows} rows taken in and linked: {:.1?}", began.elapsed());
    std::fs::remove_dir_all(files)?;
    demo::people_who_can_come_in(app).await?;
    let mut tx = app.db.write().await?;
    let manager = users::list(&mut tx).await?.into_iter().find(|user| user.who.role == Role::Manager).context("there is no manager")?.who;
    unhindered(app, &mut tx, permit, manager.user).await?;
    let mut counsellors = Vec::new();
    for number in 1..=COUNSELLORS {
        let (name, sign_in) = (format!("Counsellor {number}"), format!("c{number}"));
        let who = Who { user: app.clock.id(), name, role: Role::Counsellor, organisation: ORGANISATION.into(), client: None };
        users::add(&mut tx, &User { who: who.clone(), record: None, sign_in, language: "en".into() }, None, app.clock.now()).await?;
        policies::acknowledge(&mut tx, app, who.user, "en").await?;
        counsellors.push(who);
    }
    tx.commit().await?;
    let everyone = records::everyone(&mut app.db.read().await?, permit).await?;
    let mut clients: Vec<Id> = everyone.iter().filter(|one| one.organisation == ORGANISATION).filter_map(|one| one.client).collect();
    clients.sort_unstable();
    clients.dedup();
    for part in clients.chunks(1_000) {
        let mut tx = app.db.write().await?;
        for (place, client) in part.iter().enumerate() {
            let counsellor = counsellors.get(place % COUNSELLORS).context("there is nobody")?;
            let grant = app.decide_case(&manager, Act::AssignCounsellor, &Case::of(*client).with(Relation::Keeper))?;
            let given = app.log.permit(&mut tx, app.clock.now(), grant, &format!("counsellor: {}", counsellor.name)).await?;
            relations::assign_client(&mut tx, app, &given, counsellor.user).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Each counsellor who has come in, their clients, and names to look for.
type Seat = (Visit, Vec<Id>, Vec<String>);

async fn desks(app: &App, permit: &Permit) -> Result<Vec<Seat>> {
    let everyone = records::everyone(&mut app.db.read().await?, permit).await?;
    let step = (everyone.len() / (COUNSELLORS * ROUNDS)).max(1);
    let mut names = everyone.iter().step_by(step).map(|one| {
        let (given, family) = one.said.names();
        format!("{} {}", given.unwrap_or_default(), family.unwrap_or_default()).to_lowercase()
    });
    let mut counsellors = users::list(&mut app.db.read().await?).await?;
    counsellors.retain(|user| user.who.name.starts_with("Counsellor "));
    let service = routes::service(app);
    let (mut desks, mut clients) = (Vec::new(), 0);
    for user in counsellors {
        let mut tx = app.db.write().await?;
        unhindered(app, &mut tx, permit, user.who.user).await?;
        let assigned = relations::assigned_to(&mut tx, permit, user.who.user).await?;
        tx.commit().await?;
        clients += assigned.len();
        desks.push((Visit::of(app, &service, &user.sign_in).await?, assigned, names.by_ref().take(ROUNDS).collect()));
    }
    println!("{} records on {}; {clients} clients of {} counsellors", everyone.len(), app.db.engine_name(), desks.len());
    Ok(desks)
}

struct Desk {
    visit: Visit,
    took: Took,
}

impl Desk {
    /// Goes through the pages; gives how many searches found somebody.
    async fn works(&self, clients: &[Id], names: &[String]) -> Result<usize> {
        let mut hits = 0;
        for round in 0..ROUNDS {
            let client = clients.get(round * 7 % clients.len().max(1)).context("a counsellor without clients")?;
            let file = format!("/clients/{client}");
            self.opens("my day", "GET", "/my-day", "").await?;
            self.opens("caseload", "GET", "/caseload", "").await?;
            self.opens("a client's page", "GET", &file, "").await?;
            let form = self.opens("form for a meeting", "GET", &format!("{file}/meetings/record"), "").await?;
            let id = form.split("name=\"id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).context("this page has no form")?;
            let said = format!("id={id}&outcome=attended&on={}&channel=office&minutes=30&basis=fact&note=Talked+about+the+next+step.&readers=usual&pointed=yes", today());
            self.opens("meeting saved", "POST", &format!("{file}/meetings/record"), &said).await?;
            let name = names.get(round).map_or("", String::as_str).replace(' ', "+");
            let found = self.opens("search by name", "GET", &format!("/find?q={name}"), "").await?;
            hits += usize::from(found.contains("/clients/"));
        }
        Ok(hits)
    }

    /// Opens a page and reads it.
    async fn opens(&self, what: &'static str, method: &str, path: &str, form: &str) -> Result<String> {
        let began = Instant::now();
        let answer = self.visit.asks(method, path, form).await?;
        self.took.add(what, began);
        // A redirection to signing in would be a fast page, and a meeting that is not kept too.
        let taken = if method == "GET" { answer.status == StatusCode::OK } else { answer.to.contains("said=meeting-recorded") };
        ensure!(taken, "{method} {path}: {}", answer.status);
        tokio::time::sleep(READS).await;
        Ok(answer.page)
    }
}

fn today() -> String {
    Clock::machine().now().date().to_string()
}

/// How long each page took that was opened while everybody was at work.
#[derive(Clone)]
struct Took {
    from: Instant,
    pages: Arc<Mutex<BTreeMap<&'static str, Vec<Duration>>>>,
}

impl Took {
    fn add(&self, what: &'static str, began: Instant) {
        if (self.from..self.from + READS * PAGES).contains(&began) {
            self.pages().entry(what).or_default().push(began.elapsed());
        }
    }

    fn pages(&self) -> MutexGuard<'_, BTreeMap<&'static str, Vec<Duration>>> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn count(&self) -> usize {
        self.pages().values().map(Vec::len).sum()
    }

    fn tell(&self) {
        for (what, took) in self.pages().iter_mut() {
            tell(&format!("  {what}"), took);
        }
    }
}

//! While someone waits at the counter: an installation of many records, a question over HTTP, a record that comes and is
//! linked: `counter FOLDER PEOPLE [DB]`.
//!
//! The first run fills FOLDER with the records of five agencies about so many invented people, through the ordinary import. Then
//! it asks who somebody may be, as the registration page does while its fields are filled: through the gate, the access log
//! and the template. Then records come, each in a transaction of its own that is on disk before the next begins.

use anyhow::{Context, Result, ensure};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use exchange::feeds::Says;
use exchange::imports;
use office::{App, Clock};
use people::records::{self, Incoming, Said};
use people::links;
use rights::{Act, Permit};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use throughline::installation::{Place, own_permit};
use throughline::{demo, routes};
use tower::ServiceExt;

const ASKED: usize = 2_000;
const COME: usize = 2_000;

#[tokio::main]
async fn main() -> Result<()> {
    // As the server does: in a thread that waits for the database itself, not for one that waits.
    tokio::spawn(run()).await?
}

async fn run() -> Result<()> {
    let mut arguments = std::env::args().skip(1).collect::<Vec<_>>().into_iter();
    let folder = PathBuf::from(arguments.next().context("name a folder")?);
    let people: u32 = arguments.next().context("say how many people")?.parse()?;
    let place = Place { db: arguments.next(), ..Place::folder(folder.clone()) };
    std::fs::create_dir_all(&folder)?;
    let app = place.open(Clock::machine(), true).await?;
    let permit = own_permit(&app, Act::RunFeed, "benchmark").await?;
    if !folder.join("filled").exists() {
        fill(&app, &permit, &folder, people).await?;
        std::fs::write(folder.join("filled"), "")?;
    }
    let known = records::everyone(&mut app.db.read().await?, &permit).await?;
    println!("{} records on {}", known.len(), app.db.engine_name());
    let known: Vec<Arc<Said>> = known.into_iter().map(|one| one.said).collect();
    ask(&app, &permit, &known).await?;
    for at_once in [1, 10, 100, 1000] {
        come(&app, &permit, &known, at_once).await?;
    }
    Ok(())
}

/// Takes in what every agency knows, and links it.
async fn fill(app: &App, permit: &Permit, folder: &Path, people: u32) -> Result<()> {
    let files = folder.join("region");
    region::simulate(people, 1, &files, &mut |_, _| {})?;
    let began = Instant::now();
    let mut rows = 0;
    for config in demo::configure(app, &files).await?.iter().filter(|config| config.says == Says::People) {
        let path = files.join("2026-11-20").join(&config.organisation).join(&config.file);
        rows += imports::import(app, permit, config, (&path, &config.file), &mut |_| {}).await?.rows;
    }
    demo::people_who_can_come_in(app).await?;
    let imported = began.elapsed();
    links::link_as_due(app, permit, |_, _| {}).await?;
    println!("{rows} rows taken in: {imported:.1?}; everybody linked: {:.1?}", began.elapsed() - imported);
    std::fs::remove_dir_all(files)?;
    Ok(())
}

/// Every so many of `all`, spread evenly.
fn spread<T>(all: &[T], count: usize) -> impl Iterator<Item = &T> {
    all.iter().step_by((all.len() / count).max(1)).take(count)
}

/// The fields of the registration page, one letter of the family name mistaken.
fn typed(said: &Said) -> String {
    let (given, family) = said.names();
    let mut family = family.unwrap_or_default();
    if family.chars().count() > 4 {
        family.remove(family.char_indices().nth(2).map_or(0, |(at, _)| at));
    }
    let plain = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let field = |name: &str| plain(said.get(name).unwrap_or_default());
    format!(
        "given_name={}&family_name={}&birth_date={}&phone={}&city={}", plain(&given.unwrap_or_default()), plain(&family), field("birth_date"),
        field("phone"), field("city")
    )
}

/// A counsellor who may be shown more people than one may on a day: beyond that nobody is suggested, which would be no measure.
async fn unhindered(app: &App, permit: &Permit) -> Result<()> {
    let mut tx = app.db.write().await?;
    let users = office::users::list(&mut tx).await?;
    let jana = users.iter().find(|user| user.sign_in == "jana").context("there is no jana")?;
    history::access::allow_more(&mut tx, permit, jana.who.user, app.clock.now().date(), 1_000_000).await?;
    tx.commit().await?;
    Ok(())
}

async fn ask(app: &App, permit: &Permit, known: &[Arc<Said>]) -> Result<()> {
    unhindered(app, permit).await?;
    let service = routes::service(app);
    let entered = service.clone().oneshot(Request::get("/enter/jana").body(Body::empty())?).await?;
    let cookie = entered.headers().get(header::SET_COOKIE).and_then(|c| c.to_str().ok()?.split(';').next()).unwrap_or_default().to_owned();
    let (mut took, mut found) = (Vec::new(), 0);
    for (round, said) in spread(known, ASKED).enumerate() {
        let request = Request::post("/clients/new/likely")
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(typed(said)))?;
        let began = Instant::now();
        let answer = service.clone().oneshot(request).await?;
        ensure!(answer.status() == StatusCode::OK, "{}", answer.status());
        let page = axum::body::to_bytes(answer.into_body(), usize::MAX).await?;
        if round >= 50 {
            took.push(began.elapsed());
        }
        found += usize::from(String::from_utf8_lossy(&page).contains("/clients/"));
    }
    tell("questions over HTTP", &mut took);
    println!("  {found} of {ASKED} found somebody");
    ensure!(found > ASKED / 2, "most of those who are asked about are known");
    Ok(())
}

/// Records come: `at_once` of them in each transaction.
async fn come(app: &App, permit: &Permit, known: &[Arc<Said>], at_once: usize) -> Result<()> {
    let organisation = "employment-service";
    let mut took = Vec::new();
    let mut parts = [Duration::ZERO; 3];
    let (all, cpu) = (Instant::now(), cpu_seconds());
    let some: Vec<&Arc<Said>> = spread(known, COME).collect();
    for part in some.chunks(at_once) {
        let incoming = part.iter().map(|said| {
            let mut said = Said::clone(said);
            said.set("email", &format!("n{}@post.example", took.len()));
            Incoming { key: format!("B-{}", app.clock.id()), said, observed: app.clock.now().date() }
        });
        let incoming = incoming.collect();
        let began = Instant::now();
        let mut tx = app.db.write().await?;
        let received = records::receive(&mut tx, permit, &app.clock, (organisation, app.clock.id()), incoming).await?;
        let written = began.elapsed();
        let records: Vec<words::Id> = received.iter().map(|(record, _)| *record).collect();
        links::arrive(&mut tx, app, permit, &records).await?;
        let linked = began.elapsed();
        tx.commit().await?;
        took.push(began.elapsed());
        parts = [parts[0] + written, parts[1] + linked - written, parts[2] + began.elapsed() - linked];
    }
    let seconds = all.elapsed().as_secs_f64();
    tell(&format!("transactions of {at_once} records that come"), &mut took);
    let cpu = cpu_seconds() - cpu;
    println!("  {:.0} records a second, one transaction after the other; {:.2} ms of CPU each", some.len() as f64 / seconds, cpu * 1e3 / some.len() as f64);
    println!("  written {:.1?}, linked {:.1?}, made durable {:.1?}", parts[0], parts[1], parts[2]);
    Ok(())
}

/// What this process has used so far, which a busy machine does not change much; 0 where it cannot be read.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn tell(what: &str, took: &mut [Duration]) {
    took.sort_unstable();
    let at = |share: usize| took.get(took.len() * share / 100).or(took.last()).copied().unwrap_or_default();
    println!("{what}: median {:.2?}, 95th percentile {:.2?}, 99th {:.2?}, longest {:.2?}", at(50), at(95), at(99), at(100));
}

//! While someone waits at the counter: an installation of many records, a question over HTTP, a record that comes and is
//! linked: `counter FOLDER PEOPLE [DB]`.
//!
//! The first run fills FOLDER with the records of five agencies about so many invented people, through the ordinary import. Then
//! it asks who somebody may be, as the registration page does while its fields are filled: through the gate, the access log
//! and the template. Then records come, each in a transaction of its own that is on disk before the next begins.

#[path = "parts/measuring.rs"]
mod measuring;

use anyhow::{Context, Result, ensure};
use axum::http::StatusCode;
use exchange::feeds::Says;
use exchange::imports;
use measuring::{cpu_seconds, opened, tell, unhindered};
use office::{App, users};
use people::records::{self, Incoming, Said};
use people::links;
use rights::Permit;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use throughline::visits::Visit;
use throughline::{demo, routes};

const ASKED: usize = 2_000;
const COME: usize = 2_000;

#[tokio::main]
async fn main() -> Result<()> {
    // As the server does: in a thread that waits for the database itself, not for one that waits.
    tokio::spawn(run()).await?
}

async fn run() -> Result<()> {
    let (app, permit, folder, people) = opened().await?;
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

async fn ask(app: &App, permit: &Permit, known: &[Arc<Said>]) -> Result<()> {
    let mut tx = app.db.write().await?;
    let jana = users::by_sign_in(&mut tx, "jana").await?.context("there is no jana")?;
    unhindered(app, &mut tx, permit, jana.user.who.user).await?;
    tx.commit().await?;
    let jana = Visit::of(app, &routes::service(app), "jana").await?;
    let (mut took, mut found) = (Vec::new(), 0);
    for (round, said) in spread(known, ASKED).enumerate() {
        let form = typed(said);
        let began = Instant::now();
        let answer = jana.asks("POST", "/clients/new/likely", &form).await?;
        ensure!(answer.status == StatusCode::OK, "{}", answer.status);
        if round >= 50 {
            took.push(began.elapsed());
        }
        found += usize::from(answer.page.contains("/clients/"));
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

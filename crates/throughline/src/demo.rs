//! `throughline demo`: the main job on invented people, from files to a page, and then the page itself.

mod past;

use crate::installation::{Place, own_permit, own_permit_in};
use crate::{import, serve};
use anyhow::{Context, Result};
use clap::Args;
use db::Tx;
use exchange::feeds::{self, Config};
use history::access;
use office::users::{self, Token, User};
use office::{App, Clock, Front, Organisation, organisations, policies};
use people::consents::{self, Channel, Saying};
use people::{links, records, relations};
use rights::{Act, Case, Relation, Role, Who};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;
use tokio::net::TcpListener;
use words::{Date, EntryKind, Id, Time};

/// Options of `demo`.
#[derive(Args, Debug)]
pub struct Options {
    /// The folder of the demo; delete it to begin anew
    #[arg(long, default_value = "throughline-demo")]
    data: PathBuf,
    /// Another database: sqlite:FILE or postgres://USER@HOST/NAME
    #[arg(long)]
    db: Option<String>,
    /// How many people, besides the fourteen that are always there
    #[arg(long, default_value_t = 2_000)]
    people: u32,
    /// The port to listen on; another free one is taken when it is in use
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Stop when everything is ready instead of serving
    #[arg(long)]
    no_serve: bool,
}

/// The agencies of the demo region: short name, title, whether its name betrays something sensitive.
const AGENCIES: [(&str, &str, bool); 5] = [
    ("employment-service", "Employment service", false),
    ("municipality", "Municipality", false),
    ("social-insurer", "Social insurance", false),
    ("clinic", "Clinic", true),
    ("training-ngo", "Training NGO", false),
];

/// The people who can come in: sign-in name, name, role, organisation, language.
const PERSONAS: [(&str, &str, Role, &str, &str); 9] = [
    ("jana", "Jana Novak", Role::Counsellor, "employment-service", "en"),
    ("piet", "Piet de Wit", Role::Partner, "municipality", "en"),
    ("ines", "Ines Ferreira", Role::Partner, "training-ngo", "en"),
    ("sofia", "Sofia Brandt", Role::Steward, "employment-service", "en"),
    ("oskar", "Oskar Lind", Role::Protection, "employment-service", "en"),
    ("marta", "Marta Klein", Role::Manager, "employment-service", "en"),
    ("timo", "Timo Laine", Role::Administrator, "employment-service", "en"),
    ("lena", "Lena Vogt", Role::Analyst, "employment-service", "en"),
    ("amira", "Amira Haddad", Role::Jobseeker, "employment-service", "ar"),
];

/// Amira's key at the employment service.
const AMIRA: &str = "ES-0004711";
/// The keys of the people Jana counsels; everybody else in the region has nobody yet, and opens to whoever says why.
const COUNSELLED: [&str; 8] =
    [AMIRA, "ES-0005802", "ES-0006120", "ES-0007301", "ES-0007401", "ES-0007501", "ES-0007601", "ES-0007701"];
/// What some of them signed about sharing with the training organisation: the person's key, what, and whether they agreed.
const SIGNED: [(&str, EntryKind, bool); 5] = [
    (AMIRA, EntryKind::Housing, true),
    (AMIRA, EntryKind::Benefit, true),
    ("ES-0005802", EntryKind::Assessment, true),
    ("ES-0006120", EntryKind::Benefit, true),
    ("ES-0006120", EntryKind::Housing, false),
];
/// How long demo links work: the demo's time goes on only while it runs.
const LINK_SECONDS: i64 = 3650 * 24 * 3600;



/// Runs the command.
///
/// # Errors
/// When the folder or the database cannot be used, or no port is free.
pub async fn run(options: Options) -> Result<()> {
    let began = Instant::now();
    println!("throughline {}  demo: synthetic people only, data in {} (delete it to begin anew)", env!("CARGO_PKG_VERSION"), options.data.display());
    let place = Place { db: options.db.clone(), ..Place::folder(options.data.clone()) };
    let mut app = place.open(Clock::starting_at(monday_morning()), true).await?;
    let ready = options.data.join("ready");
    if !ready.exists() {
        prepare(&app, &options).await?;
        fs::write(&ready, "delete the whole folder to begin anew\n").context("the demo folder cannot be written")?;
    }
    go_on_from_last_time(&app).await?;
    if options.no_serve {
        println!("Ready in {:.1} s", began.elapsed().as_secs_f32());
        return Ok(());
    }
    let listener = listen(options.port).await?;
    let address = format!("http://{}", listener.local_addr()?);
    app.front = Arc::new(Front { address: serve::this_machine(&listener), ..Front::default() });
    println!("Ready in {:.1} s   {address}   the clock shows Monday 23 November 2026, 08:00\n", began.elapsed().as_secs_f32());
    for (sign_in, name, role, _, _) in PERSONAS {
        println!("  {name:<14} {:<20} {address}/enter/{sign_in}", role.word());
    }
    println!("\n  Try: come in as jana and look for “lakatosh ilonna”.   Stop with Ctrl+C");
    serve::answer(app, listener).await
}

/// Monday 23 November 2026, 08:00.
fn monday_morning() -> Time {
    Date::new(2026, 11, 23).map_or(Time::from_micros(0), |monday| monday.start().plus_seconds(8 * 3600))
}

/// Lets the clock go on where it stopped last time, so that what was done first stays first.
async fn go_on_from_last_time(app: &App) -> Result<()> {
    let last = access::last_at(&mut app.db.read().await?).await?;
    let start = last.map_or(monday_morning(), |last| last.plus_seconds(1).max(monday_morning()));
    app.clock.set(start);
    Ok(())
}

/// The main job: files are written, come in delivery by delivery on their days, and are linked. Killed and started
/// again, it goes on where it stopped.
async fn prepare(app: &App, options: &Options) -> Result<()> {
    let files = options.data.join("region");
    let began = Instant::now();
    let bar = crate::simulate::bar("five agencies write their files");
    let summary = region::simulate(options.people, 1, &files, &mut |_, share| bar.set_position(crate::simulate::share_in_thousandths(share)))?;
    bar.finish_and_clear();
    println!("  files     {} people, {} records in five agencies   {:.1} s", summary.people, summary.records, began.elapsed().as_secs_f32());
    let configs = configure(app, &files).await?;
    for day in deliveries(&files)? {
        deliver(app, &files, day, &configs).await?;
    }
    // They worked on the Friday before, so that there is something to go on with.
    app.clock.set(past::friday_morning());
    people_who_can_come_in(app).await?;
    // Stopped on the way and started again, the demo goes on with what was lived of it.
    let lived = options.data.join("lived");
    if !lived.exists() {
        fs::write(&lived, "").context("the demo folder cannot be written")?;
        past::live(app, "jana").await?;
    }
    app.clock.set(monday_morning());
    Ok(())
}

/// Organisations and feeds, as an administrator would add them; `files` is what [`region::simulate`] wrote.
///
/// # Errors
/// When a feed cannot be read or the database fails.
pub async fn configure(app: &App, files: &Path) -> Result<Vec<Config>> {
    let permit = own_permit(app, Act::RunFeed, "feeds of the demo").await?;
    let mut tx = app.db.write().await?;
    for (id, title, sensitive) in AGENCIES {
        let organisation = Organisation { id: id.into(), title: title.into(), kind: id.into(), sensitive };
        organisations::add(&mut tx, &organisation).await?;
    }
    let mut configs = Vec::new();
    for (agency, _, _) in AGENCIES {
        // People before what happened to them: an entry needs somebody to be about.
        for says in ["people", "events"] {
            let path = files.join("feeds").join(format!("{agency}-{says}.toml"));
            let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            configs.push(feeds::save(&mut tx, &permit, &text, None, app.clock.now()).await??);
        }
    }
    tx.commit().await?;
    Ok(configs)
}

/// The days files were delivered on, oldest first: the folders named by a date.
fn deliveries(files: &Path) -> Result<Vec<Date>> {
    let names = fs::read_dir(files)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut days: Vec<Date> = names.filter_map(|name| name.parse().ok()).collect();
    days.sort_unstable();
    Ok(days)
}

/// Takes in what came on one day, at two in the morning of that day, and links it.
async fn deliver(app: &App, files: &Path, day: Date, configs: &[Config]) -> Result<()> {
    app.clock.set(day.start().plus_seconds(2 * 3600));
    let began = Instant::now();
    let (mut rows, mut new, mut changed, mut refused) = (0, 0, 0, 0);
    for config in configs {
        let path = files.join(day.to_string()).join(&config.organisation).join(&config.file);
        let run = import::take(app, config, &path).await?;
        if run.state == "refused" {
            println!("  {}", import::report(&run));
        }
        (rows, new, changed, refused) = (rows + run.rows, new + run.new, changed + run.changed, refused + run.refused);
    }
    let imported = began.elapsed().as_secs_f32();
    let linked = import::link(app).await?;
    println!(
        "  {day}  {rows} rows: {new} new, {changed} changed, {refused} in quarantine  {imported:.1} s;  {} records are {} clients, {} pairs wait  {:.1} s",
        linked.records, linked.clients, linked.possible, began.elapsed().as_secs_f32() - imported
    );
    Ok(())
}

/// One person of each role, each with a link to come in by.
///
/// # Errors
/// When the database fails.
pub async fn people_who_can_come_in(app: &App) -> Result<()> {
    let amira = record_of(app, "employment-service", AMIRA).await?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    // A demo that was stopped after this step and before its end finds everybody there already.
    if !users::list(&mut tx).await?.is_empty() {
        return Ok(());
    }
    let mut came = Vec::new();
    for (sign_in, name, role, organisation, language) in PERSONAS {
        let record = amira.filter(|_| role == Role::Jobseeker);
        let who = Who { user: app.clock.id(), name: name.into(), role, organisation: organisation.into(), client: None };
        let user = User { who, record, sign_in: sign_in.into(), language: language.into() };
        users::add(&mut tx, &user, None, app.clock.now()).await?;
        if role != Role::Jobseeker {
            policies::acknowledge(&mut tx, app, user.who.user, language).await?;
        }
        users::make_link(&mut tx, &Token::given(sign_in), user.who.user, now.plus_seconds(LINK_SECONDS), true).await?;
        came.push(user.who);
    }
    let who = |role: Role| came.iter().find(|who| who.role == role).context("nobody has this role in the demo");
    assign(app, &mut tx, who(Role::Manager)?, who(Role::Counsellor)?).await?;
    consent(app, &mut tx, who(Role::Counsellor)?).await?;
    tx.commit().await?;
    Ok(())
}

/// The manager gives the counsellor her clients, one line of the access log for each, as on the page for it.
async fn assign(app: &App, tx: &mut Tx, manager: &Who, counsellor: &Who) -> Result<()> {
    let own = own_permit_in(app, tx, Act::RunFeed, "the people of a counsellor").await?;
    let keys = COUNSELLED.map(str::to_owned);
    let records: Vec<Id> = records::keys_of(tx, &own, &manager.organisation, &keys).await?.into_values().collect();
    for client in links::clients_with(tx, &own, &records).await? {
        let case = Case::of(client).with(Relation::Keeper);
        let grant = app.decide_case(manager, Act::AssignCounsellor, &case)?;
        let permit = app.log.permit(tx, app.clock.now(), grant, &format!("counsellor: {}", counsellor.name)).await?;
        relations::assign_client(tx, app, &permit, counsellor.user).await?;
    }
    Ok(())
}

/// What some of the counsellor's clients signed on the day they were asked, one line of the access log for each.
async fn consent(app: &App, tx: &mut Tx, counsellor: &Who) -> Result<()> {
    let own = own_permit_in(app, tx, Act::RunFeed, "the people who agreed to share").await?;
    let signed = Date::new(2026, 6, 1);
    for (key, kind, shares) in SIGNED {
        let keys = [key.to_owned()];
        let records: Vec<Id> = records::keys_of(tx, &own, &counsellor.organisation, &keys).await?.into_values().collect();
        for client in links::clients_with(tx, &own, &records).await? {
            let case = Case::of(client).with(Relation::Counsellor);
            let grant = app.decide_case(counsellor, Act::RecordConsent, &case)?;
            let permit = app.log.permit(tx, app.clock.now(), grant, &format!("{kind} {} training-ngo", if shares { "shared with" } else { "not shared with" })).await?;
            let language = if key == AMIRA { "ar" } else { "en" };
            let saying = Saying { organisation: "training-ngo".into(), kind, shares, channel: Channel::Paper, on: signed, language: language.into() };
            consents::say(tx, app, &permit, &saying).await?;
        }
    }
    Ok(())
}

/// The record behind a key.
async fn record_of(app: &App, organisation: &str, key: &str) -> Result<Option<Id>> {
    let permit = own_permit(app, Act::RunFeed, "the record of a user").await?;
    let mut tx = app.db.read().await?;
    Ok(records::keys_of(&mut tx, &permit, organisation, &[key.to_owned()]).await?.remove(key))
}

/// The port asked for, or any free one when it is in use.
async fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind(("127.0.0.1", port)).await {
        Ok(listener) => Ok(listener),
        Err(_) => TcpListener::bind(("127.0.0.1", 0)).await.context("no port is free"),
    }
}

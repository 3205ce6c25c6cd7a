//! The pages of feeds: which there are, how their runs went, and a form to send a file or change the configuration.

use super::store::{self, Feed};
use super::{Config, Says};
use crate::imports::{self, Run};
use crate::quarantine::{self, Kept};
use askama::Template;
use axum::Form;
use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Response};
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor, see_other};
use people::links::link_as_due;
use rights::{Act, Permit};
use serde::Deserialize;
use std::collections::HashMap;
use std::io::Write;
use std::time::Duration;
use web::{Page, Shell};
use words::Id;

/// How long an answer waits for an import to end before it shows the run under way.
const PATIENCE: Duration = Duration::from_secs(2);

/// The largest file the form takes, in bytes; larger ones come through the feed's folder.
const LARGEST_FILE: usize = 1 << 30;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/feeds", Act::SeeFeeds, list)
        .get("/feeds/new", Act::RunFeed, blank)
        .post("/feeds", Act::RunFeed, save)
        .get("/feeds/{name}", Act::SeeFeeds, show)
        .post_file("/feeds/{name}/files", Act::RunFeed, LARGEST_FILE, send_file)
        .get("/runs/{run}", Act::SeeFeeds, run)
}

/// A permit for one of the acts of this room; `parts` is what the access log says was seen or done.
async fn permit(app: &App, visitor: &Visitor, act: Act, parts: &str) -> Result<Permit, Problem> {
    let grant = app.decide(&visitor.who, act, None)?;
    Ok(app.log.permit_to_read(&app.db, app.clock.now(), grant, parts).await?)
}

/// A feed with what happened to it last.
struct Card {
    feed: Feed,
    organisation: String,
    hue: usize,
    last: Option<Run>,
    waiting: i64,
}

#[derive(Template)]
#[template(path = "feeds/list.html")]
struct ListPage<'a> {
    shell: &'a Shell,
    cards: Vec<Card>,
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor, Act::SeeFeeds, "feeds").await?;
    let mut tx = app.db.read().await?;
    let titles = Titles::load(&mut tx).await?;
    let mut last: HashMap<String, Run> =
        imports::latest_of_feeds(&mut tx, &permit).await?.into_iter().map(|run| (run.feed.clone(), run)).collect();
    let waiting = quarantine::count_by_feed(&mut tx, &permit).await?;
    let feeds = store::list(&mut tx, &permit).await?;
    let cards = feeds.into_iter().map(|feed| Card {
        organisation: titles.title(&feed.config.organisation).to_owned(),
        hue: titles.hue(&feed.config.organisation),
        last: last.remove(&feed.config.name),
        waiting: waiting.get(&feed.config.name).copied().unwrap_or(0),
        feed,
    });
    Ok(Page::of(&ListPage { shell: &visitor.shell, cards: cards.collect() }))
}

#[derive(Template)]
#[template(path = "feeds/show.html")]
struct ShowPage<'a> {
    shell: &'a Shell,
    feed: Feed,
    organisation: String,
    hue: usize,
    runs: Vec<Run>,
    waiting: i64,
    mends: bool,
}

async fn show(State(app): State<App>, visitor: Visitor, Path(name): Path<String>) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor, Act::SeeFeeds, &format!("feed {name}")).await?;
    let mut tx = app.db.read().await?;
    let feed = store::get(&mut tx, &permit, &name).await?;
    let titles = Titles::load(&mut tx).await?;
    let runs = imports::of_feed(&mut tx, &permit, &name).await?;
    let waiting = quarantine::count_by_feed(&mut tx, &permit).await?.get(&name).copied().unwrap_or(0);
    Ok(Page::of(&ShowPage {
        shell: &visitor.shell,
        organisation: titles.title(&feed.config.organisation).to_owned(),
        hue: titles.hue(&feed.config.organisation),
        feed,
        runs,
        waiting,
        mends: app.role_may(visitor.who.role, Act::MendRows),
    }))
}

#[derive(Template)]
#[template(path = "feeds/edit.html")]
struct EditPage<'a> {
    shell: &'a Shell,
    text: String,
    problem: Option<String>,
}

/// What a new feed's page starts with, so that nobody writes one from nothing.
const EXAMPLE: &str = "name = \"\"\ntitle = \"\"\norganisation = \"\"\nsays = \"people\"\nfile = \"people.csv\"\nkind = \"csv\"\nkey = [\"\"]\n\
                       dates = [\"%d.%m.%Y\"]\n\n[fields]\ngiven_name = \"\"\nfamily_name = \"\"\nbirth_date = \"\"\n";

async fn blank(visitor: Visitor) -> Page {
    Page::of(&EditPage { shell: &visitor.shell, text: EXAMPLE.to_owned(), problem: None })
}

#[derive(Deserialize)]
struct FeedForm {
    text: String,
}

async fn save(State(app): State<App>, visitor: Visitor, Form(form): Form<FeedForm>) -> Result<Response, Problem> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let grant = app.decide(&visitor.who, Act::RunFeed, None)?;
    let permit = app.log.permit(&mut tx, now, grant, "feed configuration").await?;
    let before = match Config::read(&form.text) {
        Ok(config) => store::get(&mut tx, &permit, &config.name).await.ok(),
        Err(_) => None,
    };
    let folder = before.and_then(|feed| feed.folder);
    match store::save(&mut tx, &permit, &form.text, folder.as_deref(), now).await? {
        Ok(config) => {
            tx.commit().await?;
            Ok(see_other(&format!("/feeds/{}", config.name), "feed-saved"))
        }
        Err(problem) => {
            let page = EditPage { shell: &visitor.shell, text: form.text, problem: Some(problem.to_string()) };
            Ok(Page::of(&page).status(axum::http::StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
    }
}

/// Receives a file into a place of its own, then imports it and links what it brought. A long import goes on after the
/// answer: the run's page tells how far it is.
async fn send_file(
    State(app): State<App>, visitor: Visitor, Path(name): Path<String>, form: Multipart,
) -> Result<Response, Problem> {
    let permit = permit(&app, &visitor, Act::RunFeed, &format!("file for feed {name}")).await?;
    let mut tx = app.db.read().await?;
    let feed = store::get(&mut tx, &permit, &name).await?;
    drop(tx);
    let (file, sent_as) = receive(form).await?;
    let work = tokio::spawn(async move {
        let path = file.path().to_owned();
        let run = imports::import(&app, &permit, &feed.config, (&path, &sent_as), &mut |_| {}).await;
        match run {
            Ok(run) => {
                if let Err(error) = link_as_due(&app, &permit, |_, _| {}).await {
                    tracing::error!(%error, feed = feed.config.name, "linking after an import failed");
                }
                Some(run.id)
            }
            Err(error) => {
                tracing::error!(%error, feed = feed.config.name, "an import failed");
                None
            }
        }
    });
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(Ok(Some(run))) => Ok(see_other(&format!("/runs/{run}"), "file-taken")),
        Ok(_) => Err(Problem::Broken),
        Err(_) => Ok(see_other(&format!("/feeds/{name}"), "file-under-way")),
    }
}

async fn receive(mut form: Multipart) -> Result<(tempfile::NamedTempFile, String), Problem> {
    let bad = |problem: &dyn std::fmt::Display| Problem::Bad(problem.to_string());
    while let Some(mut part) = form.next_field().await.map_err(|e| bad(&e))? {
        if part.name() != Some("file") {
            continue;
        }
        let sent_as = part.file_name().unwrap_or("file").chars().take(200).collect();
        let mut file = tempfile::NamedTempFile::new().map_err(|_| Problem::Broken)?;
        while let Some(bytes) = part.chunk().await.map_err(|e| bad(&e))? {
            file.write_all(&bytes).map_err(|_| Problem::Broken)?;
        }
        return Ok((file, sent_as));
    }
    Err(Problem::Unfit("feeds-no-file-sent"))
}

#[derive(Template)]
#[template(path = "feeds/run.html")]
struct RunPage<'a> {
    shell: &'a Shell,
    run: Run,
    title: String,
    rows: Vec<Kept>,
    mends: bool,
}

async fn run(State(app): State<App>, visitor: Visitor, Path(run): Path<String>) -> Result<Page, Problem> {
    let id: Id = run.parse().map_err(|_| Problem::NotFound)?;
    let mends = app.role_may(visitor.who.role, Act::MendRows);
    let parts = if mends { format!("run {id} with refused rows") } else { format!("run {id}") };
    let permit = permit(&app, &visitor, Act::SeeFeeds, &parts).await?;
    let mut tx = app.db.read().await?;
    let run = imports::get(&mut tx, &permit, id).await?;
    let title = store::get(&mut tx, &permit, &run.feed).await?.config.title;
    // Rows as they came are personal data: who may not mend them sees how many there are, not what they say.
    let rows = if mends { quarantine::of_run(&mut tx, &permit, id).await? } else { Vec::new() };
    drop(tx);
    quarantine::whose::log(&app, &visitor, &permit, &rows, &parts).await?;
    Ok(Page::of(&RunPage { shell: &visitor.shell, run, title, rows, mends }))
}

//! “This looks wrong”: somebody says of a line about their own file that it looks wrong, and the data-protection officer looks at it.

use super::lines_about;
use super::pages::reader;
use crate::clients::{id_in, open};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use history::access::Line;
use history::flags;
use office::organisations::Titles;
use office::{App, Problem, Visitor, see_other};
use people::relations::Opened;
use rights::{Act, Permit};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Id, Time};

#[derive(Template)]
#[template(path = "looked/wrong.html")]
struct WrongPage<'a> {
    shell: &'a Shell,
    client: Id,
    line: i64,
    who: String,
    organisation: String,
    hue: usize,
    what: String,
    at: Time,
}

#[derive(Deserialize)]
pub(super) struct WrongForm {
    #[serde(default)]
    says: String,
}

/// The line of an address, if it is one that the visitor reads about themselves, somebody else left it, and nothing was said of it.
async fn line_of(app: &App, visitor: &Visitor, client: &str, line: &str) -> Result<(Line, Permit), Problem> {
    let seq: i64 = line.parse().map_err(|_| Problem::NotFound)?;
    let Opened { client: standing, permit, mut tx, .. } = open(app, visitor, id_in(client)?, Act::SayWrong, "one line of who looked").await?;
    let (lines, all) = lines_about(&mut tx, app, &permit, standing).await?;
    let line = lines.into_iter().find(|line| line.seq == seq && line.user != visitor.who.user).ok_or(Problem::NotFound)?;
    let said = flags::on_lines(&mut tx, &permit, &all).await?;
    if said.iter().any(|(of, _)| *of == seq) {
        return Err(Problem::Already);
    }
    Ok((line, permit))
}

pub(super) async fn ask(State(app): State<App>, visitor: Visitor, Path((client, line)): Path<(String, String)>) -> Result<Page, Problem> {
    let (line, permit) = line_of(&app, &visitor, &client, &line).await?;
    let titles = Titles::load(&mut app.db.read().await?).await?;
    Ok(Page::of(&WrongPage {
        shell: &visitor.shell,
        client: permit.client().ok_or(Problem::NotFound)?,
        line: line.seq,
        organisation: titles.title(&line.organisation).to_owned(),
        hue: titles.hue(&line.organisation),
        what: visitor.shell.word("act", &line.act),
        at: line.at,
        who: reader(&visitor.shell, &line),
    }))
}

pub(super) async fn say(
    State(app): State<App>, visitor: Visitor, Path((client, line)): Path<(String, String)>, Form(form): Form<WrongForm>,
) -> Result<Response, Problem> {
    let (line, permit) = line_of(&app, &visitor, &client, &line).await?;
    let says: String = form.says.trim().chars().take(2000).collect();
    let client = permit.client().ok_or(Problem::NotFound)?;
    let mut tx = app.db.write().await?;
    flags::say_wrong(&mut tx, &permit, &line, &says, app.clock.id(), app.clock.now()).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{client}/looked"), "looks-wrong"))
}

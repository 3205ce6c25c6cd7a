//! The find page: who fits, why, and who works with them. Each person shown is one line of the access log.

use crate::relations;
use crate::search::{self, Found, Query, Why};
use crate::single_view::{self, InBrief};
use askama::Template;
use axum::extract::{Query as UrlQuery, State};
use axum::response::IntoResponse;
use db::Tx;
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor};
use rights::Act;
use serde::Deserialize;
use web::{Page, Shell};
use words::Id;

/// So many people fit a page; whoever needs more has to say more.
const SHOWN: usize = 20;
/// So many appear while typing.
const SUGGESTED: usize = 8;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/find", Act::FindClients, show).get("/find/suggest", Act::FindClients, suggest)
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
}

/// One row of the results.
struct Hit {
    client: Id,
    name: String,
    born: Option<i32>,
    town: Option<String>,
    organisations: Vec<(String, usize)>,
    why: Vec<Why>,
}

#[derive(Template)]
#[template(path = "find/find.html")]
struct FindPage<'a> {
    shell: &'a Shell,
    asked: &'a str,
    hits: Vec<Hit>,
    /// Whether the visitor may register somebody who is not found.
    registers: bool,
    /// Whether the visitor finds only some people, and may open another's file in an emergency.
    emergency: bool,
}

#[derive(Template)]
#[template(path = "find/results.html")]
struct Results<'a> {
    shell: &'a Shell,
    hits: Vec<Hit>,
}

async fn show(State(app): State<App>, visitor: Visitor, UrlQuery(asked): UrlQuery<Asked>) -> Result<Page, Problem> {
    let hits = hits(&app, &visitor, &asked.q, SHOWN).await?;
    let registers = app.role_may(visitor.who.role, Act::RegisterClient);
    let emergency = app.role_may(visitor.who.role, Act::OpenInEmergency) && !app.role_may(visitor.who.role, Act::StatePurpose);
    Ok(Page::of(&FindPage { shell: &visitor.shell, asked: asked.q.trim(), hits, registers, emergency }))
}

async fn suggest(
    State(app): State<App>, visitor: Visitor, UrlQuery(asked): UrlQuery<Asked>,
) -> Result<impl IntoResponse, Problem> {
    let hits = if suggests(&mut app.db.read().await?, &app, &visitor).await? { hits(&app, &visitor, &asked.q, SUGGESTED).await? } else { Vec::new() };
    Ok(Page::of(&Results { shell: &visitor.shell, hits }))
}

/// Whether people still appear while the visitor types: each of them counts for how many they may be shown on a day, so the last
/// of those are kept for what is searched for on purpose.
pub(crate) async fn suggests(tx: &mut Tx, app: &App, visitor: &Visitor) -> Result<bool, Problem> {
    let day = app.log.day(tx, app.clock.now(), &visitor.who).await?;
    Ok(day.is_none_or(|day| day.shown * 100 < day.limit * app.pack.watching.suggest_percent))
}

/// Looks for people, and shows those for whom the access log could say so.
async fn hits(app: &App, visitor: &Visitor, asked: &str, count: usize) -> Result<Vec<Hit>, Problem> {
    let now = app.clock.now();
    let query = Query::read(asked, now.date());
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let search = app.decide(&visitor.who, Act::FindClients, None)?;
    // Before anything is looked for: whoever has nothing left is not to learn whether there is anybody.
    if let Some(spent) = app.log.day(&mut app.db.read().await?, now, &visitor.who).await?.filter(|day| day.shown >= day.limit) {
        return Err(Problem::Spent(spent));
    }
    let parts = format!("search: {} terms", query.terms.len());
    let permit = app.log.permit_to_read(&app.db, now, search, &parts).await?;
    let mut tx = app.db.read().await?;
    let found = search::find(&mut tx, &permit, &query, count, now).await?;
    let titles = Titles::load(&mut tx).await?;
    let clients: Vec<Id> = found.iter().map(|person| person.client).collect();
    let cases = relations::cases(&mut tx, visitor, &clients, now).await?;
    drop(tx);
    let grants = cases.iter().map(|case| app.decide_case(&visitor.who, Act::FindClients, case));
    let grants = grants.collect::<Result<Vec<_>, _>>()?;
    if grants.is_empty() {
        return Ok(Vec::new());
    }
    let permits = app.log.permits(&app.db, now, grants, "name, birth year, town, organisations").await?;
    Ok(found.into_iter().zip(&permits).map(|(person, permit)| hit(app, person, &titles.for_reader(permit, &visitor.shell))).collect())
}

fn hit(app: &App, found: Found, titles: &Titles) -> Hit {
    let InBrief { name, born, town } = single_view::in_brief(&app.pack, &found.records, app.clock.now().date());
    let mut organisations: Vec<(String, usize)> = Vec::new();
    for record in &found.records {
        let chip = (titles.title(&record.organisation).to_owned(), titles.hue(&record.organisation));
        if !organisations.contains(&chip) {
            organisations.push(chip);
        }
    }
    Hit {
        client: found.client,
        name,
        born: born.map(|born| born.year()),
        town,
        organisations,
        why: found.why,
    }
}

//! Erasing one person, seen before anything goes: what would go, what stays, and what holds it up.

use super::actions;
use super::pages::{by_class, id_of, name_of};
use super::removal;
use super::store::{self, Hold};
use super::Why;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Tx;
use office::organisations::Titles;
use office::{App, Problem, Visitor, see_other, users};
use people::requests::{self, Kind, Request};
use people::{links, records, relations, single_view};
use rights::{Act, Permit};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Id, Time};

#[derive(Template)]
#[template(path = "erasures/person.html")]
struct PersonPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    /// Whether they have asked for it and wait for the answer.
    asked: bool,
    /// Rows that go, by class of the register.
    counts: Vec<(&'a str, u64)>,
    rows: u64,
    /// Who keeps a record, and has to be told (article 19).
    keepers: Vec<String>,
    /// Lines of the access log, which stay until their own time is over.
    lines: usize,
    holds: Vec<Told>,
    held: bool,
    /// The wish that waits.
    waits: Option<Id>,
    whys: Vec<Why>,
}

/// A hold as the page tells it.
struct Told {
    hold: Hold,
    by: String,
    ended: Option<(String, Time)>,
}

#[derive(Deserialize)]
pub(super) struct WishForm {
    #[serde(default)]
    why: String,
}

#[derive(Deserialize)]
pub(super) struct HoldForm {
    #[serde(default)]
    says: String,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let said = (id_of(&client)?, Act::EraseClient);
    let opened = relations::open(&app, &visitor, said, |_| "what an erasure would remove, and name".to_owned(), |_| None).await?;
    let (permit, client) = (opened.permit, opened.client);
    drop(opened.tx);
    let preview = actions::preview(&app, &permit, client).await?;
    let (now, mut tx) = (app.clock.now(), app.db.read().await?);
    let versions = records::newest(records::of_records(&mut tx, &permit, &preview.subjects.records, now).await?);
    let titles = Titles::load(&mut tx).await?.for_reader(&permit, &visitor.shell);
    let users = users::list(&mut tx).await?;
    let mut keepers: Vec<String> = preview.subjects.keys.iter().map(|(organisation, _)| titles.title(organisation).to_owned()).collect();
    keepers.sort();
    keepers.dedup();
    let told = |hold: Hold| Told { by: name_of(&users, hold.set_by), ended: hold.ended.map(|(by, at)| (name_of(&users, by), at)), hold };
    let holds: Vec<Told> = store::holds(&mut tx, &permit, &preview.subjects.records).await?.into_iter().map(told).collect();
    let wishes = store::of_client(&mut tx, &permit, &[client]).await?;
    let lines = history::access::lines_of(&mut tx, &permit, &preview.subjects.clients).await?.len();
    Ok(Page::of(&PersonPage {
        shell: &visitor.shell,
        client,
        name: single_view::name(&app.pack, &versions, now.date()),
        asked: asked(&mut tx, &permit, client).await?.is_some_and(|request| request.closed().is_none()),
        rows: preview.counts.values().sum(),
        counts: by_class(&app.pack.register, &preview.counts),
        keepers,
        lines,
        held: holds.iter().any(|told| told.ended.is_none()),
        holds,
        waits: wishes.iter().find(|wish| !wish.waiting().is_empty()).map(|wish| wish.id),
        whys: Why::ALL.iter().copied().filter(|why| *why != Why::TimeOver).collect(),
    }))
}

/// The request of this person that an erasure answers: the one that waits, else the latest, which was answered before they are erased.
async fn asked(tx: &mut Tx, permit: &Permit, client: Id) -> Result<Option<Request>, Problem> {
    let all = requests::of_clients(tx, permit, &[client]).await?;
    let all = all.into_iter().map(|(_, request)| request).filter(|request| request.kind == Kind::Erasure);
    Ok(all.max_by_key(|request| (request.closed().is_none(), request.id)))
}

pub(super) async fn wish(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<WishForm>,
) -> Result<Response, Problem> {
    let why: Why = form.why.parse().map_err(|_| Problem::Bad(visitor.shell.say("erasure-say-why")))?;
    let case = relations::case_of(&app, &visitor, id_of(&client)?).await?;
    let grant = app.decide_case(&visitor.who, Act::EraseClient, &case)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "erasure wished").await?;
    let subjects = removal::subjects(&mut tx, &permit, case.client).await?;
    if let Some(hold) = actions::held(&mut tx, &permit, &subjects).await?.first() {
        let day = visitor.shell.moment(&hold.set_at);
        return Err(Problem::Bad(visitor.shell.with2("erasure-held-by", day.as_str(), hold.says.as_str())));
    }
    let request = asked(&mut tx, &permit, case.client).await?.map(|request| request.id);
    let wished = actions::wish(&mut tx, &app, &permit, (why, request), &[case.client]).await?.ok_or(Problem::Already)?;
    tx.commit().await?;
    Ok(see_other(&format!("/erasures/{wished}"), "erasure-wished"))
}

pub(super) async fn hold(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<HoldForm>,
) -> Result<Response, Problem> {
    let says: String = form.says.trim().chars().take(1000).collect();
    if says.is_empty() {
        return Err(Problem::Bad(visitor.shell.say("hold-say-why")));
    }
    let case = relations::case_of(&app, &visitor, id_of(&client)?).await?;
    let grant = app.decide_case(&visitor.who, Act::EraseClient, &case)?;
    // Nobody is erased meanwhile.
    let mut tx = links::begin(&app).await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "legal hold").await?;
    let subjects = removal::subjects(&mut tx, &permit, case.client).await?;
    store::hold(&mut tx, &permit, (app.clock.id(), app.clock.now()), &subjects.records, &says).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}/erasure", case.client), "hold-set"))
}

pub(super) async fn end_hold(State(app): State<App>, visitor: Visitor, Path((client, hold)): Path<(String, String)>) -> Result<Response, Problem> {
    let (hold, case) = (id_of(&hold)?, relations::case_of(&app, &visitor, id_of(&client)?).await?);
    let grant = app.decide_case(&visitor.who, Act::EraseClient, &case)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "end of a legal hold").await?;
    let subjects = removal::subjects(&mut tx, &permit, case.client).await?;
    if !actions::held(&mut tx, &permit, &subjects).await?.iter().any(|known| known.id == hold) {
        return Err(Problem::Already);
    }
    store::end_hold(&mut tx, &permit, hold, app.clock.now()).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}/erasure", case.client), "hold-ended"))
}

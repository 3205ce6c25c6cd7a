//! The routes of watching.

use super::{asked_page, desk_page, flag_page, well_known_page};
use crate::relations;
use crate::{links, single_view};
use db::DbError;
use office::{App, Problem, Routes, Visitor};
use rights::{Act, Permit};
use std::collections::HashMap;
use words::Id;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/oversight", Act::WatchAccess, desk_page::show)
        .get("/oversight/well-known", Act::WatchAccess, well_known_page::show)
        .post("/oversight/well-known/{mark}/end", Act::WatchAccess, well_known_page::end)
        .post("/clients/{client}/well-known", Act::WatchAccess, well_known_page::mark)
        .get("/oversight/{flag}", Act::WatchAccess, flag_page::show)
        .post("/oversight/{flag}", Act::WatchAccess, flag_page::close)
        .post("/oversight/{flag}/ask", Act::WatchAccess, flag_page::ask)
        .get("/asked", Act::AnswerOfficer, asked_page::show)
        .post("/asked/{flag}", Act::AnswerOfficer, asked_page::answer)
}

/// A permit of the visitor that is about nobody, or about this client as it stands today.
pub async fn permit(app: &App, visitor: &Visitor, act: Act, client: Option<Id>, parts: &str) -> Result<Permit, Problem> {
    let grant = match client {
        None => app.decide(&visitor.who, act, None)?,
        Some(client) => app.decide_case(&visitor.who, act, &relations::case_of(app, visitor, client).await?)?,
    };
    Ok(app.log.permit_to_read(&app.db, app.clock.now(), grant, parts).await?)
}

/// The names of those of these clients that the visitor may read of, one line of the access log for each.
pub async fn names(app: &App, visitor: &Visitor, act: Act, clients: &[Id], parts: &str) -> Result<HashMap<Id, String>, Problem> {
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    let mut standing = Vec::new();
    for client in clients {
        match links::clients_of(&mut tx, *client).await {
            Ok((today, _)) => standing.push((*client, today)),
            Err(DbError::NotFound) => {}
            Err(other) => return Err(other.into()),
        }
    }
    let mut today: Vec<Id> = standing.iter().map(|(_, today)| *today).collect();
    today.sort_unstable();
    today.dedup();
    let cases = relations::cases(&mut tx, visitor, &today, now).await?;
    drop(tx);
    let grants: Vec<_> = cases.iter().filter_map(|case| app.decide_case(&visitor.who, act, case).ok()).collect();
    let permits = if grants.is_empty() { Vec::new() } else { app.log.permits(&app.db, now, grants, parts).await? };
    let named = single_view::names(&mut app.db.read().await?, &app.pack, &permits, now).await?;
    Ok(standing.into_iter().filter_map(|(client, today)| Some((client, named.get(&today)?.clone()))).collect())
}

//! A client's protection: whether the file is hidden from ordinary search, who may still open it, and hiding it.

use super::actions;
use super::pages::permit_for;
use crate::decisions::{self, Wish};
use crate::links::{self, Decided};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::users::{self, User};
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Role};
use web::{Page, Shell};
use words::Id;

#[derive(Template)]
#[template(path = "matches/protection.html")]
struct ProtectionPage<'a> {
    shell: &'a Shell,
    client: Id,
    /// The decision that protects it, when one does.
    decision: Option<Id>,
    readers: Vec<Reader>,
    /// Whether the visitor came from the client's page; the officer comes from who looked.
    opens_file: bool,
}

/// Somebody who could be named.
struct Reader {
    id: Id,
    name: String,
    named: bool,
}

/// The page.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let permit = permit_for(&app, &visitor, client, Act::ProtectClient, "whether the file is protected").await?;
    let mut tx = app.db.read().await?;
    let (client, _) = links::clients_of(&mut tx, client).await?;
    let records: Vec<Id> = links::members(&mut tx, &permit, &[client]).await?.into_iter().map(|member| member.record).collect();
    let protections = decisions::protections_with(&mut tx, &permit, &records).await?;
    // Whoever has left opens nothing; once the names are changed they are no longer among them.
    let people = users::present(&mut tx).await?;
    drop(tx);
    let named = |user: &User| protections.iter().any(|(_, readers)| readers.contains(&user.who.user));
    let able = people.iter().filter(|user| matches!(user.who.role, Role::Counsellor | Role::Partner | Role::Manager));
    let readers = able.map(|user| Reader { id: user.who.user, name: user.who.name.clone(), named: named(user) });
    let decision = protections.last().map(|(decision, _)| *decision);
    Ok(Page::of(&ProtectionPage { shell: &visitor.shell, client, decision, readers: readers.collect(), opens_file: app.role_may(visitor.who.role, Act::SeeClient) }))
}

/// Hides the file; or names others who may open it, once a second person agrees.
pub(super) async fn protect(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(sent): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let readers = sent.iter().filter(|(name, _)| name == "reader").filter_map(|(_, value)| value.parse().ok()).collect();
    let reason = sent.iter().find(|(name, _)| name == "reason").map_or("", |(_, value)| value.as_str());
    let decided = actions::for_client(&app, &visitor, client, &Wish::Protect { client, readers }, reason).await?;
    let said = if matches!(decided, Decided::Done(_)) { "protected" } else { "match-waits" };
    Ok(see_other(&format!("/clients/{client}/protection"), said))
}

/// Asks a second person to agree that the file is hidden no longer.
pub(super) async fn lift(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Response, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let permit = permit_for(&app, &visitor, client, Act::ProtectClient, "an end of protection").await?;
    let mut tx = app.db.read().await?;
    let (standing, _) = links::clients_of(&mut tx, client).await?;
    let records: Vec<Id> = links::members(&mut tx, &permit, &[standing]).await?.into_iter().map(|member| member.record).collect();
    let decision = decisions::protections_with(&mut tx, &permit, &records).await?.last().map(|(decision, _)| *decision).ok_or(Problem::NotFound)?;
    drop(tx);
    let decided = actions::for_client(&app, &visitor, standing, &Wish::TakeBack { decision }, "").await?;
    let said = if matches!(decided, Decided::Done(_)) { "taken-back" } else { "match-waits" };
    Ok(see_other(&format!("/clients/{standing}/protection"), said))
}


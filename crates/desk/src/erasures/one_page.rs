//! One erasure: agreeing to it or not; afterwards the certificate.

use super::pages::{by_class, id_of, name_of};
use super::store::{self, Erasure};
use super::{Outcome, actions, removal};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::{App, Problem, Visitor, see_other, users};
use people::watching::{names, permit};
use rights::Act;
use std::collections::{BTreeMap, HashMap};
use web::{Page, Shell};
use words::{Id, Time};

#[derive(Template)]
#[template(path = "erasures/one.html")]
struct OnePage<'a> {
    shell: &'a Shell,
    erasure: &'a Erasure,
    wished_by: String,
    /// Those about whom nobody has spoken, by name, and how many records each has.
    waiting: Vec<(Id, String, usize)>,
    /// Whether the visitor may speak: somebody else wished it.
    may: bool,
    settled: Vec<Settled>,
    /// Rows that went, by class of the register.
    counts: Vec<(&'a str, u64)>,
    erased: usize,
    officer: bool,
}

/// What came of it for one person, who is named by the reference that the access log has too.
struct Settled {
    client: Id,
    outcome: Outcome,
    by: String,
    at: Time,
}

/// `outcome`, and for each person `records:` with the id and how many records were shown.
type SettleForm = Vec<(String, String)>;

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Page, Problem> {
    let permit = permit(&app, &visitor, Act::AgreeErasure, None, "an erasure").await?;
    let erasure = store::get(&mut app.db.read().await?, &permit, id_of(&id)?).await?;
    let waits = erasure.waiting();
    let named = names(&app, &visitor, Act::AgreeErasure, &waits, "name, among those who are to be erased").await?;
    let mut tx = app.db.read().await?;
    let users = users::list(&mut tx).await?;
    let mut waiting = Vec::with_capacity(waits.len());
    for client in waits {
        let records = match named.get(&client) {
            Some(_) => removal::subjects(&mut tx, &permit, client).await?.records.len(),
            None => 0,
        };
        waiting.push((client, named.get(&client).cloned().unwrap_or_default(), records));
    }
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    let mut settled = Vec::new();
    for (client, step) in &erasure.people {
        let Some(step) = step else { continue };
        for (table, rows) in &step.counts {
            *counts.entry(table.clone()).or_default() += rows;
        }
        settled.push(Settled { client: *client, outcome: step.outcome, by: name_of(&users, step.author), at: step.at });
    }
    Ok(Page::of(&OnePage {
        shell: &visitor.shell,
        wished_by: name_of(&users, erasure.wished_by),
        may: erasure.wished_by != visitor.who.user,
        waiting,
        erased: settled.iter().filter(|one| one.outcome == Outcome::Erased).count(),
        settled,
        counts: by_class(&app.pack.register, &counts),
        officer: app.role_may(visitor.who.role, Act::EraseClient),
        erasure: &erasure,
    }))
}

pub(super) async fn settle(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<SettleForm>,
) -> Result<Response, Problem> {
    let said = |name: &str| form.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let agreed = match said("outcome") {
        Some("agree") => true,
        Some("decline") => false,
        _ => return Err(Problem::Bad(visitor.shell.say("erasure-say-outcome"))),
    };
    let permit = permit(&app, &visitor, Act::AgreeErasure, None, "an erasure, to speak about it").await?;
    let erasure = store::get(&mut app.db.read().await?, &permit, id_of(&id)?).await?;
    // Whoever wished it may take it back, and no more.
    if agreed && erasure.wished_by == visitor.who.user {
        return Err(Problem::Bad(visitor.shell.say("erasure-second-person")));
    }
    let shown: HashMap<String, usize> = form
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix("records:")?.to_owned(), value.parse().ok()?)))
        .collect();
    let mut spoken = false;
    for client in erasure.waiting() {
        // Only of whom they were shown: a wish never grows, but a form may be old.
        let Some(records) = shown.get(&client.to_string()) else { continue };
        let settled = actions::settle(&app, &visitor, &erasure, client, agreed.then_some(*records)).await;
        spoken = true;
        if agreed {
            // What went leaves the journal too, also when the next one cannot be settled.
            app.db.sweep_files().await?;
        }
        settled?;
    }
    if !spoken {
        return Err(Problem::Already);
    }
    Ok(see_other(&format!("/erasures/{id}"), if agreed { "erasure-settled" } else { "erasure-declined" }))
}

pub(super) async fn let_in(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>,
) -> Result<Response, Problem> {
    let grant = app.decide(&visitor.who, Act::EraseClient, None)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "let in again whoever was erased").await?;
    let erasure = store::get(&mut tx, &permit, id_of(&id)?).await?;
    if people::records::let_in_again(&mut tx, &permit, erasure.id).await? == 0 {
        return Err(Problem::Already);
    }
    tx.commit().await?;
    Ok(see_other(&format!("/erasures/{id}"), "erasure-let-in"))
}

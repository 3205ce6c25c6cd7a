//! The receipt of what was said, as a page and as a file.

use super::receipts::{About, Texts, receipt};
use super::{Said, Says, pages, rules, store};
use crate::links;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use office::organisations::{self, Titles};
use office::{App, Organisation, Problem, Visitor};
use rights::Act;
use web::{Page, Shell};
use words::{Date, Id};

#[derive(Template)]
#[template(path = "consents/receipt.html")]
struct ReceiptPage<'a> {
    shell: &'a Shell,
    client: Id,
    /// Whether the reader is the person themselves.
    own: bool,
    said: &'a Said,
    title: String,
    controller: String,
    text: String,
    /// What happened to it: the day and a sentence.
    events: Vec<(Date, String)>,
    until: Option<Date>,
}

/// A statement with everything its receipt needs.
struct Found {
    client: Id,
    said: Said,
    history: Vec<Said>,
    ended: bool,
    titles: Titles,
    controller: Organisation,
    recipient: Organisation,
}

/// The one who answers for the client's file: an employment service that keeps a record, else whoever wrote the statement down.
fn controller(titles: &Titles, keepers: &[String], said: &Said) -> Option<Organisation> {
    let service = titles.all().iter().find(|one| one.kind == organisations::SERVICE && keepers.contains(&one.id));
    service.or_else(|| titles.get(&said.recorded_for)).cloned()
}

async fn find(app: &App, visitor: &Visitor, client: &str, consent: &str) -> Result<Found, Problem> {
    let id: Id = consent.parse().map_err(|_| Problem::NotFound)?;
    let mut opened = pages::open(app, visitor, client, Act::SeeConsents, "the receipt of a consent").await?;
    let (tx, now) = (&mut opened.tx, app.clock.now());
    let statements = store::of_clients(tx, &opened.permit, &[opened.client]).await?;
    let said = statements.iter().map(|(_, said)| said).find(|said| said.id == id).cloned().ok_or(Problem::NotFound)?;
    let same = |other: &Said| other.organisation == said.organisation && other.kind == said.kind && other.purpose == said.purpose;
    let history: Vec<Said> = statements.iter().filter(|(_, other)| same(other)).map(|(_, other)| other.clone()).collect();
    let ended = rules::standing(statements, now).iter().any(|one| same(&one.said) && one.said.says == Says::Given && !one.shares);
    let titles = Titles::load(tx).await?;
    let members = links::members(tx, &opened.permit, &[opened.client]).await?;
    let keepers: Vec<String> = members.into_iter().map(|member| member.organisation).collect();
    let controller = controller(&titles, &keepers, &said).ok_or(Problem::NotFound)?;
    let recipient = titles.get(&said.organisation).cloned().ok_or(Problem::NotFound)?;
    Ok(Found { client: opened.client, said, history, ended, titles, controller, recipient })
}

/// What was read when it was said, in the language it was said in.
fn text(app: &App, said: &Said, recipient: &Organisation) -> String {
    let kind = app.texts.say(&said.language, &format!("sharing-kind-{}", said.kind), &[]);
    let values = [("a", kind.into()), ("b", recipient.title.clone().into())];
    app.texts.say(&said.language, &format!("consent-text-{}", said.text), &values)
}

pub(super) async fn show(
    State(app): State<App>, visitor: Visitor, Path((client, consent)): Path<(String, String)>,
) -> Result<Page, Problem> {
    let found = find(&app, &visitor, &client, &consent).await?;
    let shell = &visitor.shell;
    let mut events: Vec<(Date, String)> =
        found.history.iter().map(|said| pages::row(shell, &found.titles, said)).map(|row| (row.on, row.what)).collect();
    let ends = found.history.last().and_then(|said| said.ends_at).map(words::Time::date);
    if let (true, Some(on)) = (found.ended, ends) {
        events.push((on, shell.say("sharing-said-ended")));
    }
    Ok(Page::of(&ReceiptPage {
        shell,
        client: found.client,
        own: visitor.who.role == rights::Role::Jobseeker,
        title: found.titles.title(&found.said.organisation).to_owned(),
        controller: found.controller.title.clone(),
        text: text(&app, &found.said, &found.recipient),
        until: found.said.ends_at.map(words::Time::date),
        events,
        said: &found.said,
    }))
}

pub(super) async fn as_file(
    State(app): State<App>, visitor: Visitor, Path((client, consent)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let found = find(&app, &visitor, &client, &consent).await?;
    let say = |key: &str| app.texts.say(&found.said.language, key, &[]);
    let texts = Texts {
        notice: text(&app, &found.said, &found.recipient),
        purpose: say("consent-purpose-casework"),
        kind: say(&format!("sharing-kind-{}", found.said.kind)),
        retention: say("consent-retention"),
        withdrawal: say("consent-withdrawal"),
        rights: say("consent-rights"),
        collection: say(&format!("sharing-channel-{}", found.said.channel)),
    };
    let about = About {
        client: found.client, said: &found.said, history: &found.history, ended: found.ended, controller: &found.controller,
        recipient: &found.recipient, level: app.pack.sensitivity(found.said.kind), texts,
    };
    let body = serde_json::to_string_pretty(&receipt(about)).map_err(|error| {
        tracing::error!(%error, "a receipt could not be written");
        Problem::Broken
    })?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"consent-receipt.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, body).into_response())
}

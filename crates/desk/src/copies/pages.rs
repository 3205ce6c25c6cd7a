//! A copy as a page, and as a file.

use super::gather::gather;
use super::parts::Section;
use super::places::{class_of, reasons};
use crate::clients::{id_in, open};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use office::packs::Register;
use office::{App, Problem, Routes, Visitor};
use people::requests::{self, Kind};
use rights::{Act, Role};
use serde_json::json;
use web::{Page, Shell};
use words::{Id, Time};

/// The routes of this room. What leaves as a file, and all of it at once, asks again who it is.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get_fresh("/clients/{client}/copy", Act::TakeCopy, show)
        .get_fresh("/clients/{client}/copy.json", Act::TakeCopy, as_file)
}

#[derive(Template)]
#[template(path = "copies/show.html")]
struct CopyPage<'a> {
    shell: &'a Shell,
    client: Id,
    register: &'a Register,
    made_at: Time,
    sections: Vec<Section>,
    left_out: Vec<&'static str>,
    /// For the officer: the request this copy answers.
    answers: Option<Id>,
    /// Whether the reader is the person themselves.
    own: bool,
}

impl CopyPage<'_> {
    /// How many years this is kept, by the register.
    fn years(&self, section: &str) -> Option<i64> {
        let class = self.register.classes.iter().find(|class| class.word == class_of(section));
        class.map(|class| i64::from(class.keep.years))
    }
}

/// A copy, with the client it is of and the request it answers.
async fn copy(app: &App, visitor: &Visitor, client: &str) -> Result<(Id, Vec<Section>, Option<Id>), Problem> {
    let mut opened = open(app, visitor, id_in(client)?, Act::TakeCopy, "a copy of everything").await?;
    let sections = gather(app, &visitor.shell, &mut opened).await?;
    let asked = requests::of_clients(&mut opened.tx, &opened.permit, &[opened.client]).await?;
    let waits = asked.into_iter().map(|(_, request)| request).find(|request| request.kind == Kind::Copy && request.closed().is_none());
    Ok((opened.client, sections, waits.map(|request| request.id)))
}

async fn show(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let (client, sections, waits) = copy(&app, &visitor, &client).await?;
    let own = visitor.who.role == Role::Jobseeker;
    Ok(Page::of(&CopyPage {
        shell: &visitor.shell,
        client,
        register: &app.pack.register,
        made_at: app.clock.now(),
        sections,
        left_out: reasons(),
        answers: waits.filter(|_| !own),
        own,
    }))
}

async fn as_file(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Response, Problem> {
    let (client, sections, _) = copy(&app, &visitor, &client).await?;
    let shell = &visitor.shell;
    let register = &app.pack.register;
    let about: Vec<_> = register.classes.iter().filter(|class| class.people != "nobody").map(|class| json!({
        "what": class.title, "purposes": class.purposes, "ground": class.ground, "comes_from": class.comes_from, "goes_to": class.goes_to,
        "kept": { "years": class.keep.years, "from": class.keep.from, "then": class.keep.then }, "right": class.right,
    })).collect();
    let sections: serde_json::Map<String, serde_json::Value> =
        sections.iter().map(|section| (section.word.to_owned(), section.json())).collect();
    let left_out: Vec<_> = reasons().into_iter().map(|word| json!({ "what": word, "why": shell.word("copy-left", word) })).collect();
    let file = json!({
        "format": "throughline-copy-1", "made_at": app.clock.now().to_string(), "person": client.to_string(), "controller": register.controller,
        "transfers": register.transfers, "rights": shell.say("consent-rights"), "register": about, "sections": sections, "left_out": left_out,
    });
    let headers = [
        (header::CONTENT_TYPE, "application/json"), (header::CONTENT_DISPOSITION, "attachment; filename=\"copy.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, format!("{file:#}")).into_response())
}

//! One pair of the blind sample: both sides, and nothing of what the machine made of them.

use super::{actions, store};
use crate::links;
use crate::records::{self, Version};
use crate::single_view::settled;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::organisations::Titles;
use office::{App, Problem, Visitor, see_other};
use rights::Act;
use serde::Deserialize;
use web::{Page, Shell};
use words::Date;

/// The fields shown, in this order.
const FIELDS: [&str; 9] = ["given_name", "family_name", "former_name", "birth_date", "sex", "national_id", "phone", "email", "address"];

#[derive(Template)]
#[template(path = "quality/sample.html")]
struct SamplePage<'a> {
    shell: &'a Shell,
    number: usize,
    pairs: usize,
    answered: usize,
    sides: [Side; 2],
    /// Field, and what each side says.
    rows: Vec<(&'static str, [String; 2])>,
    answer: Option<String>,
}

/// The head of one column.
struct Side {
    title: String,
    hue: usize,
    observed: Date,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(number): Path<usize>) -> Result<Page, Problem> {
    let now = app.clock.now();
    let parts = format!("identity of both sides of pair {number} of the blind sample");
    let permit = app.log.permit_to_read(&app.db, now, app.decide(&visitor.who, Act::AnswerSample, None)?, &parts).await?;
    let mut tx = app.db.read().await?;
    let sample = store::newest(&mut tx, &permit).await?.ok_or(Problem::NotFound)?;
    let pair = sample.pairs.iter().find(|pair| pair.number == number).ok_or(Problem::NotFound)?;
    let clients = links::clients_with(&mut tx, &permit, &[pair.a, pair.b]).await?;
    drop(tx);
    let grants = clients.into_iter().map(|client| app.decide(&visitor.who, Act::AnswerSample, Some(client))).collect::<Result<Vec<_>, _>>()?;
    if !grants.is_empty() {
        app.log.permits(&app.db, now, grants, "identity, as one side of a pair of the blind sample").await?;
    }
    let mut tx = app.db.read().await?;
    let versions = records::newest(records::of_records(&mut tx, &permit, &[pair.a, pair.b], now).await?);
    let titles = Titles::load(&mut tx).await?;
    // Each side by itself: reading a name in the light of the other would be half an answer.
    let find = |record| -> Result<Version, Problem> {
        let own: Vec<Version> = versions.iter().filter(|version| version.record == record).cloned().collect();
        settled(&own).into_iter().next().ok_or(Problem::NotFound)
    };
    let (a, b) = (find(pair.a)?, find(pair.b)?);
    let value = |version: &Version, field: &str| match (field, version.said.get(field)) {
        ("address", _) => version.said.address().unwrap_or_default(),
        ("sex", Some(sex @ ("woman" | "man" | "other"))) => visitor.shell.word("sex", sex),
        _ => version.said.shown(field).unwrap_or_default(),
    };
    let rows = FIELDS.iter().map(|field| (*field, [value(&a, field), value(&b, field)])).filter(|(_, [one, other])| !(one.is_empty() && other.is_empty()));
    let side = |version: &Version| Side {
        title: titles.title(&version.organisation).to_owned(),
        hue: titles.hue(&version.organisation),
        observed: version.observed,
    };
    Ok(Page::of(&SamplePage {
        shell: &visitor.shell,
        number,
        pairs: sample.pairs.len(),
        answered: sample.pairs.iter().filter(|pair| pair.answer.is_some()).count(),
        sides: [side(&a), side(&b)],
        rows: rows.collect(),
        answer: pair.answer.clone(),
    }))
}

#[derive(Deserialize)]
pub(super) struct AnswerForm {
    #[serde(default)]
    answer: String,
}

pub(super) async fn answer(
    State(app): State<App>, visitor: Visitor, Path(number): Path<usize>, Form(form): Form<AnswerForm>,
) -> Result<Response, Problem> {
    let next = actions::answer(&app, &visitor, number, &form.answer).await?;
    let path = next.map_or_else(|| "/identity".to_owned(), |next| format!("/identity/sample/{next}"));
    Ok(see_other(&path, "sample-answered"))
}

//! The pages of registration.

use super::actions;
use crate::find::suggests;
use crate::links::{self, Evidence, MayBe};
use crate::records::{self, Said, Version};
use crate::relations;
use crate::single_view::{self, InBrief};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use office::organisations::Titles;
use office::{App, Problem, Routes, Visitor, see_other};
use rights::{Act, Permit};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Date, Id};

/// So many people who may be the same are shown: who is not among them is not alike.
const SHOWN: usize = 5;
/// Comparisons that are told of each.
const TOLD: usize = 6;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/new", Act::RegisterClient, ask)
        .post("/clients/new", Act::RegisterClient, register)
        .post("/clients/new/likely", Act::RegisterClient, likely)
}

/// What the counsellor types. `seen` are the records shown on the page that was sent.
#[derive(Clone, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    given_name: String,
    #[serde(default)]
    family_name: String,
    #[serde(default)]
    birth_date: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    city: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    seen: String,
    #[serde(default)]
    decision: String,
}

impl Typed {
    fn said(&self) -> Said {
        let fields = [
            ("given_name", &self.given_name), ("family_name", &self.family_name), ("birth_date", &self.birth_date), ("phone", &self.phone),
            ("city", &self.city), ("language", &self.language),
        ];
        fields.into_iter().map(|(field, value)| (field.to_owned(), value.clone())).collect()
    }

    /// The field that cannot stay as it is, and the message that says why.
    fn mistake(&self, today: Date) -> Option<(&'static str, &'static str)> {
        let born = self.birth_date.trim();
        if self.family_name.trim().is_empty() && self.given_name.trim().is_empty() {
            return Some(("family_name", "register-needs-name"));
        }
        if born.is_empty() && self.phone.trim().is_empty() {
            return Some(("birth_date", "register-needs-more"));
        }
        if !born.is_empty() && !born.parse::<Date>().is_ok_and(|born| born <= today) {
            return Some(("birth_date", "register-bad-date"));
        }
        None
    }

    fn seen(&self) -> Vec<Id> {
        self.seen.split(',').filter_map(|id| id.parse().ok()).collect()
    }
}

/// What a look-up is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// To suggest: nobody, when what the visitor may be shown on a day is nearly spent.
    WhileTyping,
    /// To register somebody.
    OnPurpose,
}

/// Somebody who may be the same person.
struct Hit {
    client: Id,
    record: Id,
    name: String,
    born: Option<Date>,
    town: Option<String>,
    organisations: Vec<(String, usize)>,
    sure: bool,
    agrees: Vec<String>,
    differs: Vec<String>,
}

#[derive(Template)]
#[template(path = "register/register.html")]
struct RegisterPage<'a> {
    shell: &'a Shell,
    typed: &'a Typed,
    mistake: Option<(&'static str, &'static str)>,
    /// None before anything was typed.
    hits: Option<Vec<Hit>>,
    languages: &'static [&'static str],
}

impl RegisterPage<'_> {
    fn wrong(&self, field: &str) -> bool {
        self.mistake.is_some_and(|(wrong, _)| wrong == field)
    }
}

#[derive(Template)]
#[template(path = "register/likely.html")]
struct LikelyPart<'a> {
    shell: &'a Shell,
    hits: Vec<Hit>,
}

/// Languages offered; any other can be added later.
const LANGUAGES: &[&str] = &["en", "de", "ar", "hu", "lt", "pl", "ru", "tr", "uk"];

fn page(shell: &Shell, typed: &Typed, mistake: Option<(&'static str, &'static str)>, hits: Option<Vec<Hit>>) -> Page {
    Page::of(&RegisterPage { shell, typed, mistake, hits, languages: LANGUAGES })
}

async fn ask(visitor: Visitor) -> Page {
    page(&visitor.shell, &Typed::default(), None, None)
}

/// Who may be the same appears while somebody types; whoever gets no suggestions sees them before anything is registered.
async fn likely(State(app): State<App>, visitor: Visitor, Form(typed): Form<Typed>) -> Result<Page, Problem> {
    let hits = hits(&app, &visitor, &typed.said(), Asked::WhileTyping).await?;
    Ok(Page::of(&LikelyPart { shell: &visitor.shell, hits }))
}

/// Registers, unless there are people alike whom the page that was sent did not show yet: then they are shown first.
async fn register(State(app): State<App>, visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    if let Some(mistake) = typed.mistake(app.clock.now().date()) {
        let page = page(&visitor.shell, &typed, Some(mistake), None);
        return Ok(page.status(axum::http::StatusCode::UNPROCESSABLE_ENTITY).into_response());
    }
    let hits = hits(&app, &visitor, &typed.said(), Asked::OnPurpose).await?;
    let seen = typed.seen();
    let apart = match typed.decision.as_str() {
        _ if hits.iter().any(|hit| !seen.contains(&hit.record)) => return Ok(page(&visitor.shell, &typed, None, Some(hits)).into_response()),
        "different" => hits.iter().map(|hit| hit.record).collect(),
        "unsure" => Vec::new(),
        _ if hits.is_empty() => Vec::new(),
        _ => return Ok(page(&visitor.shell, &typed, None, Some(hits)).into_response()),
    };
    let client = actions::register(&app, &visitor, typed.said(), &apart).await?;
    Ok(see_other(&format!("/clients/{client}"), "registered"))
}

/// Who may be the same person; each is one line of the access log before they are shown. The question and its answer are
/// logged together, in the transaction that looks: while somebody types, each write of the log is felt.
async fn hits(app: &App, visitor: &Visitor, said: &Said, asked: Asked) -> Result<Vec<Hit>, Problem> {
    if said.get("given_name").is_none() && said.get("family_name").is_none() && said.get("phone").is_none() {
        return Ok(Vec::new());
    }
    let now = app.clock.now();
    let grant = app.decide(&visitor.who, Act::RegisterClient, None)?;
    let mut tx = app.db.write().await?;
    if asked == Asked::WhileTyping && !suggests(&mut tx, app, visitor).await? {
        return Ok(Vec::new());
    }
    let mut turn = app.log.turn(&mut tx).await?;
    let permit = turn.permit(&mut tx, now, grant, "who may be the same person").await?;
    let (found, hidden) = links::who_may_be(&mut tx, &permit, &visitor.who.organisation, said, SHOWN).await?;
    let clients: Vec<Id> = found.iter().map(|one| one.client).collect();
    let versions = records::newest_of_clients(&mut tx, &permit, &clients, now).await?;
    let titles = Titles::load(&mut tx).await?;
    let cases = relations::cases_among(&mut tx, visitor, &clients, &hidden, now).await?;
    let grants = cases.iter().map(|case| app.decide_case(&visitor.who, Act::RegisterClient, case));
    let permits = turn.permits(&mut tx, now, grants.collect::<Result<Vec<_>, _>>()?, "name, birth date, town, organisations").await?;
    tx.commit().await?;
    let of = |one: &MayBe| versions.get(&one.client).map_or(&[][..], Vec::as_slice);
    let seen = |one: &MayBe, permit: &Permit| hit(app, &visitor.shell, one, of(one), &titles.for_reader(permit, &visitor.shell));
    Ok(found.iter().zip(&permits).map(|(one, permit)| seen(one, permit)).collect())
}

fn hit(app: &App, shell: &Shell, one: &MayBe, of_client: &[Version], titles: &Titles) -> Hit {
    let InBrief { name, born, town } = single_view::in_brief(&app.pack, of_client, app.clock.now().date());
    let mut organisations: Vec<(String, usize)> = Vec::new();
    for version in of_client {
        let chip = (titles.title(&version.organisation).to_owned(), titles.hue(&version.organisation));
        if !organisations.contains(&chip) {
            organisations.push(chip);
        }
    }
    Hit {
        client: one.client,
        record: one.record,
        name,
        born,
        town,
        organisations,
        sure: one.sure,
        agrees: told(shell, &one.evidence, |bits| bits > 0.0),
        differs: told(shell, &one.evidence, |bits| bits < 0.0),
    }
}

/// What a comparison said, in words, the strongest first.
fn told(shell: &Shell, evidence: &Evidence, which: impl Fn(f64) -> bool) -> Vec<String> {
    let lines = evidence.weighed.iter().filter(|line| which(line.bits) && !matches!(line.comparison.as_str(), "source"));
    let words = lines.map(|line| shell.with2("matches-line", &shell.word("matches-compared", &line.comparison), &shell.word("matches-level", &line.level)));
    words.take(TOLD).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_named_with_its_field() {
        let today: Date = "2026-11-23".parse().unwrap();
        let typed = |family: &str, born: &str, phone: &str| Typed { family_name: family.into(), birth_date: born.into(), phone: phone.into(), ..Typed::default() };
        let field = |typed: Typed| typed.mistake(today).map(|(field, _)| field);
        assert_eq!(field(typed("", "1988-03-14", "")), Some("family_name"));
        assert_eq!(field(typed("Lakatos", "", "")), Some("birth_date"));
        assert_eq!(field(typed("Lakatos", "14.03.1988", "")), Some("birth_date"));
        assert_eq!(field(typed("Lakatos", "2030-01-01", "")), Some("birth_date"));
        assert_eq!(field(typed("Lakatos", "", "0044 1")), None);
        assert_eq!(field(typed("Lakatos", "1988-03-14", "")), None);
    }
}

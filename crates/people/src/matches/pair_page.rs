//! One pair: what it says in sentences, side by side, who would see more, what speaks for and against, what was said before.

use super::harm::{self, Grade};
use super::pages::log_each;
use super::sides::harms;
use super::views::{Balance, Compared, balance, compared, sentences, verdict};
use crate::decisions::{self, Decision};
use crate::links;
use crate::questions::{self, Asking, Question};
use crate::records::{self, Version};
use crate::single_view::settled;
use askama::Template;
use axum::extract::{Path, State};
use db::{DbError, Tx};
use history::access;
use office::organisations::Titles;
use office::users::{self, User};
use office::{App, Problem, Visitor};
use rights::{Act, Permit, Role};
use std::collections::HashMap;
use web::{Page, Shell};
use words::{Date, Id};

#[derive(Template)]
#[template(path = "matches/pair.html")]
struct PairPage<'a> {
    shell: &'a Shell,
    id: Id,
    since: Date,
    names: (String, String),
    sentences: Vec<String>,
    sides: [Side; 2],
    rows: Vec<Compared>,
    balance: Balance,
    verdict: &'static str,
    grade: Grade,
    sees_more: Vec<String>,
    /// The number that stands at both although little else agrees.
    borrowed: bool,
    past: Vec<Past>,
    asked: Vec<Asked>,
    waits: bool,
    counsellors: Vec<Counsellor>,
}

/// The head of one column.
pub(crate) struct Side {
    pub record: Id,
    pub title: String,
    pub hue: usize,
    pub key: String,
    pub observed: Date,
    /// Whether what it says in the field is in dispute already.
    pub disputed: bool,
}

/// Something that was decided about one of the two before.
struct Past {
    what: &'static str,
    who: String,
    on: Date,
    reason: String,
    gone: Option<Date>,
}

/// A question about the two, and its answer.
struct Asked {
    who: String,
    on: Date,
    reason: String,
    answer: Option<(String, String, String)>,
}

/// Somebody who can be asked.
struct Counsellor {
    id: Id,
    name: String,
    suggested: bool,
}

/// Both sides of a pair, ready to be shown.
pub(crate) struct Both {
    pub names: (String, String),
    pub sides: [Side; 2],
    pub rows: Vec<Compared>,
    pub sentences: Vec<String>,
}

/// Reads two records and compares them field by field.
pub(crate) async fn both(
    tx: &mut Tx, app: &App, permit: &Permit, shell: &Shell, records: (Id, Id), evidence: &links::Evidence,
) -> Result<Both, Problem> {
    let (a, b) = records;
    let versions = settled(&records::newest(records::of_records(tx, permit, &[a, b], app.clock.now()).await?));
    let titles = Titles::load(tx).await?;
    let disputes = decisions::disputes(tx, permit).await?;
    let find = |record: Id| versions.iter().find(|v| v.record == record).ok_or(Problem::NotFound);
    let (a, b) = (find(a)?, find(b)?);
    let side = |version: &Version| Side {
        record: version.record,
        title: titles.title(&version.organisation).to_owned(),
        hue: titles.hue(&version.organisation),
        key: version.source_key.clone(),
        observed: version.observed,
        disputed: disputes.iter().any(|d| d.record == version.record && d.field == "national_id" && version.said.get("national_id") == Some(d.value.as_str())),
    };
    let rows = compared(shell, a, b, evidence);
    Ok(Both {
        names: (a.said.display_name().unwrap_or_default(), b.said.display_name().unwrap_or_default()),
        sides: [side(a), side(b)],
        sentences: sentences(shell, &rows),
        rows,
    })
}

/// The page of one open pair.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(pair): Path<String>) -> Result<Page, Problem> {
    let id: Id = pair.parse().map_err(|_| Problem::NotFound)?;
    let shell = &visitor.shell;
    let grant = app.decide(&visitor.who, Act::SeeMatches, None)?;
    let parts = format!("identity of both sides of pair {id}");
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, &parts).await?;
    let mut tx = app.db.read().await?;
    let Some(open) = links::possible_between(&mut tx, &permit, id).await? else { return Err(Problem::NotFound) };
    let Both { names, sides, rows, sentences } = both(&mut tx, &app, &permit, shell, (open.a, open.b), &open.evidence).await?;
    let titles = Titles::load(&mut tx).await?;
    let harm = harms(&mut tx, &permit, (&app.pack, &titles, app.clock.now().date()), &[(open.a, open.b)]).await?.into_iter().next().ok_or(Problem::Broken)?;
    let people = users::list(&mut tx).await?;
    let named: HashMap<Id, &str> = people.iter().map(|user| (user.who.user, user.who.name.as_str())).collect();
    let name = |user: &Id| named.get(user).copied().unwrap_or_default().to_owned();
    let past = decisions::about(&mut tx, &permit, &[open.a, open.b]).await?.iter().map(|decision| past(shell, decision, name)).collect();
    let questions: Vec<Question> = questions::about(&mut tx, &permit, &[open.a]).await?.into_iter().filter(|q| q.b == Some(open.b) || q.b == Some(open.a)).collect();
    let present = users::present(&mut tx).await?;
    let counsellors = counsellors(&mut tx, &permit, &present, &[open.a, open.b]).await?;
    drop(tx);
    log_each(&app, &visitor, Act::SeeMatches, &[open.a, open.b], "identity, as one side of a possible match").await?;
    Ok(Page::of(&PairPage {
        shell,
        id,
        since: open.found_at.date(),
        names,
        sentences,
        sides,
        borrowed: borrowed(&rows),
        rows,
        balance: balance(shell, &open.evidence),
        verdict: verdict(open.evidence.bits),
        grade: harm.grade,
        sees_more: harm.disclosures.iter().map(|d| harm::sentence(shell, &titles, d)).collect(),
        past,
        waits: questions.iter().any(|q| q.kind == Asking::Second && q.answer.is_none()),
        asked: questions.iter().filter(|q| q.kind == Asking::Opinion).map(|q| asked(shell, q, name)).collect(),
        counsellors,
    }))
}

/// One number at two people: it agrees, and name or birth date do not.
fn borrowed(rows: &[Compared]) -> bool {
    let is = |field: &str, agreement: &str| rows.iter().any(|row| row.field == field && row.agreement == agreement);
    is("national_id", "same") && ["given_name", "family_name", "birth_date"].iter().any(|field| is(field, "differs"))
}

fn past(shell: &Shell, decision: &Decision, name: impl Fn(&Id) -> String) -> Past {
    Past {
        what: decision.kind.word(),
        who: name(&decision.author),
        on: decision.decided_at.date(),
        reason: decisions::reason_shown(shell, &decision.reason),
        gone: decision.gone.map(|(at, _)| at.date()),
    }
}

fn asked(shell: &Shell, question: &Question, name: impl Fn(&Id) -> String) -> Asked {
    let answer = question.answer.as_ref().map(|a| (name(&a.author), shell.word("questions-answer", &a.verdict), a.reason.clone()));
    Asked {
        who: question.asked_of.map(|user| name(&user)).unwrap_or_default(),
        on: question.asked_at.date(),
        reason: question.reason.clone(),
        answer,
    }
}

/// The counsellors who can be asked; the one who opened one of the two files last is suggested.
async fn counsellors(tx: &mut Tx, permit: &Permit, people: &[User], records: &[Id]) -> Result<Vec<Counsellor>, DbError> {
    let clients = links::clients_with(tx, permit, records).await?;
    let lines = access::lines_of(tx, permit, &clients).await?;
    let able: Vec<&User> = people.iter().filter(|user| user.who.role == Role::Counsellor).collect();
    let last = lines.iter().map(|line| line.user).find(|user| able.iter().any(|c| c.who.user == *user));
    let named = able.iter().map(|user| Counsellor { id: user.who.user, name: user.who.name.clone(), suggested: last == Some(user.who.user) });
    Ok(named.collect())
}

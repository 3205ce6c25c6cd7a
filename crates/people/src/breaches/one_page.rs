//! One breach: its clock, what was done, and what is to be done.

use super::actions::{self, Going, Missing};
use super::drafts;
use super::pages::{actor_name, bad, breach_at, for_browser, hours_left, moment, said, written};
use super::store::{self, Breach};
use super::{Done, Spared};
use crate::watching::permit;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::organisations::Titles;
use office::{App, Problem, Visitor, see_other, users};
use rights::Act;
use web::{Language, Page, Shell};
use words::{Id, Time};

/// A step as the page tells it.
struct Told {
    what: String,
    by: String,
    at: Time,
    done_at: Option<Time>,
    reason: String,
    language: String,
    text: String,
}

#[derive(Template)]
#[template(path = "breaches/one.html")]
struct OnePage<'a> {
    shell: &'a Shell,
    breach: &'a Breach,
    actor: String,
    /// As what data was shown, and how often.
    kinds: Vec<(String, i64)>,
    /// Whole hours until the authority is to know; negative when it is late.
    left: i64,
    steps: Vec<Told>,
    now: String,
    closed: bool,
    /// What is still open: the authority, those concerned.
    authority_told: bool,
    people_told: bool,
    spared: &'static [Spared],
    /// The notice to those concerned, drafted in each language.
    notices: Vec<(&'static Language, String)>,
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Result<Page, Problem> {
    let looking = permit(&app, &visitor, Act::HandleBreaches, None, "a breach").await?;
    let breach = breach_at(&app, &looking, &id).await?;
    let shell = &visitor.shell;
    let mut tx = app.db.read().await?;
    let (titles, users) = (Titles::load(&mut tx).await?, users::list(&mut tx).await?);
    let kinds = store::kinds(&mut tx, &looking, &breach).await?;
    let by = |author: Id| users.iter().find(|user| user.who.user == author).map(|user| user.who.name.clone()).unwrap_or_default();
    let told = |step: &store::Step| Told {
        what: shell.word("breach-step", step.done.word()),
        by: by(step.author),
        at: step.at,
        done_at: step.done_at,
        reason: step.reason.map(|reason| shell.word("breach-spared", reason.word())).unwrap_or_default(),
        language: step.language.as_deref().map(|tag| shell.language_name(tag)).unwrap_or_default(),
        text: step.text.clone(),
    };
    let actor = actor_name(&titles, &users, &breach.actor);
    let notices = drafts::notices(shell, &app, &visitor, &breach);
    Ok(Page::of(&OnePage {
        shell,
        kinds: kinds.into_iter().map(|(act, count)| (shell.word("act", &act), count)).collect(),
        left: hours_left(breach.due(), app.clock.now()),
        steps: breach.steps.iter().map(told).collect(),
        now: for_browser(app.clock.now()),
        closed: breach.last(Done::Closed).is_some(),
        authority_told: breach.last(Done::AuthorityTold).is_some(),
        people_told: breach.last(Done::PeopleTold).is_some(),
        spared: Spared::ALL,
        notices,
        actor,
        breach: &breach,
    }))
}

/// What is to be added, when the form says all of it.
fn going(visitor: &Visitor, breach: &Breach, now: Time, form: &[(String, String)]) -> Result<Going, Problem> {
    let done: Done = said(form, "step").parse().map_err(|_| bad(visitor, "breach-say-step"))?;
    let text = written(said(form, "text"));
    let tells = matches!(done, Done::AuthorityTold | Done::PeopleTold);
    if text.is_empty() && done != Done::Closed {
        return Err(bad(visitor, if tells { "breach-say-how" } else { "breach-say-why" }));
    }
    let mut going = Going { done, text, done_at: None, reason: None, with: Vec::new() };
    if tells {
        let at = moment(said(form, "on")).filter(|at| *at <= now && at.plus_seconds(60) > breach.noticed);
        going.done_at = Some(at.ok_or_else(|| bad(visitor, "breach-say-when"))?);
    }
    let delay = written(said(form, "delay"));
    if done == Done::AuthorityTold && !delay.is_empty() {
        going.with.push((Done::Delay, None, delay));
    }
    if done == Done::PeopleTold {
        for language in visitor.shell.languages() {
            let notice = written(said(form, &format!("notice-{}", language.tag)));
            if notice.is_empty() || drafts::unfinished(&visitor.shell, language, &notice) {
                return Err(bad(visitor, "breach-say-notice"));
            }
            going.with.push((Done::Notice, Some(language.tag.to_owned()), notice));
        }
    }
    if done == Done::PeopleNot {
        going.reason = Some(said(form, "reason").parse().map_err(|_| bad(visitor, "breach-say-spared"))?);
    }
    Ok(going)
}

pub(super) async fn go_on(
    State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
    let mut tx = app.db.write().await?;
    let grant = app.decide(&visitor.who, Act::HandleBreaches, None)?;
    let now = app.clock.now();
    let permit = app.log.permit(&mut tx, now, grant, "a breach gone on with").await?;
    let mut breach = store::get(&mut tx, &permit, id).await?;
    let going = going(&visitor, &breach, now, &form)?;
    actions::may(&breach, &going).map_err(|missing| match missing {
        Missing::Done => Problem::Already,
        Missing::Authority => bad(&visitor, "breach-first-authority"),
        Missing::People => bad(&visitor, "breach-first-people"),
        Missing::Delay => bad(&visitor, "breach-say-delay"),
    })?;
    actions::go_on(&mut tx, &app, &permit, &mut breach, going).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/breaches/{id}"), "breach-step"))
}

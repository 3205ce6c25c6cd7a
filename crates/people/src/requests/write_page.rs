//! Writing down what somebody asks for on paper or aloud.

use super::pages::{bad, written};
use super::{Kind, actions};
use crate::consents::Channel;
use crate::relations;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Role};
use serde::Deserialize;
use web::{Page, Shell};
use words::{Date, Id};

#[derive(Template)]
#[template(path = "requests/write.html")]
struct WritePage<'a> {
    shell: &'a Shell,
    client: Id,
    kinds: &'static [Kind],
    today: Date,
    /// Whether the reader can go back to the file.
    opens_file: bool,
}

#[derive(Deserialize)]
pub(super) struct WriteForm {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    says: String,
    #[serde(default)]
    channel: String,
    #[serde(default)]
    on: String,
    #[serde(default)]
    language: String,
}

pub(super) async fn form(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let opened = relations::open(&app, &visitor, (client, Act::MakeRequest), |_| "a request to be written down".to_owned(), |_| None).await?;
    let opens_file = app.decide_case(&visitor.who, Act::SeeClient, &opened.case).is_ok();
    Ok(Page::of(&WritePage { shell: &visitor.shell, client: opened.client, kinds: Kind::ALL, today: app.clock.now().date(), opens_file }))
}

/// What is written down, when the form says all of it.
fn asking(visitor: &Visitor, form: &WriteForm, today: Date) -> Result<actions::Asking, Problem> {
    let kind: Kind = form.kind.parse().map_err(|_| bad(visitor, "request-say-kind"))?;
    let says = written(&form.says);
    if says.is_empty() && kind != Kind::Copy {
        return Err(bad(visitor, "request-say-what"));
    }
    let channel = [Channel::Paper, Channel::Voice].into_iter().find(|channel| channel.word() == form.channel);
    let channel = channel.ok_or_else(|| bad(visitor, "sharing-say-how"))?;
    let on: Date = if form.on.is_empty() { today } else { form.on.parse().map_err(|_| bad(visitor, "sharing-say-when"))? };
    if on > today {
        return Err(bad(visitor, "sharing-say-when"));
    }
    let known = visitor.shell.languages().iter().find(|language| language.tag == form.language);
    let language = known.map_or(visitor.shell.language.tag, |language| language.tag).to_owned();
    Ok(actions::Asking { kind, about: None, channel, on: Some(on), language, says })
}

pub(super) async fn write(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<WriteForm>,
) -> Result<Response, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let now = app.clock.now();
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = match app.decide_case(&visitor.who, Act::MakeRequest, &case) {
        // Somebody's own request is no paper: they make it on their own page.
        Ok(grant) if visitor.who.role != Role::Jobseeker => grant,
        Ok(_) => return Err(Problem::NotFound),
        Err(refusal) => {
            app.log.refuse(&app.db, now, &visitor.who, Act::MakeRequest, Some(case.client), &refusal).await?;
            return Err(refusal.into());
        }
    };
    let asking = asking(&visitor, &form, now.date())?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, now, grant, &format!("asked for, {}: {}", asking.channel, asking.kind)).await?;
    actions::ask(&mut tx, &app, &permit, asking).await?;
    tx.commit().await?;
    let back = if visitor.who.role == Role::Protection { "/requests".to_owned() } else { format!("/clients/{}", case.client) };
    Ok(see_other(&back, "request-written"))
}

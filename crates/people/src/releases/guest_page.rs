//! Inviting a guest: an expert of any organisation who reads parts of one file for a time.

use super::actions::{self, Asking};
use super::pages::{SentForm, bad, for_the_log, holds, kinds_in_words, name, purpose, written};
use super::rules::Holds;
use crate::relations;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State as Of};
use axum::response::Response;
use db::Tx;
use office::organisations::Titles;
use office::users::{self, User};
use office::{App, Problem, Visitor, see_other};
use rights::{Act, Purpose, Role};
use web::{Page, Shell};
use words::{Date, EntryKind, Id};

/// Somebody who can be invited.
struct Expert {
    id: Id,
    name: String,
    organisation: String,
}

#[derive(Template)]
#[template(path = "releases/guest.html")]
struct GuestPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    experts: Vec<Expert>,
    kinds: Vec<EntryKind>,
    purposes: &'static [Purpose],
    today: Date,
    usual: Date,
    latest: Date,
}

/// Those who work with files, for whichever organisation, have not left, and are not the visitor.
async fn experts(tx: &mut Tx, visitor: &Visitor) -> Result<Vec<User>, Problem> {
    let works = |user: &User| matches!(user.who.role, Role::Partner | Role::Counsellor) && user.who.user != visitor.who.user;
    Ok(users::present(tx).await?.into_iter().filter(works).collect())
}

pub(super) async fn form(Of(app): Of<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let mut opened = relations::open(&app, &visitor, (client, Act::GiveRelease), |_| "name, to invite a guest".to_owned(), |_| None).await?;
    let (tx, today, days) = (&mut opened.tx, app.clock.now().date(), app.pack.grounds.releases().guest_days);
    let titles = Titles::load(tx).await?;
    let expert = |user: User| Expert { id: user.who.user, name: user.who.name, organisation: titles.title(&user.who.organisation).to_owned() };
    let mut experts: Vec<Expert> = experts(tx, &visitor).await?.into_iter().map(expert).collect();
    experts.sort_by(|a, b| (&a.organisation, &a.name).cmp(&(&b.organisation, &b.name)));
    Ok(Page::of(&GuestPage {
        shell: &visitor.shell,
        client: opened.client,
        experts,
        kinds: app.pack.grounds.asked_for().collect(),
        purposes: Purpose::RELEASED,
        today,
        usual: today.plus_days(days.0.into()),
        latest: today.plus_days(days.1.into()),
        name: name(tx, &app, &opened.permit).await?,
    }))
}

pub(super) async fn invite(Of(app): Of<App>, visitor: Visitor, Path(client): Path<String>, Form(form): Form<SentForm>) -> Result<Response, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let now = app.clock.now();
    let case = relations::case_of(&app, &visitor, client).await?;
    let grant = match app.decide_case(&visitor.who, Act::GiveRelease, &case) {
        Ok(grant) => grant,
        Err(refusal) => {
            app.log.refuse(&app.db, now, &visitor.who, Act::GiveRelease, Some(case.client), &refusal).await?;
            return Err(refusal.into());
        }
    };
    let holds = holds(&visitor, &form, now.date(), now.date().plus_days(app.pack.grounds.releases().guest_days.1.into()))?;
    let (purpose, says) = (purpose(&visitor, &form)?, written(&form, "says"));
    if says.is_empty() {
        return Err(bad(&visitor, "release-say-why"));
    }
    let mut tx = app.db.write().await?;
    let asked = written(&form, "guest");
    let guest = experts(&mut tx, &visitor).await?.into_iter().find(|user| user.who.user.to_string() == asked);
    let guest = guest.ok_or_else(|| bad(&visitor, "guest-say-who"))?.who;
    let parts = for_the_log(&format!("{} of {} invited as a guest, {purpose}", guest.name, guest.organisation), &holds);
    let permit = app.log.permit(&mut tx, now, grant, &parts).await?;
    let given = actions::may_give(&mut tx, &app, &permit, &guest.organisation).await?;
    let missing = Holds { kinds: holds.kinds.difference(&given).copied().collect(), until: holds.until };
    if !missing.kinds.is_empty() {
        let title = Titles::load(&mut tx).await?.title(&guest.organisation).to_owned();
        return Err(Problem::Bad(visitor.shell.with2("guest-needs-consent", &kinds_in_words(&visitor.shell, &missing), &title)));
    }
    actions::invite(&mut tx, &app, &permit, &guest, Asking { holds, purpose, says }).await?;
    tx.commit().await?;
    Ok(see_other("/releases?state=held", "guest-invited"))
}

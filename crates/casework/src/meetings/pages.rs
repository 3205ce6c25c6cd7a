//! The meetings of one client, and the form in which what came of one is recorded.

use super::actions::{self, Before};
use super::form::{Mistake, NOTE, Typed, levels};
use super::rules::{Basis, Channel, Outcome};
use super::store::{self, Ended, Meeting};
use crate::audience::{Audience, audiences};
use crate::drafts::{self, Form as Of};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use db::{DbError, Tx};
use office::{App, Problem, Routes, Visitor, see_other};
use people::{links, relations, releases};
use rights::{Act, Grant, Permit, Role};
use serde::Deserialize;
use web::{Page, Shell};
use words::{EntryKind, Id, Time};

/// So many meetings that are over stand on the page.
const PAST: usize = 30;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/clients/{client}/meetings", Act::SeeMeetings, show)
        .post("/clients/{client}/meetings", Act::HoldMeetings, plan)
        .get("/clients/{client}/meetings/record", Act::HoldMeetings, ask)
        .post("/clients/{client}/meetings/record", Act::HoldMeetings, record)
        .post("/clients/{client}/meetings/draft", Act::HoldMeetings, keep)
        .post("/clients/{client}/meetings/discard", Act::HoldMeetings, discard)
        .post("/clients/{client}/meetings/{meeting}/missed", Act::HoldMeetings, missed)
        .post("/clients/{client}/meetings/{meeting}/call-off", Act::HoldMeetings, call_off)
}

/// What the addresses of this room ask for besides the client.
#[derive(Default, Deserialize)]
pub(super) struct Asked {
    /// The planned meeting that is recorded.
    #[serde(default)]
    meeting: String,
    /// The meeting after which the next is planned: a week later at the same time is proposed.
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "meetings/show.html")]
struct MeetingsPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    /// Whether the reader is the person themselves.
    own: bool,
    /// Whose time has come and of which nobody has said what came of them.
    waiting: Vec<Meeting>,
    /// The next first.
    coming: Vec<Meeting>,
    /// The last first.
    past: Vec<(Meeting, Ended)>,
    /// What stands in the form for the next one; none when that is not the reader's to plan.
    plan: Option<Typed>,
    mistake: Option<Mistake>,
    channels: &'static [Channel],
}

impl MeetingsPage<'_> {
    fn wrong(&self, field: &str) -> bool {
        self.mistake.is_some_and(|(wrong, _)| wrong == field)
    }
}

pub(super) async fn show(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Query(asked): Query<Asked>,
) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    list(&app, &visitor, client, (None, &asked.after)).await
}

async fn list(app: &App, visitor: &Visitor, client: Id, (typed, after): (Option<(Typed, Mistake)>, &str)) -> Result<Page, Problem> {
    let mut opened = relations::open(app, visitor, (client, Act::SeeMeetings), |_| "meetings".to_owned(), |_| None).await?;
    let now = app.clock.now();
    let all = store::of_clients(&mut opened.tx, &opened.permit, &[opened.client]).await?.into_iter().map(|(_, meeting)| meeting);
    let (over, open): (Vec<Meeting>, Vec<Meeting>) = all.partition(|meeting| meeting.ended.is_some());
    let holds = app.decide_case(&visitor.who, Act::HoldMeetings, &opened.case).is_ok();
    let before = over.iter().chain(&open).find(|meeting| meeting.id.to_string() == after);
    let (typed, mistake) = match typed {
        Some((typed, mistake)) => (typed, Some(mistake)),
        None => (proposed(app, before), None),
    };
    let (mut coming, waiting): (Vec<Meeting>, Vec<Meeting>) = open.into_iter().partition(|meeting| meeting.starts_at > now);
    coming.reverse();
    let page = MeetingsPage {
        shell: &visitor.shell,
        client: opened.client,
        name: releases::name(&mut opened.tx, app, &opened.permit).await?,
        own: visitor.who.role == Role::Jobseeker,
        waiting,
        coming,
        past: over.into_iter().filter_map(|meeting| Some((meeting.clone(), meeting.ended?))).take(PAST).collect(),
        plan: holds.then_some(typed),
        mistake,
        channels: Channel::ALL,
    };
    Ok(Page::of(&page))
}

/// The next meeting as it is proposed: after one that was planned a week later at the same time, or on the first such day that is still to come.
fn proposed(app: &App, before: Option<&Meeting>) -> Typed {
    let (now, week) = (app.clock.now(), 7 * 24 * 3600);
    let later = |meeting: &Meeting| {
        let mut next = meeting.starts_at.plus_seconds(week);
        while next <= now {
            next = next.plus_seconds(week);
        }
        next
    };
    let next = before.map(later);
    Typed {
        id: app.clock.id().to_string(),
        next_on: next.map(|next| next.date().to_string()).unwrap_or_default(),
        next_at: next.map(Time::clock).unwrap_or_default(),
        next_channel: before.map_or(Channel::Office, |meeting| meeting.channel).word().to_owned(),
        next_minutes: before.map_or(app.pack.contacts.minutes, |meeting| meeting.minutes).to_string(),
        ..Typed::default()
    }
}

#[derive(Template)]
#[template(path = "meetings/record.html")]
struct RecordPage<'a> {
    shell: &'a Shell,
    client: Id,
    name: String,
    typed: Typed,
    mistake: Option<Mistake>,
    /// Topic and word that the writer should look at before others read them.
    pointed_out: Vec<(String, String)>,
    /// Who reads the note as usual, and when it is kept close.
    audiences: [Audience; 2],
    /// When the draft was kept that stands in the form.
    kept: Option<Time>,
    outcomes: &'static [Outcome],
    channels: &'static [Channel],
    bases: &'static [Basis],
    longest: usize,
}

impl RecordPage<'_> {
    fn wrong(&self, field: &str) -> bool {
        self.mistake.is_some_and(|(wrong, _)| wrong == field)
    }
}

pub(super) async fn ask(State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Query(asked): Query<Asked>) -> Result<Page, Problem> {
    let client: Id = client.parse().map_err(|_| Problem::NotFound)?;
    let mut opened = relations::open(&app, &visitor, (client, Act::HoldMeetings), |_| "meeting to record".to_owned(), |_| None).await?;
    let planned = match asked.meeting.parse() {
        // Somebody else may have recorded it since this link was shown: then nobody is to write it down once more.
        Ok(id) => Some(actions::open_one(&mut opened.tx, &opened.permit, id).await?.ok_or(Problem::Already)?),
        Err(_) => None,
    };
    let (_, clients) = links::clients_of(&mut opened.tx, opened.client).await?;
    let draft = drafts::typed::<Typed>(&mut opened.tx, &opened.permit.grant(), Of::Meeting, &clients).await?;
    // What was typed about one meeting is not told of another.
    let draft = draft.filter(|(_, typed)| planned.as_ref().is_none_or(|planned| planned.id.to_string() == typed.id));
    let kept = draft.as_ref().map(|(at, _)| *at);
    let typed = begun(&app, planned.as_ref(), draft.map(|(_, typed)| typed));
    form(&app, &visitor, (&mut opened.tx, &opened.permit), Filled { kept, ..Filled::of(typed) }).await
}

/// What stands in the form at first: what was typed before and not saved, else what is known of the planned meeting.
fn begun(app: &App, planned: Option<&Meeting>, draft: Option<Typed>) -> Typed {
    let now = app.clock.now();
    let fresh = Typed {
        id: planned.map_or_else(|| app.clock.id(), |planned| planned.id).to_string(),
        on: planned.map_or(now, |planned| planned.starts_at.min(now)).date().to_string(),
        channel: planned.map_or(Channel::Office, |planned| planned.channel).word().to_owned(),
        minutes: planned.map_or(app.pack.contacts.minutes, |planned| planned.minutes).to_string(),
        basis: Basis::Fact.word().to_owned(),
        readers: "usual".to_owned(),
        next_channel: Channel::Office.word().to_owned(),
        next_minutes: app.pack.contacts.minutes.to_string(),
        ..Typed::default()
    };
    match draft {
        Some(kept) if kept.id.parse::<Id>().is_ok() => kept,
        Some(kept) => Typed { id: fresh.id, ..kept },
        None => fresh,
    }
}

/// A form with what stands in it.
struct Filled {
    typed: Typed,
    mistake: Option<Mistake>,
    pointed_out: Vec<(String, String)>,
    kept: Option<Time>,
}

impl Filled {
    fn of(typed: Typed) -> Filled {
        Filled { typed, mistake: None, pointed_out: Vec::new(), kept: None }
    }
}

async fn form(app: &App, visitor: &Visitor, (tx, permit): (&mut Tx, &Permit), filled: Filled) -> Result<Page, Problem> {
    let page = RecordPage {
        shell: &visitor.shell,
        client: permit.client().ok_or(Problem::NotFound)?,
        name: releases::name(tx, app, permit).await?,
        audiences: audiences(tx, app, visitor, permit, (EntryKind::Meeting, levels(app))).await?,
        typed: filled.typed,
        mistake: filled.mistake,
        pointed_out: filled.pointed_out,
        kept: filled.kept,
        outcomes: Outcome::HAPPENED,
        channels: Channel::ALL,
        bases: Basis::ALL,
        longest: NOTE,
    };
    Ok(Page::of(&page))
}

pub(super) async fn plan(State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    let (case, grant) = relations::granted(&app, &visitor, (&client, Act::HoldMeetings)).await?;
    let id = typed.id.parse().unwrap_or_else(|_| app.clock.id());
    let plan = match typed.plan(&app) {
        Ok(plan) => plan,
        Err(mistake) => {
            let page = list(&app, &visitor, case.client, (Some((typed, mistake)), "")).await?;
            return Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response());
        }
    };
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "meeting planned").await?;
    match actions::plan(&mut tx, &app, &permit, id, plan).await {
        Ok(_) => tx.commit().await?,
        // Sent twice, it is planned once.
        Err(DbError::Conflict(_)) => {}
        Err(other) => return Err(other.into()),
    }
    Ok(see_other(&format!("/clients/{}/meetings", case.client), "meeting-planned"))
}

/// Records a meeting, unless something is missing, or others would read words that the writer has not been shown yet.
pub(super) async fn record(State(app): State<App>, visitor: Visitor, Path(client): Path<String>, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    let (case, grant) = relations::granted(&app, &visitor, (&client, Act::HoldMeetings)).await?;
    let id: Id = typed.id.parse().map_err(|_| Problem::NotFound)?;
    let recorded = match typed.recorded(&app) {
        Ok(recorded) => recorded,
        Err(mistake) => return back(&app, &visitor, grant, Filled { mistake: Some(mistake), ..Filled::of(typed) }).await,
    };
    let pointed_out: Vec<(String, String)> =
        app.pack.contacts.points_out(&typed.note).into_iter().map(|(topic, word)| (topic.to_owned(), word.to_owned())).collect();
    if typed.pointed.is_empty() && typed.readers != "narrow" && !pointed_out.is_empty() {
        let typed = Typed { pointed: "yes".to_owned(), readers: "narrow".to_owned(), ..typed };
        return back(&app, &visitor, grant, Filled { pointed_out, ..Filled::of(typed) }).await;
    }
    let said = if recorded.next.is_some() { "meeting-recorded-and-planned" } else { "meeting-recorded" };
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "meeting recorded").await?;
    match actions::recorded_before(&mut tx, &permit, id, &recorded, app.clock.now()).await? {
        Before::Nothing => actions::record(&mut tx, &app, &permit, id, recorded).await?,
        Before::TheSame => {}
        Before::Else => {
            // What was typed is not lost: it becomes a meeting of its own when it is saved again.
            drop(tx);
            let typed = Typed { id: app.clock.id().to_string(), ..typed };
            return back(&app, &visitor, permit.grant(), Filled { mistake: Some(("note", "meeting-say-recorded-by-others")), ..Filled::of(typed) }).await;
        }
    }
    drafts::forget(&mut tx, visitor.who.user, Of::Meeting, case.client).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}", case.client), said))
}

/// The form again, with what was typed: nothing is lost by a mistake. It was kept as a draft as well.
async fn back(app: &App, visitor: &Visitor, grant: Grant, filled: Filled) -> Result<Response, Problem> {
    keep_typed(app, &grant, &filled.typed).await?;
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant, "meeting to record").await?;
    let mut tx = app.db.read().await?;
    let page = form(app, visitor, (&mut tx, &permit), filled).await?;
    Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

async fn keep_typed(app: &App, grant: &Grant, typed: &Typed) -> Result<Time, Problem> {
    let mut tx = app.db.write().await?;
    // One after the other with whoever records the meeting: else a draft could outlive it. What was sent first may arrive last.
    app.log.take_turn(&mut tx).await?;
    let kept_at = if typed.says_nothing() {
        drafts::forget(&mut tx, grant.who().user, Of::Meeting, grant.client().ok_or(Problem::NotFound)?).await?;
        app.clock.now()
    } else if let Ok(meeting) = typed.id.parse() && store::is_over(&mut tx, meeting).await? {
        return Err(Problem::Already);
    } else {
        drafts::keep(&mut tx, app, grant, Of::Meeting, typed).await?
    };
    tx.commit().await?;
    Ok(kept_at)
}

/// Keeps what is typed: asked for by the script every few seconds, and by a button where there is none.
pub(super) async fn keep(
    State(app): State<App>, visitor: Visitor, Path(client): Path<String>, headers: HeaderMap, Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let (case, grant) = relations::granted(&app, &visitor, (&client, Act::HoldMeetings)).await?;
    let at = keep_typed(&app, &grant, &typed).await?;
    if drafts::is_wanted_alone(&headers) {
        return Ok(drafts::kept(&visitor.shell, at).into_response());
    }
    Ok(see_other(&format!("/clients/{}/meetings/record", case.client), "meeting-draft-kept"))
}

pub(super) async fn discard(State(app): State<App>, visitor: Visitor, Path(client): Path<String>) -> Result<Response, Problem> {
    let (case, _) = relations::granted(&app, &visitor, (&client, Act::HoldMeetings)).await?;
    let mut tx = app.db.write().await?;
    drafts::forget(&mut tx, visitor.who.user, Of::Meeting, case.client).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}/meetings/record", case.client), "meeting-draft-gone"))
}

/// They did not come: recorded at once, and the next meeting is proposed.
pub(super) async fn missed(State(app): State<App>, visitor: Visitor, Path((client, meeting)): Path<(String, String)>) -> Result<Response, Problem> {
    let (case, grant) = relations::granted(&app, &visitor, (&client, Act::HoldMeetings)).await?;
    let id: Id = meeting.parse().map_err(|_| Problem::NotFound)?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, now, grant, "meeting missed").await?;
    let planned = actions::open_one(&mut tx, &permit, id).await?.ok_or(Problem::Already)?;
    if planned.starts_at > now {
        return Err(Problem::Bad(visitor.shell.say("meeting-say-not-yet")));
    }
    let recorded = actions::Recorded::missed(&app, &planned);
    actions::record(&mut tx, &app, &permit, id, recorded).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}/meetings?after={id}", case.client), "meeting-missed"))
}

pub(super) async fn call_off(State(app): State<App>, visitor: Visitor, Path((client, meeting)): Path<(String, String)>) -> Result<Response, Problem> {
    let (case, grant) = relations::granted(&app, &visitor, (&client, Act::HoldMeetings)).await?;
    let id: Id = meeting.parse().map_err(|_| Problem::NotFound)?;
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, app.clock.now(), grant, "meeting called off").await?;
    actions::call_off(&mut tx, &app, &permit, id).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/clients/{}/meetings?after={id}", case.client), "meeting-called-off"))
}

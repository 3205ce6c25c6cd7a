//! The page.

use super::rules::{Need, Reason, needs};
use crate::own_clients::{Own, histories, own_clients, there};
use askama::Template;
use axum::extract::{Query, State};
use casework::drafts::{self, Kept};
use casework::meetings::{self, Meeting};
use db::{DbError, Tx};
use office::{App, Problem, Routes, Visitor};
use people::watching::{names, permit};
use rights::{Act, Permit};
use std::collections::{BTreeMap, BTreeSet};
use web::{Listing, Page, Shell};
use words::{Id, Time};

/// So many open meetings are read, and so many people who need something are shown.
const MEETINGS: i64 = 100;
const SHOWN: usize = 12;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/my-day", Act::OwnDay, show)
}

/// A meeting of the reader's, with whom.
struct MeetingRow {
    client: Id,
    name: String,
    /// Who holds it, when that is not the reader.
    holder: Option<String>,
    meeting: Meeting,
}

/// Somebody who needs something.
struct NeedRow {
    client: Id,
    name: String,
    needs: Vec<Need>,
    /// Whom the reader covers for; none of their own clients.
    covering: Option<String>,
}

#[derive(Template)]
#[template(path = "my_day/show.html")]
struct MyDayPage<'a> {
    shell: &'a Shell,
    /// Whose time has come without a word of what came of them.
    waiting: Vec<MeetingRow>,
    /// Later today.
    today: Vec<MeetingRow>,
    /// The first after today.
    next: Option<MeetingRow>,
    needs: Vec<NeedRow>,
    /// How many need something; how many of them were passed by, and how many are still to come.
    all: usize,
    skip: usize,
    more: usize,
    /// What was typed and not saved, and about whom.
    drafts: Vec<(Kept, String)>,
    clients: usize,
}

async fn show(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>) -> Result<Page, Problem> {
    let looking = permit(&app, &visitor, Act::OwnDay, None, "one's own day").await?;
    let (mut tx, now) = (app.db.read().await?, app.clock.now());
    let tonight = now.date().end();
    let drafts = drafts::drafts_of(&mut tx, &looking).await?;
    let own = own_clients(&mut tx, &app, &visitor, &looking).await?;
    let open = open_meetings(&mut tx, &app, &visitor, &looking, &own).await?;
    let needing = needing(&mut tx, &app, &looking, &own).await?;
    drop(tx);
    let all = needing.len();
    let skip = usize::try_from(listing.page(0).0).unwrap_or(0).min(all);
    let needing: Vec<_> = needing.into_iter().skip(skip).take(SHOWN).collect();
    let (waiting, later): (Vec<_>, Vec<_>) = open.into_iter().partition(|(_, meeting)| meeting.starts_at <= now);
    let (today, coming): (Vec<_>, Vec<_>) = later.into_iter().partition(|(_, meeting)| meeting.starts_at <= tonight);
    let next: Vec<_> = coming.into_iter().take(1).collect();
    let shown: BTreeSet<Id> = [&waiting, &today, &next].into_iter().flatten().map(|(client, _)| *client)
        .chain(needing.iter().map(|(client, _)| *client)).chain(drafts.iter().map(|kept| kept.client)).collect();
    // Of whom the reader no longer works with nothing is shown, whatever they have planned or typed.
    let named = names(&app, &visitor, Act::OwnDay, &shown.into_iter().collect::<Vec<_>>(), "name, meetings and what is due, on one's own day").await?;
    let row = |(client, meeting): (Id, Meeting)| {
        let holder = (meeting.user != visitor.who.user).then(|| meeting.name.clone());
        Some(MeetingRow { client, name: named.get(&client)?.clone(), holder, meeting })
    };
    let need = |(client, needs): (Id, Vec<Need>)| Some(NeedRow { client, name: named.get(&client)?.clone(), needs, covering: own.get(&client)?.covering.clone() });
    Ok(Page::of(&MyDayPage {
        shell: &visitor.shell,
        waiting: waiting.into_iter().filter_map(row).collect(),
        today: today.into_iter().filter_map(row).collect(),
        next: next.into_iter().find_map(row),
        more: all - skip - needing.len(),
        needs: needing.into_iter().filter_map(need).collect(),
        all,
        skip,
        drafts: drafts.into_iter().filter_map(|kept| Some((kept, named.get(&kept.client)?.clone()))).collect(),
        clients: own.len(),
    }))
}

/// Where a draft is gone on with, behind the address of its client.
fn form(kept: &Kept) -> &'static str {
    match kept.form {
        drafts::Form::Meeting => "meetings/record",
        drafts::Form::Assessment => "assessments/new",
        drafts::Form::Agreement => "agreement/draft",
    }
}

/// Meetings nobody has said of what came of them: with the reader's clients, whoever planned them, and the reader's own with others they still
/// work with; the earliest first.
async fn open_meetings(
    tx: &mut Tx, app: &App, visitor: &Visitor, permit: &Permit, own: &BTreeMap<Id, Own>,
) -> Result<Vec<(Id, Meeting)>, DbError> {
    let mut open = meetings::of_clients(tx, permit, &own.keys().copied().collect::<Vec<_>>()).await?;
    open.retain(|(_, meeting)| meeting.ended.is_none());
    let mut others = meetings::of_user(tx, permit, Time::from_micros(i64::MAX), MEETINGS).await?;
    others.retain(|(client, _)| !own.contains_key(client));
    let there = there(tx, app, visitor, others.iter().map(|(client, _)| *client).collect::<BTreeSet<_>>().into_iter().collect()).await?;
    open.extend(others.into_iter().filter(|(client, _)| there.contains_key(client)));
    open.sort_by_key(|(_, meeting)| (meeting.starts_at, meeting.id));
    Ok(open)
}

/// Those of these clients who need something, the most urgent first. What is read to find that out is shown of nobody else.
async fn needing(tx: &mut Tx, app: &App, permit: &Permit, own: &BTreeMap<Id, Own>) -> Result<Vec<(Id, Vec<Need>)>, DbError> {
    let today = app.clock.now().date();
    let all = histories(tx, app, permit, own).await?.into_iter();
    let mut needing: Vec<(Id, Vec<Need>)> = all.map(|(client, told)| (client, needs(&app.pack, &told, today))).filter(|(_, needs)| !needs.is_empty()).collect();
    needing.sort_by_key(|(client, needs)| (needs.first().map(|need| need.days_left), *client));
    Ok(needing)
}

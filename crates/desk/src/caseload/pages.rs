//! The page and the file.

use crate::clocks;
use crate::my_day::rules::{Need, needs};
use crate::own_clients::{Own, histories, own_clients};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use casework::agreements::{State as Stand, agreements};
use casework::assessments::assessments;
use casework::meetings;
use history::entries::Told;
use office::packs::Track;
use office::{App, Problem, Routes, Visitor};
use people::watching::{names, permit};
use rights::Act;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use web::{Listing, Page, Shell, csv_file, csv_line};
use words::{Date, EntryKind, Id, Time, stored_words};

/// So many people stand on a page.
const PAGE: i64 = 100;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/caseload", Act::OwnDay, show)
}

stored_words! {
    /// Whom the list shows.
    View {
        /// Everybody.
        All = "all",
        /// Who needs something.
        Needs = "needs",
        /// For whom something is late.
        Late = "late",
        /// Who has to be met.
        Contact = "contact",
        /// Who has no agreement that holds.
        NoAgreement = "no-agreement",
        /// Who is looked after closely.
        Intensive = "intensive",
    }
}

stored_words! {
    /// In which order.
    Order {
        /// The most urgent first.
        Urgent = "urgent",
        /// By name.
        Name = "name",
        /// Longest out of work first.
        Weeks = "weeks",
        /// Longest not met first.
        Met = "met",
    }
}

/// What the address asks for.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    show: String,
    sort: String,
}

/// Where one client stands.
struct Stands {
    client: Id,
    covering: Option<String>,
    restricted: bool,
    weeks: Option<i64>,
    track: Option<Track>,
    met: Option<Date>,
    next: Option<Time>,
    agreement: Option<Stand>,
    /// Whether another system told of an assessment, and of an agreement, in this time out of work.
    elsewhere: (bool, bool),
    review_on: Option<Date>,
    needs: Vec<Need>,
}

impl Stands {
    fn reckon(app: &App, client: Id, own: &Own, told: &[Told], next: Option<Time>) -> Stands {
        let today = app.clock.now().date();
        let spell = clocks::spell(&app.pack, told, today).filter(|spell| spell.to.is_none());
        let floor = spell.as_ref().and_then(|spell| clocks::floor(&app.pack, told, spell, today));
        let agreement = agreements(told).into_iter().next();
        let told_of = |kind: EntryKind| told.iter().any(|one| one.entry.kind == kind && spell.is_some_and(|spell| one.entry.from >= spell.from));
        Stands {
            client,
            covering: own.covering.clone(),
            restricted: own.restricted,
            weeks: spell.as_ref().map(|spell| spell.weeks(today)),
            track: assessments(told).first().and_then(|one| one.track),
            met: floor.and_then(|floor| floor.last),
            next: next.filter(|_| !own.restricted),
            elsewhere: (told_of(EntryKind::Assessment), told_of(EntryKind::Agreement)),
            agreement: agreement.as_ref().map(|one| one.state(&app.pack.agreement, today)),
            review_on: agreement.as_ref().and_then(casework::agreements::Agreement::review_on),
            needs: needs(&app.pack, told, today),
        }
    }

    fn is_in(&self, view: View) -> bool {
        match view {
            View::All => true,
            View::Needs => !self.needs.is_empty(),
            View::Late => self.needs.iter().any(|need| need.days_left < 0),
            View::Contact => self.needs.iter().any(Need::is_contact),
            View::NoAgreement => {
                let holds = matches!(self.agreement, Some(Stand::InForce | Stand::UnderReview)) || self.agreement.is_none() && self.elsewhere.1;
                !self.restricted && self.weeks.is_some() && !holds
            }
            View::Intensive => self.track == Some(Track::Intensive),
        }
    }
}

/// A row of the list.
struct Row {
    name: String,
    one: Stands,
}

#[derive(Template)]
#[template(path = "caseload/show.html")]
struct CaseloadPage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
    view: View,
    order: Order,
    /// Each view with how many are in it.
    views: Vec<(View, usize)>,
    orders: &'static [Order],
    /// How many of one's own are on each track, and how many are enough for one counsellor.
    bands: Vec<(Track, usize, usize)>,
    /// How many are passed by, and how many come after.
    skip: usize,
    more: usize,
    /// How many there are in all.
    clients: usize,
}

async fn show(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let looking = permit(&app, &visitor, Act::OwnDay, None, "one's own caseload").await?;
    let mut tx = app.db.read().await?;
    let own = own_clients(&mut tx, &app, &visitor, &looking).await?;
    let told = histories(&mut tx, &app, &looking, &own).await?;
    let clients: Vec<Id> = own.keys().copied().collect();
    let mut next: HashMap<Id, Time> = HashMap::new();
    for (client, meeting) in meetings::of_clients(&mut tx, &looking, &clients).await? {
        if meeting.ended.is_none() && meeting.starts_at > app.clock.now() {
            let first = next.entry(client).or_insert(meeting.starts_at);
            *first = (*first).min(meeting.starts_at);
        }
    }
    drop(tx);
    let stands = |(client, one): (&Id, &Own)| Stands::reckon(&app, *client, one, told.get(client).map_or(&[][..], Vec::as_slice), next.get(client).copied());
    let all: Vec<Stands> = own.iter().map(stands).collect();
    let (view, order) = (asked.show.parse().unwrap_or(View::All), asked.sort.parse().unwrap_or(Order::Urgent));
    let views = View::ALL.iter().map(|view| (*view, all.iter().filter(|one| one.is_in(*view)).count())).collect();
    let own_on = |track: Track| all.iter().filter(|one| one.covering.is_none() && one.track == Some(track)).count();
    let bands = Track::ALL.iter().map(|track| (*track, own_on(*track), app.pack.tracks.rhythm(*track).at_most)).collect();
    let mut shown: Vec<Stands> = all.into_iter().filter(|one| one.is_in(view)).collect();
    sort(&mut shown, order);
    // By name it is sorted once names are known, so then all of them are.
    let named_first = order == Order::Name;
    let (skip, page) = listing.part(PAGE);
    let (skip, page) = (usize::try_from(skip).unwrap_or(0).min(shown.len()), usize::try_from(page).unwrap_or(0));
    let count = shown.len();
    if !named_first {
        shown = shown.into_iter().skip(skip).take(page).collect();
    }
    let ids: Vec<Id> = shown.iter().map(|one| one.client).collect();
    let named = names(&app, &visitor, Act::OwnDay, &ids, "name and what is due, in one's own caseload").await?;
    let mut rows: Vec<Row> = shown.into_iter().filter_map(|one| Some(Row { name: named.get(&one.client)?.clone(), one })).collect();
    if named_first {
        rows.sort_by_cached_key(|row| (row.name.to_lowercase(), row.one.client));
        rows = rows.into_iter().skip(skip).take(page).collect();
    }
    if listing.is_file() {
        return Ok(as_file(&rows));
    }
    let more = count - skip - rows.len().min(count - skip);
    Ok(Page::of(&CaseloadPage { shell: &visitor.shell, rows, view, order, views, orders: Order::ALL, bands, skip, more, clients: own.len() }).into_response())
}

fn sort(all: &mut [Stands], order: Order) {
    match order {
        Order::Urgent => all.sort_by_key(|one| (one.needs.first().map_or(i64::MAX, |need| need.days_left), one.client)),
        Order::Weeks => all.sort_by_key(|one| (std::cmp::Reverse(one.weeks), one.client)),
        // Whom nobody has met comes first of those who are out of work.
        Order::Met => all.sort_by_key(|one| (one.weeks.is_none(), one.met, one.client)),
        Order::Name => {}
    }
}

fn as_file(rows: &[Row]) -> Response {
    let mut file = csv_line(&["client", "name", "covering_for", "weeks_out_of_work", "track", "last_met", "next_meeting", "agreement", "review_on", "needs", "most_urgent_by", "restricted"]);
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    for Row { name, one } in rows {
        let needs: BTreeMap<&str, ()> = one.needs.iter().map(|need| (need.word(), ())).collect();
        file += &csv_line(&[
            &one.client.to_string(), name, one.covering.as_deref().unwrap_or_default(), &one.weeks.map(|weeks| weeks.to_string()).unwrap_or_default(),
            one.track.map_or("", Track::word), &day(one.met), &one.next.map(|next| next.to_string()).unwrap_or_default(), one.agreement.map_or("", Stand::word),
            &day(one.review_on), &needs.into_keys().collect::<Vec<_>>().join(" "), &day(one.needs.first().map(|need| need.by)), if one.restricted { "yes" } else { "" },
        ]);
    }
    csv_file("caseload.csv", file)
}

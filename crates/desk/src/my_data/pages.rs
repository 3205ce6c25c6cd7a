//! The page of one's own data.

use crate::clients::open;
use crate::looked::{lines_about, reader};
use askama::Template;
use axum::extract::State;
use history::access::Line;
use office::organisations::Titles;
use office::users::{self, User};
use office::{App, Problem, Routes, Visitor};
use people::consents::{self, SaidRow, Sharing};
use people::breaches::{self, Done};
use people::releases::{self, ReleaseView};
use people::requests;
use people::teams::{self, SeatView};
use rights::Act;
use web::{Page, Shell};
use words::{Date, Id, Time};

/// So many openings stand on the page; the whole list is one link away.
const SHOWN: usize = 10;

/// What somebody can have done that the page tells in words of its own.
const TOLD: [Act; 28] = [
    Act::SeeClient, Act::SeeLinks, Act::FindClients, Act::RegisterClient, Act::SeeMatches, Act::AnswerQuestions, Act::SeeConsents,
    Act::RecordConsent, Act::AssignCounsellor, Act::OpenInEmergency, Act::StatePurpose, Act::MakeRequest, Act::AnswerRequests, Act::TakeCopy,
    Act::AskRelease, Act::SeeReleased, Act::GiveRelease, Act::SeeTeam, Act::ArrangeTeam, Act::OwnTeams, Act::SeeMeetings, Act::HoldMeetings, Act::SeeAssessments,
    Act::Assess, Act::SeeAgreement, Act::WriteAgreement, Act::AnswerAgreement, Act::OwnDay,
];

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/my-data", Act::SeeConsents, show)
}

/// Somebody who read something, in words.
struct Reading {
    on: Date,
    who: String,
    /// What they are here; empty when nobody knows any more.
    role: String,
    organisation: String,
    hue: usize,
    what: String,
    why: String,
}

#[derive(Template)]
#[template(path = "my_data/show.html")]
struct MyDataPage<'a> {
    shell: &'a Shell,
    client: Id,
    sharings: Vec<Sharing>,
    said: Vec<SaidRow>,
    readings: Vec<Reading>,
    /// How many openings there are in all.
    all: usize,
    /// Breaches of which they were told: when, and what.
    breaches: Vec<(Time, Vec<String>)>,
    /// What others asked to read for a time, and what came of it.
    releases: Vec<ReleaseView>,
    /// Who works on their case together.
    team: Vec<SeatView>,
    /// How many answers they wait for.
    waiting: usize,
}

async fn show(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    let client = visitor.who.client.ok_or(Problem::NotFound)?;
    let mut opened = open(&app, &visitor, client, Act::SeeConsents, "own data: what is shared, and who read it").await?;
    let (tx, permit, shell) = (&mut opened.tx, &opened.permit, &visitor.shell);
    let titles = Titles::load(tx).await?;
    let (sharings, said) = consents::overview(tx, &app, shell, permit, &titles, false).await?;
    let (mut lines, _) = lines_about(tx, &app, permit, opened.client).await?;
    let told = breaches::told_about(tx, permit, &lines).await?;
    let told = told.iter().filter_map(|breach| {
        let at = breach.last(Done::PeopleTold)?;
        let notice = breach.notice(shell.language.tag)?.text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        Some((at.done_at.unwrap_or(at.at), notice))
    });
    let breaches = told.collect();
    // One's own visits tell nothing; what was refused stands in the whole list.
    lines.retain(|line| line.user != visitor.who.user && line.outcome == "granted");
    let asked = requests::of_clients(tx, permit, &[opened.client]).await?;
    let waiting = asked.iter().filter(|(_, request)| request.closed().is_none()).count();
    let releases = releases::about(tx, &app, shell, permit, &titles).await?;
    let team = teams::about(tx, &app, permit, &titles).await?;
    let users = users::list(tx).await?;
    let readings = lines.iter().take(SHOWN).map(|line| reading(shell, &titles, &users, line)).collect();
    Ok(Page::of(&MyDataPage { shell, client: opened.client, sharings, said, readings, all: lines.len(), waiting, breaches, releases, team }))
}

fn reading(shell: &Shell, titles: &Titles, users: &[User], line: &Line) -> Reading {
    let user = users.iter().find(|user| user.who.user == line.user);
    Reading {
        on: line.at.date(),
        who: reader(shell, line),
        role: user.map(|user| shell.word("office-role", user.who.role.word())).unwrap_or_default(),
        organisation: titles.title(&line.organisation).to_owned(),
        hue: titles.hue(&line.organisation),
        what: if TOLD.iter().any(|act| act.word() == line.act) { shell.word("read", &line.act) } else { shell.say("read") },
        why: if line.purpose.is_empty() { String::new() } else { shell.word("purpose", &line.purpose) },
    }
}

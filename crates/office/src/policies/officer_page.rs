//! Who has signed and who has acknowledged: for the data-protection officer.

use super::pages::permit;
use super::store;
use super::views::{OrganisationRow, Standing, UserRow};
use crate::organisations::Titles;
use crate::packs::Version;
use crate::{App, Problem, Visitor};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use rights::Act;
use web::{Listing, Page, Shell, csv_file, csv_line};

/// So many users stand on a page.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "policies/officer.html")]
struct OfficerPage<'a> {
    shell: &'a Shell,
    version: &'a Version,
    late: bool,
    organisations: Vec<OrganisationRow>,
    signed: usize,
    users: Vec<UserRow>,
    /// How many users there are, and how many of them have something to acknowledge.
    all: usize,
    open: usize,
    next: Option<i64>,
}

fn in_force(app: &App) -> Result<&Version, Problem> {
    app.pack.policy.in_force(app.clock.now().date()).ok_or(Problem::Unfit("policy-none"))
}

/// Every organisation, by title.
async fn organisations(app: &App, visitor: &Visitor, version: u32) -> Result<Vec<OrganisationRow>, Problem> {
    let permit = permit(app, visitor, Act::WatchPolicy, "organisations").await?;
    let mut tx = app.db.read().await?;
    let signatures = store::signatures(&mut tx, &permit, &app.pack.name).await?;
    let titles = Titles::load(&mut tx).await?;
    Ok(titles.all().iter().map(|one| OrganisationRow::of(&titles, version, one, &signatures)).collect())
}

/// Everybody who works here: who has something to acknowledge first, and then by name.
async fn users(app: &App, visitor: &Visitor, version: u32) -> Result<Vec<UserRow>, Problem> {
    let permit = permit(app, visitor, Act::WatchPolicy, "users").await?;
    let mut tx = app.db.read().await?;
    let titles = Titles::load(&mut tx).await?;
    let known = store::users(&mut tx, &permit, &app.pack.name).await?;
    let mut rows: Vec<UserRow> = known.into_iter().map(|known| UserRow::of(app, &titles, version, known)).collect();
    rows.sort_by_key(|row| row.standing);
    Ok(rows)
}

pub(super) async fn show(State(app): State<App>, visitor: Visitor, Query(listing): Query<Listing>) -> Result<Page, Problem> {
    let version = in_force(&app)?;
    let organisations = organisations(&app, &visitor, version.number).await?;
    let users = users(&app, &visitor, version.number).await?;
    let (skip, most) = listing.page(PAGE);
    let part = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let (all, open) = (users.len(), users.iter().filter(|row| row.standing != Standing::Holds).count());
    let users: Vec<UserRow> = users.into_iter().skip(part(skip)).take(part(most)).collect();
    Ok(Page::of(&OfficerPage {
        shell: &visitor.shell,
        version,
        late: version.review_by < visitor.shell.today,
        signed: organisations.iter().filter(|row| row.standing == Standing::Holds).count(),
        organisations,
        next: listing.next(PAGE, users.len()),
        users,
        all,
        open,
    }))
}

pub(super) async fn organisations_file(State(app): State<App>, visitor: Visitor) -> Result<Response, Problem> {
    let version = in_force(&app)?;
    let mut file = csv_line(&["organisation", "title", "state", "version", "signed_at", "signed_by"]);
    for row in organisations(&app, &visitor, version.number).await? {
        let (signed, at, by) = row.last.map(|last| (last.version.to_string(), last.at.to_string(), last.by)).unwrap_or_default();
        file += &csv_line(&[&row.id, &row.title, row.standing.word(), &signed, &at, &by]);
    }
    Ok(csv_file("policy-organisations.csv", file))
}

pub(super) async fn users_file(State(app): State<App>, visitor: Visitor) -> Result<Response, Problem> {
    let version = in_force(&app)?;
    let mut file = csv_line(&["name", "role", "organisation", "state", "version", "acknowledged_at"]);
    for row in users(&app, &visitor, version.number).await? {
        let (last, at) = row.last.map(|(last, at)| (last.to_string(), at.to_string())).unwrap_or_default();
        file += &csv_line(&[&row.name, row.role, &row.organisation, row.standing.word(), &last, &at]);
    }
    Ok(csv_file("policy-users.csv", file))
}

//! The pages of users, for the administrator: who can come in, as what, for whom; new ones, changes, leavers.

use super::actions::{self, Wanted};
use super::views::{Row, state};
use super::{Account, Token, account, accounts};
use crate::organisations::Titles;
use crate::sessions::{self, Session};
use crate::{App, Organisation, Problem, Routes, Visitor, passkeys, see_other};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rights::{Act, Role};
use serde::Deserialize;
use web::{Page, Shell, csv_file, csv_line};
use words::Id;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .get("/users", Act::LookAfterUsers, list)
        .get("/users.csv", Act::LookAfterUsers, file)
        .get_fresh("/users/new", Act::LookAfterUsers, show_new)
        .post_fresh("/users/new", Act::LookAfterUsers, add)
        .get_fresh("/users/{user}", Act::LookAfterUsers, show)
        .post_fresh("/users/{user}", Act::LookAfterUsers, change)
        .post_fresh("/users/{user}/link", Act::LookAfterUsers, renew)
        .post_fresh("/users/{user}/end", Act::LookAfterUsers, end)
        .post_fresh("/users/{user}/take-back", Act::LookAfterUsers, take_back)
        .post_fresh("/users/{user}/end-sessions", Act::LookAfterUsers, end_sessions)
}

#[derive(Template)]
#[template(path = "users/list.html")]
struct ListPage<'a> {
    shell: &'a Shell,
    rows: Vec<Row>,
}

async fn rows(app: &App) -> Result<Vec<Row>, Problem> {
    let mut tx = app.db.read().await?;
    let titles = Titles::load(&mut tx).await?;
    Ok(accounts(&mut tx).await?.iter().map(|account| Row::of(account, &titles)).collect())
}

async fn list(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    Ok(Page::of(&ListPage { shell: &visitor.shell, rows: rows(&app).await? }))
}

async fn file(State(app): State<App>, visitor: Visitor) -> Result<Response, Problem> {
    actions::log_list(&app, &visitor.who).await?;
    let mut text = csv_line(&["name", "sign_in", "role", "organisation", "state", "second_factor"]);
    for row in rows(&app).await? {
        let second = if row.second_factor { "yes" } else { "no" };
        text += &csv_line(&[&row.name, &row.sign_in, row.role, &row.organisation, row.state, second]);
    }
    Ok(csv_file("users.csv", text))
}

/// The form of a new user and of one that is there.
#[derive(Template)]
#[template(path = "users/edit.html")]
struct EditPage<'a> {
    shell: &'a Shell,
    /// The user, unless they are new.
    account: Option<&'a Account>,
    state: &'static str,
    /// Whether it is the administrator's own account: of their own rights nobody decides.
    own: bool,
    form: &'a UserForm,
    organisations: &'a [Organisation],
    sessions: Vec<Session>,
    passkeys: usize,
    problem: Option<String>,
}

#[derive(Deserialize, Default)]
struct UserForm {
    #[serde(default)]
    sign_in: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    new_organisation: String,
}

/// The roles an administrator may give. Whose file a jobseeker's account opens is not theirs to say.
fn roles() -> impl Iterator<Item = Role> {
    Role::ALL.iter().copied().filter(|role| *role != Role::Jobseeker)
}

impl UserForm {
    /// What the form says, or the key of what is wrong with it.
    fn wanted(&self, titles: &Titles) -> Result<Wanted, &'static str> {
        let name = self.name.trim();
        if name.is_empty() || name.chars().count() > 100 {
            return Err("users-wrong-name");
        }
        let role = self.role.parse::<Role>().ok().filter(|role| roles().any(|known| known == *role)).ok_or("users-wrong-role")?;
        if self.new_organisation.trim().is_empty() && titles.get(&self.organisation).is_none() {
            return Err("users-wrong-organisation");
        }
        Ok(Wanted {
            name: name.to_owned(),
            role,
            organisation: self.organisation.clone(),
            new_organisation: self.new_organisation.chars().take(100).collect(),
        })
    }

    /// A name that is typed, read aloud and stands in logs: letters, digits, dot, hyphen, underscore, at.
    fn sign_in(&self) -> Result<&str, &'static str> {
        let sign_in = self.sign_in.trim();
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
        if sign_in.is_empty() || sign_in.chars().count() > 60 || !sign_in.chars().all(plain) {
            return Err("users-wrong-sign-in");
        }
        Ok(sign_in)
    }
}

async fn titles(app: &App) -> Result<Titles, Problem> {
    Ok(Titles::load(&mut app.db.read().await?).await?)
}

fn new_page(shell: &Shell, form: &UserForm, titles: &Titles, problem: Option<&str>) -> Page {
    let problem = problem.map(|key| shell.say(key));
    let page = EditPage { shell, account: None, state: "new", own: false, form, organisations: titles.all(), sessions: Vec::new(), passkeys: 0, problem };
    Page::of(&page)
}

async fn show_new(State(app): State<App>, visitor: Visitor) -> Result<Page, Problem> {
    Ok(new_page(&visitor.shell, &UserForm::default(), &titles(&app).await?, None))
}

async fn add(State(app): State<App>, visitor: Visitor, headers: HeaderMap, Form(form): Form<UserForm>) -> Result<Response, Problem> {
    let titles = titles(&app).await?;
    let wrong = |key| new_page(&visitor.shell, &form, &titles, Some(key)).status(StatusCode::UNPROCESSABLE_ENTITY).into_response();
    let (sign_in, wanted) = match (form.sign_in(), form.wanted(&titles)) {
        (Ok(sign_in), Ok(wanted)) => (sign_in, wanted),
        (Err(key), _) | (_, Err(key)) => return Ok(wrong(key)),
    };
    match actions::add(&app, &visitor.who, sign_in, wanted).await {
        Ok((id, link)) => Ok(link_page(&app, &visitor, &headers, (id, &form.name), &link)),
        Err(Problem::Already) => Ok(wrong("users-taken")),
        Err(problem) => Err(problem),
    }
}

#[derive(Template)]
#[template(path = "users/link.html")]
struct LinkPage<'a> {
    shell: &'a Shell,
    id: Id,
    name: &'a str,
    address: String,
}

/// The page with a link: shown once, since only its hash is kept.
fn link_page(app: &App, visitor: &Visitor, headers: &HeaderMap, (id, name): (Id, &str), link: &Token) -> Response {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let scheme = if app.front.secure() { "https" } else { "http" };
    let address = format!("{scheme}://{host}/enter/{}", link.secret());
    Page::of(&LinkPage { shell: &visitor.shell, id, name, address }).into_response()
}

async fn edit_page(app: &App, visitor: &Visitor, id: Id, form: Option<&UserForm>, problem: Option<&str>) -> Result<Page, Problem> {
    let mut tx = app.db.read().await?;
    let account = account(&mut tx, id).await?;
    let titles = Titles::load(&mut tx).await?;
    let sessions = sessions::list_of(&mut tx, app, id).await?;
    let who = &account.user.who;
    let stored = UserForm {
        sign_in: account.user.sign_in.clone(),
        name: who.name.clone(),
        role: who.role.word().to_owned(),
        organisation: who.organisation.clone(),
        new_organisation: String::new(),
    };
    Ok(Page::of(&EditPage {
        shell: &visitor.shell,
        state: state(&account),
        own: id == visitor.who.user,
        form: form.unwrap_or(&stored),
        organisations: titles.all(),
        sessions,
        passkeys: passkeys::list_of(&mut tx, id).await?.len(),
        problem: problem.map(|key| visitor.shell.say(key)),
        account: Some(&account),
    }))
}

async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<Id>) -> Result<Page, Problem> {
    edit_page(&app, &visitor, id, None, None).await
}

async fn change(State(app): State<App>, visitor: Visitor, Path(id): Path<Id>, Form(form): Form<UserForm>) -> Result<Response, Problem> {
    let before = other(&app, &visitor, id).await?;
    let wanted = match form.wanted(&titles(&app).await?) {
        Ok(wanted) => wanted,
        Err(key) => return Ok(edit_page(&app, &visitor, id, Some(&form), Some(key)).await?.status(StatusCode::UNPROCESSABLE_ENTITY).into_response()),
    };
    actions::change(&app, &visitor.who, &before, wanted).await?;
    Ok(see_other(&format!("/users/{id}"), "user-changed"))
}

/// A user who is not oneself: of their own rights nobody decides.
async fn other(app: &App, visitor: &Visitor, id: Id) -> Result<Account, Problem> {
    if id == visitor.who.user {
        return Err(Problem::Bad(visitor.shell.say("users-own")));
    }
    let account = account(&mut app.db.read().await?, id).await?;
    // A jobseeker's account follows their record; here it can only be ended.
    Ok(account)
}

#[derive(Deserialize)]
struct RenewForm {
    second: Option<String>,
}

async fn renew(State(app): State<App>, visitor: Visitor, headers: HeaderMap, Path(id): Path<Id>, Form(form): Form<RenewForm>) -> Result<Response, Problem> {
    let found = other(&app, &visitor, id).await?;
    if found.ended_at.is_some() {
        return Err(Problem::NotFound);
    }
    let link = actions::renew(&app, &visitor.who, &found, form.second.is_some()).await?;
    Ok(link_page(&app, &visitor, &headers, (id, &found.user.who.name), &link))
}

async fn end(State(app): State<App>, visitor: Visitor, Path(id): Path<Id>) -> Result<Response, Problem> {
    let found = other(&app, &visitor, id).await?;
    actions::end(&app, &visitor.who, &found).await?;
    Ok(see_other(&format!("/users/{id}"), "user-ended"))
}

async fn take_back(State(app): State<App>, visitor: Visitor, Path(id): Path<Id>) -> Result<Response, Problem> {
    let found = other(&app, &visitor, id).await?;
    actions::take_back(&app, &visitor.who, &found).await?;
    Ok(see_other(&format!("/users/{id}"), "user-back"))
}

async fn end_sessions(State(app): State<App>, visitor: Visitor, Path(id): Path<Id>) -> Result<Response, Problem> {
    let found = other(&app, &visitor, id).await?;
    actions::end_sessions(&app, &visitor.who, &found).await?;
    Ok(see_other(&format!("/users/{id}"), "sessions-ended"))
}

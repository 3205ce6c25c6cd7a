//! The gate: each route names the act it needs, and nobody passes without the right to it.
//!
//! A route cannot be added without an [`Act`], and an act without a rule is refused: deny is the default. The table of
//! all routes is printed to `docs/rights.txt`, with every role.

mod turn;

use crate::sessions::{self, Came, Session, Stage, cookies};
use crate::users::{Token, User};
use crate::{App, Problem, front};
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Query, Request, State};
use axum::handler::Handler;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri, header, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use history::access::Spent;
use rights::{Act, Refusal, Role, Who};
use words::Id;
use web::{Message, NavItem, Page, Shell, UserBadge};

/// One route and the act it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RouteRule {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path with its `{parameters}`.
    pub path: &'static str,
    /// What one must have the right to.
    pub act: Act,
}

/// Routes of a room, or of the whole program.
pub struct Routes {
    app: App,
    router: Router<App>,
    table: Vec<RouteRule>,
}

impl Routes {
    /// No routes yet.
    #[must_use]
    pub fn new(app: &App) -> Routes {
        Routes { app: app.clone(), router: Router::new(), table: Vec::new() }
    }

    /// Adds a page.
    #[must_use]
    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, act: Act, handler: H) -> Routes {
        let gated = get(handler).layer(from_fn_with_state(self.needs(act, path.ends_with(".csv")), gate));
        self.add("GET", path, act, gated)
    }

    /// Adds a page that leads to a change of rights: who they are is asked again when it was last shown too long ago.
    #[must_use]
    pub fn get_fresh<H: Handler<T, App>, T: 'static>(self, path: &'static str, act: Act, handler: H) -> Routes {
        let gated = get(handler).layer(from_fn_with_state(self.needs(act, true), gate));
        self.add("GET", path, act, gated)
    }

    /// Adds something that changes rights: see [`Routes::get_fresh`].
    #[must_use]
    pub fn post_fresh<H: Handler<T, App>, T: 'static>(self, path: &'static str, act: Act, handler: H) -> Routes {
        let gated = post(handler).layer(from_fn_with_state(self.needs(act, true), gate));
        self.add("POST", path, act, gated)
    }

    fn needs(&self, act: Act, fresh: bool) -> (App, Needs) {
        (self.app.clone(), Needs { act, fresh })
    }

    /// Adds something that changes something.
    #[must_use]
    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, act: Act, handler: H) -> Routes {
        let gated = post(handler).layer(from_fn_with_state(self.needs(act, false), gate));
        self.add("POST", path, act, gated)
    }

    /// Adds something that receives a file of at most `bytes`; everything else receives at most two megabytes.
    #[must_use]
    pub fn post_file<H: Handler<T, App>, T: 'static>(self, path: &'static str, act: Act, bytes: usize, handler: H) -> Routes {
        let gated = post(handler).layer(DefaultBodyLimit::max(bytes)).layer(from_fn_with_state(self.needs(act, false), gate));
        self.add("POST", path, act, gated)
    }

    fn add(mut self, method: &'static str, path: &'static str, act: Act, gated: axum::routing::MethodRouter<App>) -> Routes {
        self.router = self.router.route(path, gated);
        self.table.push(RouteRule { method, path, act });
        self
    }

    /// Adds all routes of another room.
    #[must_use]
    pub fn and(mut self, other: Routes) -> Routes {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// Every route, by path.
    #[must_use]
    pub fn table(&self) -> Vec<RouteRule> {
        let mut table = self.table.clone();
        table.sort_by_key(|rule| (rule.path, rule.method));
        table
    }

    /// The program's router; whatever is not in the table is answered as not found.
    pub fn into_router(self) -> Router {
        let nowhere = get(not_here).post(not_here).layer(from_fn_with_state(self.needs(Act::Enter, false), gate));
        self.router.fallback_service(nowhere.with_state(self.app.clone())).with_state(self.app)
    }
}

async fn not_here() -> Problem {
    Problem::NotFound
}

/// A request from somebody who is signed in and passed the gate.
pub struct Visitor {
    /// Who they are to the rules.
    pub who: Who,
    /// What the organisation is that they work for: employment-service, municipality, insurer, health, training.
    pub works_in: String,
    /// What surrounds their page.
    pub shell: Shell,
    /// Their session: what was said in one does not hold in the next.
    pub session: Id,
}

/// A request from anybody.
pub struct Guest {
    /// What surrounds their page.
    pub shell: Shell,
    /// Who they are, when they are signed in.
    pub who: Option<Who>,
}

/// A request to the pages of signing in, from somebody who may have come half the way.
pub(crate) struct AtDoor {
    /// What surrounds their page.
    pub shell: Shell,
    /// Where they come from.
    pub came: Came,
    /// Their session, whatever it still waits for.
    pub session: Option<Session>,
    /// What their browser holds of it.
    pub token: Option<Token>,
    /// What their browser holds to be known by.
    pub device: Option<Token>,
}

/// What a route needs of those who pass.
#[derive(Clone, Copy)]
struct Needs {
    act: Act,
    /// That they have shown lately who they are.
    fresh: bool,
}

/// A request without its body.
struct Asked {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
}

/// What the gate found out about a request.
#[derive(Clone)]
struct Passed {
    user: Option<User>,
    session: Option<Session>,
    source: String,
    shell: Shell,

}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Visitor, Problem> {
        let passed = parts.extensions.get::<Passed>().cloned().ok_or(Problem::NotFound)?;
        let user = passed.user.ok_or(Problem::NotFound)?;
        let session = passed.session.ok_or(Problem::NotFound)?;
        Ok(Visitor { who: user.who, works_in: session.works_in, shell: passed.shell, session: session.id })
    }
}

impl<S: Sync> FromRequestParts<S> for Guest {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Guest, Problem> {
        let passed = parts.extensions.get::<Passed>().cloned().ok_or(Problem::NotFound)?;
        Ok(Guest { shell: passed.shell, who: passed.user.map(|u| u.who) })
    }
}

impl FromRequestParts<App> for AtDoor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<AtDoor, Problem> {
        let passed = parts.extensions.get::<Passed>().cloned().ok_or(Problem::NotFound)?;
        let says = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let came = Came { device: says.chars().take(200).collect(), source: passed.source };
        let (token, device) = (cookies::session(app, &parts.headers), cookies::device(app, &parts.headers));
        Ok(AtDoor { shell: passed.shell, came, session: passed.session, token, device })
    }
}

/// Answers a request. A page is handed on when nobody's right was taken away while it was made, else it is made anew: then the log
/// says that something was shown that was not, never the other way round.
async fn gate(State((app, needs)): State<(App, Needs)>, mut request: Request, next: Next) -> Response {
    // The request's body cannot be shared between threads; what is asked can.
    let asked = Asked { method: request.method().clone(), uri: request.uri().clone(), headers: request.headers().clone() };
    for _ in 0..turn::TRIES {
        let again = turn::again(&request);
        let (session, revocations) = match signed_in(&app, &asked.headers).await {
            Ok(came) => came,
            Err(problem) => return told(problem, &plain_shell(&app, &asked)),
        };
        let nobody = session.is_none();
        let answer = pass(&app, needs, &asked, session, request, next.clone()).await;
        // The pages of the door show nobody's data, and what signing in has done is not done twice.
        let Some(again) = again.filter(|_| !nobody && needs.act != Act::Enter) else { return answer };
        match turn::hand_on(&app, revocations, answer).await {
            Ok(Some(answer)) => return answer,
            Ok(None) => request = again,
            Err(error) => return told(error.into(), &plain_shell(&app, &asked)),
        }
    }
    told(Problem::Already, &plain_shell(&app, &asked))
}

/// Lets a request pass when the person it comes from has the right to the act; else sends them to sign in, or answers
/// as if there were nothing here and logs the refusal.
async fn pass(app: &App, needs: Needs, asked: &Asked, session: Option<Session>, mut request: Request, next: Next) -> Response {
    // To every rule somebody who has not come in all the way is nobody.
    let user = session.as_ref().filter(|session| session.works()).map(|session| session.user.clone());
    let shell = shell(app, asked, session.as_ref());
    if !app.pack.rules.role_may(user.as_ref().map(|u| u.who.role), needs.act) {
        return match session.filter(|_| user.is_none()) {
            Some(session) => Redirect::to(&waits_at(&session, asked)).into_response(),
            None => refused(app, user.as_ref(), needs.act, asked, &shell).await,
        };
    }
    if let Some(session) = session.as_ref().filter(|session| session.works())
        && (needs.fresh || leaves_as_file(asked))
        && !session.fresh(app, app.clock.now())
    {
        return Redirect::to(&format!("/again?back={}", in_query(&back_to(asked)))).into_response();
    }
    let source = app.front.source(front::peer(request.extensions()), &asked.headers);
    let who = user.as_ref().map(|user| user.who.clone());
    request.extensions_mut().insert(Passed { user, session, source, shell: shell.clone() });
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Problem>().or_else(|| unreadable(&response)) {
        Some(Problem::First(address)) => Redirect::to(&address).into_response(),
        Some(Problem::Spent(spent)) => stopped(app, who.as_ref(), needs.act, spent, &shell).await,
        Some(problem) => told(problem, &shell),
        None => response,
    }
}

/// Where a session that opens nothing goes on; a locked one comes back to the page that was asked for.
fn waits_at(session: &Session, asked: &Asked) -> String {
    match session.stage {
        Stage::Open => format!("/unlock?back={}", in_query(&back_to(asked))),
        other => other.page().to_owned(),
    }
}

/// The page to come back to: the one asked for. A form posts to its own page, or to a verb inside that.
fn back_to(asked: &Asked) -> String {
    if asked.method == Method::GET {
        return asked.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    }
    match asked.uri.path().rsplit_once('/') {
        Some((page, last)) if last != "new" && last.parse::<words::Id>().is_err() && !page.is_empty() => page.to_owned(),
        _ => asked.uri.path().to_owned(),
    }
}

/// Whether a list is asked for as a file.
fn leaves_as_file(asked: &Asked) -> bool {
    // Read as the pages read it: `%63sv` is `csv` to them too.
    let asked = Query::<Vec<(String, String)>>::try_from_uri(&asked.uri);
    asked.is_ok_and(|Query(pairs)| pairs.iter().any(|(name, value)| name == "format" && value == "csv"))
}

/// A path as the value of a query.
pub(crate) fn in_query(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.');
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// A path of our own, or the start: `//elsewhere` and `https://elsewhere` would lead away.
pub(crate) fn local(path: &str) -> &str {
    let ours = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.contains(char::is_control);
    if ours { path } else { "/" }
}

/// What the router answers by itself when an address or a form does not read as it should: a bare sentence in English. To the
/// reader an address that means nothing is one where nothing is.
fn unreadable(response: &Response) -> Option<Problem> {
    let bare = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    match response.status() {
        StatusCode::BAD_REQUEST if bare => Some(Problem::NotFound),
        StatusCode::UNPROCESSABLE_ENTITY | StatusCode::UNSUPPORTED_MEDIA_TYPE if bare => Some(Problem::Unfit("web-bad-sent")),
        _ => None,
    }
}

async fn refused(app: &App, user: Option<&User>, act: Act, asked: &Asked, shell: &Shell) -> Response {
    let Some(user) = user else {
        return if asked.method == Method::GET { Redirect::to("/sign-in").into_response() } else { told(Problem::NotFound, shell) };
    };
    if let Err(error) = app.log.refuse(&app.db, app.clock.now(), &user.who, act, None, &Refusal::no_rule()).await {
        tracing::error!(%error, "a refusal could not be logged");
    }
    told(Problem::NotFound, shell)
}

/// Somebody was stopped by the budget of their day: it is logged, and the officer is told, before they are.
async fn stopped(app: &App, who: Option<&Who>, act: Act, spent: Spent, shell: &Shell) -> Response {
    if let Some(who) = who
        && let Err(error) = app.log.stop(&app.db, app.clock.now(), who, act, &spent, app.clock.id()).await
    {
        tracing::error!(%error, "it could not be written that the budget of a day stopped somebody");
    }
    told(Problem::Spent(spent), shell)
}

/// The page of a problem.
fn told(problem: Problem, shell: &Shell) -> Response {
    // What is not there stands nowhere: a place marked beside it would tell that there is something.
    let shell = &shell.clone().nowhere();
    let text = match &problem {
        Problem::Bad(what) => shell.with("web-bad-text", what),
        Problem::Unfit(key) => shell.with("web-bad-text", &shell.say(key)),
        Problem::Spent(spent) => shell.with2("web-spent-text", &spent.shown.to_string(), &spent.limit.to_string()),
        // The same for what is not there and what is not theirs: it depends on who asks alone.
        Problem::NotFound => match &shell.user {
            Some(user) => format!("{} {}", shell.say("web-not-found-text"), shell.word("web-not-found", user.role)),
            None => shell.say("web-not-found-text"),
        },
        other => shell.say(&format!("{}-text", other.key())),
    };
    Page::of(&Message { shell, title: problem.key(), text }).status(problem.status()).into_response()
}

/// The session a request comes in, and how many revocations there were when it was found.
async fn signed_in(app: &App, headers: &HeaderMap) -> Result<(Option<Session>, i64), Problem> {
    /// Idleness is known to the minute: a write for each page would cost more than it tells.
    const MINUTE: i64 = 60;
    let Some(token) = cookies::session(app, headers) else { return Ok((None, 0)) };
    let Some((session, revocations)) = sessions::find(app, &token).await? else { return Ok((None, 0)) };
    let now = app.clock.now();
    // A locked screen is nobody's work: it does not keep a session from ending.
    if session.works() && now >= session.seen_at.plus_seconds(MINUTE) {
        let mut tx = app.db.write().await?;
        sessions::seen(&mut tx, session.id, now).await?;
        tx.commit().await?;
    }
    Ok((Some(session), revocations))
}

/// The language to speak: the user's, else the one chosen before signing in, else that of whoever has come half the way, else the first of
/// ours the browser asks for.
fn tag(asked: &Asked, user: Option<&User>, half: Option<&User>) -> String {
    if let Some(user) = user {
        return user.language.clone();
    }
    if let Some(chosen) = cookies::cookie(&asked.headers, "language") {
        return chosen.to_owned();
    }
    if let Some(half) = half {
        return half.language.clone();
    }
    let accepted = asked.headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let mut tags = accepted.split(',').filter_map(|part| part.trim().get(..2));
    tags.find(|tag| web::LANGUAGES.iter().any(|l| l.tag == *tag)).unwrap_or("en").to_owned()
}

fn plain_shell(app: &App, asked: &Asked) -> Shell {
    Shell::new(app.texts.clone(), &tag(asked, None, None), app.clock.now(), app.synthetic)
}

fn shell(app: &App, asked: &Asked, session: Option<&Session>) -> Shell {
    let uri = &asked.uri;
    let open = session.filter(|session| session.works());
    let (user, half) = (open.map(|session| &session.user), session.map(|session| &session.user));
    let said = uri.query().and_then(|q| q.split('&').find_map(|pair| pair.strip_prefix("said=")));
    let mut shell = Shell::new(app.texts.clone(), &tag(asked, user, half), app.clock.now(), app.synthetic).saying(said);
    shell.path = uri.path_and_query().map_or("/", |p| p.as_str()).to_owned();
    let Some(Session { user, works_at, .. }) = open else { return shell };
    shell.searches = app.role_may(user.who.role, Act::FindClients);
    shell.nav = navigation(app, user.who.role, uri.path());
    shell.user = Some(UserBadge { name: user.who.name.clone(), role: user.who.role.word(), organisation: works_at.clone() });
    shell
}

/// The places a role can go, in the order of the bar.
fn navigation(app: &App, role: Role, path: &str) -> Vec<NavItem> {
    const PLACES: &[(&str, &str, Act)] = &[
        ("/my-day", "nav-my-day", Act::OwnDay),
        ("/caseload", "nav-caseload", Act::OwnDay),
        ("/my-file", "nav-my-file", Act::SeeWhoLooked),
        ("/oversight", "nav-oversight", Act::WatchAccess),
        ("/requests", "nav-requests", Act::AnswerRequests),
        ("/my-data", "nav-my-data", Act::SeeConsents),
        ("/find", "nav-find", Act::FindClients),
        ("/releases", "nav-releases", Act::GiveRelease),
        ("/released", "nav-released", Act::AskRelease),
        ("/case-teams", "nav-case-teams", Act::OwnTeams),
        ("/notices", "nav-notices", Act::SeeConsents),
        ("/questions", "nav-questions", Act::AnswerQuestions),
        ("/matches", "nav-matches", Act::SeeMatches),
        ("/second", "nav-second", Act::SecondDecision),
        ("/erasures", "erasures-title", Act::AgreeErasure),
        ("/corrections", "nav-corrections", Act::AnswerDoubts),
        ("/identity", "nav-identity", Act::SeeIdentityFigures),
        ("/identity/model", "nav-model", Act::ChangeModel),
        ("/team", "nav-team", Act::ArrangeCover),
        ("/emergencies", "nav-emergencies", Act::ReviewEmergency),
        ("/asked", "nav-asked", Act::AnswerOfficer),
        ("/feeds", "nav-feeds", Act::SeeFeeds),
        ("/quarantine", "nav-quarantine", Act::MendRows),
        ("/looked", "nav-looked", Act::SeeAccessLog),
        ("/users", "nav-users", Act::LookAfterUsers),
        ("/processing", "nav-processing", Act::SeeRegister),
        ("/policies", "nav-policies", Act::WatchPolicy),
    ];
    // Of a place and one inside it, the page lies in the inner one.
    let here = PLACES.iter().map(|(href, ..)| *href).filter(|href| path.starts_with(href)).max_by_key(|href| href.len());
    let open = PLACES.iter().filter(|(href, _, act)| {
        // A file and data of one's own only a jobseeker has; what clients changed waits for those who lead their case.
        let own = matches!(*href, "/my-file" | "/my-data");
        app.role_may(role, *act) && (own == (role == Role::Jobseeker) || !own && *href != "/notices")
    });
    open.map(|(href, key, _)| NavItem { href, key, current: here == Some(*href) }).collect()
}

/// Sends the browser on after something was done, so that a reload does not do it again; `said` is told on arrival.
#[must_use]
pub fn see_other(path: &str, said: &str) -> Response {
    let mark = if path.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{path}{mark}said={said}")).into_response()
}

//! Cookies: the session's, and that of a browser that is known. Over TLS they are bound to this host and travel no other way.

use crate::users::Token;
use crate::{App, sign_in};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

const SESSION: &str = "throughline";
const DEVICE: &str = "device";
const ON_THE_WAY: &str = "on-the-way";
/// How long somebody may take to sign in elsewhere.
pub(crate) const ON_THE_WAY_SECONDS: i64 = 15 * 60;

/// The token of the session, as the browser sent it.
pub(crate) fn session(app: &App, headers: &HeaderMap) -> Option<Token> {
    cookie(headers, &name(app, SESSION)).map(Token::given)
}

/// The token of a browser that may be known.
pub(crate) fn device(app: &App, headers: &HeaderMap) -> Option<Token> {
    cookie(headers, &name(app, DEVICE)).map(Token::given)
}

/// What a browser holds that has been sent to sign in elsewhere.
pub(crate) fn on_the_way(app: &App, headers: &HeaderMap) -> Option<Token> {
    cookie(headers, &name(app, ON_THE_WAY)).map(Token::given)
}

/// Lets the browser be known that comes back from signing in elsewhere: by a link of that page, which a stricter cookie would not go with.
pub(crate) fn set_on_the_way(app: &App, response: &mut Response, token: &Token) {
    set(response, &format!("{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={ON_THE_WAY_SECONDS}{}", name(app, ON_THE_WAY), token.secret(), secure(app)));
}

/// Takes that from the browser: it holds for one way back.
pub(crate) fn remove_on_the_way(app: &App, response: &mut Response) {
    set(response, &format!("{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{}", name(app, ON_THE_WAY), secure(app)));
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

/// Hands the browser its session; it keeps it no longer than the session lasts.
pub(crate) fn set_session(app: &App, response: &mut Response, token: &Token) {
    let seconds = app.pack.signing_in.total_hours * 3600;
    set(response, &format!("{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{}", name(app, SESSION), token.secret(), secure(app)));
}

/// Takes the session from the browser.
pub(crate) fn remove_session(app: &App, response: &mut Response) {
    set(response, &format!("{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{}", name(app, SESSION), secure(app)));
}

/// Lets the browser be known again.
pub(crate) fn set_device(app: &App, response: &mut Response, token: &Token) {
    let seconds = sign_in::KNOWN_SECONDS;
    set(response, &format!("{}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{}", name(app, DEVICE), token.secret(), secure(app)));
}

/// Keeps the language somebody reads, also before they have signed in.
pub(crate) fn set_language(app: &App, response: &mut Response, tag: &str) {
    set(response, &format!("language={tag}; Path=/; SameSite=Lax; Max-Age=31536000{}", secure(app)));
}

/// A browser takes a `__Host-` cookie only over TLS, only from this very host, and for no part of it alone: a neighbour
/// under the same domain cannot plant one.
fn name(app: &App, plain: &str) -> String {
    if app.front.secure() { format!("__Host-{plain}") } else { plain.to_owned() }
}

fn secure(app: &App) -> &'static str {
    if app.front.secure() { "; Secure" } else { "" }
}

fn set(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

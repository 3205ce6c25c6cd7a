//! The verbs of coming in: open a session for somebody who has shown who they are, and take one on to its next stage.

use super::{KNOWN_SECONDS, store};
use crate::passwords::{self, Fit};
use crate::routes::AtDoor;
use crate::sessions::{self, Session, Stage, cookies};
use crate::throttle::{self, Counted};
use crate::users::{self, Account, Token};
use crate::{App, Problem, policies};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use db::Tx;

/// What came of showing a secret.
pub(crate) enum Shown {
    /// It fits.
    Fits,
    /// It does not.
    Not,
    /// Nobody has looked: so many seconds to wait first.
    Wait(i64),
}

/// What somebody who signs in has shown already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    /// A link that works once: they choose a password first.
    Link,
    /// A password.
    Password,
    /// A password and a code; a passkey; or a demo's link, which asks for nothing.
    Everything,
}

/// What is still asked of somebody. Every way of coming in asks here.
async fn stage(tx: &mut Tx, app: &App, account: &Account, after: After) -> Result<Stage, Problem> {
    Ok(match after {
        After::Link => Stage::Password,
        After::Password if account.second_factor => Stage::Code,
        After::Password if app.needs_second_factor(account.user.who.role) => Stage::Second,
        After::Password | After::Everything if policies::is_asked(tx, app, &account.user.who).await? => Stage::Policy,
        After::Password | After::Everything => Stage::Open,
    })
}

/// Looks whether name and password belong together. The same work is done for a name that nobody has.
pub(super) async fn look(app: &App, door: &AtDoor, sign_in: &str, password: &str) -> Result<Result<Account, Shown>, Problem> {
    let counted = counted(app, door, sign_in).await?;
    let tried = match throttle::begin(app, counted).await? {
        Ok(tried) => tried,
        Err(seconds) => return Ok(Err(Shown::Wait(seconds))),
    };
    let account = users::by_sign_in(&mut app.db.read().await?, sign_in).await?;
    let stored = account.as_ref().and_then(|account| account.password_hash.as_deref());
    let fit = passwords::fits(password, stored).await;
    let Some(account) = account.filter(|_| fit != Fit::Not) else { return Ok(Err(Shown::Not)) };
    tried.fitted(app).await?;
    if fit == Fit::FitsOld && let Some(hash) = passwords::hash(password).await {
        let mut tx = app.db.write().await?;
        users::set_password(&mut tx, account.user.who.user, Some(hash)).await?;
        tx.commit().await?;
    }
    Ok(Ok(account))
}

/// The browser, by its cookie and this name, if the name's user has come in from it before.
async fn known(app: &App, door: &AtDoor, sign_in: &str) -> Result<Option<String>, Problem> {
    let Some(device) = &door.device else { return Ok(None) };
    let mut tx = app.db.read().await?;
    let known = store::is_known(&mut tx, device, sign_in, app.clock.now()).await?;
    Ok(known.then(|| format!("{}\n{sign_in}", device.secret())))
}

/// What a try under this name counts against: of a browser that is known, that browser alone.
async fn counted(app: &App, door: &AtDoor, sign_in: &str) -> Result<Vec<Counted>, Problem> {
    if let Some(browser) = known(app, door, sign_in).await? {
        return Ok(vec![Counted::own("device", &browser)]);
    }
    let source = &door.came.source;
    Ok(vec![Counted::pair(sign_in, source), Counted::source(source), Counted::name(sign_in)])
}

/// What a try of a code or of a password inside a session counts against: its user, who has shown one secret already. As
/// with names, a browser that is known has a count of its own. Each kind of secret has one that no other clears: else whoever
/// knows the password could wipe out their guesses at the code.
async fn counted_inside(app: &App, door: &AtDoor, session: &Session, kind: &str) -> Result<Vec<Counted>, Problem> {
    if let Some(browser) = known(app, door, &session.user.sign_in).await? {
        return Ok(vec![Counted::own(kind, &browser)]);
    }
    Ok(vec![Counted::own(kind, &session.user.who.user.to_string()), Counted::source(&door.came.source)])
}

/// Looks whether the password is that of the session's user.
pub(crate) async fn show_again(app: &App, door: &AtDoor, session: &Session, password: &str) -> Result<Shown, Problem> {
    let tried = match throttle::begin(app, counted_inside(app, door, session, "again").await?).await? {
        Ok(tried) => tried,
        Err(seconds) => return Ok(Shown::Wait(seconds)),
    };
    let account = users::account(&mut app.db.read().await?, session.user.who.user).await?;
    if passwords::fits(password, account.password_hash.as_deref()).await == Fit::Not {
        return Ok(Shown::Not);
    }
    tried.fitted(app).await?;
    Ok(Shown::Fits)
}

/// Looks whether a code is that of the session's user: of their second factor, or one to recover by.
pub(super) async fn look_at_code(app: &App, door: &AtDoor, session: &Session, code: &str) -> Result<Shown, Problem> {
    let tried = match throttle::begin(app, counted_inside(app, door, session, "code").await?).await? {
        Ok(tried) => tried,
        Err(seconds) => return Ok(Shown::Wait(seconds)),
    };
    if !crate::second_factors::fits(app, session.user.who.user, code).await? {
        return Ok(Shown::Not);
    }
    tried.fitted(app).await?;
    Ok(Shown::Fits)
}

/// Opens a session for somebody who has shown `after`, in place of the one the browser may have had.
pub(crate) async fn come_in(app: &App, door: &AtDoor, account: &Account, after: After) -> Result<Response, Problem> {
    let mut tx = app.db.write().await?;
    let stage = stage(&mut tx, app, account, after).await?;
    if let Some(old) = &door.token {
        sessions::close(&mut tx, old).await?;
    }
    let token = sessions::open(&mut tx, app, account.user.who.user, stage, &door.came).await?;
    let device = if stage == Stage::Open { know(&mut tx, app, door, account).await? } else { None };
    tx.commit().await?;
    Ok(answer(app, stage.page(), &token, device.as_ref()))
}

/// Takes a session on after its user has shown something more, to what is still asked or to `back`.
pub(crate) async fn go_on(app: &App, door: &AtDoor, session: &Session, after: After, back: &str) -> Result<Response, Problem> {
    let token = door.token.as_ref().ok_or(Problem::NotFound)?;
    let mut tx = app.db.write().await?;
    let account = users::account(&mut tx, session.user.who.user).await?;
    // Who is in goes on until their session ends: what runs out meanwhile is asked when they next come in.
    let stage = if session.stage == Stage::Open { Stage::Open } else { stage(&mut tx, app, &account, after).await? };
    let new = sessions::turn(&mut tx, token, stage, app.clock.now()).await?;
    let device = if stage == Stage::Open { know(&mut tx, app, door, &account).await? } else { None };
    tx.commit().await?;
    Ok(answer(app, if stage == Stage::Open { back } else { stage.page() }, &new, device.as_ref()))
}

/// Takes a session on whose user has acknowledged the rules for use, in the same transaction.
pub(crate) async fn go_on_acknowledged(app: &App, door: &AtDoor, session: &Session, language: &str) -> Result<Response, Problem> {
    let token = door.token.as_ref().ok_or(Problem::NotFound)?;
    let mut tx = app.db.write().await?;
    let account = users::account(&mut tx, session.user.who.user).await?;
    policies::acknowledge(&mut tx, app, account.user.who.user, language).await?;
    let stage = stage(&mut tx, app, &account, After::Everything).await?;
    // A press of a button shows nothing of who presses it.
    let new = sessions::turn_unproved(&mut tx, token, stage, app.clock.now()).await?;
    let device = if stage == Stage::Open { know(&mut tx, app, door, &account).await? } else { None };
    tx.commit().await?;
    Ok(answer(app, stage.page(), &new, device.as_ref()))
}

/// The same, answered otherwise than by going on: `answer` carries the new token.
pub(crate) fn carrying(gone_on: &Response, mut answer: Response) -> Response {
    for cookie in gone_on.headers().get_all(header::SET_COOKIE) {
        answer.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    answer
}

/// Knows the browser of somebody who is in, unless it is known already.
async fn know(tx: &mut Tx, app: &App, door: &AtDoor, account: &Account) -> Result<Option<Token>, Problem> {
    let now = app.clock.now();
    if let Some(device) = &door.device
        && store::is_known(tx, device, &account.user.sign_in, now).await?
    {
        return Ok(None);
    }
    Ok(Some(store::keep(tx, account.user.who.user, now.plus_seconds(KNOWN_SECONDS)).await?))
}

fn answer(app: &App, to: &str, token: &Token, device: Option<&Token>) -> Response {
    let mut response = Redirect::to(to).into_response();
    cookies::set_session(app, &mut response, token);
    if let Some(device) = device {
        cookies::set_device(app, &mut response, device);
    }
    response
}

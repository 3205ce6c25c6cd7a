//! To the provider and back.

use super::provider::{Failed, Provider, Told};
use super::store;
use crate::routes::AtDoor;
use crate::sessions::cookies;
use crate::sign_in::{After, come_in};
use crate::users::{self, Account, Token};
use crate::{App, Problem, Routes};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use rights::Act;
use serde::Deserialize;
use std::sync::Arc;
use web::{Message, Page, Shell};

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app).get("/sign-in/with", Act::Enter, leave).get("/sign-in/back", Act::Enter, back)
}

/// The provider, and where it sends browsers back to. There is none where none is named, or where it is not known what people call us.
fn provider(app: &App) -> Result<(Arc<Provider>, String), Problem> {
    let provider = app.front.single_sign_on.clone().ok_or(Problem::NotFound)?;
    let address = app.front.address.as_deref().ok_or(Problem::NotFound)?;
    Ok((provider, format!("{address}/sign-in/back")))
}

/// What goes with one coming and going: from the token that the browser alone holds, so that nothing has to be kept here.
fn of_token(app: &App, token: &Token, purpose: &str) -> String {
    app.keys.mark(purpose, token.secret()).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn leave(State(app): State<App>, door: AtDoor) -> Result<Response, Problem> {
    let (provider, back) = provider(&app)?;
    let token = Token::new();
    let [state, nonce, verifier] = ["sso state", "sso nonce", "sso verifier"].map(|purpose| of_token(&app, &token, purpose));
    match provider.page(&back, (&state, &nonce, &verifier), door.session.is_some()).await {
        Ok(page) => {
            let mut response = Redirect::to(&page).into_response();
            cookies::set_on_the_way(&app, &mut response, &token);
            Ok(response)
        }
        Err(failed) => Ok(told(&door.shell, &provider, &failed)),
    }
}

#[derive(Deserialize)]
struct Brought {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
}

async fn back(State(app): State<App>, door: AtDoor, headers: HeaderMap, Query(brought): Query<Brought>) -> Result<Response, Problem> {
    let (provider, back) = provider(&app)?;
    // Who was sent by somebody else, or comes twice, begins anew.
    let Some(token) = cookies::on_the_way(&app, &headers).filter(|token| of_token(&app, token, "sso state") == brought.state) else {
        return Ok(Redirect::to("/sign-in").into_response());
    };
    let [nonce, verifier] = ["sso nonce", "sso verifier"].map(|purpose| of_token(&app, &token, purpose));
    let says = provider.told(&back, brought.code, &nonce, verifier).await.and_then(|says| if shown_lately(&app, &door, &says) { Ok(says) } else { Err(Failed::Remembered) });
    let mut response = match says {
        Ok(says) => match account(&app, &provider, &says).await? {
            Some(account) => come_in(&app, &door, &account, if says.second_factor { After::Everything } else { After::Password }).await?,
            None => message(&door.shell, "sso-unknown", &provider, StatusCode::FORBIDDEN),
        },
        Err(failed) => told(&door.shell, &provider, &failed),
    };
    cookies::remove_on_the_way(&app, &mut response);
    Ok(response)
}

/// Whether somebody showed the provider who they are when they were sent there. Who is here already came to show it again: what the
/// provider remembers of them says nothing of who sits there now.
fn shown_lately(app: &App, door: &AtDoor, says: &Told) -> bool {
    let since = app.clock.now().plus_seconds(-cookies::ON_THE_WAY_SECONDS);
    door.session.is_none() || says.shown_at.is_some_and(|at| at >= since)
}

/// The user whom the provider means. The name it hands on counts once: the first time, for a user it has no name for yet.
async fn account(app: &App, provider: &Provider, says: &Told) -> Result<Option<Account>, Problem> {
    let mut tx = app.db.write().await?;
    if let Some(user) = store::find(&mut tx, provider.issuer(), &says.subject).await? {
        return Ok(Some(users::account(&mut tx, user).await?).filter(|account| account.ended_at.is_none()));
    }
    let Some(name) = &says.sign_in else { return Ok(None) };
    let Some(account) = users::by_sign_in(&mut tx, name).await? else { return Ok(None) };
    if store::is_known(&mut tx, provider.issuer(), account.user.who.user).await? {
        return Ok(None);
    }
    store::keep(&mut tx, provider.issuer(), &says.subject, account.user.who.user, app.clock.now()).await?;
    tx.commit().await?;
    Ok(Some(account))
}

/// What somebody reads whom the provider did not bring in; the rest is for those who look after the installation.
fn told(shell: &Shell, provider: &Provider, failed: &Failed) -> Response {
    tracing::warn!(%failed, "nobody came in by single sign-on");
    match failed {
        Failed::Away(_) => message(shell, "sso-away", provider, StatusCode::BAD_GATEWAY),
        Failed::Untrue(_) | Failed::Remembered => message(shell, "sso-untrue", provider, StatusCode::FORBIDDEN),
    }
}

fn message(shell: &Shell, key: &'static str, provider: &Provider, status: StatusCode) -> Response {
    let text = shell.with(&format!("{key}-text"), provider.title());
    Page::of(&Message { shell, title: key, text }).status(status).into_response()
}

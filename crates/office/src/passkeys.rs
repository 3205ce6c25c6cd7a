//! Passkeys: a key on a device of the user, opened there by finger, face or number, takes the place of password and code.
//! It cannot be given away on a false page, since it answers to our address alone. Pages: on `/account` and `/sign-in`,
//! and where one shows again who one is (`/unlock`, `/again`).
//! Tables: `passkey`, `passkey_asked`.
//!
//! There are passkeys where the installation knows its own address (see [`crate::Front`]). Every question is answered once
//! within five minutes; of the device nothing is stored but the public key.

mod pages;
mod store;

pub use pages::routes;
pub use store::{forget, statements};
pub(crate) use store::{Passkey, list_of, remove_all};

use crate::users::Token;
use crate::{App, Problem};
use axum::http::{HeaderMap, header};
use serde::Serialize;
use serde::de::DeserializeOwned;
use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder};
use words::Id;

/// How long a browser has to answer, in seconds.
const SECONDS: i64 = 300;

/// What asks and checks, for the address of this installation.
fn checker(app: &App) -> Result<Webauthn, Problem> {
    let address = app.front.address.as_deref().ok_or(Problem::NotFound)?;
    let address = Url::parse(address).map_err(broken)?;
    let host = address.host_str().ok_or(Problem::NotFound)?;
    WebauthnBuilder::new(host, &address).and_then(|builder| builder.rp_name("Throughline").build()).map_err(broken)
}

fn broken(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "passkeys cannot be used");
    Problem::Broken
}

/// Whether a browser that came by this address can use passkeys: they are bound to ours.
pub(crate) fn offered(app: &App, headers: &HeaderMap) -> bool {
    let asked = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let ours = app.front.address.as_deref().and_then(|address| address.split_once("://")).map(|(_, host)| host.trim_end_matches('/'));
    asked.is_some() && asked == ours
}

/// Remembers what was asked; gives the token that belongs to the answer.
async fn remember(app: &App, of: Option<Id>, state: &impl Serialize) -> Result<Token, Problem> {
    let token = Token::new();
    let state = serde_json::to_string(state).map_err(broken)?;
    let mut tx = app.db.write().await?;
    store::ask(&mut tx, mark(app, &token, of), state, app.clock.now().plus_seconds(SECONDS)).await?;
    tx.commit().await?;
    Ok(token)
}

/// What was asked under this token, and of the same person; it is taken once.
async fn recall<T: DeserializeOwned>(app: &App, of: Option<Id>, token: &str) -> Result<T, Problem> {
    let mut tx = app.db.write().await?;
    let state = store::take(&mut tx, mark(app, &Token::given(token), of), app.clock.now()).await?;
    tx.commit().await?;
    serde_json::from_str(&state.ok_or(Problem::NotFound)?).map_err(broken)
}

fn mark(app: &App, token: &Token, of: Option<Id>) -> [u8; 32] {
    let of = of.map_or_else(|| "anybody".to_owned(), |id| id.to_string());
    app.keys.mark("passkey asked", &format!("{of}\n{}", token.secret()))
}

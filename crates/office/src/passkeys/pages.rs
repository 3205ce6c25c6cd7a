//! What the script of passkeys asks for and sends: JSON both ways. Without scripts there are no passkeys, and no page says so.

use super::{broken, checker, recall, remember, store};
use crate::routes::{AtDoor, Visitor};
use crate::sign_in::{After, come_in};
use crate::throttle::{self, Counted};
use crate::users;
use crate::{App, Problem, Routes, see_other};
use axum::Form;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rights::Act;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Uuid,
};
use words::Id;

/// The routes of this room.
#[must_use]
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .post("/sign-in/passkey-options", Act::Enter, ask_who)
        .post("/sign-in/passkey", Act::Enter, enter)
        .post_fresh("/account/passkey-options", Act::OwnSession, ask_for_new)
        .post_fresh("/account/passkey", Act::OwnSession, add)
        .post_fresh("/account/passkey-remove", Act::OwnSession, remove)
}

fn answer(value: &impl Serialize) -> Result<Response, Problem> {
    let text = serde_json::to_string(value).map_err(broken)?;
    Ok(([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")], text).into_response())
}

/// What a browser sent, or the answer that says it cannot be understood.
fn read<T: for<'a> Deserialize<'a>>(body: &str) -> Result<T, Problem> {
    serde_json::from_str(body).map_err(|error| Problem::Bad(error.to_string()))
}

#[derive(Deserialize)]
struct Answered<T> {
    token: String,
    #[serde(default)]
    name: String,
    credential: T,
}

async fn ask_who(State(app): State<App>) -> Result<Response, Problem> {
    let (options, state) = checker(&app)?.start_discoverable_authentication().map_err(broken)?;
    let token = remember(&app, None, &state).await?;
    answer(&json!({ "token": token.secret(), "options": options.public_key }))
}

/// Somebody shows a passkey: where it fits they are in, with nothing more to show.
async fn enter(State(app): State<App>, door: AtDoor, body: String) -> Result<Response, Problem> {
    let given: Answered<PublicKeyCredential> = read(&body)?;
    let counted = vec![Counted::source(&door.came.source)];
    let Ok(tried) = throttle::begin(&app, counted).await? else { return Err(Problem::NotFound) };
    let state: DiscoverableAuthentication = recall(&app, None, &given.token).await?;
    let found = store::find(&mut app.db.read().await?, given.credential.get_credential_id()).await?.ok_or(Problem::NotFound)?;
    let mut passkey: Passkey = serde_json::from_str(&found.public).map_err(broken)?;
    let shown = checker(&app)?.finish_discoverable_authentication_v2(&given.credential, state, &passkey).map_err(|error| {
        tracing::warn!(%error, "a passkey was refused");
        Problem::NotFound
    })?;
    if !shown.user_verified() {
        return Err(Problem::NotFound);
    }
    tried.fitted(&app).await?;
    passkey.update_credential(&shown);
    let mut tx = app.db.write().await?;
    store::used(&mut tx, found.id, serde_json::to_string(&passkey).map_err(broken)?, app.clock.now()).await?;
    let account = users::account(&mut tx, found.user).await?;
    tx.commit().await?;
    let came = come_in(&app, &door, &account, After::Everything).await?;
    Ok(crate::sign_in::carrying(&came, answer(&json!({ "to": "/" }))?))
}

async fn ask_for_new(State(app): State<App>, visitor: Visitor) -> Result<Response, Problem> {
    let user = visitor.who.user;
    let mut tx = app.db.read().await?;
    let account = users::account(&mut tx, user).await?;
    let known = store::list_of(&mut tx, user).await?;
    let known: Vec<Passkey> = known.iter().filter_map(|known| serde_json::from_str(&known.public).ok()).collect();
    let known = known.iter().map(|passkey| passkey.cred_id().clone()).collect();
    let id = Uuid::from_bytes(*user.bytes());
    let (options, state) = checker(&app)?
        .start_passkey_registration(id, &account.user.sign_in, &account.user.who.name, Some(known))
        .map_err(broken)?;
    let token = remember(&app, Some(user), &state).await?;
    let mut options = serde_json::to_value(options.public_key).map_err(broken)?;
    // Nobody types a name before showing a passkey: the device itself has to know whose it is.
    if let Some(wish) = options.get_mut("authenticatorSelection").and_then(Value::as_object_mut) {
        wish.insert("residentKey".to_owned(), json!("required"));
        wish.insert("requireResidentKey".to_owned(), json!(true));
    }
    answer(&json!({ "token": token.secret(), "options": options }))
}

async fn add(State(app): State<App>, visitor: Visitor, body: String) -> Result<Response, Problem> {
    let given: Answered<RegisterPublicKeyCredential> = read(&body)?;
    let user = visitor.who.user;
    let state: PasskeyRegistration = recall(&app, Some(user), &given.token).await?;
    let passkey = checker(&app)?.finish_passkey_registration(&given.credential, &state).map_err(|error| {
        tracing::warn!(%error, "a new passkey was refused");
        Problem::NotFound
    })?;
    let name: String = given.name.trim().chars().take(60).collect();
    let new = store::New {
        id: app.clock.id(),
        user,
        credential: passkey.cred_id().to_vec(),
        name: if name.is_empty() { visitor.shell.say("passkey-unnamed") } else { name },
        public: serde_json::to_string(&passkey).map_err(broken)?,
    };
    let mut tx = app.db.write().await?;
    store::add(&mut tx, new, app.clock.now()).await?;
    tx.commit().await?;
    let onward = see_other("/account", "passkey-added");
    let to = onward.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
    answer(&json!({ "to": to }))
}

#[derive(Deserialize)]
struct RemoveForm {
    passkey: String,
}

async fn remove(State(app): State<App>, visitor: Visitor, Form(form): Form<RemoveForm>) -> Result<Response, Problem> {
    let id: Id = form.passkey.parse().map_err(|_| Problem::NotFound)?;
    let mut tx = app.db.write().await?;
    if !store::remove(&mut tx, visitor.who.user, id).await? {
        return Err(Problem::NotFound);
    }
    tx.commit().await?;
    Ok(see_other("/account", "passkey-removed"))
}

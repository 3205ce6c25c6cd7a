//! What the script of passkeys asks for and sends: JSON both ways. Without scripts there are no passkeys, and no page says so.

use super::{broken, checker, recall, remember, store};
use crate::routes::{AtDoor, Visitor, local};
use crate::sessions::{Session, Stage};
use crate::sign_in::{After, carrying, come_in, go_on};
use crate::throttle::{self, Counted};
use crate::users::{self, Account};
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
        .post("/again/passkey-options", Act::Enter, ask_again)
        .post("/again/passkey", Act::Enter, show_again)
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
    #[serde(default)]
    back: String,
    credential: T,
}

/// Asks for a passkey: of anybody, or of one user, whose answer alone then counts.
async fn ask(app: &App, of: Option<Id>) -> Result<Response, Problem> {
    let (options, state) = checker(app)?.start_discoverable_authentication().map_err(broken)?;
    let token = remember(app, of, &state).await?;
    answer(&json!({ "token": token.secret(), "options": options.public_key }))
}

/// Whose passkey was shown: one that anybody may show, or one of this user.
async fn shown(app: &App, door: &AtDoor, given: &Answered<PublicKeyCredential>, of: Option<Id>) -> Result<Account, Problem> {
    let counted = vec![Counted::source(&door.came.source)];
    let Ok(tried) = throttle::begin(app, counted).await? else { return Err(Problem::NotFound) };
    let state: DiscoverableAuthentication = recall(app, of, &given.token).await?;
    let found = store::find(&mut app.db.read().await?, given.credential.get_credential_id()).await?.ok_or(Problem::NotFound)?;
    let mut passkey: Passkey = serde_json::from_str(&found.public).map_err(broken)?;
    let shown = checker(app)?.finish_discoverable_authentication_v2(&given.credential, state, &passkey).map_err(|error| {
        tracing::warn!(%error, "a passkey was refused");
        Problem::NotFound
    })?;
    if !shown.user_verified() || of.is_some_and(|user| user != found.user) {
        return Err(Problem::NotFound);
    }
    tried.fitted(app).await?;
    passkey.update_credential(&shown);
    let mut tx = app.db.write().await?;
    store::used(&mut tx, found.id, serde_json::to_string(&passkey).map_err(broken)?, app.clock.now()).await?;
    let account = users::account(&mut tx, found.user).await?;
    tx.commit().await?;
    Ok(account)
}

async fn ask_who(State(app): State<App>) -> Result<Response, Problem> {
    ask(&app, None).await
}

/// Somebody shows a passkey: where it fits they are in, with nothing more to show.
async fn enter(State(app): State<App>, door: AtDoor, body: String) -> Result<Response, Problem> {
    let given: Answered<PublicKeyCredential> = read(&body)?;
    let account = shown(&app, &door, &given, None).await?;
    let came = come_in(&app, &door, &account, After::Everything).await?;
    Ok(carrying(&came, answer(&json!({ "to": "/" }))?))
}

/// The session of somebody who is in, or whose screen is locked: a passkey shows again that it is theirs, and takes nobody further who has
/// not yet come in.
fn at_work(door: &AtDoor) -> Result<&Session, Problem> {
    door.session.as_ref().filter(|session| session.stage == Stage::Open).ok_or(Problem::NotFound)
}

async fn ask_again(State(app): State<App>, door: AtDoor) -> Result<Response, Problem> {
    ask(&app, Some(at_work(&door)?.user.who.user)).await
}

/// Somebody shows anew who they are, by a passkey of their own: the screen opens, and rights may change again for a while.
async fn show_again(State(app): State<App>, door: AtDoor, body: String) -> Result<Response, Problem> {
    let session = at_work(&door)?;
    let given: Answered<PublicKeyCredential> = read(&body)?;
    shown(&app, &door, &given, Some(session.user.who.user)).await?;
    let back = local(&given.back);
    let gone_on = go_on(&app, &door, session, After::Everything, back).await?;
    Ok(carrying(&gone_on, answer(&json!({ "to": back }))?))
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

//! The verbs of looking after users. Each writes its line of the access log in the transaction that changes something.

use super::{Account, Token, User, store};
use crate::{App, Organisation, Problem, organisations, passkeys, second_factors, sessions, sign_in, single_sign_on};
use db::{DbError, Tx};
use rights::{Act, Role, Who};
use words::{Id, Time};

/// How long a link to come in works, in seconds: three days.
pub const LINK_SECONDS: i64 = 3 * 24 * 3600;

/// Makes the link by which a user comes in once and chooses a password; links made before work no more.
///
/// # Errors
/// What the database says.
pub async fn invite(tx: &mut Tx, user: Id, now: Time) -> Result<Token, DbError> {
    let link = Token::new();
    store::cancel_links(tx, user).await?;
    store::make_link(tx, &link, user, now.plus_seconds(LINK_SECONDS), false).await?;
    Ok(link)
}

/// The link of the first administrator, as long as nobody can come in: a new installation has to begin somewhere. Gives
/// their sign-in name with it; none when somebody has a password already, or comes in from elsewhere. Whoever starts the program
/// reads it from there.
///
/// # Errors
/// What the database says.
pub async fn first_link(app: &App) -> Result<Option<(String, Token)>, DbError> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let accounts = store::accounts(&mut tx).await?;
    if app.synthetic || accounts.iter().any(|account| account.password_hash.is_some()) || single_sign_on::brought_somebody(&mut tx).await? {
        return Ok(None);
    }
    let there = accounts.into_iter().find(|account| account.user.who.role == Role::Administrator && account.ended_at.is_none());
    let user = match there {
        Some(account) => account.user,
        None => first_administrator(app, &mut tx, now).await?,
    };
    let link = invite(&mut tx, user.who.user, now).await?;
    tx.commit().await?;
    Ok(Some((user.sign_in, link)))
}

async fn first_administrator(app: &App, tx: &mut Tx, now: Time) -> Result<User, DbError> {
    let word = "administration".to_owned();
    let organisation = Organisation { id: word.clone(), title: "Administration".to_owned(), kind: word.clone(), sensitive: false };
    organisations::add(tx, &organisation).await?;
    let who = Who { user: app.clock.id(), name: "Administrator".to_owned(), role: Role::Administrator, organisation: word, client: None };
    let user = User { who, record: None, sign_in: "administrator".to_owned(), language: "en".to_owned() };
    store::add(tx, &user, None, now).await?;
    Ok(user)
}

/// What an administrator says of a user.
pub(super) struct Wanted {
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) organisation: String,
    /// The title of an organisation that is not there yet.
    pub(super) new_organisation: String,
}

/// Writes who changed what about whom; without this line nothing changes.
async fn log(app: &App, tx: &mut Tx, who: &Who, what: &str) -> Result<(), Problem> {
    let grant = app.decide(who, Act::LookAfterUsers, None)?;
    app.log.permit(tx, app.clock.now(), grant, what).await?;
    Ok(())
}

/// The organisation a user is to work for, made when it is not there.
async fn organisation(app: &App, tx: &mut Tx, wanted: &Wanted) -> Result<String, Problem> {
    let title = wanted.new_organisation.trim();
    if title.is_empty() {
        return Ok(wanted.organisation.clone());
    }
    let words: Vec<String> = title.to_lowercase().split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect();
    // A title in another script has no short name in these letters.
    let id = if words.is_empty() { format!("organisation-{}", app.clock.id()) } else { words.join("-") };
    let new = Organisation { id: id.clone(), title: title.to_owned(), kind: id.clone(), sensitive: false };
    organisations::add(tx, &new).await?;
    Ok(id)
}

/// Adds a user; gives the link they come in by.
pub(super) async fn add(app: &App, who: &Who, sign_in: &str, wanted: Wanted) -> Result<(Id, Token), Problem> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let organisation = organisation(app, &mut tx, &wanted).await?;
    let id = app.clock.id();
    let what = format!("user {sign_in} added: {}, {}, {organisation}", wanted.name, wanted.role);
    let new = Who { user: id, name: wanted.name, role: wanted.role, organisation, client: None };
    let user = User { who: new, record: None, sign_in: sign_in.to_owned(), language: "en".to_owned() };
    store::add(&mut tx, &user, None, now).await?;
    let link = invite(&mut tx, id, now).await?;
    log(app, &mut tx, who, &what).await?;
    tx.commit().await?;
    Ok((id, link))
}

/// Changes a user; one whose rights change comes in anew, so that no page from before stands open.
pub(super) async fn change(app: &App, who: &Who, before: &Account, wanted: Wanted) -> Result<(), Problem> {
    let old = &before.user.who;
    let mut tx = app.db.revoke().await?;
    let organisation = organisation(app, &mut tx, &wanted).await?;
    let mut changes = Vec::new();
    for (what, from, to) in [
        ("name", old.name.as_str(), wanted.name.as_str()),
        ("role", old.role.word(), wanted.role.word()),
        ("organisation", old.organisation.as_str(), organisation.as_str()),
    ] {
        if from != to {
            changes.push(format!("{what} from {from} to {to}"));
        }
    }
    if changes.is_empty() {
        return Ok(());
    }
    if !store::change(&mut tx, old.user, &wanted.name, wanted.role, &organisation).await? {
        return Err(Problem::NotFound);
    }
    if wanted.role != old.role || organisation != old.organisation {
        sessions::end_all(&mut tx, old.user).await?;
    }
    log(app, &mut tx, who, &format!("user {}: {}", before.user.sign_in, changes.join(", "))).await?;
    tx.commit().await?;
    Ok(())
}

/// A user has left: nobody comes in by their name, and whoever is in by it is out.
pub(super) async fn end(app: &App, who: &Who, account: &Account) -> Result<(), Problem> {
    let user = account.user.who.user;
    let mut tx = app.db.revoke().await?;
    store::set_ended(&mut tx, user, Some(app.clock.now())).await?;
    sessions::end_all(&mut tx, user).await?;
    sign_in::forget_all(&mut tx, user).await?;
    store::cancel_links(&mut tx, user).await?;
    log(app, &mut tx, who, &format!("user {} ended", account.user.sign_in)).await?;
    tx.commit().await?;
    Ok(())
}

/// A user who had left is back.
pub(super) async fn take_back(app: &App, who: &Who, account: &Account) -> Result<(), Problem> {
    let mut tx = app.db.write().await?;
    store::set_ended(&mut tx, account.user.who.user, None).await?;
    log(app, &mut tx, who, &format!("user {} is back", account.user.sign_in)).await?;
    tx.commit().await?;
    Ok(())
}

/// A new link for somebody who cannot come in. With `second`, everything they came in by is forgotten, for it may be in other
/// hands: second factor, passkeys, password, known browsers and open sessions. Only the link is left.
pub(super) async fn renew(app: &App, who: &Who, account: &Account, second: bool) -> Result<Token, Problem> {
    let user = account.user.who.user;
    let mut tx = app.db.revoke().await?;
    let link = invite(&mut tx, user, app.clock.now()).await?;
    let mut what = format!("user {}: new link to come in", account.user.sign_in);
    if second {
        second_factors::remove(&mut tx, user).await?;
        passkeys::remove_all(&mut tx, user).await?;
        store::set_password(&mut tx, user, None).await?;
        sessions::end_all(&mut tx, user).await?;
        sign_in::forget_all(&mut tx, user).await?;
        what.push_str(", second factor, passkeys and password removed, sessions ended");
    }
    log(app, &mut tx, who, &what).await?;
    tx.commit().await?;
    Ok(link)
}

/// Ends every session of a user.
pub(super) async fn end_sessions(app: &App, who: &Who, account: &Account) -> Result<(), Problem> {
    let mut tx = app.db.revoke().await?;
    sessions::end_all(&mut tx, account.user.who.user).await?;
    log(app, &mut tx, who, &format!("user {}: all sessions ended", account.user.sign_in)).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes that the list of users left as a file.
pub(super) async fn log_list(app: &App, who: &Who) -> Result<(), Problem> {
    let mut tx = app.db.write().await?;
    log(app, &mut tx, who, "list of users as a file").await?;
    tx.commit().await?;
    Ok(())
}

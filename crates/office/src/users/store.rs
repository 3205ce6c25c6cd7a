//! The SQL of users, sessions and links.

use super::secrets::{Token, password_fits};
use super::{SESSION_SECONDS, User};
use db::{Db, DbError, Row, Sql, Statement, Tx};
use rights::Who;
use tokio::sync::Semaphore;
use words::{Id, Time};

const ADD: Sql = Sql::both(
    "insert into app_user (user_id, sign_in, name, role, organisation_id, record_id, language, password_hash, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const LIST: Sql = Sql::both(
    "select u.user_id, u.sign_in, u.name, u.role, u.organisation_id, u.record_id, l.client_id, u.language
       from app_user u left join current_link l on l.record_id = u.record_id order by u.created_at, u.user_id",
);
const BY_SIGN_IN: Sql = Sql::both(
    "select u.user_id, u.sign_in, u.name, u.role, u.organisation_id, u.record_id, l.client_id, u.language, u.password_hash
       from app_user u left join current_link l on l.record_id = u.record_id where u.sign_in = $1",
);
const SET_LANGUAGE: Sql = Sql::both("update app_user set language = $2 where user_id = $1");
const OPEN: Sql = Sql::both("insert into session (token_hash, user_id, created_at, ends_at) values ($1, $2, $3, $4)");
const WHO: Sql = Sql::both(
    "select u.user_id, u.sign_in, u.name, u.role, u.organisation_id, u.record_id, l.client_id, u.language
       from session s join app_user u on u.user_id = s.user_id
       left join current_link l on l.record_id = u.record_id
      where s.token_hash = $1 and s.ends_at > $2",
);
const CLOSE: Sql = Sql::both("delete from session where token_hash = $1");
const MAKE_LINK: Sql = Sql::both(
    "insert into sign_in_link (token_hash, user_id, ends_at, reusable) values ($1, $2, $3, $4) on conflict do nothing",
);
const USE_LINK: Sql = Sql::both(
    "update sign_in_link set used_at = $2
      where token_hash = $1 and ends_at > $2 and (used_at is null or (reusable = 1 and $3 = 1))
     returning user_id",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("user add", &ADD), ("user list", &LIST), ("user by sign-in", &BY_SIGN_IN), ("user language", &SET_LANGUAGE),
        ("session open", &OPEN), ("session who", &WHO), ("session close", &CLOSE), ("link make", &MAKE_LINK),
        ("link use", &USE_LINK),
    ]
}

/// Adds a user; the password's hash comes from [`super::hash_password`].
///
/// # Errors
/// [`DbError::Conflict`] when the sign-in name is taken.
pub async fn add(tx: &mut Tx, user: &User, password_hash: Option<String>, at: Time) -> Result<(), DbError> {
    let who = &user.who;
    let values = vec![
        who.user.into(), (&user.sign_in).into(), (&who.name).into(), who.role.word().into(), (&who.organisation).into(),
        user.record.into(), (&user.language).into(), password_hash.into(), at.into(),
    ];
    tx.run(&ADD, values).await?;
    Ok(())
}

/// Every user, in the order they were added.
///
/// # Errors
/// What the database says.
pub async fn list(tx: &mut Tx) -> Result<Vec<User>, DbError> {
    tx.all(&LIST, vec![]).await?.iter().map(user).collect()
}

/// The user with this sign-in name, if the password is theirs.
///
/// # Errors
/// What the database says.
pub async fn by_sign_in(db: &Db, sign_in: &str, password: &str) -> Result<Option<User>, DbError> {
    /// Hashing takes 20 ms of a core and 19 MiB: more than two at once would starve everybody else.
    static HASHING: Semaphore = Semaphore::const_new(2);
    let row = db.read().await?.maybe(&BY_SIGN_IN, vec![sign_in.into()]).await?;
    let _turn = HASHING.acquire().await;
    let stored = row.as_ref().map(|row| row.opt_text("password_hash")).transpose()?.flatten().map(str::to_owned);
    let password = password.to_owned();
    let fits = tokio::task::spawn_blocking(move || password_fits(&password, stored.as_deref())).await.unwrap_or(false);
    match row {
        Some(row) if fits => user(&row).map(Some),
        _ => Ok(None),
    }
}

/// Keeps the language a user chose.
///
/// # Errors
/// What the database says.
pub async fn set_language(tx: &mut Tx, id: Id, language: &str) -> Result<(), DbError> {
    tx.run(&SET_LANGUAGE, vec![id.into(), language.into()]).await?;
    Ok(())
}

/// Opens a session; the token goes into the cookie.
///
/// # Errors
/// What the database says.
pub async fn open_session(tx: &mut Tx, id: Id, at: Time) -> Result<Token, DbError> {
    let token = Token::new();
    let ends = at.plus_seconds(SESSION_SECONDS);
    tx.run(&OPEN, vec![token.hash().into(), id.into(), at.into(), ends.into()]).await?;
    Ok(token)
}

/// Who holds this token, if its session still runs.
///
/// # Errors
/// What the database says.
pub async fn who_is(tx: &mut Tx, token: &Token, at: Time) -> Result<Option<User>, DbError> {
    let row = tx.maybe(&WHO, vec![token.hash().into(), at.into()]).await?;
    row.as_ref().map(user).transpose()
}

/// Ends a session at once, on every node.
///
/// # Errors
/// What the database says.
pub async fn close_session(tx: &mut Tx, token: &Token) -> Result<(), DbError> {
    tx.run(&CLOSE, vec![token.hash().into()]).await?;
    Ok(())
}

/// Makes a sign-in link for a user; a reusable one is for the demo only.
///
/// # Errors
/// What the database says.
pub async fn make_link(tx: &mut Tx, token: &Token, id: Id, ends: Time, reusable: bool) -> Result<(), DbError> {
    tx.run(&MAKE_LINK, vec![token.hash().into(), id.into(), ends.into(), reusable.into()]).await?;
    Ok(())
}

/// Uses a sign-in link up; gives the user it is for, or none when it is unknown, used or over. Links that work again and
/// again do so only where everybody is invented.
///
/// # Errors
/// What the database says.
pub async fn use_link(tx: &mut Tx, token: &Token, at: Time, synthetic: bool) -> Result<Option<Id>, DbError> {
    let row = tx.maybe(&USE_LINK, vec![token.hash().into(), at.into(), synthetic.into()]).await?;
    row.map(|row| row.id("user_id")).transpose()
}

fn user(row: &Row) -> Result<User, DbError> {
    Ok(User {
        who: Who {
            user: row.id("user_id")?,
            name: row.text("name")?.to_owned(),
            role: row.word("role")?,
            organisation: row.text("organisation_id")?.to_owned(),
            client: row.opt_id("client_id")?,
        },
        record: row.opt_id("record_id")?,
        sign_in: row.text("sign_in")?.to_owned(),
        language: row.text("language")?.to_owned(),
    })
}

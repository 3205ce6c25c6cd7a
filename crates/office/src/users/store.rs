//! The SQL of users and links.

use super::User;
use super::secrets::Token;
use db::{DbError, Row, Sql, Statement, Tx};
use rights::{Role, Who};
use words::{Id, Time};

const ADD: Sql = Sql::both(
    "insert into app_user (user_id, sign_in, name, role, organisation_id, record_id, language, password_hash, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
);
const LIST: Sql = Sql::both(
    "select u.user_id, u.sign_in, u.name, u.role, u.organisation_id, u.record_id, l.client_id, u.language
       from app_user u left join current_link l on l.record_id = u.record_id order by u.created_at, u.user_id",
);
const PRESENT: Sql = Sql::both(
    "select u.user_id, u.sign_in, u.name, u.role, u.organisation_id, u.record_id, l.client_id, u.language
       from app_user u left join current_link l on l.record_id = u.record_id where u.ended_at is null order by u.created_at, u.user_id",
);
const ACCOUNTS: Sql = Sql::both(
    "select u.user_id, u.sign_in, u.name, u.role, u.organisation_id, u.record_id, l.client_id, u.language,
            u.password_hash, u.created_at, u.ended_at, f.confirmed_at
       from app_user u left join current_link l on l.record_id = u.record_id
       left join second_factor f on f.user_id = u.user_id
      order by u.name, u.user_id",
);
const ACCOUNT: Sql = Sql::both(
    "select u.user_id, u.sign_in, u.name, u.role, u.organisation_id, u.record_id, l.client_id, u.language,
            u.password_hash, u.created_at, u.ended_at, f.confirmed_at
       from app_user u left join current_link l on l.record_id = u.record_id
       left join second_factor f on f.user_id = u.user_id
      where u.user_id = $1",
);
const BY_SIGN_IN: Sql = Sql::both(
    "select u.user_id, u.sign_in, u.name, u.role, u.organisation_id, u.record_id, l.client_id, u.language,
            u.password_hash, u.created_at, u.ended_at, f.confirmed_at
       from app_user u left join current_link l on l.record_id = u.record_id
       left join second_factor f on f.user_id = u.user_id
      where u.sign_in = $1 and u.ended_at is null",
);
const SET_LANGUAGE: Sql = Sql::both("update app_user set language = $2 where user_id = $1");
const SET_PASSWORD: Sql = Sql::both("update app_user set password_hash = $2 where user_id = $1");
const CHANGE: Sql = Sql::both("update app_user set name = $2, role = $3, organisation_id = $4 where user_id = $1 and ended_at is null");
const SET_ENDED: Sql = Sql::both("update app_user set ended_at = $2 where user_id = $1");
const MAKE_LINK: Sql = Sql::both(
    "insert into sign_in_link (token_hash, user_id, ends_at, reusable) values ($1, $2, $3, $4) on conflict do nothing",
);
const CANCEL_LINKS: Sql = Sql::both("delete from sign_in_link where user_id = $1 and used_at is null and reusable = 0");
const USE_LINK: Sql = Sql::both(
    "update sign_in_link set used_at = $2
      where token_hash = $1 and ends_at > $2 and (used_at is null or (reusable = 1 and $3 = 1))
        and user_id in (select user_id from app_user where ended_at is null)
     returning user_id, reusable",
);
const FIND_LINK: Sql = Sql::both("select reusable from sign_in_link where token_hash = $1 and ends_at > $2 and (used_at is null or reusable = 1)");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("user add", &ADD), ("user list", &LIST), ("users present", &PRESENT), ("user accounts", &ACCOUNTS), ("user account", &ACCOUNT),
        ("user by sign-in", &BY_SIGN_IN), ("user language", &SET_LANGUAGE), ("user password", &SET_PASSWORD),
        ("user change", &CHANGE), ("user ended", &SET_ENDED), ("link make", &MAKE_LINK), ("link cancel", &CANCEL_LINKS),
        ("link use", &USE_LINK), ("link find", &FIND_LINK),
    ]
}

/// A user, and how they come in.
#[derive(Clone, Debug)]
pub struct Account {
    /// Who they are.
    pub user: User,
    /// The hash of their password; none before they have chosen one.
    pub password_hash: Option<String>,
    /// When they were added.
    pub created_at: Time,
    /// When they left; none while they may come in.
    pub ended_at: Option<Time>,
    /// Whether a second factor is asked of them.
    pub second_factor: bool,
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

/// Every user, in the order they were added, leavers too: what they did still has their name on it.
///
/// # Errors
/// What the database says.
pub async fn list(tx: &mut Tx) -> Result<Vec<User>, DbError> {
    tx.all(&LIST, vec![]).await?.iter().map(user).collect()
}

/// Every user who can still come in, in the order they were added: whoever may be asked, given or put in charge of something.
///
/// # Errors
/// What the database says.
pub async fn present(tx: &mut Tx) -> Result<Vec<User>, DbError> {
    tx.all(&PRESENT, vec![]).await?.iter().map(user).collect()
}

/// Every user with how they come in, by name.
///
/// # Errors
/// What the database says.
pub async fn accounts(tx: &mut Tx) -> Result<Vec<Account>, DbError> {
    tx.all(&ACCOUNTS, vec![]).await?.iter().map(read_account).collect()
}

/// One user with how they come in.
///
/// # Errors
/// [`DbError::NotFound`] when there is none, else what the database says.
pub async fn account(tx: &mut Tx, id: Id) -> Result<Account, DbError> {
    read_account(&tx.one(&ACCOUNT, vec![id.into()]).await?)
}

/// The user with this sign-in name who may come in. Whether the password fits is for [`crate::passwords::fits`] to say.
///
/// # Errors
/// What the database says.
pub async fn by_sign_in(tx: &mut Tx, sign_in: &str) -> Result<Option<Account>, DbError> {
    tx.maybe(&BY_SIGN_IN, vec![sign_in.into()]).await?.as_ref().map(read_account).transpose()
}

/// Keeps the language a user chose.
///
/// # Errors
/// What the database says.
pub async fn set_language(tx: &mut Tx, id: Id, language: &str) -> Result<(), DbError> {
    tx.run(&SET_LANGUAGE, vec![id.into(), language.into()]).await?;
    Ok(())
}

/// Keeps a new password, as its hash; with none, nobody comes in by a password.
///
/// # Errors
/// What the database says.
pub async fn set_password(tx: &mut Tx, id: Id, hash: Option<String>) -> Result<(), DbError> {
    tx.run(&SET_PASSWORD, vec![id.into(), hash.into()]).await?;
    Ok(())
}

/// Changes a user's name, role and organisation; says whether there is one who may come in.
pub(super) async fn change(tx: &mut Tx, id: Id, name: &str, role: Role, organisation: &str) -> Result<bool, DbError> {
    Ok(tx.run(&CHANGE, vec![id.into(), name.into(), role.word().into(), organisation.into()]).await? > 0)
}

/// Keeps when a user left, or that they are back.
pub(super) async fn set_ended(tx: &mut Tx, id: Id, at: Option<Time>) -> Result<(), DbError> {
    tx.run(&SET_ENDED, vec![id.into(), at.into()]).await?;
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

/// Takes back the links of a user that nobody has used yet.
pub(super) async fn cancel_links(tx: &mut Tx, id: Id) -> Result<(), DbError> {
    tx.run(&CANCEL_LINKS, vec![id.into()]).await?;
    Ok(())
}

/// Whether there is such a link, unused and not over; `Some(true)` when it works again and again.
///
/// # Errors
/// What the database says.
pub(crate) async fn find_link(tx: &mut Tx, token: &Token, at: Time) -> Result<Option<bool>, DbError> {
    tx.maybe(&FIND_LINK, vec![token.hash().into(), at.into()]).await?.map(|row| row.flag("reusable")).transpose()
}

/// Uses a sign-in link up; gives the user it is for and whether it works again, or none when it is unknown, used or over.
/// Links that work again and again do so only where everybody is invented.
///
/// # Errors
/// What the database says.
pub async fn use_link(tx: &mut Tx, token: &Token, at: Time, synthetic: bool) -> Result<Option<(Id, bool)>, DbError> {
    let row = tx.maybe(&USE_LINK, vec![token.hash().into(), at.into(), synthetic.into()]).await?;
    row.map(|row| Ok((row.id("user_id")?, row.flag("reusable")?))).transpose()
}

fn read_account(row: &Row) -> Result<Account, DbError> {
    Ok(Account {
        user: user(row)?,
        password_hash: row.opt_text("password_hash")?.map(str::to_owned),
        created_at: row.time("created_at")?,
        ended_at: row.opt_time("ended_at")?,
        second_factor: row.opt_time("confirmed_at")?.is_some(),
    })
}

/// A user, from a row with the columns that every such query names.
pub(crate) fn user(row: &Row) -> Result<User, DbError> {
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

//! The SQL of drafts.

use super::{Form, Kept};
use db::{DbError, Sql, Statement, Tx, Value};
use history::keys::{self, Opener};
use rights::{Grant, Permit};
use words::{Id, Time};

const SAVE: Sql = Sql::both(
    "insert into draft (client_id, user_id, form, saved_at, sealed) values ($1, $2, $3, $4, $5)
       on conflict (client_id, user_id, form) do update set saved_at = excluded.saved_at, sealed = excluded.sealed",
);
const DROP: Sql = Sql::both("delete from draft where user_id = $1 and form = $2 and client_id in ({list})");
const NEWEST: Sql = Sql::both(
    "select d.client_id, d.saved_at, d.sealed, k.wrapped from draft d left join subject_key k on k.subject_id = d.client_id
      where d.user_id = $1 and d.form = $2 and d.client_id in ({list}) order by d.saved_at desc, d.client_id",
);
const OF_USER: Sql = Sql::both("select client_id, form, saved_at from draft where user_id = $1 order by saved_at desc, client_id, form");
const FORGET: Sql = Sql::both("delete from draft where saved_at < $1");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![("draft save", &SAVE), ("drafts drop", &DROP), ("draft newest", &NEWEST), ("drafts of a user", &OF_USER), ("drafts forget", &FORGET)]
}

fn place(form: Form, client: Id, user: Id) -> Vec<u8> {
    [form.word().as_bytes(), b" draft", &client.bytes()[..], &user.bytes()[..]].concat()
}

/// Keeps what somebody has typed about a client, in place of what they had typed into this form before.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub(super) async fn save(tx: &mut Tx, grant: &Grant, form: Form, (saved_at, typed): (Time, &str)) -> Result<(), DbError> {
    let (client, user) = (grant.client().ok_or(DbError::NotFound)?, grant.who().user);
    let sealed = keys::seal_text(tx, client, &place(form, client, user), typed).await?;
    tx.run(&SAVE, vec![client.into(), user.into(), form.word().into(), saved_at.into(), sealed.into()]).await?;
    Ok(())
}

/// Forgets what the user has typed into this form about these clients, who are one.
pub(super) async fn drop_of(tx: &mut Tx, user: Id, form: Form, clients: &[Id]) -> Result<(), DbError> {
    tx.all_in(&DROP, vec![user.into(), form.word().into()], clients.iter().map(Value::from).collect()).await?;
    Ok(())
}

/// What a user has typed into this form about these clients, who are one, and not saved: the newest. It is the user's own and tells them nothing
/// they have not written themselves, so a grant is enough.
pub(super) async fn newest(tx: &mut Tx, grant: &Grant, form: Form, clients: &[Id]) -> Result<Option<(Time, String)>, DbError> {
    let user = grant.who().user;
    let rows = tx.all_in(&NEWEST, vec![user.into(), form.word().into()], clients.iter().map(Value::from).collect()).await?;
    let Some(row) = rows.first() else { return Ok(None) };
    let client = row.id("client_id")?;
    let typed = Opener::of(tx).text(client, row, &place(form, client, user))?;
    Ok(Some((row.time("saved_at")?, typed)))
}

/// What the holder of the permit has typed and not saved, the newest first.
///
/// # Errors
/// What the database says.
pub async fn drafts_of(tx: &mut Tx, permit: &Permit) -> Result<Vec<Kept>, DbError> {
    let rows = tx.all(&OF_USER, vec![permit.who().user.into()]).await?;
    rows.iter().map(|row| Ok(Kept { client: row.id("client_id")?, form: row.word("form")?, saved_at: row.time("saved_at")? })).collect()
}

/// Forgets what was typed before a time and never saved.
pub(super) async fn forget(tx: &mut Tx, before: Time) -> Result<(), DbError> {
    tx.run(&FORGET, vec![before.into()]).await?;
    Ok(())
}

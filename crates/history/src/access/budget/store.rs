//! The SQL of the budget.

use db::{DbError, Sql, Statement, Tx, Value};
use rights::Permit;
use std::collections::BTreeSet;
use words::{Date, Id, Time};

/// For how many days after a day it is kept whom somebody was shown on it: just after midnight the last minutes still count.
const KEPT_DAYS: i64 = 1;

// Whom, and how many in all: both are asked before each page.
const SPENT: Sql = Sql::both(
    "select client_id, 0 as people, 0 as more from shown_person where user_id = $1 and day = $2 and client_id in ({list})
     union all select null, people, more from shown_day where user_id = $1 and day = $2",
);
const DAY: Sql = Sql::both("select people, more from shown_day where user_id = $1 and day = $2");
const SHOW: Sql = Sql::both("insert into shown_person (user_id, day, client_id, shown_at) values {rows}");
const COUNT: Sql = Sql::both(
    "insert into shown_day (user_id, day, people, more) values ($1, $2, $3, 0)
     on conflict (user_id, day) do update set people = shown_day.people + excluded.people",
);
const ALLOW: Sql = Sql::both(
    "insert into shown_day (user_id, day, people, more) values ($1, $2, 0, $3)
     on conflict (user_id, day) do update set more = shown_day.more + excluded.more",
);
const MOMENTS: Sql = Sql::both("select shown_at from shown_person where user_id = $1 and day in ($2, $3) order by shown_at");
const FORGET: Sql = Sql::both("delete from shown_person where day < $1");
const FORGET_DAYS: Sql = Sql::both("delete from shown_day where day < $1");

pub(in crate::access) fn statements() -> Vec<Statement> {
    vec![
        ("shown spent", &SPENT), ("shown day", &DAY), ("shown add", &SHOW), ("shown count", &COUNT), ("shown allow", &ALLOW),
        ("shown moments", &MOMENTS), ("shown forget", &FORGET), ("shown forget days", &FORGET_DAYS),
    ]
}

/// Those of these people whom a user has been shown on a day, how many they have been shown in all, and how many more than usual they may be.
/// For all functions of this room: errors are what the database says.
pub(super) async fn spent(tx: &mut Tx, user: Id, day: Date, clients: &BTreeSet<Id>) -> Result<(Vec<Id>, i64, i64), DbError> {
    let (mut seen, mut people, mut more) = (Vec::new(), 0, 0);
    for row in tx.all_in(&SPENT, vec![user.into(), day.to_string().into()], clients.iter().map(Value::from).collect()).await? {
        match row.opt_id("client_id")? {
            Some(client) => seen.push(client),
            None => (people, more) = (row.int("people")?, row.int("more")?),
        }
    }
    Ok((seen, people, more))
}

/// How many people a user has been shown on a day, and how many more than usual they may be.
pub(in crate::access) async fn of_day(tx: &mut Tx, user: Id, day: Date) -> Result<(i64, i64), DbError> {
    let row = tx.maybe(&DAY, vec![user.into(), day.to_string().into()]).await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.int("people")?, row.int("more")?)))
}

/// Keeps that a user is shown these people for the first time on a day.
pub(super) async fn show(tx: &mut Tx, user: Id, day: Date, clients: &BTreeSet<Id>, at: Time) -> Result<(), DbError> {
    let (new, day) = (i64::try_from(clients.len()).unwrap_or(i64::MAX), day.to_string());
    tx.run(&COUNT, vec![user.into(), (&day).into(), new.into()]).await?;
    tx.insert(&SHOW, clients.iter().map(|client| vec![user.into(), (&day).into(), client.into(), at.into()]).collect()).await?;
    Ok(())
}

/// How many different people a user has been shown on a day. Tells of no person, and takes no permit.
///
/// # Errors
/// What the database says. So for all functions of this room.
pub async fn shown_on(tx: &mut Tx, user: Id, day: Date) -> Result<i64, DbError> {
    Ok(of_day(tx, user, day).await?.0)
}

/// Lets a user be shown so many people more on this day.
///
/// # Errors
/// See [`shown_on`].
pub async fn allow_more(tx: &mut Tx, _permit: &Permit, user: Id, day: Date, people: i64) -> Result<(), DbError> {
    tx.run(&ALLOW, vec![user.into(), day.to_string().into(), people.into()]).await?;
    Ok(())
}

/// The moments at which a user was shown somebody for the first time that day, of a day and the day before, in order.
///
/// # Errors
/// See [`shown_on`].
pub async fn first_shown(tx: &mut Tx, _permit: &Permit, user: Id, day: Date) -> Result<Vec<Time>, DbError> {
    let values = vec![user.into(), day.plus_days(-1).to_string().into(), day.to_string().into()];
    tx.all(&MOMENTS, values).await?.iter().map(|row| row.time("shown_at")).collect()
}

/// Forgets whom users were shown on days before yesterday; the access log keeps it.
///
/// # Errors
/// See [`shown_on`].
pub async fn forget_shown(tx: &mut Tx, today: Date) -> Result<(), DbError> {
    let before = today.plus_days(-KEPT_DAYS).to_string();
    tx.run(&FORGET, vec![(&before).into()]).await?;
    tx.run(&FORGET_DAYS, vec![before.into()]).await?;
    Ok(())
}

//! The SQL of arrangements.

use super::Arrangement;
use db::{DbError, Row, Sql, Statement, Tx};
use rights::Permit;
use words::{Date, Id, Time};

const ADD: Sql = Sql::both(
    "insert into arrangement (arrangement_id, kind, organisation_id, other_party, title, signed_on, ends_on, covers, contact, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
);
const END: Sql = Sql::both("insert into arrangement_end (arrangement_id, ended_on, ended_by, ended_at) values ($1, $2, $3, $4)");
const LIST: Sql = Sql::both(
    "select a.arrangement_id, a.kind, a.organisation_id, a.other_party, a.title, a.signed_on, a.ends_on, a.covers, a.contact, e.ended_on
       from arrangement a left join arrangement_end e on e.arrangement_id = a.arrangement_id order by a.signed_on, a.arrangement_id",
);
// Whoever has an arrangement is taken out by its days, which are told in Rust.
const KEEPERS: Sql = Sql::both(
    "select o.organisation_id from organisation o where exists (select 1 from record r where r.organisation_id = o.organisation_id)
      order by o.title, o.organisation_id",
);

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![("arrangement add", &ADD), ("arrangement end", &END), ("arrangement list", &LIST), ("arrangement keepers", &KEEPERS)]
}

/// Keeps an arrangement. For all functions of this room: errors are what the database says.
pub(super) async fn add(tx: &mut Tx, permit: &Permit, one: &Arrangement, at: Time) -> Result<(), DbError> {
    let values = vec![
        one.id.into(), one.kind.word().into(), one.organisation.clone().into(), one.other_party.clone().into(), (&one.title).into(),
        one.signed_on.to_string().into(), one.ends_on.map(|day| day.to_string()).into(), (&one.covers).into(), (&one.contact).into(),
        permit.who().user.into(), at.into(),
    ];
    tx.run(&ADD, values).await?;
    Ok(())
}

/// Ends an arrangement; [`DbError::Conflict`] when somebody has before.
pub(super) async fn end(tx: &mut Tx, permit: &Permit, id: Id, on: Date, at: Time) -> Result<(), DbError> {
    tx.run(&END, vec![id.into(), on.to_string().into(), permit.who().user.into(), at.into()]).await?;
    Ok(())
}

/// Every arrangement, what was signed first on top.
pub(super) async fn list(tx: &mut Tx) -> Result<Vec<Arrangement>, DbError> {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let read = |row: &Row| {
        Ok(Arrangement {
            id: row.id("arrangement_id")?,
            kind: row.word("kind")?,
            organisation: owned(row.opt_text("organisation_id")?),
            other_party: owned(row.opt_text("other_party")?),
            title: row.text("title")?.to_owned(),
            signed_on: row.date("signed_on")?,
            ends_on: row.opt_date("ends_on")?,
            covers: row.text("covers")?.to_owned(),
            contact: row.text("contact")?.to_owned(),
            ended_on: row.opt_date("ended_on")?,
        })
    };
    tx.all(&LIST, vec![]).await?.iter().map(read).collect()
}

/// The organisations that keep records, by title.
pub(super) async fn keepers(tx: &mut Tx) -> Result<Vec<String>, DbError> {
    tx.all(&KEEPERS, vec![]).await?.iter().map(|row| Ok(row.text("organisation_id")?.to_owned())).collect()
}

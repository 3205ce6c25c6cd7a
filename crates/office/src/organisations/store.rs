//! The SQL of organisations.

use super::Organisation;
use db::{DbError, Sql, Statement, Tx};

const ADD: Sql = Sql::both(
    "insert into organisation (organisation_id, title, kind, sensitive) values ($1, $2, $3, $4) on conflict do nothing",
);
const KIND: Sql = Sql::both("select kind from organisation where organisation_id = $1");
const LIST: Sql = Sql::both("select organisation_id, title, kind, sensitive from organisation order by title, organisation_id");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![("organisation add", &ADD), ("organisation list", &LIST), ("organisation kind", &KIND)]
}

/// Adds an organisation; one that is there stays as it is.
///
/// # Errors
/// What the database says.
pub async fn add(tx: &mut Tx, organisation: &Organisation) -> Result<(), DbError> {
    let Organisation { id, title, kind, sensitive } = organisation;
    tx.run(&ADD, vec![id.into(), title.into(), kind.into(), (*sensitive).into()]).await?;
    Ok(())
}

/// Whether an organisation is an employment service: its counsellors may be asked by anybody.
///
/// # Errors
/// What the database says.
pub async fn is_service(tx: &mut Tx, id: &str) -> Result<bool, DbError> {
    let row = tx.maybe(&KIND, vec![id.into()]).await?;
    Ok(row.is_some_and(|row| row.text("kind").is_ok_and(|kind| kind == "employment-service")))
}

/// Every organisation, by title.
///
/// # Errors
/// What the database says.
pub async fn list(tx: &mut Tx) -> Result<Vec<Organisation>, DbError> {
    let rows = tx.all(&LIST, vec![]).await?;
    let read = |row: &db::Row| {
        Ok(Organisation {
            id: row.text("organisation_id")?.to_owned(),
            title: row.text("title")?.to_owned(),
            kind: row.text("kind")?.to_owned(),
            sensitive: row.flag("sensitive")?,
        })
    };
    rows.iter().map(read).collect()
}

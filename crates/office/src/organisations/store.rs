//! The SQL of organisations.

use super::Organisation;
use db::{DbError, Sql, Statement, Tx};

const ADD: Sql = Sql::both(
    "insert into organisation (organisation_id, title, kind, sensitive) values ($1, $2, $3, $4) on conflict do nothing",
);
const KIND: Sql = Sql::both("select kind from organisation where organisation_id = $1");
const LIST: Sql = Sql::both("select organisation_id, title, kind, sensitive from organisation order by title, organisation_id");

/// The kind of an organisation whose counsellors may be asked by anybody.
pub const SERVICE: &str = "employment-service";

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

/// What an organisation is; none when it is not known.
///
/// # Errors
/// What the database says.
pub async fn kind(tx: &mut Tx, id: &str) -> Result<Option<String>, DbError> {
    let row = tx.maybe(&KIND, vec![id.into()]).await?;
    row.map(|row| row.text("kind").map(str::to_owned)).transpose()
}

/// Whether an organisation is an employment service: its counsellors may be asked by anybody.
///
/// # Errors
/// What the database says.
pub async fn is_service(tx: &mut Tx, id: &str) -> Result<bool, DbError> {
    Ok(kind(tx, id).await?.as_deref() == Some(SERVICE))
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

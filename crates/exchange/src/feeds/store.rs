//! The SQL of feeds.

use super::config::{Config, ConfigError};
use db::{DbError, Row, Sql, Statement, Tx};
use rights::Permit;
use words::Time;

const SAVE: Sql = Sql::both(
    "insert into feed (feed_name, organisation_id, title, config, folder, next_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (feed_name) do update set organisation_id = excluded.organisation_id, title = excluded.title,
        config = excluded.config, folder = excluded.folder, next_at = excluded.next_at, changed_at = excluded.changed_at",
);
const LIST: Sql = Sql::both("select feed_name, title, config, folder, next_at, changed_at from feed order by title, feed_name");
const GET: Sql = Sql::both("select feed_name, title, config, folder, next_at, changed_at from feed where feed_name = $1");
const DUE: Sql = Sql::both(
    "select feed_name, title, config, folder, next_at, changed_at from feed
      where folder is not null and next_at is not null and next_at <= $1 order by next_at, feed_name",
);
const TAKE_TURN: Sql = Sql::both("update feed set next_at = $3 where feed_name = $1 and next_at = $2");

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    vec![
        ("feed save", &SAVE), ("feed list", &LIST), ("feed get", &GET), ("feed due", &DUE), ("feed take turn", &TAKE_TURN),
    ]
}

/// A feed as it is kept.
#[derive(Clone, Debug)]
pub struct Feed {
    /// What it says.
    pub config: Config,
    /// The text it was read from.
    pub text: String,
    /// Where its scheduled files are looked for.
    pub folder: Option<String>,
    /// When its schedule is due again.
    pub next_at: Option<Time>,
    /// When it was last changed.
    pub changed_at: Time,
}

/// Keeps a feed, new or changed.
///
/// # Errors
/// What the database says; an organisation that is not there is one of them.
pub async fn save(tx: &mut Tx, _permit: &Permit, text: &str, folder: Option<&str>, now: Time) -> Result<Result<Config, ConfigError>, DbError> {
    let config = match Config::read(text) {
        Ok(config) => config,
        Err(problem) => return Ok(Err(problem)),
    };
    let titles = office::organisations::list(tx).await?;
    if !titles.iter().any(|o| o.id == config.organisation) {
        let known: Vec<&str> = titles.iter().map(|o| o.id.as_str()).collect();
        return Ok(Err(ConfigError(format!("organisation = “{}” is not there; there are {}", config.organisation, known.join(", ")))));
    }
    let values = vec![
        (&config.name).into(), (&config.organisation).into(), (&config.title).into(), text.into(), folder.into(),
        config.next_after(now).into(), now.into(),
    ];
    tx.run(&SAVE, values).await?;
    Ok(Ok(config))
}

/// Every feed, by title.
///
/// # Errors
/// What the database says.
pub async fn list(tx: &mut Tx, _permit: &Permit) -> Result<Vec<Feed>, DbError> {
    tx.all(&LIST, vec![]).await?.iter().map(feed).collect()
}

/// One feed.
///
/// # Errors
/// [`DbError::NotFound`] when there is none of that name.
pub async fn get(tx: &mut Tx, _permit: &Permit, name: &str) -> Result<Feed, DbError> {
    feed(&tx.one(&GET, vec![name.into()]).await?)
}

/// The feeds whose schedule has come.
///
/// # Errors
/// What the database says.
pub async fn due(tx: &mut Tx, now: Time) -> Result<Vec<Feed>, DbError> {
    tx.all(&DUE, vec![now.into()]).await?.iter().map(feed).collect()
}

/// Moves a due feed to its next time. True for exactly one of several nodes that try.
///
/// # Errors
/// What the database says.
pub async fn take_turn(tx: &mut Tx, feed: &Feed, now: Time) -> Result<bool, DbError> {
    let values = vec![(&feed.config.name).into(), feed.next_at.into(), feed.config.next_after(now).into()];
    Ok(tx.run(&TAKE_TURN, values).await? == 1)
}

fn feed(row: &Row) -> Result<Feed, DbError> {
    let text = row.text("config")?;
    let config = Config::read(text).map_err(|e| DbError::Column { column: "config".into(), problem: e.to_string() })?;
    Ok(Feed {
        config,
        text: text.to_owned(),
        folder: row.opt_text("folder")?.map(str::to_owned),
        next_at: row.opt_time("next_at")?,
        changed_at: row.time("changed_at")?,
    })
}

//! Migrations: numbered, forward only, one text for both engines with `{placeholders}` for the types.

use crate::{Db, DbError, Sql, Tx};
use sha2::{Digest, Sha256};

/// A migration: its number and topic, its text, and what only one engine needs after it.
struct Migration {
    number: i64,
    topic: &'static str,
    text: &'static str,
    sqlite_only: &'static str,
    postgres_only: &'static str,
}

macro_rules! migration {
    ($number:literal, $topic:literal) => {
        Migration {
            number: $number,
            topic: $topic,
            text: include_str!(concat!("../migrations/", $topic, ".sql")),
            sqlite_only: "",
            postgres_only: "",
        }
    };
    ($number:literal, $topic:literal, guarded) => {
        Migration {
            sqlite_only: include_str!(concat!("../migrations/", $topic, ".sqlite.sql")),
            postgres_only: include_str!(concat!("../migrations/", $topic, ".postgres.sql")),
            ..migration!($number, $topic)
        }
    };
}

const MIGRATIONS: &[Migration] = &[
    migration!(1, "0001_office"),
    migration!(2, "0002_people"),
    migration!(3, "0003_history", guarded),
    migration!(4, "0004_exchange"),
    migration!(5, "0005_arriving"),
    migration!(6, "0006_decisions", guarded),
    migration!(7, "0007_sample"),
    migration!(8, "0008_key_lists"),
    migration!(9, "0009_signing_in"),
    migration!(10, "0010_passkeys"),
    migration!(11, "0011_match_review"),
    migration!(12, "0012_relations", guarded),
    migration!(13, "0013_shown_to"),
    migration!(14, "0014_sealed", guarded),
    migration!(15, "0015_watching", guarded),
    migration!(16, "0016_consents", guarded),
    migration!(17, "0017_revocations"),
    migration!(18, "0018_requests", guarded),
    migration!(19, "0019_single_sign_on"),
    migration!(20, "0020_breaches", guarded),
    migration!(21, "0021_erasures", guarded),
    migration!(22, "0022_releases", guarded),
    migration!(23, "0023_log_exports", guarded),
    migration!(24, "0024_policies", guarded),
    migration!(25, "0025_case_teams", guarded),
    migration!(26, "0026_log_ends", guarded),
    migration!(27, "0027_meetings", guarded),
    migration!(28, "0028_drafts"),
    migration!(29, "0029_log_head", guarded),
    migration!(30, "0030_each_page"),
];

const TABLE: &str = "create table if not exists migration (
    number {int} not null primary key, topic {text} not null, checksum {text} not null) {strict};";
const DONE: Sql = Sql::both("select number, topic, checksum from migration order by number");
const DID: Sql = Sql::both("insert into migration (number, topic, checksum) values ($1, $2, $3)");
/// Two nodes starting at once take turns; on SQLite the write lock does it.
const TURN: Sql = Sql::split("select 1 as turn", "select 1 as turn from pg_advisory_xact_lock(74687215)");

/// Runs what has not run yet, all of it in one transaction.
pub(crate) async fn run(db: &Db) -> Result<(), DbError> {
    let engine = db.engine_name();
    let mut tx = db.write().await?;
    tx.all(&TURN, vec![]).await?;
    tx.script(typed(TABLE, engine)).await?;
    let done = tx.all(&DONE, vec![]).await?;
    for (place, row) in done.iter().enumerate() {
        check(place, row.int("number")?, row.text("checksum")?)?;
    }
    for migration in MIGRATIONS.iter().skip(done.len()) {
        apply(&mut tx, migration, engine).await?;
    }
    tx.commit().await
}

async fn apply(tx: &mut Tx, migration: &Migration, engine: &str) -> Result<(), DbError> {
    tracing::info!(number = migration.number, topic = migration.topic, "migrating");
    let own = if engine == "sqlite" { migration.sqlite_only } else { migration.postgres_only };
    tx.script(typed(migration.text, engine)).await?;
    if !own.is_empty() {
        tx.script(own.to_owned()).await?;
    }
    tx.run(&DID, vec![migration.number.into(), migration.topic.into(), checksum(migration).into()]).await?;
    Ok(())
}

fn check(place: usize, number: i64, found: &str) -> Result<(), DbError> {
    let Some(known) = MIGRATIONS.get(place) else {
        return Err(DbError::Schema(format!("the database has migration {number}, this program is older: upgrade it")));
    };
    if known.number == number && checksum(known) == found {
        return Ok(());
    }
    let problem = format!("migration {} ({}) was changed after it ran here", known.number, known.topic);
    Err(DbError::Schema(problem))
}

fn checksum(migration: &Migration) -> String {
    let mut hash = Sha256::new();
    for text in [migration.text, migration.sqlite_only, migration.postgres_only] {
        hash.update(text.as_bytes());
    }
    hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

/// The text with the engine's own words for the types. PostgreSQL compares text byte by byte, as SQLite does.
fn typed(text: &str, engine: &str) -> String {
    let words: [(&str, &str); 6] = match engine {
        "sqlite" => [("{id}", "blob"), ("{int}", "integer"), ("{real}", "real"), ("{text}", "text"), ("{strict}", "strict"), ("{keyed}", "strict, without rowid")],
        _ => [("{id}", "bytea"), ("{int}", "bigint"), ("{real}", "double precision"), ("{text}", "text collate \"C\""), ("{strict}", ""), ("{keyed}", "")],
    };
    words.iter().fold(text.to_owned(), |text, (placeholder, word)| text.replace(placeholder, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_are_numbered_without_a_gap() {
        for (place, migration) in MIGRATIONS.iter().enumerate() {
            assert_eq!(usize::try_from(migration.number), Ok(place + 1));
            assert!(migration.topic.starts_with(&format!("{:04}_", migration.number)));
        }
    }

    #[test]
    fn an_edited_migration_is_named() {
        let problem = check(0, 1, "something else").unwrap_err().to_string();
        assert!(problem.contains("0001_office"), "{problem}");
    }
}

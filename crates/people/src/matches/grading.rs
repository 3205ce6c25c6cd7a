//! How much harm a wrong link of each open pair would do, kept with the pair, so that a long queue need not be weighed anew for every
//! page. What is kept is as old as the last look; whoever looks at a pair is shown what holds now.

use super::harm::{Grade, Harm};
use super::sides::harms;
use crate::links;
use db::DbError;
use office::App;
use office::organisations::Titles;
use rights::Permit;
use words::Id;

/// So many pairs are weighed at a time: others get their turn between.
pub(super) const AT_ONCE: usize = 1_000;
/// The word that is kept of a pair with somebody protected: those come before all others.
const PROTECTED: &str = "protected";

/// The word that is kept of a harm.
pub(super) fn word(harm: &Harm) -> &'static str {
    if harm.protected { PROTECTED } else { harm.grade.word() }
}

/// The grade behind a kept word, and whether it is of somebody protected; none for a pair that nobody has weighed.
pub(super) fn grade(word: Option<&str>) -> (Option<Grade>, bool) {
    match word {
        Some(PROTECTED) => (Some(Grade::Grave), true),
        word => (word.and_then(|word| word.parse().ok()), false),
    }
}

/// Weighs these pairs and keeps what was found.
pub(super) async fn keep(app: &App, permit: &Permit, pairs: &[(Id, (Id, Id))]) -> Result<Vec<(Id, &'static str)>, DbError> {
    if pairs.is_empty() {
        return Ok(Vec::new());
    }
    let mut tx = app.db.read().await?;
    let titles = Titles::load(&mut tx).await?;
    let records: Vec<(Id, Id)> = pairs.iter().map(|(_, records)| *records).collect();
    let found = harms(&mut tx, permit, (&app.pack, &titles, app.clock.now().date()), &records).await?;
    drop(tx);
    let found: Vec<(Id, &'static str)> = pairs.iter().zip(&found).map(|((id, _), harm)| (*id, word(harm))).collect();
    let mut tx = app.db.write().await?;
    links::set_grades(&mut tx, permit, &found).await?;
    tx.commit().await?;
    Ok(found)
}

/// Weighs the open pairs that nobody has weighed; or all of them, for what is known of people changes too. Gives how many.
///
/// # Errors
/// What the database says; what was weighed before stays.
pub async fn weigh_harm(app: &App, permit: &Permit, all: bool) -> Result<usize, DbError> {
    let outlines = links::outlines(&mut app.db.read().await?, permit).await?;
    let due: Vec<(Id, (Id, Id))> = outlines.iter().filter(|pair| all || pair.grade.is_none()).map(|pair| (pair.id, (pair.a, pair.b))).collect();
    for some in due.chunks(AT_ONCE) {
        keep(app, permit, some).await?;
    }
    Ok(due.len())
}

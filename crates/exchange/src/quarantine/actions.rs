//! What is done with rows that wait: mended, tried again, set aside.

use super::store::{self, Kept};
use super::{WHOLE_ROW, Waiting};
use crate::feeds::{self, KEY_TWICE, Mapper, RowProblem};
use crate::imports::{self, take_in};
use db::{DbError, Tx};
use office::{App, Problem};
use rights::Permit;
use words::Id;

/// What came of mending a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mended {
    /// It is in.
    Taken,
    /// It still cannot be taken in, for this reason; what was typed is kept.
    StillWrong(RowProblem),
}

/// Takes a mended row in, as if it had come so.
///
/// # Errors
/// [`Problem::Already`] when the row no longer waits, [`Problem::NotFound`] when there is none.
pub async fn mend(tx: &mut Tx, app: &App, permit: &Permit, id: Id, columns: Vec<(String, String)>) -> Result<Mended, Problem> {
    let kept = store::get(tx, permit, id).await?;
    if kept.state != "waiting" {
        return Err(Problem::Already);
    }
    Ok(again(tx, app, permit, kept, columns).await?)
}

/// Tries a row with these columns; it is in, or its reason is brought up to date.
async fn again(tx: &mut Tx, app: &App, permit: &Permit, kept: Kept, columns: Vec<(String, String)>) -> Result<Mended, DbError> {
    let Some(problem) = take(tx, app, permit, &kept, columns.clone()).await? else {
        store::decided(tx, permit, kept.id, "mended", app.clock.now()).await?;
        return Ok(Mended::Taken);
    };
    let number = u64::try_from(kept.number).unwrap_or(0);
    store::still_wrong(tx, permit, &kept, &Waiting { number, columns, problem: problem.clone() }).await?;
    Ok(Mended::StillWrong(problem))
}

/// Tries every waiting row of a feed again as it stands: the feed may have been corrected, or the people imported since.
/// Gives how many went in and how many still wait.
///
/// # Errors
/// What the database says.
pub async fn try_again(tx: &mut Tx, app: &App, permit: &Permit, feed: &str) -> Result<(usize, usize), DbError> {
    let (mut taken, mut waiting, mut after) = (0, 0, None);
    loop {
        let rows = store::waiting(tx, permit, Some(feed), after, 500).await?;
        let Some(last) = rows.last() else { return Ok((taken, waiting)) };
        after = Some(last.id);
        for row in rows {
            // Nothing but a person can make something of a row without columns, or tell which of two rows holds.
            if row.columns.iter().any(|(name, _)| name == WHOLE_ROW) || row.reason.starts_with(KEY_TWICE) {
                waiting += 1;
                continue;
            }
            let columns = row.columns.clone();
            match again(tx, app, permit, row, columns).await? {
                Mended::Taken => taken += 1,
                Mended::StillWrong(_) => waiting += 1,
            }
        }
    }
}

/// Sets a row aside: it will not be taken in, and stays readable.
///
/// # Errors
/// [`Problem::Already`] when the row no longer waits.
pub async fn set_aside(tx: &mut Tx, app: &App, permit: &Permit, id: Id) -> Result<(), Problem> {
    if store::decided(tx, permit, id, "set-aside", app.clock.now()).await? { Ok(()) } else { Err(Problem::Already) }
}

/// Maps and takes in one row under the feed as it is now; the problem when it will not go.
async fn take(
    tx: &mut Tx, app: &App, permit: &Permit, kept: &Kept, columns: Vec<(String, String)>,
) -> Result<Option<RowProblem>, DbError> {
    let feed = feeds::get(tx, permit, &kept.feed).await?;
    let (names, values): (Vec<String>, Vec<String>) = columns.iter().cloned().unzip();
    let number = u64::try_from(kept.number).unwrap_or(0);
    // The row is as old as the file it came in, however late it is mended.
    let received = imports::get(tx, permit, kept.run).await?.started_at.date();
    let mut mapper = match Mapper::new(&feed.config, &names, received) {
        Ok(mapper) => mapper,
        Err(problem) => return Ok(Some(RowProblem { field: None, value: None, reason: problem.to_string() })),
    };
    let mapped = match mapper.map(number, &values) {
        Ok(mapped) => mapped,
        Err(problem) => return Ok(Some(problem)),
    };
    let from = (feed.config.organisation.as_str(), kept.run);
    let (_, bad) = take_in(tx, app, permit, from, vec![(number, columns, mapped)]).await?;
    Ok(bad.into_iter().next().map(|row| row.problem))
}

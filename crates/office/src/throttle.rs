//! Guessing is slowed down: what was tried and did not fit is counted, and the next try has to wait longer and longer.
//!
//! A try counts before it is looked at, in one transaction, so that a thousand at once on several nodes are a thousand; what
//! fits takes its count back. From a stranger's browser three counts hold: the name from this address, this address, and the
//! name from anywhere. A browser that has signed in under this name before has a count of its own and no other, so that
//! nobody is locked out by somebody else's guesses. Table: `sign_in_try`, under keyed hashes.

mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use rules::{FORGOTTEN_SECONDS, Ladder, delay};
pub use store::{forget, statements};

use crate::App;
use db::DbError;
use words::Time;

/// Something that is counted, and how fast its delay grows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    ladder: Ladder,
    /// What is counted, in words that nobody else's count can have.
    what: String,
}

impl Counted {
    /// A name that somebody tries from one address.
    #[must_use]
    pub fn pair(name: &str, source: &str) -> Counted {
        Counted { ladder: Ladder::PAIR, what: format!("pair\n{source}\n{name}") }
    }

    /// Everything tried from one address.
    #[must_use]
    pub fn source(source: &str) -> Counted {
        Counted { ladder: Ladder::SOURCE, what: format!("source\n{source}") }
    }

    /// A name, from wherever it is tried.
    #[must_use]
    pub fn name(name: &str) -> Counted {
        Counted { ladder: Ladder::NAME, what: format!("name\n{name}") }
    }

    /// What only one browser, one session or one link can try: `kind` says which, `which` names it.
    #[must_use]
    pub fn own(kind: &str, which: &str) -> Counted {
        Counted { ladder: Ladder::PAIR, what: format!("own\n{kind}\n{which}") }
    }

    fn mark(&self, app: &App) -> [u8; 32] {
        app.keys.mark("throttle", &self.what)
    }
}

/// A try that was counted and may go on.
#[must_use = "a try that fitted takes its count back"]
pub struct Try {
    counted: Vec<Counted>,
}

/// Counts a try, or says how many seconds it has to wait; one that waits is not counted, so that waiting ends.
///
/// # Errors
/// What the database says: what cannot be counted is not tried.
pub async fn begin(app: &App, counted: Vec<Counted>) -> Result<Result<Try, i64>, DbError> {
    let now = app.clock.now();
    let mut marks: Vec<([u8; 32], Ladder)> = counted.iter().map(|c| (c.mark(app), c.ladder)).collect();
    // Everybody locks in one order, so that nobody waits for somebody who waits for them.
    marks.sort_unstable_by_key(|(mark, _)| *mark);
    let mut tx = app.db.write().await?;
    let mut waits = 0;
    for (mark, ladder) in &marks {
        let (failed, last) = store::count(&mut tx, *mark, now).await?;
        let failed = if forgotten(last, now) { 0 } else { failed };
        waits = waits.max(rules::seconds_left(*ladder, failed, last, now));
        store::set(&mut tx, *mark, failed + 1, now).await?;
    }
    if waits > 0 {
        return Ok(Err(waits));
    }
    tx.commit().await?;
    Ok(Ok(Try { counted }))
}

impl Try {
    /// It fitted: what was counted against the name from here is forgotten, the address gets one try back.
    ///
    /// # Errors
    /// What the database says.
    pub async fn fitted(self, app: &App) -> Result<(), DbError> {
        let mut marks: Vec<([u8; 32], bool)> = self.counted.iter().map(|c| (c.mark(app), c.ladder == Ladder::SOURCE)).collect();
        marks.sort_unstable_by_key(|(mark, _)| *mark);
        let mut tx = app.db.write().await?;
        for (mark, keeps) in marks {
            // Whoever has one password of their own may not use it to wipe out what they tried on others.
            if keeps { store::give_back(&mut tx, mark).await? } else { store::clear(&mut tx, mark).await? }
        }
        tx.commit().await
    }
}

fn forgotten(last: Time, now: Time) -> bool {
    now >= last.plus_seconds(FORGOTTEN_SECONDS)
}

//! Who looked: one line for each act that was granted or refused, chained by a keyed hash.
//!
//! A grant becomes a [`Permit`] here and nowhere else, in the same transaction as its line: what cannot be logged is
//! not permitted. Nor is what goes beyond the [`Budget`] of a day. Table: `access_log`, with its newest hash in `access_head`;
//! `shown_person`, `shown_day`. Lines whose time is over go from its front, and no others ([`AccessLog::end_before`]).

mod beginning;
mod budget;
mod chain;
mod checkpoints;
mod export;
mod store;
mod walk;

pub use beginning::{Beginning, beginning, first_about};
pub use budget::{Budget, NoPermit, Spent, allow_more, first_shown, forget_shown, shown_on};
pub use chain::{ChainKey, Line};
pub use checkpoints::{Checkpoint, CheckpointError, Signer, Verifier, notes_in};
pub use export::{verify_export, write_beginning, write_line};
pub use store::{end, last_at, last_look, lines, lines_after, lines_at, lines_of, statements, verify};
pub use walk::Verdict;

use crate::flags;
use db::{Db, DbError, Tx};
use rights::{Act, Grant, Permit, Refusal, Role, Who};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::Head;
use walk::Walk;
use words::{Id, Time};

/// The log of one installation: its key, and how to write to it.
#[derive(Clone)]
pub struct AccessLog {
    key: ChainKey,
    budget: Budget,
    /// How far this program has checked the chain. It is kept in memory alone: what stands in the database can be forged with it.
    checked: Arc<Mutex<Option<Checked>>>,
}

/// How far the chain was found sound.
#[derive(Clone)]
struct Checked {
    seq: i64,
    hash: Vec<u8>,
    whole_at: Time,
}

/// The turn to write: until its transaction ends nobody else adds a line. It serves the transaction it was taken in and no other, and while it is held
/// that transaction asks for its permits here.
pub struct Turn<'a> {
    log: &'a AccessLog,
    head: Head,
}

impl Turn<'_> {
    /// See [`AccessLog::permit`].
    ///
    /// # Errors
    /// See [`AccessLog::permit`].
    pub async fn permit(&mut self, tx: &mut Tx, at: Time, grant: Grant, parts: &str) -> Result<Permit, NoPermit> {
        let permits = self.permits(tx, at, vec![grant], parts).await?;
        permits.into_iter().next().ok_or(NoPermit::Database(DbError::NotFound))
    }

    /// See [`AccessLog::permits_in`].
    ///
    /// # Errors
    /// See [`AccessLog::permits_in`].
    pub async fn permits(&mut self, tx: &mut Tx, at: Time, grants: Vec<Grant>, parts: &str) -> Result<Vec<Permit>, NoPermit> {
        budget::spend(tx, &self.log.budget, at, &grants).await?;
        let lines: Vec<Line> = grants.iter().map(|grant| granted(at, grant, parts)).collect();
        let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        let last = store::append(tx, &mut self.head, &self.log.key, lines).await?;
        Ok(grants.into_iter().zip(last - count + 1..).map(|(grant, seq)| grant.logged(seq)).collect())
    }
}

impl AccessLog {
    /// The log that `key` seals, and how many people anybody may be shown on a day.
    #[must_use]
    pub fn new(key: ChainKey, budget: Budget) -> AccessLog {
        AccessLog { key, budget, checked: Arc::default() }
    }

    /// How many different people somebody of this role may be shown on a day; none where nothing is counted.
    #[must_use]
    pub fn budget(&self, role: Role) -> Option<i64> {
        self.budget.of(role)
    }

    /// Turns a grant into a permit inside a transaction that also writes what the permit is for.
    ///
    /// # Errors
    /// When the line cannot be written, or the day's budget is spent; then there is no permit.
    pub async fn permit(&self, tx: &mut Tx, at: Time, grant: Grant, parts: &str) -> Result<Permit, NoPermit> {
        self.turn(tx).await?.permit(tx, at, grant, parts).await
    }

    /// The same for several people: one line for each.
    ///
    /// # Errors
    /// When the lines cannot be written, or one of these people is more than the day's budget; then there are no permits.
    pub async fn permits_in(&self, tx: &mut Tx, at: Time, grants: Vec<Grant>, parts: &str) -> Result<Vec<Permit>, NoPermit> {
        self.turn(tx).await?.permits(tx, at, grants, parts).await
    }

    /// The turn to write, for a transaction that turns grants into permits more than once.
    ///
    /// # Errors
    /// What the database says.
    pub async fn turn(&self, tx: &mut Tx) -> Result<Turn<'_>, DbError> {
        Ok(Turn { log: self, head: store::head(tx).await? })
    }

    /// Turns grants into permits in a transaction of their own, before anything is read: one line for each person.
    ///
    /// # Errors
    /// See [`AccessLog::permits_in`].
    pub async fn permits(&self, db: &Db, at: Time, grants: Vec<Grant>, parts: &str) -> Result<Vec<Permit>, NoPermit> {
        let mut tx = db.write().await?;
        let permits = self.permits_in(&mut tx, at, grants, parts).await?;
        tx.commit().await?;
        Ok(permits)
    }

    /// How many people somebody has been shown on this day, and how many it may be; none where nothing is counted.
    ///
    /// # Errors
    /// What the database says.
    pub async fn day(&self, tx: &mut Tx, at: Time, who: &Who) -> Result<Option<Spent>, DbError> {
        let Some(limit) = self.budget.of(who.role) else { return Ok(None) };
        let (shown, more) = budget::of_day(tx, who.user, at.date()).await?;
        Ok(Some(Spent { shown, limit: limit.saturating_add(more), client: None }))
    }

    /// One permit before a read. See [`AccessLog::permits`].
    ///
    /// # Errors
    /// See [`AccessLog::permit`].
    pub async fn permit_to_read(&self, db: &Db, at: Time, grant: Grant, parts: &str) -> Result<Permit, NoPermit> {
        let permits = self.permits(db, at, vec![grant], parts).await?;
        permits.into_iter().next().ok_or(NoPermit::Database(DbError::NotFound))
    }

    /// Waits until every transaction that writes under a permit of its own has ended, and keeps others waiting until this
    /// one ends: for work that must not cross a person's decision.
    ///
    /// # Errors
    /// What the database says.
    pub async fn take_turn(&self, tx: &mut Tx) -> Result<(), DbError> {
        store::head(tx).await.map(|_| ())
    }

    /// Writes that someone was refused.
    ///
    /// # Errors
    /// When the line cannot be written.
    #[expect(clippy::too_many_arguments, reason = "a refusal has no grant that would carry these together")]
    pub async fn refuse(&self, db: &Db, at: Time, who: &Who, act: Act, client: Option<Id>, why: &Refusal) -> Result<(), DbError> {
        let line = Line { outcome: format!("refused: {why}"), ..line(at, who, act, client) };
        let mut tx = db.write().await?;
        let mut head = store::head(&mut tx).await?;
        store::append(&mut tx, &mut head, &self.key, vec![line]).await?;
        tx.commit().await
    }

    /// Writes that the budget of somebody's day stopped them, and tells the officer at once. `id` is the flag's, if it is the first.
    ///
    /// # Errors
    /// When it cannot be written.
    #[expect(clippy::too_many_arguments, reason = "a refusal has no grant that would carry these together")]
    pub async fn stop(&self, db: &Db, at: Time, who: &Who, act: Act, spent: &Spent, id: Id) -> Result<(), DbError> {
        let line = Line { outcome: format!("refused: {}", Refusal::budget()), ..line(at, who, act, spent.client) };
        let mut tx = db.write().await?;
        let mut head = store::head(&mut tx).await?;
        let seq = store::append(&mut tx, &mut head, &self.key, vec![line.clone()]).await?;
        flags::raise_stopped(&mut tx, &Line { seq, ..line }, spent.shown, id).await?;
        tx.commit().await
    }

    /// Checks every line of the log against the chain, and the log against checkpoints that were kept.
    ///
    /// # Errors
    /// What the database says.
    pub async fn verify(&self, db: &Db, checkpoints: &[Checkpoint]) -> Result<Verdict, DbError> {
        let mut tx = db.read().await?;
        verify(&mut tx, &self.key, checkpoints).await
    }

    /// Checks every line of the log against the chain, and remembers how far it was sound.
    ///
    /// # Errors
    /// What the database says.
    pub async fn verify_whole(&self, db: &Db, now: Time) -> Result<Verdict, DbError> {
        self.check(db, Walk::new(&self.key, &[]), now).await
    }

    /// Checks what is new since the last check of this program, and the last line of that; all of the log when there was none, or when
    /// that found something. With the verdict comes when every line was last checked.
    ///
    /// # Errors
    /// What the database says.
    pub async fn verify_new(&self, db: &Db, now: Time) -> Result<(Verdict, Time), DbError> {
        let known = self.known().clone();
        let Some(Checked { seq, hash, whole_at }) = known else { return Ok((self.verify_whole(db, now).await?, now)) };
        if seq > 0 && store::hash_at(&mut db.read().await?, seq).await?.as_ref() != Some(&hash) {
            return Ok((self.verify_whole(db, now).await?, now));
        }
        Ok((self.check(db, Walk::after(&self.key, seq, hash), whole_at).await?, whole_at))
    }

    async fn check(&self, db: &Db, mut walk: Walk<'_>, whole_at: Time) -> Result<Verdict, DbError> {
        let whole = walk.whole;
        let verdict = store::walk_on(&mut db.read().await?, &mut walk).await?;
        let sound = matches!(verdict, Verdict::Sound(_));
        let mut known = self.known();
        // What a check of everything has found meanwhile is not forgotten because the end is sound.
        if whole || known.is_some() {
            *known = sound.then(|| Checked { seq: walk.seq, hash: walk.hash(), whole_at });
        }
        Ok(verdict)
    }

    /// What was checked; a thread that died while it wrote left it as it was.
    fn known(&self) -> MutexGuard<'_, Option<Checked>> {
        self.checked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many lines are older than `before`, up to line `until`, which is kept.
    ///
    /// # Errors
    /// What the database says.
    pub async fn over(&self, db: &Db, before: Time, until: i64) -> Result<i64, DbError> {
        beginning::over(&mut db.read().await?, before, until).await
    }

    /// Lets lines go that are older than `before`, from the front of the log and at most up to line `until`, which is kept. Gives how
    /// many went: 5,000 at most, so that nobody waits long.
    ///
    /// # Errors
    /// What the database says.
    pub async fn end_before(&self, db: &Db, _permit: &Permit, before: Time, until: i64) -> Result<u64, DbError> {
        let mut tx = db.write().await?;
        let gone = beginning::go(&mut tx, &self.key, (before, until), 5_000).await?;
        tx.commit().await?;
        Ok(gone)
    }

    /// Writes the end of an export: how long the log was at a moment, and the hash of its last line then.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write_end(&self, out: &mut impl std::io::Write, at: Time, end: (i64, &[u8])) -> std::io::Result<()> {
        export::write_end(out, &self.key, at, end)
    }

    /// How long the log is now, and its last hash.
    ///
    /// # Errors
    /// What the database says.
    pub async fn checkpoint(&self, db: &Db, at: Time) -> Result<Checkpoint, DbError> {
        let mut tx = db.read().await?;
        let (lines, hash) = end(&mut tx).await?;
        Ok(Checkpoint { lines, hash, at })
    }
}

fn granted(at: Time, grant: &Grant, parts: &str) -> Line {
    Line {
        parts: parts.to_owned(),
        purpose: grant.purpose().word().to_owned(),
        ground: grant.ground().word().to_owned(),
        outcome: "granted".to_owned(),
        ..line(at, grant.who(), grant.act(), grant.client())
    }
}

fn line(at: Time, who: &Who, act: Act, client: Option<Id>) -> Line {
    Line {
        seq: 0,
        at,
        user: who.user,
        // A person who reads their own file is known by the user's id alone: when they are erased, their name is nowhere.
        user_name: if who.role == Role::Jobseeker { String::new() } else { who.name.clone() },
        organisation: who.organisation.clone(),
        client,
        act: act.word().to_owned(),
        parts: String::new(),
        purpose: String::new(),
        ground: String::new(),
        outcome: String::new(),
    }
}

#[cfg(test)]
mod tests;

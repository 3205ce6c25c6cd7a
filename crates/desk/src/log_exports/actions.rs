//! Wishing an export, agreeing to it, and making the parts of the file.

use super::Outcome;
use super::store::{self, Export};
use db::DbError;
use history::access;
use office::{App, Problem, Visitor};
use rights::{Act, Permit};
use words::{Id, Time};

/// So many lines stand in one part: some thirty megabytes, so that a node makes it in memory.
pub(super) const IN_PART: i64 = 100_000;

/// Wishes an export. Gives its id.
pub(super) async fn wish(app: &App, visitor: &Visitor, reason: &str) -> Result<Id, Problem> {
    let grant = app.decide(&visitor.who, Act::WishLogExport, None)?;
    let (id, now) = (app.clock.id(), app.clock.now());
    let mut tx = app.db.write().await?;
    let permit = app.log.permit(&mut tx, now, grant, "an export of the whole access log wished").await?;
    store::add(&mut tx, &permit, (id, now), reason).await?;
    tx.commit().await?;
    Ok(id)
}

/// Agrees to an export, declines it, or takes one's own wish back.
///
/// # Errors
/// [`Problem::Bad`] when whoever wished it agrees to it; [`Problem::Already`] when somebody has spoken before.
pub(super) async fn settle(app: &App, visitor: &Visitor, id: Id, agrees: bool) -> Result<(), Problem> {
    let grant = app.decide(&visitor.who, Act::AgreeLogExport, None)?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let parts = if agrees { "an export of the whole access log agreed" } else { "an export of the whole access log declined" };
    let permit = app.log.permit(&mut tx, now, grant, parts).await?;
    let export = store::get(&mut tx, &permit, id).await?;
    let outcome = match (agrees, export.wished_by == visitor.who.user) {
        (true, true) => return Err(Problem::Bad(visitor.shell.say("log-export-second-person"))),
        (true, false) => Outcome::Agreed,
        (false, true) => Outcome::Withdrawn,
        (false, false) => Outcome::Declined,
    };
    if export.step.is_some() {
        return Err(Problem::Already);
    }
    let (lines, _) = access::end(&mut tx).await?;
    store::add_step(&mut tx, &permit, id, (outcome, now, lines)).await?;
    tx.commit().await?;
    Ok(())
}

/// How far, and until when, this user may take the file; none when they may not, or no longer.
pub(super) fn may_take(app: &App, user: Id, export: &Export) -> Option<(i64, Time)> {
    let step = export.step.as_ref().filter(|step| step.outcome == Outcome::Agreed && export.wished_by == user)?;
    let until = step.at.plus_seconds(app.pack.watching.log_export_hours * 3600);
    (app.clock.now() < until).then_some((step.lines, until))
}

/// How many parts so many lines have; also nothing is one part, with its end.
pub(super) fn parts(lines: i64, in_part: i64) -> i64 {
    (lines.max(1) + in_part - 1) / in_part
}

/// A part of an export, the first is 1; the last one has the end. Read together in their order they are one export.
///
/// # Errors
/// [`DbError::NotFound`] when the log ends before the lines it had; what the database says.
pub(super) async fn part(
    app: &App, permit: &Permit, (lines, at): (i64, Time), (part, in_part): (i64, i64),
) -> Result<Vec<u8>, DbError> {
    let (mut after, last) = ((part - 1) * in_part, lines.min(part * in_part));
    let (mut file, mut hash, mut tx) = (Vec::new(), vec![0; 32], app.db.read().await?);
    let begins = access::beginning(&mut tx).await?;
    if part == 1 {
        access::write_beginning(&mut file, &begins).map_err(|error| unwritten(&error))?;
    }
    // Of a part that has gone from the front since, nothing is left; of another, what stands after that.
    after = after.max(begins.seq);
    while after < last {
        let some = access::lines_after(&mut tx, permit, after).await?;
        if some.is_empty() {
            return Err(DbError::NotFound);
        }
        for (line, its) in some.into_iter().take_while(|(line, _)| line.seq <= last) {
            access::write_line(&mut file, &line, &its).map_err(|error| unwritten(&error))?;
            after = line.seq;
            hash = its;
        }
    }
    if last == lines {
        app.log.write_end(&mut file, at, (lines, &hash)).map_err(|error| unwritten(&error))?;
    }
    Ok(file)
}

/// Keeps that the whole log was exported at the machine, for the officer to see. `lines` is how far.
///
/// # Errors
/// What the database says.
pub async fn at_machine(app: &App, permit: &Permit, lines: i64) -> Result<(), DbError> {
    let (id, now) = (app.clock.id(), app.clock.now());
    let mut tx = app.db.write().await?;
    store::add(&mut tx, permit, (id, now), "").await?;
    store::add_step(&mut tx, permit, id, (Outcome::Machine, now, lines)).await?;
    tx.commit().await
}

fn unwritten(error: &std::io::Error) -> DbError {
    DbError::Column { column: "access_log".into(), problem: error.to_string() }
}

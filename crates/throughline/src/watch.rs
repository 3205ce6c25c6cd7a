//! Watching: new lines of the access log are held against the rules of the pack, by one node at a time.

use crate::installation::{itself, own_permit};
use anyhow::Result;
use history::access::Verdict;
use office::App;
use people::watching;
use rights::Act;
use std::time::Duration;
use words::Time;

/// How often the log is looked at.
const LOOK: Duration = Duration::from_secs(20);

/// After so many seconds every line of the log is checked against its chain again.
const WHOLE_SECONDS: i64 = 24 * 3600;

/// Watches for as long as the program runs. A failure is reported, and the same lines are looked at the next time.
pub async fn keep(app: App) {
    let mut ticks = tokio::time::interval(LOOK);
    let mut checked = None;
    loop {
        ticks.tick().await;
        let now = app.clock.now();
        if checked.is_none_or(|at: Time| now >= at.plus_seconds(WHOLE_SECONDS)) {
            checked = check(&app, now).await.then_some(now);
        }
        if let Err(error) = once(&app).await {
            tracing::error!(%error, "the access log could not be watched");
        }
    }
}

/// Checks every line of the log against its chain, so that the officer's page only has to go on from there; says whether it could.
async fn check(app: &App, now: Time) -> bool {
    match app.log.verify_whole(&app.db, now).await {
        Ok(Verdict::Sound(_)) => true,
        Ok(verdict) => {
            tracing::error!(line = verdict.first_bad(), "the access log is broken");
            true
        }
        Err(error) => {
            tracing::error!(%error, "the access log could not be checked");
            false
        }
    }
}

/// Looks at every line that waits; gives how many were flagged.
///
/// # Errors
/// What the database says.
pub async fn once(app: &App) -> Result<usize> {
    let program = itself()?.user;
    let mut flagged = 0;
    while watching::waiting(app, program).await? {
        let permit = own_permit(app, Act::FlagLookUps, "new lines held against the rules").await?;
        flagged += watching::look(app, &permit).await?;
    }
    Ok(flagged)
}

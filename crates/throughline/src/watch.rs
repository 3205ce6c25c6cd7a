//! Watching: new lines of the access log are held against the rules of the pack, by one node at a time.

use crate::installation::{itself, own_permit};
use anyhow::Result;
use office::App;
use people::watching;
use rights::Act;
use std::time::Duration;

/// How often the log is looked at.
const LOOK: Duration = Duration::from_secs(20);

/// Watches for as long as the program runs. A failure is reported, and the same lines are looked at the next time.
pub async fn keep(app: App) {
    let mut ticks = tokio::time::interval(LOOK);
    loop {
        ticks.tick().await;
        if let Err(error) = once(&app).await {
            tracing::error!(%error, "the access log could not be watched");
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

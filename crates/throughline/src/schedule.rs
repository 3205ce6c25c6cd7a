//! Schedules: feeds whose time has come are looked for in their folder and taken in, by one node alone.

use crate::installation::own_permit;
use crate::purge;
use anyhow::Result;
use exchange::{feeds, imports};
use office::App;
use people::links::link_as_due;
use rights::Act;
use std::path::Path;
use std::time::Duration;

/// How often schedules are looked at.
const LOOK: Duration = Duration::from_secs(20);

/// Looks at the schedules for as long as the program runs. A failure is reported and tried again at the next time.
pub async fn keep(app: App) {
    let mut ticks = tokio::time::interval(LOOK);
    let mut purged = None;
    loop {
        ticks.tick().await;
        let today = app.clock.now().date();
        if purged != Some(today) {
            match purge::once(&app).await {
                Ok(gone) => {
                    purged = Some(today);
                    tracing::info!(?gone, "what is over was removed");
                }
                Err(error) => tracing::error!(%error, "what is over could not be removed"),
            }
        }
        if let Err(error) = once(&app).await {
            tracing::error!(%error, "a scheduled import failed");
        }
        if let Err(error) = casework::drafts::clear_away(&app).await {
            tracing::error!(%error, "drafts that are over were not cleared away");
        }
        if let Err(error) = office::clear_away(&app).await {
            tracing::error!(%error, "what signing in left behind could not be cleared away");
        }
        if let Err(error) = estimate(&app).await {
            tracing::error!(%error, "the nightly estimate of linkage failed");
        }
    }
}

/// Learns by night what a new model would change; a person decides whether it shall.
async fn estimate(app: &App) -> Result<()> {
    if people::estimates::due(app).await? {
        let permit = own_permit(app, Act::ChangeModel, "nightly estimate of linkage").await?;
        let estimate = people::estimates::estimate(app, &permit).await?;
        // What is known of people has changed since pairs were weighed last.
        people::matches::weigh_harm(app, &permit, true).await?;
        tracing::info!(records = estimate.records, moved = estimate.moved, "nightly estimate of linkage");
    }
    Ok(())
}

/// Takes in the files of every feed that is due; gives how many runs there were.
///
/// # Errors
/// What the database says. A file that is not there is a run with a reason, so that silence is seen.
pub async fn once(app: &App) -> Result<usize> {
    let mut tx = app.db.read().await?;
    let due = feeds::due(&mut tx, app.clock.now()).await?;
    drop(tx);
    let mut runs = 0;
    for feed in due {
        let mut tx = app.db.write().await?;
        let ours = feeds::take_turn(&mut tx, &feed, app.clock.now()).await?;
        tx.commit().await?;
        let Some(folder) = feed.folder.as_ref().filter(|_| ours) else { continue };
        let permit = own_permit(app, Act::RunFeed, &format!("scheduled file of feed {}", feed.config.name)).await?;
        let path = Path::new(folder).join(&feed.config.file);
        let run = imports::import(app, &permit, &feed.config, (&path, &feed.config.file), &mut |_| {}).await;
        let Ok(run) = run.inspect_err(|error| tracing::error!(%error, feed = feed.config.name, "a scheduled import failed")) else {
            continue;
        };
        tracing::info!(feed = feed.config.name, state = run.state, rows = run.rows, refused = run.refused, "scheduled import");
        runs += 1;
    }
    if runs > 0 {
        let permit = own_permit(app, Act::RunFeed, "linking after scheduled imports").await?;
        link_as_due(app, &permit, |_, _| {}).await?;
        people::matches::weigh_harm(app, &permit, false).await?;
    }
    Ok(runs)
}

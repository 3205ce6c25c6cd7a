//! `throughline import`: files of a feed from the command line, with a report.

use crate::installation::{Place, own_permit};
use crate::simulate::{bar, share_in_thousandths};
use anyhow::{Context, Result, bail};
use clap::Args;
use exchange::{feeds, imports};
use office::{App, Clock};
use people::links::link_as_due;
use rights::Act;
use std::path::{Path, PathBuf};

/// Options of `import`.
#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    place: Place,
    /// The feed's name
    #[arg(long)]
    feed: String,
    /// Its files, in order
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// When the feed is not there or the database fails. A refused file is reported, and the others go on.
pub async fn run(options: Options) -> Result<()> {
    let app = options.place.open(Clock::machine(), false).await?;
    let permit = own_permit(&app, Act::RunFeed, &format!("import of feed {}", options.feed)).await?;
    let mut tx = app.db.read().await?;
    let feed = feeds::get(&mut tx, &permit, &options.feed).await.with_context(|| format!("there is no feed “{}”", options.feed))?;
    drop(tx);
    let mut refused = 0;
    for file in &options.files {
        let run = take(&app, &feed.config, file).await?;
        println!("{}", report(&run));
        refused += usize::from(run.state == "refused");
    }
    link(&app).await?;
    if refused > 0 {
        bail!("{refused} of {} files were refused", options.files.len());
    }
    Ok(())
}

/// Takes one file in, with progress.
///
/// # Errors
/// When the database fails.
pub async fn take(app: &App, config: &feeds::Config, file: &Path) -> Result<imports::Run> {
    let permit = own_permit(app, Act::RunFeed, &format!("import of feed {}", config.name)).await?;
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    let bar = indicatif::ProgressBar::new_spinner();
    let run = imports::import(app, &permit, config, (file, &name), &mut |rows| bar.set_message(format!("{name}: {rows} rows"))).await?;
    bar.finish_and_clear();
    Ok(run)
}

/// Links everybody anew, with progress.
///
/// # Errors
/// When the database fails.
pub async fn link(app: &App) -> Result<people::links::Relinked> {
    let permit = own_permit(app, Act::RunFeed, "linking after imports").await?;
    let bar = bar("linking");
    let shown = bar.clone();
    let linked = link_as_due(app, &permit, move |stage, share| {
        shown.set_message(format!("{stage:?}").to_lowercase());
        shown.set_position(share_in_thousandths(share));
    })
    .await?;
    people::matches::weigh_harm(app, &permit, false).await?;
    bar.finish_and_clear();
    Ok(linked)
}

/// A run in one line.
#[must_use]
pub fn report(run: &imports::Run) -> String {
    let counts = format!(
        "{} rows: {} new, {} changed, {} unchanged, {} in quarantine, {:.1} s", run.rows, run.new, run.changed, run.unchanged,
        run.refused, run.seconds
    );
    if run.state == "refused" { format!("{}: refused. {} ({counts})", run.file, run.reason) } else { format!("{}: {counts}", run.file) }
}

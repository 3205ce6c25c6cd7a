//! `throughline purge`: what is over by the field register is removed, and nothing of what was removed is left in the files.

use crate::installation::{Place, own_permit};
use anyhow::Result;
use clap::Args;
use desk::{erasures, retention};
use office::{App, Clock};
use people::teams;
use rights::Act;
use std::collections::BTreeMap;

/// What to remove.
#[derive(Args, Debug)]
pub struct Options {
    /// The installation
    #[command(flatten)]
    place: Place,
    /// Say what is over, and remove nothing
    #[arg(long)]
    preview: bool,
}

/// Runs the command.
///
/// # Errors
/// When the installation does not open or the database says no.
pub async fn run(options: Options) -> Result<()> {
    let app = options.place.open(Clock::machine(), false).await?;
    if options.preview {
        let over = retention::is_over(&app).await?;
        for (class, rows) in &over {
            println!("{class}: {rows}{} over", if *rows >= 500 { " or more" } else { "" });
        }
        println!("{}", if over.is_empty() { "Nothing is over." } else { "Nothing was removed." });
        println!("People whose time is over stand on the page /retention: two people erase them.");
        return Ok(());
    }
    let gone = once(&app).await?;
    for (class, rows) in &gone {
        println!("{class}: {rows} rows removed");
    }
    let permit = own_permit(&app, Act::Purge, "what came back of people who were erased").await?;
    let swept = erasures::sweep(&app, &permit).await?;
    println!("{} Writing the files anew …", if swept == 0 { "Of people who were erased nothing was left.".to_owned() } else { format!("{swept} rows of people who were erased were left, and are removed.") });
    app.db.write_anew().await?;
    println!("Nothing of what was removed is left in the tables’ files. Copies of them are as old as they are: remove those made before.");
    Ok(())
}

/// Ends seats in case teams whose user has gone, and removes what is over in the classes that go by themselves; the access log says how much
/// of what.
///
/// # Errors
/// What the database says.
pub async fn once(app: &App) -> Result<BTreeMap<&'static str, u64>> {
    if teams::rests(app).await? {
        let permit = own_permit(app, Act::Purge, "seats in case teams ended whose user has gone").await?;
        teams::end_resting(app, &permit).await?;
    }
    let over = retention::is_over(app).await?;
    if over.is_empty() {
        return Ok(BTreeMap::new());
    }
    let parts: Vec<String> = over.iter().map(|(class, rows)| format!("{class} {rows}{}", if *rows >= 500 { " or more" } else { "" })).collect();
    let permit = own_permit(app, Act::Purge, &format!("over by the field register: {}", parts.join(", "))).await?;
    let gone = retention::purge(app, &permit).await?;
    app.db.sweep_files().await?;
    Ok(gone)
}

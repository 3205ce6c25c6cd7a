//! `throughline simulate`: the files of five agencies of a region that does not exist.

use anyhow::Result;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;

/// Options of `simulate`.
#[derive(Args, Debug)]
pub struct Options {
    /// How many people, besides the fourteen that are always there
    #[arg(long, default_value_t = 2_000)]
    people: u32,
    /// Write this many records of all agencies into one CSV file instead, for measuring linkage
    #[arg(long, conflicts_with = "people")]
    records: Option<u64>,
    /// The same seed gives the same files
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder to write to; with --records the file
    #[arg(long)]
    out: PathBuf,
}

/// Runs the command.
///
/// # Errors
/// When the folder cannot be written.
pub fn run(options: &Options) -> Result<()> {
    let bar = bar("writing files");
    let mut show = |what: &str, share| {
        bar.set_message(what.to_owned());
        bar.set_position(share_in_thousandths(share));
    };
    let summary = match options.records {
        Some(records) => region::simulate_records(records, options.seed, &options.out, &mut show)?,
        None => region::simulate(options.people, options.seed, &options.out, &mut show)?,
    };
    bar.finish_and_clear();
    if options.records.is_some() {
        println!("{} records of {} people in {}, the truth beside it. Nobody in these files exists.", summary.records, summary.people, options.out.display());
        return Ok(());
    }
    println!(
        "{} people, {} records, {} rows about people, {} rows of events in {}. The truth is in truth.csv. Nobody in these files exists.",
        summary.people, summary.records, summary.people_rows, summary.event_rows, options.out.display()
    );
    Ok(())
}

/// A progress bar of a thousand steps; silent when nobody watches.
#[must_use]
pub fn bar(message: &str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:36} {bar:32} {percent:>3} %").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(1_000).with_style(style).with_message(message.to_owned())
}

/// A share from 0 to 1 as steps of [`bar`].
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=1000 first")]
pub fn share_in_thousandths(share: f32) -> u64 {
    (share * 1_000.0).clamp(0.0, 1_000.0) as u64
}

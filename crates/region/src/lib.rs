//! Aldermark: an invented region with five agencies, and the files they would deliver about the people they share.
//!
//! Nobody in it exists. The same number of people and the same seed always give the same files.

mod agencies;
mod cast;
mod chance;
mod days;
mod deliveries;
mod feeds;
mod homes;
mod households;
mod lives;
mod memberships;
mod names;
mod one_file;
mod people;
mod sheets;
mod slips;

pub use one_file::simulate_records;

use std::io;
use std::path::{Path, PathBuf};

use chance::Chance;
use deliveries::Deliveries;

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// People, the cast included.
    pub people: u64,
    /// What agencies know about them: one for each person and agency, two where an agency has someone twice.
    pub records: u64,
    /// Rows of people files, over all deliveries.
    pub people_rows: u64,
    /// Rows of events files, over all deliveries.
    pub event_rows: u64,
}

/// Why the region could not be written.
#[derive(Debug, thiserror::Error)]
pub enum RegionError {
    /// A file or folder could not be written.
    #[error("{path} could not be written: {source}")]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A workbook could not be written.
    #[error("a workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A Parquet file could not be written.
    #[error("a Parquet file could not be written: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
    /// Rows could not be put together.
    #[error("a table could not be put together: {0}")]
    Arrow(#[from] arrow_schema::ArrowError),
    /// A delimited file could not be written.
    #[error("a delimited file could not be written: {0}")]
    Csv(#[from] csv::Error),
    /// An object could not be written as JSON.
    #[error("a JSON line could not be written: {0}")]
    Json(#[from] serde_json::Error),
    /// Anything else that happened while writing.
    #[error("writing failed: {0}")]
    Write(#[from] io::Error),
}

/// Writes three deliveries of five agencies about `people` invented people (and the cast) into the folder `out`.
///
/// `progress` is told what is being done and how much of it is, from 0 to 1.
///
/// # Errors
/// When a file cannot be written.
pub fn simulate(
    people: u32,
    seed: u64,
    out: &Path,
    progress: &mut dyn FnMut(&str, f32),
) -> Result<Summary, RegionError> {
    let mut deliveries = Deliveries::create(out)?;
    feeds::write(out)?;
    for case in cast::cast() {
        deliveries.add(&case, &mut Chance::new(seed, 0))?;
    }
    let mut counters = memberships::Counters::default();
    let mut household = 0_u64;
    let mut done = 0;
    while done < people {
        household += 1;
        let mut chance = Chance::new(seed, household);
        for person in households::household(&mut chance, people - done) {
            let case = memberships::join(person, &mut counters, &mut chance);
            deliveries.add(&case, &mut chance)?;
            done += 1;
            if done.is_multiple_of(1_000) {
                progress("people", done as f32 / people as f32);
            }
        }
    }
    progress("closing the files", 1.0);
    deliveries.finish()
}

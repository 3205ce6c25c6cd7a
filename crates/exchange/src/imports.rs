//! Imports: a file of a feed becomes records and entries, batch by batch, each batch all or nothing.
//!
//! The same file twice changes nothing. A run that is killed is taken up where it stopped when the file comes again. Good
//! rows go on; bad ones wait in [`crate::quarantine`]. Table: `feed_run`.

mod rows;
mod run;
mod store;

pub use rows::{Batch, take_in};
pub use run::{ImportError, import};
pub use store::{Run, get, latest_of_feeds, of_feed, statements};

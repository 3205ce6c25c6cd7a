//! Quarantine: rows that could not be taken in wait here, with field, value and reason, to be mended and tried again.
//!
//! Nothing is lost: the row is kept as it came. Table: `quarantine`. Pages `/quarantine`, `/quarantine/{row}`.

mod actions;
mod pages;
mod store;
pub(crate) mod whose;

pub use actions::{Mended, mend, set_aside, try_again};
pub use pages::routes;
pub use whose::naming;
pub use store::{Kept, count_by_feed, count_of_run, get, keep, of_run, seal_clear, statements, waiting};

use crate::feeds::RowProblem;

/// The name under which a row's text is kept when its columns could not be told apart.
pub const WHOLE_ROW: &str = "(whole row)";

/// A row on its way into quarantine.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Where a person finds it in the file.
    pub number: u64,
    /// The row as it came, column by column; or [`WHOLE_ROW`] alone.
    pub columns: Vec<(String, String)>,
    /// What is wrong.
    pub problem: RowProblem,
}

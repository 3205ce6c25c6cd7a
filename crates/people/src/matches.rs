//! Match review: the data steward decides what linkage leaves open, the most harmful first, and takes back what turned out
//! wrong.
//!
//! Pages `/matches`, `/matches/{pair}`, `/matches/numbers`, `/matches.csv`, `/clients/{client}/split`, `/clients/{client}/protection`; decisions
//! live in [`crate::links`] and [`crate::decisions`].

mod actions;
mod grading;
mod harm;
mod numbers_page;
mod pages;
mod pair_page;
mod proposals;
mod protection_page;
mod queue_page;
mod sides;
mod split_page;
mod views;

pub use grading::weigh_harm;
pub(crate) use pages::log_each;
pub(crate) use pair_page::{Both, Side, both};
pub use pages::routes;
pub(crate) use views::Compared;
pub use views::{Balance, Waterfall, balance};

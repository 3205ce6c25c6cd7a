//! Match review: the data steward decides what linkage leaves open, and takes back what turned out wrong.
//!
//! Pages `/matches` and `/matches/{pair}`; decisions live in [`crate::links`].

mod actions;
mod pages;
mod views;

pub use pages::routes;
pub use views::{Waterfall, waterfall};

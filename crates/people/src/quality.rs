//! Honest figures: how right the links are, and what about the records makes them so.
//!
//! Precision and recall are estimated from a blind sample: somebody says of pairs of records whether they are one person, without
//! seeing what the machine made of them. Tables: `sample`, `sample_stratum`, `sample_pair`, `sample_answer`. Pages: `/identity` and
//! below. No page but the sample's own shows a person.

mod actions;
mod estimate;
mod figures;
mod pages;
mod sample_pages;
mod store;
mod strata;
#[cfg(test)]
mod tests;

pub use actions::draw;
pub use pages::routes;
pub use store::statements;

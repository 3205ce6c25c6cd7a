//! The policy: read by everybody who signs in, acknowledged by those who work here, signed by each organisation (domain study POL-01,
//! POL-03, POL-07, ACC-13). Its words stand in the pack ([`crate::packs::Policy`]); here is who has said yes to which version, and when.
//!
//! Whoever works here and has not acknowledged the version in force, or longer ago than the pack says, reads the rules for use before they
//! come in: a stage of the session, whichever way they come. Pages `/policy`, `/sign-in/policy`, `/policies`. Tables:
//! `policy_acknowledgement`, `policy_signature`.

mod actions;
mod officer_page;
mod pages;
mod stage_page;
mod store;
mod views;

pub(crate) use actions::is_asked;
pub use actions::{acknowledge, review_was_due};
pub(crate) use pages::permit;
pub use pages::routes;
pub use store::statements;

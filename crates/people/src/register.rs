//! Registration: search before create. While the counsellor types, those who may be the same person appear, with what agrees
//! and what differs; a new record is made only after they were seen (domain study, IDN-02).
//!
//! Pages `/clients/new`; the look-up is [`crate::links::who_may_be`], the record one of the visitor's own organisation.

mod actions;
mod pages;

pub use pages::routes;

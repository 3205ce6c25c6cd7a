//! The caseload: everybody a counsellor counsels or covers for, with where each stands, who needs something, and how many are on which track beside
//! the number the pack holds to be enough for one counsellor (requirement MTG-11, rule N9).
//!
//! Page `/caseload`, the same as a file with `?format=csv`. Owns no tables.

mod pages;

pub use pages::routes;

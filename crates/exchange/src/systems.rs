//! Systems: which record systems the partners have, and which of their fields come in and as what (domain study POL-08). Made from the
//! feeds, so that it cannot say something else than what the program does. Page `/systems`. Owns no tables.

mod pages;

pub use pages::routes;

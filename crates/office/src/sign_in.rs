//! Signing in and out, and choosing a language. Pages `/sign-in`, `/enter/{link}`, `/sign-out`, `/language`, `/about`.
//!
//! Two ways in: a name with a password, or a link that works once (the demo's links work as often as one likes).

mod pages;

pub use pages::routes;

//! The impact assessment (GDPR article 35), from the pack: what is done with data about people, why, what could go wrong for them, and
//! what holds it off. Page `/impact`, also as a file.

mod pages;

pub use pages::routes;

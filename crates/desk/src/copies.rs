//! Copies: everything that is kept about somebody (GDPR article 15), as a page to read and print and as a file for machines.
//!
//! Made from the field register: each table of it that is about people has a place here ([`places`]), in a section or among what is left
//! out with the reason, and a test fails when a new one has none. People take their copy themselves; the data-protection officer makes one
//! for somebody who has asked for it and waits. Other people's names are taken out: whoever works here stands with role and organisation,
//! anybody else as another person. Pages `/clients/{client}/copy` and `/clients/{client}/copy.json`. Owns no tables.

mod gather;
mod pages;
mod parts;
mod places;
mod redact;

pub use pages::routes;

#[cfg(test)]
mod tests;

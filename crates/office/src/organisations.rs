//! Organisations: who keeps files on people and who may be asked. Table: `organisation`.

mod store;

pub use store::{add, list, statements};

/// A partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The short name feeds use, such as `clinic`.
    pub id: String,
    /// The name people read.
    pub title: String,
    /// What it is: employment-service, municipality, insurer, health, training.
    pub kind: String,
    /// Whether its mere name betrays health, justice or belief.
    pub sensitive: bool,
}

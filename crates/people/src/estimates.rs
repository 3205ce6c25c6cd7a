//! Estimates: every night the weights are learnt anew from all records, and what they would change is written down. Nothing
//! changes before a person has accepted it.
//!
//! Page `/identity/model`. Table: `link_estimate`.

mod actions;
mod pages;
mod store;

pub use actions::{due, estimate};
pub use pages::routes;
pub use store::statements;

use serde::{Deserialize, Serialize};
use words::{Id, Time};

/// What a new model would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// Its id.
    pub id: Id,
    /// When it was made.
    pub made_at: Time,
    /// Records it was learnt from.
    pub records: i64,
    /// Clients that would become part of another.
    pub joined: i64,
    /// Clients that would fall apart.
    pub parted: i64,
    /// Records that would change their client.
    pub moved: i64,
    /// Pairs that would wait for the steward.
    pub possible: i64,
    /// Some of the records that would move.
    pub examples: Vec<Move>,
    /// The model, as text.
    pub model: String,
    /// `open`, `nothing` (it would change nobody), `accepted`, `declined`, `outdated`.
    pub state: String,
}

/// A record that would move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The record.
    pub record: Id,
    /// The client it belongs to.
    pub from: Id,
    /// The client it would belong to; none for one of its own.
    pub to: Option<Id>,
}

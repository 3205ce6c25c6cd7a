//! Links: the decision that a record belongs to a client, with evidence and author. Linking and unlinking move no data.
//!
//! The system links what linkage is sure of; what is merely possible waits for the data steward. A decision made by a
//! person holds for ever, against every later run, until a person takes it back. Each decision is an entry of the case
//! history. Tables: `client`, `link_decision`, `current_link`, `pair_decision`, `possible_match`, `link_model`,
//! and those of [`arriving`].

mod arriving;
mod decide;
mod doubts;
mod identity;
mod reconcile;
mod relink;
mod standing;
mod store;
mod take_back;
#[cfg(test)]
mod tests;
mod writing;

pub use arriving::{MayBe, arrive, begin, leave, who_may_be};
pub use doubts::{Outline, Possible, outlines, possible, possible_between, possible_count, possible_some, set_grades};
pub use decide::{Decided, decide, gone_at_source, keep_apart, second, sent_again};
pub use identity::level_word;
pub use standing::{Member, clients_told_of, former_clients, history_of, links_of, members, pairs_of, withdrawn_from};
pub(crate) use store::in_order;
pub use relink::{Foreseen, Relinked, foresee, link_as_due, relink};
pub(crate) use store::clients_of_records;
pub use store::{
    Link, PairDecision, client_of, became, clients_of, clients_with, current_model, pair_decisions,
};

/// All records as linkage sees them; row `n` is the `n`th of them.
pub(crate) fn table_of_everyone(everyone: &[crate::records::Everyone]) -> linkage::Table {
    identity::table_of(everyone, &identity::sources_of(everyone), &identity::Common::words_of(everyone))
}

/// The statements of this room, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<db::Statement> {
    [store::statements(), doubts::statements(), standing::statements(), arriving::statements()].concat()
}

use serde::{Deserialize, Serialize};
use words::Id;

/// What speaks for a link, kept with the decision: levels and bits, not the values, which stand in the records.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The record this one was compared with.
    pub with: Option<Id>,
    /// Bits before anything is compared: few pairs are one person.
    pub prior: f64,
    /// Everything together.
    pub bits: f64,
    /// What each comparison said, strongest first; with the prior they add up to the bits.
    pub weighed: Vec<Weighed>,
}

/// One comparison's part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    /// What was compared: `given_name`, `address` …
    pub comparison: String,
    /// How far it agreed: `same`, `near`, `missing` …
    pub level: String,
    /// What it weighs, in bits: positive for one person, negative for two.
    pub bits: f64,
}

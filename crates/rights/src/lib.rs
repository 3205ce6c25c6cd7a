//! Who may do what, and why. The only place where a [`Permit`] can come from.
//!
//! The rules are files of the policy pack, in Cedar, held against their schema when they are read ([`Rules::read`]); no other
//! crate knows the engine. Deny is the default. A granted act becomes a permit only when `history` has written the line of the
//! access log that says so: [`Grant::logged`] asks for the number of that line.
//!
//! Pure: the texts of the rules and the facts of a case (who, which client, what ties them) are handed in. A second procedure,
//! written from the matrix and not from the rules, stands in `tests/` and must agree with them.

mod acts;
mod facts;
mod loading;
mod permits;
mod rules;

pub use acts::{Act, Ground, Purpose, Relation, Role};
pub use facts::{Case, Facts, Relations, Who};
pub use loading::{RulesError, Source};
pub use permits::{Grant, Permit};
pub use rules::{Refusal, Rules, Showing, finds_only_its_own, sees_protected, usual_facts};

//! Who may do what, and why. The only place where a [`Permit`] can come from.
//!
//! Deny is the default: an act is refused unless a rule in [`rules`](decide) names the role that may do it. A granted
//! act becomes a permit only when `history` has written the line of the access log that says so: [`Grant::logged`]
//! asks for the number of that line.
//!
//! Pure: the facts of a case (who, which client, whose record) are handed in. The full policy as data comes later; this
//! is its first page, in one table that is printed to `docs/rights.txt` and compared by a test.

mod acts;
mod rules;

pub use acts::{Act, Purpose, Role};
pub use rules::{Grant, Permit, Refusal, Showing, Who, decide, role_may, sees_protected, shows};

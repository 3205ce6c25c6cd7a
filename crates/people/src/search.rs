//! Search: the right person in one try, however the name is spelt.
//!
//! Every word of a name that any version of a record ever carried is a *token*; tokens are reached exactly, by their
//! beginning, or by a spelling one or two letters away. Numbers are kept back to front, because people remember how a
//! number ends. Tables: `record_token`, `token_variant`.

mod naming;
mod query;
mod rank;
mod store;
mod tokens;

pub use naming::others_named;
pub use query::{Query, Term};
pub use rank::{Found, Why};
pub use store::{Holder, called, find, forget, make_findable, number_token, statements, with_number, with_shared_numbers};

//! The keys of what is said about people: one for each record, client and run, each wrapped under the master key. Destroying a key
//! erases what it sealed, whatever copies of that there are. Table: `subject_key`.
//!
//! Keys alone tell nothing about anybody, so nothing here takes a permit; whoever reads what they open does.

mod opener;
mod store;
mod typed;

pub use opener::{Opener, sealed};
pub use store::{all_destroyed, destroy, destroyed, for_subjects, own, rewrap, rewrap_alone, statements};
pub use typed::{open_words, seal_text, seal_words};
//! Questions: what somebody else is asked before a decision is made or holds, and what they answered.
//!
//! A counsellor is asked whether two records are one person they know; an organisation whether a value in its record is
//! right; a second person whether a decision about somebody protected is. Tables: `question`, `answer`.
//! Pages `/questions`, `/second`, `/corrections`.

mod pages;
mod store;

pub use pages::routes;
pub use store::{Answer, Question, about, ask, get, give, open, open_for, statements};

use words::stored_words;

stored_words! {
    /// What somebody is asked.
    Asking {
        /// Are these two records one person?
        Opinion = "opinion",
        /// Is this decision about somebody protected right?
        Second = "second",
        /// Is this value in your record right?
        Correction = "correction",
    }
}

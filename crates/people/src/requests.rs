//! Requests: what people ask for about their data (GDPR articles 15 to 18 and 21), with the clock of the law on each.
//!
//! A person asks in the portal, or somebody writes down what they ask on paper or aloud. An answer is due one month later; once it may
//! be put off by two months, with a reason the person reads (article 12(3)). The data-protection officer answers in plain words, and the
//! person reads the answer where they asked. What they say and what they are told is sealed under the key of their record.
//!
//! Pages `/my-data/requests`, `/requests` and below, `/clients/{client}/requests/new`. Tables: `request`, `request_step`.

mod about;
mod actions;
mod desk_page;
mod mine_page;
mod one_page;
mod pages;
mod rules;
mod store;
mod write_page;

pub use pages::routes;
pub use rules::{due, extended};
pub use store::{Request, Step, of_clients, soonest, statements, statements_beside, waiting, waits_for_copy};

use words::stored_words;

stored_words! {
    /// What somebody asks for.
    Kind {
        /// Everything that is kept about them (article 15).
        Copy = "copy",
        /// That something be put right (article 16).
        Correction = "correction",
        /// That something be kept, and not used (article 18).
        Restriction = "restriction",
        /// That it not be processed, for reasons of their own (article 21).
        Objection = "objection",
        /// That it be erased (article 17).
        Erasure = "erasure",
    }
}

stored_words! {
    /// What is done about a request.
    Done {
        /// It takes longer, and the person has been told why.
        Extended = "extended",
        /// It is answered, or the person no longer asks.
        Closed = "closed",
        /// What was restricted, or objected to, is used again, and the person has been told before.
        Lifted = "lifted",
    }
}

stored_words! {
    /// What came of a request.
    Outcome {
        /// What was asked for is done.
        Granted = "granted",
        /// A part of it is.
        Partly = "partly",
        /// It is not done.
        Refused = "refused",
        /// The person took it back.
        Withdrawn = "withdrawn",
    }
}

#[cfg(test)]
mod tests;

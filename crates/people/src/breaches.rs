//! Breaches of personal data (GDPR articles 33 and 34), with the clock of the law on each.
//!
//! The data-protection officer writes down what happened, when it was noticed, and to whom data went in which window. Whom it concerns
//! then follows from the access log: everybody who was shown to that user, or to anybody of that organisation. The authority is to know
//! within 72 hours of noticing; later it is told why. Two texts are drafted from what is known, in every language. What is done is added
//! step by step; once people are told, each of those concerned reads the notice in “My data”. What is written is sealed under a key of
//! the breach's own.
//!
//! Pages `/breaches` and below. Tables: `breach`, `breach_step`.

mod actions;
mod desk_page;
mod drafts;
mod new_page;
mod one_page;
mod pages;
mod people_page;
mod store;

pub use pages::routes;
pub use store::{Actor, Breach, Step, statements, told_about, urgent};

use words::stored_words;

/// The authority is to know within so many seconds of noticing: 72 hours (article 33(1)).
pub const CLOCK_SECONDS: i64 = 72 * 3600;

stored_words! {
    /// What is done about a breach.
    Done {
        /// What it may mean for those concerned was weighed.
        Risk = "risk",
        /// Something was done against it.
        Measures = "measures",
        /// The authority was told (article 33).
        AuthorityTold = "authority-told",
        /// The authority need not be told, with the reason (article 33(1)).
        AuthorityNot = "authority-not",
        /// Why the authority was told late.
        Delay = "delay",
        /// Those concerned were told (article 34); how.
        PeopleTold = "people-told",
        /// What they were told, in one language.
        Notice = "notice",
        /// Those concerned need not be told, with the reason (article 34(1) and (3)).
        PeopleNot = "people-not",
        /// Nothing is left to do.
        Closed = "closed",
    }
}

stored_words! {
    /// Why those concerned need not be told.
    Spared {
        /// No high risk to them (article 34(1)).
        NoHighRisk = "no-high-risk",
        /// Nobody could read what was lost (article 34(3)(a)).
        Unreadable = "unreadable",
        /// What was done since leaves no high risk (article 34(3)(b)).
        Averted = "averted",
        /// It would be out of proportion; all are told in public instead (article 34(3)(c)).
        Effort = "effort",
    }
}

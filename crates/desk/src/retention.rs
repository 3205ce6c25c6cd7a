//! Retention: how long everything is kept, by the field register, and what is over (GDPR article 5(1)(e); domain study POL-04).
//!
//! People of whom nothing was heard for the time that the register gives a history are listed for the data-protection officer, who wishes
//! their erasure, and somebody else agrees ([`crate::erasures`]). Single rows whose time is over, a request that was answered long ago, a row
//! that was decided about, go by themselves every day while the program serves; the access log says how many. What is under a legal hold
//! stays. Page `/retention`. Owns no tables.

mod actions;
mod pages;
mod store;

pub use actions::{is_over, purge};
pub use pages::routes;
pub use store::statements;
pub(crate) use actions::is_due;

/// How the classes of the register come to their end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// With the person, whom two people erase.
    Person,
    /// Row by row, by itself.
    Rows,
    /// From the front of the access log, by itself: what stays still follows from what went.
    Front,
    /// The program forgets it in passing: sessions, the budget of a day.
    Itself,
    /// Nothing of the program ends it yet.
    ByHand,
}

impl End {
    /// Its word in messages.
    pub(crate) fn word(self) -> &'static str {
        match self {
            End::Person => "person",
            End::Rows => "rows",
            End::Front => "front",
            End::Itself => "itself",
            End::ByHand => "by-hand",
        }
    }
}

/// How each class of the register ends. A new one is a line here; a test names those that are missing.
pub(crate) const ENDS: &[(&str, End)] = &[
    ("history", End::Person),
    ("identity", End::Person),
    ("search", End::Person),
    ("links", End::Person),
    ("protection", End::Person),
    ("relations", End::Person),
    ("meetings", End::Person),
    ("drafts", End::Itself),
    ("consents", End::Person),
    ("releases", End::Person),
    ("keys", End::Person),
    ("requests", End::Rows),
    ("breaches", End::Rows),
    ("emergencies", End::Rows),
    ("flags", End::Rows),
    ("well-known", End::Rows),
    ("arriving", End::Rows),
    ("erasures", End::Rows),
    ("log-exports", End::Rows),
    ("budget", End::Itself),
    ("signing-in", End::Itself),
    ("users", End::Rows),
    ("figures", End::Rows),
    ("access", End::Front),
    ("policies", End::ByHand),
    ("arrangements", End::ByHand),
    ("organisations", End::ByHand),
    ("machinery", End::ByHand),
];

#[cfg(test)]
mod tests {
    use super::*;
    use office::Pack;
    use std::collections::BTreeSet;

    #[test]
    fn every_class_of_the_register_has_an_end() {
        let register = Pack::eu_default().unwrap().register;
        let classes: BTreeSet<&str> = register.classes.iter().map(|class| class.word.as_str()).collect();
        let ends: BTreeSet<&str> = ENDS.iter().map(|(class, _)| *class).collect();
        assert_eq!(classes, ends, "say in retention.rs how each class comes to its end");
        let by_rows: BTreeSet<&str> = ENDS.iter().filter(|(_, end)| *end == End::Rows).map(|(class, _)| *class).collect();
        assert_eq!(by_rows, store::classes().collect::<BTreeSet<&str>>(), "what goes row by row is found by a statement of store.rs");
    }
}

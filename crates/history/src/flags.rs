//! Flags: what in the access log the data-protection officer ought to look at, why, and what was done about it.
//!
//! A rule raises a flag, or a person who says that a look-up of their file looks wrong. The officer asks whoever looked, they
//! answer in words, and the officer closes the flag with an outcome. Nothing of it is changed afterwards. Tables: `flag`,
//! `flag_line`, `flag_step`.

mod store;

pub use store::{
    Flag, Found, Step, answer, ask, close, counts, get, lines_of, list, of_user, on_lines, opened, raise, say_wrong, seen, statements, unread,
};
pub(crate) use store::raise_stopped;

use words::stored_words;

stored_words! {
    /// Why something is flagged.
    Rule {
        /// The person it is about says that it looks wrong.
        LooksWrong = "looks-wrong",
        /// The budget of a day stopped somebody.
        Budget = "budget",
        /// The person is called as whoever looked.
        OwnFile = "own-file",
        /// The person has a family name of whoever looked.
        SameSurname = "same-surname",
        /// The person lives where somebody lives who is called as whoever looked.
        SameAddress = "same-address",
        /// The person is well known.
        WellKnown = "well-known",
        /// Many people in a short time.
        Burst = "burst",
        /// Files of people they do not work with, for a reason stated at the door.
        WithoutRelation = "without-relation",
        /// Outside working hours.
        OffHours = "off-hours",
        /// The person has long ceased to be unemployed.
        AfterClosure = "after-closure",
    }
}

impl Rule {
    /// Whether the rule is about one person's file, and not about all that somebody did on a day.
    #[must_use]
    pub fn about_one(self) -> bool {
        !matches!(self, Rule::Budget | Rule::Burst | Rule::WithoutRelation | Rule::OffHours)
    }

    /// Whether the rule is quiet for a time once the officer has found nothing wrong. What may be an account in wrong hands is
    /// looked at every time, and so is what a person says themselves.
    #[must_use]
    pub fn goes_quiet(self) -> bool {
        !matches!(self, Rule::LooksWrong | Rule::Budget | Rule::Burst)
    }
}

stored_words! {
    /// What came of a flag.
    Outcome {
        /// There was a reason, and it was good.
        Explained = "explained",
        /// The rule was wrong: there was nothing to explain.
        FalseAlarm = "false-alarm",
        /// It was not right.
        Breach = "breach",
    }
}

stored_words! {
    /// How far a flag is.
    State {
        /// Nobody has done anything about it.
        Open = "open",
        /// Whoever looked has been asked.
        Asked = "asked",
        /// They have answered.
        Answered = "answered",
        /// It has an outcome.
        Closed = "closed",
    }
}

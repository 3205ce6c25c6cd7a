//! What an entry of the case history can be, and how sensitive it is.

use crate::stored_words;

stored_words! {
    /// The kinds of entry a source can send or Throughline itself writes.
    EntryKind {
        /// Registered, in work, in training, sick, inactive: what spells are computed from.
        Status = "status",
        /// A meeting with the client, held or missed.
        Meeting = "meeting",
        /// An in-depth assessment.
        Assessment = "assessment",
        /// A job integration agreement offered, signed or ended.
        Agreement = "agreement",
        /// Taking part in a service or a course.
        Training = "training",
        /// A benefit granted, paid or ended.
        Benefit = "benefit",
        /// Housing: loss, place, risk.
        Housing = "housing",
        /// Health: a visit, a limit for work.
        Health = "health",
        /// Anything written down that has no kind of its own.
        Note = "note",
        /// A record was linked to this client, or taken back.
        Link = "link",
    }
}

stored_words! {
    /// What someone is, as far as unemployment is concerned.
    Status {
        /// Without work, registered and looking for it.
        Unemployed = "unemployed",
        /// In paid work.
        Employed = "employed",
        /// In a measure or course that takes them off the register.
        Training = "training",
        /// Unable to work for the time being.
        Sick = "sick",
        /// Neither in work nor looking for it.
        Inactive = "inactive",
    }
}

stored_words! {
    /// What linkage says of two records.
    Band {
        /// One person: linked.
        Same = "same",
        /// Perhaps one person: waits for the data steward.
        Possible = "possible",
        /// No other record comes near.
        New = "new",
    }
}

/// How sensitive something is: 0 open, 1 internal, 2 personal, 3 confidential personal, 4 special category or
/// criminal (GDPR articles 9 and 10). The levels are those of the domain study, section 7.1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Sensitivity(u8);

impl Sensitivity {
    /// Personal data.
    pub const PERSONAL: Sensitivity = Sensitivity(2);
    /// Confidential personal data.
    pub const CONFIDENTIAL: Sensitivity = Sensitivity(3);
    /// Special categories and criminal records.
    pub const SPECIAL: Sensitivity = Sensitivity(4);

    /// A level from 0 to 4; anything else is taken as the highest, so that a mistake hides instead of showing.
    #[must_use]
    pub const fn new(level: i64) -> Sensitivity {
        match level {
            0 => Sensitivity(0),
            1 => Sensitivity(1),
            2 => Sensitivity(2),
            3 => Sensitivity(3),
            _ => Sensitivity(4),
        }
    }

    /// The level, 0 to 4.
    #[must_use]
    pub const fn level(self) -> i64 {
        self.0 as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_back_from_its_word() {
        for kind in EntryKind::ALL {
            assert_eq!(kind.word().parse(), Ok(*kind));
        }
        assert!("wedding".parse::<EntryKind>().unwrap_err().contains("meeting"));
    }

    #[test]
    fn an_unknown_level_hides_instead_of_showing() {
        assert_eq!(Sensitivity::new(17), Sensitivity::SPECIAL);
        assert_eq!(Sensitivity::new(-1), Sensitivity::SPECIAL);
        assert_eq!(Sensitivity::new(3).level(), 3);
    }
}

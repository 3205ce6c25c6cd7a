//! Arrangements: under what others work with the data. Joint controllers say who answers for what (GDPR article 26), and with each
//! processor there is a contract (article 28). The data-protection officer keeps the register: what is in force, what ends soon, and
//! who keeps records without any (domain study POL-05). Pages `/arrangements`. Tables: `arrangement`, `arrangement_end`.

mod actions;
mod pages;
mod store;
mod views;

pub use actions::to_do;
pub use pages::routes;
pub use store::statements;

use words::{Date, Id, stored_words};

/// An arrangement that ends within so many days stands out.
pub const SOON_DAYS: i64 = 60;

stored_words! {
    /// What an arrangement is.
    Kind {
        /// Who answers for what among those who decide together (article 26).
        JointController = "joint-controller",
        /// A contract with somebody who works with the data for others (article 28).
        Processor = "processor",
    }
}

stored_words! {
    /// How an arrangement stands on a day.
    Standing {
        /// Its last day has passed, and nobody has put it away.
        RunOut = "run-out",
        /// It ends within [`SOON_DAYS`].
        EndsSoon = "ends-soon",
        /// It is in force.
        InForce = "in-force",
        /// Somebody has ended it.
        Ended = "ended",
    }
}

/// An arrangement with one other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub kind: Kind,
    /// With which organisation that is known here.
    pub organisation: Option<String>,
    /// Else with whom, by name.
    pub other_party: Option<String>,
    /// What it is called.
    pub title: String,
    /// When it was signed.
    pub signed_on: Date,
    /// Its last day; none when it is open.
    pub ends_on: Option<Date>,
    /// What it covers.
    pub covers: String,
    /// Whom to ask there.
    pub contact: String,
    /// The day on which somebody ended it.
    pub ended_on: Option<Date>,
}

impl Arrangement {
    /// How it stands on a day.
    #[must_use]
    pub fn standing(&self, day: Date) -> Standing {
        match (self.ended_on, self.ends_on) {
            (Some(ended), _) if ended <= day => Standing::Ended,
            (_, Some(last)) if last < day => Standing::RunOut,
            (_, Some(last)) if last.days_since(day) <= SOON_DAYS => Standing::EndsSoon,
            _ => Standing::InForce,
        }
    }

    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, day: Date) -> bool {
        matches!(self.standing(day), Standing::InForce | Standing::EndsSoon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Time;

    #[test]
    fn an_arrangement_holds_until_its_last_day_or_until_somebody_ends_it() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let of = |ends: Option<&str>, ended: Option<&str>| Arrangement {
            id: Id::new(Time::from_micros(1), 1), kind: Kind::Processor, organisation: None, other_party: Some("Hosting".into()), title: "Hosting".into(),
            signed_on: day("2024-01-01"), ends_on: ends.map(day), covers: String::new(), contact: String::new(), ended_on: ended.map(day),
        };
        let standing = |ends, ended, on: &str| of(ends, ended).standing(day(on));
        assert_eq!(standing(None, None, "2040-01-01"), Standing::InForce);
        assert_eq!(standing(Some("2026-12-31"), None, "2026-11-01"), Standing::EndsSoon);
        assert_eq!(standing(Some("2026-12-31"), None, "2026-10-31"), Standing::InForce, "61 days before");
        assert_eq!(standing(Some("2026-12-31"), None, "2026-12-31"), Standing::EndsSoon);
        assert_eq!(standing(Some("2026-12-31"), None, "2027-01-01"), Standing::RunOut);
        assert_eq!(standing(Some("2026-12-31"), Some("2026-06-01"), "2026-06-01"), Standing::Ended);
        assert!(of(None, None).holds(day("2026-01-01")) && !of(Some("2025-12-31"), None).holds(day("2026-01-01")));
    }
}

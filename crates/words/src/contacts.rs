//! How long somebody may be without a contact: a floor that no counsellor may go below (rule N8 of the domain study).

use crate::Date;

/// The numbers behind the floor; they stand in the policy pack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ContactRule {
    /// Nobody is without a held contact for longer than so many months (rule N8: 3). It can be shortened, and neither lengthened nor left out.
    pub floor_months: u32,
    /// So many days before, it is said that a contact is due.
    pub warn_days: i64,
}

/// Until when somebody has to be met.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Floor {
    /// The last contact that was held; none when there was none yet.
    pub last: Option<Date>,
    /// The last day on which all is well: the day after it, nobody has looked after them for too long.
    pub until: Date,
    /// Days from the day asked about to that day; negative once it is past.
    pub days_left: i64,
}

impl ContactRule {
    /// Where somebody stands on `today` whose contacts were held on these days, in any order. Without one it counts from `since`, the day
    /// somebody began to look after them. What is held after `today` has not been held yet.
    #[must_use]
    pub fn floor(self, held: impl IntoIterator<Item = Date>, since: Date, today: Date) -> Floor {
        let last = held.into_iter().filter(|day| *day <= today).max();
        let until = last.unwrap_or(since).max(since).plus_months(self.floor_months);
        Floor { last, until, days_left: until.days_since(today) }
    }
}

impl Floor {
    /// Whether they were left alone for too long.
    #[must_use]
    pub fn is_past(&self) -> bool {
        self.days_left < 0
    }

    /// Whether it is time to say so: past, or within so many days of it.
    #[must_use]
    pub fn is_due(&self, rule: ContactRule) -> bool {
        self.days_left <= rule.warn_days
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RULE: ContactRule = ContactRule { floor_months: 3, warn_days: 14 };

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// The domain study, section 8.2: last held contact on 31 March, inside on 30 June, parked on 1 July.
    #[test]
    fn the_worked_example_holds_with_the_end_of_the_month() {
        let floor = |today| RULE.floor([day("2025-03-31")], day("2024-01-01"), day(today));
        assert_eq!((floor("2025-06-30").until, floor("2025-06-30").days_left), (day("2025-06-30"), 0));
        assert!(!floor("2025-06-30").is_past() && floor("2025-07-01").is_past());
        assert!(!floor("2025-06-15").is_due(RULE) && floor("2025-06-16").is_due(RULE));
    }

    #[test]
    fn without_a_contact_it_counts_from_the_beginning() {
        let floor = RULE.floor([], day("2025-01-31"), day("2025-03-01"));
        assert_eq!((floor.last, floor.until), (None, day("2025-04-30")));
        // A contact from before does not make the time shorter than it would be without.
        assert_eq!(RULE.floor([day("2024-12-01")], day("2025-01-31"), day("2025-03-01")).until, floor.until);
    }

    proptest! {
        #[test]
        fn neither_order_nor_what_is_to_come_matters_and_a_contact_never_makes_it_earlier(
            days in prop::collection::vec(-400_i64..400, 0..8).prop_shuffle(), more in -400_i64..400, months in 1_u32..4,
        ) {
            let (today, rule) = (day("2026-05-31"), ContactRule { floor_months: months, ..RULE });
            let at = |days: &[i64]| rule.floor(days.iter().map(|n| today.plus_days(*n)), today.plus_days(-500), today);
            let mut sorted = days.clone();
            sorted.sort_unstable();
            prop_assert_eq!(at(&days), at(&sorted));
            let with: Vec<i64> = days.iter().copied().chain([more]).collect();
            prop_assert!(at(&with).until >= at(&days).until);
            if more > 0 {
                prop_assert_eq!(at(&with), at(&days));
            }
        }
    }
}

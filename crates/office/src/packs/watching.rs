//! What a country decides about watching the access log: how many people somebody may be shown on a day, and what is looked at.

use history::access::Budget;
use rights::Role;
use serde::Deserialize;
use std::collections::BTreeMap;
use words::{Date, Time};

/// The section `[watching]` of a pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Watching {
    people_a_day: BTreeMap<String, i64>,
    /// Suggestions while typing come as long as a user has been shown less than so many of a hundred of their people of the day.
    pub suggest_percent: i64,
    /// So many of a hundred of a day's people, shown for the first time within `burst_minutes`, are a burst.
    pub burst_percent: i64,
    /// How long a short time is.
    pub burst_minutes: i64,
    /// So many files opened without working with their people on one day are looked at.
    pub without_relation_files: i64,
    /// The hour at which work begins, in the time that pages show.
    pub from_hour: i64,
    /// The hour at which work ends.
    pub to_hour: i64,
    working_days: Vec<String>,
    /// A file is closed when its person has not been unemployed for so many days.
    pub closed_after_days: i64,
    /// Of a name that more records have, nobody's address is known by it.
    pub namesakes_at_most: usize,
    /// A rule is quiet for so many days once the officer found nothing wrong.
    pub quiet_days: i64,
    /// Whoever wished an export of the whole log may take it for so many hours after somebody else has agreed.
    pub log_export_hours: i64,
}

/// The days of a week as packs name them, Monday first.
const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Watching {
    /// What is wrong with the section, in words.
    pub(super) fn check(&self) -> Result<(), String> {
        for role in self.people_a_day.keys() {
            role.parse::<Role>().map_err(|known| format!("[watching.people_a_day] “{role}” is none of {known}"))?;
        }
        for role in Role::ALL.iter().filter(|role| **role != Role::Jobseeker) {
            if self.people_a_day.get(role.word()).is_none_or(|people| *people < 0) {
                return Err(format!("[watching.people_a_day] says nothing about “{role}”: write how many people they may be shown on a day, or 0"));
            }
        }
        if self.people_a_day.contains_key(Role::Jobseeker.word()) {
            return Err("[watching.people_a_day] a jobseeker is only ever shown themselves: take the line out".to_owned());
        }
        if let Some(day) = self.working_days.iter().find(|day| !DAYS.contains(&day.as_str())) {
            return Err(format!("[watching] working_days: “{day}” is none of {}", DAYS.join(", ")));
        }
        if !(0..self.to_hour).contains(&self.from_hour) || self.to_hour > 24 {
            return Err("[watching] work begins at from_hour, 0 to 23, and ends later, at to_hour, at most 24".to_owned());
        }
        let shares = [self.suggest_percent, self.burst_percent];
        if shares.iter().any(|share| !(1..=100).contains(share)) {
            return Err("[watching] suggest_percent and burst_percent run from 1 to 100".to_owned());
        }
        let counts = [self.burst_minutes, self.without_relation_files, self.closed_after_days, self.quiet_days, self.log_export_hours];
        if counts.iter().any(|count| *count < 1) || self.namesakes_at_most < 1 {
            return Err("[watching] minutes, files, days, hours and namesakes are at least 1".to_owned());
        }
        Ok(())
    }

    /// How many different people users of each role may be shown on one day.
    #[must_use]
    pub fn budget(&self) -> Budget {
        let numbers = self.people_a_day.iter().filter_map(|(role, people)| Some((role.parse().ok()?, *people)));
        Budget::new(numbers.collect())
    }

    /// Whether somebody works at this moment, as far as the calendar goes.
    #[must_use]
    pub fn works_at(&self, at: Time) -> bool {
        const DAY: i64 = 86_400;
        let seconds = at.micros().div_euclid(1_000_000);
        // The first day of the count, 1 January 1970, was a Thursday.
        let weekday = usize::try_from((seconds.div_euclid(DAY) + 3).rem_euclid(7)).ok().and_then(|day| DAYS.get(day));
        let hour = seconds.rem_euclid(DAY) / 3600;
        weekday.is_some_and(|day| self.working_days.iter().any(|known| known == day)) && (self.from_hour..self.to_hour).contains(&hour)
    }

    /// The day so many working days after this one; in a pack without working days, so many days after it.
    #[must_use]
    pub fn working_days_after(&self, day: Date, days: u32) -> Date {
        let works = |day: &Date| self.works_at(day.start().plus_seconds(self.from_hour * 3600));
        let within = i64::from(days) * 7 + 7;
        let ahead = (1..=within).map(|n| day.plus_days(n)).filter(works);
        ahead.take(days as usize).last().unwrap_or_else(|| day.plus_days(i64::from(days)))
    }
}

#[cfg(test)]
mod tests {
    use crate::Pack;
    use words::Date;

    #[test]
    fn work_is_by_day_and_from_monday_to_friday() {
        let watching = Pack::eu_default().unwrap().watching;
        let at = |day: &str, hour: i64| watching.works_at(day.parse::<Date>().unwrap().start().plus_seconds(hour * 3600));
        // 23 November 2026 is a Monday.
        assert!(at("2026-11-23", 8) && at("2026-11-27", 17));
        assert!(!at("2026-11-23", 3) && !at("2026-11-23", 23) && !at("2026-11-28", 10) && !at("2026-11-29", 10));
        let after = |day: &str, days| watching.working_days_after(day.parse().unwrap(), days).to_string();
        assert_eq!([after("2026-11-23", 5), after("2026-11-27", 1), after("2026-11-28", 5)], ["2026-11-30", "2026-11-30", "2026-12-04"]);
        assert!(!at("1969-12-28", 10) && at("1969-12-29", 10), "a Sunday and a Monday before the count began");
    }
}

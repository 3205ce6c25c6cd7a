//! The days the simulation knows: when it begins, when agencies deliver, and what was true on a day.

use chrono::{Days, NaiveDate};

/// A day that is known to exist; the epoch for one that does not, which a test would show at once.
pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The first day of the three years.
pub(crate) fn begin() -> NaiveDate {
    day(2023, 11, 1)
}

/// The days on which every agency delivers.
pub(crate) fn delivery_days() -> [NaiveDate; 3] {
    [day(2024, 12, 31), day(2025, 12, 31), day(2026, 11, 20)]
}

/// The last day anything is known about.
pub(crate) fn end() -> NaiveDate {
    day(2026, 11, 20)
}

/// A number of days later, or earlier when negative.
pub(crate) fn later(from: NaiveDate, days: i64) -> NaiveDate {
    let step = Days::new(days.unsigned_abs());
    if days < 0 {
        from.checked_sub_days(step)
    } else {
        from.checked_add_days(step)
    }
    .unwrap_or(from)
}

/// What holds from which day on; never empty.
#[derive(Debug, Clone)]
pub(crate) struct Timeline<T> {
    first: T,
    changes: Vec<(NaiveDate, T)>,
}

impl<T> Timeline<T> {
    /// Something that has always held.
    pub(crate) fn always(first: T) -> Self {
        Self {
            first,
            changes: Vec::new(),
        }
    }

    /// The same with a change; changes are added in order.
    pub(crate) fn then(mut self, from: NaiveDate, next: T) -> Self {
        self.changes.push((from, next));
        self
    }

    /// What held on a day.
    pub(crate) fn on(&self, day: NaiveDate) -> &T {
        self.changes
            .iter()
            .rev()
            .find(|(from, _)| *from <= day)
            .map_or(&self.first, |(_, value)| value)
    }

    /// What held before anything changed.
    pub(crate) fn first(&self) -> &T {
        &self.first
    }
}

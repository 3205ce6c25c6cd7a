//! Moments and days. A moment is UTC; a day is what stands in a file, with no zone.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};
use std::fmt;
use std::str::FromStr;

/// A moment in UTC, in microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Time(i64);

impl Time {
    /// The moment this many microseconds after the start of 1970.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Time {
        Time(micros)
    }

    /// Microseconds since the start of 1970.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Milliseconds since the start of 1970, rounded down.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// This moment moved by so many seconds, which may be negative. Stays at the end of time instead of passing it.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Time {
        Time(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Seconds from `earlier` to this moment, with fractions; negative when `earlier` is later.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a span of 285 years still fits 53 bits of microseconds")]
    pub const fn seconds_since(self, earlier: Time) -> f64 {
        self.0.saturating_sub(earlier.0) as f64 / 1_000_000.0
    }

    /// The day of this moment in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        chrono::DateTime::from_timestamp_micros(self.0).map_or(Date::EPOCH, |t| Date(t.date_naive()))
    }

    /// Hours and minutes of the day in UTC, as `08:05`.
    #[must_use]
    pub fn clock(self) -> String {
        chrono::DateTime::from_timestamp_micros(self.0).map_or_else(String::new, |t| t.format("%H:%M").to_string())
    }
}

impl fmt::Display for Time {
    /// RFC 3339 in UTC with seconds, such as `2026-11-23T08:00:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match chrono::DateTime::from_timestamp_micros(self.0) {
            Some(t) => write!(f, "{}", t.format("%Y-%m-%dT%H:%M:%SZ")),
            None => write!(f, "{} µs", self.0),
        }
    }
}

/// A calendar day between the years 1 and 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// The text is no day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date")]
pub struct DateError(pub String);

impl Date {
    /// 1 January 1970.
    pub const EPOCH: Date = Date(match NaiveDate::from_epoch_days(0) {
        Some(day) => day,
        None => NaiveDate::MIN,
    });

    /// The day of this year, month (1 to 12) and day of month, if the calendar has it.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Date> {
        (1..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day).map(Date)).flatten()
    }

    /// Reads `text` in the first of `formats` (chrono's letters, `%d.%m.%Y`) that fits whole. A two-digit year that
    /// would lie after `latest` is taken a century earlier: a birth date cannot lie after today.
    ///
    /// # Errors
    /// [`DateError`] with the text when none fits.
    pub fn read(text: &str, formats: &[String], latest: Date) -> Result<Date, DateError> {
        let text = text.trim();
        let read = |format: &String| {
            let day = NaiveDate::parse_from_str(text, format).ok()?;
            let ahead = format.contains("%y") && day > latest.0;
            let day = if ahead { day.checked_sub_months(Months::new(1200))? } else { day };
            Date::new(day.year(), day.month(), day.day())
        };
        formats.iter().find_map(read).ok_or_else(|| DateError(text.to_owned()))
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// So many months later, on the last day of a shorter month: 31 January + 1 month is 28 or 29 February.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Date {
        Date(self.0.checked_add_months(Months::new(months)).unwrap_or(self.0))
    }

    /// The same day that many years before; the 28th for a 29 February of another year. The day itself where no calendar reaches.
    #[must_use]
    pub fn minus_years(self, years: u32) -> Date {
        Date(self.0.checked_sub_months(Months::new(years.saturating_mul(12))).unwrap_or(self.0))
    }

    /// So many days later, or earlier when negative.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Date {
        let moved = if days >= 0 {
            self.0.checked_add_days(Days::new(days.unsigned_abs()))
        } else {
            self.0.checked_sub_days(Days::new(days.unsigned_abs()))
        };
        Date(moved.unwrap_or(self.0))
    }

    /// Days from `earlier` to this day; negative when `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Date) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// Full months from `earlier` to this day; a month is full on the same day of the month, or on the last day of a
    /// month too short to have it. Zero when `earlier` is later.
    #[must_use]
    pub fn months_since(self, earlier: Date) -> u32 {
        let (later, earlier_day) = (self.0, earlier.0);
        let months = (later.year() - earlier_day.year()) * 12 + later.month0() as i32 - earlier_day.month0() as i32;
        let Ok(months) = u32::try_from(months) else { return 0 };
        if earlier.plus_months(months) > self { months.saturating_sub(1) } else { months }
    }

    /// Full years from `born` to this day: the age.
    #[must_use]
    pub fn years_since(self, born: Date) -> u32 {
        self.months_since(born) / 12
    }

    /// The first moment of this day in UTC.
    #[must_use]
    pub fn start(self) -> Time {
        let since = self.0.signed_duration_since(Date::EPOCH.0);
        Time(since.num_microseconds().unwrap_or(0))
    }

    /// The last microsecond of this day in UTC: "as known on" a day means at its end.
    #[must_use]
    pub fn end(self) -> Time {
        let day = TimeDelta::days(1).num_microseconds().unwrap_or(0);
        Time(self.start().0.saturating_add(day - 1))
    }
}

impl fmt::Display for Date {
    /// ISO 8601, `2026-11-23`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads ISO 8601 and nothing else.
    fn from_str(text: &str) -> Result<Date, DateError> {
        let wrong = || DateError(text.to_owned());
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| wrong())?;
        Date::new(day.year(), day.month(), day.day()).ok_or_else(wrong)
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Date, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(input)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn months_clamp_to_the_end_of_a_short_month() {
        // domain study, section 8.2
        assert_eq!(day("2024-01-31").plus_months(18), day("2025-07-31"));
        assert_eq!(day("2023-08-31").plus_months(18), day("2025-02-28"));
        assert_eq!(day("2022-08-31").plus_months(18), day("2024-02-29"));
    }

    #[test]
    fn a_month_is_full_on_its_day_or_on_the_last_day_of_a_shorter_month() {
        assert_eq!(day("2025-06-30").months_since(day("2023-12-31")), 18);
        assert_eq!(day("2025-06-29").months_since(day("2023-12-31")), 17);
        assert_eq!(day("2025-06-14").months_since(day("2024-06-15")), 11);
        assert_eq!(day("2020-01-01").months_since(day("2024-06-15")), 0);
    }

    #[test]
    fn dates_are_read_in_the_first_format_that_fits() {
        let formats = ["%d.%m.%Y".to_owned(), "%d/%m/%y".to_owned()];
        let today = day("2026-11-23");
        assert_eq!(Date::read(" 31.12.2024 ", &formats, today), Ok(day("2024-12-31")));
        assert_eq!(Date::read("14/03/88", &formats, today), Ok(day("1988-03-14")));
        assert_eq!(Date::read("14/03/26", &formats, today), Ok(day("2026-03-14")));
        assert_eq!(Date::read("14/03/27", &formats, today), Ok(day("1927-03-14")));
        assert!(Date::read("31.02.2024", &formats, today).is_err());
        assert!(Date::read("2024-12-31", &formats, today).is_err());
    }

    #[test]
    fn a_day_ends_one_microsecond_before_the_next() {
        let monday = day("2026-11-23");
        assert_eq!(monday.end().plus_seconds(1).date(), day("2026-11-24"));
        assert_eq!(monday.start().date(), monday);
        assert_eq!(monday.end().date(), monday);
        assert_eq!(monday.start().to_string(), "2026-11-23T00:00:00Z");
    }
}

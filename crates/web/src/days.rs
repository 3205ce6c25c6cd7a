//! Days in the words of a language, by the Unicode locale data.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_datetime::input::Date as IcuDate;
use icu_locale_core::Locale;
use words::Date;

/// `23 November 2026` in a language.
pub(crate) fn long(tag: &str, day: Date) -> String {
    let say = || {
        let (year, month, of_month) = parts(day)?;
        let format = DateTimeFormatter::try_new(locale(tag)?.into(), YMD::long()).ok()?;
        Some(format.format(&IcuDate::try_new_iso(year, month, of_month).ok()?).to_string())
    };
    say().unwrap_or_else(|| day.to_string())
}

/// `Monday 23 November 2026` in a language.
pub(crate) fn with_weekday(tag: &str, day: Date) -> String {
    let say = || {
        let (year, month, of_month) = parts(day)?;
        let format = DateTimeFormatter::try_new(locale(tag)?.into(), YMDE::long()).ok()?;
        Some(format.format(&IcuDate::try_new_iso(year, month, of_month).ok()?).to_string())
    };
    say().unwrap_or_else(|| day.to_string())
}

fn parts(day: Date) -> Option<(i32, u8, u8)> {
    Some((day.year(), u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?))
}

/// English is European English: the day stands before the month.
fn locale(tag: &str) -> Option<Locale> {
    Locale::try_from_str(if tag == "en" { "en-GB" } else { tag }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_as_people_say_them() {
        let day: Date = "2026-11-23".parse().unwrap();
        assert_eq!(long("en", day), "23 November 2026");
        assert!(with_weekday("en", day).starts_with("Monday"), "{}", with_weekday("en", day));
        assert_eq!(long("de", day), "23. November 2026");
        assert!(long("ar", day).contains("نوفمبر"), "{}", long("ar", day));
    }
}

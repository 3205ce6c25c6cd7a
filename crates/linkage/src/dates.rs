//! Dates of birth, whatever the order in which a source writes day, month and year.

/// The order in which one column of one source writes its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
    YearDayMonth,
}

impl Order {
    /// In order of preference where the dates of a source leave the choice open.
    pub const ALL: [Order; 4] = [Order::YearMonthDay, Order::DayMonthYear, Order::MonthDayYear, Order::YearDayMonth];
}

/// A date as `year * 10000 + month * 100 + day`; month and day are 0 where only the year is known; 0 is missing.
pub(crate) type Packed = u32;

/// Packs the parts of a date.
pub(crate) fn pack(year: u32, month: u32, day: u32) -> Packed {
    year * 10_000 + month * 100 + day
}

/// Year, month and day of a packed date.
pub(crate) fn parts(date: Packed) -> (u32, u32, u32) {
    (date / 10_000, date / 100 % 100, date % 100)
}

/// The groups of digits of a text, at most three, and how many digits each has.
fn groups(text: &str) -> ([(u32, u32); 3], usize) {
    let mut found = [(0, 0); 3];
    let mut count = 0;
    let mut inside = false;
    for byte in text.bytes() {
        if byte.is_ascii_digit() {
            if !inside {
                count += 1;
                inside = true;
            }
            if let Some((value, digits)) = found.get_mut(count - 1)
                && *digits < 9
            {
                *value = *value * 10 + u32::from(byte - b'0');
                *digits += 1;
            }
        } else {
            inside = false;
        }
        if count > 3 || (count == 3 && !inside) {
            break;
        }
    }
    (found, count.min(3))
}

fn plausible((year, month, day): (u32, u32, u32)) -> bool {
    (1850..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// Two-digit years belong to the hundred years that end in 2029.
fn century(year: u32, digits: u32) -> u32 {
    match (digits, year) {
        (0..=2, 0..=29) => 2000 + year,
        (0..=2, _) => 1900 + year,
        _ => year,
    }
}

fn read(text: &str, order: Order) -> Option<(u32, u32, u32)> {
    let (found, count) = groups(text);
    let [first, second, third] = found;
    if count == 1 && first.1 == 8 {
        let n = first.0;
        return Some(match order {
            Order::YearMonthDay => (n / 10_000, n / 100 % 100, n % 100),
            Order::DayMonthYear => (n % 10_000, n / 10_000 % 100, n / 1_000_000),
            Order::MonthDayYear => (n % 10_000, n / 1_000_000, n / 10_000 % 100),
            Order::YearDayMonth => (n / 10_000, n % 100, n / 100 % 100),
        });
    }
    if count < 3 {
        return None;
    }
    let year_first = first.1 > 2;
    let small = |group: (u32, u32)| group.1 <= 2;
    match order {
        Order::YearMonthDay if year_first && small(second) && small(third) => Some((first.0, second.0, third.0)),
        Order::YearDayMonth if year_first && small(second) && small(third) => Some((first.0, third.0, second.0)),
        Order::DayMonthYear if small(first) && small(second) => Some((century(third.0, third.1), second.0, first.0)),
        Order::MonthDayYear if small(first) && small(second) => Some((century(third.0, third.1), first.0, second.0)),
        _ => None,
    }
}

/// Which orders make a plausible date of this text, one flag for each of [`Order::ALL`].
pub(crate) fn possible_orders(text: &str) -> [bool; 4] {
    Order::ALL.map(|order| read(text, order).is_some_and(plausible))
}

/// Reads a date in a known order. A text that is no date in that order is tried in the others; a year alone gives a date without month and day.
pub(crate) fn parse(text: &str, order: Order) -> Packed {
    let known = read(text, order);
    if let Some(date) = known.filter(|date| plausible(*date)) {
        return pack(date.0, date.1, date.2);
    }
    for other in Order::ALL {
        // A text of eight digits fits every order by accident; only a separated date tells its own.
        if groups(text).1 == 3
            && let Some(date) = read(text, other).filter(|date| plausible(*date))
        {
            return pack(date.0, date.1, date.2);
        }
    }
    if let Some((year, month, day)) = known
        && year < 10_000
        && month < 100
        && day < 100
    {
        return pack(year, month, day);
    }
    match groups(text) {
        ([(year, 4), ..], 1 | 2) if (1850..2100).contains(&year) => pack(year, 0, 0),
        _ => 0,
    }
}

/// A packed date for people: `1970-03-04`, or `1970` where only the year is known.
pub(crate) fn show(date: Packed) -> String {
    match parts(date) {
        (year, 0, 0) => year.to_string(),
        (year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_day_is_read_from_every_notation() {
        for (text, order) in [
            ("1980-02-17", Order::YearMonthDay),
            ("19800217", Order::YearMonthDay),
            ("17.02.1980", Order::DayMonthYear),
            ("17/2/80", Order::DayMonthYear),
            ("02/17/1980", Order::MonthDayYear),
            ("02171980", Order::MonthDayYear),
            ("1980-02-17T00:00:00", Order::YearMonthDay),
        ] {
            assert_eq!(parse(text, order), 19_800_217, "{text}");
        }
    }

    #[test]
    fn a_date_that_cannot_be_in_the_order_of_its_source_is_read_in_another() {
        assert_eq!(parse("12/31/1970", Order::DayMonthYear), 19_701_231);
    }

    #[test]
    fn a_year_alone_is_kept_and_nonsense_is_missing() {
        assert_eq!(parse("1975", Order::YearMonthDay), pack(1975, 0, 0));
        assert_eq!(parse("unknown", Order::YearMonthDay), 0);
        assert_eq!(parse("", Order::YearMonthDay), 0);
    }

    #[test]
    fn a_mistyped_month_keeps_its_digits() {
        assert_eq!(parse("19231352", Order::YearMonthDay), 19_231_352);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,20}") {
            for order in Order::ALL {
                let _ = show(parse(&text, order));
            }
        }

        #[test]
        fn what_is_shown_is_read_back(year in 1850_u32..2100, month in 1_u32..=12, day in 1_u32..=31) {
            let date = pack(year, month, day);
            prop_assert_eq!(parse(&show(date), Order::YearMonthDay), date);
        }
    }
}

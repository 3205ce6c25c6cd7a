//! People, what agencies call them, and what happens to them.

use chrono::{Datelike, NaiveDate};

use crate::agencies::Agency;
use crate::days::Timeline;
use crate::homes::Home;
use crate::names::Tradition;

/// Sexes as most of these registers know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sex {
    Woman,
    Man,
    Other,
}

/// A person as they are, before any agency writes them down.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub sex: Sex,
    pub tradition: Tradition,
    /// The given name in all its spellings, the person's own first.
    pub given: Vec<String>,
    pub family: Timeline<String>,
    pub birth: NaiveDate,
    pub national_id: Option<String>,
    pub phone: Timeline<String>,
    pub email: Option<String>,
    pub home: Timeline<Home>,
    pub language: &'static str,
    pub interpreter: bool,
}

/// One agency's own file on a person: how it wrote them down.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub agency: Agency,
    pub key: String,
    pub opened: NaiveDate,
    pub given: String,
    /// How this agency spells the family name, when it is not as the person does.
    pub family: Option<String>,
    pub birth: NaiveDate,
    pub national_id: Option<String>,
    /// Which of the ways of writing a phone number; `None` when the agency has no number.
    pub phone_style: Option<usize>,
    pub email: bool,
    /// Days it takes this agency to hear of a change.
    pub lag: i64,
}

/// Something that happened, as one agency reports it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Event {
    pub key: String,
    /// A shared kind: status, meeting, assessment, agreement, benefit, housing, health, training.
    pub kind: &'static str,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
    /// Days between a thing and its being reported.
    pub delay: i64,
    pub worker: &'static str,
    pub text: String,
    pub status: &'static str,
    /// Of a meeting, a benefit or housing decision, or a course.
    pub outcome: &'static str,
    pub course: &'static str,
    /// Euros a month.
    pub amount: Option<u32>,
    /// A later text that replaces this one, with the day it is sent.
    pub corrected: Option<(NaiveDate, String)>,
}

/// A person with their records and what happened under each.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub person: Person,
    pub records: Vec<(Record, Vec<Event>)>,
    /// The cast is never used for rows that are plainly wrong.
    pub is_cast: bool,
}

/// Aldermark's own personal number: century letter, year, day of the year, serial, check digit.
pub(crate) fn national_id(birth: NaiveDate, serial: i64) -> String {
    let century = if birth.year() < 2000 { 'A' } else { 'B' };
    let body = format!(
        "{century}{:02}{:03}-{:04}",
        birth.year().rem_euclid(100),
        birth.ordinal(),
        serial.rem_euclid(10_000)
    );
    let check = check_digit(&body);
    format!("{body}-{check}")
}

fn check_digit(body: &str) -> u32 {
    let weights = [7, 3, 1].into_iter().cycle();
    body.chars()
        .filter_map(|letter| letter.to_digit(36))
        .zip(weights)
        .map(|(digit, weight)| digit * weight)
        .sum::<u32>()
        % 10
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::days::day;

    #[test]
    fn one_wrong_digit_breaks_the_check() {
        let whole = national_id(day(1988, 3, 14), 471);
        assert!(whole.starts_with("A88074-0471-"), "{whole}");
        let (body, check) = whole.rsplit_once('-').unwrap();
        let wrong = body.replace("0471", "0474");
        assert_ne!(check_digit(&wrong).to_string(), check);
    }
}

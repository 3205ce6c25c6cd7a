//! The clock of a request: a month, and at the most three.

use super::{due, extended};

#[test]
fn an_answer_is_due_on_the_same_day_of_the_next_month_or_on_its_last() {
    let days = [
        ("2026-01-15", "2026-02-15", "2026-04-15"), ("2026-01-31", "2026-02-28", "2026-04-30"), ("2028-01-30", "2028-02-29", "2028-04-30"),
        ("2026-11-30", "2026-12-30", "2027-02-28"), ("2026-12-31", "2027-01-31", "2027-03-31"),
    ];
    for (received, answer, later) in days {
        let received = received.parse().unwrap();
        assert_eq!((due(received).to_string(), extended(received).to_string()), (answer.to_owned(), later.to_owned()));
    }
}

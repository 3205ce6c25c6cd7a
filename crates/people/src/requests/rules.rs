//! The clock of a request.

use words::Date;

/// The day by which somebody who asked on `received` is to have an answer: a month later, on the last day of a shorter month. Where that
/// day is a Sunday or a holiday the law would leave until the next working day; nobody is asked to count on it.
#[must_use]
pub fn due(received: Date) -> Date {
    received.plus_months(1)
}

/// The same when the answer was put off: two months more, once.
#[must_use]
pub fn extended(received: Date) -> Date {
    received.plus_months(3)
}

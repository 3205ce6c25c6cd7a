//! How long a try has to wait: some are free, then the delay doubles up to a longest.

use words::Time;

/// After so many seconds without a try all is forgotten: a day.
pub const FORGOTTEN_SECONDS: i64 = 24 * 3600;

/// How many tries are free, and the longest delay after that, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ladder {
    free: i64,
    longest: i64,
}

impl Ladder {
    /// A name from one address or one browser: people mistype; at the longest a quarter of an hour.
    pub const PAIR: Ladder = Ladder { free: 5, longest: 15 * 60 };
    /// All names from one address: a whole office may stand behind it.
    pub const SOURCE: Ladder = Ladder { free: 30, longest: 5 * 60 };
    /// A name from anywhere: fewer than a hundred guesses on the first day, then one an hour.
    pub const NAME: Ladder = Ladder { free: 20, longest: 3600 };
}

/// The seconds between the last failed try and the next one, after so many that failed.
#[must_use]
pub fn delay(ladder: Ladder, failed: i64) -> i64 {
    let over = failed - ladder.free;
    if over < 0 {
        return 0;
    }
    let doubled = u32::try_from(over).ok().and_then(|over| 2i64.checked_pow(over)).unwrap_or(i64::MAX);
    doubled.min(ladder.longest)
}

/// The seconds still to wait, rounded up; 0 when the try may be made.
pub(super) fn seconds_left(ladder: Ladder, failed: i64, last: Time, now: Time) -> i64 {
    let delay = delay(ladder, failed);
    let left = last.plus_seconds(delay).micros() - now.micros();
    // Clocks of several nodes differ a little, and one may be set back: nobody waits longer than the delay for that.
    if left <= 0 { 0 } else { ((left - 1) / 1_000_000 + 1).min(delay) }
}

//! What time it is, and chance: the two things that must be held still in tests and in the demo.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use words::{Id, Time};

/// The only clock of the program.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Microseconds to add to the machine's clock; the demo's clock starts on Monday 23 November 2026, 08:00.
    shift: Arc<AtomicI64>,
    /// The last moment given out: two questions never get the same answer, so that what was done first sorts first.
    last: Arc<AtomicI64>,
}

impl Clock {
    /// The machine's own clock.
    #[must_use]
    pub fn machine() -> Clock {
        Clock { shift: Arc::new(AtomicI64::new(0)), last: Arc::new(AtomicI64::new(0)) }
    }

    /// A clock that shows `start` now and goes on from there.
    #[must_use]
    pub fn starting_at(start: Time) -> Clock {
        let clock = Clock::machine();
        clock.set(start);
        clock
    }

    /// Makes the clock show `time` now. Never used outside demo and tests.
    pub fn set(&self, time: Time) {
        self.last.store(0, Ordering::SeqCst);
        self.shift.store(time.micros() - machine_micros(), Ordering::SeqCst);
    }

    /// The time, later than any time asked before.
    #[must_use]
    pub fn now(&self) -> Time {
        let now = machine_micros() + self.shift.load(Ordering::SeqCst);
        let before = self.last.fetch_max(now, Ordering::SeqCst);
        if before < now { Time::from_micros(now) } else { Time::from_micros(self.last.fetch_add(1, Ordering::SeqCst) + 1) }
    }

    /// A new id, later than any made before on this node.
    #[must_use]
    pub fn id(&self) -> Id {
        Id::new(self.now(), chance())
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for the time")]
fn machine_micros() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |d| i64::try_from(d.as_micros()).unwrap_or(i64::MAX))
}

/// 128 random bits from the operating system.
#[must_use]
pub fn chance() -> u128 {
    u128::from_be_bytes(db::chance())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_never_stands_still_or_goes_back() {
        let clock = Clock::starting_at(Time::from_micros(1_000_000_000_000));
        let times: Vec<Time> = (0..10_000).map(|_| clock.now()).collect();
        assert!(times.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(times[0] >= Time::from_micros(1_000_000_000_000));
    }
}

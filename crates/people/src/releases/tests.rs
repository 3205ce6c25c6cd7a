//! How a release stands follows from what was asked, what was done last, and the day.

use super::rules::{Holds, State, state};
use super::Done;
use words::EntryKind::{Assessment, Benefit};

#[test]
fn a_release_stands_as_its_last_step_says_until_its_last_day() {
    let holds = |kinds: &[words::EntryKind], until: &str| Holds { kinds: kinds.iter().copied().collect(), until: until.parse().unwrap() };
    let asked = holds(&[Assessment, Benefit], "2026-12-23");
    let on = |last, today: &str| state(&asked, last, today.parse().unwrap());
    assert_eq!([on(None, "2026-12-23"), on(None, "2026-12-24")], [State::Asked, State::Expired]);
    let full = Some((Done::Approved, Some(&asked)));
    assert_eq!([on(full, "2026-12-23"), on(full, "2026-12-24")], [State::Approved, State::Expired]);
    let (fewer, shorter) = (holds(&[Assessment], "2026-12-23"), holds(&[Assessment, Benefit], "2026-12-01"));
    for part in [&fewer, &shorter] {
        assert!(part.is_less_than(&asked) && !asked.is_less_than(part) && !part.is_less_than(part));
        assert_eq!(on(Some((Done::Narrowed, Some(part))), "2026-12-01"), State::Partly);
    }
    assert_eq!(on(Some((Done::Approved, Some(&shorter))), "2026-12-02"), State::Expired);
    assert!(!fewer.is_less_than(&shorter) && !shorter.is_less_than(&fewer));
    for (done, stands) in [(Done::Refused, State::Refused), (Done::Ended, State::Ended), (Done::Withdrawn, State::Withdrawn)] {
        assert_eq!(on(Some((done, None)), "2030-01-01"), stands);
    }
    assert_eq!(on(Some((Done::Approved, None)), "2026-12-01"), State::Ended, "what says nothing gives nothing");
}

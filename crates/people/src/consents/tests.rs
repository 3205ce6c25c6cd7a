//! What holds of what was said.

use super::*;
use words::{EntryKind, Id, Time};

fn id(n: u8) -> Id {
    Id::from_bytes(&[n; 16]).unwrap()
}

fn said(n: u8, says: Says, at: i64) -> (Id, Said) {
    let said = Said {
        id: id(n), record: id(1), organisation: "ngo".into(), kind: EntryKind::Housing, purpose: CASEWORK.into(), says, text: TEXT.into(),
        language: "en".into(), channel: Channel::Portal, said_at: Time::from_micros(at),
        ends_at: (says == Says::Given).then(|| Time::from_micros(at + 100)), recorded_at: Time::from_micros(at), recorded_by: id(2),
        recorded_for: "service".into(),
    };
    (id(9), said)
}

fn shares(statements: Vec<(Id, Said)>, now: i64) -> Vec<bool> {
    standing(statements, Time::from_micros(now)).iter().map(|one| one.shares).collect()
}

#[test]
fn the_latest_counts_in_whatever_order_it_was_written_down() {
    use Says::{Given, Refused, Withdrawn};
    assert_eq!(shares(vec![], 50), Vec::<bool>::new());
    assert_eq!(shares(vec![said(1, Given, 10)], 50), [true]);
    assert_eq!(shares(vec![said(1, Given, 10), said(2, Withdrawn, 20)], 50), [false]);
    assert_eq!(shares(vec![said(2, Withdrawn, 20), said(1, Given, 10)], 50), [false]);
    assert_eq!(shares(vec![said(2, Refused, 20), said(3, Given, 30), said(1, Given, 10)], 50), [true]);
}

#[test]
fn of_two_at_the_same_moment_the_one_that_shares_less_counts() {
    for ids in [(1, 2), (2, 1)] {
        assert_eq!(shares(vec![said(ids.0, Says::Given, 10), said(ids.1, Says::Withdrawn, 10)], 50), [false]);
        assert_eq!(shares(vec![said(ids.1, Says::Withdrawn, 10), said(ids.0, Says::Given, 10)], 50), [false]);
    }
}

#[test]
fn what_was_given_ends_by_itself_to_the_moment() {
    assert_eq!(shares(vec![said(1, Says::Given, 10)], 109), [true]);
    assert_eq!(shares(vec![said(1, Says::Given, 10)], 110), [false]);
    // Given anew before it ended, it goes on; and a yes of tomorrow does not hold today.
    assert_eq!(shares(vec![said(1, Says::Given, 10), said(2, Says::Given, 90)], 150), [true]);
    assert_eq!(shares(vec![said(1, Says::Given, 10), said(2, Says::Given, 200)], 150), [false]);
}

#[test]
fn each_kind_organisation_purpose_and_person_stands_for_itself() {
    let (client, one) = said(1, Says::Given, 10);
    let others = [
        (client, Said { kind: EntryKind::Benefit, says: Says::Refused, ..one.clone() }),
        (client, Said { organisation: "clinic".into(), says: Says::Refused, ..one.clone() }),
        (client, Said { purpose: "survey".into(), says: Says::Given, ..one.clone() }),
        (id(8), Said { says: Says::Withdrawn, ..one.clone() }),
    ];
    let all: Vec<(Id, Said)> = std::iter::once((client, one)).chain(others).collect();
    assert_eq!(shares(all.clone(), 50), [true, false, false, true, false]);
    assert_eq!(rules::shared(all, Time::from_micros(50)), [(client, EntryKind::Housing)], "a survey is another matter");
}

#[test]
fn a_no_counts_at_once_where_another_node_s_clock_goes_before_ours() {
    // Yes was written by a node two steps ahead; no here, right after the latest that is known. Neither moment has come yet.
    let (yes, no) = (said(1, Says::Given, 52), said(2, Says::Withdrawn, 53));
    assert_eq!(shares(vec![said(3, Says::Given, 10), yes.clone(), no.clone()], 50), [false]);
    assert_eq!(shares(vec![yes, no], 60), [false]);
}

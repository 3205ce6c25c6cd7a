//! Entries as they are told: newest first, a corrected one behind its correction.

use super::Entry;
use std::collections::HashMap;
use words::{EntryKind, Id, Period, Status};

/// An entry as it stands, and what it corrected, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What holds.
    pub entry: Entry,
    /// What was said before, newest first.
    pub earlier: Vec<Entry>,
}

/// Orders entries newest first and puts each corrected entry behind the newest entry that corrects it.
#[must_use]
pub fn as_told(entries: Vec<Entry>) -> Vec<Told> {
    let corrections: HashMap<Id, Id> = entries.iter().filter_map(|e| Some((e.corrects?, e.id))).collect();
    let mut earlier: HashMap<Id, Vec<Entry>> = HashMap::new();
    let mut standing = Vec::new();
    for entry in entries {
        match newest(&corrections, entry.id) {
            Some(correction) => earlier.entry(correction).or_default().push(entry),
            None => standing.push(entry),
        }
    }
    let mut told: Vec<Told> = standing
        .into_iter()
        .map(|entry| {
            let mut earlier = earlier.remove(&entry.id).unwrap_or_default();
            earlier.sort_by_key(|e| std::cmp::Reverse(e.id));
            Told { entry, earlier }
        })
        .collect();
    told.sort_by_key(|told| std::cmp::Reverse((told.entry.from, told.entry.id)));
    told
}

/// The periods of unemployment that entries tell of, as they stand.
#[must_use]
pub fn unemployment(told: &[Told]) -> Vec<Period> {
    let unemployed = |told: &&Told| told.entry.details.get("status").map(String::as_str) == Some(Status::Unemployed.word());
    let of_status = told.iter().filter(|told| told.entry.kind == EntryKind::Status).filter(unemployed);
    of_status.map(|told| Period { from: told.entry.from, to: told.entry.to }).collect()
}

/// The last entry of the chain of corrections that starts at `id`, if any. A chain that bites its tail ends where it
/// would repeat: such data cannot be written here, but reading it must not hang.
fn newest(corrections: &HashMap<Id, Id>, id: Id) -> Option<Id> {
    let mut last = None;
    let mut steps = 0;
    while let Some(next) = corrections.get(&last.unwrap_or(id)) {
        last = Some(*next);
        steps += 1;
        if steps > corrections.len() {
            break;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::{Date, EntryKind, Sensitivity, Time};

    fn entry(n: u8, from: &str, corrects: Option<u8>) -> Entry {
        let id = |n: u8| Id::from_bytes(&[n; 16]).unwrap();
        Entry {
            subject: id(99),
            id: id(n),
            kind: EntryKind::Note,
            from: from.parse::<Date>().unwrap(),
            to: None,
            recorded_at: Time::from_micros(i64::from(n)),
            organisation: "clinic".into(),
            author: None,
            worker: None,
            sensitivity: Sensitivity::PERSONAL,
            corrects: corrects.map(id),
            source: None,
            body: format!("entry {n}"),
            details: [].into(),
        }
    }

    #[test]
    fn a_corrected_entry_stands_behind_its_last_correction() {
        let told = as_told(vec![
            entry(1, "2026-01-01", None), entry(2, "2026-01-05", Some(1)), entry(3, "2026-01-09", Some(2)),
            entry(4, "2026-01-07", None),
        ]);
        let order: Vec<&str> = told.iter().map(|t| t.entry.body.as_str()).collect();
        assert_eq!(order, ["entry 3", "entry 4"]);
        let earlier: Vec<&str> = told[0].earlier.iter().map(|e| e.body.as_str()).collect();
        assert_eq!(earlier, ["entry 2", "entry 1"]);
    }

    #[test]
    fn entries_that_correct_each_other_in_a_ring_do_not_hang_the_page() {
        let told = as_told(vec![entry(1, "2026-01-01", Some(2)), entry(2, "2026-01-01", Some(1))]);
        assert!(told.len() <= 2);
    }
}

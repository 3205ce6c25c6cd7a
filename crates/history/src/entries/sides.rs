//! Which side an entry belongs to after the client it was written about turned out to be two people. Pure.

use std::collections::HashMap;
use words::Id;

/// One step: an entry goes to a side, or a decision that moved it is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The client it was written about.
    pub home: Id,
    /// The entry.
    pub entry: Id,
    /// The decision this step is part of.
    pub decision: Id,
    /// Where it goes; none for a step that takes another back.
    pub to: Option<Id>,
    /// The decision that no longer holds.
    pub takes_back: Option<Id>,
}

/// Where each entry stands: the last step that was not taken back, oldest steps first. An entry all of whose steps were
/// taken back stands at home.
pub(super) fn standing(steps: &[Step]) -> HashMap<Id, (Id, Option<Step>)> {
    let mut of_entry: HashMap<Id, (Id, Vec<&Step>)> = HashMap::new();
    for step in steps {
        let (_, holding) = of_entry.entry(step.entry).or_insert((step.home, Vec::new()));
        match step.takes_back {
            Some(gone) => holding.retain(|known| known.decision != gone),
            None => holding.push(step),
        }
    }
    of_entry.into_iter().map(|(entry, (home, holding))| (entry, (home, holding.last().map(|step| (*step).clone())))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> Id {
        Id::from_bytes(&[n; 16]).unwrap()
    }

    #[test]
    fn what_is_taken_back_uncovers_what_held_before() {
        let step = |decision: u8, to: Option<u8>, takes_back: Option<u8>| Step {
            home: id(1), entry: id(9), decision: id(decision), to: to.map(id), takes_back: takes_back.map(id),
        };
        let steps = [step(11, Some(2), None), step(12, Some(3), None), step(13, None, Some(12)), step(14, None, Some(11))];
        let at = |n: usize| standing(&steps[..n])[&id(9)].1.as_ref().and_then(|step| step.to);
        assert_eq!([at(1), at(2), at(3), at(4)], [Some(id(2)), Some(id(3)), Some(id(2)), None]);
    }
}

//! What one version of an agreement changed in comparison with the one before.

use super::rules::{Goal, Step, Version};
use crate::assessments::Goal as Aim;
use office::packs::{Side, Track};
use std::collections::{BTreeMap, BTreeSet};
use words::Date;

/// What is different in a version, in comparison with the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// `summary`, `answers`, `goal`, `step`, `review`, `aim`, `track`.
    pub what: &'static str,
    /// What it said before; empty when it was added.
    pub before: String,
    /// What it says now; empty when it was removed.
    pub after: String,
}

/// The differences between two versions, goals and steps by their keys. What stands in words of ours or of the pack (aim, track, what a goal
/// answers) is handed over as it is stored.
#[must_use]
pub fn differences(before: &Version, after: &Version) -> Vec<Difference> {
    let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let goal = |goal: &Goal| (goal.key.clone(), [goal.text.clone(), day(goal.by)].iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · "));
    let step = |step: &Step| {
        let parts = [word(step.side.map(Side::word)), step.owner.clone(), step.text.clone(), day(step.by)];
        (step.key.clone(), parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · "))
    };
    let mut all = Vec::new();
    let mut push = |what, before: String, after: String| {
        if before != after {
            all.push(Difference { what, before, after });
        }
    };
    push("summary", before.summary.clone(), after.summary.clone());
    push("aim", word(before.aim.map(Aim::word)), word(after.aim.map(Aim::word)));
    push("track", word(before.track.map(Track::word)), word(after.track.map(Track::word)));
    let mut keyed = |what, before: BTreeMap<String, String>, after: BTreeMap<String, String>| {
        let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for key in keys {
            push(what, before.get(key).cloned().unwrap_or_default(), after.get(key).cloned().unwrap_or_default());
        }
    };
    let answers = |goal: &Goal| (goal.key.clone(), goal.answers.join(" "));
    keyed("answers", before.goals.iter().map(answers).collect(), after.goals.iter().map(answers).collect());
    keyed("goal", before.goals.iter().map(goal).collect(), after.goals.iter().map(goal).collect());
    keyed("step", before.steps.iter().map(step).collect(), after.steps.iter().map(step).collect());
    push("review", day(before.review_on), day(after.review_on));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(key: &str, side: Side, owner: &str, text: &str) -> Step {
        Step { key: key.to_owned(), goal: "g1".to_owned(), side: Some(side), owner: owner.to_owned(), text: text.to_owned(), by: None }
    }

    fn version(steps: Vec<Step>, review: &str) -> Version {
        let goal = Goal { key: "g1".to_owned(), text: "A plan".to_owned(), answers: Vec::new(), by: None, author: None };
        Version {
            number: 1, on: "2026-11-23".parse().unwrap(), worker: String::new(), organisation: String::new(), assessment: None, aim: None, track: Some(Track::Basic),
            summary: String::new(), offer: Vec::new(), goals: vec![goal], steps, review_on: review.parse().ok(), client_signed: None, provider_signed: None, refused: None,
            disagreed: Vec::new(),
        }
    }

    #[test]
    fn differences_name_what_was_added_removed_and_changed() {
        let before = version(vec![step("s1", Side::Client, "", "Bring letters"), step("s2", Side::Provider, "Jana", "Find courses")], "2027-02-23");
        let mut after = version(vec![step("s2", Side::Provider, "Jana", "Find three courses"), step("s3", Side::Client, "", "Call")], "2027-03-01");
        after.track = Some(Track::Intensive);
        after.goals[0].answers = vec!["debt".to_owned(), "housing".to_owned()];
        let found = differences(&before, &after);
        let found: Vec<(&str, &str, &str)> = found.iter().map(|one| (one.what, one.before.as_str(), one.after.as_str())).collect();
        assert_eq!(found, [
            ("track", "basic", "intensive"), ("answers", "", "debt housing"), ("step", "client · Bring letters", ""), ("step", "provider · Jana · Find courses", "provider · Jana · Find three courses"),
            ("step", "", "client · Call"), ("review", "2027-02-23", "2027-03-01"),
        ]);
        assert_eq!(differences(&before, &before), []);
    }
}

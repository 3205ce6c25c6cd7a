//! What the form of a version sends, and what is missing in it.

use super::rules::{Agreement, Goal, Step, Version};
use office::packs::Side;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use words::Date;

/// The longest text of a goal or step, and of a summary, in characters.
pub(super) const TEXT: usize = 400;
pub(super) const SUMMARY: usize = 2000;
/// So many goals and as many steps at most; of more it is said that they are too many, and of many more nothing is kept.
pub(super) const MOST: usize = 20;
const READ: usize = 60;
/// The highest number a version can have.
const LAST: u32 = 9_999;
/// What is agreed is so many days ahead at most.
pub(super) const AHEAD: i64 = 3 * 366;

/// Everything as it was typed: what a draft keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    /// The agreement it is a version of.
    pub id: String,
    /// The number of the version it changes; 0 when it is the first.
    pub after: u32,
    pub summary: String,
    pub review: String,
    pub goals: Vec<TypedGoal>,
    pub steps: Vec<TypedStep>,
}

/// A goal as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct TypedGoal {
    pub key: String,
    pub text: String,
    pub answers: Vec<String>,
    pub by: String,
    pub author: String,
}

/// A step as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct TypedStep {
    pub key: String,
    pub goal: String,
    pub side: String,
    pub owner: String,
    pub text: String,
    pub by: String,
}

/// What the form sends besides: which button was pressed and which proposals are taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Pressed {
    pub offers: bool,
    /// Places in the pack's list of proposals.
    pub takes: Vec<usize>,
}

/// What can be offered: goals, steps and the day of the review.
pub(super) type Whole = (Vec<Goal>, Vec<Step>, Date);

/// What is missing: the field it is about, the message that says so, and whose text it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Missing {
    pub field: String,
    pub message: &'static str,
    pub about: String,
}

impl Missing {
    pub fn new(field: &str, message: &'static str, about: &str) -> Missing {
        Missing { field: field.to_owned(), message, about: about.to_owned() }
    }
}

impl Typed {
    /// Reads the fields of the form. What has no name of ours is passed by; a goal or step without a word is none.
    pub fn read(fields: Vec<(String, String)>) -> (Typed, Pressed) {
        let (mut typed, mut pressed) = (Typed::default(), Pressed::default());
        let mut goals: BTreeMap<(usize, String), TypedGoal> = BTreeMap::new();
        let mut steps: BTreeMap<(usize, String), TypedStep> = BTreeMap::new();
        for (name, value) in fields {
            let Some((key, part)) = name.split_once('.') else {
                match name.as_str() {
                    "id" => typed.id = value,
                    "after" => typed.after = value.parse::<u32>().unwrap_or_default().min(LAST),
                    "summary" => typed.summary = value,
                    "review" => typed.review = value,
                    "do" => pressed.offers = value == "offer",
                    "take" => pressed.takes.extend(value.parse::<usize>()),
                    _ => {}
                }
                continue;
            };
            let place = (key.len(), key.to_owned());
            if is_key(key, 'g') {
                let goal = goals.entry(place).or_insert_with(|| TypedGoal { key: key.to_owned(), ..TypedGoal::default() });
                match part {
                    "text" => goal.text = value,
                    "answers" => goal.answers.push(value),
                    "by" => goal.by = value,
                    "author" => goal.author = value,
                    _ => {}
                }
            } else if is_key(key, 's') {
                let step = steps.entry(place).or_insert_with(|| TypedStep { key: key.to_owned(), ..TypedStep::default() });
                match part {
                    "text" => step.text = value,
                    "goal" => step.goal = value,
                    "side" => step.side = value,
                    "owner" => step.owner = value,
                    "by" => step.by = value,
                    _ => {}
                }
            }
        }
        typed.goals = goals.into_values().filter(|goal| !goal.text.trim().is_empty()).take(READ).collect();
        typed.steps = steps.into_values().filter(|step| !step.text.trim().is_empty()).take(READ).collect();
        (typed, pressed)
    }

    /// The form of a version that changes another: everything of it stands there (requirement JIA-18).
    pub fn of(agreement: &Agreement, version: &Version) -> Typed {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let word = |side: Option<Side>| side.map(|side| side.word().to_owned()).unwrap_or_default();
        let goal = |goal: &Goal| TypedGoal { key: goal.key.clone(), text: goal.text.clone(), answers: goal.answers.clone(), by: day(goal.by), author: word(goal.author) };
        let step = |step: &Step| TypedStep {
            key: step.key.clone(),
            goal: step.goal.clone(),
            side: word(step.side),
            owner: step.owner.clone(),
            text: step.text.clone(),
            by: day(step.by),
        };
        Typed {
            id: agreement.id.to_string(),
            after: version.number,
            summary: version.summary.clone(),
            review: day(version.review_on),
            goals: version.goals.iter().map(goal).collect(),
            steps: version.steps.iter().map(step).collect(),
        }
    }

    /// What is missing before it can be offered (requirement JIA-06), in the order of the form; what can be offered otherwise. A day that has gone by may
    /// stay as it was in the version before.
    pub fn checked(&self, today: Date, before: Option<&Version>) -> Result<Whole, Vec<Missing>> {
        let mut missing = Vec::new();
        let coming = |day: &Date| *day >= today && *day <= today.plus_days(AHEAD);
        let was = |key: &str| {
            let goal = before.and_then(|version| version.goals.iter().find(|goal| goal.key == key)).and_then(|goal| goal.by);
            goal.or_else(|| before.and_then(|version| version.steps.iter().find(|step| step.key == key)).and_then(|step| step.by))
        };
        let day = |key: &str, text: &str| text.trim().parse::<Date>().ok().filter(|day| coming(day) || was(key) == Some(*day));
        if self.summary.trim().is_empty() {
            missing.push(Missing::new("summary", "agreement-say-rests", ""));
        }
        for (field, count) in [("goals", self.goals.len()), ("steps", self.steps.len())] {
            if count > MOST {
                missing.push(Missing::new(field, "agreement-say-many", ""));
            }
        }
        let long = |text: &str, most: usize| text.chars().count() > most;
        if long(&self.summary, SUMMARY) {
            missing.push(Missing::new("summary", "agreement-say-summary", ""));
        }
        let mut goals = Vec::new();
        for goal in &self.goals {
            if long(&goal.text, TEXT) {
                missing.push(Missing::new(&format!("{}.text", goal.key), "agreement-say-shorter", &goal.text));
            }
            let by = day(&goal.key, &goal.by);
            if by.is_none() {
                missing.push(Missing::new(&format!("{}.by", goal.key), "agreement-say-by", &goal.text));
            }
            goals.push(Goal { key: goal.key.clone(), text: goal.text.trim().to_owned(), answers: goal.answers.clone(), by, author: goal.author.parse().ok() });
        }
        if goals.is_empty() {
            missing.push(Missing::new("goals", "agreement-say-goal", ""));
        }
        let steps: Vec<Step> = self.steps.iter().map(|step| self.step(step, (&mut missing, &day))).collect();
        for (side, message) in [(Side::Client, "agreement-say-client-step"), (Side::Provider, "agreement-say-provider-step")] {
            if steps.iter().all(|step| step.side != Some(side)) {
                missing.push(Missing::new("steps", message, ""));
            }
        }
        match self.review.trim().parse::<Date>().ok().filter(|review| *review > today && coming(review)) {
            Some(review) if missing.is_empty() => Ok((goals, steps, review)),
            Some(_) => Err(missing),
            None => {
                missing.push(Missing::new("review", "agreement-say-review", ""));
                Err(missing)
            }
        }
    }

    fn step(&self, step: &TypedStep, (missing, day): (&mut Vec<Missing>, &impl Fn(&str, &str) -> Option<Date>)) -> Step {
        let side: Option<Side> = step.side.parse().ok();
        let by = day(&step.key, &step.by);
        // Where there is one goal alone, every step serves it.
        let goal = match self.goals.as_slice() {
            [only] => Some(only.key.clone()),
            goals => goals.iter().map(|goal| &goal.key).find(|key| **key == step.goal).cloned(),
        };
        let mut say = |part: &str, message| missing.push(Missing::new(&format!("{}.{part}", step.key), message, &step.text));
        if step.text.chars().count() > TEXT {
            say("text", "agreement-say-shorter");
        }
        if side.is_none() {
            say("side", "agreement-say-side");
        }
        if side == Some(Side::Provider) && step.owner.trim().is_empty() {
            say("owner", "agreement-say-owner");
        }
        if goal.is_none() && !self.goals.is_empty() {
            say("goal", "agreement-say-serves");
        }
        if by.is_none() {
            say("by", "agreement-say-by");
        }
        let owner = if side == Some(Side::Client) { String::new() } else { step.owner.trim().to_owned() };
        Step { key: step.key.clone(), goal: goal.unwrap_or_default(), side, owner, text: step.text.trim().to_owned(), by }
    }
}

impl Typed {
    /// Makes it a version after the newest of the agreement that is living, whatever it was begun after: a colleague may have offered one meanwhile, or the
    /// agreement may have ended. A step that is over and says something else now is another step.
    pub fn rebase(&mut self, living: Option<&Agreement>, fresh: impl FnOnce() -> String) {
        let newest = living.and_then(|one| Some((one, one.newest()?)));
        match newest {
            Some((one, newest)) => (self.id, self.after) = (one.id.to_string(), newest.number),
            None if self.after > 0 => (self.id, self.after) = (fresh(), 0),
            None => {}
        }
        let Some((one, newest)) = newest else { return };
        let keys = one.versions.iter().flat_map(|version| &version.steps).map(|step| step.key.clone());
        let keys: Vec<String> = keys.chain(self.steps.iter().map(|step| step.key.clone())).collect();
        let mut next = next_number(keys.iter().map(String::as_str));
        for step in &mut self.steps {
            let known = newest.steps.iter().find(|known| known.key == step.key);
            if known.is_some_and(|known| known.text != step.text.trim() && one.progress(known).is_over()) {
                step.key = format!("s{next}");
                next += 1;
            }
        }
    }
}

/// Whether this is the key of a goal (`g`) or step (`s`): the letter and a number.
fn is_key(key: &str, letter: char) -> bool {
    key.strip_prefix(letter).is_some_and(|number| (1..=4).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The number the next goal or step gets: none is used twice in an agreement, so that a step can be followed through its versions.
pub(super) fn next_number<'a>(keys: impl Iterator<Item = &'a str>) -> usize {
    keys.filter_map(|key| key.get(1..)?.parse::<usize>().ok()).max().unwrap_or(0) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<(String, String)> {
        text.split('&').map(|pair| pair.split_once('=').unwrap()).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    const WHOLE: &str = "id=x&after=0&summary=Debts come first.&review=2027-02-23&g1.text=Money&g1.by=2027-02-23&g1.answers=debt&g1.answers=housing&s1.text=Bring letters&s1.side=client&s1.by=2026-12-01\
        &s2.text=Arrange a talk&s2.side=provider&s2.owner=Jana&s2.by=2026-12-01&g2.text= &s10.text=&do=offer&take=3&take=x";

    fn checked(text: &str) -> Result<Whole, Vec<&'static str>> {
        let today = "2026-11-23".parse().unwrap();
        Typed::read(fields(text)).0.checked(today, None).map_err(|missing| missing.into_iter().map(|one| one.message).collect())
    }

    #[test]
    fn what_is_whole_can_be_offered_and_rows_without_a_word_are_none() {
        let (goals, steps, review) = checked(WHOLE).unwrap();
        assert_eq!((goals.len(), steps.len(), review.to_string().as_str()), (1, 2, "2027-02-23"));
        assert_eq!(goals[0].answers, ["debt", "housing"]);
        assert_eq!(steps.iter().map(|step| step.goal.as_str()).collect::<Vec<_>>(), ["g1", "g1"], "of one goal alone all are steps");
        let (_, pressed) = Typed::read(fields(WHOLE));
        assert_eq!((pressed.offers, pressed.takes), (true, vec![3]));
    }

    /// Requirement JIA-06, and the state "Error" of the screen: which step has no owner is said.
    #[test]
    fn each_thing_that_is_missing_is_said() {
        for (right, wrong, says) in [
            ("g1.text=Money", "g1.text=", "agreement-say-goal"),
            ("g1.by=2027-02-23", "g1.by=", "agreement-say-by"),
            ("g1.by=2027-02-23", "g1.by=2026-11-22", "agreement-say-by"),
            ("s1.side=client", "s1.side=provider&s1.owner=Jana", "agreement-say-client-step"),
            ("s2.side=provider", "s2.side=client", "agreement-say-provider-step"),
            ("s2.owner=Jana", "s2.owner= ", "agreement-say-owner"),
            ("s1.side=client", "s1.side=both", "agreement-say-side"),
            ("review=2027-02-23", "review=2026-11-23", "agreement-say-review"),
            ("review=2027-02-23", "review=never", "agreement-say-review"),
            ("review=2027-02-23", "review=2062-02-23", "agreement-say-review"),
            ("summary=Debts come first.", "summary= ", "agreement-say-rests"),
            ("g2.text= ", "g2.text=More&g2.by=2027-01-01", "agreement-say-serves"),
        ] {
            let missing = checked(&WHOLE.replace(right, wrong)).unwrap_err();
            assert!(missing.contains(&says), "{wrong}: {missing:?}");
        }
        let long = "x".repeat(TEXT + 1);
        assert_eq!(checked(&WHOLE.replace("Bring letters", &long)).unwrap_err(), ["agreement-say-shorter"]);
    }

    #[test]
    fn what_is_too_much_is_said_and_a_version_has_no_number_beyond_counting() {
        let many: String = (1..=MOST + 1).map(|number| format!("&s{number}.text=Call&s{number}.side=client&s{number}.by=2026-12-01")).collect();
        assert!(checked(&format!("{WHOLE}{many}")).unwrap_err().contains(&"agreement-say-many"));
        assert_eq!(Typed::read(fields("after=4294967295")).0.after, LAST);
    }

    #[test]
    fn a_number_is_never_used_twice() {
        assert_eq!(next_number(["s1", "s12", "s3", "s", "sx"].into_iter()), 13);
        assert_eq!(next_number([].into_iter()), 1);
    }
}

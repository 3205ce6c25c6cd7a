//! Advice while an agreement is written: the five aspects by which plans are reviewed (toolkit ch. 2 section 3.1, rule N11), and what is not answered
//! yet. It is advice: nothing is refused for it.

use super::form::Typed;
use super::rules::Agreement;
use crate::assessments::Finding;
use words::{Date, stored_words};

stored_words! {
    /// What a good agreement is looked at for.
    Aspect {
        /// What it rests on is fresh.
        Data = "data",
        /// What stands in the way is named.
        Barriers = "barriers",
        /// For each goal there is something to be done.
        Fit = "fit",
        /// What is to be done is concrete: more than a word or two, and before the review.
        Concrete = "concrete",
        /// What was agreed before has been talked about.
        Results = "results",
    }
}

/// So many days an assessment is fresh.
const FRESH_DAYS: i64 = 92;
/// A step with fewer words says too little.
const FEW_WORDS: usize = 3;

/// What an agreement rests on, to be looked at beside it.
pub(super) struct Ground<'a> {
    /// The day of the last assessment.
    pub assessed: Option<Date>,
    /// What stands in the way, the most severe first.
    pub barriers: &'a [Finding<'a>],
    /// The agreement so far.
    pub agreement: Option<&'a Agreement>,
    pub today: Date,
}

/// Barriers of this severity or more that no goal answers (requirement JIA-08).
pub(super) fn gaps<'a, 'b>(answers: impl Iterator<Item = &'b String> + Clone, barriers: &'a [Finding<'a>], severe_from: u8) -> Vec<&'a Finding<'a>> {
    let answered = |finding: &Finding<'_>| answers.clone().any(|dimension| *dimension == finding.dimension.id);
    barriers.iter().filter(|finding| finding.severity >= severe_from && !answered(finding)).collect()
}

/// Each aspect, and whether it is as it should be.
pub(super) fn aspects(typed: &Typed, ground: &Ground<'_>) -> Vec<(Aspect, bool)> {
    let review: Option<Date> = typed.review.parse().ok();
    let named = |finding: &Finding<'_>| typed.goals.iter().any(|goal| goal.answers.contains(&finding.dimension.id));
    let serves = |key: &str| typed.goals.len() == 1 && !typed.steps.is_empty() || typed.steps.iter().any(|step| step.goal == key);
    let concrete = |text: &str, by: &str| {
        let by: Option<Date> = by.parse().ok();
        text.split_whitespace().count() >= FEW_WORDS && by.zip(review).is_some_and(|(by, review)| by <= review)
    };
    let talked = |agreement: &Agreement| {
        let steps = agreement.in_force().map(|version| version.steps.as_slice()).unwrap_or_default();
        steps.iter().filter(|step| step.by.is_some_and(|by| by < ground.today)).all(|step| agreement.became.contains_key(&step.key))
    };
    let is = |aspect: Aspect| match aspect {
        Aspect::Data => ground.assessed.is_some_and(|on| ground.today.days_since(on) <= FRESH_DAYS),
        Aspect::Barriers => ground.barriers.iter().all(named),
        Aspect::Fit => !typed.goals.is_empty() && typed.goals.iter().all(|goal| serves(&goal.key)),
        Aspect::Concrete => !typed.steps.is_empty() && typed.steps.iter().all(|step| concrete(&step.text, &step.by)),
        Aspect::Results => ground.agreement.is_none_or(talked),
    };
    Aspect::ALL.iter().map(|aspect| (*aspect, is(*aspect))).collect()
}

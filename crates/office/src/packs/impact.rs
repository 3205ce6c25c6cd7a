//! The impact assessment of a pack: what is done with data, what could go wrong for people, and what holds it off.

use super::{PackError, Register};
use serde::Deserialize;
use std::collections::BTreeSet;
use words::{Date, stored_words};

stored_words! {
    /// How likely a harm is, or how bad.
    Degree {
        /// Seldom, or soon mended.
        Low = "low",
        /// Now and then, or felt for a time.
        Medium = "medium",
        /// To be expected, or a life is changed by it.
        High = "high",
    }
}

/// The impact assessment (GDPR article 35), feature by feature.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Impact {
    assessed_on: String,
    review_by: String,
    /// Who was asked for it.
    pub asked: String,
    /// The features, in the order they are shown.
    #[serde(rename = "feature")]
    pub features: Vec<Feature>,
}

/// One thing the program does with data about people.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feature {
    /// Its short name.
    pub word: String,
    /// What people call it.
    pub title: String,
    /// What is done.
    pub what: String,
    /// Why it is needed, and why less would not do.
    pub needed: String,
    /// The classes of the register it works on.
    pub classes: Vec<String>,
    /// What could go wrong for the people concerned.
    #[serde(rename = "risk")]
    pub risks: Vec<Risk>,
}

/// What could go wrong, and what holds it off.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// What.
    pub says: String,
    /// Without the measures.
    pub before: Judged,
    /// What the program does about it.
    pub measures: Vec<String>,
    /// The paragraphs of `docs/RIGHTS-OF-PEOPLE.md` that hold the program to them.
    pub promises: Vec<u32>,
    /// What people have to do besides; may be nothing.
    pub by: String,
    /// With all of them.
    pub after: Judged,
}

/// How likely and how bad something is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    likelihood: String,
    severity: String,
}

impl Judged {
    /// How likely, as a word of [`Degree`]; checked when it was read.
    #[must_use]
    pub fn likelihood(&self) -> &str {
        &self.likelihood
    }

    /// How bad, as a word of [`Degree`].
    #[must_use]
    pub fn severity(&self) -> &str {
        &self.severity
    }

    fn check(&self) -> Result<(Degree, Degree), String> {
        let degree = |word: &str| word.parse::<Degree>().map_err(|known| format!("“{word}” is none of {known}"));
        Ok((degree(&self.likelihood)?, degree(&self.severity)?))
    }
}

impl Impact {
    /// Reads an assessment and holds it against the register it is about.
    ///
    /// # Errors
    /// [`PackError`] with the line of what is unknown or missing, the class of people's data that belongs to no feature, or the risk that
    /// nothing holds off.
    pub fn read(file: &str, text: &str, register: &Register) -> Result<Impact, PackError> {
        let wrong = |problem: String| PackError { file: file.to_owned(), problem };
        let impact: Impact = toml::from_str(text).map_err(|e| wrong(e.to_string()))?;
        for (key, day) in [("assessed_on", &impact.assessed_on), ("review_by", &impact.review_by)] {
            day.parse::<Date>().map_err(|e| wrong(format!("{key}: {e}")))?;
        }
        for feature in &impact.features {
            feature.check(register).map_err(|problem| wrong(format!("feature “{}”: {problem}", feature.word)))?;
        }
        let assessed: BTreeSet<&String> = impact.features.iter().flat_map(|feature| &feature.classes).collect();
        match register.classes.iter().find(|class| class.people != "nobody" && !assessed.contains(&class.word)) {
            Some(class) => Err(wrong(format!("the class “{}” of the register belongs to no feature: say what could go wrong with it", class.word))),
            None => Ok(impact),
        }
    }

    /// When it was made.
    #[must_use]
    pub fn assessed_on(&self) -> Option<Date> {
        self.assessed_on.parse().ok()
    }

    /// By when it is looked at again.
    #[must_use]
    pub fn review_by(&self) -> Option<Date> {
        self.review_by.parse().ok()
    }
}

impl Feature {
    fn check(&self, register: &Register) -> Result<(), String> {
        if let Some(class) = self.classes.iter().find(|class| register.classes.iter().all(|known| known.word != **class)) {
            return Err(format!("there is no class “{class}” in the register"));
        }
        if self.risks.is_empty() {
            return Err("nothing is without risk: name what could go wrong".to_owned());
        }
        for risk in &self.risks {
            let (before, after) = (risk.before.check()?, risk.after.check()?);
            if after.0 > before.0 || after.1 > before.1 {
                return Err(format!("“{}” is worse with its measures than without", risk.says));
            }
            if risk.measures.is_empty() || risk.promises.is_empty() {
                return Err(format!("“{}” has no measure, or none that a promise holds the program to", risk.says));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pack;

    const TEXT: &str = include_str!("../../../../packs/eu-default/impact.toml");

    fn problem(from: &str, to: &str) -> String {
        let register = Pack::eu_default().unwrap().register;
        assert!(TEXT.contains(from), "{from}");
        Impact::read("impact.toml", &TEXT.replacen(from, to, 1), &register).unwrap_err().to_string()
    }

    #[test]
    fn an_assessment_that_leaves_something_out_is_refused_in_words() {
        assert!(problem("\"consents\", ", "").contains("class “consents” of the register belongs to no feature"));
        assert!(problem("\"consents\", ", "\"consents\", \"cosents\", ").contains("there is no class “cosents”"));
        assert!(problem("promises = [15]", "promises = []").contains("no measure"));
        assert!(problem("after = { likelihood = \"low\"", "after = { likelihood = \"lowish\"").contains("“lowish” is none of low, medium, high"));
        assert!(problem("before = { likelihood = \"medium\", severity = \"medium\" }", "before = { likelihood = \"low\", severity = \"low\" }").contains("worse with its measures"));
        assert!(problem("needed = ", "neded = ").contains("neded"));
        assert!(problem("review_by = \"2027-11-23\"", "review_by = \"2027-11-31\"").contains("review_by"));
    }

    #[test]
    fn every_promise_it_leans_on_is_one_of_those_made_to_people() {
        let promises = include_str!("../../../../docs/RIGHTS-OF-PEOPLE.md");
        for feature in Pack::eu_default().unwrap().impact.features {
            for promise in feature.risks.iter().flat_map(|risk| &risk.promises) {
                assert!(promises.contains(&format!("**{promise}.**")), "{}: there is no promise {promise}", feature.word);
            }
        }
    }
}

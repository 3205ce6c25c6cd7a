//! What has been learnt about agreement: how often each level occurs for one person and for two.

use crate::comparisons::{Comparison, Level, MOST_SOURCES, TWO_SOURCES, code_of};
use crate::frequencies::Spread;
use serde::{Deserialize, Serialize};
use thiserror::Error;

mod defaults;

/// The version of the model file this library reads and writes.
pub const MODEL_VERSION: u32 = 2;

/// The cut, in bits, at which clusters are joined if nobody says otherwise.
pub const DEFAULT_CUT: f64 = 3.0;

/// Everything that turns agreement into evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Version of the file format.
    pub version: u32,
    /// How many records it was learnt from; 0 for the defaults.
    pub records: u64,
    /// Chance that two records taken blindly are one person's.
    pub prior: f64,
    /// How many records a person has, seen from a record that has at least one other.
    pub copies: f64,
    /// Average evidence, in bits, from which two clusters are one person.
    pub cut: f64,
    /// What the columns of the files were taken for; it holds for other files with columns of these names.
    #[serde(rename = "column", default)]
    pub columns: Vec<ColumnMeaning>,
    /// Weights of every comparison.
    #[serde(rename = "comparison")]
    pub comparisons: Vec<Weighing>,
    /// Habits of every source met while learning.
    #[serde(rename = "source", default)]
    pub sources: Vec<SourceHabit>,
    /// How values were spread over the records it was learnt from: what makes a rare one rare.
    #[serde(rename = "value", default)]
    pub values: Vec<Spread>,
}

/// What a column of a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMeaning {
    /// The name of the column.
    pub name: String,
    /// The name of a [`crate::Field`], or `record_id`, `source` or `nothing`.
    pub means: String,
    /// How that is known.
    #[serde(default)]
    pub why: String,
}

/// The levels of one comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weighing {
    /// Which comparison.
    pub name: Comparison,
    /// Its levels.
    #[serde(rename = "level")]
    pub levels: Vec<Chance>,
}

/// How often a level occurs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chance {
    /// Which level.
    pub level: Level,
    /// Share of pairs of one person's records that agree on this level, among those where both say something.
    pub m: f64,
    /// The same share for two people.
    pub u: f64,
    /// The same share for two people at one address.
    pub u_at_home: f64,
    /// Where the numbers come from.
    pub origin: Origin,
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// General experience; too few records said otherwise.
    Default,
    /// Learnt from records.
    Learnt,
    /// Written by hand.
    Given,
}

/// Whether a source writes a person more than once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceHabit {
    /// The number of the source in the table.
    pub code: u32,
    /// Its name, where known.
    #[serde(default)]
    pub name: String,
    /// Share of pairs of one person's records that both come from it.
    pub m: f64,
    /// The same share for two people.
    pub u: f64,
}

/// A model file that cannot be used.
#[derive(Debug, Error)]
pub enum ModelError {
    /// Not TOML, or not of the expected shape.
    #[error("the model file cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// From another version of the program.
    #[error("the model file has version {0}, this program reads version {MODEL_VERSION}")]
    Version(u32),
    /// A chance outside of 0 to 1, or a missing level.
    #[error("in the model file, {0:?} has an impossible or a missing level {1:?}")]
    Chance(Comparison, Level),
    /// The chance before any evidence is outside of 0 to 1, or another number is impossible.
    #[error("in the model file, {0} is not possible")]
    Number(&'static str),
}

impl Default for Model {
    /// Weights of general experience, for tables too small to learn from.
    fn default() -> Model {
        defaults::model()
    }
}

impl Model {
    /// The model as a file to read, keep and change by hand.
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// If the text is no model file of this version, or holds impossible numbers.
    pub fn from_toml(text: &str) -> Result<Model, ModelError> {
        let model: Model = toml::from_str(text)?;
        if model.version != MODEL_VERSION {
            return Err(ModelError::Version(model.version));
        }
        model.check()?;
        Ok(model)
    }

    fn check(&self) -> Result<(), ModelError> {
        let share = |value: f64| value > 0.0 && value <= 1.0;
        if !(self.prior > 0.0 && self.prior < 1.0) {
            return Err(ModelError::Number("prior"));
        }
        if !(self.copies >= 1.0 && self.copies.is_finite()) {
            return Err(ModelError::Number("copies"));
        }
        if !self.cut.is_finite() {
            return Err(ModelError::Number("cut"));
        }
        if !self.sources.iter().all(|source| share(source.m) && share(source.u)) {
            return Err(ModelError::Number("the share of a source"));
        }
        for comparison in Comparison::ALL {
            for level in comparison.levels() {
                let chance = self.find(comparison, *level);
                if !chance.is_some_and(|chance| share(chance.m) && share(chance.u) && share(chance.u_at_home)) {
                    return Err(ModelError::Chance(comparison, *level));
                }
            }
        }
        // Each once: a second one would be weighed by and not be looked at here.
        if self.comparisons.len() != Comparison::ALL.len() || self.comparisons.iter().any(|one| one.levels.len() != one.name.levels().len()) {
            return Err(ModelError::Number("a comparison or a level that stands twice, is missing or does not belong there"));
        }
        Ok(())
    }

    /// The chances of one level.
    pub fn find(&self, comparison: Comparison, level: Level) -> Option<&Chance> {
        let weighing = self.comparisons.iter().find(|weighing| weighing.name == comparison)?;
        weighing.levels.iter().find(|chance| chance.level == level)
    }

    pub(crate) fn find_mut(&mut self, comparison: Comparison, level: Level) -> Option<&mut Chance> {
        let weighing = self.comparisons.iter_mut().find(|weighing| weighing.name == comparison)?;
        weighing.levels.iter_mut().find(|chance| chance.level == level)
    }

    /// Evidence before anything is compared, in bits.
    pub fn prior_bits(&self) -> f64 {
        (self.prior / (1.0 - self.prior)).log2()
    }

    /// The habit behind a code of [`Comparison::Source`] in a pattern, as shares `(m, u)`.
    pub(crate) fn source_chance(&self, code: usize) -> (f64, f64) {
        if code == TWO_SOURCES {
            let chance = self.find(Comparison::Source, Level::TwoSources);
            return chance.map_or((1.0, 1.0), |chance| (chance.m, chance.u));
        }
        let mut shares = (0.0, 0.0);
        for habit in &self.sources {
            if habit.code.min(u32::from(MOST_SOURCES)) as usize + 1 == code {
                shares = (shares.0 + habit.m, shares.1 + habit.u);
            }
        }
        if shares.1 > 0.0 { shares } else { (1.0, 1.0) }
    }

    /// Weights by comparison and code, in bits: for people apart, then for people of one home.
    pub(crate) fn weights(&self) -> [[[f64; 16]; 10]; 2] {
        let mut weights = [[[0.0; 16]; 10]; 2];
        for weighing in self.comparisons.iter().filter(|weighing| weighing.name != Comparison::Source) {
            for chance in &weighing.levels {
                let (row, code) = (weighing.name as usize, code_of(weighing.name, chance.level));
                weights[0][row][code] = (chance.m / chance.u).log2();
                // Where people live cannot depend on whether they live together.
                let u = if weighing.name == Comparison::Address { chance.u } else { chance.u_at_home };
                weights[1][row][code] = (chance.m / u).log2();
            }
        }
        for code in 1..=TWO_SOURCES {
            let (m, u) = self.source_chance(code);
            // A second record of one source may speak against a match, never for one.
            let bits = (m / u).log2();
            let bits = if code == TWO_SOURCES { bits.clamp(0.0, 1.0) } else { bits.clamp(-8.0, 0.0) };
            for context in &mut weights {
                context[Comparison::Source as usize][code] = bits;
            }
        }
        weights
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_survives_its_file() -> Result<(), ModelError> {
        let model = Model::default();
        assert_eq!(Model::from_toml(&model.to_toml())?, model);
        Ok(())
    }

    #[test]
    fn a_model_with_a_hole_or_of_another_version_is_refused() {
        let mut model = Model::default();
        model.comparisons.pop();
        assert!(matches!(Model::from_toml(&model.to_toml()), Err(ModelError::Chance(Comparison::Source, _))));
        let model = Model { version: 9, ..Model::default() };
        assert!(matches!(Model::from_toml(&model.to_toml()), Err(ModelError::Version(9))));
        let model = Model { prior: 1.5, ..Model::default() };
        assert!(matches!(Model::from_toml(&model.to_toml()), Err(ModelError::Number("prior"))));
        let mut model = Model::default();
        model.comparisons.push(model.comparisons[0].clone());
        assert!(matches!(Model::from_toml(&model.to_toml()), Err(ModelError::Number(_))), "a second word on one comparison");
        assert!(Model::from_toml("no model").is_err());
    }

    #[test]
    fn every_default_level_is_a_share_and_full_agreement_speaks_for_a_match() {
        let weights = Model::default().weights();
        for comparison in Comparison::ALL.into_iter().filter(|comparison| *comparison != Comparison::Source) {
            assert!(weights[0][comparison as usize][1] > 0.0, "{comparison:?}");
            let last = code_of(comparison, Level::Different);
            assert!(weights[0][comparison as usize][last] < 0.0, "{comparison:?}");
        }
    }
}

//! The field register of a pack: what is kept about whom, why, how long. Every column of the database stands in one class of it.

use super::PackError;
use rights::{Ground, Purpose};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The field register; the record of processing (GDPR article 30) is made from it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Who decides about the processing.
    pub controller: String,
    /// Whether anything leaves for third countries.
    pub transfers: String,
    /// How what is kept is guarded.
    pub security: String,
    /// The classes, in the order they are shown.
    #[serde(rename = "class")]
    pub classes: Vec<Class>,
}

/// One class of data.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Its short name.
    pub word: String,
    /// What it is.
    pub title: String,
    /// Whose data: `clients`, `users`, `nobody`.
    pub people: String,
    /// What for: words of [`Purpose`].
    pub purposes: Vec<String>,
    /// On which legal ground: a word of [`Ground`].
    pub ground: String,
    /// The highest level of sensitivity, 0 open to 4 special category.
    pub level: i64,
    /// Whether it is sealed at rest: `yes`, `partly`, `no`.
    pub sealed: String,
    /// Where it comes from.
    pub comes_from: String,
    /// Who gets it.
    pub goes_to: String,
    /// How long it is kept.
    pub keep: Keep,
    /// What the person can ask for.
    pub right: String,
    /// The columns, by table.
    pub columns: BTreeMap<String, Vec<String>>,
}

/// How long a class is kept.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// Years after the event; 0 to 100.
    pub years: u32,
    /// The event.
    pub from: String,
    /// What is done then: `erase`, `anonymise`, `archive`.
    pub then: String,
}

impl Register {
    /// Reads and checks a register.
    ///
    /// # Errors
    /// [`PackError`] with the line of what is unknown or missing, or the class that says what nobody understands.
    pub fn read(file: &str, text: &str) -> Result<Register, PackError> {
        let wrong = |problem: String| PackError { file: file.to_owned(), problem };
        let register: Register = toml::from_str(text).map_err(|e| wrong(e.to_string()))?;
        let mut columns = BTreeSet::new();
        for class in &register.classes {
            class.check().map_err(|problem| wrong(format!("class “{}”: {problem}", class.word)))?;
            for column in class.columns() {
                if !columns.insert(column.clone()) {
                    return Err(wrong(format!("{column} stands in two classes, one of them “{}”: leave it in one", class.word)));
                }
            }
        }
        Ok(register)
    }

    /// What is wrong between this register and the columns of a database: one sentence each.
    #[must_use]
    pub fn against(&self, columns: &BTreeSet<String>) -> Vec<String> {
        let ours: BTreeSet<String> = self.classes.iter().flat_map(Class::columns).collect();
        let missing = columns.difference(&ours).map(|column| format!("{column} stands in no class: say in register.toml what it is kept for"));
        let gone = ours.difference(columns).map(|column| format!("{column} is not in the database: take it out of register.toml"));
        missing.chain(gone).collect()
    }
}

impl Class {
    /// Its columns, as `table.column`.
    pub fn columns(&self) -> impl Iterator<Item = String> {
        self.columns.iter().flat_map(|(table, columns)| columns.iter().map(move |column| format!("{table}.{column}")))
    }

    fn check(&self) -> Result<(), String> {
        for purpose in &self.purposes {
            purpose.parse::<Purpose>().map_err(|known| format!("the purpose “{purpose}” is none of {known}"))?;
        }
        if self.purposes.is_empty() {
            return Err("nothing is kept for no purpose: name one".to_owned());
        }
        self.ground.parse::<Ground>().map_err(|known| format!("the ground “{}” is none of {known}", self.ground))?;
        one_of("people", &self.people, &["clients", "users", "nobody"])?;
        one_of("sealed", &self.sealed, &["yes", "partly", "no"])?;
        one_of("then", &self.keep.then, &["erase", "anonymise", "archive"])?;
        if !(0..=4).contains(&self.level) {
            return Err(format!("level = {}: levels run from 0 to 4", self.level));
        }
        if self.keep.years > 100 {
            return Err(format!("years = {}: nothing is kept longer than a hundred", self.keep.years));
        }
        Ok(())
    }
}

fn one_of(key: &str, said: &str, known: &[&str]) -> Result<(), String> {
    if known.contains(&said) { Ok(()) } else { Err(format!("{key} = “{said}” is none of {}", known.join(", "))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pack;

    const EU: &str = include_str!("../../../../packs/eu-default/register.toml");

    #[tokio::test]
    async fn every_column_of_the_database_stands_in_one_class() {
        let fresh = db::testing::sqlite().await;
        let schema = db::testing::schema(&fresh.db).await;
        let columns: BTreeSet<String> = schema.lines().filter(|line| !line.starts_with("index ")).filter_map(|line| Some(line.split_once(' ')?.0.to_owned())).collect();
        assert!(columns.len() > 200, "{}", columns.len());
        let register = &Pack::eu_default().unwrap().register;
        assert_eq!(register.against(&columns), Vec::<String>::new());
        // A column that nobody has classed, and one that is gone.
        let mut other = columns.clone();
        other.insert("entry.mood".to_owned());
        other.remove("entry.body");
        let told = register.against(&other).join("\n");
        assert!(told.contains("entry.mood stands in no class") && told.contains("entry.body is not in the database"), "{told}");
    }

    #[test]
    fn a_register_that_says_what_nobody_understands_is_refused_with_its_class() {
        let refused = |from: &str, to: &str| Register::read("register.toml", &EU.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(refused("\"casework\"", "\"curiosity\"").contains("class “history”: the purpose “curiosity” is none of"));
        assert!(refused("ground = \"public-task\"", "ground = \"custom\"").contains("the ground “custom”"));
        assert!(refused("level = 4", "level = 5").contains("levels run from 0 to 4"));
        assert!(refused("then = \"erase\"", "then = \"forget\"").contains("then = “forget”"));
        assert!(refused("entry_side = [", "record = [\"seen_on\"]\nentry_side = [").contains("record.seen_on stands in two classes"));
        assert!(refused("people = ", "peoples = ").contains("peoples"));
    }
}

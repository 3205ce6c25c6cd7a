//! A feed's configuration: read from TOML, checked before it is kept.

use crate::files::{Kind, Shape};
use croner::Cron;
use people::records::FIELDS;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::str::FromStr;
use words::{EntryKind, Status, Time};

/// What the rows of a feed speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// Each row is a person as the source knows them.
    People,
    /// Each row is something that happened to a person.
    Entries,
}

/// A feed as an administrator writes it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Its short name, in small letters, digits and dashes.
    pub name: String,
    /// The name people read.
    pub title: String,
    /// The short name of the organisation that sends it.
    pub organisation: String,
    /// What its rows speak of.
    pub says: Says,
    /// The name of its files.
    pub file: String,
    /// The kind of its files.
    pub kind: Kind,
    /// CSV only: the encoding, any label of the WHATWG standard; UTF-8 when missing.
    pub encoding: Option<String>,
    /// CSV only: the sign between values; found out when missing.
    pub delimiter: Option<char>,
    /// XLSX only: the sheet; the first when missing.
    pub sheet: Option<String>,
    /// The columns that together name the record, or the entry.
    pub key: Vec<String>,
    /// Entries only: the columns that together name the person's record in the same organisation.
    #[serde(default)]
    pub person: Vec<String>,
    /// The column that says when the row was true; the day of receipt when missing.
    pub observed: Option<String>,
    /// People only: the column that says that a record is no longer the source's, or was sent by mistake.
    pub withdrawn: Option<Gone>,
    /// The forms dates have, tried in order. ISO 8601 is always understood.
    #[serde(default)]
    pub dates: Vec<String>,
    /// When to look for a new file, as five cron fields in UTC.
    pub schedule: Option<String>,
    /// Shared field = column.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// For a shared field: the source's code = the shared code.
    #[serde(default)]
    pub codes: BTreeMap<String, BTreeMap<String, String>>,
    /// Shared field = a value that is the same in every row.
    #[serde(default)]
    pub constants: BTreeMap<String, String>,
}

/// How the rows of a feed of people say that a record is gone.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gone {
    /// The column.
    pub column: String,
    /// What stands there in the row of a record that is gone; everything else says that it is there.
    pub values: Vec<String>,
}

/// Why a configuration cannot be kept, in words that say what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub String);

impl Config {
    /// Reads and checks a configuration.
    ///
    /// # Errors
    /// [`ConfigError`] with the line, or the key and what it should be.
    pub fn read(text: &str) -> Result<Config, ConfigError> {
        let config: Config = toml::from_str(text).map_err(|e| ConfigError(e.to_string()))?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        let fail = |problem: String| Err(ConfigError(problem));
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.name.is_empty() || self.name.len() > 80 || !self.name.chars().all(plain) {
            return fail(format!("name = “{}”: use small letters, digits and dashes only", self.name));
        }
        if self.key.is_empty() {
            return fail("key is empty: name the column that tells one row from another".to_owned());
        }
        if self.file.contains(['/', '\\']) || self.file.is_empty() {
            return fail(format!("file = “{}”: give the file's name alone, without its folder", self.file));
        }
        if let Some(schedule) = &self.schedule
            && let Err(problem) = Cron::from_str(schedule)
        {
            return fail(format!("schedule = “{schedule}”: {problem}"));
        }
        match self.says {
            Says::People => self.check_people()?,
            Says::Entries => self.check_entries()?,
        }
        self.check_codes()
    }

    fn check_people(&self) -> Result<(), ConfigError> {
        let unknown = self.fields.keys().chain(self.constants.keys()).find(|field| !FIELDS.contains(&field.as_str()));
        if let Some(field) = unknown {
            return Err(ConfigError(format!("[fields] {field}: a person has none of that name; there are {}", FIELDS.join(", "))));
        }
        if self.withdrawn.as_ref().is_some_and(|gone| gone.values.is_empty() || gone.values.iter().any(|value| value.trim().is_empty())) {
            return Err(ConfigError("withdrawn needs values: what stands in its column when a record is gone, such as values = [\"1\"]".to_owned()));
        }
        let named = ["given_name", "family_name", "full_name"].iter().any(|field| self.fields.contains_key(*field));
        if !named {
            return Err(ConfigError("[fields] needs a name: given_name and family_name, or full_name".to_owned()));
        }
        Ok(())
    }

    fn check_entries(&self) -> Result<(), ConfigError> {
        if self.withdrawn.is_some() {
            return Err(ConfigError("withdrawn is for feeds of people: an entry is corrected by sending it again".to_owned()));
        }
        if self.person.is_empty() {
            return Err(ConfigError("person is empty: name the column that says whom the entry is about".to_owned()));
        }
        for needed in ["kind", "from"] {
            if !self.fields.contains_key(needed) && !self.constants.contains_key(needed) {
                return Err(ConfigError(format!("an entry needs “{needed}”: give its column in [fields], or one value in [constants]")));
            }
        }
        Ok(())
    }

    /// Shared codes must be ones we know, or every row would end in quarantine.
    fn check_codes(&self) -> Result<(), ConfigError> {
        let constants = self.constants.iter();
        let codes = self.codes.iter().flat_map(|(field, map)| map.values().map(move |code| (field, code)));
        for (field, code) in constants.chain(codes) {
            let known = match field.as_str() {
                "kind" => code.parse::<EntryKind>().map(|_| ()),
                "status" => code.parse::<Status>().map(|_| ()),
                "sex" if !["woman", "man", "other"].contains(&code.as_str()) => Err("woman, man, other".to_owned()),
                _ => Ok(()),
            };
            if let Err(words) = known {
                return Err(ConfigError(format!("“{code}” is no {field}: use one of {words}")));
            }
        }
        Ok(())
    }

    /// How its files are to be read.
    #[must_use]
    pub fn shape(&self) -> Shape {
        Shape { kind: self.kind, encoding: self.encoding.clone(), delimiter: self.delimiter, sheet: self.sheet.clone() }
    }

    /// The first moment after `now` the schedule names; none without a schedule.
    #[must_use]
    pub fn next_after(&self, now: Time) -> Option<Time> {
        let cron = Cron::from_str(self.schedule.as_deref()?).ok()?;
        let now = chrono::DateTime::from_timestamp_micros(now.micros())?;
        let next = cron.find_next_occurrence(&now, false).ok()?;
        Some(Time::from_micros(next.timestamp_micros()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEOPLE: &str = r#"
        name = "clinic-people"
        title = "Clinic: people"
        organisation = "clinic"
        says = "people"
        file = "people.parquet"
        kind = "parquet"
        key = ["patient"]
        schedule = "0 2 * * *"
        [fields]
        full_name = "name"
    "#;

    #[test]
    fn a_good_feed_is_read() {
        let config = Config::read(PEOPLE).unwrap();
        assert_eq!((config.says, config.kind), (Says::People, Kind::Parquet));
        let now = "2026-11-23".parse::<words::Date>().unwrap().start().plus_seconds(3 * 3600);
        assert_eq!(config.next_after(now).unwrap().to_string(), "2026-11-24T02:00:00Z");
    }

    #[test]
    fn a_feed_may_say_how_its_rows_tell_that_a_record_is_gone() {
        let with = |text: &str| Config::read(&PEOPLE.replace("schedule", &format!("withdrawn = {text}\n        schedule")));
        let gone = with("{ column = \"deleted\", values = [\"1\", \"yes\"] }").unwrap().withdrawn.unwrap();
        assert_eq!((gone.column.as_str(), gone.values.len()), ("deleted", 2));
        assert!(with("{ column = \"deleted\", values = [] }").unwrap_err().to_string().contains("needs values"));
        assert!(with("{ column = \"deleted\", values = [\"\"] }").unwrap_err().to_string().contains("needs values"));
    }

    #[test]
    fn a_wrong_feed_says_what_to_write_instead() {
        let problem = |from: &str, to: &str| Config::read(&PEOPLE.replace(from, to)).unwrap_err().to_string();
        assert!(problem("full_name", "surename").contains("given_name, family_name"));
        assert!(problem("\"0 2 * * *\"", "\"soon\"").contains("schedule"));
        assert!(problem("says = \"people\"", "says = \"entries\"").contains("person is empty"));
        assert!(problem("key = [\"patient\"]", "key = []").contains("key is empty"));
        assert!(problem("kind = \"parquet\"", "kind = \"pdf\"").contains("line 7"));
        assert!(problem("[fields]", "[codes.sex]\n\"1\" = \"male\"\n[fields]").contains("woman, man, other"));
        assert!(problem("people.parquet", "../people.parquet").contains("file's name alone"));
    }
}

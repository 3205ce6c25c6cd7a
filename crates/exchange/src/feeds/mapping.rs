//! A row of a file becomes a person or an entry in the shared model, or a problem with field, value and reason.

use super::config::{Config, ConfigError, Says};
use people::records::{Incoming, Said};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use words::{Date, EntryKind, Status};

/// Fields of an entry that are columns of their own; every other field is a detail.
const OF_ENTRIES: [&str; 5] = ["kind", "from", "to", "text", "worker"];
/// How the reason begins when a key stands twice in a file: only a person can tell which of the two holds.
pub(crate) const KEY_TWICE: &str = "this key stands in the file already";
/// Nobody alive was born before.
const EARLIEST_YEAR: i32 = 1890;

/// A row in the shared model.
#[derive(Clone, Debug)]
pub enum Mapped {
    /// What the source says about a person.
    Person(Incoming),
    /// The source says that its record with this key is gone, as of this day.
    Gone(String, Date),
    /// Something that happened.
    Entry(MappedEntry),
}

/// An entry before its person's record has been looked up.
#[derive(Clone, Debug)]
pub struct MappedEntry {
    /// The source's key for the entry, with the feed's name before it.
    pub key: String,
    /// The source's key for the person.
    pub person: String,
    /// What happened.
    pub kind: EntryKind,
    /// The first day.
    pub from: Date,
    /// The last day, if it ended.
    pub to: Option<Date>,
    /// The worker the source names.
    pub worker: Option<String>,
    /// What is said.
    pub body: String,
    /// Everything else, by name.
    pub details: BTreeMap<String, String>,
    /// A hash of all of this, to know the row again.
    pub content: [u8; 32],
}

/// Why a row cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// The column at fault.
    pub field: Option<String>,
    /// What stands there.
    pub value: Option<String>,
    /// What is wrong and what to do, in words.
    pub reason: String,
}

/// Maps the rows of one file of a feed. Remembers the keys it has seen, to find the same key with other content.
pub struct Mapper {
    config: Config,
    columns: HashMap<String, usize>,
    today: Date,
    seen: HashMap<[u8; 8], ([u8; 8], u64)>,
}

impl Mapper {
    /// A mapper for a file with these columns that is received on `today`.
    ///
    /// # Errors
    /// [`ConfigError`] naming every column that the feed needs and the file lacks.
    pub fn new(config: &Config, columns: &[String], today: Date) -> Result<Mapper, ConfigError> {
        let places: HashMap<String, usize> = columns.iter().enumerate().map(|(place, name)| (name.clone(), place)).collect();
        let needed = config.key.iter().chain(&config.person).chain(&config.observed).chain(config.fields.values());
        let needed = needed.chain(config.withdrawn.iter().map(|gone| &gone.column));
        let mut missing: Vec<&str> = needed.filter(|name| !places.contains_key(*name)).map(String::as_str).collect();
        missing.sort_unstable();
        missing.dedup();
        if !missing.is_empty() {
            return Err(ConfigError(format!(
                "the file has no column {}; it has {}. Correct the feed, or ask for the file as it was before.",
                missing.join(", "), columns.join(", ")
            )));
        }
        Ok(Mapper { config: config.clone(), columns: places, today, seen: HashMap::new() })
    }

    /// Maps row `number`.
    ///
    /// # Errors
    /// The [`RowProblem`] of the first field that cannot be understood.
    pub fn map(&mut self, number: u64, values: &[String]) -> Result<Mapped, RowProblem> {
        let key = self.joined(values, &self.config.key, "key")?;
        let mapped = match self.config.says {
            Says::People if self.is_gone(values) => Mapped::Gone(key.clone(), self.observed(values)?),
            Says::People => Mapped::Person(self.person(key.clone(), values)?),
            Says::Entries => Mapped::Entry(self.entry(&key, values)?),
        };
        self.once(number, &key, &mapped)?;
        Ok(mapped)
    }

    /// The same key twice with other content leaves open which holds; the same content twice does no harm.
    fn once(&mut self, number: u64, key: &str, mapped: &Mapped) -> Result<(), RowProblem> {
        let content = match mapped {
            Mapped::Person(person) => short_hash(&format!("{:?}", person.said)),
            Mapped::Gone(..) => short_hash("gone"),
            Mapped::Entry(entry) => short_hash(&format!("{:?}", entry.content)),
        };
        let (known, first) = *self.seen.entry(short_hash(key)).or_insert((content, number));
        if known == content {
            return Ok(());
        }
        Err(RowProblem {
            field: Some(self.config.key.join(" + ")),
            value: Some(key.to_owned()),
            reason: format!("{KEY_TWICE} (row {first}), with other content; find out which of the two holds"),
        })
    }

    fn value<'v>(&self, values: &'v [String], column: &str) -> &'v str {
        self.columns.get(column).and_then(|place| values.get(*place)).map_or("", |value| value.trim())
    }

    /// Whether the row says that its record is gone. Nothing else in it is looked at then: many sources empty it.
    fn is_gone(&self, values: &[String]) -> bool {
        let Some(gone) = &self.config.withdrawn else { return false };
        let value = self.value(values, &gone.column);
        gone.values.iter().any(|says| says.trim().eq_ignore_ascii_case(value))
    }

    /// The values of several columns, which must all be there, as one key.
    fn joined(&self, values: &[String], columns: &[String], what: &str) -> Result<String, RowProblem> {
        let parts: Vec<&str> = columns.iter().map(|column| self.value(values, column)).collect();
        match parts.iter().position(|part| part.is_empty()) {
            None => Ok(parts.join("/")),
            Some(place) => Err(RowProblem {
                field: columns.get(place).cloned(),
                value: None,
                reason: format!("the {what} is missing; without it the row cannot be told from others"),
            }),
        }
    }

    /// The value of a shared field, its code translated; none when the source leaves it empty.
    fn field(&self, values: &[String], field: &str) -> Result<Option<String>, RowProblem> {
        if let Some(constant) = self.config.constants.get(field) {
            return Ok(Some(constant.clone()));
        }
        let Some(column) = self.config.fields.get(field) else { return Ok(None) };
        let value = self.value(values, column);
        if value.is_empty() {
            return Ok(None);
        }
        let Some(codes) = self.config.codes.get(field) else { return Ok(Some(value.to_owned())) };
        let found = codes.get(value).or_else(|| codes.iter().find(|(code, _)| code.eq_ignore_ascii_case(value)).map(|(_, c)| c));
        found.map(|code| Some(code.clone())).ok_or_else(|| RowProblem {
            field: Some(column.clone()),
            value: Some(value.to_owned()),
            reason: format!("the code is not one of {}; correct it, or add it to the feed", list(codes.keys())),
        })
    }

    fn date(&self, values: &[String], field: &str) -> Result<Option<Date>, RowProblem> {
        let Some(text) = self.field(values, field)? else { return Ok(None) };
        let problem = |reason: String| RowProblem {
            field: self.config.fields.get(field).cloned(),
            value: Some(text.clone()),
            reason,
        };
        let iso = || text.get(..10).and_then(|day| day.parse::<Date>().ok());
        // Of two-digit years a birth lies behind us; everything else may be planned ten years ahead.
        let latest = if field == "birth_date" { self.today } else { self.today.plus_months(120) };
        let read = Date::read(&text, &self.config.dates, latest).ok().or_else(iso);
        let date = read.ok_or_else(|| problem(format!("this is no date of the form {}", self.forms())))?;
        if date.year() < EARLIEST_YEAR || date > self.today.plus_months(1200) {
            return Err(problem("the year cannot be right".to_owned()));
        }
        Ok(Some(date))
    }

    fn forms(&self) -> String {
        let mut forms: Vec<&str> = self.config.dates.iter().map(String::as_str).collect();
        forms.push("%Y-%m-%d");
        let words = [("%d", "DD"), ("%m", "MM"), ("%Y", "YYYY"), ("%y", "YY")];
        words.iter().fold(forms.join(" or "), |text, (code, word)| text.replace(code, word))
    }

    fn person(&self, key: String, values: &[String]) -> Result<Incoming, RowProblem> {
        let mut said = Said::default();
        for field in self.config.fields.keys().chain(self.config.constants.keys()) {
            if field == "birth_date" {
                let Some(born) = self.date(values, field)? else { continue };
                if born > self.today {
                    return Err(RowProblem {
                        field: self.config.fields.get(field).cloned(),
                        value: Some(born.to_string()),
                        reason: "the birth date lies in the future".to_owned(),
                    });
                }
                said.set(field, &born.to_string());
            } else if let Some(value) = self.field(values, field)? {
                said.set(field, &value);
            }
        }
        if said.display_name().is_none() {
            return Err(RowProblem { field: None, value: None, reason: "the row has no name".to_owned() });
        }
        Ok(Incoming { key, said, observed: self.observed(values)? })
    }

    fn observed(&self, values: &[String]) -> Result<Date, RowProblem> {
        let Some(column) = &self.config.observed else { return Ok(self.today) };
        let text = self.value(values, column);
        if text.is_empty() {
            return Ok(self.today);
        }
        let problem = |reason: String| RowProblem { field: Some(column.clone()), value: Some(text.to_owned()), reason };
        let iso = || text.get(..10).and_then(|day| day.parse::<Date>().ok());
        let day = Date::read(text, &self.config.dates, self.today).ok().or_else(iso);
        let day = day.ok_or_else(|| problem(format!("this is no date of the form {}", self.forms())))?;
        // A day that has not come would hold against every true row until it does.
        if day > self.today || day.year() < EARLIEST_YEAR {
            return Err(problem("a source cannot have seen this on that day".to_owned()));
        }
        Ok(day)
    }

    fn entry(&self, key: &str, values: &[String]) -> Result<MappedEntry, RowProblem> {
        let missing = |field: &str| RowProblem {
            field: self.config.fields.get(field).cloned(),
            value: None,
            reason: format!("an entry needs “{field}”, and it is empty here"),
        };
        let kind = self.field(values, "kind")?.ok_or_else(|| missing("kind"))?;
        let unknown = |words: String| RowProblem {
            field: self.config.fields.get("kind").cloned(),
            value: Some(kind.clone()),
            reason: format!("this is no kind of entry; there are {words}"),
        };
        let kind: EntryKind = kind.parse().map_err(unknown)?;
        let from = self.date(values, "from")?.ok_or_else(|| missing("from"))?;
        let to = self.date(values, "to")?;
        if let Some(to) = to.filter(|to| *to < from) {
            return Err(RowProblem {
                field: self.config.fields.get("to").cloned(),
                value: Some(to.to_string()),
                reason: format!("it ends before it begins ({from})"),
            });
        }
        let details = self.details(values)?;
        if kind == EntryKind::Status {
            check_status(details.get("status"), self.config.fields.get("status"))?;
        }
        let mut entry = MappedEntry {
            key: format!("{}/{key}", self.config.name),
            person: self.joined(values, &self.config.person, "person's key")?,
            kind,
            from,
            to,
            worker: self.field(values, "worker")?,
            body: self.field(values, "text")?.unwrap_or_default(),
            details,
            content: [0; 32],
        };
        entry.content = Sha256::digest(format!("{entry:?}").as_bytes()).into();
        Ok(entry)
    }

    fn details(&self, values: &[String]) -> Result<BTreeMap<String, String>, RowProblem> {
        let names = self.config.fields.keys().chain(self.config.constants.keys());
        let mut details = BTreeMap::new();
        for name in names.filter(|name| !OF_ENTRIES.contains(&name.as_str())) {
            if let Some(value) = self.field(values, name)? {
                details.insert(name.clone(), value);
            }
        }
        Ok(details)
    }
}

/// Spells are computed from statuses, so a status must be one we know.
fn check_status(status: Option<&String>, column: Option<&String>) -> Result<(), RowProblem> {
    let problem = |value: Option<&String>, reason: String| RowProblem { field: column.cloned(), value: value.cloned(), reason };
    let Some(word) = status else {
        return Err(problem(None, "a status entry needs a status, and it is empty here".to_owned()));
    };
    word.parse::<Status>().map(|_| ()).map_err(|words| problem(Some(word), format!("this is no status; there are {words}")))
}

fn short_hash(text: &str) -> [u8; 8] {
    let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    let [a, b, c, d, e, f, g, h, ..] = hash;
    [a, b, c, d, e, f, g, h]
}

/// At most a dozen words, so that a long code list does not fill the page.
fn list<'a>(words: impl Iterator<Item = &'a String>) -> String {
    let words: Vec<&str> = words.map(String::as_str).collect();
    match words.get(..12) {
        Some(first) if words.len() > 12 => format!("{} …", first.join(", ")),
        _ => words.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENTS: &str = r#"
        name = "es-events"
        title = "Events"
        organisation = "employment-service"
        says = "entries"
        file = "events.csv"
        kind = "csv"
        key = ["id"]
        person = ["client"]
        dates = ["%d.%m.%Y"]
        [fields]
        kind = "kind"
        from = "begin"
        to = "end"
        text = "note"
        status = "status"
        [codes.kind]
        STA = "status"
        TRM = "meeting"
        [codes.status]
        U = "unemployed"
        E = "employed"
    "#;

    fn mapper() -> Mapper {
        let columns = ["id", "client", "kind", "begin", "end", "note", "status"].map(str::to_owned);
        Mapper::new(&Config::read(EVENTS).unwrap(), &columns, "2026-11-20".parse().unwrap()).unwrap()
    }

    fn row(values: [&str; 7]) -> Vec<String> {
        values.map(str::to_owned).to_vec()
    }

    #[test]
    fn a_row_becomes_an_entry() {
        let mapped = mapper().map(2, &row(["7", "ES-1", "sta", "01.02.2025", "", "", "U"])).unwrap();
        let Mapped::Entry(entry) = mapped else { panic!("an entry") };
        assert_eq!((entry.key.as_str(), entry.person.as_str(), entry.kind), ("es-events/7", "ES-1", EntryKind::Status));
        assert_eq!((entry.from.to_string().as_str(), entry.to), ("2025-02-01", None));
        assert_eq!(entry.details["status"], "unemployed");
    }

    #[test]
    fn a_bad_row_says_field_value_and_reason() {
        let problem = |values: [&str; 7]| mapper().map(2, &row(values)).unwrap_err();
        let bad_date = problem(["7", "ES-1", "STA", "31.02.2025", "", "", "U"]);
        assert_eq!((bad_date.field.as_deref(), bad_date.value.as_deref()), (Some("begin"), Some("31.02.2025")));
        assert!(bad_date.reason.contains("DD.MM.YYYY"), "{}", bad_date.reason);
        let bad_code = problem(["7", "ES-1", "XXX", "01.02.2025", "", "", "U"]);
        assert!(bad_code.reason.contains("STA, TRM"), "{}", bad_code.reason);
        assert_eq!(problem(["", "ES-1", "STA", "01.02.2025", "", "", "U"]).field.as_deref(), Some("id"));
        assert!(problem(["7", "ES-1", "STA", "01.02.2025", "", "", ""]).reason.contains("needs a status"));
        assert!(problem(["7", "ES-1", "TRM", "02.02.2025", "01.02.2025", "", ""]).reason.contains("before it begins"));
    }

    #[test]
    fn one_key_with_two_contents_is_a_question() {
        let mut mapper = mapper();
        let first = row(["7", "ES-1", "TRM", "01.02.2025", "", "a", ""]);
        assert!(mapper.map(2, &first).is_ok());
        assert!(mapper.map(3, &first).is_ok(), "the same row twice does no harm");
        let other = row(["7", "ES-1", "TRM", "01.02.2025", "", "b", ""]);
        assert!(mapper.map(4, &other).unwrap_err().reason.contains("(row 2)"));
    }

    #[test]
    fn a_file_with_other_columns_is_refused_whole() {
        let columns = ["id", "client", "kind", "begin"].map(str::to_owned);
        let problem = Mapper::new(&Config::read(EVENTS).unwrap(), &columns, "2026-11-20".parse().unwrap()).err().unwrap();
        assert!(problem.0.contains("end, note, status"), "{problem}");
    }
}

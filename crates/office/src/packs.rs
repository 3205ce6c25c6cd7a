//! Policy packs: what a country, region or programme decides for itself, as data that is checked when loaded.

mod agreement;
mod contacts;
mod grounds;
mod impact;
mod instruments;
mod policy;
mod register;
mod signing_in;
mod tracks;
mod watching;

pub use agreement::{AgreementRule, Offered, Proposal, Side};
pub use contacts::{Contacts, TOPICS};
pub use grounds::{Grounds, Releases};
pub use impact::{Degree, Feature, Impact, Judged, Risk};
pub use instruments::{Dimension, Instrument, Method, Point};
pub use policy::{Policy, Section, Topic, Translated, Version};
pub use register::{Class, Keep, Register};
pub use signing_in::SigningIn;
pub use tracks::{Rhythm, Track, Tracks};
pub use watching::Watching;

use rights::{Rules, RulesError, Source};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;
use words::{Date, EntryKind, Sensitivity, SpellRule};

/// The pack that ships inside the program.
const EU_DEFAULT: &str = include_str!("../../../packs/eu-default/pack.toml");

/// Its legal grounds.
const EU_GROUNDS: &str = include_str!("../../../packs/eu-default/grounds.toml");

/// Its field register.
const EU_REGISTER: &str = include_str!("../../../packs/eu-default/register.toml");

/// Its impact assessment.
const EU_IMPACT: &str = include_str!("../../../packs/eu-default/impact.toml");

/// Its policy.
const EU_POLICY: &str = include_str!("../../../packs/eu-default/policy.toml");

/// What it says about agreements.
const EU_AGREEMENT: &str = include_str!("../../../packs/eu-default/agreement.toml");

/// Its instruments.
const EU_INSTRUMENTS: [(&str, &str); 1] = [("holistic.toml", include_str!("../../../packs/eu-default/instruments/holistic.toml"))];

/// Its rules of who may do what.
const EU_RIGHTS: Rights<&str> = Rights {
    schema: include_str!("../../../packs/eu-default/rights/schema.cedarschema"),
    acts: include_str!("../../../packs/eu-default/rights/acts.cedar"),
    files: include_str!("../../../packs/eu-default/rights/files.cedar"),
    entries: include_str!("../../../packs/eu-default/rights/entries.cedar"),
};

/// The texts of a pack's folder `rights`: every pack has these four files and no other.
struct Rights<T> {
    schema: T,
    acts: T,
    files: T,
    entries: T,
}

impl<T: AsRef<str>> Rights<T> {
    /// The rules, checked; `folder` is named when they cannot be used.
    fn rules(&self, folder: &str) -> Result<Rules, RulesError> {
        let name = |file: &str| format!("{folder}/{file}");
        let names = ["schema.cedarschema", "acts.cedar", "files.cedar", "entries.cedar"].map(name);
        let schema = Source { name: &names[0], text: self.schema.as_ref() };
        let texts = [self.acts.as_ref(), self.files.as_ref(), self.entries.as_ref()];
        let files: Vec<Source<'_>> = names[1..].iter().zip(texts).map(|(name, text)| Source { name, text }).collect();
        Rules::read(schema, &files)
    }
}

/// A loaded, checked policy pack.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its short name.
    pub name: String,
    /// The numbers behind spells of unemployment.
    pub spells: SpellRule,
    /// So many days before it is due, an agreement that is missing is told of.
    pub agreement_warn_days: i64,
    /// A value observed more than so many days ago is marked as old.
    pub stale_after_days: i64,
    /// Who may do what.
    pub rules: Rules,
    /// Why organisations may read what others wrote, and what is the client's to say.
    pub grounds: Grounds,
    /// How people sign in, and for how long.
    pub signing_in: SigningIn,
    /// What is looked at in the access log, and how many people somebody may be shown on a day.
    pub watching: Watching,
    /// How often people are met at the very least, and which words are pointed out before others read them.
    pub contacts: Contacts,
    /// How closely people are looked after.
    pub tracks: Tracks,
    /// What in-depth assessments are made with, in every version that was ever used.
    pub instruments: Vec<Instrument>,
    /// What every job integration agreement holds, and what is proposed.
    pub agreement: AgreementRule,
    /// What is kept about whom, why, how long.
    pub register: Register,
    /// What is told to everybody and acknowledged by those who work here.
    pub policy: Policy,
    /// What could go wrong for people, and what holds it off.
    pub impact: Impact,
    sensitivity: BTreeMap<String, i64>,
    most_trusted: BTreeMap<String, Vec<String>>,
}

/// What stands beside a `pack.toml`, read and checked.
#[derive(Clone, Debug)]
pub struct Beside {
    /// Who may do what.
    pub rules: Rules,
    /// Why organisations may read what others wrote.
    pub grounds: Grounds,
    /// What is kept about whom.
    pub register: Register,
    /// What is told to everybody.
    pub policy: Policy,
    /// What could go wrong for people.
    pub impact: Impact,
    /// What in-depth assessments are made with.
    pub instruments: Vec<Instrument>,
    /// What every job integration agreement holds.
    pub agreement: AgreementRule,
}

/// Why a pack cannot be used, naming the line or the key.
#[derive(Debug, thiserror::Error)]
#[error("policy pack {file}: {problem}")]
pub struct PackError {
    file: String,
    problem: String,
}

impl From<RulesError> for PackError {
    fn from(error: RulesError) -> PackError {
        PackError { file: format!("{}, line {}, column {}", error.file, error.line, error.column), problem: error.problem }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    #[expect(dead_code, reason = "for the people who read the file; checked to be there")]
    title: String,
    valid_from: String,
    spells: Spells,
    sensitivity: BTreeMap<String, i64>,
    single_view: SingleView,
    signing_in: SigningIn,
    watching: Watching,
    contacts: Contacts,
    tracks: Tracks,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spells {
    longest_break_days: u32,
    long_term_months: u32,
    agreement_months: u32,
    agreement_warn_days: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SingleView {
    stale_after_days: i64,
    most_trusted: BTreeMap<String, Vec<String>>,
}

impl Pack {
    /// The pack that ships inside the program.
    ///
    /// # Errors
    /// Never, as a test makes sure; the signature is that of every other pack.
    pub fn eu_default() -> Result<Pack, PackError> {
        // The rules are the same text every time, and checking them is the long part.
        static RULES: OnceLock<Result<Rules, RulesError>> = OnceLock::new();
        let rules = RULES.get_or_init(|| EU_RIGHTS.rules("eu-default/rights")).clone();
        let grounds = Pack::grounds("eu-default/grounds.toml", EU_GROUNDS)?;
        let register = Register::read("eu-default/register.toml", EU_REGISTER)?;
        let policy = Policy::read("eu-default/policy.toml", EU_POLICY)?;
        let impact = Impact::read("eu-default/impact.toml", EU_IMPACT, &register)?;
        let agreement = Pack::agreement("eu-default/agreement.toml", EU_AGREEMENT)?;
        let instruments = EU_INSTRUMENTS.iter().map(|(name, text)| Pack::instrument(&format!("eu-default/instruments/{name}"), text));
        let instruments = instruments.collect::<Result<_, _>>()?;
        Pack::read("eu-default/pack.toml", EU_DEFAULT, Beside { rules: rules.map_err(PackError::from)?, grounds, register, policy, impact, instruments, agreement })
    }

    /// Reads and checks the text of a `grounds.toml`.
    ///
    /// # Errors
    /// [`PackError`] with what is wrong in it.
    pub fn grounds(file: &str, text: &str) -> Result<Grounds, PackError> {
        Grounds::read(text).map_err(|problem| PackError { file: file.to_owned(), problem })
    }

    /// Reads and checks the text of an `agreement.toml`.
    ///
    /// # Errors
    /// [`PackError`] with what is wrong in it.
    pub fn agreement(file: &str, text: &str) -> Result<AgreementRule, PackError> {
        AgreementRule::read(text).map_err(|problem| PackError { file: file.to_owned(), problem })
    }

    /// Reads and checks the text of an instrument.
    ///
    /// # Errors
    /// [`PackError`] with what is wrong in it.
    pub fn instrument(file: &str, text: &str) -> Result<Instrument, PackError> {
        Instrument::read(text).map_err(|problem| PackError { file: file.to_owned(), problem })
    }

    /// Reads and checks a pack: its `pack.toml`, and beside it `grounds.toml`, `register.toml`, `policy.toml`, `impact.toml`, `agreement.toml`, the four
    /// files of the folder `rights` and those of the folder `instruments`.
    ///
    /// # Errors
    /// [`PackError`] with the file, and the line of what is wrong in it.
    pub fn open(path: &Path) -> Result<Pack, PackError> {
        let read = |path: &Path| {
            let unread = |e: std::io::Error| PackError { file: path.display().to_string(), problem: format!("cannot be read: {e}") };
            std::fs::read_to_string(path).map_err(unread)
        };
        let folder = path.with_file_name("rights");
        let one = |file: &str| read(&folder.join(file));
        let rights = Rights { schema: one("schema.cedarschema")?, acts: one("acts.cedar")?, files: one("files.cedar")?, entries: one("entries.cedar")? };
        let rules = rights.rules(&folder.display().to_string())?;
        let grounds = path.with_file_name("grounds.toml");
        let grounds = Pack::grounds(&grounds.display().to_string(), &read(&grounds)?)?;
        let beside = path.with_file_name("register.toml");
        let register = Register::read(&beside.display().to_string(), &read(&beside)?)?;
        let told = path.with_file_name("policy.toml");
        let policy = Policy::read(&told.display().to_string(), &read(&told)?)?;
        let assessed = path.with_file_name("impact.toml");
        let impact = Impact::read(&assessed.display().to_string(), &read(&assessed)?, &register)?;
        let agreed = path.with_file_name("agreement.toml");
        let agreement = Pack::agreement(&agreed.display().to_string(), &read(&agreed)?)?;
        let folder = path.with_file_name("instruments");
        let unread = |e: std::io::Error| PackError { file: folder.display().to_string(), problem: format!("cannot be read: {e}") };
        let mut files = std::fs::read_dir(&folder).map_err(unread)?.map(|file| Ok(file?.path())).collect::<Result<Vec<_>, _>>().map_err(unread)?;
        files.retain(|file| file.extension().is_some_and(|end| end == "toml"));
        files.sort();
        let instruments = files.iter().map(|file| Pack::instrument(&file.display().to_string(), &read(file)?)).collect::<Result<_, _>>()?;
        Pack::read(&path.display().to_string(), &read(path)?, Beside { rules, grounds, register, policy, impact, instruments, agreement })
    }

    /// Reads and checks the text of a `pack.toml`.
    ///
    /// # Errors
    /// [`PackError`] when a key is unknown, missing or out of range, or a kind of entry has no level.
    pub fn read(file: &str, text: &str, beside: Beside) -> Result<Pack, PackError> {
        let wrong = |problem: String| PackError { file: file.to_owned(), problem };
        let pack: File = toml::from_str(text).map_err(|e| wrong(e.to_string()))?;
        pack.valid_from.parse::<Date>().map_err(|e| wrong(format!("valid_from: {e}")))?;
        for kind in EntryKind::ALL {
            if !pack.sensitivity.contains_key(kind.word()) {
                return Err(wrong(format!("[sensitivity] says nothing about “{kind}”: write a level from 0 to 4")));
            }
        }
        for (kind, level) in &pack.sensitivity {
            kind.parse::<EntryKind>().map_err(|known| wrong(format!("[sensitivity] “{kind}” is none of {known}")))?;
            if !(0..=4).contains(level) {
                return Err(wrong(format!("[sensitivity] {kind} = {level}: levels run from 0 to 4")));
            }
        }
        if pack.spells.long_term_months == 0 || pack.spells.agreement_months < pack.spells.long_term_months {
            return Err(wrong("[spells] the agreement mark cannot come before the long-term mark".to_owned()));
        }
        if !(0..=366).contains(&pack.spells.agreement_warn_days) {
            return Err(wrong("[spells] agreement_warn_days runs from 0 to 366".to_owned()));
        }
        pack.signing_in.check().map_err(wrong)?;
        pack.watching.check().map_err(wrong)?;
        pack.contacts.check().map_err(wrong)?;
        pack.tracks.check(pack.contacts.rule().floor_months).map_err(wrong)?;
        let keys: Vec<String> = beside.instruments.iter().map(Instrument::key).collect();
        if keys.is_empty() || (1..keys.len()).any(|at| keys[..at].contains(&keys[at])) {
            return Err(wrong("the folder instruments has one instrument at least, and each version of one once".to_owned()));
        }
        Ok(Pack {
            name: pack.name,
            spells: SpellRule {
                longest_break_days: pack.spells.longest_break_days,
                long_term_months: pack.spells.long_term_months,
                agreement_months: pack.spells.agreement_months,
            },
            agreement_warn_days: pack.spells.agreement_warn_days,
            stale_after_days: pack.single_view.stale_after_days,
            rules: beside.rules,
            grounds: beside.grounds,
            signing_in: pack.signing_in,
            watching: pack.watching,
            contacts: pack.contacts,
            tracks: pack.tracks,
            instruments: beside.instruments,
            agreement: beside.agreement,
            register: beside.register,
            policy: beside.policy,
            impact: beside.impact,
            sensitivity: pack.sensitivity,
            most_trusted: pack.single_view.most_trusted,
        })
    }

    /// How sensitive an entry of this kind is.
    #[must_use]
    pub fn sensitivity(&self, kind: EntryKind) -> Sensitivity {
        self.sensitivity.get(kind.word()).map_or(Sensitivity::SPECIAL, |level| Sensitivity::new(*level))
    }

    /// What new assessments are made with: of each instrument the newest version, in the order of their names.
    #[must_use]
    pub fn instruments_in_use(&self) -> Vec<&Instrument> {
        let newest = |one: &&Instrument| self.instruments.iter().all(|other| other.id != one.id || other.version <= one.version);
        self.instruments.iter().filter(newest).collect()
    }

    /// A dimension by its id, of whichever instrument looks at it.
    #[must_use]
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.instruments.iter().find_map(|one| one.dimension(id))
    }

    /// The instrument a stored assessment was made with, by [`Instrument::key`].
    #[must_use]
    pub fn instrument_of(&self, key: &str) -> Option<&Instrument> {
        self.instruments.iter().find(|one| one.key() == key)
    }

    /// The organisations trusted first for a field of the single view, best first; empty when the newest wins.
    #[must_use]
    pub fn most_trusted(&self, field: &str) -> &[String] {
        self.most_trusted.get(field).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// What stands beside the pack that ships.
    pub(crate) fn beside() -> Beside {
        let Pack { rules, grounds, register, policy, impact, instruments, agreement, .. } = Pack::eu_default().unwrap();
        Beside { rules, grounds, register, policy, impact, instruments, agreement }
    }

    #[test]
    fn the_pack_that_ships_can_be_used() {
        let pack = Pack::eu_default().unwrap();
        assert_eq!((pack.spells.long_term_months, pack.spells.agreement_months), (12, 18));
        assert_eq!(pack.sensitivity(EntryKind::Health), Sensitivity::SPECIAL);
    }

    #[test]
    fn a_wrong_pack_is_refused_with_the_line() {
        let beside = beside();
        let misspelt = EU_DEFAULT.replace("longest_break_days", "longest_brake_days");
        let problem = Pack::read("x.toml", &misspelt, beside.clone()).unwrap_err().to_string();
        assert!(problem.contains("longest_brake_days") && problem.contains("line 9"), "{problem}");
        let missing = EU_DEFAULT.replace("health = 4\n", "");
        assert!(Pack::read("x.toml", &missing, beside.clone()).unwrap_err().to_string().contains("“health”"));
        let unnamed = EU_DEFAULT.replace("steward = 2000\n", "");
        assert!(Pack::read("x.toml", &unnamed, beside).unwrap_err().to_string().contains("“steward”"));
    }

    #[test]
    fn a_pack_whose_rules_are_wrong_does_not_start_and_says_where() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pack.toml");
        std::fs::write(&path, EU_DEFAULT).unwrap();
        std::fs::write(folder.path().join("grounds.toml"), EU_GROUNDS).unwrap();
        std::fs::write(folder.path().join("register.toml"), EU_REGISTER).unwrap();
        std::fs::write(folder.path().join("policy.toml"), EU_POLICY).unwrap();
        std::fs::write(folder.path().join("impact.toml"), EU_IMPACT).unwrap();
        let problem = Pack::open(&path).unwrap_err().to_string();
        assert!(problem.contains("schema.cedarschema") && problem.contains("cannot be read"), "{problem}");
        let rights = folder.path().join("rights");
        std::fs::create_dir(&rights).unwrap();
        let write = |files: &str| {
            for (name, text) in [("schema.cedarschema", EU_RIGHTS.schema), ("acts.cedar", EU_RIGHTS.acts), ("files.cedar", files), ("entries.cedar", EU_RIGHTS.entries)] {
                std::fs::write(rights.join(name), text).unwrap();
            }
        };
        write(EU_RIGHTS.files);
        let problem = Pack::open(&path).unwrap_err().to_string();
        assert!(problem.contains("agreement.toml") && problem.contains("cannot be read"), "{problem}");
        std::fs::write(folder.path().join("agreement.toml"), EU_AGREEMENT).unwrap();
        let instruments = folder.path().join("instruments");
        std::fs::create_dir(&instruments).unwrap();
        assert!(Pack::open(&path).unwrap_err().to_string().contains("one instrument at least"));
        for (name, text) in EU_INSTRUMENTS {
            std::fs::write(instruments.join(name), text).unwrap();
        }
        Pack::open(&path).unwrap();
        std::fs::write(folder.path().join("policy.toml"), EU_POLICY.replacen("topic = \"rules\"", "topic = \"rulers\"", 1)).unwrap();
        let problem = Pack::open(&path).unwrap_err().to_string();
        assert!(problem.contains("policy.toml, line ") && problem.contains("rulers"), "{problem}");
        std::fs::write(folder.path().join("policy.toml"), EU_POLICY).unwrap();
        let (before, _) = EU_RIGHTS.files.split_once("Relation::\"asked\"").unwrap();
        write(&EU_RIGHTS.files.replacen("Relation::\"asked\"", "Relation::\"aksed\"", 1));
        let problem = Pack::open(&path).unwrap_err().to_string();
        let line = before.lines().count();
        assert!(problem.contains(&format!("files.cedar, line {line}, column ")) && problem.contains("aksed"), "{problem}");
    }

    #[test]
    fn every_act_purpose_and_ground_is_in_every_language() {
        let texts = web::Texts::load().unwrap();
        let acts = rights::Act::ALL.iter().map(|act| format!("act-{}", act.word()));
        let purposes = rights::Purpose::ALL.iter().map(|purpose| format!("purpose-{}", purpose.word()));
        let grounds = rights::Ground::ALL.iter().map(|ground| format!("ground-{}", ground.word()));
        let keys: Vec<String> = acts.chain(purposes).chain(grounds).collect();
        for (language, key) in web::LANGUAGES.iter().flat_map(|language| keys.iter().map(move |key| (language, key))) {
            assert_ne!(texts.say(language.tag, key, &[]), *key, "{}", language.tag);
        }
    }

    #[test]
    fn what_the_rules_say_to_whoever_they_refuse_is_in_every_language() {
        let texts = web::Texts::load().unwrap();
        let of = |key: &str, before: &str| -> Vec<String> {
            let all = [EU_RIGHTS.files, EU_RIGHTS.entries].concat();
            all.split(&format!("@{key}(\"")).skip(1).filter_map(|part| Some(format!("{before}{}", part.split_once('"')?.0))).collect()
        };
        let keys = [of("says", ""), of("ask", "ask-"), vec!["rule-no-rule".to_owned(), "ask-manager".to_owned()]].concat();
        assert!(keys.len() > 8, "{keys:?}");
        for (language, key) in web::LANGUAGES.iter().flat_map(|language| keys.iter().map(move |key| (language, key))) {
            assert_ne!(texts.say(language.tag, key, &[]), *key, "{}", language.tag);
        }
    }
}

//! Policy packs: what a country, region or programme decides for itself, as data that is checked when loaded.

mod signing_in;

pub use signing_in::SigningIn;

use serde::Deserialize;
use std::collections::BTreeMap;
use words::{Date, EntryKind, Sensitivity, SpellRule};

/// The pack that ships inside the program.
const EU_DEFAULT: &str = include_str!("../../../packs/eu-default/pack.toml");

/// A loaded, checked policy pack.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its short name.
    pub name: String,
    /// The numbers behind spells of unemployment.
    pub spells: SpellRule,
    /// A value observed more than so many days ago is marked as old.
    pub stale_after_days: i64,
    /// How people sign in, and for how long.
    pub signing_in: SigningIn,
    sensitivity: BTreeMap<String, i64>,
    most_trusted: BTreeMap<String, Vec<String>>,
}

/// Why a pack cannot be used, naming the line or the key.
#[derive(Debug, thiserror::Error)]
#[error("policy pack {file}: {problem}")]
pub struct PackError {
    file: String,
    problem: String,
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
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spells {
    longest_break_days: u32,
    long_term_months: u32,
    agreement_months: u32,
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
        Pack::read("eu-default/pack.toml", EU_DEFAULT)
    }

    /// Reads and checks a pack.
    ///
    /// # Errors
    /// [`PackError`] when a key is unknown, missing or out of range, or a kind of entry has no level.
    pub fn read(file: &str, text: &str) -> Result<Pack, PackError> {
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
        pack.signing_in.check().map_err(wrong)?;
        Ok(Pack {
            name: pack.name,
            spells: SpellRule {
                longest_break_days: pack.spells.longest_break_days,
                long_term_months: pack.spells.long_term_months,
                agreement_months: pack.spells.agreement_months,
            },
            stale_after_days: pack.single_view.stale_after_days,
            signing_in: pack.signing_in,
            sensitivity: pack.sensitivity,
            most_trusted: pack.single_view.most_trusted,
        })
    }

    /// How sensitive an entry of this kind is.
    #[must_use]
    pub fn sensitivity(&self, kind: EntryKind) -> Sensitivity {
        self.sensitivity.get(kind.word()).map_or(Sensitivity::SPECIAL, |level| Sensitivity::new(*level))
    }

    /// The organisations trusted first for a field of the single view, best first; empty when the newest wins.
    #[must_use]
    pub fn most_trusted(&self, field: &str) -> &[String] {
        self.most_trusted.get(field).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pack_that_ships_can_be_used() {
        let pack = Pack::eu_default().unwrap();
        assert_eq!((pack.spells.long_term_months, pack.spells.agreement_months), (12, 18));
        assert_eq!(pack.sensitivity(EntryKind::Health), Sensitivity::SPECIAL);
    }

    #[test]
    fn a_wrong_pack_is_refused_with_the_line() {
        let misspelt = EU_DEFAULT.replace("longest_break_days", "longest_brake_days");
        let problem = Pack::read("x.toml", &misspelt).unwrap_err().to_string();
        assert!(problem.contains("longest_brake_days") && problem.contains("line 9"), "{problem}");
        let missing = EU_DEFAULT.replace("health = 4\n", "");
        assert!(Pack::read("x.toml", &missing).unwrap_err().to_string().contains("“health”"));
    }
}

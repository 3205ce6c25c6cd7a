//! Messages in every language: Fluent files under `messages/`, one per room, checked when the program starts.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::BTreeSet;
use unic_langid::LanguageIdentifier;

/// A language pages are shown in.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag, as in `<html lang>`.
    pub tag: &'static str,
    /// Its own name for itself.
    pub name: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
}

/// The languages that ship. English is what the others are checked against.
pub const LANGUAGES: &[Language] = &[
    Language { tag: "en", name: "English", direction: "ltr" },
    Language { tag: "de", name: "Deutsch", direction: "ltr" },
    Language { tag: "ar", name: "العربية", direction: "rtl" },
];

macro_rules! messages {
    ($tag:literal) => {
        [
            include_str!(concat!("../../../messages/", $tag, "/web.ftl")),
            include_str!(concat!("../../../messages/", $tag, "/office.ftl")),
            include_str!(concat!("../../../messages/", $tag, "/people.ftl")),
            include_str!(concat!("../../../messages/", $tag, "/casework.ftl")),
            include_str!(concat!("../../../messages/", $tag, "/exchange.ftl")),
            include_str!(concat!("../../../messages/", $tag, "/desk.ftl")),
        ]
    };
}

const SOURCES: &[(&str, [&str; 6])] = &[("en", messages!("en")), ("de", messages!("de")), ("ar", messages!("ar"))];

/// The language with this tag, or English.
#[must_use]
pub fn language(tag: &str) -> &'static Language {
    LANGUAGES.iter().find(|l| l.tag == tag).unwrap_or(&LANGUAGES[0])
}

/// Why the messages cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("messages/{language}: {problem}")]
pub struct TextsError {
    language: &'static str,
    problem: String,
}

/// Every message in every language.
pub struct Texts {
    bundles: Vec<(&'static str, FluentBundle<FluentResource>)>,
}

impl Texts {
    /// Reads the message files.
    ///
    /// # Errors
    /// [`TextsError`] with the place when a file cannot be understood or names a message twice.
    pub fn load() -> Result<Texts, TextsError> {
        let mut bundles = Vec::new();
        for (tag, sources) in SOURCES {
            let wrong = |problem: String| TextsError { language: tag, problem };
            let id: LanguageIdentifier = tag.parse().map_err(|e| wrong(format!("{e}")))?;
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            bundle.set_use_isolating(language(tag).direction == "rtl");
            for source in sources {
                let resource = FluentResource::try_new((*source).to_owned()).map_err(|(_, e)| wrong(format!("{e:?}")))?;
                bundle.add_resource(resource).map_err(|e| wrong(format!("{e:?}")))?;
            }
            bundles.push((*tag, bundle));
        }
        Ok(Texts { bundles })
    }

    /// The message `key` in a language; in English when that language lacks it; the key itself when all lack it, which
    /// a test keeps from happening.
    #[must_use]
    pub fn say(&self, tag: &str, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let mut given = FluentArgs::new();
        for (name, value) in args {
            given.set(*name, value.clone());
        }
        let found = self.bundles.iter().filter(|(t, _)| *t == tag).chain(self.bundles.first());
        found.filter_map(|(_, bundle)| say_in(bundle, key, &given)).next().unwrap_or_else(|| key.to_owned())
    }

    /// The keys of every message of a language, read from its files.
    #[must_use]
    pub fn keys(tag: &str) -> BTreeSet<String> {
        let sources = SOURCES.iter().filter(|(t, _)| *t == tag).flat_map(|(_, sources)| sources);
        let is_key = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        let keys = sources.flat_map(|source| source.lines().filter(is_key).filter_map(|line| line.split_once(" =")));
        keys.map(|(key, _)| key.to_owned()).collect()
    }
}

fn say_in(bundle: &FluentBundle<FluentResource>, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_everything_english_says() {
        Texts::load().unwrap();
        let english = Texts::keys("en");
        assert!(english.len() > 100, "the files were read");
        for language in LANGUAGES {
            let keys = Texts::keys(language.tag);
            let missing: Vec<&String> = english.difference(&keys).collect();
            let unknown: Vec<&String> = keys.difference(&english).collect();
            assert!(missing.is_empty() && unknown.is_empty(), "{}: missing {missing:?}, unknown {unknown:?}", language.tag);
        }
    }

    #[test]
    fn placeholders_are_the_same_in_every_language() {
        let placeholders = |tag: &str| -> BTreeSet<(String, String)> {
            let sources = SOURCES.iter().filter(|(t, _)| *t == tag).flat_map(|(_, sources)| sources);
            let mut found = BTreeSet::new();
            for source in sources {
                let mut key = String::new();
                for line in source.lines() {
                    if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                        name.clone_into(&mut key);
                    }
                    for part in line.split('$').skip(1) {
                        let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                        found.insert((key.clone(), name));
                    }
                }
            }
            found
        };
        for language in LANGUAGES {
            assert_eq!(placeholders(language.tag), placeholders("en"), "{}", language.tag);
        }
    }

    #[test]
    fn numbers_take_the_plural_of_their_language() {
        let texts = Texts::load().unwrap();
        let say = |tag, n: i64| texts.say(tag, "web-days-ago", &[("n", n.into())]);
        assert_eq!((say("en", 1).as_str(), say("en", 3).as_str()), ("1 day ago", "3 days ago"));
        assert_eq!((say("de", 1).as_str(), say("de", 3).as_str()), ("vor 1 Tag", "vor 3 Tagen"));
        let arabic: BTreeSet<String> = [1, 2, 3, 11].map(|n| say("ar", n).replace(char::is_numeric, "")).into();
        assert_eq!(arabic.len(), 4, "Arabic has one form each for one, two, few and many");
    }
}

//! What surrounds a page: language, who is signed in, where they can go, and the words of it all.

use crate::{Language, Texts, days, language};
use fluent_bundle::FluentValue;
use std::sync::Arc;
use words::{Date, Time};

/// What every template needs besides its own content.
#[derive(Clone)]
pub struct Shell {
    texts: Arc<Texts>,
    /// The language of the page.
    pub language: &'static Language,
    /// Who is signed in.
    pub user: Option<UserBadge>,
    /// Where they can go.
    pub nav: Vec<NavItem>,
    /// Whether the people on the screen are invented.
    pub synthetic: bool,
    /// The path asked for, so that a change of language comes back to it.
    pub path: String,
    /// What to say about what was just done: a message key.
    pub said: Option<String>,
    /// The day it is.
    pub today: Date,
    /// Whether this person may search.
    pub searches: bool,
}

/// Who is signed in, as the bar shows it.
#[derive(Clone)]
pub struct UserBadge {
    /// Their name.
    pub name: String,
    /// The word of their role.
    pub role: &'static str,
    /// Their organisation's title.
    pub organisation: String,
}

/// A place in the main navigation.
#[derive(Clone)]
pub struct NavItem {
    /// Where it leads.
    pub href: &'static str,
    /// The key of its name.
    pub key: &'static str,
    /// Whether the page lies there.
    pub current: bool,
}

impl Shell {
    /// The same on a page that lies at no place.
    #[must_use]
    pub fn nowhere(mut self) -> Shell {
        for place in &mut self.nav {
            place.current = false;
        }
        self
    }

    /// The shell of a page for somebody not signed in.
    #[must_use]
    pub fn new(texts: Arc<Texts>, tag: &str, now: Time, synthetic: bool) -> Shell {
        Shell {
            texts,
            language: language(tag),
            user: None,
            nav: Vec::new(),
            synthetic,
            path: "/".to_owned(),
            said: None,
            today: now.date(),
            searches: false,
        }
    }

    /// A message.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.texts.say(self.language.tag, key, &[])
    }

    /// A message put together from a prefix and a word, or the one of the prefix alone where there is none of that word.
    #[must_use]
    pub fn word_or(&self, prefix: &str, word: &str) -> String {
        let key = format!("{prefix}-{word}");
        let said = self.say(&key);
        if said == key { self.say(prefix) } else { said }
    }

    /// The reader's word for a word of another system, when there is one; else that word as it came.
    #[must_use]
    pub fn word_of_source(&self, prefix: &str, word: &str) -> String {
        let key = format!("{prefix}-{}", word.to_lowercase().replace([' ', '_'], "-"));
        let said = self.say(&key);
        if said == key { word.to_owned() } else { said }
    }

    /// A message put together from a prefix and a stored word: `entries-kind-` and `meeting`.
    #[must_use]
    pub fn word(&self, prefix: &str, word: &str) -> String {
        self.say(&format!("{prefix}-{word}"))
    }

    /// A message with a number `$n`, in its plural.
    #[must_use]
    pub fn count<N: Countable>(&self, key: &str, n: N) -> String {
        self.texts.say(self.language.tag, key, &[("n", n.number().into())])
    }

    /// A message with one value `$a`.
    #[must_use]
    pub fn with(&self, key: &str, a: &str) -> String {
        self.texts.say(self.language.tag, key, &[("a", FluentValue::from(a))])
    }

    /// A message with two values `$a` and `$b`.
    #[must_use]
    pub fn with2(&self, key: &str, a: &str, b: &str) -> String {
        self.texts.say(self.language.tag, key, &[("a", FluentValue::from(a)), ("b", FluentValue::from(b))])
    }

    /// A message with three values `$a`, `$b` and `$c`.
    #[must_use]
    pub fn with3(&self, key: &str, [a, b, c]: [&str; 3]) -> String {
        let given = [("a", FluentValue::from(a)), ("b", FluentValue::from(b)), ("c", FluentValue::from(c))];
        self.texts.say(self.language.tag, key, &given)
    }

    /// Several things in a row, as the language puts them: `phone, e-mail`.
    #[must_use]
    pub fn list<T: AsRef<str>>(&self, things: &[T]) -> String {
        things.iter().map(T::as_ref).collect::<Vec<_>>().join(&self.say("web-comma"))
    }

    /// A day in words: `23 November 2026`.
    #[must_use]
    pub fn day(&self, day: &Date) -> String {
        days::long(self.language.tag, *day)
    }

    /// A day in words with its weekday.
    #[must_use]
    pub fn weekday(&self, day: &Date) -> String {
        days::with_weekday(self.language.tag, *day)
    }

    /// A moment in words: the day and the time of day.
    #[must_use]
    pub fn moment(&self, time: &Time) -> String {
        self.with2("web-moment", &self.day(&time.date()), &time.clock())
    }

    /// How long ago a day was, in the largest unit that says enough: today, 5 days, 3 weeks, 13 months, 2 years ago.
    #[must_use]
    pub fn ago(&self, day: &Date) -> String {
        let days = self.today.days_since(*day);
        match days {
            i64::MIN..0 => self.day(day),
            0 => self.say("web-today"),
            1..14 => self.count("web-days-ago", days),
            14..60 => self.count("web-weeks-ago", days / 7),
            60..730 => self.count("web-months-ago", self.today.months_since(*day)),
            _ => self.count("web-years-ago", self.today.years_since(*day)),
        }
    }

    /// The name of a code of a language, in the language of the page; the code itself when there is none.
    #[must_use]
    pub fn language_name(&self, code: &str) -> String {
        let key = format!("web-language-{}", code.to_lowercase());
        let said = self.say(&key);
        if said == key { code.to_owned() } else { said }
    }

    /// The languages a reader can choose.
    #[must_use]
    pub fn languages(&self) -> &'static [Language] {
        crate::LANGUAGES
    }

    /// Tells that `word` was done, if there is a message `said-` with that word.
    #[must_use]
    pub fn saying(mut self, word: Option<&str>) -> Shell {
        self.said = word.map(|word| format!("said-{word}")).filter(|key| self.say(key) != *key);
        self
    }

    /// The version in asset URLs.
    #[must_use]
    pub fn assets(&self) -> &'static str {
        crate::assets::version()
    }
}

/// A number of things, however the code at hand counts them.
pub trait Countable {
    /// The number; what does not fit is the largest that does.
    fn number(self) -> i64;
}

macro_rules! countable {
    ($($kind:ty),+) => {$(
        impl Countable for $kind {
            fn number(self) -> i64 { i64::try_from(self).unwrap_or(i64::MAX) }
        }
    )+};
}

countable!(i64, usize, u32, u64);

impl<T: Countable + Copy> Countable for &T {
    fn number(self) -> i64 {
        (*self).number()
    }
}

//! Enums that are stored as words: one list of values, their words, and the way back.

/// Writes an enum whose values have one stored word each, read back by the same word.
#[macro_export]
macro_rules! stored_words {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$value_doc])* $value),+ }

        impl $name {
            /// Every value, in the order they are listed to people.
            pub const ALL: &'static [$name] = &[$($name::$value),+];

            /// The word that is stored, sent and used in message keys.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $($name::$value => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            /// The error is the list of the words that would have been understood.
            fn from_str(text: &str) -> Result<$name, String> {
                $name::ALL.iter().copied().find(|value| value.word() == text)
                    .ok_or_else(|| [$($word),+].join(", "))
            }
        }
    };
}

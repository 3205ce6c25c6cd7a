//! The table of records to be linked: every value standardised, every distinct value once.

use crate::comparisons::marks;
use crate::distances::Spelling;
use crate::fields::Field;
use crate::folding::{family_stem, sound};
use crate::frequencies::Frequencies;
use crate::interning::{Texts, hash_text};
use crate::nicknames::lines_of;
use crate::schemes::schemes;

mod builder;
mod growing;
pub use builder::TableBuilder;
pub(crate) use growing::Homes;

/// What one source says about one person, as numbers of values; 0 is missing. Sixteen numbers: one line of a processor's cache.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    pub given: u32,
    pub middle: u32,
    pub family: u32,
    /// Packed as in [`crate::dates`].
    pub birth: u32,
    pub id: u32,
    pub phone: u32,
    pub email: u32,
    pub street: u32,
    pub house: u32,
    pub unit: u32,
    pub postcode: u32,
    pub city: u32,
    pub suburb: u32,
    pub region: u32,
    /// Number of street, house and postcode (or town) together.
    pub home: u32,
    pub source: u16,
    pub sex: u8,
    /// Age in years plus one; 0 is missing. Only set where the date of birth is missing and no year could be derived.
    pub age: u8,
}

/// What is known of a name beyond its letters.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Name {
    /// Hash of the coarse sound.
    pub sound: u32,
    /// Hash of the sound of the stem without an ending of sex.
    pub stem: u32,
    /// Lines of the table of name forms, plus one; 0 fills up.
    pub forms: [u16; 4],
    /// The first letter, 0 for none.
    pub initial: u8,
    /// The first four bytes of the folded text.
    pub start: u32,
    /// Whether it has several words.
    pub many_words: bool,
    pub spelling: Spelling,
}

/// What is known of a personal number beyond its characters.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Number {
    /// Which characters it has, as [`marks`] says.
    pub marks: u64,
    /// The schemes whose check digit it fits, as [`schemes`] says.
    pub schemes: u32,
}

/// What is known of an electronic address beyond its letters.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Email {
    pub spelling: Spelling,
    /// Hash of the part before the `@`; 0 if there is none.
    pub mailbox: u32,
}

impl Email {
    fn of(email: &str) -> Email {
        let mailbox = email.split_once('@').map_or(0, |(name, _)| (hash_text(name.as_bytes()) as u32).max(1));
        Email { spelling: Spelling::of(email), mailbox }
    }
}

impl Number {
    fn of(number: &str) -> Number {
        Number { marks: marks(number), schemes: schemes(number) }
    }
}

impl Name {
    fn of(folded: &str) -> Name {
        let mut forms = [0; 4];
        for (slot, line) in forms.iter_mut().zip(lines_of(folded)) {
            *slot = line + 1;
        }
        let mut start = [0; 4];
        for (slot, byte) in start.iter_mut().zip(folded.bytes()) {
            *slot = byte;
        }
        Name {
            start: u32::from_be_bytes(start),
            sound: hash_text(sound(folded).as_bytes()) as u32,
            stem: hash_text(sound(family_stem(folded)).as_bytes()) as u32,
            forms,
            initial: folded.as_bytes().first().copied().unwrap_or(0),
            many_words: folded.contains(' '),
            spelling: Spelling::of(folded),
        }
    }

    /// Whether both are forms of one given name.
    pub fn is_form_of(&self, other: &Name) -> bool {
        self.forms.iter().any(|form| *form != 0 && other.forms.contains(form))
    }
}

/// Records in the order in which they were pushed, ready to be compared.
#[derive(Clone, Debug)]
pub struct Table {
    pub(crate) records: Vec<Record>,
    pub(crate) names: Texts,
    pub(crate) name_facts: Vec<Name>,
    pub(crate) ids: Texts,
    pub(crate) id_facts: Vec<Number>,
    pub(crate) phones: Texts,
    /// Per telephone number: which digits it has, as [`marks`] says.
    pub(crate) phone_marks: Vec<u64>,
    pub(crate) emails: Texts,
    pub(crate) email_facts: Vec<Email>,
    /// Streets, houses, flats, postcodes, towns and regions.
    pub(crate) places: Texts,
    pub(crate) place_spellings: Vec<Spelling>,
    pub(crate) homes: u32,
    /// A number per record that depends on its values and its source's alone, not on its place in the table or the number of its source.
    pub(crate) fingerprints: Vec<u64>,
    pub(crate) frequencies: Frequencies,
    /// Whether the frequencies are those of all records, not of this table.
    pub(crate) among_others: bool,
}

impl Table {
    /// Starts a table with these columns. A field may be named twice; the first column with a value counts.
    pub fn builder(fields: &[Field]) -> TableBuilder {
        TableBuilder::new(fields)
    }

    /// How many records the table has.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    pub(crate) fn name(&self, number: u32) -> &Name {
        &self.name_facts[number as usize]
    }
}

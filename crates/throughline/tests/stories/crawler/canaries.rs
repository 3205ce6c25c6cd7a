//! Canaries: a value for each person and kind of data that stands nowhere else, and finding them again in an answer, however written.

use aho_corasick::AhoCorasick;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use words::EntryKind;

/// What a canary stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    Name,
    Birth,
    City,
    /// Telephone, e-mail, street.
    Contact,
    Number,
    /// The key of the record at this organisation: what it looks like tells whose it is.
    Key(&'static str),
    /// What an entry of this kind says that this organisation sent, now or before a correction.
    Says(EntryKind, &'static str),
    /// Who wrote it, and its key at its source.
    By(EntryKind, &'static str),
    /// What follows from it for work.
    Conclusion(EntryKind, &'static str),
    Text(Text),
    /// The name of an organisation that betrays something. It belongs to no one person.
    Title,
    /// What somebody signs in by.
    SignIn,
    /// A value of a row in quarantine, and the words in such a row that tell what happened.
    Row,
    RowText,
}

/// What somebody wrote into a form about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Text {
    Emergency,
    Withdrawal,
    Dispute,
    Question,
    Naming,
    Protection,
    Request,
    Release,
    Invitation,
    Hold,
    /// What somebody does in a case team.
    Part,
    /// A note on a meeting that is kept close, and what somebody has typed about one and not saved.
    Close,
    Draft,
    /// What an assessment says about health, and what follows from that for work.
    Shielded,
    Follows,
    /// What somebody says of a look-up of their file; what the officer asks about it; what whoever looked answers.
    Wrong,
    Asked,
    Answered,
    /// Why somebody is well known.
    Mark,
}

/// The person a canary belongs to that belongs to nobody we serve.
pub const NOBODY: &str = "";

/// A needle, the person it tells of and what it tells.
pub type Found = (&'static str, What);

#[derive(Default)]
pub struct Canaries {
    planted: Vec<(Found, String)>,
    marks: BTreeMap<(Found, String), String>,
    needles: Vec<(usize, String)>,
    finder: Option<AhoCorasick>,
}

impl Canaries {
    /// What was planted under this mark before.
    pub fn again(&self, person: &'static str, what: What, mark: &str) -> Option<String> {
        self.marks.get(&((person, what), mark.to_owned())).cloned()
    }

    /// A word that stands nowhere else, for this person and kind of data; `mark` tells several of one kind apart.
    pub fn word(&mut self, person: &'static str, what: What, mark: &str) -> String {
        if let Some(word) = self.again(person, what, mark) {
            return word;
        }
        let mut chance = chance(&format!("{person} {what:?} {mark}"));
        let mut word = String::new();
        for _ in 0..5 {
            word.push(char::from(b"bdfgklmnprstvz"[chance(14)]));
            word.push(char::from(b"aeiou"[chance(5)]));
        }
        word[..1].make_ascii_uppercase();
        self.plant(person, what, mark, &word)
    }

    /// Digits that stand nowhere else.
    pub fn digits(&mut self, person: &'static str, what: What, mark: &str, count: usize) -> String {
        let mut chance = chance(&format!("{person} {what:?} {mark}"));
        let digits: String = (0..count).map(|_| char::from(b"123456789"[chance(9)])).collect();
        self.plant(person, what, mark, &digits)
    }

    /// A birth date nobody else has, in every form a page may give it.
    pub fn birth_date(&mut self, person: &'static str) -> String {
        const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
        let mut chance = chance(&format!("{person} born"));
        let (year, month, day) = (1951 + chance(45), 1 + chance(12), 1 + chance(28));
        let iso = format!("{year}-{month:02}-{day:02}");
        assert!(self.planted.iter().all(|(_, value)| *value != iso), "two people born on {iso}");
        for spelt in [format!("{day} {} {year}", MONTHS[month - 1]), format!("{day} {} {year}", &MONTHS[month - 1][..3]), format!("{day:02}.{month:02}.{year}")] {
            self.needles.push((self.planted.len(), spelt));
        }
        self.plant(person, What::Birth, "born", &iso)
    }

    /// A value that was made elsewhere and stands nowhere else.
    pub fn plant(&mut self, person: &'static str, what: What, mark: &str, value: &str) -> String {
        if let Some(value) = self.again(person, what, mark) {
            return value;
        }
        assert!(self.planted.iter().all(|(_, other)| other != value), "{value} twice");
        for spelt in [value.to_owned(), hex(value)].into_iter().chain(base64s(value)) {
            self.needles.push((self.planted.len(), spelt));
        }
        self.planted.push(((person, what), value.to_owned()));
        self.marks.insert(((person, what), mark.to_owned()), value.to_owned());
        value.to_owned()
    }

    /// Everything is planted: from now on answers can be searched.
    pub fn ready(&mut self) {
        let patterns = self.needles.iter().map(|(_, needle)| needle);
        self.finder = Some(AhoCorasick::builder().ascii_case_insensitive(true).build(patterns).unwrap());
    }

    pub fn count(&self) -> usize {
        self.planted.len()
    }

    /// Every canary in a text: plainly, escaped for HTML, JSON or an address, or in hexadecimal or base64.
    pub fn find(&self, text: &str) -> BTreeMap<Found, BTreeSet<&str>> {
        let mut found: BTreeMap<Found, BTreeSet<&str>> = BTreeMap::new();
        let finder = self.finder.as_ref().expect("ready");
        let read = [Some(text.to_owned()), unescaped(text, '&'), unescaped(text, '%'), unescaped(text, '\\')];
        for text in read.into_iter().flatten() {
            for hit in finder.find_overlapping_iter(&text) {
                let (owner, value) = &self.planted[self.needles[hit.pattern().as_usize()].0];
                found.entry(*owner).or_default().insert(value);
            }
        }
        found
    }

    /// The kinds of data that were planted for somebody.
    pub fn planted(&self) -> impl Iterator<Item = (Found, &str)> {
        self.planted.iter().map(|(found, value)| (*found, value.as_str()))
    }
}

/// Chance that depends on a label alone: FNV, then splitmix64.
fn chance(label: &str) -> impl FnMut(usize) -> usize + use<> {
    let mut state = label.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    move |below| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % below as u64).unwrap()
    }
}

fn hex(value: &str) -> String {
    value.bytes().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// The part of its base64 that does not depend on what stands before and after, for each place it can begin at. Letters and digits
/// never come out as one of the two signs in which the alphabets differ.
fn base64s(value: &str) -> impl Iterator<Item = String> {
    (0..3).map(move |before| {
        let whole = STANDARD_NO_PAD.encode([&[0; 2][..before], value.as_bytes()].concat());
        let end = if (before + value.len()).is_multiple_of(3) { whole.len() } else { whole.len() - 1 };
        whole[[0, 2, 3][before]..end].to_owned()
    })
}

/// The text as it reads when what stands behind this sign is read: `&#65;`, `%41`, `\u0041`. None when there is no such sign.
fn unescaped(text: &str, sign: char) -> Option<String> {
    let mut parts = text.split(sign);
    let mut read = parts.next()?.to_owned();
    let mut any = false;
    for part in parts {
        any = true;
        let (code, rest) = match sign {
            '%' => (part.get(..2).and_then(|code| u32::from_str_radix(code, 16).ok()), part.get(2..)),
            '\\' => (part.strip_prefix('u').and_then(|code| u32::from_str_radix(code.get(..4)?, 16).ok()), part.get(5..)),
            _ => {
                let named = part.strip_prefix('#').and_then(|part| part.split_once(';'));
                let code = named.and_then(|(code, _)| code.strip_prefix('x').map_or_else(|| code.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok()));
                (code, named.map(|(_, rest)| rest))
            }
        };
        match (code.and_then(char::from_u32), rest) {
            (Some(letter), Some(rest)) => {
                read.push(letter);
                read.push_str(rest);
            }
            _ => {
                read.push(sign);
                read.push_str(part);
            }
        }
    }
    any.then_some(read)
}

#[test]
fn a_canary_is_found_however_it_is_written() {
    let mut canaries = Canaries::default();
    let word = canaries.word("anna", What::Name, "");
    canaries.ready();
    let escaped = |begin: &str, radix16: bool, end: &str| {
        word.bytes().map(|byte| if radix16 { format!("{begin}{byte:02x}{end}") } else { format!("{begin}{byte}{end}") }).collect::<String>()
    };
    let mut written = vec![
        word.clone(), word.to_uppercase(), hex(&word), escaped("&#", false, ";"), escaped("&#x", true, ";"), escaped("%", true, ""), escaped("\\u00", true, ""),
    ];
    written.extend(["", "x", "xy", "xyz"].map(|before| STANDARD_NO_PAD.encode(format!("{before}{word} and more"))));
    for text in written {
        assert_eq!(canaries.find(&format!("<p>{text}</p>")).len(), 1, "{text}");
    }
    assert!(canaries.find("<p>nothing &amp; 100% of \\it</p>").is_empty());
}

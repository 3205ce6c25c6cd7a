//! What the pages of the policy see.

use super::store::{Known, Signature};
use crate::organisations::Titles;
use crate::packs::{Policy, Section, Topic, Translated, Version};
use crate::{App, Organisation};
use web::Language;
use words::{Date, Time};

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(String),
    Items(Vec<String>),
}

/// A text in the language it is in.
pub(super) struct Line {
    pub language: &'static Language,
    pub text: String,
}

impl Line {
    pub(super) fn of(text: &Translated, tag: &str) -> Line {
        let (language, text) = text.read_in(tag);
        Line { language, text: text.to_owned() }
    }
}

/// What is said about one topic.
pub(super) struct Told {
    pub topic: Topic,
    pub title: Line,
    pub language: &'static Language,
    pub blocks: Vec<Block>,
}

impl Told {
    fn of(section: &Section, tag: &str) -> Told {
        let (language, text) = section.text.read_in(tag);
        Told { topic: section.topic, title: Line::of(&section.title, tag), language, blocks: blocks(text) }
    }

    /// What a version says about this topic, in a language or else in English.
    pub(super) fn about(policy: &Policy, version: u32, topic: Topic, tag: &str) -> Option<Told> {
        policy.section(version, topic).map(|section| Told::of(section, tag))
    }

    /// Everything a version says.
    pub(super) fn all(policy: &Policy, version: u32, tag: &str) -> Vec<Told> {
        Topic::ALL.iter().filter_map(|topic| Told::about(policy, version, *topic, tag)).collect()
    }
}

/// The parts of a text: an empty line parts them, and lines that begin with a dash are a list.
fn blocks(text: &str) -> Vec<Block> {
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let block = |part: &str| {
        let items: Option<Vec<String>> = part.lines().map(|line| line.trim().strip_prefix("- ").map(str::to_owned)).collect();
        items.map_or_else(|| Block::Paragraph(part.replace('\n', " ")), Block::Items)
    };
    parts.map(block).collect()
}

/// A line of the change log.
pub(super) struct Change {
    pub number: u32,
    pub from: Date,
    pub changed: Line,
}

impl Change {
    pub(super) fn of(version: &Version, tag: &str) -> Change {
        Change { number: version.number, from: version.from, changed: Line::of(&version.changed, tag) }
    }
}

/// How it stands with somebody's yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// To no version.
    Never,
    /// To an earlier version.
    Earlier,
    /// To this version, and longer ago than it holds.
    RunOut,
    /// To the version in force.
    Holds,
}

impl Standing {
    /// Its word in messages and files.
    pub(super) fn word(self) -> &'static str {
        match self {
            Standing::Never => "never",
            Standing::Earlier => "earlier",
            Standing::RunOut => "run-out",
            Standing::Holds => "holds",
        }
    }
}

/// Somebody who works here, as the officer sees them.
pub(super) struct UserRow {
    pub name: String,
    pub role: &'static str,
    pub organisation: String,
    pub hue: usize,
    pub standing: Standing,
    pub last: Option<(i64, Time)>,
}

impl UserRow {
    pub(super) fn of(app: &App, titles: &Titles, version: u32, known: Known) -> UserRow {
        let today = app.clock.now().date();
        let standing = match known.last {
            None => Standing::Never,
            Some((last, _)) if last != i64::from(version) => Standing::Earlier,
            Some((_, at)) if super::actions::holds_until(app, at) < today => Standing::RunOut,
            Some(_) => Standing::Holds,
        };
        UserRow {
            role: known.role.word(),
            organisation: titles.title(&known.organisation).to_owned(),
            hue: titles.hue(&known.organisation),
            name: known.name,
            standing,
            last: known.last,
        }
    }
}

/// An organisation, as the officer sees it.
pub(super) struct OrganisationRow {
    pub id: String,
    pub title: String,
    pub hue: usize,
    pub standing: Standing,
    pub last: Option<Signature>,
}

impl OrganisationRow {
    pub(super) fn of(titles: &Titles, version: u32, one: &Organisation, signatures: &[Signature]) -> OrganisationRow {
        let last = signatures.iter().find(|signature| signature.organisation == one.id);
        let standing = match last {
            None => Standing::Never,
            Some(last) if last.version != i64::from(version) => Standing::Earlier,
            Some(_) => Standing::Holds,
        };
        OrganisationRow { id: one.id.clone(), title: one.title.clone(), hue: titles.hue(&one.id), standing, last: last.cloned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_paragraphs_and_lists() {
        let text = "One line\nand its rest.\n\n- first\n- second\n\nLast - not a list.";
        let items = Block::Items(vec!["first".to_owned(), "second".to_owned()]);
        assert_eq!(blocks(text), [Block::Paragraph("One line and its rest.".to_owned()), items, Block::Paragraph("Last - not a list.".to_owned())]);
        assert_eq!(blocks(" \n\n "), []);
    }
}

//! To which side an entry written about a client probably belongs when the client is two people, and why. Pure: a proposal
//! that somebody confirms or changes.

use crate::links::Link;
use crate::records::Version;
use history::entries::Entry;
use std::collections::BTreeSet;
use words::Id;

/// Why an entry is proposed to a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// When it was written, only records of this side belonged to the client.
    OwnFile,
    /// It mentions something that only this side says.
    Mentions(String),
    /// Its organisation has a record on this side only.
    Organisation,
    /// Nothing speaks for either side: it stays.
    Nothing,
}

impl Why {
    /// The word of this reason in message keys.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Why::OwnFile => "own-file",
            Why::Mentions(_) => "mentions",
            Why::Organisation => "organisation",
            Why::Nothing => "nothing",
        }
    }
}

/// The two sides, and how their records came to the client.
pub(super) struct Sides<'a> {
    pub goes: Vec<&'a Version>,
    pub stays: Vec<&'a Version>,
    /// Every decision about these records, oldest first.
    pub links: &'a [Link],
}

impl Sides<'_> {
    /// Whether the entry probably goes, and why.
    pub(super) fn propose(&self, entry: &Entry) -> (bool, Why) {
        if let Some(goes) = self.file_of(entry) {
            return (goes, Why::OwnFile);
        }
        if let Some((goes, word)) = self.mentioned(entry) {
            return (goes, Why::Mentions(word));
        }
        let has = |side: &[&Version]| side.iter().any(|version| version.organisation == entry.organisation);
        match (has(&self.goes), has(&self.stays)) {
            (true, false) => (true, Why::Organisation),
            (false, true) => (false, Why::Organisation),
            _ => (false, Why::Nothing),
        }
    }

    /// The side all records were on that belonged to the client when the entry was written.
    fn file_of(&self, entry: &Entry) -> Option<bool> {
        let belonged = |version: &&Version| {
            let mut before = self.links.iter().filter(|link| link.record == version.record && link.decided_at <= entry.recorded_at);
            before.next_back().is_some_and(|link| link.client == entry.subject)
        };
        match (self.goes.iter().any(belonged), self.stays.iter().any(belonged)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }

    fn mentioned(&self, entry: &Entry) -> Option<(bool, String)> {
        let (ours, theirs) = (told(&self.goes), told(&self.stays));
        let text: Vec<&str> = std::iter::once(&entry.body).chain(entry.details.values()).map(String::as_str).collect();
        let text = format!(" {} ", linkage::fold(&text.join(" ")));
        let found = |words: &BTreeSet<String>, not: &BTreeSet<String>| {
            words.difference(not).find(|word| text.contains(&format!(" {word} "))).cloned()
        };
        match (found(&ours, &theirs), found(&theirs, &ours)) {
            (Some(word), None) => Some((true, word)),
            (None, Some(word)) => Some((false, word)),
            _ => None,
        }
    }
}

/// What records say that tells people apart, as it may stand in a text.
fn told(versions: &[&Version]) -> BTreeSet<String> {
    let words = versions.iter().flat_map(|version| {
        let (given, family) = version.said.names();
        let said = ["phone", "national_id", "email", "street"].iter().filter_map(|field| version.said.get(field)).map(str::to_owned);
        let names = [given, family].into_iter().flatten();
        said.chain(names).chain([version.source_key.clone()]).collect::<Vec<_>>()
    });
    words.map(|word| linkage::fold(&word)).filter(|word| word.chars().count() >= 3).collect()
}

/// The records of an entry's side, by their ids.
pub(super) fn side<'a>(versions: &'a [Version], records: &[Id], on: bool) -> Vec<&'a Version> {
    versions.iter().filter(|version| records.contains(&version.record) == on).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::Evidence;
    use crate::records::Said;
    use words::{Band, EntryKind, Sensitivity, Time};

    fn id(n: u8) -> Id {
        Id::from_bytes(&[n; 16]).unwrap()
    }

    fn version(n: u8, organisation: &str, name: &str) -> Version {
        let said: Said = [("full_name".to_owned(), name.to_owned())].into_iter().collect();
        Version {
            record: id(n), organisation: organisation.into(), source_key: format!("K-{n}0"), version: 1, said,
            observed: "2026-01-01".parse().unwrap(), received_at: Time::from_micros(1),
        }
    }

    fn entry(subject: u8, at: i64, organisation: &str, body: &str) -> Entry {
        Entry {
            subject: id(subject), id: id(99), kind: EntryKind::Note, from: "2026-03-01".parse().unwrap(), to: None,
            recorded_at: Time::from_micros(at), organisation: organisation.into(), author: None, worker: None,
            sensitivity: Sensitivity::PERSONAL, corrects: None, source: None, body: body.into(), details: [].into(),
        }
    }

    /// Record 1 stays with client 11; record 2 had client 12 of its own until it was linked at 100.
    fn proposed(entry: &Entry) -> (bool, Why) {
        let link = |record: u8, client: u8, at: i64| Link {
            record: id(record), id: id(50), client: id(client), band: Band::New, bits: None, evidence: Evidence::default(), author: None,
            reason: String::new(), decided_at: Time::from_micros(at),
        };
        let links = [link(1, 11, 10), link(2, 12, 10), link(2, 11, 100)];
        let versions = [version(1, "municipality", "Bruno Kertész"), version(2, "clinic", "Béla Kertész")];
        let sides = Sides { goes: side(&versions, &[id(2)], true), stays: side(&versions, &[id(2)], false), links: &links };
        sides.propose(entry)
    }

    #[test]
    fn what_was_written_before_the_wrong_link_belongs_to_whose_file_it_was() {
        assert_eq!(proposed(&entry(12, 50, "training-ngo", "")), (true, Why::OwnFile));
        assert_eq!(proposed(&entry(11, 50, "clinic", "Béla")), (false, Why::OwnFile));
    }

    #[test]
    fn later_what_it_mentions_says_more_than_who_wrote_it() {
        assert_eq!(proposed(&entry(11, 200, "municipality", "Called BELA at home.")), (true, Why::Mentions("bela".into())));
        assert_eq!(proposed(&entry(11, 200, "clinic", "Bruno and Béla came.")), (true, Why::Organisation), "both are mentioned");
        assert_eq!(proposed(&entry(11, 200, "municipality", "")), (false, Why::Organisation));
        assert_eq!(proposed(&entry(11, 200, "training-ngo", "Mr Kertész came.")), (false, Why::Nothing));
    }
}

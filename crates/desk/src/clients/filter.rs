//! Which entries the timeline shows: by organisation, kind, period, and words in the text.

use history::entries::Told;
use serde::Deserialize;
use words::{Date, EntryKind};

/// What was asked in the address: `?org=clinic&kind=meeting&text=debt&on=2026-03-03`. Boxes that are not ticked do not
/// appear in it, so none of a group means all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub organisations: Vec<String>,
    pub kinds: Vec<String>,
    pub text: String,
    /// The first day shown.
    pub since: Option<Date>,
    /// The last day shown.
    pub until: Option<Date>,
    /// What was known at the end of this day.
    pub on: Option<Date>,
    /// How many entries are skipped.
    pub skip: usize,
}

/// One `name=value` of the address.
#[derive(Deserialize)]
pub(super) struct Pair(String, String);

impl Filter {
    /// Reads the address. Dates that are none are left out, as if nothing had been typed.
    pub(super) fn read(pairs: Vec<Pair>) -> Filter {
        let mut filter = Filter::default();
        for Pair(name, value) in pairs {
            let value = value.trim().to_owned();
            match name.as_str() {
                _ if value.is_empty() => {}
                "org" => filter.organisations.push(value),
                "kind" => filter.kinds.push(value),
                "text" => filter.text = value,
                "since" => filter.since = value.parse().ok(),
                "until" => filter.until = value.parse().ok(),
                "on" => filter.on = value.parse().ok(),
                "skip" => filter.skip = value.parse().unwrap_or(0),
                _ => {}
            }
        }
        filter
    }

    /// Whether anything narrows the timeline.
    pub(super) fn narrows(&self) -> bool {
        *self != Filter { on: self.on, skip: self.skip, ..Filter::default() }
    }

    /// Whether an entry passes. What the system wrote about links shows only when it is asked for. `readable` is false
    /// for entries this reader may know of but not read: a word search must not tell what they say. `masked` is true where the
    /// reader may not know whose they are: asking for an organisation must not tell either.
    pub(super) fn passes(&self, told: &Told, readable: bool, masked: bool) -> bool {
        let entry = &told.entry;
        let kind = match entry.kind {
            EntryKind::Link => self.kinds.iter().any(|kind| kind == EntryKind::Link.word()),
            other => self.shows_all_kinds() || self.kinds.iter().any(|kind| kind == other.word()),
        };
        let organisation = self.organisations.is_empty() || (!masked && self.organisations.contains(&entry.organisation));
        let period = self.since.is_none_or(|since| entry.to.unwrap_or(entry.from) >= since)
            && self.until.is_none_or(|until| entry.from <= until);
        kind && organisation && period && (self.text.is_empty() || (readable && self.says(told)))
    }

    /// With no box ticked, or only the one for the system's own entries, every kind is shown.
    fn shows_all_kinds(&self) -> bool {
        self.kinds.iter().all(|kind| kind == EntryKind::Link.word())
    }

    fn says(&self, told: &Told) -> bool {
        let wanted = linkage::fold(&self.text);
        let entry = &told.entry;
        let texts = entry.details.values().chain([&entry.body]).chain(&entry.worker);
        texts.into_iter().any(|text| linkage::fold(text).contains(&wanted))
    }

    /// The address of the same view with another number of entries skipped.
    pub(super) fn address(&self, skip: usize) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        pairs.extend(self.organisations.iter().map(|o| ("org", o.clone())));
        pairs.extend(self.kinds.iter().map(|k| ("kind", k.clone())));
        pairs.push(("text", self.text.clone()));
        pairs.extend([("since", self.since), ("until", self.until), ("on", self.on)].into_iter().filter_map(|(n, d)| Some((n, d?.to_string()))));
        if skip > 0 {
            pairs.push(("skip", skip.to_string()));
        }
        let written: Vec<String> =
            pairs.iter().filter(|(_, v)| !v.is_empty()).map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        format!("?{}#history", written.join("&"))
    }
}

/// A value as it may stand in an address.
pub(super) fn encoded(value: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    value.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use history::entries::Entry;
    use words::{Id, Sensitivity, Time};

    fn told(kind: EntryKind, body: &str) -> Told {
        let id = Id::from_bytes(&[1; 16]).unwrap();
        let entry = Entry {
            subject: id, id, kind, from: "2026-03-01".parse().unwrap(), to: None, recorded_at: Time::from_micros(1),
            organisation: "clinic".into(), author: None, worker: None, sensitivity: Sensitivity::PERSONAL, corrects: None,
            source: None, body: body.into(), details: [].into(),
        };
        Told { entry, earlier: vec![] }
    }

    fn filter(pairs: &[(&str, &str)]) -> Filter {
        Filter::read(pairs.iter().map(|(n, v)| Pair((*n).into(), (*v).into())).collect())
    }

    #[test]
    fn links_show_only_when_asked_for() {
        let link = told(EntryKind::Link, "");
        assert!(!filter(&[]).passes(&link, true, false));
        assert!(filter(&[("kind", "link")]).passes(&link, true, false));
        assert!(filter(&[("kind", "link")]).passes(&told(EntryKind::Note, ""), true, false));
    }

    #[test]
    fn words_are_found_without_marks_but_never_in_what_may_not_be_read() {
        let note = told(EntryKind::Note, "Adósság: a bank levele");
        assert!(filter(&[("text", "adossag")]).passes(&note, true, false));
        assert!(!filter(&[("text", "adossag")]).passes(&note, false, false));
        assert!(!filter(&[("text", "housing")]).passes(&note, true, false));
    }

    #[test]
    fn the_address_says_the_same_filter_again() {
        let asked = filter(&[("org", "clinic"), ("text", "a&b = c"), ("on", "2026-03-03")]);
        assert_eq!(asked.address(50), "?org=clinic&text=a%26b%20%3D%20c&on=2026-03-03&skip=50#history");
        assert!(asked.narrows() && !filter(&[("on", "2026-03-03")]).narrows());
    }
}

//! What the client page shows, worked out before the template sees it.

use super::filter::Filter;
use super::since::Last;
use crate::clocks;
use history::entries::{Entry, Told};
use office::organisations::Titles;
use office::Pack;
use rights::{Permit, Showing};
use std::collections::BTreeMap;
use web::Shell;
use words::{Date, EntryKind, Id, Mark, Time};

/// A day of the timeline.
pub(super) struct Day {
    pub date: Date,
    pub entries: Vec<EntryView>,
}

/// An entry as it is shown to this reader.
pub(super) struct EntryView {
    pub id: String,
    pub icon: &'static str,
    pub hue: usize,
    pub organisation: String,
    pub restricted: bool,
    /// Whether this reader may not know whose it is.
    pub masked: bool,
    /// What happened, in the reader's language.
    pub heading: String,
    pub body: String,
    /// Of something restricted: what follows from it for work, in its source's words.
    pub conclusion: Option<String>,
    pub worker: Option<String>,
    pub to: Option<Date>,
    pub recorded_at: Time,
    pub source: Option<String>,
    /// What else the source says: name and value, for the details.
    pub details: Vec<(String, String)>,
    /// What was said before it was corrected.
    pub earlier: Vec<Before>,
    /// What the person says of it, when it was not put right as they asked.
    pub statement: Option<String>,
    /// Whether the reader may ask that it be put right.
    pub asks: bool,
    /// Whether somebody else wrote it since the reader last looked.
    pub new: bool,
}

/// What an entry said before a correction.
pub(super) struct Before {
    pub recorded_at: Time,
    pub text: String,
}

/// Somebody who works with the client.
pub(super) struct Helper {
    pub name: String,
    pub organisation: String,
    pub hue: usize,
    pub last: Date,
}

/// The time out of work, and its marks.
pub(super) struct Countdown {
    pub weeks: i64,
    pub since: Date,
    pub ended: Option<Date>,
    pub long_term: Mark,
    pub agreement: Mark,
    /// `calm`, `warn`, `late`: which marks are behind.
    pub state: &'static str,
    /// The width of its bar in percent of twice the first mark.
    pub width: i64,
}

/// A ticked or unticked box of the filter.
pub(super) struct Choice {
    pub value: String,
    pub label: String,
    pub count: usize,
    pub ticked: bool,
}

/// The detail of an entry that says what follows from it for work.
const CONCLUSION: &str = "conclusion";

/// An entry, and how much of it this reader sees.
pub(super) type Seen = (Told, Showing);

/// The entries a reader may know of: whole, or that they exist. What is hidden is gone before anything is counted.
pub(super) fn visible(told: Vec<Told>, permit: &Permit) -> Vec<Seen> {
    let shows = |entry: &Entry| permit.shows(entry.kind, entry.sensitivity, &entry.organisation);
    // What was said before a correction may have been more sensitive than what is said now.
    let readable = |entry: &Entry| shows(entry) == Showing::Whole;
    let told = told.into_iter().map(|told| Told { earlier: told.earlier.into_iter().filter(&readable).collect(), ..told });
    let shown = told.filter_map(|told| match shows(&told.entry) {
        Showing::Hidden => None,
        // Where its source drew no conclusion, there is none to show.
        Showing::Conclusion if !told.entry.details.contains_key(CONCLUSION) => Some((told, Showing::Restricted)),
        showing => Some((told, showing)),
    });
    shown.collect()
}

/// What stands beside entries.
pub(super) struct Beside {
    /// Whether it is the reader's own file: they may ask that an entry be put right.
    pub own: bool,
    /// What the person says of an entry that was not put right as they asked.
    pub statements: Vec<(Id, String)>,
    /// When the reader last looked.
    pub last: Option<Last>,
}

impl Beside {
    fn statement(&self, told: &Told, showing: Showing) -> Option<String> {
        let is = |id: Id| told.entry.id == id || told.earlier.iter().any(|earlier| earlier.id == id);
        self.statements.iter().rfind(|(id, _)| showing == Showing::Whole && is(*id)).map(|(_, says)| says.clone())
    }
}

/// The days of the timeline.
pub(super) fn days((shell, pack): (&Shell, &Pack), titles: &Titles, told: &[Seen], beside: &Beside) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for (told, showing) in told {
        let view = EntryView { statement: beside.statement(told, *showing), asks: beside.own && told.entry.kind != EntryKind::Link, new: beside.last.is_some_and(|last| last.is_new(&told.entry)), ..entry_view((shell, pack), titles, told, *showing) };
        match days.last_mut().filter(|day| day.date == told.entry.from) {
            Some(day) => day.entries.push(view),
            None => days.push(Day { date: told.entry.from, entries: vec![view] }),
        }
    }
    days
}

fn entry_view((shell, pack): (&Shell, &Pack), titles: &Titles, told: &Told, showing: Showing) -> EntryView {
    let (entry, readable) = (&told.entry, showing == Showing::Whole);
    let conclusion = entry.details.get(CONCLUSION).filter(|_| showing == Showing::Conclusion);
    let base = EntryView {
        id: entry.id.to_string(),
        icon: if readable { icon(entry.kind) } else { "lock" },
        hue: titles.hue(&entry.organisation),
        organisation: titles.title(&entry.organisation).to_owned(),
        restricted: !readable,
        masked: titles.masks(&entry.organisation),
        heading: shell.say("entry-restricted"),
        conclusion: conclusion.cloned(),
        body: String::new(),
        worker: None,
        to: None,
        recorded_at: entry.recorded_at,
        source: None,
        details: Vec::new(),
        earlier: Vec::new(),
        statement: None,
        asks: false,
        new: false,
    };
    if !readable {
        return base;
    }
    let said = |before: &Entry| Before { recorded_at: before.recorded_at, text: summary(shell, before) };
    EntryView {
        heading: heading(shell, entry),
        body: entry.body.clone(),
        worker: entry.worker.clone().filter(|_| !base.masked),
        to: entry.to,
        source: entry.source.as_ref().filter(|_| !base.masked).map(|source| source.key.clone()),
        details: details((shell, pack), entry),
        earlier: told.earlier.iter().map(said).collect(),
        ..base
    }
}

/// What happened in a few words: the kind, and the detail that says most about it.
pub(super) fn heading(shell: &Shell, entry: &Entry) -> String {
    let kind = shell.word("entry-kind", entry.kind.word());
    let detail = match entry.kind {
        EntryKind::Status => entry.details.get("status").map(|status| shell.word("entry-status", status)),
        EntryKind::Link => entry.details.get("what").map(|what| shell.word("entry-link", what)),
        EntryKind::Training => entry.details.get("course").cloned(),
        _ => entry.details.get("outcome").map(|outcome| shell.word_of_source("entry-outcome", outcome)),
    };
    detail.map_or_else(|| kind.clone(), |detail| shell.with2("entry-heading", &kind, &detail))
}

/// An entry in one line, for what it said before.
fn summary(shell: &Shell, entry: &Entry) -> String {
    let until = entry.to.map(|to| shell.with("entry-until", &shell.day(&to)));
    let parts = [Some(heading(shell, entry)), until, (!entry.body.is_empty()).then(|| entry.body.clone())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

fn details((shell, pack): (&Shell, &Pack), entry: &Entry) -> Vec<(String, String)> {
    if let Some(all) = casework::told(shell, pack, entry) {
        return all.into_iter().map(|said| (said.label, said.words.unwrap_or(said.value))).collect();
    }
    if entry.kind == EntryKind::Link {
        return Vec::new();
    }
    let shown = entry.details.iter().filter(|(name, _)| name.as_str() != "status");
    shown.map(|(name, value)| (shell.word_of_source("entry-detail", name), shell.word_of_source("entry-outcome", value))).collect()
}

fn icon(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Status => "status",
        EntryKind::Meeting => "meeting",
        EntryKind::Assessment | EntryKind::Agreement | EntryKind::Note => "document",
        EntryKind::Training => "service",
        EntryKind::Benefit | EntryKind::Housing => "money",
        EntryKind::Health => "info",
        EntryKind::Link => "link",
    }
}

/// The spells of unemployment and where the current one stands; computed from every status this client's sources sent,
/// whatever else the reader may see, because the clock is the same for everybody.
pub(super) fn countdown(pack: &Pack, told: &[Told], today: Date) -> Option<Countdown> {
    let spell = clocks::spell(pack, told, today)?;
    let long_term = spell.mark(pack.spells.long_term_months, today);
    let agreement = spell.mark(pack.spells.agreement_months, today);
    let state = match (spell.to.is_some(), long_term.days_left > 0, agreement.days_left > 0) {
        (true, ..) | (false, true, _) => "calm",
        (false, false, true) => "warn",
        (false, false, false) => "late",
    };
    let weeks = spell.weeks(today);
    let whole = long_term.on.days_since(spell.from).max(1) * 2 / 7;
    Some(Countdown { weeks, since: spell.from, ended: spell.to, long_term, agreement, state, width: (weeks * 100 / whole).clamp(1, 100) })
}

/// The workers sources name, the last seen first.
pub(super) fn helpers(titles: &Titles, told: &[Seen]) -> Vec<Helper> {
    let mut last: BTreeMap<(String, String), Date> = BTreeMap::new();
    // Who works where a name is masked would tell it.
    let named = |(told, showing): &&Seen| *showing == Showing::Whole && !titles.masks(&told.entry.organisation);
    for (told, _) in told.iter().filter(named) {
        let Some(worker) = &told.entry.worker else { continue };
        let seen = last.entry((worker.clone(), told.entry.organisation.clone())).or_insert(told.entry.from);
        *seen = (*seen).max(told.entry.from);
    }
    let mut helpers: Vec<Helper> = last
        .into_iter()
        .map(|((name, id), last)| Helper { name, organisation: titles.title(&id).to_owned(), hue: titles.hue(&id), last })
        .collect();
    helpers.sort_by_key(|helper| std::cmp::Reverse(helper.last));
    helpers.truncate(6);
    helpers
}

/// The boxes of the filter: organisations and kinds that occur, with how often.
pub(super) fn choices(shell: &Shell, titles: &Titles, told: &[Seen], filter: &Filter) -> (Vec<Choice>, Vec<Choice>) {
    let mut organisations: BTreeMap<&str, usize> = BTreeMap::new();
    let mut kinds: BTreeMap<EntryKind, usize> = BTreeMap::new();
    for (told, _) in told {
        *kinds.entry(told.entry.kind).or_insert(0) += 1;
        // A box needs the short name in the address, and would tell it.
        if told.entry.kind != EntryKind::Link && !titles.masks(&told.entry.organisation) {
            *organisations.entry(&told.entry.organisation).or_insert(0) += 1;
        }
    }
    let organisations = organisations.into_iter().map(|(id, count)| Choice {
        value: id.to_owned(),
        label: titles.title(id).to_owned(),
        count,
        ticked: filter.organisations.iter().any(|o| o == id),
    });
    let kinds = kinds.into_iter().map(|(kind, count)| Choice {
        value: kind.word().to_owned(),
        label: shell.word("entry-kind", kind.word()),
        count,
        ticked: filter.kinds.iter().any(|k| k == kind.word()),
    });
    (organisations.collect(), kinds.collect())
}

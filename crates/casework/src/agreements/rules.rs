//! What an agreement is, and where it stands: worked out from the entries that tell of it, and from nothing else.

use crate::assessments::Goal as Aim;
use history::entries::{Entry, Told};
use office::packs::{AgreementRule, Side, Track};
use std::collections::BTreeMap;
use words::{Date, EntryKind, Id, Time, stored_words};

stored_words! {
    /// What can happen to an agreement (domain study JIA-05): the word an entry's outcome has.
    Event {
        /// A version was offered.
        Offered = "offered",
        /// One side signed a version.
        Signed = "signed",
        /// The client refused a version, with a reason.
        Refused = "refused",
        /// The client said on record with what they do not agree.
        Disagreed = "disagreed",
        /// Something was said of a step.
        Step = "step",
        /// It was looked at together, and goes on.
        Reviewed = "reviewed",
        /// What was agreed is reached.
        Completed = "completed",
        /// It ended before that.
        Ended = "ended",
    }
}

stored_words! {
    /// How somebody signed.
    How {
        /// Here, on the screen, in the presence of the other side.
        Screen = "screen",
        /// On paper.
        Paper = "paper",
        /// Signed in as themselves.
        Portal = "portal",
    }
}

stored_words! {
    /// What became of a step (domain study 7.8).
    Progress {
        /// Nobody has begun.
        Planned = "planned",
        /// It is under way.
        Active = "active",
        /// It is done.
        Reached = "reached",
        /// It is done in part.
        Partly = "partly",
        /// It was not done.
        NotReached = "not-reached",
        /// It is not to be done any more, for a reason.
        Dropped = "dropped",
    }
}

impl Progress {
    /// Whether nothing more is expected of it.
    #[must_use]
    pub fn is_over(self) -> bool {
        !matches!(self, Progress::Planned | Progress::Active)
    }
}

stored_words! {
    /// Where an agreement stands.
    State {
        /// A version is offered, and not both sides have signed one.
        Offered = "offered",
        /// Both sides have signed.
        InForce = "in-force",
        /// The day of its review has come.
        UnderReview = "under-review",
        /// Nobody has reviewed it for too long: it holds no longer.
        Lapsed = "lapsed",
        /// The client refused what was offered, and nothing is in force.
        Refused = "refused",
        /// What was agreed is reached.
        Completed = "completed",
        /// It ended before that.
        Ended = "ended",
    }
}

/// What is aimed at on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The same through all versions of the agreement: `g1`, `g2` …
    pub key: String,
    /// What is to be reached, so that one can tell when it is.
    pub text: String,
    /// The dimensions of the assessment it answers: barriers, or strengths it builds on.
    pub answers: Vec<String>,
    /// By when.
    pub by: Option<Date>,
    /// Whose idea it was.
    pub author: Option<Side>,
}

/// What somebody will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The same through all versions of the agreement: `s1`, `s2` …
    pub key: String,
    /// Which goal it serves.
    pub goal: String,
    /// Whose it is.
    pub side: Option<Side>,
    /// Who does it, of the side of the provider: a name or an organisation.
    pub owner: String,
    /// What is to be done.
    pub text: String,
    /// By when.
    pub by: Option<Date>,
}

/// A version of an agreement. It is never changed; what is changed is a new version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// 1, 2, 3 …
    pub number: u32,
    /// The day it was offered.
    pub on: Date,
    /// The worker who is responsible: the client's counsellor, whoever offered it.
    pub worker: String,
    /// For which organisation.
    pub organisation: String,
    /// The assessment it rests on.
    pub assessment: Option<Id>,
    /// What the client aims at in the end.
    pub aim: Option<Aim>,
    /// How closely they are looked after.
    pub track: Option<Track>,
    /// What the assessment found, in words.
    pub summary: String,
    /// Parts of the minimum service offer, by their ids in the pack.
    pub offer: Vec<String>,
    /// In the order of their keys.
    pub goals: Vec<Goal>,
    /// In the order of their keys.
    pub steps: Vec<Step>,
    /// When it is to be reviewed.
    pub review_on: Option<Date>,
    /// Who signed, the client first: on which day and how.
    pub client_signed: Option<(Date, How)>,
    /// See [`Version::client_signed`].
    pub provider_signed: Option<(Date, How)>,
    /// On which day and why the client refused it.
    pub refused: Option<(Date, String)>,
    /// What the client does not agree with, on record.
    pub disagreed: Vec<(Date, String)>,
}

impl Version {
    /// Whether both sides have signed, and the client has not refused since.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.client_signed.is_some() && self.provider_signed.is_some() && self.refused.is_none()
    }
}

/// What was last said of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Became {
    /// What.
    pub progress: Progress,
    /// On which day.
    pub on: Date,
    /// In words.
    pub note: String,
}

/// An agreement, through all its versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The same on each of its entries.
    pub id: Id,
    /// The oldest first; never empty.
    pub versions: Vec<Version>,
    /// By the key of a step.
    pub became: BTreeMap<String, Became>,
    /// Reviews after which it went on, the first first: of which version, and until when.
    pub reviews: Vec<(u32, Option<Date>)>,
    /// How, when and why it ended.
    pub ended: Option<(Event, Date, String)>,
}

impl Agreement {
    /// The version that holds: the newest that both sides have signed.
    #[must_use]
    pub fn in_force(&self) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.is_signed())
    }

    /// The newest version.
    #[must_use]
    pub fn newest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// The version that waits to be signed: the newest, while it is neither signed by both nor refused and the agreement has not ended.
    #[must_use]
    pub fn waiting(&self) -> Option<&Version> {
        self.newest().filter(|newest| !newest.is_signed() && newest.refused.is_none() && self.ended.is_none())
    }

    /// The day of the next review.
    #[must_use]
    pub fn review_on(&self) -> Option<Date> {
        let version = self.in_force()?;
        // What was said last of this version counts, also when it is earlier than what was said before.
        let reviewed = self.reviews.iter().rev().find(|(number, _)| *number == version.number).and_then(|(_, next)| *next);
        reviewed.or(version.review_on)
    }

    /// Where it stands on a day.
    #[must_use]
    pub fn state(&self, rule: &AgreementRule, today: Date) -> State {
        match (&self.ended, self.in_force()) {
            (Some((Event::Completed, ..)), _) => State::Completed,
            (Some(_), _) => State::Ended,
            (None, Some(_)) => match self.review_on().map(|review| today.days_since(review)) {
                Some(late) if late > rule.lapse_days => State::Lapsed,
                Some(late) if late >= 0 => State::UnderReview,
                _ => State::InForce,
            },
            (None, None) if self.newest().is_some_and(|newest| newest.refused.is_some()) => State::Refused,
            (None, None) => State::Offered,
        }
    }

    /// Whether it holds on a day: in force, and under review as well.
    #[must_use]
    pub fn holds(&self, rule: &AgreementRule, today: Date) -> bool {
        matches!(self.state(rule, today), State::InForce | State::UnderReview)
    }

    /// What became of a step.
    #[must_use]
    pub fn progress(&self, step: &Step) -> Progress {
        self.became.get(&step.key).map_or(Progress::Planned, |became| became.progress)
    }
}

/// The agreements that entries tell of, the newest first. Hand over the entries the reader may read. What another system sent of agreements
/// are entries like any other and none of these, since nobody knows what was agreed.
#[must_use]
pub fn agreements(told: &[Told]) -> Vec<Agreement> {
    let mut entries: Vec<&Entry> = told.iter().map(|told| &told.entry).filter(|entry| entry.kind == EntryKind::Agreement).collect();
    // As they were recorded, and what one recorded at once as a life goes: offered before signed.
    entries.sort_by_key(|entry| (entry.recorded_at, event_of(entry), entry.id));
    let mut all: BTreeMap<Id, Agreement> = BTreeMap::new();
    let mut begun: BTreeMap<Id, Time> = BTreeMap::new();
    for entry in entries {
        let Some((id, event)) = detail(entry, "agreement").parse::<Id>().ok().zip(event_of(entry)) else { continue };
        if event == Event::Offered {
            begun.entry(id).or_insert(entry.recorded_at);
            let one = all.entry(id).or_insert_with(|| Agreement { id, versions: Vec::new(), became: BTreeMap::new(), reviews: Vec::new(), ended: None });
            let version = version(entry);
            if one.ended.is_none() && one.versions.iter().all(|known| known.number < version.number) {
                one.versions.push(version);
            }
        } else if let Some(one) = all.get_mut(&id) {
            happened(one, event, entry);
        }
    }
    let mut all: Vec<Agreement> = all.into_values().filter(|one| !one.versions.is_empty()).collect();
    all.sort_by_key(|one| std::cmp::Reverse((begun.get(&one.id).copied(), one.id)));
    all
}

fn event_of(entry: &Entry) -> Option<Event> {
    detail(entry, "outcome").parse().ok()
}

fn detail<'a>(entry: &'a Entry, name: &str) -> &'a str {
    entry.details.get(name).map(String::as_str).unwrap_or_default()
}

/// What follows from something that happened after an offer. What comes after the end changes nothing any more.
fn happened(one: &mut Agreement, event: Event, entry: &Entry) {
    if one.ended.is_some() {
        return;
    }
    let (on, said) = (entry.from, entry.body.clone());
    let number: Option<u32> = detail(entry, "version").parse().ok();
    let version = number.and_then(|number| one.versions.iter_mut().find(|version| version.number == number));
    match (event, version) {
        (Event::Signed, Some(version)) => {
            let signed = Some((on, detail(entry, "how").parse().unwrap_or(How::Paper)));
            match detail(entry, "side").parse() {
                Ok(Side::Client) => {
                    version.client_signed = signed;
                    // Whoever refused may think again.
                    version.refused = None;
                }
                Ok(Side::Provider) => version.provider_signed = signed,
                Err(_) => {}
            }
        }
        (Event::Refused, Some(version)) => {
            // What both have signed is ended, and not refused any more.
            if !version.is_signed() {
                version.refused = Some((on, said));
                version.client_signed = None;
            }
        }
        (Event::Disagreed, Some(version)) => version.disagreed.push((on, said)),
        (Event::Step, _) => {
            if let Ok(progress) = detail(entry, "progress").parse() {
                one.became.insert(detail(entry, "step").to_owned(), Became { progress, on, note: said });
            }
        }
        (Event::Reviewed, Some(version)) => {
            let number = version.number;
            one.reviews.push((number, detail(entry, "review").parse().ok()));
        }
        (Event::Completed | Event::Ended, _) => one.ended = Some((event, on, said)),
        (Event::Offered | Event::Signed | Event::Refused | Event::Disagreed | Event::Reviewed, _) => {}
    }
}

/// A version, as the entry of its offer tells of it.
fn version(entry: &Entry) -> Version {
    let mut goals: BTreeMap<(usize, &str), Goal> = BTreeMap::new();
    let mut steps: BTreeMap<(usize, &str), Step> = BTreeMap::new();
    for (name, value) in &entry.details {
        let Some((key, part)) = name.split_once('.') else { continue };
        let place = (key.len(), key);
        if key.starts_with('g') {
            let goal = goals.entry(place).or_insert_with(|| Goal { key: key.to_owned(), text: String::new(), answers: Vec::new(), by: None, author: None });
            match part {
                "text" => goal.text.clone_from(value),
                "answers" => goal.answers = value.split_whitespace().map(str::to_owned).collect(),
                "by" => goal.by = value.parse().ok(),
                "author" => goal.author = value.parse().ok(),
                _ => {}
            }
        } else if key.starts_with('s') {
            let empty = || Step { key: key.to_owned(), goal: String::new(), side: None, owner: String::new(), text: String::new(), by: None };
            let step = steps.entry(place).or_insert_with(empty);
            match part {
                "text" => step.text.clone_from(value),
                "goal" => step.goal.clone_from(value),
                "side" => step.side = value.parse().ok(),
                "owner" => step.owner.clone_from(value),
                "by" => step.by = value.parse().ok(),
                _ => {}
            }
        }
    }
    Version {
        number: detail(entry, "version").parse().unwrap_or(1),
        on: entry.from,
        worker: entry.details.get("worker").or(entry.worker.as_ref()).cloned().unwrap_or_default(),
        organisation: entry.organisation.clone(),
        assessment: detail(entry, "assessment").parse().ok(),
        aim: detail(entry, "aim").parse().ok(),
        track: detail(entry, "track").parse().ok(),
        summary: entry.body.clone(),
        offer: detail(entry, "offer").split_whitespace().map(str::to_owned).collect(),
        goals: goals.into_values().collect(),
        steps: steps.into_values().collect(),
        review_on: detail(entry, "review").parse().ok(),
        client_signed: None,
        provider_signed: None,
        refused: None,
        disagreed: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use office::Pack;
    use proptest::prelude::*;
    use words::Sensitivity;

    const ID: [u8; 16] = [100; 16];

    /// An entry of the agreement: the second it was recorded, the day, what happened, and the rest.
    fn told(number: u8, on: &str, event: Event, version: u32, more: &[(&str, &str)], body: &str) -> Told {
        let id = |bytes: [u8; 16]| Id::from_bytes(&bytes).unwrap();
        let agreement = id(ID).to_string();
        let version = version.to_string();
        let always = [("agreement", agreement.as_str()), ("outcome", event.word()), ("version", version.as_str())];
        let details = always.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let entry = Entry {
            subject: id([0; 16]), id: id([number; 16]), kind: EntryKind::Agreement, from: on.parse().unwrap(), to: None,
            recorded_at: Time::from_micros(i64::from(number)), organisation: "es".to_owned(), author: None, worker: Some("Jana".to_owned()),
            sensitivity: Sensitivity::PERSONAL, corrects: None, source: None, body: body.to_owned(), details,
        };
        Told { entry, earlier: Vec::new() }
    }

    fn offered(number: u8, on: &str, version: u32) -> Told {
        let more = [
            ("review", "2027-02-23"), ("track", "intensive"), ("g1.text", "A plan"), ("g1.answers", "debt housing"), ("g1.by", "2027-02-01"), ("s1.text", "Bring letters"),
            ("s1.side", "client"), ("s1.goal", "g1"), ("s10.text", "Find courses"), ("s10.side", "provider"), ("s10.owner", "Jana"), ("s2.text", "Arrange a talk"), ("s2.side", "provider"),
        ];
        told(number, on, Event::Offered, version, &more, "Debts come first.")
    }

    fn signed(number: u8, on: &str, version: u32, side: Side) -> Told {
        told(number, on, Event::Signed, version, &[("side", side.word()), ("how", "screen")], "")
    }

    fn state(history: &[Told], on: &str) -> State {
        let rule = Pack::eu_default().unwrap().agreement;
        agreements(history)[0].state(&rule, on.parse().unwrap())
    }

    #[test]
    fn an_agreement_is_offered_signed_in_force_under_review_and_lapses() {
        let mut history = vec![offered(1, "2026-11-23", 1)];
        assert_eq!(state(&history, "2026-11-23"), State::Offered);
        history.push(signed(2, "2026-11-23", 1, Side::Client));
        assert_eq!(state(&history, "2026-11-23"), State::Offered, "one side alone agrees with nobody");
        history.push(signed(3, "2026-11-24", 1, Side::Provider));
        // Ninety-two days after the review it holds no longer.
        for (day, stands) in [("2026-11-24", State::InForce), ("2027-02-22", State::InForce), ("2027-02-23", State::UnderReview), ("2027-05-26", State::UnderReview), ("2027-05-27", State::Lapsed)] {
            assert_eq!(state(&history, day), stands, "{day}");
        }
        history.push(told(4, "2027-03-01", Event::Reviewed, 1, &[("review", "2027-06-01")], ""));
        assert_eq!((state(&history, "2027-05-27"), state(&history, "2027-06-01")), (State::InForce, State::UnderReview));
        history.push(told(5, "2027-04-01", Event::Completed, 1, &[], "Works."));
        history.push(told(6, "2027-04-02", Event::Ended, 1, &[], "Again."));
        assert_eq!(state(&history, "2027-04-02"), State::Completed, "what comes after the end changes nothing");
    }

    #[test]
    fn a_version_that_is_refused_leaves_the_one_before_in_force() {
        let mut history = vec![offered(1, "2026-11-23", 1), told(2, "2026-11-23", Event::Refused, 1, &[], "Too much.")];
        assert_eq!(state(&history, "2026-11-23"), State::Refused);
        // Whoever refused may think again.
        history.extend([signed(3, "2026-11-24", 1, Side::Client), signed(4, "2026-11-24", 1, Side::Provider)]);
        assert_eq!(state(&history, "2026-11-24"), State::InForce);
        history.extend([offered(5, "2026-12-01", 2), told(6, "2026-12-01", Event::Refused, 2, &[], "No.")]);
        let one = &agreements(&history)[0];
        assert_eq!((one.in_force().unwrap().number, one.waiting()), (1, None));
        history.push(told(7, "2026-12-02", Event::Refused, 1, &[], "Not this either."));
        assert_eq!(agreements(&history)[0].in_force().unwrap().number, 1, "what both have signed is ended, and not refused any more");
    }

    #[test]
    fn goals_and_steps_are_read_in_their_order_with_what_became_of_them() {
        let history = [offered(1, "2026-11-23", 1), told(2, "2026-11-30", Event::Step, 1, &[("step", "s1"), ("progress", "partly")], "Half of them.")];
        let one = &agreements(&history)[0];
        let version = one.newest().unwrap();
        assert_eq!(version.steps.iter().map(|step| step.key.as_str()).collect::<Vec<_>>(), ["s1", "s2", "s10"]);
        assert_eq!((version.goals[0].answers.as_slice(), version.summary.as_str()), (&["debt".to_owned(), "housing".to_owned()][..], "Debts come first."));
        assert_eq!((one.progress(&version.steps[0]), one.progress(&version.steps[1])), (Progress::Partly, Progress::Planned));
    }

    fn life() -> Vec<Told> {
        vec![
            offered(1, "2026-11-23", 1), signed(2, "2026-11-23", 1, Side::Client), signed(3, "2026-11-23", 1, Side::Provider),
            told(4, "2026-11-30", Event::Step, 1, &[("step", "s1"), ("progress", "active")], ""), told(5, "2026-12-01", Event::Step, 1, &[("step", "s1"), ("progress", "reached")], ""),
            told(6, "2026-12-02", Event::Disagreed, 1, &[], "Too far."), offered(7, "2026-12-03", 2), told(8, "2026-12-03", Event::Refused, 2, &[], "No."),
            signed(9, "2026-12-04", 2, Side::Client), told(10, "2027-01-01", Event::Reviewed, 1, &[("review", "2027-04-01")], ""), told(11, "2027-02-01", Event::Ended, 1, &[], "Moved."),
            signed(12, "2027-02-02", 2, Side::Provider),
        ]
    }

    proptest! {
        #[test]
        fn no_order_of_entries_changes_where_an_agreement_stands(shuffled in Just(life()).prop_shuffle()) {
            prop_assert_eq!(agreements(&shuffled), agreements(&life()));
        }

        #[test]
        fn nothing_is_in_force_that_not_both_have_signed(kept in proptest::sample::subsequence(life(), 0..12)) {
            for one in agreements(&kept) {
                let has = |side: Side| kept.iter().any(|told| told.entry.details.get("side").map(String::as_str) == Some(side.word()));
                prop_assert!(one.in_force().is_none() || has(Side::Client) && has(Side::Provider));
                prop_assert!(one.in_force().is_none_or(|version| version.refused.is_none() && one.waiting().is_none_or(|waiting| waiting.number > version.number)));
            }
        }
    }
}

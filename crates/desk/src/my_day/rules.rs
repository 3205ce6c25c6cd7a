//! What somebody needs, by what their history tells: nobody is parked.

use crate::clocks;
use casework::agreements::{State, agreements};
use casework::assessments::assessments;
use history::entries::Told;
use office::Pack;
use office::packs::Side;
use web::Shell;
use words::{Date, EntryKind, Spell};

/// Why somebody needs something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Nobody has met them since the day, if ever.
    Contact(Option<Date>),
    /// There is no agreement in this time out of work.
    Agreement,
    /// There is no in-depth assessment in this time out of work.
    Assessment,
    /// The last assessment holds no longer.
    Reassessment,
    /// What was offered is not signed by both sides.
    Signature,
    /// The agreement is to be reviewed.
    Review,
    /// What the service promised is not done.
    Promise,
    /// What the client promised is not done.
    Step,
}

/// Something a client needs, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Need {
    pub reason: Reason,
    /// The last day on which all is well.
    pub by: Date,
    /// Days to it; negative once it is past.
    pub days_left: i64,
}

impl Need {
    /// Whether somebody has to be met.
    pub fn is_contact(&self) -> bool {
        matches!(self.reason, Reason::Contact(_))
    }

    /// In a sentence.
    pub fn in_words(&self, shell: &Shell) -> String {
        shell.with(&format!("my-day-need-{}", self.word()), &shell.day(&self.by))
    }

    /// Its word in messages.
    pub fn word(&self) -> &'static str {
        match (self.reason, self.days_left < 0) {
            (Reason::Contact(_), false) => "contact",
            (Reason::Contact(_), true) => "contact-late",
            (Reason::Agreement, false) => "agreement",
            (Reason::Agreement, true) => "agreement-late",
            (Reason::Assessment, false) => "assessment",
            (Reason::Assessment, true) => "assessment-late",
            (Reason::Reassessment, false) => "reassessment",
            (Reason::Reassessment, true) => "reassessment-late",
            (Reason::Signature, _) => "signature",
            (Reason::Review, false) => "review",
            (Reason::Review, true) => "review-late",
            (Reason::Promise, _) => "promise-late",
            (Reason::Step, _) => "step-late",
        }
    }
}

/// What somebody needs today, the most urgent first. Who is not out of work needs nothing of this kind.
pub(crate) fn needs(pack: &Pack, told: &[Told], today: Date) -> Vec<Need> {
    let Some(spell) = clocks::spell(pack, told, today) else { return Vec::new() };
    let Some(floor) = clocks::floor(pack, told, &spell, today) else { return Vec::new() };
    let mut needs = Vec::new();
    if floor.is_due(pack.contacts.rule()) {
        needs.push(Need { reason: Reason::Contact(floor.last), by: floor.until, days_left: floor.days_left });
    }
    needs.extend(agreement(pack, told, &spell, today));
    needs.extend(assessment(pack, told, &spell, today));
    needs.sort_by_key(|need| need.days_left);
    needs
}

/// What an agreement needs: that there is one (rule N3), signatures, a review, and what either side has promised and not done, the oldest of each side.
/// What was refused was offered, and is not missing (requirement JIA-20).
fn agreement(pack: &Pack, told: &[Told], spell: &Spell, today: Date) -> Vec<Need> {
    let need = |reason: Reason, by: Date| Need { reason, by, days_left: by.days_since(today) };
    let all = agreements(told);
    let here = all.first().filter(|one| one.newest().is_some_and(|newest| newest.on >= spell.from));
    let state = here.map(|one| one.state(&pack.agreement, today));
    let elsewhere = told.iter().any(|told| {
        told.entry.kind == EntryKind::Agreement && !told.entry.details.contains_key("agreement") && told.entry.from >= spell.from
    });
    let mark = spell.mark(pack.spells.agreement_months, today);
    let missing = match state {
        Some(state) => matches!(state, State::Lapsed | State::Ended | State::Completed),
        None => !elsewhere,
    };
    let mut needs = Vec::new();
    if missing && mark.days_left <= pack.agreement_warn_days {
        needs.push(need(Reason::Agreement, mark.on));
    }
    let Some(one) = here.filter(|_| !missing) else { return needs };
    needs.extend(one.waiting().map(|waiting| need(Reason::Signature, waiting.on.plus_days(pack.contacts.rule().warn_days))));
    let review = one.review_on().map(|on| need(Reason::Review, on));
    needs.extend(review.filter(|review| review.days_left <= pack.contacts.rule().warn_days));
    for (side, reason) in [(Side::Provider, Reason::Promise), (Side::Client, Reason::Step)] {
        let steps = one.in_force().map(|version| version.steps.as_slice()).unwrap_or_default();
        let late = steps.iter().filter(|step| step.side == Some(side) && !one.progress(step).is_over()).filter_map(|step| step.by).filter(|by| *by < today);
        needs.extend(late.min().map(|by| need(reason, by)));
    }
    needs
}

/// An assessment that is due: the first of this time out of work (rule N2), or the next once the last one holds no longer (N6 and N7).
fn assessment(pack: &Pack, told: &[Told], spell: &Spell, today: Date) -> Option<Need> {
    let days = |by: Date| by.days_since(today);
    if let Some(last) = assessments(told).first().filter(|last| last.on >= spell.from) {
        let by = last.holds_until(pack);
        return (days(by) <= pack.contacts.rule().warn_days).then(|| Need { reason: Reason::Reassessment, by, days_left: days(by) });
    }
    // What another system sent says that there was one, and not how long it holds.
    let known = told.iter().any(|told| told.entry.kind == EntryKind::Assessment && told.entry.from >= spell.from);
    let mark = spell.mark(pack.spells.agreement_months, today);
    let due = !known && mark.days_left <= pack.agreement_warn_days;
    due.then_some(Need { reason: Reason::Assessment, by: mark.on, days_left: mark.days_left })
}

#[cfg(test)]
mod tests {
    use super::*;
    use history::entries::Entry;
    use words::{Id, Sensitivity, Time};

    fn told(kind: EntryKind, on: &str, detail: (&str, &str)) -> Told {
        let (id, details) = (Id::from_bytes(&[0; 16]).unwrap(), [(detail.0.to_owned(), detail.1.to_owned())].into());
        let entry = Entry {
            subject: id, id, kind, from: on.parse().unwrap(), to: None, recorded_at: Time::from_micros(0), organisation: String::new(), author: None,
            worker: None, sensitivity: Sensitivity::PERSONAL, corrects: None, source: None, body: String::new(), details,
        };
        Told { entry, earlier: Vec::new() }
    }

    fn on(day: &str, history: &[Told]) -> Vec<(&'static str, String)> {
        needs(&Pack::eu_default().unwrap(), history, day.parse().unwrap()).iter().map(|need| (need.word(), need.by.to_string())).collect()
    }

    /// The domain study, section 8.2, and rules N3 and N8.
    #[test]
    fn who_was_not_met_for_three_months_and_who_has_no_agreement_at_eighteen_is_told_of() {
        let out_of_work = told(EntryKind::Status, "2024-01-31", ("status", "unemployed"));
        let met = told(EntryKind::Meeting, "2025-03-31", ("outcome", "attended"));
        let assessed = told(EntryKind::Assessment, "2025-01-10", ("outcome", "done elsewhere"));
        let both = [out_of_work.clone(), met.clone(), assessed.clone()];
        assert_eq!(on("2025-04-29", &both), []);
        assert_eq!(on("2025-04-30", &both), [("agreement", "2025-07-31".to_owned())]);
        assert_eq!(on("2025-06-16", &both), [("contact", "2025-06-30".to_owned()), ("agreement", "2025-07-31".to_owned())]);
        assert_eq!(on("2025-08-01", &both), [("contact-late", "2025-06-30".to_owned()), ("agreement-late", "2025-07-31".to_owned())]);
        let missed = told(EntryKind::Meeting, "2025-06-20", ("outcome", "no-show"));
        assert_eq!(on("2025-07-01", &[out_of_work.clone(), met, missed])[0], ("contact-late", "2025-06-30".to_owned()));
        let agreed = told(EntryKind::Agreement, "2025-05-02", ("outcome", "signed"));
        assert_eq!(on("2025-06-16", &[out_of_work.clone(), agreed, assessed]), [("contact-late", "2024-04-30".to_owned())]);
        let mut ended = out_of_work;
        ended.entry.to = Some("2025-01-01".parse().unwrap());
        assert_eq!(on("2025-08-01", &[ended]), []);
    }

    /// Rules N2, N6 and N7: at eighteen months at the very latest, and anew after half a year or a year.
    #[test]
    fn who_was_not_assessed_or_not_for_too_long_is_told_of() {
        let out_of_work = told(EntryKind::Status, "2024-01-31", ("status", "unemployed"));
        let met = |on| told(EntryKind::Meeting, on, ("outcome", "attended"));
        let agreed = told(EntryKind::Agreement, "2024-05-02", ("outcome", "signed"));
        let before = told(EntryKind::Assessment, "2023-05-02", ("outcome", "done elsewhere"));
        let none = [out_of_work.clone(), met("2025-03-31"), met("2025-07-30"), agreed.clone(), before];
        assert_eq!((on("2025-04-29", &none), on("2025-07-31", &none)), (vec![], vec![("assessment", "2025-07-31".to_owned())]));
        assert_eq!(on("2025-08-01", &none), [("assessment-late", "2025-07-31".to_owned())]);
        let mut here = told(EntryKind::Assessment, "2025-02-28", ("track", "intensive"));
        here.entry.details.insert("assessment".to_owned(), here.entry.id.to_string());
        let with = |day| vec![out_of_work.clone(), met(day), agreed.clone(), here.clone()];
        assert_eq!(on("2025-08-13", &with("2025-08-13")), []);
        assert_eq!(on("2025-08-14", &with("2025-08-14")), [("reassessment", "2025-08-28".to_owned())]);
        assert_eq!(on("2025-08-29", &with("2025-08-29")), [("reassessment-late", "2025-08-28".to_owned())]);
    }
}

//! What somebody needs, by what their history tells: nobody is parked.

use crate::clocks;
use history::entries::Told;
use office::Pack;
use words::{Date, EntryKind};

/// Why somebody needs something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Nobody has met them since the day, if ever.
    Contact(Option<Date>),
    /// There is no agreement in this time out of work.
    Agreement,
}

/// Something a client needs, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Need {
    pub reason: Reason,
    /// The last day on which all is well.
    pub by: Date,
    /// Days to it; negative once it is past.
    pub days_left: i64,
}

impl Need {
    /// Its word in messages.
    pub fn word(&self) -> &'static str {
        match (self.reason, self.days_left < 0) {
            (Reason::Contact(_), false) => "contact",
            (Reason::Contact(_), true) => "contact-late",
            (Reason::Agreement, false) => "agreement",
            (Reason::Agreement, true) => "agreement-late",
        }
    }
}

/// What somebody needs today, the most urgent first. Who is not out of work needs nothing of this kind.
pub(super) fn needs(pack: &Pack, told: &[Told], today: Date) -> Vec<Need> {
    let Some(spell) = clocks::spell(pack, told, today) else { return Vec::new() };
    let Some(floor) = clocks::floor(pack, told, &spell, today) else { return Vec::new() };
    let mut needs = Vec::new();
    if floor.is_due(pack.contacts.rule()) {
        needs.push(Need { reason: Reason::Contact(floor.last), by: floor.until, days_left: floor.days_left });
    }
    let agreed = told.iter().any(|told| told.entry.kind == EntryKind::Agreement && told.entry.from >= spell.from);
    let mark = spell.mark(pack.spells.agreement_months, today);
    if !agreed && mark.days_left <= pack.agreement_warn_days {
        needs.push(Need { reason: Reason::Agreement, by: mark.on, days_left: mark.days_left });
    }
    needs.sort_by_key(|need| need.days_left);
    needs
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
        let both = [out_of_work.clone(), met.clone()];
        assert_eq!(on("2025-04-29", &both), []);
        assert_eq!(on("2025-04-30", &both), [("agreement", "2025-07-31".to_owned())]);
        assert_eq!(on("2025-06-16", &both), [("contact", "2025-06-30".to_owned()), ("agreement", "2025-07-31".to_owned())]);
        assert_eq!(on("2025-08-01", &both), [("contact-late", "2025-06-30".to_owned()), ("agreement-late", "2025-07-31".to_owned())]);
        let missed = told(EntryKind::Meeting, "2025-06-20", ("outcome", "no-show"));
        assert_eq!(on("2025-07-01", &[out_of_work.clone(), met, missed])[0], ("contact-late", "2025-06-30".to_owned()));
        let agreed = told(EntryKind::Agreement, "2025-05-02", ("outcome", "signed"));
        assert_eq!(on("2025-06-16", &[out_of_work.clone(), agreed]), [("contact-late", "2024-04-30".to_owned())]);
        let mut ended = out_of_work;
        ended.entry.to = Some("2025-01-01".parse().unwrap());
        assert_eq!(on("2025-08-01", &[ended]), []);
    }
}

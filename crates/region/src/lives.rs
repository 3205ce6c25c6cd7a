//! What happens to people: spells of work and of none, and what each agency notes of it.

use chrono::NaiveDate;

use crate::chance::Chance;
use crate::days::{begin, end, later};
use crate::people::Event;

const WORKERS: [&str; 6] = [
    "M. Thornbeck",
    "L. Kalvin",
    "S. Dubrova",
    "P. Harsfal",
    "A. Winford",
    "E. Ostermann",
];
const MEETING_NOTES: [&str; 6] = [
    "Went through vacancies together; two letters to write until next time.",
    "Talked about child care in the afternoons.",
    "Would like to work with people; course options shown.",
    "Applications sent, no answers yet. Keeps going.",
    "Driving licence would open more jobs; costs to be asked.",
    "Good interview last week; waiting to hear.",
];
const VISIT_NOTES: [&str; 5] = [
    "back pain: limits for lifting",
    "check-up, nothing to report",
    "sleeps badly; advised to come again",
    "fit for light work, sitting or standing",
    "knee: physiotherapy, six visits",
];
const COURSES: [&str; 5] = [
    "Office basics",
    "Language for work",
    "Care assistant",
    "Warehouse and forklift",
    "First steps with computers",
];

/// A time in one status; still running when it has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spell {
    pub status: &'static str,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
}

/// Spells one after the other without overlap, the first of them unemployment; long ones are the majority.
pub(crate) fn spells(chance: &mut Chance) -> Vec<Spell> {
    let mut from = later(begin(), chance.between(0, 720));
    let mut status = "unemployed";
    let mut spells = Vec::new();
    loop {
        let days = match status {
            "unemployed" if chance.is(0.75) => chance.between(420, 1_100),
            "unemployed" => chance.between(30, 350),
            "employed" => chance.between(60, 700),
            "inactive" => chance.between(60, 400),
            _ => chance.between(14, 180),
        };
        let to = later(from, days - 1);
        if to >= end() {
            spells.push(Spell {
                status,
                from,
                to: None,
            });
            return spells;
        }
        spells.push(Spell {
            status,
            from,
            to: Some(to),
        });
        from = later(to, 1);
        status = match (status, chance.between(1, 10)) {
            ("unemployed", 1..=5) => "employed",
            ("unemployed", 6..=7) => "training",
            ("unemployed", 8) => "sick",
            ("unemployed", _) => "inactive",
            _ => "unemployed",
        };
    }
}

/// Something noted by any worker, on some day.
pub(crate) fn noted(kind: &'static str, from: NaiveDate, text: &str, chance: &mut Chance) -> Event {
    let delay = if chance.is(0.03) {
        chance.between(40, 200)
    } else {
        chance.between(0, 6)
    };
    let place = chance.place(WORKERS.len());
    let worker = WORKERS.get(place).copied().unwrap_or_default();
    Event {
        kind,
        from,
        delay,
        worker,
        text: text.to_owned(),
        ..Event::default()
    }
}

/// A spell as an agency reports it.
pub(crate) fn status(spell: Spell, delay: i64) -> Event {
    let Spell { status, from, to } = spell;
    Event {
        kind: "status",
        from,
        to,
        delay,
        status,
        worker: "Registry",
        ..Event::default()
    }
}

/// The employment service: every spell, and what is done while there is no work.
pub(crate) fn at_the_employment_service(spells: &[Spell], chance: &mut Chance) -> Vec<Event> {
    let mut events = Vec::new();
    for spell in spells {
        events.push(status(*spell, 0));
        if spell.status != "unemployed" {
            continue;
        }
        let last = spell.to.unwrap_or(end());
        let mut day = later(spell.from, chance.between(7, 30));
        events.extend((day <= last).then(|| {
            noted(
                "assessment",
                day,
                "First assessment: skills, health, what stands in the way.",
                chance,
            )
        }));
        if chance.is(0.6) && later(day, 21) <= last {
            events.push(noted(
                "agreement",
                later(day, 21),
                "Job integration agreement signed: two applications a week, one course.",
                chance,
            ));
        }
        loop {
            day = later(day, chance.between(45, 160));
            if day > last {
                break;
            }
            let note = chance.one(&MEETING_NOTES);
            let mut meeting = noted("meeting", day, note, chance);
            meeting.outcome = if chance.is(0.85) {
                "attended"
            } else {
                "no-show"
            };
            if chance.is(0.02) {
                meeting.corrected = Some((
                    later(day, chance.between(60, 300)),
                    format!("{note} (corrected)"),
                ));
            }
            events.push(meeting);
        }
    }
    events
}

/// The social insurer: jobs and sick leave some weeks late, and benefit periods.
pub(crate) fn at_the_social_insurer(spells: &[Spell], chance: &mut Chance) -> Vec<Event> {
    let mut events = Vec::new();
    for spell in spells {
        match spell.status {
            "employed" | "sick" => events.push(status(*spell, chance.between(14, 60))),
            "unemployed" => {
                let longest = later(spell.from, 269);
                let to = Some(spell.to.map_or(longest, |to| to.min(longest)));
                let amount = Some(u32::try_from(chance.between(520, 1_400)).unwrap_or_default());
                events.push(Event {
                    to,
                    amount,
                    ..noted(
                        "benefit",
                        spell.from,
                        "Unemployment benefit granted.",
                        chance,
                    )
                });
            }
            _ => {}
        }
    }
    events
}

/// The municipality: yearly benefit decisions, and now and then a home.
pub(crate) fn at_the_municipality(opened: NaiveDate, chance: &mut Chance) -> Vec<Event> {
    let mut events = Vec::new();
    let mut day = later(opened.max(begin()), chance.between(0, 300));
    while chance.is(0.6) && day <= end() {
        let granted = chance.is(0.8);
        let outcome = if granted { "granted" } else { "declined" };
        let amount = granted.then(|| u32::try_from(chance.between(90, 420)).unwrap_or_default());
        let text = if granted {
            "Housing allowance for twelve months."
        } else {
            "Income above the limit."
        };
        events.push(Event {
            to: granted.then(|| later(day, 364)),
            amount,
            outcome,
            ..noted("benefit", day, text, chance)
        });
        day = later(day, 365);
    }
    if chance.is(0.15) && day <= end() {
        events.push(Event {
            outcome: "granted",
            ..noted("housing", day, "Moved into a municipal flat.", chance)
        });
    }
    events
}

/// The clinic: visits.
pub(crate) fn at_the_clinic(opened: NaiveDate, chance: &mut Chance) -> Vec<Event> {
    (0..chance.between(1, 4))
        .map(|_| later(opened.max(begin()), chance.between(0, 1_100)))
        .filter(|day| *day <= end())
        .collect::<Vec<_>>()
        .into_iter()
        .map(|day| {
            let note = chance.one(&VISIT_NOTES);
            noted("health", day, note, chance)
        })
        .collect()
}

/// The training organisation: courses begun, attended and ended.
pub(crate) fn at_the_training_ngo(opened: NaiveDate, chance: &mut Chance) -> Vec<Event> {
    let start = later(opened.max(begin()), chance.between(0, 200));
    let place = chance.place(COURSES.len());
    let course = COURSES.get(place).copied().unwrap_or_default();
    let ends = later(start, chance.between(20, 120));
    if start > end() {
        return Vec::new();
    }
    let outcome = if chance.is(0.7) {
        "completed"
    } else {
        "left early"
    };
    let mut events = vec![Event {
        course,
        to: Some(ends),
        outcome,
        ..noted("training", start, "Course begun.", chance)
    }];
    if chance.is(0.5) && later(start, 10) <= end() {
        events.push(Event {
            course,
            outcome: "attended",
            ..noted(
                "training",
                later(start, 10),
                "Present on most days.",
                chance,
            )
        });
    }
    events
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spells_follow_each_other_and_long_unemployment_is_the_majority() {
        let mut chance = Chance::new(3, 3);
        let (mut running, mut long) = (0, 0);
        for _ in 0..1_000 {
            let spells = spells(&mut chance);
            for pair in spells.windows(2) {
                assert_eq!(later(pair[0].to.unwrap(), 1), pair[1].from);
            }
            assert!(spells.last().unwrap().to.is_none());
            let now = spells.last().unwrap();
            if now.status == "unemployed" {
                running += 1;
                long += usize::from((end() - now.from).num_days() >= 364);
            }
        }
        assert!(
            2 * long > running,
            "{long} of {running} out of work have been for a year"
        );
    }
}

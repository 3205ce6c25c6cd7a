//! Which agencies know a person, and how each of them wrote that person down.

use chrono::NaiveDate;

use crate::agencies::Agency;
use crate::chance::Chance;
use crate::days::{day, later};
use crate::lives;
use crate::people::{Case, Event, Person, Record};
use crate::slips::{heard, misdated, misnumbered, mistyped, without_marks};

/// How likely an agency knows someone; together about 2.2 a person.
const SHARES: [(Agency, f64); 5] = [
    (Agency::EmploymentService, 0.62),
    (Agency::Municipality, 0.48),
    (Agency::SocialInsurer, 0.58),
    (Agency::Clinic, 0.28),
    (Agency::TrainingNgo, 0.17),
];
/// How often an agency has the same person twice.
const TWICE: f64 = 0.02;
/// Record numbers are spread over seven digits, so that their order says nothing about who is who.
const NUMBERS: u64 = 8_999_993;
const STRIDE: u64 = 5_678_917;

/// How many records each agency has given a number.
#[derive(Default)]
pub(crate) struct Counters {
    counts: [u64; 5],
}

impl Counters {
    fn key(&mut self, agency: Agency) -> String {
        let number = self.counts.get_mut(agency as usize).map_or(0, |count| {
            *count += 1;
            1_000_000 + (*count * STRIDE + agency as u64 * 77_777) % NUMBERS
        });
        agency.key(number)
    }
}

/// Gives a person their records and what happens under each.
pub(crate) fn join(person: Person, counters: &mut Counters, chance: &mut Chance) -> Case {
    let spells = lives::spells(chance);
    let first = spells.first().map_or(day(2024, 1, 1), |spell| spell.from);
    let mut agencies: Vec<Agency> = SHARES
        .iter()
        .filter(|(_, share)| chance.is(*share))
        .map(|(agency, _)| *agency)
        .collect();
    if agencies.is_empty() {
        agencies.push(Agency::EmploymentService);
    }
    let mut records = Vec::new();
    for agency in agencies {
        let opened = match agency {
            Agency::EmploymentService => first,
            _ => later(day(2019, 1, 1), chance.between(0, 2_700)),
        };
        let mut events = match agency {
            Agency::EmploymentService => lives::at_the_employment_service(&spells, chance),
            Agency::Municipality => lives::at_the_municipality(opened, chance),
            Agency::SocialInsurer => lives::at_the_social_insurer(&spells, chance),
            Agency::Clinic => lives::at_the_clinic(opened, chance),
            Agency::TrainingNgo => lives::at_the_training_ngo(opened, chance),
        };
        let record = written_down(&person, agency, opened, (counters, chance));
        number(&record, &mut events);
        records.push((record, events));
        if chance.is(TWICE) {
            // Registered again by mistake: a second file on which nothing ever happens.
            let again = later(opened, chance.between(100, 900));
            records.push((
                written_down(&person, agency, again, (counters, chance)),
                Vec::new(),
            ));
        }
    }
    Case {
        person,
        records,
        is_cast: false,
    }
}

/// Gives events their keys: the record's number and a running one.
pub(crate) fn number(record: &Record, events: &mut [Event]) {
    let digits: String = record.key.chars().filter(char::is_ascii_digit).collect();
    for (at, event) in events.iter_mut().enumerate() {
        event.key = format!("{digits}-{:03}", at + 1);
    }
}

/// How carefully an agency writes: chance of a slip in a name, in a date, and of a missing personal number.
fn care(agency: Agency) -> (f64, f64, f64) {
    match agency {
        Agency::EmploymentService => (0.04, 0.01, 0.03),
        Agency::Municipality => (0.05, 0.02, 0.25),
        Agency::SocialInsurer => (0.02, 0.005, 0.02),
        Agency::Clinic => (0.06, 0.02, 1.0),
        Agency::TrainingNgo => (0.14, 0.05, 1.0),
    }
}

fn written_down(
    person: &Person,
    agency: Agency,
    opened: NaiveDate,
    (counters, chance): (&mut Counters, &mut Chance),
) -> Record {
    let (name_slip, date_slip, no_number) = care(agency);
    let informal = agency == Agency::TrainingNgo;
    let official = person.given.first().cloned().unwrap_or_default();
    let other = chance.place(person.given.len());
    let mut given = if chance.is(if informal { 0.5 } else { 0.06 }) {
        person.given.get(other).cloned().unwrap_or(official)
    } else if chance.is(0.3) {
        // The second given name is often left out.
        official.split(' ').next().unwrap_or_default().to_owned()
    } else {
        official
    };
    if chance.is(name_slip / 2.0) {
        given = mistyped(&given, chance);
    }
    let family = person.family.on(opened);
    let spelled = match chance.unit() {
        unit if unit < name_slip => Some(mistyped(family, chance)),
        unit if unit < 2.0 * name_slip => Some(heard(family, chance)),
        unit if unit < 2.0 * name_slip + if informal { 0.3 } else { 0.05 } => {
            Some(without_marks(family))
        }
        _ => None,
    };
    let wrong_number = if agency == Agency::Municipality {
        0.03
    } else {
        0.004
    };
    let national_id = person.national_id.clone().filter(|_| !chance.is(no_number));
    Record {
        agency,
        key: counters.key(agency),
        opened,
        given,
        family: spelled,
        birth: if chance.is(date_slip) {
            misdated(person.birth, chance)
        } else {
            person.birth
        },
        national_id: national_id.map(|number| {
            if chance.is(wrong_number) {
                misnumbered(&number, chance)
            } else {
                number
            }
        }),
        phone_style: chance.is(0.8).then(|| {
            if informal {
                chance.place(6)
            } else {
                agency as usize
            }
        }),
        email: chance.is(if informal { 0.7 } else { 0.5 }),
        lag: if chance.is(0.25) {
            10_000
        } else {
            chance.between(0, 120)
        },
    }
}

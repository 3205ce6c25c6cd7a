//! The people everyone meets: written by hand, the same in every region whatever its size.

mod entries;
mod neighbours;
mod stories;

use chrono::NaiveDate;

use crate::agencies::Agency;
use crate::days::{Timeline, day};
use crate::homes::Home;
use crate::lives::Spell;
use crate::memberships::number;
use crate::names::Tradition;
use crate::people::{Case, Event, Person, Record, Sex, national_id};

/// Everyone, always in this order.
pub(crate) fn cast() -> Vec<Case> {
    let mut cases = vec![stories::amira(), stories::bruno(), stories::ilona()];
    cases.extend(neighbours::twins());
    cases.extend(neighbours::father_and_son());
    cases.extend(neighbours::one_number_two_owners());
    cases.extend([
        neighbours::married(),
        neighbours::moved(),
        neighbours::twice_at_one_agency(),
        neighbours::many_spellings(),
        neighbours::back_at_work(),
    ]);
    cases
}

/// A person of the cast before their particulars.
fn someone(
    sex: Sex,
    tradition: Tradition,
    (given, family): (&str, &str),
    birth: NaiveDate,
    serial: i64,
) -> Person {
    Person {
        sex,
        tradition,
        given: given.split('|').map(str::to_owned).collect(),
        family: Timeline::always(family.to_owned()),
        birth,
        national_id: Some(national_id(birth, serial)),
        phone: Timeline::always(format!("99960{serial:07}")),
        email: None,
        home: Timeline::always(Home::at(
            "Lindengasse",
            &(serial % 90 + 1).to_string(),
            "",
            ("1004", "Aldermark"),
        )),
        language: tradition.language().0,
        interpreter: false,
    }
}

/// A record that writes the person down exactly as they are.
fn record(person: &Person, agency: Agency, key: u64, opened: NaiveDate) -> Record {
    let knows_number = !matches!(agency, Agency::Clinic | Agency::TrainingNgo);
    Record {
        agency,
        key: agency.key(key),
        opened,
        given: person.given.first().cloned().unwrap_or_default(),
        family: None,
        birth: person.birth,
        national_id: person.national_id.clone().filter(|_| knows_number),
        phone_style: Some(agency as usize),
        email: true,
        lag: 0,
    }
}

/// Puts a case together and numbers its events.
fn case(person: Person, records: Vec<(Record, Vec<Event>)>) -> Case {
    let mut case = Case {
        person,
        records,
        is_cast: true,
    };
    for (record, events) in &mut case.records {
        number(record, events);
    }
    case
}

//! Eleven more people, each with the one thing that makes them hard to tell apart or keep together.

use super::entries::{noted, status, unemployed_since};
use super::{
    Agency, Case, Event, Home, Record, Sex, Timeline, Tradition, case, day, national_id, record,
    someone,
};
use Agency::{Clinic, EmploymentService, Municipality, SocialInsurer, TrainingNgo};

/// Twins: one birth date, one home, one telephone, numbers one apart.
pub(super) fn twins() -> [Case; 2] {
    [("Rasa", 7_001), ("Rita", 7_002)].map(|(given, serial)| {
        let mut person = someone(
            Sex::Woman,
            Tradition::Lithuanian,
            (given, "Kalvinaitė"),
            day(2001, 8, 30),
            serial,
        );
        person.phone = Timeline::always("999607001700".into());
        person.home = Timeline::always(Home::at("Lantern gatvė", "8", "14", ("4510", "Pilvenai")));
        let number = u64::try_from(serial).unwrap_or_default();
        let service = record(&person, EmploymentService, number, day(2025, 10, 6));
        let insurer = record(&person, SocialInsurer, 70_000 + number, day(2023, 1, 9));
        let periods = vec![Event {
            delay: 30,
            ..status("employed", day(2024, 3, 4), Some(day(2025, 10, 3)))
        }];
        case(
            person,
            vec![
                (service, vec![unemployed_since(day(2025, 10, 6))]),
                (insurer, periods),
            ],
        )
    })
}

/// A father and a son of the same name at the same door, told apart by their birth dates alone at the clinic.
pub(super) fn father_and_son() -> [Case; 2] {
    [(day(1966, 1, 20), 7_101), (day(1995, 1, 20), 7_102)].map(|(birth, serial)| {
        let mut person = someone(
            Sex::Man,
            Tradition::Slavic,
            ("Tadej|Tadek", "Dubronski"),
            birth,
            serial,
        );
        person.home = Timeline::always(Home::at("Ferry ulica", "3", "1", ("4104", "Mirograd")));
        person.phone = Timeline::always("999607101710".into());
        let number = u64::try_from(serial).unwrap_or_default();
        let service = record(&person, EmploymentService, number, day(2025, 1, 13));
        let clinic = record(&person, Clinic, number, day(2024, 6, 3));
        let visit = noted(
            "health",
            day(2024, 6, 3),
            "Dr. Winford",
            "check-up, nothing to report",
        );
        case(
            person,
            vec![
                (service, vec![unemployed_since(day(2025, 1, 13))]),
                (clinic, vec![visit]),
            ],
        )
    })
}

/// A telephone number given up by one woman and handed to another a year later.
pub(super) fn one_number_two_owners() -> [Case; 2] {
    let recycled = "999607201720";
    let mut before = someone(
        Sex::Woman,
        Tradition::Western,
        ("Hester|Hettie", "Brockenford"),
        day(1979, 11, 2),
        7_201,
    );
    before.phone = Timeline::always(recycled.into()).then(day(2025, 2, 1), "999627201999".into());
    let mut after = someone(
        Sex::Woman,
        Tradition::Turkish,
        ("Nesrin", "Karakan"),
        day(1990, 4, 11),
        7_202,
    );
    after.phone = Timeline::always("999637202111".into()).then(day(2026, 2, 1), recycled.into());
    [(before, 7_201), (after, 7_202)].map(|(person, number)| {
        let service = record(&person, EmploymentService, number, day(2024, 9, 2));
        let town = record(&person, Municipality, number, day(2020, 4, 1));
        case(
            person,
            vec![
                (service, vec![unemployed_since(day(2024, 9, 2))]),
                (town, vec![]),
            ],
        )
    })
}

/// A name changed by marriage between two deliveries; the clinic never hears of it.
pub(super) fn married() -> Case {
    let mut person = someone(
        Sex::Woman,
        Tradition::Lithuanian,
        ("Austėja|Austeja", "Balraitė"),
        day(1996, 6, 24),
        7_301,
    );
    person.family =
        Timeline::always("Balraitė".to_owned()).then(day(2025, 6, 14), "Vilgenienė".to_owned());
    let service = record(&person, EmploymentService, 7_301, day(2024, 10, 7));
    let insurer = record(&person, SocialInsurer, 77_301, day(2019, 2, 4));
    let clinic = Record {
        lag: 10_000,
        ..record(&person, Clinic, 7_301, day(2024, 3, 18))
    };
    let visit = noted(
        "health",
        day(2024, 3, 18),
        "Dr. Winford",
        "check-up, nothing to report",
    );
    case(
        person,
        vec![
            (service, vec![unemployed_since(day(2024, 10, 7))]),
            (insurer, vec![]),
            (clinic, vec![visit]),
        ],
    )
}

/// Three homes in three years; every agency has a different one.
pub(super) fn moved() -> Case {
    let mut person = someone(
        Sex::Man,
        Tradition::Western,
        ("Edmund|Eddie", "Steinerhurst"),
        day(1984, 9, 9),
        7_401,
    );
    person.home = Timeline::always(Home::at("Quarryweg", "40", "", ("3105", "Ostermoor")))
        .then(
            day(2025, 4, 1),
            Home::at("Heron Street", "2", "3/1", ("1011", "Aldermark")),
        )
        .then(
            day(2026, 5, 15),
            Home::at("Kiln Street", "77", "", ("5203", "Grunau-Tor")),
        );
    let service = record(&person, EmploymentService, 7_401, day(2024, 11, 4));
    let town = Record {
        lag: 300,
        ..record(&person, Municipality, 7_401, day(2018, 1, 8))
    };
    let insurer = Record {
        lag: 10_000,
        ..record(&person, SocialInsurer, 77_401, day(2018, 6, 1))
    };
    case(
        person,
        vec![
            (service, vec![unemployed_since(day(2024, 11, 4))]),
            (town, vec![]),
            (insurer, vec![]),
        ],
    )
}

/// Registered twice at the employment service, the second time in a hurry.
pub(super) fn twice_at_one_agency() -> Case {
    let person = someone(
        Sex::Man,
        Tradition::Turkish,
        ("Gökhan|Gokhan", "Yılkataş"),
        day(1987, 12, 1),
        7_501,
    );
    let first = record(&person, EmploymentService, 7_501, day(2024, 4, 8));
    let again = Record {
        given: "Gokhan".into(),
        family: Some("Yilkatas".into()),
        national_id: None,
        ..record(&person, EmploymentService, 7_599, day(2026, 1, 12))
    };
    let spells = vec![
        status("unemployed", day(2024, 4, 8), Some(day(2025, 2, 28))),
        status("employed", day(2025, 3, 1), Some(day(2026, 1, 9))),
    ];
    case(
        person,
        vec![
            (first, spells),
            (again, vec![unemployed_since(day(2026, 1, 12))]),
        ],
    )
}

/// One name from another alphabet, spelled differently at every counter.
pub(super) fn many_spellings() -> Case {
    let mut person = someone(
        Sex::Man,
        Tradition::Arabic,
        ("Abdelkarim", "Al-Mansouri"),
        day(1975, 7, 7),
        7_601,
    );
    person.interpreter = true;
    let service = record(&person, EmploymentService, 7_601, day(2025, 5, 5));
    let town = Record {
        given: "Abdul Karim".into(),
        family: Some("Almansuri".into()),
        ..record(&person, Municipality, 7_601, day(2023, 2, 6))
    };
    let school = Record {
        given: "Karim".into(),
        family: Some("Mansouri".into()),
        ..record(&person, TrainingNgo, 761, day(2025, 9, 15))
    };
    // The municipality swapped two digits of the personal number.
    let town = Record {
        national_id: Some(national_id(person.birth, 7_061)),
        ..town
    };
    let course = Event {
        course: "Language for work",
        outcome: "left early",
        to: Some(day(2025, 11, 28)),
        ..noted(
            "training",
            day(2025, 9, 22),
            "E. Ostermann",
            "Course begun.",
        )
    };
    case(
        person,
        vec![
            (service, vec![unemployed_since(day(2025, 5, 5))]),
            (town, vec![]),
            (school, vec![course]),
        ],
    )
}

/// Found work this autumn; only the insurer knows so far.
pub(super) fn back_at_work() -> Case {
    let person = someone(
        Sex::Woman,
        Tradition::Slavic,
        ("Halyna|Galina", "Tkarochuk"),
        day(1981, 3, 3),
        7_701,
    );
    let service = record(&person, EmploymentService, 7_701, day(2025, 2, 10));
    let insurer = record(&person, SocialInsurer, 77_701, day(2022, 8, 1));
    let periods = vec![Event {
        delay: 28,
        ..status("employed", day(2026, 10, 5), None)
    }];
    case(
        person,
        vec![
            (service, vec![unemployed_since(day(2025, 2, 10))]),
            (insurer, periods),
        ],
    )
}

//! Who the people of the cast are.

use super::entries::{met, noted, status, unemployed_since};
use super::{
    Agency, Case, Event, Home, Record, Sex, Timeline, Tradition, case, day, record, someone,
};
use Agency::{Clinic, EmploymentService, Municipality, SocialInsurer, TrainingNgo};

const LENA: &str = "L. Kalvin";

/// Amira Haddad, 34: out of work for 54 weeks, wants to work with children, needs an interpreter for Arabic.
pub(super) fn amira() -> Case {
    let mut person = someone(
        Sex::Woman,
        Tradition::Arabic,
        ("Amira|Ameera", "Haddad"),
        day(1992, 5, 18),
        4_711,
    );
    person.interpreter = true;
    person.email = Some("amira.haddad@post.example".into());
    person.home = Timeline::always(Home::at("Weavergasse", "12", "2/7", ("1007", "Aldermark")));
    let service = record(&person, EmploymentService, 4_711, day(2025, 11, 10));
    let town = record(&person, Municipality, 880, day(2022, 3, 1));
    let school = Record {
        phone_style: Some(3),
        ..record(&person, TrainingNgo, 131, day(2026, 2, 2))
    };
    let course = Event {
        course: "Language for work",
        outcome: "completed",
        to: Some(day(2026, 6, 26)),
        ..noted(
            "training",
            day(2026, 3, 2),
            "E. Ostermann",
            "Course begun; sent by the employment service.",
        )
    };
    let attended = Event {
        course: "Language for work",
        outcome: "attended",
        ..noted(
            "training",
            day(2026, 4, 30),
            "E. Ostermann",
            "Present on 38 of 40 days.",
        )
    };
    let benefit = Event {
        amount: Some(310),
        outcome: "granted",
        to: Some(day(2026, 12, 31)),
        ..noted(
            "benefit",
            day(2026, 1, 8),
            "P. Harsfal",
            "Housing allowance for twelve months.",
        )
    };
    let flat = Event {
        outcome: "granted",
        ..noted(
            "housing",
            day(2026, 8, 17),
            "P. Harsfal",
            "Deposit lent for a flat nearer to the nursery school.",
        )
    };
    case(
        person,
        vec![
            (service, amiras_year()),
            (town, vec![benefit, flat]),
            (school, vec![course, attended]),
        ],
    )
}

/// What the employment service noted about Amira.
fn amiras_year() -> Vec<Event> {
    vec![
        unemployed_since(day(2025, 11, 10)),
        noted(
            "assessment",
            day(2025, 11, 24),
            LENA,
            "Worked in a nursery for four years; certificate not yet recognised.",
        ),
        met(
            day(2026, 1, 19),
            LENA,
            "With an interpreter. Referred to the training organisation for a language course.",
        ),
        met(
            day(2026, 7, 6),
            LENA,
            "Course completed. Recognition of the certificate applied for.",
        ),
        Event {
            outcome: "no-show",
            ..noted(
                "meeting",
                day(2026, 9, 14),
                LENA,
                "Did not come; the letter was not in Arabic.",
            )
        },
        met(
            day(2026, 10, 12),
            LENA,
            "With an interpreter. Referral to a nursery for a trial week talked through.",
        ),
    ]
}

/// Bruno Kertész, 58: a warehouse closed, his back hurts, 70 weeks without work and no agreement yet.
pub(super) fn bruno() -> Case {
    let person = someone(
        Sex::Man,
        Tradition::Hungarian,
        ("Bruno", "Kertész"),
        day(1968, 2, 9),
        5_802,
    );
    let service = record(&person, EmploymentService, 5_802, day(2025, 7, 21));
    let insurer = record(&person, SocialInsurer, 90_215, day(2016, 5, 2));
    let clinic = Record {
        family: Some("Kertesz".into()),
        ..record(&person, Clinic, 3_301, day(2024, 2, 12))
    };
    let done = vec![
        unemployed_since(day(2025, 7, 21)),
        noted(
            "assessment",
            day(2025, 8, 11),
            LENA,
            "Thirty years in warehouses, forklift licence. Health is the open question.",
        ),
        met(
            day(2026, 2, 16),
            LENA,
            "Would like lighter work; waits for word from the clinic.",
        ),
        met(
            day(2026, 8, 31),
            LENA,
            "No agreement yet: what he can lift is still not known here.",
        ),
    ];
    let periods = vec![
        Event {
            delay: 21,
            ..status("employed", day(2023, 11, 6), Some(day(2025, 7, 18)))
        },
        Event {
            amount: Some(980),
            to: Some(day(2026, 4, 16)),
            ..noted(
                "benefit",
                day(2025, 7, 21),
                "Registry",
                "Unemployment benefit granted.",
            )
        },
    ];
    let visits = vec![
        noted(
            "health",
            day(2025, 9, 3),
            "Dr. Winford",
            "back pain: limits for lifting",
        ),
        noted(
            "health",
            day(2026, 9, 22),
            "Dr. Winford",
            "back pain: up to 10 kg, no long standing; fit for lighter work",
        ),
    ];
    case(
        person,
        vec![(service, done), (insurer, periods), (clinic, visits)],
    )
}

/// Ilona Lakatos: three agencies, three spellings, three ways of writing one telephone number, one birth date a digit off.
pub(super) fn ilona() -> Case {
    let mut person = someone(
        Sex::Woman,
        Tradition::Hungarian,
        ("Ilona|Ilonka", "Lakatos"),
        day(1988, 3, 14),
        6_120,
    );
    person.home = Timeline::always(Home::at("Mill utca", "5", "", ("2508", "Harsfalva")));
    let service = record(&person, EmploymentService, 6_120, day(2025, 3, 3));
    let town = Record {
        given: "Ilonka".into(),
        family: Some("Lakatosz".into()),
        ..record(&person, Municipality, 1_204, day(2021, 9, 1))
    };
    // The 1 of the 14th was lost at the counter.
    let school = Record {
        birth: day(1988, 3, 4),
        phone_style: Some(5),
        ..record(&person, TrainingNgo, 202, day(2025, 9, 1))
    };
    let done = vec![
        unemployed_since(day(2025, 3, 3)),
        met(
            day(2025, 6, 2),
            LENA,
            "Looking for part-time work near the school.",
        ),
    ];
    let home = Event {
        outcome: "granted",
        ..noted(
            "housing",
            day(2024, 5, 6),
            "P. Harsfal",
            "Moved into a municipal flat.",
        )
    };
    let course = Event {
        course: "Office basics",
        outcome: "completed",
        to: Some(day(2025, 12, 12)),
        ..noted("training", day(2025, 9, 8), "E. Ostermann", "Course begun.")
    };
    case(
        person,
        vec![(service, done), (town, vec![home]), (school, vec![course])],
    )
}

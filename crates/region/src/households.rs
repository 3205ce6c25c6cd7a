//! Households: who lives together, shares a telephone, bears the same name.

use chrono::NaiveDate;

use crate::chance::Chance;
use crate::days::{Timeline, begin, day, later};
use crate::homes::{Home, phone};
use crate::names::Tradition;
use crate::people::{Person, Sex, national_id};
use crate::slips::without_marks;

/// The people of one home, at most as many as asked for.
pub(crate) fn household(chance: &mut Chance, most: u32) -> Vec<Person> {
    let tradition = Tradition::any(chance);
    let family = tradition.family(chance);
    let mut home = Timeline::always(Home::somewhere(chance));
    if chance.is(0.15) {
        home = home.then(some_day(chance), Home::somewhere(chance));
    }
    let shared_phone = chance.is(0.25).then(|| phone(chance));
    let head = grown_up(tradition, &family, &home, chance);
    let mut people = vec![head];
    match chance.between(1, 100) {
        1..=45 => {}
        46..=75 => people.push(partner(&people, &home, chance)),
        _ => {
            people.push(partner(&people, &home, chance));
            children(&mut people, &family, chance);
        }
    }
    if let Some(number) = shared_phone {
        for person in &mut people {
            person.phone = Timeline::always(number.clone());
        }
    }
    people.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    people
}

fn some_day(chance: &mut Chance) -> NaiveDate {
    later(begin(), chance.between(30, 1_000))
}

fn grown_up(
    tradition: Tradition,
    family: &str,
    home: &Timeline<Home>,
    chance: &mut Chance,
) -> Person {
    let sex = match chance.between(1, 200) {
        1 => Sex::Other,
        2..=100 => Sex::Woman,
        _ => Sex::Man,
    };
    let birth = later(day(1960, 1, 1), chance.between(0, 45 * 365));
    person(tradition, sex, birth, (family, home), chance)
}

fn person(
    tradition: Tradition,
    sex: Sex,
    birth: NaiveDate,
    (family, home): (&str, &Timeline<Home>),
    chance: &mut Chance,
) -> Person {
    let given = tradition.given(sex, chance);
    let own = tradition.borne(family, sex, false);
    let (language, share) = tradition.language();
    let number = Timeline::always(phone(chance));
    let ascii = |name: &str| without_marks(name).to_lowercase().replace([' ', '\''], ".");
    let first = given.first().map(String::as_str).unwrap_or_default();
    let email = format!(
        "{}.{}{}@post.example",
        ascii(first),
        ascii(&own),
        chance.between(1, 99)
    );
    Person {
        sex,
        tradition,
        national_id: chance
            .is(0.93)
            .then(|| national_id(birth, chance.between(0, 9_999))),
        given,
        family: Timeline::always(own),
        birth,
        phone: if chance.is(0.2) {
            number.then(some_day(chance), phone(chance))
        } else {
            number
        },
        email: chance.is(0.55).then_some(email),
        home: home.clone(),
        language,
        interpreter: chance.is(share),
    }
}

/// Someone's wife or husband. Most women take the name, some of them within the three years.
fn partner(people: &[Person], home: &Timeline<Home>, chance: &mut Chance) -> Person {
    let Some(head) = people.first() else {
        return grown_up(Tradition::any(chance), "", home, chance);
    };
    let tradition = if chance.is(0.85) {
        head.tradition
    } else {
        Tradition::any(chance)
    };
    let sex = if head.sex == Sex::Woman {
        Sex::Man
    } else {
        Sex::Woman
    };
    let birth = later(head.birth, chance.between(-2_500, 2_500));
    let own = tradition.family(chance);
    let mut partner = person(tradition, sex, birth, (&own, home), chance);
    if sex == Sex::Woman && chance.is(0.75) {
        let wedding = if chance.is(0.12) {
            some_day(chance)
        } else {
            later(birth, 9_000).min(day(2023, 6, 1))
        };
        let taken = head.tradition.borne(head.family.first(), Sex::Woman, true);
        partner.family = partner.family.then(wedding, taken);
    }
    partner
}

/// Grown-up children who still live at home; now and then twins, or a son with his father's name.
fn children(people: &mut Vec<Person>, family: &str, chance: &mut Chance) {
    let Some(head) = people.first().cloned() else {
        return;
    };
    let birth = later(head.birth, chance.between(20 * 365, 30 * 365));
    // Younger ones go to school and are in nobody's files here.
    if birth > day(2008, 6, 30) {
        return;
    }
    let sex = if chance.is(0.5) { Sex::Woman } else { Sex::Man };
    let mut child = person(head.tradition, sex, birth, (family, &head.home), chance);
    if head.sex == Sex::Man && sex == Sex::Man && chance.is(0.2) {
        child.given = head.given;
    }
    let twins = chance.is(0.08);
    people.push(child);
    if twins || chance.is(0.4) {
        let birth = if twins {
            birth
        } else {
            later(birth, -chance.between(400, 1_500))
        };
        let sex = if twins && chance.is(0.6) {
            sex
        } else if chance.is(0.5) {
            Sex::Woman
        } else {
            Sex::Man
        };
        people.push(person(
            head.tradition,
            sex,
            birth,
            (family, &head.home),
            chance,
        ));
    }
}

//! Status periods become spells of unemployment, and spells have marks: long-term at 12 months, the agreement at 18.

use crate::Date;

/// A time for which a source said somebody was registered unemployed. `to` is the last day; none means still.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day, if it ended.
    pub to: Option<Date>,
}

/// The numbers of a country or programme that turn periods into spells; they stand in the policy pack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SpellRule {
    /// An interruption of at most so many days does not end a spell (domain study 8.1: 28).
    pub longest_break_days: u32,
    /// Full months after which unemployment is long-term (rule N1: 12).
    pub long_term_months: u32,
    /// Full months by which assessment and agreement are due at the very latest (rules N2 and N3: 18).
    pub agreement_months: u32,
}

/// One unbroken time of unemployment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spell {
    /// The first day.
    pub from: Date,
    /// The last day; none when it lasts to this day.
    pub to: Option<Date>,
}

/// A day a spell reaches by lasting: `on` is its date, `passed` whether the day asked about has reached it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Full months of unemployment.
    pub months: u32,
    /// The day they are full.
    pub on: Date,
    /// Days from the day asked about to the mark; zero or negative once reached.
    pub days_left: i64,
}

/// The spells in `periods`, oldest first, as they stood on `today`. Periods may overlap, repeat and come in any
/// order, since several sources report the same unemployment; what begins after `today` is left out and what ends
/// after it is taken as running.
#[must_use]
pub fn spells(periods: &[Period], rule: SpellRule, today: Date) -> Vec<Spell> {
    let mut known: Vec<Period> = periods
        .iter()
        .filter(|p| p.from <= today && p.to.is_none_or(|to| to >= p.from))
        .map(|p| Period { from: p.from, to: p.to.filter(|to| *to < today) })
        .collect();
    known.sort_by_key(|p| (p.from, p.to.is_none(), p.to));
    let mut spells: Vec<Spell> = Vec::new();
    for period in known {
        match spells.last_mut() {
            Some(spell) if joins(spell, period, rule) => {
                spell.to = spell.to.and_then(|end| period.to.map(|to| to.max(end)));
            }
            _ => spells.push(Spell { from: period.from, to: period.to }),
        }
    }
    spells
}

/// Whether `period` carries `spell` on: it overlaps, or the days between them are few enough.
fn joins(spell: &Spell, period: Period, rule: SpellRule) -> bool {
    spell.to.is_none_or(|end| period.from.days_since(end) - 1 <= i64::from(rule.longest_break_days))
}

impl Spell {
    /// Full weeks from the first day to `today`, or to the last day of a spell that ended.
    #[must_use]
    pub fn weeks(&self, today: Date) -> i64 {
        self.until(today).days_since(self.from).max(0) / 7
    }

    /// Full months from the first day to `today`, or to the last day of a spell that ended.
    #[must_use]
    pub fn months(&self, today: Date) -> u32 {
        self.until(today).months_since(self.from)
    }

    /// The day this spell reaches `months`, seen from `today`.
    #[must_use]
    pub fn mark(&self, months: u32, today: Date) -> Mark {
        let on = self.from.plus_months(months);
        Mark { months, on, days_left: on.days_since(today) }
    }

    fn until(&self, today: Date) -> Date {
        self.to.map_or(today, |to| to.min(today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RULE: SpellRule = SpellRule { longest_break_days: 28, long_term_months: 12, agreement_months: 18 };

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn period(from: &str, to: &str) -> Period {
        Period { from: day(from), to: (!to.is_empty()).then(|| day(to)) }
    }

    /// The cohort of the domain study, section 8.1, on 30 June 2025: who, periods, full months expected.
    #[test]
    fn the_worked_cohort_has_the_months_worked_out_by_hand() {
        type Row<'a> = (&'a str, &'a [(&'a str, &'a str)], u32);
        let cohort: &[Row] = &[
            ("P01", &[("2023-10-01", "")], 20),
            ("P02", &[("2023-12-31", "")], 18),
            ("P03", &[("2023-06-01", "")], 24),
            ("P04", &[("2024-06-15", "")], 12),
            ("P05", &[("2022-03-01", "")], 39),
            ("P06", &[("2024-01-10", "")], 17),
            ("P07", &[("2023-11-05", "")], 19),
            ("P09", &[("2025-01-01", "")], 5),
            ("P10", &[("2023-01-15", "")], 29),
            ("P11", &[("2023-12-15", "2024-03-31"), ("2024-04-21", "")], 18),
            ("P12", &[("2023-12-01", "2024-05-01"), ("2024-07-16", "")], 11),
        ];
        let today = day("2025-06-30");
        for (who, periods, months) in cohort {
            let periods: Vec<Period> = periods.iter().map(|(from, to)| period(from, to)).collect();
            let last = *spells(&periods, RULE, today).last().unwrap();
            assert_eq!(last.to, None, "{who} is still unemployed");
            assert_eq!(last.months(today), *months, "{who}");
        }
    }

    #[test]
    fn a_break_of_28_days_carries_on_and_one_of_29_ends_the_spell() {
        let today = day("2025-06-30");
        let short = [period("2024-01-01", "2024-01-31"), period("2024-02-29", "")];
        assert_eq!(spells(&short, RULE, today).len(), 1);
        let long = [period("2024-01-01", "2024-01-31"), period("2024-03-01", "")];
        assert_eq!(spells(&long, RULE, today).len(), 2);
    }

    #[test]
    fn amira_is_unemployed_for_54_weeks_and_three_weeks_past_long_term() {
        let today = day("2026-11-23");
        let spell = spells(&[period("2025-11-10", "")], RULE, today)[0];
        assert_eq!(spell.weeks(today), 54);
        assert_eq!(spell.mark(12, today), Mark { months: 12, on: day("2026-11-10"), days_left: -13 });
        assert_eq!(spell.mark(18, today).on, day("2027-05-10"));
    }

    #[test]
    fn a_spell_is_seen_as_it_stood_on_the_day_asked_about() {
        let periods = [period("2024-01-01", "2024-12-31")];
        let then = spells(&periods, RULE, day("2024-06-30"))[0];
        assert_eq!((then.to, then.months(day("2024-06-30"))), (None, 5));
        assert!(spells(&periods, RULE, day("2023-12-31")).is_empty());
    }

    proptest! {
        #[test]
        fn spells_do_not_depend_on_the_order_or_on_repetition(
            raw in proptest::collection::vec((0i64..2000, proptest::option::of(0i64..400)), 0..12)
        ) {
            let today = Date::EPOCH.plus_days(2100);
            let periods: Vec<Period> = raw.iter().map(|(from, length)| {
                let from = Date::EPOCH.plus_days(*from);
                Period { from, to: length.map(|l| from.plus_days(l)) }
            }).collect();
            let mut twice: Vec<Period> = periods.iter().chain(&periods).copied().collect();
            twice.reverse();
            let found = spells(&periods, RULE, today);
            prop_assert_eq!(&found, &spells(&twice, RULE, today));
            for pair in found.windows(2) {
                let end = pair[0].to.expect("only the last spell is open");
                prop_assert!(pair[1].from.days_since(end) - 1 > 28, "spells lie further apart than the break");
            }
        }
    }
}

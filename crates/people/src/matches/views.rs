//! What the pages of match review show: sides, agreement, and what speaks for and against.

use crate::links::{Evidence, Weighed};
use crate::records::Version;
use web::Shell;

/// One field of two records side by side.
pub(crate) struct Compared {
    /// The field's name in message keys.
    pub field: &'static str,
    pub one: String,
    pub other: String,
    /// `same`, `close`, `differs`, `missing`.
    pub agreement: &'static str,
    /// The level in words, where it says more than the agreement does.
    pub level: Option<String>,
}

/// One line of what speaks for and against.
pub struct Waterfall {
    /// What was compared and how far it agreed, as one phrase.
    pub text: String,
    /// How strongly it speaks, in words.
    pub strength: String,
    /// The bits with their sign.
    pub bits: String,
    /// Whether it speaks for one person.
    pub speaks_for: bool,
    /// The width of its bar, 0 to 100.
    pub width: i64,
}

/// The fields compared, and the comparison each belongs to.
const FIELDS: [(&str, &str); 9] = [
    ("given_name", "given_name"),
    ("family_name", "family_name"),
    ("former_name", ""),
    ("birth_date", "birth_date"),
    ("sex", "sex"),
    ("national_id", "national_id"),
    ("phone", "phone"),
    ("email", "email"),
    ("address", "address"),
];

/// Two records field by field; fields neither says are left out.
pub(super) fn compared(shell: &Shell, one: &Version, other: &Version, evidence: &Evidence) -> Vec<Compared> {
    let value = |version: &Version, field: &str| {
        let said = &version.said;
        match field {
            "address" => said.address(),
            "birth_date" => said.birth_date().map(|born| shell.day(&born)).or_else(|| said.shown(field)),
            "sex" => said.get(field).map(|sex| shell.word("sex", sex)),
            _ => said.shown(field),
        }
        .unwrap_or_default()
    };
    let rows = FIELDS.iter().filter_map(|(field, comparison)| {
        let (one, other) = (value(one, field), value(other, field));
        if one.is_empty() && other.is_empty() {
            return None;
        }
        let level = evidence.weighed.iter().find(|w| w.comparison == *comparison).map(|w| w.level.clone());
        let agreement = agreement(&one, &other, level.as_deref());
        let level = level.filter(|level| !matches!(level.as_str(), "same" | "missing" | "different"));
        Some(Compared { field, one, other, agreement, level })
    });
    rows.collect()
}

fn agreement(one: &str, other: &str, level: Option<&str>) -> &'static str {
    match level {
        _ if one.is_empty() || other.is_empty() => "missing",
        Some("same" | "same_home" | "crowded_home") => "same",
        Some("different" | "age_differs" | "womans_other") => "differs",
        Some("missing") | None if one == other => "same",
        Some("missing") | None => "differs",
        Some(_) => "close",
    }
}

/// What speaks for and against two records, and what it comes to.
pub struct Balance {
    /// Strongest first, then where it began.
    pub lines: Vec<Waterfall>,
    /// Everything together: the lines add up to it, to the last digit shown.
    pub total: Waterfall,
}

/// What speaks for and against. Bits are shown to a tenth; what says nothing to a tenth is left out.
#[must_use]
pub fn balance(shell: &Shell, evidence: &Evidence) -> Balance {
    let parts: Vec<f64> = evidence.weighed.iter().map(|w| w.bits).chain([evidence.prior]).collect();
    let (shares, whole) = tenths(&parts, evidence.bits);
    let says = |w: &Weighed| {
        let what = shell.word("matches-compared", &w.comparison);
        shell.with2("matches-line", &what, &shell.word("matches-level", &w.level))
    };
    let texts = evidence.weighed.iter().map(says).chain([shell.say("matches-prior")]);
    let start = evidence.weighed.len();
    let lines = texts.zip(&shares).enumerate().filter(|(_, (_, tenths))| **tenths != 0).map(|(place, (text, tenths))| {
        let strength = if place == start { shell.say("matches-start") } else { strength(shell, *tenths) };
        line(text, strength, *tenths)
    });
    Balance { lines: lines.collect(), total: line(shell.say("matches-together"), strength(shell, whole), whole) }
}

fn line(text: String, strength: String, tenths: i64) -> Waterfall {
    Waterfall { text, strength, bits: signed(tenths), speaks_for: tenths >= 0, width: (tenths.abs() * 10 / 16).clamp(0, 100) }
}

/// Parts and their whole in tenths, so that the parts add up: each is rounded down, and what is missing then goes to those
/// that lost most by it.
fn tenths(parts: &[f64], whole: f64) -> (Vec<i64>, i64) {
    #[expect(clippy::cast_possible_truncation, reason = "bits are within a few hundred")]
    let in_tenths = |bits: f64| bits as i64;
    let mut shares: Vec<i64> = parts.iter().map(|part| in_tenths((part * 10.0).floor())).collect();
    let whole = in_tenths((whole * 10.0).round());
    let lost = |place: &usize| parts.get(*place).map_or(0.0, |part| part * 10.0 - (part * 10.0).floor());
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| lost(b).total_cmp(&lost(a)));
    let mut missing = whole - shares.iter().sum::<i64>();
    if missing < 0 {
        order.reverse();
    }
    for place in order.iter().cycle().take(parts.len() * 100) {
        if missing == 0 {
            break;
        }
        if let Some(share) = shares.get_mut(*place) {
            *share += missing.signum();
            missing -= missing.signum();
        }
    }
    (shares, whole)
}

/// Tenths of a bit with a sign that is read as one, and one decimal.
fn signed(tenths: i64) -> String {
    format!("{}{}.{}", if tenths < 0 { "−" } else { "+" }, tenths.abs() / 10, tenths.abs() % 10)
}

/// What the bits come to, as a page shows them.
pub(super) fn bits_shown(evidence: &Evidence) -> String {
    signed(tenths(&[evidence.bits], evidence.bits).1)
}

fn strength(shell: &Shell, tenths: i64) -> String {
    let size = match tenths.abs() {
        0..10 => "slightly",
        10..40 => "plainly",
        40..80 => "strongly",
        _ => "very-strongly",
    };
    shell.say(&format!("matches-{size}-{}", if tenths < 0 { "against" } else { "for" }))
}

/// The verdict in a word of message keys, by the bits of linkage: `likely`, `even`, `unlikely`.
pub(super) fn verdict(bits: f64) -> &'static str {
    match bits {
        b if b >= 1.0 => "likely",
        b if b > -1.0 => "even",
        _ => "unlikely",
    }
}

/// What two records have in common and what not, in sentences for somebody who has never heard of weights.
pub(super) fn sentences(shell: &Shell, rows: &[Compared]) -> Vec<String> {
    let row = |field: &str| rows.iter().find(|row| row.field == field);
    let mut said = vec![about_names(shell, row("given_name"), row("family_name"))];
    if let Some(born) = row("birth_date") {
        said.push(match born.agreement {
            "missing" => shell.say("pair-born-missing"),
            "same" => shell.with("pair-born-same", &born.one),
            other => shell.with2(&format!("pair-born-{other}"), &born.one, &born.other),
        });
    }
    for agreement in ["same", "close", "differs"] {
        let told = |row: &&Compared| row.agreement == agreement && !matches!(row.field, "given_name" | "family_name" | "birth_date");
        let field = |row: &Compared| match row.level.as_deref().filter(|_| agreement == "close") {
            Some(level) => shell.with2("pair-part", &shell.word("field", row.field), &shell.word("matches-level", level)),
            None => shell.word("field", row.field),
        };
        let fields: Vec<String> = rows.iter().filter(told).map(field).collect();
        if !fields.is_empty() {
            said.push(shell.with(&format!("pair-{agreement}"), &shell.list(&fields)));
        }
    }
    said
}

fn about_names(shell: &Shell, given: Option<&Compared>, family: Option<&Compared>) -> String {
    let parts: Vec<&Compared> = [given, family].into_iter().flatten().collect();
    let whole = |side: fn(&Compared) -> &String| parts.iter().map(|row| side(row).as_str()).filter(|n| !n.is_empty()).collect::<Vec<_>>().join(" ");
    let (one, other) = (whole(|row| &row.one), whole(|row| &row.other));
    let any = |agreement: &str| parts.iter().any(|row| row.agreement == agreement);
    match () {
        () if one.is_empty() || other.is_empty() => shell.say("pair-nameless"),
        () if any("differs") => shell.with2("pair-otherwise-called", &one, &other),
        () if any("close") || any("missing") => shell.with2("pair-nearly-called", &one, &other),
        () => shell.with("pair-called", &one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::Arc;

    fn shell() -> Shell {
        Shell::new(Arc::new(web::Texts::load().unwrap()), "en", words::Time::from_micros(0), false)
    }

    #[test]
    fn two_records_are_told_in_sentences() {
        let row = |field, one: &str, other: &str, agreement| Compared { field, one: one.into(), other: other.into(), agreement, level: None };
        let rows = [
            row("given_name", "Ilona", "Ilona", "same"), row("family_name", "Lakatos", "Lakatos", "same"),
            row("birth_date", "14 March 1988", "14 March 1988", "same"), row("phone", "1", "2", "differs"), row("email", "", "x", "missing"),
        ];
        assert_eq!(sentences(&shell(), &rows).join(" "), "Both are called Ilona Lakatos. Both were born on 14 March 1988. Different: Phone.");
    }

    proptest! {
        #[test]
        fn what_is_shown_adds_up_to_what_is_shown(parts in proptest::collection::vec(-2_500i32..2_500, 1..14), slip in -4i32..5) {
            let parts: Vec<f64> = parts.into_iter().map(|hundredths| f64::from(hundredths) / 100.0).collect();
            // Kept evidence is rounded part by part, so that its whole may be some hundredths off.
            let whole = parts.iter().sum::<f64>() + f64::from(slip) / 100.0;
            let (shares, tenths) = tenths(&parts, whole);
            prop_assert_eq!(shares.iter().sum::<i64>(), tenths);
            for (share, part) in shares.iter().zip(&parts) {
                prop_assert!((f64::from(i32::try_from(*share).unwrap()) - part * 10.0).abs() < 2.0, "{} shown as {}", part, share);
            }
        }
    }

    #[test]
    fn agreement_is_a_word() {
        assert_eq!(agreement("Ilona", "", Some("missing")), "missing");
        assert_eq!(agreement("Ilona", "Ilonka", Some("form")), "close");
        assert_eq!(agreement("1988-03-14", "1988-03-14", Some("same")), "same");
        assert_eq!(agreement("a", "b", Some("different")), "differs");
        assert_eq!(agreement("a", "b", None), "differs");
    }
}

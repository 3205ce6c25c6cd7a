//! What the pages of match review show: sides, agreement, and what speaks for and against.

use crate::links::Evidence;
use crate::records::Version;
use web::Shell;

/// One field of two records side by side.
pub(super) struct Compared {
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
pub(super) fn compared(one: &Version, other: &Version, evidence: &Evidence) -> Vec<Compared> {
    let value = |version: &Version, field: &str| {
        let said = &version.said;
        if field == "address" { said.address() } else { said.shown(field) }.unwrap_or_default()
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

/// What speaks for and against, strongest first, then where it began. Bits are shown to a tenth.
#[must_use]
pub fn waterfall(shell: &Shell, evidence: &Evidence) -> Vec<Waterfall> {
    let line = |text: String, bits: f64, start: bool| Waterfall {
        text,
        strength: if start { shell.say("matches-start") } else { strength(shell, bits) },
        bits: signed(bits),
        speaks_for: bits >= 0.0,
        #[expect(clippy::cast_possible_truncation, reason = "clamped to 0..=100 first")]
        width: (bits.abs() / 16.0 * 100.0).clamp(0.0, 100.0).round() as i64,
    };
    let mut lines: Vec<Waterfall> = evidence
        .weighed
        .iter()
        .map(|w| {
            let what = shell.word("matches-compared", &w.comparison);
            line(shell.with2("matches-line", &what, &shell.word("matches-level", &w.level)), w.bits, false)
        })
        .collect();
    lines.push(line(shell.say("matches-prior"), evidence.prior, true));
    lines
}

/// Bits with a sign that is read as one, and one decimal.
pub(super) fn signed(bits: f64) -> String {
    format!("{}{:.1}", if bits < 0.0 { "−" } else { "+" }, bits.abs())
}

fn strength(shell: &Shell, bits: f64) -> String {
    let size = match bits.abs() {
        b if b < 1.0 => "slightly",
        b if b < 4.0 => "plainly",
        b if b < 8.0 => "strongly",
        _ => "very-strongly",
    };
    shell.say(&format!("matches-{size}-{}", if bits < 0.0 { "against" } else { "for" }))
}

/// The verdict in a word of message keys, by the bits of linkage: `likely`, `even`, `unlikely`.
pub(super) fn verdict(bits: f64) -> &'static str {
    match bits {
        b if b >= 1.0 => "likely",
        b if b > -1.0 => "even",
        _ => "unlikely",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_is_a_word() {
        assert_eq!(agreement("Ilona", "", Some("missing")), "missing");
        assert_eq!(agreement("Ilona", "Ilonka", Some("form")), "close");
        assert_eq!(agreement("1988-03-14", "1988-03-14", Some("same")), "same");
        assert_eq!(agreement("a", "b", Some("different")), "differs");
        assert_eq!(agreement("a", "b", None), "differs");
    }
}

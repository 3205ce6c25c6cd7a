//! What every reader asks of a value: that it is text, not too long, and no formula.

use super::{Limits, Refusal, Row, RowReason, RowRefusal};

/// Characters of a faulty value that are shown.
const SHOWN: usize = 60;

/// Puts a row together, or refuses it for the first value that may not come in.
pub(super) fn checked_row(
    number: u64,
    values: Vec<String>,
    columns: &[String],
    limits: &Limits,
) -> Result<Row, Refusal> {
    let faulty = values
        .iter()
        .enumerate()
        .find_map(|(at, value)| fault(value, limits).map(|reason| (at, reason)));
    match faulty {
        None => Ok(Row { number, values }),
        Some((at, reason)) => Err(Refusal::Row(RowRefusal {
            number,
            field: columns.get(at).cloned(),
            value: values.get(at).map(|value| shorten(value)),
            reason,
            raw: cut(&values.join("\t"), limits.bytes_per_row).to_owned(),
        })),
    }
}

/// What is wrong with a value, if anything.
pub(super) fn fault(value: &str, limits: &Limits) -> Option<RowReason> {
    if value.len() > limits.bytes_per_value {
        return Some(RowReason::ValueTooLong {
            limit: limits.bytes_per_value,
        });
    }
    // Nearly every value is plain ASCII and needs no look at its characters.
    if value.bytes().any(|byte| !(b' '..0x7f).contains(&byte)) {
        for letter in value.chars() {
            match letter {
                '\0' => return Some(RowReason::ZeroByte),
                // The decoder puts this where bytes made no sense. Sent as such, a letter was lost before us.
                '\u{fffd}' => return Some(RowReason::Undecodable),
                '\t' | '\n' | '\r' => {}
                // C1 controls are what single-byte encodings make of bytes they do not define.
                '\u{80}'..='\u{9f}' => return Some(RowReason::Undecodable),
                letter if letter.is_control() => return Some(RowReason::ControlCharacter),
                _ => {}
            }
        }
    }
    is_formula(value).then_some(RowReason::Formula)
}

/// Whether a spreadsheet would calculate this value rather than show it.
fn is_formula(value: &str) -> bool {
    let start = value.trim_start_matches([' ', '\t', '\r', '\n']);
    match start.as_bytes().first() {
        Some(b'=' | b'@') => true,
        Some(b'+' | b'-') => !is_number_or_phone(start),
        _ => false,
    }
}

/// Signed numbers and telephone numbers start like formulas but calculate nothing. So does a lone dash.
fn is_number_or_phone(value: &str) -> bool {
    let exponent = |letter: char| matches!(letter, 'e' | 'E') && value.parse::<f64>().is_ok();
    value.chars().all(|letter| {
        letter.is_ascii_digit() || " \u{a0}+-.,()/%'".contains(letter) || exponent(letter)
    })
}

/// A value as far as it is worth showing.
pub(super) fn shorten(value: &str) -> String {
    let clean = |letter: char| if letter.is_control() { ' ' } else { letter };
    let mut shown: String = value.chars().take(SHOWN).map(clean).collect();
    if value.chars().nth(SHOWN).is_some() {
        shown.push('\u{2026}');
    }
    shown
}

/// The start of a text, at most `bytes` long, cut between characters.
pub(super) fn cut(text: &str, bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(bytes)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_phones_and_dashes_are_no_formulas() {
        for plain in [
            "-12,5",
            "+36 30 123-4567",
            "+1 (555) 123/45",
            "-",
            "1e5",
            "-1.5e-3",
            "a=b",
            "x@y.example",
            "",
        ] {
            assert_eq!(fault(plain, &Limits::default()), None, "{plain:?}");
        }
    }

    #[test]
    fn whatever_a_spreadsheet_would_calculate_is_a_formula() {
        for formula in [
            "=1+1",
            "@SUM(A1)",
            "+cmd|' /C calc'!A0",
            "-2+3+A1",
            "\t=1",
            "\r@x",
            " =1",
            "+e1",
        ] {
            assert_eq!(
                fault(formula, &Limits::default()),
                Some(RowReason::Formula),
                "{formula:?}"
            );
        }
    }

    #[test]
    fn shortened_values_keep_whole_characters() {
        assert_eq!(shorten(&"é".repeat(100)).chars().count(), SHOWN + 1);
        assert_eq!(cut("éé", 3), "é");
    }
}

//! Codes of the moment: six digits from a shared secret and the time, the picture another device reads the secret from, and
//! recovery codes. Pure.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use totp_rs::{Builder, Totp, TotpError};
use words::Time;

/// What a phone shows as the place these codes are for.
const ISSUER: &str = "Throughline";
/// Letters and digits that nobody takes for another: no 0 and o, no 1, i and l.
const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";

fn totp(secret: &[u8], name: &str) -> Result<Totp, TotpError> {
    // A colon would end the name in the address that phones read.
    let name = name.replace(':', " ");
    // One step to either side is accepted: a phone's clock may be half a minute off.
    Builder::new().with_secret(secret.to_vec()).with_issuer(Some(ISSUER)).with_account_name(name).build()
}

/// The number of the half minute whose code this is, when that lies at most one from `now`.
pub(super) fn step(secret: &[u8], digits: &str, now: Time) -> Result<Option<i64>, TotpError> {
    let seconds = u64::try_from(now.micros() / 1_000_000).unwrap_or(0);
    Ok(totp(secret, "x")?.check(digits, seconds).and_then(|step| i64::try_from(step).ok()))
}

/// The secret as a picture to be read by a phone's camera: SVG without a style of its own.
pub(super) fn picture(secret: &[u8], name: &str) -> Result<String, String> {
    let address = totp(secret, name).and_then(|totp| totp.to_url()).map_err(|e| e.to_string())?;
    let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|e| e.to_string())?;
    let picture = code.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
    // Inside a page the declaration of a file of its own would be text.
    Ok(picture.find("<svg").map_or(String::new(), |start| picture[start..].to_owned()))
}

/// The secret to be typed by hand, in groups of four.
pub(super) fn typed(secret: &[u8]) -> String {
    let letters = totp_rs::Secret::from(secret.to_vec()).to_base32();
    let letters: Vec<char> = letters.chars().filter(|c| *c != '=').collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// A recovery code of twelve letters, 59 bits of chance.
pub(super) fn recovery_code(chance: u128) -> String {
    let mut left = chance;
    let mut code = String::with_capacity(14);
    for place in 0..12 {
        if place == 4 || place == 8 {
            code.push('-');
        }
        let letter = usize::try_from(left % 31).unwrap_or(0);
        left /= 31;
        code.push(LETTERS.get(letter).copied().map_or('a', char::from));
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B.
    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Time {
        Time::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037")] {
            assert_eq!(step(SECRET, code, at(seconds)).unwrap(), Some(seconds / 30), "{seconds}");
            assert_eq!(step(SECRET, code, at(seconds + 30)).unwrap(), Some(seconds / 30), "half a minute late");
            assert_eq!(step(SECRET, code, at(seconds + 90)).unwrap(), None, "too late");
        }
        assert_eq!(step(SECRET, "abcdef", at(59)).unwrap(), None);
    }

    #[test]
    fn the_picture_and_the_letters_say_the_secret() {
        let picture = picture(SECRET, "jana:novak").unwrap();
        assert!(picture.starts_with("<svg") && picture.ends_with("</svg>") && !picture.contains("style"), "{}", &picture[..200]);
        assert_eq!(typed(SECRET), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    #[test]
    fn recovery_codes_are_read_aloud_without_mistakes() {
        let code = recovery_code(0x1234_5678_9abc_def0_1234_5678_9abc_def0);
        assert_eq!(code.len(), 14);
        assert!(code.split('-').all(|part| part.len() == 4));
        assert!(!code.contains(['0', 'o', '1', 'l', 'i']));
    }
}

//! Names in one spelling: lower case, Latin letters, no accents, no punctuation.

/// Folds a name so that its common spellings become one: `Müller-Šimonytė` gives `muller simonyte`.
///
/// Latin letters lose their accents, Cyrillic, Greek and basic Arabic letters are written in Latin ones, apostrophes vanish,
/// all other punctuation becomes a single space. Letters of other scripts stay as they are, in lower case. Folding twice changes nothing.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut gap = false;
    for letter in name.chars() {
        if is_silent(letter) {
            continue;
        }
        let before = folded.len();
        if gap && before > 0 {
            folded.push(' ');
        }
        let start = folded.len();
        push_letter(&mut folded, letter);
        if folded.len() > start {
            gap = false;
        } else {
            folded.truncate(before);
            gap = gap || !is_dropped(letter);
        }
    }
    folded
}

/// Apostrophes, combining accents and the Arabic vowel marks: they never part a word.
fn is_silent(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | 'ʹ' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{640}')
}

/// Letters that are written in no Latin letter.
fn is_dropped(letter: char) -> bool {
    matches!(letter, 'ъ' | 'Ъ' | 'ь' | 'Ь' | 'ع' | 'ء')
}

fn push_letter(out: &mut String, letter: char) {
    match letter {
        'a'..='z' | '0'..='9' => out.push(letter),
        'A'..='Z' => out.push(letter.to_ascii_lowercase()),
        _ if letter.is_ascii() => {}
        _ if is_dropped(letter) => {}
        _ => {
            for lower in letter.to_lowercase() {
                match latin(lower).or_else(|| other_script(lower)) {
                    Some(text) => out.push_str(text),
                    None if lower.is_alphanumeric() => out.push(lower),
                    None => {}
                }
            }
        }
    }
}

fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ậ' | 'ắ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ẽ' | 'ế' | 'ề' | 'ệ' | 'ə' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ' | 'ố' | 'ồ' | 'ộ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' | 'ẞ' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

fn other_script(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'α' | 'ά' | 'ا' | 'أ' | 'آ' | 'إ' | 'ى' => "a",
        'б' | 'ب' => "b",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'γ' => "g",
        'д' | 'δ' | 'د' | 'ض' => "d",
        'е' | 'ё' | 'э' | 'є' | 'ε' | 'έ' | 'ѐ' => "e",
        'ж' => "zh",
        'з' | 'ζ' | 'ز' | 'ظ' => "z",
        'и' | 'і' | 'ι' | 'ί' | 'η' | 'ή' | 'ϊ' | 'ΐ' => "i",
        'ї' => "yi",
        'й' | 'ы' | 'ي' | 'ی' | 'ئ' => "y",
        'к' | 'κ' | 'ك' | 'ک' => "k",
        'л' | 'λ' | 'ل' => "l",
        'м' | 'μ' | 'م' => "m",
        'н' | 'ν' | 'ن' => "n",
        'о' | 'ο' | 'ό' | 'ω' | 'ώ' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' | 'ر' => "r",
        'с' | 'σ' | 'ς' | 'س' | 'ص' => "s",
        'т' | 'τ' | 'ت' | 'ط' => "t",
        'у' | 'ў' => "u",
        'ф' | 'φ' | 'ف' => "f",
        'х' | 'خ' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' | 'ش' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        'θ' | 'ث' => "th",
        'ξ' => "x",
        'υ' | 'ύ' | 'ϋ' | 'ΰ' => "y",
        'χ' => "ch",
        'ψ' => "ps",
        'ح' | 'ه' | 'ة' => "h",
        'ج' => "j",
        'ذ' => "dh",
        'غ' => "gh",
        'ق' => "q",
        'و' | 'ؤ' => "w",
        _ => return None,
    })
}

/// The sound of a folded name, coarsely: spellings that differ only by transliteration become one.
///
/// `sh`, `sch` and `s`, `ch` and `c`, `ks` and `x`, `y`, `j` and `i`, `w` and `v`, `ae` and `a` are the same; double letters are single.
pub(crate) fn sound(folded: &str) -> String {
    let bytes = folded.as_bytes();
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&letter) = bytes.get(at) {
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        let (written, used): (u8, usize) = match (letter, next) {
            (b's', b'c') if bytes.get(at + 2) == Some(&b'h') => (b's', 3),
            (b's' | b'z' | b'c' | b't' | b'g' | b'k', b'h') => (letter, 2),
            (b's' | b'c', b'z') => (letter, 2),
            (b't', b's' | b'z') => (b'c', 2),
            (b'p', b'h') => (b'f', 2),
            (b'k', b's') => (b'x', 2),
            (b'c', b'k') => (b'k', 2),
            (b'a' | b'o' | b'u', b'e') => (letter, 2),
            (b'y' | b'j', _) => (b'i', 1),
            (b'w', _) => (b'v', 1),
            (b'q', _) => (b'k', 1),
            (b'h', _) if at > 0 => (0, 1),
            (b' ', _) => (0, 1),
            _ => (letter, 1),
        };
        if written != 0 && out.last() != Some(&written) {
            out.push(written);
        }
        at += used;
    }
    String::from_utf8(out).unwrap_or_else(|_| folded.to_owned())
}

/// Endings by which one family name is worn by wife, daughter, husband and son, longest first.
const FAMILY_ENDINGS: [&str; 34] = [
    "iukyte", "uviene", "auskaite", "iute", "aite", "yte", "ute", "iene", "aitis", "skaya", "skaia", "ska", "sky", "ski", "skis", "skas", "cka",
    "cki", "ova", "eva", "ina", "ene", "aja", "aya", "ius", "ov", "ev", "in", "as", "is", "ys", "us", "os", "is",
];

/// The part of a folded family name that stays when its bearer's sex changes: `rimkute` and `rimkus` give `rimk`.
pub(crate) fn family_stem(folded: &str) -> &str {
    for ending in FAMILY_ENDINGS {
        if let Some(root) = folded.strip_suffix(ending) {
            let keep = match ending {
                "ska" | "sky" | "ski" | "skis" | "skas" | "skaya" | "skaia" | "cka" | "cki" => root.len() + 2,
                "auskaite" => root.len() + 4,
                _ => root.len(),
            };
            if root.len() >= 3 {
                return folded.get(..keep).unwrap_or(folded);
            }
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_case_and_punctuation_do_not_matter() {
        assert_eq!(fold("Żukauskaitė"), "zukauskaite");
        assert_eq!(fold("  O’Brien-ŁUKASZ  "), "obrien lukasz");
        assert_eq!(fold("Groß"), "gross");
        assert_eq!(fold("Zoe\u{308}"), "zoe");
    }

    #[test]
    fn other_scripts_are_written_in_latin_letters() {
        assert_eq!(fold("Ольга Шевченко"), "olga shevchenko");
        assert_eq!(fold("Γιώργος"), "giorgos");
        assert_eq!(fold("محمد"), "mhmd");
        assert_eq!(fold("山田"), "山田");
    }

    #[test]
    fn transliterations_sound_the_same() {
        for (one, other) in [("Aurelija", "Aureliya"), ("Šarūnas", "Sharunas"), ("Aleksandra", "Alexandra"), ("Schmidt", "Shmidt")] {
            assert_eq!(sound(&fold(one)), sound(&fold(other)), "{one} {other}");
        }
        assert_ne!(sound("petras"), sound("povilas"));
    }

    #[test]
    fn wife_daughter_and_husband_share_a_stem() {
        assert_eq!(family_stem("rimkute"), family_stem("rimkus"));
        assert_eq!(family_stem("kaminskaite"), family_stem("kaminskas"));
        assert_eq!(family_stem("kowalska"), family_stem("kowalski"));
        assert_eq!(family_stem("ivanova"), family_stem("ivanov"));
        assert_eq!(family_stem("lis"), "lis");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(name in "\\PC{0,30}") {
            let once = fold(&name);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn sound_and_stem_never_panic(name in "\\PC{0,30}") {
            let folded = fold(&name);
            let _ = sound(&folded);
            let _ = family_stem(&folded);
        }
    }
}

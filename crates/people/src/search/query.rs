//! What somebody typed into the search box, told apart into names, dates, years, numbers and addresses.

use super::tokens::{self, DATE, EMAIL};
use words::Date;

/// One thing that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A word of a name, folded.
    Name(String),
    /// A whole birth date.
    Born(Date),
    /// A birth year; of two digits the last century's or this one's, both are looked for.
    BornIn(Vec<i32>),
    /// The end of a phone, personal or case number: its token, back to front.
    Number(String),
    /// An e-mail address.
    Email(String),
}

/// What was typed, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The terms; at most eight are looked at.
    pub terms: Vec<Term>,
}

impl Query {
    /// Tells a typed text apart. `today` decides which two-digit years can be birth years.
    #[must_use]
    pub fn read(text: &str, today: Date) -> Query {
        let text: String = text.chars().take(200).collect();
        let words = text.split([' ', ',', ';', '\u{a0}', '\t']).map(str::trim).filter(|word| !word.is_empty());
        let terms = words.flat_map(|word| term(word, today)).take(8).collect();
        Query { terms }
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

fn term(word: &str, today: Date) -> Vec<Term> {
    const FORMS: [&str; 6] = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%y", "%d/%m/%y"];
    if word.contains('@') {
        return vec![Term::Email(format!("{EMAIL}{}", word.to_lowercase()))];
    }
    if let Ok(date) = Date::read(word, &FORMS.map(str::to_owned), today) {
        return vec![Term::Born(date)];
    }
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if digits == word.len() && let Some(years) = years(word, today) {
        return vec![Term::BornIn(years)];
    }
    if digits >= 4 {
        return tokens::number(word).map(Term::Number).into_iter().collect();
    }
    tokens::words(word).into_iter().map(Term::Name).collect()
}

/// The birth years a number can mean: `1988`, `88`.
fn years(digits: &str, today: Date) -> Option<Vec<i32>> {
    let year: i32 = digits.parse().ok()?;
    let possible = |year: &i32| (today.year() - 120..=today.year()).contains(year);
    let years: Vec<i32> = match digits.len() {
        2 => [1900 + year, 2000 + year].into_iter().filter(possible).collect(),
        4 => vec![year].into_iter().filter(possible).collect(),
        _ => return None,
    };
    (!years.is_empty()).then_some(years)
}

impl Term {
    /// The token this term leads to, or the beginning of it; none for names, which are looked for by spelling.
    pub(super) fn beginning(&self) -> Vec<String> {
        match self {
            Term::Name(_) => Vec::new(),
            Term::Born(date) => vec![format!("{DATE}{date}")],
            Term::BornIn(years) => years.iter().map(|year| format!("{DATE}{year}-")).collect(),
            Term::Number(token) | Term::Email(token) => vec![token.clone()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Term> {
        Query::read(text, "2026-11-23".parse().unwrap()).terms
    }

    fn name(word: &str) -> Term {
        Term::Name(word.to_owned())
    }

    #[test]
    fn what_is_typed_is_told_apart() {
        assert_eq!(read("lakatos ilonka 88"), [name("lakatos"), name("ilonka"), Term::BornIn(vec![1988])]);
        assert_eq!(read("Kertész, Brunó"), [name("kertesz"), name("bruno")]);
        assert_eq!(read("14.3.1988"), [Term::Born("1988-03-14".parse().unwrap())]);
        assert_eq!(read("00789"), [Term::Number("#98700".to_owned())]);
        assert_eq!(read("A.Haddad@example.org"), [Term::Email("@a.haddad@example.org".to_owned())]);
        assert_eq!(read("ES-0004711"), [Term::Number("#1174000".to_owned())]);
        assert_eq!(read("  ,, "), []);
    }
}

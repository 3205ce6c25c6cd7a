//! Which of the people found comes first, and why each was found.

use super::query::{Query, Term};
use crate::records::Version;
use std::collections::BTreeSet;
use words::Id;

/// Somebody who was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Their client.
    pub client: Id,
    /// How well what was typed fits, 0 to 1.
    pub score: f64,
    /// Why, in the order of what was typed.
    pub why: Vec<Why>,
    /// Their records as they stand.
    pub records: Vec<Version>,
}

/// Why somebody was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A name as typed.
    Name(String),
    /// A name that begins as typed.
    Begins(String),
    /// A name spelt a little otherwise.
    Spelt(String),
    /// A pet form or other form of the name typed.
    Form(String),
    /// The birth date.
    Born,
    /// The birth year.
    BornIn,
    /// The end of a number.
    Number,
    /// The e-mail address.
    Email,
}

impl Why {
    /// The word of this reason in message keys.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Why::Name(_) => "name",
            Why::Begins(_) => "begins",
            Why::Spelt(_) => "spelt",
            Why::Form(_) => "form",
            Why::Born => "born",
            Why::BornIn => "born-in",
            Why::Number => "number",
            Why::Email => "email",
        }
    }

    /// The name it was found by, for the reasons that have one.
    #[must_use]
    pub fn token(&self) -> &str {
        match self {
            Why::Name(token) | Why::Begins(token) | Why::Spelt(token) | Why::Form(token) => token,
            Why::Born | Why::BornIn | Why::Number | Why::Email => "",
        }
    }
}

/// How a name that was typed fits a name that is kept: 1 for the same, less the further apart; and why.
pub(super) fn fit(typed: &str, kept: &str) -> Option<(f64, Why)> {
    let kept_owned = || kept.to_owned();
    if typed == kept {
        return Some((1.0, Why::Name(kept_owned())));
    }
    if kept.starts_with(typed) && typed.chars().count() >= 2 {
        return Some((0.9, Why::Begins(kept_owned())));
    }
    let alike = linkage::similarity(typed, kept);
    match alike {
        0.9.. => Some((alike * 0.95, Why::Spelt(kept_owned()))),
        _ if linkage::same_given_name(typed, kept) => Some((0.85, Why::Form(kept_owned()))),
        0.8.. => Some((alike * 0.95, Why::Spelt(kept_owned()))),
        _ => None,
    }
}

/// Weighs one client's records against the query. None when too little of what was typed is there: all of one or two
/// terms, all but one of more.
pub(super) fn weigh(query: &Query, client: Id, records: Vec<Version>, tokens: &BTreeSet<String>) -> Option<Found> {
    let (mut sum, mut fits, mut why) = (0.0, 0, Vec::new());
    for term in &query.terms {
        let best = match term {
            Term::Name(typed) => {
                let names = tokens.iter().filter(|t| t.starts_with(char::is_alphanumeric));
                names.filter_map(|kept| fit(typed, kept)).max_by(|a, b| a.0.total_cmp(&b.0))
            }
            other => marked(other, tokens),
        };
        if let Some((weight, reason)) = best {
            sum += weight;
            fits += 1;
            why.push(reason);
        }
    }
    let asked = query.terms.len();
    let enough = if asked <= 2 { asked } else { asked - 1 };
    if fits < enough || fits == 0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "at most eight terms")]
    let score = sum / asked as f64;
    Some(Found { client, score, why, records })
}

fn marked(term: &Term, tokens: &BTreeSet<String>) -> Option<(f64, Why)> {
    let beginnings = term.beginning();
    let fits = tokens.iter().any(|token| beginnings.iter().any(|b| token.starts_with(b.as_str())));
    let why = match term {
        Term::Born(_) => Why::Born,
        Term::BornIn(_) => Why::BornIn,
        Term::Email(_) => Why::Email,
        Term::Number(_) | Term::Name(_) => Why::Number,
    };
    fits.then_some((1.0, why))
}

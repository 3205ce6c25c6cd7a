//! Other people's names in a text: two words that stand side by side and that somebody we serve is called by.

use super::store::called;
use db::{DbError, Tx};
use rights::Permit;
use std::collections::BTreeMap;
use words::Id;

/// So many different pairs of words are looked up for one answer.
const MOST: usize = 4000;

/// The names, as they are written in these texts, that belong to people other than the client: word for word a given and a family name of
/// somebody, and not also the client's own. Names of one word are not found.
///
/// # Errors
/// What the database says.
pub async fn others_named(tx: &mut Tx, permit: &Permit, texts: &[&str], own: Id) -> Result<Vec<String>, DbError> {
    let pairs: BTreeMap<&str, [String; 2]> = texts.iter().flat_map(|text| pairs(text)).collect();
    let mut named = Vec::new();
    for (written, [one, other]) in pairs.iter().take(MOST) {
        let clients = called(tx, permit, [one, other]).await?;
        if !clients.is_empty() && !clients.contains(&own) {
            named.push((*written).to_owned());
        }
    }
    Ok(named)
}

/// Each two words side by side that may be a name: neither begins with a small letter. As written, and as they are searched by.
fn pairs(text: &str) -> Vec<(&str, [String; 2])> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = letter.is_alphanumeric() || matches!(letter, '-' | '’' | '\'');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    let name = |(from, to): (usize, usize)| {
        let word = text.get(from..to)?;
        let begins = word.chars().next()?;
        let folded = linkage::fold(word).split(|c: char| !c.is_alphanumeric()).next().map(str::to_owned)?;
        (begins.is_alphabetic() && !begins.is_lowercase() && !folded.is_empty()).then_some(folded)
    };
    let beside = |a: (usize, usize), b: (usize, usize)| text.get(a.1..b.0).is_some_and(|between| between.chars().all(|c| c == ' ' || c == '\u{a0}'));
    let both = words.windows(2).filter_map(|two| match *two {
        [a, b] if beside(a, b) => Some((text.get(a.0..b.1)?, [name(a)?, name(b)?])),
        _ => None,
    });
    both.collect()
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn what_may_be_a_name_is_found_in_every_script() {
        let found = |text| pairs(text).into_iter().map(|(written, _)| written.to_owned()).collect::<Vec<_>>();
        assert_eq!(found("Came with Boris Lakatos, her neighbour. Will return."), ["Boris Lakatos"]);
        assert_eq!(found("Anna Maria Novak-Bíró"), ["Anna Maria", "Maria Novak-Bíró"]);
        assert_eq!(found("جاءت مع"), ["جاءت مع"]);
        assert_eq!(found("in May 2026. Then"), Vec::<String>::new());
    }
}

//! Pattern mining and graph alignment: colours of refinement find people who stand alone in both registers, frequent tokens are
//! aligned by rank, and what is aligned pulls its neighbours along (after Narayanan and Shmatikov, 2009, and Vidanage et al., 2020).

use crate::victims::{Encoded, Said};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Rounds of refinement: how far a person's neighbourhood is looked at.
const ROUNDS: usize = 4;
/// Rounds in which aligned tokens align people and aligned people align tokens.
const SPREADS: usize = 12;
/// Tokens of each column that are aligned by rank to begin with.
const RANKED: usize = 10;

/// For each encoded person the place of a plain one.
pub fn attack(secret: &Encoded, plain: &Encoded) -> Vec<Option<usize>> {
    let (theirs, ours) = (colours(secret), colours(plain));
    let mut guess = unique(&theirs, &ours);
    let mut tokens = ranked(secret, plain);
    for _ in 0..SPREADS {
        align_tokens(secret, plain, &guess, &mut tokens);
        guess = align_people(secret, plain, &tokens, &guess);
    }
    at_random(&theirs, &ours, guess)
}

/// Only what each person's own tokens are: a guess among those who have the same.
pub fn same_tokens(secret: &Encoded, plain: &Encoded) -> Vec<Option<usize>> {
    let (theirs, ours): (Vec<u64>, Vec<u64>) = (secret.iter().map(hashed).collect(), plain.iter().map(hashed).collect());
    at_random(&theirs, &ours, vec![None; secret.len()])
}

fn hashed(what: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

/// Weisfeiler and Lehman: a person's colour is the colours of their tokens, a token's those of its people.
fn colours(set: &Encoded) -> Vec<u64> {
    let mut people = vec![0_u64; set.len()];
    for _ in 0..ROUNDS {
        let mut tokens: HashMap<Said, Vec<u64>> = HashMap::new();
        for (colour, said) in people.iter().zip(set) {
            for token in said {
                tokens.entry(*token).or_default().push(*colour);
            }
        }
        let coloured: HashMap<Said, u64> = tokens.into_iter().map(|(token, mut all)| { all.sort_unstable(); (token, hashed(all)) }).collect();
        for (colour, said) in people.iter_mut().zip(set) {
            let mut around: Vec<(usize, u64)> = said.iter().map(|token| (token.0, coloured[token])).collect();
            around.sort_unstable();
            *colour = hashed((*colour, around));
        }
    }
    people
}

/// People whose colour nobody shares, in either register.
fn unique(secret: &[u64], plain: &[u64]) -> Vec<Option<usize>> {
    let (theirs, ours) = (classes(secret), classes(plain));
    secret.iter().map(|colour| match (theirs[colour].len(), ours.get(colour).map(Vec::as_slice)) {
        (1, Some([only])) => Some(*only),
        _ => None,
    }).collect()
}

fn classes(colours: &[u64]) -> HashMap<u64, Vec<usize>> {
    let mut classes: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, colour) in colours.iter().enumerate() {
        classes.entry(*colour).or_default().push(at);
    }
    classes
}

type Aligned = HashMap<Said, Said>;

/// The most frequent tokens of each column, aligned by rank as far as they stand out.
fn ranked(secret: &Encoded, plain: &Encoded) -> Aligned {
    let (theirs, ours) = (by_frequency(secret), by_frequency(plain));
    let mut aligned = Aligned::new();
    for (column, tokens) in &theirs {
        let Some(known) = ours.get(column) else { continue };
        for ((count, token), (plain_count, plain_token)) in tokens.iter().zip(known).take(RANKED) {
            if *count > 3 && *plain_count > 3 {
                aligned.insert(*token, *plain_token);
            }
        }
    }
    aligned
}

/// How often a token stands in a set.
type Counted = (usize, Said);

fn by_frequency(set: &Encoded) -> HashMap<usize, Vec<Counted>> {
    let mut counts: HashMap<Said, usize> = HashMap::new();
    for token in set.iter().flatten() {
        *counts.entry(*token).or_default() += 1;
    }
    let mut columns: HashMap<usize, Vec<Counted>> = HashMap::new();
    for (token, count) in counts {
        columns.entry(token.0).or_default().push((count, token));
    }
    for tokens in columns.values_mut() {
        tokens.sort_unstable_by(|a, b| b.cmp(a));
    }
    columns
}

/// A token is the one that most of its aligned people have in the same column.
fn align_tokens(secret: &Encoded, plain: &Encoded, guess: &[Option<usize>], aligned: &mut Aligned) {
    let mut votes: HashMap<Said, HashMap<u64, usize>> = HashMap::new();
    for (said, guess) in secret.iter().zip(guess) {
        let Some(known) = guess.map(|at| &plain[at]) else { continue };
        for token in said {
            for other in known.iter().filter(|other| other.0 == token.0) {
                *votes.entry(*token).or_default().entry(other.1).or_default() += 1;
            }
        }
    }
    for (token, votes) in votes {
        if let Some((best, _)) = votes.into_iter().max_by_key(|(token, votes)| (*votes, *token)) {
            aligned.insert(token, (token.0, best));
        }
    }
}

/// A person is the one who has most of the aligned tokens, rare ones before frequent ones, if one stands out.
fn align_people(secret: &Encoded, plain: &Encoded, aligned: &Aligned, before: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut having: HashMap<Said, Vec<usize>> = HashMap::new();
    for (at, said) in plain.iter().enumerate() {
        for token in said {
            having.entry(*token).or_default().push(at);
        }
    }
    let find = |(said, before): (&Vec<Said>, &Option<usize>)| {
        let mut scores: HashMap<usize, f64> = HashMap::new();
        for token in said.iter().filter_map(|token| aligned.get(token)) {
            let people = having.get(token).map_or(&[][..], Vec::as_slice);
            for at in people {
                *scores.entry(*at).or_default() += (plain.len() as f64 / people.len() as f64).ln();
            }
        }
        let mut scores: Vec<(f64, usize)> = scores.into_iter().map(|(at, score)| (score, at)).collect();
        scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        match scores.as_slice() {
            [(best, at)] if *best > 0.0 => Some(*at),
            [(best, at), (next, _), ..] if best > next => Some(*at),
            _ => *before,
        }
    };
    secret.iter().zip(before).map(find).collect()
}

/// Whoever is left is guessed among the plain people of the same colour, each taken once.
fn at_random(secret: &[u64], plain: &[u64], guess: Vec<Option<usize>>) -> Vec<Option<usize>> {
    let mut left = classes(plain);
    guess.into_iter().zip(secret).map(|(guess, colour)| guess.or_else(|| left.get_mut(colour)?.pop())).collect()
}

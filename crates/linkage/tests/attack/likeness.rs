//! Similarity-graph matching: everybody's likeness to everybody else is the same under any encoding that keeps likeness, so people
//! are recognised by how alike they are to others (after Culnane, Rubinstein and Teague, 2017, and Vidanage et al., 2020).

use crate::victims::{Encoded, Said};
use rayon::prelude::*;

/// How many of the highest likenesses describe a person before anybody is recognised.
const DESCRIBED_BY: usize = 60;
/// Rounds in which those who are recognised best describe the others.
const ROUNDS: usize = 8;

/// For each encoded person the place of a plain one.
pub fn attack(secret: &Encoded, plain: &Encoded) -> Vec<Option<usize>> {
    let (theirs, ours) = (likenesses(secret), likenesses(plain));
    let profile = |row: &Vec<f32>| {
        let mut row = row.clone();
        row.sort_by(|a, b| b.total_cmp(a));
        row.truncate(DESCRIBED_BY);
        row
    };
    let (mut described, mut known): (Vec<Vec<f32>>, Vec<Vec<f32>>) = (theirs.iter().map(profile).collect(), ours.iter().map(profile).collect());
    let mut guesses = nearest(&described, &known);
    for round in 1..=ROUNDS {
        let mut sure: Vec<(f32, usize, usize)> = guesses.iter().enumerate().map(|(at, (guess, margin))| (*margin, at, *guess)).collect();
        sure.sort_by(|a, b| b.0.total_cmp(&a.0));
        sure.truncate((secret.len() * round / ROUNDS / 2).max(20));
        described = theirs.iter().map(|row| sure.iter().map(|(_, at, _)| row[*at]).collect()).collect();
        known = ours.iter().map(|row| sure.iter().map(|(_, _, guess)| row[*guess]).collect()).collect();
        guesses = nearest(&described, &known);
    }
    guesses.into_iter().map(|(guess, _)| Some(guess)).collect()
}

/// Dice's coefficient of everybody with everybody.
fn likenesses(set: &Encoded) -> Vec<Vec<f32>> {
    let alike = |one: &Vec<Said>, other: &Vec<Said>| {
        let (mut a, mut b, mut both) = (0, 0, 0);
        while a < one.len() && b < other.len() {
            match one[a].cmp(&other[b]) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => { both += 1; a += 1; b += 1; }
            }
        }
        2.0 * both as f32 / (one.len() + other.len()).max(1) as f32
    };
    set.par_iter().map(|one| set.iter().map(|other| alike(one, other)).collect()).collect()
}

/// For each described person the nearest known one, and by how much it is nearer than the second.
fn nearest(described: &[Vec<f32>], known: &[Vec<f32>]) -> Vec<(usize, f32)> {
    let find = |one: &Vec<f32>| {
        let (mut best, mut at, mut second) = (f32::MAX, 0, f32::MAX);
        for (place, other) in known.iter().enumerate() {
            let apart: f32 = one.iter().zip(other).map(|(a, b)| (a - b).abs()).sum();
            if apart < best {
                (second, best, at) = (best, apart, place);
            } else if apart < second {
                second = apart;
            }
        }
        (at, second - best)
    };
    described.par_iter().map(find).collect()
}

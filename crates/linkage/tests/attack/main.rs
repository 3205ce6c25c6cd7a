//! The dictionary attack on encodings, by somebody without the key: who holds an encoded register and a plain one of the same
//! people, and looks for the same frequencies and the same neighbourhoods in both.
//!
//! `THROUGHLINE_ATTACK_PEOPLE=20000 cargo test --release -p linkage --test attack -- --nocapture` prints the figures of docs/without-names.md.
//! The attack is tried on two encodings that are known to fall, so that its failure on ours says something.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it fails")]

mod alignment;
mod likeness;
mod register;
mod victims;

use register::{Person, two_registers};
use std::sync::LazyLock;
use victims::Encoded;

/// People in the invented region; about two thirds of them are in the register that is attacked.
fn people() -> u32 {
    std::env::var("THROUGHLINE_ATTACK_PEOPLE").ok().and_then(|words| words.parse().ok()).unwrap_or(1_000)
}

static REGISTER: LazyLock<Vec<Person>> = LazyLock::new(|| register::of_region(people()));

/// The share re-identified when `overlap` of the encoded people stand in the attacker's register.
fn attacked(name: &str, overlap: f64, encode: impl Fn(&[Person], u8) -> Encoded, attack: impl Fn(&Encoded, &Encoded) -> Vec<Option<usize>>, most: usize) -> f64 {
    let (secret, plain) = two_registers(&REGISTER, overlap, most);
    // The attacker knows how encodings are made and makes them from the plain register, under a key of their own.
    let guesses = attack(&encode(&secret, 1), &encode(&plain, 2));
    let right = guesses.iter().zip(&secret).filter(|(guess, person)| guess.is_some_and(|at| plain[at].key == person.key)).count();
    let share = right as f64 / secret.len() as f64;
    println!("{name:<40} overlap {:>3.0} %: {right:>5} of {} re-identified, {:.3} %", overlap * 100.0, secret.len(), share * 100.0);
    share
}

#[test]
fn the_attack_on_frequencies_and_graphs_breaks_hashed_fields_and_fails_on_ours() {
    for overlap in [1.0, 0.7, 0.3] {
        let all = usize::MAX;
        let fields = attacked("alignment, each field hashed", overlap, victims::hashed_fields, alignment::attack, all);
        let bare = attacked("alignment, our tokens not hardened", overlap, victims::not_hardened, alignment::attack, all);
        let ours = attacked("alignment, ours", overlap, victims::ours, alignment::attack, all);
        assert!(ours <= 0.01, "{ours} re-identified at overlap {overlap}");
        assert!(ours <= bare + 0.01);
        assert!(overlap < 1.0 || fields >= 0.5, "the attack is too weak to say anything: {fields} of hashed fields fell");
    }
}

#[test]
fn the_attack_on_likeness_breaks_bloom_filters_and_fails_on_ours() {
    // The attack compares everybody with everybody.
    let most = (people() as usize / 2).min(1_500);
    for overlap in [1.0, 0.3] {
        let bloom = attacked("likeness, Bloom filters", overlap, victims::bloom_filters, likeness::attack, most);
        let ours = attacked("likeness, ours", overlap, victims::ours, likeness::attack, most);
        assert!(ours <= 0.01, "{ours} re-identified at overlap {overlap}");
        assert!(overlap < 1.0 || bloom >= 0.5, "the attack is too weak to say anything: {bloom} of Bloom filters fell");
    }
}

/// Whoever matches two sets without the key sees in which columns two rows agree, and so guesses what a person's record leaves out.
/// There are few ways to leave things out: this finds a couple of dozen people, however many there are.
#[test]
fn whoever_matches_for_others_recognises_only_those_whose_record_lacks_what_no_other_lacks() {
    let seen = |people: &[Person], key: u8| if key == 1 { victims::agreeing(people) } else { victims::stated(people) };
    let share = attacked("agreement, ours, seen by a third party", 1.0, seen, alignment::same_tokens, usize::MAX);
    assert!(share * REGISTER.len() as f64 <= 40.0, "{share} re-identified");
}

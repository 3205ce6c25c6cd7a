//! What may break a rule, since when, and why. Short, and only ever shorter.

use super::RULES;
use crate::repository::Repository;

/// An exception to one rule.
struct Exception {
    /// The rule's name.
    rule: &'static str,
    /// The file, function, crate or key that is excepted.
    what: &'static str,
    /// Since when, and why.
    why: &'static str,
}

const EXCEPTIONS: &[Exception] = &[Exception {
    rule: "names_say_what_a_thing_is",
    what: "Helper",
    why: "2026-11-22: on the client page a helper is somebody who works with the client",
}];

/// Whether `what` may break `rule`.
pub fn excepted(rule: &str, what: &str) -> bool {
    EXCEPTIONS.iter().any(|exception| exception.rule == rule && exception.what == what)
}

/// Exceptions whose rule is kept again, which have to go.
pub fn idle(repository: &Repository) -> Vec<String> {
    let mut broken = Vec::new();
    for (name, rule) in RULES {
        broken.extend(rule(repository).into_iter().map(|complaint| (*name, complaint.what)));
    }
    let idle = EXCEPTIONS.iter().filter(|e| !broken.iter().any(|(rule, what)| *rule == e.rule && what == e.what));
    let says = |e: &Exception| {
        format!("{} keeps the rule again: take its exception ({}) out of xtask/src/tidy/exceptions.rs", e.what, e.why)
    };
    idle.map(says).collect()
}

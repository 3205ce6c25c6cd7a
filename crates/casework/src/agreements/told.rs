//! The entries of an agreement in words, for the file of the client and the copy of it.

use crate::assessments::Said;
use crate::text;
use history::entries::Entry;
use office::Pack;
use office::packs::Side;
use web::Shell;
use words::{Date, EntryKind};

/// The details of an entry that tells of an agreement made here, in words: goals and steps in their order. `None` when it was not made here.
#[must_use]
pub fn told(shell: &Shell, pack: &Pack, entry: &Entry) -> Option<Vec<Said>> {
    entry.details.get("agreement").filter(|_| entry.kind == EntryKind::Agreement)?;
    let mut details: Vec<(&String, &String)> = entry.details.iter().collect();
    details.sort_by_key(|(name, _)| (name.split_once('.').map_or(0, |(key, _)| key.len()), name.as_str()));
    let said = |(name, value): (&String, &String)| {
        let (label, words) = match name.split_once('.') {
            Some((key, part)) => {
                let what = if key.starts_with('g') { "agreement-goal-number" } else { "agreement-step-number" };
                let row = shell.with(what, key.get(1..).unwrap_or_default());
                (shell.with2("assessment-part", &row, &shell.word("agreement-part", part)), words(shell, pack, (part, value)))
            }
            None if matches!(name.as_str(), "agreement" | "assessment" | "outcome") => return None,
            None if name == "side" => (shell.say("agreement-part-signer"), words(shell, pack, (name, value))),
            None => (shell.word("agreement-part", name), words(shell, pack, (name, value))),
        };
        Some(Said { name: name.clone(), value: value.clone(), label, words })
    };
    Some(details.into_iter().filter_map(said).collect())
}

/// What changed in words: each part of it, which a dot sets apart.
pub(super) fn changed(shell: &Shell, pack: &Pack, what: &str, said: &str) -> String {
    if let Some(words) = words(shell, pack, (what, said)).filter(|_| matches!(what, "aim" | "track" | "answers" | "review")) {
        return words;
    }
    let part = |part: &str| match part.parse::<Date>() {
        Ok(day) => shell.day(&day),
        Err(_) if part.parse::<Side>().is_ok() => shell.word("agreement-side", part),
        Err(_) => part.to_owned(),
    };
    said.split(" · ").map(part).collect::<Vec<_>>().join(" · ")
}

/// A value in words; none where somebody wrote it themselves.
fn words(shell: &Shell, pack: &Pack, (part, value): (&str, &str)) -> Option<String> {
    let dimension = |id: &str| pack.dimension(id).map_or(id, |one| text(shell, &one.title)).to_owned();
    let offered = |id: &str| pack.agreement.offer.iter().find(|one| one.id == id).map_or(id, |one| text(shell, &one.text)).to_owned();
    match part {
        "by" | "review" => value.parse::<Date>().ok().map(|day| shell.day(&day)),
        "side" | "author" => Some(shell.word("agreement-side", value)),
        "how" => Some(shell.word("agreement-how", value)),
        "progress" => Some(shell.word("agreement-progress", value)),
        "aim" => Some(shell.word("assessment-goal", value)),
        "track" => Some(shell.word("assessment-track", value)),
        "answers" => Some(shell.list(&value.split_whitespace().map(dimension).collect::<Vec<_>>())),
        "offer" => Some(value.split_whitespace().map(offered).collect::<Vec<_>>().join(" ")),
        "goal" | "step" | "version" => Some(value.trim_start_matches(['g', 's']).to_owned()),
        _ => None,
    }
}

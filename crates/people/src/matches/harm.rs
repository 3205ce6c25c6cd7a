//! What linking two clients would disclose to whom: the reason why some doubtful pairs come before others. Pure.

use history::entries::Amount;
use office::Pack;
use office::organisations::Titles;
use rights::{Role, Showing, usual_facts};
use std::collections::BTreeSet;
use web::Shell;
use words::{EntryKind, Sensitivity, stored_words};

stored_words! {
    /// How much harm a wrong link would do, the worst first.
    Grade {
        /// Special categories would become known, or somebody protected would.
        Grave = "grave",
        /// Confidential notes would be read, or a name alone betrays something.
        Serious = "serious",
        /// More organisations would see personal entries.
        Some = "some",
        /// Nobody would see more than they see now.
        Little = "little",
    }
}

/// One side of a pair: the client as it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    /// The organisations that have a record of it.
    pub organisations: BTreeSet<String>,
    /// Those of whom somebody sits in its case team: they read as whoever keeps a record does.
    pub teams: BTreeSet<String>,
    /// How much of what they have recorded.
    pub amounts: Vec<Amount>,
    /// Whether its file is hidden from ordinary search.
    pub protected: bool,
}

/// Something that would become visible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Disclosure {
    pub grade: Grade,
    /// Whose entries; without kinds, that it knows the person at all.
    pub owner: String,
    pub kinds: Vec<EntryKind>,
    /// Whether they could be read, or only be known to exist.
    pub whole: bool,
    /// The organisations that would see more.
    pub to: Vec<String>,
}

/// What a link would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Harm {
    pub grade: Grade,
    pub protected: bool,
    /// The worst first.
    pub disclosures: Vec<Disclosure>,
}

/// What linking these two would do.
pub(super) fn harm(pack: &Pack, one: &Side, other: &Side, titles: &Titles) -> Harm {
    let mut disclosures = [disclosed(pack, one, other, titles), disclosed(pack, other, one, titles)].concat();
    disclosures.sort_by_key(|d| (d.grade, d.kinds.is_empty(), !d.whole, d.owner.clone()));
    let protected = one.protected || other.protected;
    let grade = if protected { Grade::Grave } else { disclosures.first().map_or(Grade::Little, |worst| worst.grade) };
    Harm { grade, protected, disclosures }
}

/// What those who know only `to` would see of `from`.
fn disclosed(pack: &Pack, from: &Side, to: &Side, titles: &Titles) -> Vec<Disclosure> {
    let reads = |side: &Side, o: &String| side.organisations.contains(o) || side.teams.contains(o);
    let newcomers: Vec<&String> = to.organisations.union(&to.teams).filter(|o| !reads(from, o)).collect();
    if newcomers.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Disclosure> = Vec::new();
    for amount in &from.amounts {
        for whole in [true, false] {
            let showing = if whole { Showing::Whole } else { Showing::Restricted };
            let sees = |o: &&&String| {
                let role = role_at(titles, o);
                let grounds = pack.grounds.unasked(titles.get(o).map_or("", |o| o.kind.as_str()));
                let shown = pack.rules.shows(role, &usual_facts(role, grounds), amount.kind, amount.sensitivity, **o == &amount.organisation);
                shown == showing || (!whole && shown == Showing::Conclusion)
            };
            let to: Vec<String> = newcomers.iter().filter(sees).map(|o| (*o).clone()).collect();
            if !to.is_empty() {
                add(&mut found, Disclosure { grade: graded(amount.sensitivity, whole), owner: amount.organisation.clone(), kinds: vec![amount.kind], whole, to });
            }
        }
    }
    for owner in from.organisations.difference(&to.organisations) {
        let sensitive = titles.get(owner).is_some_and(|o| o.sensitive);
        // Who sees entries knows by them whose they are.
        if sensitive || !found.iter().any(|d| d.owner == *owner) {
            let grade = if sensitive { Grade::Serious } else { Grade::Some };
            let to = newcomers.iter().map(|o| (*o).clone()).collect();
            found.push(Disclosure { grade, owner: owner.clone(), kinds: Vec::new(), whole: true, to });
        }
    }
    found
}

/// Adds one to those that say the same of other kinds.
fn add(found: &mut Vec<Disclosure>, new: Disclosure) {
    let alike = |d: &&mut Disclosure| (d.grade, &d.owner, d.whole, &d.to) == (new.grade, &new.owner, new.whole, &new.to);
    match found.iter_mut().find(alike) {
        Some(known) => {
            known.kinds.extend(new.kinds);
            known.kinds.sort_unstable();
            known.kinds.dedup();
        }
        None => found.push(new),
    }
}

/// Who reads at an organisation: the employment service has the counsellors, everybody else is a partner.
fn role_at(titles: &Titles, organisation: &str) -> Role {
    let service = titles.get(organisation).is_some_and(|o| o.kind == "employment-service");
    if service { Role::Counsellor } else { Role::Partner }
}

fn graded(level: Sensitivity, whole: bool) -> Grade {
    match (level, whole) {
        (Sensitivity::SPECIAL, _) => Grade::Grave,
        (Sensitivity::CONFIDENTIAL, true) => Grade::Serious,
        _ => Grade::Some,
    }
}

/// One disclosure as a sentence.
pub(super) fn sentence(shell: &Shell, titles: &Titles, disclosure: &Disclosure) -> String {
    let to: Vec<&str> = disclosure.to.iter().map(|o| titles.title(o)).collect();
    let (owner, to) = (titles.title(&disclosure.owner), shell.list(&to));
    if disclosure.kinds.is_empty() {
        return shell.with2("matches-harm-knows", owner, &to);
    }
    let kinds: Vec<String> = disclosure.kinds.iter().map(|kind| shell.word("entry-kind", kind.word())).collect();
    let key = if disclosure.whole { "matches-harm-reads" } else { "matches-harm-exists" };
    shell.with3(key, [owner, &shell.list(&kinds), &to])
}

/// The reason for a grade in one sentence.
pub(super) fn reason(shell: &Shell, titles: &Titles, harm: &Harm) -> String {
    match harm.disclosures.first() {
        _ if harm.protected => shell.say("matches-harm-protected"),
        Some(worst) => sentence(shell, titles, worst),
        None => shell.say("matches-harm-nobody"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use office::Organisation;
    use words::Id;

    fn pack() -> Pack {
        Pack::eu_default().unwrap()
    }

    fn titles() -> Titles {
        let of = |id: &str, sensitive| Organisation { id: id.into(), title: id.into(), kind: id.into(), sensitive };
        Titles::of(vec![of("employment-service", false), of("municipality", false), of("clinic", true)])
    }

    fn side(organisations: &[&str], amounts: &[(EntryKind, &str, i64)]) -> Side {
        let subject = Id::from_bytes(&[1; 16]).unwrap();
        let amount = |(kind, organisation, level): &(EntryKind, &str, i64)| Amount {
            subject, kind: *kind, organisation: (*organisation).into(), sensitivity: Sensitivity::new(*level), entries: 1,
        };
        Side { organisations: organisations.iter().map(|o| (*o).to_owned()).collect(), amounts: amounts.iter().map(amount).collect(), ..Side::default() }
    }

    #[test]
    fn a_clinics_health_notes_become_known_to_the_other_sides_organisations() {
        let harm = harm(&pack(), &side(&["clinic"], &[(EntryKind::Health, "clinic", 4)]), &side(&["municipality", "employment-service"], &[]), &titles());
        assert_eq!(harm.grade, Grade::Grave);
        let worst = &harm.disclosures[0];
        assert_eq!((worst.owner.as_str(), worst.kinds.as_slice(), worst.whole), ("clinic", [EntryKind::Health].as_slice(), false));
        assert_eq!(worst.to, ["employment-service", "municipality"]);
    }

    #[test]
    fn confidential_notes_are_serious_for_who_may_read_them() {
        let housing = side(&["municipality"], &[(EntryKind::Housing, "municipality", 3)]);
        let grade = |to: &[&str]| harm(&pack(), &housing, &side(to, &[]), &titles()).grade;
        assert_eq!(grade(&["employment-service"]), Grade::Serious, "a counsellor reads them");
        assert_eq!(grade(&["municipality"]), Grade::Little, "nobody sees more");
        assert_eq!(grade(&["clinic"]), Grade::Serious, "a clinic's name betrays something by itself");
    }

    #[test]
    fn the_organisation_of_a_member_of_the_case_team_would_see_more_too() {
        let told = side(&["employment-service"], &[(EntryKind::Meeting, "employment-service", 2)]);
        let helped = |teams: &[&str]| Side { teams: teams.iter().map(|o| (*o).to_owned()).collect(), ..side(&["employment-service"], &[]) };
        assert_eq!(harm(&pack(), &told, &helped(&[]), &titles()).grade, Grade::Little, "nobody sees more");
        let harm = harm(&pack(), &told, &helped(&["municipality"]), &titles());
        assert_eq!((harm.grade, harm.disclosures[0].to.as_slice()), (Grade::Some, ["municipality".to_owned()].as_slice()));
    }

    #[test]
    fn somebody_protected_comes_first_whatever_there_is_to_see() {
        let hidden = Side { protected: true, ..side(&["municipality"], &[]) };
        assert_eq!(harm(&pack(), &hidden, &side(&["municipality"], &[]), &titles()).grade, Grade::Grave);
        assert!(Grade::Grave < Grade::Little, "the worst sorts first");
    }
}

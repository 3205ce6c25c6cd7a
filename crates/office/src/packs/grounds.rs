//! On which legal ground organisations read what others wrote: the file `grounds.toml` of a pack.

use rights::Ground;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use words::EntryKind;

/// The grounds that a pack may name; the others belong to one opening, not to a kind of entry.
const NAMED: [Ground; 4] = [Ground::Law, Ground::PublicTask, Ground::Contract, Ground::Consent];
/// Stands for every kind of organisation that has no part of its own.
const OTHER: &str = "other";

/// Which organisation reads which kind of entry of others, and why it may.
#[derive(Clone, Debug)]
pub struct Grounds {
    consent_months: u32,
    reads: BTreeMap<String, BTreeMap<EntryKind, Ground>>,
    releases: Releases,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    public_bodies: Vec<String>,
    consent_months: u32,
    reads: BTreeMap<String, BTreeMap<String, String>>,
    releases: ReleasesFile,
}

/// What may be released for a time, and for how long: days from the one it is given on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Releases {
    kinds: BTreeSet<EntryKind>,
    /// Whoever asks has an answer after so many working days.
    pub answer_working_days: u32,
    /// So long to an organisation, unless somebody says otherwise; and at most.
    pub days: (u32, u32),
    /// The same for a guest.
    pub guest_days: (u32, u32),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReleasesFile {
    kinds: Vec<String>,
    answer_working_days: u32,
    usual_days: u32,
    longest_days: u32,
    guest_usual_days: u32,
    guest_longest_days: u32,
}

/// What is told in confidence, is about health, or says which records are one person's: the rules never let a release show it.
const NEVER_RELEASED: [EntryKind; 3] = [EntryKind::Note, EntryKind::Health, EntryKind::Link];

impl ReleasesFile {
    fn check(&self) -> Result<Releases, String> {
        let kind = |word: &String| match word.parse::<EntryKind>() {
            Ok(kind) if NEVER_RELEASED.contains(&kind) => Err(format!("[releases] kinds: “{kind}” is never released; take it out")),
            Ok(kind) => Ok(kind),
            Err(words) => Err(format!("[releases] kinds: “{word}”: the kinds are {words}")),
        };
        let days = [(self.usual_days, self.longest_days), (self.guest_usual_days, self.guest_longest_days)];
        if days.iter().any(|(usual, longest)| !(1..=*longest).contains(usual) || *longest > 366) {
            return Err("[releases] the usual days are 1 to the longest, and the longest at most 366".to_owned());
        }
        if !(1..=60).contains(&self.answer_working_days) {
            return Err("[releases] answer_working_days: write 1 to 60".to_owned());
        }
        let [days, guest_days] = days;
        let kinds = self.kinds.iter().map(kind).collect::<Result<_, _>>()?;
        Ok(Releases { kinds, answer_working_days: self.answer_working_days, days, guest_days })
    }
}

impl Grounds {
    /// Reads and checks the text of a `grounds.toml`.
    ///
    /// # Errors
    /// In words, what is wrong and where: an unknown word, a public body that leans on consent, no part for other organisations.
    pub(super) fn read(text: &str) -> Result<Grounds, String> {
        let file: File = toml::from_str(text).map_err(|e| e.to_string())?;
        if !(1..=120).contains(&file.consent_months) {
            return Err(format!("consent_months = {}: write 1 to 120", file.consent_months));
        }
        if !file.reads.contains_key(OTHER) {
            return Err(format!("write a part [reads.{OTHER}] for organisations that have none of their own"));
        }
        let releases = file.releases.check()?;
        let mut reads = BTreeMap::new();
        for (organisation, kinds) in file.reads {
            let public = file.public_bodies.contains(&organisation);
            let mut known = BTreeMap::new();
            for (kind, ground) in kinds {
                let place = format!("[reads.{organisation}] {kind} = “{ground}”");
                let kind: EntryKind = kind.parse().map_err(|words| format!("{place}: the kinds are {words}"))?;
                let named = NAMED.into_iter().find(|known| known.word() == ground);
                let ground = named.ok_or_else(|| format!("{place}: write {}", NAMED.map(Ground::word).join(", ")))?;
                if public && ground == Ground::Consent {
                    return Err(format!("{place}: a public body cannot lean on consent; write law or public-task, or leave the kind out"));
                }
                known.insert(kind, ground);
            }
            reads.insert(organisation, known);
        }
        Ok(Grounds { consent_months: file.consent_months, reads, releases })
    }

    /// A consent ends by itself after so many months.
    #[must_use]
    pub fn consent_months(&self) -> u32 {
        self.consent_months
    }

    /// Why an organisation of this kind may read entries of this kind that others wrote; none when it may not.
    #[must_use]
    pub fn of(&self, organisation_kind: &str, kind: EntryKind) -> Option<Ground> {
        self.part(organisation_kind)?.get(&kind).copied()
    }

    /// Every kind of entry an organisation of this kind may read of others, with the ground.
    pub fn reads(&self, organisation_kind: &str) -> impl Iterator<Item = (EntryKind, Ground)> {
        self.part(organisation_kind).into_iter().flatten().map(|(kind, ground)| (*kind, *ground))
    }

    /// The kinds of entry an organisation of this kind reads of others without asking the client.
    #[must_use]
    pub fn unasked(&self, organisation_kind: &str) -> BTreeSet<EntryKind> {
        self.reads(organisation_kind).filter(|(_, ground)| *ground != Ground::Consent).map(|(kind, _)| kind).collect()
    }

    /// Whether it is for the client to say if an organisation of this kind reads entries of this kind.
    #[must_use]
    pub fn rests_on_consent(&self, organisation_kind: &str, kind: EntryKind) -> bool {
        self.of(organisation_kind, kind) == Some(Ground::Consent)
    }

    /// What may be released for a time, and for how long.
    #[must_use]
    pub fn releases(&self) -> &Releases {
        &self.releases
    }

    /// The kinds of entry that may be asked for, so that they are released; some of them only with the person's consent.
    pub fn asked_for(&self) -> impl Iterator<Item = EntryKind> {
        self.releases.kinds.iter().copied()
    }

    /// Whether whoever leads a case may release entries of this kind to an organisation of this kind, without asking the person.
    #[must_use]
    pub fn may_release(&self, organisation_kind: &str, kind: EntryKind) -> bool {
        self.releases.kinds.contains(&kind) && !self.rests_on_consent(organisation_kind, kind)
    }

    fn part(&self, organisation_kind: &str) -> Option<&BTreeMap<EntryKind, Ground>> {
        self.reads.get(organisation_kind).or_else(|| self.reads.get(OTHER))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Pack;
    use rights::{Facts, Relation, Relations, Role, Showing, usual_facts};

    const EU: &str = include_str!("../../../../packs/eu-default/grounds.toml");

    #[test]
    fn a_public_body_that_leans_on_consent_is_refused() {
        let wrong = EU.replacen("[reads.municipality]", "[reads.municipality]\nhousing = \"consent\"", 1);
        let problem = Grounds::read(&wrong).unwrap_err();
        assert!(problem.contains("[reads.municipality] housing") && problem.contains("public body cannot lean on consent"), "{problem}");
    }

    #[test]
    fn what_is_misspelt_is_refused_with_its_place() {
        let wrong = |from: &str, to: &str| Grounds::read(&EU.replacen(from, to, 1)).unwrap_err();
        assert!(wrong("benefit = \"consent\"", "benefit = \"consents\"").contains("[reads.training-ngo] benefit = “consents”"));
        assert!(wrong("housing = \"consent\"", "houses = \"consent\"").contains("[reads.training-ngo] houses"));
        assert!(wrong("agreement = \"contract\"", "agreement = \"own-right\"").contains("write law, public-task, contract, consent"));
        assert!(wrong("consent_months = 12", "consent_months = 0").contains("1 to 120"));
        assert!(wrong("consent_months", "consent_moons").contains("line"));
        assert!(wrong("[reads.other]", "[reads.others]").contains("[reads.other]"));
        assert!(wrong("\"benefit\", \"housing\"]", "\"benefit\", \"note\"]").contains("“note” is never released"));
        assert!(wrong("\"benefit\", \"housing\"]", "\"benefits\"]").contains("the kinds are"));
        assert!(wrong("usual_days = 30 ", "usual_days = 300 ").contains("the usual days are 1 to the longest"));
        assert!(wrong("answer_working_days = 5", "answer_working_days = 0").contains("1 to 60"));
    }

    /// What rests on consent is not for a counsellor to release, and what a counsellor may release the rules show, for a time, and nothing else.
    #[test]
    fn what_rests_on_consent_and_what_is_confidential_is_never_released_without_the_person() {
        let pack = Pack::eu_default().unwrap();
        assert!(!pack.grounds.may_release("training-ngo", EntryKind::Assessment) && !pack.grounds.may_release("library", EntryKind::Housing));
        assert!(pack.grounds.may_release("municipality", EntryKind::Housing) && pack.grounds.may_release("clinic", EntryKind::Benefit));
        for organisation in ["municipality", "social-insurer", "clinic", "training-ngo", "library"] {
            for kind in EntryKind::ALL.iter().copied() {
                let relations = Relations::NONE.with(Relation::Release);
                let facts = Facts { relations, released: [kind].into(), ..usual_facts(Role::Partner, pack.grounds.unasked(organisation)) };
                let shows = |read: EntryKind| pack.rules.shows(Role::Partner, &facts, read, pack.sensitivity(read), false);
                let never = NEVER_RELEASED.contains(&kind);
                assert!(!(never && pack.grounds.may_release(organisation, kind)), "{organisation} {kind}");
                for read in EntryKind::ALL.iter().copied() {
                    let expected = if read == kind && !never { Showing::Whole } else { Showing::Hidden };
                    assert_eq!(shows(read), expected, "{kind} released, {read} read");
                }
            }
        }
    }

    /// What the grounds promise to clients is what the rules of the same pack do.
    #[test]
    fn the_rules_show_what_has_a_ground_and_nothing_else() {
        let pack = Pack::eu_default().unwrap();
        for organisation in ["employment-service", "municipality", "social-insurer", "clinic", "training-ngo", "library", ""] {
            let usual = |role| usual_facts(role, pack.grounds.unasked(organisation));
            let partner = |relation| Facts { relations: Relations::NONE.with(relation), ..usual(Role::Partner) };
            let readers = match organisation {
                "employment-service" => vec![(Role::Counsellor, usual(Role::Counsellor))],
                // Whoever manages them reads no more than they do, and whoever sits in a case team no more either.
                _ => vec![(Role::Partner, usual(Role::Partner)), (Role::Manager, partner(Relation::Keeper)), (Role::Partner, partner(Relation::Team))],
            };
            for (role, facts) in readers {
                for kind in EntryKind::ALL.iter().copied().filter(|kind| *kind != EntryKind::Link) {
                    let shows = |facts: &Facts| pack.rules.shows(role, facts, kind, pack.sensitivity(kind), false) == Showing::Whole;
                    let agreed = Facts { consents: [kind].into(), ..facts.clone() };
                    let ground = pack.grounds.of(organisation, kind);
                    let unasked = ground.is_some_and(|ground| ground != Ground::Consent);
                    assert_eq!(shows(&facts), unasked, "{organisation} {kind} {ground:?} without consent");
                    if ground == Some(Ground::Consent) {
                        assert!(shows(&agreed), "{organisation} {kind} with consent");
                    }
                }
            }
        }
    }
}

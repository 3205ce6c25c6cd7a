//! What the pack's rules say of single cases, and what a wrong pack is told.

use super::*;
use crate::{Relations, RulesError, Source};

const SCHEMA: &str = include_str!("../../../../packs/eu-default/rights/schema.cedarschema");
const ACTS: &str = include_str!("../../../../packs/eu-default/rights/acts.cedar");
const FILES: &str = include_str!("../../../../packs/eu-default/rights/files.cedar");
const ENTRIES: &str = include_str!("../../../../packs/eu-default/rights/entries.cedar");

fn read(schema: &str, files: &[&str]) -> Result<Rules, RulesError> {
    let names = ["one.cedar", "two.cedar", "three.cedar"];
    let files: Vec<Source<'_>> = names.into_iter().zip(files).map(|(name, text)| Source { name, text }).collect();
    Rules::read(Source { name: "schema", text: schema }, &files)
}

fn rules() -> Rules {
    read(SCHEMA, &[ACTS, FILES, ENTRIES]).unwrap()
}

fn who(role: Role) -> Who {
    Who { user: id(1), name: "Jana".into(), role, organisation: "employment-service".into(), client: Some(id(9)) }
}

fn id(n: u8) -> Id {
    Id::from_bytes(&[n; 16]).unwrap()
}

/// Every kind of entry.
fn all() -> BTreeSet<EntryKind> {
    EntryKind::ALL.iter().copied().collect()
}

fn refusal(rules: &Rules, role: Role, case: &Case) -> (String, String, String) {
    let Refusal { rule, says, ask } = rules.decide_case(&who(role), Act::SeeClient, case).unwrap_err();
    (rule, says, ask)
}

fn three(rule: &str, says: &str, ask: &str) -> (String, String, String) {
    (rule.to_owned(), says.to_owned(), ask.to_owned())
}

#[test]
fn a_refusal_names_its_rule_why_and_whom_to_ask() {
    let rules = rules();
    let stranger = Case { service: true, ..Case::of(id(8)) };
    assert_eq!(refusal(&rules, Role::Counsellor, &stranger), three("say-why", "rule-say-why", "manager"));
    assert_eq!(refusal(&rules, Role::Partner, &stranger), three("no-relation", "rule-no-relation", "counsellor"));
    assert_eq!(refusal(&rules, Role::Jobseeker, &stranger), three("only-ones-own", "rule-only-ones-own", "protection"));
    assert_eq!(refusal(&rules, Role::Administrator, &stranger), three("no-rule", "rule-no-rule", "manager"));
    // Of several that refuse, the first of the pack is named.
    let hidden = Case { protected: true, ..stranger };
    assert_eq!(refusal(&rules, Role::Partner, &hidden), three("protected", "rule-protected", "protection"));
    assert_eq!(refusal(&rules, Role::Counsellor, &hidden.clone().with(Relation::Counsellor)), three("protected", "rule-protected", "protection"));
    assert!(rules.decide_case(&who(Role::Counsellor), Act::SeeClient, &hidden.with(Relation::Counsellor).with(Relation::Named)).is_ok());
}

#[test]
fn the_log_s_word_for_a_rule_is_read_back() {
    let refusal = rules().refusal("protected");
    assert_eq!((refusal.rule.as_str(), refusal.says.as_str(), refusal.ask.as_str()), ("protected", "rule-protected", "protection"));
    for silent in ["no-rule", "ones-own-file", "something else"] {
        assert_eq!(rules().refusal(silent), Refusal::no_rule(), "{silent} refuses nothing in words of its own");
    }
}

#[test]
fn what_a_refusal_is_called_is_what_the_log_keeps() {
    assert_eq!(Refusal::no_rule().to_string(), "no-rule");
}

#[test]
fn a_purpose_is_plain_from_what_ties_the_asker_or_has_to_be_stated() {
    let rules = rules();
    let purpose = |role, case: Case| rules.decide_case(&who(role), Act::SeeClient, &case).map(|grant| (grant.purpose(), grant.ground()));
    let of = |relation| Case { service: true, stated: Some(Purpose::Reception), ..Case::of(id(8)) }.with(relation);
    let public = |purpose| Ok((purpose, Ground::PublicTask));
    let ground = |relation| if relation == Relation::Release { Ground::Consent } else { Ground::PublicTask };
    for relation in [Relation::Counsellor, Relation::Covering, Relation::Team, Relation::Referral, Relation::Release] {
        assert_eq!(purpose(Role::Counsellor, of(relation)), Ok((Purpose::Casework, ground(relation))), "{relation}");
        assert_eq!(purpose(Role::Counsellor, of(relation).with(Relation::Release)), Ok((Purpose::Casework, ground(relation))), "{relation}");
    }
    for relation in [Relation::Keeper, Relation::Asked] {
        assert_eq!(purpose(Role::Counsellor, of(relation).with(Relation::Release)), public(Purpose::Casework), "{relation}");
    }
    assert_eq!(purpose(Role::Counsellor, of(Relation::Keeper)), public(Purpose::Reception), "that one's office knows somebody is no reason");
    assert_eq!(purpose(Role::Counsellor, of(Relation::Asked)), public(Purpose::Reception));
    assert_eq!(purpose(Role::Counsellor, Case { stated: None, ..of(Relation::Asked) }), public(Purpose::DataQuality));
    assert_eq!(purpose(Role::Counsellor, of(Relation::Emergency)), Ok((Purpose::Emergency, Ground::VitalInterest)));
    for role in [Role::Partner, Role::Manager] {
        assert_eq!(purpose(role, of(Relation::Keeper)), public(Purpose::Casework));
        assert_eq!(purpose(role, of(Relation::Emergency)), Ok((Purpose::Emergency, Ground::VitalInterest)));
        assert_eq!(purpose(role, of(Relation::Emergency).with(Relation::Team)), Ok((Purpose::Casework, Ground::VitalInterest)));
    }
    for relation in [Relation::Team, Relation::Referral, Relation::Release] {
        assert_eq!(purpose(Role::Partner, of(relation)), Ok((Purpose::Casework, ground(relation))), "{relation}");
        assert_eq!(purpose(Role::Partner, of(relation).with(Relation::Keeper)), public(Purpose::Casework), "{relation}");
    }
    assert_eq!(purpose(Role::Steward, of(Relation::Keeper)), public(Purpose::DataQuality));
    assert_eq!(purpose(Role::Jobseeker, Case::of(id(9))), Ok((Purpose::OwnFile, Ground::OwnRight)));
    let looked = rules.decide_case(&who(Role::Protection), Act::SeeWhoLooked, &Case::of(id(8))).unwrap();
    assert_eq!(looked.purpose(), Purpose::Oversight);
    // Those who work with nobody's case have the purpose of their role, whatever ties them to somebody.
    for (role, purpose) in [(Role::Protection, Some(Purpose::Oversight)), (Role::Analyst, None)] {
        for relation in [Relation::Counsellor, Relation::Emergency, Relation::Asked] {
            assert_eq!(of(relation).facts(&who(role)).purpose, purpose, "{role} {relation}");
        }
    }
}

#[test]
fn to_whom_a_release_alone_opens_a_file_it_opens_for_what_was_released_for() {
    let given = Case { released_for: Some(Purpose::Training), released: [EntryKind::Training].into(), ..Case::of(id(8)) }.with(Relation::Release);
    let facts = |role, case: &Case| case.facts(&who(role));
    for role in [Role::Counsellor, Role::Partner, Role::Manager] {
        assert_eq!((facts(role, &given).purpose, facts(role, &given).ground), (Some(Purpose::Training), Ground::PublicTask), "{role}");
        // Who works with them anyway comes for that.
        assert_eq!(facts(role, &given.clone().with(Relation::Team)).purpose, Some(Purpose::Casework), "{role}");
        assert_eq!(facts(role, &Case { released_for: None, ..given.clone() }).purpose, Some(Purpose::Casework), "{role}");
    }
    assert_eq!(facts(Role::Partner, &given.clone().with(Relation::Keeper)).purpose, Some(Purpose::Casework));
    // What was agreed to stands on consent, what was given on the task of whoever gave it.
    let agreed = Case { released: [].into(), released_for: None, consents: [EntryKind::Training].into(), ..given };
    assert_eq!(facts(Role::Partner, &agreed).ground, Ground::Consent);
}

#[test]
fn what_tells_nobody_of_anybody_does_not_count_for_the_day() {
    for act in Act::ALL {
        let silent = ["state-purpose", "match-encoded", "mend-rows"].contains(&act.word());
        assert_eq!(act.discloses(), !silent, "{act}");
    }
}

#[test]
fn what_concerns_no_client_has_the_purpose_of_the_role() {
    let rules = rules();
    let purpose = |role, act| rules.decide(&who(role), act, None).map(|grant| grant.purpose());
    assert_eq!(purpose(Role::Jobseeker, Act::Home), Ok(Purpose::OwnFile));
    assert_eq!(purpose(Role::Steward, Act::SeeMatches), Ok(Purpose::DataQuality));
    assert_eq!(purpose(Role::Administrator, Act::RunFeed), Ok(Purpose::DataQuality));
    assert_eq!(purpose(Role::Protection, Act::SeeAccessLog), Ok(Purpose::Oversight));
    assert_eq!(purpose(Role::Counsellor, Act::FindClients), Ok(Purpose::Casework));
    assert_eq!(purpose(Role::Counsellor, Act::SeeAccessLog), Err(Refusal::no_rule()));
    // Of a row, too, where nothing has to be stated.
    let row = rules.decide_case(&who(Role::Counsellor), Act::FindClients, &Case { service: true, ..Case::of(id(8)) }).unwrap();
    assert_eq!((row.purpose(), row.client(), row.act(), row.who().user), (Purpose::Casework, Some(id(8)), Act::FindClients, id(1)));
}

#[test]
fn a_permit_says_what_was_granted() {
    let rules = rules();
    let counsels = Case::of(id(8)).with(Relation::Counsellor);
    let permit = rules.decide_case(&who(Role::Counsellor), Act::SeeClient, &counsels).unwrap().logged(17);
    assert_eq!((permit.log_line(), permit.client(), permit.act(), permit.purpose()), (17, Some(id(8)), Act::SeeClient, Purpose::Casework));
    assert_eq!(permit.who().name, "Jana");
    assert!(*permit.rules() == rules && *permit.rules() != super::tests::rules());
    let shows = |permit: &crate::Permit, organisation: &str| permit.shows(EntryKind::Health, Sensitivity::SPECIAL, organisation);
    assert_eq!((shows(&permit, "clinic"), shows(&permit, "employment-service")), (Showing::Conclusion, Showing::Whole));
    assert!(permit.names("clinic", true), "who leads a case knows who helps");
    let keeps = rules.decide_case(&who(Role::Partner), Act::SeeClient, &Case::of(id(8)).with(Relation::Keeper)).unwrap().logged(1);
    assert!(!keeps.names("clinic", true) && keeps.names("employment-service", true) && keeps.names("clinic", false));
}

#[test]
fn a_file_that_is_restricted_meanwhile_is_not_answered_from_memory() {
    let (rules, facts) = (rules(), usual_facts(Role::Counsellor, all()));
    let shows = |facts: &Facts| rules.shows(Role::Counsellor, facts, EntryKind::Note, Sensitivity::CONFIDENTIAL, false);
    let restricted = Facts { restricted: true, ..facts.clone() };
    assert_eq!([shows(&facts), shows(&restricted), shows(&facts)], [Showing::Whole, Showing::Restricted, Showing::Whole]);
    let emergency = Facts { relations: restricted.relations.with(Relation::Emergency), ..restricted };
    assert_eq!(shows(&emergency), Showing::Whole);
}

#[test]
fn what_an_organisation_has_no_ground_for_its_people_do_not_read_whoever_they_are() {
    let rules = rules();
    let shows = |role, facts: &Facts, own| rules.shows(role, facts, EntryKind::Status, Sensitivity::PERSONAL, own);
    for role in [Role::Counsellor, Role::Partner, Role::Manager] {
        let none = usual_facts(role, BTreeSet::new());
        assert_eq!(shows(role, &none, false), Showing::Restricted, "{role}");
        for relation in Relation::ALL.iter().filter(|relation| **relation != Relation::Emergency) {
            let more = Facts { relations: none.relations.with(*relation), ..none.clone() };
            assert_ne!(shows(role, &more, false), Showing::Whole, "{role} {relation}");
        }
        assert_eq!(shows(role, &none, true), Showing::Whole, "{role} reads what they wrote");
        assert_eq!(shows(role, &usual_facts(role, [EntryKind::Status].into()), false), Showing::Whole, "{role}");
        let released = Facts { relations: none.relations.with(Relation::Release), released: [EntryKind::Status].into(), ..none.clone() };
        let agreed = Facts { consents: [EntryKind::Status].into(), ..none.clone() };
        let emergency = Facts { relations: none.relations.with(Relation::Emergency), ..none.clone() };
        for facts in [released, agreed, emergency] {
            assert_eq!(shows(role, &facts, false), Showing::Whole, "{role} {facts:?}");
        }
        // Asked in turns, what is remembered is not mixed up.
        assert_eq!(shows(role, &none, false), Showing::Restricted, "{role}");
    }
}

#[test]
fn what_was_decided_is_not_decided_again() {
    let rules = rules();
    let facts = usual_facts(Role::Counsellor, all());
    let before = rules.decisions();
    let shows = || rules.shows(Role::Counsellor, &facts, EntryKind::Note, Sensitivity::CONFIDENTIAL, false);
    assert_eq!(shows(), Showing::Whole);
    assert_eq!(rules.decisions(), before + 1);
    assert_eq!(shows(), Showing::Whole);
    assert_eq!(rules.decisions(), before + 1);
    let other = rules.shows(Role::Counsellor, &facts, EntryKind::Note, Sensitivity::SPECIAL, false);
    assert_eq!(other, Showing::Restricted, "another level is another question");
    assert!(!rules.role_may(Some(Role::Counsellor), Act::SeeAccessLog));
    assert_eq!(rules.decisions(), before + 4, "what a role may is decided when the rules are read");
    assert_eq!(rules.0.shown.lock().unwrap().len(), 2);
}

#[test]
fn what_is_remembered_has_an_end() {
    let rules = rules();
    let key = |n: u32| PartKey {
        service: false, role: Role::Partner, relations: Relations::NONE, purpose: None, ground: Ground::PublicTask, released: false, grounded: false, agreed: false, restricted: false,
        kind: EntryKind::Note, level: Sensitivity::new(i64::from(n)), own: false,
    };
    {
        let mut shown = rules.0.shown.lock().unwrap();
        shown.insert(key(0), Showing::Hidden);
        assert!(shown.len() < 3);
    }
    let shows = |level| rules.shows_within(3, Role::Partner, &usual_facts(Role::Partner, all()), EntryKind::Note, Sensitivity::new(level), false);
    for level in 0..5 {
        shows(level);
        assert!(rules.0.shown.lock().unwrap().len() <= 3);
    }
    assert_eq!(rules.0.shown.lock().unwrap().len(), 3, "cleared once when it was full, and filled again");
}

#[test]
fn what_the_rules_foretell_is_of_those_who_work_with_the_client() {
    assert_eq!(usual_facts(Role::Counsellor, all()).relations, Relations::NONE.with(Relation::Counsellor));
    assert_eq!(usual_facts(Role::Partner, all()).relations, Relations::NONE.with(Relation::Keeper));
    assert_eq!(usual_facts(Role::Partner, all()).purpose, Some(Purpose::Casework));
}

#[test]
fn a_rule_of_a_group_of_actions_would_be_a_hole_and_is_refused() {
    let grouped = SCHEMA.replacen("action \"enter\"", "action \"everything\";\naction \"enter\" in [\"everything\"]", 1);
    assert_ne!(grouped, SCHEMA);
    let error = read(&grouped, &[ACTS, FILES, ENTRIES]).unwrap_err();
    assert!(error.problem.contains("everything") && error.problem.contains("group") && error.line > 1, "{error}");
}

#[test]
fn relations_are_a_set() {
    let two = Relations::NONE.with(Relation::Emergency).with(Relation::OwnFile).with(Relation::OwnFile);
    assert_eq!(two.each().collect::<Vec<_>>(), [Relation::OwnFile, Relation::Emergency]);
    assert!(two.has_any(&[Relation::Team, Relation::Emergency]) && !two.has_any(&[Relation::Team]));
    assert_eq!(two.without(Relation::OwnFile).without(Relation::Team), Relations::NONE.with(Relation::Emergency));
    assert_eq!(two, [Relation::Emergency, Relation::OwnFile].into_iter().collect());
    assert_eq!(Relation::ALL.iter().copied().collect::<Relations>().each().count(), Relation::ALL.len());
}

#[test]
fn the_filters_of_lists_are_the_rules_row_by_row() {
    let rules = rules();
    let (client, me, other) = (id(9), id(1), id(2));
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::Administrator && *role != Role::Analyst) {
        for (client, named) in [(client, vec![]), (id(8), vec![]), (id(8), vec![other]), (id(8), vec![other, me]), (client, vec![me])] {
            let who = who(role);
            let case = Case { protected: true, ..Case::of(client) };
            let case = if named.contains(&who.user) { case.with(Relation::Named) } else { case };
            let refused = Act::ALL.iter().filter_map(|act| rules.decide_case(&who, *act, &case).err()).any(|r| r.rule == "protected" || r.rule == "only-ones-own");
            assert_eq!(sees_protected(&who, client, &named), !refused, "{role} {client} {named:?}");
        }
        for service in [true, false] {
            for kept in [true, false] {
                let case = Case { service, ..Case::of(id(8)) };
                let case = if kept { case.with(Relation::Keeper) } else { case };
                let found = rules.decide_case(&who(role), Act::FindClients, &case).is_ok();
                let searches = rules.role_may(Some(role), Act::FindClients);
                assert_eq!(searches && (kept || !finds_only_its_own(role, service)), found, "{role} service {service} kept {kept}");
            }
        }
    }
    assert!(!sees_protected(&who(Role::Administrator), client, &[]) && !sees_protected(&who(Role::Analyst), client, &[other]));
}

fn wrong(files: &[&str]) -> (String, usize, usize, String) {
    let RulesError { file, line, column, problem } = read(SCHEMA, files).unwrap_err();
    (file, line, column, problem)
}

#[test]
fn a_rule_that_does_not_fit_is_refused_with_its_place() {
    let misspelt = "\n\n@id(\"x\")\npermit (principal, action == Action::\"entre\", resource);";
    let (file, line, _, problem) = wrong(&[ACTS, misspelt]);
    assert_eq!((file.as_str(), line), ("two.cedar", 4), "{problem}");
    assert!(problem.contains("entre"), "{problem}");
    let (file, line, column, problem) = wrong(&["@id(\"x\")\npermit (principal, action resource);"]);
    assert_eq!((file.as_str(), line, column), ("one.cedar", 2, 27), "{problem}");
    let never = "@id(\"x\")\npermit (principal is Nobody, action == Action::\"read\", resource);";
    let (_, line, _, problem) = wrong(&[never]);
    assert_eq!(line, 1, "{problem}");
}

#[test]
fn a_rule_needs_a_name_of_its_own_and_words_for_whom_it_refuses() {
    let nameless = "// ä\n\n  permit (principal, action == Action::\"enter\", resource);";
    assert_eq!(wrong(&[nameless]), ("one.cedar".into(), 3, 3, "a rule needs a name: write @id(\"…\") before it".into()));
    let forbid = |notes: &str| format!("@id(\"x\")\n{notes}forbid (principal, action == Action::\"read\", resource);");
    for (notes, missing) in [("", "says"), ("@says(\"y\")\n", "ask"), ("@ask(\"y\")\n", "says"), ("@says(\"\")\n@ask(\"y\")\n", "says")] {
        let (_, line, _, problem) = wrong(&[&forbid(notes)]);
        assert_eq!(line, 1);
        assert!(problem.contains(&format!("write @{missing}(")), "{problem}");
    }
    read(SCHEMA, &[&forbid("@says(\"y\")\n@ask(\"z\")\n")]).unwrap();
    let twice = "@id(\"same\")\npermit (principal, action == Action::\"enter\", resource);";
    let (file, line, column, problem) = wrong(&[twice, &format!("\n {twice}")]);
    assert_eq!((file.as_str(), line, column), ("two.cedar", 2, 2), "{problem}");
    assert!(problem.contains("“same”"), "{problem}");
}

#[test]
fn a_schema_without_one_of_our_words_is_refused() {
    let without = |text: &str, by: &str| read(&SCHEMA.replacen(text, by, 1), &[]).unwrap_err();
    for (text, by, lacks) in [
        ("\"covering\",", "", "Relation lacks “covering”"), ("\"analyst\", ", "", "Role lacks “analyst”"),
        ("\"vital-interest\", ", "", "Ground lacks “vital-interest”"), ("\"handover\", ", "", "Purpose lacks “handover”"),
        ("\"note\", ", "", "Kind lacks “note”"),
    ] {
        let error = without(text, by);
        assert_eq!((error.problem.as_str(), error.column), (lacks, 1));
        assert!(error.line > 3, "{error}");
    }
    assert!(without("\"find-clients\"", "\"found-clients\"").problem.contains("find-clients"));
    assert!(without("action \"name\"", "action \"nome\"").problem.contains("\"name\""));
    let broken = without("entity Nobody;", "entity Nobody");
    assert!(broken.line > 20 && broken.to_string().starts_with("schema, line "), "{broken}");
}

#[test]
fn rules_say_how_many_they_are() {
    assert_eq!(format!("{:?}", read(SCHEMA, &[ACTS]).unwrap()), "11 rules");
}

#[test]
fn a_rule_that_fails_lets_nobody_pass() {
    // Adding past the largest number fails when it is asked, which no schema can foresee.
    let failing = "@id(\"whoever\")\npermit (principal, action == Action::\"read\", resource);\n\
        @id(\"fails\")\n@says(\"y\")\n@ask(\"z\")\nforbid (principal, action == Action::\"read\", resource is Part) when { resource.level + 9223372036854775807 > 0 };";
    let rules = read(SCHEMA, &[failing]).unwrap();
    let shows = |level| rules.shows(Role::Partner, &usual_facts(Role::Partner, all()), EntryKind::Note, Sensitivity::new(level), false);
    assert_eq!(shows(2), Showing::Hidden);
    let failing = "@id(\"whoever\")\npermit (principal, action == Action::\"see-client\", resource);\n\
        @id(\"fails\")\n@says(\"y\")\n@ask(\"z\")\nforbid (principal, action == Action::\"see-client\", resource is File) when { 9223372036854775807 + 1 > 0 };";
    let failed = refusal(&read(SCHEMA, &[failing]).unwrap(), Role::Partner, &Case::of(id(8)));
    assert_eq!(failed, three("rules-failed", "rule-no-rule", "manager"));
}

#[test]
fn a_decision_asks_the_rules_that_name_its_action_and_no_others() {
    let rules = rules();
    let asked = |action: &str| rules.0.policies.get(action).map(|some| some.policies().count()).unwrap();
    let all: usize = rules.0.rules.len();
    for (action, named) in [("purge", "administrators"), ("make-request", "who-leads-writes-down-what-is-asked-for"), ("name", "clients-read-all-of-their-own")] {
        assert!((1..all / 2).contains(&asked(action)), "{action}: {} of {all}", asked(action));
        let ids: Vec<String> = rules.0.policies[action].policies().filter_map(|policy| policy.annotation("id").map(str::to_owned)).collect();
        assert!(ids.iter().any(|id| id == named), "{action}: {ids:?}");
        assert!(ids.iter().all(|id| id != "analysts"), "{action}: {ids:?}");
    }
}

//! Reading the rules of a pack: files of Cedar, held against their schema before anybody is let in.

use crate::rules::{Inner, OF_PARTS, Rule};
use crate::{Act, Ground, Purpose, Relation, Role, Rules};
use cedar_policy::{Authorizer, PolicyId, PolicySet, Schema, ValidationMode, Validator};
use miette::Diagnostic;
use std::collections::HashMap;
use std::str::FromStr;
use words::EntryKind;

/// A file of the pack.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name, for messages.
    pub name: &'a str,
    /// What stands in it.
    pub text: &'a str,
}

/// Why rules cannot be used: the file, and where in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}, column {column}: {problem}")]
pub struct RulesError {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong there.
    pub problem: String,
}

impl Rules {
    /// Reads and checks rules: each must fit the schema, have a name of its own, and, when it forbids, say in which words and
    /// whom to ask instead. The schema must know every word the program asks with.
    ///
    /// # Errors
    /// [`RulesError`] with the first place that is wrong.
    pub fn read(schema: Source<'_>, files: &[Source<'_>]) -> Result<Rules, RulesError> {
        let (known, _) = Schema::from_cedarschema_str(schema.text).map_err(|e| diagnosed(schema, &e))?;
        asks_with_known_words(schema, &known)?;
        let validator = Validator::new(known);
        let (mut all, mut rules) = (PolicySet::new(), HashMap::new());
        for file in files {
            for policy in read_one(*file, &validator)? {
                let id = policy.id().to_string();
                let says = |key: &str| policy.annotation(key).unwrap_or_default().to_owned();
                let rule = Rule { place: rules.len(), says: says("says"), ask: says("ask") };
                if rules.insert(id.clone(), rule).is_some() {
                    let at = file.text.find(&format!("@id(\"{id}\")")).unwrap_or(0);
                    return Err(at_offset(*file, at, format!("two rules are called “{id}”: rename one")));
                }
                all.add(policy).map_err(|e| at_offset(*file, 0, e.to_string()))?;
            }
        }
        let inner = Inner::new(Authorizer::new(), &all, rules);
        inner.map(Rules::of).ok_or_else(|| at_offset(schema, 0, "the names of its types cannot be read".to_owned()))
    }
}

/// The rules of one file under their own names.
fn read_one(file: Source<'_>, validator: &Validator) -> Result<Vec<cedar_policy::Policy>, RulesError> {
    let read = PolicySet::from_str(file.text).map_err(|e| diagnosed(file, &e))?;
    let checked = validator.validate(&read, ValidationMode::Strict);
    if let Some(error) = checked.validation_errors().next() {
        return Err(diagnosed(file, error));
    }
    // A rule that can never apply is a slip of the pen; as a forbidding one it would be a hole.
    if let Some(warning) = checked.validation_warnings().next() {
        return Err(diagnosed(file, warning));
    }
    let mut policies: Vec<&cedar_policy::Policy> = read.policies().collect();
    // The parser numbers them as they stand in the file.
    policies.sort_by_key(|policy| policy.id().to_string().trim_start_matches("policy").parse::<usize>().unwrap_or(usize::MAX));
    let named = policies.into_iter().map(|policy| {
        let start = || file.text.find(policy.to_string().trim()).unwrap_or(0);
        let Some(id) = policy.annotation("id").filter(|id| !id.is_empty()) else {
            return Err(at_offset(file, start(), "a rule needs a name: write @id(\"…\") before it".to_owned()));
        };
        let silent = ["says", "ask"].iter().find(|key| policy.annotation(key).unwrap_or_default().is_empty());
        if let (cedar_policy::Effect::Forbid, Some(missing)) = (policy.effect(), silent) {
            let problem = format!("“{id}” forbids: write @{missing}(\"…\"), so that whoever is refused knows why and whom to ask");
            return Err(at_offset(file, start(), problem));
        }
        Ok(policy.new_id(PolicyId::new(id)))
    });
    named.collect()
}

/// Every word the program asks with must be one of the schema's, or its rules would never hear of it.
fn asks_with_known_words(schema: Source<'_>, known: &Schema) -> Result<(), RulesError> {
    if let Some(group) = known.action_groups().next() {
        // Rules are asked by the action they name: one that names a group would never apply, and as a forbidding one be a hole.
        let at = schema.text.find(&format!("action \"{}\"", group.id().unescaped())).unwrap_or(0);
        return Err(at_offset(schema, at, format!("{group} is a group of actions: name each action in the rules")));
    }
    let actions: Vec<String> = known.actions().map(|action| action.id().unescaped().to_owned()).collect();
    let missing = Act::ALL.iter().map(|act| act.word()).chain(OF_PARTS).find(|word| !actions.iter().any(|a| a == word));
    if let Some(missing) = missing {
        return Err(at_offset(schema, 0, format!("there is no action \"{missing}\"")));
    }
    let words: [(&str, Vec<&str>); 5] = [
        ("Role", Role::ALL.iter().map(|w| w.word()).collect()),
        ("Relation", Relation::ALL.iter().map(|w| w.word()).collect()),
        ("Purpose", Purpose::ALL.iter().map(|w| w.word()).collect()),
        ("Ground", Ground::ALL.iter().map(|w| w.word()).collect()),
        ("Kind", EntryKind::ALL.iter().map(|w| w.word()).collect()),
    ];
    let validator = Validator::new(known.clone());
    for (entity, words) in words {
        for word in words {
            // A rule that speaks of the word fits the schema only when the schema knows it.
            let probe = format!("permit (principal, action, resource) when {{ {entity}::\"{word}\" == {entity}::\"{word}\" }};");
            let fits = PolicySet::from_str(&probe).is_ok_and(|set| validator.validate(&set, ValidationMode::Strict).validation_passed());
            if !fits {
                let at = schema.text.find(&format!("entity {entity}")).unwrap_or(0);
                return Err(at_offset(schema, at, format!("{entity} lacks “{word}”")));
            }
        }
    }
    Ok(())
}

/// What the engine found wrong, with the place it points at.
fn diagnosed(file: Source<'_>, error: &dyn Diagnostic) -> RulesError {
    let offset = error.labels().and_then(|mut labels| labels.next()).map_or(0, |label| label.offset());
    let help = error.help().map(|help| format!(" ({help})")).unwrap_or_default();
    at_offset(file, offset, format!("{error}{help}"))
}

fn at_offset(file: Source<'_>, offset: usize, problem: String) -> RulesError {
    let before = file.text.get(..offset).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    RulesError { file: file.name.to_owned(), line, column, problem }
}

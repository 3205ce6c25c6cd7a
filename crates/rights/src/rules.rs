//! The rules, asked: Cedar decides, and says which rule it was.

use crate::{Act, Case, Facts, Grant, Ground, Purpose, Relation, Role, Who};
use cedar_policy::{
    ActionConstraint, Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, Policy, PolicySet, Request,
    RestrictedExpression,
};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use words::{EntryKind, Id, Sensitivity};

/// The rules of a pack, read and checked once. Cheap to clone.
#[derive(Clone)]
pub struct Rules(Arc<Inner>);

/// Why not: the rule that refused, in which words, and whom to ask.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{rule}")]
pub struct Refusal {
    /// The rule's name, for the access log.
    pub rule: String,
    /// The key of the message that says why.
    pub says: String,
    /// Whom to ask: `counsellor`, `manager`, `protection`.
    pub ask: String,
}

impl Refusal {
    /// The refusal when no rule permits: deny is the default.
    #[must_use]
    pub fn no_rule() -> Refusal {
        Refusal { rule: "no-rule".to_owned(), says: "rule-no-rule".to_owned(), ask: "manager".to_owned() }
    }

    /// The refusal when somebody has been shown as many people as one may be on a day.
    #[must_use]
    pub fn budget() -> Refusal {
        Refusal { rule: "budget".to_owned(), says: "rule-budget".to_owned(), ask: "protection".to_owned() }
    }
}

/// How much of an entry someone may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// All of it.
    Whole,
    /// That there is one, and what follows from it for work.
    Conclusion,
    /// That there is one, when, and whom to ask.
    Restricted,
    /// Nothing, not even that it exists.
    Hidden,
}

/// What a rule says to whoever it refuses.
pub(crate) struct Rule {
    /// Its place in the pack: of several rules that refuse, the first is named.
    pub place: usize,
    pub says: String,
    pub ask: String,
}

pub(crate) struct Inner {
    authorizer: Authorizer,
    /// The rules that can apply to each action. A rule that names other actions never does, and asking it costs more than all else.
    policies: HashMap<&'static str, PolicySet>,
    rules: HashMap<String, Rule>,
    types: Types,
    /// Who may do what at all, decided once for each role and act.
    table: HashMap<(Option<Role>, Act), bool>,
    /// What was decided about entries; the rules do not change, so neither does this.
    shown: Mutex<HashMap<PartKey, Showing>>,
    decisions: AtomicU64,
}

/// Everything a decision about an entry rests on.
#[derive(Clone, PartialEq, Eq, Hash)]
struct PartKey {
    role: Role,
    service: bool,
    relations: crate::Relations,
    purpose: Option<Purpose>,
    ground: Ground,
    restricted: bool,
    grounded: bool,
    agreed: bool,
    released: bool,
    kind: EntryKind,
    level: Sensitivity,
    own: bool,
}

/// So many decisions about entries are remembered; there are more combinations than anybody meets.
const REMEMBERED: usize = 20_000;

/// The names of the schema's types, read once.
struct Types {
    action: EntityTypeName,
    role: EntityTypeName,
    relation: EntityTypeName,
    purpose: EntityTypeName,
    ground: EntityTypeName,
    kind: EntityTypeName,
    nobody: EntityUid,
    user: EntityUid,
    installation: EntityUid,
    file: EntityUid,
    part: EntityUid,
    partner: EntityUid,
}

impl Types {
    fn new() -> Option<Types> {
        let name = |text: &str| EntityTypeName::from_str(text).ok();
        let one = |text: &str| Some(EntityUid::from_type_name_and_id(name(text)?, EntityId::new("one")));
        Some(Types {
            action: name("Action")?,
            role: name("Role")?,
            relation: name("Relation")?,
            purpose: name("Purpose")?,
            ground: name("Ground")?,
            kind: name("Kind")?,
            nobody: one("Nobody")?,
            user: one("User")?,
            installation: one("Installation")?,
            file: one("File")?,
            part: one("Part")?,
            partner: one("Partner")?,
        })
    }
}

fn uid(kind: &EntityTypeName, word: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(kind.clone(), EntityId::new(word))
}

fn expression(kind: &EntityTypeName, word: &str) -> RestrictedExpression {
    RestrictedExpression::new_entity_uid(uid(kind, word))
}

/// What is asked of a part of a file, besides the acts: what an entry says, what follows from it, that it exists; an organisation's name.
pub(crate) const OF_PARTS: [&str; 4] = ["read", "conclude", "know", "name"];

/// Whether a rule can apply to this action, by the actions it names.
fn names_action(policy: &Policy, action: &EntityUid) -> bool {
    match policy.action_constraint() {
        ActionConstraint::Any => true,
        ActionConstraint::In(named) => named.contains(action),
        ActionConstraint::Eq(named) => named == *action,
    }
}

impl Inner {
    pub(crate) fn new(authorizer: Authorizer, all: &PolicySet, rules: HashMap<String, Rule>) -> Option<Inner> {
        let types = Types::new()?;
        let mut policies = HashMap::new();
        for action in Act::ALL.iter().map(|act| act.word()).chain(OF_PARTS) {
            let named = uid(&types.action, action);
            let some = all.policies().filter(|policy| names_action(policy, &named)).cloned();
            policies.insert(action, PolicySet::from_policies(some).ok()?);
        }
        let inner = Inner {
            authorizer,
            policies,
            rules,
            types,
            table: HashMap::new(),
            shown: Mutex::new(HashMap::new()),
            decisions: AtomicU64::new(0),
        };
        let roles = || Role::ALL.iter().copied().map(Some).chain([None]);
        let cells = roles().flat_map(|role| Act::ALL.iter().map(move |act| (role, *act)));
        let table = cells.map(|(role, act)| ((role, act), inner.gate(role, act).is_ok())).collect();
        inner.decisions.store(0, Ordering::Relaxed);
        Some(Inner { table, ..inner })
    }

    fn gate(&self, role: Option<Role>, act: Act) -> Result<(), Refusal> {
        let user = role.map(|role| (role, false));
        self.ask(user, act.word(), (&self.types.installation, Vec::new()), &Facts::default())
    }

    /// One decision. `user` is the asker's role and whether they are of an employment service; none for nobody signed in.
    fn ask(&self, user: Option<(Role, bool)>, action: &str, resource: (&EntityUid, Vec<(&str, RestrictedExpression)>), facts: &Facts) -> Result<(), Refusal> {
        self.decisions.fetch_add(1, Ordering::Relaxed);
        self.asked(user, action, resource, facts).unwrap_or_else(|| Err(Refusal { rule: "rules-failed".to_owned(), ..Refusal::no_rule() }))
    }

    /// The engine's answer; none when the question could not even be put, which the schema has ruled out.
    fn asked(&self, user: Option<(Role, bool)>, action: &str, resource: (&EntityUid, Vec<(&str, RestrictedExpression)>), facts: &Facts) -> Option<Result<(), Refusal>> {
        let types = &self.types;
        let with = |uid: &EntityUid, attributes: Vec<(&str, RestrictedExpression)>, parents: HashSet<EntityUid>| {
            Entity::new(uid.clone(), attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(), parents).ok()
        };
        let principal = match user {
            Some((role, service)) => {
                let attributes = vec![("service", RestrictedExpression::new_bool(service))];
                with(&types.user, attributes, HashSet::from([uid(&types.role, role.word())]))?
            }
            None => with(&types.nobody, Vec::new(), HashSet::new())?,
        };
        let (about, attributes) = resource;
        let principal_uid = if user.is_some() { types.user.clone() } else { types.nobody.clone() };
        let entities = Entities::from_entities([principal, with(about, attributes, HashSet::new())?], None).ok()?;
        let request = Request::new(principal_uid, uid(&types.action, action), about.clone(), self.context(facts)?, None).ok()?;
        let answer = self.authorizer.is_authorized(&request, self.policies.get(action)?, &entities);
        // A rule that fails says nothing, and a forbidding one would forbid nothing: then nobody passes.
        if answer.diagnostics().errors().next().is_some() {
            return None;
        }
        if answer.decision() == Decision::Allow {
            return Some(Ok(()));
        }
        let rules = answer.diagnostics().reason().filter_map(|id| Some((id.to_string(), self.rules.get(&id.to_string())?)));
        let first = rules.min_by_key(|(_, rule)| rule.place);
        Some(Err(first.map_or_else(Refusal::no_rule, |(id, rule)| Refusal { rule: id, says: rule.says.clone(), ask: rule.ask.clone() })))
    }

    fn context(&self, facts: &Facts) -> Option<Context> {
        let types = &self.types;
        let relations = facts.relations.each().map(|relation| expression(&types.relation, relation.word()));
        let grounds = facts.grounds.iter().map(|kind| expression(&types.kind, kind.word()));
        let consents = facts.consents.iter().map(|kind| expression(&types.kind, kind.word()));
        let released = facts.released.iter().map(|kind| expression(&types.kind, kind.word()));
        let mut pairs = vec![
            ("relations".to_owned(), RestrictedExpression::new_set(relations)),
            ("ground".to_owned(), expression(&types.ground, facts.ground.word())),
            ("grounds".to_owned(), RestrictedExpression::new_set(grounds)),
            ("consents".to_owned(), RestrictedExpression::new_set(consents)),
            ("released".to_owned(), RestrictedExpression::new_set(released)),
            ("restricted".to_owned(), RestrictedExpression::new_bool(facts.restricted)),
        ];
        if let Some(purpose) = facts.purpose {
            pairs.push(("purpose".to_owned(), expression(&types.purpose, purpose.word())));
        }
        Context::from_pairs(pairs).ok()
    }
}

impl Rules {
    pub(crate) fn of(inner: Inner) -> Rules {
        Rules(Arc::new(inner))
    }

    /// Whether any rule lets `role` do `act` at all: the table behind `docs/rights.txt`. Asked before a route runs.
    #[must_use]
    pub fn role_may(&self, role: Option<Role>, act: Act) -> bool {
        self.0.table.get(&(role, act)).copied().unwrap_or(false)
    }

    /// The refusal a rule of this name stands for: in which words, and whom to ask.
    #[must_use]
    pub fn refusal(&self, rule: &str) -> Refusal {
        if rule == "budget" {
            return Refusal::budget();
        }
        let known = self.0.rules.get(rule).filter(|known| !known.says.is_empty());
        known.map_or_else(Refusal::no_rule, |known| Refusal { rule: rule.to_owned(), says: known.says.clone(), ask: known.ask.clone() })
    }

    /// Decides whether `who` may do `act`, to `client` when it concerns one of whom nothing else is known.
    ///
    /// # Errors
    /// The rule that refused.
    pub fn decide(&self, who: &Who, act: Act, client: Option<Id>) -> Result<Grant, Refusal> {
        match client {
            Some(client) => self.decide_case(who, act, &Case::of(client)),
            None if self.role_may(Some(who.role), act) => Ok(Grant::new(self, who, act, None, purpose_of(who.role))),
            None => Err(Refusal::no_rule()),
        }
    }

    /// Decides whether `who` may do `act` to the client of this case.
    ///
    /// # Errors
    /// The rule that refused.
    pub fn decide_case(&self, who: &Who, act: Act, case: &Case) -> Result<Grant, Refusal> {
        let facts = case.facts(who);
        self.file((who.role, case.service), act, case.protected, &facts)?;
        let purpose = facts.purpose.unwrap_or_else(|| purpose_of(who.role));
        Ok(Grant::new(self, who, act, Some((case.client, facts)), purpose))
    }

    /// Decides about the file of one client for somebody of this role, of an employment service or not.
    ///
    /// # Errors
    /// The rule that refused.
    pub fn file(&self, asker: (Role, bool), act: Act, protected: bool, facts: &Facts) -> Result<(), Refusal> {
        if !self.role_may(Some(asker.0), act) {
            return Err(Refusal::no_rule());
        }
        let attributes = vec![("protected", RestrictedExpression::new_bool(protected))];
        self.0.ask(Some(asker), act.word(), (&self.0.types.file, attributes), facts)
    }

    /// How much somebody may see of an entry of this kind and level; `own` when their organisation made it.
    #[must_use]
    pub fn shows(&self, role: Role, facts: &Facts, kind: EntryKind, level: Sensitivity, own: bool) -> Showing {
        self.shows_within(REMEMBERED, role, facts, kind, level, own)
    }

    /// The same, remembering at most `most` decisions.
    #[expect(clippy::too_many_arguments, reason = "these are the parts of the question, and the limit is for one test")]
    fn shows_within(&self, most: usize, role: Role, facts: &Facts, kind: EntryKind, level: Sensitivity, own: bool) -> Showing {
        let key = PartKey {
            role, service: facts.service, relations: facts.relations, purpose: facts.purpose, ground: facts.ground,
            grounded: facts.grounds.contains(&kind), agreed: facts.consents.contains(&kind), released: facts.released.contains(&kind), restricted: facts.restricted, kind, level, own,
        };
        // A thread that died with the lock leaves a map that is as true as before.
        let known = || self.0.shown.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(showing) = known().get(&key) {
            return *showing;
        }
        let types = &self.0.types;
        let may = |action: &str| {
            let attributes = vec![
                ("kind", expression(&types.kind, kind.word())),
                ("level", RestrictedExpression::new_long(level.level())),
                ("own", RestrictedExpression::new_bool(own)),
            ];
            self.0.ask(Some((role, facts.service)), action, (&types.part, attributes), facts).is_ok()
        };
        let ways = [("read", Showing::Whole), ("conclude", Showing::Conclusion), ("know", Showing::Restricted)];
        let showing = ways.into_iter().find(|(action, _)| may(action)).map_or(Showing::Hidden, |(_, showing)| showing);
        let mut known = known();
        if known.len() >= most {
            known.clear();
        }
        known.insert(key, showing);
        showing
    }

    /// Whether somebody may read the name of an organisation that knows the client; `sensitive` when the name betrays something.
    #[must_use]
    pub fn names(&self, role: Role, facts: &Facts, sensitive: bool, own: bool) -> bool {
        let attributes = vec![("sensitive", RestrictedExpression::new_bool(sensitive)), ("own", RestrictedExpression::new_bool(own))];
        self.0.ask(Some((role, facts.service)), "name", (&self.0.types.partner, attributes), facts).is_ok()
    }

    /// How many decisions the engine has made since the rules were read. What was remembered is not decided again.
    #[must_use]
    pub fn decisions(&self) -> u64 {
        self.0.decisions.load(Ordering::Relaxed)
    }
}

impl std::fmt::Debug for Rules {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} rules", self.0.rules.len())
    }
}

/// Two sets of rules are the same when they are one: what is compared are grants, and those come from one installation.
impl PartialEq for Rules {
    fn eq(&self, other: &Rules) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Rules {}

/// Why somebody of this role does what concerns no one client.
fn purpose_of(role: Role) -> Purpose {
    match role {
        Role::Jobseeker => Purpose::OwnFile,
        Role::Steward | Role::Administrator => Purpose::DataQuality,
        Role::Protection => Purpose::Oversight,
        Role::Counsellor | Role::Partner | Role::Manager | Role::Analyst => Purpose::Casework,
    }
}

/// Whether `who` may know of a protected client: the rule “protected” as a filter, for lists that are narrowed before they are
/// decided. A test holds it against the rules, row by row.
#[must_use]
pub fn sees_protected(who: &Who, client: Id, named: &[Id]) -> bool {
    match who.role {
        Role::Steward | Role::Protection => true,
        Role::Jobseeker => who.client == Some(client),
        Role::Counsellor | Role::Partner | Role::Manager | Role::Analyst | Role::Administrator => named.contains(&who.user),
    }
}

/// Whether somebody of this role finds only people of whom their organisation keeps a record: the rules about finding as a
/// filter, for searches that are narrowed before they are decided. A test holds it against the rules, row by row.
#[must_use]
pub fn finds_only_its_own(role: Role, service: bool) -> bool {
    match role {
        Role::Counsellor => !service,
        Role::Partner | Role::Manager => true,
        Role::Jobseeker | Role::Steward | Role::Protection | Role::Analyst | Role::Administrator => false,
    }
}

/// What is told of a reader at an organisation when it is foretold what they would see, before anybody is asked: `grounds` are the kinds of
/// entry that their organisation reads of others without asking the client.
#[must_use]
pub fn usual_facts(role: Role, grounds: BTreeSet<EntryKind>) -> Facts {
    let relation = if role == Role::Counsellor { Relation::Counsellor } else { Relation::Keeper };
    Facts { relations: crate::Relations::NONE.with(relation), purpose: Some(Purpose::Casework), grounds, ..Facts::default() }
}

#[cfg(test)]
mod tests;

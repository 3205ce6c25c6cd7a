//! Grants and permits: a right that was found, and the proof that the access log says so.

use crate::{Act, Facts, Ground, Purpose, Rules, Showing, Who};
use words::{EntryKind, Id, Sensitivity};

/// A right that was found, on its way to the access log.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a grant is worth nothing before it is logged"]
pub struct Grant {
    rules: Rules,
    who: Who,
    act: Act,
    client: Option<Id>,
    facts: Facts,
    purpose: Purpose,
}

/// Proof that a right was found and that the access log says so. Every write, and every read of personal data, takes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    grant: Grant,
    log_line: i64,
}

impl Grant {
    pub(crate) fn new(rules: &Rules, who: &Who, act: Act, about: Option<(Id, Facts)>, purpose: Purpose) -> Grant {
        let (client, facts) = about.map_or((None, Facts::default()), |(client, facts)| (Some(client), facts));
        Grant { rules: rules.clone(), who: who.clone(), act, client, facts, purpose }
    }

    /// The permit, once line `log_line` of the access log says that it was given. Only `history` calls this.
    #[must_use]
    pub fn logged(self, log_line: i64) -> Permit {
        Permit { grant: self, log_line }
    }

    /// Who asked.
    #[must_use]
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// What they asked to do.
    #[must_use]
    pub fn act(&self) -> Act {
        self.act
    }

    /// Whom it concerns.
    #[must_use]
    pub fn client(&self) -> Option<Id> {
        self.client
    }

    /// Why they ask.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The legal ground.
    #[must_use]
    pub fn ground(&self) -> Ground {
        self.facts.ground
    }
}

impl Permit {
    /// The right it was made from, for something that has to be logged on its own.
    #[must_use = "a grant is worth nothing before it is logged"]
    pub fn grant(&self) -> Grant {
        self.grant.clone()
    }

    /// Who holds it.
    #[must_use]
    pub fn who(&self) -> &Who {
        &self.grant.who
    }

    /// What it allows.
    #[must_use]
    pub fn act(&self) -> Act {
        self.grant.act
    }

    /// The client it is for; none for acts that concern no one client.
    #[must_use]
    pub fn client(&self) -> Option<Id> {
        self.grant.client
    }

    /// Why it was asked for.
    #[must_use]
    pub fn purpose(&self) -> Purpose {
        self.grant.purpose
    }

    /// The rules it was given under, to foretell what others would see.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.grant.rules
    }

    /// The line of the access log that says it was given.
    #[must_use]
    pub fn log_line(&self) -> i64 {
        self.log_line
    }

    /// How much the holder may see of an entry of this kind and level that `organisation` made.
    #[must_use]
    pub fn shows(&self, kind: EntryKind, level: Sensitivity, organisation: &str) -> Showing {
        let who = self.who();
        self.grant.rules.shows(who.role, &self.grant.facts, kind, level, who.organisation == organisation)
    }

    /// Whether the holder may read the name of an organisation that knows the client; `sensitive` when the name betrays something.
    #[must_use]
    pub fn names(&self, organisation: &str, sensitive: bool) -> bool {
        let who = self.who();
        self.grant.rules.names(who.role, &self.grant.facts, sensitive, who.organisation == organisation)
    }
}

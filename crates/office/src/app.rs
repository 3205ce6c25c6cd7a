//! What every handler needs: the database, the log, the clock, the pack and the texts of one installation.

use crate::{Clock, Front, Pack};
use db::Db;
use history::access::AccessLog;
use rights::{Act, Case, Grant, Refusal, Role, Who};
use seal::Keys;
use std::sync::Arc;
use web::Texts;
use words::Id;

/// One running installation. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The access log, the only way to a permit.
    pub log: AccessLog,
    /// The keys of what is stored sealed.
    pub keys: Keys,
    /// How requests reach us: over TLS, through a proxy, or from this machine alone.
    pub front: Arc<Front>,
    /// The time.
    pub clock: Clock,
    /// What the country or region has decided.
    pub pack: Arc<Pack>,
    /// The messages.
    pub texts: Arc<Texts>,
    /// Whether everybody in the database is invented: said on every page.
    pub synthetic: bool,
}

impl App {
    /// Decides whether `who` may do `act`, to `client` when it concerns one of whom nothing else is known.
    ///
    /// # Errors
    /// The rule that refused.
    pub fn decide(&self, who: &Who, act: Act, client: Option<Id>) -> Result<Grant, Refusal> {
        self.pack.rules.decide(who, act, client)
    }

    /// Decides whether `who` may do `act` to the client of this case.
    ///
    /// # Errors
    /// The rule that refused.
    pub fn decide_case(&self, who: &Who, act: Act, case: &Case) -> Result<Grant, Refusal> {
        self.pack.rules.decide_case(who, act, case)
    }

    /// Whether any rule lets this role do this at all.
    #[must_use]
    pub fn role_may(&self, role: Role, act: Act) -> bool {
        self.pack.rules.role_may(Some(role), act)
    }

    /// Whether somebody of this role comes in only with a second factor. Among invented people nobody needs one.
    #[must_use]
    pub fn needs_second_factor(&self, role: rights::Role) -> bool {
        !self.synthetic && self.pack.signing_in.needs_second_factor(role)
    }
}

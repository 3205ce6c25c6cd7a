//! What every handler needs: the database, the log, the clock, the pack and the texts of one installation.

use crate::{Clock, Front, Pack};
use db::Db;
use history::access::AccessLog;
use seal::Keys;
use std::sync::Arc;
use web::Texts;

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
    /// Whether somebody of this role comes in only with a second factor. Among invented people nobody needs one.
    #[must_use]
    pub fn needs_second_factor(&self, role: rights::Role) -> bool {
        !self.synthetic && self.pack.signing_in.needs_second_factor(role)
    }
}

//! What every handler needs: the database, the log, the clock, the pack and the texts of one installation.

use crate::{Clock, Pack};
use db::Db;
use history::access::AccessLog;
use std::sync::Arc;
use web::Texts;

/// One running installation. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The access log, the only way to a permit.
    pub log: AccessLog,
    /// The time.
    pub clock: Clock,
    /// What the country or region has decided.
    pub pack: Arc<Pack>,
    /// The messages.
    pub texts: Arc<Texts>,
    /// Whether everybody in the database is invented: said on every page.
    pub synthetic: bool,
}

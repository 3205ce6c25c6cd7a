//! An installation and somebody who works in it, for the tests of every crate.

use crate::{App, Clock, Key, Keys, Pack};
use db::Db;
use history::access::{AccessLog, ChainKey};
use rights::{Act, Permit, Role, Who};
use std::sync::Arc;
use words::{Date, Id};

/// An installation of invented people over this database, with the pack that ships, at the first moment of 23 November 2026 (UTC).
///
/// # Panics
/// When the pack or the messages cannot be read, which is what the test should say.
#[must_use]
#[expect(clippy::unwrap_used, reason = "only tests call this, and a test fails by panicking")]
pub fn app(db: &Db) -> App {
    let pack = Pack::eu_default().unwrap();
    App {
        db: db.clone(),
        log: AccessLog::new(ChainKey::new([1; 32]), pack.watching.budget()),
        keys: Keys::new(Key::new([2; 32])),
        front: Arc::default(),
        clock: Clock::starting_at("2026-11-23".parse::<Date>().unwrap().start()),
        pack: Arc::new(pack),
        texts: Arc::new(web::Texts::load().unwrap()),
        synthetic: true,
    }
}

/// A permit of Sofia, the data steward of the employment service, for an act that concerns no one client.
///
/// # Panics
/// When a steward may not do this, or the line of the log cannot be written.
#[expect(clippy::unwrap_used, reason = "only tests call this, and a test fails by panicking")]
pub async fn steward(app: &App, act: Act) -> Permit {
    let user = Id::from_bytes(&[7; 16]).unwrap();
    let who = Who { user, name: "Sofia".into(), role: Role::Steward, organisation: "employment-service".into(), client: None };
    app.log.permit_to_read(&app.db, app.clock.now(), app.decide(&who, act, None).unwrap(), "test").await.unwrap()
}

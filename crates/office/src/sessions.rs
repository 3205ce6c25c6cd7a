//! Sessions: who has come in with which browser, until when, and what is asked of them again.
//!
//! A session ends by idleness, after its total time, by its user, by the administrator, and with the user. Of its token
//! only the hash is stored; the token is a new one whenever the session gains something. A session that is not open yet
//! (a code is still asked) or is locked opens nothing: to every route it is nobody's. Pages `/account`, `/again`, `/lock`,
//! `/unlock`. Table: `session`.

pub(crate) mod cookies;
mod pages;
mod store;

pub use pages::routes;
pub use store::{close, end, end_all, end_others, find, forget, list_of, lock, open, seen, statements, turn, turn_unproved};

use crate::App;
use crate::users::User;
use words::{Id, Time, stored_words};

stored_words! {
    /// What a session still waits for.
    Stage {
        /// Nothing: its user is in.
        Open = "open",
        /// A new password: they came by a link.
        Password = "password",
        /// The code of the second factor.
        Code = "code",
        /// A second factor: their role needs one and they have none.
        Second = "second",
        /// That they acknowledge the rules for use: they have not, or long ago, or other ones.
        Policy = "policy",
    }
}

impl Stage {
    /// Where a session of this stage goes on.
    #[must_use]
    pub fn page(self) -> &'static str {
        match self {
            Stage::Open => "/",
            Stage::Password => "/sign-in/password",
            Stage::Code => "/sign-in/code",
            Stage::Second => "/sign-in/second-factor",
            Stage::Policy => "/sign-in/policy",
        }
    }
}

/// A session that has not ended.
#[derive(Clone, Debug)]
pub struct Session {
    /// What names it on pages; not its token.
    pub id: Id,
    /// Whose it is.
    pub user: User,
    /// The title of the organisation they work for.
    pub works_at: String,
    /// What that is: employment-service, municipality, insurer, health, training.
    pub works_in: String,
    /// What it still waits for.
    pub stage: Stage,
    /// When it began.
    pub created_at: Time,
    /// When it was last used, to the minute.
    pub seen_at: Time,
    /// When its user last showed who they are.
    pub proved_at: Time,
    /// Whether the screen is locked.
    pub locked: bool,
    /// What the browser says it is.
    pub device: String,
    /// The address it began from.
    pub source: String,
}

impl Session {
    /// Whether its user may go about their work in it.
    #[must_use]
    pub fn works(&self) -> bool {
        self.stage == Stage::Open && !self.locked
    }

    /// Whether its user has shown who they are so lately that rights may change.
    #[must_use]
    pub fn fresh(&self, app: &App, now: Time) -> bool {
        now < self.proved_at.plus_seconds(app.pack.signing_in.fresh_minutes * 60)
    }
}

/// Where a session comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// What the browser says it is, at most 200 characters.
    pub device: String,
    /// The address, as far as we can know.
    pub source: String,
}

/// The moments that bound a session under the pack: when one that begins now ends, and before when nobody may have left
/// one that still runs.
#[must_use]
pub fn bounds(app: &App, now: Time) -> (Time, Time) {
    let limits = &app.pack.signing_in;
    (now.plus_seconds(limits.total_hours * 3600), now.plus_seconds(-limits.idle_minutes * 60))
}

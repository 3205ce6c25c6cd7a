//! Users and how they come in: a password, or a link that works once. Tables: `app_user`, `session`, `sign_in_link`.
//!
//! Of a session or a link only the hash is stored: whoever reads the database cannot come in with it.

mod secrets;
mod store;

pub use secrets::{Token, hash_password};
pub use store::{
    add, by_sign_in, close_session, list, make_link, open_session, set_language, statements, use_link, who_is,
};

use rights::Who;
use words::Id;

/// How long a session lasts, in seconds: a working day.
pub const SESSION_SECONDS: i64 = 12 * 3600;

/// Someone who can sign in.
#[derive(Clone, Debug)]
pub struct User {
    /// Who they are to the rules.
    pub who: Who,
    /// For a jobseeker: the record of them. Their client follows from its link at each request, so that whoever takes a
    /// wrong link back does not leave them in a stranger's file.
    pub record: Option<Id>,
    /// What they type to sign in.
    pub sign_in: String,
    /// The language they read.
    pub language: String,
}

//! Users: who can come in, added, changed and ended by an administrator, and the links that let them choose a password.
//! Pages `/users`. Tables: `app_user`, `sign_in_link`.
//!
//! Of a link only the hash is stored: whoever reads the database cannot come in with it.

mod actions;
mod pages;
mod secrets;
mod store;
mod views;

pub use crate::passwords::hash_password;
pub use actions::{LINK_SECONDS, first_link, invite};
pub use pages::routes;
pub use secrets::Token;
pub(crate) use store::{find_link, user};
pub use store::{
    Account, account, accounts, add, by_sign_in, list, make_link, present, set_language, set_password, statements, use_link,
};

use rights::Who;
use words::Id;

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

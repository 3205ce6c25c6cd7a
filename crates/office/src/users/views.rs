//! What the pages of users see.

use super::Account;
use crate::organisations::Titles;
use words::Id;

/// One row of the list.
pub(super) struct Row {
    pub(super) id: Id,
    pub(super) name: String,
    pub(super) sign_in: String,
    pub(super) role: &'static str,
    pub(super) organisation: String,
    pub(super) hue: usize,
    /// `in`, `invited` (no password chosen yet) or `ended`.
    pub(super) state: &'static str,
    pub(super) second_factor: bool,
}

impl Row {
    pub(super) fn of(account: &Account, titles: &Titles) -> Row {
        let who = &account.user.who;
        Row {
            id: who.user,
            name: who.name.clone(),
            sign_in: account.user.sign_in.clone(),
            role: who.role.word(),
            organisation: titles.title(&who.organisation).to_owned(),
            hue: titles.hue(&who.organisation),
            state: state(account),
            second_factor: account.second_factor,
        }
    }
}

/// How it stands with a user, in a word.
pub(super) fn state(account: &Account) -> &'static str {
    match (account.ended_at, &account.password_hash) {
        (Some(_), _) => "ended",
        (None, Some(_)) => "in",
        (None, None) => "invited",
    }
}

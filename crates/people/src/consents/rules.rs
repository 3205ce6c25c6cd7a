//! What holds of what was said. Pure.

use super::{Said, Says};
use words::{EntryKind, Id, Time};

/// What a client has said last about one kind of entry and one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The client.
    pub client: Id,
    /// The statement.
    pub said: Said,
    /// Whether it shares, now.
    pub shares: bool,
}

/// What holds at `now` of these statements, each with its client: of several about one kind, organisation and purpose the latest. Of
/// two said at the same moment the one that shares less counts. A no counts at once, also where another node's clock is behind.
#[must_use]
pub fn standing(statements: Vec<(Id, Said)>, now: Time) -> Vec<Standing> {
    let about = |client: &Id, said: &Said| (*client, said.organisation.clone(), said.kind, said.purpose.clone());
    let order = |said: &Said| (said.said_at, said.says != Says::Given, said.recorded_at, said.id);
    let mut last: Vec<(Id, Said)> = Vec::new();
    for (client, said) in statements.into_iter().filter(|(_, said)| said.says != Says::Given || said.said_at <= now) {
        match last.iter_mut().find(|(known, before)| about(known, before) == about(&client, &said)) {
            Some(before) if order(&before.1) < order(&said) => *before = (client, said),
            Some(_) => {}
            None => last.push((client, said)),
        }
    }
    let shares = |said: &Said| said.says == Says::Given && said.ends_at.is_none_or(|ends| ends > now);
    last.into_iter().map(|(client, said)| Standing { client, shares: shares(&said), said }).collect()
}

/// The kinds that are shared for casework at `now`, by client.
#[must_use]
pub(super) fn shared(statements: Vec<(Id, Said)>, now: Time) -> Vec<(Id, EntryKind)> {
    let holds = standing(statements, now).into_iter().filter(|one| one.shares && one.said.purpose == super::CASEWORK);
    holds.map(|one| (one.client, one.said.kind)).collect()
}

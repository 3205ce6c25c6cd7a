//! The budget of a day: how many different people somebody may be shown. A hijacked account stops here.
//!
//! It is decided in the transaction that writes the access log, behind the lock that every line waits for: two nodes cannot both
//! spend the last of it. The count is one row for each user and day, so nothing is counted when a page opens. Tables:
//! `shown_person`, `shown_day`.

mod store;

pub(super) use store::{of_day, statements};
pub use store::{allow_more, first_shown, forget_shown, shown_on};

use db::{DbError, Tx};
use rights::{Grant, Role};
use std::collections::{BTreeMap, BTreeSet};
use words::{Id, Time};

/// How many different people users of each role may be shown on one day. A role that is not named may be shown nobody; a
/// jobseeker, who is only ever shown themselves, needs no number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    people: BTreeMap<Role, i64>,
}

impl Budget {
    /// A budget of so many people a day for each role.
    #[must_use]
    pub fn new(people: BTreeMap<Role, i64>) -> Budget {
        Budget { people }
    }

    /// How many people somebody of this role may be shown on a day; none where nothing is counted.
    #[must_use]
    pub fn of(&self, role: Role) -> Option<i64> {
        (role != Role::Jobseeker).then(|| self.people.get(&role).copied().unwrap_or(0))
    }
}

/// How many people somebody was shown on a day; or would have been, had it not been more than it may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spent {
    /// How many different people they have been shown today.
    pub shown: i64,
    /// How many it may be.
    pub limit: i64,
    /// Whose file it was, when it was one person's.
    pub client: Option<Id>,
}

/// Why there is no permit although there is a right.
#[derive(Debug, thiserror::Error)]
pub enum NoPermit {
    /// The line of the access log cannot be written.
    #[error(transparent)]
    Database(#[from] DbError),
    /// The budget of the day is spent.
    #[error("the budget of the day is spent: {} people of {}", .0.shown, .0.limit)]
    Spent(Spent),
}

/// Takes from the budget what these grants disclose: of each of its people only whom they have not been shown today. The caller has the
/// turn of the log: what is read here stands until the lines are written.
pub(super) async fn spend(tx: &mut Tx, budget: &Budget, at: Time, grants: &[Grant]) -> Result<(), NoPermit> {
    let mut asked: BTreeMap<(Id, i64), BTreeSet<Id>> = BTreeMap::new();
    for grant in grants.iter().filter(|grant| grant.act().discloses()) {
        if let (Some(client), Some(limit)) = (grant.client(), budget.of(grant.who().role)) {
            asked.entry((grant.who().user, limit)).or_default().insert(client);
        }
    }
    for ((user, limit), mut clients) in asked {
        let day = at.date();
        let (seen, shown, more) = store::spent(tx, user, day, &clients).await?;
        for seen in seen {
            clients.remove(&seen);
        }
        if clients.is_empty() {
            continue;
        }
        let new = i64::try_from(clients.len()).unwrap_or(i64::MAX);
        let limit = limit.saturating_add(more);
        if shown.saturating_add(new) > limit {
            return Err(NoPermit::Spent(Spent { shown, limit, client: clients.into_iter().next().filter(|_| new == 1) }));
        }
        store::show(tx, user, day, &clients, at).await?;
    }
    Ok(())
}

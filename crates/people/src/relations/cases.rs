//! The facts of a case, as the rules ask for them.

use super::store::{self, Fact};
use crate::decisions::{self, Hidden};
use crate::{consents, links, requests};
use db::{DbError, Tx};
use office::{App, Problem, Visitor, organisations};
use rights::{Case, Purpose, Relation, Role};
use std::collections::HashMap;
use words::{Id, Time};

/// What ties the visitor to each of these clients, in the order asked. The clients must stand for themselves.
///
/// # Errors
/// What the database says.
pub async fn cases(tx: &mut Tx, visitor: &Visitor, clients: &[Id], now: Time) -> Result<Vec<Case>, DbError> {
    let hidden = decisions::hidden(tx, clients).await?;
    cases_among(tx, visitor, clients, &hidden, now).await
}

/// The same where it is known already which of these clients are hidden.
///
/// # Errors
/// What the database says.
pub async fn cases_among(tx: &mut Tx, visitor: &Visitor, clients: &[Id], hidden: &Hidden, now: Time) -> Result<Vec<Case>, DbError> {
    if clients.is_empty() {
        return Ok(Vec::new());
    }
    let who = &visitor.who;
    let service = visitor.works_in == organisations::SERVICE;
    let protected: Vec<(Id, &Vec<Id>)> = clients.iter().filter_map(|client| Some((*client, hidden.get(client)?))).collect();
    let mut cases: HashMap<Id, Case> = clients.iter().map(|client| (*client, Case { service, ..Case::of(*client) })).collect();
    for (client, fact) in store::facts(tx, who, visitor.session, clients, now).await? {
        if let Some(case) = cases.get_mut(&client) {
            learn(case, fact);
        }
    }
    for (client, named) in protected {
        if let Some(case) = cases.get_mut(&client) {
            case.protected = true;
            if named.contains(&who.user) {
                case.relations = case.relations.with(Relation::Named);
            }
        }
    }
    if who.role == Role::Protection {
        for client in requests::waits_for_copy(tx, clients).await? {
            if let Some(case) = cases.get_mut(&client) {
                case.relations = case.relations.with(Relation::AsksCopy);
            }
        }
    }
    for (client, kind) in consents::in_force(tx, &who.organisation, clients, now).await? {
        if let Some(case) = cases.get_mut(&client) {
            case.consents.insert(kind);
            case.relations = case.relations.with(Relation::Release);
        }
    }
    Ok(clients.iter().filter_map(|client| cases.get(client).cloned()).collect())
}

fn learn(case: &mut Case, fact: Fact) {
    match fact {
        Fact::Tie(relation) => case.relations = case.relations.with(relation),
        Fact::Restricted => case.restricted = true,
        Fact::Stated(purpose) => case.stated = Some(purpose),
        Fact::Released(purpose, kinds) => {
            // Of releases for different things the file opens for what they have in common: helping the client.
            case.released_for = Some(if case.released_for.is_none_or(|before| before == purpose) { purpose } else { Purpose::Casework });
            case.released.extend(kinds);
            case.relations = case.relations.with(Relation::Release);
        }
    }
}

/// The case of one client, however old the id: of the client that stands for it today.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such client; what the database says.
pub async fn case_of(app: &App, visitor: &Visitor, client: Id) -> Result<Case, Problem> {
    let mut tx = app.db.read().await?;
    let (standing, _) = links::clients_of(&mut tx, client).await?;
    case_in(&mut tx, app, visitor, standing).await
}

/// The case of one client that stands for itself. What the visitor's organisation has a ground to read is added; a consent counts as long as the pack leaves the matter to the client, and a release as
/// long as the pack does not.
///
/// # Errors
/// See [`case_of`].
pub(super) async fn case_in(tx: &mut Tx, app: &App, visitor: &Visitor, client: Id) -> Result<Case, Problem> {
    let mut case = cases(tx, visitor, &[client], app.clock.now()).await?.pop().ok_or(Problem::NotFound)?;
    case.grounds = app.pack.grounds.unasked(&visitor.works_in);
    if !case.consents.is_empty() || !case.released.is_empty() {
        case.consents.retain(|kind| app.pack.grounds.rests_on_consent(&visitor.works_in, *kind));
        case.released.retain(|kind| app.pack.grounds.may_release(&visitor.works_in, *kind));
        if case.released.is_empty() {
            case.released_for = None;
        }
        if case.consents.is_empty() && case.released.is_empty() {
            case.relations = case.relations.without(Relation::Release);
        }
    }
    Ok(case)
}

//! Taking a decision back: every record it moved returns to the client it had before, and what was said no longer holds. What
//! linkage has moved since stays where linkage put it, and is linked anew without what was said: so a decision can be taken back
//! for ever, whatever the machine has done meanwhile; only what people have decided since about the same records comes first.

use super::decide::Deciding;
use super::standing;
use super::store::{self, Link};
use crate::decisions::{self, Kind};
use crate::questions::{self, Answer};
use db::{DbError, Tx};
use history::entries;
use office::Problem;
use std::collections::BTreeMap;
use words::Id;

/// Undoes one decision. What it said stops holding with the decision that takes it back, which the caller writes. Gives the
/// records that are to be linked anew after that: those about which linkage has acted on the decision.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such decision of a person; [`Problem::Already`] when it has been taken back, or
/// people have moved one of the records again since.
pub(super) async fn undo(tx: &mut Tx, deciding: &Deciding<'_>, of: Id) -> Result<Vec<Id>, Problem> {
    let permit = deciding.permit;
    let kind = match decisions::find(tx, permit, of).await? {
        Some(decision) if decision.gone.is_some() => return Err(Problem::Already),
        Some(decision) if decision.kind == Kind::TakenBack => return Err(Problem::NotFound),
        Some(decision) => decision.kind,
        // Decisions made before there was a list of them are known by what they said.
        None if standing::pairs_of(tx, permit, &[of]).await?.is_empty() => return Err(Problem::NotFound),
        None => Kind::Same,
    };
    match kind {
        Kind::Same | Kind::Different | Kind::Unlinked | Kind::Split => {
            let anew = go_home(tx, deciding, of).await?;
            entries::move_back(tx, permit, of, deciding.id(), deciding.now()).await?;
            Ok(anew)
        }
        Kind::Withdrawn => return_record(tx, deciding, of).await,
        Kind::Disputed => {
            settle(tx, deciding, of).await?;
            Ok(decisions::records_of(tx, permit, of).await?)
        }
        Kind::Protected | Kind::TakenBack => Ok(Vec::new()),
    }
}

/// Every record the decision moved returns to the client it had before. Gives those to be linked anew.
async fn go_home(tx: &mut Tx, deciding: &Deciding<'_>, of: Id) -> Result<Vec<Id>, Problem> {
    let permit = deciding.permit;
    let moved: Vec<Id> = store::decision(tx, permit, of).await?.iter().map(|link| link.record).collect();
    let left: Vec<Id> = store::current_of(tx, &moved).await?.into_iter().map(|(_, client, _)| client).collect();
    // A record that its source has taken away meanwhile is in no client: that comes back first.
    if left.len() != moved.len() {
        return Err(Problem::Already);
    }
    let (mut homes, mut anew): (BTreeMap<Id, Vec<Id>>, Vec<Id>) = (BTreeMap::new(), Vec::new());
    for chain in standing::standing(tx, &moved).await?.chunk_by(|a, b| a.record == b.record) {
        match chain {
            [.., before, last] if last.id == of => homes.entry(before.client).or_default().push(last.record),
            [.., last] if last.author.is_none() => anew.push(last.record),
            _ => return Err(Problem::Already),
        }
    }
    for (client, records) in &homes {
        let stands = store::stands_for(tx, *client).await?;
        if stands != *client && !left.contains(&stands) {
            // Where people have made the old client part of another since, their decision is taken back first.
            if moved_on(tx, *client, By::People).await? {
                return Err(Problem::Already);
            }
            anew.extend(records);
        }
    }
    let home = homes.keys().next_back().copied();
    for (client, records) in homes {
        deciding.relocate(tx, &records, client, "taken-back").await?;
        store::set_became(tx, permit, client, None).await?;
    }
    // A client made by the decision is empty now; who looked at it looked at the one it came from. One that a record was in when its
    // source took it away is that record's still.
    for client in left {
        if let Some(home) = home.filter(|home| *home != client)
            && store::records_of(tx, client).await?.is_empty()
            && standing::withdrawn_from(tx, permit, &[client]).await?.is_empty()
        {
            store::set_became(tx, permit, client, Some(home)).await?;
        }
    }
    Ok(anew)
}

/// Whose decisions are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    People,
    Anybody,
}

/// Whether records left this client by a decision that still holds.
async fn moved_on(tx: &mut Tx, client: Id, by: By) -> Result<bool, DbError> {
    let records = standing::touched(tx, client).await?;
    let links = standing::standing(tx, &records).await?;
    let left = links.windows(2).any(|pair| match pair {
        [before, after] => {
            let counts = by == By::Anybody || after.author.is_some();
            before.record == after.record && before.client == client && after.client != client && counts
        }
        _ => false,
    });
    Ok(left)
}

/// A record its source had taken away is there again, in the client it was in. Where linkage has made that part of another since,
/// the record is linked anew.
async fn return_record(tx: &mut Tx, deciding: &Deciding<'_>, of: Id) -> Result<Vec<Id>, Problem> {
    let records = decisions::records_of(tx, deciding.permit, of).await?;
    let mut anew = Vec::new();
    for record in records {
        if return_if_it_stands(tx, deciding, record).await? {
            continue;
        }
        let was = standing::standing(tx, &[record]).await?.last().map(|link| link.client);
        if let Some(client) = was
            && moved_on(tx, client, By::People).await?
        {
            return Err(Problem::Already);
        }
        anew.push(record);
    }
    Ok(anew)
}

/// A record that was taken away returns to the client it was in, if that still stands; otherwise it finds its person as if it
/// were new. Whether it has returned.
pub(super) async fn return_if_it_stands(tx: &mut Tx, deciding: &Deciding<'_>, record: Id) -> Result<bool, DbError> {
    let chain = standing::standing(tx, &[record]).await?;
    let Some(last) = chain.last() else { return Ok(false) };
    if store::stands_for(tx, last.client).await? != last.client {
        if moved_on(tx, last.client, By::Anybody).await? {
            return Ok(false);
        }
        // Whoever went on from there to another client was erased since: that was theirs, not this record's.
        store::set_became(tx, deciding.permit, last.client, None).await?;
    }
    store::set_current(tx, deciding.permit, last).await?;
    let told = Link { id: deciding.id(), author: Some(deciding.decision.author), decided_at: deciding.now(), ..last.clone() };
    deciding.tell(tx, &[told], "taken-back").await?;
    Ok(true)
}

/// A value is no longer in dispute: nobody needs to answer for it any more.
async fn settle(tx: &mut Tx, deciding: &Deciding<'_>, of: Id) -> Result<(), Problem> {
    if questions::get(tx, deciding.permit, of).await?.answer.is_none() {
        let answer = Answer { verdict: "taken-back".to_owned(), author: deciding.decision.author, reason: String::new(), at: deciding.now() };
        questions::give(tx, deciding.permit, of, &answer).await?;
    }
    Ok(())
}

//! Without names: which rows of a partner's encodings are clients, told under a legal ground and nothing else.
//!
//! No tables and no pages: encodings are matched in memory and forgotten. Each client the partner learns of has a line in the
//! access log before the answer leaves this house; so has the exchange as a whole.

use crate::decisions;
use crate::links::table_of_everyone;
use crate::records;
use db::DbError;
use history::access::NoPermit;
use linkage::encoding::{Encoded, Encoding, Match, Secret, encode, match_encodings};
use office::App;
use rights::{Act, Who};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use words::Id;

/// What the partner gets, and how many clients it tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The handles of the partner's rows that are clients, in order.
    pub handles: BTreeSet<u64>,
    /// How many clients have a line in the access log for it.
    pub clients: usize,
    /// How many clients there are at all.
    pub known: usize,
}

/// Matches a partner's encodings with everybody we know. `told` says in the access log who is told, on what ground, in which exchange.
/// `chance` are 256 fresh random bits. Where a row agrees with several clients, the one it agrees with most is meant, and all of
/// those that agree equally.
///
/// # Errors
/// When the role may not, or what the database says; then nobody is told anything.
pub async fn answer(app: &App, who: &Who, told: &str, secret: &Secret, theirs: &[Encoding], chance: &[u8; 32]) -> Result<Answer, NoPermit> {
    let grant = |client| app.decide(who, Act::MatchEncoded, client).map_err(|refusal| DbError::Schema(refusal.to_string()));
    let permit = app.log.permit_to_read(&app.db, app.clock.now(), grant(None)?, &format!("{} rows matched without names: {told}", theirs.len())).await?;
    let mut tx = app.db.read().await?;
    let everyone = records::everyone(&mut tx, &permit).await?;
    let all: Vec<Id> = everyone.iter().filter_map(|one| one.client).collect();
    // That somebody protected is known here is told to nobody outside.
    let protected = decisions::hidden(&mut tx, &all).await?;
    drop(tx);
    let told_of = |one: &records::Everyone| one.client.is_some_and(|client| !protected.contains_key(&client));
    let linked: Vec<records::Everyone> = everyone.into_iter().filter(told_of).collect();
    let mut numbers: HashMap<Id, u32> = HashMap::new();
    let mut clients: Vec<Id> = Vec::new();
    let mut number = |client: Id| {
        *numbers.entry(client).or_insert_with(|| {
            clients.push(client);
            clients.len() as u32 - 1
        })
    };
    let people: Vec<u32> = linked.iter().filter_map(|one| one.client).map(&mut number).collect();
    let table = table_of_everyone(&linked);
    let ours = encode(&table, Some(&people), secret, chance);
    let meant = meant(&ours, theirs, &match_encodings(&ours.rows, theirs));
    let told_of: BTreeSet<Id> = meant.values().flatten().filter_map(|number| clients.get(*number as usize).copied()).collect();
    let grants = told_of.iter().map(|client| grant(Some(*client))).collect::<Result<Vec<_>, _>>()?;
    app.log.permits(&app.db, app.clock.now(), grants, told).await?;
    Ok(Answer { handles: meant.into_keys().collect(), clients: told_of.len(), known: clients.len() })
}

/// For each of their handles that is found, the clients it agrees with most.
fn meant(ours: &Encoded, theirs: &[Encoding], matches: &[Match]) -> BTreeMap<u64, BTreeSet<u32>> {
    let client_of: HashMap<u64, u32> = ours.kept.iter().map(|kept| (kept.handle, kept.person)).collect();
    let mut agree: BTreeMap<u64, BTreeMap<u32, u32>> = BTreeMap::new();
    for found in matches {
        let (Some(our), Some(their)) = (ours.rows.get(found.ours as usize), theirs.get(found.theirs as usize)) else { continue };
        let Some(client) = client_of.get(&our.handle) else { continue };
        *agree.entry(their.handle).or_default().entry(*client).or_default() += found.agree;
    }
    let best = |clients: BTreeMap<u32, u32>| {
        let most = clients.values().copied().max().unwrap_or_default();
        clients.into_iter().filter(|(_, agree)| *agree == most).map(|(client, _)| client).collect()
    };
    agree.into_iter().map(|(handle, clients)| (handle, best(clients))).collect()
}

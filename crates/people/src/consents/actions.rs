//! What is said about sharing.

use super::{CASEWORK, Channel, Said, Says, TEXT, rules, store};
use crate::links;
use db::{DbError, Tx};
use office::{App, organisations};
use rights::{Permit, Role};
use std::collections::BTreeSet;
use words::{Date, EntryKind, Id, Time};

/// What somebody says about sharing one kind of entry with one organisation.
#[derive(Clone, Debug)]
pub struct Saying {
    /// With whom.
    pub organisation: String,
    /// What.
    pub kind: EntryKind,
    /// Whether it is to be shared.
    pub shares: bool,
    /// How they say it.
    pub channel: Channel,
    /// On which day, when it was not now.
    pub on: Option<Date>,
    /// In which language they read the text.
    pub language: String,
}

/// Keeps what the client the permit is for says, in a transaction of [`db::Db::revoke`] when it shares less than before. Gives whether
/// it is shared now: a yes on an old paper does not count against a later no.
///
/// # Errors
/// [`DbError::NotFound`] when this organisation's reading of this kind does not rest on consent, or the client has no record; what
/// the database says.
pub async fn say(tx: &mut Tx, app: &App, permit: &Permit, saying: &Saying) -> Result<bool, DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let organisation = organisations::kind(tx, &saying.organisation).await?.ok_or(DbError::NotFound)?;
    if !app.pack.grounds.rests_on_consent(&organisation, saying.kind) {
        return Err(DbError::NotFound);
    }
    let (who, now) = (permit.who(), app.clock.now());
    let all = store::of_clients(tx, permit, &[client]).await?;
    let about: Vec<Said> = all.iter().map(|(_, said)| said).filter(|said| said.organisation == saying.organisation && said.kind == saying.kind).cloned().collect();
    let said_at = said_at(saying, now, &about);
    let shared = |all| rules::standing(all, now).iter().any(|one| one.shares && one.said.organisation == saying.organisation && one.said.kind == saying.kind);
    let says = match (saying.shares, shared(all.clone())) {
        (true, _) => Says::Given,
        (false, true) => Says::Withdrawn,
        (false, false) => Says::Refused,
    };
    let ends = said_at.date().plus_months(app.pack.grounds.consent_months()).end();
    let said = Said {
        id: app.clock.id(),
        record: record_of(tx, permit, client).await?,
        organisation: saying.organisation.clone(),
        kind: saying.kind,
        purpose: CASEWORK.to_owned(),
        says,
        text: TEXT.to_owned(),
        language: saying.language.clone(),
        channel: saying.channel,
        said_at,
        ends_at: saying.shares.then_some(ends),
        recorded_at: now,
        recorded_by: who.user,
        recorded_for: who.organisation.clone(),
    };
    store::add(tx, permit, &said).await?;
    if !saying.shares {
        // A no stands beside every yes, on its own record: should this one leave the client, nothing else is to be left of them.
        let others: BTreeSet<Id> = about.iter().map(|one| one.record).filter(|record| *record != said.record).collect();
        for record in others {
            store::add(tx, permit, &Said { id: app.clock.id(), record, ..said.clone() }).await?;
        }
    }
    Ok(shared(all.into_iter().chain([(client, said)]).collect()))
}

/// When it was said. What ends sharing holds from now on, whenever the paper was signed: what has been shown cannot be taken back, and
/// nothing said in between is to win against it, not even what a node wrote whose clock goes before ours.
fn said_at(saying: &Saying, now: Time, about: &[Said]) -> Time {
    match saying.on {
        Some(day) if saying.shares && day < now.date() => day.start(),
        _ if saying.shares => now,
        _ => about.iter().map(|said| Time::from_micros(said.said_at.micros() + 1)).fold(now, Time::max),
    }
}

/// The record it is said about: the one a jobseeker comes in by, else one that the organisation of whoever writes it down keeps.
///
/// # Errors
/// [`DbError::NotFound`] when the client has no record; what the database says.
pub async fn record_of(tx: &mut Tx, permit: &Permit, client: Id) -> Result<Id, DbError> {
    let members = links::members(tx, permit, &[client]).await?;
    let own = match permit.who().role {
        Role::Jobseeker => store::record_of(tx, permit.who().user).await?,
        _ => members.iter().find(|member| member.organisation == permit.who().organisation).map(|member| member.record),
    };
    own.or_else(|| members.first().map(|member| member.record)).ok_or(DbError::NotFound)
}

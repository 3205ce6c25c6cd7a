//! Putting somebody into a case team, and taking them out.

use super::store::{self, Seat, sits};
use crate::{consents, decisions, links};
use db::{DbError, Tx};
use office::users::{self, User};
use office::App;
use rights::{Permit, Who};
use words::{Date, Id};

/// What somebody is put into a team for.
pub(super) struct Putting {
    pub part: String,
    pub from: Date,
    pub until: Option<Date>,
}

/// Those who can be put into the team of the permit's client by its holder: they can still come in, and do not sit there yet. Of somebody
/// protected those alone who are named.
pub(super) async fn candidates(tx: &mut Tx, app: &App, permit: &Permit) -> Result<Vec<User>, DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let today = app.clock.now().date();
    let seats = store::of_clients(tx, permit, &[client]).await?;
    let sits_there = |user: Id| seats.iter().any(|(_, seat)| seat.user == user && seat.there && seat.stands(today));
    let named = decisions::hidden(tx, &[client]).await?.remove(&client);
    let mut all = users::present(tx).await?;
    all.retain(|user| {
        let (who, id) = (&user.who, user.who.user);
        sits(who.role) && id != permit.who().user && !sits_there(id) && named.as_ref().is_none_or(|named| named.contains(&id))
    });
    Ok(all)
}

/// Puts `member` into the team of the permit's client. That they are one of [`candidates`] is the caller's to see to.
pub(super) async fn put_in(tx: &mut Tx, app: &App, permit: &Permit, member: &Who, putting: Putting) -> Result<(), DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let seat = Seat {
        id: app.clock.id(),
        record: consents::record_of(tx, permit, client).await?,
        user: member.user,
        name: member.name.clone(),
        organisation: member.organisation.clone(),
        part: putting.part,
        from: putting.from,
        until: putting.until,
        put_at: app.clock.now(),
        author: permit.who().user,
        ended: None,
        there: true,
    };
    store::add(tx, permit, &seat).await
}

/// The seats in the team of the permit's client that its holder may end: those of records that their organisation keeps.
pub(super) async fn ends(tx: &mut Tx, app: &App, permit: &Permit) -> Result<Vec<Seat>, DbError> {
    let client = permit.client().ok_or(DbError::NotFound)?;
    let (today, organisation) = (app.clock.now().date(), &permit.who().organisation);
    let members = links::members(tx, permit, &[client]).await?;
    let own = |record: Id| members.iter().any(|member| member.record == record && member.organisation == *organisation);
    let seats = store::of_clients(tx, permit, &[client]).await?.into_iter().map(|(_, seat)| seat);
    Ok(seats.filter(|seat| seat.stands(today) && own(seat.record)).collect())
}

/// Whether a seat waits to be ended by [`end_resting`]; tells of nobody.
///
/// # Errors
/// What the database says.
pub async fn rests(app: &App) -> Result<bool, DbError> {
    store::rests(&mut app.db.read().await?).await
}

/// Ends the seats whose user has left, works elsewhere or as something else: they opened nothing since, and whoever comes back is put in
/// anew, by whoever leads the case then. The program does it once a day. Gives how many.
///
/// # Errors
/// What the database says.
pub async fn end_resting(app: &App, permit: &Permit) -> Result<usize, DbError> {
    let mut ended = 0;
    loop {
        let mut tx = app.db.write().await?;
        let some = store::end_resting(&mut tx, permit, app.clock.now(), 500).await?;
        tx.commit().await?;
        if some == 0 {
            return Ok(ended);
        }
        ended += some;
    }
}

/// Takes whoever has this seat out of the team, in a transaction of [`db::Db::revoke`], whichever seats they have there: two people may
/// have put them in at the same moment.
pub(super) async fn take_out(tx: &mut Tx, app: &App, permit: &Permit, seat: &Seat) -> Result<(), DbError> {
    let now = app.clock.now();
    for one in ends(tx, app, permit).await?.iter().filter(|one| one.user == seat.user) {
        store::end(tx, permit, one, now).await?;
    }
    Ok(())
}

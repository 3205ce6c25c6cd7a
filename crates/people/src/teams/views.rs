//! A case team as pages show it.

use super::store::{self, Seat};
use db::Tx;
use office::organisations::Titles;
use office::{App, Problem};
use rights::Permit;
use words::{Date, Id};

/// Somebody in a case team.
pub struct SeatView {
    /// The id of their seat.
    pub id: Id,
    /// Their name.
    pub name: String,
    /// Their organisation.
    pub organisation: String,
    /// Its colour.
    pub hue: usize,
    /// What they do in the team.
    pub part: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Option<Date>,
    /// Whether the first day is still to come.
    pub later: bool,
    /// Whether they can still come in for that organisation: else the seat gives nothing.
    pub there: bool,
}

impl SeatView {
    pub(super) fn of(seat: Seat, titles: &Titles, today: Date) -> SeatView {
        SeatView {
            id: seat.id,
            organisation: titles.title(&seat.organisation).to_owned(),
            hue: titles.hue(&seat.organisation),
            later: seat.from > today,
            name: seat.name,
            part: seat.part,
            from: seat.from,
            until: seat.until,
            there: seat.there,
        }
    }
}

/// The case team of the permit's client today, in the order in which they were put in; those who come later too.
///
/// # Errors
/// What the database says.
pub async fn about(tx: &mut Tx, app: &App, permit: &Permit, titles: &Titles) -> Result<Vec<SeatView>, Problem> {
    let client = permit.client().ok_or(Problem::NotFound)?;
    let today = app.clock.now().date();
    let seats = store::of_clients(tx, permit, &[client]).await?.into_iter().map(|(_, seat)| seat);
    Ok(seats.filter(|seat| seat.there && seat.stands(today)).map(|seat| SeatView::of(seat, titles, today)).collect())
}

//! Teams: who works on a person's case together, whichever organisation they are of.
//!
//! Whoever leads the case, or covers for who does, puts a user into the case team with a part and a first day, and takes them out again; the
//! organisation that keeps the record decides, as about its counsellor. While the seat is theirs the file opens to its user, as the
//! rules say of a team, and to nobody else of their organisation. It ends with its last day and when they are taken out. When they leave, go
//! to another organisation or work as something else it opens nothing from that moment on, and ends with that day. A member puts nobody in. Into the team of somebody protected come those who are named and no others.
//! Taking somebody out is done in [`db::Db::revoke`]: afterwards no answer is made as if they still sat there.
//!
//! Pages `/clients/{client}/team`, `/case-teams`. Tables: `case_team`, `case_team_end`.

mod actions;
mod mine_page;
mod pages;
mod store;
mod views;

pub use actions::{end_resting, rests};
pub use pages::routes;
pub use store::{Seat, of_clients, organisations_in, statements};
pub use views::{SeatView, about};

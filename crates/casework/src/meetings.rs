//! Meetings with a client: planned, held, missed, called off; what was said becomes an entry of the history.
//!
//! Whoever counsels somebody, or covers, plans a meeting and records what came of it together with the next one. Before it is saved the form
//! says who will read the note, and words that look like health, debt or belief are pointed out once; the writer then says who is to
//! read it. What is typed is kept as a draft, sealed, for its writer alone, until the meeting is saved. Nobody is without a contact for longer
//! than the pack's floor allows ([`words::ContactRule`]).
//!
//! Pages `/clients/{client}/meetings`. Tables: `meeting`, `meeting_end`.

mod actions;
mod form;
mod pages;
mod rules;
mod store;

pub use pages::routes;
pub use rules::{Basis, Channel, Outcome, held_on};
pub use store::{Ended, Meeting, of_clients, of_user, statements};

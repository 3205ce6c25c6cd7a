//! What holds: the decisions about records without those taken back, and who belongs to whom today. Tables: those of
//! [`crate::links`].

mod store;

pub use store::{Member, former_clients, history_of, links_of, members, pairs_of, statements, withdrawn_from, clients_told_of};
pub(super) use store::{standing, touched};

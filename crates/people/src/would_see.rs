//! What somebody would see of a person today, and why: the rules asked for a worker of any role and organisation, without their
//! coming. The officer's way to try out the rules; it tells what could be read, and nothing of what stands there.
//!
//! Page `/clients/{client}/would-see`.

mod actions;
mod pages;

pub use actions::shows;
pub use pages::routes;

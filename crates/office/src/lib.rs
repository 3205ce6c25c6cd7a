//! Who we are: organisations, users and their sessions, the policy pack, the clock, and the gate every request passes.

mod app;
mod clock;
pub mod organisations;
pub mod packs;
mod problems;
mod routes;
pub mod sign_in;
pub mod users;

pub use app::App;
pub use clock::{Clock, chance};
pub use organisations::Organisation;
pub use packs::Pack;
pub use problems::Problem;
pub use routes::{Guest, RouteRule, Routes, Visitor, see_other};

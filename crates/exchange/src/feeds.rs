//! Feeds: what a partner sends, as configuration. A new source is a page of TOML, not a program.
//!
//! Table: `feed`. Pages `/feeds`, `/feeds/{name}`.

mod config;
mod mapping;
mod pages;
mod store;

pub use config::{Config, ConfigError, Says};
pub(crate) use mapping::KEY_TWICE;
pub use mapping::{Mapped, Mapper, MappedEntry, RowProblem};
pub use pages::routes;
pub use store::{Feed, due, get, list, save, statements, take_turn};

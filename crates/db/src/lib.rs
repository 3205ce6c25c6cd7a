//! The one way to the database: SQLite embedded or PostgreSQL, one SQL text for both.
//!
//! Rooms write [`Sql`] constants in their `store.rs`, hand in [`Value`]s and get [`Row`]s back. No method here is
//! generic over a driver, so the drivers' code is compiled once, in this crate, and nothing above it names one.

mod chance;
mod engine;
mod migrate;
mod row;
mod sql;
#[cfg(feature = "testing")]
pub mod testing;
mod value;

pub use chance::chance;
pub use engine::{CONNECTIONS, Db, Tx};
pub use row::Row;
pub use sql::{Sql, Statement};
pub use value::Value;

/// What can go wrong between a room and its rows.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// Somebody else stored the same key first.
    #[error("already there: {0}")]
    Conflict(String),
    /// A query that must find one row found none.
    #[error("not found")]
    NotFound,
    /// A column is missing or holds another type than the room expects: the schema and the code disagree.
    #[error("column {column}: {problem}")]
    Column {
        /// The column's name.
        column: String,
        /// What is wrong with it.
        problem: String,
    },
    /// A migration on disk was changed after it ran, or the database is newer than the program.
    #[error("{0}")]
    Schema(String),
    /// The address is neither a file nor a PostgreSQL server.
    #[error("{0}")]
    Address(String),
    /// A stored value does not open: another master key, or it was changed.
    #[error("{place}: {problem}")]
    Sealed {
        /// Table and row.
        place: String,
        /// Why.
        problem: seal::SealError,
    },
    /// The key of somebody was destroyed: nothing can be kept about them any more.
    #[error("the key of what is said of {0} was destroyed: nothing more can be kept about them")]
    Destroyed(String),
    /// What the engine said.
    #[error("{0}")]
    Engine(Box<dyn std::error::Error + Send + Sync>),
}

impl DbError {
    fn engine(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> DbError {
        DbError::Engine(error.into())
    }
}

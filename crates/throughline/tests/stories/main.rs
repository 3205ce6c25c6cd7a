//! Stories through the HTTP interface, each on SQLite and on PostgreSQL, told about the people of the demo region.

mod deciding;
mod finding;
mod importing;
mod killed;
mod looking;
mod rights;
mod town;

//! Stories through the HTTP interface, each on SQLite and on PostgreSQL, told about the people of the demo region.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a story fails by panicking")]

mod acknowledging;
mod agreeing;
mod assessing;
mod auditing;
mod breaching;
mod caseload;
mod copying;
mod crawler;
mod deciding;
mod erasing;
mod estimating;
mod finding;
mod importing;
mod killed;
mod log_exporting;
mod leaving;
mod looking;

mod reviewing;
mod quality;
mod registering;
mod releasing;
mod requesting;
mod relations;
mod revoking;
mod meeting;
mod rights;
mod sealing;
mod sharing;
mod signing_in;
mod teaming;
mod tls;
mod town;
mod trying;
mod watching;
mod without_names;

//! The Throughline program, in parts that its tests can drive too: the route table, an installation, and the commands.

pub mod audit;
pub mod certificates;
pub mod demo;
pub mod encode;
pub mod feed;
pub mod import;
pub mod installation;
pub mod keys;
pub mod link;
pub mod match_encoded;
pub mod purge;
pub mod routes;
pub mod schedule;
pub mod serve;
pub mod simulate;
pub mod users;
pub mod visits;
pub mod watch;

// Linking is made of many small texts on several threads; see "One at a time" in docs/benchmarks.md.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

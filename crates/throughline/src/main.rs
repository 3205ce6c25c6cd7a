//! The Throughline program.
fn main() {}

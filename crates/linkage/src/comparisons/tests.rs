//! Stories of pairs.

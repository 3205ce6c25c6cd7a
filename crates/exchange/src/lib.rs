//! What comes in from other organisations and what goes out to them.

pub mod files;

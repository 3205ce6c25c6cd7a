//! rights.

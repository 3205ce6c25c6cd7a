//! Stories of clusters.

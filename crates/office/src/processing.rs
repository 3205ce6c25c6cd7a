//! The record of processing (GDPR article 30), made from the field register of the pack: what is kept about whom, for what, on which
//! ground, who gets it, how long. Pages `/processing`, `/processing.csv`.

mod pages;

pub use pages::routes;

//! My data: for the person themselves, who can read what and why, what they can switch off, and who did read. Page `/my-data`.

mod pages;

pub use pages::routes;

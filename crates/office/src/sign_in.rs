//! Coming in and leaving: by a name with a password and a code, or by a link that works once. Pages `/sign-in`,
//! `/enter/{link}`, `/sign-out`, `/language`, `/about`. Table: `known_device`.
//!
//! Somebody unknown, a wrong password and a name that has left are answered alike, to the byte and after the same work.
//! The demo's links work as often as one likes.

mod actions;
mod arriving;
pub(crate) mod choosing;
mod pages;
mod store;

pub(crate) use actions::{After, Shown, carrying, come_in, go_on, go_on_acknowledged, show_again};
pub(crate) use arriving::at;
pub(crate) use pages::waiting;
pub use pages::routes;
pub(crate) use store::forget_all;
pub use store::{forget_devices, statements};

/// How long a browser is known, in seconds: half a year.
pub(crate) const KNOWN_SECONDS: i64 = 180 * 24 * 3600;

//! Single sign-on: people come in by the provider they sign in to anyway, over OpenID Connect.
//!
//! Who may come in is said here and nowhere else: the provider vouches for who somebody is, and a user of that name must have been added.
//! The first time they are known by the name the provider hands on, from then on by the provider's own name for them, which nobody else
//! is ever given. Pages `/sign-in/with`, `/sign-in/back`. Table: `outside_identity`.

mod pages;
mod provider;
mod store;

pub use pages::routes;
pub use provider::{Config, ConfigError, Provider};
pub use store::{Outside, brought_somebody, of_user, statements};

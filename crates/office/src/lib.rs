//! Who we are: organisations, users and their sessions, the policy pack, the clock, and the gate every request passes.

mod app;
pub mod arrangements;
mod clock;
pub mod front;
pub mod impact;
pub mod organisations;
pub mod packs;
pub mod passkeys;
pub mod passwords;
pub mod policies;
mod problems;
mod routes;
pub mod processing;
pub mod second_factors;
pub mod sessions;
pub mod sign_in;
pub mod single_sign_on;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod throttle;
pub mod users;

pub use app::App;
pub use clock::{Clock, chance};
pub use front::Front;
pub use organisations::Organisation;
pub use packs::Pack;
pub use problems::Problem;
pub use routes::{Guest, RouteRule, Routes, Visitor, see_other};
pub use seal::{Key, Keys, Masters};

use db::{DbError, Statement};
use words::Time;

/// The statements of every room of this crate, for the test that prepares them on both engines.
#[must_use]
pub fn statements() -> Vec<Statement> {
    [
        organisations::statements(), users::statements(), sessions::statements(), sign_in::statements(),
        second_factors::statements(), passkeys::statements(), single_sign_on::statements(), throttle::statements(),
        policies::statements(), arrangements::statements(),
    ]
    .concat()
}

/// Removes what signing in has left behind: sessions that ended, counts that are forgotten, browsers no longer
/// known, questions nobody answered.
///
/// # Errors
/// What the database says.
pub async fn clear_away(app: &App) -> Result<(), DbError> {
    let now: Time = app.clock.now();
    let mut tx = app.db.write().await?;
    sessions::forget(&mut tx, app).await?;
    throttle::forget(&mut tx, now.plus_seconds(-throttle::FORGOTTEN_SECONDS)).await?;
    sign_in::forget_devices(&mut tx, now).await?;
    passkeys::forget(&mut tx, now).await?;
    tx.commit().await
}

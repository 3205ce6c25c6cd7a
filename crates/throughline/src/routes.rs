//! Every route of the program, and what stands before all of them.

use axum::Router;
use axum::middleware::from_fn_with_state;
use office::{App, Routes};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

/// Every route of every room.
#[must_use]
pub fn all(app: &App) -> Routes {
    office::sign_in::routes(app)
        .and(office::sessions::routes(app))
        .and(office::second_factors::routes(app))
        .and(office::passkeys::routes(app))
        .and(office::single_sign_on::routes(app))
        .and(office::users::routes(app))
        .and(office::processing::routes(app))
        .and(office::impact::routes(app))
        .and(office::policies::routes(app))
        .and(office::arrangements::routes(app))
        .and(desk::routes(app))
        .and(people::consents::routes(app))
        .and(people::find::routes(app))
        .and(people::matches::routes(app))
        .and(people::questions::routes(app))
        .and(people::quality::routes(app))
        .and(people::register::routes(app))
        .and(people::relations::routes(app))
        .and(people::releases::routes(app))
        .and(people::requests::routes(app))
        .and(people::teams::routes(app))
        .and(people::breaches::routes(app))
        .and(people::watching::routes(app))
        .and(people::would_see::routes(app))
        .and(people::estimates::routes(app))
        .and(casework::meetings::routes(app))
        .and(casework::assessments::routes(app))
        .and(casework::agreements::routes(app))
        .and(exchange::feeds::routes(app))
        .and(exchange::quarantine::routes(app))
        .and(exchange::systems::routes(app))
}

/// The program as it answers the network: nobody comes past the declared proxies, requests that another site sends in
/// somebody's name are refused, a handler that panics answers 500 instead of hanging up, and pages travel compressed.
pub fn service(app: &App) -> Router {
    let inner = all(app).into_router().layer(CompressionLayer::new()).layer(CatchPanicLayer::new()).layer(CsrfLayer::new());
    inner.layer(from_fn_with_state(app.clone(), office::front::guard))
}

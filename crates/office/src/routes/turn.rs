//! The turn between answers and those who take a right away: no page is handed on that shows what somebody had lost before.

use crate::App;
use axum::body::Body;
use axum::extract::Request;
use axum::http::Method;
use axum::response::Response;
use db::{DbError, Tx};
use std::sync::{Arc, Mutex};

/// How often a page is made anew: somebody changing rights again and again is no reason to go on for ever.
pub(super) const TRIES: usize = 4;

/// The same request once more, if it only asks.
pub(super) fn again(request: &Request) -> Option<Request> {
    if request.method() != Method::GET {
        return None;
    }
    let mut again = Request::new(Body::empty());
    *again.method_mut() = request.method().clone();
    *again.uri_mut() = request.uri().clone();
    *again.version_mut() = request.version();
    *again.headers_mut() = request.headers().clone();
    *again.extensions_mut() = request.extensions().clone();
    Some(again)
}

/// An answer that was made while nobody's right was taken away: whoever takes one away from here on waits until it has been handed on.
/// None when somebody has taken one away since `revocations` were counted.
///
/// # Errors
/// What the database says.
pub(super) async fn hand_on(app: &App, revocations: i64, mut answer: Response) -> Result<Option<Response>, DbError> {
    #[derive(Clone)]
    struct Held(#[expect(dead_code, reason = "held for what dropping it does")] Arc<Mutex<Tx>>);
    let mut tx = app.db.disclose().await?;
    if tx.revocations().await? != revocations {
        return Ok(None);
    }
    answer.extensions_mut().insert(Held(Arc::new(Mutex::new(tx))));
    Ok(Some(answer))
}

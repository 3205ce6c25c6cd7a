//! Somebody's browser inside the program: for what the demo lives through before it is shown, and for benchmarks. What is asked here goes
//! through the same routes, gate and log as what the network asks. Nothing that serves uses it.

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use office::sessions::{self, Came, Stage};
use office::{App, users};
use std::net::SocketAddr;
use tower::ServiceExt;

/// A user who has come in.
pub struct Visit {
    service: Router,
    cookie: String,
}

/// What came back.
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// Where it sends the browser; empty when nowhere.
    pub to: String,
    /// The page.
    pub page: String,
}

impl Visit {
    /// Comes in as whoever signs in under this name, at `service` (see [`crate::routes::service`]).
    ///
    /// # Errors
    /// When there is nobody, or the database fails.
    pub async fn of(app: &App, service: &Router, sign_in: &str) -> Result<Visit> {
        let mut tx = app.db.write().await?;
        let account = users::by_sign_in(&mut tx, sign_in).await?.context("nobody signs in under this name")?;
        let came = Came { device: "this program".into(), source: "127.0.0.1".into() };
        let token = sessions::open(&mut tx, app, account.user.who.user, Stage::Open, &came).await?;
        tx.commit().await?;
        Ok(Visit { service: service.clone(), cookie: format!("throughline={}", token.secret()) })
    }

    /// Asks for a page, or sends a form as a browser would.
    ///
    /// # Errors
    /// When the path is no path, or the answer breaks off.
    pub async fn asks(&self, method: &str, path: &str, form: &str) -> Result<Answer> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost")
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()))?;
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 0))));
        let answer = self.service.clone().oneshot(request).await?;
        let to = answer.headers().get(header::LOCATION).and_then(|place| place.to_str().ok()).unwrap_or_default().to_owned();
        let status = answer.status();
        let page = String::from_utf8_lossy(&to_bytes(answer.into_body(), usize::MAX).await?).into_owned();
        Ok(Answer { status, to, page })
    }
}

//! A page as an answer, and the page that only says something.

use crate::Shell;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// What a browser may load for a page: our own style, script and images, nothing inline, nothing from elsewhere.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// An HTML answer.
pub struct Page {
    status: StatusCode,
    body: String,
}

impl Page {
    /// The page a template makes. A template that fails shows as an empty page with status 500; samples in tests keep
    /// that from happening.
    #[must_use]
    pub fn of(template: &impl Template) -> Page {
        match template.render() {
            Ok(body) => Page { status: StatusCode::OK, body },
            Err(_) => Page { status: StatusCode::INTERNAL_SERVER_ERROR, body: String::new() },
        }
    }

    /// The same page with another status.
    #[must_use]
    pub fn status(self, status: StatusCode) -> Page {
        Page { status, ..self }
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        // Personal data stays out of every cache, the browser's own included.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_SECURITY_POLICY));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        response
    }
}

/// A page that says one thing: a refusal, an error, something not there. Says what happened and what to do.
#[derive(Template)]
#[template(path = "message.html")]
pub struct Message<'a> {
    /// What surrounds it.
    pub shell: &'a Shell,
    /// The key of the heading.
    pub title: &'a str,
    /// What happened and what to do, already in the page's language.
    pub text: String,
}

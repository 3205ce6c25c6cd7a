//! What can go wrong with a request, and what is said about it.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use db::DbError;
use history::access::{NoPermit, Spent};
use rights::Refusal;

/// Why a request has no page of its own. The gate turns it into one in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Not there, or not for this person: the answer is the same, to the byte.
    NotFound,
    /// What was sent cannot be understood; the text says what and how to mend it.
    Bad(String),
    /// What was sent cannot be done; the message with this key says why. For those who do not know the reader's language.
    Unfit(&'static str),
    /// Somebody else changed the same thing first.
    Already,
    /// Something has to be said first, at this address.
    First(String),
    /// They have been shown as many people as they may be on one day.
    Spent(Spent),
    /// Our fault; the cause is in the program's log, not on the page.
    Broken,
}

impl Problem {
    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Bad(_) | Problem::Unfit(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::Already => StatusCode::CONFLICT,
            Problem::First(_) => StatusCode::SEE_OTHER,
            Problem::Spent(_) => StatusCode::TOO_MANY_REQUESTS,
            Problem::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The message key of its heading; its text has the same key with `-text`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            // Nobody reads this one: the gate sends the browser on.
            Problem::NotFound | Problem::First(_) => "web-not-found",
            Problem::Bad(_) | Problem::Unfit(_) => "web-bad",
            Problem::Already => "web-already",
            Problem::Spent(_) => "web-spent",
            Problem::Broken => "web-broken",
        }
    }
}

impl From<DbError> for Problem {
    fn from(error: DbError) -> Problem {
        match error {
            DbError::NotFound => Problem::NotFound,
            DbError::Conflict(_) => Problem::Already,
            other => {
                tracing::error!(error = %other, "a request failed");
                Problem::Broken
            }
        }
    }
}

impl From<NoPermit> for Problem {
    fn from(why: NoPermit) -> Problem {
        match why {
            NoPermit::Database(error) => error.into(),
            NoPermit::Spent(spent) => Problem::Spent(spent),
        }
    }
}

impl From<Refusal> for Problem {
    fn from(_: Refusal) -> Problem {
        Problem::NotFound
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
